using System.Text;

namespace Gava.Domain.Privacy;

/// <summary>Puts placeholders where personal data stood, and counts places in text as others count them.</summary>
public static class Masking
{
    /// <summary>The text with each finding replaced by its placeholder.</summary>
    /// <exception cref="RuleBroken"><c>masking-range</c>: out of bounds, overlapping, or through the middle of a character.</exception>
    public static string Apply(string text, IEnumerable<Finding> findings) => Apply(text, findings, finding => finding.Type.Placeholder());

    /// <summary>The text with each finding replaced by what stands for it.</summary>
    /// <exception cref="RuleBroken">As above.</exception>
    public static string Apply(string text, IEnumerable<Finding> findings, Func<Finding, string> placeholder)
    {
        var masked = new StringBuilder(text.Length);
        var done = 0;
        foreach (var finding in findings.OrderBy(finding => finding.Start))
        {
            Check(text, finding, done);
            masked.Append(text, done, finding.Start - done).Append(placeholder(finding));
            done = finding.End;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Words that many will read, with what the finder finds in them masked. Null is none.</summary>
    /// <param name="longest">In characters. What is longer is given back as it is: it will be refused, and nobody waits for it to be searched first.</param>
    public static string Found(string? text, int longest)
    {
        var words = text ?? "";
        return words.Length > longest ? words : Apply(words, PersonalDataFinder.Default.Find(words));
    }

    /// <summary>The words that somebody wrote to be masked too, with commas or on lines of their own: at most 50.</summary>
    public static IReadOnlyList<string> WordsIn(string? written) =>
        [.. (written ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(w => w.Length is > 1 and <= 200).Distinct(StringComparer.OrdinalIgnoreCase).Take(50)];

    /// <summary>Every place where one of the words stands, whatever its capitals, that no finding covers already.</summary>
    /// <remarks>A word inside a longer word is left alone, but for its genitive: "Ek" is not in "ekonomi", and is in "Eks".</remarks>
    public static IReadOnlyList<Finding> Places(string text, IEnumerable<string> words, IReadOnlyList<Finding> covered)
    {
        List<Finding> places = [];
        foreach (var word in words.OrderByDescending(w => w.Length))
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + word.Length;
                if (end < text.Length && text[end] is 's' or 'S' && char.IsLetter(word[^1]) && !IsWithinWord(text, end + 1)) end++;
                if ((at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(word[0])) || (char.IsLetterOrDigit(word[^1]) && IsWithinWord(text, end))) continue;
                if (covered.Concat(places).All(m => m.End <= at || m.Start >= end)) places.Add(new Finding(at, end - at, PersonalDataType.Person, "tillagt för hand"));
            }
        }

        return places;
    }

    private static bool IsWithinWord(string text, int end) => end < text.Length && end > 0 && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]);

    /// <summary>From UTF-16 units to Unicode code points, as Python, PostgreSQL and the command line count.</summary>
    public static int ToCodePoint(string text, int utf16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16, text.Length);
        var points = utf16;
        for (var i = 1; i < utf16; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) points--;
        return points;
    }

    /// <summary>From Unicode code points to UTF-16 units, as .NET and JavaScript count.</summary>
    public static int ToUtf16(string text, int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        var unit = 0;
        for (var point = 0; point < codePoint; point++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, text.Length, nameof(codePoint));
            unit += IsPairAt(text, unit) ? 2 : 1;
        }

        return unit;
    }

    private static void Check(string text, Finding finding, int done)
    {
        if (finding.Start < 0 || finding.Length <= 0 || finding.Length > text.Length - finding.Start)
            throw Broken("En maskering måste ligga inom texten.");
        if (finding.Start < done)
            throw Broken("Två maskeringar får inte täcka samma ställe i texten.");
        if (IsInsidePair(text, finding.Start) || IsInsidePair(text, finding.End))
            throw Broken("En maskering måste börja och sluta mellan två tecken.");
    }

    private static bool IsInsidePair(string text, int place) => place > 0 && IsPairAt(text, place - 1);

    private static bool IsPairAt(string text, int place) =>
        place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]);

    private static RuleBroken Broken(string sentence) => new("masking-range", sentence, "maskings");
}
