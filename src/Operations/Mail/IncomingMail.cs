using System.Buffers;
using System.Text;

namespace Gava.Operations.Mail;

/// <summary>
/// A raw message as it came, read. Whatever the bytes are, reading gives an answer and never an exception, in time that follows their number, and
/// nothing that somebody sent is left out: what is not text for people is an attachment (docs/mail.md).
/// </summary>
public sealed record IncomingMail
{
    /// <summary>What marks our own mail, so that a loop is seen.</summary>
    public const string OwnHeader = "X-Gava";

    /// <summary>Of the raw message, in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>Null without such a header; one line.</summary>
    public string? Subject { get; init; }

    public required IReadOnlyList<Mailbox> From { get; init; }

    public required IReadOnlyList<Mailbox> To { get; init; }

    public required IReadOnlyList<Mailbox> Cc { get; init; }

    public required IReadOnlyList<Mailbox> ReplyTo { get; init; }

    /// <summary>All addresses that the mail is known to have been sent to, each once: To, Cc, Bcc, and where the servers say that they delivered it.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>UTC; null when it is missing or no moment that exists.</summary>
    public DateTime? Date { get; init; }

    /// <summary>With brackets, when it has them.</summary>
    public string? MessageId { get; init; }

    /// <summary>The first of those that it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>All that it answers and refers to, oldest first, each once.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The plain text, lines ended with a line feed; null when there is no such part.</summary>
    public string? Text { get; init; }

    /// <summary>What a reader sees of the HTML, when no plain text says it.</summary>
    public string? HtmlText { get; init; }

    /// <summary>HTML that stands beside plain text and not instead of it: a second half that would else be lost. Null for most.</summary>
    public string? FurtherText { get; init; }

    /// <summary>What stands before and after the parts of a multipart, where mail programs show nothing, if it is more than the usual notice; null for most.</summary>
    public string? OutsideText { get; init; }

    /// <summary>The writer's own words, without quoted and forwarded history. Empty when there are none; null without any text.</summary>
    public string? NewText { get; init; }

    /// <summary>What it says: the own words, and all of it when it is only forwarded.</summary>
    public string? Words => string.IsNullOrWhiteSpace(NewText) ? Text is { Length: > 0 } ? Text : HtmlText ?? Text : NewText;

    public required IReadOnlyList<MailAttachment> Attachments { get; init; }

    /// <summary>A program sent it in answer to something or by itself: no receipt must be sent.</summary>
    public bool IsAutoReply { get; init; }

    public MailKind Kind { get; init; }

    /// <summary>Set for a <see cref="MailKind.Bounce"/>.</summary>
    public DeliveryReport? Report { get; init; }

    /// <summary>Reading met a fault of our own, and the whole message is its one attachment. No message is known that does this.</summary>
    public bool IsUnread { get; init; }

    public static IncomingMail Read(ReadOnlyMemory<byte> raw)
    {
        try
        {
            return new MailReading(raw).Read();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Somebody wrote to us: that must reach a person even when we cannot read it.
            return new IncomingMail { Size = raw.Length, From = [], To = [], Cc = [], ReplyTo = [], Recipients = [], References = [], Attachments = [new MailAttachment(null, "message/rfc822", raw, null)], IsUnread = true };
        }
    }
}

/// <summary>One reading of one message.</summary>
internal sealed class MailReading
{
    private static readonly SearchValues<char> EndsCharset = SearchValues.Create("\"'; />");

    private const string UsualNotice = "multi-part message in MIME format";

    private readonly int size;
    private readonly MailHeaders headers;
    private readonly HeaderParameters type;
    private readonly List<MimeLeaf> leaves;
    private readonly List<ReadOnlyMemory<byte>> outside;

    public MailReading(ReadOnlyMemory<byte> raw)
    {
        size = raw.Length;
        raw = Readable(raw);
        headers = MailHeaders.Read(raw, isMessage: true);
        type = HeaderParameters.Read(headers.First("Content-Type"));
        leaves = MimeReader.Read(raw, headers, out outside);
    }

    /// <summary>Saved by an editor with a byte order mark, in UTF-16, or with the line ends of an old Macintosh.</summary>
    private static ReadOnlyMemory<byte> Readable(ReadOnlyMemory<byte> raw)
    {
        var span = raw.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) raw = raw[3..];
        else if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) raw = Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(span[2..]));
        else if (span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) raw = Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(span[2..]));
        if (raw.Span.Contains((byte)'\n') || !raw.Span.Contains((byte)'\r')) return raw;
        var lines = raw.ToArray();
        lines.AsSpan().Replace((byte)'\r', (byte)'\n');
        return lines;
    }

    public IncomingMail Read()
    {
        var plain = leaves.Where(l => l.IsBody && l.MediaType == "text/plain").ToList();
        var html = leaves.Where(l => l.IsBody && l.MediaType == "text/html").ToList();
        var text = plain.Count == 0 ? null : Together(plain.Select(PlainText));
        var htmlLines = new List<TextLine>();
        if (string.IsNullOrWhiteSpace(text)) htmlLines.AddRange(html.SelectMany(HtmlLines));
        var htmlText = html.Count == 0 || !string.IsNullOrWhiteSpace(text) ? null : HtmlWords.Text(htmlLines);
        var further = htmlText is not null ? [] : html.Where(h => !plain.Exists(p => p.Alternative == h.Alternative && p.Alternative > 0)).ToList();
        var isAutoReply = SelfTold.IsAutoReply(headers, type);
        var report = SelfTold.Report(headers, type, leaves);
        var inReplyTo = MessageIds.First(headers.Text("In-Reply-To"));
        return new IncomingMail
        {
            Size = size,
            Subject = headers.Text("Subject"),
            From = Mailboxes("From"),
            To = Mailboxes("To"),
            Cc = Mailboxes("Cc"),
            ReplyTo = Mailboxes("Reply-To"),
            Recipients = Recipients(),
            Date = MailDate.Read(headers.Text("Date")),
            MessageId = MessageIds.First(headers.Text("Message-ID")),
            InReplyTo = inReplyTo,
            References = [.. headers.All("References").Concat(headers.All("In-Reply-To")).SelectMany(r => MessageIds.ReadAll(HeaderWords.Decode(r))).Distinct(StringComparer.Ordinal)],
            Text = text,
            HtmlText = htmlText,
            FurtherText = further.Count == 0 ? null : HtmlWords.Text(further.SelectMany(HtmlLines)),
            OutsideText = OutsideText(),
            NewText = text is null && htmlText is null ? null : QuotedHistory.NewText(htmlText is null ? QuotedHistory.LinesOf(text!) : htmlLines),
            Attachments = [.. leaves.Where(l => !l.IsBody).Select(Attachment)],
            IsAutoReply = isAutoReply,
            Kind = SelfTold.Kind(headers, type, isAutoReply, report, leaves),
            Report = report,
        };
    }

    private static string Together(IEnumerable<string> parts) => string.Join('\n', parts.Where(p => p.Length > 0));

    private static string PlainText(MimeLeaf leaf)
    {
        var text = LineFeeds(Charsets.Decode(leaf.Bytes().Span, leaf.Type["charset"]));
        if (!string.Equals(leaf.Type["format"], "flowed", StringComparison.OrdinalIgnoreCase)) return text;
        return FlowedText.Unfold(text, removesBlanks: string.Equals(leaf.Type["delsp"], "yes", StringComparison.OrdinalIgnoreCase));
    }

    private static List<TextLine> HtmlLines(MimeLeaf leaf)
    {
        var bytes = leaf.Bytes();
        return HtmlWords.Read(LineFeeds(Charsets.Decode(bytes.Span, leaf.Type["charset"] ?? HtmlCharset(bytes.Span))));
    }

    /// <summary>What the HTML says of itself, when the mail says nothing.</summary>
    private static string? HtmlCharset(ReadOnlySpan<byte> html)
    {
        var head = Encoding.Latin1.GetString(html[..Math.Min(html.Length, 2000)]);
        var found = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (found < 0) return null;
        var value = head.AsSpan(found + 8).TrimStart("\"' ");
        var end = value.IndexOfAny(EndsCharset);
        return end <= 0 ? null : value[..end].ToString();
    }

    private static string LineFeeds(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal)) return text;
        var lines = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // CRLF, CRCRLF and CR alone are each one line end.
            if (text[i] != '\r') lines.Append(text[i]);
            else if (i + 1 == text.Length || text[i + 1] is not ('\n' or '\r') || (text[i + 1] == '\r' && !EndsInFeed(text, i))) lines.Append('\n');
        }

        return lines.ToString();
    }

    private static bool EndsInFeed(string text, int at) => at + 2 < text.Length && text[at + 2] == '\n';

    private List<Mailbox> Mailboxes(string name) => [.. headers.All(name).SelectMany(value => Mailbox.ReadAll(value))];

    private List<string> Recipients()
    {
        string[] names = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "X-RCPT-To", "Apparently-To", "Resent-To", "To", "Cc", "Bcc", "Resent-Cc"];
        return [.. names.SelectMany(Mailboxes).Select(m => m.Address).Where(a => a.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private string? OutsideText()
    {
        var texts = outside.Select(o => LineFeeds(Charsets.Guess(o.Span)).Trim()).Where(t => t.Length > 0 && !t.Contains(UsualNotice, StringComparison.OrdinalIgnoreCase));
        return string.Join('\n', texts) is { Length: > 0 } all ? all : null;
    }

    private static MailAttachment Attachment(MimeLeaf leaf) =>
        new(leaf.Filename, leaf.MediaType, leaf.Bytes(), leaf.Headers.Text("Content-ID")?.Trim('<', '>', ' '));
}
