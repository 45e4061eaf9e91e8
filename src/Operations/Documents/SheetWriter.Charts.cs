using System.Globalization;
using System.Xml.Linq;

namespace Gava.Operations.Documents;

/// <content>Charts as DrawingML: a drawing for each sheet that has any, a part for each chart.</content>
public sealed partial class SheetWriter
{
    private const int ChartRows = 20;
    private const long ChartWidth = 7_200_000;
    private const long ChartHeight = 3_600_000;

    // Told apart by those who see colours otherwise, and 3:1 against white.
    private static readonly string[] Colours = ["005A70", "B5480B", "4B4FA6", "2E7D32", "9C1C5B", "6B5B00"];

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    private void WriteDrawing(SheetSoFar sheet, int number)
    {
        Relate($"xl/worksheets/_rels/sheet{number}.xml.rels", [("drawing", $"../drawings/drawing{number}.xml")]);
        var first = charts;
        foreach (var chart in sheet.Charts) Write($"xl/charts/chart{++charts}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", ChartPart(chart));
        Relate($"xl/drawings/_rels/drawing{number}.xml.rels", [.. sheet.Charts.Select((_, i) => ("chart", $"../charts/chart{first + i + 1}.xml"))]);
        Write($"xl/drawings/drawing{number}.xml", "application/vnd.openxmlformats-officedocument.drawing+xml",
            new XElement(Xdr + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", Xdr), new XAttribute(XNamespace.Xmlns + "a", A),
                sheet.Charts.Select((c, i) => Frame(c, i, sheet.Columns.Count > 0 ? sheet.Columns.Count + 1 : 0))));
    }

    private static XElement Frame(SheetChart chart, int place, int column) => new(Xdr + "oneCellAnchor",
        new XElement(Xdr + "from", new XElement(Xdr + "col", column), new XElement(Xdr + "colOff", 0), new XElement(Xdr + "row", 1 + (place * ChartRows)), new XElement(Xdr + "rowOff", 0)),
        new XElement(Xdr + "ext", new XAttribute("cx", ChartWidth), new XAttribute("cy", ChartHeight)),
        new XElement(Xdr + "graphicFrame", new XAttribute("macro", ""),
            new XElement(Xdr + "nvGraphicFramePr",
                new XElement(Xdr + "cNvPr", new XAttribute("id", place + 2), new XAttribute("name", Clean(chart.Title)), new XAttribute("descr", Clean(chart.Description))), new XElement(Xdr + "cNvGraphicFramePr")),
            new XElement(Xdr + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", C.NamespaceName),
                new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", Relation), new XAttribute(Relation + "id", $"rId{place + 1}"))))),
        new XElement(Xdr + "clientData"));

    private XElement ChartPart(SheetChart chart) => new(C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A),
        Value("lang", "sv-SE"), Value("roundedCorners", 0),
        new XElement(C + "chart", Title(chart.Title, 1400), Value("autoTitleDeleted", 0),
            new XElement(C + "plotArea", new XElement(C + "layout"), chart.Kind == ChartKind.Bar ? Bars(chart) : Lines(chart),
                new XElement(C + "catAx", Value("axId", 1), Scaling(), Value("delete", 0), Value("axPos", "b"), Value("majorTickMark", "none"), Value("minorTickMark", "none"),
                    Value("tickLblPos", "low"), Value("crossAx", 2), Value("crosses", "autoZero")),
                new XElement(C + "valAx", Value("axId", 2), Scaling(), Value("delete", 0), Value("axPos", "l"),
                    new XElement(C + "majorGridlines", Outline("D5DBDF", 9525)), chart.ValueTitle is { } values ? Title(values, 1000) : null,
                    new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 1)),
                    Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"), Value("crossAx", 1), Value("crosses", "autoZero"))),
            chart.Series.Count > 1 ? new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", 0)) : null,
            Value("plotVisOnly", 1), Value("dispBlanksAs", "gap")));

    private XElement Bars(SheetChart chart) => new(C + "barChart", Value("barDir", "col"), Value("grouping", "clustered"), Value("varyColors", 0),
        chart.Series.Select((s, i) => Series(chart, s, i, new XElement(C + "spPr", Fill(ColourOf(i))), Value("invertIfNegative", 0))),
        Value("gapWidth", 80), Value("axId", 1), Value("axId", 2));

    private XElement Lines(SheetChart chart) => new(C + "lineChart", Value("grouping", "standard"), Value("varyColors", 0),
        chart.Series.Select((s, i) => Series(chart, s, i, Outline(ColourOf(i), 28_575),
            new XElement(C + "marker", Value("symbol", "circle"), Value("size", 6), new XElement(C + "spPr", Fill(ColourOf(i)))))),
        Value("marker", 1), Value("axId", 1), Value("axId", 2));

    private XElement Series(SheetChart chart, string heading, int place, params XElement[] look)
    {
        var source = SourceOf(chart);
        var (first, last) = (chart.FirstRow + 1, Math.Max(chart.FirstRow, Math.Min(chart.LastRow ?? source.Rows, source.Rows)) + 1);
        return new XElement(C + "ser", Value("idx", place), Value("order", place),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"{source.Quoted}!${source.LetterOf(heading)}$1"))), look,
            new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", Range(chart.Categories)))),
            new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", Range(heading)))),
            chart.Kind == ChartKind.Line ? Value("smooth", 0) : null);

        string Range(string column) => string.Create(CultureInfo.InvariantCulture, $"{source.Quoted}!${source.LetterOf(column)}${first}:${source.LetterOf(column)}${last}");
    }

    private static XElement Title(string words, int size) => new(C + "title",
        new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(A + "p",
            new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), new XAttribute("b", 1))),
            new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "sv-SE"), new XAttribute("sz", size), new XAttribute("b", 1)), new XElement(A + "t", Clean(words)))))),
        Value("overlay", 0));

    private static XElement Scaling() => new(C + "scaling", Value("orientation", "minMax"));

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Outline(string colour, int width) => new(C + "spPr", new XElement(A + "ln", new XAttribute("w", width), Fill(colour)));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));

    private static string ColourOf(int series) => Colours[series % Colours.Length];
}
