using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>Cases that come from an older register (R-SYS-01, R-SYS-04).</summary>
public sealed class ImportingTests
{
    private static OldCase Old(string arrived = "2025-03-03 00:00", string? replied = null, string? closed = null, string? contacted = null, string? registered = null, string? responsible = null) => new()
    {
        News = Make.NewCase(at: arrived),
        Source = "9f86d0;17",
        RegisteredAt = Moment(registered),
        ContactedAt = Moment(contacted),
        RepliedAt = Moment(replied),
        ClosedAt = Moment(closed),
        ResponsibleId = responsible is null ? null : Make.Person(responsible).Id,
        Measure = Make.Words("Ändrade schemat."),
        Kept = Make.Words("Kommentar: Följ upp"),
    };

    private static DateTime? Moment(string? stockholm) => stockholm is null ? null : Make.At(stockholm);

    private static Case Import(OldCase old, string routine = Make.Socialpsykiatri) => Case.Import(1, old, Make.Routine(routine), Make.Routine(routine).Calendar, Make.Change("karin"));

    [Theory]
    [InlineData(null, null, null, CaseStatus.Received)]
    [InlineData(null, null, "cecilia", CaseStatus.InProgress)]
    [InlineData("2025-03-05 00:00", null, "cecilia", CaseStatus.Answered)]
    [InlineData("2025-03-05 00:00", "2025-03-06 00:00", null, CaseStatus.Closed)]
    [InlineData(null, "2025-03-06 00:00", "cecilia", CaseStatus.Closed)]
    public void It_stands_where_the_register_left_it(string? replied, string? closed, string? responsible, CaseStatus status)
    {
        var @case = Import(Old(replied: replied, closed: closed, responsible: responsible));

        Assert.Equal((status, 2025, Make.At("2025-03-03 00:00")), (@case.Status, @case.Reference.Year, @case.RegisteredAt));
        Assert.Equal(replied is not null && closed is not null ? Ending.Answered : null, @case.Ending);
    }

    [Fact]
    public void The_journal_is_written_now_of_what_happened_then()
    {
        var @case = Import(Old(contacted: "2025-03-04 00:00", replied: "2025-03-05 00:00", closed: "2025-03-06 00:00"));

        Assert.Equal([EventKind.Imported, EventKind.Arrived, EventKind.Registered, EventKind.Contacted, EventKind.MeasureRegistered, EventKind.Replied, EventKind.Closed], @case.NewEvents.Select(e => e.Kind));
        Assert.All(@case.NewEvents, e => Assert.Equal(Make.At(Make.Friday), e.At));
        Assert.Equal(("9f86d0;17", "Kommentar: Följ upp"), (@case.NewEvents[0].Subject, @case.NewEvents[0].Text));
        Assert.Equal([Make.At("2025-03-03 00:00"), Make.At("2025-03-03 00:00"), Make.At("2025-03-04 00:00"), Make.At("2025-03-06 00:00"), Make.At("2025-03-05 00:00"), Make.At("2025-03-06 00:00")],
            @case.NewEvents.Skip(1).Select(e => e.HappenedAt!.Value));
    }

    [Fact]
    public void What_nobody_wrote_down_is_not_late_and_reminds_nobody()
    {
        foreach (var name in Make.RoutineNames)
        {
            var old = Old() with { News = Make.NewCase(at: "2025-03-03 00:00") with { Kind = Make.Routine(name).Kinds[0].Code, Channel = Make.Routine(name).Channels[0].Code } };
            foreach (var one in new[] { old, old with { ClosedAt = Make.At("2025-03-06 00:00") } })
            {
                var @case = Import(one, name);
                Assert.DoesNotContain(@case.Clocks, c => c.StateAt(Make.At(Make.Friday)) is ClockState.Late or ClockState.MetLate);
                Assert.Empty(@case.Wake(Make.Change("karin")));
            }
        }
    }

    [Fact]
    public void What_is_told_of_a_time_stays_and_what_is_left_of_one_runs()
    {
        var told = Import(Old(contacted: "2025-03-04 00:00", replied: "2025-03-05 00:00", closed: "2025-03-06 00:00"));
        var fresh = Import(Old(arrived: "2026-04-24 08:00", responsible: "cecilia"));

        Assert.All(told.Clocks, c => Assert.False(c.Runs));
        Assert.Contains(told.Clocks, c => c.StateAt(Make.At(Make.Friday)) == ClockState.Met);
        Assert.Contains(fresh.Clocks, c => c.Runs);
        Assert.True(fresh.UrgentAt > Make.At(Make.Friday));
    }

    [Fact]
    public void A_closed_one_is_kept_out_of_the_diary_until_it_is_opened_again()
    {
        var routine = Make.RoutineNames.Select(Make.Routine).First(r => r.Registration.Mode == RegistrationMode.Diary).Name;
        var (open, closed) = (Import(Old(), routine), Import(Old(closed: "2025-03-06 00:00"), routine));

        Assert.Equal((DiaryState.Waiting, DiaryState.Exempt, Case.OldRegister), (open.DiaryState, closed.DiaryState, closed.ExemptFor));
        closed.Reopen(Make.Words("Det hände igen."), Make.Viewer("eva"), Make.Change("eva"));
        Assert.Equal(DiaryState.Waiting, closed.DiaryState);
    }

    [Theory]
    [InlineData("closedAt", "2025-03-02 12:00", "before-arrival")]
    [InlineData("registeredAt", "2025-03-02 12:00", "before-arrival")]
    [InlineData("repliedAt", "2027-01-01 00:00", "in-the-future")]
    [InlineData("contactedAt", "2027-01-01 00:00", "in-the-future")]
    public void Days_must_be_able_to_follow_on_each_other(string field, string at, string code)
    {
        var old = field switch
        {
            "closedAt" => Old(closed: at),
            "registeredAt" => Old(registered: at),
            "repliedAt" => Old(replied: at),
            _ => Old(contacted: at),
        };

        var broken = Assert.Throws<RuleBroken>(() => Import(old));
        Assert.Equal((code, field), (broken.Code, broken.Field));
    }
}
