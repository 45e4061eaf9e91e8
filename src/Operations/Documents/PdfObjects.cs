using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>Points at an object of the file; written as <c>7 0 R</c> (ISO 32000-1, 7.3.10).</summary>
internal readonly record struct PdfReference(int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} 0 R");
}

/// <summary>
/// The numbered objects of one PDF file, and the file around them: header, cross-reference table and trailer
/// (ISO 32000-1, 7.5). Objects are given as PDF text; whatever came from a person goes through <see cref="PdfSyntax"/>.
/// </summary>
internal sealed class PdfObjects
{
    readonly List<byte[]?> bodies = [];

    /// <summary>A number for an object whose body is not known yet.</summary>
    public PdfReference Reserve()
    {
        bodies.Add(null);
        return new(bodies.Count);
    }

    public PdfReference Add(string body) => Set(Reserve(), body);

    public PdfReference Set(PdfReference reference, string body)
    {
        bodies[reference.Number - 1] = Encoding.Latin1.GetBytes(body);
        return reference;
    }

    /// <summary>A compressed stream. <paramref name="entries"/> are further dictionary entries, such as <c>/N 3</c>.</summary>
    public PdfReference AddStream(string entries, byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(content);
        return AddPlainStream($"/Filter /FlateDecode {entries}", compressed.ToArray());
    }

    /// <summary>A stream left readable in the file, as archives want their metadata.</summary>
    public PdfReference AddPlainStream(string entries, byte[] content)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {content.Length} >>\nstream\n");
        bodies.Add([.. Encoding.Latin1.GetBytes(head), .. content, .. "\nendstream"u8]);
        return new(bodies.Count);
    }

    public byte[] Write(PdfReference catalog, PdfReference information)
    {
        using var file = new MemoryStream();
        // Four bytes above 127 tell transfer programs that the file is binary (ISO 19005-2, 6.1.2).
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

        var positions = new List<long>(bodies.Count);
        for (var index = 0; index < bodies.Count; index++)
        {
            positions.Add(file.Position);
            Ascii(file, $"{index + 1} 0 obj\n");
            file.Write(bodies[index] ?? throw new InvalidOperationException($"PDF object {index + 1} was reserved but never set."));
            file.Write("\nendobj\n"u8);
        }

        var identifier = Identifier(file);
        var crossReference = file.Position;
        Ascii(file, $"xref\n0 {bodies.Count + 1}\n0000000000 65535 f \n");
        foreach (var position in positions)
            Ascii(file, $"{position:D10} 00000 n \n");
        Ascii(file, $"trailer\n<< /Size {bodies.Count + 1} /Root {catalog} /Info {information} /ID [{identifier} {identifier}] >>\n");
        Ascii(file, $"startxref\n{crossReference}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>PDF/A asks for an identifier (ISO 19005-2, 6.1.3). Taken from the content, so that equal letters are equal bytes.</summary>
    static string Identifier(MemoryStream file)
    {
        var hash = SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Position));
        return $"<{Convert.ToHexString(hash.AsSpan(0, 16))}>";
    }

    static void Ascii(MemoryStream file, FormattableString text) =>
        file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>How values are spelled in a PDF file (ISO 32000-1, 7.3 and 7.9).</summary>
internal static class PdfSyntax
{
    /// <summary>A text string as hexadecimal UTF-16: no character in it can end the string or begin an operator.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Date(DateTime utc) => utc.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
}
