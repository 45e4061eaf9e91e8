using Gava.Domain.Deadlines;
using Gava.Domain.Routines;

namespace Gava.Web.Pages.Rutiner;

/// <summary>The clocks of a routine drawn for one arrival: a bar each, from its start to its end, in days.</summary>
public sealed class RoutineTimeline
{
    private const int Width = 1000;

    public RoutineTimeline(Routine routine, WorkingCalendar calendar, DateTime arrival)
    {
        Arrival = arrival;
        Bars = [.. routine.Clocks.Where(c => c.Start is Moment.Arrival or Moment.Registration).Select(c => Bar(c, calendar, arrival)).OrderBy(b => b.Due.LateFrom)];
        Later = [.. routine.Clocks.Where(c => c.Start is not (Moment.Arrival or Moment.Registration))];
        LastDay = Bars.Select(b => b.Due.Day).DefaultIfEmpty(StockholmTime.DateOf(arrival)).Max();
        Free = [.. calendar.FreeDaysBetween(FirstDay.AddDays(-1), LastDay)];
    }

    public DateTime Arrival { get; }

    public DateOnly FirstDay => StockholmTime.DateOf(Arrival);

    public DateOnly LastDay { get; }

    public IReadOnlyList<ClockBar> Bars { get; }

    /// <summary>Clocks that begin with something that happens later, and so have no date yet.</summary>
    public IReadOnlyList<ClockRule> Later { get; }

    public IReadOnlyList<FreeDay> Free { get; }

    /// <summary>Where a day begins, of 1000.</summary>
    public int X(DateOnly day) => (day.DayNumber - FirstDay.DayNumber) * Width / Days;

    public int DayWidth => Math.Max(1, Width / Days);

    public int Height => 24 + (Bars.Count * 34);

    private int Days => Math.Max(1, LastDay.DayNumber - FirstDay.DayNumber + 1);

    private static ClockBar Bar(ClockRule rule, WorkingCalendar calendar, DateTime arrival) =>
        new(rule, rule.DueFrom(arrival, calendar), DueExplanation.Sentences(arrival, rule.Length, calendar, rule.Counting));
}

public sealed record ClockBar(ClockRule Rule, Due Due, IReadOnlyList<string> Why);
