using System.Text.Json;
using Gava.Operations.Mail;

namespace Gava.Web.Tests.Mail;

/// <summary>All that was read of a message, as one text to compare.</summary>
internal static class Told
{
    public static string Of(byte[] raw) => Of(IncomingMail.Read(raw));

    public static string Of(IncomingMail mail) => JsonSerializer.Serialize(new
    {
        mail.Size,
        mail.Subject,
        mail.From,
        mail.To,
        mail.Cc,
        mail.ReplyTo,
        mail.Recipients,
        mail.Date,
        mail.MessageId,
        mail.InReplyTo,
        mail.References,
        mail.Text,
        mail.HtmlText,
        mail.FurtherText,
        mail.OutsideText,
        mail.NewText,
        mail.Words,
        Attachments = mail.Attachments.Select(a => new { a.Filename, a.ContentType, a.ContentId, Sha1 = a.Sha1() }),
        mail.IsAutoReply,
        mail.Kind,
        mail.Report,
    });
}
