using System.IO.Compression;
using Gava.Domain.Learning;
using Gava.Operations.Learning;
using Gava.Web.Tests.Operations.Documents;

namespace Gava.Web.Tests.Operations.Learning;

/// <summary>A report as an Excel workbook (R-LEARN-02, R-LEARN-07).</summary>
[Trait("Database", "None")]
public sealed class ReportSheetTests
{
    private static byte[] Book(bool isOpen = false) => ReportSheet.Write(MadeUpReport.Content(isOpen), MadeUpReport.Authority, MadeUpReport.Now);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_follows_the_schemas_and_the_same_report_gives_the_same_bytes(bool isOpen)
    {
        Assert.Equal([], SheetTools.Faults(Book(isOpen)));
        Assert.Equal(Book(isOpen), Book(isOpen));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_value_of_the_report_is_a_number_in_the_same_order(bool isOpen)
    {
        var content = MadeUpReport.Content(isOpen);
        var expected = content.Tables.SelectMany(t => t.Rows.Select(r => (object?[])[t.Figure.Label, r.Label, .. r.Values.Select(Value)]));
        var rows = SheetTools.Rows(Book(isOpen), "Siffror");

        Assert.Equal(["Siffra", "Grupp", "tertial 2 2026", "tertial 1 2026", "tertial 2 2025"], rows[0]);
        Assert.Equal(expected, rows.Skip(1));
        Assert.Equal(isOpen, rows.Any(r => r.Contains("dolt")));
    }

    [Fact]
    public void The_headlines_come_first_with_what_must_be_known()
    {
        var rows = SheetTools.Rows(Book(isOpen: true), "Rapport");

        Assert.Equal([$"Tertial 2 2026, {MadeUpReport.HostileName}", "tertial 2 2026", "tertial 1 2026", "tertial 2 2025"], rows[0]);
        Assert.Equal(MadeUpReport.Content(isOpen: true).Headlines.Select(h => (object?[])[h.Label, .. h.Values.Select(Value)]), rows.Skip(1).Take(6));
        Assert.Contains(rows, r => r[0] is string words && words.StartsWith("Små grupper visas inte", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_is_never_a_formula()
    {
        Assert.Equal(["+Södra & <b>gruppen</b>", "Västra boendestödet"], SheetTools.Rows(Book(), "Enheter").Skip(1).Select(r => r[0]));
        using var zip = new ZipArchive(new MemoryStream(Book()));
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var sheet = new StreamReader(entry.Open());
            Assert.DoesNotContain("<f", sheet.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_figure_says_how_it_is_worked_out() =>
        Assert.Equal(Figures.All.Select(f => new object?[] { f.Label, f.Formula, f.NotCounted, f.Source }), SheetTools.Rows(Book(), "Så räknas siffran").Skip(1));

    [Fact]
    [Trait("Category", "Long")]
    public async Task LibreOffice_draws_the_charts()
    {
        var page = PdfTools.Text(await SheetTools.ConvertAsync(Book(), "xlsx", "pdf"));

        Assert.All(["Inkomna efter sort, tertial 2 2026", "Inkomna efter väg in, tertial 2 2026", "Inkomna efter kategori, tertial 2 2026", "Svar i tid och för sent"], title => Assert.Contains(title, page, StringComparison.Ordinal));
    }

    private static object? Value(ReportLine line) => line switch
    {
        { IsHidden: true } => "dolt",
        { Value: null } => null,
        { Measure: Measure.Percent } => (double)(line.Value.Value / 100),
        _ => (double)line.Value.Value,
    };
}
