using System.Buffers;
using System.Text;

namespace Gava.Operations.Mail;

/// <summary>Content-Transfer-Encoding (RFC 2045, 6) undone, as forgivingly as mail programs do.</summary>
internal static class TransferCoding
{
    private static readonly sbyte[] Sextets = MakeSextets();

    /// <summary>The bytes of a body. An encoding that is not known leaves them as they are.</summary>
    /// <param name="encoding">The header's value; comments, quotation marks and case do not count.</param>
    /// <param name="isText">Text that claims base64 and plainly is none is left as it is.</param>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string? encoding, bool isText) => Name(encoding) switch
    {
        "base64" or "b" when !isText || LooksLikeBase64(body.Span) => Base64(body.Span),
        "quoted-printable" or "quotedprintable" or "q" => body.Span.Contains((byte)'=') ? QuotedPrintable(body.Span) : body,
        "x-uuencode" or "uuencode" or "x-uue" or "uue" => Uuencoded(body.Span),
        _ => body,
    };

    private static string Name(string? encoding)
    {
        var name = (encoding ?? "").Trim().Trim('"', '\'').ToLowerInvariant();
        return name.IndexOfAny([' ', '\t', ';', '(', ',']) is >= 0 and var end ? name[..end].Trim('"') : name;
    }

    /// <summary>
    /// Signs outside the alphabet are passed over and missing padding is filled in. After padding the data ends, unless all that
    /// follows is base64 too (some programs encode piece by piece): so a mailing list's footer does not become bytes.
    /// </summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var (length, bits, held) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var value = (int)Sextets[text[i]];
            if (value >= 0)
            {
                bits = (bits << 6) | (value & 63);
                if (++held < 4) continue;
                (bytes[length], bytes[length + 1], bytes[length + 2]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
                (length, bits, held) = (length + 3, 0, 0);
            }
            else if (text[i] == '=' && held >= 2)
            {
                length += Rest(bits, held, bytes.AsSpan(length));
                (bits, held) = (0, 0);
                if (!GoesOn(text[(i + 1)..])) break;
            }
        }

        length += Rest(bits, held, bytes.AsSpan(length));
        return bytes.AsSpan(0, length).ToArray();
    }

    private static int Rest(int bits, int held, Span<byte> into)
    {
        if (held < 2) return 0;
        bits <<= 6 * (4 - held);
        into[0] = (byte)(bits >> 16);
        if (held == 3) into[1] = (byte)(bits >> 8);
        return held - 1;
    }

    /// <summary>Only the next line is asked, so that many paddings take no longer.</summary>
    private static bool GoesOn(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart("=\r\n\t "u8);
        if (rest.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end) rest = rest[..end];
        rest = rest[..Math.Min(rest.Length, 200)].TrimEnd("= \t"u8);
        foreach (var sign in rest)
        {
            if (Sextets[sign] < 0 && sign != '=') return false;
        }

        return rest.Length >= 2;
    }

    private static bool LooksLikeBase64(ReadOnlySpan<byte> text)
    {
        var (alphabet, other) = (0, 0);
        foreach (var sign in text[..Math.Min(text.Length, 4000)])
        {
            if (Sextets[sign] >= 0) alphabet++;
            else if (sign is not ((byte)'\r' or (byte)'\n' or (byte)'=' or (byte)'\t')) other++;
        }

        return other * 20 <= alphabet;
    }

    /// <summary>An escape that is none stays as it was written; = at the end of a line joins it with the next, also with blanks after it.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        while (text.IndexOf((byte)'=') is >= 0 and var at)
        {
            bytes.Write(text[..at]);
            text = text[at..];
            if (text.Length >= 3 && Hex(text[1]) is >= 0 and var high && Hex(text[2]) is >= 0 and var low)
            {
                bytes.Write([(byte)((high << 4) | low)]);
                text = text[3..];
            }
            else if (SoftBreak(text) is > 0 and var length)
            {
                text = text[length..];
            }
            else
            {
                bytes.Write("="u8);
                text = text[1..];
            }
        }

        bytes.Write(text);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>How long the soft break that begins here is; 0 if it is none.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (at < text.Length && at < 100 && text[at] is (byte)' ' or (byte)'\t') at++;
        if (at == text.Length) return at;
        if (text[at] == '\n') return at + 1;
        if (text[at] != '\r') return 0;
        return at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /// <summary>The Q encoding of headers (RFC 2047, 4.2).</summary>
    public static byte[] Q(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && Hex(text[i + 1]) is >= 0 and var high && Hex(text[i + 2]) is >= 0 and var low)
            {
                bytes[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                bytes[length++] = text[i] == '_' ? (byte)' ' : text[i];
            }
        }

        return bytes.AsSpan(0, length).ToArray();
    }

    private static byte[] Uuencoded(ReadOnlySpan<byte> text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 3);
        Span<byte> three = stackalloc byte[3];
        var inside = false;
        while (!text.IsEmpty)
        {
            var line = Lines.Next(ref text);
            if (!inside)
            {
                inside = line.StartsWith("begin"u8);
                continue;
            }

            if (line.SequenceEqual("end"u8)) break;
            if (line.IsEmpty) continue;
            var left = (line[0] - 32) & 63;
            for (var at = 1; left > 0 && at < line.Length; at += 4, left -= 3)
            {
                var bits = 0;
                for (var k = 0; k < 4; k++) bits = (bits << 6) | (at + k < line.Length ? (line[at + k] - 32) & 63 : 0);
                (three[0], three[1], three[2]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
                bytes.Write(three[..Math.Min(3, left)]);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The value of a hexadecimal digit in either case; −1 for anything else.</summary>
    public static int Hex(byte sign) => sign switch
    {
        >= (byte)'0' and <= (byte)'9' => sign - '0',
        >= (byte)'a' and <= (byte)'f' => sign - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => sign - 'A' + 10,
        _ => -1,
    };

    private static sbyte[] MakeSextets()
    {
        var table = new sbyte[256];
        Array.Fill(table, (sbyte)-1);
        foreach (var (value, sign) in Encoding.ASCII.GetBytes("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").Index()) table[sign] = (sbyte)value;
        return table;
    }
}
