using System.IO.Compression;
using System.Net;
using System.Text;
using Gava.Operations.Registers;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Operations.Registers;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

/// <summary>Taking in an old list on a page, and saving a list (R-SYS-04, R-LEARN-07; W4).</summary>
public sealed class RegisterPagesTests
{
    private static async Task<HtmlPage> ChooseAsync(HtmlClient client, byte[] file, string name = "lista.xlsx")
    {
        var page = await client.GetAsync("/importera");
        var content = new MultipartFormDataContent { { new StringContent(page.Value("__RequestVerificationToken")!), "__RequestVerificationToken" }, { new ByteArrayContent(file), "Fil", name } };
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/importera") { Content = content });
    }

    // W4's end, on the page
    [Fact]
    public async Task The_administrator_takes_in_the_departments_old_list()
    {
        await using var app = await TestApp.StartAsync();
        var olle = await app.SignInAsync("olle");

        var look = await ChooseAsync(olle, OldList.Workbook());
        Assert.Contains("120 ärenden kan läggas in", look.Text, StringComparison.Ordinal);
        var done = await look.SubmitAsync(("do", "lagg-in"), ("Register", OldList.Register));

        Assert.Equal(200, done.Status);
        Assert.Contains("120 ärenden lades in.", done.Text, StringComparison.Ordinal);
        Assert.Contains("2024-000001", done.Source, StringComparison.Ordinal);
        var again = await ChooseAsync(olle, OldList.Workbook());
        Assert.Contains("Allt finns redan 120 finns redan.", again.Text, StringComparison.Ordinal);
        // The file is forgotten when it has been taken in, and the receipt stays for a while.
        await using var database = app.Database();
        Assert.Null((await database.ImportDrafts.SingleAsync(d => d.Receipt != null)).Sealed);
        var first = await olle.GetAsync("/arenden/2024-000001");
        Assert.Contains("Hämtades från ett äldre register, rad 4", first.Text, StringComparison.Ordinal);
        var book = SheetTools.Rows((await olle.GetAsync($"/arenden/lista.xlsx?status=all&register={Uri.EscapeDataString(OldList.Register)}")).Content);
        Assert.Equal((121, "Nr"), (book.Count, book[0][0]));
    }

    [Fact]
    public async Task A_column_a_word_and_a_sheet_are_chosen_and_the_faults_of_each_row_are_told()
    {
        await using var app = await TestApp.StartAsync();
        var olle = await app.SignInAsync("olle");
        var look = await ChooseAsync(olle, Encoding.UTF8.GetBytes("Datum;Hur;Rubrik\n2025-01-02;röksignal;Smutsigt golv\ni våras;Tel;Trasig lampa\n"), "lista.csv");
        Assert.Contains("Välj vilken kolumn som säger vad som hände.", look.Text, StringComparison.Ordinal);

        var token = look.Value("__RequestVerificationToken")!;
        (string, string)[] form = [("__RequestVerificationToken", token), ("Register", "Liten lista"), ("Rubrikrad", "1"), ("Enhet", "stad"), ("Sort", "complaint"), ("Kanal", "form"),
            ("heading", "Datum"), ("field", "arrivedAt"), ("heading", "Hur"), ("field", "channel"), ("heading", "Rubrik"), ("field", "text")];
        var faults = await PostAsync(olle, look.Path, [.. form, ("wordField", "channel"), ("word", "röksignal"), ("meaning", ""), ("do", "visa")]);
        Assert.Contains("2 fel att rätta", faults.Text, StringComparison.Ordinal);
        Assert.Contains("Rad 2, Hur: Ordet går inte att förstå.", faults.Text, StringComparison.Ordinal);
        Assert.Contains("Rad 3, Datum: Dagen går inte att läsa.", faults.Text, StringComparison.Ordinal);
        var refused = await PostAsync(olle, look.Path, [.. form, ("do", "lagg-in")]);
        Assert.Equal(400, refused.Status);
        var fewer = await PostAsync(olle, look.Path, [.. form, ("wordField", "channel"), ("word", "röksignal"), ("meaning", "visit"), ("do", "visa")]);
        Assert.Contains("Ett fel att rätta", fewer.Text, StringComparison.Ordinal);
        await using var database = app.Database();
        Assert.Equal(0, await database.Cases.CountAsync());
    }

    [Fact]
    public async Task A_file_is_sealed_is_seen_by_who_chose_it_and_is_forgotten()
    {
        await using var app = await TestApp.StartAsync();
        var look = await ChooseAsync(await app.SignInAsync("olle"), OldList.Workbook());
        await using (var database = app.Database())
        {
            var kept = await database.ImportDrafts.SingleAsync();
            Assert.DoesNotContain("Exempelsson", Encoding.UTF8.GetString(kept.Sealed!), StringComparison.Ordinal);
            Assert.DoesNotContain("Exempelsson", kept.Map, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await (await app.SignInAsync("rut")).GetAsync(look.Path)).Status);
        app.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(404, (await (await app.SignInAsync("olle")).GetAsync(look.Path)).Status);
        Assert.Equal(1, await app.Services.GetRequiredService<ImportDrafts>().ForgetAsync());
        Assert.DoesNotContain(app.LogLines, l => l.Contains("lista.xlsx", StringComparison.Ordinal) || l.Contains("Exempelsson", StringComparison.Ordinal));
    }

    public static TheoryData<string> Hostile => ["tom", "bomb", "zip", "avhuggen", "gammal", "bild", "bred", "citat", "dtd"];

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_file_that_is_no_list_is_answered_with_a_sentence(string kind)
    {
        await using var app = await TestApp.StartAsync();

        var answer = await ChooseAsync(await app.SignInAsync("olle"), FileOf(kind));

        Assert.Equal(400, answer.Status);
        Assert.Single(answer.Errors);
        Assert.EndsWith(".", answer.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_fifty_megabytes_is_too_large_and_nothing_worse()
    {
        await using var app = await TestApp.StartAsync();

        var answer = await ChooseAsync(await app.SignInAsync("olle"), new byte[50 * 1024 * 1024]);

        Assert.Equal((400, "Filen är för stor. Den får ha högst 20 MB. Dela den, eller be den som sköter systemet att lägga in den."), (answer.Status, answer.Errors.Single()));
    }

    // R-SEC-01: what somebody saves is what they see
    [Fact]
    public async Task The_saved_list_has_the_cases_that_its_viewer_sees_and_no_more()
    {
        await using var app = await TestApp.StartAsync();
        using var api = app.Api();
        foreach (var (unit, text) in new[] { ("socialpsykiatri", "=HYPERLINK(\"http://exempel.se\")"), ("stad", "Golvet är smutsigt.") })
        {
            using var made = await api.PostAsync("/api/v1/cases", new StringContent(System.Text.Json.JsonSerializer.Serialize(new { text, kind = "complaint", channel = "phone", unit }), Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }

        var maria = await (await app.SignInAsync("maria")).GetAsync("/arenden/lista.csv?status=all");
        var rows = Encoding.UTF8.GetString(maria.Content).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Nummer;Inkom;Registrerat;Sort;Kanal;Enhet;Läge;Ansvarig;Vad som hände;", rows[0], StringComparison.Ordinal);
        Assert.Single(rows[1..]);
        Assert.Contains("\"'=HYPERLINK(", rows[1], StringComparison.Ordinal);
        var rut = SheetTools.Rows((await (await app.SignInAsync("rut")).GetAsync("/arenden/lista.xlsx?status=all")).Content);
        Assert.Equal(3, rut.Count);
        var filtered = SheetTools.Rows((await (await app.SignInAsync("rut")).GetAsync("/arenden/lista.xlsx?status=all&enhet=internservice")).Content);
        Assert.Equal("Golvet är smutsigt.", filtered[1][8]);
        Assert.Single(SheetTools.Rows((await (await app.SignInAsync("admin")).GetAsync("/arenden/lista.xlsx?status=all")).Content));
        Assert.Equal(404, (await (await app.SignInAsync("rut")).GetAsync("/arenden/lista.xlsx?register=finns-inte")).Status);
    }

    private static Task<HtmlPage> PostAsync(HtmlClient client, string path, (string Name, string Value)[] fields) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))) });

    private static byte[] FileOf(string kind) => kind switch
    {
        "tom" => [],
        "bomb" => Zip(("xl/workbook.xml", 1_000), ("xl/worksheets/sheet1.xml", 700_000_000)),
        "zip" => Zip(("bild.txt", 1_000)),
        "avhuggen" => OldList.Workbook()[..2_000],
        "gammal" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
        "bild" => [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(0, 2_000).Select(i => (byte)(i % 7 == 0 ? 0 : i))],
        "bred" => Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 5_000))),
        "citat" => Encoding.UTF8.GetBytes("Datum;Ärende\n2025-01-02;\"aldrig slut\n"),
        _ => Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"a\"><!ENTITY b \"&a;&a;&a;&a;\">]><workbook>&b;</workbook>")),
    };

    private static byte[] Zip(params (string Name, object Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                if (content is string text) stream.Write(Encoding.UTF8.GetBytes(text));
                else for (var left = (int)content; left > 0; left -= 1_000_000) stream.Write(new byte[Math.Min(left, 1_000_000)]);
            }
        }

        return file.ToArray();
    }
}
