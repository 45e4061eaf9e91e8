using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gava.Domain;

namespace Gava.Operations.Registers;

/// <summary>A column of an older register.</summary>
/// <param name="Heading">As it stands in the list.</param>
/// <param name="Field">A code of <see cref="RegisterField"/>.</param>
public sealed record MappedColumn(string Heading, string Field);

/// <summary>
/// How an older register is read: which sheet, which columns are what, what its words mean (docs/registers.md). The same map writes
/// the list with its own columns again (R-SYS-04).
/// </summary>
public sealed record RegisterMap
{
    /// <summary>What the register is called. Two maps with the same name read the same register, and no row of it twice.</summary>
    public required string Register { get; init; }

    /// <summary>The sheet's name; null is the first, or the only one.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row with the headings, the first row of the file being 1.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>In the order in which they stand. A heading that is not here is kept as it is.</summary>
    public IReadOnlyList<MappedColumn> Columns { get; init; } = [];

    /// <summary>For each field of few words, what its words mean: channel → "Tel" → "phone".</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>What a field is where its cell is empty or has no column: unit, kind, channel, status.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>How days are written, beside the usual ways; as .NET has it, "d/M-yy".</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 8,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="RuleBroken">It is no map, or says what no map can say.</exception>
    public static RegisterMap Parse(string json)
    {
        try
        {
            return (JsonSerializer.Deserialize<RegisterMap>(json, Json) ?? throw Wrong("Kartan är tom.")).Checked();
        }
        catch (JsonException fault)
        {
            throw Wrong($"Kartan går inte att läsa. Se rad {fault.LineNumber + 1}{(fault.Path is { Length: > 1 } path ? $", {path.TrimStart('$', '.')}" : "")}. En karta har register, sheet, headerRow, columns, values, constants och dateFormats.");
        }
    }

    /// <summary>What a word of a field means; null when the map does not say.</summary>
    public string? Meaning(string field, string words) =>
        Values.TryGetValue(field, out var known) ? known.Where(k => RegisterWords.Plain(k.Key) == RegisterWords.Plain(words)).Select(k => k.Value).FirstOrDefault() : null;

    /// <summary>How the register itself would write it; null when the map does not say.</summary>
    public string? Written(string field, string meaning) =>
        Values.TryGetValue(field, out var known) ? known.Where(k => k.Value == meaning).Select(k => k.Key).FirstOrDefault() : null;

    public string? Constant(string field) => Constants.TryGetValue(field, out var value) && value.Length > 0 ? value : null;

    public MappedColumn? Column(string field) => Columns.FirstOrDefault(c => c.Field == field);

    /// <exception cref="RuleBroken">As <see cref="Parse"/>.</exception>
    public RegisterMap Checked()
    {
        if (string.IsNullOrWhiteSpace(Register) || Register.Length > 100 || Register.Any(char.IsControl)) throw Wrong("register: skriv vad registret heter, högst 100 tecken.");
        if (HeaderRow is < 1 or > 10_000) throw Wrong("headerRow: skriv vilken rad rubrikerna står på.");
        foreach (var column in Columns)
        {
            if (column?.Heading is null || RegisterField.Of(column.Field ?? "") is null)
            {
                throw Wrong($"columns: varje kolumn har heading och field. field är ett av {string.Join(", ", RegisterField.All.Select(f => f.Code))}.");
            }
        }

        if (Columns.Where(c => c.Field is not (RegisterField.Keep or RegisterField.Skip)).GroupBy(c => c.Field).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Wrong($"Två kolumner är {RegisterField.Of(twice.Key)!.Label.ToLowerInvariant()}. Välj en av dem, och behåll den andra som den är.");
        }

        foreach (var field in Values.Keys.Where(f => !RegisterField.Translated.Contains(f))) throw Wrong($"values: välj bland {string.Join(", ", RegisterField.Translated)}.");
        foreach (var field in Constants.Keys.Where(f => f is not (RegisterField.Unit or RegisterField.Kind or RegisterField.Channel or RegisterField.Status)))
        {
            throw Wrong("constants: välj bland unit, kind, channel, status.");
        }

        if (DateFormats.Any(f => string.IsNullOrWhiteSpace(f) || f.Length > 40)) throw Wrong("dateFormats: skriv som d/M-yy.");
        return this;
    }

    private static RuleBroken Wrong(string sentence) => new("map-wrong", sentence, "map");
}
