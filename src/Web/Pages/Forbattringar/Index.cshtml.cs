using Gava.Domain.Learning;
using Gava.Operations.Documents;
using Gava.Operations.Learning;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Forbattringar;

/// <summary>The plans that one may read: what is owed first, then what others have shared (R-LEARN-04, -06).</summary>
public sealed class IndexModel(ImprovementDesk desk) : StaffPage
{
    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<ImprovementPlan> Own { get; private set; } = [];

    public IReadOnlyList<ImprovementPlan> Shared { get; private set; } = [];

    public PageTables Saved { get; private set; } = null!;

    public bool MayStart => ImprovementPlan.MayStartSomewhere(Viewer, Organisation);

    public async Task<IActionResult> OnGetAsync()
    {
        var all = await desk.AllAsync(Viewer, HttpContext.RequestAborted);
        Own = [.. all.Where(IsOwn)];
        Shared = [.. all.Except(Own)];
        Saved = PageTables.Of(Request, [new PageTable("planer", "Förbättringsplaner",
            [new("Plan", Width: 50), new("Enhet", Width: 30), new("Började", ColumnKind.Moment), new("Åtgärder", ColumnKind.Whole), new("Klara", ColumnKind.Whole), new("Försenade", ColumnKind.Whole), new("Uppföljningar", ColumnKind.Whole), new("Från andra")],
            [.. Own.Concat(Shared).Select(p => (object?[])[p.Title, Organisation.Unit(p.UnitId)?.Name, p.StartedAt, p.Actions.Count, p.Actions.Count(a => a.DoneAt is not null), p.Actions.Count(a => a.IsLate(Today)), p.FollowUps.Count, IsOwn(p) ? "nej" : "ja"])])]);
        return Saved.File(Request, Organisation, Now) ?? Page();
    }

    private bool IsOwn(ImprovementPlan plan) => Viewer.SeesThePlace(plan.UnitId) || Viewer.Roles.Any(r => r.UnitId == plan.UnitId) || plan.Actions.Any(a => a.OwnerId == Viewer.Id);
}
