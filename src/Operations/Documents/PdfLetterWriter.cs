using System.Globalization;

namespace Gava.Operations.Documents;

/// <summary>
/// Sets a <see cref="Letter"/> as a tagged PDF on A4, for post in a window envelope and for reading on a screen.
/// The recipient stands where the right-hand window (H2) of Swedish C5 and C65 envelopes shows it however the sheet has slid: 117–189 mm from the
/// left and 50–80 mm from the top. The two Swedish positions are named V2 and H2 by makers of envelopes (harrykuvert.se/kuvertguide); the measures are
/// usual ones and not taken from the standard, so print one letter and look. The type is what sorting machines read (21grams.se/adressera-ratt).
/// Safe to use from several threads. Scripts that need shaping, such as Arabic, cannot be set: their letters are drawn as
/// stand-ins, although the text behind them can still be copied and read aloud. Print such letters from the browser.
/// </summary>
public sealed class PdfLetterWriter(PdfFonts fonts)
{
    public byte[] Write(Letter letter) => new LetterLayout(fonts, letter).Write();
}

/// <summary>One letter on its way to paper: head and window, then the text, then what stands on every page.</summary>
internal sealed class LetterLayout
{
    static readonly double leftMargin = Mm(25);
    static readonly double textWidth = Mm(145); // about eighty letters a line, as many as the eye follows with ease
    static readonly double rightEdge = Mm(190);
    static readonly double headTop = Mm(16);
    static readonly double senderWidth = Mm(80);
    static readonly double labelWidth = Mm(25);
    static readonly double senderBottom = Mm(95);
    static readonly double bodyTop = Mm(101);
    static readonly double followingTop = Mm(34);
    static readonly double bodyBottom = Mm(262);
    static readonly double cameraSide = Mm(32);
    static readonly double footerTop = Mm(271);

    // The window laid on the A4 sheet folded to size is about 105–195 mm from the left and 45–85 mm from the top. Folded A4 (210 mm wide)
    // slides 19 mm sideways in a 229 mm envelope and 13–15 mm up and down, so the text keeps clear of the window's edges. Sorting
    // machines read 10–12 points, an even left edge and no empty line.
    static readonly double windowLeft = Mm(117);
    static readonly double windowTop = Mm(50);
    static readonly double windowWidth = Mm(72);
    static readonly double windowHeight = Mm(30);

    // C65 folds A4 in three, C5 in two. Sheets are punched at the middle mark.
    static readonly double[] foldMarks = [Mm(99), Mm(148.5), Mm(198)];

    const double Muted = 0.35; // on white 7:1, WCAG 2.2 1.4.6

    readonly Letter letter;
    readonly PdfDocument document;
    readonly TextStyle body, heading, sender, senderName, small;

    public LetterLayout(PdfFonts fonts, Letter letter)
    {
        this.letter = letter;
        document = new(fonts, Metadata(letter));
        body = new(document.Regular, 11, 15);
        heading = new(document.Bold, 16, 20);
        senderName = new(document.Bold, 12, 15.5);
        sender = new(document.Regular, 9.5, 12.5);
        small = new(document.Regular, 9, 12, Muted);
    }

    public byte[] Write()
    {
        var first = document.AddPage();
        ShowSender(first);
        ShowDateAndReference(first);
        ShowRecipient(first);
        ShowText(first);
        ShowFoldMarks(first);
        ShowHeaders();
        ShowFooters();
        return document.Write();
    }

    /// <summary>A document must have a title (ISO 14289-1, 7.1); the heading or the reference stands in for an empty one.</summary>
    static PdfMetadata Metadata(Letter letter)
    {
        string[] titles = [letter.Title, letter.Heading, letter.Reference, letter.Words.Reference];
        var title = titles.Select(OneLine).FirstOrDefault(text => text.Length > 0) ?? "–";
        var language = OneLine(letter.Language) is { Length: > 0 } tag ? tag : "sv";
        return new(Short(title), Short(OneLine(letter.Sender is [var name, ..] ? name : "")), Short(language), letter.CreatedAt);
    }

    /// <summary>PDF/A allows a string 32,767 bytes (ISO 19005-2, 6.1.13), and nobody reads a title of five hundred letters.</summary>
    static string Short(string text) => string.Concat(text.EnumerateRunes().Take(500).Select(rune => rune.ToString()));

    void ShowSender(PdfPage page)
    {
        var block = document.Root.Add("Div");
        var top = headTop;
        foreach (var (index, text) in Visible(letter.Sender).Index())
        {
            var style = index == 0 ? senderName : sender;
            var room = (int)((senderBottom - top) / style.Leading);
            if (room == 0)
                return;
            top = Lines.Show(page, block.Add("P"), "P", TextLayout.Wrap(text, style, senderWidth, room), style, leftMargin, top);
        }
    }

    void ShowDateAndReference(PdfPage page)
    {
        var block = document.Root.Add("Div");
        var top = headTop;
        foreach (var (label, value) in new[] { (letter.Words.Date, letter.Date), (letter.Words.Reference, letter.Reference) })
        {
            if (OneLine(value).Length == 0)
                continue;
            var labelLine = TextLayout.WithSpace(TextLayout.Line(OneLine(label), small, labelWidth), small);
            var valueLine = TextLayout.Line(OneLine(value), sender, rightEdge - windowLeft - labelWidth);
            var baseline = Lines.Baseline(senderName, top);
            page.Tagged(block.Add("P"), "P", () =>
            {
                page.Show(labelLine, small, windowLeft, baseline);
                page.Show(valueLine, sender, windowLeft + labelWidth, baseline);
            });
            top += senderName.Leading;
        }
    }

    void ShowRecipient(PdfPage page)
    {
        var block = document.Root.Add("Div");
        var (style, address) = FitRecipient();
        var top = windowTop;
        foreach (var lines in address)
            top = Lines.Show(page, block.Add("P"), "P", lines, style, windowLeft, top);
    }

    /// <summary>The largest size at which the whole address is in the window; if none, the smallest, and cut.</summary>
    (TextStyle Style, IReadOnlyList<IReadOnlyList<TextLine>> Address) FitRecipient()
    {
        var address = Visible(letter.Recipient).ToList();
        for (var size = 11.0; size >= 8; size -= 0.5)
        {
            var style = new TextStyle(document.Regular, size, size * 1.27);
            var lines = address.ConvertAll(text => TextLayout.Wrap(OneLine(text), style, windowWidth));
            if (lines.Sum(wrapped => wrapped.Count) * style.Leading <= windowHeight)
                return (style, lines);
        }
        var smallest = new TextStyle(document.Regular, 8, 9.5);
        return (smallest, [TextLayout.Wrap(string.Join('\n', address), smallest, windowWidth, (int)(windowHeight / smallest.Leading))]);
    }

    void ShowText(PdfPage page)
    {
        var flow = new PageFlow(document, page, new(leftMargin, textWidth, followingTop, bodyBottom), bodyTop);
        flow.Block(document.Root, "H1", letter.Heading, heading, followedBy: 2 * body.Leading);
        flow.Space(9);
        foreach (var paragraph in letter.Paragraphs.SelectMany(TextLayout.Paragraphs))
        {
            flow.Block(document.Root, "P", paragraph, body);
            flow.Space(7.5);
        }
        if (letter.Camera is { } address)
            flow.Strip(cameraSide, (where, top) => SheetPen.Show(where, document.Root, address, leftMargin, top, cameraSide));
        ShowSignature(flow);
    }

    void ShowSignature(PageFlow flow)
    {
        var lines = Visible(letter.Signature).ToList();
        if (lines.Count == 0)
            return;
        var room = 22 + lines.Sum(line => TextLayout.Wrap(line, body, textWidth).Count) * body.Leading;
        flow.KeepTogether(room);
        flow.Space(22);
        var block = document.Root.Add("Div");
        foreach (var line in lines)
            flow.Block(block, "P", line, body);
    }

    static void ShowFoldMarks(PdfPage page) => page.Untagged(Artifact.PaperMark, () =>
    {
        foreach (var mark in foldMarks)
            page.Rule(Mm(4), Mm(mark == foldMarks[1] ? 9 : 7), mark, 0.4, 0.55);
    });

    /// <summary>A page that comes loose must still tell which case it belongs to.</summary>
    void ShowHeaders()
    {
        var name = TextLayout.Line(OneLine(Visible(letter.Sender).FirstOrDefault() ?? ""), small, senderWidth);
        var reference = TextLayout.Line(OneLine($"{letter.Words.Reference} {letter.Reference}"), small, rightEdge - windowLeft);
        foreach (var page in document.Pages.Skip(1))
        {
            page.Untagged(Artifact.Header, () =>
            {
                Lines.Draw(page, [name], small, leftMargin, headTop);
                Lines.Draw(page, [reference], small, windowLeft, headTop);
            });
        }
    }

    void ShowFooters()
    {
        var footer = TextLayout.Wrap(letter.Footer ?? "", small, Mm(135), atMost: 3);
        foreach (var (index, page) in document.Pages.Index())
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"{letter.Words.Page} {index + 1} {letter.Words.Of} {document.Pages.Count}");
            var number = TextLayout.Line(OneLine(words), small, Mm(30));
            page.Untagged(Artifact.Footer, () =>
            {
                page.Rule(leftMargin, rightEdge, footerTop - 6, 0.5, 0.7);
                Lines.Draw(page, footer, small, leftMargin, footerTop);
                Lines.Draw(page, [number], small, rightEdge - number.Width(small), footerTop);
            });
        }
    }

    static IEnumerable<string> Visible(IEnumerable<string> lines) => lines.Where(line => OneLine(line).Length > 0);

    static string OneLine(string text) => TextLayout.Clean(text).Replace('\n', ' ').Trim();

    static double Mm(double millimetres) => PdfPage.Millimetres(millimetres);
}
