namespace Gava.Operations.Documents;

/// <summary>
/// What a letter says. Any text may hold any character: what cannot be printed is dropped, and what the typeface lacks is
/// shown as a visible sign with the real character behind it.
/// </summary>
public sealed record Letter
{
    /// <summary>The document's title, shown by viewers and read first by screen readers.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the text as a BCP 47 tag; a voice is chosen by it.</summary>
    public string Language { get; init; } = "sv";

    /// <summary>The administration's name, then unit and address, at the top left.</summary>
    public required IReadOnlyList<string> Sender { get; init; }

    /// <summary>One to six lines, in the envelope's window; none for what is handed over. A long address is wrapped and set smaller; what then does not fit is cut with an ellipsis.</summary>
    public required IReadOnlyList<string> Recipient { get; init; }

    /// <summary>The date as people write it: 8 maj 2026.</summary>
    public required string Date { get; init; }

    /// <summary>The case's reference: 2026-000123.</summary>
    public required string Reference { get; init; }

    public required string Heading { get; init; }

    /// <summary>The text. A '\n' breaks the line; an empty line begins a new paragraph.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>An address that stands below the text as a code for the camera; null is none.</summary>
    public string? Camera { get; init; }

    /// <summary>Name, title, telephone; kept together on one page.</summary>
    public required IReadOnlyList<string> Signature { get; init; }

    /// <summary>At the foot of each page, at most three lines, beside the page number. Not read aloud.</summary>
    public string? Footer { get; init; }

    /// <summary>UTC. The same content and the same time give the same bytes.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The few words that the layout adds itself.</summary>
    public LetterWords Words { get; init; } = LetterWords.Swedish;
}

/// <summary>The words that the layout adds, in the letter's own language.</summary>
public sealed record LetterWords(string Date, string Reference, string Page, string Of)
{
    public static LetterWords Swedish { get; } = new("Datum", "Vår referens", "Sida", "av");
}
