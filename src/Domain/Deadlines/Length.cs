namespace Gava.Domain.Deadlines;

/// <summary>What a time is counted in. "Dygn" is 24 hours (law.md SR-14.8); "dagar" without more are calendar days (SR-14.7).</summary>
public enum TimeUnit { Hours, WorkingDays, CalendarDays, Weeks, Months }

/// <summary>How long a clock runs: 5 working days, 24 hours, 1 month.</summary>
public readonly record struct Length(int Amount, TimeUnit Unit)
{
    public override string ToString() => (Amount, Unit) switch
    {
        (1, TimeUnit.Hours) => "1 timme",
        (_, TimeUnit.Hours) => $"{Amount} timmar",
        (1, TimeUnit.WorkingDays) => "1 arbetsdag",
        (_, TimeUnit.WorkingDays) => $"{Amount} arbetsdagar",
        (1, TimeUnit.CalendarDays) => "1 dag",
        (_, TimeUnit.CalendarDays) => $"{Amount} dagar",
        (1, TimeUnit.Weeks) => "1 vecka",
        (_, TimeUnit.Weeks) => $"{Amount} veckor",
        (1, TimeUnit.Months) => "1 månad",
        _ => $"{Amount} månader",
    };
}
