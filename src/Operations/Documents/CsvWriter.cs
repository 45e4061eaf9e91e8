using System.Globalization;
using System.Text;
using Gava.Domain.Deadlines;

namespace Gava.Operations.Documents;

/// <summary>
/// The house's one way to write CSV: UTF-8 with a byte order mark, line ends as RFC 4180 has them, and semicolons with decimal
/// commas, as Swedish spreadsheets read it. Days and moments are ISO 8601 without offset, in Stockholm's time. A text that a
/// spreadsheet could take for a formula begins with an apostrophe; a number never does.
/// </summary>
public sealed class CsvWriter : ITableWriter
{
    private readonly StreamWriter text;
    private readonly char separator;
    private int columns = -1;

    /// <param name="into">Left open.</param>
    /// <param name="separator">With anything but a semicolon, decimals have a point.</param>
    public CsvWriter(Stream into, char separator = ';')
    {
        this.separator = separator;
        text = new StreamWriter(into, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
    }

    public void Begin(string name, IReadOnlyList<TableColumn> columns)
    {
        if (this.columns >= 0) throw new InvalidOperationException("A CSV file has one table.");
        this.columns = columns.Count;
        Row([.. columns.Select(c => c.Heading)]);
    }

    public void Row(params ReadOnlySpan<object?> cells)
    {
        if (cells.Length > columns) throw new ArgumentException($"{cells.Length} cells do not fit in {columns} columns.", nameof(cells));
        for (var i = 0; i < columns; i++)
        {
            if (i > 0) text.Write(separator);
            if (i < cells.Length) text.Write(Cell(cells[i]));
        }

        text.WriteLine();
    }

    public void Dispose() => text.Dispose();

    /// <summary>A whole file.</summary>
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<object?[]> rows, char separator = ';')
    {
        using var file = new MemoryStream();
        using (var csv = new CsvWriter(file, separator))
        {
            csv.Begin("", [.. headings.Select(h => new TableColumn(h))]);
            foreach (var row in rows) csv.Row(row);
        }

        return file.ToArray();
    }

    private string Cell(object? value) => value switch
    {
        null => "",
        string words => Quoted(Disarmed(words)),
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        decimal or double => Quoted(((IFormattable)value).ToString("0.#########", CultureInfo.InvariantCulture).Replace('.', separator == ';' ? ',' : '.')),
        Shown shown => Cell(shown.Value),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => StockholmTime.ToLocal(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
    };

    // A spreadsheet must not take somebody's words for a formula; some read the wide signs of East Asia as the narrow ones.
    private static string Disarmed(string words) =>
        words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? $"'{words}" : words;

    private string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\"\r\n") || cell.Contains(separator, StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
