using System.Net;
using System.Net.Http.Headers;
using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Pages;

/// <summary>The citizen's door, without script: leaving something and following it (R-IN-04, R-IN-05, R-FLOW-13, R-FLOW-17).</summary>
public sealed class CitizenTests
{
    private const string Said = "Är det meningen att maten ska vara kall? Karin Holmlund sa att det är så.";

    // R-IN-04, R-IN-05: one field is enough, and the receipt has code, number and promised dates
    [Fact]
    public async Task Somebody_without_a_name_leaves_a_view_is_answered_by_code_writes_again_and_rates()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        using var maria = await app.SignInAsync("maria");

        var receipt = await (await citizen.GetAsync("/lamna?enhet=socialpsykiatri")).SubmitAsync(("text", Said), ("anonymous", "true"));
        var (code, reference) = ReceiptOf(receipt);
        Assert.Matches("^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$", code);
        Assert.Contains("senast", receipt.Text, StringComparison.Ordinal);

        // The register has it masked, at its unit, with nobody yet; it may be answered on the web.
        var shown = await maria.GetAsync($"/arenden/{reference}");
        Assert.Contains("[namn] sa att det är så.", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Holmlund", shown.Source, StringComparison.Ordinal);
        await shown.SubmitToAsync($"form[action='/arenden/{reference}/ta-emot']");
        await (await maria.GetAsync($"/arenden/{reference}/fraga-personen")).SubmitAsync(("Input.Text", "Vilken dag var det?"), ("Input.Way", "web"));

        var mine = await OpenAsync(citizen, code);
        Assert.Contains(Said, mine.Text, StringComparison.Ordinal);
        Assert.Contains("En fråga till dig", mine.Text, StringComparison.Ordinal);
        Assert.Contains("Vilken dag var det?", mine.Text, StringComparison.Ordinal);
        Assert.Null(mine.Document.QuerySelector("input[name=clearness]"));
        var written = await mine.SubmitToAsync("form[enctype]", ("text", "I onsdags. Hälsa Ebba Stålberg."));
        Assert.Contains("Meddelandet är skickat.", written.Text, StringComparison.Ordinal);
        Assert.Contains("I onsdags. Hälsa Ebba Stålberg.", written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stålberg", (await maria.GetAsync($"/arenden/{reference}")).Source, StringComparison.Ordinal);

        await (await maria.GetAsync($"/arenden/{reference}/svara")).SubmitAsync(("Input.Text", "Tack. Jag beklagar att maten var kall. Från i dag serveras den varm."), ("Input.Way", "web"));
        mine = await OpenAsync(citizen, code);
        Assert.Contains("Från i dag serveras den varm.", mine.Text, StringComparison.Ordinal);
        var half = await mine.SubmitToAsync("form:has([name=clearness])", ("clearness", "4"), ("text", "Snabbt svar"));
        Assert.Equal(400, half.Status);
        Assert.Equal(["Välj 1 till 5 på varje fråga."], half.Errors);
        Assert.Contains("Snabbt svar", half.Source, StringComparison.Ordinal);
        var rated = await half.SubmitToAsync("form:has([name=clearness])", ("clearness", "4"), ("simplicity", "5"), ("manner", "5"), ("text", "Snabbt svar"));
        Assert.Contains("Tack för dina svar.", rated.Text, StringComparison.Ordinal);
        Assert.Null(rated.Document.QuerySelector("input[name=clearness]"));

        // Not satisfied: somebody above is asked, and the case goes on.
        var asked = await rated.SubmitToAsync("form:has(#another-text)", ("text", "Maten var kall i dag igen."));
        Assert.Contains("Du har bett någon annan titta på det.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("vill att någon annan tittar på det", (await maria.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
    }

    // R-IN-04: nothing typed is lost, and a double click is one case
    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_the_same_form_gives_the_same_receipt()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        var form = await citizen.GetAsync("/lamna");

        var wrong = await form.SubmitAsync(("text", Said), ("email", "inte en adress"), ("name", "Elsa"), ("anonymous", "true"));
        Assert.Equal(400, wrong.Status);
        Assert.Equal((Said, "inte en adress", "Elsa"), (wrong.Value("text"), wrong.Value("email"), wrong.Value("name")));
        Assert.Equal(form.Value("submissionId"), wrong.Value("submissionId"));
        Assert.Single(wrong.Errors);
        foreach (var (field, value, sentence) in new[]
        {
            ("text", "", "Skriv vad du vill berätta."), ("text", new string('x', 20_001), "Texten är för lång. Den får ha högst 20 000 tecken."), ("email", "x", "E-postadressen ser inte rätt ut. Skriv den som namn@exempel.se."),
            ("phone", "ring mig", "Telefonnumret ser inte rätt ut. Skriv det med siffror."), ("unit", "finns-inte", "Välj vad det gäller, eller att du inte vet."), ("kind", "hurra", "Välj vad det är."),
            ("text", "tecken \0 som inte går", "Texten har tecken som inte går att läsa. Ta bort dem och skicka igen."),
        })
        {
            var refused = await form.SubmitAsync(("text", Said), (field, value));
            Assert.Equal((400, sentence), (refused.Status, string.Join(' ', refused.Errors)));
        }

        var first = ReceiptOf(await form.SubmitAsync(("text", Said), ("phone", "070-174 06 05")));
        Assert.Equal(first, ReceiptOf(await form.SubmitAsync(("text", Said), ("phone", "070-174 06 05"))));
        Assert.NotEqual(first, ReceiptOf(await (await citizen.GetAsync("/lamna")).SubmitAsync(("text", Said))));
    }

    // R-IN-04: only the text is demanded, and a form from elsewhere needs no token, since nobody is signed in
    [Fact]
    public async Task A_bare_form_is_taken_with_files_and_the_kind_and_the_unit_are_guessed()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HttpClient { BaseAddress = new Uri(app.Url) };
        using var content = new MultipartFormDataContent { { new StringContent(Said), "text" } };
        var file = new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        content.Add(file, "files", "../Karin Holmlund.png");
        var answer = await citizen.PostAsync("/lamna", content);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("data-code=", body, StringComparison.Ordinal);
        using var many = new MultipartFormDataContent { { new StringContent(Said), "text" } };
        for (var i = 0; i < 11; i++) many.Add(new ByteArrayContent([1]), "files", $"{i}.png");
        var refused = await citizen.PostAsync("/lamna", many);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Det är för många filer. Välj högst 10.", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    // SR-11.3: the statement's own way to report, prefilled and counted apart
    [Fact]
    public async Task Whoever_reports_a_fault_in_accessibility_comes_to_a_form_for_it_in_every_language()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        foreach (var tongue in Tongue.All)
        {
            var statement = await citizen.GetAsync($"/tillganglighet?lang={tongue.Code}");
            var link = statement.Document.QuerySelector("main a[href^='/lamna']")!.GetAttribute("href")!;
            var form = await citizen.GetAsync(link);
            Assert.Equal(("accessibility", tongue.Html), (form.Value("kind"), form.Document.DocumentElement.GetAttribute("lang")));
            Assert.Equal("accessibility", (await form.SubmitAsync(("text", ""))).Value("kind"));
            ReceiptOf(await form.SubmitAsync(("text", Said)));
        }

        Assert.Null((await citizen.GetAsync("/lamna")).Document.QuerySelector("input[value=accessibility]"));
        await using var database = app.Database();
        Assert.Equal(Tongue.All.Count, await database.Cases.CountAsync(c => c.Kind == "accessibility"));
        using var kerstin = await app.SignInAsync("kerstin");
        Assert.Contains("Brist i tillgänglighet", (await kerstin.GetAsync("/rapporter/2026")).Text, StringComparison.Ordinal);
    }

    // R-DUE-01, law.md SR-11.3: "as soon as possible" has a last day, in every routine and whoever takes it in
    [Fact]
    public async Task A_report_on_accessibility_has_a_clock_and_can_be_registered_by_staff()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        using var amal = await app.SignInAsync("amal");

        var receipt = await (await citizen.GetAsync("/lamna?kind=accessibility&enhet=socialpsykiatri")).SubmitAsync(("text", "Knappen syns inte."));
        Assert.Contains("Svar om tillgänglighet: senast måndag 11 maj", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Svar om tillgänglighet", (await (await citizen.GetAsync("/lamna?enhet=socialpsykiatri")).SubmitAsync(("text", Said))).Text, StringComparison.Ordinal);

        var page = await amal.GetAsync("/arenden/nytt");
        Assert.Single(page.Document.QuerySelectorAll("input[name='Input.Kind'][value=accessibility]"));
        var shown = await page.SubmitAsync(("Input.Text", "Knappen syns inte."), ("Input.Kind", "accessibility"), ("Input.Reply", "phone"), ("Input.Phone", "070-174 06 05"));
        Assert.Contains("Svar om tillgänglighet", shown.Text, StringComparison.Ordinal);
        Assert.Contains("10 arbetsdagar", shown.Text, StringComparison.Ordinal);
        await (await amal.GetAsync($"{shown.Path}/svara")).SubmitAsync(("Input.Text", "Tack. Knappen är lagad."), ("Input.Way", "phone"));
        await using var database = app.Database();
        var number = long.Parse(shown.Path.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("tillganglighet", (await database.Clocks.SingleAsync(c => c.CaseId == number && c.StoppedAt != null)).Name);
    }

    // The code is never in an address; every wrong one answers alike; the right one always opens (contract: /folj)
    [Fact]
    public async Task Wrong_codes_answer_alike_and_the_right_one_opens_also_after_twenty()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        var (code, _) = ReceiptOf(await (await citizen.GetAsync("/lamna")).SubmitAsync(("text", Said)));
        List<HtmlPage> wrong = [];
        foreach (var guess in new[] { "", "x", code[..^1], code + "0", new string('A', 100_000), "' OR 1=1 --", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA" }) wrong.Add(await OpenAsync(citizen, guess));
        Assert.All(wrong, page => Assert.Equal(404, page.Status));
        Assert.Single(wrong.Select(page => page.Text).Distinct());
        for (var i = wrong.Count; i < 20; i++) Assert.Equal(404, (await OpenAsync(citizen, $"x{i}")).Status);

        Assert.Equal(429, (await OpenAsync(citizen, "x")).Status);
        var opened = await OpenAsync(citizen, code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        Assert.Equal((200, "/folj"), (opened.Status, opened.Path));
        Assert.DoesNotContain(opened.Headers, h => h.Value.Contains(code, StringComparison.Ordinal));
        Assert.DoesNotContain(opened.Document.QuerySelectorAll("a[href], form[action]"), e => (e.GetAttribute("href") + e.GetAttribute("action")).Contains(code, StringComparison.Ordinal));
        Assert.Equal("no-store", opened.Headers["Cache-Control"]);
    }

    // R-FLOW-17: the same message twice is one; files come with it
    [Fact]
    public async Task A_message_sent_twice_is_written_once()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        var (code, _) = ReceiptOf(await (await citizen.GetAsync("/lamna")).SubmitAsync(("text", Said)));
        var mine = await OpenAsync(citizen, code);

        await mine.SubmitToAsync("form[enctype]", ("text", "En gång räcker."));
        var again = await mine.SubmitToAsync("form[enctype]", ("text", "En gång räcker."));
        Assert.Single(again.Document.QuerySelectorAll(".talk .said"), e => e.TextContent == "En gång räcker.");
        var empty = await mine.SubmitToAsync("form[enctype]", ("text", " "));
        Assert.Equal((400, "Skriv vad du vill berätta."), (empty.Status, string.Join(' ', empty.Errors)));
        Assert.Equal(400, (await mine.SubmitToAsync("form[enctype]", ("act", "another"), ("text", "Nej."))).Status);
        Assert.Equal(400, (await mine.SubmitToAsync("form[enctype]", ("act", "rate"), ("clearness", "5"), ("simplicity", "5"), ("manner", "5"))).Status);
    }

    // R-SEC-02: the person sees who has opened their details, by place and reason
    [Fact]
    public async Task Who_has_read_is_told_to_the_person()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        using var maria = await app.SignInAsync("maria");
        var (code, reference) = ReceiptOf(await (await citizen.GetAsync("/lamna?enhet=socialpsykiatri")).SubmitAsync(("text", Said), ("name", "Elsa Bergström")));
        Assert.Contains("Ingen har öppnat dina uppgifter än.", (await OpenAsync(citizen, code)).Text, StringComparison.Ordinal);

        await (await maria.GetAsync($"/arenden/{reference}/uppgifter")).SubmitAsync(("Input.Reason", "contact"));

        var told = await OpenAsync(citizen, code);
        Assert.Contains("Kontakta personen", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Maria", told.Document.QuerySelector("details:last-of-type")!.TextContent, StringComparison.Ordinal);
    }

    public static TheoryData<string> Languages => [.. Tongue.All.Select(t => t.Code)];

    // R-IN-04: every text in every language, with the same blanks
    [Theory, MemberData(nameof(Languages))]
    public void No_text_is_missing(string language)
    {
        var (swedish, tongue) = (Tongue.Find("sv"), Tongue.Find(language));
        Assert.Equal(swedish.Keys.Order(StringComparer.Ordinal), tongue.Keys.Order(StringComparer.Ordinal));
        foreach (var key in swedish.Keys)
        {
            foreach (var blank in new[] { "{0}", "{1}", "{2}" }) Assert.Equal(swedish[key].Contains(blank, StringComparison.Ordinal), tongue[key].Contains(blank, StringComparison.Ordinal));
            Assert.True(tongue[key].Length > 0 || key == "state", $"{language} {key}");
        }

        // A language that nobody has checked says so on the page.
        Assert.Equal(tongue.IsChecked, tongue["state"].Length == 0);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_form_the_receipt_and_the_case_speak_the_language_and_the_case_keeps_it(string language)
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        var tongue = Tongue.Find(language);

        var form = await citizen.GetAsync($"/lamna?lang={language}");
        Assert.Equal((tongue.Html, tongue.Direction), (form.Document.DocumentElement.GetAttribute("lang"), form.Document.DocumentElement.GetAttribute("dir")));
        Assert.Contains(tongue["form.text"], form.Text, StringComparison.Ordinal);
        var refused = await form.SubmitAsync(("text", ""));
        Assert.Equal([tongue["error.text-missing"]], refused.Errors);
        // Another language in the middle loses nothing.
        var changed = await form.SubmitAsync(("text", Said), ("byt", "en"));
        Assert.Equal((200, Said), (changed.Status, changed.Value("text")));
        Assert.Contains(Tongue.Find("en")["form.text"], changed.Text, StringComparison.Ordinal);

        var receipt = await form.SubmitAsync(("text", Said));
        Assert.Contains(tongue["receipt.title"], receipt.Text, StringComparison.Ordinal);
        var (code, reference) = ReceiptOf(receipt);
        var mine = await receipt.SubmitToAsync("main form");
        Assert.Contains(tongue["case.write"], mine.Text, StringComparison.Ordinal);
        Assert.Contains(tongue["follow.wrong"], (await (await citizen.GetAsync($"/folj?lang={language}")).SubmitAsync(("code", "fel"))).Text, StringComparison.Ordinal);
        foreach (var address in new[] { "/", "/personuppgifter", "/tillganglighet" }) Assert.Equal(tongue.Html, (await citizen.GetAsync($"{address}?lang={language}")).Document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(code + reference);
    }

    // R-IN-04: what is not there, or not right, is told in the reader's language: the address's, else the browser's
    [Theory, MemberData(nameof(Languages))]
    public async Task An_error_page_speaks_the_readers_language(string language)
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        var tongue = Tongue.Find(language);
        foreach (var address in new[] { "/lamna/finns-inte", "/statistik/1900", "/ni-tyckte/x", "/folj/x/y" })
        {
            var missing = await citizen.GetAsync($"{address}?lang={language}");
            Assert.Equal((404, tongue.Html, tongue.Direction), (missing.Status, missing.Document.DocumentElement.GetAttribute("lang"), missing.Document.DocumentElement.GetAttribute("dir")));
            Assert.Contains(tongue["fault.not-found"], missing.Text, StringComparison.Ordinal);
            Assert.Equal($"/?lang={language}", missing.Document.QuerySelector("main a")!.GetAttribute("href"));
            using var byBrowser = new HttpRequestMessage(HttpMethod.Get, address);
            byBrowser.Headers.TryAddWithoutValidation("Accept-Language", $"de;q=0.5, {tongue.Html}-XX;q=0.9, sv;q=0.1");
            Assert.Equal(tongue.Html, (await citizen.SendAsync(byBrowser)).Document.DocumentElement.GetAttribute("lang"));
        }

        var refused = await citizen.SendAsync(new(HttpMethod.Post, $"/personuppgifter?lang={language}"));
        Assert.Equal((400, tongue.Html), (refused.Status, refused.Document.DocumentElement.GetAttribute("lang")));
        // The staff's pages are Swedish, whatever somebody's browser asks for.
        Assert.Equal("sv", (await citizen.GetAsync($"/finns-inte?lang={language}")).Document.DocumentElement.GetAttribute("lang"));
    }

    // The routine of W2 counts on after the answer, and whoever has the answer is promised nothing more
    [Fact]
    public async Task Whoever_is_answered_is_promised_no_word_any_more()
    {
        await using var app = await TestApp.StartAsync();
        await using var work = Work.On(app);
        using var citizen = new HtmlClient(app.Url);
        var (code, reference) = ReceiptOf(await (await citizen.GetAsync("/lamna?enhet=dagverksamheten-solsidan")).SubmitAsync(("text", Said)));
        Assert.Contains("Det här lovar vi", (await OpenAsync(citizen, code)).Text, StringComparison.Ordinal);
        await work.Do("yasmin", reference, "take", new { });
        await work.Do("yasmin", reference, "reply", new { text = "Tack. Vi beklagar. Från i dag serveras maten varm.", way = "web" });
        await using var database = app.Database();
        Assert.True(await database.Clocks.AnyAsync(c => c.StoppedAt == null && !c.IsGone));

        Assert.DoesNotContain("Det här lovar vi", (await OpenAsync(citizen, code)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("<script>")]
    [InlineData("sv-SE")]
    public async Task A_language_that_nobody_knows_is_Swedish(string language)
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        var page = await citizen.GetAsync($"/lamna?lang={Uri.EscapeDataString(language)}&enhet=%3Cscript%3E");
        Assert.Equal((200, "sv"), (page.Status, page.Document.DocumentElement.GetAttribute("lang")));
    }

    private static (string Code, string Reference) ReceiptOf(HtmlPage page)
    {
        var receipt = page.Document.QuerySelector("[data-code]") ?? throw new InvalidOperationException($"No receipt ({page.Status}): {page.Text}");
        return (receipt.GetAttribute("data-code")!, receipt.GetAttribute("data-ref")!);
    }

    private static async Task<HtmlPage> OpenAsync(HtmlClient citizen, string code) => await (await citizen.GetAsync("/folj")).SubmitAsync(("code", code));
}
