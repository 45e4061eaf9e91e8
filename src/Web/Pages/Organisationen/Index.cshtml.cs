using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>The organisation as a tree (R-ESC-01): who leads what, by which routine, and how much lies there.</summary>
public sealed class IndexModel(EndingDesk desk, RoutineBook routines) : OrganisationPage
{
    /// <summary>A place in the tree.</summary>
    /// <param name="Depth">0 is the municipality.</param>
    /// <param name="Open">Open cases there; null for somebody who does not see them.</param>
    public sealed record Row(Unit Unit, int Depth, string? Routine, string Leaders, int? Open);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Unit> Ended { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var titles = (await routines.AllAsync(HttpContext.RequestAborted)).ToDictionary(r => r.Name, r => r.Title);
        var open = await desk.OpenByPlaceAsync(HttpContext.RequestAborted);
        Rows = [.. Organisation.PlacesAtWork().Where(Fits).Select(unit => new Row(unit, Math.Min(5, Organisation.Line(unit.Id).Count() - 1),
            Organisation.RoutineAt(unit.Id) is { } routine ? titles.GetValueOrDefault(routine, routine) : null,
            string.Join(", ", Organisation.LeadersOf(unit.Id, Today).Where(p => Organisation.RolesAt(unit.Id).Any(r => r.PersonId == p.Id && r.HoldsOn(Today))).Select(p => p.Name)),
            MayChange || Viewer.SeesThePlace(unit.Id) ? open.GetValueOrDefault(unit.Id) : null))];
        Ended = [.. Organisation.Tree().Where(u => u.Ended is not null && Fits(u))];
    }

    private bool Fits(Unit unit) => string.IsNullOrWhiteSpace(Q) || unit.Name.Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase);
}
