using System.Buffers;
using System.Text;

namespace Gava.Operations.Mail;

/// <summary>Bytes become text by the charset they claim, unless the bytes themselves show that the claim is wrong.</summary>
internal static class Charsets
{
    /// <summary>What Latin-1 means in mail: the same letters, and quotation marks, dashes and € where Latin-1 has controls.</summary>
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: false);

    /// <summary>Names seen in mail that the platform does not know, without their punctuation.</summary>
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["utf8"] = "utf-8", ["unicode11utf8"] = "utf-8", ["unicode20utf8"] = "utf-8", ["cp65001"] = "utf-8", ["utf8mb4"] = "utf-8", ["xunicode20utf8"] = "utf-8",
        ["utf16"] = "utf-16", ["utf16le"] = "utf-16", ["ucs2"] = "utf-16", ["unicode"] = "utf-16", ["utf16be"] = "utf-16BE", ["utf32"] = "utf-32", ["utf32le"] = "utf-32", ["utf32be"] = "utf-32BE",
        ["utf7"] = "utf-7", ["unicode11utf7"] = "utf-7", ["unicode20utf7"] = "utf-7", ["xunicode20utf7"] = "utf-7",
        ["latin1"] = "windows-1252", ["l1"] = "windows-1252", ["iso88591"] = "windows-1252", ["iso885911987"] = "windows-1252", ["88591"] = "windows-1252", ["iso8859"] = "windows-1252", ["ibm819"] = "windows-1252", ["cp819"] = "windows-1252",
        ["iso88591windows31latin1"] = "windows-1252", ["cp1252"] = "windows-1252", ["windows1252"] = "windows-1252", ["win1252"] = "windows-1252", ["ansi"] = "windows-1252", ["xansi"] = "windows-1252", ["1252"] = "windows-1252",
        ["latin2"] = "iso-8859-2", ["latin9"] = "iso-8859-15", ["latin0"] = "iso-8859-15", ["latin5"] = "iso-8859-9", ["iso88599"] = "windows-1254",
        ["macroman"] = "macintosh", ["mac"] = "macintosh", ["xmacroman"] = "macintosh", ["macintosh"] = "macintosh",
        ["sjis"] = "shift_jis", ["xsjis"] = "shift_jis", ["shiftjis"] = "shift_jis", ["mskanji"] = "shift_jis", ["cp932"] = "shift_jis", ["ms932"] = "shift_jis", ["windows31j"] = "shift_jis",
        ["gbk"] = "gb18030", ["xgbk"] = "gb18030", ["gb2312"] = "gb18030", ["gb231280"] = "gb18030", ["cp936"] = "gb18030", ["euccn"] = "gb18030", ["gb18030"] = "gb18030",
        ["ksc56011987"] = "ks_c_5601-1987", ["ksc5601"] = "ks_c_5601-1987", ["cp949"] = "ks_c_5601-1987", ["uhc"] = "ks_c_5601-1987", ["euckr"] = "ks_c_5601-1987",
        ["koi8"] = "koi8-r", ["big5hkscs"] = "big5", ["cp950"] = "big5", ["tis620"] = "windows-874", ["iso885911"] = "windows-874", ["iso88598i"] = "iso-8859-8", ["iso88598e"] = "iso-8859-8",
    };

    private static readonly SearchValues<byte> EscapedCharsets = SearchValues.Create([0x1B]);

    /// <summary>Text without a charset: UTF-8 if that is what it is, otherwise Windows-1252.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes) => Decode(bytes, null);

    /// <summary>
    /// A claim of UTF-8, Latin-1, Windows-1252, ASCII, nothing, or a name that nobody knows is tried against the bytes: what is whole UTF-8
    /// is UTF-8; a few broken signs become U+FFFD; what has more broken than whole ones is Windows-1252. Every other charset is
    /// believed. A byte order mark is taken off.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && bytes.Length % 2 == 0) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) && bytes.Length % 2 == 0) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        var claimed = Named(label);
        if (claimed is not null && !IsDoubted(claimed)) return claimed.GetString(bytes);
        if (System.Text.Ascii.IsValid(bytes)) return label is null && bytes.ContainsAny(EscapedCharsets) && LooksJapanese(bytes) ? Named("iso-2022-jp")!.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Utf8.GetString(bytes);
        if (claimed is UTF8Encoding or null && MostlyUtf8(bytes)) return Utf8.GetString(bytes);
        return (claimed is null or UTF8Encoding or ASCIIEncoding ? Western : claimed).GetString(bytes);
    }

    /// <summary>Names that people and programs write in for another charset than their bytes have.</summary>
    private static bool IsDoubted(Encoding claimed) => claimed.CodePage is 65001 or 1252 or 20127 or 28591 or 28605;

    private static bool LooksJapanese(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0;

    /// <summary>True when the damage is a sign cut in two, not another charset.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status != OperationStatus.Done) broken++;
            else if (used > 1) whole++;
            bytes = bytes[used..];
        }

        return whole > broken;
    }

    private static Encoding? Named(string? label)
    {
        if (label is null) return null;
        label = label.Trim(' ', '\t', '"', '\'', ';', ',', '<', '>', '=');
        if (label.Length is 0 or > 60) return null;
        if (label.IndexOfAny([' ', ';', ',', '$']) is > 0 and var end) label = label[..end];
        var key = string.Concat(label.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Aliases.GetValueOrDefault(key, label.ToLowerInvariant()) switch
        {
            "utf-8" => Utf8,
            "utf-16" => Encoding.Unicode,
            "utf-16BE" => Encoding.BigEndianUnicode,
            "utf-32" => Encoding.UTF32,
            "utf-32BE" => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
            "us-ascii" or "ascii" or "7bit" or "iso-646" => Encoding.ASCII,
            "windows-1252" => Western,
#pragma warning disable SYSLIB0001 // Old Outlook sends it; here it becomes text that is shown and never anything else.
            "utf-7" => new UTF7Encoding(),
#pragma warning restore SYSLIB0001
            var name => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? CodePagesEncodingProvider.Instance.GetEncoding(name.Replace('_', '-'))
                ?? (key.StartsWith("iso8859", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-" + key[7..]) : null)
                ?? (key.StartsWith("win", StringComparison.Ordinal) || key.StartsWith("cp", StringComparison.Ordinal) ? ByNumber(key) : null),
        };
    }

    private static Encoding? ByNumber(string key) =>
        int.TryParse(key.AsSpan().TrimStart("windowscp"), out var page) && page is > 0 and < 65536 ? CodePagesEncodingProvider.Instance.GetEncoding(page) : null;
}
