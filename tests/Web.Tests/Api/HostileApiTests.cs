using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Api;

/// <summary>Every field of every operation against what should not be in it: problem details with a stable code, in both languages, and nothing written.</summary>
public sealed class HostileApiTests(Work work) : IClassFixture<Work>
{
    private const string Right = """
        {"text":"Ingen kom.","kind":"complaint","channel":"phone","unit":"socialpsykiatri","routine":"nacka-socialpsykiatri","receivedAt":"2026-04-24T14:00:00+02:00",
        "complainant":{"name":"Elsa Exempel","email":"elsa@exempel.example","phone":"070-174 06 05","address":"Storgatan 1","relation":"self","language":"sv","protected":false},
        "anonymous":false,"wantsReply":true,"maskings":[]}
        """;

    private static readonly string[] NoText = ["1", "1e400", "true", "[]", "[\"text\"]", "{}", "[null]"];
    private static readonly string[] NoFlag = ["1", "\"true\"", "\"ja\"", "[]", "{}", "[true]"];

    private static readonly Dictionary<string, (string Verb, string Body, string Words, string? Choice, string? Moment)> Verbs = new()
    {
        ["contact"] = ("contact", """{"reached":true,"way":"phone","text":"Vi talades vid."}""", "text", "way", "happenedAt"),
        ["feedback"] = ("feedback", """{"text":"Vi har börjat.","about":"investigation","way":"phone"}""", "text", "about", "happenedAt"),
        ["measure"] = ("measure", """{"text":"Nytt schema.","prevents":true}""", "text", null, "happenedAt"),
        ["delay-notice"] = ("delay-notice", """{"reason":"Sjukdom.","way":"letter","newDay":"2026-05-15"}""", "reason", "way", "newDay"),
        ["reply"] = ("reply", """{"text":"Tack.","way":"letter"}""", "text", "way", null),
        ["note"] = ("note", """{"text":"Har ringt."}""", "text", null, null),
        ["handover"] = ("handover", """{"unit":"traffpunkten","told":"phone","text":"Hej."}""", "text", "unit", null),
        ["close"] = ("close", """{"text":"Klart."}""", "text", null, null),
        ["reopen"] = ("reopen", """{"why":"Igen."}""", "why", null, null),
        ["decline"] = ("decline", """{"why":"Nej."}""", "why", null, null),
    };

    public static TheoryData<string> VerbNames => [.. Verbs.Keys];

    // V2.2.1, V4.1.1
    [Fact]
    public async Task No_field_of_a_registration_takes_what_it_cannot_hold()
    {
        using var api = work.App.Api();
        var before = await CasesAsync();
        foreach (var (field, values) in RegistrationFaults())
        {
            foreach (var (name, value) in values) await AssertRefusedAsync(api, "/api/v1/cases", With(Right, field, value), $"{field} {name}");
        }

        Assert.Equal(before, await CasesAsync());
    }

    [Theory, MemberData(nameof(VerbNames))]
    public async Task No_field_of_a_verb_takes_what_it_cannot_hold(string name)
    {
        var (verb, body, words, choice, moment) = Verbs[name];
        var amal = await work.KeyOf("amal");
        var reference = await work.CaseOfAmal();
        if (verb == "reopen")
        {
            await work.Do("amal", reference, "reply", new { text = "Tack.", way = "phone" });
            await work.Do("amal", reference, "close", new { noMeasureBecause = "Ett missförstånd." });
        }

        if (verb == "decline") await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone" });
        var lines = await work.LinesOf(reference);
        var address = $"/api/v1/cases/{reference}/{verb}";
        foreach (var (what, value) in Hostile.NoWords.Select(v => (v.Key, Json(v.Value))).Concat(NoText.Select(v => (v, v)))) await AssertRefusedAsync(amal, address, With(body, words, value), $"{words} {what}");
        if (verb is not "handover" and not "close")
        {
            foreach (var (what, value) in Hostile.Nothing) await AssertRefusedAsync(amal, address, With(body, words, Json(value)), $"{words} {what}");
        }

        if (choice is not null)
        {
            foreach (var (what, value) in Hostile.NoChoice.Select(v => (v.Key, Json(v.Value))).Concat(NoText.Select(v => (v, v)))) await AssertRefusedAsync(amal, address, With(body, choice, value), $"{choice} {what}");
        }

        if (moment is not null)
        {
            foreach (var (what, value) in Hostile.NoMoment.Select(v => (v.Key, Json(v.Value))).Concat(NoText.Select(v => (v, v)))) await AssertRefusedAsync(amal, address, With(body, moment, value), $"{moment} {what}");
        }

        Assert.Equal(lines, await work.LinesOf(reference));
    }

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("{"), InlineData("[]"), InlineData("null"), InlineData("\"text\""), InlineData("1"), InlineData("{\"text\":}"), InlineData("{'text':'x'}"), InlineData("{\"text\":\"x\"}}"),
        InlineData("{\"text\":\"a\",\"text\":\"b\"}"), InlineData("<xml/>"), InlineData("text=hej&kind=complaint"), InlineData("{\"text\":\"\\ud800\"}"), InlineData("{\"\\ud800\":1,\"text\":\"hej\"}"), InlineData("{\"text\":\"\\uZZZZ\"}"), InlineData("{\"text\":NaN}"), InlineData("// hej\n{}")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body)
    {
        using var api = work.App.Api();
        foreach (var type in new[] { "application/json", "text/plain", "application/xml", "application/x-www-form-urlencoded" })
        {
            await AssertRefusedAsync(api, "/api/v1/cases", body, body, type);
        }

        await AssertRefusedAsync(await work.KeyOf("amal"), $"/api/v1/cases/{await work.CaseOfAmal()}/note", body, body);
    }

    [Fact]
    public async Task JSON_that_is_deep_or_not_UTF8_or_huge_is_refused()
    {
        using var api = work.App.Api();
        await AssertRefusedAsync(api, "/api/v1/cases", string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000), "deep objects");
        await AssertRefusedAsync(api, "/api/v1/cases", new string('[', 100_000), "deep lists");
        byte[][] unreadable = [[0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], [.. "{\"text\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8], [.. "{\"text\":\""u8, 0xC3, .. "\"}"u8], [0x00], [.. "{\""u8, 0xFF, .. "\":1}"u8]];
        foreach (var bytes in unreadable)
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await api.PostAsync("/api/v1/cases", content);
            await CaseApiTests.AssertProblem(answer, 400, null);
        }

        // A registration carries its attachments; everything else is words.
        foreach (var (address, megabytes) in new[] { ("/api/v1/cases", 65), ($"/api/v1/cases/{await work.CaseOfAmal()}/note", 5) })
        {
            using var huge = new StringContent($$"""{"text":"{{new string('x', megabytes * 1024 * 1024)}}"}""", Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = huge };
            request.Headers.ExpectContinue = true;
            using var tooLarge = await api.SendAsync(request);
            await CaseApiTests.AssertProblem(tooLarge, 413, "too-large");
        }
    }

    [Theory]
    [InlineData("limit=0"), InlineData("limit=201"), InlineData("limit=-1"), InlineData("limit=abc"), InlineData("limit=1e3"), InlineData("limit=99999999999999999999"), InlineData("cursor=-1"), InlineData("cursor=abc"), InlineData("cursor=100001"),
        InlineData("sort=nonsense"), InlineData("sort=due;DROP"), InlineData("receivedFrom=2026-02-30"), InlineData("receivedTo=igår"), InlineData("dueBefore=2026"), InlineData("limit=5&limit=6")]
    public async Task A_list_says_which_parameter_it_cannot_read(string query)
    {
        using var api = work.App.Api();
        using var answer = await api.GetAsync($"/api/v1/cases?{query}");
        await CaseApiTests.AssertProblem(answer, 400, "query-wrong");
    }

    [Theory]
    [InlineData("q=%27%20OR%201%3D1--"), InlineData("q=%00"), InlineData("q=%22*%22%20NEAR%20%28"), InlineData("q=AND%20OR%20NOT"), InlineData("q=%F0%9F%99%8F"), InlineData("q=%ED%A0%80"), InlineData("q=*"), InlineData("q=%3A*%20%26%20%7C%20%21"),
        InlineData("q=2026-999999999999"), InlineData("q=a&q=b"), InlineData("unit=%00"), InlineData("unit=../.."), InlineData("status=%00"), InlineData("status=99"), InlineData("kind=%00"), InlineData("kind=%27"), InlineData("category=%00"),
        InlineData("q[]=a"), InlineData("q%00=a"), InlineData("receivedFrom=0001-01-01"), InlineData("receivedTo=9999-12-31"), InlineData("dueBefore=0001-01-01")]
    public async Task A_search_for_anything_is_an_answer(string query)
    {
        using var api = work.App.Api();
        Assert.Equal(200, (int)(await api.GetAsync($"/api/v1/cases?{query}")).StatusCode);
        using var maria = new HttpRequestMessage(HttpMethod.Get, $"/arenden?{query.Replace("unit=", "enhet=", StringComparison.Ordinal)}&sida=99999999999999999999");
        var page = await (await work.As("maria")).SendAsync(maria);
        Assert.Equal(200, page.Status);
    }

    [Theory]
    [InlineData("2026-0"), InlineData("2026"), InlineData("finns-inte"), InlineData("0000-000001"), InlineData("9999-999999999999"), InlineData("-1-1"), InlineData("%F0%9F%99%8F-1"), InlineData("2026-1%0A2"),
        InlineData("2026-000001%2F..%2F..%2Fetc"), InlineData("..%5C..%5Cwindows"), InlineData("2025-000001"), InlineData("%D9%A2%D9%A0%D9%A2%D9%A6-1")]
    public async Task A_reference_that_is_none_is_not_found(string reference)
    {
        await work.CaseOfAmal();
        using var api = work.App.Api();
        Assert.Equal(404, (int)(await api.GetAsync($"/api/v1/cases/{reference}")).StatusCode);
        Assert.Equal(404, (int)(await api.PostAsync($"/api/v1/cases/{reference}/note", new StringContent("""{"text":"x"}"""))).StatusCode);
        foreach (var page in new[] { "", "/svara", "/uppgifter", "/bilaga/1" }) Assert.Equal(404, (await (await work.As("maria")).GetAsync($"/arenden/{reference}{page}")).Status);
    }

    // V1.2.1
    [Fact]
    public async Task Strange_words_come_back_as_they_were()
    {
        using var api = work.App.Api();
        foreach (var (name, text) in Hostile.Words)
        {
            using var answer = await CaseApiTests.PostAsync(api, With(Right, "text", Json(text)));
            Assert.True(answer.IsSuccessStatusCode, $"{name}: {await answer.Content.ReadAsStringAsync()}");
            Assert.Equal(text.ReplaceLineEndings("\n").Trim(), (await CaseApiTests.JsonOf(answer)).GetProperty("text").GetString());
        }
    }

    private static IEnumerable<(string Field, IEnumerable<(string Name, string Value)> Values)> RegistrationFaults()
    {
        var noText = NoText.Select(v => (v, v));
        var noWords = Hostile.NoWords.Select(v => (v.Key, Json(v.Value)));
        var nothing = Hostile.Nothing.Select(v => (v.Key, Json(v.Value)));
        var noChoice = Hostile.NoChoice.Select(v => (v.Key, Json(v.Value)));
        yield return ("text", noText.Concat(noWords).Concat(nothing).Append(("null", "null")));
        foreach (var field in new[] { "kind", "channel", "unit" }) yield return (field, noText.Concat(noChoice).Concat(nothing).Append(("null", "null")));
        yield return ("routine", noText.Concat(noChoice).Concat(nothing).Append(("another", "\"internservice\"")));
        yield return ("receivedAt", noText.Concat(Hostile.NoMoment.Select(v => (v.Key, Json(v.Value)))).Append(("empty", "\"\"")));
        yield return ("complainant", new[] { "1", "\"Elsa\"", "[]", "true" }.Select(v => (v, v)));
        yield return ("complainant.name", noText.Concat(noWords));
        yield return ("complainant.phone", noText.Concat(noWords).Append(("words", "\"ring mig\"")).Append(("short", "\"12\"")));
        yield return ("complainant.email", noText.Concat(noWords).Append(("words", "\"inte en adress\"")).Append(("two", "\"a@b.example,c@d.example\"")).Append(("a header", "\"a@b.example\\r\\nBcc: c@d.example\"")));
        yield return ("complainant.address", noText.Concat(noWords));
        yield return ("complainant.relation", noText.Concat(noChoice));
        yield return ("complainant.language", noText.Concat(Hostile.Words.Concat(Hostile.NoWords).Select(v => (v.Key, Json(v.Value)))));
        foreach (var field in new[] { "anonymous", "wantsReply", "complainant.protected" }) yield return (field, NoFlag.Select(v => (v, v)));
        yield return ("anonymous", [("with a name", "true")]);
        yield return ("maskings", new[] { "1", "\"PERSON\"", "{}", "[1]", "[[]]", "true" }.Select(v => (v, v)));
    }

    private static async Task AssertRefusedAsync(HttpClient api, string address, string body, string what, string type = "application/json")
    {
        string? swedish = null;
        foreach (var language in new[] { "sv", "en;q=0.9, sv;q=0.1" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, type) };
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
            using var answer = await api.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode == 400, $"{what}: {(int)answer.StatusCode} {text}");
            await CaseApiTests.AssertProblem(answer, 400, null);
            var title = JsonDocument.Parse(text).RootElement.GetProperty("title").GetString()!;
            Assert.Equal(language[..2], answer.Content.Headers.ContentLanguage.Single());
            if (swedish is null) swedish = title;
            else Assert.NotEqual(swedish, title);
        }
    }

    /// <summary>The body with one value in place of another.</summary>
    private static string With(string body, string path, string value)
    {
        var root = JsonNode.Parse(body)!;
        var at = root;
        var parts = path.Split('.');
        foreach (var part in parts[..^1]) at = at[part]!;
        at[parts[^1]] = "\u0001";
        return root.ToJsonString().Replace("\"\\u0001\"", value, StringComparison.Ordinal);
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private async Task<int> CasesAsync()
    {
        await using var database = work.App.Database();
        return database.Cases.Count();
    }
}
