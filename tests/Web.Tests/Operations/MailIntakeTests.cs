using System.Text;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Intake;
using Gava.Operations.Vault;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-IN-07: each message becomes a case or joins its case, nothing is lost, and nobody joins by address alone.</summary>
public sealed class MailIntakeTests
{
    private const string Daughter = "tyra.wikander@exempel.example";

    [Fact]
    public async Task A_mail_becomes_a_case_with_its_files_masked_in_the_register_and_whole_in_the_vault()
    {
        await using var floor = await Floor.StartAsync();
        var raw = Mail("Hej! Min pappa Sixten Wikander sitter ensam. Se bilden.", subject: "Solsidan", attachment: true);

        var taken = await floor.Get<MailIntake>().TakeAsync(raw);

        Assert.True(taken.IsNew);
        var kerstin = await floor.ViewerAsync("kerstin");
        var view = await floor.Get<CaseReading>().OpenAsync(kerstin, taken.Reference);
        Assert.Equal(("email", CaseStatus.Received, true), (view.Case.Channel, view.Case.Status, view.Case.WantsReply));
        Assert.StartsWith("Solsidan", view.Case.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wikander", view.Case.Text, StringComparison.Ordinal);
        var opened = await floor.Get<VaultDesk>().OpenAsync(kerstin, taken.Reference, "contact");
        Assert.Equal(("Tyra Wikander", Daughter), (opened.Complainant.Name, opened.Complainant.Email));
        Assert.Contains("Sixten Wikander", opened.Text, StringComparison.Ordinal);
        await using var database = floor.Database();
        Assert.Equal(2, await database.Attachments.CountAsync(a => a.CaseId == taken.Reference.Number));
        var (content, _) = await floor.Get<VaultDesk>().OpenAttachmentAsync(kerstin, taken.Reference, 2);
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, TestContext.Current.CancellationToken);
        Assert.Equal(raw, whole.ToArray());
        // The receipt waits to be sent, and the code is not in it.
        Assert.Equal("Received", (await database.Outbox.SingleAsync(m => m.CaseId == taken.Reference.Number && m.PersonId == null)).Text);

        Assert.Equal((taken.Reference, false), ((await floor.Get<MailIntake>().TakeAsync(raw)) is var again ? again.Reference : default, again.IsNew));
        Assert.Equal(1, await database.Cases.CountAsync(c => c.Channel == "email"));
    }

    [Fact]
    public async Task An_answer_to_our_mail_joins_its_case_and_an_address_alone_does_not()
    {
        await using var floor = await Floor.StartAsync();
        var intake = floor.Get<MailIntake>();
        var first = await intake.TakeAsync(Mail("Maten var kall."));
        Guid receipt;
        await using (var database = floor.Database()) receipt = (await database.Outbox.SingleAsync(m => m.CaseId == first.Reference.Number && m.PersonId == null)).Id;

        var answer = Mail("Den var kall i dag igen. Hälsa Ebba Stålberg.\n\n> Vi har tagit emot ditt ärende", subject: "SV: Vi har tagit emot ditt ärende", inReplyTo: $"<{receipt:N}@kommun.example>");
        Assert.Equal((first.Reference, false), ((await intake.TakeAsync(answer)) is var joined ? joined.Reference : default, joined.IsNew));
        await intake.TakeAsync(answer);
        var kerstin = await floor.ViewerAsync("kerstin");
        var line = Assert.Single((await floor.Get<CaseReading>().OpenAsync(kerstin, first.Reference)).Journal, e => e.Kind == EventKind.Messaged);
        Assert.Contains("Den var kall i dag igen.", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stålberg", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vi har tagit emot", line.Text, StringComparison.Ordinal);

        foreach (var forged in new[] { $"<{Guid.CreateVersion7():N}@kommun.example>", "<inte-en-av-oss@kommun.example>", "", $"<{receipt:D}@kommun.example>" })
        {
            var stranger = await intake.TakeAsync(Mail($"Svar utan bevis {forged.Length}", subject: $"SV: {first.Reference}", inReplyTo: forged));
            Assert.True(stranger.IsNew);
            Assert.NotEqual(first.Reference, stranger.Reference);
        }
    }

    // R-IN-12: an address proves nothing, so it only suggests, and only to whoever may open both
    [Fact]
    public async Task The_same_address_suggests_the_open_case_to_whoever_may_open_both()
    {
        await using var floor = await Floor.StartAsync();
        var intake = floor.Get<MailIntake>();
        var first = await intake.TakeAsync(Mail("Maten var kall."));
        var second = await intake.TakeAsync(Mail("Nu var den kall igen.", from: Daughter.ToUpperInvariant()));
        var other = await intake.TakeAsync(Mail("Ingen kom.", from: "nagon.annan@exempel.example"));
        var kerstin = await floor.ViewerAsync("kerstin");

        Assert.True(second.IsNew);
        var suggested = Assert.Single(await SuggestedAsync(kerstin, second.Reference));
        Assert.Equal(first.Reference, suggested.Reference);
        Assert.DoesNotContain(Daughter, suggested.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await SuggestedAsync(kerstin, other.Reference));
        // Whoever sees the cases and may not open their vault hears nothing of who wrote; nor does anybody who does not see them.
        var @case = (await floor.Get<CaseReading>().OpenAsync(kerstin, second.Reference)).Case;
        var service = new Gava.Domain.People.Viewer(new Gava.Domain.People.Person("intag", "Intag", "", isService: true), kerstin.Roles, await floor.OrganisationAsync());
        Assert.Empty(await floor.Get<SameSender>().OfAsync(service, @case));
        Assert.Empty(await floor.Get<SameSender>().OfAsync(await floor.ViewerAsync("amal"), @case));

        var maria = await floor.ViewerAsync("maria");
        Assert.Equal(first.Reference, Assert.Single(await SuggestedAsync(maria, second.Reference)).Reference);
        await floor.Desk.TakeAsync(maria, second.Reference);
        await floor.Desk.JoinAsync(maria, second.Reference, default, first.Reference, "Samma sak.");
        Assert.Empty(await SuggestedAsync(kerstin, first.Reference));

        async Task<IReadOnlyList<SimilarCase>> SuggestedAsync(Gava.Domain.People.Viewer viewer, CaseReference reference) =>
            await floor.Get<SameSender>().OfAsync(viewer, (await floor.Get<CaseReading>().OpenAsync(viewer, reference)).Case);
    }

    [Fact]
    public async Task What_machines_send_is_kept_on_the_case_answers_nobody_and_a_bounce_is_a_task()
    {
        await using var floor = await Floor.StartAsync();
        var intake = floor.Get<MailIntake>();
        var first = await intake.TakeAsync(Mail("Maten var kall."));
        Guid receipt;
        int mails;
        await using (var database = floor.Database())
        {
            receipt = (await database.Outbox.SingleAsync(m => m.CaseId == first.Reference.Number && m.PersonId == null)).Id;
            mails = await database.Outbox.CountAsync(m => m.PersonId == null);
        }

        await intake.TakeAsync(Mail("Jag är ledig till måndag.", inReplyTo: $"<{receipt:N}@kommun.example>", more: "Auto-Submitted: auto-replied"));
        await intake.TakeAsync(Encoding.UTF8.GetBytes($"""
            From: MAILER-DAEMON@kommun.example
            To: gava@kommun.example
            Subject: Undelivered
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            No such user.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; {Daughter}
            Action: failed
            Status: 5.1.1
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{receipt:N}@kommun.example>
            --b--

            """.ReplaceLineEndings("\r\n")));

        var kerstin = await floor.ViewerAsync("kerstin");
        var notes = (await floor.Get<CaseReading>().OpenAsync(kerstin, first.Reference)).Journal.Where(e => e.Kind == EventKind.Noted).Select(e => e.Text!).ToList();
        Assert.StartsWith("Automatiskt svar", notes[0], StringComparison.Ordinal);
        Assert.StartsWith("Ett mejl från oss kom inte fram (5.1.1)", notes[1], StringComparison.Ordinal);
        await using var after = floor.Database();
        Assert.Equal((true, "bounced 5.1.1"), await after.Outbox.Where(m => m.Id == receipt).Select(m => new ValueTuple<bool, string?>(m.GivenUp, m.LastFault)).SingleAsync());
        Assert.Equal(mails, await after.Outbox.CountAsync(m => m.PersonId == null));

        // From nobody we know it becomes a case of its own, and no receipt goes to a machine.
        var strange = await intake.TakeAsync(Mail("Jag är ledig.", more: "Auto-Submitted: auto-replied"));
        Assert.True(strange.IsNew);
        Assert.Equal(mails, await after.Outbox.CountAsync(m => m.PersonId == null));
    }

    [Fact]
    public async Task Whatever_is_in_it_becomes_a_case()
    {
        await using var floor = await Floor.StartAsync();
        var intake = floor.Get<MailIntake>();
        byte[][] odd =
        [
            [], [0, 1, 2, 255, 254], Encoding.UTF8.GetBytes("inga huvuden alls"), Mail(""), Mail(new string('x', 90_000)), Mail("noll \0 i texten \u0007"), Encoding.UTF8.GetBytes("From: <inte en adress\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"),
            Mail("Hej", from: new string('ö', 5000) + " <a@b.se>"), Mail("Hej", subject: "=?utf-8?B?////?="),
        ];
        foreach (var raw in odd) Assert.True((await intake.TakeAsync(raw)).IsNew);
        Assert.Equal(odd.Length, await floor.CountAsync("SELECT count(*) FROM cases WHERE channel = 'email'"));
    }

    [Fact]
    public async Task A_Maildir_is_emptied_and_a_message_from_a_pipe_is_taken()
    {
        var folder = TestFolder.New("maildir");
        var waiting = Directory.CreateDirectory(Path.Combine(folder, "new")).FullName;
        await using var floor = await Floor.StartAsync(("Gava:Mail:Inbox:Maildir", folder));
        await File.WriteAllBytesAsync(Path.Combine(waiting, "1700000000.M1.host"), Mail("Ett."), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(waiting, "1700000001.M2.host"), Mail("Två."), TestContext.Current.CancellationToken);

        Assert.Equal(2, await floor.Get<MailFolder>().EmptyAsync());
        Assert.Equal(0, await floor.Get<MailFolder>().EmptyAsync());

        Assert.Empty(Directory.EnumerateFiles(waiting));
        Assert.Equal(["1700000000.M1.host:2,S", "1700000001.M2.host:2,S"], Directory.EnumerateFiles(Path.Combine(folder, "cur")).Select(Path.GetFileName).Order());
        var piped = await floor.RunAsync(["mail", "deliver"], Encoding.UTF8.GetString(Mail("Tre.")));
        Assert.Equal((0, true), (piped.ExitCode, CaseReference.TryParse(piped.StandardOutput.Trim(), out _)));
        Assert.Equal(3, await floor.CountAsync("SELECT count(*) FROM cases WHERE channel = 'email'"));
        var later = await floor.RunAsync(["mail", "deliver"], Encoding.UTF8.GetString(Mail("Fyra.")), ("Gava__Database", "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=x;Timeout=1"));
        Assert.Equal(75, later.ExitCode);
        TestFolder.Remove(folder);
    }

    private static byte[] Mail(string text, string subject = "Hej", string? inReplyTo = null, string? more = null, bool attachment = false, string from = "Tyra Wikander <" + Daughter + ">")
    {
        var head = $"From: {from}\r\nTo: gava@kommun.example\r\nSubject: {subject}\r\nDate: Mon, 15 Jun 2026 09:00:00 +0200\r\nMessage-ID: <{Guid.CreateVersion7():D}@exempel.example>\r\n"
            + (string.IsNullOrEmpty(inReplyTo) ? "" : $"In-Reply-To: {inReplyTo}\r\n") + (more is null ? "" : more + "\r\n") + "MIME-Version: 1.0\r\n";
        var body = $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n";
        return Encoding.UTF8.GetBytes(!attachment ? head + body
            : head + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n" + body + "--x\r\nContent-Type: image/png; name=\"Sixten Wikander.png\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"Sixten Wikander.png\"\r\n\r\niVBORw0KGgo=\r\n--x--\r\n");
    }
}
