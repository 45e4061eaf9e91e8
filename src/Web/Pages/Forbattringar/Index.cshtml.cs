using Gava.Domain.Learning;
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

    public bool MayStart => ImprovementPlan.MayStartSomewhere(Viewer, Organisation);

    public async Task OnGetAsync()
    {
        var all = await desk.AllAsync(Viewer, HttpContext.RequestAborted);
        Own = [.. all.Where(IsOwn)];
        Shared = [.. all.Except(Own)];
    }

    private bool IsOwn(ImprovementPlan plan) => Viewer.SeesThePlace(plan.UnitId) || Viewer.Roles.Any(r => r.UnitId == plan.UnitId) || plan.Actions.Any(a => a.OwnerId == Viewer.Id);
}
