namespace Gava.Operations.Documents;

/// <summary>
/// Sets forms and posters as one tagged PDF, a sheet a page and each with its bookmark. Safe to use from several threads. As in letters, scripts that
/// need shaping cannot be set: those are printed from the browser.
/// </summary>
public sealed class PdfSheetWriter(PdfFonts fonts)
{
    /// <param name="sheets">At least one.</param>
    /// <param name="title">What the file is called by viewers.</param>
    /// <param name="createdAt">UTC. The same sheets and the same time give the same bytes.</param>
    public byte[] Write(IReadOnlyList<Sheet> sheets, string title, DateTime createdAt)
    {
        var document = new PdfDocument(fonts, new(title, sheets[0].Municipality, sheets.Select(s => s.Language).Distinct().Count() == 1 ? sheets[0].Language : "sv", createdAt));
        var looks = new SheetLooks(document);
        foreach (var sheet in sheets)
        {
            var root = document.Root.Add("Sect", $"/Lang {PdfSyntax.Text(sheet.Language)}");
            var first = sheet switch
            {
                FormSheet form => new FormLayout(document, looks, root, form).Set(),
                PosterSheet poster => new PosterLayout(document, looks, root, poster).Set(),
                _ => throw new ArgumentOutOfRangeException(nameof(sheets)),
            };
            if (sheets.Count > 1)
                document.Bookmark(sheet.Title, sheet.Place, first);
        }
        return document.Write();
    }
}

/// <summary>The styles and colours that sheets share.</summary>
internal sealed class SheetLooks(PdfDocument document)
{
    public const double Muted = 0.33; // on white 7.6:1, WCAG 2.2 1.4.6

    /// <summary>The house's green, as on the pages (theme.css, accent base): with white on it 8:1.</summary>
    public static PdfColour Accent { get; } = new(0x0C / 255.0, 0x5A / 255.0, 0x55 / 255.0);

    public static PdfColour Tint { get; } = new(0xF0 / 255.0, 0xF5 / 255.0, 0xF4 / 255.0);

    public TextStyle Body { get; } = new(document.Regular, 10.5, 13.6);

    public TextStyle Bold { get; } = new(document.Bold, 10.5, 13.6);

    public TextStyle Question { get; } = new(document.Bold, 12, 15.5);

    public TextStyle Small { get; } = new(document.Regular, 8.5, 10.8, Muted);

    public TextStyle Label { get; } = new(document.Regular, 9, 11.5, Muted);

    public TextStyle Of(double size, bool bold = false, double grey = 0) => new(bold ? document.Bold : document.Regular, size, size * 1.26, grey);
}

/// <summary>Places text and boxes on one page, or only measures what they would take.</summary>
internal sealed class SheetPen(PdfPage? page, StructureElement? root)
{
    /// <summary>Sets text as one element and returns where it ends. Without a page it only measures.</summary>
    public double Text(string type, string text, TextStyle style, double left, double top, double width, int atMost = 60, StructureElement? within = null)
    {
        var lines = TextLayout.Wrap(text, style, width, atMost);
        if (page is not null && lines.Count > 0)
            Lines.Show(page, (within ?? root)!.Add(type), type, lines, style, left, top);
        return top + lines.Count * style.Leading;
    }

    /// <summary>A further element of the sheet; none when it only measures.</summary>
    public StructureElement? Add(string type) => root?.Add(type);

    /// <summary>Boxes to tick with their labels, on as many rows as they need.</summary>
    public double Ticks(IReadOnlyList<string> labels, TextStyle style, double left, double top, double width)
    {
        const double side = 10.5, gap = 6, between = 20;
        var list = Add("L");
        var (x, y) = (left, top);
        foreach (var label in labels)
        {
            var line = TextLayout.Line(label, style, width - side - gap);
            var taken = side + gap + line.Width(style);
            if (x > left && x + taken > left + width)
                (x, y) = (left, y + style.Leading + 5);
            if (page is not null && list is not null)
            {
                var item = list.Add("LI");
                var (boxLeft, boxTop) = (x, y + (style.Leading - side) / 2);
                // A reader aloud hears that there is a box here.
                page.Tagged(item.Add("Lbl", $"/ActualText {PdfSyntax.Text("☐ ")}"), "Lbl", () => page.Frame(boxLeft, boxTop, side, side, 0.9, 0.2));
                Lines.Show(page, item.Add("LBody"), "LBody", [line], style, x + side + gap, y);
            }
            x += taken + between;
        }
        return y + style.Leading;
    }

    public void Ornament(Action<PdfPage> draw)
    {
        if (page is not null)
            page.Untagged(Artifact.Layout, () => draw(page));
    }

    /// <summary>A code with its quiet zone, told aloud as the address that it holds.</summary>
    public void Code(string address, double left, double top, double width)
    {
        if (page is not null)
            Show(page, root!, address, left, top, width);
    }

    public static void Show(PdfPage page, StructureElement parent, string address, double left, double top, double width)
    {
        var code = QrMatrix.Of(address);
        var side = width / (code.Size + 2 * QrMatrix.Quiet);
        var quiet = side * QrMatrix.Quiet;
        var box = $"[{PdfSyntax.Number(left)} {PdfSyntax.Number(PdfPage.Height - top - width)} {PdfSyntax.Number(left + width)} {PdfSyntax.Number(PdfPage.Height - top)}]";
        var figure = parent.Add("Figure", $"/Alt {PdfSyntax.Text($"QR: {address}")} /A << /O /Layout /BBox {box} >>");
        page.Untagged(Artifact.Layout, () => page.Fill(left, top, width, width, new(1, 1, 1)));
        page.Tagged(figure, "Figure", () => page.Squares(code, left + quiet, top + quiet, width - 2 * quiet));
    }
}
