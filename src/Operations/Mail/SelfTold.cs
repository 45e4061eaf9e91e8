using System.Text;

namespace Gava.Operations.Mail;

/// <summary>What a mail tells of itself: that a program wrote it, that it reports on another mail, that it is a calendar's answer, that it is ours.</summary>
internal static class SelfTold
{
    /// <summary>How much of a report is read.</summary>
    private const int LongestReport = 200_000;

    /// <summary>RFC 3834, and what came before it. Bulk mail and a daemon as sender say nothing about this.</summary>
    public static bool IsAutoReply(MailHeaders headers, HeaderParameters type)
    {
        var submitted = headers.All("Auto-Submitted").Select(HeaderParameters.Read).Any(s => s.Value is not ("" or "no"));
        return submitted || headers.Has("X-Autoreply") || headers.Has("X-Autorespond") || type.Value == "multipart/report"
            || headers.All("Precedence").Any(p => HeaderWords.Decode(p).Equals("auto_reply", StringComparison.OrdinalIgnoreCase));
    }

    public static MailKind Kind(MailHeaders headers, HeaderParameters type, bool isAutoReply, DeliveryReport? report, List<MimeLeaf> leaves)
    {
        if (headers.Has(IncomingMail.OwnHeader)) return MailKind.Loop;
        if (report is not null) return MailKind.Bounce;
        if (leaves.Exists(IsCalendarAnswer) || (type.Value == "text/calendar" && IsAnswer(type["method"]))) return MailKind.CalendarAnswer;
        return isAutoReply ? MailKind.AutoReply : MailKind.Ordinary;
    }

    private static bool IsCalendarAnswer(MimeLeaf leaf)
    {
        if (leaf.MediaType != "text/calendar") return false;
        if (leaf.Type["method"] is { } method) return IsAnswer(method);
        var line = Fields(leaf.Bytes().Span).Find(f => f.Name == "method");
        return IsAnswer(line.Value);
    }

    private static bool IsAnswer(string? method) => method is not null && method.ToUpperInvariant() is "REPLY" or "COUNTER" or "DECLINECOUNTER";

    /// <summary>Null when the mail is no report of delivery.</summary>
    public static DeliveryReport? Report(MailHeaders headers, HeaderParameters type, List<MimeLeaf> leaves)
    {
        var status = leaves.Find(l => l.MediaType is "message/delivery-status" or "message/global-delivery-status");
        var isReport = status is not null || (type.Value == "multipart/report" && (type["report-type"] ?? "").Equals("delivery-status", StringComparison.OrdinalIgnoreCase));
        // Exim and qmail tell it in words and a header.
        var failed = headers.Text("X-Failed-Recipients");
        if (!isReport && failed is null) return null;
        var fields = status is null ? [] : Fields(status.Bytes().Span);
        return new DeliveryReport(OriginalId(leaves), Words(Value("status"), 0), Words(Value("action"), 0)?.ToLowerInvariant(), Recipient() ?? failed);

        string? Value(string name) => fields.Find(f => f.Name == name).Value;
        string? Recipient() => (Value("original-recipient") ?? Value("final-recipient")) is { } named ? named[(named.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() : null;
    }

    private static string? Words(string? value, int index) => value?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(index);

    private static string? OriginalId(List<MimeLeaf> leaves)
    {
        foreach (var leaf in leaves.Where(l => l.MediaType is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers"))
        {
            if (MessageIds.First(MailHeaders.Read(leaf.Bytes(), isMessage: true).Text("Message-ID")) is { } id) return id;
        }

        // A copy of the mail, or of its headers, in the text.
        foreach (var leaf in leaves.Where(l => l.MediaType == "text/plain"))
        {
            if (Fields(leaf.Bytes().Span).Find(f => f.Name == "message-id").Value is { } id && MessageIds.First(id) is { } found) return found;
        }

        return null;
    }

    /// <summary>Lines of the form Name: value, wherever they stand.</summary>
    private static List<(string Name, string Value)> Fields(ReadOnlySpan<byte> text)
    {
        var fields = new List<(string, string)>();
        text = text[..Math.Min(text.Length, LongestReport)];
        while (!text.IsEmpty)
        {
            var line = Lines.Next(ref text);
            var colon = line.IndexOf((byte)':');
            if (colon is > 0 and < 40) fields.Add((Encoding.Latin1.GetString(line[..colon]).Trim().ToLowerInvariant(), HeaderWords.Decode(line[(colon + 1)..])));
        }

        return fields;
    }
}
