using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>One place: how it is reached, and who is what there, now, soon and before.</summary>
public sealed class PlatsModel(EndingDesk desk, RoutineBook routines) : OrganisationPage
{
    [FromRoute(Name = "slug")]
    public string Slug { get; set; } = "";

    public Unit Place { get; private set; } = null!;

    public string? Routine { get; private set; }

    public int? Open { get; private set; }

    public IReadOnlyList<RoleAtPlace> Current { get; private set; } = [];

    public IReadOnlyList<RoleAtPlace> Coming { get; private set; } = [];

    public IReadOnlyList<RoleAtPlace> Gone { get; private set; } = [];

    public IReadOnlyList<Unit> Below { get; private set; } = [];

    public string Officers => string.Join(", ", Current.Where(r => r.Role == Role.RegistrationOfficer).Select(r => Organisation.NameOf(r.PersonId)));

    public async Task OnGetAsync()
    {
        Place = Organisation.Unit(Slug) ?? throw new NotFound();
        if (Organisation.RoutineAt(Place.Id) is { } name) Routine = (await routines.NewestAsync(name))?.Title ?? name;
        if (MayChange || Viewer.SeesThePlace(Place.Id)) Open = (await desk.OpenByPlaceAsync(HttpContext.RequestAborted)).GetValueOrDefault(Place.Id);
        var roles = Organisation.RolesAt(Place.Id).OrderBy(r => r.Role.IsLine() ? 0 : 1).ThenBy(r => r.Role).ThenBy(r => Organisation.NameOf(r.PersonId), StringComparer.Create(new("sv-SE"), true)).ToList();
        Current = [.. roles.Where(r => r.HoldsOn(Today) && Organisation.Person(r.PersonId) is { IsActive: true })];
        Coming = [.. roles.Where(r => r.From > Today && (r.Until is null || r.Until >= r.From))];
        Gone = [.. roles.Except(Current).Except(Coming)];
        Below = [.. Organisation.RightBelow(Place.Id).Where(u => u.Ended is null)];
    }
}
