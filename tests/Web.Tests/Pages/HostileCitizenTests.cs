using System.Text;
using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Operations.Intake;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

/// <summary>
/// The citizen's door against everything that should not be sent to it: every field of every form, every question of every address, files and
/// mails. It answers with a sentence, never with a fault, and what was typed is kept (R-IN-04, R-IN-07).
/// </summary>
public sealed class HostileCitizenTests(Work work) : IClassFixture<Work>
{
    private const string Said = "Maten var kall i dag igen.";

    private sealed record Door(string Name, string[] Fields, (string Field, string Value)[] Right);

    private static readonly Door[] Doors =
    [
        new("lamna", ["text", "kind", "unit", "name", "email", "phone", "address", "relation", "anonymous", "wantsReply", "submissionId", "lang", "byt", "enhet", "files"], [("text", Said)]),
        new("folj", ["code", "act", "text", "messageId", "lang", "byt", "files"], [("act", "message"), ("text", Said)]),
        new("folj-betyg", ["act", "text", "clearness", "simplicity", "manner", "messageId"], [("act", "rate"), ("text", Said), ("clearness", "4"), ("simplicity", "4"), ("manner", "4")]),
        new("folj-annan", ["text", "messageId"], [("act", "another"), ("text", Said)]),
        new("betyg", ["text", "clearness", "simplicity", "manner", "lang", "byt", "token"], [("text", Said), ("clearness", "4"), ("simplicity", "4"), ("manner", "4")]),
    ];

    /// <summary>What is typed and can be typed again: the rest are choices and names of the form's own.</summary>
    private static readonly string[] Typed = ["text", "name", "email", "phone", "address"];

    private static IEnumerable<KeyValuePair<string, string>> Corpus =>
        Hostile.Nothing.Concat(Hostile.NoChoice).Concat(Hostile.MoreWords).Where(v => v.Key != "1,000,000 characters")
            .Append(new("100,000 characters", string.Concat(Enumerable.Repeat("Ingen kom. ", 9_091))[..100_000]));

    public static TheoryData<string, string> EveryField => [.. Doors.SelectMany(door => door.Fields.Select(one => new TheoryDataRow<string, string>(door.Name, one)))];

    // V2.2.1, V1.2.1: taken as words, or refused with a sentence at the form that still has everything
    [Theory, MemberData(nameof(EveryField))]
    public async Task A_field_takes_anything_without_a_fault_and_keeps_what_was_typed(string name, string field)
    {
        var door = Doors.Single(d => d.Name == name);
        foreach (var (what, typed) in Corpus)
        {
            var answer = await (await OpenAsync(door)).SubmitToAsync(FormOf(door), [.. door.Right, (field, typed)]);

            var told = $"{name} {field} {what}: {answer.Status} {string.Join(' ', answer.Errors)}";
            Assert.True(answer.Status is 200 or 400 or 404 || (field is "code" && answer.Status == 429), told);
            HostileFormsTests.AssertNoForeignElements(answer);
            // The server reads no form that has a null character in it, and a form without its code is nobody's.
            if (answer.Status == 200 || what == "NUL" || field is "code") continue;
            HostileFormsTests.AssertRefused(answer, told);
            foreach (var (other, value) in door.Right.Append((field, typed)).Where(f => Typed.Contains(f.Item1)).GroupBy(f => f.Item1).Select(f => f.Last()))
            {
                Assert.True(answer.Document.QuerySelectorAll($"[name='{other}']").Any(e => Plain((e as AngleSharp.Html.Dom.IHtmlTextAreaElement)?.Value ?? e.GetAttribute("value")) == Plain(value)), $"{told}: {other} is gone");
            }
        }
    }

    // V2.2.2: each field away, each twice, and all away
    [Fact]
    public async Task A_form_with_fields_missing_or_twice_breaks_nothing()
    {
        foreach (var door in Doors)
        {
            foreach (var field in door.Fields)
            {
                var page = await OpenAsync(door);
                var away = await page.SubmitToAsync(FormOf(door), [.. door.Right, (field, null)]);
                Assert.True(away.Status is 200 or 400 or 404, $"{door.Name} without {field}: {away.Status}");
                page = await OpenAsync(door);
                foreach (var second in new[] { field, $"{field}[0]", $"{field}.Length", $"{field}[x]", field.ToUpperInvariant() })
                {
                    var twice = await PostAsync(AddressOf(page, door), Form([.. Standing(page, door), .. door.Right, (field, "5"), (second, "letter")]));
                    Assert.True(twice.Status is 200 or 400 or 404, $"{door.Name} {field} and {second}: {twice.Status}");
                    HostileFormsTests.AssertNoForeignElements(twice);
                }
            }

            var nothing = await PostAsync(AddressOf(await OpenAsync(door), door), Form([]));
            Assert.True(nothing.Status is 400 or 404, $"{door.Name} with nothing: {nothing.Status}");
        }
    }

    // V4.1.1
    [Theory]
    [InlineData("application/json", "{\"text\":\"hej\",\"code\":{}}")]
    [InlineData("text/plain", "text=hej")]
    [InlineData("application/xml", "<x/>")]
    [InlineData("multipart/form-data", "utan gräns")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nutan slut")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../../a\"\r\n\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\nutan namn\r\n--x--\r\n")]
    [InlineData("application/x-www-form-urlencoded", "%%%&&&===%ZZ&text=%ED%A0%80&%FF=%FE&code=%00")]
    [InlineData("hej", "hej")]
    [InlineData("", "")]
    public async Task A_form_in_another_format_is_refused_without_a_fault(string type, string content)
    {
        foreach (var address in new[] { "/lamna", "/lamna?lang=ar", "/folj", "/folj?lang=en", $"/betyg/{await LinkAsync()}" })
        {
            using var body = new StringContent(content);
            body.Headers.Remove("Content-Type");
            if (type.Length > 0) body.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await PostAsync(address, body);
            Assert.True(answer.Status is 400 or 404 or 415 || (answer.Status == 200 && content.Contains("%ED", StringComparison.Ordinal)), $"{address} {type}: {answer.Status}");
            Assert.NotEmpty(answer.Text);
        }
    }

    // There is no session to misuse (0021): a token that is wrong or another's changes nothing, and no cookie does either
    [Fact]
    public async Task A_wrong_antiforgery_token_and_strange_cookies_and_headers_mean_nothing()
    {
        foreach (var token in new[] { "", "fel", new string('A', 10_000), "<script>" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/lamna") { Content = Form([("text", Said), ("__RequestVerificationToken", token)]) };
            request.Headers.TryAddWithoutValidation("Cookie", "gava-form=fel; gava-said=fel; gava-session=fel; \u0001=; ;;=");
            request.Headers.TryAddWithoutValidation("Accept-Language", "<script>;q=9, ,;;, xx-YY;q=0.x, " + new string('a', 1000));
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "<script>, 999.999.1.1");
            request.Headers.TryAddWithoutValidation("Origin", "https://annan.example");
            request.Headers.TryAddWithoutValidation("Referer", "%E2%80%AEhej");
            var answer = await SendAsync(request);
            Assert.Equal(200, answer.Status);
            Assert.NotNull(answer.Document.QuerySelector("[data-code]"));
        }

        using var missing = new HttpRequestMessage(HttpMethod.Get, "/lamna/x");
        missing.Headers.TryAddWithoutValidation("Accept-Language", "<script>;q=9, ,;;, xx-YY;q=0.x");
        Assert.Equal(404, (await SendAsync(missing)).Status);
    }

    public static TheoryData<string, string> EveryQuestion => new()
    {
        { "/", "lang" }, { "/lamna", "enhet" }, { "/lamna", "lang" }, { "/lamna", "kind" }, { "/lamna", "text" }, { "/folj", "lang" }, { "/folj", "code" }, { "/folj", "act" }, { "/betyg/fel", "lang" },
        { "/ni-tyckte", "enhet" }, { "/ni-tyckte", "lang" }, { "/ni-tyckte/inbaddad", "enhet" }, { "/ni-tyckte.xml", "enhet" }, { "/statistik", "tid" }, { "/statistik", "lang" },
        { "/blankett", "enhet" }, { "/blankett", "typ" }, { "/blankett", "lang" }, { "/blankett/visa", "enhet" }, { "/blankett/visa", "typ" }, { "/personuppgifter", "lang" }, { "/tillganglighet", "lang" },
    };

    [Theory, MemberData(nameof(EveryQuestion))]
    public async Task A_question_in_an_address_takes_anything_without_a_fault(string address, string question)
    {
        var raw = Corpus.Where(v => v.Value.Length < 5_000).Select(v => Uri.EscapeDataString(v.Value)).Concat(["%ED%A0%80", "%FF%FE", "%00", "%", "%ZZ", "a&" + question + "=b", new string('x', 7_000)]);
        foreach (var typed in raw)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{work.App.Url}{address}?{question}={typed}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            var answer = await SendAsync(request);
            Assert.True(answer.Status is 200 or 400 or 404 or 429, $"{address}?{question}={typed}: {answer.Status}");
            if (!answer.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal) || address.StartsWith("/blankett/visa", StringComparison.Ordinal)) continue;
            Assert.Empty(answer.Document.QuerySelectorAll("main script, main b, main img, main iframe, [onerror], [onload], a[href^='javascript:' i]"));
            Assert.Contains(answer.Document.DocumentElement.GetAttribute("lang"), new[] { "sv", "en", "fi", "ar", "so" });
        }
    }

    // V5.2, V5.3: a file is called anything, and is anything
    [Fact]
    public async Task A_file_by_any_name_and_of_any_sort_comes_in_or_is_refused_with_a_sentence()
    {
        string[] names = ["../../../etc/filnamnet", "C:\\Windows\\win.ini", "a\"b.png", "<img src=x onerror=alert(1)>.png", "\u202Egnp.exe", "CON", ".", "..", " ", new string('å', 5_000), "=cmd|'x'!A0.csv", "bild.png\u0000.exe", "👩‍👩‍👧.heic", "a;b=c.txt", "%2e%2e%2f"];
        foreach (var address in new[] { "/lamna", "/folj" })
        {
            foreach (var name in names)
            {
                foreach (var type in new[] { "text/html", "image/svg+xml", "../x", "" })
                {
                    var answer = await UploadAsync(address, [(name, type, Encoding.UTF8.GetBytes("<script>alert(1)</script>"))]);
                    Assert.True(answer.Status is 200 or 400, $"{address} {name} {type}: {answer.Status}");
                    HostileFormsTests.AssertNoForeignElements(answer);
                }
            }

            Assert.Equal(200, (await UploadAsync(address, [("tom.txt", "text/plain", [])])).Status);
            var many = await UploadAsync(address, [.. Enumerable.Range(0, 11).Select(i => ($"{i}.txt", "text/plain", "x"u8.ToArray()))]);
            Assert.Equal((400, "Det är för många filer. Välj högst 10."), (many.Status, string.Join(' ', many.Errors)));
            var large = await UploadAsync(address, [("stor.bin", "", new byte[(20 * 1024 * 1024) + 1])]);
            Assert.Equal((400, "En fil är för stor. Varje fil får ha högst 20 MB."), (large.Status, string.Join(' ', large.Errors)));
            Assert.Contains(large.Document.QuerySelectorAll("textarea[name=text]").OfType<AngleSharp.Html.Dom.IHtmlTextAreaElement>(), area => area.Value == Said);
        }

        await using var database = work.App.Database();
        Assert.True(await database.Attachments.CountAsync() >= names.Length * 4);
        Assert.DoesNotContain(await database.Journal.Select(line => line.Text + line.Subject).ToListAsync(), line => line?.Contains("filnamnet", StringComparison.Ordinal) == true);
    }

    // R-IN-07: nothing that is mailed is dropped, whatever is in it
    [Fact]
    public async Task A_mail_with_anything_in_any_place_becomes_a_case()
    {
        var intake = work.App.Services.GetRequiredService<MailIntake>();
        var cases = new HashSet<CaseReference>();
        var sent = 0;
        foreach (var (what, typed) in Corpus)
        {
            var line = typed.ReplaceLineEndings(" ");
            foreach (var (from, subject, type, body) in new[]
            {
                ("Elsa <elsa@exempel.example>", "Maten", "text/plain; charset=utf-8", typed),
                ("Elsa <elsa@exempel.example>", line, "text/plain; charset=utf-8", Said),
                (line, "Maten", "text/plain; charset=utf-8", Said),
                ("Elsa <elsa@exempel.example>", "Maten", $"text/html; charset=\"{line}\"", $"<p>{typed}</p>"),
                ("Elsa <elsa@exempel.example>", "Maten", $"application/octet-stream; name=\"{line}\"", typed),
            })
            {
                var raw = $"From: {from}\r\nTo: kommunen@almvik.example\r\nSubject: {subject}\r\nMessage-ID: <{++sent}@exempel.example>\r\nIn-Reply-To: {line}\r\nDate: {line}\r\nContent-Type: {type}\r\n\r\n{body}\r\n";
                var taken = await intake.TakeAsync(Encoding.UTF8.GetBytes(raw));
                Assert.True(taken.IsNew, what);
                cases.Add(taken.Reference);
            }
        }

        Assert.Equal(sent, cases.Count);
        var kerstin = await work.As("kerstin");
        foreach (var one in cases.Take(5)) HostileFormsTests.AssertNoForeignElements(await kerstin.GetAsync($"/arenden/{one}"));
    }

    /// <summary>A page of the door's, as it stands when somebody has something to say there.</summary>
    private async Task<HtmlPage> OpenAsync(Door door)
    {
        // Beyond sixty forms in ten minutes each waits; the test need not.
        work.App.Clock.Advance(TimeSpan.FromSeconds(30));
        var citizen = work.App.Anonymous();
        if (door.Name == "lamna") return await citizen.GetAsync("/lamna");
        if (door.Name == "betyg") return await citizen.GetAsync($"/betyg/{await LinkAsync()}");
        var code = await CodeAsync(answered: door.Name != "folj");
        return await (await citizen.GetAsync("/folj")).SubmitAsync(("code", code));
    }

    private static string FormOf(Door door) => door.Name switch
    {
        "folj-betyg" => "form:has([name=clearness])",
        "folj-annan" => "form:has(#another-text)",
        "folj" => "form[enctype]",
        _ => "main form",
    };

    private static string AddressOf(HtmlPage page, Door door) => page.Document.QuerySelector(FormOf(door))!.GetAttribute("action")!;

    private static IEnumerable<(string, string)> Standing(HtmlPage page, Door door) =>
        page.Document.QuerySelectorAll($"{FormOf(door)} input[type=hidden]").Select(e => (e.GetAttribute("name")!, e.GetAttribute("value") ?? ""));

    private async Task<string> LinkAsync()
    {
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        return (await work.App.Services.GetRequiredService<CitizenDesk>().NewSurveyTokenAsync(CaseReference.TryParse(reference, out var known) ? known.Number : 0))!;
    }

    private async Task<string> CodeAsync(bool answered)
    {
        var reference = await work.CaseOfAmal();
        if (answered) await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        var amal = await work.As("amal");
        return (await (await amal.GetAsync($"/arenden/{reference}/kod")).SubmitAsync(("Input.Way", "readOut"))).Document.QuerySelector("strong.code")!.TextContent;
    }

    private async Task<HtmlPage> UploadAsync(string address, IEnumerable<(string Name, string Type, byte[] Content)> files)
    {
        work.App.Clock.Advance(TimeSpan.FromSeconds(30));
        using var form = new MultipartFormDataContent { { new StringContent(Said), "text" } };
        if (address == "/folj")
        {
            form.Add(new StringContent(await CodeAsync(answered: false)), "code");
            form.Add(new StringContent("message"), "act");
        }

        foreach (var (name, type, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name.Replace("\0", "", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
            if (type.Length > 0) part.Headers.TryAddWithoutValidation("Content-Type", type);
            form.Add(part);
        }

        return await PostAsync(address, form);
    }

    private Task<HtmlPage> PostAsync(string address, HttpContent content) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    private async Task<HtmlPage> SendAsync(HttpRequestMessage request)
    {
        work.App.Clock.Advance(TimeSpan.FromSeconds(30));
        using var citizen = work.App.Anonymous();
        return await citizen.SendAsync(request);
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) => new(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));

    private static string Plain(string? text) => Hostile.Visible(text).Replace("\n", "", StringComparison.Ordinal);
}
