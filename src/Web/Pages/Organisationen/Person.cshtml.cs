using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>One person: how colleagues reach them, and their roles, now, soon and before.</summary>
public sealed class PersonModel : OrganisationPage
{
    [FromRoute(Name = "userName")]
    public string UserName { get; set; } = "";

    public Person Who { get; private set; } = null!;

    public IReadOnlyList<RoleAtPlace> Current { get; private set; } = [];

    public IReadOnlyList<RoleAtPlace> Coming { get; private set; } = [];

    public IReadOnlyList<RoleAtPlace> Gone { get; private set; } = [];

    /// <summary>Who stands in for this person, now or soon.</summary>
    public IReadOnlyList<RoleAtPlace> StandIns { get; private set; } = [];

    public void OnGet()
    {
        Who = Organisation.Person(UserName) ?? throw new NotFound();
        var roles = Organisation.RolesOf(Who.Id).OrderBy(r => r.Role).ToList();
        Current = Who.IsActive ? [.. roles.Where(r => r.HoldsOn(Today))] : [];
        Coming = [.. roles.Where(r => r.From > Today && (r.Until is null || r.Until >= r.From))];
        Gone = [.. roles.Except(Current).Except(Coming)];
        StandIns = [.. Organisation.People.SelectMany(p => Organisation.RolesOf(p.Id)).Where(r => r.StandsInFor == Who.Id && r.Until >= Today)];
    }
}
