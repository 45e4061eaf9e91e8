using System.Globalization;
using System.Xml.Linq;

namespace Gava.Operations.Documents;

/// <summary>
/// Sets a <see cref="Paper"/> as a Word document (.docx) to go on writing in: headings and lists by styles, tables whose headings stand again
/// on each page, charts that Word draws from numbers of their own. The same content and the same time give the same bytes.
/// </summary>
public static class WordPaperWriter
{
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const int TextWidth = 9070; // twentieths of a point: A4 with 25 mm on each side
    private const int NumberWidth = 1360;
    private const long PointInUnits = 12_700;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Relation = OfficePackage.Relation;
    private static readonly XNamespace A = ChartXml.A;
    private static readonly XNamespace C = ChartXml.C;

    public static byte[] Write(Paper paper)
    {
        using var file = new MemoryStream();
        using (var package = new OfficePackage(file)) Write(package, paper);
        return file.ToArray();
    }

    private static void Write(OfficePackage package, Paper paper)
    {
        List<PaperTable> charts = [.. paper.Blocks.OfType<PaperTable>().Where(HasChart)];
        package.Write("word/document.xml", $"{Kind}document.main+xml", Document(paper, charts));
        package.Write("word/styles.xml", $"{Kind}styles+xml", Styles());
        package.Write("word/numbering.xml", $"{Kind}numbering+xml", Numbering());
        package.Write("word/settings.xml", $"{Kind}settings+xml", Settings());
        package.Write("word/footer1.xml", $"{Kind}footer+xml", Footer(paper.Footer));
        package.Relate("word/_rels/document.xml.rels",
            [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"), ("footer", "footer1.xml"), .. charts.Select((_, i) => ("chart", $"charts/chart{i + 1}.xml"))]);
        foreach (var (index, table) in charts.Index()) WriteChart(package, paper, table, index + 1);
        package.End("word/document.xml", Clean(paper.Title), Clean(paper.Author), paper.CreatedAt);
    }

    private static bool HasChart(PaperTable table) => table.Bars is not null && table.Rows.Any(r => r.Amount is not null);

    private static XElement Document(Paper paper, List<PaperTable> charts) => new(W + "document",
        new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "r", Relation), new XAttribute(XNamespace.Xmlns + "wp", Wp), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "c", C),
        new XElement(W + "body", Paragraph("Heading1", [new(paper.Title)]),
            paper.Blocks.SelectMany(block => Block(block, charts)),
            new XElement(W + "sectPr", new XElement(W + "footerReference", new XAttribute(W + "type", "default"), new XAttribute(Relation + "id", "rId4")),
                new XElement(W + "pgSz", new XAttribute(W + "w", 11906), new XAttribute(W + "h", 16838)),
                new XElement(W + "pgMar", new XAttribute(W + "top", 1304), new XAttribute(W + "right", 1418), new XAttribute(W + "bottom", 1418), new XAttribute(W + "left", 1418), new XAttribute(W + "header", 709), new XAttribute(W + "footer", 624), new XAttribute(W + "gutter", 0)))));

    private static IEnumerable<XElement> Block(PaperBlock block, List<PaperTable> charts) => block switch
    {
        PaperTable table => Table(table, charts.IndexOf(table)),
        { Kind: PaperBlockKind.Heading } => [Paragraph(block.Level <= 2 ? "Heading2" : "Heading3", block.Pieces)],
        { Kind: PaperBlockKind.Item } => [Paragraph("ListBullet", block.Pieces)],
        { Kind: PaperBlockKind.Note } => [Paragraph("Note", block.Pieces)],
        _ => [Paragraph(null, block.Pieces)],
    };

    private static XElement Paragraph(string? style, IEnumerable<PaperPiece> pieces, bool isRight = false) => new(W + "p",
        style is null && !isRight ? null : new XElement(W + "pPr", style is null ? null : Value("pStyle", style), isRight ? Value("jc", "right") : null),
        pieces.SelectMany(Runs));

    private static IEnumerable<XElement> Runs(PaperPiece piece)
    {
        foreach (var (index, line) in Clean(piece.Text).Split('\n').Index())
        {
            yield return new XElement(W + "r",
                piece.IsBox ? new XElement(W + "rPr", Value("color", "FFFFFF"), new XElement(W + "shd", new XAttribute(W + "val", "clear"), new XAttribute(W + "color", "auto"), new XAttribute(W + "fill", "000000"))) : null,
                index > 0 ? new XElement(W + "br") : null, Text(line));
        }
    }

    private static IEnumerable<XElement> Table(PaperTable table, int chart)
    {
        var numbers = table.Headings.Count - 1;
        int[] widths = [TextWidth - (numbers * NumberWidth), .. Enumerable.Repeat(NumberWidth, numbers)];
        yield return Paragraph("Caption", [new(table.Caption)]);
        yield return new XElement(W + "tbl",
            new XElement(W + "tblPr", Value("tblStyle", "Figures"), new XElement(W + "tblW", new XAttribute(W + "w", TextWidth), new XAttribute(W + "type", "dxa")), Value("tblLayout", "fixed", "type"),
                new XElement(W + "tblLook", new XAttribute(W + "val", "04A0"), new XAttribute(W + "firstRow", 1), new XAttribute(W + "lastRow", 0), new XAttribute(W + "firstColumn", 1), new XAttribute(W + "lastColumn", 0), new XAttribute(W + "noHBand", 0), new XAttribute(W + "noVBand", 1)),
                Value("tblCaption", Clean(table.Caption))),
            new XElement(W + "tblGrid", widths.Select(w => Value("gridCol", w, "w"))),
            Row(table.Headings, widths, isHead: true, isLast: false),
            table.Rows.Index().Select(r => Row(r.Item.Cells, widths, isHead: false, isLast: r.Index == table.Rows.Count - 1)));
        yield return chart >= 0 ? Picture(table, chart) : Paragraph("AfterTable", []);
    }

    // All rows but the last keep with the next: a table that fits on a page is not broken.
    private static XElement Row(IReadOnlyList<string> cells, int[] widths, bool isHead, bool isLast) => new(W + "tr",
        new XElement(W + "trPr", new XElement(W + "cantSplit"), isHead ? new XElement(W + "tblHeader") : null),
        cells.Select((words, column) => new XElement(W + "tc", new XElement(W + "tcPr", new XElement(W + "tcW", new XAttribute(W + "w", widths[column]), new XAttribute(W + "type", "dxa"))),
            new XElement(W + "p", new XElement(W + "pPr", Value("pStyle", isHead ? "TableHeading" : "TableText"), isLast ? null : new XElement(W + "keepNext"), column > 0 ? Value("jc", "right") : null), Runs(new(words))))));

    private static XElement Picture(PaperTable table, int chart)
    {
        var (width, height) = (TextWidth / 20 * PointInUnits, (70 + (26 * table.Rows.Count)) * PointInUnits);
        return new XElement(W + "p", new XElement(W + "pPr", Value("pStyle", "AfterTable")), new XElement(W + "r", new XElement(W + "drawing", new XElement(Wp + "inline",
            new XElement(Wp + "extent", new XAttribute("cx", width), new XAttribute("cy", height)),
            new XElement(Wp + "docPr", new XAttribute("id", chart + 1), new XAttribute("name", $"Diagram {chart + 1}"), new XAttribute("descr", Clean(table.BarsInWords))),
            new XElement(Wp + "cNvGraphicFramePr"),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", C.NamespaceName), new XElement(C + "chart", new XAttribute(Relation + "id", $"rId{chart + 5}"))))))));
    }

    /// <summary>The chart, and the workbook with its numbers that opens when somebody edits them.</summary>
    private static void WriteChart(OfficePackage package, Paper paper, PaperTable table, int number)
    {
        string[] names = [.. table.Rows.Select(r => Clean(r.Cells[0]))];
        var last = names.Length + 1;
        var chart = new ChartXml(ChartKind.LyingBar, Clean(table.Bars!), null, new(Range('A', last), names),
            [(new("'Diagram'!$B$1", [Clean(table.Headings[1])]), new(Range('B', last), [.. table.Rows.Select(r => (object?)r.Amount)]))]);
        package.Write($"word/charts/chart{number}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", chart.Write("rId1"));
        package.Relate($"word/charts/_rels/chart{number}.xml.rels", [("package", $"../embeddings/chart{number}.xlsx")]);
        using var workbook = package.Open($"word/embeddings/chart{number}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var kept = new MemoryStream();
        using (var book = new SheetWriter(kept, table.Bars!, paper.Author, paper.CreatedAt))
        {
            book.Begin("Diagram", [new(table.Headings[0], Width: 40), new(table.Headings[1], ColumnKind.Whole)], isFiltered: false);
            foreach (var row in table.Rows) book.Row(row.Cells[0], row.Amount);
        }

        workbook.Write(kept.ToArray());
    }

    private static string Range(char column, int last) => string.Create(CultureInfo.InvariantCulture, $"'Diagram'!${column}$2:${column}${last}");

    private static XElement Footer(string words) => new(W + "ftr", new XAttribute(XNamespace.Xmlns + "w", W), new XElement(W + "p",
        new XElement(W + "pPr", Value("pStyle", "Footer")), Runs(new(words)), new XElement(W + "r", new XElement(W + "tab"), Text("Sida ")), Field("PAGE"), new XElement(W + "r", Text(" av ")), Field("NUMPAGES")));

    private static XElement Field(string name) => new(W + "fldSimple", new XAttribute(W + "instr", name), new XElement(W + "r", Text("1")));

    private static XElement Settings() => new(W + "settings", new XAttribute(XNamespace.Xmlns + "w", W), new XElement(W + "zoom", new XAttribute(W + "percent", 100)),
        new XElement(W + "compat", new XElement(W + "compatSetting", new XAttribute(W + "name", "compatibilityMode"), new XAttribute(W + "uri", "http://schemas.microsoft.com/office/word"), new XAttribute(W + "val", 15))),
        Value("themeFontLang", "sv-SE"));

    private static XElement Numbering() => XElement.Parse($"""
        <w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """);

    private static XElement Styles() => XElement.Parse($"""
        <w:styles xmlns:w="{W}">
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="160" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="38"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="60" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="80" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="4A4A4A"/><w:sz w:val="19"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:ind w:left="360" w:hanging="360"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="{TextWidth}"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="4A4A4A"/><w:sz w:val="17"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Not till tabell"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="4A4A4A"/><w:sz w:val="18"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeading"><w:name w:val="Tabellrubrik"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:sz w:val="19"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Tabelltext"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="AfterTable"><w:name w:val="Efter tabell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="80" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="8"/></w:rPr></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="Figures"><w:name w:val="Siffertabell"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="9AA5AC"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D5DBDF"/></w:tblBorders></w:tblPr>
        <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="4A5A66"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E8EEF2"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>
        </w:styles>
        """);

    private static XElement Text(string words) => new(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), words);

    private static XElement Value(string name, object value, string attribute = "val") => new(W + name, new XAttribute(W + attribute, value));

    private static string Clean(string words) => TextLayout.Clean(words);
}
