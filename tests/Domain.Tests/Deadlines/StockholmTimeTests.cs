using System.Globalization;
using Gava.Domain.Deadlines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Deadlines;

/// <summary>SR-14.10: moments are UTC, days are Stockholm's, whatever the server's zone.</summary>
public sealed class StockholmTimeTests
{
    [Theory]
    [InlineData("2026-01-15 22:59", "2026-01-15")]
    [InlineData("2026-01-15 23:00", "2026-01-16")]
    [InlineData("2026-07-15 21:59", "2026-07-15")]
    [InlineData("2026-07-15 22:00", "2026-07-16")]
    [InlineData("2025-12-31 23:00", "2026-01-01")]
    public void A_moment_belongs_to_the_day_in_Stockholm(string utc, string day) =>
        Assert.Equal(Make.Day(day), StockholmTime.DateOf(Utc(utc)));

    [Theory]
    [InlineData("2026-03-29", 23)] // spring
    [InlineData("2026-10-25", 25)] // autumn
    [InlineData("2026-04-24", 24)]
    public void A_day_is_as_long_as_the_time_change_makes_it(string day, int hours) =>
        Assert.Equal(hours, (StockholmTime.EndOf(Make.Day(day)) - StockholmTime.StartOf(Make.Day(day))).TotalHours);

    [Theory]
    [InlineData("2026-04-24 14:10", "2026-04-24 12:10")]
    [InlineData("2026-01-24 14:10", "2026-01-24 13:10")]
    [InlineData("2026-03-29 02:30", "2026-03-29 01:30")] // skipped: read as 03.30
    [InlineData("2026-10-25 02:30", "2026-10-25 00:30")] // comes twice: the first
    public void The_wall_clock_becomes_one_moment(string local, string utc) => Assert.Equal(Utc(utc), Make.At(local));

    [Theory]
    [InlineData("2026-04-24 12:10", "2026-04-24T14:10:00+02:00")]
    [InlineData("2026-10-25 00:30", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25 01:30", "2026-10-25T02:30:00+01:00")]
    public void A_moment_is_told_with_its_offset(string utc, string told) =>
        Assert.Equal(told, StockholmTime.WithOffset(Utc(utc)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Fact]
    public void Now_is_in_whole_microseconds_and_today_is_Stockholms()
    {
        var clock = new StoppedClock(Utc("2026-04-24 22:30").AddTicks(17));
        Assert.Equal(Utc("2026-04-24 22:30").AddTicks(10), StockholmTime.Now(clock));
        Assert.Equal(new DateOnly(2026, 4, 25), StockholmTime.Today(clock));
    }

    private static DateTime Utc(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private sealed class StoppedClock(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc);
    }
}
