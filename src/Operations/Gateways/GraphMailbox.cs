using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gava.Domain.Deadlines;

namespace Gava.Operations.Gateways;

/// <summary>A mailbox in Microsoft 365 and the application that may read it.</summary>
public sealed record GraphSettings
{
    /// <summary>The tenant's id or one of its domains.</summary>
    public required string Tenant { get; init; }

    /// <summary>The application's id.</summary>
    public required string Client { get; init; }

    public required string Secret { get; init; }

    /// <summary>The mailbox's address.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The folder that a message is moved to when it is taken: a well-known name or an id. Null leaves it in the inbox, read.</summary>
    public string? MoveTo { get; init; }

    public Uri LoginUrl { get; init; } = new("https://login.microsoftonline.com");

    public Uri Url { get; init; } = new("https://graph.microsoft.com");

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    // The compiler's own would hold the secret.
    public override string ToString() => nameof(GraphSettings);
}

/// <summary>A message that waits in the inbox.</summary>
/// <param name="Id">The same for ever, wherever the message is moved.</param>
/// <param name="ArrivedAt">UTC.</param>
public sealed record GraphMessage(string Id, DateTime? ArrivedAt);

/// <summary>Microsoft 365 refused or did not answer. The message holds a status and nothing of the mail or the secret.</summary>
public sealed class GraphRefused(string status, TimeSpan? wait = null) : Exception(status)
{
    /// <summary>How long it wants to be left alone; null when it did not say.</summary>
    public TimeSpan? Wait { get; } = wait;
}

/// <summary>
/// Reads a mailbox through Microsoft Graph with the application's own token (client credentials; learn.microsoft.com/graph/api/resources/message).
/// Messages have immutable ids, since the bytes of one message need not be the same twice.
/// </summary>
public sealed class GraphMailbox(GraphSettings? settings, TimeProvider clock) : IDisposable
{
    private const int PageSize = 50;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = settings?.Patience ?? TimeSpan.FromSeconds(60) };
    private (string Value, DateTime Until)? token;

    public bool IsOn => settings is not null;

    private GraphSettings Settings => settings ?? throw new InvalidOperationException("There is no mailbox.");

    private string Messages => $"{Base}/v1.0/users/{Uri.EscapeDataString(Settings.Mailbox)}/messages";

    private string Base => Settings.Url.ToString().TrimEnd('/');

    /// <summary>Unread messages of the inbox, so many at most. All pages are read before anything is changed, since what is read moves the pages.</summary>
    /// <exception cref="GraphRefused">It was refused, or nobody answered.</exception>
    public async Task<IReadOnlyList<GraphMessage>> UnreadAsync(int most, CancellationToken cancellation = default)
    {
        List<GraphMessage> found = [];
        var next = Messages.Replace("/messages", "/mailFolders/inbox/messages", StringComparison.Ordinal)
            + $"?$filter=isRead%20eq%20false&$select=id,receivedDateTime&$top={PageSize.ToString(CultureInfo.InvariantCulture)}";
        while (next is not null && found.Count < most)
        {
            using var page = Json(await AskAsync(HttpMethod.Get, next, cancellation: cancellation));
            if (!page.RootElement.TryGetProperty("value", out var messages) || messages.ValueKind != JsonValueKind.Array) throw new GraphRefused("answer");
            found.AddRange(messages.EnumerateArray().Select(MessageIn));
            next = page.RootElement.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            // The token goes to nobody else.
            if (next is not null && !next.StartsWith(Base + "/", StringComparison.Ordinal)) throw new GraphRefused("nextLink");
        }

        return [.. found.DistinctBy(m => m.Id).Take(most)];
    }

    /// <summary>The whole message as it came; null when it is not there any more.</summary>
    /// <inheritdoc cref="UnreadAsync"/>
    public async Task<byte[]?> RawAsync(GraphMessage message, CancellationToken cancellation = default)
    {
        try
        {
            return await AskAsync(HttpMethod.Get, $"{Messages}/{Uri.EscapeDataString(message.Id)}/$value", cancellation: cancellation);
        }
        catch (GraphRefused gone) when (gone.Message == "404")
        {
            return null;
        }
    }

    /// <summary>It is taken: read, and moved where that is set.</summary>
    /// <inheritdoc cref="UnreadAsync"/>
    public async Task DoneAsync(GraphMessage message, CancellationToken cancellation = default)
    {
        var address = $"{Messages}/{Uri.EscapeDataString(message.Id)}";
        await AskAsync(HttpMethod.Patch, address, """{"isRead":true}""", cancellation);
        if (Settings.MoveTo is { } folder) await AskAsync(HttpMethod.Post, $"{address}/move", $$"""{"destinationId":{{JsonSerializer.Serialize(folder)}}}""", cancellation);
    }

    public void Dispose() => client.Dispose();

    private async Task<byte[]> AskAsync(HttpMethod method, string address, string? json = null, CancellationToken cancellation = default)
    {
        for (var again = false; ; again = true)
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellation));
            request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
            if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            var (status, wait, body) = await SendAsync(request, cancellation);
            if (status is >= 200 and < 300) return body;
            // A token may be taken back before its time. One new one is asked for, no more.
            if (status == (int)HttpStatusCode.Unauthorized) token = null;
            if (status != (int)HttpStatusCode.Unauthorized || again) throw new GraphRefused(status.ToString(CultureInfo.InvariantCulture), wait);
        }
    }

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        var now = StockholmTime.Now(clock);
        if (token is { } known && known.Until > now) return known.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Settings.LoginUrl.ToString().TrimEnd('/')}/{Uri.EscapeDataString(Settings.Tenant)}/oauth2/v2.0/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Settings.Client,
                ["client_secret"] = Settings.Secret,
                ["scope"] = $"{Base}/.default",
            }),
        };
        var (status, wait, body) = await SendAsync(request, cancellation);
        if (status != (int)HttpStatusCode.OK) throw new GraphRefused($"token {status.ToString(CultureInfo.InvariantCulture)}", wait);
        using var answer = Json(body);
        if (!answer.RootElement.TryGetProperty("access_token", out var value) || value.GetString() is not { Length: > 0 } text) throw new GraphRefused("token");
        var seconds = answer.RootElement.TryGetProperty("expires_in", out var expires) && expires.TryGetInt32(out var given) ? given : 300;
        // A minute before its end, so that it does not end on the way.
        token = (text, now.AddSeconds(Math.Max(0, seconds - 60)));
        return text;
    }

    private async Task<(int Status, TimeSpan? Wait, byte[] Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.SendAsync(request, cancellation);
            return ((int)answer.StatusCode, WaitIn(answer), await answer.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new GraphRefused("silent");
        }
        catch (HttpRequestException)
        {
            throw new GraphRefused("unreachable");
        }
    }

    private TimeSpan? WaitIn(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter switch { { Delta: { } delta } => delta, { Date: { } date } => date - clock.GetUtcNow(), _ => (TimeSpan?)null };
        if (asked is null) return answer.StatusCode == HttpStatusCode.TooManyRequests ? TimeSpan.FromMinutes(1) : null;
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked < LongestWait ? asked : LongestWait;
    }

    private static JsonDocument Json(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body) is { RootElement.ValueKind: JsonValueKind.Object } document ? document : throw new GraphRefused("answer");
        }
        catch (JsonException)
        {
            throw new GraphRefused("answer");
        }
    }

    private static GraphMessage MessageIn(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String || id.GetString() is not { Length: > 0 } text) throw new GraphRefused("answer");
        var arrived = message.TryGetProperty("receivedDateTime", out var at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var moment) ? moment.UtcDateTime : (DateTime?)null;
        return new(text, arrived);
    }
}
