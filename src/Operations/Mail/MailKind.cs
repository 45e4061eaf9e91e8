namespace Gava.Operations.Mail;

/// <summary>What kind of mail it is, by what it says of itself and nothing else.</summary>
public enum MailKind
{
    /// <summary>Somebody wrote to us.</summary>
    Ordinary,

    /// <summary>A program answered or told something by itself: absence, receipts, reports.</summary>
    AutoReply,

    /// <summary>A mail of ours, or somebody's, could not be delivered.</summary>
    Bounce,

    /// <summary>Somebody's calendar accepted or declined.</summary>
    CalendarAnswer,

    /// <summary>Our own mail has come back to us.</summary>
    Loop,
}

/// <summary>What a delivery report tells (RFC 3464).</summary>
/// <param name="OriginalMessageId">Of the mail that it is about, with brackets; null when the report does not have it.</param>
/// <param name="Status">5.1.1: no such mailbox; 4.x.x is a delay. Null when it says none.</param>
/// <param name="Action">failed, delayed, delivered, relayed or expanded; null when it says none.</param>
/// <param name="Recipient">Whom it could not reach, or null.</param>
public sealed record DeliveryReport(string? OriginalMessageId, string? Status, string? Action, string? Recipient);
