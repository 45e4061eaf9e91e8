using System.Net.Http.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Api;

/// <summary>R-ESC-01, R-FLOW-08: what the pages of the organisation do, by the API.</summary>
public sealed class OrganisationApiTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task A_place_is_added_changed_and_ended()
    {
        var admin = await work.KeyOf("admin");
        var added = await CaseApiTests.JsonOf(await admin.PostAsJsonAsync("/api/v1/units", new { parent = "aldreomsorg", name = "Hemtjänst Väster", kind = "unit" }));
        Assert.Equal("hemtjanst-vaster", added.GetProperty("slug").GetString());
        using var read = await admin.GetAsync("/api/v1/units/hemtjanst-vaster");
        var tag = read.Headers.ETag!.Tag;
        Assert.Equal("stadsdel", (await CaseApiTests.JsonOf(await PatchAsync(admin, "/api/v1/units/hemtjanst-vaster", new { parent = "stadsdel" }, tag))).GetProperty("parent").GetString());
        await CaseApiTests.AssertProblem(await PatchAsync(admin, "/api/v1/units/hemtjanst-vaster", new { name = "Väster" }, tag), 412, "stale");
        await CaseApiTests.AssertProblem(await PatchAsync(admin, "/api/v1/units/stadsdel", new { parent = "hemtjanst-vaster" }), 400, "place-circle");
        await CaseApiTests.AssertProblem(await admin.PostAsJsonAsync("/api/v1/units/stadsdel/end", new { }), 400, "places-below");
        var ended = await CaseApiTests.JsonOf(await admin.PostAsJsonAsync("/api/v1/units/hemtjanst-vaster/end", new { }));
        Assert.Equal("2026-04-24", ended.GetProperty("ended").GetString());
        await CaseApiTests.AssertProblem(await admin.PostAsJsonAsync("/api/v1/units/hemtjanst-vaster/end", new { }), 400, "place-ended");
    }

    [Fact]
    public async Task A_replay_repeats_the_answer_with_its_password_and_adds_nobody_twice()
    {
        var admin = await work.KeyOf("admin");
        const string body = """{"userName":"nils","name":"Nils Exempel","unit":"koket-eken","role":"employee"}""";
        var first = await CaseApiTests.JsonOf(await CaseApiTests.PostAsync(admin, body, "nils-1", "/api/v1/people"));
        var again = await CaseApiTests.JsonOf(await CaseApiTests.PostAsync(admin, body, "nils-1", "/api/v1/people"));
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.True(first.GetProperty("password").GetString()!.Length >= 12);
        await CaseApiTests.AssertProblem(await CaseApiTests.PostAsync(admin, body, null, "/api/v1/people"), 400, "user-name-taken");
        var role = first.GetProperty("roles")[0].GetProperty("id").GetString();
        var standIn = await CaseApiTests.JsonOf(await admin.PostAsJsonAsync("/api/v1/people/nils/stand-in", new { standsInFor = "lotta", from = "2026-05-01", until = "2026-05-31" }));
        Assert.Equal(2, standIn.GetProperty("roles").GetArrayLength());
        await CaseApiTests.JsonOf(await admin.PostAsJsonAsync($"/api/v1/people/nils/roles/{role}/end", new { until = "2026-04-30", toManager = true }));
        Assert.False((await CaseApiTests.JsonOf(await admin.PostAsJsonAsync("/api/v1/people/nils/end", new { }))).GetProperty("active").GetBoolean());
        await CaseApiTests.AssertProblem(await admin.PostAsJsonAsync("/api/v1/people/admin/end", new { }), 400, "last-administrator");
    }

    [Fact]
    public async Task Days_recipients_and_templates_are_added_listed_and_taken_away()
    {
        var admin = await work.KeyOf("admin");
        await CaseApiTests.JsonOf(await admin.PostAsJsonAsync("/api/v1/closed-days", new { day = "2027-05-07", name = "klämdag" }));
        Assert.Equal(1, (await CaseApiTests.JsonOf(await admin.GetAsync("/api/v1/closed-days?year=2027"))).GetProperty("items").GetArrayLength());
        Assert.Equal(204, (int)(await admin.DeleteAsync("/api/v1/closed-days/2027-05-07")).StatusCode);
        Assert.Equal(404, (int)(await admin.DeleteAsync("/api/v1/closed-days/2027-05-07")).StatusCode);

        const string recipient = """{"name":"Hyresnämnden","whatFor":"Tvister om hyra.","position":90}""";
        var one = (await CaseApiTests.JsonOf(await CaseApiTests.PostAsync(admin, recipient, "hyra", "/api/v1/recipients"))).GetProperty("id").GetString();
        Assert.Equal(one, (await CaseApiTests.JsonOf(await CaseApiTests.PostAsync(admin, recipient, "hyra", "/api/v1/recipients"))).GetProperty("id").GetString());
        Assert.Equal("08-123 456", (await CaseApiTests.JsonOf(await PatchAsync(admin, $"/api/v1/recipients/{one}", new { phone = "08-123 456" }))).GetProperty("phone").GetString());
        Assert.Equal(204, (int)(await admin.DeleteAsync($"/api/v1/recipients/{one}")).StatusCode);

        var template = await CaseApiTests.JsonOf(await admin.PostAsJsonAsync("/api/v1/templates", new { use = "reply", subject = "Svar", text = "Tack." }));
        var address = $"/api/v1/templates/{template.GetProperty("id").GetString()}";
        await CaseApiTests.AssertProblem(await PatchAsync(admin, address, new { text = "Hej {namn}" }), 400, "placeholder-unknown");
        Assert.Equal(204, (int)(await admin.DeleteAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Only_an_administrator_changes_and_everybody_reads()
    {
        var maria = await work.KeyOf("maria");
        await CaseApiTests.AssertProblem(await maria.PostAsJsonAsync("/api/v1/people/amal/end", new { to = "peter" }), 400, "administrators-only");
        await CaseApiTests.AssertProblem(await maria.DeleteAsync("/api/v1/closed-days/2026-04-29"), 400, "administrators-only");
        Assert.Equal("Maria Lindqvist", (await CaseApiTests.JsonOf(await maria.GetAsync("/api/v1/people/maria"))).GetProperty("name").GetString());
        await CaseApiTests.AssertProblem(await maria.GetAsync("/api/v1/units/finns-inte"), 404, "not-found");
    }

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient api, string address, object body, string? match = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = JsonContent.Create(body) };
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        return await api.SendAsync(request);
    }
}
