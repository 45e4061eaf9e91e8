using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Gava.Domain.Deadlines;

namespace Gava.Operations.Documents;

/// <summary>
/// Writes an Excel workbook (.xlsx) as a stream: rows are not kept, so that a hundred thousand take no more memory than one. Each
/// sheet has its headings bold and frozen, a filter over all columns, and prints across one page in width. The same content
/// gives the same bytes (docs/decisions/0027-registers-in-and-out.md).
/// </summary>
/// <remarks>Texts are inline strings. The only formulas of the file are the ranges that its charts name.</remarks>
public sealed partial class SheetWriter : ITableWriter
{
    /// <summary>At most this many rows in a sheet, the headings included; the format has no more.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestCell = 32_767;
    private const int LineHeight = 15; // points
    private const int MostHeight = 409;
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = OfficePackage.Relation;
    private static readonly DateOnly FirstReliableDay = new(1900, 3, 1);

    private readonly OfficePackage package;
    private readonly string title;
    private readonly string author;
    private readonly DateTime createdAt;
    private readonly List<SheetSoFar> sheets = [];
    private XmlWriter? xml;
    private int charts;
    private bool isDone;

    /// <param name="into">Left open.</param>
    /// <param name="title">Of the file, as a reader of files shows it.</param>
    /// <param name="author">The authority that it comes from.</param>
    /// <param name="createdAt">UTC.</param>
    public SheetWriter(Stream into, string title, string author, DateTime createdAt)
    {
        package = new OfficePackage(into);
        (this.title, this.author, this.createdAt) = (title, author, createdAt);
    }

    private SheetSoFar Current => sheets.Count > 0 ? sheets[^1] : throw new InvalidOperationException("No sheet has begun.");

    /// <summary>Begins a sheet and ends the one before it. Without columns it is a sheet of charts.</summary>
    /// <param name="name">Shortened and cleaned to what a sheet may be called; each sheet has its own.</param>
    public void Begin(string name, IReadOnlyList<TableColumn> columns) => Begin(name, columns, isFiltered: true);

    /// <inheritdoc cref="Begin(string, IReadOnlyList{TableColumn})"/>
    /// <param name="isFiltered">False for a sheet that is read rather than searched: its headings have no filter.</param>
    public void Begin(string name, IReadOnlyList<TableColumn> columns, bool isFiltered)
    {
        EndSheet();
        sheets.Add(new SheetSoFar(NameOf(name), columns, isFiltered));
        xml = XmlWriter.Create(package.Open($"xl/worksheets/sheet{sheets.Count}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Main.NamespaceName);
        xml.WriteAttributeString("xmlns", "r", null, Relation.NamespaceName);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw($"<sheetViews><sheetView workbookViewId=\"0\"{(sheets.Count == 1 ? " tabSelected=\"1\"" : "")}>"
            + (columns.Count > 0 ? "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>" : "") + "</sheetView></sheetViews>");
        xml.WriteRaw("<sheetFormatPr defaultRowHeight=\"15\"/>");
        if (columns.Count > 0) WriteHeadings(columns);
        else xml.WriteStartElement("sheetData");
    }

    /// <inheritdoc/>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        var sheet = Current;
        if (cells.Length > sheet.Columns.Count) throw new ArgumentException($"{cells.Length} cells do not fit in {sheet.Columns.Count} columns.", nameof(cells));
        if (sheet.Rows + 1 >= MostRows) throw new InvalidOperationException($"A sheet holds {MostRows} rows. Begin another one.");
        StartRow(++sheet.Rows + 1);
        var lines = 1;
        for (var i = 0; i < cells.Length; i++) lines = Math.Max(lines, LinesOf(cells[i], WidthOf(sheet.Columns[i])));
        // As high as its words need: not every program works it out when it opens the file.
        if (lines > 1) xml!.WriteAttributeString("ht", Math.Min(lines * LineHeight, MostHeight).ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Length; i++) WriteCell(sheet.Letters[i], sheet.Rows + 1, cells[i], sheet.Columns[i].Kind);
        xml!.WriteEndElement();
    }

    /// <summary>Draws a chart in the current sheet, to the right of its columns; one more stands below the one before.</summary>
    /// <exception cref="ArgumentException">It names a sheet or column that is not there.</exception>
    public void Chart(SheetChart chart)
    {
        var source = SourceOf(chart);
        foreach (var heading in chart.Series.Prepend(chart.Categories)) _ = source.LetterOf(heading);
        Current.Charts.Add(chart);
    }

    /// <summary>Ends the workbook. A stream that could not be written through is no workbook.</summary>
    public void Dispose()
    {
        if (isDone) return;
        isDone = true;
        if (sheets.Count == 0) Begin("Blad 1", []);
        EndSheet();
        WriteBook();
        package.Dispose();
    }

    private void WriteHeadings(IReadOnlyList<TableColumn> columns)
    {
        xml!.WriteStartElement("cols");
        for (var i = 1; i <= columns.Count; i++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i}\" max=\"{i}\" width=\"{WidthOf(columns[i - 1])}\" customWidth=\"1\"/>"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        StartRow(1);
        for (var i = 0; i < columns.Count; i++) WriteText(Current.Letters[i], 1, columns[i].Heading, IsNumbers(columns[i].Kind) ? Style.NumberHeading : Style.Heading);
        xml.WriteEndElement();
    }

    /// <summary>In characters.</summary>
    private static int WidthOf(TableColumn column) =>
        Math.Clamp(column.Width ?? Math.Max(column.Heading.Length + 4, column.Kind switch { ColumnKind.Text => 24, ColumnKind.Moment => 18, _ => 12 }), 4, 120);

    private static int LinesOf(object? value, int width)
    {
        if (value is not string words) return 1;
        var lines = 0;
        foreach (var line in words.AsSpan().EnumerateLines()) lines += 1 + (Math.Max(0, line.Length - 1) / width);
        return lines;
    }

    private void StartRow(int number)
    {
        xml!.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
    }

    private void WriteCell(string letter, int row, object? value, ColumnKind kind)
    {
        switch (value)
        {
            case null or "": break;
            case string words: WriteText(letter, row, words, words[0] is '=' or '+' or '-' or '@' ? Style.Quoted : IsNumbers(kind) ? Style.NumberText : Style.Text); break;
            case int whole: WriteNumber(letter, row, whole, NumberStyle(kind, Style.Whole)); break;
            case long whole: WriteNumber(letter, row, whole, NumberStyle(kind, Style.Whole)); break;
            case decimal number: WriteNumber(letter, row, (double)number, NumberStyle(kind, Style.Decimal)); break;
            case double number when double.IsFinite(number): WriteNumber(letter, row, number, NumberStyle(kind, Style.Decimal)); break;
            case double: break;
            case Shown shown: WriteCell(letter, row, shown.Value, shown.Kind); break;
            case DateOnly day when day < FirstReliableDay: WriteText(letter, row, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Style.Text); break;
            case DateOnly day: WriteNumber(letter, row, day.ToDateTime(TimeOnly.MinValue).ToOADate(), Style.Date); break;
            case DateTime moment: WriteMoment(letter, row, StockholmTime.ToLocal(moment)); break;
            default: throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value));
        }
    }

    // Excel believes that 1900 was a leap year: before its March, days are written as words.
    private void WriteMoment(string letter, int row, DateTime local)
    {
        if (DateOnly.FromDateTime(local) < FirstReliableDay) WriteText(letter, row, local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Style.Text);
        else WriteNumber(letter, row, local.ToOADate(), Style.Moment);
    }

    // A word among numbers, such as "dolt", stands where they do.
    private static bool IsNumbers(ColumnKind kind) => kind is ColumnKind.Whole or ColumnKind.Decimal or ColumnKind.Tenth or ColumnKind.Percent;

    private static Style NumberStyle(ColumnKind kind, Style otherwise) => kind switch
    {
        ColumnKind.Percent => Style.Percent,
        ColumnKind.Decimal => Style.Decimal,
        ColumnKind.Tenth => Style.Tenth,
        ColumnKind.Whole => Style.Whole,
        _ => otherwise,
    };

    private void WriteNumber(string letter, int row, double number, Style style)
    {
        StartCell(letter, row, style);
        xml!.WriteElementString("v", number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private void WriteText(string letter, int row, string words, Style style)
    {
        StartCell(letter, row, style);
        xml!.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Clean(words));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void StartCell(string letter, int row, Style style)
    {
        xml!.WriteStartElement("c");
        xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{letter}{row}"));
        xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The text as the format can hold it: what looks like its own escapes is escaped, and signs that XML has not are gone.</summary>
    private static string Clean(string words)
    {
        if (words.Length > LongestCell) words = string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[LongestCell - 2]) ? LongestCell - 2 : LongestCell - 1), "…");
        words = words.ReplaceLineEndings("\n");
        if (words.Contains("_x", StringComparison.Ordinal)) words = EscapePattern().Replace(words, "_x005F_");
        var isWhole = true;
        for (var i = 0; i < words.Length && isWhole; i++) isWhole = XmlConvert.IsXmlChar(words[i]);
        if (isWhole) return words;
        var kept = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    private void EndSheet()
    {
        if (xml is null) return;
        var sheet = Current;
        xml.WriteEndElement();
        if (sheet.IsFiltered) xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<autoFilter ref=\"A1:{sheet.Letters[^1]}{sheet.Rows + 1}\"/>"));
        xml.WriteRaw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        xml.WriteRaw("<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P (&amp;N)</oddFooter></headerFooter>");
        if (sheet.Charts.Count > 0) xml.WriteRaw("<drawing r:id=\"rId1\"/>");
        xml.WriteEndElement();
        xml.Dispose();
        xml = null;
        if (sheet.Charts.Count > 0) WriteDrawing(sheet, sheets.Count);
    }

    private void WriteBook()
    {
        package.Write("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            new XElement(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", Relation),
                new XElement(Main + "bookViews", new XElement(Main + "workbookView")),
                new XElement(Main + "sheets", sheets.Select((s, i) => new XElement(Main + "sheet", new XAttribute("name", s.Name), new XAttribute("sheetId", i + 1), new XAttribute(Relation + "id", $"rId{i + 1}")))),
                sheets.Any(s => s.Columns.Count > 0) ? new XElement(Main + "definedNames", sheets.Select((s, i) => s.Columns.Count == 0 ? null
                    : new XElement(Main + "definedName", new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", i), $"{s.Quoted}!$1:$1"))) : null));
        package.Relate("xl/_rels/workbook.xml.rels", [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]);
        package.Write("xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml", Styles());
        package.End("xl/workbook.xml", Clean(title), Clean(author), createdAt);
    }

    /// <summary>The places of the formats in the file's own list.</summary>
    private enum Style { None, Heading, Text, Quoted, Whole, Decimal, Percent, Date, Moment, Tenth, NumberHeading, NumberText }

    private static XElement Styles() => XElement.Parse($"""
        <styleSheet xmlns="{Main}">
        <numFmts count="4"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="166" formatCode="yyyy\-mm\-dd\ hh:mm"/><numFmt numFmtId="167" formatCode="#,##0.0"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF2"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF4A5A66"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="12">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="167" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """);

    private string NameOf(string wanted)
    {
        var clean = string.Concat(Clean(wanted).Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\'))).Trim().Trim('\'');
        if (clean.Length == 0) clean = "Blad";
        for (var number = 1; ; number++)
        {
            var ending = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number}");
            var name = clean[..Math.Min(clean.Length, 31 - ending.Length)].TrimEnd() + ending;
            if (!sheets.Any(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) return name;
        }
    }

    private SheetSoFar SourceOf(SheetChart chart) => chart.Sheet is not { } named ? Current
        : sheets.FirstOrDefault(s => s.Name.Equals(named, StringComparison.OrdinalIgnoreCase)) ?? throw new ArgumentException($"No sheet is called {named}.", nameof(chart));

    // "_x0041_" in a text would be read as "A".
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapePattern();

    /// <summary>A sheet that is written or has been.</summary>
    private sealed class SheetSoFar(string name, IReadOnlyList<TableColumn> columns, bool isFiltered)
    {
        public string Name => name;

        public bool IsFiltered => isFiltered && columns.Count > 0;

        public string Quoted => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

        public IReadOnlyList<TableColumn> Columns => columns;

        public IReadOnlyList<string> Letters { get; } = [.. columns.Select((_, i) => LetterAt(i))];

        public int Rows { get; set; }

        public List<SheetChart> Charts { get; } = [];

        public string LetterOf(string heading) =>
            columns.ToList().FindIndex(c => c.Heading == heading) is >= 0 and var i ? Letters[i] : throw new ArgumentException($"No column is called {heading}.", nameof(heading));

        private static string LetterAt(int column) => (column >= 26 ? LetterAt((column / 26) - 1) : "") + (char)('A' + (column % 26));
    }
}
