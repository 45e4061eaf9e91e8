using System.IO.Compression;
using System.Xml.Linq;

namespace Gava.Web.Tests.Operations.Documents;

/// <summary>Reads a Word file as the format says that it is kept.</summary>
internal static class WordTools
{
    /// <summary>The rows of all its tables, in order, without the headings.</summary>
    public static IReadOnlyList<string[]> Rows(byte[] word)
    {
        using var zip = new ZipArchive(new MemoryStream(word));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return [.. from table in XElement.Load(part).Descendants(w + "tbl")
                   from row in table.Elements(w + "tr").Skip(1)
                   select row.Elements(w + "tc").Select(cell => string.Concat(cell.Descendants(w + "t").Select(t => t.Value))).ToArray()];
    }
}
