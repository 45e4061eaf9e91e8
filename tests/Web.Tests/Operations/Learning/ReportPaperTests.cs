using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gava.Operations.Documents;
using Gava.Operations.Learning;
using Gava.Web.Tests.Operations.Documents;

namespace Gava.Web.Tests.Operations.Learning;

/// <summary>A report as PDF and as Word: the same tables from the same description (R-LEARN-02, R-LEARN-07).</summary>
[Trait("Database", "None")]
public sealed class ReportPaperTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static Paper Paper(bool isOpen = false) => ReportPaper.Of(MadeUpReport.Content(isOpen), MadeUpReport.Authority, MadeUpReport.Now);

    private static byte[] Pdf(bool isOpen = false) => new PdfPaperWriter(Fonts.Loaded).Write(Paper(isOpen));

    private static byte[] Word(bool isOpen = false) => WordPaperWriter.Write(Paper(isOpen));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_pdf_has_every_row_of_the_report_in_the_same_order(bool isOpen)
    {
        PdfTools.Check(Pdf(isOpen));
        var text = OneLine(PdfTools.Text(Pdf(isOpen), "-layout").ReplaceLineEndings(" "));
        var at = 0;
        foreach (var row in MadeUpReport.Content(isOpen).Tables.SelectMany(t => t.Rows))
        {
            var values = OneLine(string.Join(' ', row.Values.Select(ReportContent.Show)));
            at = text.IndexOf(values, at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{row.Label}: {values}");
        }
    }

    [Fact]
    public void The_pdf_is_tagged_as_tables_with_header_cells_and_pictures_that_say_what_they_show()
    {
        var raw = PdfTools.Uncompressed(Pdf());
        var content = MadeUpReport.Content();

        Assert.Equal(content.Tables.Count + 2, Count("/S /Table"));
        Assert.Equal(content.Tables.Count + 2, Count("/S /Caption"));
        Assert.Equal((content.Tables.Count + 1) * 4 + 1 + content.UnitColumns.Count, Count("/Scope /Column"));
        Assert.Equal(content.Tables.Sum(t => t.Rows.Count) + content.Headlines.Count + content.Units.Count, Count("/Scope /Row"));
        Assert.Equal(3, Count("/S /Figure"));
        Assert.Equal(3, Count("/Alt "));
        Assert.Contains("Sida 1 av", PdfTools.Text(Pdf()), StringComparison.Ordinal);
        Assert.InRange(PdfTools.Pages(Pdf()), 2, 6);

        int Count(string words) => raw.Split(words).Length - 1;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_document_follows_the_schemas_and_the_same_report_gives_the_same_bytes(bool isOpen)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Word(isOpen)), isEditable: false);

        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.All(document.MainDocumentPart!.ChartParts, chart => Assert.Equal([], SheetTools.Faults(Read(chart.EmbeddedPackagePart!.GetStream()))));
        Assert.Equal($"Tertial 2 2026, {MadeUpReport.HostileName}", document.PackageProperties.Title);
        Assert.Equal("sv-SE", document.PackageProperties.Language);
        Assert.Equal(Word(isOpen), Word(isOpen));
        Assert.Equal(Pdf(isOpen), Pdf(isOpen));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_document_has_every_value_of_the_report_in_the_same_order(bool isOpen)
    {
        var content = MadeUpReport.Content(isOpen);
        var tables = Part(Word(isOpen), "word/document.xml").Descendants(W + "tbl").Select(RowsOf).ToList();
        string[][] units = [["Enhet", .. content.UnitColumns], .. content.Units.Select(u => (string[])[u.Unit.Name, .. u.Values.Select(ReportContent.Show)])];
        string[][] Told(string first, IEnumerable<ReportRow> rows) => [[first, .. content.Columns], .. rows.Select(r => (string[])[r.Label, .. r.Values.Select(ReportContent.Show)])];

        Assert.Equal(Told("Siffra", content.Headlines), tables[0]);
        Assert.Equal(units, tables[1]);
        Assert.Equal(content.Tables.Select(t => Told("Grupp", t.Rows)), tables.Skip(2));
        Assert.Equal(isOpen, tables.SelectMany(t => t).Any(r => r.Contains("dolt")));
    }

    [Fact]
    public void Its_charts_show_the_numbers_of_the_tables_beside_them()
    {
        var word = Word();
        foreach (var (index, table) in MadeUpReport.Content().Tables.Where(t => t.IsDivided).Index())
        {
            var chart = Part(word, $"word/charts/chart{index + 1}.xml");
            Assert.Equal(table.Rows.Select(r => r.Label), Kept(chart, "cat"));
            Assert.Equal(table.Rows.Select(r => $"{r.Now.Value}"), Kept(chart, "val"));
        }

        static IEnumerable<string> Kept(XElement chart, string name) => chart.Descendants(C + name).Descendants(C + "v").Select(v => v.Value);
    }

    [Fact]
    public void Headings_lists_and_tables_are_what_they_look_like()
    {
        var body = Part(Word(isOpen: true), "word/document.xml");
        var styles = body.Descendants(W + "pStyle").Select(s => (string?)s.Attribute(W + "val")).ToList();

        Assert.Equal("Heading1", styles[0]);
        Assert.Contains("ListBullet", styles);
        Assert.Equal(MadeUpReport.Content(isOpen: true).Tables.Count + 2, styles.Count(s => s == "Heading2"));
        Assert.All(body.Descendants(W + "tbl"), table => Assert.Single(table.Descendants(W + "tblHeader")));
        Assert.Empty(body.Descendants(W + "instrText"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task LibreOffice_opens_the_document()
    {
        var page = PdfTools.Text(await SheetTools.ConvertAsync(Word(), "docx", "pdf"));

        Assert.Contains("I korthet", page, StringComparison.Ordinal);
        Assert.Contains("Inkomna efter sort, tertial 2 2026", page, StringComparison.Ordinal);
        Assert.Contains("<b>gruppen</b>", page, StringComparison.Ordinal);
    }

    private static string[][] RowsOf(XElement table) => [.. table.Elements(W + "tr").Select(r => r.Elements(W + "tc").Select(c => string.Concat(c.Descendants(W + "t").Select(t => t.Value))).ToArray())];

    private static XElement Part(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    private static byte[] Read(Stream stream)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }

    private static string OneLine(string words) => string.Join(' ', words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
