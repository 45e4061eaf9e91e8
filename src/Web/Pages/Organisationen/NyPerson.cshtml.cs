using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Adds somebody, with a first role. Their first password is shown once, here.</summary>
public sealed class NyPersonModel(OrganisationDesk desk) : ChangePage
{
    [BindProperty]
    public PersonAnswers Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Enhet { get; set; }

    /// <summary>The first password, when the person has just been added.</summary>
    public string? Password { get; private set; }

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

        var password = Administration.NewPassword();
        await desk.AddPersonAsync(Viewer, Input.UserName ?? "", Input.Details, new RoleDetails(Input.Unit ?? "", role, Input.From, Input.Until), password);
        Password = password;
        return Page();
    }

    protected override Task LoadAsync()
    {
        if (IsFirst) Input = new PersonAnswers { Unit = Enhet, Role = nameof(Role.Employee) };
        return Task.CompletedTask;
    }
}
