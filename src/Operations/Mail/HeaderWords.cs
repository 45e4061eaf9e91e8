using System.Buffers;
using System.Text;

namespace Gava.Operations.Mail;

/// <summary>Words in headers that are encoded because they hold more than ASCII (RFC 2047, RFC 2231 section 5), and those that should have been.</summary>
internal static class HeaderWords
{
    private const int LongestCharset = 80;

    /// <summary>
    /// Unfolded bytes as text. Encoded words beside each other are joined as bytes before they are decoded, since many programs cut a letter
    /// in two. They are read wherever they stand, also within quotation marks and beside other text.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf("=?"u8) < 0) return Clean(Charsets.Guess(value));
        var text = new StringBuilder(value.Length);
        var held = new ArrayBufferWriter<byte>();
        string? charset = null;
        var (plain, at) = (0, 0);
        while (value[at..].IndexOf("=?"u8) is >= 0 and var found)
        {
            at += found;
            if (!ReadWord(value[at..], out var word))
            {
                if (word.NothingEnds) break;
                at += 2;
                continue;
            }

            var between = value[plain..at];
            var goesOn = charset is not null && between.Trim(" \t"u8).IsEmpty;
            if (!goesOn || !string.Equals(charset, word.Charset, StringComparison.OrdinalIgnoreCase)) Empty(text, held, charset);
            if (!goesOn) text.Append(Charsets.Guess(between));
            charset = word.Charset;
            held.Write(word.Bytes);
            plain = at += word.Length;
        }

        Empty(text, held, charset);
        text.Append(Charsets.Guess(value[plain..]));
        return Clean(text.ToString());
    }

    /// <summary>Latin-1 text that stands for bytes.</summary>
    public static string Decode(string bytes) => Decode(Encoding.Latin1.GetBytes(bytes));

    private static void Empty(StringBuilder text, ArrayBufferWriter<byte> held, string? charset)
    {
        if (held.WrittenCount > 0) text.Append(Charsets.Decode(held.WrittenSpan, charset));
        held.ResetWrittenCount();
    }

    private static bool ReadWord(ReadOnlySpan<byte> value, out (string Charset, byte[] Bytes, int Length, bool NothingEnds) word)
    {
        word = ("", [], 0, false);
        var charset = value[2..Math.Min(value.Length, LongestCharset)].IndexOf((byte)'?');
        if (charset < 0 || 2 + charset + 3 > value.Length || value[2 + charset + 2] != '?') return false;
        var encoding = value[2 + charset + 1] | 0x20;
        if (encoding is not ('q' or 'b')) return false;
        var begin = 2 + charset + 3;
        var length = value[begin..].IndexOf("?="u8);
        // No word can end after this one either: without that, a value full of beginnings would be searched once for each.
        if (length < 0) word.NothingEnds = true;
        if (length < 0) return false;
        var name = Encoding.Latin1.GetString(value.Slice(2, charset));
        if (name.IndexOf('*') is >= 0 and var language) name = name[..language];
        var text = value.Slice(begin, length);
        word = (name, encoding == 'q' ? TransferCoding.Q(text) : TransferCoding.Base64(text), begin + length + 2, false);
        return true;
    }

    /// <summary>One line, whatever was in it: control signs are blanks.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.Contains('\u007f')) return text.Trim();
        return string.Create(text.Length, text, (signs, from) =>
        {
            for (var i = 0; i < from.Length; i++) signs[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }).Trim();
    }
}
