using Gava.Domain.Cases;
using Gava.Domain.Routines;

namespace Gava.Domain.Learning;

/// <summary>How a promised time went, once the case is closed.</summary>
public enum Punctuality
{
    /// <summary>The routine promises nothing there, or there was nobody to tell.</summary>
    NoTerm,
    InTime,

    /// <summary>Too late, and nobody had said so.</summary>
    Late,

    /// <summary>Too late, but the delay was told with its reason before the time was out (R-FLOW-10).</summary>
    LateWithNotice,
}

/// <summary>Which of the three words to the complainant a clock waits for.</summary>
public enum Promise { Receipt, Feedback, Answer }

/// <summary>What is counted of one case: nothing that tells whose it is.</summary>
public sealed record CountedCase
{
    public required long Id { get; init; }

    /// <summary>The unit that it concerns.</summary>
    public required Guid UnitId { get; init; }

    public required string Routine { get; init; }

    public required string Kind { get; init; }

    public required string Channel { get; init; }

    /// <summary>True when the routine handles it as a complaint.</summary>
    public bool IsComplaint { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public DateTime? ClosedAt { get; init; }

    public DateTime? ReopenedAt { get; init; }

    public Ending? Ending { get; init; }

    /// <summary>What it came to; null where nobody has judged it.</summary>
    public PointOutcome? Outcome { get; init; }

    public int HandOvers { get; init; }

    public int Measures { get; init; }

    /// <summary>Solved on the spot (R-FLOW-04).</summary>
    public bool SolvedAtOnce { get; init; }

    public Punctuality Receipt { get; init; }

    public Punctuality Feedback { get; init; }

    public Punctuality Answer { get; init; }

    /// <summary>Working days from the day of arrival, which is day 0, to the answer, or to the closing where none was given.</summary>
    public int? Days { get; init; }

    /// <summary>The person could be asked what they thought of it.</summary>
    public bool CouldBeAsked { get; init; }

    public SurveyAnswer? Survey { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];
}

/// <summary>Judges a case's clocks once it is closed.</summary>
public static class Promises
{
    /// <summary>
    /// What a clock waits for. One that a first word stops is feedback even if an answer stops it too; one that only the answer
    /// stops is the answer's; what staff owe each other is none (R-DUE-02).
    /// </summary>
    public static Promise? Of(ClockRule rule)
    {
        var told = rule.StoppedBy;
        if (told.Any(m => m is Moment.Contact or Moment.Feedback or Moment.FeedbackOnMeasure or Moment.FeedbackOnInvestigation)) return Promise.Feedback;
        if (told.Contains(Moment.Acknowledgement)) return Promise.Receipt;
        return told.Contains(Moment.Reply) ? Promise.Answer : null;
    }

    /// <summary>The worst of those clocks; <see cref="Punctuality.NoTerm"/> when none of them ran.</summary>
    /// <param name="closedAt">A clock that nothing has stopped has run until then.</param>
    public static Punctuality Judge(IEnumerable<CaseClock> clocks, DateTime closedAt)
    {
        var worst = Punctuality.NoTerm;
        foreach (var clock in clocks)
        {
            var one = clock switch
            {
                { IsGone: true } => Punctuality.NoTerm,
                _ when (clock.StoppedAt ?? closedAt) < clock.DueAt => Punctuality.InTime,
                { NoticedAt: not null } => Punctuality.LateWithNotice,
                _ => Punctuality.Late,
            };
            if (Weight(one) > Weight(worst)) worst = one;
        }

        return worst;

        static int Weight(Punctuality one) => one switch { Punctuality.NoTerm => 0, Punctuality.InTime => 1, Punctuality.LateWithNotice => 2, _ => 3 };
    }
}
