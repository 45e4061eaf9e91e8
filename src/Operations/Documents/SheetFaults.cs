using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Gava.Operations.Documents;

/// <summary>
/// Finds the cells of a workbook whose formulas ended in an error. The library that reads workbooks says of such a cell that it is empty, and
/// an empty cell would be taken for what somebody meant.
/// </summary>
internal static class SheetFaults
{
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };

    /// <summary>By the name of the sheet: row and column, each from 0.</summary>
    public static IReadOnlyDictionary<string, HashSet<(int Row, int Column)>> In(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false));
        Dictionary<string, HashSet<(int, int)>> found = [];
        var targets = Load(zip, "xl/_rels/workbook.xml.rels")?.Root?.Elements().Where(e => e.Attribute("Id") is not null)
            .GroupBy(e => e.Attribute("Id")!.Value).ToDictionary(g => g.Key, g => g.First().Attribute("Target")?.Value ?? "") ?? [];
        foreach (var sheet in Load(zip, "xl/workbook.xml")?.Descendants().Where(e => e.Name.LocalName == "sheet") ?? [])
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value ?? "";
            if (!targets.TryGetValue(id, out var target) || zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}") is not { } part) continue;
            var cells = CellsOf(part);
            if (cells.Count > 0) found[sheet.Attribute("name")?.Value ?? ""] = cells;
        }

        return found;
    }

    private static HashSet<(int, int)> CellsOf(ZipArchiveEntry part)
    {
        HashSet<(int, int)> cells = [];
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, Careful);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c" && xml.GetAttribute("t") == "e" && PlaceOf(xml.GetAttribute("r")) is { } place) cells.Add(place);
        }

        return cells;
    }

    /// <summary>"B17" → (16, 1).</summary>
    private static (int Row, int Column)? PlaceOf(string? reference)
    {
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).ToArray();
        if (letters.Length is 0 or > 3 || !int.TryParse(reference.AsSpan(letters.Length), System.Globalization.CultureInfo.InvariantCulture, out var row)) return null;
        return (row - 1, letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1);
    }

    private static XDocument? Load(ZipArchive zip, string part)
    {
        if (zip.GetEntry(part) is not { } entry) return null;
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Careful);
        return XDocument.Load(xml);
    }
}
