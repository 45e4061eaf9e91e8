using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Routines;

/// <summary>Periods as reports are named, and what comes back for whom (routines.md: recurring duties, report cycles).</summary>
public sealed class RecurringTests
{
    [Theory]
    [InlineData("2026-05-01", ReportPeriod.Month, "2026-05", "2026-05-01", "2026-05-31", "maj 2026")]
    [InlineData("2028-02-29", ReportPeriod.Month, "2028-02", "2028-02-01", "2028-02-29", "februari 2028")]
    [InlineData("2026-12-31", ReportPeriod.Quarter, "2026-Q4", "2026-10-01", "2026-12-31", "kvartal 4 2026")]
    [InlineData("2026-04-30", ReportPeriod.Tertial, "2026-T1", "2026-01-01", "2026-04-30", "tertial 1 2026")]
    [InlineData("2026-05-01", ReportPeriod.Tertial, "2026-T2", "2026-05-01", "2026-08-31", "tertial 2 2026")]
    [InlineData("2026-09-01", ReportPeriod.ThreeTimesAYear, "2026-T3", "2026-09-01", "2026-12-31", "tertial 3 2026")]
    [InlineData("2026-06-30", ReportPeriod.HalfYear, "2026-H1", "2026-01-01", "2026-06-30", "första halvåret 2026")]
    [InlineData("2026-07-01", ReportPeriod.HalfYear, "2026-H2", "2026-07-01", "2026-12-31", "andra halvåret 2026")]
    [InlineData("2026-07-01", ReportPeriod.Year, "2026", "2026-01-01", "2026-12-31", "2026")]
    public void A_day_lies_in_a_period_with_a_name(string day, ReportPeriod kind, string name, string from, string to, string words) // R-LEARN-02
    {
        var period = Period.Of(Make.Day(day), kind);
        Assert.Equal(new(name, Make.Day(from), Make.Day(to)), period);
        Assert.Equal(words, period.Swedish());
        Assert.Equal(period, Period.Parse(name));
        Assert.Equal(period, period.After().Before());
    }

    [Fact]
    public void Periods_follow_each_other_over_the_turn_of_the_year()
    {
        Assert.Equal("2025-T3", Period.Parse("2026-T1")!.Value.Before().Name);
        Assert.Equal("2027-01", Period.Parse("2026-12")!.Value.After().Name);
        Assert.Equal("2025", Period.Parse("2026")!.Value.Before().Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-T4")]
    [InlineData("2026-T0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-4")]
    [InlineData("2026-T١")]
    [InlineData("0000")]
    [InlineData("26-T1")]
    [InlineData("2026T1")]
    [InlineData("2026-T1 ")]
    [InlineData("2026-+1")]
    public void What_is_no_period_is_none(string? name) => Assert.Null(Period.Parse(name));

    [Fact] // R-LEARN-02, R-LEARN-03: S3's tertial is compiled within a month after it
    public void The_complaints_manager_is_told_of_the_tertial_that_has_ended()
    {
        var tertial = Of("karin", "2026-09-03").Single(w => w is { Routine: "nacka-socialtjanst", Code: "tertial" });
        Assert.Equal(("2026-T2", Make.Day("2026-09-30"), true, false), (tertial.Period, tertial.DueOn, tertial.IsReport, tertial.IsPersonal));
        Assert.StartsWith("Sammanställ tertial 2 2026.", tertial.Text, StringComparison.Ordinal);
        Assert.NotNull(tertial.Citation.Source ?? tertial.Citation.Assumed);
    }

    [Fact] // R-FLOW-16: new staff are reminded
    public void Somebody_new_reads_the_routine_in_the_first_month_and_others_are_not_asked()
    {
        Assert.Contains(Of("sten", "2026-07-03"), w => w is { Code: "ny-medarbetare", IsPersonal: true } && w.DueOn == Make.Day("2026-07-31"));
        Assert.DoesNotContain(Of("cecilia", "2026-07-03"), w => w.Code == "ny-medarbetare");
    }

    [Fact]
    public void Somebody_without_a_role_and_a_system_have_nothing_that_comes_back()
    {
        Assert.Empty(Of("hanna", "2026-09-03"));
        Assert.Empty(Of("webben", "2026-09-03"));
    }

    [Fact] // the sixth routine has a duty of each kind
    public void Each_interval_gives_its_period()
    {
        var (sixth, faults) = RoutineReader.Read(Make.SixthRoutineFile);
        Assert.Empty(faults);
        var names = new[] { ("karin", "genomgang"), ("amal", "kunskap") }.Select(one => RecurringWork.For(Make.Viewer(one.Item1, "2026-05-04"), Make.Organisation(), _ => sixth, r => r.Calendar, Make.Day("2026-05-04"))
            .Single(w => w.Code == one.Item2)).Select(w => (w.Period, w.DueOn, w.IsPersonal));
        Assert.Equal([("2026-Q2", Make.Day("2026-06-30"), false), ("2026", Make.Day("2026-12-31"), true)], names);
    }

    private static IReadOnlyList<Recurring> Of(string person, string day)
    {
        var routines = Make.RoutineNames.ToDictionary(name => name, name => Make.Routine(name));
        var organisation = Make.Organisation();
        // Biblioteket follows Socialtjänsten's routine here, so that there is a complaints manager's report to tell of.
        return [.. RecurringWork.For(Make.Viewer(person, day), organisation,
            place => organisation.Unit(place)!.Slug == "biblioteket" ? routines["nacka-socialtjanst"] : organisation.RoutineAt(place) is { } name ? routines[name] : null,
            routine => routine.Calendar, Make.Day(day))];
    }
}
