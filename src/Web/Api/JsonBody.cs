using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gava.Domain;
using Gava.Domain.Deadlines;

namespace Gava.Web.Api;

/// <summary>A request's JSON, read field by field, so that a wrong one is named: "kind ska vara en text".</summary>
public sealed class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };
    private readonly JsonElement root;
    private readonly string prefix;

    private JsonBody(JsonElement root, string prefix) => (this.root, this.prefix) = (root, prefix);

    /// <exception cref="RuleBroken">It is no JSON object.</exception>
    public static async Task<JsonBody> ReadAsync(HttpRequest request)
    {
        try
        {
            if (request.ContentLength == 0) return new(JsonDocument.Parse("{}").RootElement, "");
            using var document = await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return new(document.RootElement.Clone(), "");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The sentence below says it; the parser's own message repeats what was sent.
        }

        throw new RuleBroken("type-wrong", "Skicka ett JSON-objekt, { … }.");
    }

    /// <summary>Of what was sent, to tell two requests apart.</summary>
    public string Digest => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(root.GetRawText())));

    public string? Text(string name) => Of(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => Read(value) ?? throw Wrong(name, "en text i UTF-8, utan halva tecken"),
        _ => throw Wrong(name, "en text"),
    };

    /// <summary>Bytes, written in base64.</summary>
    public byte[]? Bytes(string name) => Of(name) is { } value
        ? value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) ? bytes : throw Wrong(name, "innehållet i base64")
        : null;

    public bool? Flag(string name) => Of(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true eller false"),
    };

    public int? Whole(string name) => Of(name) is { } value
        ? value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, "ett heltal")
        : null;

    /// <summary>A moment in ISO 8601; without offset it is Stockholm's. UTC.</summary>
    public DateTime? Moment(string name)
    {
        if (Text(name) is not { } text) return null;
        return WrittenMoment.Parse(text) ?? throw Wrong(name, "en tidpunkt som 2026-04-24T14:10 eller 2026-04-24T14:10+02:00");
    }

    public DateOnly? Day(string name) => Text(name) is { } text
        ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong(name, "ett datum som 2026-05-04")
        : null;

    public JsonBody? Object(string name) => Of(name) is { } value
        ? value.ValueKind == JsonValueKind.Object ? new(value, $"{prefix}{name}.") : throw Wrong(name, "ett objekt")
        : null;

    public IReadOnlyList<JsonBody>? Items(string name)
    {
        if (Of(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) throw Wrong(name, "en lista");
        return [.. value.EnumerateArray().Select((item, i) => item.ValueKind == JsonValueKind.Object
            ? new JsonBody(item, $"{prefix}{name}[{i}].") : throw Wrong($"{name}[{i}]", "ett objekt"))];
    }

    public IReadOnlyList<string>? Texts(string name)
    {
        if (Of(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) throw Wrong(name, "en lista");
        return [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String && Read(item) is { } text ? text : throw Wrong(name, "en lista av texter"))];
    }

    public T? Choice<T>(string name) where T : struct, Enum => Text(name) is { } text
        ? Enum.GetNames<T>().FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)) is { } known ? Enum.Parse<T>(known)
            : throw Wrong(name, "något av " + string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])))
        : null;

    private JsonElement? Of(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Null when the bytes are no UTF-8 or an escape leaves half a character.</summary>
    private static string? Read(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private RuleBroken Wrong(string name, string what) => new("type-wrong", $"{prefix}{name} ska vara {what}.", $"{prefix}{name}");
}
