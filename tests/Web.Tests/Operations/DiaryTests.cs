using System.Text;
using System.Text.Json;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Demo;
using Gava.Operations.Diary;
using Gava.Operations.History;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Operations;

/// <summary>The diary of a board, on the database of the run (docs/decisions/0013).</summary>
public sealed class DiaryTests
{
    private const string Solsidan = "dagverksamheten-solsidan";

    // R-REG-04: no hole, whoever is refused in between, and one commit shared by all
    [Fact] // law.md SR-2.12: each board has its own diary
    public async Task A_case_that_goes_to_another_board_is_closed_in_the_first_diary_and_waits_for_the_second()
    {
        await using var floor = await Floor.StartAsync();
        var (rut, anders, yasmin) = (await floor.ViewerAsync("rut"), await floor.ViewerAsync("anders"), await floor.ViewerAsync("yasmin"));
        var reference = await floor.RegisterAsync(by: "anders", unit: "barn-och-familj");
        var first = await floor.Desk.RegisterInDiaryAsync(rut, reference, default, "Klagomål på bemötande", null);
        await floor.Desk.HandOverAsync(anders, reference, default, "dagverksamheten-solsidan", null, Way.Phone, true, "");
        await floor.Desk.AcceptAsync(yasmin, reference);

        await using (var database = floor.Database())
        {
            var @case = await database.Cases.SingleAsync(c => c.Id == reference.Number);
            Assert.Equal(("rinkeby-kista", null, DiaryState.Waiting), (@case.RoutineName, @case.DiaryNumber, @case.DiaryState));
            Assert.NotNull((await database.DiaryEntries.SingleAsync()).ClosedAt);
        }

        var second = await floor.Desk.RegisterInDiaryAsync(rut, reference, default, "Klagomål på verksamheten", null);
        await using var after = floor.Database();
        Assert.Equal(new[] { first, second }.Select(n => n!.Value.ToString()), (await after.DiaryEntries.OrderBy(e => e.RegisteredAt).ThenByDescending(e => e.Series).ToListAsync()).Select(e => e.Row().Number));
        Assert.Null((await after.DiaryEntries.SingleAsync(e => e.Series == "RKSDN")).ClosedAt);

        foreach (var words in new[] { $"{first}", $"{second}", "rksdn 2026-1", "SN  2026–0001" })
        {
            Assert.Equal([reference], (await floor.Get<CaseSearch>().FindAsync(rut, new CaseQuestion { Words = words })).Rows.Select(r => r.Reference));
        }

        Assert.Empty((await floor.Get<CaseSearch>().FindAsync(rut, new CaseQuestion { Words = "SN 2026-0002" })).Rows);
        Assert.Empty((await floor.Get<CaseSearch>().FindAsync(await floor.ViewerAsync("sven"), new CaseQuestion { Words = $"{first}" })).Rows); // R-SEC-01
    }

    [Fact]
    public async Task Many_at_once_and_some_refused_get_numbers_in_a_row()
    {
        await using var floor = await StartAsync();
        List<CaseReference> cases = [];
        for (var i = 0; i < 12; i++) cases.Add(await floor.RegisterAsync("yasmin", Solsidan));
        var rut = await floor.ViewerAsync("rut");

        var asked = cases.SelectMany(c => new[]
        {
            floor.Desk.RegisterInDiaryAsync(rut, c, default, "Klagomål på Elsa Svensson", null), // no phrase of the routine's
            floor.Desk.RegisterInDiaryAsync(rut, c, default, DiaryRoutine.Subject, "Elsa Svensson"), // secrecy is presumed
            floor.Desk.RegisterInDiaryAsync(rut, c, default, DiaryRoutine.Subject, null),
            floor.Desk.RegisterInDiaryAsync(rut, c, default, DiaryRoutine.Subject, null), // the second time
        }).ToList();
        var refused = 0;
        foreach (var one in asked)
        {
            try
            {
                await one;
            }
            catch (RuleBroken)
            {
                refused++;
            }
        }

        Assert.Equal(36, refused);
        Assert.Equal(Enumerable.Range(1, 12), await NumbersAsync(floor));
        Assert.Equal(12, await floor.CountAsync("SELECT last_number FROM diary_series"));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    // R-REG-04: two processes on the same database
    [Fact]
    public async Task Two_gates_on_one_database_share_one_series()
    {
        await using var floor = await StartAsync();
        await using var other = new WriteGate(floor.Get<Databases>());
        List<CaseReference> cases = [];
        for (var i = 0; i < 16; i++) cases.Add(await floor.RegisterAsync("yasmin", Solsidan));
        var rut = await floor.ViewerAsync("rut");
        var beside = ActivatorUtilities.CreateInstance<CaseDesk>(floor.Get<IServiceProvider>(), other);

        await Task.WhenAll(cases.Select((c, i) => (i % 2 == 0 ? floor.Desk : beside).RegisterInDiaryAsync(rut, c, default, DiaryRoutine.Subject, null)));

        Assert.Equal(Enumerable.Range(1, 16), await NumbersAsync(floor));
    }

    // R-REG-04: what was undone after the number was given leaves nothing, and the number is not lost
    [Fact]
    public async Task A_number_that_is_rolled_back_is_given_to_the_next()
    {
        await using var floor = await StartAsync();
        var broken = floor.Gate.WriteAsync(null, async database =>
        {
            Assert.Equal(new DiaryNumber("RKSDN", 2026, 1), await database.NextDiaryNumberAsync("RKSDN", 2026));
            await database.SaveChangesAsync();
            throw new RuleBroken("broken", "Det går inte.");
        });
        await Assert.ThrowsAsync<RuleBroken>(() => broken);

        Assert.Equal("RKSDN 2026-0001", $"{await EnterAsync(floor, await floor.RegisterAsync("yasmin", Solsidan))}");
    }

    // R-REG-04: per board and year, and the year is Stockholm's
    [Fact]
    public async Task The_series_begins_again_at_midnight_in_Stockholm()
    {
        await using var floor = await StartAsync();
        floor.Clock.MoveTo("2026-12-31 23:59");
        var (last, first, next) = (await floor.RegisterAsync("yasmin", Solsidan), await floor.RegisterAsync("yasmin", Solsidan), await floor.RegisterAsync("yasmin", Solsidan));
        Assert.Equal("RKSDN 2026-0001", $"{await EnterAsync(floor, last)}");
        floor.Clock.MoveTo("2027-01-01 00:00");
        Assert.Equal("RKSDN 2027-0001", $"{await EnterAsync(floor, first)}");
        Assert.Equal("RKSDN 2027-0002", $"{await EnterAsync(floor, next)}");
        Assert.Equal(new DateOnly(2026, 12, 31), (await floor.Get<PublicDiary>().RowsAsync(new("RKSDN", 2027))).Rows[0].Row.Date);
    }

    // R-REG-08
    [Fact]
    public async Task A_fault_report_never_waits_at_the_desk()
    {
        await using var floor = await StartAsync();
        var report = await RegisterAsync(floor, "faultReport");
        var rut = await floor.ViewerAsync("rut");
        Assert.Empty(await floor.Get<DiaryDesk>().WaitingAsync(rut));
        Assert.Equal("diary-exempt", (await Assert.ThrowsAsync<RuleBroken>(() => floor.Desk.RegisterInDiaryAsync(rut, report, default, DiaryRoutine.Subject, null))).Code);

        // but it is kept in order beside the diary, and the description says so (law.md SR-2.6, SR-2.11)
        Assert.Equal([$"{report}"], (await floor.Get<PublicDiary>().RowsAsync(new(DiaryRoutine.Name, 2026))).Rows.Select(r => r.Row.Number));
        var kept = await floor.Get<PublicDiary>().DescriptionAsync();
        Assert.Equal("Felanmälan", Assert.Single(kept.Single(k => k.Code == DiaryRoutine.Series).Exempt));
        Assert.Contains(kept, k => k.Code == DiaryRoutine.Name && k.Mode == RegistrationMode.OrderedStore);
        Assert.Contains(kept, k => k.Code == "nacka-kommun" && k.Units.Contains("Hemtjänst Norr"));
    }

    // R-REG-05
    [Fact]
    public async Task The_unit_is_told_that_its_copy_is_there_and_nothing_more()
    {
        await using var floor = await StartAsync();
        var reference = await floor.RegisterAsync("oskar", Solsidan);
        await EnterAsync(floor, reference);
        await using var database = floor.Database();
        var mail = await database.Outbox.SingleAsync(m => m.Text == nameof(MailText.CopyToUnit));
        Assert.Equal((await floor.PersonAsync("yasmin")).Id, mail.PersonId);
        Assert.Equal(reference.Number, mail.CaseId);
    }

    // R-REG-06, W2
    [Fact]
    public async Task What_is_answered_waits_for_the_registrar_who_closes_case_and_row()
    {
        await using var floor = await StartAsync();
        var (desk, rut, yasmin) = (floor.Get<DiaryDesk>(), await floor.ViewerAsync("rut"), await floor.ViewerAsync("yasmin"));
        var reference = await floor.RegisterAsync("yasmin", Solsidan, complainant: new() { Phone = "070-174 06 05" });
        await EnterAsync(floor, reference);
        Assert.Empty(await desk.ToCloseAsync(rut));
        await floor.Desk.GiveFeedbackAsync(yasmin, reference, default, "Vi utreder.", FeedbackOn.Investigation, Way.Phone, null);
        await floor.Desk.ReplyAsync(yasmin, reference, default, "Tack. Jag beklagar.", Way.Phone);
        Assert.Equal(reference, Assert.Single(await desk.ToCloseAsync(rut)).Reference);

        await floor.Desk.CloseInDiaryAsync(rut, reference, default, "");

        Assert.Empty(await desk.ToCloseAsync(rut));
        Assert.True(Assert.Single((await floor.Get<PublicDiary>().RowsAsync(new("RKSDN", 2026))).Rows).IsClosed);
        await floor.Desk.ReopenAsync(yasmin, reference, default, "Mer har hänt.");
        Assert.False(Assert.Single((await floor.Get<PublicDiary>().RowsAsync(new("RKSDN", 2026))).Rows).IsClosed);
    }

    // law.md SR-2.5
    [Theory]
    [InlineData("2026-04-24 16:50", "2026-04-27")] // a Friday: on Monday at the latest
    [InlineData("2026-04-30 09:00", "2026-05-04")] // Friday 1 May is a holiday
    public async Task An_alarm_goes_when_the_next_working_day_has_passed(string arrived, string due)
    {
        await using var floor = await StartAsync();
        floor.Clock.MoveTo(arrived);
        await floor.RegisterAsync("yasmin", Solsidan);
        var (desk, rut) = (floor.Get<DiaryDesk>(), await floor.ViewerAsync("rut"));

        var last = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        floor.Clock.MoveTo($"{due} 23:59");
        var row = Assert.Single(await desk.WaitingAsync(rut));
        Assert.Equal((last, false), (row.DueOn, row.IsLate));
        floor.Clock.MoveTo($"{last.AddDays(1):yyyy-MM-dd} 00:00");
        Assert.True(Assert.Single(await desk.WaitingAsync(rut)).IsLate);
    }

    [Theory]
    [InlineData("yasmin")]
    [InlineData("kerstin")]
    [InlineData("gunnar")]
    public async Task Only_a_registrar_has_a_desk(string person)
    {
        await using var floor = await StartAsync();
        var reference = await floor.RegisterAsync("yasmin", Solsidan);
        Assert.Empty(await floor.Get<DiaryDesk>().WaitingAsync(await floor.ViewerAsync(person)));
        if (person == "yasmin") Assert.Equal("registrar-only", (await Assert.ThrowsAsync<RuleBroken>(() => EnterAsync(floor, reference, person))).Code);
    }

    // R-REG-04, law.md SR-2.7: exactly these fields, and no name that was planted
    [Fact]
    public async Task The_list_and_its_exports_tell_nobodys_name()
    {
        await using var floor = await StartAsync();
        var reference = await floor.RegisterAsync("yasmin", Solsidan, "Elsa Exempelsson på Storgatan 1 fick kall mat.", new() { Name = "Elsa Exempelsson", Address = "Storgatan 1" });
        await EnterAsync(floor, reference);
        var shielded = await floor.RegisterAsync("yasmin", Solsidan, "Någon ringde.", new() { Name = "Greta Gömd", Phone = "070-174 06 05", Protected = true });
        await EnterAsync(floor, shielded);
        var (export, question) = (floor.Get<DiaryExport>(), new DiaryQuestion("RKSDN", 2026));

        var csv = Encoding.UTF8.GetString(await export.CsvAsync(question)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal(
        [
            "series;number;date;party;subject;unit;status",
            $"RKSDN;RKSDN 2026-0001;2026-04-24;Enskild;{DiaryRoutine.Subject};Dagverksamheten Solsidan;open",
            $"RKSDN;RKSDN 2026-0002;2026-04-24;Skyddad;{DiaryRoutine.Subject};Dagverksamheten Solsidan;open",
            "",
        ], csv);
        var json = JsonDocument.Parse(await export.JsonAsync(question)).RootElement;
        Assert.Equal(["date", "number", "party", "series", "status", "subject", "unit"], json[0].EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(2, json.GetArrayLength());
    }

    [Fact]
    public async Task The_list_is_read_by_days_and_in_pages()
    {
        await using var floor = await StartAsync();
        foreach (var day in new[] { "2026-05-04", "2026-05-05", "2026-05-06" })
        {
            floor.Clock.MoveTo($"{day} 10:00");
            await EnterAsync(floor, await floor.RegisterAsync("yasmin", Solsidan));
        }

        var diary = floor.Get<PublicDiary>();
        Assert.Equal([2, 3], (await diary.RowsAsync(new("RKSDN", 2026, From: new(2026, 5, 5)))).Rows.Select(Number));
        Assert.Equal([1], (await diary.RowsAsync(new("RKSDN", 2026, To: new(2026, 5, 4)))).Rows.Select(Number));
        var page = await diary.RowsAsync(new("RKSDN", 2026, Skip: 1, Take: 1));
        Assert.Equal((2, true), (Number(Assert.Single(page.Rows)), page.HasMore));
        Assert.Equal([3, 2], (await diary.LatestAsync("RKSDN", 2026, 2)).Select(Number));

        static int Number(DiaryRow row) => DiaryNumber.TryParse(row.Row.Number, out var number) ? number.Number : 0;
    }

    // law.md SR-2.6: the other mode
    [Fact]
    public async Task An_ordered_store_is_a_list_of_day_sender_and_subject()
    {
        await using var floor = await StartAsync();
        var reference = await floor.RegisterAsync("ali", "hemtjanst-norr");
        var row = Assert.Single((await floor.Get<PublicDiary>().RowsAsync(new("nacka-kommun", 2026))).Rows);
        Assert.Equal(new DiaryRow(new(new(2026, 4, 24), $"{reference}", "Enskild", "Klagomål"), "Hemtjänst Norr", false), row);
    }

    // R-REG-04: made-up cases have what real ones have
    [Fact]
    public async Task Seeded_cases_are_entered_in_the_order_of_arrival_and_the_same_for_the_same_seed()
    {
        await using var floor = await StartAsync();
        await using var again = await StartAsync();
        await floor.Get<Seeder>().SeedAsync(300, 7);
        await again.Get<Seeder>().SeedAsync(300, 7);

        await using var database = floor.Database();
        var rows = await database.DiaryEntries.OrderBy(e => e.Series).ThenBy(e => e.Year).ThenBy(e => e.Number).ToListAsync();
        Assert.All(rows.GroupBy(r => (r.Series, r.Year)), year => Assert.Equal(Enumerable.Range(1, year.Count()), year.Select(r => r.Number)));
        Assert.All(rows.GroupBy(r => r.Series), series => Assert.Equal(series.Select(r => (r.RegisteredAt, r.CaseId)).Order(), series.Select(r => (r.RegisteredAt, r.CaseId))));
        Assert.Contains(rows, r => r.ClosedAt is not null);
        Assert.Equal(rows.Count, await database.Cases.CountAsync(c => c.DiaryNumber != null));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);

        await using var same = again.Database();
        var others = await same.DiaryEntries.OrderBy(e => e.Series).ThenBy(e => e.Year).ThenBy(e => e.Number).ToListAsync();
        Assert.Equal(rows.Select(r => (r.CaseId, r.Row(), r.RegisteredAt, r.ClosedAt)), others.Select(r => (r.CaseId, r.Row(), r.RegisteredAt, r.ClosedAt)));
    }

    private static async Task<Floor> StartAsync()
    {
        var floor = await Floor.StartAsync();
        await DiaryRoutine.ShipAsync(floor.Get<IServiceProvider>());
        return floor;
    }

    private static async Task<DiaryNumber?> EnterAsync(Floor floor, CaseReference reference, string by = "rut") =>
        await floor.Desk.RegisterInDiaryAsync(await floor.ViewerAsync(by), reference, default, DiaryRoutine.Subject, null);

    private static async Task<CaseReference> RegisterAsync(Floor floor, string kind)
    {
        var oskar = await floor.ViewerAsync("oskar");
        return (await floor.Desk.RegisterAsync(new NewCase
        {
            Text = Words.Plain("En gatlykta är trasig."),
            Kind = kind,
            Channel = "phone",
            UnitId = (await floor.UnitAsync("park-och-gata")).Id,
            ArrivedAt = StockholmTime.Now(floor.Clock),
            ReceivedBy = oskar.Id,
            Complainant = new(),
        }, oskar)).Reference;
    }

    private static async Task<IEnumerable<int>> NumbersAsync(Floor floor)
    {
        await using var database = floor.Database();
        return await database.DiaryEntries.Select(e => e.Number).OrderBy(n => n).ToListAsync();
    }
}
