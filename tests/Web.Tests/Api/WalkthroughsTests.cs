using System.Net.Http.Json;
using System.Text.Json;
using Gava.Operations.Cases;
using Gava.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Api;

/// <summary>The walkthroughs W3 and W4 by the API, every step that is not the diary's or the report's (R-SYS-09).</summary>
public sealed class WalkthroughsTests(Work work) : IClassFixture<Work>
{
    [Fact] // W4: R-ESC-02, R-ESC-03, R-SEC-03, R-IN-09
    public async Task W4_a_complaint_about_cleaning_turns_out_to_be_about_the_unit_manager()
    {
        var reference = await work.RegisterAsync("olle", new
        {
            text = "Det är inte städat på vår våning, och chefen svarade otrevligt.",
            kind = "complaint",
            channel = "phone",
            unit = "stad",
            askedInWriting = true,
            complainant = new { name = "Ylva Exempel", phone = "070-174 06 05", relation = "employee" },
        });

        Assert.Equal("title-passes-on", await RefusedAsync("olle", reference, "reply", new { text = "Hej", way = "phone" }));
        await work.Do("olle", reference, "handover", new { unit = "stad", text = "Städningen på plan 3." });
        var passed = await work.CaseAsync("olle", reference);
        Assert.Contains("stad;untold", Lines(passed, "handedOver"), StringComparer.Ordinal); // documented to whom
        await work.Do("sven", reference, "accept", new { });

        await work.Do("sven", reference, "escalate", new { about = "ownPerson", concerned = "sven", why = "Det gäller mig." });
        var lena = await work.CaseAsync("lena", reference);
        Assert.Equal(("lena", "internservice"), (lena.GetProperty("responsible").GetString(), lena.GetProperty("unit").GetString()));
        await NowhereForAsync("sven", reference);
        Assert.Equal("nobody-there", await RefusedAsync("lena", reference, "handover", new { unit = "stad", told = "phone" })); // not back to him

        await work.Do("lena", reference, "contact", new { reached = true, way = "phone", text = "Vi har talats vid." });
        Assert.Equal("met", Clock(await work.CaseAsync("lena", reference), "kontakt"));
        await work.Do("lena", reference, "measure", new { text = "Samtal med chefen.", prevents = true });
        await work.Do("lena", reference, "reply", new { text = "Tack. Vi gjorde fel, och jag ber om ursäkt.", way = "phone" });
        await work.Do("lena", reference, "close", new { text = "Klart." });
        Assert.Equal("closed", (await work.CaseAsync("lena", reference)).GetProperty("status").GetString());
    }

    [Fact] // W4: R-IN-10
    public async Task W4_a_question_about_care_entitlement_goes_to_the_customer_centre()
    {
        var reference = await work.RegisterAsync("olle", new
        {
            text = "Hur söker man hemtjänst?",
            kind = "question",
            channel = "phone",
            unit = "stad",
            complainant = new { phone = "070-174 06 05" },
        });
        Assert.Equal("way-missing", await RefusedAsync("olle", reference, "refer", new { matter = "entitlement", text = "" }));
        await work.Do("olle", reference, "refer", new { matter = "entitlement", text = "Kundtjänst ringer dig.", way = "phone" });
        var handedOn = await work.CaseAsync("olle", reference);
        Assert.Equal(("closed", "handedElsewhere"), (handedOn.GetProperty("status").GetString(), handedOn.GetProperty("ending").GetString()));
    }

    [Fact] // W3: R-FLOW-01, R-FLOW-06, R-FLOW-11, R-LEARN-01, R-SEC-03
    public async Task W3_a_form_from_the_waiting_room_is_answered_after_those_concerned_have_slept_on_it()
    {
        work.App.Clock.MoveTo("2026-05-22 09:00");
        var reference = await work.RegisterAsync("rosa", new
        {
            text = "Handläggaren lyssnade inte på mig vid mötet.",
            kind = "complaint",
            channel = "form",
            unit = "barn-och-familj",
            receivedAt = "2026-05-21T15:00",
            complainant = new { name = "Dag Exempel", address = "Storgatan 1\n123 45 Almvik" },
        });
        await work.Do("kerstin", reference, "acknowledge", new { way = "letter" });
        Assert.Equal("others-forward", await RefusedAsync("rosa", reference, "forward-to-registrar", new { })); // R-REG-09
        await work.Do("kerstin", reference, "forward-to-registrar", new { });
        await work.Do("rut", reference, "assign-diary-number", new { publicSubject = "Klagomål på bemötande" });
        await work.Do("kerstin", reference, "categorise", new { tree = "kvalitetsindikator", categories = new[] { "bemotande" } });
        await work.Do("kerstin", reference, "handover", new { unit = "barn-och-familj", told = "letter", text = "Svara senast den 1 juni." });
        await work.Do("anders", reference, "accept", new { });
        Assert.Equal("2026-06-01", Due(await work.CaseAsync("anders", reference), "svar"));

        work.App.Clock.MoveTo("2026-05-26 10:00");
        Assert.Equal("consultation-missing", await RefusedAsync("anders", reference, "reply", new { text = "Tack.", way = "letter" }));
        Assert.Equal(404, await StatusAsync("ingrid", reference));
        await work.Do("anders", reference, "consult", new { person = "nadia", text = "Vad hände vid mötet?" });
        await work.Do("anders", reference, "consult", new { person = "ingrid", text = "Du var med. Vad minns du?" });
        Assert.Equal(200, await StatusAsync("ingrid", reference)); // for that purpose
        await work.Do("anders", reference, "draft", new { text = "Tack för att du berättade. Jag ber om ursäkt." });
        await work.Do("nadia", reference, "comment", new { text = "Jag borde ha frågat mer." });
        Assert.Equal("draft-rests", await RefusedAsync("anders", reference, "reply", new { text = "Tack.", way = "letter" }));

        work.App.Clock.MoveTo("2026-05-29 10:00");
        await work.Do("anders", reference, "reply", new { text = "Tack för att du berättade. Jag ber om ursäkt.", way = "letter" });
        Assert.Equal(404, await StatusAsync("ingrid", reference)); // and no longer
        Assert.Equal("report-missing", await RefusedAsync("anders", reference, "close", new { text = "Klart.", noMeasureBecause = "Samtalet räckte." }));
        await work.Do("anders", reference, "report", new { });
        var reported = await work.CaseAsync("anders", reference);
        Assert.Equal(("met", "met"), (Clock(reported, "svar"), Clock(reported, "rapport")));
        await work.Do("anders", reference, "close", new { text = "Klart.", noMeasureBecause = "Samtalet räckte." });
    }

    [Fact] // W3: R-FLOW-04
    public async Task W3_a_second_one_is_solved_at_the_counter_and_only_categorised()
    {
        var reference = await work.RegisterAsync("rosa", new { text = "Blanketten var slut.", kind = "complaint", channel = "visit", unit = "barn-och-familj", complainant = new { phone = "070-174 06 05" } });
        await work.Do("rosa", reference, "solve", new { text = "Hämtade en ny blankett.", satisfied = true });
        await work.Do("kerstin", reference, "categorise", new { tree = "kvalitetsindikator", categories = new[] { "tillganglighet" } });
        var solved = await work.CaseAsync("kerstin", reference);
        Assert.Equal("closed", solved.GetProperty("status").GetString());
        Assert.Equal("kvalitetsindikator=tillganglighet", solved.GetProperty("categories")[0].GetString());
    }

    [Fact] // R-ESC-04, R-DUE-04: after downtime every reminder exactly once, marked late
    public async Task Reminders_come_once_each_however_long_nobody_was_awake()
    {
        work.App.Clock.MoveTo("2026-06-01 09:00");
        var reference = await work.RegisterAsync("olle", new { text = "Lampan är trasig igen.", kind = "complaint", channel = "phone", unit = "stad", complainant = new { phone = "070-174 06 05" } });
        var waking = work.App.Services.GetRequiredService<CaseWaking>();
        await waking.WakeAsync();
        work.App.Clock.MoveTo("2026-06-20 09:00");
        await waking.WakeAsync();
        var number = long.Parse(reference.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        await using var database = work.App.Database();
        var mails = database.Outbox.Where(m => m.CaseId == number).Select(m => m.Text).ToList();
        Assert.Contains(nameof(MailText.RemindedLate), mails);
        await waking.WakeAsync();
        Assert.Equal(mails.Count, database.Outbox.Count(m => m.CaseId == number));
    }

    private async Task<int> StatusAsync(string who, string reference) => (int)(await (await work.KeyOf(who)).GetAsync($"/api/v1/cases/{reference}")).StatusCode;

    private async Task<string> RefusedAsync(string who, string reference, string verb, object body)
    {
        var answer = await (await work.KeyOf(who)).PostAsJsonAsync($"/api/v1/cases/{reference}/{verb}", body);
        Assert.Equal(400, (int)answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    /// <summary>Not by address, not in the list, not by search, not in the count, not on the page (R-SEC-03).</summary>
    private async Task NowhereForAsync(string who, string reference)
    {
        Assert.Equal(404, await StatusAsync(who, reference));
        var api = await work.KeyOf(who);
        foreach (var query in new[] { "", "?q=städat", $"?q={reference}", "?status=open", "?unit=internservice" })
        {
            Assert.DoesNotContain(reference, await api.GetStringAsync($"/api/v1/cases{query}"), StringComparison.Ordinal);
        }

        var pages = await work.As(who);
        foreach (var address in new[] { "/start", "/arenden", "/arenden?q=st%C3%A4dat", "/arenden?status=all" })
        {
            Assert.DoesNotContain(reference, (await pages.GetAsync(address)).Source, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await pages.GetAsync($"/arenden/{reference}")).Status);
    }

    private static string Clock(JsonElement @case, string name) => Found(@case, name).GetProperty("state").GetString()!;

    private static string Due(JsonElement @case, string name) => Found(@case, name).GetProperty("due").GetString()!;

    private static JsonElement Found(JsonElement @case, string name) => @case.GetProperty("clocks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    private static List<string?> Lines(JsonElement @case, string kind) =>
        [.. @case.GetProperty("journal").EnumerateArray().Where(l => l.GetProperty("kind").GetString() == kind).Select(l => l.GetProperty("subject").GetString())];
}
