using Gava.Operations.People;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Changes what somebody is called, and how colleagues reach them.</summary>
public sealed class AndraPersonModel(OrganisationDesk desk) : PersonPage
{
    [BindProperty]
    public PersonAnswers Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        await desk.ChangePersonAsync(Viewer, UserName, Input.Details, SeenVersion);
        return Back(Address, "Ändringarna är sparade.");
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (IsFirst) Input = new PersonAnswers { Name = Person.Name, Title = Person.Title, Email = Person.Email, Phone = Person.Phone };
    }
}
