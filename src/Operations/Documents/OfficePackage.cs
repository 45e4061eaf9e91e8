using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Gava.Operations.Documents;

/// <summary>The package around a workbook or a text document: parts, what they are and how they belong together (ECMA-376, part 2).</summary>
/// <param name="into">Left open.</param>
internal sealed class OfficePackage(Stream into) : IDisposable
{
    public static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    // The same content gives the same bytes.
    private static readonly DateTimeOffset AnyTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(into, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Part, string ContentType)> parts = [];

    /// <summary>Begins a part that is written as a stream; it ends before the next one begins.</summary>
    /// <param name="contentType">Null for what the package knows by its name.</param>
    public Stream Open(string part, string? contentType)
    {
        if (contentType is not null) parts.Add((part, contentType));
        var entry = zip.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = AnyTime;
        return entry.Open();
    }

    /// <summary>Writes a whole part.</summary>
    public void Write(string part, string? contentType, XElement content)
    {
        using var stream = Open(part, contentType);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        content.Save(writer);
    }

    /// <summary>Says what a part uses, as rId1 and on.</summary>
    public void Relate(string part, IReadOnlyList<(string Type, string Target)> targets) => Write(part, null, new XElement(Package + "Relationships",
        targets.Select((t, i) => new XElement(Package + "Relationship", new XAttribute("Id", $"rId{i + 1}"), new XAttribute("Type", t.Type.Contains('/', StringComparison.Ordinal) ? t.Type : $"{Relation}/{t.Type}"), new XAttribute("Target", t.Target)))));

    /// <summary>Ends the package.</summary>
    /// <param name="main">Its first part.</param>
    /// <param name="title">Of the file, as a reader of files shows it.</param>
    /// <param name="author">The authority that it comes from.</param>
    /// <param name="createdAt">UTC.</param>
    public void End(string main, string title, string author, DateTime createdAt)
    {
        Write("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", Core(title, author, createdAt));
        Relate("_rels/.rels", [("officeDocument", main), ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]);
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        Write("[Content_Types].xml", null, new XElement(types + "Types",
            new XElement(types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            parts.Select(p => new XElement(types + "Override", new XAttribute("PartName", $"/{p.Part}"), new XAttribute("ContentType", p.ContentType)))));
    }

    public void Dispose() => zip.Dispose();

    private static XElement Core(string title, string author, DateTime createdAt)
    {
        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        return new XElement(cp + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", cp), new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", title), new XElement(dc + "creator", author), new XElement(dc + "language", "sv-SE"),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), createdAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }
}
