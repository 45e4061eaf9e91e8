using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gava.Web.Tests.Testing;

/// <summary>
/// Stands in for Microsoft's login and Graph: a server on the loopback that knows one application, one mailbox and its messages, and answers as
/// Microsoft's documentation says (learn.microsoft.com/graph/api/user-list-messages, /v2-oauth2-client-creds-grant-flow).
/// </summary>
public sealed class GraphStandIn : IAsyncDisposable
{
    public const string Secret = "hemligt~8Q-inte.i.loggen";
    public const string Mailbox = "synpunkter@kommun.example";
    private const int PageSize = 2;

    private readonly WebApplication app;
    private readonly Lock turn = new();
    private readonly List<(string Id, Func<byte[]> Raw)> inbox = [];
    private string token = "";

    private GraphStandIn(WebApplication app) => this.app = app;

    public string Url { get; private set; } = "";

    /// <summary>Every request, as "GET /v1.0/…", in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The ids of messages that were marked as read.</summary>
    public ConcurrentBag<string> Read { get; } = [];

    /// <summary>The ids of messages that were moved, and where.</summary>
    public ConcurrentBag<(string Id, string Folder)> Moved { get; } = [];

    /// <summary>How many tokens were given.</summary>
    public int Tokens { get; private set; }

    /// <summary>Answers in place of the mailbox when it gives a status; the headers may be set.</summary>
    public Func<HttpRequest, HttpResponse, Task<bool>>? Instead { get; set; }

    public static async Task<GraphStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var graph = new GraphStandIn(server);
        server.Run(graph.AnswerAsync);
        await server.StartAsync();
        graph.Url = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return graph;
    }

    public (string Key, string Value)[] Settings =>
    [
        ("Gava:Mail:Inbox:Graph:Tenant", "kommun.example"), ("Gava:Mail:Inbox:Graph:Client", "11111111-2222-3333-4444-555555555555"), ("Gava:Mail:Inbox:Graph:Secret", Secret),
        ("Gava:Mail:Inbox:Graph:Mailbox", Mailbox), ("Gava:Mail:Inbox:Graph:LoginUrl", Url), ("Gava:Mail:Inbox:Graph:Url", Url),
    ];

    /// <summary>A message that waits; its bytes are asked for anew each time, as Exchange writes them anew.</summary>
    public void Put(string id, Func<byte[]> raw)
    {
        lock (turn) inbox.Add((id, raw));
    }

    /// <summary>The token that was given counts no more.</summary>
    public void ForgetToken() => token = "";

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Asked.Enqueue($"{request.Method} {request.Path}");
        if (request.Path.Value!.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            await GiveTokenAsync(request, response);
            return;
        }

        if (Instead is { } other && await other(request, response)) return;
        if (token.Length == 0 || request.Headers.Authorization != $"Bearer {token}")
        {
            response.StatusCode = 401;
            return;
        }

        // An id may have a slash in it, which a path keeps as it was sent.
        var parts = request.Path.Value.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (parts is not ["v1.0", "users", Mailbox, ..] || request.Headers["Prefer"] != "IdType=\"ImmutableId\"") response.StatusCode = 400;
        else if (parts is [_, _, _, "mailFolders", "inbox", "messages"]) await response.WriteAsJsonAsync(PageOf(request));
        else if (parts is [_, _, _, "messages", var id, "$value"] && request.Method == "GET") await GiveAsync(response, id);
        else if (parts is [_, _, _, "messages", var read] && request.Method == "PATCH") await ChangeAsync(request, body => body.GetProperty("isRead").GetBoolean(), _ => Read.Add(read));
        else if (parts is [_, _, _, "messages", var moved, "move"] && request.Method == "POST") await ChangeAsync(request, _ => true, body => Moved.Add((moved, body.GetProperty("destinationId").GetString()!)));
        else response.StatusCode = 404;
    }

    private async Task GiveTokenAsync(HttpRequest request, HttpResponse response)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_secret"] != Secret || form["scope"] != $"{Url}/.default" || !request.Path.StartsWithSegments("/kommun.example"))
        {
            response.StatusCode = 401;
            return;
        }

        token = $"token-{++Tokens}";
        await response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3599, access_token = token });
    }

    private Dictionary<string, object> PageOf(HttpRequest request)
    {
        lock (turn)
        {
            // Unread only, as the filter asks: pages move when something is read in between.
            if (request.Query["$filter"] != "isRead eq false") return [];
            var waiting = inbox.Where(m => !Read.Contains(m.Id)).ToList();
            var skip = int.TryParse(request.Query["$skip"], out var asked) ? asked : 0;
            Dictionary<string, object> page = new() { ["value"] = waiting.Skip(skip).Take(PageSize).Select(m => new { id = m.Id, receivedDateTime = "2026-04-24T09:00:00Z" }).ToList() };
            if (waiting.Count > skip + PageSize) page["@odata.nextLink"] = $"{Url}{request.Path}?$filter=isRead%20eq%20false&$skip={skip + PageSize}";
            return page;
        }
    }

    private async Task GiveAsync(HttpResponse response, string id)
    {
        Func<byte[]>? raw;
        lock (turn) raw = inbox.FirstOrDefault(m => m.Id == id).Raw;
        if (raw is null) response.StatusCode = 404;
        else await response.Body.WriteAsync(raw());
    }

    private static async Task ChangeAsync(HttpRequest request, Func<JsonElement, bool> mayBe, Action<JsonElement> change)
    {
        var body = await request.ReadFromJsonAsync<JsonElement>();
        if (mayBe(body)) change(body);
        await request.HttpContext.Response.WriteAsJsonAsync(new { });
    }
}
