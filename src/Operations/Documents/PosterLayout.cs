using System.Globalization;

namespace Gava.Operations.Documents;

/// <summary>One poster on its way to the wall: a heading to be seen across a room, three steps, and a code to hold a telephone against.</summary>
internal sealed class PosterLayout(PdfDocument document, SheetLooks looks, StructureElement root, PosterSheet poster)
{
    static readonly double left = Mm(20), right = Mm(190), width = right - left;
    static readonly double panelEnd = Mm(275), footTop = Mm(281);
    /// <summary>Everything is set smaller, step by step, where a language or a template says more.</summary>
    static readonly double[] scales = [1, 0.94, 0.88, 0.82, 0.76];

    double scale = 1;

    double CodeWidth => Mm(72) * scale;

    double Disc => Mm(6.8) * scale;

    public PdfPage Set()
    {
        var page = document.AddPage(poster.IsLarge ? Math.Sqrt(2) : 1);
        var pen = new SheetPen(page, root);
        var (panel, free) = Measure();
        foreach (var smaller in scales.TakeWhile(_ => free < (poster.Steps.Count + 1) * Mm(4)))
        {
            scale = smaller;
            (panel, free) = Measure();
        }
        var top = Head(pen);
        // What is left over goes between the steps, evenly.
        var gap = Math.Clamp(free / (poster.Steps.Count + 1), Mm(4), Mm(14));
        top = Steps(pen, top + gap, gap);
        Panel(pen, Math.Max(top, panelEnd - panel), panel);
        pen.Text("P", poster.Note ?? "", looks.Small, left, footTop, width, atMost: 2);
        return page;
    }

    /// <summary>How high the panel is, and what is left between head, steps and panel.</summary>
    (double Panel, double Free) Measure()
    {
        var blank = new SheetPen(null, null);
        var panel = Math.Max(CodeWidth + Mm(10), Ways(blank, 0) + Mm(14));
        return (panel, panelEnd - panel - HeadWords(blank) - Steps(blank, 0, 0));
    }

    TextStyle Style(double size, bool bold = false, double grey = 0) => looks.Of(size * scale, bold, grey);

    double Head(SheetPen pen)
    {
        var end = HeadWords(new(null, null));
        pen.Ornament(page => page.Fill(0, 0, PdfPage.Width, end, SheetLooks.Accent));
        return HeadWords(pen);
    }

    double HeadWords(SheetPen pen)
    {
        var top = pen.Text("P", $"{poster.Municipality} · {poster.Place}", Style(14, bold: true, grey: 1), left, Mm(15), width, atMost: 2) + Mm(5);
        top = pen.Text("H1", poster.Heading, HeadingStyle(), left, top, width, atMost: 3) + Mm(3);
        foreach (var paragraph in TextLayout.Paragraphs(poster.Lead).Take(3))
            top = pen.Text("P", paragraph, Style(17, grey: 1), left, top, width, atMost: 6) + 4;
        return top + Mm(6);
    }

    /// <summary>As large as it can be, but rather a little smaller than with one word alone on a line.</summary>
    TextStyle HeadingStyle()
    {
        var sizes = new[] { 48.0, 46, 44, 42, 40, 38 }.Select(size => Style(size, bold: true, grey: 1) with { Leading = size * scale * 1.1 }).ToList();
        return sizes.MinBy(style => TextLayout.Wrap(poster.Heading, style, width).Count)!;
    }

    double Steps(SheetPen pen, double top, double gap)
    {
        var (heading, text, numeral) = (Style(23, bold: true), Style(16), Style(20, bold: true, grey: 1));
        var list = pen.Add("L");
        var x = left + 2 * Disc + Mm(5);
        foreach (var (index, step) in poster.Steps.Index())
        {
            var item = list?.Add("LI");
            var (middle, number) = (top + heading.Leading / 2, (index + 1).ToString(CultureInfo.InvariantCulture));
            pen.Ornament(page => page.Disc(left + Disc, middle, Disc, SheetLooks.Accent));
            var wide = TextLayout.Line(number, numeral, 40).Width(numeral);
            pen.Text("Lbl", number, numeral, left + Disc - wide / 2, middle - numeral.Leading / 2, 40, within: item);
            var body = item?.Add("LBody");
            var end = pen.Text("P", step.Heading, heading, x, top, right - x, atMost: 2, within: body);
            top = pen.Text("P", step.Text, text, x, end + 1, right - x, atMost: 4, within: body) + gap;
        }
        return top;
    }

    void Panel(SheetPen pen, double top, double height)
    {
        pen.Ornament(page => page.Fill(left - Mm(5), top, width + Mm(10), height, SheetLooks.Tint));
        pen.Code(poster.Address, left, top + Mm(5), CodeWidth);
        Ways(pen, top + Mm(7));
    }

    /// <summary>Beside the code: the other ways in, and what is promised.</summary>
    double Ways(SheetPen pen, double top)
    {
        var (x, room) = (left + CodeWidth + Mm(7), width - CodeWidth - Mm(9));
        var (line, bold) = (Style(13), Style(17, bold: true));
        top = pen.Text("P", poster.AtCode, bold, x, top, room, atMost: 4) + 4;
        foreach (var way in poster.Ways)
            top = pen.Text("P", way, line, x, top, room, atMost: 5) + 4;
        if (poster.Promises.Count == 0)
            return top;
        top = pen.Text("P", poster.PromisesHeading, Style(13, bold: true), x, top + 5, room, atMost: 1) + 1;
        foreach (var promise in poster.Promises)
            top = pen.Text("P", promise, line, x, top, room, atMost: 8) + 2;
        return top;
    }

    static double Mm(double millimetres) => PdfPage.Millimetres(millimetres);
}
