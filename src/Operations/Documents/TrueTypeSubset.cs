using System.Buffers.Binary;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>
/// A font file that draws only the glyphs asked for. Glyphs keep their numbers, so text can name them directly and
/// compound outlines stay right; what is left out is empty, and empty compresses to nothing.
/// </summary>
internal static class TrueTypeSubset
{
    // What a PDF viewer needs to draw by glyph number (ISO 32000-1, 9.9); cvt, fpgm and prep steer the outlines on screens.
    static readonly string[] copiedTables = ["cvt ", "fpgm", "hhea", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> glyphs)
    {
        var kept = WithParts(font, glyphs);
        var (outlines, locations) = Outlines(font, kept);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines,
            ["head"] = Head(font),
            ["hmtx"] = Widths(font, kept),
            ["loca"] = locations,
        };
        foreach (var table in copiedTables.Where(font.Has))
            tables[table] = font.Table(table).ToArray();
        return File(tables);
    }

    /// <summary>Glyph 0 is drawn for what is missing and must exist; an å may be made of an a and a ring.</summary>
    static SortedSet<int> WithParts(TrueTypeFont font, IEnumerable<ushort> glyphs)
    {
        SortedSet<int> kept = [0];
        var waiting = new Stack<int>(glyphs.Select(glyph => (int)glyph));
        while (waiting.TryPop(out var glyph))
        {
            if (!kept.Add(glyph))
                continue;
            foreach (var part in Parts(font.Outline(glyph)))
                waiting.Push(part);
        }
        return kept;
    }

    /// <summary>The glyphs that a compound outline points at (OpenType 1.9, glyf, composite glyph description).</summary>
    static List<int> Parts(ReadOnlySpan<byte> outline)
    {
        const int wordArguments = 0x1, oneScale = 0x8, more = 0x20, twoScales = 0x40, matrix = 0x80;
        List<int> parts = [];
        if (outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return parts;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2);
            at += (flags & oneScale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
        }
        while ((flags & more) != 0);
        return parts;
    }

    static (byte[] Outlines, byte[] Locations) Outlines(TrueTypeFont font, SortedSet<int> kept)
    {
        using var outlines = new MemoryStream();
        var locations = new byte[(font.GlyphCount + 1) * 4];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(glyph * 4), (uint)outlines.Length);
            if (!kept.Contains(glyph))
                continue;
            outlines.Write(font.Outline(glyph));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
        }
        BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(font.GlyphCount * 4), (uint)outlines.Length);
        return (outlines.ToArray(), locations);
    }

    static byte[] Head(TrueTypeFont font)
    {
        var head = font.Table("head").ToArray();
        head.AsSpan(8, 4).Clear(); // The file's checksum counts this field as zero.
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // Our locations are long.
        return head;
    }

    static byte[] Widths(TrueTypeFont font, SortedSet<int> kept)
    {
        var widths = font.Table("hmtx").ToArray();
        var longMetrics = BinaryPrimitives.ReadUInt16BigEndian(font.Table("hhea")[34..]);
        // The last long entry is the width of every glyph after it, so it stays.
        for (var glyph = 0; glyph < longMetrics - 1; glyph++)
        {
            if (!kept.Contains(glyph))
                widths.AsSpan(glyph * 4, 4).Clear();
        }
        return widths;
    }

    static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var directory = new byte[12 + tables.Count * 16];
        var powerOfTwo = 1 << (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(directory, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(6), (ushort)(powerOfTwo * 16));
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(8), (ushort)Math.Log2(powerOfTwo));
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(10), (ushort)((tables.Count - powerOfTwo) * 16));

        using var body = new MemoryStream();
        var headAt = 0;
        var entry = 12;
        foreach (var (name, table) in tables)
        {
            var start = directory.Length + (int)body.Length;
            if (name == "head")
                headAt = start;
            Encoding.ASCII.GetBytes(name, directory.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(directory.AsSpan(entry + 4), Checksum(table));
            BinaryPrimitives.WriteUInt32BigEndian(directory.AsSpan(entry + 8), (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(directory.AsSpan(entry + 12), (uint)table.Length);
            body.Write(table);
            while (body.Length % 4 != 0)
                body.WriteByte(0);
            entry += 16;
        }

        byte[] file = [.. directory, .. body.ToArray()];
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), unchecked(0xB1B0AFBA - Checksum(file)));
        return file;
    }

    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (; bytes.Length >= 4; bytes = bytes[4..])
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes));
        if (bytes.IsEmpty)
            return sum;
        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        bytes.CopyTo(rest);
        return unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(rest));
    }
}
