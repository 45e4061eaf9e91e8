using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gava.Domain.Tests.Privacy;

/// <summary>One made-up text with the personal data that a person marked in it before the engine saw it; offsets in code points.</summary>
internal sealed record Annotated(string Id, string Text, Span[] Spans)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Annotated> All() =>
        [.. File.ReadLines(Path.Combine(Folder(), "annotated.jsonl")).Select(line => JsonSerializer.Deserialize<Annotated>(line, Web)!)];

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

internal sealed record Span(int Start, int End, string Type);
