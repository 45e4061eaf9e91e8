using System.Security.Claims;
using Gava.Domain.People;
using Gava.Operations.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gava.Web.Security;

/// <summary>From a signed-in request to the viewer that the gate knows.</summary>
public static class Viewers
{
    public const string PersonClaim = "person";
    public const string StampClaim = "stamp";
    public const string SessionClaim = "session";

    public static ClaimsPrincipal PrincipalOf(SignedIn signedIn, string scheme) => new(new ClaimsIdentity(
        [new(PersonClaim, signedIn.PersonId.ToString()), new(StampClaim, signedIn.Stamp.ToString()), new(SessionClaim, signedIn.Session.ToString())], scheme, PersonClaim, null));

    public static Guid? PersonOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(PersonClaim), out var id) ? id : null;

    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>The viewer of this request, or null when nobody is signed in.</summary>
    public static async ValueTask<Viewer?> ViewerAsync(this HttpContext context)
    {
        if (PersonOf(context.User) is not { } id) return null;
        if (context.Items.TryGetValue(typeof(Viewer), out var known)) return (Viewer)known!;
        var book = context.RequestServices.GetRequiredService<OrganisationBook>();
        var viewer = await book.ViewerAsync(id, context.RequestAborted);
        context.Items[typeof(Viewer)] = viewer;
        return viewer;
    }

    /// <summary>A session ends when it is signed out, and when the person's password or roles change (ASVS V7.4.1, V7.4.3).</summary>
    public static async Task StillHolds(CookieValidatePrincipalContext context)
    {
        var desk = context.HttpContext.RequestServices.GetRequiredService<SignInDesk>();
        if (context.Principal is { } user && PersonOf(user) is { } person && Guid.TryParse(user.FindFirstValue(StampClaim), out var stamp)
            && await desk.HoldsAsync(person, stamp) && SessionOf(user) is { } session && !await desk.HasEndedAsync(session))
        {
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
