using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using BookSheets = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Gava.Web.Tests.Operations.Registers;

/// <summary>
/// "Klagomål &amp; Synpunkter Internservice" as such a list looks after some years (S4): another sheet first, a merged title above the headings,
/// days as text and as numbers, a formula, an empty row. All names and numbers in it are made up. The same each time.
/// </summary>
internal static class OldList
{
    public const int Rows = 120;

    public const string Register = "Klagomål & Synpunkter Internservice";

    public static readonly string[] Headings = ["Nr", "Datum", "Inkom via", "Enhet", "Ärende", "Namn", "Telefon", "Ansvarig", "Åtgärd", "Klart", "Kommentar", "Dagar"];

    private static readonly string[] Said =
    [
        "Golvet i receptionen är inte torkat på flera dagar.", "Papperskorgarna i konferensrummet töms inte.", "Toaletten på plan 2 luktar illa, säger flera.",
        "Städningen av trapphuset har blivit bättre. Tack!", "Posten kommer för sent på morgnarna.", "Lampan i förrådet är trasig sedan en vecka.",
        "Ingen svarar i vaktmästarnas telefon efter lunch.", "Mattan i entrén är smutsig när det regnar.",
    ];

    private static readonly string[] Channels = ["Tel", "Mail", "Besök", "telefon", "Brev"];
    private static readonly string[] Names = ["Elsa Exempelsson", "Nils Provare", "Siv Påhittad", "Åke Testberg"];

    /// <summary>A row as it stands: numbers are day numbers of a spreadsheet.</summary>
    public static object?[] Row(int i)
    {
        var chance = new Random(1000 + i);
        var day = new DateOnly(2024, 1, 8).AddDays(i * 6);
        var done = day.AddDays(chance.Next(2, 20));
        var isOpen = i >= Rows - 3;
        object written = (i % 3) switch { 0 => day.ToDateTime(TimeOnly.MinValue), 1 => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), _ => day.ToString("d/M yyyy", CultureInfo.InvariantCulture) };
        return
        [
            (double)(i + 1), written, Channels[chance.Next(Channels.Length)], i % 4 == 3 ? "Vaktmästeri" : "Lokalvård", Said[chance.Next(Said.Length)] + $" Gäller hus {i % 9}.",
            i % 5 == 0 ? null : Names[i % 4], i % 5 == 0 ? null : $"070-174 06 {i % 90 + 10}", i % 2 == 0 ? "Sven Åkerlund" : "Gammal Chefsson",
            isOpen ? null : "Pratade med personalen och ändrade schemat.", isOpen ? null : done.ToDateTime(TimeOnly.MinValue), i % 7 == 0 ? "Följ upp på APT\noch i maj" : null, new Formula(done.DayNumber - day.DayNumber),
        ];
    }

    /// <param name="Value">What it gave when the file was saved; null is an error.</param>
    public sealed record Formula(double? Value);

    private static readonly Lazy<byte[]> Whole = new(() => Book(("Läs mig", [["Så här fyller du i listan."], [], ["Skriv en rad för varje ärende."]], []),
        ("Ärenden", [[Register], [], [.. Headings], .. Enumerable.Range(0, 60).Select(Row), [], .. Enumerable.Range(60, Rows - 60).Select(Row)], ["A1:L1"])));

    public static byte[] Workbook() => Whole.Value;

    /// <summary>A workbook as Excel writes them, with what a test wants in it.</summary>
    public static byte[] Book(params (string Name, object?[][] Rows, string[] Merged)[] sheets)
    {
        var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook(new BookSheets());
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            foreach (var (index, (name, rows, merged)) in sheets.Index())
            {
                var sheet = part.AddNewPart<WorksheetPart>();
                var data = new SheetData();
                foreach (var (i, cells) in rows.Index())
                {
                    if (cells.Length == 0) continue;
                    data.Append(new Row(cells.Select((c, column) => CellOf(c, $"{(char)('A' + column)}{i + 1}")).OfType<Cell>()) { RowIndex = (uint)(i + 1) });
                }

                sheet.Worksheet = new Worksheet(data);
                if (merged.Length > 0) sheet.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
                part.Workbook.Sheets!.Append(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = (uint)(index + 1), Name = name });
            }
        }

        return file.ToArray();
    }

    private static Cell? CellOf(object? value, string reference) => value switch
    {
        null => null,
        string text => new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = reference, DataType = CellValues.InlineString },
        DateTime day => new Cell(new CellValue(day.ToOADate().ToString(CultureInfo.InvariantCulture))) { CellReference = reference, StyleIndex = 1 },
        double number => new Cell(new CellValue(number)) { CellReference = reference },
        Formula { Value: { } gave } => new Cell(new CellFormula("J4-B4"), new CellValue(gave)) { CellReference = reference },
        Formula => new Cell(new CellFormula("1/0"), new CellValue("#DIV/0!")) { CellReference = reference, DataType = CellValues.Error },
        _ => throw new ArgumentException("What is this?", nameof(value)),
    };
}
