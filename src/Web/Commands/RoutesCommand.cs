using System.CommandLine;
using Microsoft.AspNetCore.Authorization;

namespace Gava.Web.Commands;

/// <summary><c>gava routes</c>: every address with its method and the right that it takes.</summary>
internal static class RoutesCommand
{
    public static Command Make()
    {
        var command = new Command("routes", "Alla adresser: metod, mall, rättighet.");
        command.SetAction(_ =>
        {
            // Nothing is opened: the addresses are known before any database is.
            var builder = Serve.NewBuilder(["--Gava:Vault:Key=" + Convert.ToBase64String(new byte[32])]);
            builder.Logging.ClearProviders();
            var app = Serve.Build(builder);
            foreach (var line in Lines(app)) Console.Out.WriteLine(line);
            return Tools.Done;
        });
        return command;
    }

    /// <summary>One line an address and method, in order.</summary>
    internal static IEnumerable<string> Lines(IEndpointRouteBuilder app) => app.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
        .SelectMany(e => Methods(e).Select(method => $"{method}\t/{e.RoutePattern.RawText?.TrimStart('/')}\t{Right(e)}"))
        .Distinct().Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    private static string Right(RouteEndpoint endpoint) => endpoint switch
    {
        _ when endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null => "open",
        // Nothing asks who it is.
        _ when endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null => "open",
        _ when endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true => "key",
        _ => "staff",
    };
}
