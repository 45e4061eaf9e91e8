using Gava.Operations.Demo;
using Gava.Operations.People;
using Gava.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gava.Web.Pages;

/// <summary>Signing in with a local account.</summary>
public sealed class LoggaInModel(SignInDesk desk, SignInLimit limit, GavaSettings settings) : PageModel
{
    [BindProperty(Name = "username")]
    public string? UserName { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    [BindProperty(Name = "till", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public IReadOnlyList<(string UserName, string Name, string Title, string Place)> DemoPeople =>
        settings.Demo ? [.. DemoMunicipality.People] : [];

    public async Task<IActionResult> OnPostAsync()
    {
        var (name, password) = (UserName ?? "", Password ?? "");
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        if (limit.IsSlowed(address, name)) return Refuse("Det har varit många försök. Vänta tio minuter och försök igen.", 429);
        if (await desk.SignInAsync(name, password, HttpContext.RequestAborted) is not { } signedIn)
        {
            limit.Failed(address, name);
            return Refuse("Användarnamnet eller lösenordet stämmer inte. Försök igen.", 400);
        }

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme,
            Viewers.PrincipalOf(signedIn, CookieAuthenticationDefaults.AuthenticationScheme));
        return Redirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo! : "/start");
    }

    private PageResult Refuse(string sentence, int status)
    {
        ModelState.AddModelError("", sentence);
        Response.StatusCode = status;
        return Page();
    }
}
