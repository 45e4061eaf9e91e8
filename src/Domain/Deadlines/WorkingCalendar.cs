namespace Gava.Domain.Deadlines;

/// <summary>Why a day does not count, as it is said to people: "första maj", "lördag", "kommunen har stängt".</summary>
public enum FreeBecause { Weekend, PublicHoliday, Eve, LocallyClosed }

/// <param name="Name">The day's own name, in Swedish.</param>
public readonly record struct FreeDay(DateOnly Day, FreeBecause Because, string Name);

/// <summary>A day on which work ends early: one of <see cref="SwedishHolidays.HalfDays"/> by name every year, or a certain day.</summary>
/// <param name="Until">When it closes, on Stockholm's clock.</param>
public readonly record struct HalfDay(string? Name, DateOnly? Day, TimeOnly Until);

/// <summary>
/// Which days a municipality works. Saturdays, Sundays, public holidays and midsommar-, jul- and nyårsafton are free
/// (lag 1930:173 2 §, law.md SR-14.5); a routine can let an eve count, and a municipality can close days of its own.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<string> eves;
    private readonly Dictionary<DateOnly, string> closed;
    private readonly IReadOnlyList<HalfDay> halfDays;

    /// <param name="freeEves">The eves that are free, by name; null is all three.</param>
    /// <param name="closedDays">Local closed days and what they are called.</param>
    /// <param name="halfDays">Days that end early. They are working days; hours that stand still on free days stand still after their end.</param>
    public WorkingCalendar(IEnumerable<string>? freeEves = null, IReadOnlyDictionary<DateOnly, string>? closedDays = null, IReadOnlyList<HalfDay>? halfDays = null)
    {
        this.halfDays = halfDays ?? [];
        eves = freeEves is null ? [.. AllEves] : [.. freeEves];
        closed = closedDays is null ? [] : new(closedDays);
    }

    public static readonly IReadOnlyList<string> AllEves = ["midsommarafton", "julafton", "nyårsafton"];

    /// <summary>The default of the law, without local days.</summary>
    public static WorkingCalendar Swedish { get; } = new();

    /// <summary>The same with the municipality's own closed days beside the routine's.</summary>
    public WorkingCalendar With(IReadOnlyDictionary<DateOnly, string> closedDays) =>
        new(eves, closed.Concat(closedDays.Where(d => !closed.ContainsKey(d.Key))).ToDictionary(), halfDays);

    public IReadOnlyList<HalfDay> HalfDays => halfDays;

    /// <summary>When work ends on a half day; null on a whole or a free one.</summary>
    public TimeOnly? EndsEarly(DateOnly day)
    {
        if (halfDays.Count == 0 || !IsWorkingDay(day)) return null;
        var name = SwedishHolidays.HalfDayOn(day);
        foreach (var half in halfDays)
        {
            if (half.Day == day || (half.Name is not null && half.Name == name)) return half.Until;
        }

        return null;
    }

    public bool IsWorkingDay(DateOnly day) => WhyFree(day) is null;

    /// <summary>Null on a working day, else the reason that people would give first.</summary>
    public FreeDay? WhyFree(DateOnly day)
    {
        if (SwedishHolidays.On(day) is { } holiday)
        {
            if (holiday.IsPublicHoliday) return new(day, FreeBecause.PublicHoliday, holiday.Name);
            if (eves.Contains(holiday.Name)) return new(day, FreeBecause.Eve, holiday.Name);
        }

        if (closed.TryGetValue(day, out var name)) return new(day, FreeBecause.LocallyClosed, name);
        if (day.DayOfWeek == DayOfWeek.Saturday) return new(day, FreeBecause.Weekend, "lördag");
        if (day.DayOfWeek == DayOfWeek.Sunday) return new(day, FreeBecause.Weekend, "söndag");
        return null;
    }

    /// <summary>The day itself if it is a working day, else the next one.</summary>
    public DateOnly RollForward(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The n-th working day after <paramref name="day"/>, which is not counted itself (law.md SR-14.6).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int n) => Add(day, n, IsWorkingDay);

    /// <summary>True on every day but Sundays, holidays, free eves and local closed days: a Saturday is a "vardag".</summary>
    public bool IsWeekday(DateOnly day) => WhyFree(day) is null or { Because: FreeBecause.Weekend, Day.DayOfWeek: DayOfWeek.Saturday };

    /// <summary>The n-th weekday (vardag) after <paramref name="day"/>, which is not counted itself.</summary>
    public DateOnly AddWeekdays(DateOnly day, int n) => Add(day, n, IsWeekday);

    /// <summary>The moment when so many hours have passed on working days; on free days, and after the end of half ones, the hours stand still.</summary>
    public DateTime AddWorkingHours(DateTime from, int hours)
    {
        var left = TimeSpan.FromHours(hours);
        var at = from;
        while (true)
        {
            var day = StockholmTime.DateOf(at);
            var end = StockholmTime.EndOf(day);
            if (IsWorkingDay(day))
            {
                // Exactly at the end of a working day is on that day, not at the start of the next.
                var closes = EndsEarly(day) is { } early ? StockholmTime.ToUtc(day.ToDateTime(early)) : end;
                if (at < closes && left <= closes - at) return at + left;
                if (at < closes) left -= closes - at;
            }

            at = end;
        }
    }

    private static DateOnly Add(DateOnly day, int n, Func<DateOnly, bool> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        while (n > 0)
        {
            day = day.AddDays(1);
            if (counts(day)) n--;
        }

        return day;
    }

    /// <summary>The free days after <paramref name="from"/> up to and with <paramref name="to"/>.</summary>
    public IEnumerable<FreeDay> FreeDaysBetween(DateOnly from, DateOnly to)
    {
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (WhyFree(day) is { } free) yield return free;
        }
    }
}
