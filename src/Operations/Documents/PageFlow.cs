namespace Gava.Operations.Documents;

/// <summary>The column that text runs through, in points from the page's left and top edges.</summary>
/// <param name="Left">The left edge of the text.</param>
/// <param name="Width">The longest line.</param>
/// <param name="Top">Where text begins on every page that the flow adds.</param>
/// <param name="Bottom">Where text must end on every page.</param>
internal sealed record Column(double Left, double Width, double Top, double Bottom);

/// <summary>
/// Lets blocks follow one another down the pages of a document, and starts a new page when one is full. A paragraph
/// leaves at least two lines on each side of the break.
/// </summary>
internal sealed class PageFlow(PdfDocument document, PdfPage firstPage, Column column, double top)
{
    PdfPage page = firstPage;
    double used = top;
    bool isAtTop = true;

    /// <summary>Room between blocks; not wanted at the top of a page.</summary>
    public void Space(double points)
    {
        if (!isAtTop)
            used += points;
    }

    /// <summary>Sets text as one element. Nothing visible gives no element.</summary>
    /// <param name="parent">The element that it belongs to.</param>
    /// <param name="type">Its structure type: H1, P …</param>
    /// <param name="text">May hold line breaks.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="followedBy">Points below that must fit on the same page, so that a heading is never left alone.</param>
    public void Block(StructureElement parent, string type, string text, TextStyle style, double followedBy = 0) =>
        Block(parent, type, TextLayout.Wrap(text, style, column.Width), style, followedBy);

    /// <summary>The same of lines that are already broken.</summary>
    public void Block(StructureElement parent, string type, IReadOnlyList<TextLine> lines, TextStyle style, double followedBy = 0)
    {
        if (lines.Count == 0)
            return;
        var element = parent.Add(type);
        KeepTogether(followedBy > 0 ? lines.Count * style.Leading + followedBy : 0);
        for (var placed = 0; placed < lines.Count;)
        {
            var count = LinesHere(lines.Count - placed, style.Leading);
            if (count == 0)
            {
                NewPage();
                continue;
            }
            used = Lines.Show(page, element, type, [.. lines.Skip(placed).Take(count)], style, column.Left, used);
            isAtTop = false;
            placed += count;
        }
    }

    /// <summary>Starts a new page unless so many points are left, or no page would have them.</summary>
    public void KeepTogether(double points)
    {
        if (used + points > column.Bottom && points <= column.Bottom - column.Top && !isAtTop)
            NewPage();
    }

    /// <summary>Gives a strip of the page to what draws in it, on a new page when this one is full.</summary>
    /// <param name="points">Its height.</param>
    /// <param name="draw">Gets the page and where the strip begins.</param>
    public void Strip(double points, Action<PdfPage, double> draw)
    {
        if (!Fits(points)) NewPage();
        draw(page, used);
        used += points;
        isAtTop = false;
    }

    /// <summary>True when so many points are left on the page, or it has nothing yet.</summary>
    public bool Fits(double points) => used + points <= column.Bottom || isAtTop;

    int LinesHere(int remaining, double leading)
    {
        var room = (int)Math.Floor((column.Bottom - used) / leading + 0.001);
        if (room >= remaining)
            return remaining;
        var count = remaining - room < 2 ? remaining - 2 : room;
        if (count >= 2)
            return count;
        return isAtTop ? Math.Max(1, Math.Min(room, remaining)) : 0;
    }

    public void NewPage()
    {
        page = document.AddPage();
        used = column.Top;
        isAtTop = true;
    }
}

/// <summary>Places lines that are already broken.</summary>
internal static class Lines
{
    /// <summary>Draws the lines from <paramref name="top"/> down as content of the element, and returns where they end.</summary>
    public static double Show(PdfPage page, StructureElement element, string type, IReadOnlyList<TextLine> lines, TextStyle style, double left, double top)
    {
        page.Tagged(element, type, () => Draw(page, lines, style, left, top));
        return top + lines.Count * style.Leading;
    }

    public static void Draw(PdfPage page, IReadOnlyList<TextLine> lines, TextStyle style, double left, double top)
    {
        for (var index = 0; index < lines.Count; index++)
            page.Show(lines[index], style, left, Baseline(style, top) + index * style.Leading);
    }

    /// <summary>Most of a line's room is above its letters' feet: four fifths looks level beside other columns.</summary>
    public static double Baseline(TextStyle style, double top) => top + (style.Leading - style.Size) / 2 + style.Size * 0.8;
}
