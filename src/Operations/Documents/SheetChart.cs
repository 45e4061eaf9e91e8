namespace Gava.Operations.Documents;

/// <remarks><c>LyingBar</c> has room for long names beside its bars; the first is at the top.</remarks>
public enum ChartKind { Bar, LyingBar, Line }

/// <summary>
/// A chart of a workbook, drawn by the spreadsheet program from the cells themselves. Columns are named by their headings.
/// </summary>
public sealed record SheetChart
{
    public required ChartKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>What the chart tells, in words, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The column whose cells stand under the bars or points.</summary>
    public required string Categories { get; init; }

    /// <summary>The columns that are drawn, a colour each.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The sheet that has the columns: one already begun. Null is the sheet that the chart stands in.</summary>
    public string? Sheet { get; init; }

    /// <summary>The first row that is drawn; row 1 is the one below the headings.</summary>
    public int FirstRow { get; init; } = 1;

    /// <summary>The last row that is drawn; null is the last there is.</summary>
    public int? LastRow { get; init; }

    /// <summary>Shown beside the axis of values, such as "Antal".</summary>
    public string? ValueTitle { get; init; }
}
