using System.Net.Http.Json;
using System.Text.Json;
using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Operations.Vault;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Security;
using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

/// <summary>Who came by phone, visit, letter or mail can follow and rate too: by a code from staff, and by a link (R-IN-05, R-FLOW-13).</summary>
public sealed class CodeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    // R-FLOW-13, R-IN-05: one click after the call is registered, also for somebody without a name
    [Fact]
    public async Task Somebody_anonymous_who_calls_gets_a_code_and_is_answered_by_it()
    {
        await using var app = await TestApp.StartAsync();
        using var amal = await app.SignInAsync("amal");
        using var citizen = new HtmlClient(app.Url);
        var shown = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(("Input.Text", "Maten var kall."), ("Input.Anonymous", "true"), ("Input.Reply", null));
        var offered = shown.Document.QuerySelector("form[action$='/kod'] button");
        Assert.Equal("Ge en kod att läsa upp", offered?.TextContent);

        var given = await shown.SubmitToAsync("form[action$='/kod']");
        var code = CodeOn(given);
        Assert.Equal("no-store", given.Headers["Cache-Control"]);
        var mine = await OpenAsync(citizen, code);
        Assert.Contains("Maten var kall.", mine.Text, StringComparison.Ordinal);

        // It is offered once, told in the journal without the code, and can now be answered on the web.
        var later = await amal.GetAsync(shown.Path);
        Assert.Null(later.Document.QuerySelector("form[action$='/kod'] button"));
        Assert.Contains("Gav personen en kod att följa ärendet med, uppläst", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(code, later.Source, StringComparison.Ordinal);
        var answered = await (await amal.GetAsync($"{shown.Path}/svara")).SubmitAsync(("Input.Text", "Tack. Jag beklagar att maten var kall."), ("Input.Way", "web"));
        Assert.Equal(200, answered.Status);
        Assert.Contains("Jag beklagar att maten var kall.", (await OpenAsync(citizen, code)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.LogLines, line => line.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_new_code_stops_the_one_before_and_a_double_click_shows_the_same()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        var reference = await work.CaseOfAmal();
        var amal = await work.As("amal");
        using var citizen = new HtmlClient(app.Url);

        var page = await amal.GetAsync($"/arenden/{reference}/kod");
        var (once, twice) = (await page.SubmitAsync(("Input.Way", "handedOver")), await page.SubmitAsync(("Input.Way", "handedOver")));
        Assert.Equal((200, CodeOn(once)), (twice.Status, CodeOn(twice)));
        var lines = await work.LinesOf(reference);
        var next = CodeOn(await (await amal.GetAsync($"/arenden/{reference}/kod")).SubmitAsync(("Input.Way", "readOut")));

        Assert.NotEqual(CodeOn(once), next);
        Assert.Equal(lines + 2, await work.LinesOf(reference)); // the code, and the opening that it is
        Assert.Equal(404, (await OpenAsync(citizen, CodeOn(once))).Status);
        Assert.Equal(200, (await OpenAsync(citizen, next)).Status);
        // What was sent before the newer code shows no dead one.
        Assert.Equal(409, (await page.SubmitAsync(("Input.Way", "handedOver"))).Status);
    }

    // The same name for another case, or for what registered it, is another code.
    [Fact]
    public async Task A_name_that_somebody_chose_opens_no_other_case()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        var chosen = Guid.CreateVersion7();
        List<string> codes = [await app.Services.GetRequiredService<FollowUpCodes>().OfAsync(chosen)];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var page = await (await work.As("amal")).GetAsync($"/arenden/{await work.CaseOfAmal()}/kod");
            codes.Add(CodeOn(await page.SubmitAsync(("giving", $"{chosen}"))));
        }

        Assert.Equal(3, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("letter", "sv", "Så följer du ditt ärende", "https://gava.example/folj")]
    [InlineData("letter", "fi", "Näin seuraat asiaasi", "https://gava.example/folj?lang=fi")]
    [InlineData("letter", "ar", "Så följer du ditt ärende", "https://gava.example/folj")]
    [InlineData("handedOver", "sv", "Så följer du ditt ärende", "https://gava.example/folj")]
    public async Task The_letter_has_the_code_and_the_camera_leads_to_the_page_without_it(string way, string language, string heading, string address)
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        var reference = await work.RegisterAsync("amal", new
        {
            text = "Ingen kom.",
            kind = "complaint",
            channel = "phone",
            unit = "socialpsykiatri",
            complainant = new { name = "Elsa Exempel", address = "Storgatan 1\n123 45 Almvik", language },
        });
        var given = await (await (await work.As("amal")).GetAsync($"/arenden/{reference}/kod")).SubmitAsync(("Input.Way", way));
        var code = CodeOn(given);

        var letter = await given.SubmitToAsync("form[action$='/brev']");

        Assert.Equal("application/pdf", letter.Headers["Content-Type"]);
        var text = PdfTools.Text(letter.Content);
        foreach (var said in new[] { heading, code, reference, address.Split('?')[0] }) Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal([address], Codes.In(letter.Content));
        // By post it has the address; what is handed over has none. To give a code is an opening either way (R-SEC-02).
        Assert.Equal(way == "letter", text.Contains("Storgatan 1", StringComparison.Ordinal));
        Assert.Contains("Gav personen en kod", (await (await work.As("amal")).GetAsync($"/arenden/{reference}/lasningar")).Text, StringComparison.Ordinal);
        var old = await (await (await work.As("amal")).GetAsync($"/arenden/{reference}/kod")).SubmitAsync(("Input.Way", way));
        Assert.NotEqual(code, CodeOn(old));
        Assert.Contains("Den koden gäller inte.", (await given.SubmitToAsync("form[action$='/brev']")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_an_address_gets_a_letter_and_a_way_must_be_chosen()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        var reference = await work.RegisterAsync("amal", new { text = "Ingen kom.", kind = "complaint", channel = "phone", unit = "socialpsykiatri" });
        var page = await (await work.As("amal")).GetAsync($"/arenden/{reference}/kod");

        Assert.Equal(["Personen har inte lämnat någon adress att skicka brevet till. Välj ett annat sätt."], (await page.SubmitAsync(("Input.Way", "letter"))).Errors);
        foreach (var unknown in new[] { "", "mail", "7", "<script>" }) Assert.Equal(["Välj hur personen får koden."], (await page.SubmitAsync(("Input.Way", unknown))).Errors);
    }

    // R-SEC-04: the code opens the originals, so of somebody protected only the two who are named give it
    [Fact]
    public async Task Of_somebody_protected_only_those_who_are_named_give_a_code()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        var reference = await work.RegisterAsync("amal", new Dictionary<string, object>
        {
            ["text"] = "Ingen kom.",
            ["kind"] = "complaint",
            ["channel"] = "phone",
            ["unit"] = "socialpsykiatri",
            ["complainant"] = new Dictionary<string, object> { ["name"] = "Elsa Exempel", ["protected"] = true },
        });

        Assert.Equal(200, (await (await work.As("amal")).GetAsync($"/arenden/{reference}/kod")).Status);
        Assert.Equal(404, (await (await work.As("maria")).GetAsync($"/arenden/{reference}/kod")).Status);
        var refused = await (await work.KeyOf("maria")).PostAsJsonAsync($"/api/v1/cases/{reference}/give-code", new { way = "readOut" });
        Assert.Equal("code-not-yours", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    // contract: a replay repeats the answer, code included
    [Fact]
    public async Task The_api_gives_a_code_and_its_letter_and_a_replay_repeats_it()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        var reference = await work.CaseOfAmal();
        var api = await work.KeyOf("amal");
        List<string> codes = [];
        foreach (var key in new[] { "ett", "ett", "två" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{reference}/give-code") { Content = JsonContent.Create(new { way = "letter" }) };
            request.Headers.Add("Idempotency-Key", key == "två" ? "tva" : key);
            using var answer = await api.SendAsync(request);
            codes.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("followUpCode").GetString()!);
        }

        Assert.Equal(codes[0], codes[1]);
        Assert.NotEqual(codes[1], codes[2]);
        using var letter = await api.PostAsJsonAsync($"/api/v1/cases/{reference}/code-letter", new { code = codes[2] });
        Assert.Contains("Storgatan 1", PdfTools.Text(await letter.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    public static TheoryData<string> Languages => [.. Tongue.All.Select(t => t.Code)];

    // R-FLOW-13: by link, in the person's language, and nothing about the case
    [Theory, MemberData(nameof(Languages))]
    public async Task Whoever_mails_is_asked_by_link_how_it_went(string language)
    {
        var tongue = Tongue.Find(language);
        await using var smtp = await SmtpServer.Start();
        await using var app = await StartAsync(smtp);
        await using var work = Work.On(app);
        var reference = await work.RegisterAsync("amal", new
        {
            text = "Ingen kom i morse.",
            kind = "complaint",
            channel = "phone",
            unit = "socialpsykiatri",
            complainant = new { name = "Elsa Exempel", email = "elsa@exempel.example", language },
        });
        await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "email" });
        var address = await LinkAsync(app, smtp);
        Assert.Equal(language == "sv" ? "" : $"?lang={language}", address.Query);
        using var elsa = new HtmlClient(app.Url);

        var asked = await elsa.GetAsync(address.PathAndQuery);

        Assert.Equal((200, tongue.Html, "no-referrer", "no-store"), (asked.Status, asked.Document.DocumentElement.GetAttribute("lang"), asked.Headers["Referrer-Policy"], asked.Headers["Cache-Control"]));
        foreach (var told in new[] { reference, "Ingen kom", "Elsa", "Boendestöd", "Jag beklagar" }) Assert.DoesNotContain(told, asked.Source, StringComparison.Ordinal);
        Assert.Equal($"/folj?lang={language}", asked.Document.QuerySelector("main a")!.GetAttribute("href"));
        var half = await asked.SubmitAsync(("clearness", "4"), ("text", "Snabbt svar"));
        Assert.Equal((400, "Snabbt svar", "4"), (half.Status, half.Value("text"), half.Value("clearness")));
        Assert.Equal([tongue["error.survey-grade"]], half.Errors);
        var swedish = await half.SubmitAsync(("byt", "sv"));
        Assert.Equal((200, "sv", "Snabbt svar"), (swedish.Status, swedish.Document.DocumentElement.GetAttribute("lang"), swedish.Value("text")));
        var thanked = await half.SubmitAsync(("clearness", "4"), ("simplicity", "5"), ("manner", "5"), ("text", "Snabbt svar av Karin Holmlund"));
        Assert.Contains(tongue["case.rated"], thanked.Text, StringComparison.Ordinal);

        // Once: then it thanks, and changes nothing.
        Assert.Contains(tongue["case.rated"], (await half.SubmitAsync(("clearness", "1"), ("simplicity", "1"), ("manner", "1"))).Text, StringComparison.Ordinal);
        Assert.Null((await elsa.GetAsync(address.PathAndQuery)).Document.QuerySelector("main form"));
        await using var database = app.Database();
        var kept = await database.SurveyAnswers.SingleAsync();
        Assert.Equal((4, 5, 5), (kept.Clearness, kept.Simplicity, kept.Manner));
        Assert.DoesNotContain("Holmlund", (await (await work.As("amal")).GetAsync($"/arenden/{reference}")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_and_old_links_answer_alike_and_guessing_is_slowed()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        using var citizen = new HtmlClient(app.Url);
        var link = await LinkOfAsync(work, await work.CaseOfAmal());
        Assert.Equal(200, (await citizen.GetAsync($"/betyg/{link}")).Status);
        app.Clock.Advance(CitizenDesk.LinkLasts + TimeSpan.FromMinutes(1));
        List<HtmlPage> wrong = [];
        foreach (var guess in new[] { link, "x", link[..^1], link + "0", "%27%20OR%201%3D1", new string('A', 5_000) }) wrong.Add(await citizen.GetAsync($"/betyg/{guess}"));
        wrong.Add(await citizen.SendAsync(new(HttpMethod.Post, $"/betyg/{link}") { Content = new FormUrlEncodedContent([new("clearness", "5"), new("simplicity", "5"), new("manner", "5")]) }));

        Assert.All(wrong, page => Assert.Equal(404, page.Status));
        Assert.Single(wrong.Select(page => page.Text).Distinct());
        for (var i = wrong.Count; i < 20; i++) Assert.Equal(404, (await citizen.GetAsync($"/betyg/x{i}")).Status);
        Assert.Equal(429, (await citizen.GetAsync("/betyg/x")).Status);
        var right = await LinkOfAsync(work, await work.CaseOfAmal());
        Assert.Equal(200, (await citizen.GetAsync($"/betyg/{right}")).Status);
        await app.Services.GetRequiredService<Gava.Operations.Jobs.Tidying>().TidyAsync();
        await using var database = app.Database();
        Assert.Single(await database.SurveyLinks.ToListAsync());
    }

    // Only where the routine asks (S0, S3), and only whoever has been answered
    [Fact]
    public async Task Nobody_is_asked_where_the_routine_does_not_ask()
    {
        await using var smtp = await SmtpServer.Start();
        await using var app = await StartAsync(smtp);
        await using var work = Work.On(app);
        var reference = await work.RegisterAsync("kerstin", new { text = "Golvet är smutsigt.", kind = "complaint", channel = "phone", unit = "stad", complainant = new { email = "elsa@exempel.example" } });
        await work.Do("kerstin", reference, "reply", new { text = "Tack. Det är gjort.", way = "email" });
        var early = await work.CaseOfAmal();
        await app.SendMailAsync();

        Assert.NotEmpty(smtp.Received);
        Assert.DoesNotContain(smtp.Received, mail => mail.Text.Contains("/betyg/", StringComparison.Ordinal));
        Assert.Null(await app.Services.GetRequiredService<CitizenDesk>().NewSurveyTokenAsync(CaseReference.TryParse(early, out var known) ? known.Number : 0));
    }

    // The link stands in the letter too, for the hand and for the camera
    [Fact]
    public async Task A_letter_with_an_answer_asks_how_it_went()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        using var answer = await (await work.KeyOf("amal")).PostAsync($"/api/v1/cases/{reference}/letters/{await work.LinesOf(reference)}", null);
        var pdf = await answer.Content.ReadAsByteArrayAsync();

        var address = new Uri(Assert.Single(Codes.In(pdf)));
        Assert.StartsWith("/betyg/", address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(address.AbsolutePath, string.Concat(PdfTools.Text(pdf).Split((char[]?)null)), StringComparison.Ordinal);
        using var elsa = new HtmlClient(app.Url);
        Assert.Equal(200, (await elsa.GetAsync(address.AbsolutePath)).Status);
    }

    // The address is a key: no log, however much is logged, and no watching program has it
    [Fact]
    public async Task The_links_key_is_in_no_log_and_in_nothing_that_watches()
    {
        var answers = new OverheardAnswers();
        using var signals = new OverheardSignals();
        await using var app = await TestApp.StartWithAsync(services => services.AddSingleton<IStartupFilter>(answers),
            "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace");
        await using var work = Work.On(app);
        using var citizen = new HtmlClient(app.Url);
        var link = await LinkOfAsync(work, await work.CaseOfAmal());

        var asked = await citizen.GetAsync($"/betyg/{link}?lang=en");
        await asked.SubmitAsync(("clearness", "4"));
        await asked.SubmitAsync(("clearness", "4"), ("simplicity", "4"), ("manner", "4"));
        await citizen.GetAsync($"/betyg/{link}x");
        var metrics = await citizen.GetAsync("/metrics");

        Assert.Contains(app.LogLines, line => line.StartsWith("Trace", StringComparison.Ordinal) || line.StartsWith("Debug", StringComparison.Ordinal));
        Assert.DoesNotContain(app.LogLines, line => line.Contains(link, StringComparison.OrdinalIgnoreCase));
        Assert.True(signals.Count > 0);
        Assert.DoesNotContain(link, signals.Said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(link, metrics.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(answers.All, answer => answer.Headers.Contains(link, StringComparison.OrdinalIgnoreCase));
        await using var database = app.Database();
        foreach (var row in await database.Journal.Select(line => line.Subject + line.Text + line.Why).ToListAsync()) Assert.DoesNotContain(link, row ?? "", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> LinkOfAsync(Work work, string reference)
    {
        await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        return (await work.App.Services.GetRequiredService<CitizenDesk>().NewSurveyTokenAsync(CaseReference.TryParse(reference, out var known) ? known.Number : 0))!;
    }

    private static async Task<Uri> LinkAsync(TestApp app, SmtpServer smtp)
    {
        await app.SendMailAsync();
        await smtp.Next(Soon);
        var mail = smtp.Received.Single(m => m.Text.Contains("/betyg/", StringComparison.Ordinal));
        return new Uri(mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains("/betyg/", StringComparison.Ordinal)));
    }

    private static Task<TestApp> StartAsync(SmtpServer smtp) =>
        TestApp.StartAsync($"--Gava:Mail:Smtp:Host={smtp.Host}", $"--Gava:Mail:Smtp:Port={smtp.Port}", "--Gava:Mail:Smtp:From=gava@almvik.example");

    private static string CodeOn(HtmlPage page) => page.Document.QuerySelector("strong.code")?.TextContent ?? throw new InvalidOperationException($"No code ({page.Status}): {page.Text}");

    private static async Task<HtmlPage> OpenAsync(HtmlClient citizen, string code) => await (await citizen.GetAsync("/folj")).SubmitAsync(("code", code));
}
