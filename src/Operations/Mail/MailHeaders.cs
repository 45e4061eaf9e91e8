using System.Collections.Frozen;
using System.Text;

namespace Gava.Operations.Mail;

/// <summary>The header fields of a message or a part, found once and unfolded when asked for.</summary>
internal sealed class MailHeaders
{
    /// <summary>Beyond this many fields the rest are passed over; the largest real mails have a few hundred.</summary>
    private const int MostFields = 100_000;

    private const int LinesAhead = 4;

    private static readonly FrozenSet<string> Known = new[]
    {
        "from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "return-path", "received", "message-id", "in-reply-to", "references", "mime-version", "delivered-to",
        "importance", "priority", "precedence", "auto-submitted", "thread-topic", "thread-index", "user-agent", "organization", "comments", "keywords", "dkim-signature", "envelope-to",
        "authentication-results", "status",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownNames = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] KnownBeginnings = ["x-", "content-", "list-", "arc-", "resent-"];

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly List<(int Name, int NameEnd, int Value, int End)> fields = [];

    private MailHeaders(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    /// <summary>Where the body begins in the bytes that were read.</summary>
    public int Body { get; private set; }

    /// <summary>
    /// Reads to the first empty line, or to a line that is no header and after which no headers go on. Folded lines are kept with their field; a first line
    /// that is folded is passed over.
    /// </summary>
    /// <param name="isMessage">A whole message: it may begin with a line of an mbox, or with empty lines.</param>
    public static MailHeaders Read(ReadOnlyMemory<byte> bytes, bool isMessage)
    {
        var headers = new MailHeaders(bytes);
        headers.Find(isMessage);
        return headers;
    }

    private void Find(bool isMessage)
    {
        var span = bytes.Span;
        var at = isMessage ? Begin(span) : 0;
        while (at < span.Length)
        {
            var (end, next) = Lines.At(span, at);
            if (end == at)
            {
                Body = next;
                return;
            }

            if (span[at] is (byte)' ' or (byte)'\t')
            {
                if (fields.Count > 0) fields[^1] = fields[^1] with { End = end };
            }
            else if (NameEnd(span[at..end]) is >= 0 and var name)
            {
                var colon = at + span[at..end].IndexOf((byte)':');
                if (name > 0 && fields.Count < MostFields) fields.Add((at, at + name, colon + 1, end));
            }
            else if (!HeadersGoOn(span[next..]))
            {
                Body = at;
                return;
            }

            at = next;
        }

        Body = span.Length;
    }

    private static int Begin(ReadOnlySpan<byte> span)
    {
        var at = 0;
        if (span.StartsWith("From "u8) || span.StartsWith(">From "u8)) at = Lines.At(span, 0).Next;
        var afterEmpty = at;
        while (afterEmpty < span.Length && span[afterEmpty] is (byte)'\r' or (byte)'\n') afterEmpty++;
        if (afterEmpty == at || afterEmpty == span.Length) return at;
        return IsKnown(span[afterEmpty..Lines.At(span, afterEmpty).End]) ? afterEmpty : at;
    }

    /// <summary>How long the name is, or −1 when the line is no header. Blanks before the colon are forgiven (RFC 5322, 4.5).</summary>
    private static int NameEnd(ReadOnlySpan<byte> line)
    {
        var end = 0;
        while (end < line.Length && line[end] is > 32 and < 127 and not (byte)':') end++;
        var colon = end;
        while (colon < line.Length && line[colon] is (byte)' ' or (byte)'\t') colon++;
        return colon < line.Length && line[colon] == ':' ? end : -1;
    }

    /// <summary>One line of rubbish among headers is not the beginning of the body.</summary>
    private static bool HeadersGoOn(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < LinesAhead && !rest.IsEmpty; i++)
        {
            var line = Lines.Next(ref rest);
            if (line.IsEmpty) return false;
            if (IsKnown(line)) return true;
        }

        return false;
    }

    private static bool IsKnown(ReadOnlySpan<byte> line)
    {
        if (NameEnd(line) is not (> 0 and < 60 and var length)) return false;
        Span<char> name = stackalloc char[length];
        for (var i = 0; i < length; i++) name[i] = (char)line[i];
        if (KnownNames.Contains(name)) return true;
        foreach (var beginning in KnownBeginnings)
        {
            if (((ReadOnlySpan<char>)name).StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    public bool Has(string name) => fields.Exists(f => Is(f, name));

    /// <summary>The first field of that name as people read it, or null.</summary>
    public string? Text(string name) => First(name) is { } value ? HeaderWords.Decode(value) : null;

    /// <summary>The first field of that name, unfolded, in bytes; or null.</summary>
    public byte[]? First(string name) => All(name).FirstOrDefault();

    public IEnumerable<byte[]> All(string name) => fields.Where(f => Is(f, name)).Select(f => Unfold(bytes.Span[f.Value..f.End]));

    private bool Is((int Name, int NameEnd, int Value, int End) field, string name) =>
        field.NameEnd - field.Name == name.Length && Ascii.EqualsIgnoreCase(bytes.Span[field.Name..field.NameEnd], name);

    /// <summary>Line ends go, the blanks after them stay; a tab that folds is a blank.</summary>
    private static byte[] Unfold(ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t\r\n"u8);
        if (value.IndexOfAny((byte)'\n', (byte)'\r') < 0) return value.ToArray();
        var line = new byte[value.Length];
        var (length, folded) = (0, false);
        foreach (var sign in value)
        {
            if (sign is (byte)'\n' or (byte)'\r')
            {
                folded = true;
                continue;
            }

            line[length++] = folded && sign == '\t' ? (byte)' ' : sign;
            folded = folded && sign is (byte)' ' or (byte)'\t';
        }

        return line.AsSpan(0, length).ToArray();
    }
}
