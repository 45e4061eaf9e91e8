using FsCheck;
using FsCheck.Fluent;
using Gava.Domain.Deadlines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Deadlines;

/// <summary>R-DUE-01, SR-14.3, SR-14.5: which days are worked.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly Gen<DateOnly> AnyDay =
        Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-01-05")] // trettondagsafton
    [InlineData("2026-04-02")] // skärtorsdag
    [InlineData("2026-04-30")] // valborgsmässoafton
    [InlineData("2026-05-13")] // the day before Kristi himmelsfärd
    [InlineData("2026-05-15")] // the Friday after it
    [InlineData("2026-05-25")] // annandag pingst, no holiday since 2005
    [InlineData("2026-10-30")] // the day before alla helgons dag
    [InlineData("2026-12-23")]
    [InlineData("2026-12-28")]
    [InlineData("2026-12-30")]
    public void Shortened_days_and_days_between_still_count(string day) => // SR-14.5
        Assert.True(WorkingCalendar.Swedish.IsWorkingDay(Make.Day(day)));

    [Theory]
    [InlineData("2026-05-01", FreeBecause.PublicHoliday, "första maj")]
    [InlineData("2026-04-05", FreeBecause.PublicHoliday, "påskdagen")] // rather than Sunday
    [InlineData("2026-06-06", FreeBecause.PublicHoliday, "nationaldagen")] // rather than Saturday
    [InlineData("2026-06-19", FreeBecause.Eve, "midsommarafton")]
    [InlineData("2026-12-24", FreeBecause.Eve, "julafton")]
    [InlineData("2026-12-31", FreeBecause.Eve, "nyårsafton")]
    [InlineData("2026-04-04", FreeBecause.Weekend, "lördag")] // påskafton
    [InlineData("2026-04-26", FreeBecause.Weekend, "söndag")]
    public void A_free_day_says_why_people_are_off(string day, FreeBecause because, string name) =>
        Assert.Equal(new FreeDay(Make.Day(day), because, name), WorkingCalendar.Swedish.WhyFree(Make.Day(day)));

    [Fact]
    public void An_eve_that_the_routine_works_counts_unless_it_is_a_weekend()
    {
        var workedEves = new WorkingCalendar(["julafton"]);
        Assert.True(workedEves.IsWorkingDay(new(2026, 6, 19)));
        Assert.False(workedEves.IsWorkingDay(new(2026, 12, 24)));
        Assert.Equal(FreeBecause.Weekend, workedEves.WhyFree(new(2028, 12, 31))?.Because);
    }

    [Fact]
    public void A_municipality_closes_days_of_its_own() // SR-14.3
    {
        var calendar = WorkingCalendar.Swedish.With(new Dictionary<DateOnly, string> { [new(2026, 5, 15)] = "klämdag" });
        Assert.Equal(new FreeDay(new(2026, 5, 15), FreeBecause.LocallyClosed, "klämdag"), calendar.WhyFree(new(2026, 5, 15)));
        Assert.Equal(new DateOnly(2026, 5, 18), calendar.AddWorkingDays(new(2026, 5, 13), 1));
        Assert.True(WorkingCalendar.Swedish.IsWorkingDay(new(2026, 5, 15)));
    }

    [Fact]
    public void A_local_day_on_a_public_holiday_keeps_the_name_that_everybody_knows() =>
        Assert.Equal("första maj", WorkingCalendar.Swedish.With(new Dictionary<DateOnly, string> { [new(2026, 5, 1)] = "stängt" })
            .WhyFree(new(2026, 5, 1))?.Name);

    [Fact]
    public void Closing_local_days_keeps_the_eves_that_the_routine_chose()
    {
        var calendar = new WorkingCalendar([]).With(new Dictionary<DateOnly, string> { [new(2026, 5, 15)] = "klämdag" });
        Assert.True(calendar.IsWorkingDay(new(2026, 12, 24)));
    }

    [Theory]
    [InlineData("2026-04-30", "2026-04-30")] // a working day stays
    [InlineData("2026-05-01", "2026-05-04")] // första maj on a Friday
    [InlineData("2026-06-06", "2026-06-08")] // nationaldagen on a Saturday
    [InlineData("2026-06-19", "2026-06-22")] // midsommarafton
    [InlineData("2026-12-24", "2026-12-28")] // julafton, juldagen, annandag jul, Sunday
    [InlineData("2026-12-31", "2027-01-04")] // nyårsafton, nyårsdagen, weekend
    [InlineData("2026-04-03", "2026-04-07")] // långfredagen to annandag påsk
    public void A_day_rolls_forward_to_the_next_one_that_is_worked(string day, string rolled) => // SR-14.2
        Assert.Equal(Make.Day(rolled), WorkingCalendar.Swedish.RollForward(Make.Day(day)));

    [Fact]
    public void No_working_days_are_counted_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.Swedish.AddWorkingDays(new(2026, 4, 24), -1));

    [Theory]
    [InlineData(2025, 249)]
    [InlineData(2026, 251)]
    [InlineData(2027, 253)]
    public void A_year_has_the_working_days_that_payrolls_count(int year, int workingDays)
    {
        var first = new DateOnly(year, 1, 1);
        Assert.Equal(workingDays, Enumerable.Range(0, 365).Count(n => WorkingCalendar.Swedish.IsWorkingDay(first.AddDays(n))));
    }

    [Fact]
    public void N_working_days_hold_exactly_n_working_days_and_end_on_one()
    {
        var counted = AnyDay.SelectMany(_ => Gen.Choose(1, 60), (start, n) => (Start: start, N: n));
        Prop.ForAll(counted.ToArbitrary(), counting =>
        {
            var end = WorkingCalendar.Swedish.AddWorkingDays(counting.Start, counting.N);
            var days = Enumerable.Range(1, end.DayNumber - counting.Start.DayNumber).Select(counting.Start.AddDays).ToList();
            return days.Count(WorkingCalendar.Swedish.IsWorkingDay) == counting.N && WorkingCalendar.Swedish.IsWorkingDay(end);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_day_is_either_worked_or_told_as_free()
    {
        var spans = AnyDay.SelectMany(_ => Gen.Choose(0, 60), (start, n) => (From: start, To: start.AddDays(n)));
        Prop.ForAll(spans.ToArbitrary(), span =>
        {
            var told = WorkingCalendar.Swedish.FreeDaysBetween(span.From, span.To).Select(free => free.Day).ToList();
            var free = Enumerable.Range(1, span.To.DayNumber - span.From.DayNumber).Select(span.From.AddDays)
                .Where(day => !WorkingCalendar.Swedish.IsWorkingDay(day));
            return told.SequenceEqual(free);
        }).QuickCheckThrowOnFailure();
    }
}
