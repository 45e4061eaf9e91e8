using System.Globalization;

namespace Gava.Operations.Documents;

/// <summary>Sets a <see cref="Paper"/> as a tagged PDF on A4. Safe to use from several threads.</summary>
public sealed class PdfPaperWriter(PdfFonts fonts)
{
    public byte[] Write(Paper paper) => new PaperLayout(fonts, paper).Write();
}

/// <summary>One paper on its way to the page.</summary>
internal sealed class PaperLayout
{
    static readonly double leftMargin = Mm(25);
    static readonly double textWidth = Mm(155);
    static readonly double rightEdge = leftMargin + textWidth;
    static readonly double top = Mm(22);
    static readonly double bottom = Mm(266);
    static readonly double footerTop = Mm(275);

    const double Muted = 0.35; // on white 7:1, WCAG 2.2 1.4.6

    readonly Paper paper;
    readonly PdfDocument document;
    readonly TextStyle body, title, heading, subheading, small, cell, cellHeading;

    public PaperLayout(PdfFonts fonts, Paper paper)
    {
        this.paper = paper;
        document = new(fonts, new(OneLine(paper.Title), OneLine(paper.Author), "sv", paper.CreatedAt));
        body = new(document.Regular, 11, 15);
        title = new(document.Bold, 18, 23);
        heading = new(document.Bold, 14, 18);
        subheading = new(document.Bold, 11.5, 15);
        small = new(document.Regular, 9, 12, Muted);
        cell = new(document.Regular, 10, 13);
        cellHeading = new(document.Bold, 9, 12);
    }

    public byte[] Write()
    {
        var flow = new PageFlow(document, document.AddPage(), new(leftMargin, textWidth, top, bottom), top);
        flow.Block(document.Root, "H1", paper.Title, title, followedBy: 2 * body.Leading);
        flow.Space(9);
        StructureElement? list = null;
        foreach (var (index, block) in paper.Blocks.Index())
        {
            list = block.Kind == PaperBlockKind.Item ? list ?? document.Root.Add("L") : null;
            Show(flow, block, list, paper.Blocks.ElementAtOrDefault(index + 1));
        }

        ShowFooters();
        return document.Write();
    }

    void Show(PageFlow flow, PaperBlock block, StructureElement? list, PaperBlock? next)
    {
        switch (block.Kind)
        {
            case PaperBlockKind.Heading:
                var style = block.Level <= 2 ? heading : subheading;
                flow.Space(block.Level <= 2 ? 10 : 5);
                flow.Block(document.Root, $"H{Math.Clamp(block.Level, 2, 3)}", TextLayout.Wrap(block.Pieces, style, textWidth), style, followedBy: next is PaperTable below ? TableOf(below).Height : 2 * body.Leading);
                flow.Space(4);
                break;
            case PaperBlockKind.Item:
                flow.Block(list!.Add("LI"), "LBody", TextLayout.Wrap([new("– "), .. block.Pieces], body, textWidth), body);
                flow.Space(2);
                break;
            case PaperBlockKind.Table:
                TableOf((PaperTable)block).Show(flow, document.Root);
                flow.Space(5);
                break;
            case PaperBlockKind.Note:
                flow.Block(document.Root, "P", TextLayout.Wrap(block.Pieces, small, textWidth), small);
                flow.Space(5);
                break;
            default:
                flow.Block(document.Root, "P", TextLayout.Wrap(block.Pieces, body, textWidth), body);
                flow.Space(7.5);
                break;
        }
    }

    PdfTable TableOf(PaperTable table) => new(table, cell, cellHeading, small, leftMargin, textWidth);

    void ShowFooters()
    {
        var footer = TextLayout.Wrap(paper.Footer, small, Mm(135), atMost: 2);
        foreach (var (index, page) in document.Pages.Index())
        {
            var number = TextLayout.Line(string.Create(CultureInfo.InvariantCulture, $"Sida {index + 1} av {document.Pages.Count}"), small, Mm(30));
            page.Untagged(Artifact.Footer, () =>
            {
                page.Rule(leftMargin, rightEdge, footerTop - 6, 0.5, 0.7);
                Lines.Draw(page, footer, small, leftMargin, footerTop);
                Lines.Draw(page, [number], small, rightEdge - number.Width(small), footerTop);
            });
        }
    }

    static string OneLine(string text) => TextLayout.Clean(text).Replace('\n', ' ').Trim() is { Length: > 0 } line ? line : "–";

    static double Mm(double millimetres) => PdfPage.Millimetres(millimetres);
}
