using System.Buffers.Binary;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>
/// What a PDF needs to know of one TrueType font file: which glyph draws a character, how wide it is, and the few
/// measures of the whole (OpenType 1.9: cmap, hmtx, head, hhea, OS/2, name). Read once and never changed, so it may be
/// shared between threads. Kerning, ligatures and shaping are not read.
/// </summary>
internal sealed class TrueTypeFont
{
    readonly byte[] file;
    readonly Dictionary<string, Range> tables = [];
    readonly Dictionary<int, ushort> glyphs = [];
    readonly int unitsPerEm;
    readonly int longMetrics;

    public TrueTypeFont(byte[] file)
    {
        this.file = file;
        ReadDirectory();
        unitsPerEm = Unsigned("head", 18);
        GlyphCount = Unsigned("maxp", 4);
        longMetrics = Unsigned("hhea", 34);
        PostScriptName = ReadPostScriptName();
        ReadCharacterMap();
    }

    public int GlyphCount { get; }

    public string PostScriptName { get; }

    /// <summary>Thousandths of the font size, as all measures of a font in a PDF (ISO 32000-1, 9.2.4).</summary>
    public int Ascent => Thousandths(Signed("hhea", 4));

    public int Descent => Thousandths(Signed("hhea", 6));

    public int CapitalHeight => Thousandths(Signed("OS/2", 88));

    public int Weight => Unsigned("OS/2", 4);

    public IReadOnlyList<int> BoundingBox =>
        [.. new[] { 36, 38, 40, 42 }.Select(offset => Thousandths(Signed("head", offset)))];

    public bool TryGlyph(Rune character, out ushort glyph) => glyphs.TryGetValue(character.Value, out glyph) && glyph != 0;

    public int Width(ushort glyph) => Thousandths(Unsigned("hmtx", Math.Min(glyph, longMetrics - 1) * 4));

    public bool Has(string table) => tables.ContainsKey(table);

    public ReadOnlySpan<byte> Table(string table) => file.AsSpan(tables[table]);

    /// <summary>The outline of one glyph; empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var locations = Table("loca");
        var isLong = Signed("head", 50) == 1;
        return Table("glyf")[Location(locations, glyph, isLong)..Location(locations, glyph + 1, isLong)];
    }

    static int Location(ReadOnlySpan<byte> locations, int glyph, bool isLong) => isLong
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(locations[(glyph * 4)..])
        : BinaryPrimitives.ReadUInt16BigEndian(locations[(glyph * 2)..]) * 2;

    void ReadDirectory()
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(file) != 0x00010000)
            throw new InvalidDataException("The font is not a TrueType file with outlines of its own.");
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var index = 0; index < count; index++)
        {
            var entry = file.AsSpan(12 + index * 16, 16);
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            tables[Encoding.ASCII.GetString(entry[..4])] = start..(start + length);
        }
    }

    void ReadCharacterMap()
    {
        var map = Table("cmap");
        var count = BinaryPrimitives.ReadUInt16BigEndian(map[2..]);
        for (var index = 0; index < count; index++)
        {
            var subtable = map[(int)BinaryPrimitives.ReadUInt32BigEndian(map[(8 + index * 8)..])..];
            var format = BinaryPrimitives.ReadUInt16BigEndian(subtable);
            if (format == 12)
                ReadGroups(subtable);
            if (format == 4)
                ReadSegments(subtable);
        }
    }

    /// <summary>Format 12: runs of characters, also beyond the first plane.</summary>
    void ReadGroups(ReadOnlySpan<byte> subtable)
    {
        var count = (int)BinaryPrimitives.ReadUInt32BigEndian(subtable[12..]);
        for (var index = 0; index < count; index++)
        {
            var group = subtable[(16 + index * 12)..];
            var first = (int)BinaryPrimitives.ReadUInt32BigEndian(group);
            var last = (int)BinaryPrimitives.ReadUInt32BigEndian(group[4..]);
            var glyph = (int)BinaryPrimitives.ReadUInt32BigEndian(group[8..]);
            for (var character = first; character <= last; character++)
                glyphs.TryAdd(character, (ushort)(glyph + character - first));
        }
    }

    /// <summary>Format 4: the first plane, in segments that either shift the code or point into a list of glyphs.</summary>
    void ReadSegments(ReadOnlySpan<byte> subtable)
    {
        var doubled = BinaryPrimitives.ReadUInt16BigEndian(subtable[6..]);
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var last = BinaryPrimitives.ReadUInt16BigEndian(subtable[(14 + segment)..]);
            var first = BinaryPrimitives.ReadUInt16BigEndian(subtable[(16 + doubled + segment)..]);
            var shift = BinaryPrimitives.ReadUInt16BigEndian(subtable[(16 + 2 * doubled + segment)..]);
            var rangeAt = 16 + 3 * doubled + segment;
            var range = BinaryPrimitives.ReadUInt16BigEndian(subtable[rangeAt..]);
            for (int character = first; character <= last && character < 0xFFFF; character++)
            {
                var glyph = range == 0
                    ? character
                    : BinaryPrimitives.ReadUInt16BigEndian(subtable[(rangeAt + range + 2 * (character - first))..]);
                if (glyph != 0)
                    glyphs.TryAdd(character, (ushort)(glyph + shift));
            }
        }
    }

    string ReadPostScriptName()
    {
        const int postScriptName = 6, windows = 3;
        var names = Table("name");
        var count = BinaryPrimitives.ReadUInt16BigEndian(names[2..]);
        var storage = BinaryPrimitives.ReadUInt16BigEndian(names[4..]);
        for (var index = 0; index < count; index++)
        {
            var entry = names.Slice(6 + index * 12, 12);
            if (BinaryPrimitives.ReadUInt16BigEndian(entry) != windows || BinaryPrimitives.ReadUInt16BigEndian(entry[6..]) != postScriptName)
                continue;
            var length = BinaryPrimitives.ReadUInt16BigEndian(entry[8..]);
            var start = storage + BinaryPrimitives.ReadUInt16BigEndian(entry[10..]);
            var name = Encoding.BigEndianUnicode.GetString(names.Slice(start, length));
            return string.Concat(name.Where(character => char.IsAsciiLetterOrDigit(character) || character == '-'));
        }
        return "Font";
    }

    int Thousandths(int units) => (int)Math.Round(units * 1000.0 / unitsPerEm);

    int Unsigned(string table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(Table(table)[offset..]);

    int Signed(string table, int offset) => BinaryPrimitives.ReadInt16BigEndian(Table(table)[offset..]);
}
