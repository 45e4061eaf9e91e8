using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Api;

/// <summary>Reports by the API, of cases that have gone their whole way (R-LEARN-02, contract: reports).</summary>
public sealed class ReportApiTests(Work work) : IClassFixture<Work>
{
    [Fact] // W0, the last step: T1 counts it as received, T2 as closed: feedback in time, answer late with notice, one hand-over
    public async Task W0_is_volume_in_the_first_tertial_and_a_result_in_the_second()
    {
        work.App.Clock.MoveTo("2026-04-24 14:10");
        var (t1, t2) = (await ReportAsync("2026-T1"), await ReportAsync("2026-T2"));
        var reference = await work.RegisterAsync("amal", new { text = "En medarbetare kom för sent fyra gånger.", kind = "complaint", channel = "phone", unit = "socialpsykiatri", complainant = new { name = "Elsa Exempel", phone = "070-174 06 05", address = "Storgatan 1\n123 45 Almvik" } });
        await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone" });
        await work.Do("karin", reference, "accept", new { });
        work.App.Clock.MoveTo("2026-04-29 10:00");
        await work.Do("karin", reference, "measure", new { text = "Nytt schema.", prevents = true });
        await work.Do("karin", reference, "feedback", new { text = "Vi har gjort ett nytt schema.", about = "measure", way = "phone" });
        work.App.Clock.MoveTo("2026-05-08 10:00");
        await work.Do("karin", reference, "delay-notice", new { reason = "Vi behöver tala med en som är borta.", way = "letter", newDay = "2026-05-15" });
        work.App.Clock.MoveTo("2026-05-13 10:00");
        await work.Do("karin", reference, "reply", new { text = "Tack för att du berättade. Jag beklagar.", way = "letter" });
        await work.Do("karin", reference, "close", new { text = "Klart." });

        var (first, second) = (await ReportAsync("2026-T1"), await ReportAsync("2026-T2"));

        Assert.Equal(1, Rise(t1, first, "received", "total"));
        Assert.Equal(0, Rise(t1, first, "closed", "total"));
        Assert.Equal(0, Rise(t2, second, "received", "total"));
        Assert.Equal((1, 0, 1, 1, 0), (Rise(t2, second, "closed", "total"), Rise(t2, second, "closed", "inTime"), Rise(t2, second, "closed", "late"), Rise(t2, second, "closed", "lateWithNotice"), Rise(t2, second, "closed", "noTerm")));
        Assert.Equal((1, 0), (Rise(t2, second, "feedback", "inTime"), Rise(t2, second, "feedback", "late")));
        Assert.Equal((1, 1), (Rise(t2, second, "handOvers", "times"), Rise(t2, second, "measures", "times")));
        Assert.Equal(1, Rise(t1, first, "open", "total"));
        Assert.Equal(1, (await ReportAsync("2026-T1", "traffpunkten", "karin")).GetProperty("received").GetProperty("total").GetInt32()); // where it concerns
        Assert.Equal(0, (await ReportAsync("2026-T1", "socialpsykiatri", "maria")).GetProperty("received").GetProperty("total").GetInt32());
        Assert.Equal(["period", "from", "to", "unit", "received", "closed"], second.EnumerateObject().Take(6).Select(p => p.Name));
    }

    [Fact] // R-ESC-05, R-LEARN-02: passed upwards it still concerns the unit below
    public async Task What_is_passed_upwards_is_counted_where_it_belongs()
    {
        work.App.Clock.MoveTo("2026-06-01 09:00");
        var before = await ReportAsync("2026-06", "stad", "lena");
        var reference = await work.RegisterAsync("olle", new { text = "Det är inte städat.", kind = "complaint", channel = "phone", unit = "stad", askedInWriting = true, complainant = new { phone = "070-174 06 05" } });
        await work.Do("olle", reference, "handover", new { unit = "stad" });
        await work.Do("sven", reference, "accept", new { });
        await work.Do("sven", reference, "escalate", new { about = "ownPerson", concerned = "sven", why = "Det gäller mig." });

        Assert.Equal("internservice", (await work.CaseAsync("lena", reference)).GetProperty("unit").GetString());
        Assert.Equal(1, Rise(before, await ReportAsync("2026-06", "stad", "lena"), "received", "total"));
        // The one whom it is about sees it nowhere: also not in a figure (R-SEC-03).
        Assert.Equal(before.GetProperty("received").GetProperty("total").GetInt32(), (await ReportAsync("2026-06", "stad", "sven")).GetProperty("received").GetProperty("total").GetInt32());
    }

    [Fact] // contract: figure,group,value
    public async Task The_same_figures_stand_in_the_csv()
    {
        var json = await ReportAsync("2026-T1");
        var answer = await (await work.KeyOf("kerstin")).GetAsync("/api/v1/reports/2026-T1?format=csv&unit=" + json.GetProperty("unit").GetString());
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n");

        Assert.Equal("figure,group,value", lines[0]);
        Assert.Contains($"received,total,{json.GetProperty("received").GetProperty("total").GetInt32()}", lines);
        Assert.Contains($"closed,lateWithNotice,{json.GetProperty("closed").GetProperty("lateWithNotice").GetInt32()}", lines);
        Assert.All(json.GetProperty("received").GetProperty("byKind").EnumerateObject(), kind => Assert.Contains($"received.byKind,{kind.Name},{kind.Value.GetInt32()}", lines));
    }

    [Fact] // R-LEARN-02: page, JSON, CSV, Excel, PDF and Word cannot disagree
    public async Task Every_form_has_the_same_values()
    {
        work.App.Clock.MoveTo("2026-06-20 09:00");
        var api = await work.KeyOf("lena");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await work.RegisterAsync("olle", new { text = "Det är inte städat på plan 3.", kind = "complaint", channel = "phone", unit = "stad", receivedAt = "2026-05-04T10:00", askedInWriting = true, complainant = new { phone = "070-174 06 05" } });
        }

        var json = await ReportAsync("2026-T2", "stad", "lena");
        var csv = (await api.GetStringAsync("/api/v1/reports/2026-T2?unit=stad&format=csv")).Split("\r\n");
        var excel = SheetTools.Rows(await FileAsync("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "Siffror").Skip(1).ToList();
        var pdf = PdfTools.Text(await FileAsync("pdf", "application/pdf"), "-layout");
        var word = await FileAsync("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        var page = await (await work.As("lena")).GetAsync("/rapporter/2026-T2?enhet=stad");

        var told = Rows(page).ToList();
        Assert.Equal(told.Select(row => (object?[])[row[0], .. row.Skip(1).Select(Number)]), excel.Select(row => row.Skip(1).ToArray()));
        Assert.Equal(told, WordTools.Rows(word).TakeLast(told.Count));
        Assert.All(told, row => Assert.Matches(string.Join(@"\s+", row.Skip(1).Select(Regex.Escape)), pdf));
        var received = json.GetProperty("received").GetProperty("total").GetInt32();
        Assert.True(received >= 2);
        Assert.Equal(["alla", $"{received}"], told[0].Take(2));
        Assert.Contains($"received,total,{received}", csv);

        async Task<byte[]> FileAsync(string format, string type)
        {
            var answer = await api.GetAsync($"/api/v1/reports/2026-T2?unit=stad&format={format}");
            Assert.Equal((type, $"rapport-2026-T2-stad.{format}"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
            return await answer.Content.ReadAsByteArrayAsync();
        }
    }

    [Fact]
    public async Task A_page_says_which_forms_there_are()
    {
        var page = await (await work.As("lena")).GetAsync("/rapporter/2026-T2?enhet=stad&format=xml");

        Assert.Equal(400, page.Status);
        Assert.StartsWith("Rapporten finns att hämta som Excel", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-T4", "", "period-unknown")]
    [InlineData("2026-13", "", "period-unknown")]
    [InlineData("0001", "", "period-unknown")]
    [InlineData("9999", "", "period-unknown")]
    [InlineData("igår", "", "period-unknown")]
    [InlineData("2026-T1", "?unit=finns-inte", "unit-unknown")]
    [InlineData("2026-T1", "?format=xml", "query-wrong")]
    [InlineData("2026-T1", "?accumulated=ja", "query-wrong")]
    public async Task What_does_not_exist_is_refused_with_what_would_be_right(string period, string query, string code)
    {
        var answer = await (await work.KeyOf("kerstin")).GetAsync($"/api/v1/reports/{Uri.EscapeDataString(period)}{query}");

        Assert.Equal((400, code), ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }

    [Fact] // R-LEARN-07: outside the circle no small group is told, and months are not told at all
    public async Task Whoever_may_not_see_the_cases_sees_no_small_groups()
    {
        work.App.Clock.MoveTo("2026-06-20 09:00");
        foreach (var kind in new[] { "complaint", "complaint", "praise" })
        {
            await work.RegisterAsync("olle", new { text = "Det är inte städat på plan 3.", kind, channel = "phone", unit = "stad", receivedAt = "2025-03-03T10:00", askedInWriting = true, complainant = new { phone = "070-174 06 05" } });
        }

        var outside = await ReportAsync("2025", "stad", "amal");
        var inside = await ReportAsync("2025", "stad", "lena");
        var month = await (await work.KeyOf("amal")).GetAsync("/api/v1/reports/2025-04?unit=stad");

        Assert.True(outside.GetProperty("smallGroupsHidden").GetBoolean());
        Assert.False(inside.GetProperty("smallGroupsHidden").GetBoolean());
        Assert.All(Counts(outside), value => Assert.False(value is > 0 and < 5));
        Assert.Contains(Counts(inside), value => value is > 0 and < 5);
        Assert.Equal((400, "period-not-open"), ((int)month.StatusCode, (await month.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }

    /// <summary>The rows of every figure on the page: the label, then the values as they are shown.</summary>
    private static IEnumerable<string[]> Rows(HtmlPage page) =>
        page.Document.QuerySelectorAll(".figures tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToArray());

    private static object? Number(string shown)
    {
        if (shown is "–" or "dolt") return shown == "dolt" ? shown : null;
        var number = decimal.Parse(shown.TrimEnd('%', ' ', '\u00A0'), NumberStyles.Number, CultureInfo.GetCultureInfo("sv-SE"));
        return (double)(shown.EndsWith('%') ? number / 100 : number);
    }

    private static IEnumerable<int> Counts(JsonElement report) =>
        from figure in new[] { report.GetProperty("closed"), report.GetProperty("feedback"), report.GetProperty("endings"), report.GetProperty("open"), report.GetProperty("received").GetProperty("byKind"), report.GetProperty("received").GetProperty("byChannel"), report.GetProperty("received").GetProperty("byCategory") }
        from value in figure.EnumerateObject()
        where value.Value.ValueKind == JsonValueKind.Number
        select value.Value.GetInt32();

    private static int Rise(JsonElement before, JsonElement after, string figure, string group)
    {
        return Of(after) - Of(before);

        int Of(JsonElement report) => report.GetProperty(figure).GetProperty(group).GetInt32();
    }

    private async Task<JsonElement> ReportAsync(string period, string? unit = null, string who = "kerstin")
    {
        var answer = await (await work.KeyOf(who)).GetAsync($"/api/v1/reports/{period}{(unit is null ? "" : $"?unit={unit}")}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
