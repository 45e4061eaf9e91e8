using System.Net;
using System.Net.Mail;
using System.Text;

namespace Gava.Operations.Gateways;

/// <summary>A mail of plain words. The id is the outbox row's, so that a mail sent twice is seen to be one.</summary>
/// <param name="Language">Of the words: sv, sv-latt, en, fi, ar, so.</param>
public sealed record PlainMail(string To, string Subject, string Body, Guid Id, string Language = "sv");

/// <summary>The mail server refused, or could not be reached. The message holds a status and no address.</summary>
public sealed class PostRefused(string status, bool isFinal) : Exception(status)
{
    /// <summary>True when trying again cannot help: the address does not exist.</summary>
    public bool IsFinal { get; } = isFinal;
}

/// <summary>The outside world's post office.</summary>
public interface IPost
{
    bool IsOpen { get; }

    /// <exception cref="PostRefused">It was not taken.</exception>
    Task SendAsync(PlainMail mail, CancellationToken cancellation);
}

/// <summary>Sends over SMTP, one mail a connection.</summary>
public sealed class SmtpPost(MailSettings settings) : IPost
{
    public bool IsOpen => !string.IsNullOrWhiteSpace(settings.Host);

    public async Task SendAsync(PlainMail mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        // The client's own Timeout does not hold for what is sent without waiting: a silent server would stop all jobs.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(settings.Patience);
        if (settings.User is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, settings.Password);
        try
        {
            using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Body)
            {
                BodyEncoding = Encoding.UTF8,
                SubjectEncoding = Encoding.UTF8,
                IsBodyHtml = false,
            };
            // The same words once more, for programs that show the other: nothing in it is fetched from anywhere.
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(MailHtml.Of(mail.Subject, mail.Body, mail.Language), Encoding.UTF8, "text/html"));
            message.Headers.Add("Content-Language", MailHtml.Tag(mail.Language));
            message.Headers.Add("Message-ID", $"<{mail.Id:N}@{new MailAddress(settings.From).Host}>");
            message.Headers.Add("Auto-Submitted", "auto-generated");
            // What comes back to us with this is our own (Mail/IncomingMail.OwnHeader).
            message.Headers.Add("X-Gava", "1");
            await client.SendMailAsync(message, patience.Token);
        }
        catch (FormatException)
        {
            throw new PostRefused("address", isFinal: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PostRefused("silent", isFinal: false);
        }
        catch (SmtpFailedRecipientException refused)
        {
            throw new PostRefused(refused.StatusCode.ToString(), IsFinal(refused.StatusCode));
        }
        catch (SmtpException refused)
        {
            throw new PostRefused(refused.StatusCode.ToString(), IsFinal(refused.StatusCode));
        }
    }

    private static bool IsFinal(SmtpStatusCode status) => status is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed
        or SmtpStatusCode.UserNotLocalTryAlternatePath;
}
