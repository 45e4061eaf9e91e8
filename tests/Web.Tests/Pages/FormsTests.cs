using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gava.Domain;
using Gava.Domain.Forms;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Web.Sheets;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

// R-IN-08: numbered forms, from the printer to the case that they come back in
public sealed class FormsTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task Forms_are_printed_each_with_its_own_number_and_a_code_that_opens_the_registering_page()
    {
        var maria = await work.As("maria");
        var page = await (await maria.GetAsync("/blanketter")).SubmitAsync(("Input.Place", "socialpsykiatri"), ("Input.Kind", "blankett"), ("Input.Language", "en"), ("Input.Copies", "3"));

        Assert.StartsWith("/blanketter/utskrift/", page.Path, StringComparison.Ordinal);
        var pdf = await maria.Http.GetByteArrayAsync(page.Document.QuerySelector("main a[href$='/pdf']")!.GetAttribute("href"));
        var numbers = Numbers(PdfTools.Text(pdf));
        Assert.Equal((3, 3), (PdfTools.Pages(pdf), numbers.Distinct().Count()));
        Assert.Equal(numbers.Order(), numbers);
        Assert.All(numbers, n => Assert.Contains($"{n}", PdfTools.Information(pdf, "-struct-text"), StringComparison.Ordinal));
        Assert.Equal([$"https://gava.example/arenden/nytt?blankett={numbers[0]}", "https://gava.example/lamna?enhet=socialpsykiatri&lang=en"], Codes.In(pdf));
        // Printed again, they are the same papers.
        Assert.Equal(pdf, await maria.Http.GetByteArrayAsync($"{page.Path}/pdf"));
        Assert.Contains("/Outlines", PdfTools.Raw(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_back_fills_in_the_page_and_is_marked_with_its_case()
    {
        var number = (await PrintAsync("maria", "socialpsykiatri", "fi", 1))[0];
        var amal = await work.As("amal");
        var page = await amal.GetAsync($"/arenden/nytt?blankett={number}");

        Assert.Equal((200, "socialpsykiatri", "form", "fi"), (page.Status, page.Value("Input.Unit"), page.Value("Input.Channel"), page.Value("Input.Language")));
        Assert.Contains($"Blankett {number}", page.Text, StringComparison.Ordinal);
        var done = await page.SubmitAsync(("Input.Text", "Ingen kom i tisdags."), ("Input.Reply", "none"));
        var reference = done.Path["/arenden/".Length..];
        Assert.Contains($"blankett {number}", done.Text, StringComparison.Ordinal);
        await using var database = work.App.Database();
        Assert.Equal("fi", await database.FormUses.Where(u => u.Number == number.Number).Join(database.Cases, u => u.CaseId, c => c.Id, (_, c) => c.Language).SingleAsync());

        // The same paper once more: told, and not refused.
        var again = await amal.GetAsync($"/arenden/nytt?blankett={number.ToString().ToLowerInvariant()}");
        Assert.Contains($"redan registrerad, i ärende {reference}", again.Text, StringComparison.Ordinal);
        var second = await again.SubmitAsync(("Input.Text", "En kopia."), ("Input.Reply", "none"));
        Assert.StartsWith("/arenden/2026-", second.Path, StringComparison.Ordinal);
        Assert.Equal(2, await database.FormUses.CountAsync(u => u.Year == number.Year && u.Number == number.Number));
    }

    [Fact]
    public async Task Somebody_who_does_not_see_the_case_is_told_that_there_is_one_and_not_which()
    {
        var number = (await PrintAsync("maria", "socialpsykiatri", "sv", 1))[0];
        var done = await (await (await work.As("amal")).GetAsync($"/arenden/nytt?blankett={number}")).SubmitAsync(("Input.Text", "Ingen kom."), ("Input.Reply", "none"));
        var reference = done.Path["/arenden/".Length..];

        var johan = await (await work.As("johan")).GetAsync($"/arenden/nytt?blankett={number}");

        Assert.Contains("i ett ärende som du inte ser", johan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, johan.Text, StringComparison.Ordinal);
        Assert.Equal([], (await JsonAsync("johan", $"/api/v1/forms/{number}")).GetProperty("cases").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal([reference], (await JsonAsync("maria", $"/api/v1/forms/{number}")).GetProperty("cases").EnumerateArray().Select(c => c.GetString()));
    }

    [Theory]
    [InlineData("B-2026-0001-8", "en siffra är fel")]
    [InlineData("B-2026-9999-4", "Ingen blankett med numret B-2026-9999-4 är utskriven")]
    [InlineData("7", "Numret ser ut som B-2026-0001-9")]
    [InlineData("<script>alert(1)</script>", "Numret ser ut som B-2026-0001-9")]
    [InlineData("B-2026-0001-9\0' OR 1=1", "Numret ser ut som B-2026-0001-9")]
    public async Task A_number_that_no_form_has_says_what_would_be_right_and_the_page_works_without_it(string typed, string sentence)
    {
        var page = await (await work.As("amal")).GetAsync($"/arenden/nytt?blankett={Uri.EscapeDataString(typed)}");

        Assert.Equal(400, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("<script>alert", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith("/arenden/2026-", (await page.SubmitAsync(("Input.Text", "Utan nummer."), ("Input.Reply", "none"))).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await work.KeyOf("amal")).GetAsync($"/api/v1/forms/{Uri.EscapeDataString(typed.Replace('\0', ' ').Replace('/', ' '))}")).StatusCode);
    }

    [Theory]
    [InlineData("amal", "socialpsykiatri", true)]
    [InlineData("amal", "gruppboendet-linden", false)]
    [InlineData("birgitta", "gruppboendet-linden", true)]
    [InlineData("birgitta", "barn-och-familj", false)]
    [InlineData("oskar", "park-och-gata", true)]
    [InlineData("rut", "stad", true)]
    [InlineData("admin", "stad", true)]
    [InlineData("kerstin", "almvik", true)]
    [InlineData("maria", "finns-inte", false)]
    public async Task One_prints_for_places_where_one_works_and_below_and_the_registers_people_for_all(string person, string place, bool may)
    {
        var answer = await (await work.KeyOf(person)).PostAsJsonAsync("/api/v1/form-printings", new { unit = place, language = "sv", copies = 1 });
        var page = await (await work.As(person)).GetAsync("/blanketter");
        var form = await page.SubmitAsync(("Input.Place", place), ("Input.Copies", "1"));

        Assert.Equal(may ? HttpStatusCode.Created : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(may, page.Document.QuerySelector($"select[name='Input.Place'] option[value='{place}']") is not null);
        Assert.Equal(may ? 200 : 400, form.Status);
        if (!may) return;
        // What one has printed is not there for those who may not.
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        foreach (var address in new[] { $"/blanketter/utskrift/{id}", $"/blanketter/utskrift/{id}/pdf", $"/blanketter/utskrift/{id}/visa" }) Assert.Equal(HttpStatusCode.NotFound, (await (await work.As("lotta")).Http.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("-1")]
    [InlineData("tio")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public async Task A_number_of_copies_that_cannot_be_is_told_and_nothing_is_printed(string copies)
    {
        await using var database = work.App.Database();
        var before = await database.PrintedForms.CountAsync();
        var page = await (await (await work.As("maria")).GetAsync("/blanketter")).SubmitAsync(("Input.Copies", copies));

        Assert.Equal(400, page.Status);
        Assert.Equal(before, await database.PrintedForms.CountAsync());
    }

    [Fact]
    public async Task Two_who_print_at_once_never_get_the_same_number()
    {
        var printed = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PrintAsync("maria", "socialpsykiatri", "sv", 5)));

        Assert.Equal(60, printed.SelectMany(n => n).Distinct().Count());
    }

    [Fact]
    public async Task The_same_request_prints_once()
    {
        var maria = await work.KeyOf("maria");
        using var first = new HttpRequestMessage(HttpMethod.Post, "/api/v1/form-printings") { Content = JsonContent.Create(new { unit = "socialpsykiatri", copies = 2 }), Headers = { { "Idempotency-Key", "blanketter-1" } } };
        using var second = new HttpRequestMessage(HttpMethod.Post, "/api/v1/form-printings") { Content = JsonContent.Create(new { unit = "socialpsykiatri", copies = 2 }), Headers = { { "Idempotency-Key", "blanketter-1" } } };

        Assert.Equal(await (await maria.SendAsync(first)).Content.ReadAsStringAsync(), await (await maria.SendAsync(second)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Arabic_forms_are_a_page_to_print_each_with_its_number()
    {
        var maria = await work.As("maria");
        var page = await (await maria.GetAsync("/blanketter")).SubmitAsync(("Input.Language", "ar"), ("Input.Copies", "2"));
        var shown = await maria.GetAsync(page.Document.QuerySelector("main a[href$='/visa']")!.GetAttribute("href")!);

        Assert.Equal(("ar", "rtl"), (shown.Document.DocumentElement.GetAttribute("lang"), shown.Document.DocumentElement.GetAttribute("dir")));
        Assert.Equal(2, shown.Document.QuerySelectorAll(".sheet[data-number]").Select(s => FormNumber.Parse(s.GetAttribute("data-number"))).Distinct().Count());
        Assert.Equal(4, shown.Document.QuerySelectorAll("svg.qr").Length);
        Assert.Null(page.Document.QuerySelector("main a[href$='/pdf']"));
        Assert.Equal(HttpStatusCode.NotFound, (await maria.Http.GetAsync($"{page.Path}/pdf")).StatusCode);
    }

    [Fact]
    public async Task The_list_and_the_printing_tell_which_have_come_back()
    {
        var numbers = await PrintAsync("karin", "traffpunkten", "sv", 2);
        var karin = await work.As("karin");
        var done = await (await karin.GetAsync($"/arenden/nytt?blankett={numbers[1]}")).SubmitAsync(("Input.Text", "Kaffet är kallt."), ("Input.Reply", "none"));
        var list = await karin.GetAsync("/blanketter");
        var row = list.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains($"{numbers[0]}", StringComparison.Ordinal));

        Assert.Equal(["2", "1"], row.QuerySelectorAll("td.number").Select(c => c.TextContent));
        var printing = await karin.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.NotNull(printing.Document.QuerySelector($"li a[href='{done.Path}']"));
        Assert.Contains($"{numbers[1]}", printing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_for_many_places_are_one_file_with_a_list_of_contents()
    {
        var rut = await work.As("rut");
        var page = await rut.GetAsync("/blanketter/alla");
        using var answer = await PostAsync(rut, page, [("Input.Places", "socialpsykiatri"), ("Input.Places", "stad"), ("Input.Languages", "sv"), ("Input.Languages", "en"), ("Input.Kinds", "blankett"), ("Input.Kinds", "anslag")]);
        var pdf = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(8, PdfTools.Pages(pdf));
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Check(pdf), StringComparison.Ordinal);
        var raw = PdfTools.Raw(pdf);
        foreach (var title in new[] { "Boendestöd Centrum", "Lokalvård", "Blankett, svenska", "Anslag, engelska" }) Assert.Contains($"/Title <FEFF{Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(title))}>", raw, StringComparison.Ordinal);
        Assert.Contains("/Count -4", raw, StringComparison.Ordinal);
        var text = PdfTools.Text(pdf);
        Assert.Empty(Numbers(text));
        Assert.Contains("We want to know what", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_files_worth_of_papers_takes_a_moment_and_more_is_told()
    {
        var rut = await work.KeyOf("rut");
        var units = (await JsonAsync("rut", "/api/v1/units")).GetProperty("items").EnumerateArray().Select(u => u.GetProperty("slug").GetString()).ToList();
        var languages = new[] { "sv", "sv-latt", "en", "fi", "so" };
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answer = await rut.PostAsJsonAsync("/api/v1/sheets", new { units, languages, kinds = new[] { "form", "poster" } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(units.Count * 10, PdfTools.Pages(await answer.Content.ReadAsByteArrayAsync()));
        TestContext.Current.TestOutputHelper?.WriteLine($"{units.Count * 10} sheets in {clock.Elapsed}");

        var press = await work.App.Services.GetRequiredService<SheetMaker>().OpenAsync();
        var place = (await work.App.Services.GetRequiredService<OrganisationBook>().NowAsync()).Unit("stad")!;
        var many = Assert.Throws<RuleBroken>(() => press.Batch(Enumerable.Repeat(place, SheetPress.MostSheets + 1), ["sv"], [SheetKind.Form]));
        Assert.Equal("sheet-many", many.Code);
        Assert.Equal(SheetPress.MostSheets, press.Batch(Enumerable.Repeat(place, SheetPress.MostSheets), ["sv"], [SheetKind.Form]).Count);
    }

    [Theory]
    [InlineData("""{"units":[],"languages":["sv"],"kinds":["form"]}""", "sheet-none")]
    [InlineData("""{"units":["stad"],"languages":["ar"],"kinds":["form"]}""", "sheet-script")]
    [InlineData("""{"units":["stad"],"languages":["xx"],"kinds":["form"]}""", "form-language")]
    [InlineData("""{"units":["stad"],"languages":["sv"],"kinds":["broschyr"]}""", "sheet-kind")]
    [InlineData("""{"units":"stad"}""", "type-wrong")]
    public async Task A_choice_that_cannot_be_printed_says_what_can(string body, string code)
    {
        var answer = await (await work.KeyOf("kerstin")).PostAsync("/api/v1/sheets", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_case_from_the_api_names_its_form_too()
    {
        var number = (await PrintAsync("maria", "socialpsykiatri", "sv", 1))[0];
        var amal = await work.KeyOf("amal");
        var right = await amal.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen kom.", kind = "complaint", channel = "form", unit = "socialpsykiatri", form = $"{number}" });
        var wrong = await amal.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen kom.", kind = "complaint", channel = "form", unit = "socialpsykiatri", form = $"{new FormNumber(2031, 4)}" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.BadRequest), (right.StatusCode, wrong.StatusCode));
        Assert.Equal(1, (await JsonAsync("amal", $"/api/v1/forms/{number}")).GetProperty("uses").GetInt32());
    }

    // The table knows where a form lies, and nothing of who filled it in.
    [Fact]
    public void What_is_kept_of_a_form_is_no_personal_data() => Assert.Equal(
        ["Language", "Number", "PrintedAt", "PrintedBy", "PrintingId", "UnitId", "Year"], typeof(PrintedForm).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    private async Task<IReadOnlyList<FormNumber>> PrintAsync(string person, string unit, string language, int copies)
    {
        var answer = await (await work.KeyOf(person)).PostAsJsonAsync("/api/v1/form-printings", new { unit, language, copies });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("forms").EnumerateArray().Select(f => FormNumber.Parse(f.GetProperty("number").GetString()))];
    }

    private async Task<JsonElement> JsonAsync(string person, string address) => JsonDocument.Parse(await (await work.KeyOf(person)).GetStringAsync(address)).RootElement;

    private static Task<HttpResponseMessage> PostAsync(HtmlClient client, HtmlPage page, (string, string)[] answers) => client.Http.PostAsync("/blanketter/alla",
        new FormUrlEncodedContent(answers.Append(("__RequestVerificationToken", page.Value("__RequestVerificationToken")!)).Select(a => new KeyValuePair<string, string>(a.Item1, a.Item2))));

    private static List<FormNumber> Numbers(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, @"B-\d{4}-\d{4,7}-\d").Select(m => FormNumber.Parse(m.Value))];
}
