using System.Globalization;
using System.Text.Json;
using Gava.Domain.Deadlines;

namespace Gava.Web.Text;

/// <summary>
/// What citizens read, in one language: one file each, the same keys in all (R-IN-04). A text that is missing fails a test; here the
/// Swedish one stands for it.
/// </summary>
public sealed class Tongue
{
    private const string First = "sv";

    private static readonly string[] Order = [First, "sv-latt", "en", "fi", "ar", "so"];

    private static readonly Lazy<IReadOnlyList<Tongue>> Read = new(() => [.. Order.Select(Load)]);

    private readonly IReadOnlyDictionary<string, string> texts;

    private Tongue(string code, string name, string direction, bool isChecked, IReadOnlyDictionary<string, string> texts)
    {
        (Code, Name, Direction, IsChecked, this.texts) = (code, name, direction, isChecked, texts);
        Culture = CultureInfo.GetCultureInfo(code switch { "sv" or "sv-latt" => "sv-SE", "en" => "en-GB", "fi" => "fi-FI", "ar" => "ar", _ => "so-SO" });
    }

    public static IReadOnlyList<Tongue> All => Read.Value;

    /// <summary>In addresses and on the case: sv, sv-latt, en, fi, ar, so.</summary>
    public string Code { get; }

    /// <summary>What its speakers call it.</summary>
    public string Name { get; }

    /// <summary>ltr or rtl.</summary>
    public string Direction { get; }

    /// <summary>True when somebody who speaks it has read it.</summary>
    public bool IsChecked { get; }

    /// <summary>For screen readers and browsers: easy Swedish is Swedish.</summary>
    public string Html => Code.Split('-')[0];

    public CultureInfo Culture { get; }

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text; where it is missing, the Swedish one.</summary>
    public string this[string key] => texts.GetValueOrDefault(key) ?? All[0].texts[key];

    public bool Has(string key) => texts.ContainsKey(key);

    public string Of(string key, params object?[] parts) => string.Format(Culture, this[key], parts);

    /// <summary>The language asked for; Swedish when nobody knows it.</summary>
    public static Tongue Find(string? code) => All.FirstOrDefault(t => t.Code == code) ?? All[0];

    /// <summary>The language that an address or a browser names; null when it is none of ours. "en-GB" is English.</summary>
    public static Tongue? Known(string? code) => All.FirstOrDefault(t => t.Code == code) ?? All.FirstOrDefault(t => t.Code == code?.Split('-')[0]);

    /// <summary>"tisdag 28 april", in the reader's way; years too where it is another one.</summary>
    public string Day(DateOnly day, DateOnly today)
    {
        if (Html == First) return Swedish.Day(day, today);
        var pattern = Code == "en" ? "dddd d MMMM" : Code == "fi" ? "dddd'na' d. MMMM" : "d/M";
        // A date in figures stays whole, and is read from the left among letters that are read from the right.
        if (Code is "ar" or "so") return $"\u2066{day.ToString("yyyy-MM-dd", Culture).Replace('-', '\u2011')}\u2069";
        return day.ToString(day.Year == today.Year ? pattern : pattern + " yyyy", Culture);
    }

    public string Moment(DateTime utc)
    {
        var local = StockholmTime.ToLocal(utc);
        return Html == First ? Swedish.Moment(utc) : local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// "tio arbetsdagar", as it stands after "inom". The forms of a language are divided by |: one form, one and more, or one, two, some
    /// (3–10) and many, as Arabic has them. Numbers that the language's file spells out are words, others digits.
    /// </summary>
    public string Length(Length length)
    {
        if (length == Domain.Deadlines.Length.AtOnce) return this["length.atOnce"];
        var forms = this[$"length.{char.ToLowerInvariant(length.Unit.ToString()[0])}{length.Unit.ToString()[1..]}"].Split('|');
        var form = (forms.Length, length.Amount) switch
        {
            (1, _) => 0,
            (2, var n) => n == 1 ? 0 : 1,
            (_, 1) => 0,
            (_, 2) => 1,
            (_, var n) => n % 100 is >= 3 and <= 10 ? 2 : 3,
        };
        var words = this["numbers"].Split(' ');
        return string.Format(Culture, forms[form], length.Amount < words.Length && words.Length > 1 ? words[length.Amount] : length.Amount.ToString(Culture));
    }

    private static Tongue Load(string code)
    {
        using var stream = typeof(Tongue).Assembly.GetManifestResourceStream($"languages/{code}.json") ?? throw new InvalidOperationException($"The texts of {code} are not embedded.");
        var file = JsonSerializer.Deserialize<TongueFile>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"The texts of {code} are empty.");
        return new(code, file.Name, file.Dir ?? "ltr", file.State == "checked", file.Texts);
    }

    private sealed record TongueFile(string Name, string? Dir, string State, Dictionary<string, string> Texts);
}
