namespace Gava.Domain.Cases;

/// <summary>How alike two texts are, by the stems of the words that carry them (R-IN-12).</summary>
public sealed class LikelySame
{
    private const int MostWords = 120;
    private const int LeastShared = 3;
    private const double LeastShare = 0.5;

    // Words that any text has, and what masking leaves behind.
    private static readonly HashSet<string> Common =
    [
        .. SwedishStems.Of("""
            alla allt att av bara blev bli blir de dem den denna det detta dig din där då efter ej eller en er ett från för får fick före ha hade han har
            hon hur här i igen in ingen inte jag kan kom kommer kunde man med men mig min mot mycket ni nu när någon något några och också om oss på sa se sedan
            sig sin ska skulle som så till upp ut utan vad var vara varför varit vem vi vid vill är över namn telefon personnummer adress epost
            """),
    ];

    private readonly HashSet<string> stems;

    public LikelySame(string text) => stems = StemsOf(text);

    /// <summary>True when the other text says so much of the same that a person should look.</summary>
    public bool As(string other)
    {
        if (stems.Count < LeastShared) return false;
        var others = StemsOf(other);
        var shared = others.Count(stems.Contains);
        return shared >= LeastShared && shared >= LeastShare * Math.Min(stems.Count, others.Count);
    }

    /// <summary>False for a stem that any text has, or that is too short to say anything.</summary>
    internal static bool Tells(string stem) => stem.Length > 2 && !Common.Contains(stem);

    /// <summary>The telling stems of a text, each with the word that it came from first.</summary>
    /// <param name="most">So many words are read.</param>
    internal static Dictionary<string, string> TellingOf(string text, int most)
    {
        Dictionary<string, string> telling = new(StringComparer.Ordinal);
        foreach (var word in SwedishStems.Words(text, most))
        {
            if (SwedishStems.Stem(word) is var stem && Tells(stem)) telling.TryAdd(stem, word);
        }

        return telling;
    }

    private static HashSet<string> StemsOf(string text) => [.. SwedishStems.Of(text, MostWords).Where(Tells)];
}
