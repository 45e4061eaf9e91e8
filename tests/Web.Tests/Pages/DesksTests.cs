using System.Net.Http.Json;
using System.Text.Json;
using Gava.Domain.People;
using Gava.Operations.Jobs;
using Gava.Operations.People;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

/// <summary>The desks of those who look after more than their own cases, what comes back for them, and the jobs' page.</summary>
public sealed class DesksTests(Work work) : IClassFixture<Work>
{
    [Fact] // S3: bekräftar, ser till att det diarieförs, sätter kategori, får veta hur det behandlats; R-REG-09, R-FLOW-01, R-FLOW-11, R-LEARN-01
    public async Task The_complaints_manager_works_through_what_came_in()
    {
        var reference = await RegisterAsync("rosa", new
        {
            text = "Handläggaren lyssnade inte.",
            kind = "complaint",
            channel = "form",
            unit = "barn-och-familj",
            complainant = new { name = "Dag Exempel", email = "dag@exempel.example" },
        });
        Assert.Equal(0, await MailsOfAsync(reference, "Received")); // the routine names who confirms it
        var heaps = await HeapsAsync("kerstin", "/oversikt", reference);
        Assert.Superset(new HashSet<string> { "Bekräfta att det har kommit", "Lämna till registratorn", "Sätt kategorier", "Nytt den här veckan" }, heaps);

        await work.Do("kerstin", reference, "acknowledge", new { way = "email" });
        Assert.Equal(1, await MailsOfAsync(reference, "Received"));
        var kerstin = await work.As("kerstin");
        Assert.Contains("Ärendet väntar nu hos registratorn.", (await (await kerstin.GetAsync($"/arenden/{reference}/till-registratorn")).SubmitAsync()).Text, StringComparison.Ordinal);
        await work.Do("kerstin", reference, "categorise", new { tree = "kvalitetsindikator", categories = new[] { "bemotande" } });
        var after = await HeapsAsync("kerstin", "/oversikt", reference);
        Assert.DoesNotContain("Bekräfta att det har kommit", after);
        Assert.DoesNotContain("Lämna till registratorn", after);
        Assert.Equal(404, (await kerstin.GetAsync($"/arenden/{reference}/till-registratorn")).Status);

        // R-ESC-03: the reception passes on to the complaints manager, and to nobody else
        var straight = await (await work.KeyOf("rosa")).PostAsJsonAsync($"/api/v1/cases/{reference}/handover", new { unit = "barn-och-familj", told = "phone" });
        Assert.Contains("pass-on-to", await straight.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var choices = (await (await work.As("rosa")).GetAsync($"/arenden/{reference}/lamna-over")).Document.QuerySelectorAll("select[name='Input.To'] option[value]:not([value=''])").Select(o => o.GetAttribute("value"));
        Assert.Equal(["barn-och-familj/kerstin"], choices);
        await work.Do("rosa", reference, "handover", new { unit = "barn-och-familj", person = "kerstin", told = "phone" });
        await work.Do("kerstin", reference, "accept", new { });
        await work.Do("kerstin", reference, "handover", new { unit = "barn-och-familj", told = "phone" });
        await work.Do("anders", reference, "accept", new { });
        await work.Do("anders", reference, "reply", new { text = "Tack. Jag ber om ursäkt.", way = "email", because = "Samtalet räckte." });
        Assert.Contains("Väntar på att enheten berättar hur det behandlats", await HeapsAsync("kerstin", "/oversikt", reference));
        await work.Do("anders", reference, "report", new { });
        Assert.DoesNotContain("Väntar på att enheten berättar hur det behandlats", await HeapsAsync("kerstin", "/oversikt", reference));
    }

    [Fact] // R-DUE-04, R-FLOW-16
    public async Task A_manager_sees_what_is_late_who_has_what_and_who_wants_support()
    {
        await using var app = await TestApp.StartAsync();
        var maria = await app.SignInAsync("maria");
        var amal = app.Api(await app.Services.GetRequiredService<SignInDesk>().IssueKeyAsync("amal", Person.System));
        var reference = await ReferenceOf(await amal.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen kom.", kind = "complaint", channel = "phone", unit = "socialpsykiatri", complainant = new { phone = "070-174 06 05" } }));
        await amal.PostAsJsonAsync($"/api/v1/cases/{reference}/support", new { text = "" });

        var calm = await maria.GetAsync("/enheten");
        Assert.Contains("Inget är försenat just nu.", calm.Text, StringComparison.Ordinal);
        Assert.Contains("Vill ha ditt stöd", calm.Text, StringComparison.Ordinal);
        Assert.Contains("Amal Warsame", calm.Text, StringComparison.Ordinal);

        app.Clock.MoveTo("2026-05-05 09:00"); // the first feedback was due the day before
        maria = await app.SignInAsync("maria");
        var late = await maria.GetAsync("/enheten");
        Assert.Contains("Ett ärende är försenat.", late.Text, StringComparison.Ordinal);
        Assert.Contains("Försenat", HeapsIn(late, reference));

        await app.Services.GetRequiredService<OrganisationDesk>().EndRoleAsync("amal", "socialpsykiatri", Role.Employee, Person.System);
        Assert.Contains("Den som ansvarar arbetar inte här nu", HeapsIn(await maria.GetAsync("/enheten"), reference));
        Assert.Equal(404, (await (await app.SignInAsync("rut")).GetAsync("/enheten")).Status);
    }

    [Fact] // R-REG-07
    public async Task The_registration_officer_sees_what_came_in_by_itself_and_what_was_registered_late()
    {
        using var service = work.App.Api();
        var waiting = await ReferenceOf(await service.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen svarar.", kind = "complaint", channel = "web", unit = "socialpsykiatri" }));
        var late = await RegisterAsync("amal", new { text = "Sent.", kind = "complaint", channel = "phone", unit = "socialpsykiatri", receivedAt = "2026-04-20T10:00:00+02:00" });

        Assert.Equal(["Kom in av sig självt, och ingen har tagit det"], await HeapsAsync("peter", "/att-registrera", waiting));
        Assert.Equal(["Registrerades för sent den senaste månaden"], await HeapsAsync("peter", "/att-registrera", late));
    }

    [Fact] // R-SEC-03, R-LEARN-08: who is asked finds it without looking
    public async Task What_waits_for_my_word_or_my_part_is_on_my_own_page()
    {
        var reference = await work.CaseOfAmal();
        await work.Do("maria", reference, "consult", new { person = "johan", text = "Vad minns du?" });
        Assert.Contains(reference, (await (await work.As("johan")).GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        Assert.Contains("Väntar på ditt svar till den som ansvarar", await HeapsAsync("johan", "/start", reference));
        await work.Do("johan", reference, "comment", new { text = "Jag var där." });
        Assert.DoesNotContain("Väntar på ditt svar till den som ansvarar", await HeapsAsync("johan", "/start", reference));

        await work.Do("maria", reference, "part", new { unit = "traffpunkten", person = "karin", text = "Dörren" });
        Assert.Contains("Väntar på ditt svar till den som ansvarar", await HeapsAsync("karin", "/start", reference));
        await work.Do("karin", reference, "finish-part", new { number = 1, text = "Klar." });
        Assert.DoesNotContain("Väntar på ditt svar till den som ansvarar", await HeapsAsync("karin", "/start", reference));
    }

    [Fact] // R-IN-08, R-LEARN-02: a duty is done once a period, a report waits from the day the period ends
    public async Task What_comes_back_is_ticked_off_once_a_period()
    {
        await using var app = await TestApp.StartAsync();
        var rosa = await app.SignInAsync("rosa");
        var page = await rosa.GetAsync("/aterkommande");
        Assert.Contains("Se över väntrummen", page.Text, StringComparison.Ordinal);
        Assert.Contains("april 2026", page.Text, StringComparison.Ordinal);
        var done = await page.SubmitAsync();
        Assert.Contains("Tack. Det är antecknat.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Klart", done.Text, StringComparison.Ordinal);
        await page.SubmitAsync(); // twice is once
        await using (var database = app.Database()) Assert.Equal(1, await database.DutiesDone.CountAsync());

        app.Clock.MoveTo("2026-05-04 08:00");
        rosa = await app.SignInAsync("rosa");
        Assert.Contains("maj 2026", (await rosa.GetAsync("/aterkommande")).Text, StringComparison.Ordinal);
        Assert.Contains("återkommande", (await rosa.GetAsync("/start")).Text, StringComparison.OrdinalIgnoreCase);
        var kerstin = await app.SignInAsync("kerstin");
        Assert.Contains("Sammanställ tertial 1 2026.", (await kerstin.GetAsync("/aterkommande")).Text, StringComparison.Ordinal);
    }

    [Fact] // issue: one schedule on one page, leases so that two nodes do a job once
    public async Task The_jobs_page_tells_when_each_job_went_and_how_and_what_mail_waits()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.SignInAsync("admin");
        Assert.Contains("Allt är skickat.", (await admin.GetAsync("/jobb")).Text, StringComparison.Ordinal);

        var leases = app.Services.GetRequiredService<Leases>();
        Assert.True(await leases.HoldAsync("waking", TimeSpan.FromMinutes(5)));
        await leases.EndAsync("waking", 3, null);
        Assert.Contains("Som det ska", (await admin.GetAsync("/jobb")).Text, StringComparison.Ordinal);
        await leases.EndAsync("waking", 0, "TimeoutException");
        Assert.Contains("Gick fel: TimeoutException", (await admin.GetAsync("/jobb")).Text, StringComparison.Ordinal);

        // A second node waits until the first has let go, and does not do again what was done today.
        var other = new Leases(app.Services.GetRequiredService<Gava.Operations.Database.WriteGate>(), app.Clock);
        Assert.True(await leases.HoldAsync("tidying", TimeSpan.FromMinutes(5), TimeSpan.FromHours(24)));
        Assert.False(await other.HoldAsync("tidying", TimeSpan.FromMinutes(5), TimeSpan.FromHours(24)));
        await leases.EndAsync("tidying", 0, null);
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await other.HoldAsync("tidying", TimeSpan.FromMinutes(5), TimeSpan.FromHours(24)));
        app.Clock.Advance(TimeSpan.FromHours(24));
        Assert.True(await other.HoldAsync("tidying", TimeSpan.FromMinutes(5), TimeSpan.FromHours(24)));
    }

    [Fact] // issue: every recurring job on one page; the server starts them itself
    public async Task The_schedule_does_every_job_by_itself_and_tells_how_each_went()
    {
        await using var app = await TestApp.StartAsync();
        var schedule = app.Services.GetRequiredService<Schedule>();
        Assert.Null(schedule.LastRound);
        await schedule.StartAsync(CancellationToken.None);
        await using var database = app.Database();
        for (var waited = 0; waited < 600 && await database.JobLeases.CountAsync(l => l.EndedAt != null) < schedule.Jobs.Count; waited++) await Task.Delay(100);
        await schedule.StopAsync(CancellationToken.None);
        Assert.NotNull(schedule.LastRound);
        var done = await database.JobLeases.AsNoTracking().ToListAsync();
        Assert.Equal(schedule.Jobs.Select(job => job.Name).Order(StringComparer.Ordinal), done.Select(lease => lease.Name).Order(StringComparer.Ordinal));
        Assert.All(done, lease => Assert.True(lease is { Fault: null, EndedAt: not null }, $"{lease.Name}: {lease.Fault}"));
    }

    [Fact]
    public async Task Receipts_of_what_was_done_are_forgotten_when_nobody_can_send_it_again()
    {
        await using var app = await TestApp.StartAsync();
        using var service = app.Api();
        service.DefaultRequestHeaders.Add("Idempotency-Key", "en-enda");
        await service.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen svarar.", kind = "complaint", channel = "web", unit = "socialpsykiatri" });
        var tidying = app.Services.GetRequiredService<Tidying>();
        Assert.Equal(0, await tidying.TidyAsync());
        app.Clock.Advance(Tidying.KeptFor + TimeSpan.FromMinutes(1));
        Assert.True(await tidying.TidyAsync() > 0);
        await using var database = app.Database();
        Assert.Equal(0, await database.DoneRequests.CountAsync());
    }

    private async Task<ISet<string>> HeapsAsync(string person, string address, string reference) => HeapsIn(await (await work.As(person)).GetAsync(address), reference);

    /// <summary>The headings of the heaps that the case lies in.</summary>
    private static ISet<string> HeapsIn(HtmlPage page, string reference) => page.Document.QuerySelectorAll("section.list-part")
        .Where(s => s.QuerySelector($"tr[data-ref='{reference}']") is not null).Select(s => s.QuerySelector("h2")!.ChildNodes[0].TextContent.Trim()).ToHashSet();

    private async Task<string> RegisterAsync(string by, object body) => await ReferenceOf(await (await work.KeyOf(by)).PostAsJsonAsync("/api/v1/cases", body));

    private static async Task<string> ReferenceOf(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
    }

    private async Task<int> MailsOfAsync(string reference, string text)
    {
        var number = long.Parse(reference.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        await using var database = work.App.Database();
        return await database.Outbox.CountAsync(m => m.CaseId == number && m.Text == text);
    }
}
