using System.Text;

namespace Gava.Domain.Cases;

/// <summary>
/// Words as search keeps them: lower case, with the Swedish endings taken off, so that "höjda", "höjd" and "höjdes" meet. The
/// same on both databases. å, ä and ö stay themselves: höra is not hora.
/// </summary>
public static class SwedishStems
{
    // Snowball's Swedish algorithm (BSD-3-Clause in its own implementations): the endings of its first step, longest first.
    private static readonly string[] Endings =
    [
        "heterna", "hetens", "anden", "heten", "heter", "arnas", "ernas", "ornas", "andes", "arens", "andet", "arna", "erna",
        "orna", "ande", "arne", "aste", "aren", "ades", "erns", "ade", "are", "ern", "ens", "het", "ast", "ad", "en", "ar",
        "er", "or", "as", "es", "at", "a", "e",
    ];

    private static readonly string[] DoubleConsonants = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
    private static readonly (string Ending, string Becomes)[] Suffixes = [("fullt", "full"), ("löst", "lös"), ("lig", ""), ("els", ""), ("ig", "")];

    /// <summary>The stems of a text, in order, at most <paramref name="most"/> of them.</summary>
    public static IEnumerable<string> Of(string text, int most = 10_000) => Words(text, most).Select(Stem);

    /// <summary>The words of a text, in order and in lower case, at most <paramref name="most"/> of them.</summary>
    public static IEnumerable<string> Words(string text, int most = 10_000)
    {
        var word = new StringBuilder();
        var count = 0;
        foreach (var c in Composed(text).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                if (word.Length < 60) word.Append(char.ToLowerInvariant(c));
                continue;
            }

            if (word.Length == 0) continue;
            yield return word.ToString();
            word.Clear();
            if (++count == most) yield break;
        }
    }

    // Some computers send å as a and a ring. Half a surrogate pair cannot be composed and becomes a sign.
    private static string Composed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);

    public static string Stem(string word)
    {
        var region = RegionOf(word);
        if (Endings.FirstOrDefault(e => InRegion(word, e, region)) is { } ending) word = word[..^ending.Length];
        else if (InRegion(word, "s", region) && word.Length > 1 && "bcdfghjklmnoprtvy".Contains(word[^2], StringComparison.Ordinal)) word = word[..^1];
        if (DoubleConsonants.Any(d => InRegion(word, d, region))) word = word[..^1];
        foreach (var (suffix, becomes) in Suffixes)
        {
            if (InRegion(word, suffix, region)) return word[..^suffix.Length] + becomes;
        }

        return word;
    }

    /// <summary>R1: after the first consonant that follows a vowel, and never before the third letter.</summary>
    private static int RegionOf(string word)
    {
        var at = 0;
        while (at < word.Length && !IsVowel(word[at])) at++;
        while (at < word.Length && IsVowel(word[at])) at++;
        return Math.Max(at < word.Length ? at + 1 : word.Length, Math.Min(3, word.Length));
    }

    private static bool InRegion(string word, string ending, int region) =>
        word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'å' or 'ä' or 'ö';
}
