using System.Globalization;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>A typeface at a size, in points, on a distance between lines, in a grey from 0 (black) to 1 (white).</summary>
internal sealed record TextStyle(PdfFont Font, double Size, double Leading, double Grey = 0);

/// <summary>Characters that stand on one line.</summary>
internal sealed record TextLine(IReadOnlyList<DrawnCharacter> Characters)
{
    /// <summary>In points, without the space that a wrapped line may end with.</summary>
    public double Width(TextStyle style) => Characters.Reverse().SkipWhile(drawn => drawn.IsSpace).Sum(drawn => drawn.Width) * style.Size / 1000;
}

/// <summary>
/// Breaks text into lines, left to right and ragged right. No kerning, no hyphenation, no shaping: scripts that join
/// their letters or run from right to left, such as Arabic, come out as stand-ins.
/// </summary>
internal static class TextLayout
{
    /// <summary>
    /// Text fit to print: composed letters, line breaks as '\n', one space between words, no control or other invisible
    /// characters. Half a surrogate pair becomes the replacement character.
    /// </summary>
    public static string Clean(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsCharacter)) // Half pairs and non-characters would make Normalize throw.
            whole.Append(rune.ToString());

        var clean = new StringBuilder(whole.Length);
        foreach (var rune in whole.Replace("\r\n", "\n").ToString().Normalize(NormalizationForm.FormC).EnumerateRunes())
            AppendClean(clean, rune);
        return clean.ToString();
    }

    static bool IsCharacter(Rune rune) => (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);

    static void AppendClean(StringBuilder clean, Rune rune)
    {
        const char noBreakSpace = '\u00A0';
        if (rune.Value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029)
            clean.Append('\n');
        else if (rune.Value is noBreakSpace or 0x2007 or 0x202F)
            clean.Append(noBreakSpace);
        else if (rune.Value == '\t' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
            AppendSpace(clean);
        else if (!IsInvisible(rune))
            clean.Append(rune.ToString());
    }

    static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] is not (' ' or '\n'))
            clean.Append(' ');
    }

    /// <summary>Also soft hyphens, zero-width joiners, writing-direction marks and the signs that choose an emoji's colour.</summary>
    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
        || rune.Value is >= 0xFE00 and <= 0xFE0F;

    /// <summary>Lines no wider than <paramref name="width"/> points. A word that is wider is broken where it must be.</summary>
    public static IReadOnlyList<TextLine> Wrap(string text, TextStyle style, double width) =>
        Break(Clean(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Characters(line, style)), style, width);

    /// <summary>The same of pieces, where a box and what is around it may share a line.</summary>
    public static IReadOnlyList<TextLine> Wrap(IReadOnlyList<PaperPiece> pieces, TextStyle style, double width)
    {
        List<List<DrawnCharacter>> hardLines = [[]];
        foreach (var piece in pieces)
        {
            // A space between two pieces is at the edge of one of them, where cleaning would take it.
            var isApart = piece.Text.Length > 0 && piece.Text[0] is ' ' or '\t' or '\u00A0';
            foreach (var character in Characters((isApart ? " " : "") + Clean(piece.Text).TrimStart(' '), style))
            {
                if (character.Character.Value == '\n')
                    hardLines.Add([]);
                else
                    hardLines[^1].Add(character with { IsBoxed = piece.IsBox });
            }
        }
        return Break(hardLines.Select(Trimmed).Where(line => line.Count > 0), style, width);
    }

    static IReadOnlyList<TextLine> Break(IEnumerable<List<DrawnCharacter>> hardLines, TextStyle style, double width)
    {
        List<TextLine> lines = [];
        foreach (var hardLine in hardLines)
        {
            if (lines.Count > 0)
                lines[^1] = WithSpace(lines[^1], style);
            lines.AddRange(WrapHardLine(hardLine, width * 1000 / style.Size));
        }
        return lines;
    }

    static List<DrawnCharacter> Trimmed(List<DrawnCharacter> line)
    {
        var start = line.FindIndex(drawn => !drawn.IsSpace);
        return start < 0 ? [] : line[start..(line.FindLastIndex(drawn => !drawn.IsSpace) + 1)];
    }

    /// <summary>At most so many lines; what does not fit is cut, and an ellipsis shows it.</summary>
    public static IReadOnlyList<TextLine> Wrap(string text, TextStyle style, double width, int atMost)
    {
        var lines = Wrap(text, style, width);
        return lines.Count <= atMost ? lines : [.. lines.Take(atMost - 1), Cut(lines[atMost - 1], style, width)];
    }

    /// <summary>One line, cut where it must be; without characters when there is nothing to see.</summary>
    public static TextLine Line(string text, TextStyle style, double width) =>
        Wrap(text, style, width, atMost: 1) is [var line] ? line : new([]);

    /// <summary>The reader's ear needs a space between lines just as the eye sees a new line.</summary>
    public static TextLine WithSpace(TextLine line, TextStyle style) => new([.. line.Characters, style.Font.Find(new Rune(' '))]);

    /// <summary>Between paragraphs stands at least one blank line.</summary>
    public static IEnumerable<string> Paragraphs(string text)
    {
        List<string> lines = [];
        foreach (var line in Clean(text).Split('\n').Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
                continue;
            }
            if (lines.Count > 0)
                yield return string.Join('\n', lines);
            lines.Clear();
        }
    }

    static List<DrawnCharacter> Characters(string text, TextStyle style) => [.. text.EnumerateRunes().Select(style.Font.Find)];

    static TextLine Cut(TextLine line, TextStyle style, double width)
    {
        var ellipsis = style.Font.Find(new Rune('…'));
        var room = width * 1000 / style.Size - ellipsis.Width;
        List<DrawnCharacter> kept = [.. line.Characters];
        while (kept.Count > 0 && (kept[^1].IsSpace || kept.Sum(drawn => drawn.Width) > room))
            kept.RemoveAt(kept.Count - 1);
        return new([.. kept, ellipsis]);
    }

    static IEnumerable<TextLine> WrapHardLine(List<DrawnCharacter> characters, double room)
    {
        for (int start = 0, end; start < characters.Count; start = end)
        {
            end = LineEnd(characters, start, room);
            yield return new(characters[start..end]);
        }
    }

    /// <summary>A space may hang over the edge, where nobody sees it; it stays in the line so that words do not run together.</summary>
    static int LineEnd(List<DrawnCharacter> characters, int start, double room)
    {
        var lastBreak = start;
        double used = 0;
        for (var index = start; index < characters.Count; index++)
        {
            var drawn = characters[index];
            if (!drawn.IsSpace && used + drawn.Width > room && index > start)
                return lastBreak > start ? lastBreak : index;
            used += drawn.Width;
            if (drawn.IsSpace || MayBreakAfter(characters, index))
                lastBreak = index + 1;
        }
        return characters.Count;
    }

    /// <summary>After a hyphen or a slash before a letter, as in e-posttjänst; never inside 2026-000123.</summary>
    static bool MayBreakAfter(List<DrawnCharacter> characters, int index) =>
        characters[index].Character.Value is '-' or '–' or '/'
        && index > 0 && !characters[index - 1].IsSpace
        && index + 1 < characters.Count && Rune.IsLetter(characters[index + 1].Character);
}
