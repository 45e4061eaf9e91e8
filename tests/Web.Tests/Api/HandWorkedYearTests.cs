using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Api;

/// <summary>
/// A year of eight cases that went their whole way in a register of their own, every figure of it worked out by hand: page, API, CSV, Excel, Word and PDF say those and no
/// others (R-LEARN-02, R-LEARN-07).
/// </summary>
public sealed class HandWorkedYearTests(Work work) : IClassFixture<Work>
{
    private const string Unit = "traffpunkten"; // five working days to feedback, ten to the answer, for complaints

    /// <summary>
    /// Day 0 is the day of arrival. Eve of New Year's Day, New Year's Day, Epiphany and week-ends are no working days.
    /// <code>
    /// in        what        how      answered  working days                                   feedback          answer
    /// 29 Dec 25 complaint   phone    9 Jan     30/12, 2, 5, 7, 8, 9/1 = 6                     due 8 Jan: late   due 15 Jan: in time   annat
    /// 12 Jan    complaint   phone    14 Jan    2                                              in time           in time               bemotande
    /// 2 Feb     complaint   letter   20 Feb    4 + 5 + 5 = 14                                 due 9, was 10     due 16, told on 13    stod
    /// 3 Mar     praise      letter   5 Mar     2                                              no term           no term               -
    /// 2 Apr     complaint   visit    2 Apr     0, solved at once                              in time           in time               -
    /// 4 May     complaint   phone    6 May     2                                              in time           in time               bemotande
    /// 6 Oct     complaint   phone    -         open, 86 days on 31 Dec                                                                bemotande
    /// 21 Dec    suggestion  email    -         open, 10 days on 31 Dec                                                                -
    /// </code>
    /// January's is judged as justified, February's in two points (justified and not), May's as resolved; that of December and that of April by nobody.
    /// January's bemotande came again in May (within half a year of 14 January), May's in October (of 6 May).
    /// </summary>
    private const string Expected = """
        figure,group,value
        received,total,7
        received,uncategorised,3
        received,onlyCounted,0
        received.byKind,complaint,5
        received.byKind,praise,1
        received.byKind,suggestion,1
        received.byChannel,email,1
        received.byChannel,letter,2
        received.byChannel,phone,3
        received.byChannel,visit,1
        received.byCategory,bemotande,3
        received.byCategory,stod,1
        received.perThousand,total,43.8
        closed,total,6
        closed,inTime,4
        closed,late,1
        closed,lateWithNotice,1
        closed,noTerm,1
        receipt,inTime,0
        receipt,late,0
        receipt,lateWithNotice,0
        receipt,noTerm,6
        feedback,inTime,3
        feedback,late,2
        feedback,lateWithNotice,0
        feedback,noTerm,1
        answerDays,mean,4.3
        answerDays,median,2
        answerDays,p90,14
        answerDays,counted,6
        handOvers,times,0
        handOvers,cases,0
        solvedAtOnce,total,1
        reopened,total,0
        endings,answered,6
        endings,answerNotPossible,0
        endings,answerNotWished,0
        endings,handedElsewhere,0
        outcomes,justified,1
        outcomes,partly,1
        outcomes,unjustified,0
        outcomes,resolved,1
        outcomes,notJudged,2
        outcomes,notComplaints,1
        measures,times,5
        measures,cases,5
        satisfaction,index,
        satisfaction,answers,0
        satisfaction,asked,5
        satisfaction,responseRate,0
        recurrence,counted,4
        recurrence,again,2
        recurrence,share,50
        open,total,2
        open,upTo10,1
        open,upTo30,0
        open,upTo90,1
        open,over90,0
        """;

    /// <summary>What is nought everywhere is left out of what people read.</summary>
    private static readonly (string Figure, string Row, string Value)[] Told =
    [
        ("Inkomna", "alla", "7"), ("Inkomna", "utan kategori", "3"), ("Inkomna", "bara räknade", "0"),
        ("Inkomna efter sort", "Klagomål", "5"), ("Inkomna efter sort", "Beröm", "1"), ("Inkomna efter sort", "Förslag", "1"),
        ("Inkomna efter väg in", "Telefon", "3"), ("Inkomna efter väg in", "Brev", "2"), ("Inkomna efter väg in", "Besök eller möte", "1"), ("Inkomna efter väg in", "E-post", "1"),
        ("Inkomna efter kategori", "Bemötande", "3"), ("Inkomna efter kategori", "Stöd och insatser", "1"), ("Inkomna efter kategori", "Annat", "0"), // last December had one
        ("Inkomna per 1 000 brukare", "per 1 000 brukare", "43,8"), // 7 for 160
        ("Avslutade, och svar i tid", "alla", "6"), ("Avslutade, och svar i tid", "i tid", "4"), ("Avslutade, och svar i tid", "för sent", "1"), ("Avslutade, och svar i tid", "varav med besked om förseningen", "1"), ("Avslutade, och svar i tid", "utan utlovad tid", "1"),
        ("Första återkoppling i tid", "i tid", "3"), ("Första återkoppling i tid", "för sent", "2"), ("Första återkoppling i tid", "varav med besked om förseningen", "0"), ("Första återkoppling i tid", "utan utlovad tid", "1"),
        ("Tid till svar", "medel", "4,3"), ("Tid till svar", "median", "2"), ("Tid till svar", "nio av tio inom", "14"), ("Tid till svar", "ärenden", "6"),
        ("Lösta på plats", "alla", "1"),
        ("Hur de avslutades", "besvarade", "6"), ("Hur de avslutades", "gick inte att svara", "0"), ("Hur de avslutades", "svar önskades inte", "0"), ("Hur de avslutades", "lämnade till någon annan", "0"),
        ("Vad klagomålen kom fram till", "befogat", "1"), ("Vad klagomålen kom fram till", "delvis befogat", "1"), ("Vad klagomålen kom fram till", "inte befogat", "0"), ("Vad klagomålen kom fram till", "löstes under tiden", "1"), ("Vad klagomålen kom fram till", "inte bedömda", "2"), ("Vad klagomålen kom fram till", "inte klagomål", "1"),
        ("Åtgärder", "åtgärder", "5"), ("Åtgärder", "ärenden", "5"),
        ("Nöjdhet", "index", "–"), ("Nöjdhet", "svar", "0"), ("Nöjdhet", "kunde tillfrågas", "5"), ("Nöjdhet", "svarsandel", "0 %"),
        ("Det som kommer igen", "klagomål", "4"), ("Det som kommer igen", "kom igen", "2"), ("Det som kommer igen", "andel", "50 %"),
        ("Öppna vid periodens slut", "alla", "2"), ("Öppna vid periodens slut", "högst 10 dagar", "1"), ("Öppna vid periodens slut", "11–30 dagar", "0"), ("Öppna vid periodens slut", "31–90 dagar", "1"), ("Öppna vid periodens slut", "över 90 dagar", "0"),
    ];

    [Fact]
    public async Task Every_form_has_exactly_the_figures_that_one_counts_by_hand()
    {
        await LiveThroughAsync();
        work.App.Clock.MoveTo("2027-01-11 09:00");
        var api = await work.KeyOf("karin");

        Assert.Equal(Expected.ReplaceLineEndings("\n"), (await api.GetStringAsync($"/api/v1/reports/2026?unit={Unit}&format=csv")).TrimEnd().ReplaceLineEndings("\n"));
        await AssertApiAsync(api);
        var page = await (await work.As("karin")).GetAsync($"/rapporter/2026?enhet={Unit}");
        Assert.Equal(Told, page.Document.QuerySelectorAll(".figures section").SelectMany(s => s.QuerySelectorAll("tbody tr")
            .Select(row => (s.QuerySelector("h2")!.TextContent, row.QuerySelector("th")!.TextContent.Trim(), row.QuerySelector("td")!.TextContent.Trim().Replace('\u00A0', ' ')))));
        Assert.Equal(Told.Select(t => (t.Figure, t.Row, Number(t.Value))), SheetTools.Rows(await FileAsync(api, "xlsx"), "Siffror").Skip(1).Select(r => ($"{r[0]}", $"{r[1]}", r[2])));
        Assert.Equal(Told.Select(t => (t.Row, t.Value)), WordTools.Rows(await FileAsync(api, "docx")).TakeLast(Told.Length).Select(r => (r[0], r[1].Replace('\u00A0', ' '))));
        var words = string.Join(' ', PdfTools.Text(await FileAsync(api, "pdf"), "-layout").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var at = 0;
        foreach (var (_, row, value) in Told)
        {
            // In the order of the page, each after the one before. What reads the PDF drops the space that does not break.
            var found = new Regex($@"{Regex.Escape(row)} {Regex.Escape(value).Replace(@"\ %", @"\s?%", StringComparison.Ordinal)}(?= )").Match(words, at);
            Assert.True(found.Success, $"{row} {value} is not in: {words[at..Math.Min(words.Length, at + 200)]}");
            at = found.Index + 1;
        }
    }

    private static async Task AssertApiAsync(HttpClient api)
    {
        var json = await api.GetFromJsonAsync<JsonElement>($"/api/v1/reports/2026?unit={Unit}");
        foreach (var line in Expected.ReplaceLineEndings("\n").Split('\n').Skip(1).Select(l => l.Split(',')))
        {
            var figure = line[0] switch
            {
                "received.byKind" or "received.byChannel" or "received.byCategory" => json.GetProperty("received").GetProperty(line[0]["received.".Length..]),
                "received.perThousand" => JsonSerializer.SerializeToElement(new { total = json.GetProperty("received").GetProperty("perThousand").GetDecimal() }),
                _ => json.GetProperty(line[0]),
            };
            decimal? value = figure.TryGetProperty(line[1], out var told) && told.ValueKind == JsonValueKind.Number ? told.GetDecimal() : null;
            Assert.Equal((line[0], line[1], line[2].Length == 0 ? null : decimal.Parse(line[2], CultureInfo.InvariantCulture)), (line[0], line[1], value));
        }
    }

    private async Task LiveThroughAsync()
    {
        using (var counted = await (await work.KeyOf("admin")).PatchAsJsonAsync($"/api/v1/units/{Unit}", new { users = 160 })) Assert.True(counted.IsSuccessStatusCode);
        var older = await CameAsync("2025-12-29 10:00", "complaint", "phone", "annat");
        await AnsweredAsync(older, "2026-01-09 10:00");
        var january = await CameAsync("2026-01-12 09:00", "complaint", "phone", "bemotande");
        await work.Do("karin", january, "judge-point", new { number = 1, outcome = "justified", cause = "Ingen hade läst planen.", remedy = "En ursäkt." });
        await AnsweredAsync(january, "2026-01-14 10:00");

        var late = await CameAsync("2026-02-02 09:00", "complaint", "letter", "stod");
        work.App.Clock.MoveTo("2026-02-10 09:00");
        await work.Do("karin", late, "measure", new { text = "Nytt schema.", prevents = true });
        await work.Do("karin", late, "feedback", new { text = "Vi har gjort ett nytt schema.", about = "measure", way = "letter" });
        work.App.Clock.MoveTo("2026-02-13 09:00");
        await work.Do("karin", late, "delay-notice", new { reason = "Vi behöver tala med en som är borta.", way = "letter", newDay = "2026-02-23" });
        foreach (var (number, outcome) in new[] { (1, "justified"), (2, "unjustified") })
        {
            await work.Do("karin", late, "add-point", new { text = $"Sak {number}." });
            await work.Do("karin", late, "judge-point", new { number, outcome });
        }

        await AnsweredAsync(late, "2026-02-20 10:00", measure: false);

        await AnsweredAsync(await CameAsync("2026-03-03 09:00", "praise", "letter", null), "2026-03-05 10:00", measure: false);
        var atOnce = await CameAsync("2026-04-02 09:00", "complaint", "visit", null);
        await work.Do("karin", atOnce, "solve", new { text = "Vi hämtade en ny blankett.", satisfied = true });
        var may = await CameAsync("2026-05-04 09:00", "complaint", "phone", "bemotande");
        await work.Do("karin", may, "judge-point", new { number = 1, outcome = "resolved" });
        await AnsweredAsync(may, "2026-05-06 10:00");
        await CameAsync("2026-10-06 09:00", "complaint", "phone", "bemotande");
        await CameAsync("2026-12-21 09:00", "suggestion", "email", null);
    }

    private async Task<string> CameAsync(string at, string kind, string channel, string? category)
    {
        work.App.Clock.MoveTo(at);
        var reference = await work.RegisterAsync("karin", new { text = "Så här var det den här gången.", kind, channel, unit = Unit, complainant = new { phone = "070-174 06 05", address = "Storgatan 1\n123 45 Almvik" } });
        if (category is not null) await work.Do("karin", reference, "categorise", new { tree = "amne", categories = new[] { category } });
        return reference;
    }

    /// <summary>A measure if the routine wants one, the answer, and a while later the closing.</summary>
    private async Task AnsweredAsync(string reference, string at, bool measure = true)
    {
        work.App.Clock.MoveTo(at);
        if (measure) await work.Do("karin", reference, "measure", new { text = "Nytt schema.", prevents = true });
        await work.Do("karin", reference, "reply", new { text = "Tack för att du berättade. Jag beklagar.", way = "letter" });
        work.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await work.Do("karin", reference, "close", new { text = "Klart." });
    }

    private static async Task<byte[]> FileAsync(HttpClient api, string format) => await api.GetByteArrayAsync($"/api/v1/reports/2026?unit={Unit}&format={format}");

    private static object? Number(string shown) => shown == "–" ? null : shown.EndsWith('%')
        ? double.Parse(shown[..^2], CultureInfo.GetCultureInfo("sv-SE")) / 100 : double.Parse(shown, CultureInfo.GetCultureInfo("sv-SE"));
}
