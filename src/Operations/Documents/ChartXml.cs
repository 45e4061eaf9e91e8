using System.Globalization;
using System.Xml.Linq;

namespace Gava.Operations.Documents;

/// <summary>Cells that a chart reads: where they are, and what stands in them, for programs that do not open the sheet.</summary>
/// <param name="Range">Such as <c>'Siffror'!$A$2:$A$9</c>.</param>
/// <param name="Values">Texts or numbers; null leaves them to the program that opens the workbook.</param>
internal sealed record ChartCells(string Range, IReadOnlyList<object?>? Values = null);

/// <summary>A chart as DrawingML, the same in a workbook and in a text document.</summary>
internal sealed record ChartXml(ChartKind Kind, string Title, string? ValueTitle, ChartCells Categories, IReadOnlyList<(ChartCells Name, ChartCells Values)> Series)
{
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Told apart by those who see colours otherwise, and 3:1 against white.
    private static readonly string[] Colours = ["005A70", "B5480B", "4B4FA6", "2E7D32", "9C1C5B", "6B5B00"];

    private bool IsLying => Kind == ChartKind.LyingBar;

    /// <param name="workbook">The relation to the workbook that the cells stand in, when the chart is outside it.</param>
    public XElement Write(string? workbook = null) => new(C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", Relation),
        Value("lang", "sv-SE"), Value("roundedCorners", 0),
        new XElement(C + "chart", Words(Title, 1400), Value("autoTitleDeleted", 0),
            new XElement(C + "plotArea", new XElement(C + "layout"), Kind == ChartKind.Line ? Lines() : Bars(),
                new XElement(C + "catAx", Value("axId", 1), Scaling(IsLying), Value("delete", 0), Value("axPos", IsLying ? "l" : "b"), Value("majorTickMark", "none"), Value("minorTickMark", "none"),
                    Value("tickLblPos", "low"), Value("crossAx", 2), Value("crosses", "autoZero")),
                new XElement(C + "valAx", Value("axId", 2), Scaling(), Value("delete", 0), Value("axPos", IsLying ? "b" : "l"),
                    new XElement(C + "majorGridlines", Outline("D5DBDF", 9525)), ValueTitle is { } values ? Words(values, 1000) : null,
                    new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 1)),
                    Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"), Value("crossAx", 1), Value("crosses", IsLying ? "max" : "autoZero"))),
            Series.Count > 1 ? new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", 0)) : null,
            Value("plotVisOnly", 1), Value("dispBlanksAs", "gap")),
        workbook is null ? null : new XElement(C + "externalData", new XAttribute(Relation + "id", workbook), Value("autoUpdate", 0)));

    private XElement Bars() => new(C + "barChart", Value("barDir", IsLying ? "bar" : "col"), Value("grouping", "clustered"), Value("varyColors", 0),
        Series.Select((_, i) => One(i, new XElement(C + "spPr", Fill(ColourOf(i))), Value("invertIfNegative", 0), IsLying ? Labels() : null)),
        Value("gapWidth", IsLying ? 50 : 80), Value("axId", 1), Value("axId", 2));

    private XElement Lines() => new(C + "lineChart", Value("grouping", "standard"), Value("varyColors", 0),
        Series.Select((_, i) => One(i, Outline(ColourOf(i), 28_575), new XElement(C + "marker", Value("symbol", "circle"), Value("size", 6), new XElement(C + "spPr", Fill(ColourOf(i)))))),
        Value("marker", 1), Value("axId", 1), Value("axId", 2));

    private XElement One(int place, params XElement?[] look) => new(C + "ser", Value("idx", place), Value("order", place),
        new XElement(C + "tx", Texts(Series[place].Name)), look,
        new XElement(C + "cat", Texts(Categories)),
        new XElement(C + "val", Numbers(Series[place].Values)),
        Kind == ChartKind.Line ? Value("smooth", 0) : null);

    /// <summary>The number at the end of each bar.</summary>
    private static XElement Labels() => new(C + "dLbls", Value("dLblPos", "outEnd"), Value("showLegendKey", 0), Value("showVal", 1), Value("showCatName", 0), Value("showSerName", 0), Value("showPercent", 0), Value("showBubbleSize", 0));

    private static XElement Texts(ChartCells cells) => new(C + "strRef", new XElement(C + "f", cells.Range), Kept("strCache", null, cells));

    private static XElement Numbers(ChartCells cells) => new(C + "numRef", new XElement(C + "f", cells.Range), Kept("numCache", new XElement(C + "formatCode", "General"), cells));

    private static XElement? Kept(string name, XElement? format, ChartCells cells) => cells.Values is not { } values ? null : new(C + name, format, Value("ptCount", values.Count),
        values.Select((value, i) => value is null ? null : new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", string.Create(CultureInfo.InvariantCulture, $"{value}")))));

    private static XElement Words(string words, int size) => new(C + "title",
        new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(A + "p",
            new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), new XAttribute("b", 1))),
            new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "sv-SE"), new XAttribute("sz", size), new XAttribute("b", 1)), new XElement(A + "t", words))))),
        Value("overlay", 0));

    private static XElement Scaling(bool isTurned = false) => new(C + "scaling", Value("orientation", isTurned ? "maxMin" : "minMax"));

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Outline(string colour, int width) => new(C + "spPr", new XElement(A + "ln", new XAttribute("w", width), Fill(colour)));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));

    private static string ColourOf(int series) => Colours[series % Colours.Length];
}
