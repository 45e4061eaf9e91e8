using Gava.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Everybody who works here, and what they are; those who have left stand apart.</summary>
public sealed class PersonerModel : OrganisationPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<Person> Left { get; private set; } = [];

    public void OnGet()
    {
        var found = Organisation.People.Where(p => !p.IsService && Fits(p)).OrderBy(p => p.Name, StringComparer.Create(new("sv-SE"), true)).ToList();
        People = [.. found.Where(p => p.IsActive)];
        Left = [.. found.Where(p => !p.IsActive)];
    }

    public string RolesOf(Person person) => string.Join(", ", Organisation.RolesOf(person.Id).Where(r => r.HoldsOn(Today))
        .Select(r => $"{r.Role.Swedish()}, {Organisation.Unit(r.UnitId)?.Name}"));

    private bool Fits(Person person) => string.IsNullOrWhiteSpace(Q) || new[] { person.Name, person.UserName, person.Title }.Any(text => text.Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase));
}
