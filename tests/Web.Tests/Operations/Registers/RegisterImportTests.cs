using System.Globalization;
using System.Text;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Documents;
using Gava.Operations.History;
using Gava.Operations.Registers;
using Gava.Operations.Vault;
using Gava.Web.Tests.Operations.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations.Registers;

/// <summary>An older register comes in by a map, and goes out with its own columns (R-SYS-01, R-SYS-04; W4).</summary>
public sealed class RegisterImportTests
{
    private static RegisterMap Map(byte[] file, string? unit = null, string register = OldList.Register)
    {
        var guess = MapGuess.Of(TableFile.Read(file), register);
        return unit is null ? guess : guess with { Constants = new Dictionary<string, string> { ["unit"] = unit } };
    }

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<ImportPlan> PlanAsync(Floor floor, byte[] file, RegisterMap map, string by = "olle") =>
        await floor.Get<RegisterImport>().PlanAsync(await floor.ViewerAsync(by), file, TableFile.Read(file), map);

    private static async Task<ImportReceipt> ImportAsync(Floor floor, byte[] file, RegisterMap map, string by = "olle")
    {
        var plan = await PlanAsync(floor, file, map, by);
        Assert.Equal([], plan.Faults);
        return await floor.Get<RegisterImport>().ImportAsync(await floor.ViewerAsync(by), plan);
    }

    private static async Task<string[]> FaultsOf(Floor floor, string csv, string? unit = "stad") => [.. (await PlanAsync(floor, Csv(csv), Map(Csv(csv), unit))).Faults.Select(f => f.ToString())];

    // R-SYS-04: the page helps to make the map
    [Fact]
    public void The_map_is_guessed_from_headings_and_cells()
    {
        var map = Map(OldList.Workbook());

        Assert.Equal(("Ärenden", 3), (map.Sheet, map.HeaderRow));
        Assert.Equal(["number", "arrivedAt", "channel", "unit", "text", "name", "phone", "responsible", "measure", "closedAt", "keep", "keep"], map.Columns.Select(c => c.Field));
        Assert.Equal(OldList.Headings, map.Columns.Select(c => c.Heading));
    }

    // W4: the department's old Excel list (120 rows) has been imported, and the export gives the same columns back
    [Fact]
    public async Task The_old_list_comes_in_with_its_days_and_goes_out_with_its_columns()
    {
        await using var floor = await Floor.StartAsync();
        var file = OldList.Workbook();
        var map = Map(file) with { Values = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["channel"] = new Dictionary<string, string> { ["Tel"] = "phone", ["Mail"] = "email" } } };

        var receipt = await ImportAsync(floor, file, map);

        Assert.Equal((120, 0), (receipt.Added, receipt.There));
        await using var database = floor.Database();
        var cases = await database.Cases.Include(c => c.Clocks).OrderBy(c => c.Id).ToListAsync();
        Assert.Equal(120, cases.Count);
        Assert.Equal((117, 3), (cases.Count(c => !c.IsOpen), cases.Count(c => c.IsOpen)));
        Assert.Equal((new DateOnly(2024, 1, 8), "2024-000001"), (StockholmTime.DateOf(cases[0].ArrivedAt), $"{cases[0].Reference}"));
        // What was promised elsewhere reminds nobody here.
        Assert.All(cases, c => Assert.DoesNotContain(c.Clocks, k => k.Runs && k.DueAt <= floor.Clock.GetUtcNow().UtcDateTime));
        await floor.Get<CaseWaking>().WakeAsync();
        Assert.Empty(await database.Outbox.ToListAsync());
        // Who said it is in the vault alone.
        Assert.DoesNotContain(cases, c => c.Text.Contains("Elsa", StringComparison.Ordinal));
        var opened = await floor.Get<VaultDesk>().OpenAsync(await floor.ViewerAsync("sven"), cases[4].Reference, "contact");
        Assert.Equal(OldList.Row(4)[5], opened.Complainant.Name);
        Assert.Equal("070-174 06 14", opened.Complainant.Phone);
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);

        using var written = new MemoryStream();
        using (var book = new SheetWriter(written, "Ärenden", "Almviks kommun", floor.Clock.GetUtcNow().UtcDateTime)) await floor.Get<RegisterExport>().WriteAllAsync(book, await floor.UnitAsync("internservice"), map);
        var rows = SheetTools.Rows(written.ToArray());
        Assert.Equal(OldList.Headings, rows[0]);
        Assert.Equal(121, rows.Count);
        for (var i = 0; i < 120; i++) AssertSame(OldList.Row(i), rows[i + 1]);
        Assert.Equal([], SheetTools.Faults(written.ToArray()));
    }

    private static void AssertSame(object?[] before, object?[] after)
    {
        Assert.Equal(((double)before[0]!).ToString(CultureInfo.InvariantCulture), after[0]);
        Assert.Equal(RegisterDatesOf(before[1]), after[1]);
        Assert.Contains((string)after[2]!, new[] { "Tel", "Mail", "Besök eller möte", "Brev" });
        Assert.Equal(before[3], after[3]);
        Assert.Equal(before[4], after[4]);
        Assert.Equal(before[5] is null ? null : RegisterExport.InTheVault, after[5]);
        Assert.Equal(before[6] is null ? null : RegisterExport.InTheVault, after[6]);
        // Somebody who works here is named; another name is masked as in any text.
        Assert.True((string?)after[7] == (string?)before[7] || after[7] is string other && other.Contains('[', StringComparison.Ordinal), $"{after[7]}");
        Assert.Equal(before[8], after[8]);
        Assert.Equal(before[9], after[9]);
        Assert.Equal(before[10], after[10]);
        Assert.Equal($"{((OldList.Formula)before[11]!).Value}", after[11]);
    }

    private static DateTime RegisterDatesOf(object? cell) => cell is DateTime day ? day : DateTime.ParseExact((string)cell!, ["yyyy-MM-dd", "d/M yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None);

    [Fact]
    public async Task The_journal_says_that_it_was_taken_over_and_what_happened_when()
    {
        await using var floor = await Floor.StartAsync();
        await ImportAsync(floor, OldList.Workbook(), Map(OldList.Workbook()));
        await using var database = floor.Database();

        var lines = await database.Journal.Where(e => e.CaseId == 1).OrderBy(e => e.Number).ToListAsync();

        Assert.Equal([EventKind.Imported, EventKind.Arrived, EventKind.Registered, EventKind.MeasureRegistered, EventKind.Closed], lines.Select(l => l.Kind));
        Assert.All(lines, l => Assert.Equal((floor.Clock.GetUtcNow().UtcDateTime, "olle"), (l.At, floor.OrganisationAsync().Result.Person(l.By)!.UserName)));
        Assert.Equal($"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(OldList.Workbook()))};4", lines[0].Subject);
        Assert.Equal("Nr: 1\nKommentar: Följ upp på APT\n  och i maj\nDagar: " + ((OldList.Formula)OldList.Row(0)[11]!).Value, lines[0].Text);
        Assert.Equal(new DateOnly(2024, 1, 8), StockholmTime.DateOf(lines[1].HappenedAt!.Value));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        await using var floor = await Floor.StartAsync();
        var file = OldList.Workbook();
        await ImportAsync(floor, file, Map(file));
        var lines = await floor.CountAsync("SELECT COUNT(*) FROM journal");

        var again = await ImportAsync(floor, file, Map(file));

        Assert.Equal((0, 120, lines), (again.Added, again.There, await floor.CountAsync("SELECT COUNT(*) FROM journal")));
        // The same list from another program: a changed row is named and left as it is.
        var changed = OldList.Book(("Ärenden", [[.. OldList.Headings], .. Enumerable.Range(0, 2).Select(OldList.Row), [.. OldList.Row(2)[..8], "Ny åtgärd.", .. OldList.Row(2)[9..]]], []));
        var third = await ImportAsync(floor, changed, Map(changed));
        Assert.Equal((0, 2), (third.Added, third.There));
        Assert.Equal([4], third.Changed);
    }

    [Fact]
    public async Task A_list_without_numbers_makes_no_doubles_either()
    {
        await using var floor = await Floor.StartAsync();
        var file = Csv("Datum;Ärende;Klart\n2025-01-02;Smutsigt golv;2025-01-03\n2025-01-02;Smutsigt golv;2025-01-05\n2025-01-02;Smutsigt golv;2025-01-03\n");

        var (first, again) = (await ImportAsync(floor, file, Map(file, "stad")), await ImportAsync(floor, file, Map(file, "stad")));

        Assert.Equal((2, 0), (first.Added, again.Added));
        Assert.Equal([4], first.Repeated);
        Assert.Equal(2, again.There);
        var longer = Csv("Datum;Ärende;Klart\n2025-01-02;Smutsigt golv;2025-01-04\n2025-02-02;Trasig lampa;\n");
        var more = await ImportAsync(floor, longer, Map(longer, "stad"));
        Assert.Equal(1, more.Added);
        Assert.Equal([2], more.Changed);
    }

    [Fact]
    public async Task Every_rows_fault_is_named_and_nothing_is_half_done()
    {
        await using var floor = await Floor.StartAsync();

        var faults = await FaultsOf(floor, """
            Nr;Datum;Inkom via;Enhet;Ärende;Telefon;Klart
            1;2025-01-02;Tel;Lokalvård;Smutsigt golv;070-123 45 67;2025-01-05
            2;i våras;Tel;Lokalvård;Smutsigt golv;;
            3;2025-01-02;röksignal;Lokalvård;Smutsigt golv;;
            4;2025-01-02;Tel;Månbasen;Smutsigt golv;;
            5;2025-01-02;Tel;Lokalvård;;;
            6;2025-01-09;Tel;Lokalvård;Smutsigt golv;;2025-01-05
            7;2027-01-09;Tel;Lokalvård;Smutsigt golv;;
            8;2025-01-02;Tel;Lokalvård;Smutsigt golv;ankn tolv;
            9;2025-01-02;Tel;Köket Eken;Maten var kall;;
            1;2025-01-03;Tel;Lokalvård;Trasig lampa;;
            """, unit: null);

        Assert.Equal(
        [
            "Rad 3, Datum: Dagen går inte att läsa. Skriv den som 2025-03-31.",
            "Rad 4, Inkom via: Ordet går inte att förstå. Välj vad det betyder, eller skriv Telefon, Brev, E-post, Besök eller möte, Blankett, Webbformulär, Annat system.",
            "Rad 5, Enhet: Ingen enhet heter så. Skriv enhetens namn som i organisationen, eller välj vad ordet betyder.",
            "Rad 6, Ärende: Skriv vad som har hänt, eller vad personen sa.",
            "Rad 7, Klart: Tidpunkten ligger före den dag då ärendet kom in.",
            "Rad 8, Datum: Ankomsten ligger i framtiden. Skriv när det kom in.",
            "Rad 9, Telefon: Telefonnumret ser inte rätt ut. Skriv det med siffror, till exempel 070-123 45 67.",
            "Rad 10, Enhet: Du kan inte lägga in ärenden på den enheten. Be någon som arbetar med registret där.",
            "Rad 11, Nr: Samma nummer står på rad 2. Ge raden ett eget nummer.",
        ], faults);
        Assert.Equal(0, await floor.CountAsync("SELECT COUNT(*) FROM cases"));
    }

    [Theory]
    [InlineData("utf-8", ';')]
    [InlineData("utf-8-bom", ',')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ';')]
    [InlineData("windows-1252", '|')]
    public async Task A_text_file_is_read_in_the_encoding_that_it_has(string encoding, char separator)
    {
        await using var floor = await Floor.StartAsync();
        var text = string.Join("\r\n", new[] { "Datum;Ärende;Åtgärd", "2025-01-02;\"Öppet \"\"fönster\"\"\nhela natten\";Stängde", "2025-01-03;Är det så här – på måndagar?;" }.Select(l => l.Replace(';', separator)));
        byte[] file = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16BE" => Encoding.BigEndianUnicode.GetBytes(text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };

        await ImportAsync(floor, file, Map(file, "stad"));

        Assert.Equal(["Öppet \"fönster\"\nhela natten", "Är det så här – på måndagar?"], await floor.TextsAsync("SELECT text FROM cases ORDER BY id"));
    }

    [Theory]
    [InlineData("2025-03-03")]
    [InlineData("3/3 2025")]
    [InlineData("3/3-25")]
    [InlineData("03.03.2025")]
    [InlineData("20250303")]
    [InlineData("250303")]
    [InlineData("3 mars 2025")]
    [InlineData("måndag den 3 mars 2025")]
    [InlineData("45719")]
    public async Task A_day_is_understood_however_it_is_written(string written)
    {
        await using var floor = await Floor.StartAsync();
        var file = Csv($"Datum;Ärende\n{written};Smutsigt golv\n");

        await ImportAsync(floor, file, Map(file, "stad"));

        await using var database = floor.Database();
        Assert.Equal(new DateOnly(2025, 3, 3), StockholmTime.DateOf((await database.Cases.SingleAsync()).ArrivedAt));
    }

    [Fact]
    public async Task A_formula_without_an_answer_is_a_fault_and_a_merged_cell_holds_for_all_its_rows()
    {
        await using var floor = await Floor.StartAsync();
        var file = OldList.Book(("Blad", [["Datum", "Ärende", "Åtgärd"], [new DateTime(2025, 3, 3), "Smutsigt golv", new OldList.Formula(null)], [null, "Trasig lampa", new OldList.Formula(3)]], ["A2:A3"]));

        var plan = await PlanAsync(floor, file, Map(file, "stad"));

        Assert.Equal(["Rad 2, Åtgärd: Formeln i cellen går inte att räkna ut. Skriv värdet i stället."], plan.Faults.Select(f => f.ToString()));
    }

    [Fact]
    public async Task A_wrong_sheet_and_a_map_for_another_list_are_told_in_a_sentence()
    {
        await using var floor = await Floor.StartAsync();
        var file = OldList.Workbook();
        var map = Map(file);

        var sheet = await Assert.ThrowsAsync<RuleBroken>(() => PlanAsync(floor, file, map with { Sheet = "Blad 9" }));
        var columns = await Assert.ThrowsAsync<RuleBroken>(() => PlanAsync(floor, file, map with { Sheet = "Läs mig", HeaderRow = 1 }));

        Assert.Equal("Filen har inget blad som heter som i kartan. Den har Läs mig, Ärenden.", sheet.Message);
        Assert.StartsWith("Rubrikraden saknar Nr, Datum, Inkom via", columns.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_works_with_the_register_may_take_one_over()
    {
        await using var floor = await Floor.StartAsync();
        var file = OldList.Workbook();

        Assert.Equal("import-not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => PlanAsync(floor, file, Map(file), "sven"))).Code);
        Assert.Contains("Du kan inte lägga in ärenden på den enheten.", $"{(await PlanAsync(floor, file, Map(file), "kerstin")).Faults[0]}", StringComparison.Ordinal);
        Assert.Equal(120, (await PlanAsync(floor, file, Map(file), "rut")).New.Count);
    }

    [Fact]
    public async Task Names_in_any_text_are_masked_and_what_was_written_is_in_the_vault()
    {
        await using var floor = await Floor.StartAsync();
        var file = Csv("Datum;Ärende;Åtgärd;Namn;Kommentar\n2025-01-02;Elsa Exempelsson ringde om golvet;Ringde Elsa Exempelsson på 070-174 06 05;Elsa Exempelsson;Elsa är nöjd\n");

        await ImportAsync(floor, file, Map(file, "stad"));

        await using var database = floor.Database();
        var texts = (await database.Journal.Where(e => e.CaseId == 1 && e.Text != null).Select(e => e.Text!).ToListAsync()).Append((await database.Cases.SingleAsync()).Text);
        Assert.All(texts, t => Assert.False(t.Contains("Elsa", StringComparison.Ordinal) || t.Contains("070", StringComparison.Ordinal), t));
        var opened = await floor.Get<VaultDesk>().OpenAsync(await floor.ViewerAsync("sven"), (await database.Cases.SingleAsync()).Reference, "investigate");
        Assert.Equal("Elsa Exempelsson ringde om golvet", opened.Text);
        Assert.Contains("Kommentar: Elsa är nöjd", opened.Lines[1], StringComparison.Ordinal);
    }

    // Open cases go on here: what is left of their time runs.
    [Fact]
    public async Task An_open_case_has_the_time_that_is_left_and_can_be_answered_and_closed()
    {
        await using var floor = await Floor.StartAsync();
        var file = Csv("Datum;Ärende;Telefon;Ansvarig\n2026-04-23;Smutsigt golv;070-174 06 05;Sven Åkerlund\n");
        await ImportAsync(floor, file, Map(file, "stad"));
        await using var database = floor.Database();
        var @case = await database.Cases.Include(c => c.Clocks).SingleAsync();
        var sven = await floor.ViewerAsync("sven");

        Assert.Equal((CaseStatus.InProgress, "kontakt"), (@case.Status, @case.Clocks.Single(c => c.Runs).Name));
        await floor.Desk.ReplyAsync(sven, @case.Reference, default, "Nu är golvet rent.", Way.Phone);
        await floor.Desk.CloseAsync(sven, @case.Reference, default, "Klart.", "");
        Assert.Equal("Closed", (await floor.TextsAsync("SELECT status FROM cases")).Single());
    }

    // 100,000 rows
    [Fact]
    [Trait("Category", "Long")]
    public async Task A_hundred_thousand_rows_come_in_and_go_out()
    {
        await using var floor = await Floor.StartAsync();
        var text = new StringBuilder("Nr;Datum;Ärende;Åtgärd;Klart\n");
        for (var i = 1; i <= 100_000; i++) text.Append(CultureInfo.InvariantCulture, $"{i};{new DateOnly(2015, 1, 1).AddDays(i / 40):yyyy-MM-dd};Papperskorgarna i rum {i} töms inte på fredagar.;Ändrade schemat.;2026-01-01\n");
        var file = Csv(text.ToString());
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var receipt = await ImportAsync(floor, file, Map(file, "stad"));

        Assert.Equal(100_000, receipt.Added);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(10), $"{clock.Elapsed}");
        using var written = new MemoryStream();
        using (var book = new SheetWriter(written, "Ärenden", "Almviks kommun", floor.Clock.GetUtcNow().UtcDateTime)) await floor.Get<RegisterExport>().WriteAllAsync(book);
        Assert.Equal(100_001, SheetTools.Rows(written.ToArray()).Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"{clock.Elapsed}");
    }
}
