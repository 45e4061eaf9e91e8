using Gava.Domain.Deadlines;

namespace Gava.Domain.Routines;

/// <summary>What binds a time (law.md SR-1.3).</summary>
public enum DeadlineBasis { Statute, LocalRule, Goal, Promise }

/// <summary>What happens to a clock when there is nobody to tell (R-DUE-05).</summary>
public enum NobodyToTell { DoesNotRun, StopsAtClosing }

/// <summary>How what is counted came in.</summary>
public enum CaseForm { Oral, Written }

/// <summary>A stricter time that one unit has promised within the routine's.</summary>
/// <param name="Unit">The unit's slug.</param>
public sealed record UnitTime(string Unit, Length Length);

/// <summary>
/// A time that a routine promises: where it starts, how long it runs, which events stop it. Only these events, never another.
/// </summary>
public sealed record ClockRule
{
    /// <summary>
    /// For <see cref="Kind.Accessibility"/>, where the routine has no time of its own for it (lag 2018:1937 13 §; law.md SR-11.3). The law names no number of
    /// days; a routine that has a kind <c>accessibility</c> with a clock keeps its own.
    /// </summary>
    public static readonly ClockRule Accessibility = new()
    {
        Name = "tillganglighet",
        Label = "Svar om tillgänglighet",
        Basis = DeadlineBasis.LocalRule,
        Kinds = [Kind.Accessibility.Code],
        Start = Moment.Arrival,
        Length = new(10, TimeUnit.WorkingDays),
        StoppedBy = [Moment.Reply],
        WarnBefore = new(2, TimeUnit.WorkingDays),
        DelayNotice = true,
        WhenNobodyToTell = NobodyToTell.StopsAtClosing,
        Citation = new("Lagen (2018:1937) om tillgänglighet till digital offentlig service 13 §: så snart som möjligt", "Vi räknar så snart som möjligt som inom 10 arbetsdagar."),
    };

    public required string Name { get; init; }

    public required string Label { get; init; }

    public required DeadlineBasis Basis { get; init; }

    /// <summary>The kinds it runs for; empty is all.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Runs only for what was said, or only for what was written; null is both.</summary>
    public CaseForm? Form { get; init; }

    /// <summary>The units it runs for, with all below them, by slug; empty is all.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public required Moment Start { get; init; }

    public required Length Length { get; init; }

    public Counting Counting { get; init; }

    public bool RollForward => Counting.RollForward;

    public required IReadOnlyList<Moment> StoppedBy { get; init; }

    /// <summary>The clock stands still from one of these events …</summary>
    public IReadOnlyList<Moment> PausedBy { get; init; } = [];

    /// <summary>… until one of these.</summary>
    public IReadOnlyList<Moment> ResumedBy { get; init; } = [];

    /// <summary>How long before the end people are warned.</summary>
    public required Length WarnBefore { get; init; }

    /// <summary>True when a delay must be told, with its reason, before the time is out (R-FLOW-10).</summary>
    public bool DelayNotice { get; init; }

    /// <summary>True when that notice must name a new date.</summary>
    public bool DelayNeedsNewDate { get; init; }

    public NobodyToTell WhenNobodyToTell { get; init; }

    public IReadOnlyList<UnitTime> UnitTimes { get; init; } = [];

    /// <summary>The time that the public is told, where it differs from the internal one.</summary>
    public Length? Published { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>True when the legal regime demands it and the routine's own text forgot it.</summary>
    public bool AddedByLaw { get; init; }

    public bool RunsFor(string kind) => Kinds.Count == 0 || Kinds.Contains(kind);

    /// <param name="line">The slugs of the unit and everything above it.</param>
    public bool RunsFor(string kind, bool isOral, IReadOnlyCollection<string> line) => RunsFor(kind)
        && (Form is null || (Form == CaseForm.Oral) == isOral) && (Units.Count == 0 || Units.Any(line.Contains));

    /// <summary>The length at a unit: the nearest place of its line that has promised a stricter one.</summary>
    public Length LengthAt(IEnumerable<string> line) =>
        UnitTimes.Count == 0 ? Length : line.Select(slug => UnitTimes.FirstOrDefault(t => t.Unit == slug)).FirstOrDefault(t => t is not null)?.Length ?? Length;

    public Due DueFrom(DateTime start, WorkingCalendar calendar) => Due.Count(start, Length, calendar, Counting);
}

/// <summary>The moments of a case that a clock can start or stop at.</summary>
public enum Moment
{
    Arrival,
    Registration,

    /// <summary>Whoever the routine names has left it to the registrar (S3; R-REG-09).</summary>
    Forwarding,

    /// <summary>The registrar has entered it in the diary.</summary>
    DiaryRegistration,
    Acknowledgement,
    HandOver,
    Acceptance,

    /// <summary>The responsible one and the complainant have spoken.</summary>
    Contact,

    /// <summary>Any real feedback.</summary>
    Feedback,

    /// <summary>Feedback that tells of an action taken.</summary>
    FeedbackOnMeasure,

    /// <summary>Feedback that tells that an investigation has begun.</summary>
    FeedbackOnInvestigation,
    DelayNotice,

    /// <summary>A question to the complainant, without whose answer the work stands still.</summary>
    Question,

    /// <summary>The complainant has written or called again.</summary>
    Message,

    /// <summary>Those concerned have been asked what they say of it (S3).</summary>
    Consultation,
    Draft,
    Reply,

    /// <summary>Word to the complaints manager of how it was treated (R-FLOW-11).</summary>
    Report,
    Closing,
    Reopening,
}
