using System.Text;

namespace Gava.Domain.Privacy;

/// <summary>Puts placeholders where personal data stood, and counts places in text as others count them.</summary>
public static class Masking
{
    /// <summary>The text with each finding replaced by its placeholder.</summary>
    /// <exception cref="RuleBroken"><c>masking-range</c>: out of bounds, overlapping, or through the middle of a character.</exception>
    public static string Apply(string text, IEnumerable<Finding> findings)
    {
        var masked = new StringBuilder(text.Length);
        var done = 0;
        foreach (var finding in findings.OrderBy(finding => finding.Start))
        {
            Check(text, finding, done);
            masked.Append(text, done, finding.Start - done).Append(finding.Type.Placeholder());
            done = finding.End;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

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
