using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Ends a place, and says first where its open cases go (R-ESC-01).</summary>
public sealed class AvvecklaModel(EndingDesk desk) : PlacePage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public int Open { get; private set; }

    public IReadOnlyList<Unit> Below { get; private set; } = [];

    public IReadOnlyList<RoleAtPlace> Roles { get; private set; } = [];

    public IEnumerable<Choice> Receivers => Organisation.PlacesForCases().Where(u => u.Id != Place.Id).Select(u => new Choice(u.Slug, u.Name, Group: Organisation.Unit(u.ParentId)?.Name));

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        var moved = await desk.EndPlaceAsync(Viewer, Slug, Input.To);
        return Back($"/organisation/{Place.Slug}", moved switch
        {
            0 => "Enheten är avvecklad.",
            1 => "Enheten är avvecklad. Ett ärende gick vidare.",
            _ => $"Enheten är avvecklad. {moved} ärenden gick vidare.",
        });
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (Place.Ended is not null) throw new NotFound();
        Open = await desk.OpenAtAsync(Place.Id, HttpContext.RequestAborted);
        Below = [.. Organisation.RightBelow(Place.Id).Where(u => u.Ended is null)];
        Roles = [.. Organisation.RolesAt(Place.Id).Where(r => r.Until is null || r.Until >= Today)];
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? To { get; set; }
    }
}
