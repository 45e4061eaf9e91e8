using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Gava.Domain;

namespace Gava.Operations.Documents;

/// <summary>A file of tables as somebody has it: the sheets of a workbook, or the one table of a CSV file.</summary>
public sealed record TableFile(IReadOnlyList<TableSheet> Sheets)
{
    /// <summary>At most this many bytes.</summary>
    public const int Largest = 64 * 1024 * 1024;

    /// <summary>At most this many rows in a sheet.</summary>
    public const int MostRows = 200_000;

    /// <summary>At most this many columns.</summary>
    public const int MostColumns = 200;

    // What a packed file may unpack to, in all its parts: a large list is some tens of megabytes.
    private const long LargestUnpacked = 600L * 1024 * 1024;
    private const int MostEmptyRows = 2_000;

    // The library asks for a code page of old Excel files as soon as it is made.
    static TableFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a workbook (.xlsx) or a text with columns; what it is, its content tells and not its name.</summary>
    /// <exception cref="RuleBroken">It is neither, it is broken or locked, or it is larger than a register can be.</exception>
    public static TableFile Read(byte[] content)
    {
        if (content.Length == 0) throw Unreadable("Filen är tom. Välj en annan.");
        if (content.Length > Largest) throw Unreadable("Filen är för stor. Den får ha högst 64 MB. Dela den i två.");
        if (content.AsSpan().StartsWith("PK"u8)) return ReadBook(content);
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw Unreadable("Filen är en äldre Excelfil eller har ett lösenord. Öppna den i Excel, spara den som .xlsx utan lösenord och välj den filen.");
        }

        return new([CsvReader.Read(content)]);
    }

    internal static RuleBroken Unreadable(string sentence) => new("file-unreadable", sentence, "file");

    private static TableFile ReadBook(byte[] content)
    {
        try
        {
            MustUnpack(content);
            var faults = SheetFaults.In(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            List<TableSheet> sheets = [];
            do sheets.Add(ReadSheet(reader, faults.GetValueOrDefault(reader.Name) ?? []));
            while (reader.NextResult());
            return new(sheets);
        }
        catch (Exception fault) when (fault is not (RuleBroken or OutOfMemoryException))
        {
            // The file is somebody's own: what the library says of it may hold its words.
            throw Unreadable("Filen går inte att läsa. Öppna den i Excel, spara den som .xlsx och försök igen.");
        }
    }

    /// <summary>Unpacks it all once, and counts: what a file says of its own size need not be so.</summary>
    private static void MustUnpack(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false));
        if (zip.Entries.Count > 5_000) throw Unreadable("Filen har för många delar för att vara en lista. Spara bara listan i en ny fil.");
        if (zip.GetEntry("xl/workbook.xml") is null) throw Unreadable("Filen är ingen Excelfil. Spara listan som .xlsx eller .csv.");
        var total = 0L;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith('[')))
        {
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if ((total += read) > LargestUnpacked) throw Unreadable("Filen blir för stor när den packas upp. Spara bara listan i en ny fil.");
            }
        }
    }

    private static TableSheet ReadSheet(IExcelDataReader reader, HashSet<(int Row, int Column)> faults)
    {
        List<object?[]> rows = [];
        var empty = 0;
        while (reader.Read() && empty < MostEmptyRows)
        {
            var row = RowOf(reader, rows.Count, faults);
            empty = row.Length == 0 ? empty + 1 : 0;
            if (rows.Count >= MostRows) throw Unreadable("Bladet har fler än 200 000 rader. Dela listan i två.");
            rows.Add(row);
        }

        FillDown(rows, reader.MergeCells);
        while (rows.Count > 0 && rows[^1].Length == 0) rows.RemoveAt(rows.Count - 1);
        return new(reader.Name, rows);
    }

    private static object?[] RowOf(IExcelDataReader reader, int number, HashSet<(int Row, int Column)> faults)
    {
        var last = reader.FieldCount - 1;
        while (last >= 0 && !faults.Contains((number, last)) && IsEmpty(reader.GetValue(last))) last--;
        if (last >= MostColumns) throw TooWide();
        var row = last < 0 ? [] : new object?[last + 1];
        for (var i = 0; i <= last; i++) row[i] = faults.Contains((number, i)) ? CellFault.Value : Known(reader.GetValue(i));
        return row;
    }

    private static object? Known(object? value) => value switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        DateTime or double or bool => value,
        int whole => (double)whole,
        TimeSpan time => time.ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static bool IsEmpty(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    private static RuleBroken TooWide() => Unreadable("Bladet har fler än 200 kolumner. Spara bara listan i en ny fil.");

    /// <summary>A cell that is merged over several rows says the same of each of them.</summary>
    private static void FillDown(List<object?[]> rows, CellRange[]? merged)
    {
        foreach (var range in merged ?? [])
        {
            if (range.ToRow <= range.FromRow || range.FromRow >= rows.Count || range.FromColumn >= rows[range.FromRow].Length) continue;
            var value = rows[range.FromRow][range.FromColumn];
            for (var i = range.FromRow + 1; i <= range.ToRow && i < rows.Count; i++)
            {
                // A row that holds nothing else is empty all the same.
                if (rows[i].Length == 0) continue;
                if (rows[i].Length <= range.FromColumn) rows[i] = [.. rows[i], .. new object?[range.FromColumn + 1 - rows[i].Length]];
                rows[i][range.FromColumn] ??= value;
            }
        }
    }
}

/// <summary>One sheet.</summary>
/// <param name="Rows">The first is row 1 of the file, and empty rows are there. A cell is text, <c>double</c>, <c>DateTime</c> without zone, <c>bool</c>,
/// <see cref="CellFault"/> or null; a formula is what it gave when the file was saved.</param>
public sealed record TableSheet(string Name, IReadOnlyList<object?[]> Rows);

/// <summary>A cell whose formula ended in an error.</summary>
public sealed class CellFault
{
    public static CellFault Value { get; } = new();

    private CellFault() { }
}
