namespace Gava.Domain.Deadlines;

/// <summary>
/// When something must be done at the latest: a whole day in Stockholm, or a moment when it is counted in hours.
/// </summary>
/// <param name="LateFrom">The first moment, in UTC, at which it is late.</param>
/// <param name="IsMoment">True when counted in hours: people are shown the time of day too.</param>
public readonly record struct Due(DateTime LateFrom, bool IsMoment)
{
    public static Due On(DateOnly day) => new(StockholmTime.EndOf(day), false);

    public static Due At(DateTime utc) => new(utc, true);

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly Day => StockholmTime.DateOf(IsMoment ? LateFrom : LateFrom.AddTicks(-1));

    public bool IsPastAt(DateTime utc) => utc >= LateFrom;

    /// <summary>
    /// Counts a length from a moment. The day of the event is not counted unless the routine says so: day 1 is the next one
    /// (law.md SR-14.6). Weeks and months end on the day of the same name or number, or on the month's last (lag 1930:173 1 §).
    /// </summary>
    public static Due Count(DateTime from, Length length, WorkingCalendar calendar, Counting counting = default)
    {
        if (length.Unit == TimeUnit.Hours) return At(counting.PausesOnFreeDays ? calendar.AddWorkingHours(from, length.Amount) : from.AddHours(length.Amount));

        var start = StockholmTime.DateOf(from);
        if (counting.CountsFirstDay && length.Amount > 0) start = start.AddDays(-1);
        var last = length.Unit switch
        {
            TimeUnit.WorkingDays => calendar.AddWorkingDays(start, length.Amount),
            TimeUnit.Weekdays => calendar.AddWeekdays(start, length.Amount),
            TimeUnit.CalendarDays => start.AddDays(length.Amount),
            TimeUnit.Weeks => start.AddDays(7 * length.Amount),
            TimeUnit.Months => start.AddMonths(length.Amount),
            _ => throw new ArgumentOutOfRangeException(nameof(length)),
        };
        return On(counting.RollForward ? calendar.RollForward(last) : last);
    }

    /// <summary>ISO 8601: a date, or a moment with Stockholm's offset.</summary>
    public override string ToString() => IsMoment
        ? StockholmTime.WithOffset(LateFrom).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)
        : Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
