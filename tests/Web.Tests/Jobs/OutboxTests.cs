using System.Net;
using System.Net.Sockets;
using Gava.Domain.Cases;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.Database;
using Gava.Operations.Gateways;
using Gava.Web.Tests.Operations;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Jobs;

/// <summary>Mail is neither lost nor sent twice unknowingly, and tells nothing of what a case is about (law.md SR-9.10).</summary>
public sealed class OutboxTests
{
    private const string Said = "Karin Holmlund kom inte i morse och ingen ringde.";
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Email = "elsa@example.com" };
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_receipt_is_sent_once_and_its_message_id_is_its_rows()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var row = await OnlyRowAsync(floor);

        Assert.Equal(1, await SendAsync(floor));
        Assert.Equal(0, await SendAsync(floor));
        floor.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SendAsync(floor));

        var mail = await smtp.Next(Soon);
        Assert.Single(smtp.Received);
        Assert.Equal(["elsa@example.com"], mail.To);
        Assert.Equal($"<{row.Id:N}@almvik.example>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal($"Vi har tagit emot ditt ärende {reference}", mail.Header("Subject"));
        Assert.Contains("Almviks kommun", mail.Text);
        Assert.NotNull((await OnlyRowAsync(floor)).SentAt);
    }

    // R-FLOW-01: every program can show it, and nothing in it tells anybody that it was read
    [Fact]
    public async Task A_mail_says_the_same_as_text_and_as_html_and_fetches_nothing()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        await floor.RegisterAsync(complainant: Elsa);
        await floor.RegisterAsync("e-tjanst", text: Said);
        await SendAsync(floor);

        Assert.Equal(2, smtp.Received.Count);
        foreach (var mail in smtp.Received)
        {
            Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Equal("sv", mail.Header("Content-Language"));
            var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(mail.Html!);
            Assert.Equal(("sv", "ltr"), (html.DocumentElement.GetAttribute("lang"), html.DocumentElement.GetAttribute("dir")));
            Assert.Equal(Words(mail.Text), Words(html.Body!.TextContent));
            Assert.Empty(html.QuerySelectorAll("[src], [style], img, link, script, style, iframe, object, form"));
            Assert.All(html.QuerySelectorAll("a"), a => Assert.Equal(a.TextContent, a.GetAttribute("href")));
        }

        static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // R-IN-04: the language goes with the case, out too
    [Fact]
    public async Task The_person_is_written_to_in_the_language_of_the_case_and_staff_in_Swedish()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        await floor.Desk.RegisterAtTheDoorAsync(await floor.NewsAsync(complainant: Elsa) with { Language = "ar" }, TestContext.Current.CancellationToken);
        await SendAsync(floor);

        var toElsa = smtp.Received.Single(m => m.To.Single() == "elsa@example.com");
        Assert.Contains("رقم قضيتك هو 2026-", toElsa.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vänliga", toElsa.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", toElsa.Html, StringComparison.Ordinal);
        Assert.Equal("ar", toElsa.Header("Content-Language"));
        Assert.All(smtp.Received.Where(m => m != toElsa), m => Assert.Equal("sv", m.Header("Content-Language")));
    }

    [Fact]
    public void Every_mail_to_the_person_is_there_in_every_language_and_names_the_case()
    {
        var toThePerson = new[] { MailText.Received, MailText.HandedOver, MailText.Feedback, MailText.Delayed, MailText.Replied, MailText.Referred, MailText.Asked };
        var languages = Gava.Web.Text.Tongue.All.Select(t => t.Code).ToList();
        foreach (var text in toThePerson)
        {
            var words = languages.ConvertAll(l => MailTexts.In(l, text, new CaseReference(2026, 17), "https://gava.example", "Almviks kommun"));
            Assert.Equal(languages, words.Select(w => w.Language));
            Assert.All(words, w => Assert.True(w.Subject.Contains("2026-000017", StringComparison.Ordinal) && w.Body.Contains("2026-000017", StringComparison.Ordinal) && w.Body.Contains("Almviks kommun", StringComparison.Ordinal)));
            Assert.Equal(languages.Count, words.Select(w => w.Subject).Distinct().Count());
        }
    }

    // R-LEARN-05: it tells where to look, and nothing else
    [Fact]
    public async Task A_rise_is_mailed_to_those_whom_it_concerns_and_names_no_place()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        for (var day = 2; day < 9; day++)
        {
            floor.Clock.MoveTo($"2026-04-{day:00} 10:00");
            await floor.RegisterAsync(text: Said);
        }

        Assert.Equal(1, await floor.Get<Gava.Operations.Learning.SignalDesk>().LookAsync());
        await SendAsync(floor);

        var mails = smtp.Received.Where(m => m.Header("Subject") == "Klagomålen har blivit fler").ToList();
        Assert.Equal(["kerstin@almvik.example", "maria@almvik.example"], mails.SelectMany(m => m.To).Order());
        Assert.All(mails, m =>
        {
            Assert.Contains("/laget", m.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Boendestöd", m.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("2026-", m.Text, StringComparison.Ordinal);
        });
        Assert.Equal(0, await SendAsync(floor));
    }

    [Theory]
    [InlineData("ar", "ar", "rtl")]
    [InlineData("sv-latt", "sv", "ltr")]
    [InlineData("fi", "fi", "ltr")]
    public void The_html_has_the_language_and_its_direction_and_nobodys_markup(string language, string lang, string direction)
    {
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(MailHtml.Of("<b>Hej</b>", "Rad 1\nRad 2 <img src=x>\n\nhttps://gava.example/folj\njavascript:alert(1)\n", language));

        Assert.Equal((lang, direction, "<b>Hej</b>"), (html.DocumentElement.GetAttribute("lang"), html.DocumentElement.GetAttribute("dir"), html.Title));
        Assert.Equal(["Rad 1\nRad 2 <img src=x>", "https://gava.example/folj\njavascript:alert(1)"], html.QuerySelectorAll("p").Select(p => p.TextContent));
        Assert.Equal("https://gava.example/folj", Assert.Single(html.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Empty(html.QuerySelectorAll("img, b"));
    }

    [Fact]
    public async Task Two_processes_that_send_at_once_send_one_mail()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        await floor.RegisterAsync(complainant: Elsa);

        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(floor)));

        Assert.Equal(1, sent.Sum());
        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_tried_again_with_growing_pauses()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        await smtp.Refuse(Refusal.Temporary);
        await floor.RegisterAsync(complainant: Elsa);

        List<TimeSpan> pauses = [];
        for (var tries = 1; tries <= 10; tries++)
        {
            Assert.Equal(0, await SendAsync(floor));
            var row = await OnlyRowAsync(floor);
            Assert.Equal((tries, false), (row.Tries, row.GivenUp));
            pauses.Add(row.NextTryAt - floor.Clock.GetUtcNow().UtcDateTime);
            floor.Clock.Advance(pauses[^1] - TimeSpan.FromSeconds(1));
            await SendAsync(floor);
            Assert.Equal(tries, (await OnlyRowAsync(floor)).Tries);
            floor.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 240, 240], pauses.Select(p => p.TotalMinutes));
        await smtp.Accept();
        Assert.Equal(1, await SendAsync(floor));
        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task After_two_days_of_refusals_it_is_given_up_and_the_row_says_why_without_the_address()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        await smtp.Refuse(Refusal.Temporary);
        await floor.RegisterAsync(complainant: Elsa);
        await SendAsync(floor);
        floor.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await SendAsync(floor);
        await smtp.Accept();
        floor.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await SendAsync(floor));
        var row = await OnlyRowAsync(floor);
        Assert.Equal((true, "LocalErrorInProcessing"), (row.GivenUp, row.LastFault));
        Assert.Empty(smtp.Received);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_given_up_at_once()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        await smtp.Refuse(Refusal.Permanent, "elsa@example.com");
        await floor.RegisterAsync(complainant: Elsa);

        Assert.Equal(0, await SendAsync(floor));

        var row = await OnlyRowAsync(floor);
        Assert.Equal((true, 1), (row.GivenUp, row.Tries));
        Assert.DoesNotContain("elsa", row.LastFault);
    }

    [Fact]
    public async Task One_refused_mail_does_not_hold_up_the_next()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        await smtp.Refuse(Refusal.Temporary, "elsa@example.com");
        var erased = await floor.RegisterAsync(complainant: Elsa with { Email = "maj@example.com" });
        await floor.RegisterAsync(complainant: Elsa);
        await floor.RegisterAsync(complainant: Elsa with { Email = "nils@example.com" });
        await floor.SqlAsync($"DELETE FROM vault_key WHERE case_id = {erased.Number}");

        Assert.Equal(1, await SendAsync(floor));

        Assert.Equal(["nils@example.com"], Assert.Single(smtp.Received).To);
        await using var database = floor.Database();
        Assert.True((await database.Outbox.SingleAsync(m => m.CaseId == erased.Number)).GivenUp);
    }

    [Fact]
    public async Task No_mail_says_what_the_case_is_about()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        var amal = await floor.ViewerAsync("amal");
        var maria = await floor.ViewerAsync("maria");
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        await floor.Desk.GiveFeedbackAsync(amal, reference, default, "Schemat är ändrat för Elsa.", FeedbackOn.Other, Way.Email, null);
        await floor.Desk.NotifyDelayAsync(amal, reference, default, "Schemat väntar på facket.", Way.Email, new DateOnly(2026, 6, 1));
        await floor.Desk.HandOverAsync(amal, reference, default, "socialpsykiatri", maria.Id, Way.Email, false, "Schemat behöver göras om.");
        await floor.Desk.DeclineAsync(maria, reference, default, "Schemat är inte mitt.");
        await floor.Desk.ReplyAsync(amal, reference, default, "Schemat är nu ändrat.", Way.Email);
        await floor.RegisterAsync("e-tjanst", text: Said);

        Assert.Equal(8, await SendAsync(floor));

        foreach (var mail in smtp.Received)
        {
            foreach (var word in new[] { "Schema", "schema", "Karin", "Holmlund", "Elsa", "morse", "facket" })
            {
                Assert.DoesNotContain(word, mail.Text);
                Assert.DoesNotContain(word, mail.Header("Subject"));
            }
        }

        Assert.Equal(5, smtp.Received.Count(m => m.To.Single() == "elsa@example.com"));
        Assert.Equal(["amal@almvik.example", "maria@almvik.example", "maria@almvik.example"], smtp.Received.Select(m => m.To.Single()).Where(a => a.EndsWith("almvik.example", StringComparison.Ordinal)).Order());
        Assert.All(smtp.Received.Where(m => m.To.Single().EndsWith("almvik.example", StringComparison.Ordinal)), m => Assert.Contains("https://gava.example/arenden/2026-", m.Text));
        Assert.All(smtp.Received.Where(m => m.To.Single() == "elsa@example.com"), m => Assert.DoesNotContain("/arenden/", m.Text));
    }

    // R-REG-03: the address stands in the vault and nowhere else
    [Fact]
    public async Task The_address_is_read_from_the_vault_and_stands_nowhere_else()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await StartAsync(smtp);
        var reference = await floor.RegisterAsync(complainant: Elsa);
        await using (var database = floor.Database())
        {
            foreach (var table in new[] { "cases", "journal", "outbox_mail", "case_search", "done_request" })
            {
                var rows = table == "case_search" && Floor.IsSqlite ? 0
                    : await floor.CountAsync(Floor.IsSqlite ? $"SELECT count(*) FROM {table} WHERE {await ColumnsAsync(database, table)} LIKE '%elsa%'"
                        : $"SELECT count(*) FROM {table} t WHERE t::text ILIKE '%elsa%'");
                Assert.Equal(0, rows);
            }
        }

        await floor.SqlAsync($"DELETE FROM vault_entry WHERE case_id = {reference.Number} AND field = 'complainant'");
        Assert.Equal(0, await SendAsync(floor));
        Assert.True((await OnlyRowAsync(floor)).GivenUp);
        Assert.Empty(smtp.Received);
    }

    [Fact]
    public async Task Without_a_server_mail_waits_and_is_sent_when_there_is_one()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync(complainant: Elsa);

        Assert.Equal(0, await SendAsync(floor));
        Assert.Equal((0, null, false), ((await OnlyRowAsync(floor)).Tries, (await OnlyRowAsync(floor)).SentAt, (await OnlyRowAsync(floor)).GivenUp));
        Assert.Empty(smtp.Received);

        floor.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await OutboxOn(floor, new SmtpPost(new MailSettings { Host = smtp.Host, Port = smtp.Port })).SendDueAsync());
    }

    [Fact]
    public async Task A_server_that_says_nothing_does_not_stop_the_jobs()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync(complainant: Elsa);
        var post = new SmtpPost(new MailSettings { Host = "127.0.0.1", Port = ((IPEndPoint)silent.LocalEndpoint).Port, Patience = TimeSpan.FromSeconds(1) });

        Assert.Equal(0, await OutboxOn(floor, post).SendDueAsync().WaitAsync(Soon));

        var row = await OnlyRowAsync(floor);
        Assert.Equal((1, "silent", false), (row.Tries, row.LastFault, row.GivenUp));
    }

    [Fact]
    public async Task A_server_that_is_gone_is_tried_again_later()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync(complainant: Elsa);
        var post = new SmtpPost(new MailSettings { Host = "127.0.0.1", Port = FreePort.Next() });

        Assert.Equal(0, await OutboxOn(floor, post).SendDueAsync());

        Assert.Equal((1, false), ((await OnlyRowAsync(floor)).Tries, (await OnlyRowAsync(floor)).GivenUp));
    }

    private static Task<Floor> StartAsync(SmtpServer smtp) => Floor.StartAsync(
        ("Gava:Mail:Smtp:Host", smtp.Host), ("Gava:Mail:Smtp:Port", $"{smtp.Port}"), ("Gava:Mail:Smtp:From", "gava@almvik.example"));

    private static Task<int> SendAsync(Floor floor) => floor.Get<Outbox>().SendDueAsync();

    private static Outbox OutboxOn(Floor floor, IPost post) => new(floor.Get<Databases>(), floor.Gate, floor.Get<Gava.Operations.People.OrganisationBook>(),
        floor.Get<Gava.Operations.Routines.RoutineBook>(), floor.Get<Gava.Operations.Routines.TemplateDesk>(), floor.Get<CitizenDesk>(), floor.Get<Gava.Operations.Vault.VaultCipher>(), post, floor.Get<PublicAddress>(), floor.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Outbox>.Instance);

    private static async Task<OutboxMail> OnlyRowAsync(Floor floor)
    {
        await using var database = floor.Database();
        return await database.Outbox.SingleAsync();
    }

    private static Task<string> ColumnsAsync(GavaDatabase database, string table) => Task.FromResult(string.Join(" || ' ' || ",
        database.Model.GetEntityTypes().Single(e => e.GetTableName() == table).GetProperties().Select(p => $"COALESCE(CAST(\"{p.GetColumnName()}\" AS text), '')")));
}
