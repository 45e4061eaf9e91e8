namespace Gava.Web.Security;

/// <summary>What every answer carries (ASVS 5.0 V3.4), and cookies that keep to this host over https.</summary>
public static class Headers
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Prefix = "__Host-";
    private static readonly string[] Ours = ["gava-session", "gava-form", "gava-said"];

    public static void UseGavaHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // Set as the answer starts: a fault page begins by clearing whatever was set before it.
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        if (context.Request.IsHttps) ReadFromThisHost(context);
        return next();
    });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // The address of a survey's link is its key: nothing on the page hands it on.
        headers["Referrer-Policy"] = context.Request.Path.StartsWithSegments("/betyg") ? "no-referrer" : "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        headers.XFrameOptions = "DENY";
        if (IsForOtherSites(context.Request.Path))
        {
            headers.ContentSecurityPolicy = Policy.Replace("frame-ancestors 'none'", "frame-ancestors https:", StringComparison.Ordinal);
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers.Remove("X-Frame-Options");
        }

        if (!IsAsset(context.Request.Path)) headers.CacheControl = "no-store";
        if (!context.Request.IsHttps) return;
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.SetCookie = new([.. headers.SetCookie.Select(one => one is not null && IsOurs(one) ? Prefix + one : one)]);
    }

    /// <summary>What the municipality's own site shows within its pages: it has no form and asks nobody who they are.</summary>
    private static bool IsForOtherSites(PathString path) => path.Equals("/ni-tyckte/inbaddad", StringComparison.OrdinalIgnoreCase) || path.Equals("/ni-tyckte.xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsAsset(PathString path) =>
        path.StartsWithSegments("/lib") || path.StartsWithSegments("/css") || path.StartsWithSegments("/js") || path.StartsWithSegments("/img");

    private static bool IsOurs(string cookie) => Ours.Any(name => cookie.StartsWith(name, StringComparison.Ordinal));

    /// <summary>
    /// Over https our cookies are named <c>__Host-…</c>, which browsers tie to this very host; only those are read back, so
    /// that a neighbour's cookie of the same name means nothing (ASVS V3.3.1).
    /// </summary>
    private static void ReadFromThisHost(HttpContext context)
    {
        if (context.Request.Headers.Cookie is not { Count: > 0 } cookies) return;
        context.Request.Headers.Cookie = new([.. cookies.Select(line => string.Join("; ",
            (line ?? "").Split(';', StringSplitOptions.TrimEntries).Where(one => !IsOurs(one))
                .Select(one => one.StartsWith(Prefix + "gava-", StringComparison.Ordinal) ? one[Prefix.Length..] : one)))]);
    }
}
