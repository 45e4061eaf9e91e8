using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Routines;

/// <summary>R-SYS-09: a municipality with a sixth routine writes its own, as data. This one is made up and says everything.</summary>
public sealed class SixthRoutineTests
{
    private static readonly Routine Sixth = Read();

    [Theory]
    [InlineData("bekraftelse", "2026-06-18 23:30", "2026-06-18")] // at once: the same day
    [InlineData("uppringning", "2026-05-13 20:00", "2026-05-18T04:00:00+02:00")] // Kristi himmelsfärdsdag, the closed day and the weekend stand still
    [InlineData("forsta-ord", "2026-06-18 09:00", "2026-06-23")] // Thursday is day 1; midsommar and Sunday are free
    [InlineData("mottagande", "2026-12-30 09:00", "2027-01-04")] // nyårsafton counts here
    [InlineData("samrad", "2026-05-11 09:00", "2026-05-18")] // a Saturday, rolled
    [InlineData("utredning", "2026-04-24 14:10", "2026-05-18")] // the closed day 15 May, rolled
    [InlineData("svar", "2026-06-15 09:00", "2026-08-17")] // a Saturday, rolled
    [InlineData("efterat", "2026-06-12 09:00", "2026-06-29")] // 10 working days over midsommar
    [InlineData("andra-gangen", "2028-02-29 09:00", "2029-02-28")]
    [InlineData("diarieforing", "2026-06-18 09:00", "2026-06-22")] // the law's
    public void Each_clock_counts_in_its_own_way(string clock, string start, string last) => // R-DUE-01
        Assert.Equal(last, $"{Sixth.Clock(clock)!.DueFrom(Make.At(start), Sixth.Calendar)}");

    [Theory]
    [InlineData("complaint", true, "vardcentralen", "bekraftelse uppringning mottagande samrad utredning svar efterat andra-gangen diarieforing")]
    [InlineData("complaint", false, "skolan", "bekraftelse forsta-ord mottagande samrad utredning efterat andra-gangen diarieforing")]
    [InlineData("praise", true, "vardcentralen", "bekraftelse mottagande andra-gangen diarieforing")]
    [InlineData("question", true, "skolan", "bekraftelse uppringning mottagande andra-gangen diarieforing")]
    public void A_clock_runs_for_its_kinds_forms_and_units(string kind, bool isOral, string unit, string clocks) =>
        Assert.Equal(clocks, string.Join(' ', Sixth.Clocks.Where(c => c.RunsFor(kind, isOral, [unit, "halsohojden"])).Select(c => c.Name)));

    [Theory]
    [InlineData("elevhalsan", "skolorna", "2 veckor")]
    [InlineData("mottagningen", "hemsjukvarden", "10 arbetsdagar")] // the nearest place above that has promised something
    [InlineData("vardcentralen", "halsan", "3 veckor")]
    public void A_unit_has_its_own_stricter_time(string unit, string above, string length) =>
        Assert.Equal(length, $"{Sixth.Clock("utredning")!.LengthAt([unit, above])}");

    [Theory]
    [InlineData("complaint", "ordinary", false, true)]
    [InlineData("view", "latt", true, false)]
    [InlineData("idea", "latt", true, false)]
    [InlineData("suggestion", "ordinary", false, true)]
    public void A_view_goes_the_light_way(string kind, string track, bool isLight, bool answerRequired)
    {
        var itsTrack = Sixth.TrackOf(kind);
        Assert.Equal((track, isLight, answerRequired), (itsTrack.Code, itsTrack.IsLight, itsTrack.AnswerRequired));
    }

    [Fact]
    public void What_the_law_asks_of_a_reply_is_marked_or_added() // SR-6.2
    {
        var contents = Sixth.Reply.Contents;
        Assert.Equal(["explanation", "whereToTurn", "prevention"], contents.Where(c => c.IsStatutory).Select(c => c.Code));
        Assert.Equal("Vad som hände", contents.Single(c => c.Code == "explanation").Label); // in the routine's own words
    }

    [Fact]
    public void Everything_that_it_says_is_read()
    {
        Assert.Equal((AnonymityMode.Refused, 3, PublicationLevel.Items), (Sixth.Anonymity.Mode, Sixth.Learning.PlanAfter, Sixth.Publication.Level));
        Assert.Equal((2, Role.Coordinator, new Length(3, TimeUnit.WorkingDays)), (Sixth.HandOver.RefusalsBeforeCoordinator, Sixth.HandOver.Coordinator, Sixth.HandOver.RefusedAfter));
        Assert.Equal((Role.DepartmentHead, true, false), (Sixth.Reply.SecondReader, Sixth.Reply.InternalAnswerOwed, Sixth.Reply.SpokenAllowed));
        Assert.Equal(["Hälsonämnden", "Skolnämnden", "Patientnämnden"], Sixth.Reports.Single(r => r.Period == ReportPeriod.Quarter).To);
        Assert.Equal(Enum.GetValues<ReportPeriod>(), Sixth.Reports.Select(r => r.Period));
        Assert.Equal(["vard", "lakemedel", "vantan"], Sixth.Categories[0].Categories[0].All.Select(c => c.Code));
        Assert.Equal((120, "HSN 2026 § 12"), (Sixth.Retention.Single(r => r.Part == "vault").Keep!.Value.Amount, Sixth.Retention.Single(r => r.Part == "vault").Decision));
        Assert.Equal(Role.Board, Sixth.Responsibility.Inability[^1]);
        Assert.False(Sixth.Responsibility.Allows(Role.Employee, Duty.Answer));
        Assert.True(Sixth.Responsibility.Allows(Role.Reception, Duty.Answer)); // not named: the ordinary rights
    }

    private static Routine Read()
    {
        var (routine, faults) = RoutineReader.Read(Make.SixthRoutineFile);
        return routine ?? throw new InvalidOperationException(string.Join("\n", faults));
    }
}
