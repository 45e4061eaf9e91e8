using System.Text.Json;

namespace Gava.Web.Text;

/// <summary>A text and the language that it is in.</summary>
public sealed record OwnText(string Text, Tongue Tongue);

/// <summary>
/// The municipality's own words on the citizens' pages, by place and language; what is not written in a language is shown in Swedish. Plain text: nothing in it
/// becomes part of the page.
/// </summary>
public sealed class OwnWords
{
    /// <summary>Where they can stand: on the form, on the receipt, in the information on personal data.</summary>
    public static readonly IReadOnlyList<string> Places = ["form", "receipt", "privacy"];

    /// <summary>At most so many characters in a text.</summary>
    public const int Longest = 2000;

    private static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    private readonly Dictionary<(string Place, string Language), string> texts;

    private OwnWords(Dictionary<(string Place, string Language), string> texts) => this.texts = texts;

    public static OwnWords None { get; } = new([]);

    /// <exception cref="FormatException">It says something else; the message is a Swedish sentence that says what, and what would be right.</exception>
    public static OwnWords Parse(string json)
    {
        Dictionary<(string, string), string> read = [];
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            foreach (var place in document.RootElement.EnumerateObject())
            {
                if (!Places.Contains(place.Name)) throw new FormatException($"\"{place.Name}\" är ingen plats för egna ord. Välj bland {string.Join(", ", Places)}.");
                foreach (var text in place.Value.EnumerateObject()) read[(place.Name, Language(text.Name))] = Checked(text.Value.GetString(), $"{place.Name}.{text.Name}");
                if (!read.ContainsKey((place.Name, "sv"))) throw new FormatException($"\"{place.Name}\" saknar sv. Den svenska texten visas för den vars språk saknas.");
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new FormatException("Skriv {\"form\": {\"sv\": \"…\", \"en\": \"…\"}, …}, med en text för varje språk.", fault);
        }

        return new(read);
    }

    /// <summary>What the municipality says there, in the reader's language or in Swedish; null where it says nothing.</summary>
    public OwnText? Of(string place, Tongue tongue) =>
        texts.TryGetValue((place, tongue.Code), out var own) ? new(own, tongue)
        : texts.TryGetValue((place, "sv"), out var swedish) ? new(swedish, Tongue.Find("sv")) : null;

    private static string Language(string code) => Tongue.All.Any(t => t.Code == code) ? code
        : throw new FormatException($"\"{code}\" är inget av språken. Välj bland {string.Join(", ", Tongue.All.Select(t => t.Code))}.");

    private static string Checked(string? text, string where) => text?.Trim() is { Length: > 0 and <= Longest } trimmed && !trimmed.Any(c => char.IsControl(c) && c != '\n') ? trimmed
        : throw new FormatException($"Texten {where} ska ha 1 till {Longest} tecken som går att läsa.");
}
