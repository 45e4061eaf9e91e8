using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Changes a place, and moves it when what it lies under is another.</summary>
public sealed class AndraPlatsModel(OrganisationDesk desk, RoutineBook routines) : PlacePage
{
    [BindProperty]
    public PlaceAnswers Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<UnitKind>().Where(k => (k == UnitKind.Municipality) == (Place.ParentId is null)).Select(k => new Choice(k.ToString(), k.Swedish()))];

    public IReadOnlyList<Choice> Routines { get; private set; } = [];

    /// <summary>Everything that it can lie under: not itself, and nothing below it.</summary>
    public IEnumerable<Choice> Parents
    {
        get
        {
            var below = Organisation.Below(Place.Id).Select(u => u.Id).ToHashSet();
            return Organisation.PlacesAtWork().Where(u => !below.Contains(u.Id) && u.Kind != UnitKind.Unit).Select(u => new Choice(u.Slug, Organisation.PathOf(u.Id)));
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        if (Parsed<UnitKind>(Input.Kind) is not { } kind)
        {
            ModelState.AddModelError("Input.Kind", "Välj vad det är.");
            return await RefuseAsync();
        }

        await desk.ChangePlaceAsync(Viewer, Slug, Input.Details(kind), Place.ParentId is null ? null : Input.Parent ?? "", SeenVersion);
        return Back($"/organisation/{Place.Slug}", "Ändringarna är sparade.");
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (Place.Ended is not null) throw new Operations.Database.NotFound();
        Routines = [.. (await routines.AllAsync()).Select(r => new Choice(r.Name, r.Title))];
        if (!IsFirst) return;
        Input = new PlaceAnswers
        {
            Name = Place.Name,
            Kind = Place.Kind.ToString(),
            Parent = Organisation.Unit(Place.ParentId)?.Slug,
            Routine = Place.Routine,
            Phone = Place.Phone,
            Email = Place.Email,
            Address = Place.Address,
            Users = $"{Place.UsersOn(Today)}",
        };
    }
}
