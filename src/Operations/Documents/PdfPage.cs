using System.Globalization;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>A colour of sRGB, each part from 0 to 1.</summary>
internal readonly record struct PdfColour(double Red, double Green, double Blue)
{
    public override string ToString() => $"{PdfSyntax.Number(Red)} {PdfSyntax.Number(Green)} {PdfSyntax.Number(Blue)}";
}

/// <summary>What a mark that is not content is for (ISO 32000-1, 14.8.2.2). A screen reader passes over it.</summary>
internal enum Artifact
{
    Header,
    Footer,

    /// <summary>Rules and other ornaments.</summary>
    Layout,

    /// <summary>Marks for whoever handles the paper, such as where to fold it.</summary>
    PaperMark,
}

/// <summary>
/// One page. It is laid out as A4, and a larger paper of the same shape is the same layout enlarged. Places are points from the left and from the top. Every mark is made inside <see cref="Tagged"/> or
/// <see cref="Untagged"/>, since an accessible document has no third kind (ISO 14289-1, 7.1).
/// </summary>
internal sealed class PdfPage(PdfReference reference, double enlarged = 1)
{
    public const double Width = 595.276;
    public const double Height = 841.89;

    readonly StringBuilder operators = new();
    readonly List<StructureElement> owners = [];
    Action? open;
    StructureElement? owner;
    bool isOpen;

    public PdfReference Reference => reference;

    /// <summary>Millimetres in points.</summary>
    public static double Millimetres(double millimetres) => millimetres * 72 / 25.4;

    /// <summary>What is drawn here is read as part of the element.</summary>
    public void Tagged(StructureElement element, string type, Action draw) => Mark(element, () => Begin(element, type), draw);

    public void Untagged(Artifact artifact, Action draw) => Mark(null, () => Begin(artifact), draw);

    /// <summary>Writes a line of text whose letters stand on <paramref name="baseline"/>.</summary>
    public void Show(TextLine line, TextStyle style, double left, double baseline)
    {
        for (int start = 0, end; start < line.Characters.Count; start = end)
        {
            end = EndOfRun(line.Characters, start);
            DrawnCharacter[] run = [.. line.Characters.Skip(start).Take(end - start)];
            if (run[0].IsStandIn && owner is not null)
                ShowStandIns(owner, run, style, left, baseline);
            else
                ShowRun(run, style, left, baseline);
            left += run.Sum(drawn => drawn.Width) * style.Size / 1000;
        }
    }

    public void Rule(double left, double right, double top, double thickness, double grey)
    {
        EnsureOpen();
        operators.Append(CultureInfo.InvariantCulture, $"{N(grey)} G {N(thickness)} w {N(left)} {N(Height - top)} m {N(right)} {N(Height - top)} l S\n");
    }

    /// <summary>A box of lines, such as one to tick.</summary>
    public void Frame(double left, double top, double width, double height, double thickness, double grey)
    {
        EnsureOpen();
        operators.Append(CultureInfo.InvariantCulture, $"{N(grey)} G {N(thickness)} w {N(left)} {N(Height - top - height)} {N(width)} {N(height)} re S\n");
    }

    public void Fill(double left, double top, double width, double height, PdfColour colour)
    {
        EnsureOpen();
        operators.Append(CultureInfo.InvariantCulture, $"{colour} rg {N(left)} {N(Height - top - height)} {N(width)} {N(height)} re f\n");
    }

    /// <summary>A filled circle, of four curves (control points at 0.5523 of the radius).</summary>
    public void Disc(double centre, double middle, double radius, PdfColour colour)
    {
        EnsureOpen();
        var (x, y, r, k) = (centre, Height - middle, radius, radius * 0.5523);
        operators.Append(CultureInfo.InvariantCulture, $"{colour} rg {N(x + r)} {N(y)} m ");
        foreach (var (ax, ay, bx, by, ex, ey) in new[] { (r, k, k, r, 0d, r), (-k, r, -r, k, -r, 0d), (-r, -k, -k, -r, 0d, -r), (k, -r, r, -k, r, 0d) })
            operators.Append(CultureInfo.InvariantCulture, $"{N(x + ax)} {N(y + ay)} {N(x + bx)} {N(y + by)} {N(x + ex)} {N(y + ey)} c ");
        operators.Append("f\n");
    }

    /// <summary>The dark squares of a code, those side by side as one.</summary>
    public void Squares(QrMatrix code, double left, double top, double width)
    {
        EnsureOpen();
        var side = width / code.Size;
        // In the code's own measure, one square a unit and downwards, so that whole numbers do.
        operators.Append(CultureInfo.InvariantCulture, $"q {side:0.######} 0 0 {-side:0.######} {N(left)} {N(Height - top)} cm 0 g ");
        foreach (var (row, column, count) in code.Runs())
            operators.Append(CultureInfo.InvariantCulture, $"{column} {row} {count} 1 re ");
        operators.Append("f Q\n");
    }

    /// <summary>A filled bar in the house's colour, 7:1 against white.</summary>
    public void Bar(double left, double top, double width, double height)
    {
        EnsureOpen();
        operators.Append(CultureInfo.InvariantCulture, $"0 0.353 0.439 rg {N(left)} {N(Height - top - height)} {N(width)} {N(height)} re f\n");
    }

    public void Write(PdfObjects objects, PdfReference pages, PdfReference resources, int index)
    {
        if (enlarged != 1)
            operators.Insert(0, string.Create(CultureInfo.InvariantCulture, $"{N(enlarged)} 0 0 {N(enlarged)} 0 0 cm\n"));
        var content = objects.AddStream("", Encoding.ASCII.GetBytes(operators.ToString()));
        // /Tabs /S: the keyboard follows the structure (ISO 14289-1, 7.18.3).
        objects.Set(reference, string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {pages} /MediaBox [0 0 {N(Width * enlarged)} {N(Height * enlarged)}] /Resources {resources} /Contents {content} /StructParents {index} /Tabs /S >>"));
    }

    /// <summary>The way back from marked content to its element, for the parent tree (ISO 32000-1, 14.7.4.4).</summary>
    public string Parents() => $"[{string.Join(' ', owners.Select(owner => owner.Reference))}]";

    void Mark(StructureElement? element, Action begin, Action draw)
    {
        if (open is not null)
            throw new InvalidOperationException("Content and artifacts may not lie inside each other.");
        (open, owner) = (begin, element);
        draw();
        Close();
        (open, owner) = (null, null);
    }

    /// <summary>Only with the first mark, so that nothing empty is tagged.</summary>
    void EnsureOpen()
    {
        if (isOpen)
            return;
        (open ?? throw new InvalidOperationException("Every mark on a page is either content with a tag or an artifact.")).Invoke();
        isOpen = true;
    }

    void Close()
    {
        if (isOpen)
            operators.Append("EMC\n");
        isOpen = false;
    }

    void Begin(StructureElement element, string type)
    {
        operators.Append(CultureInfo.InvariantCulture, $"/{type} << /MCID {owners.Count} >> BDC\n");
        element.AddContent(this, owners.Count);
        owners.Add(element);
    }

    void Begin(Artifact artifact) => operators.Append("/Artifact ").Append(artifact switch
    {
        Artifact.Header => "<< /Type /Pagination /Subtype /Header >>",
        Artifact.Footer => "<< /Type /Pagination /Subtype /Footer >>",
        Artifact.PaperMark => "<< /Type /Page >>",
        _ => "<< /Type /Layout >>",
    }).Append(" BDC\n");

    static int EndOfRun(IReadOnlyList<DrawnCharacter> characters, int start)
    {
        const int longest = 5000; // PDF/A allows a string 32,767 bytes (ISO 19005-2, 6.1.13); marks without width could fill one
        var end = start + 1;
        while (end < characters.Count && end - start < longest && characters[end].IsStandIn == characters[start].IsStandIn && characters[end].IsBoxed == characters[start].IsBoxed)
            end++;
        return end;
    }

    /// <summary>
    /// Where stand-ins are drawn, the text behind them is still the one that was written (ISO 32000-1, 14.9.4). It is told
    /// by an element of its own: marked content inside marked content is lost by some readers.
    /// </summary>
    void ShowStandIns(StructureElement parent, DrawnCharacter[] run, TextStyle style, double left, double baseline)
    {
        Close();
        var written = string.Concat(run.Select(drawn => drawn.Character.ToString()));
        Begin(parent.Add("Span", $"/ActualText {PdfSyntax.Text(written)}"), "Span");
        isOpen = true;
        ShowRun(run, style, left, baseline);
        Close();
    }

    void ShowRun(DrawnCharacter[] run, TextStyle style, double left, double baseline)
    {
        EnsureOpen();
        if (run[0].IsBoxed)
        {
            var (width, below, height) = (run.Sum(drawn => drawn.Width) * style.Size / 1000, style.Size * 0.27, style.Size * 1.22);
            operators.Append(CultureInfo.InvariantCulture, $"0 g {N(left)} {N(Height - baseline - below)} {N(width)} {N(height)} re f\n");
        }

        operators.Append(CultureInfo.InvariantCulture, $"BT {N(run[0].IsBoxed ? 1 : style.Grey)} g /{style.Font.ResourceName} {N(style.Size)} Tf ");
        operators.Append(CultureInfo.InvariantCulture, $"{N(left)} {N(Height - baseline)} Td <{string.Concat(run.Select(style.Font.Draw))}> Tj ET\n");
    }

    static string N(double number) => PdfSyntax.Number(number);
}
