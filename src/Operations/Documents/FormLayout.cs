namespace Gava.Operations.Documents;

/// <summary>
/// One form on its way to paper. What is asked stands from the top, what is told and the part for staff from the bottom; the lines to write on take
/// what is left between them. If that is too little the lower part goes overleaf.
/// </summary>
internal sealed class FormLayout(PdfDocument document, SheetLooks looks, StructureElement root, FormSheet form)
{
    static readonly double left = Mm(18), right = Mm(192), width = right - left;
    static readonly double edgeTop = Mm(13), edgeBottom = Mm(286);
    static readonly double codeWidth = Mm(33);
    static readonly double rowHeight = Mm(8.2); // room for handwriting
    static readonly double fieldHeight = Mm(11.2);
    static readonly double staffHeight = Mm(24);
    const int FewestLines = 6;

    public PdfPage Set()
    {
        var first = document.AddPage();
        var pen = new SheetPen(first, root);
        var top = Asked(pen);
        var measured = Told(new(null, null), 0) + staffHeight + 6;
        var fits = edgeBottom - top - measured >= FewestLines * rowHeight;
        var linesEnd = fits ? edgeBottom - measured : edgeBottom;
        WritingLines(pen, top, linesEnd);
        var last = fits ? first : document.AddPage();
        var lower = fits ? pen : new SheetPen(last, root);
        Told(lower, fits ? linesEnd : edgeTop);
        ForStaff(last, edgeBottom - staffHeight);
        return first;
    }

    /// <summary>Head, code, kinds and the question that the lines are for.</summary>
    double Asked(SheetPen pen)
    {
        var column = width - codeWidth - Mm(9);
        var top = pen.Text("P", $"{form.Municipality} · {form.Place}", looks.Of(10.5, bold: true, grey: SheetLooks.Muted), left, edgeTop, column, atMost: 2) + 3;
        top = pen.Text("H1", form.Heading, looks.Of(25, bold: true), left, top, column, atMost: 2) + 3;
        foreach (var paragraph in TextLayout.Paragraphs(form.Lead))
            top = pen.Text("P", paragraph, looks.Of(11.5), left, top, column, atMost: 12) + 4;
        var beside = pen.Text("P", form.AtCode, looks.Small, right - codeWidth + 4, edgeTop + codeWidth - 3, codeWidth - 4, atMost: 4);
        pen.Code(form.Address, right - codeWidth, edgeTop - Mm(3), codeWidth);
        top = pen.Text("H2", form.KindQuestion, looks.Question, left, top + 6, column) + 3;
        top = Math.Max(pen.Ticks(form.Kinds, looks.Body, left, top, column), beside) + 9;
        if (form.PlaceQuestion is { } question)
        {
            top = pen.Text("H2", question, looks.Question, left, top, width);
            var line = top + Mm(7);
            pen.Ornament(page => page.Rule(left, right, line, 0.5, 0.45));
            top = line + 11;
        }
        top = pen.Text("H2", form.TextQuestion, looks.Question, left, top, width) + 1;
        return pen.Text("P", form.TextHint, looks.Body, left, top, width) + 1;
    }

    void WritingLines(SheetPen pen, double top, double end)
    {
        var room = end - Mm(7.5) - top;
        var count = (int)(room / rowHeight);
        pen.Ornament(page =>
        {
            for (var line = 1; line <= count; line++)
                page.Rule(left, right, top + line * rowHeight, 0.5, 0.5);
        });
        pen.Text("P", form.More, looks.Label, left, top + count * rowHeight + 3, width, atMost: 1);
    }

    /// <summary>Who it is, how to be answered, what is promised, where to leave it.</summary>
    double Told(SheetPen pen, double top)
    {
        top = pen.Text("H2", form.WhoQuestion, looks.Question, left, top, width) + 1;
        if (form.Anonymous is { } anonymous)
            top = pen.Text("P", anonymous, looks.Body, left, top, width);
        top = Fields(pen, top) + 7;
        top = pen.Text("H2", form.ReplyQuestion, looks.Question, left, top, width) + 3;
        top = pen.Ticks(form.Replies, looks.Body, left, top, width) + 8;
        pen.Ornament(Rule(top - 3));
        top = SendAndPromises(pen, top + 2) + 4;
        foreach (var text in form.Small.Append(form.Note ?? ""))
            top = pen.Text("P", text, looks.Small, left, top, width);
        return top + 6;
    }

    double Fields(SheetPen pen, double top)
    {
        var half = (width - Mm(8)) / 2;
        var line = top + fieldHeight;
        foreach (var pair in form.Fields.Chunk(2))
        {
            foreach (var (index, label) in pair.Index())
            {
                var (x, under) = (left + index * (half + Mm(8)), line);
                pen.Ornament(page => page.Rule(x, x + half, under - 11, 0.5, 0.45));
                pen.Text("P", label, looks.Label, x, under - 9, half, atMost: 1);
            }
            line += fieldHeight;
        }
        return line - fieldHeight + 4;
    }

    double SendAndPromises(SheetPen pen, double top)
    {
        var half = (width - Mm(8)) / 2;
        var end = pen.Text("H2", form.SendHeading, looks.Bold, left, top, half);
        foreach (var text in form.Send)
            end = pen.Text("P", text, looks.Body, left, end, half);
        if (form.PostTo.Count > 0)
            end = pen.Text("P", string.Join(", ", form.PostTo), looks.Bold, left, end, half);
        var x = left + half + Mm(8);
        var other = pen.Text("H2", form.PromisesHeading, looks.Bold, x, top, half);
        foreach (var text in form.Promises)
            other = pen.Text("P", text, looks.Body, x, other, half);
        return Math.Max(end, other);
    }

    /// <summary>Swedish on every form, since it is staff who read it.</summary>
    void ForStaff(PdfPage page, double top)
    {
        var part = root.Add("Div", $"/Lang {PdfSyntax.Text("sv")}");
        var pen = new SheetPen(page, part);
        var code = form.StaffAddress is null ? 0 : staffHeight - 2;
        pen.Ornament(drawn =>
        {
            drawn.Fill(left, top, width, staffHeight, SheetLooks.Tint);
            drawn.Frame(left, top, width, staffHeight, 0.6, 0.55);
        });
        var inner = width - 16 - code;
        pen.Text("P", form.Number is { } number ? $"Fylls i av personalen. Blankett {number}" : "Fylls i av personalen", looks.Bold, left + 8, top + 5, inner);
        var third = (inner - 2 * Mm(5)) / 3;
        foreach (var (index, label) in new[] { "Kom in (dag och tid)", "Togs emot av", "Ärendets nummer" }.Index())
        {
            var x = left + 8 + index * (third + Mm(5));
            pen.Ornament(drawn => drawn.Rule(x, x + third, top + staffHeight - 20, 0.5, 0.45));
            pen.Text("P", label, looks.Label, x, top + staffHeight - 17, third, atMost: 1);
        }
        if (form.StaffAddress is { } address)
            pen.Code(address, right - code - 1, top + 1, code);
    }

    static Action<PdfPage> Rule(double at) => page => page.Rule(left, right, at, 0.6, 0.55);

    static double Mm(double millimetres) => PdfPage.Millimetres(millimetres);
}
