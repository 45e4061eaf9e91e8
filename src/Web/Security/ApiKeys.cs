using System.Text.Encodings.Web;
using Gava.Operations.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Gava.Web.Security;

/// <summary>Signs in whoever sends <c>Authorization: Bearer KEY</c>; the key belongs to a person or service and has that one's rights.</summary>
public sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SignInDesk desk)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await desk.PersonOfKeyAsync(header["Bearer ".Length..].Trim(), Context.RequestAborted) is not { } person)
        {
            return AuthenticateResult.Fail("Unknown key.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(Viewers.PrincipalOf(new SignedIn(person, Guid.Empty, Guid.Empty), SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(Context, 401, "not-signed-in", "Skicka en giltig API-nyckel i huvudet Authorization: Bearer …", "Send a valid API key in the header Authorization: Bearer …");
    }
}
