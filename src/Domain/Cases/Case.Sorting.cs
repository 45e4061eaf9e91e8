using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>A category that was set on a case, of one tree of its routine.</summary>
public sealed class CaseCategory
{
    private CaseCategory() { }

    internal CaseCategory(long caseId, string tree, string code) => (CaseId, Tree, Code) = (caseId, tree, code);

    public long CaseId { get; private set; }

    public string Tree { get; private set; } = "";

    public string Code { get; private set; } = "";
}

public sealed partial class Case
{
    private readonly List<CaseCategory> categories = [];

    public IReadOnlyList<CaseCategory> Categories => categories;

    /// <summary>The legal regime: from the routine, changed with a trace (law.md SR-1.1).</summary>
    public string Regime { get; private set; } = LegalRegimes.General;

    /// <summary>The provision that a mark of secrecy names; null when there is none. A warning, not a decision (R-SEC-06; OSL 5:5).</summary>
    public string? SecrecyProvision { get; private set; }

    public DateTime? SecrecyAt { get; private set; }

    /// <summary>Who marked it; null when the law of its regime presumes secrecy.</summary>
    public Guid? SecrecyBy { get; private set; }

    /// <summary>Sets the categories of one tree (R-LEARN-01). What was set before is replaced; the journal keeps it.</summary>
    public void Categorise(string tree, IReadOnlyList<string> codes, Viewer viewer, Change change)
    {
        var known = Routine.Categories.FirstOrDefault(t => t.Code == tree)
            ?? throw new RuleBroken("tree-unknown", $"Rutinen har ingen indelning som heter så. Välj bland {string.Join(", ", Routine.Categories.Select(t => t.Code))}.", "tree");
        if (known.SetBy is { } role)
        {
            if (!viewer.Is(role)) throw new RuleBroken("not-yours", $"I den här rutinen är det {role.Definite()} som sätter {known.Label.ToLowerInvariant()}.");
        }
        else
        {
            MustBeHandledBy(viewer);
        }

        if (codes.Count == 0) throw new RuleBroken("category-missing", "Välj minst en kategori.", "categories");
        foreach (var code in codes.Where(c => known.Find(c) is null))
        {
            throw new RuleBroken("category-unknown", $"{known.Label} har ingen kategori som heter så. Välj bland {string.Join(", ", known.All.Select(c => c.Code))}.", "categories");
        }

        categories.RemoveAll(c => c.Tree == tree && !codes.Contains(c.Code));
        foreach (var code in codes.Distinct().Where(code => categories.All(c => c.Tree != tree || c.Code != code))) categories.Add(new(Id, tree, code));
        Record(EventKind.Categorised, change, subject: $"{tree}={string.Join(',', codes)}");
    }

    /// <summary>Marks secrecy by a provision, or lifts the mark (R-SEC-06).</summary>
    public void MarkSecrecy(string? provision, Words why, Viewer viewer, Change change)
    {
        var checkedProvision = Checked(provision, SecrecyProvision, viewer);
        var said = Optional(why, "why");
        SecrecyProvision = checkedProvision;
        SecrecyAt = SecrecyProvision is null ? null : change.At;
        SecrecyBy = SecrecyProvision is null ? null : change.By;
        Record(SecrecyProvision is null ? EventKind.SecrecyLifted : EventKind.SecrecyMarked, change, said, SecrecyProvision);
    }

    /// <summary>Marks one document of the case, or lifts its mark (R-SEC-06). The document's own row keeps the mark.</summary>
    /// <param name="number">The attachment's number.</param>
    /// <param name="marked">The provision that it is marked with now, or null.</param>
    /// <returns>The provision as it is to be kept; null when the mark is lifted.</returns>
    public string? MarkSecrecyOf(int number, string? provision, string? marked, Words why, Viewer viewer, Change change)
    {
        var checkedProvision = Checked(provision, marked, viewer);
        Record(checkedProvision is null ? EventKind.SecrecyLifted : EventKind.SecrecyMarked, change, Optional(why, "why"), $"{checkedProvision};{number}");
        return checkedProvision;
    }

    private string? Checked(string? provision, string? marked, Viewer viewer)
    {
        if (!viewer.Is(Role.Registrar)) MustBeHandledBy(viewer);
        if (provision is { Length: > 120 }) throw new RuleBroken("provision-too-long", "Skriv lagrummet kortare, till exempel OSL 26 kap. 1 §.", "provision");
        if (string.IsNullOrWhiteSpace(provision) && marked is null) throw new RuleBroken("provision-missing", "Skriv lagrummet, till exempel OSL 26 kap. 1 §.", "provision");
        if (string.IsNullOrWhiteSpace(provision)) return null;
        Optional(Words.Plain(provision), "provision");
        if (PersonalDataFinder.Default.Find(provision).Count > 0) throw new RuleBroken("provision-personal", "Skriv bara lagrummet, till exempel OSL 26 kap. 1 §. Varför det gäller skriver du för sig.", "provision");
        return provision.Trim();
    }

    /// <summary>Another regime of law applies (law.md SR-1.1).</summary>
    public void ChangeRegime(string regime, Words why, Viewer viewer, Change change)
    {
        MustBeOpen("ändrar vilka lagar som gäller");
        if (!viewer.Is(Role.Registrar)) MustBeHandledBy(viewer);
        if (!LegalRegimes.Codes.Contains(regime)) throw new RuleBroken("regime-unknown", $"Välj bland {string.Join(", ", LegalRegimes.Codes)}.", "regime");
        Required(why, "why", "Skriv varför.");
        Regime = regime;
        Record(EventKind.RegimeChanged, change, why, regime);
    }

    /// <summary>Moves a running case to another version of its routine, on purpose (routines.md). Clocks that both have go on.</summary>
    public void MoveTo(Routine newer, Words why, Viewer viewer, Change change)
    {
        MustBeOpen("byter version av rutinen");
        MustBeHandledBy(viewer);
        if (newer.Name != RoutineName || newer.Version == RoutineVersion) throw new RuleBroken("version-unknown", "Välj en annan version av samma rutin.", "version");
        if (newer.Kind(Kind) is null) throw new RuleBroken("kind-unknown", $"Den versionen har inte sorten {KindHere.Label.ToLowerInvariant()}. Ändra sorten först.", "version");
        Required(why, "why", "Skriv varför ärendet byter version.");
        (routine, RoutineVersion) = (newer, newer.Version);
        SettleDiary();
        RestartForKind();
        Record(EventKind.RoutineMoved, change, why, $"{newer.Version}");
    }
}
