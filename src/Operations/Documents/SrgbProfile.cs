using System.Buffers.Binary;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>
/// A small ICC profile of the sRGB colour space (ICC.1:2001-04; IEC 61966-2-1), made here so that no file of others need be
/// carried: three primaries adapted to D50, one curve for all three channels. It tells what grey and red mean on paper
/// (ISO 19005-2, 6.2.3).
/// </summary>
internal static class SrgbProfile
{
    const int headerLength = 128;
    const int curvePoints = 1024;

    static readonly (string Name, byte[] Data)[] tags =
    [
        ("desc", Description("sRGB")),
        ("cprt", [.. Signature("text"), .. "No copyright\0"u8]),
        ("wtpt", Colour(0.9642, 1.0, 0.8249)),
        ("rXYZ", Colour(0.43607, 0.22249, 0.01392)),
        ("gXYZ", Colour(0.38515, 0.71687, 0.09708)),
        ("bXYZ", Colour(0.14307, 0.06061, 0.71410)),
        ("rTRC", Curve()),
        ("gTRC", []),
        ("bTRC", []),
    ];

    public static byte[] Bytes { get; } = Build();

    static byte[] Build()
    {
        var directory = new byte[4 + tags.Length * 12];
        BinaryPrimitives.WriteInt32BigEndian(directory, tags.Length);
        using var data = new MemoryStream();
        int start = 0, length = 0;
        for (var index = 0; index < tags.Length; index++)
        {
            // Green and blue point at red's curve.
            if (tags[index].Data.Length > 0)
            {
                start = headerLength + directory.Length + (int)data.Length;
                length = tags[index].Data.Length;
                data.Write(tags[index].Data);
                while (data.Length % 4 != 0)
                    data.WriteByte(0);
            }
            var entry = directory.AsSpan(4 + index * 12);
            Encoding.ASCII.GetBytes(tags[index].Name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], start);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], length);
        }
        return [.. Header(headerLength + directory.Length + (int)data.Length), .. directory, .. data.ToArray()];
    }

    static byte[] Header(int length)
    {
        var header = new byte[headerLength];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 0x02100000); // version 2.1
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        // A profile has a birthday; this one's is fixed, so that documents stay equal byte for byte.
        int[] date = [2000, 1, 1, 0, 0, 0];
        for (var index = 0; index < date.Length; index++)
            BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24 + index * 2), (short)date[index]);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Numbers(0.9642, 1.0, 0.8249).CopyTo(header.AsSpan(68)); // the profile connection space is lit by D50
        return header;
    }

    static byte[] Signature(string type) => [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0];

    static byte[] Colour(double x, double y, double z) => [.. Signature("XYZ "), .. Numbers(x, y, z)];

    static byte[] Numbers(params double[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(index * 4), (int)Math.Round(values[index] * 65536));
        return bytes;
    }

    /// <summary>ICC.1:2001-04, 6.5.17: the name in ASCII, then empty names in Unicode and in the script code of the Macintosh.</summary>
    static byte[] Description(string name)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(count, name.Length + 1);
        return [.. Signature("desc"), .. count, .. Encoding.ASCII.GetBytes(name), 0, .. new byte[4 + 4 + 2 + 1 + 67]];
    }

    static byte[] Curve()
    {
        var bytes = new byte[4 + curvePoints * 2];
        BinaryPrimitives.WriteInt32BigEndian(bytes, curvePoints);
        for (var index = 0; index < curvePoints; index++)
        {
            var value = index / (curvePoints - 1.0);
            var light = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4 + index * 2), (ushort)Math.Round(light * 65535));
        }
        return [.. Signature("curv"), .. bytes];
    }
}
