using System.Globalization;
using System.Security;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>What the file says of itself. The time is UTC and decides, with the content, every byte of the file.</summary>
internal sealed record PdfMetadata(string Title, string Author, string Language, DateTime CreatedAt)
{
    const string Producer = "Gåva";

    /// <summary>The information dictionary; it must say the same as the XMP packet (ISO 19005-2, 6.6.3).</summary>
    public string Information()
    {
        var created = PdfSyntax.Date(CreatedAt);
        return $"<< /Title {PdfSyntax.Text(Title)} /Author {PdfSyntax.Text(Author)} /Producer {PdfSyntax.Text(Producer)} /CreationDate ({created}) /ModDate ({created}) >>";
    }

    /// <summary>
    /// The XMP packet: identifies the file as PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5). PDF/A knows no
    /// pdfuaid, so the packet also describes that schema (ISO 19005-2, 6.6.2.3).
    /// </summary>
    public byte[] Packet()
    {
        var created = CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
              xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
              xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
              xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
              xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
              xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
              xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Xml(Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Xml(Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>{Xml(Language)}</rdf:li></rdf:Bag></dc:language>
            <pdf:Producer>{Producer}</pdf:Producer>
            <xmp:CreateDate>{created}</xmp:CreateDate>
            <xmp:ModifyDate>{created}</xmp:ModifyDate>
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
              <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
              <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
              <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
              <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                <pdfaProperty:name>part</pdfaProperty:name>
                <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                <pdfaProperty:category>internal</pdfaProperty:category>
                <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
              </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """.ReplaceLineEndings("\n"));
    }

    static string? Xml(string text) => SecurityElement.Escape(text);
}
