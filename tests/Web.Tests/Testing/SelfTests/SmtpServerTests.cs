using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gava.Web.Tests.Testing.SelfTests;

[Trait("Database", "None")]
public sealed class SmtpServerTests
{
    private const string LongSubject = "Svar på er synpunkt om hemtjänsten i Åkersberga: åtgärderna är beslutade och införs före årsskiftet";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_mail_arrives_whole_with_its_envelope()
    {
        await using var smtp = await SmtpServer.Start();

        await Send(smtp, "anna@example.org", LongSubject, "Hej!\nVi har åtgärdat felet.");

        var mail = await smtp.Next(Soon);
        Assert.Equal(("kommun@example.org", "anna@example.org"), (mail.From, Assert.Single(mail.To)));
        Assert.Equal(LongSubject, mail.Header("subject"));
        Assert.Equal("Hej!\nVi har åtgärdat felet.", mail.Text.TrimEnd());
        Assert.False(mail.Secure);
    }

    [Fact]
    public async Task Next_waits_skips_what_does_not_match_and_gives_each_mail_once()
    {
        await using var smtp = await SmtpServer.Start();
        var awaited = smtp.Next(Soon, mail => mail.To.Contains("bo@example.org"));

        await Send(smtp, "anna@example.org", "Ett", "…");
        await Send(smtp, "bo@example.org", "Två", "…");

        Assert.Equal("Två", (await awaited).Header("Subject"));
        Assert.Equal("Ett", (await smtp.Next(Soon)).Header("Subject"));
        Assert.Equal(2, smtp.Received.Count);
        var missing = await Assert.ThrowsAsync<TimeoutException>(() => smtp.Next(TimeSpan.FromMilliseconds(50)));
        Assert.Contains("bo@example.org: Två", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_is_refused_for_a_while_for_ever_and_then_taken_again()
    {
        await using var smtp = await SmtpServer.Start();

        await smtp.Refuse(Refusal.Temporary);
        Assert.Equal(SmtpStatusCode.LocalErrorInProcessing, (await Refused(smtp, "anna@example.org")).StatusCode);

        await smtp.Refuse(Refusal.Permanent, recipient: "anna@example.org");
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, (await Refused(smtp, "anna@example.org")).StatusCode);
        await Send(smtp, "bo@example.org", "Till någon annan", "…");

        await smtp.Accept();
        await Send(smtp, "anna@example.org", "Igen", "…");
        Assert.Equal(["Till någon annan", "Igen"], smtp.Received.Select(mail => mail.Header("Subject")));
    }

    [Fact]
    public async Task A_server_with_credentials_takes_mail_from_those_who_know_them()
    {
        await using var smtp = await SmtpServer.Start(credentials: ("gava", "hemligt"));

        await Assert.ThrowsAsync<SmtpException>(() => Send(smtp, "anna@example.org", "Utan", "…"));
        await Send(smtp, "anna@example.org", "Med", "…", new NetworkCredential("gava", "hemligt"));

        Assert.Equal("gava", Assert.Single(smtp.Received).User);
    }

    [Fact]
    public async Task A_server_with_a_certificate_offers_encryption_that_an_unknown_issuer_does_not_make_trusted()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using var smtp = await SmtpServer.Start(certificate);

        var refused = await Assert.ThrowsAsync<SmtpException>(() => Send(smtp, "anna@example.org", "Krypterat", "…", encrypted: true));

        Assert.IsType<System.Security.Authentication.AuthenticationException>(refused.InnerException);
        Assert.Empty(smtp.Received);
    }

    private static Task<SmtpException> Refused(SmtpServer smtp, string recipient) =>
        Assert.ThrowsAnyAsync<SmtpException>(() => Send(smtp, recipient, "Nej", "…"));

    private static async Task Send(
        SmtpServer smtp, string recipient, string subject, string text, NetworkCredential? credentials = null, bool encrypted = false)
    {
        using var client = new SmtpClient(smtp.Host, smtp.Port) { Credentials = credentials, EnableSsl = encrypted };
        using var mail = new MailMessage("kommun@example.org", recipient, subject, text);
        await client.SendMailAsync(mail, TestContext.Current.CancellationToken);
    }
}
