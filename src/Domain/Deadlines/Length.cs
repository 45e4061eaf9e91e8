namespace Gava.Domain.Deadlines;

/// <summary>
/// What a time is counted in. "Dygn" is 24 hours (law.md SR-14.8); "dagar" without more are calendar days (SR-14.7);
/// weekdays ("vardagar") are all days but Sundays, holidays and free eves, so that Saturday counts.
/// </summary>
public enum TimeUnit { Hours, WorkingDays, Weekdays, CalendarDays, Weeks, Months }

/// <summary>How long a clock runs: 5 working days, 24 hours, 1 month.</summary>
public readonly record struct Length(int Amount, TimeUnit Unit)
{
    /// <summary>"Genast": the same day, before it ends.</summary>
    public static Length AtOnce => new(0, TimeUnit.CalendarDays);

    public override string ToString() => (Amount, Unit) switch
    {
        (1, TimeUnit.Hours) => "1 timme",
        (_, TimeUnit.Hours) => $"{Amount} timmar",
        (1, TimeUnit.WorkingDays) => "1 arbetsdag",
        (_, TimeUnit.WorkingDays) => $"{Amount} arbetsdagar",
        (1, TimeUnit.Weekdays) => "1 vardag",
        (_, TimeUnit.Weekdays) => $"{Amount} vardagar",
        (0, TimeUnit.CalendarDays) => "genast",
        (1, TimeUnit.CalendarDays) => "1 dag",
        (_, TimeUnit.CalendarDays) => $"{Amount} dagar",
        (1, TimeUnit.Weeks) => "1 vecka",
        (_, TimeUnit.Weeks) => $"{Amount} veckor",
        (1, TimeUnit.Months) => "1 månad",
        _ => $"{Amount} månader",
    };
}

/// <summary>What else a routine says of how a length is counted; the default is the ordinary reading.</summary>
/// <param name="RollForward">A last day that is free moves to the next working day.</param>
/// <param name="PausesOnFreeDays">Hours stand still on days that are no working days.</param>
/// <param name="CountsFirstDay">The day of the event is day 1, not day 0.</param>
public readonly record struct Counting(bool RollForward = false, bool PausesOnFreeDays = false, bool CountsFirstDay = false);
