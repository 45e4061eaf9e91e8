using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Adds a place below another.</summary>
public sealed class NyPlatsModel(OrganisationDesk desk, RoutineBook routines) : PlacePage
{
    [BindProperty]
    public PlaceAnswers Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<UnitKind>().Where(k => k != UnitKind.Municipality).Select(k => new Choice(k.ToString(), k.Swedish()))];

    public IReadOnlyList<Choice> Routines { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        if (Parsed<UnitKind>(Input.Kind) is not { } kind)
        {
            ModelState.AddModelError("Input.Kind", "Välj vad det är.");
            return await RefuseAsync();
        }

        var slug = await desk.AddPlaceAsync(Viewer, Slug, Input.Slug, Input.Details(kind));
        return Back($"/organisation/{slug}", $"{Input.Name!.Trim()} är tillagd. Ge någon en chefsroll här, så att det finns någon som tar emot.");
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Routines = [.. (await routines.AllAsync()).Select(r => new Choice(r.Name, r.Title))];
        if (IsFirst) Input = new PlaceAnswers { Kind = Place.Kind is UnitKind.Municipality ? nameof(UnitKind.Administration) : nameof(UnitKind.Unit) };
    }
}
