using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>
/// A text as the finder reads it, and where each character of it stood in the original. What a reader does not see (zero-width signs, direction marks,
/// soft hyphens) is left out, and what looks the same is written the same: full-width and foreign digits, letters with their accent apart,
/// Cyrillic and Greek look-alikes inside a word, mathematical letters, odd spaces and hyphens (Unicode TR 36 and 39).
/// </summary>
internal sealed partial class PlainText
{
    /// <summary>Texts of nothing but these need no rewriting: letters of Latin scripts as far as ſ, and ordinary punctuation.</summary>
    private static readonly SearchValues<char> Ordinary = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x180).Select(sign => (char)sign).Where(sign => (!char.IsControl(sign) || char.IsWhiteSpace(sign)) && sign is not ('\u00A0' or '\u00AD' or '´'))) + "–—’‘”“„…•€șțșȚǧ");

    private static readonly FrozenDictionary<char, char> LookAlikes =
        "АВЕЅІЈКМНОРСТХУаеѕіјкорсхутмһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχε".Zip("ABESIJKMHOPCTXYaesijkopcxytmhdABEZHIKMNOPTYXaikvoptuxe").ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    private readonly List<int>? _starts;
    private readonly List<int>? _ends;

    private PlainText(string text) => Text = text;

    private PlainText(string text, List<int> starts, List<int> ends) => (Text, _starts, _ends) = (text, starts, ends);

    public string Text { get; }

    /// <summary>Reads a text; one that holds nothing odd is taken as it is.</summary>
    public static PlainText Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Ordinary)) return new PlainText(WithDigits(text));
        var (plain, starts, ends) = (new List<char>(text.Length), new List<int>(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length;)
        {
            var length = 1;
            if (char.IsAscii(text[i]) && (!char.IsControl(text[i]) || char.IsWhiteSpace(text[i]))) Put(text[i]);
            else if (!Rune.TryGetRuneAt(text, i, out var rune)) Put(text[i]); // half a surrogate pair: kept, and never part of anything
            else length = PutRune(rune);
            i += length;

            void Put(char sign)
            {
                plain.Add(sign);
                starts.Add(i);
                ends.Add(i + length);
            }

            int PutRune(Rune rune)
            {
                length = rune.Utf16SequenceLength;
                var kind = Rune.GetUnicodeCategory(rune);
                if (IsInvisible(rune, kind)) return length;
                if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                {
                    if (plain.Count == 0) return length;
                    plain[^1] = WithMark(plain[^1], (char)rune.Value);
                    ends[^1] = i + length;
                    return length;
                }

                foreach (var sign in Seen(rune, kind)) Put(sign);
                return length;
            }
        }

        var signs = CollectionsMarshal.AsSpan(plain);
        ReplaceLookAlikes(signs);
        return new PlainText(WithDigits(signs.ToString()), starts, ends);
    }

    /// <summary>Where the stretch stood in the original, in UTF-16 units; what is invisible inside it belongs to it.</summary>
    public (int Start, int End) InOriginal(int start, int end) => _starts is null ? (start, end) : (_starts[start], _ends![end - 1]);

    private static bool IsInvisible(Rune rune, UnicodeCategory kind) =>
        kind is UnicodeCategory.Format or UnicodeCategory.Control && rune.Value != 0x85
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static char WithMark(char letter, char mark)
    {
        if (!char.IsLetter(letter) || mark is < '\u0300' or > '\u036F') return letter;
        var composed = $"{letter}{mark}".Normalize();
        return composed.Length == 1 ? composed[0] : letter;
    }

    private static string Seen(Rune rune, UnicodeCategory kind) => kind switch
    {
        UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
        _ => rune.Value switch
        {
            >= 0xFF01 and <= 0xFF5E => ((char)(rune.Value - 0xFEE0)).ToString(),
            0x2010 or 0x2011 or 0x2012 or 0x2015 or 0x2212 or 0xFE63 => "-",
            '´' => "'",
            (>= 0x1D400 and <= 0x1D7FF) or (>= 0x2100 and <= 0x214F) or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149) or (>= 0xFB00 and <= 0xFB06)
                => rune.ToString().Normalize(NormalizationForm.FormKC),
            _ => rune.ToString(),
        },
    };

    /// <summary>Only in words that hold a Latin letter too, or nothing but look-alikes: real Russian and Greek stay as they are.</summary>
    private static void ReplaceLookAlikes(Span<char> text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetter(text[start])) continue;
            var end = start;
            var (odd, latin, other) = (0, 0, 0);
            for (; end < text.Length && char.IsLetter(text[end]); end++)
            {
                if (text[end] < 0x250) latin++;
                else if (LookAlikes.ContainsKey(text[end])) odd++;
                else other++;
            }

            if (odd > 0 && (latin > 0 || other == 0))
                for (var i = start; i < end; i++)
                    if (LookAlikes.TryGetValue(text[i], out var seen)) text[i] = seen;
            start = end;
        }
    }

    /// <summary>"O7O-l74 O6 8O": letters that stand for digits in a row of digits.</summary>
    private static string WithDigits(string text) =>
        MixedDigits().Replace(text, row => row.ValueSpan.ContainsAny("OolI") && row.ValueSpan.ToArray().Count(char.IsAsciiDigit) >= 4 ? new string([.. row.Value.Select(Digit)]) : row.Value);

    private static char Digit(char sign) => sign switch
    {
        'O' or 'o' => '0',
        'l' or 'I' => '1',
        _ => sign,
    };

    [GeneratedRegex(@"(?<![\p{L}\d])[0Oo](?:[- ]?[\dOolI]){7,13}(?![\p{L}\d])")]
    private static partial Regex MixedDigits();
}
