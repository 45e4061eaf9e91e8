using Gava.Operations.Documents;

namespace Gava.Operations.Learning;

/// <summary>A report on paper: for print, and for those who read with their ears.</summary>
internal static class ReportPaper
{
    /// <param name="content">What it tells.</param>
    /// <param name="authority">Whose report it is.</param>
    /// <param name="now">UTC.</param>
    public static Paper Of(ReportContent content, string authority, DateTime now) => new()
    {
        Title = content.FullTitle,
        Author = authority,
        Footer = $"{authority} · {content.FullTitle} · {(content.Writing is null ? "framtagen" : "signerad")} {ReportContent.Moment(now)}",
        CreatedAt = now,
        Blocks =
        [
            PaperBlock.Paragraph(content.Lead),
            .. content.Notes.Select(PaperBlock.Item),
            .. Words(content),
            PaperBlock.Heading(ReportContent.HeadlinesTitle),
            Table(content, ReportContent.HeadlinesHint, "Siffra", content.Headlines),
            .. Units(content),
            .. content.Tables.SelectMany(t => Figure(content, t)),
        ],
    };

    /// <summary>What people have written: first, since the figures are there to bear it out.</summary>
    private static IEnumerable<PaperBlock> Words(ReportContent content) => content.Writing is not { } writing ? [] :
    [
        PaperBlock.Heading(ReportContent.AnalysisTitle),
        .. PaperBlock.Text(writing.Analysis),
        .. writing.Examples.Count == 0 ? [] : writing.Examples.Select(PaperBlock.Item).Prepend(PaperBlock.Heading(ReportContent.ExamplesTitle)),
        .. writing.Texts.Count == 0 ? [] : writing.Texts.SelectMany(t => PaperBlock.Text(t.Text ?? ReportContent.NoText).Prepend(PaperBlock.Heading(t.Unit, 3))).Prepend(PaperBlock.Heading(ReportContent.TextsTitle)),
    ];

    private static IEnumerable<PaperBlock> Units(ReportContent content) => content.Units.Count == 0 ? [] :
    [
        PaperBlock.Heading(ReportContent.UnitsTitle),
        new PaperTable(ReportContent.UnitsHint, ["Enhet", .. content.UnitColumns], [.. content.Units.Select(u => new PaperRow([u.Unit.Name, .. u.Values.Select(ReportContent.Show)]))]),
    ];

    private static IEnumerable<PaperBlock> Figure(ReportContent content, ReportTable table)
    {
        var (formula, notCounted, source) = ReportContent.Explain(table.Figure);
        return
        [
            PaperBlock.Heading(table.Figure.Label),
            Table(content, formula, "Grupp", table.Rows, table.IsDivided ? table : null),
            PaperBlock.Note($"{notCounted} {source}."),
        ];
    }

    private static PaperTable Table(ReportContent content, string caption, string names, IReadOnlyList<ReportRow> rows, ReportTable? withBars = null) =>
        new(caption, [names, .. content.Columns], [.. rows.Select(r => new PaperRow([r.Label, .. r.Values.Select(ReportContent.Show)], withBars is null ? null : r.Now.Value))])
        {
            Bars = withBars is null ? null : $"{withBars.Figure.Label}, {content.Columns[0]}",
        };
}
