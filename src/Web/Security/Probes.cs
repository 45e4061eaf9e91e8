using System.Net;

namespace Gava.Web.Security;

/// <summary>The addresses for whoever watches the server.</summary>
public static class Probes
{
    public static void MapProbes(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n")).Open("Lever servern?");
        app.MapGet("/readyz", async (Readiness readiness, CancellationToken cancellation) =>
            await readiness.MissingAsync(cancellation) is { } missing ? Results.Text($"{missing}\n", statusCode: 503) : Results.Text("ok\n")).Open("Kan den arbeta?");
        app.MapGet("/metrics", async (HttpContext context, Metrics metrics, CancellationToken cancellation) =>
            context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
                ? Results.Text(await metrics.WriteAsync(cancellation), "text/plain; version=0.0.4; charset=utf-8")
                : Results.NotFound()).Open("Mätvärden, bara för den egna maskinen.");
    }

    private static void Open(this RouteHandlerBuilder route, string what) => route.AllowAnonymous().ExcludeFromDescription().WithDisplayName(what);
}
