using System.Globalization;
using System.Xml.Linq;

namespace Gava.Operations.Documents;

/// <content>Charts as DrawingML: a drawing for each sheet that has any, a part for each chart.</content>
public sealed partial class SheetWriter
{
    private const int ChartRows = 20;
    private const long ChartWidth = 7_200_000;
    private const long ChartHeight = 3_600_000;

    private static readonly XNamespace C = ChartXml.C;
    private static readonly XNamespace A = ChartXml.A;
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    private void WriteDrawing(SheetSoFar sheet, int number)
    {
        package.Relate($"xl/worksheets/_rels/sheet{number}.xml.rels", [("drawing", $"../drawings/drawing{number}.xml")]);
        var first = charts;
        foreach (var chart in sheet.Charts) package.Write($"xl/charts/chart{++charts}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", PartOf(chart).Write());
        package.Relate($"xl/drawings/_rels/drawing{number}.xml.rels", [.. sheet.Charts.Select((_, i) => ("chart", $"../charts/chart{first + i + 1}.xml"))]);
        package.Write($"xl/drawings/drawing{number}.xml", "application/vnd.openxmlformats-officedocument.drawing+xml",
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

    private ChartXml PartOf(SheetChart chart)
    {
        var source = SourceOf(chart);
        var (first, last) = (chart.FirstRow + 1, Math.Max(chart.FirstRow, Math.Min(chart.LastRow ?? source.Rows, source.Rows)) + 1);
        return new(chart.Kind, Clean(chart.Title), chart.ValueTitle is { } values ? Clean(values) : null, Column(chart.Categories), [.. chart.Series.Select(s => (Cells(s, 1, 1), Column(s)))]);

        ChartCells Column(string heading) => Cells(heading, first, last);

        ChartCells Cells(string heading, int from, int to)
        {
            var letter = source.LetterOf(heading);
            return new(string.Create(CultureInfo.InvariantCulture, $"{source.Quoted}!${letter}${from}{(to > from || from > 1 ? $":${letter}${to}" : "")}"));
        }
    }
}
