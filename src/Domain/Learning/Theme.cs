using Gava.Domain.History;
using Gava.Domain.People;

namespace Gava.Domain.Learning;

/// <summary>
/// Cases that are about one and the same thing (R-LEARN-05): looked into once, answered each for itself. Those who complained never learn of each other.
/// Its words are the register's: what the finder finds is masked before they come here.
/// </summary>
public sealed class Theme
{
    public const int LongestTitle = 120;
    public const int LongestFinding = 4000;
    public const int MostCases = 200;

    private Theme() { }

    /// <param name="unit">The lowest place that all the cases are at or below.</param>
    /// <param name="cases">Their numbers, two or more.</param>
    /// <param name="investigator">Who looks into it.</param>
    /// <exception cref="RuleBroken">Words are missing, too few cases, or it is not the viewer's.</exception>
    public static Theme Start(long id, Unit unit, string title, IReadOnlyList<long> cases, Person investigator, Viewer viewer, Change change)
    {
        MustBeStartedBy(viewer, unit.Id);
        var theme = Of(id, unit, cases, change);
        theme.Title = ImprovementPlan.Checked(title, LongestTitle, "title", "Skriv vad de handlar om, med högst 120 tecken.");
        theme.LetLookInto(investigator);
        return theme;
    }

    /// <summary>Somebody has looked at a proposal: it is not one thing. Kept, so that it is not proposed again.</summary>
    public static Theme Dismiss(long id, Unit unit, IReadOnlyList<long> cases, Viewer viewer, Change change)
    {
        MustBeStartedBy(viewer, unit.Id);
        var theme = Of(id, unit, cases, change);
        theme.IsDismissed = true;
        return theme;
    }

    private static Theme Of(long id, Unit unit, IReadOnlyList<long> cases, Change change)
    {
        var theme = new Theme { Id = id, UnitId = unit.Id, StartedAt = change.At, StartedBy = change.By, InvestigatorId = change.By };
        theme.Put(cases);
        return theme;
    }

    public long Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>Empty when it is dismissed.</summary>
    public string Title { get; private set; } = "";

    public IReadOnlyList<long> Cases { get; private set; } = [];

    /// <summary>Somebody found that it is not one thing.</summary>
    public bool IsDismissed { get; private set; }

    public DateTime StartedAt { get; private set; }

    public Guid StartedBy { get; private set; }

    /// <summary>Who looks into it, for all the cases.</summary>
    public Guid InvestigatorId { get; private set; }

    /// <summary>What was found; null until somebody has written it.</summary>
    public string? Finding { get; private set; }

    public DateTime? FoundAt { get; private set; }

    public Guid? FoundBy { get; private set; }

    /// <summary>Counts the changes; what a stale write is told by.</summary>
    public int Version { get; private set; }

    public bool IsLookedInto => !IsDismissed && Finding is null;

    /// <summary>Who may change which cases it holds: whoever leads the place, and the complaints manager.</summary>
    public bool MayBeChangedBy(Viewer viewer) => !IsDismissed && ImprovementPlan.MayStart(viewer, UnitId);

    /// <summary>Who may write what was found: they, and the one who looks into it.</summary>
    public bool MayBeToldBy(Viewer viewer) => MayBeChangedBy(viewer) || (!IsDismissed && InvestigatorId == viewer.Id);

    /// <summary>More cases are about it too. One that it has already is no fault.</summary>
    public void Add(IReadOnlyList<long> more, Unit unit, Viewer viewer)
    {
        MustBeChangedBy(viewer);
        MustBeStartedBy(viewer, unit.Id);
        Put([.. Cases, .. more]);
        UnitId = unit.Id;
        Version++;
    }

    /// <summary>A case was about something else.</summary>
    /// <exception cref="RuleBroken">Fewer than two would be left.</exception>
    public void Remove(long caseId, Viewer viewer)
    {
        MustBeChangedBy(viewer);
        Put([.. Cases.Where(c => c != caseId)]);
        Version++;
    }

    /// <summary>Somebody else looks into it.</summary>
    public void Give(Person investigator, Viewer viewer)
    {
        MustBeChangedBy(viewer);
        LetLookInto(investigator);
        Version++;
    }

    /// <summary>What was found; it can be written anew.</summary>
    public void Tell(string finding, Viewer viewer, Change change)
    {
        if (!MayBeToldBy(viewer)) throw new RuleBroken("not-yours", "Det är den som utreder, eller chefen, som skriver vad ni kom fram till.");
        Finding = ImprovementPlan.Checked(finding, LongestFinding, "finding", "Skriv vad ni kom fram till, med högst 4 000 tecken.");
        (FoundAt, FoundBy) = (change.At, change.By);
        Version++;
    }

    /// <summary>One case alone is no theme.</summary>
    public static RuleBroken TooFew() => new("theme-cases-few", "Ett tema är minst två ärenden. Skriv deras nummer.", "cases");

    private void Put(IReadOnlyList<long> cases)
    {
        var distinct = cases.Distinct().Order().ToList();
        if (distinct.Count < 2) throw TooFew();
        if (distinct.Count > MostCases) throw new RuleBroken("theme-cases-many", "Ett tema kan ha högst 200 ärenden.", "cases");
        Cases = distinct;
    }

    private void LetLookInto(Person investigator)
    {
        if (investigator.IsService || !investigator.IsActive) throw new RuleBroken("person-unknown", "Välj en medarbetare som utreder.", "investigator");
        InvestigatorId = investigator.Id;
    }

    private void MustBeChangedBy(Viewer viewer)
    {
        if (!MayBeChangedBy(viewer)) throw new RuleBroken("not-yours", "Det är chefen för enheten, eller klagomålshanteraren, som ändrar vilka ärenden som hör ihop.");
    }

    private static void MustBeStartedBy(Viewer viewer, Guid unitId)
    {
        if (!ImprovementPlan.MayStart(viewer, unitId)) throw new RuleBroken("not-yours", "Det är chefen för enheterna, eller klagomålshanteraren, som samlar ärenden i ett tema.");
    }
}
