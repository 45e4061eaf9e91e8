using Gava.Domain.Deadlines;

namespace Gava.Domain.Routines;

/// <summary>
/// The written procedure of one public body, as data: what it calls things, who answers, how long it takes. Immutable; a case
/// keeps the version that it began with. Read with <see cref="RoutineReader"/>, described in routines/routine.schema.json.
/// </summary>
public sealed record Routine
{
    /// <summary>In addresses and commands: a to z, digits, hyphens.</summary>
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    /// <summary>Whose routine it is.</summary>
    public required string Body { get; init; }

    /// <summary>The document that every citation refers to.</summary>
    public required string Document { get; init; }

    public required IReadOnlyList<Kind> Kinds { get; init; }

    public required IReadOnlyList<Channel> Channels { get; init; }

    public required IReadOnlyList<ClockRule> Clocks { get; init; }

    public required Responsibility Responsibility { get; init; }

    public required HandOverRule HandOver { get; init; }

    public required ClosingRule Closing { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Advice shown beside the work, by place: "receiving", "answering" (R-FLOW-14).</summary>
    public required IReadOnlyList<Guidance> Guidance { get; init; }

    /// <summary>The kind, or null when this routine does not know it.</summary>
    public Kind? Kind(string code) => Kinds.FirstOrDefault(k => k.Code == code);

    public Channel? Channel(string code) => Channels.FirstOrDefault(c => c.Code == code);

    public ClockRule? Clock(string name) => Clocks.FirstOrDefault(c => c.Name == name);

    public override string ToString() => $"{Name} {Version}";
}

/// <summary>Where in the source a rule stands, or that the source is silent and the rule is assumed.</summary>
/// <param name="Source">Document and heading or first words: "S0 Handläggningstid: Senast inom 5 arbetsdagar".</param>
/// <param name="Assumed">What was assumed where the source is silent, in a Swedish sentence.</param>
public sealed record Citation(string? Source, string? Assumed);

/// <summary>A kind of item as this routine has it (R-IN-01).</summary>
/// <param name="Code">complaint, suggestion, praise, view, question, faultReport, or the routine's own.</param>
/// <param name="Definition">What the routine means by it: shown when choosing.</param>
/// <param name="IsComplaint">True when it is handled as a complaint: regret, duty to answer.</param>
public sealed record Kind(string Code, string Label, string Definition, bool IsComplaint, Citation Citation);

/// <summary>A way in (R-IN-02).</summary>
/// <param name="IsOral">What was said must be written down by whoever heard it (FL 27 §).</param>
public sealed record Channel(string Code, string Label, bool IsOral);

/// <summary>What binds a time (law.md SR-1.3).</summary>
public enum DeadlineBasis { Statute, LocalRule, Goal, Promise }

/// <summary>What happens to a clock when there is nobody to tell (R-DUE-05).</summary>
public enum NobodyToTell { DoesNotRun, StopsAtClosing }

/// <summary>
/// A time that a routine promises: where it starts, how long it runs, which events stop it. Only these events, never another.
/// </summary>
public sealed record ClockRule
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public required DeadlineBasis Basis { get; init; }

    /// <summary>The kinds it runs for; empty is all.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public required Moment Start { get; init; }

    public required Length Length { get; init; }

    public bool RollForward { get; init; }

    public required IReadOnlyList<Moment> StoppedBy { get; init; }

    /// <summary>How long before the end people are warned.</summary>
    public required Length WarnBefore { get; init; }

    /// <summary>True when a delay must be told, with its reason, before the time is out (R-FLOW-10).</summary>
    public bool DelayNotice { get; init; }

    public NobodyToTell WhenNobodyToTell { get; init; }

    public required Citation Citation { get; init; }

    public bool RunsFor(string kind) => Kinds.Count == 0 || Kinds.Contains(kind);

    public Due DueFrom(DateTime start, WorkingCalendar calendar) => Due.Count(start, Length, calendar, RollForward);
}

/// <summary>The moments of a case that a clock can start or stop at.</summary>
public enum Moment
{
    Arrival,
    Registration,
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
    Reply,
    Report,
    Closing,
}

/// <summary>Who answers for a case.</summary>
/// <param name="MovesAtHandOver">True when responsibility moves with the hand-over itself (S4), false when with its acceptance.</param>
/// <param name="EmployeesMayAnswer">Any employee may put right, answer and close within the own duties (R-FLOW-15).</param>
public sealed record Responsibility(bool MovesAtHandOver, bool EmployeesMayAnswer, Citation Citation);

/// <param name="NoticeRequired">The complainant must have been told who will handle it before the hand-over completes (R-FLOW-03).</param>
public sealed record HandOverRule(bool NoticeRequired, Citation Citation);

/// <summary>What must be done before a case is closed (R-FLOW-12).</summary>
/// <param name="AnswerRequired">Everybody who can be reached and has not declined has been answered.</param>
/// <param name="MeasureRequired">A measure is registered, or a reason why none is needed.</param>
public sealed record ClosingRule(bool AnswerRequired, bool MeasureRequired, Citation Citation);

/// <param name="Place">Where it is shown: receiving, answering, delay.</param>
public sealed record Guidance(string Place, string Text, Citation Citation);
