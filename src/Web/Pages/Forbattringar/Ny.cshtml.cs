using Gava.Domain.Learning;
using Gava.Operations.Database;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Forbattringar;

public sealed class PlanAnswers
{
    public string? Unit { get; set; }
    public string? Title { get; set; }
    public string? Why { get; set; }
    public string? Category { get; set; }
    public string? Cases { get; set; }
}

/// <summary>A new plan, perhaps from a case.</summary>
public sealed class NyModel(ImprovementDesk desk) : StaffPage
{
    [BindProperty]
    public PlanAnswers Input { get; set; } = new();

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Categories { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "enhet")] string? unit, [FromQuery(Name = "arende")] string? reference)
    {
        Input = new() { Unit = unit, Cases = reference };
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        var id = await desk.StartAsync(Viewer, Input.Unit ?? "", Input.Title ?? "", Input.Why ?? "", Input.Category, (Input.Cases ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return Redirect($"/forbattringar/{id}");
    }

    protected override async Task ShowAsync()
    {
        var places = Organisation.Tree().Where(u => u.Ended is null && ImprovementPlan.MayStart(Viewer, u.Id)).ToList();
        if (places.Count == 0) throw new NotFound();
        Units = [.. places.Select(u => new Choice(u.Slug, u.Name))];
        Input.Unit ??= places.Count == 1 ? places[0].Slug : null;
        // Codes of every routine below that one may lead: which of them fit is told when the unit is known.
        List<Choice> choices = [];
        foreach (var place in places.DistinctBy(u => Organisation.RoutineAt(u.Id)))
        {
            choices.AddRange((await desk.CategoriesAsync(place.Id, HttpContext.RequestAborted)).Select(c => new Choice(c.Code, c.Label)));
        }

        Categories = [.. choices.DistinctBy(c => c.Value)];
    }
}
