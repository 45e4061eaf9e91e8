using System.Globalization;

namespace Gava.Operations.Documents;

/// <summary>
/// One table on its way to the page: names to the left, numbers to the right, bars between. Rows are not broken. To a screen reader
/// it is a table with header cells (ISO 14289-1, 7.5), and its bars are a picture that says what they show (7.3).
/// </summary>
internal sealed class PdfTable(PaperTable table, TextStyle cell, TextStyle heading, TextStyle small, double left, double width)
{
    const double NumberWidth = 68;
    const double BarWidth = 96;
    const double BarHeight = 6;
    const double Gap = 6;
    const double Padding = 2.5;

    readonly double nameWidth = width - (table.Headings.Count - 1) * NumberWidth - Gap - (table.Bars is null ? 0 : BarWidth + Gap);
    readonly double most = (double)table.Rows.Select(r => r.Amount ?? 0).DefaultIfEmpty().Max();
    readonly List<(PaperRow Row, double Top)> bars = [];
    PdfPage? barPage;

    /// <summary>In points.</summary>
    public double Height => TextLayout.Wrap(table.Caption, small, width).Count * small.Leading + Padding + HeightOf(table.Headings, heading) + table.Rows.Sum(r => HeightOf(r.Cells, cell));

    public void Show(PageFlow flow, StructureElement root)
    {
        var element = root.Add("Table");
        flow.Block(element, "Caption", table.Caption, small, followedBy: HeightOf(table.Headings, heading) + 2 * cell.Leading);
        flow.Space(Padding);
        var head = element.Add("THead").Add("TR");
        ShowHead(flow, () => head.Add("TH", "/A << /O /Table /Scope /Column >>"));
        var body = element.Add("TBody");
        foreach (var row in table.Rows) ShowRow(flow, body, row, root);
        ShowBars(root);
    }

    /// <param name="flow">Where it goes.</param>
    /// <param name="nextCell">Adds a header cell; null when the headings are said already.</param>
    void ShowHead(PageFlow flow, Func<StructureElement>? nextCell)
    {
        var height = HeightOf(table.Headings, heading);
        flow.Strip(height, (page, top) =>
        {
            foreach (var (column, lines) in Cells(table.Headings, heading).Index())
            {
                var foot = top + height - Padding - lines.Count * heading.Leading;
                if (nextCell is null) page.Untagged(Artifact.Layout, () => Draw(page, lines, heading, column, foot));
                else page.Tagged(nextCell(), "TH", () => Draw(page, lines, heading, column, foot));
            }

            page.Untagged(Artifact.Layout, () => page.Rule(left, left + width, top + height, 0.9, 0.25));
        });
    }

    void ShowRow(PageFlow flow, StructureElement body, PaperRow row, StructureElement root)
    {
        var height = HeightOf(row.Cells, cell);
        if (!flow.Fits(height))
        {
            ShowBars(root);
            flow.NewPage();
            ShowHead(flow, null);
        }

        flow.Strip(height, (page, top) =>
        {
            var element = body.Add("TR");
            foreach (var (column, lines) in Cells(row.Cells, cell).Index())
            {
                var type = column == 0 ? "TH" : "TD";
                page.Tagged(element.Add(type, column == 0 ? "/A << /O /Table /Scope /Row >>" : ""), type, () => Draw(page, lines, cell, column, top + Padding));
            }

            page.Untagged(Artifact.Layout, () => page.Rule(left, left + width, top + height, 0.4, 0.75));
            if (table.Bars is not null && row.Amount is not null && most > 0)
            {
                barPage = page;
                bars.Add((row, top + Padding + (cell.Leading - BarHeight) / 2));
            }
        });
    }

    /// <summary>The bars of a page are one picture.</summary>
    void ShowBars(StructureElement root)
    {
        if (bars.Count == 0) return;
        var barLeft = left + nameWidth + Gap;
        var (top, bottom) = (PdfPage.Height - bars[0].Top, PdfPage.Height - bars[^1].Top - BarHeight);
        var words = $"Staplar: {table.Bars}. {string.Join(", ", bars.Select(b => $"{b.Row.Cells[0]} {b.Row.Cells[1]}"))}";
        var figure = root.Add("Figure", string.Create(CultureInfo.InvariantCulture,
            $"/Alt {PdfSyntax.Text(TextLayout.Clean(words))} /A << /O /Layout /Placement /Block /BBox [{PdfSyntax.Number(barLeft)} {PdfSyntax.Number(bottom)} {PdfSyntax.Number(barLeft + BarWidth)} {PdfSyntax.Number(top)}] >>"));
        barPage!.Tagged(figure, "Figure", () =>
        {
            foreach (var (row, at) in bars) barPage.Bar(barLeft, at, Math.Max(0.5, (double)row.Amount!.Value / most * BarWidth), BarHeight);
        });
        bars.Clear();
    }

    void Draw(PdfPage page, IReadOnlyList<TextLine> lines, TextStyle style, int column, double top)
    {
        var right = left + width - (table.Headings.Count - 1 - column) * NumberWidth;
        foreach (var (index, line) in lines.Index()) Lines.Draw(page, [line], style, column == 0 ? left : right - line.Width(style), top + index * style.Leading);
    }

    double HeightOf(IReadOnlyList<string> words, TextStyle style) => Math.Max(1, Cells(words, style).Max(lines => lines.Count)) * style.Leading + 2 * Padding;

    IReadOnlyList<TextLine>[] Cells(IReadOnlyList<string> words, TextStyle style) => [.. words.Select((text, column) => TextLayout.Wrap(text, style, column == 0 ? nameWidth : NumberWidth - Gap))];
}
