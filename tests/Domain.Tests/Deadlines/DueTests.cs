using FsCheck;
using FsCheck.Fluent;
using Gava.Domain.Deadlines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Deadlines;

/// <summary>R-DUE-01, SR-14.1 to SR-14.10: from a moment and a length to the last day in time.</summary>
public sealed class DueTests
{
    [Theory]
    [InlineData("2026-04-24 14:10", 5, "2026-05-04")] // W0: Friday 1 May is free
    [InlineData("2026-04-24 14:10", 10, "2026-05-11")] // W0: the final goal
    [InlineData("2026-06-15 09:00", 5, "2026-06-23")] // W2: midsommarafton is free
    [InlineData("2026-06-18 09:00", 5, "2026-06-26")] // SR-14.6
    [InlineData("2026-06-19 09:00", 1, "2026-06-22")] // arrives on midsommarafton itself
    [InlineData("2026-04-25 23:59", 1, "2026-04-27")] // a Saturday
    [InlineData("2026-12-23 16:00", 5, "2027-01-05")] // over Christmas and New Year
    [InlineData("2026-04-01 08:00", 5, "2026-04-10")] // over Easter
    [InlineData("2025-12-30 08:00", 5, "2026-01-09")] // over New Year and trettondedag jul
    public void Working_days_are_counted_from_the_day_after(string from, int days, string last) => // R-DUE-02, SR-14.6
        Assert.Equal(Make.Day(last), Count(from, new(days, TimeUnit.WorkingDays)).Day);

    [Theory]
    [InlineData("2026-05-22 10:00", 10, "2026-06-01")] // W3
    [InlineData("2026-04-24 14:10", 3, "2026-04-27")] // S4: a weekend counts
    [InlineData("2026-05-27 10:00", 10, "2026-06-06")] // nationaldagen, a Saturday: a promise does not roll
    [InlineData("2028-02-27 10:00", 3, "2028-03-01")] // a leap day counts
    public void Days_without_more_are_calendar_days_and_do_not_roll(string from, int days, string last) => // R-DUE-03, SR-14.7
        Assert.Equal(Make.Day(last), Count(from, new(days, TimeUnit.CalendarDays)).Day);

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2028-02-29", 48, "2032-02-29")]
    [InlineData("2026-03-31", 6, "2026-09-30")]
    [InlineData("2026-04-15", 1, "2026-05-15")]
    [InlineData("2026-11-30", 3, "2027-02-28")]
    public void Months_end_on_the_day_of_the_same_number_or_the_last(string from, int months, string last) => // SR-14.1
        Assert.Equal(Make.Day(last), Count($"{from} 12:00", new(months, TimeUnit.Months)).Day);

    [Fact]
    public void Weeks_end_on_the_day_of_the_same_name() => // SR-14.1
        Assert.Equal(new DateOnly(2026, 5, 8), Count(Make.Friday, new(2, TimeUnit.Weeks)).Day);

    [Theory]
    [InlineData("2026-05-21 10:00", 10, TimeUnit.CalendarDays, "2026-06-01")] // Sunday 31 May
    [InlineData("2026-05-22 10:00", 15, TimeUnit.CalendarDays, "2026-06-08")] // nationaldagen, a Saturday
    [InlineData("2026-01-31 10:00", 1, TimeUnit.Months, "2026-03-02")] // Saturday 28 February
    [InlineData("2026-06-12 10:00", 1, TimeUnit.Weeks, "2026-06-22")] // midsommarafton
    [InlineData("2026-05-22 10:00", 10, TimeUnit.CalendarDays, "2026-06-01")] // a Monday stays
    public void A_last_day_that_is_free_rolls_where_the_routine_says_so(string from, int amount, TimeUnit unit, string last) => // SR-14.2
        Assert.Equal(Make.Day(last), Due.Count(Make.At(from), new(amount, unit), WorkingCalendar.Swedish, new(RollForward: true)).Day);

    [Fact]
    public void What_comes_late_in_the_evening_came_on_Stockholms_day() // SR-14.10
    {
        var beforeMidnight = new DateTime(2026, 4, 22, 21, 59, 0, DateTimeKind.Utc);
        Assert.Equal(new DateOnly(2026, 4, 23), Due.Count(beforeMidnight, new(1, TimeUnit.WorkingDays), WorkingCalendar.Swedish).Day);
        Assert.Equal(new DateOnly(2026, 4, 24), Due.Count(beforeMidnight.AddMinutes(1), new(1, TimeUnit.WorkingDays), WorkingCalendar.Swedish).Day);
    }

    [Fact]
    public void It_is_in_time_until_midnight_in_Stockholm_and_late_from_then() // SR-14.6
    {
        var due = Count(Make.Friday, new(5, TimeUnit.WorkingDays));
        Assert.Equal(new DateTime(2026, 5, 4, 22, 0, 0, DateTimeKind.Utc), due.LateFrom);
        Assert.False(due.IsPastAt(due.LateFrom.AddTicks(-1)));
        Assert.True(due.IsPastAt(due.LateFrom));
    }

    [Theory]
    [InlineData("2026-03-27 12:00", "2026-03-30 22:00")] // the spring change lies between
    [InlineData("2026-10-23 12:00", "2026-10-26 23:00")] // the autumn change lies between
    public void A_day_ends_at_midnight_on_both_sides_of_the_time_change(string from, string lateFromUtc) => // SR-14.10
        Assert.Equal(lateFromUtc, Count(from, new(1, TimeUnit.WorkingDays)).LateFrom.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-05-26 15:30", "2026-05-27T15:30:00+02:00")] // W3: the officers' day
    [InlineData("2026-03-28 12:00", "2026-03-29T13:00:00+02:00")] // spring: 24 hours are 24 hours
    [InlineData("2026-10-24 12:00", "2026-10-25T11:00:00+01:00")] // autumn
    public void Hours_pass_as_they_pass(string from, string end) // SR-14.8
    {
        var due = Count(from, new(24, TimeUnit.Hours));
        Assert.True(due.IsMoment);
        Assert.Equal(end, due.ToString());
    }

    [Fact]
    public void A_due_day_is_written_as_a_date() => Assert.Equal("2026-05-04", Count(Make.Friday, new(5, TimeUnit.WorkingDays)).ToString());

    [Fact]
    public void Hours_do_not_roll() =>
        Assert.Equal("2026-05-01T14:10:00+02:00", Due.Count(Make.At("2026-04-30 14:10"), new(24, TimeUnit.Hours), WorkingCalendar.Swedish, new(RollForward: true)).ToString());

    [Fact]
    public void Nothing_is_due_before_it_began() =>
        Prop.ForAll(Countings.ToArbitrary(), c => Due.Count(c.From, c.Length, WorkingCalendar.Swedish, new(RollForward: c.Rolls)).LateFrom >= c.From)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_is_never_earlier() =>
        Prop.ForAll(Countings.ToArbitrary(), c =>
            Due.Count(c.From, c.Length, WorkingCalendar.Swedish, new(RollForward: c.Rolls)).LateFrom
            <= Due.Count(c.From, c.Length with { Amount = c.Length.Amount + 1 }, WorkingCalendar.Swedish, new(RollForward: c.Rolls)).LateFrom)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_that_is_closed_too_never_makes_a_due_day_earlier()
    {
        var withClosed = Countings.SelectMany(_ => Gen.Choose(0, 120).ListOf(), (c, days) => (Counting: c, Days: days));
        Prop.ForAll(withClosed.ToArbitrary(), both =>
        {
            var (c, start) = (both.Counting, StockholmTime.DateOf(both.Counting.From));
            var closed = WorkingCalendar.Swedish.With(both.Days.Distinct().ToDictionary(start.AddDays, _ => "stängt"));
            return Due.Count(c.From, c.Length, closed, new(RollForward: c.Rolls)).LateFrom >= Due.Count(c.From, c.Length, WorkingCalendar.Swedish, new(RollForward: c.Rolls)).LateFrom;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Any minute of 1990 to 2100, any length of 0 to 40 of any unit, rolled or not.</summary>
    private static Gen<(DateTime From, Length Length, bool Rolls)> Countings =>
        from day in Gen.Choose(0, 40_000)
        from minute in Gen.Choose(0, 1439)
        from amount in Gen.Choose(0, 40)
        from unit in Gen.Elements(Enum.GetValues<TimeUnit>())
        from rolls in Gen.Elements(true, false)
        select (new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day).AddMinutes(minute), new Length(amount, unit), rolls);

    private static Due Count(string from, Length length) => Due.Count(Make.At(from), length, WorkingCalendar.Swedish);
}
