using System.Text;
using System.Text.Json;
using Gava.Domain.Learning;
using Gava.Operations.Learning;
using Gava.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

// R-LEARN-07: open statistics, without any small group
public sealed class StatisticsTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task Anybody_reads_ended_years_of_places_that_publish_as_page_csv_and_json()
    {
        work.App.Clock.MoveTo("2026-05-04 09:00");
        foreach (var number in Enumerable.Range(0, 7)) await ComplainAsync("socialpsykiatri", $"Ingen kom dag {number}.");
        await ComplainAsync("traffpunkten", "Kaffet var slut.");
        work.App.Clock.MoveTo("2026-09-02 09:00");

        using var anybody = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        var json = JsonDocument.Parse(await anybody.GetStringAsync("/statistik/2026-T2.json")).RootElement;
        var csv = Encoding.UTF8.GetString(await anybody.GetByteArrayAsync("/statistik/2026-T2.csv")).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        var places = json.GetProperty("places").EnumerateArray().ToDictionary(p => p.GetProperty("unit").GetString()!);
        Assert.Equal(OpenStatistics.Licence, json.GetProperty("license").GetString());
        Assert.Equal(string.Join(',', OpenStatistics.Columns), csv[0]);
        Assert.Equal(places.Values.Sum(p => p.GetProperty("figures").GetArrayLength()), csv.Length - 1);

        // Their routine lets figures be seen; social services' does not, nor then what has them below it.
        Assert.Contains("socialpsykiatri", places.Keys);
        Assert.DoesNotContain("barn-och-familj", places.Keys);
        Assert.DoesNotContain("social", places.Keys);
        Assert.Equal((null, true), Value(places["traffpunkten"], "received", "total"));
        Assert.Contains(csv, line => line.StartsWith("2026-T2,2026-05-01,2026-08-31,traffpunkten,", StringComparison.Ordinal) && line.EndsWith(",received,total,alla,,true", StringComparison.Ordinal));

        foreach (var language in new[] { "sv", "sv-latt", "en", "fi", "ar", "so" })
        {
            var page = await anybody.GetAsync($"/statistik?tid=2026-T2&lang={language}");
            Assert.Equal(200, (int)page.StatusCode);
            Assert.Contains("Träffpunkten", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory] // what runs is not told: two looks a day apart would tell of a single case
    [InlineData("2026-T1")]
    [InlineData("2026")]
    [InlineData("2026-04")]
    [InlineData("1999")]
    [InlineData("x")]
    public async Task What_has_not_ended_or_does_not_exist_is_not_told(string period)
    {
        work.App.Clock.MoveTo("2026-04-24 09:00");
        using var anybody = new HttpClient { BaseAddress = new Uri(work.App.Url) };

        foreach (var address in new[] { $"/statistik?tid={period}", $"/statistik/{period}.csv", $"/statistik/{period}.json" }) Assert.Equal(404, (int)(await anybody.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_schema_describes_what_is_sent()
    {
        work.App.Clock.MoveTo("2026-04-24 09:00");
        using var anybody = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        var answer = await anybody.GetAsync("/statistik/schema.json");
        var schema = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var told = JsonDocument.Parse(await anybody.GetStringAsync("/statistik/2025.json")).RootElement;

        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(schema.GetProperty("properties").EnumerateObject().Select(p => p.Name), told.EnumerateObject().Select(p => p.Name));
        var figure = schema.GetProperty("properties").GetProperty("places").GetProperty("items").GetProperty("properties").GetProperty("figures").GetProperty("items").GetProperty("properties");
        Assert.Equal(Figures.All.Select(f => f.Code), figure.GetProperty("figure").GetProperty("oneOf").EnumerateArray().Select(o => o.GetProperty("const").GetString()));
        Assert.Equal("*", Assert.Single((await anybody.GetAsync("/statistik/2025.csv")).Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact] // a crowd costs no more than one: ten minutes outside, and never old for whoever is signed in
    public async Task A_year_is_worked_out_once_and_anew_when_something_was_written()
    {
        work.App.Clock.MoveTo("2027-02-01 09:00");
        var years = work.App.Services.GetRequiredService<Remembered>();
        var times = 0;
        Task<IReadOnlyDictionary<Told, ReportFigures>> Work()
        {
            Interlocked.Increment(ref times);
            return Task.FromResult<IReadOnlyDictionary<Told, ReportFigures>>(new Dictionary<Told, ReportFigures>());
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => years.ReadAsync(("open", 1901), null, Work, default)));
        Assert.Equal(1, times);
        await ComplainAsync("socialpsykiatri", "Ingen kom.");
        await years.ReadAsync(("open", 1901), TimeSpan.FromMinutes(10), Work, default);
        Assert.Equal(1, times);
        await years.ReadAsync(("open", 1901), null, Work, default);
        Assert.Equal(2, times);
        work.App.Clock.Advance(TimeSpan.FromMinutes(11));
        await ComplainAsync("socialpsykiatri", "Ingen kom igen.");
        await years.ReadAsync(("open", 1901), TimeSpan.FromMinutes(10), Work, default);
        Assert.Equal(3, times);
    }

    private static (decimal?, bool) Value(JsonElement place, string figure, string group)
    {
        var line = place.GetProperty("figures").EnumerateArray().First(l => l.GetProperty("figure").GetString() == figure && l.GetProperty("group").GetString() == group);
        return (line.TryGetProperty("value", out var value) ? value.GetDecimal() : null, line.GetProperty("hidden").GetBoolean());
    }

    private Task<string> ComplainAsync(string unit, string text) =>
        work.RegisterAsync(unit == "traffpunkten" ? "karin" : "amal", new { text, kind = "complaint", channel = "phone", unit });
}
