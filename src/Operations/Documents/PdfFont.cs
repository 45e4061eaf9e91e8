using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>A character and what draws it. The width is in thousandths of the font size.</summary>
/// <param name="Character">The character that was asked for, also when a stand-in draws it.</param>
/// <param name="Glyph">The glyph's number in the font.</param>
/// <param name="Width">How far the next glyph stands.</param>
/// <param name="IsStandIn">The font has no glyph for the character and a visible sign is drawn instead.</param>
/// <param name="IsBoxed">It stands in white on a black box: the label of something that was masked.</param>
internal readonly record struct DrawnCharacter(Rune Character, ushort Glyph, int Width, bool IsStandIn, bool IsBoxed = false)
{
    public bool IsSpace => Character.Value == ' ';
}

/// <summary>
/// One typeface within one document: remembers which glyphs the document draws and embeds just those, with a map back
/// to Unicode so that the text can be searched, copied and read aloud (ISO 19005-2, 6.2.11).
/// </summary>
internal sealed class PdfFont(TrueTypeFont font, string resourceName)
{
    // The replacement character, an empty box, a question mark: the first that the font has.
    static readonly Rune[] standIns = [new(0xFFFD), new(0x25A1), new('?')];

    readonly SortedDictionary<ushort, Rune> used = [];

    public string ResourceName => resourceName;

    public bool IsUsed => used.Count > 0;

    public DrawnCharacter Find(Rune character)
    {
        // A private character means something else in every font, so it is not drawn (ISO 19005-2, 6.2.11.7.3).
        if (Rune.GetUnicodeCategory(character) != UnicodeCategory.PrivateUse && font.TryGlyph(character, out var glyph))
            return new(character, glyph, font.Width(glyph), IsStandIn: false);
        foreach (var standIn in standIns)
        {
            if (font.TryGlyph(standIn, out glyph))
                return new(character, glyph, font.Width(glyph), IsStandIn: true);
        }
        throw new InvalidDataException("The font has no glyph for missing characters, not even a question mark.");
    }

    /// <summary>Marks the character as drawn and gives its code in the page's text: the glyph's number, in hexadecimal.</summary>
    public string Draw(DrawnCharacter drawn)
    {
        var character = drawn.IsStandIn ? standIns.First(standIn => font.TryGlyph(standIn, out var glyph) && glyph == drawn.Glyph) : drawn.Character;
        // Two characters may share a glyph, as a space and a no-break space do; the common one has the lower number.
        if (!used.TryGetValue(drawn.Glyph, out var known) || character < known)
            used[drawn.Glyph] = character;
        return drawn.Glyph.ToString("X4", CultureInfo.InvariantCulture);
    }

    public PdfReference Write(PdfObjects objects)
    {
        var name = $"{SubsetTag()}+{font.PostScriptName}";
        var subset = TrueTypeSubset.Of(font, used.Keys);
        var file = objects.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
        var descriptor = objects.Add(Descriptor(name, file));
        var descendant = objects.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} /CIDToGIDMap /Identity /DW 0 /W [{Widths()}] >>");
        var unicode = objects.AddStream("", Encoding.ASCII.GetBytes(UnicodeMap()));
        return objects.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant}] /ToUnicode {unicode} >>");
    }

    /// <summary>Six capitals that tell one subset from another (ISO 32000-1, 9.6.4): here from the glyphs, not from chance.</summary>
    string SubsetTag()
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', used.Keys)));
        return string.Concat(hash.Take(6).Select(value => (char)('A' + value % 26)));
    }

    string Descriptor(string name, PdfReference file)
    {
        const int nonsymbolic = 32;
        // TrueType does not tell how thick its stems are; viewers use this only when they must draw with another font.
        var stem = font.Weight >= 600 ? 140 : 80;
        return string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags {nonsymbolic} /FontBBox [{string.Join(' ', font.BoundingBox)}] /ItalicAngle 0 "
            + $"/Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.CapitalHeight} /StemV {stem} /FontFile2 {file} >>");
    }

    string Widths() => string.Join(' ', used.Keys.Select(glyph =>
        string.Create(CultureInfo.InvariantCulture, $"{glyph} [{font.Width(glyph)}]")));

    /// <summary>ISO 32000-1, 9.10.3. A block holds at most a hundred lines.</summary>
    string UnicodeMap()
    {
        var map = new StringBuilder()
            .Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, character) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
