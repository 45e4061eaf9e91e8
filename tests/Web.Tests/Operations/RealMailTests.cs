using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.Gateways;
using Gava.Operations.Intake;
using Gava.Operations.Mail;
using Gava.Operations.Vault;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-IN-07, R-SYS-06: mail in and out with nothing made up between: SMTP server, IMAP server and fetcher are Debian's.</summary>
[Trait("Category", "Servers")]
public sealed class RealMailTests
{
    private const string Ours = "gava@kommun.example";
    private const string Tyra = "tyra@exempel.example";

    [Fact]
    public async Task A_mail_becomes_a_case_its_receipt_is_read_and_answered_and_the_answer_joins()
    {
        await using var office = await PostOffice.StartAsync();
        var maildir = await office.NewMaildirAsync();
        await using var floor = await StartAsync(office, maildir);
        await new SmtpPost(new MailSettings { Host = "127.0.0.1", Port = office.SmtpPort, From = Tyra })
            .SendAsync(new PlainMail(Ours, "Maten på Solsidan", "Hej! Maten var kall igen. Å, ä och ö.", Guid.CreateVersion7()), TestContext.Current.CancellationToken);
        await office.SendAsync($"Tyra Wikander <{Tyra}>", Ours, "Maten på Ängsgården", "Soppan var kall. Det säger även Åke.");

        await office.FetchAsync(Ours, maildir, expected: 2);
        Assert.Equal(2, await floor.Get<MailFolder>().EmptyAsync());

        // The first has the mark of our own mail on it and is kept without an answer; the second is a person's.
        var reference = await floor.TextsAsync("SELECT CAST(id AS text) FROM cases WHERE channel = 'email' AND kind = 'complaint'") is [var number] ? long.Parse(number, null) : 0;
        var kerstin = await floor.ViewerAsync("kerstin");
        var mine = new CaseReference(2026, reference);
        var view = await floor.Get<CaseReading>().OpenAsync(kerstin, mine);
        Assert.Contains("Soppan var kall.", view.Case.Text, StringComparison.Ordinal);
        Assert.Equal(("Tyra Wikander", Tyra), (await floor.Get<VaultDesk>().OpenAsync(kerstin, mine, "contact")).Complainant is var who ? (who.Name, who.Email) : default);

        await floor.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken);
        var receipt = await ReadAsync(office, Tyra);
        Assert.Contains(mine.ToString(), receipt.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Soppan", receipt.Text, StringComparison.Ordinal);
        await office.SendAsync(Tyra, Ours, $"SV: {receipt.Subject}", "Den var kall i dag också.", receipt.MessageId);
        await office.FetchAsync(Ours, maildir);

        Assert.Equal(1, await floor.Get<MailFolder>().EmptyAsync());
        var line = Assert.Single((await floor.Get<CaseReading>().OpenAsync(kerstin, mine)).Journal, e => e.Kind == EventKind.Messaged);
        Assert.Contains("Den var kall i dag också.", line.Text, StringComparison.Ordinal);
        Assert.Equal(2, await floor.CountAsync("SELECT count(*) FROM cases WHERE channel = 'email'"));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_delivered_comes_back_and_is_somebodys_task()
    {
        await using var office = await PostOffice.StartAsync();
        var maildir = await office.NewMaildirAsync();
        await using var floor = await StartAsync(office, maildir);
        await office.SendAsync("Nobody <borta@exempel.example>", Ours, "Ingen kom", "Ingen kom i morse.");
        await office.FetchAsync(Ours, maildir);
        await floor.Get<MailFolder>().EmptyAsync();

        await floor.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken);
        // The report by the mail server itself, to the address that the receipt came from.
        await office.FetchAsync(Ours, maildir);
        Assert.Equal(1, await floor.Get<MailFolder>().EmptyAsync());

        await using var database = floor.Database();
        var @case = await database.Cases.SingleAsync(c => c.Channel == "email");
        var receipt = await database.Outbox.SingleAsync(m => m.CaseId == @case.Id && m.PersonId == null);
        Assert.Equal((true, "bounced 5.0.0"), (receipt.GivenUp, receipt.LastFault));
        Assert.Contains(await database.Journal.Where(e => e.CaseId == @case.Id && e.Kind == EventKind.Noted).Select(e => e.Text!).ToListAsync(), t => t.StartsWith("Ett mejl från oss kom inte fram (5.0.0)", StringComparison.Ordinal));
        Assert.NotEmpty(await database.Outbox.Where(m => m.CaseId == @case.Id && m.PersonId != null && m.Text == nameof(MailText.NotDelivered)).ToListAsync());
    }

    private static Task<Floor> StartAsync(PostOffice office, string maildir) => Floor.StartAsync(("Gava:Mail:Inbox:Maildir", maildir),
        ("Gava:Mail:Smtp:Host", "127.0.0.1"), ("Gava:Mail:Smtp:Port", $"{office.SmtpPort}"), ("Gava:Mail:Smtp:From", Ours));

    /// <summary>The one mail in somebody's mailbox.</summary>
    private static async Task<IncomingMail> ReadAsync(PostOffice office, string address)
    {
        var home = await office.NewMaildirAsync();
        await office.FetchAsync(address, home);
        return IncomingMail.Read(await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Path.Combine(home, "new")))));
    }
}
