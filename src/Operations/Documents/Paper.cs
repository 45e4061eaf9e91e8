namespace Gava.Operations.Documents;

/// <summary>
/// A document of running text: headings, paragraphs, lists, tables. Any text may hold any character, as in a <see cref="Letter"/>. The
/// same content and the same time give the same bytes.
/// </summary>
public sealed record Paper
{
    /// <summary>Shown by viewers and read first by screen readers; also the heading of the first page.</summary>
    public required string Title { get; init; }

    /// <summary>The authority that it comes from.</summary>
    public required string Author { get; init; }

    /// <summary>At the foot of each page beside the page number, at most two lines. Not read aloud.</summary>
    public required string Footer { get; init; }

    public required IReadOnlyList<PaperBlock> Blocks { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

/// <remarks>A note is a paragraph in small letters.</remarks>
public enum PaperBlockKind { Heading, Paragraph, Item, Note, Table }

/// <summary>A stretch of text: plain, or the label of a box that stands where something was masked.</summary>
public sealed record PaperPiece(string Text, bool IsBox = false);

/// <summary>One heading, paragraph, line of a list or table.</summary>
/// <param name="Level">Of a heading: 2 or 3.</param>
public record PaperBlock(PaperBlockKind Kind, IReadOnlyList<PaperPiece> Pieces, int Level = 0)
{
    public static PaperBlock Heading(string text, int level = 2) => new(PaperBlockKind.Heading, [new(text)], level);

    public static PaperBlock Paragraph(string text) => new(PaperBlockKind.Paragraph, [new(text)]);

    public static PaperBlock Note(string text) => new(PaperBlockKind.Note, [new(text)]);

    public static PaperBlock Item(string text) => new(PaperBlockKind.Item, [new(text)]);

    /// <summary>Running text, a paragraph for each part between blank lines.</summary>
    public static IEnumerable<PaperBlock> Text(string text) => Text([new PaperPiece(text)]);

    /// <inheritdoc cref="Text(string)"/>
    public static IEnumerable<PaperBlock> Text(IEnumerable<PaperPiece> pieces)
    {
        List<PaperPiece> together = [];
        foreach (var piece in pieces)
        {
            var parts = piece.IsBox ? [piece.Text] : piece.Text.ReplaceLineEndings("\n").Split("\n\n");
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && together.Count > 0)
                {
                    yield return new(PaperBlockKind.Paragraph, together);
                    together = [];
                }

                if (parts[i].Length > 0) together.Add(piece with { Text = parts[i] });
            }
        }

        if (together.Count > 0) yield return new(PaperBlockKind.Paragraph, together);
    }
}

/// <summary>A table whose first column names its rows; the others hold numbers. Its headings stand again on each page.</summary>
/// <param name="Caption">What it tells, above it in small letters.</param>
/// <param name="Headings">Of every column, none empty.</param>
public sealed record PaperTable(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<PaperRow> Rows) : PaperBlock(PaperBlockKind.Table, [])
{
    /// <summary>What the bars of its second column are of, a title; null when there are none.</summary>
    public string? Bars { get; init; }

    /// <summary>What the bars show, for those who do not see them.</summary>
    public string BarsInWords => $"Staplar: {Bars}. {string.Join(", ", Rows.Select(r => $"{r.Cells[0]} {r.Cells[1]}"))}.";
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its name, then what stands in the other columns. None is empty.</param>
/// <param name="Amount">What its bar shows, which its second cell says in words; null is no bar.</param>
public sealed record PaperRow(IReadOnlyList<string> Cells, decimal? Amount = null);
