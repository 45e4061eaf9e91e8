using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <summary>What somebody came to about a point of a complaint, or about the whole of it.</summary>
public enum PointOutcome { Justified, Partly, Unjustified, Resolved }

/// <summary>One of the things that a complaint is about. What it is, its cause and its remedy stand in the journal's lines of that number.</summary>
/// <param name="Number">1, 2, 3 … in the case; a number is never used again.</param>
/// <param name="Outcome">Null until somebody has judged it.</param>
/// <param name="IsGone">Taken away: it was no point of its own.</param>
/// <param name="IsWhole">The complaint as a whole, which nobody has divided.</param>
public sealed record CasePoint(int Number, PointOutcome? Outcome = null, bool IsGone = false, bool IsWhole = false);

public static class PointOutcomes
{
    public static string Code(this PointOutcome outcome) => outcome.ToString().ToLowerInvariant();

    public static string Swedish(this PointOutcome outcome) => outcome switch
    {
        PointOutcome.Justified => "Befogat",
        PointOutcome.Partly => "Delvis befogat",
        PointOutcome.Unjustified => "Inte befogat",
        _ => "Löstes under tiden",
    };
}

/// <content>
/// The points of a complaint, each with its cause, its outcome and its remedy; the outcome of the case follows from them. A complaint about one thing has one point, which needs no words of its own.
/// </content>
public sealed partial class Case
{
    public const int MostPoints = 20;

    public IReadOnlyList<CasePoint> Points { get; private set; } = [];

    /// <summary>Of the whole: what all its points came to; partly, when they came to different things. Null while one is not judged.</summary>
    public PointOutcome? Outcome { get; private set; }

    /// <summary>Notes one of the things that the complaint is about. What was judged as a whole is judged point by point from here on.</summary>
    public void AddPoint(Words words, Viewer viewer, Change change)
    {
        MustBeJudgedBy(viewer);
        Required(words, "text", "Skriv vad det är som personen klagar på.");
        if (Points.Count(p => !p.IsGone) >= MostPoints) throw new RuleBroken("points-many", "Ett klagomål kan ha högst tjugo punkter.", "text");
        var number = Points.Count + 1;
        Points = [.. Points.Select(p => p.IsWhole ? p with { IsGone = true } : p), new(number)];
        Derive();
        Record(EventKind.PointAdded, change, words, $"{number}");
    }

    /// <summary>It was no point of its own. What was written of it stays in the journal.</summary>
    public void RemovePoint(int number, Viewer viewer, Change change)
    {
        MustBeJudgedBy(viewer);
        var point = PointOf(number);
        Points = [.. Points.Select(p => p == point ? p with { IsGone = true } : p)];
        Derive();
        Record(EventKind.PointRemoved, change, subject: $"{number}");
    }

    /// <summary>Judges a point, or judges it anew. The complaint as a whole is point 1, where nobody has divided it.</summary>
    /// <param name="cause">Why it happened; empty says nothing of it.</param>
    /// <param name="remedy">What is done for the person; empty says nothing of it.</param>
    public void JudgePoint(int number, PointOutcome outcome, Words cause, Words remedy, Viewer viewer, Change change)
    {
        MustBeJudgedBy(viewer);
        if (Points.Count == 0 && number == 1) Points = [new(1, IsWhole: true)];
        var point = PointOf(number);
        var (why, done) = (Optional(cause, "cause"), Optional(remedy, "remedy"));
        Points = [.. Points.Select(p => p == point ? p with { Outcome = outcome } : p)];
        Derive();
        Record(EventKind.PointJudged, change, why, $"{number};{outcome.Code()}");
        if (done is not null) Record(EventKind.PointRemedied, change, done, $"{number}");
    }

    private void MustBeJudgedBy(Viewer viewer)
    {
        MustBeOpen("bedömer det");
        MustBeHandledBy(viewer);
        MustBeAnsweredBy(viewer);
        if (!KindHere.IsComplaint) throw new RuleBroken("not-a-complaint", $"{KindHere.Label} bedöms inte. Ändra sorten om det är ett klagomål.");
    }

    private CasePoint PointOf(int number) => Points.FirstOrDefault(p => p.Number == number && !p.IsGone) ?? throw new RuleBroken("point-unknown", "Den punkten finns inte. Läs ärendet igen.", "number");

    private void Derive()
    {
        var outcomes = Points.Where(p => !p.IsGone).Select(p => p.Outcome).Distinct().ToList();
        Outcome = outcomes.Count == 0 || outcomes.Contains(null) ? null : outcomes.Count == 1 ? outcomes[0] : PointOutcome.Partly;
    }
}
