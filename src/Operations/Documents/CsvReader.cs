using System.Text;
using Gava.Domain;

namespace Gava.Operations.Documents;

/// <summary>
/// Reads CSV as people have it: in UTF-8 with or without a mark, in UTF-16 or in the Windows code page of old systems; with
/// semicolons, commas, tabs or bars.
/// </summary>
internal static class CsvReader
{
    private static readonly char[] Separators = [';', '\t', ',', '|'];

    /// <exception cref="RuleBroken">It is no text, or a quotation mark never ends.</exception>
    public static TableSheet Read(byte[] content)
    {
        var text = TextOf(content);
        if (text.AsSpan().Count('\0') > 0) throw TableFile.Unreadable("Filen är varken en Excelfil eller en textfil med kolumner. Spara listan som .xlsx eller .csv.");
        return new("", RowsOf(text, SeparatorOf(text)));
    }

    private static string TextOf(byte[] content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..]) return new UTF8Encoding(false).GetString(content.AsSpan(3));
        if (content is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(content.AsSpan(2));
        if (content is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(content.AsSpan(2));
        var start = content.AsSpan(0, Math.Min(content.Length, 1000));
        if (Noughts(start, 1) > start.Length / 4) return Encoding.Unicode.GetString(content);
        if (Noughts(start, 0) > start.Length / 4) return Encoding.BigEndianUnicode.GetString(content);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }

    /// <summary>How many noughts stand in every other place: letters of Swedish have one each in UTF-16.</summary>
    private static int Noughts(ReadOnlySpan<byte> bytes, int from)
    {
        var noughts = 0;
        for (var i = from; i < bytes.Length; i += 2) if (bytes[i] == 0) noughts++;
        return noughts;
    }

    /// <summary>The sign that divides the first rows into the same number of cells, and into most of them.</summary>
    private static char SeparatorOf(string text)
    {
        var head = text.Length > 20_000 ? text[..20_000] : text;
        return Separators.Select(sign => (Sign: sign, Rows: RowsOf(head, sign, isWhole: false).Where(r => r.Length > 0).Take(20).ToList()))
            .OrderByDescending(s => s.Rows.Count == 0 ? 0 : s.Rows.GroupBy(r => r.Length).Where(g => g.Key > 1).Select(g => g.Count() * Math.Min(g.Key, 12)).DefaultIfEmpty().Max()).First().Sign;
    }

    private static List<object?[]> RowsOf(string text, char separator, bool isWhole = true)
    {
        List<object?[]> rows = [];
        List<object?> row = [];
        var cell = new StringBuilder();
        var (quoted, wasQuoted) = (false, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var sign = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (sign != '"') cell.Append(sign);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (sign == '"' && cell.Length == 0 && !wasQuoted) (quoted, wasQuoted) = (true, true);
            else if (sign == separator) End();
            else if (sign is '\n' or '\r')
            {
                if (sign == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                if (i == text.Length && cell.Length == 0 && row.Count == 0) break;
                End();
                if (row.Count > TableFile.MostColumns && isWhole) throw TableFile.Unreadable("Filen har fler än 200 kolumner. Spara bara listan i en ny fil.");
                if (rows.Count >= TableFile.MostRows) throw TableFile.Unreadable("Filen har fler än 200 000 rader. Dela listan i två.");
                while (row.Count > 0 && row[^1] is null) row.RemoveAt(row.Count - 1);
                rows.Add([.. row]);
                row.Clear();
            }
            else cell.Append(sign);
        }

        if (quoted && isWhole) throw TableFile.Unreadable("Ett citattecken i filen tar aldrig slut. Spara listan på nytt från programmet som den kommer ifrån.");
        while (rows.Count > 0 && rows[^1].Length == 0) rows.RemoveAt(rows.Count - 1);
        return rows;

        void End()
        {
            var words = Armed(cell.ToString()).Trim();
            row.Add(words.Length == 0 ? null : words);
            cell.Clear();
            wasQuoted = false;
        }
    }

    /// <summary>What <see cref="CsvWriter"/> disarmed, as it was.</summary>
    private static string Armed(string words) => words is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..] ? words[1..] : words;
}
