using System.Diagnostics;
using System.IO.Compression;
using Gava.Operations.Documents;

namespace Gava.Web.Tests.Operations.Documents;

/// <summary>Tables as Excel and CSV (R-LEARN-07).</summary>
[Trait("Database", "None")]
public sealed class TableWriterTests(ITestOutputHelper output)
{
    private static readonly DateTime Now = new(2026, 4, 24, 12, 10, 0, DateTimeKind.Utc);

    private static readonly TableColumn[] Columns =
    [
        new("Enhet", Width: 30), new("Inkomna", ColumnKind.Whole), new("Medel", ColumnKind.Decimal), new("I tid", ColumnKind.Percent), new("Dag", ColumnKind.Date), new("Tid", ColumnKind.Moment),
    ];

    private static byte[] Report()
    {
        using var file = new MemoryStream();
        using (var book = new SheetWriter(file, "Tertialrapport 2026-T1", "Gåva kommun", Now))
        {
            book.Begin("Per enhet", Columns);
            book.Row("Hemtjänsten Norr", 12, 3.25m, 0.83m, new DateOnly(2026, 4, 24), Now);
            book.Row("Städ & lokalvård <Söder>", 7L, 1.5, 1m, new DateOnly(1899, 12, 31), null);
            book.Row("Köket", 3);
            book.Chart(new() { Kind = ChartKind.Bar, Title = "Inkomna per enhet", Description = "Hemtjänsten Norr har flest.", Categories = "Enhet", Series = ["Inkomna", "Medel"], ValueTitle = "Antal" });
            book.Chart(new() { Kind = ChartKind.Line, Title = "I tid", Description = "Alla utom en var i tid.", Categories = "Enhet", Series = ["I tid"], LastRow = 2 });
            book.Begin("Per enhet", [new("Ord")]);
            book.Row("Bägge bladen heter lika.");
            book.Begin("Diagram: [allt]", []);
            book.Chart(new() { Kind = ChartKind.Bar, Title = "Från ett annat blad", Description = "Samma siffror.", Categories = "Enhet", Series = ["Inkomna"], Sheet = "Per enhet" });
        }

        return file.ToArray();
    }

    private static byte[] OneColumn(params object?[] cells)
    {
        using var file = new MemoryStream();
        using (var book = new SheetWriter(file, "Ett blad", "Gåva kommun", Now))
        {
            book.Begin("Blad", [new("Ord")]);
            foreach (var cell in cells) book.Row(cell);
        }

        return file.ToArray();
    }

    [Fact]
    public void A_workbook_follows_the_schemas_of_the_format() => Assert.Equal([], SheetTools.Faults(Report()));

    [Fact] // else programs that do not work it out print words over words
    public void A_row_is_as_high_as_its_words_need()
    {
        using var book = new System.IO.Compression.ZipArchive(new MemoryStream(OneColumn("kort", new string('x', 24), new string('x', 25), "en\ntvå\ntre", new string('x', 24 * 100))));
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = System.Xml.Linq.XDocument.Parse(sheet.ReadToEnd()).Descendants().Where(e => e.Name.LocalName == "row").Select(r => r.Attribute("ht")?.Value);
        Assert.Equal([null, null, null, "30", "45", "409"], rows);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Assert.Equal(Report(), Report());

    [Fact]
    public void A_cell_is_of_the_type_of_its_value()
    {
        var rows = SheetTools.Rows(Report());

        Assert.Equal(["Enhet", "Inkomna", "Medel", "I tid", "Dag", "Tid"], rows[0]);
        Assert.Equal(["Hemtjänsten Norr", 12.0, 3.25, 0.83, new DateTime(2026, 4, 24), new DateTime(2026, 4, 24, 14, 10, 0)], rows[1]);
        Assert.Equal(["Städ & lokalvård <Söder>", 7.0, 1.5, 1.0, "1899-12-31", null], rows[2]);
    }

    [Fact]
    public void Sheets_that_would_be_called_the_same_are_not()
    {
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(Report()));
        List<string> names = [reader.Name];
        while (reader.NextResult()) names.Add(reader.Name);

        Assert.Equal(["Per enhet", "Per enhet 2", "Diagram allt"], names);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46 70 123 45 67")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("=HYPERLINK(\"http://exempel.se\",\"Tryck\")")]
    public void A_text_is_never_a_formula(string words)
    {
        var book = OneColumn(words);

        Assert.Equal([], SheetTools.Faults(book));
        Assert.Equal(words, SheetTools.Rows(book)[1][0]);
        using var zip = new ZipArchive(new MemoryStream(book));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<f", sheet.ReadToEnd(), StringComparison.Ordinal);
        var csv = SheetTools.Text(CsvWriter.Write(["Ord"], [[words]])).Split("\r\n")[1];
        Assert.StartsWith("'", csv.TrimStart('"'), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_can_stand_in_a_cell()
    {
        string[] texts = ["_x0041_ och _x005F_", "rad\nbryts\r\nså", "\u0001\uFFFE\uD800klart", "😀 مرحبا", "  mellanrum  ", new string('ö', 40_000)];
        var book = OneColumn(texts);
        var rows = SheetTools.Rows(book);

        Assert.Equal([], SheetTools.Faults(book));
        Assert.Equal(["_x0041_ och _x005F_", "rad\nbryts\nså"], rows.Skip(1).Take(2).Select(r => r[0]));
        Assert.EndsWith("klart", (string)rows[3][0]!, StringComparison.Ordinal);
        Assert.Equal(["😀 مرحبا", "  mellanrum  "], rows.Skip(4).Take(2).Select(r => r[0]));
        Assert.Equal(32_767, ((string)rows[6][0]!).Length);
    }

    [Fact]
    public void A_chart_that_names_nothing_is_refused()
    {
        using var book = new SheetWriter(new MemoryStream(), "Ett blad", "Gåva kommun", Now);
        book.Begin("Blad", [new("Ord")]);

        Assert.Throws<ArgumentException>(() => book.Chart(new() { Kind = ChartKind.Bar, Title = "?", Description = "?", Categories = "Ord", Series = ["Antal"] }));
        Assert.Throws<ArgumentException>(() => book.Row(true));
        Assert.Throws<ArgumentException>(() => book.Row("en", "för många"));
    }

    [Fact]
    public void Csv_is_written_as_Swedish_spreadsheets_read_it()
    {
        var file = CsvWriter.Write(["Ord", "Antal", "Medel", "Dag", "Tid"], [["en; två \"tre\"", -3, -1.5m, new DateOnly(2026, 4, 24), Now], ["rad\nbryts", null, 1234.25]]);

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal("Ord;Antal;Medel;Dag;Tid\r\n\"en; två \"\"tre\"\"\";-3;-1,5;2026-04-24;2026-04-24 14:10\r\n\"rad\nbryts\";;1234,25;;\r\n", SheetTools.Text(file));
        Assert.Equal("figure,group,value\r\nMedel,,1.5\r\n", SheetTools.Text(CsvWriter.Write(["figure", "group", "value"], [["Medel", null, 1.5m]], ',')));
    }

    [Fact]
    public void A_hundred_thousand_rows_are_written_as_they_come()
    {
        // The least of some: other tests beside it take memory too, and give it back.
        var kept = long.MaxValue;
        for (var attempt = 0; attempt < 5 && kept >= Most; attempt++) kept = Math.Min(kept, Kept());
        Assert.True(kept < Most, $"The rows are kept in memory: {kept:N0} bytes.");
    }

    private const long Most = 8_000_000;

    /// <summary>Bytes held when a hundred thousand rows are written and the book is still open.</summary>
    private long Kept()
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var into = new Counting();
        long kept;
        using (var book = new SheetWriter(into, "Många", "Gåva kommun", Now))
        {
            book.Begin("Ärenden", Columns);
            for (var i = 0; i < 100_000; i++) book.Row($"Enhet {i}", i, i / 4m, 0.5m, new DateOnly(2026, 4, 24), Now);
            kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        }

        output.WriteLine($"{clock.ElapsedMilliseconds} ms, {into.Bytes} bytes");
        Assert.True(into.Bytes > 1_000_000);
        return kept;
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task LibreOffice_opens_it()
    {
        var rows = SheetTools.Text(await SheetTools.ConvertAsync(Report(), "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true")).Split('\n');
        Assert.Equal("Enhet,Inkomna,Medel,I tid,Dag,Tid", rows[0].TrimEnd('\r'));
        Assert.Equal("Hemtjänsten Norr,12,3.25,83.0%,2026-04-24,2026-04-24 14:10", rows[1].TrimEnd('\r'));

        var page = PdfTools.Text(await SheetTools.ConvertAsync(Report(), "xlsx", "pdf"));
        Assert.Contains("Inkomna per enhet", page, StringComparison.Ordinal);
        Assert.Contains("Från ett annat blad", page, StringComparison.Ordinal);
    }

    private sealed class Counting : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;
    }
}
