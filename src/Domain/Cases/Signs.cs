namespace Gava.Domain.Cases;

/// <summary>Words and beginnings of words that point to something in a text: "överklag" is in "Jag överklagar".</summary>
public static class Signs
{
    /// <summary>True when a word of the text begins with the sign, or the sign's words stand there together.</summary>
    public static bool IsIn(string text, string sign)
    {
        if (sign.Length == 0) return false;
        for (var at = text.IndexOf(sign, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(sign, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        }

        return false;
    }

    /// <summary>The first of the signs that is in the text; null when none is.</summary>
    public static string? FirstIn(string text, IEnumerable<string> signs) => signs.FirstOrDefault(sign => IsIn(text, sign));

    /// <summary>The text on one line: what stands on two lines stands together.</summary>
    internal static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
