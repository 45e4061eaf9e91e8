using System.Buffers;
using System.Text;

namespace Gava.Operations.Mail;

/// <summary>A header with parameters, such as Content-Type: a value, and names with values (RFC 2045, RFC 2231).</summary>
internal sealed class HeaderParameters
{
    /// <summary>Beyond this many parameters the rest are passed over.</summary>
    private const int MostParameters = 2_000;

    private const int LongestName = 60;

    private readonly Dictionary<string, string> plain = [];
    private readonly Dictionary<string, List<(int Number, bool IsEncoded, string Value)>> pieces = [];

    /// <summary>The value before the parameters, in lower case.</summary>
    public string Value { get; private set; } = "";

    public static HeaderParameters Read(byte[]? header)
    {
        var read = new HeaderParameters();
        if (header is null) return read;
        var text = Encoding.Latin1.GetString(header);
        var at = 0;
        var value = WithoutComments(UpTo(text, ref at, ';')).Trim();
        var end = value.IndexOfAny([' ', '\t']);
        read.Value = (end < 0 ? value : value[..end]).Trim('"').ToLowerInvariant();
        // "text/plain charset=utf-8": somebody forgot the semicolon.
        if (end > 0 && value.IndexOf('=', end) > 0) read.ReadAll(value, end);
        read.ReadAll(text, at);
        return read;
    }

    private void ReadAll(string text, int at)
    {
        for (var count = 0; at < text.Length && count < MostParameters; count++)
        {
            while (at < text.Length && (text[at] is ';' or ' ' or '\t')) at++;
            var begin = at;
            while (at < text.Length && text[at] is not ('=' or ';')) at++;
            var name = WithoutComments(text[begin..at]).Trim().ToLowerInvariant();
            if (at == text.Length || text[at] == ';') continue;
            at++;
            while (at < text.Length && (text[at] is ' ' or '\t')) at++;
            Keep(name, at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Unquoted(name, UpTo(text, ref at, ';')));
        }
    }

    /// <summary>Of two with the same name the first counts.</summary>
    private void Keep(string name, string value)
    {
        if (name.Length is 0 or > LongestName) return;
        if (name.IndexOf('*') is not (> 0 and var star))
        {
            plain.TryAdd(name, value);
            return;
        }

        var rest = name[(star + 1)..];
        var isEncoded = rest.Length == 0 || rest.EndsWith('*');
        var number = int.TryParse(rest.TrimEnd('*'), out var n) ? n : 0;
        var key = name[..star];
        if (!pieces.TryGetValue(key, out var list)) pieces[key] = list = [];
        list.Add((number, isEncoded, value));
    }

    /// <summary>
    /// Only \" and \\ are escapes, since Windows writes paths into file names. A quotation mark in the midst of words is one of them, and quotations
    /// beside each other, one a line, are one value.
    /// </summary>
    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        while (at < text.Length && text[at] == '"')
        {
            if (value.Length > 0) value.Append(' ');
            at++;
            while (at < text.Length)
            {
                var sign = text[at++];
                if (sign == '\\' && at < text.Length && text[at] is '"' or '\\') value.Append(text[at++]);
                else if (sign == '"' && Ends(text, at)) break;
                else value.Append(sign);
            }

            while (at < text.Length && (text[at] is ' ' or '\t')) at++;
        }

        if (at < text.Length && text[at] is '(' or ',') UpTo(text, ref at, ';');
        return value.ToString();
    }

    /// <summary>A quotation mark closes when what follows is another parameter, a comment, another quotation, or nothing.</summary>
    private static bool Ends(string text, int at)
    {
        while (at < text.Length && (text[at] is ' ' or '\t')) at++;
        if (at == text.Length || text[at] is ';' or '(' or '"' or ',') return true;
        var name = at;
        while (at < text.Length && at - name < LongestName && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '*' or '_')) at++;
        return at > name && at < text.Length && text[at] == '=';
    }

    private static string Unquoted(string name, string value)
    {
        value = value.Trim();
        return name is "charset" or "format" or "delsp" or "method" or "report-type" ? WithoutComments(value).Trim().Split(' ')[0] : value;
    }

    private static string UpTo(string text, ref int at, char end)
    {
        var begin = at;
        at = text.IndexOf(end, at) is >= 0 and var found ? found : text.Length;
        return text[begin..at];
    }

    private static string WithoutComments(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal)) return text;
        var kept = new StringBuilder();
        var depth = 0;
        foreach (var sign in text)
        {
            if (sign == '(') depth++;
            else if (sign == ')' && depth > 0) depth--;
            else if (depth == 0) kept.Append(sign);
        }

        return kept.ToString();
    }

    /// <summary>A parameter as people read it, or null. What is written by RFC 2231 goes before the plain one.</summary>
    public string? this[string name]
    {
        get
        {
            if (pieces.TryGetValue(name, out var parts)) return Join(parts);
            if (!plain.TryGetValue(name, out var value)) return null;
            // filename="UTF-8''l%C3%A4s.pdf": the star was forgotten.
            if (value.Contains('%', StringComparison.Ordinal) && value.StartsWith("utf-8'", StringComparison.OrdinalIgnoreCase)) return Join([(0, true, value)]);
            return HeaderWords.Decode(value);
        }
    }

    /// <summary>A parameter exactly as it stands, such as a boundary.</summary>
    public string? Exact(string name) => plain.GetValueOrDefault(name) ?? (pieces.ContainsKey(name) ? this[name] : null);

    private static string Join(List<(int Number, bool IsEncoded, string Value)> parts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        string? charset = null;
        foreach (var (part, isFirst) in parts.OrderBy(p => p.Number).Select((p, i) => (p, i == 0)))
        {
            var value = part.Value;
            if (isFirst && part.IsEncoded && value.IndexOf('\'') is >= 0 and var first && value.IndexOf('\'', first + 1) is > 0 and var second)
            {
                charset = value[..first];
                value = value[(second + 1)..];
            }

            bytes.Write(part.IsEncoded ? Unescape(value) : Encoding.Latin1.GetBytes(value));
        }

        if (parts.TrueForAll(p => !p.IsEncoded)) return HeaderWords.Decode(bytes.WrittenSpan);
        return HeaderWords.Clean(Charsets.Decode(bytes.WrittenSpan, string.IsNullOrEmpty(charset) ? null : charset));
    }

    private static byte[] Unescape(string value)
    {
        var bytes = Encoding.Latin1.GetBytes(value);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length && TransferCoding.Hex(bytes[i + 1]) >= 0 && TransferCoding.Hex(bytes[i + 2]) >= 0;
            bytes[length++] = isEscape ? (byte)((TransferCoding.Hex(bytes[i + 1]) << 4) | TransferCoding.Hex(bytes[i + 2])) : bytes[i];
            if (isEscape) i += 2;
        }

        return bytes.AsSpan(0, length).ToArray();
    }
}
