using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Disclosure;
using Gava.Operations.History;
using Gava.Operations.Routines;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-SEC-05, law.md SR-9.6: everything about one person, for that person, and nothing of anybody else's cases.</summary>
public sealed class ExtractTests
{
    private const string Said = "Karin Holmlund kom inte. Ring 070-174 06 05.";
    private const string Message = "Nu ringde Karin Holmlund äntligen.";
    private const string Answer = "Hej Elsa Bergström. Jag beklagar att Karin Holmlund inte kom.";
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Phone = "070-174 06 05", Email = "elsa.bergstrom@exempel.example", Address = "Lindvägen 4\n123 45 Almvik" };
    private static readonly Complainant Tyra = new() { Name = "Tyra Östman", Phone = "070-174 06 99" };
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];

    [Fact]
    public async Task The_package_holds_what_was_said_decided_and_kept_to_read_and_for_machines()
    {
        await using var floor = await Floor.StartAsync();
        var elsas = await WithHistoryAsync(floor);
        var tyras = await floor.RegisterAsync(text: "Tyra Östman fick kall mat.", complainant: Tyra);
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<ExtractDesk>());

        var found = await desk.FindAsync(rut, ["070 174 06 05", "elsa bergström", $"{tyras}"]);
        Assert.Equal([elsas, tyras], found.Select(c => c.Reference));
        var package = Open(await desk.MakeAsync(rut, [elsas], "idCard", Swedish.Title));

        Assert.Equal([$"bilagor/{elsas}-1.jpg", "registerutdrag.json", "registerutdrag.pdf"], package.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Photo, package[$"bilagor/{elsas}-1.jpg"]);
        var text = Flat(PdfTools.Text(package["registerutdrag.pdf"]));
        foreach (var words in new[]
        {
            "Registerutdrag", $"Ärende {elsas}", Said, "[namn] kom inte. Ring [telefon].", "Elsa Bergström", "070-174 06 05", "elsa.bergstrom@exempel.example", "Lindvägen 4", Answer, Message,
            "elsas-lapp.jpg", "legitimation visad", "Utreda det som hänt", "Boendestödjare", "artikel 6.1 e", "IMY", "inget gallras utan beslut", "Svarade",
        })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Tyra", text, StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", PdfTools.Information(package["registerutdrag.pdf"]));
        PdfTools.Check(package["registerutdrag.pdf"]);
        var json = JsonDocument.Parse(package["registerutdrag.json"]).RootElement;
        var told = Assert.Single(json.GetProperty("cases").EnumerateArray().ToList());
        Assert.Equal((Said, "Elsa Bergström", 1), (told.GetProperty("original").GetString(), told.GetProperty("contact").GetProperty("name").GetString(), told.GetProperty("attachments").GetArrayLength()));
        Assert.Contains(told.GetProperty("words").EnumerateArray(), w => w.GetProperty("text").GetString() == Answer);
        Assert.DoesNotContain("Bergström", told.GetProperty("journal").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_opening_is_in_the_journal_with_how_the_person_was_known_and_nothing_of_the_package_is_kept()
    {
        await using var floor = await Floor.StartAsync();
        var elsas = await WithHistoryAsync(floor);
        var kerstin = await floor.ViewerAsync("kerstin");
        var desk = floor.Get<ExtractDesk>();
        Assert.Single(await desk.FindAsync(kerstin, ["elsa.bergstrom@exempel.example"]));
        var tables = await TablesAsync(floor);
        await desk.MakeAsync(kerstin, [elsas], "callback", Swedish.Title);

        await using var database = floor.Database();
        var line = await database.Journal.Where(e => e.CaseId == elsas.Number).OrderByDescending(e => e.Number).FirstAsync();
        Assert.Equal((EventKind.VaultOpened, "extract", kerstin.Id), (line.Kind, line.Subject, line.By));
        Assert.Equal("Registerutdrag: Uppringd på ett nummer som vi hade", line.Why);
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
        // One more journal line, and no other row anywhere.
        Assert.Equal(tables + 1, await TablesAsync(floor));
        Assert.Contains(await floor.Get<ReadingLog>().OfCaseAsync(kerstin, elsas), r => r.Why!.StartsWith("Registerutdrag", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_registrar_and_complaints_manager_make_one_and_what_is_not_theirs_is_as_what_does_not_exist()
    {
        await using var floor = await Floor.StartAsync();
        var elsas = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var elsewhere = await floor.RegisterAsync(by: "oskar", unit: "park-och-gata", text: Said, complainant: Elsa);
        var desk = floor.Get<ExtractDesk>();
        foreach (var who in new[] { "amal", "maria", "birgitta", "gunnar", "vera", "admin", "e-tjanst" })
        {
            var viewer = await floor.ViewerAsync(who);
            await Assert.ThrowsAsync<NotFound>(() => desk.FindAsync(viewer, ["Elsa Bergström"]));
            await Assert.ThrowsAsync<NotFound>(() => desk.MakeAsync(viewer, [elsas], "idCard", Swedish.Title));
        }

        // Kerstin sees the social services only.
        var kerstin = await floor.ViewerAsync("kerstin");
        Assert.Equal([elsas], (await desk.FindAsync(kerstin, ["Elsa Bergström"])).Select(c => c.Reference));
        var lines = await LinesAsync(floor);
        var theirs = await Assert.ThrowsAsync<RuleBroken>(() => desk.MakeAsync(kerstin, [elsas, elsewhere], "idCard", Swedish.Title));
        var nobodys = await Assert.ThrowsAsync<RuleBroken>(() => desk.MakeAsync(kerstin, [elsas, new(2026, 999_999)], "idCard", Swedish.Title));
        var wrongYear = await Assert.ThrowsAsync<RuleBroken>(() => desk.MakeAsync(kerstin, [new(2025, elsas.Number)], "idCard", Swedish.Title));
        Assert.Equal(("extract-case-unknown", theirs.Message), (theirs.Code, nobodys.Message));
        Assert.Equal(theirs.Message, wrongYear.Message);
        Assert.Empty(await desk.ListAsync(kerstin, [elsewhere, new(2026, 999_999)]));
        Assert.Equal("identity-missing", (await Assert.ThrowsAsync<RuleBroken>(() => desk.MakeAsync(kerstin, [elsas], "nyfiken", Swedish.Title))).Code);
        Assert.Equal("extract-cases", (await Assert.ThrowsAsync<RuleBroken>(() => desk.MakeAsync(kerstin, [], "idCard", Swedish.Title))).Code);
        Assert.Equal("extract-said", (await Assert.ThrowsAsync<RuleBroken>(() => desk.FindAsync(kerstin, [" ", ""]))).Code);
        Assert.Equal("extract-said", (await Assert.ThrowsAsync<RuleBroken>(() => desk.FindAsync(kerstin, [.. Enumerable.Range(0, 11).Select(i => $"070-174 06 {i:00}")]))).Code);
        Assert.Equal(lines, await LinesAsync(floor));
    }

    // R-SEC-04
    [Fact]
    public async Task Protected_identity_is_handed_out_only_by_one_of_the_two_named()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa with { Protected = true });
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<ExtractDesk>());
        foreach (var said in new[] { "Elsa Bergström", "070-174 06 05", $"{reference}" }) Assert.Empty(await desk.FindAsync(rut, [said]));
        Assert.Equal("extract-case-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => desk.MakeAsync(rut, [reference], "idCard", Swedish.Title))).Code);

        await floor.Desk.NameReaderAsync(await floor.ViewerAsync("maria"), reference, new(null), "rut");
        Assert.True(Assert.Single(await desk.FindAsync(rut, ["Elsa Bergström"])).IsProtected);
        Assert.Contains("Skyddade personuppgifter: Ja", Flat(PdfTools.Text(Open(await desk.MakeAsync(rut, [reference], "idCard", Swedish.Title))["registerutdrag.pdf"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_disposed_case_the_person_gets_what_is_left_and_is_told_so()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await WithHistoryAsync(floor);
        await floor.Desk.CloseAsync(await floor.ViewerAsync("amal"), reference, new(null), "Klart.", "Ett missförstånd.");
        var routines = floor.Get<RoutineDesk>();
        var source = await routines.SourceAsync("nacka-socialpsykiatri", 1);
        Assert.Empty((await routines.PublishAsync(null, source.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("\"part\": \"vault\",", "\"part\": \"vault\", \"decision\": \"SN § 12/2027\",", StringComparison.Ordinal))).Faults);
        floor.Clock.MoveTo("2036-05-04 09:00");
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<ExtractDesk>());
        Assert.Equal(1, await floor.Get<DisposalDesk>().CarryOutAsync(rut, "nacka-socialpsykiatri", "vault"));

        Assert.Empty(await desk.FindAsync(rut, ["Elsa Bergström"]));
        Assert.True(Assert.Single(await desk.FindAsync(rut, [$"{reference}"])).IsDisposed);
        var package = Open(await desk.MakeAsync(rut, [reference], "idCard", Swedish.Title));
        var text = Flat(PdfTools.Text(package["registerutdrag.pdf"]));
        Assert.DoesNotContain("Holmlund", text + Encoding.UTF8.GetString(package["registerutdrag.json"]), StringComparison.Ordinal);
        Assert.Contains("[namn] kom inte. Ring [telefon].", text, StringComparison.Ordinal);
        Assert.Contains("Personuppgifterna gallrades", text, StringComparison.Ordinal);
        Assert.Contains("SN § 12/2027", text, StringComparison.Ordinal);
        Assert.Equal(2, package.Count);
    }

    [Fact]
    public async Task A_member_of_staff_gets_account_roles_and_figures_and_no_case()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var desk = floor.Get<ExtractDesk>();
        foreach (var who in new[] { "amal", "maria", "rut", "e-tjanst" }) await Assert.ThrowsAsync<NotFound>(async () => await desk.MakeOfStaffAsync(await floor.ViewerAsync(who), "amal"));
        foreach (var who in new[] { "", "finns.inte", "e-tjanst" }) Assert.Equal("person-unknown", (await Assert.ThrowsAsync<RuleBroken>(async () => await desk.MakeOfStaffAsync(await floor.ViewerAsync("admin"), who))).Code);

        var package = Open(await desk.MakeOfStaffAsync(await floor.ViewerAsync("admin"), "Amal"));
        var text = Flat(PdfTools.Text(package["registerutdrag.pdf"]));
        foreach (var words in new[] { "amal", "Amal Warsame", "Boendestödjare", "amal@almvik.example", "Medarbetare, Boendestöd Centrum", "Tog emot: 1 ärenden", "registered: 1" }) Assert.Contains(words, text, StringComparison.Ordinal);
        foreach (var hidden in new[] { $"{reference}", "Bergström", "Holmlund", "[namn]" }) Assert.DoesNotContain(hidden, text + Encoding.UTF8.GetString(package["registerutdrag.json"]), StringComparison.Ordinal);
        await using var database = floor.Database();
        Assert.Equal("amal", (await database.Journal.SingleAsync(e => e.Kind == EventKind.StaffExtracted)).Subject);
    }

    /// <summary>A case of Elsa's with an attachment, an opening, a message and an answer.</summary>
    private static async Task<CaseReference> WithHistoryAsync(Floor floor)
    {
        var amal = await floor.ViewerAsync("amal");
        var news = await floor.NewsAsync(text: Said, complainant: Elsa) with { Files = [new NewFile("elsas-lapp.jpg", Photo)] };
        var reference = (await floor.Desk.RegisterAsync(news, amal)).Reference;
        await floor.Get<Gava.Operations.Vault.VaultDesk>().OpenAsync(amal, reference, "investigate");
        await floor.Desk.ReceiveMessageAsync(amal, reference, new(null), Message, Way.Phone, null);
        await floor.Desk.ReplyAsync(amal, reference, new(null), Answer, Way.Phone);
        return reference;
    }

    private static Dictionary<string, byte[]> Open(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = new MemoryStream();
            using var stream = e.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static async Task<long> TablesAsync(Floor floor)
    {
        await using var database = floor.Database();
        var rows = 0L;
        foreach (var table in database.Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct()) rows += await floor.CountAsync($"SELECT COUNT(*) FROM \"{table}\"");
        return rows;
    }

    private static async Task<int> LinesAsync(Floor floor)
    {
        await using var database = floor.Database();
        return await database.Journal.CountAsync(e => e.Kind == EventKind.VaultOpened && e.Subject == "extract");
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
