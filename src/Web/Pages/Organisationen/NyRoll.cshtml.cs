using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Gives somebody a role at a place, for a time or until further notice.</summary>
public sealed class NyRollModel(OrganisationDesk desk) : PersonPage
{
    [BindProperty]
    public PersonAnswers Input { get; set; } = new();

    public IEnumerable<Choice> Units => Places();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        if (Parsed<Role>(Input.Role) is not { } role)
        {
            ModelState.AddModelError("Input.Role", "Välj en roll.");
            return await RefuseAsync();
        }

        await desk.GiveRoleAsync(Viewer, UserName, new RoleDetails(Input.Unit ?? "", role, Input.From, Input.Until));
        return Back(Address, $"{Person.Name} har fått rollen. Personen loggar in på nytt.");
    }
}
