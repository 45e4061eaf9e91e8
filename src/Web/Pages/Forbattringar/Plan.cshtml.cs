using Gava.Domain;
using Gava.Domain.Learning;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Forbattringar;

/// <summary>What is typed on a plan; which form it was, <see cref="Do"/> says.</summary>
public sealed class PlanWork
{
    public string? Do { get; set; }
    public string? What { get; set; }
    public string? Owner { get; set; }
    public DateOnly? DueOn { get; set; }
    public int? Number { get; set; }
    public string? Conclusion { get; set; }
    public string? Unit { get; set; }
    public string? Heard { get; set; }
    public string? Did { get; set; }
}

/// <summary>One plan: what is done, whether it helped, who else may read it (R-LEARN-04, -06).</summary>
public sealed class PlanModel(ImprovementDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public long Id { get; set; }

    [BindProperty]
    public PlanWork Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public PlanView View { get; private set; } = null!;

    public IEnumerable<Choice> Owners => Organisation.Line(View.Unit.Id).SelectMany(u => Organisation.StaffOf(u.Id, Today).Concat(Organisation.LeadersOf(u.Id, Today)))
        .Concat(Organisation.Below(View.Unit.Id).SelectMany(u => Organisation.StaffOf(u.Id, Today))).Where(p => !p.IsService).DistinctBy(p => p.Id).Select(p => new Choice(p.UserName, p.Name));

    /// <summary>Units of the viewer's own that could do the same.</summary>
    public IReadOnlyList<Choice> Adopters => [.. Organisation.PlacesForCases().Where(u => u.Id != View.Unit.Id && View.Plan.Adoptions.All(a => a.UnitId != u.Id) && ImprovementPlan.MayStart(Viewer, u.Id)).Select(u => new Choice(u.Slug, u.Name))];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        Done = await WorkAsync();
        return Redirect($"/forbattringar/{Id}");
    }

    protected override async Task ShowAsync() => View = await desk.OpenAsync(Viewer, Id, HttpContext.RequestAborted);

    private async Task<string> WorkAsync()
    {
        switch (Input.Do)
        {
            case "plan":
                await desk.PlanActionAsync(Viewer, Id, Input.What ?? "", Input.Owner ?? "", Input.DueOn ?? throw new RuleBroken("due-missing", "Välj när det ska vara gjort.", "dueOn"));
                return "Åtgärden står i planen.";
            case "finish":
                await desk.FinishAsync(Viewer, Id, Input.Number ?? 0);
                return "Bra jobbat. Åtgärden är klar.";
            case "follow":
                await desk.FollowUpAsync(Viewer, Id, Input.Conclusion ?? "");
                return "Uppföljningen är sparad.";
            case "share":
                await desk.ShareAsync(Viewer, Id, true);
                return "Nu kan alla enheter läsa planen.";
            case "unshare":
                await desk.ShareAsync(Viewer, Id, false);
                return "Planen visas inte för andra längre.";
            case "adopt":
                await desk.AdoptAsync(Viewer, Id, Input.Unit ?? "");
                return "Er enhet gör likadant. Tack för att ni lär av varandra.";
            case "publish":
                await desk.PublishAsync(Viewer, Id, Input.Heard ?? "", Input.Did ?? "");
                return "Nu kan alla läsa det på sidan Ni tyckte, vi gjorde.";
            case "withdraw":
                await desk.WithdrawAsync(Viewer, Id);
                return "Det visas inte utåt längre.";
            default:
                throw new RuleBroken("choice-unknown", "Välj vad du vill göra.");
        }
    }
}
