using System.Text.Json;
using System.Text.Json.Nodes;
using Gava.Domain.Routines;

namespace Gava.Domain.Tests.Testing;

/// <summary>
/// routines/routine.schema.json, read beside a routine: which rule of the schema each value of a file stands under. A part that
/// <see cref="RoutineReader.Parts"/> knows is a definition with the same name; the part "routine" is the root.
/// </summary>
internal static class RoutineSchema
{
    private const string Definitions = "#/$defs/";

    public static readonly JsonObject Root = (JsonObject)JsonNode.Parse(Make.RoutineFile("routine.schema"))!;

    public static JsonObject Part(string part) => part == "routine" ? Root : (JsonObject)Root["$defs"]![part]!;

    /// <summary>The rule itself, and those that it refers to.</summary>
    public static IEnumerable<JsonObject> With(JsonObject rule) =>
        rule["$ref"] is { } reference ? [rule, .. With(Part($"{reference}"[Definitions.Length..]))] : [rule];

    /// <summary>The first that is said under a key, by the rule or by what it refers to.</summary>
    public static JsonNode? Says(JsonObject rule, string key) => With(rule).Select(r => r[key]).FirstOrDefault(said => said is not null);

    public static Dictionary<string, JsonObject> Properties(JsonObject rule) =>
        With(rule).SelectMany(r => r["properties"]?.AsObject() ?? []).ToDictionary(p => p.Key, p => (JsonObject)p.Value!);

    public static string[] Words(JsonNode? list) => [.. list?.AsArray().Select(word => $"{word}") ?? []];

    public static JsonNode Parsed(string json) =>
        JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!;

    /// <summary>Every value of the file with its rule, and the part that an object is.</summary>
    public static IEnumerable<Place> Places(JsonNode file) => Below(new(file, Root, "routine", null, []));

    private static IEnumerable<Place> Below(Place place)
    {
        IEnumerable<Place> nearest = place.Value switch
        {
            JsonObject members => members.Select(m => Under(place, m.Key, m.Value!, Properties(place.Rule)[m.Key])),
            JsonArray items => items.Select((item, i) => Under(place, i, item!, (JsonObject)Says(place.Rule, "items")!)),
            _ => [],
        };
        return [place, .. nearest.SelectMany(Below)];
    }

    private static Place Under(Place holder, object step, JsonNode value, JsonObject rule)
    {
        var part = rule["$ref"] is { } reference ? $"{reference}"[Definitions.Length..] : null;
        return new(value, rule, part is not null && RoutineReader.Parts.ContainsKey(part) ? part : null, holder, [.. holder.Path, step]);
    }

    /// <param name="Part">The part that the value is; null for what is none.</param>
    /// <param name="Holder">The object or list that holds it; null for the whole file.</param>
    /// <param name="Path">Names and positions from the root.</param>
    public sealed record Place(JsonNode Value, JsonObject Rule, string? Part, Place? Holder, object[] Path)
    {
        /// <summary>The same place in another copy of the file.</summary>
        public JsonNode In(JsonNode file) => Path.Aggregate(file, (node, step) => step is int i ? node[i]! : node[(string)step]!);

        public override string ToString() => string.Join('.', Path);
    }
}
