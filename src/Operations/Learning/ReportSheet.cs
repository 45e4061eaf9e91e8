using Gava.Domain.Learning;
using Gava.Operations.Documents;

namespace Gava.Operations.Learning;

/// <summary>A report as an Excel workbook: numbers to count on with, charts beside them.</summary>
internal static class ReportSheet
{
    private const string Figure = "Siffra";
    private const string Group = "Grupp";

    /// <param name="content">What it tells.</param>
    /// <param name="authority">Whose report it is.</param>
    /// <param name="now">UTC.</param>
    public static byte[] Write(ReportContent content, string authority, DateTime now)
    {
        using var file = new MemoryStream();
        using (var book = new SheetWriter(file, content.FullTitle, authority, now))
        {
            WriteReport(book, content, now);
            if (content.Writing is { } writing) WriteWords(book, writing);
            WriteFigures(book, content);
            if (content.Units.Count > 0) WriteUnits(book, content);
            WriteExplanations(book, content);
        }

        return file.ToArray();
    }

    private static void WriteReport(SheetWriter book, ReportContent content, DateTime now)
    {
        book.Begin("Rapport", [new(content.FullTitle, Width: 64), .. Periods(content)], isFiltered: false);
        foreach (var row in content.Headlines) book.Row([row.Label, .. row.Values.Select(Cell)]);
        book.Row();
        string[] words = [content.Lead, .. content.Notes, .. content.Writing is null ? [$"Framtagen {ReportContent.Moment(now)}."] : Array.Empty<string>()];
        foreach (var line in words) book.Row(line);
    }

    private static void WriteWords(SheetWriter book, ReportWriting writing)
    {
        book.Begin(ReportContent.AnalysisTitle, [new("Vad", Width: 30), new("Text", Width: 100)], isFiltered: false);
        foreach (var paragraph in Paragraphs(writing.Analysis)) book.Row(ReportContent.AnalysisTitle, paragraph);
        foreach (var example in writing.Examples) book.Row(ReportContent.ExamplesTitle, example);
        foreach (var text in writing.Texts) book.Row(text.Unit, text.Text ?? ReportContent.NoText);
    }

    private static string[] Paragraphs(string text) => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void WriteFigures(SheetWriter book, ReportContent content)
    {
        book.Begin("Siffror", [new(Figure, Width: 30), new(Group, Width: 34), .. Periods(content)]);
        var written = 0;
        foreach (var table in content.Tables)
        {
            foreach (var row in table.Rows) book.Row([table.Figure.Label, row.Label, .. row.Values.Select(Cell)]);
            if (ChartOf(content, table, written + 1) is { } chart) book.Chart(chart);
            written += table.Rows.Count;
        }
    }

    /// <summary>The groups of a divided figure now; in time and late in each period.</summary>
    private static SheetChart? ChartOf(ReportContent content, ReportTable table, int first)
    {
        if (table.IsDivided)
        {
            return new()
            {
                Kind = ChartKind.LyingBar,
                Title = $"{table.Figure.Label}, {content.Columns[0]}",
                Description = table.InWords,
                Categories = Group,
                Series = [content.Columns[0]],
                FirstRow = first,
                LastRow = first + table.Rows.Count - 1,
                ValueTitle = "Antal",
            };
        }

        if (table.Figure.Code != "closed") return null;
        var rows = table.Rows.Index().Where(r => r.Item.Group is "inTime" or "late").ToList();
        return new()
        {
            Kind = ChartKind.Bar,
            Title = "Svar i tid och för sent",
            Description = string.Join("; ", rows.Select(r => $"{r.Item.Label}: {string.Join(", ", content.Columns.Zip(r.Item.Values, (period, value) => $"{period} {ReportContent.Show(value)}"))}")),
            Categories = Group,
            Series = content.Columns,
            FirstRow = first + rows[0].Index,
            LastRow = first + rows[^1].Index,
            ValueTitle = "Antal",
        };
    }

    private static void WriteUnits(SheetWriter book, ReportContent content)
    {
        book.Begin("Enheter", [new("Enhet", Width: 40), .. content.UnitColumns.Select(c => new TableColumn(c, ColumnKind.Whole))]);
        foreach (var (unit, values) in content.Units) book.Row([unit.Name, .. values.Select(Cell)]);
    }

    private static void WriteExplanations(SheetWriter book, ReportContent content)
    {
        book.Begin("Så räknas siffran", [new(Figure, Width: 30), new("Så räknas siffran", Width: 70), new("Räknas inte med", Width: 50), new("Källa", Width: 24)]);
        foreach (var (figure, _) in content.Tables) book.Row(figure.Label, figure.Formula, figure.NotCounted, figure.Source);
    }

    private static IEnumerable<TableColumn> Periods(ReportContent content) => content.Columns.Select(c => new TableColumn(c, ColumnKind.Whole, Width: Math.Max(16, c.Length + 4)));

    /// <summary>A number as a number; nothing where there is nothing to work it out from.</summary>
    private static object? Cell(ReportLine line) => line switch
    {
        { IsHidden: true } => ReportContent.Show(line),
        { Value: null } => null,
        { Measure: Measure.Percent } => new Shown(line.Value.Value / 100, ColumnKind.Percent),
        { Measure: Measure.Count } => line.Value.Value,
        _ => new Shown(line.Value.Value, ColumnKind.Tenth),
    };
}
