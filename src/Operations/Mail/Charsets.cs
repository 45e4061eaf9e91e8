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
    private static readonly Dictionary<string, string> Aliases = new (string Name, string Aliases)[]
    {
        ("utf-8", "utf8 unicode11utf8 unicode20utf8 cp65001 utf8mb4 xunicode20utf8"),
        ("utf-16", "utf16 utf16le ucs2 unicode"),
        ("utf-16BE", "utf16be"),
        ("utf-32", "utf32 utf32le"),
        ("utf-32BE", "utf32be"),
        ("utf-7", "utf7 unicode11utf7 unicode20utf7 xunicode20utf7"),
        ("windows-1252", "latin1 l1 iso88591 iso885911987 88591 iso8859 ibm819 cp819 iso88591windows31latin1 cp1252 windows1252 win1252 ansi xansi 1252"),
        ("iso-8859-2", "latin2"),
        ("iso-8859-15", "latin9 latin0"),
        ("iso-8859-9", "latin5"),
        ("windows-1254", "iso88599"),
        ("macintosh", "macroman mac xmacroman macintosh"),
        ("shift_jis", "sjis xsjis shiftjis mskanji cp932 ms932 windows31j"),
        ("gb18030", "gbk xgbk gb2312 gb231280 cp936 euccn gb18030"),
        ("ks_c_5601-1987", "ksc56011987 ksc5601 cp949 uhc euckr"),
        ("koi8-r", "koi8"),
        ("big5", "big5hkscs cp950"),
        ("windows-874", "tis620 iso885911"),
        ("iso-8859-8", "iso88598i iso88598e"),
    }.SelectMany(row => row.Aliases.Split(' ').Select(alias => (alias, row.Name))).ToDictionary(r => r.alias, r => r.Name);

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
