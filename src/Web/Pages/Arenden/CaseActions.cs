using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Domain.Routines;

namespace Gava.Web.Pages.Arenden;

/// <summary>Something that can be done with a case, and what it is called.</summary>
/// <param name="Address">Below the case's own address; one that begins with "/" is whole.</param>
public sealed record CaseAction(string Address, string Label)
{
    public string In(CaseReference reference) => Address.StartsWith('/') ? Address : $"/arenden/{reference}/{Address}";
}

/// <summary>What a viewer can do with a case: the nearest at once, the rest by what it is for.</summary>
internal static class CaseActions
{
    public static IReadOnlyList<CaseAction> Now(Case @case, Routine routine, Viewer viewer) => [.. Nearest(@case, routine, viewer)];

    public static IReadOnlyList<(string Heading, IReadOnlyList<CaseAction> Actions)> More(Case @case, Routine routine, Viewer viewer)
    {
        (string Heading, IReadOnlyList<CaseAction> Actions)[] groups =
        [
            ("Tala med", [.. Talking(@case, routine, viewer)]),
            ("Rätt händer", [.. Moving(@case, viewer)]),
            ("Ordna", [.. Sorting(@case, routine, viewer)]),
        ];
        return [.. groups.Where(g => g.Actions.Count > 0)];
    }

    private static IEnumerable<CaseAction> Nearest(Case @case, Routine routine, Viewer viewer)
    {
        if (@case.IsConsulted(viewer.Id)) yield return new("synpunkter", "Lämna synpunkter");
        foreach (var part in @case.Parts.Where(p => @case.IsOpen && p.DoneAt is null && p.PersonId == viewer.Id)) yield return new($"del/{part.Number}", "Din del är klar");
        if (@case.MayBeForwardedBy(viewer)) yield return new("till-registratorn", "Lämna till registratorn");
        if (@case is { IsOpen: true, AcknowledgedAt: null, SomebodyToTell: true } && IsSender(@case, routine, viewer)) yield return new("bekrafta", "Bekräfta att det har kommit");
        if (!@case.MayBeHandledBy(viewer))
        {
            // Titles that pass on what comes to them: the complaints manager of S3, the administrator of S4.
            if (@case.Offer is null && @case.MayBePassedOnBy(viewer)) yield return new("lamna-over", "Lämna över");
            yield break;
        }

        if (!@case.IsOpen)
        {
            yield return new("oppna-igen", "Öppna igen");
            yield break;
        }

        if (@case is { Measures: 0, RepliedAt: null, Offer: null }) yield return new("lost-direkt", "Löst direkt");
        yield return new("aterkoppla", "Ge återkoppling");
        yield return new("atgard", "Registrera en åtgärd");
        yield return new("kontakt", "Anteckna kontakt");
        if (@case.Offer is null) yield return new("lamna-over", "Lämna över");
        if (@case.Clocks.Any(c => c.Runs && routine.Clock(c.Name)?.DelayNotice == true)) yield return new("forsening", "Berätta om försening");
        yield return new("svara", "Svara");
        if (routine.Closing.By is not { } closer || viewer.Is(closer)) yield return new("avsluta", "Avsluta");
    }

    /// <summary>True for the one whom the routine names as sender of the receipt.</summary>
    private static bool IsSender(Case @case, Routine routine, Viewer viewer) =>
        routine.Acknowledgement?.By is { } sender && viewer.Is(sender) && @case.MayBeAcknowledgedBy(viewer);

    private static IEnumerable<CaseAction> Talking(Case @case, Routine routine, Viewer viewer)
    {
        var handles = @case.IsOpen && @case.MayBeHandledBy(viewer);
        if (handles)
        {
            yield return new("fraga-personen", "Fråga personen");
            yield return new("lova-ringa", "Lova att höra av dig");
            if (@case.AcknowledgedAt is null && !IsSender(@case, routine, viewer)) yield return new("bekrafta", "Bekräfta att det har kommit");
            yield return new("fraga-berord", "Fråga en berörd");
            yield return new("forslag", "Skriv ett förslag till svar");
            yield return new("hanvisa", "Berätta vart man kan vända sig");
        }

        if (@case.MayGiveCode(viewer) && @case.VaultDisposedAt is null) yield return new("kod", "Ge en kod att följa ärendet med");
        if (viewer.Person.IsService) yield break;
        yield return new("hort-av-sig", "Personen har hört av sig igen");
        yield return new("anteckna", "Skriv en anteckning");
        if (@case.IsOpen) yield return new("stod", "Be chefen om stöd");
    }

    private static IEnumerable<CaseAction> Moving(Case @case, Viewer viewer)
    {
        if (!@case.IsOpen) yield break;
        var handles = @case.MayBeHandledBy(viewer);
        if (handles && @case.Offer is null) yield return new("lamna-uppat", "Lämna uppåt");
        if (handles || @case.MayAccept(viewer) || @case.MayTake(viewer) || viewer.Id == @case.ReceivedBy) yield return new("galler-nagon", "Det gäller någon av oss");
        if (!handles) yield break;
        yield return new("del", "Ge en del till någon");
        if (@case.Offer is not null) yield break;
        yield return new("lamna-vidare", "Lämna vidare");
        yield return new("sla-ihop", "Slå ihop med ett annat ärende");
    }

    private static IEnumerable<CaseAction> Sorting(Case @case, Routine routine, Viewer viewer)
    {
        var handles = @case.MayBeHandledBy(viewer);
        if (handles && @case.IsOpen) yield return new("sort", "Ändra sort");
        if (routine.Categories.Any(tree => tree.SetBy is { } role ? viewer.Is(role) : handles)) yield return new("kategori", "Sätt kategorier");
        if (handles && @case.IsOpen && routine.Kind(@case.Kind)?.IsComplaint == true) yield return new("bedom", "Bedöm klagomålet");
        if (handles) yield return new("redovisa", "Berätta hur det har behandlats");
        if (@case.MayBeEnteredBy(viewer) && @case.DiaryState is DiaryState.Waiting) yield return new($"/diarium/{@case.Reference}", "Diarieför");
        if (@case.MayBeEnteredBy(viewer) && @case.DiaryState is DiaryState.Entered) yield return new($"/diarium/{@case.Reference}/avsluta", "Avsluta i diariet");
        if (@case.IsProtected && viewer.Leads(@case.UnitId) && @case.MayBeGivenTo(viewer)) yield return new("utse", "Utse vem mer som får se uppgifterna");
        if (@case.MayBeCorrectedBy(viewer) && @case.VaultDisposedAt is null) yield return new("ratta-uppgifter", "Rätta personens uppgifter");
        if (@case.MayBeMaskedBy(viewer)) yield return new("dolj", "Dölj mer");
        if (!handles && !viewer.Is(Role.Registrar)) yield break;
        if (@case.VaultDisposedAt is null) yield return new("gallra-inte", @case.HeldAt is null ? "Undanta från gallring" : "Låt det gallras igen");
        yield return new("sekretess", "Sekretessmarkera");
        if (@case.IsOpen) yield return new("lagar", "Ändra vilka lagar som gäller");
    }
}
