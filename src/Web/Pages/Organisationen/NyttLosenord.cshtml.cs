using Gava.Operations.People;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>A new password for somebody who has forgotten theirs; it is shown once, here.</summary>
public sealed class NyttLosenordModel(OrganisationDesk desk) : PersonPage
{
    public string? Password { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        var password = Administration.NewPassword();
        await desk.ResetPasswordAsync(Viewer, UserName, password);
        Password = password;
        return Page();
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (!Person.IsActive) throw new Operations.Database.NotFound();
    }
}
