using System.Globalization;
using System.Net;
using System.Text;

namespace Gava.Operations.Mail;

/// <summary>Character references of HTML: numbers, names, and the commonest names without their semicolon.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;

    /// <summary>What mail programs write and the platform's own table, which is HTML 4's, lacks.</summary>
    private static readonly Dictionary<string, string> Newer = new (string Name, string Meaning)[]
    {
        ("commat", "@"), ("period", "."), ("comma", ","), ("colon", ":"), ("semi", ";"), ("excl", "!"), ("quest", "?"), ("num", "#"),
        ("dollar", "$"), ("percnt", "%"), ("lpar", "("), ("rpar", ")"), ("ast", "*"), ("plus", "+"), ("equals", "="), ("sol", "/"),
        ("bsol", "\\"), ("lowbar", "_"), ("lsqb", "["), ("rsqb", "]"), ("lbrack", "["), ("rbrack", "]"), ("lcub", "{"), ("rcub", "}"),
        ("lbrace", "{"), ("rbrace", "}"), ("verbar", "|"), ("vert", "|"), ("grave", "`"), ("Hat", "^"), ("Tab", "\t"), ("NewLine", "\n"),
        ("hyphen", "‐"), ("dash", "‐"), ("check", "✓"), ("cross", "✗"), ("star", "☆"), ("starf", "★"), ("phone", "☎"), ("apos", "'"),
        ("nbsp", "\u00a0"), ("NonBreakingSpace", "\u00a0"), ("ZeroWidthSpace", "\u200b"), ("QUOT", "\""), ("AMP", "&"), ("LT", "<"), ("GT", ">"), ("COPY", "©"),
        ("REG", "®"),
    }.ToDictionary(r => r.Name, r => r.Meaning);

    private static readonly string[] WithoutSemicolon =
    [
        "nbsp", "amp", "lt", "gt", "quot", "aring", "auml", "ouml", "Aring", "Auml", "Ouml", "eacute", "Eacute", "uuml", "Uuml", "oslash", "Oslash", "aelig", "AElig", "copy", "reg", "sect", "deg", "middot", "laquo", "raquo", "shy",
    ];

    /// <summary>What numbers 128 to 159 mean in practice (HTML, 13.2.5.80).</summary>
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>Text that begins with &amp;: appends what the reference means and tells how long it is.</summary>
    public static int Read(ReadOnlySpan<char> text, StringBuilder into)
    {
        if (text.Length > 2 && text[1] == '#') return ReadNumber(text, into);
        var end = 1;
        while (end < text.Length && end < LongestName && char.IsAsciiLetterOrDigit(text[end])) end++;
        var name = text[1..end];
        if (end < text.Length && text[end] == ';' && Named(name.ToString()) is { } meaning)
        {
            into.Append(meaning);
            return end + 1;
        }

        foreach (var known in WithoutSemicolon)
        {
            if (!name.StartsWith(known, StringComparison.Ordinal)) continue;
            into.Append(Named(known));
            return known.Length + 1;
        }

        into.Append('&');
        return 1;
    }

    private static string? Named(string name)
    {
        if (Newer.TryGetValue(name, out var newer)) return newer;
        var whole = $"&{name};";
        return WebUtility.HtmlDecode(whole) is var meaning && meaning != whole ? meaning : null;
    }

    private static int ReadNumber(ReadOnlySpan<char> text, StringBuilder into)
    {
        var isHex = text[2] is 'x' or 'X';
        var begin = isHex ? 3 : 2;
        var end = begin;
        while (end < text.Length && end < begin + 8 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == begin)
        {
            into.Append('&');
            return 1;
        }

        var number = int.Parse(text[begin..end], isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture);
        if (number is >= 128 and <= 159) into.Append(Windows[number - 128]);
        else into.Append(Rune.IsValid(number) && number != 0 ? new Rune(number).ToString() : "\ufffd");
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }
}
