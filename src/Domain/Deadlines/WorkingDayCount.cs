namespace Gava.Domain.Deadlines;

/// <summary>Counts working days between many pairs of days: each day is asked of the calendar once.</summary>
/// <param name="calendar">Which days count.</param>
/// <param name="first">No day that is asked for lies before it.</param>
/// <param name="last">No day that is asked for lies after it.</param>
public sealed class WorkingDayCount(WorkingCalendar calendar, DateOnly first, DateOnly last)
{
    private readonly int[] until = Sums(calendar, first, last);

    /// <summary>The working days after <paramref name="from"/>, which is day 0, up to and with <paramref name="to"/>; 0 when that is the same day or an earlier one.</summary>
    public int Between(DateOnly from, DateOnly to) => to <= from ? 0 : until[to.DayNumber - first.DayNumber] - until[from.DayNumber - first.DayNumber];

    private static int[] Sums(WorkingCalendar calendar, DateOnly first, DateOnly last)
    {
        var sums = new int[Math.Max(1, last.DayNumber - first.DayNumber + 1)];
        for (var i = 1; i < sums.Length; i++) sums[i] = sums[i - 1] + (calendar.IsWorkingDay(first.AddDays(i)) ? 1 : 0);
        return sums;
    }
}
