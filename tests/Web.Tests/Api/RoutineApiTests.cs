using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Api;

/// <summary>R-FLOW-16, R-IN-09, R-SYS-03: what the pages of routines, duties, diaries and documents do, by the API.</summary>
public sealed class RoutineApiTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task A_routine_is_read_checked_and_published_once()
    {
        var admin = await work.KeyOf("admin");
        var source = (await CaseApiTests.JsonOf(await admin.GetAsync("/api/v1/routines/internservice"))).GetProperty("source").GetString()!;
        var next = source.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal);
        Assert.NotEqual(source, next);

        var broken = next.Replace("\"clocks\"", "\"klockor\"", StringComparison.Ordinal);
        var look = await CaseApiTests.JsonOf(await admin.PostAsJsonAsync("/api/v1/routines/check", new { source = broken }));
        var fault = look.GetProperty("faults").EnumerateArray().First(f => f.GetProperty("fault").GetString()!.Contains("klockor", StringComparison.Ordinal));
        Assert.True(fault.GetProperty("line").GetInt32() > 1);
        Assert.NotEqual("", fault.GetProperty("cure").GetString());
        await CaseApiTests.AssertProblem(await admin.PostAsJsonAsync("/api/v1/routines", new { source = broken }), 400, "routine-faulty");
        await CaseApiTests.AssertProblem(await admin.PostAsJsonAsync("/api/v1/routines", new { }), 400, "source-missing");

        for (var time = 1; time <= 2; time++)
        {
            using var published = await admin.PostAsJsonAsync("/api/v1/routines", new { source = next });
            Assert.Equal(HttpStatusCode.Created, published.StatusCode);
            Assert.Equal([2, 1], (await CaseApiTests.JsonOf(published)).GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
        }

        await CaseApiTests.AssertProblem(await admin.PostAsJsonAsync("/api/v1/routines", new { source = source.Replace("\"title\": \"", "\"title\": \"Ny ", StringComparison.Ordinal) }), 400, "version-old");
        Assert.Equal(1, (await CaseApiTests.JsonOf(await admin.GetAsync("/api/v1/routines/internservice?version=1"))).GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/api/v1/routines/internservice?version=9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await work.KeyOf("maria")).PostAsJsonAsync("/api/v1/routines", new { source = next })).StatusCode);
    }

    [Fact]
    public async Task Duties_are_confirmed_and_what_comes_back_is_ticked_off_once()
    {
        var maria = await work.KeyOf("maria");
        Assert.Equal(HttpStatusCode.NoContent, (await maria.PostAsJsonAsync("/api/v1/routines/nacka-socialpsykiatri/read", new { })).StatusCode);
        Assert.Contains("Du läste", (await (await work.As("maria")).GetAsync("/rutiner/nacka-socialpsykiatri")).Text, StringComparison.Ordinal);

        foreach (var person in new[] { "kerstin", "maria", "gunnar" })
        {
            var api = await work.KeyOf(person);
            var waiting = (await ItemsAsync(api, "/api/v1/recurring")).Where(w => !w.TryGetProperty("doneAt", out var done) || done.ValueKind == JsonValueKind.Null).ToList();
            if (waiting.Count == 0) continue;
            var one = waiting[0];
            var body = new { routine = one.GetProperty("routine").GetString(), code = one.GetProperty("code").GetString(), unit = one.GetProperty("unit").GetString(), period = one.GetProperty("period").GetString() };
            for (var time = 1; time <= 2; time++) Assert.Equal(HttpStatusCode.NoContent, (await api.PostAsJsonAsync("/api/v1/recurring/done", body)).StatusCode);
            Assert.Equal(waiting.Count - 1, (await ItemsAsync(api, "/api/v1/recurring")).Count(w => !w.TryGetProperty("doneAt", out var done) || done.ValueKind == JsonValueKind.Null));
            Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsJsonAsync("/api/v1/recurring/done", body with { period = "1999" })).StatusCode);
            return;
        }

        Assert.Fail("Nothing comes back for anybody: the routines lost their duties.");
    }

    [Fact]
    public async Task What_nobody_wants_as_a_case_is_counted_once()
    {
        var nadia = await work.KeyOf("nadia");
        const string view = """{"unit":"barn-och-familj","kind":"view","channel":"phone","day":"2026-04-23"}""";
        for (var time = 1; time <= 2; time++) Assert.Equal(HttpStatusCode.NoContent, (await CaseApiTests.PostAsync(nadia, view, "count-1", "/api/v1/counted-views")).StatusCode);
        await CaseApiTests.AssertProblem(await CaseApiTests.PostAsync(nadia, view.Replace("phone", "letter", StringComparison.Ordinal), null, "/api/v1/counted-views"), 400, "count-not-allowed");
    }

    [Fact]
    public async Task A_file_comes_with_a_case_is_listed_and_fetched_and_its_reading_is_logged()
    {
        var amal = await work.KeyOf("amal");
        var photo = Convert.ToBase64String(Encoding.UTF8.GetBytes("ett foto"));
        var body = new { text = "Ingen kom.", kind = "complaint", channel = "phone", unit = "socialpsykiatri", attachments = new[] { new { filename = "Elsa Exempel.jpg", content = photo } } };
        var reference = (await CaseApiTests.JsonOf(await amal.PostAsJsonAsync("/api/v1/cases", body))).GetProperty("reference").GetString()!;

        var list = await amal.GetStringAsync($"/api/v1/cases/{reference}/attachments");
        Assert.DoesNotContain("Elsa", list, StringComparison.Ordinal);
        Assert.Equal(8, JsonDocument.Parse(list).RootElement.GetProperty("items")[0].GetProperty("size").GetInt32());
        using var file = await amal.GetAsync($"/api/v1/cases/{reference}/attachments/1");
        Assert.Equal("ett foto", await file.Content.ReadAsStringAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("Elsa", $"{file.Content.Headers.ContentDisposition}", StringComparison.Ordinal);
        Assert.Contains("vaultOpened", await amal.GetStringAsync($"/api/v1/cases/{reference}"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await amal.GetAsync($"/api/v1/cases/{reference}/attachments/2")).StatusCode);

        await CaseApiTests.AssertProblem(await amal.PostAsJsonAsync("/api/v1/cases", body with { attachments = [new { filename = "a.jpg", content = "inte base64!" }] }), 400, "type-wrong");
        await CaseApiTests.AssertProblem(await amal.PostAsJsonAsync("/api/v1/cases", body with { attachments = [new { filename = "", content = photo }] }), 400, "attachment-empty");
        await CaseApiTests.AssertProblem(await amal.PostAsJsonAsync("/api/v1/cases", body with { attachments = [.. Enumerable.Repeat(new { filename = "a.jpg", content = photo }, 11)] }), 400, "attachments-many");
        var large = Convert.ToBase64String(new byte[(20 * 1024 * 1024) + 1]);
        await CaseApiTests.AssertProblem(await amal.PostAsJsonAsync("/api/v1/cases", body with { attachments = [new { filename = "a.jpg", content = large }] }), 400, "attachment-large");
    }

    [Fact]
    public async Task The_registrar_reads_the_desk_and_the_public_list()
    {
        await DiaryRoutine.ShipAsync(work.App.Services);
        var rut = await work.KeyOf("rut");
        var reference = (await CaseApiTests.JsonOf(await rut.PostAsJsonAsync("/api/v1/cases", new { text = "Maten var kall.", kind = "complaint", channel = "phone", unit = "dagverksamheten-solsidan" }))).GetProperty("reference").GetString();
        var desk = await CaseApiTests.JsonOf(await rut.GetAsync("/api/v1/diary-desk"));
        Assert.Contains(reference, desk.GetProperty("waiting").EnumerateArray().Select(w => w.GetProperty("reference").GetString()));
        await work.Do("rut", reference!, "assign-diary-number", new { publicSubject = DiaryRoutine.Subject });

        var code = (await ItemsAsync(rut, "/api/v1/diaries")).First(d => d.GetProperty("mode").GetString() == "diary" && d.GetProperty("years").GetArrayLength() > 0).GetProperty("code").GetString();
        Assert.Contains(DiaryRoutine.Subject, await rut.GetStringAsync($"/api/v1/diaries/{code}?year=2026"), StringComparison.Ordinal);
        Assert.StartsWith("series;number", (await rut.GetStringAsync($"/api/v1/diaries/{code}?year=2026&format=csv")).TrimStart('\uFEFF'), StringComparison.Ordinal);
        await CaseApiTests.AssertProblem(await rut.GetAsync($"/api/v1/diaries/{code}?format=xml"), 400, "query-wrong");
        Assert.Equal(HttpStatusCode.NotFound, (await rut.GetAsync("/api/v1/diaries/INGEN")).StatusCode);
    }

    [Fact]
    public async Task A_letter_is_printed_as_a_PDF()
    {
        var amal = await work.KeyOf("amal");
        var body = new { text = "Ingen kom.", kind = "complaint", channel = "letter", unit = "socialpsykiatri", complainant = new { name = "Elsa Exempel", address = "Storgatan 1, 131 30 Nacka" } };
        var reference = (await CaseApiTests.JsonOf(await amal.PostAsJsonAsync("/api/v1/cases", body))).GetProperty("reference").GetString()!;
        await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        var lines = (await CaseApiTests.JsonOf(await amal.GetAsync($"/api/v1/cases/{reference}"))).GetProperty("journal").EnumerateArray();
        var number = lines.First(l => l.GetProperty("kind").GetString() == "replied").GetProperty("number").GetInt32();
        using var letter = await amal.PostAsJsonAsync($"/api/v1/cases/{reference}/letters/{number}", new { });
        Assert.Equal("application/pdf", letter.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF", await letter.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await amal.PostAsJsonAsync($"/api/v1/cases/{reference}/letters/1", new { })).StatusCode);
    }

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient api, string address) =>
        [.. (await CaseApiTests.JsonOf(await api.GetAsync(address))).GetProperty("items").EnumerateArray()];
}
