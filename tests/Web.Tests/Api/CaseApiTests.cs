using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Api;

public sealed class CaseApiTests(Work work) : IClassFixture<Work>
{
    // R-REG-01
    [Fact]
    public async Task A_registered_case_has_an_address_a_number_and_a_code()
    {
        using var api = work.App.Api();
        using var answer = await PostAsync(api, New("Ingen öppnade dörren."));

        var @case = await JsonOf(answer);
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal($"/api/v1/cases/{Reference(@case)}", answer.Headers.Location!.ToString());
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$", @case.GetProperty("followUpCode").GetString());
        Assert.NotNull(answer.Headers.ETag);
        Assert.False((await JsonOf(await api.GetAsync(answer.Headers.Location))).TryGetProperty("followUpCode", out _));
    }

    [Fact]
    public async Task The_same_idempotency_key_repeats_the_answer_and_makes_one_case()
    {
        using var api = work.App.Api();
        var first = await JsonOf(await PostAsync(api, New("Maten var kall."), "nyckel-1"));
        var again = await JsonOf(await PostAsync(api, New("Maten var kall."), "nyckel-1"));

        Assert.Equal(Reference(first), Reference(again));
        Assert.Equal(first.GetProperty("followUpCode").GetString(), again.GetProperty("followUpCode").GetString());
        var other = await JsonOf(await PostAsync(await work.KeyOf("maria"), New("Maten var kall."), "nyckel-1"));
        Assert.NotEqual(Reference(first), Reference(other));
    }

    [Theory]
    [InlineData("""{"text":"Något annat.","kind":"complaint","channel":"phone","unit":"socialpsykiatri"}""")]
    [InlineData("""{"text":"Maten var kall.","kind":"complaint","channel":"letter","unit":"socialpsykiatri"}""")]
    [InlineData("""{"text":"Maten var kall.","kind":"complaint","channel":"phone","unit":"socialpsykiatri","complainant":{"name":"Elsa Exempel"}}""")]
    public async Task The_same_idempotency_key_for_another_case_is_refused(string other)
    {
        using var api = work.App.Api();
        var key = Guid.CreateVersion7().ToString();
        var first = await JsonOf(await PostAsync(api, New("Maten var kall."), key));

        await AssertProblem(await PostAsync(api, other, key), 422, "idempotency-key-reused");
        Assert.Equal(Reference(first), Reference(await JsonOf(await PostAsync(api, New("Maten var kall."), key))));
    }

    [Fact]
    public async Task A_verb_with_the_same_idempotency_key_is_done_once_and_not_for_other_words()
    {
        var amal = await work.KeyOf("amal");
        var reference = await work.CaseOfAmal();
        for (var i = 0; i < 3; i++) Assert.Equal(200, (int)(await PostAsync(amal, """{"text":"En gång."}""", "nyckel-2", $"/api/v1/cases/{reference}/note")).StatusCode);
        await AssertProblem(await PostAsync(amal, """{"text":"En annan gång."}""", "nyckel-2", $"/api/v1/cases/{reference}/note"), 422, "idempotency-key-reused");

        var journal = (await JsonOf(await amal.GetAsync($"/api/v1/cases/{reference}"))).GetProperty("journal").EnumerateArray();
        Assert.Single(journal, line => line.GetProperty("kind").GetString() == "noted");
    }

    // R-REG-02: offsets are code points, as gava mask writes them
    [Theory]
    [InlineData("👩‍👩‍👧‍👦 Anna ringde.", 8, 12, "👩‍👩‍👧‍👦 [namn] ringde.")]
    [InlineData("Anna ringde.", 0, 4, "[namn] ringde.")]
    [InlineData("🙏🙏Anna", 2, 6, "🙏🙏[namn]")]
    public async Task Maskings_that_are_given_are_applied_exactly(string text, int start, int end, string masked)
    {
        using var api = work.App.Api();
        var answer = await JsonOf(await PostAsync(api, JsonSerializer.Serialize(new
        {
            text,
            kind = "complaint",
            channel = "web",
            unit = "socialpsykiatri",
            maskings = new[] { new { start, end, type = "PERSON" } },
        })));

        Assert.Equal(masked, answer.GetProperty("text").GetString());
    }

    // R-REG-02
    [Fact]
    public async Task Without_maskings_what_is_found_is_masked_and_with_none_nothing_is()
    {
        using var api = work.App.Api();
        const string Said = "Karin Holmlund kom inte. Ring 070-174 06 05.";
        Assert.Equal("[namn] kom inte. Ring [telefon].", (await JsonOf(await PostAsync(api, New(Said)))).GetProperty("text").GetString());
        var none = await JsonOf(await PostAsync(api, $$"""{"text":"{{Said}}","kind":"complaint","channel":"web","unit":"socialpsykiatri","maskings":[]}"""));
        Assert.Equal(Said, none.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("""[{"start":0,"end":1000,"type":"PERSON"}]""", "masking-range")]
    [InlineData("""[{"start":-1,"end":2,"type":"PERSON"}]""", "masking-range")]
    [InlineData("""[{"start":3,"end":3,"type":"PERSON"}]""", "masking-range")]
    [InlineData("""[{"start":0,"end":4,"type":"PERSON"},{"start":2,"end":6,"type":"PHONE"}]""", "masking-range")]
    [InlineData("""[{"start":0,"end":4,"type":"NONSENSE"}]""", "masking-range")]
    [InlineData("""[{}]""", "masking-range")]
    [InlineData("""[{"start":1e400,"end":4,"type":"PERSON"}]""", "type-wrong")]
    [InlineData("""[{"start":99999999999999999999,"end":4,"type":"PERSON"}]""", "type-wrong")]
    [InlineData("""[{"start":0.5,"end":4,"type":"PERSON"}]""", "type-wrong")]
    [InlineData("""[{"start":"0","end":4,"type":"PERSON"}]""", "type-wrong")]
    [InlineData("""[1,2]""", "type-wrong")]
    [InlineData("""{"start":0}""", "type-wrong")]
    public async Task Maskings_that_cannot_be_applied_are_refused(string maskings, string code)
    {
        using var api = work.App.Api();
        await AssertProblem(await PostAsync(api, $$"""{"text":"Anna ringde.","kind":"complaint","channel":"web","unit":"socialpsykiatri","maskings":{{maskings}}}"""), 400, code);
    }

    // R-REG-01
    [Theory]
    [InlineData("1931-03-02T10:00:00+01:00")]
    [InlineData("2019-12-31T12:59:59Z")]
    [InlineData("2026-04-24T14:09")]
    [InlineData("2026-04-24")]
    public async Task Any_past_moment_can_be_the_arrival(string moment)
    {
        using var api = work.App.Api();
        var answer = await JsonOf(await PostAsync(api, $$"""{"text":"Ett gammalt brev.","kind":"complaint","channel":"letter","unit":"socialpsykiatri","receivedAt":"{{moment}}"}"""));
        Assert.StartsWith(moment[..4], answer.GetProperty("receivedAt").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due"), InlineData("received"), InlineData("reference")]
    public async Task All_pages_of_a_list_together_hold_each_case_once(string sort)
    {
        await using var app = await TestApp.StartAsync();
        using var api = app.Api();
        HashSet<string> made = [];
        for (var i = 0; i < 11; i++)
        {
            made.Add(Reference(await JsonOf(await PostAsync(api, $$"""{"text":"Nummer {{i}}.","kind":"complaint","channel":"letter","unit":"{{(i % 2 == 0 ? "socialpsykiatri" : "stad")}}","receivedAt":"2026-04-2{{i % 3}}T10:00"}"""))));
        }

        List<string> seen = [];
        var next = "";
        do
        {
            var page = await JsonOf(await api.GetAsync($"/api/v1/cases?sort={sort}&limit=3&cursor={next}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Reference));
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        while (next is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(made.Order(), seen.Order());
    }

    // R-SEARCH: Swedish endings
    [Theory]
    [InlineData("hissarna", "hissen"), InlineData("trasig", "trasiga"), InlineData("Städningar", "städningen"), InlineData("lampor trasiga", "lamporna")]
    public async Task A_search_finds_a_word_in_another_form(string asked, string written)
    {
        await using var app = await TestApp.StartAsync();
        using var api = app.Api();
        var found = Reference(await JsonOf(await PostAsync(api, New($"Den trasiga {written} igen."))));
        await PostAsync(api, New("Maten var kall."));

        var page = await JsonOf(await api.GetAsync($"/api/v1/cases?q={Uri.EscapeDataString(asked)}"));
        Assert.Equal([found], page.GetProperty("items").EnumerateArray().Select(Reference));
    }

    [Fact]
    public async Task A_list_can_be_narrowed_by_unit_status_kind_and_time()
    {
        await using var app = await TestApp.StartAsync();
        using var api = app.Api();
        var complaint = Reference(await JsonOf(await PostAsync(api, """{"text":"Ett.","kind":"complaint","channel":"web","unit":"socialpsykiatri","receivedAt":"2026-04-20"}""")));
        var praise = Reference(await JsonOf(await PostAsync(api, """{"text":"Två.","kind":"praise","channel":"web","unit":"stad","receivedAt":"2026-04-22"}""")));

        Assert.Equal([complaint], await ListAsync(api, "kind=complaint"));
        Assert.Equal([complaint], await ListAsync(api, "unit=social"));
        Assert.Equal([praise], await ListAsync(api, "receivedFrom=2026-04-21"));
        Assert.Equal([complaint], await ListAsync(api, "receivedTo=2026-04-20"));
        Assert.Equal([complaint], await ListAsync(api, $"q={complaint}"));
        Assert.Equal(2, (await ListAsync(api, "status=open")).Count);
        Assert.Empty(await ListAsync(api, "status=closed"));
        Assert.Empty(await ListAsync(api, "unit=finns-inte"));
        Assert.Equal(2, (await ListAsync(api, "receivedFrom=0001-01-01&receivedTo=9999-12-31&dueBefore=9999-12-31")).Count);
        Assert.Empty(await ListAsync(api, "dueBefore=0001-01-01"));
    }

    [Fact]
    public async Task A_change_to_something_older_is_refused_and_changes_nothing()
    {
        var amal = await work.KeyOf("amal");
        var reference = await work.CaseOfAmal();
        var tag = (await amal.GetAsync($"/api/v1/cases/{reference}")).Headers.ETag!;
        await work.Do("maria", reference, "note", new { text = "Maria skrev före." });
        var lines = await work.LinesOf(reference);

        foreach (var stale in new[] { tag.Tag, "\"0\"", "\"abc\"", "W/\"1\"", "\"-1\"", "\"99999999999999\"" })
        {
            using var request = Request(HttpMethod.Post, $"/api/v1/cases/{reference}/note", """{"text":"Amal."}""");
            request.Headers.TryAddWithoutValidation("If-Match", stale);
            await AssertProblem(await amal.SendAsync(request), 412, "stale");
        }

        Assert.Equal(lines, await work.LinesOf(reference));
        using var fresh = Request(HttpMethod.Post, $"/api/v1/cases/{reference}/note", """{"text":"Amal."}""");
        fresh.Headers.IfMatch.Add((await amal.GetAsync($"/api/v1/cases/{reference}")).Headers.ETag!);
        Assert.Equal(200, (int)(await amal.SendAsync(fresh)).StatusCode);
    }

    // R-FLOW-03, R-FLOW-09, R-FLOW-10, R-FLOW-12
    [Fact]
    public async Task A_case_can_be_worked_from_end_to_end_by_programs()
    {
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "contact", new { reached = false, way = "phone" });
        await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone", text = "Det gäller er." });
        using (var declined = await PostAsync(await work.KeyOf("karin"), """{"why":"Det gäller inte oss."}""", address: $"/api/v1/cases/{reference}/decline"))
        {
            // It is done, and whoever said no sees the case no more.
            Assert.Equal(204, (int)declined.StatusCode);
        }

        await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone" });
        await work.Do("karin", reference, "accept", new { });
        await work.Do("karin", reference, "feedback", new { text = "Vi har börjat.", about = "investigation", way = "phone" });
        await work.Do("karin", reference, "delay-notice", new { reason = "En medarbetare är borta.", way = "letter", newDay = "2026-05-15" });
        await work.Do("karin", reference, "measure", new { text = "Nytt schema.", prevents = true });
        await work.Do("karin", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        await work.Do("karin", reference, "close", new { text = "Klart." });
        await work.Do("karin", reference, "reopen", new { why = "Det hände igen." });

        var @case = await JsonOf(await (await work.KeyOf("karin")).GetAsync($"/api/v1/cases/{reference}"));
        Assert.Equal("inProgress", @case.GetProperty("status").GetString());
        Assert.Equal("karin", @case.GetProperty("responsible").GetString());
        Assert.Equal(1, @case.GetProperty("handOvers").GetInt32());
    }

    // R-REG-03, R-SEC-02
    [Fact]
    public async Task The_complainant_is_shown_to_the_responsible_and_that_is_logged()
    {
        var reference = await work.CaseOfAmal("Karin Holmlund kom inte.");
        var lines = await work.LinesOf(reference);
        var opened = await JsonOf(await (await work.KeyOf("amal")).GetAsync($"/api/v1/cases/{reference}?include=complainant"));

        Assert.Equal("Elsa Exempel", opened.GetProperty("complainant").GetProperty("name").GetString());
        Assert.Equal("Karin Holmlund kom inte.", opened.GetProperty("original").GetString());
        Assert.Equal(lines + 1, await work.LinesOf(reference));
        Assert.Equal("vaultOpened", opened.GetProperty("journal").EnumerateArray().Last().GetProperty("kind").GetString());
    }

    // R-REG-03
    [Fact]
    public async Task A_service_gets_no_details_and_neither_does_anybody_who_did_not_ask()
    {
        var reference = await work.CaseOfAmal("Karin Holmlund kom inte.");
        using var api = work.App.Api();
        var refused = await api.GetAsync($"/api/v1/cases/{reference}?include=complainant");
        await AssertProblem(refused, 400, "vault-not-yours");
        foreach (var client in new[] { api, await work.KeyOf("amal") })
        {
            var shown = await client.GetStringAsync($"/api/v1/cases/{reference}");
            foreach (var secret in new[] { "Karin", "Holmlund", "Elsa", "174 06", "Storgatan", "elsa@" }) Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        }
    }

    // V7.4.3, V9.2.1
    [Fact]
    public async Task Only_a_live_key_opens_the_api()
    {
        await using var app = await TestApp.StartAsync();
        var desk = app.Services.GetRequiredService<SignInDesk>();
        var own = await desk.IssueKeyAsync("maria", Person.System);
        using (var maria = app.Api(own)) Assert.Equal(200, (int)(await maria.GetAsync("/api/v1/cases")).StatusCode);
        Assert.Equal(1, await desk.RevokeKeysAsync("maria", Person.System));
        await Task.Delay(1100);

        foreach (var header in new[] { null, "", "Bearer", "Bearer ", "Bearer fel-nyckel-som-inte-finns", $"Bearer {own}", $"Basic {own}", $"Bearer {new string('x', 5000)}", "Bearer å\u00e4\u00f6å\u00e4\u00f6å\u00e4" })
        {
            using var client = new HttpClient { BaseAddress = new Uri(app.Url) };
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cases");
            if (header is not null) request.Headers.TryAddWithoutValidation("Authorization", header.All(char.IsAscii) ? header : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(header)));
            HttpResponseMessage answer;
            try
            {
                answer = await client.SendAsync(request);
            }
            catch (HttpRequestException)
            {
                // The client itself refuses to send signs that no header can hold.
                continue;
            }

            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            await AssertProblem(answer, 401, "not-signed-in");
        }
    }

    [Fact]
    public async Task The_description_tells_every_operation_with_its_errors_and_an_example()
    {
        using var client = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        var description = await JsonOf(await client.GetAsync("/openapi/v1.json"));
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Where(o => o.Name is "get" or "post" or "patch" or "delete").Select(o => (p.Name, o.Name, o.Value))).ToList();
        var routes = Gava.Web.Commands.RoutesCommand.Lines(work.App.Routes).Where(l => l.Contains("/api/v1", StringComparison.Ordinal)).Select(l => string.Join(' ', l.Split('\t')[..2]).Replace(":guid}", "}", StringComparison.Ordinal).Replace(":int}", "}", StringComparison.Ordinal).Replace(":long}", "}", StringComparison.Ordinal)).ToList();
        Assert.Equal(routes.Order(), operations.Select(o => $"{o.Item2.ToUpperInvariant()} {o.Item1}").Order());
        foreach (var (path, method, operation) in operations)
        {
            foreach (var status in new[] { "400", "401", "404" }) Assert.True(operation.GetProperty("responses").TryGetProperty(status, out _), $"{method} {path} lacks {status}");
            Assert.True(operation.GetProperty("operationId").GetString() is { Length: > 0 }, path);
            Assert.True(operation.GetProperty("summary").GetString() is { Length: > 0 }, path);
            var last = path.Split('/')[^1];
            if (method == "post" && last is not ("take" or "accept" or "forward-to-registrar" or "password" or "{number}" or "opening" or "drop" or "copy"))
            {
                Assert.Equal(JsonValueKind.Object, operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").ValueKind);
            }
        }
    }

    internal static string New(string text) => JsonSerializer.Serialize(new { text, kind = "complaint", channel = "phone", unit = "socialpsykiatri" });

    internal static async Task<HttpResponseMessage> PostAsync(HttpClient api, string body, string? key = null, string address = "/api/v1/cases")
    {
        using var request = Request(HttpMethod.Post, address, body);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await api.SendAsync(request);
    }

    internal static async Task<JsonElement> JsonOf(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    internal static async Task AssertProblem(HttpResponseMessage answer, int status, string? code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        if (code is not null) Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal($"urn:gava:problem:{problem.GetProperty("code").GetString()}", problem.GetProperty("type").GetString());
        Assert.Matches("^[A-ZÅÄÖa-z].* .*[.?…}]$", problem.GetProperty("title").GetString()!);
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string body) =>
        new(method, address) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };

    private static async Task<List<string>> ListAsync(HttpClient api, string query) =>
        [.. (await JsonOf(await api.GetAsync($"/api/v1/cases?{query}"))).GetProperty("items").EnumerateArray().Select(Reference)];

    private static string Reference(JsonElement @case) => @case.GetProperty("reference").GetString()!;
}
