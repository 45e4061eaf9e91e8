using System.Text;
using System.Text.RegularExpressions;

namespace Gava.Web.Tests.Testing;

/// <summary>A message as the receiving server saw it: the envelope, and every byte.</summary>
/// <param name="From">Envelope sender; empty for automatic mail (RFC 3834).</param>
/// <param name="To">Envelope recipients, blind copies included.</param>
/// <param name="Secure">It came over TLS.</param>
/// <param name="User">Who had signed in to send it.</param>
/// <param name="Raw">The message, headers first (RFC 5322).</param>
public sealed partial record ReceivedMail(string From, IReadOnlyList<string> To, bool Secure, string? User, byte[] Raw)
{
    /// <summary>The message as it stands on the wire, one character a byte.</summary>
    public string Source => Encoding.Latin1.GetString(Raw);

    /// <summary>A header's value, unfolded and decoded (RFC 2047), or null. The first, when there are several.</summary>
    public string? Header(string name) => HeaderOf(Source, name);

    /// <summary>What a reader sees of the first part in plain text, or in HTML when the mail has no other.</summary>
    /// <remarks>Small on purpose, and independent of the program's own mail reader, which it must not agree with by sharing its mistakes.</remarks>
    public string Text => TextOf(Source, "text/plain") ?? TextOf(Source, "text/html") ?? "";

    /// <summary>The first part in HTML, as it stands; null without one.</summary>
    public string? Html => TextOf(Source, "text/html");

    private static string? HeaderOf(string part, string name)
    {
        var unfolded = FoldPattern().Replace(HeadOf(part), " ");
        var line = unfolded.Split('\n').FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        return line is null ? null : Decoded(line[(name.Length + 1)..].Trim());
    }

    private static string? TextOf(string part, string mediaType)
    {
        var type = HeaderOf(part, "Content-Type") ?? "text/plain";
        if (BoundaryPattern().Match(type) is { Success: true } boundary)
        {
            return BodyOf(part).Split($"--{boundary.Groups[1].Value}").Skip(1)
                .Select(inner => TextOf(inner.TrimStart('\r', '\n'), mediaType))
                .FirstOrDefault(text => text is not null);
        }

        return type.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase) ? Decoded(part, type) : null;
    }

    private static string Decoded(string part, string type)
    {
        var bytes = (HeaderOf(part, "Content-Transfer-Encoding") ?? "").ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(BodyOf(part)),
            "quoted-printable" => Unquoted(SoftBreakPattern().Replace(BodyOf(part), "")),
            _ => Encoding.Latin1.GetBytes(BodyOf(part)),
        };
        var charset = CharsetPattern().Match(type) is { Success: true } named ? named.Groups[1].Value : "utf-8";
        return Encoding.GetEncoding(charset).GetString(bytes).ReplaceLineEndings("\n");
    }

    // Words side by side are joined as bytes, since a letter may begin in one and end in the next.
    private static string Decoded(string header) => EncodedWordsPattern().Replace(header, words =>
    {
        var all = EncodedWordPattern().Matches(words.Value);
        var bytes = all.SelectMany(word => word.Groups["how"].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups["what"].Value)
            : Unquoted(word.Groups["what"].Value.Replace('_', ' ')));
        return Encoding.GetEncoding(all[0].Groups["charset"].Value).GetString([.. bytes]);
    });

    private static byte[] Unquoted(string text) =>
        Encoding.Latin1.GetBytes(QuotedPattern().Replace(text, quoted => ((char)Convert.ToByte(quoted.Value[1..], 16)).ToString()));

    private static string HeadOf(string part) => part.Split("\r\n\r\n", 2)[0].ReplaceLineEndings("\n");

    private static string BodyOf(string part) => part.Split("\r\n\r\n", 2) is [_, var body] ? body : "";

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex FoldPattern();

    [GeneratedRegex("""boundary="?([^";]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex BoundaryPattern();

    [GeneratedRegex("""charset="?([^";\s]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex CharsetPattern();

    [GeneratedRegex(@"=\r?\n")]
    private static partial Regex SoftBreakPattern();

    [GeneratedRegex("=[0-9A-Fa-f]{2}")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=\s*)+(?<!\s)")]
    private static partial Regex EncodedWordsPattern();

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<how>[BbQq])\?(?<what>[^?\s]*)\?=")]
    private static partial Regex EncodedWordPattern();
}
