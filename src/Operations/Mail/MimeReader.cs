using System.Text;

namespace Gava.Operations.Mail;

/// <summary>A part that holds no parts: what is text for people or a file.</summary>
/// <param name="Headers">Its own header fields; the message's, when it is the whole message.</param>
/// <param name="Type">Content-Type; the value is always of the form a/b.</param>
/// <param name="Raw">The body before its transfer encoding is undone.</param>
/// <param name="Alternative">The number of the nearest multipart/alternative that it stands in; 0 for none.</param>
internal sealed record MimeLeaf(MailHeaders Headers, HeaderParameters Type, string MediaType, ReadOnlyMemory<byte> Raw, int Alternative)
{
    private readonly HeaderParameters disposition = HeaderParameters.Read(Headers.First("Content-Disposition"));

    public string? Filename => MailAttachment.CleanName(disposition["filename"]) ?? MailAttachment.CleanName(Type["name"]);

    public bool IsMarkedAttachment => disposition.Value == "attachment";

    public bool IsBody => MediaType is "text/plain" or "text/html" && !IsMarkedAttachment && Filename is null;

    public ReadOnlyMemory<byte> Bytes() => TransferCoding.Decode(Raw, Headers.Text("Content-Transfer-Encoding"), MediaType.StartsWith("text/", StringComparison.Ordinal));
}

/// <summary>
/// Takes a message apart into its leaves (RFC 2046, 5.1), in order. What is broken is read as far as it goes: a boundary that is never closed ends with what
/// holds it, one that comes back after its end goes on, and a multipart without parts is text.
/// </summary>
internal sealed class MimeReader
{
    /// <summary>A part deeper than this is kept as one file.</summary>
    public const int Deepest = 100;

    /// <summary>After this many leaves, the rest of the part that is being read is kept as one file.</summary>
    public const int MostLeaves = 10_000;

    private readonly ReadOnlyMemory<byte> raw;
    private readonly List<(int Start, int End, int Next)> dashes = [];
    private readonly List<MimeLeaf> leaves = [];
    private readonly List<ReadOnlyMemory<byte>> outside = [];
    private int alternatives;

    private MimeReader(ReadOnlyMemory<byte> raw)
    {
        this.raw = raw;
        FindDashes(raw.Span);
    }

    /// <param name="outside">What stands before the first part and after the last of a multipart, blank or not.</param>
    public static List<MimeLeaf> Read(ReadOnlyMemory<byte> raw, MailHeaders headers, out List<ReadOnlyMemory<byte>> outside)
    {
        var reader = new MimeReader(raw);
        reader.ReadPart(headers, headers.Body, raw.Length, "text/plain", 0, 0);
        outside = reader.outside;
        return reader.leaves;
    }

    /// <summary>Every line that can be a boundary is found once, so that depth costs little.</summary>
    private void FindDashes(ReadOnlySpan<byte> span)
    {
        if (span.StartsWith("--"u8)) Add(span, 0);
        for (var at = 0; span[at..].IndexOf("\n--"u8) is >= 0 and var found;)
        {
            at += found + 1;
            Add(span, at);
        }

        void Add(ReadOnlySpan<byte> span, int start)
        {
            var (end, next) = Lines.At(span, start);
            while (end > start && span[end - 1] is (byte)' ' or (byte)'\t') end--;
            dashes.Add((start, end, next));
        }
    }

    private void ReadPart(MailHeaders headers, int start, int end, string usual, int depth, int alternative)
    {
        var type = HeaderParameters.Read(headers.First("Content-Type"));
        var media = MediaType(type.Value, usual);
        if (media.StartsWith("multipart/", StringComparison.Ordinal) && depth < Deepest)
        {
            var first = FirstDash(start);
            var given = type.Exact("boundary")?.TrimEnd();
            if (given is { Length: > 0 } && ReadParts(Encoding.Latin1.GetBytes(given), first, media, start, end, depth, alternative)) return;
            if (Guess(first, end) is { } guessed && ReadParts(guessed, first, media, start, end, depth, alternative)) return;
            // Nothing in it can be told apart, so people read it as it is.
            media = "text/plain";
        }

        leaves.Add(new MimeLeaf(headers, type, media, raw[start..end], alternative));
    }

    /// <summary>A type that is none is text (RFC 2045, 5.2); within a digest it is a message.</summary>
    private static string MediaType(string value, string usual)
    {
        if (value.Length == 0) return usual;
        var slash = value.IndexOf('/');
        return slash > 0 && slash < value.Length - 1 && value.IndexOf('/', slash + 1) < 0 ? value : "text/plain";
    }

    /// <summary>False when no line is that boundary.</summary>
    private bool ReadParts(byte[] boundary, int first, string media, int start, int end, int depth, int alternative)
    {
        if (media == "multipart/alternative") alternative = ++alternatives;
        var usual = media == "multipart/digest" ? "message/rfc822" : "text/plain";
        var (begin, between, anything) = (-1, start, false);
        for (var i = first; i < dashes.Count && dashes[i].Start < end; i++)
        {
            var line = dashes[i];
            if (!IsBoundary(raw.Span[line.Start..line.End], boundary, out var closes)) continue;
            if (begin >= 0 && begin < line.Start) ReadWithin(begin, BeforeLineEnd(line.Start, begin), usual, depth, alternative);
            else if (begin < 0) outside.Add(raw[Math.Min(between, line.Start)..line.Start]);
            (begin, between, anything) = (closes ? -1 : Math.Min(line.Next, end), Math.Min(line.Next, end), true);
            if (leaves.Count < MostLeaves || closes) continue;
            leaves.Add(new MimeLeaf(MailHeaders.Read(default, isMessage: false), HeaderParameters.Read(null), "application/octet-stream", raw[line.Start..end], alternative));
            return true;
        }

        if (begin >= 0 && begin < end) ReadWithin(begin, end, usual, depth, alternative);
        else if (begin < 0 && anything) outside.Add(raw[between..end]);
        return anything;
    }

    private int FirstDash(int start)
    {
        var (low, high) = (0, dashes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (dashes[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static bool IsBoundary(ReadOnlySpan<byte> line, byte[] boundary, out bool closes)
    {
        closes = line.Length == boundary.Length + 4;
        if (!closes && line.Length != boundary.Length + 2) return false;
        return line[2..].StartsWith(boundary) && (!closes || line.EndsWith("--"u8));
    }

    /// <summary>Nobody said what parts it, or said it wrong: the first line with two dashes after which a header stands.</summary>
    private byte[]? Guess(int first, int end)
    {
        for (var i = first; i < dashes.Count && i < first + 20 && dashes[i].Start < end; i++)
        {
            var line = raw.Span[dashes[i].Start..dashes[i].End];
            // The line's own end may belong to a boundary outside.
            var next = raw.Span[Math.Min(dashes[i].Next, end)..end];
            if (line.Length is > 2 and < 200 && next.Length > 8 && Ascii.EqualsIgnoreCase(next[..8], "content-"u8)) return line[2..].ToArray();
        }

        return null;
    }

    /// <summary>The line end before a boundary belongs to the boundary.</summary>
    private int BeforeLineEnd(int at, int begin)
    {
        var span = raw.Span;
        if (at > begin && span[at - 1] == '\n') at--;
        if (at > begin && span[at - 1] == '\r') at--;
        return at;
    }

    private void ReadWithin(int begin, int end, string usual, int depth, int alternative)
    {
        var headers = MailHeaders.Read(raw[begin..end], isMessage: false);
        ReadPart(headers, begin + headers.Body, end, usual, depth + 1, alternative);
    }
}
