namespace Gava.Domain.Deadlines;

/// <summary>
/// The only place where moments become days. Moments are UTC; a day is a day in Stockholm, whatever the server's zone
/// (law.md SR-14.10).
/// </summary>
public static class StockholmTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The only "today" in Gåva.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOf(Now(clock));

    /// <summary>The present moment in UTC, in whole microseconds, which is what both databases can hold.</summary>
    public static DateTime Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    public static DateTime ToLocal(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The moment with Stockholm's offset, as ISO 8601 wants it.</summary>
    public static DateTimeOffset WithOffset(DateTime utc)
    {
        var local = ToLocal(utc);
        return new DateTimeOffset(local, local - DateTime.SpecifyKind(utc, DateTimeKind.Unspecified));
    }

    /// <summary>
    /// The moment of a wall-clock time in Stockholm. A time that the spring change skips is read as one hour later, as clocks do;
    /// one that the autumn change repeats is read as the first of the two.
    /// </summary>
    public static DateTime ToUtc(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        // The first day of all time begins, in UTC, before there is any.
        if (local < DateTime.MinValue.AddDays(1)) return DateTime.SpecifyKind(local, DateTimeKind.Utc);
        if (Zone.IsInvalidTime(local)) return ToUtc(local.AddHours(1));
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The first moment of the day.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The first moment that is no longer this day: what is due on the day is late from here.</summary>
    public static DateTime EndOf(DateOnly day) =>
        day == DateOnly.MaxValue ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) : StartOf(day.AddDays(1));
}
