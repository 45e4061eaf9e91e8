using Gava.Operations.People;
using Gava.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>Ends the session on this device.</summary>
public sealed class LoggaUtModel(SignInDesk desk) : StaffPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (Viewers.SessionOf(User) is { } session) await desk.SignOutAsync(session);
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Redirect("/");
    }
}
