namespace Gava.Domain.Deadlines;

/// <summary>A day on which Sweden is off work. <paramref name="IsPublicHoliday"/> is false for the three eves.</summary>
/// <param name="Name">In Swedish, as in the act: "första maj".</param>
public readonly record struct Holiday(DateOnly Day, string Name, bool IsPublicHoliday);

/// <summary>
/// Public holidays by lag (1989:253) om allmänna helgdagar, and the three eves that lag (1930:173) 2 § puts beside them.
/// Computed for any year, never tabulated. Sundays are public holidays too, but are told by the weekday.
/// </summary>
public static class SwedishHolidays
{
    /// <summary>What makes the day a holiday or an eve, or null. Sundays and Saturdays without a name of their own give null.</summary>
    public static Holiday? On(DateOnly day)
    {
        foreach (var holiday in In(day.Year))
        {
            if (holiday.Day == day) return holiday;
        }

        return null;
    }

    /// <summary>All holidays and eves of a year, in order of the law's own list.</summary>
    public static IReadOnlyList<Holiday> In(int year) => Cache.GetOrAdd(year, Compute);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, IReadOnlyList<Holiday>> Cache = new();

    private static Holiday[] Compute(int year)
    {
        var easter = EasterSunday(year);
        List<Holiday> days =
        [
            new(new(year, 1, 1), "nyårsdagen", true),
            new(new(year, 1, 6), "trettondedag jul", true),
            new(easter.AddDays(-2), "långfredagen", true),
            new(easter, "påskdagen", true),
            new(easter.AddDays(1), "annandag påsk", true),
            new(new(year, 5, 1), "första maj", true),
            new(easter.AddDays(39), "Kristi himmelsfärdsdag", true),
            new(easter.AddDays(49), "pingstdagen", true),
            // SFS 2004:1320: from 2005 the national day took the place of Whit Monday.
            year >= 2005 ? new(new(year, 6, 6), "nationaldagen", true) : new(easter.AddDays(50), "annandag pingst", true),
            new(FirstSaturdayFrom(new(year, 6, 20)).AddDays(-1), "midsommarafton", false),
            new(FirstSaturdayFrom(new(year, 6, 20)), "midsommardagen", true),
            new(FirstSaturdayFrom(new(year, 10, 31)), "alla helgons dag", true),
            new(new(year, 12, 24), "julafton", false),
            new(new(year, 12, 25), "juldagen", true),
            new(new(year, 12, 26), "annandag jul", true),
            new(new(year, 12, 31), "nyårsafton", false),
        ];
        return [.. days];
    }

    /// <summary>Days before a holiday on which many close early; a routine says which and when.</summary>
    public static IReadOnlyList<string> HalfDays { get; } =
        ["trettondagsafton", "skärtorsdagen", "valborgsmässoafton", "dagen före Kristi himmelsfärdsdag", "dagen före nationaldagen", "dagen före alla helgons dag"];

    /// <summary>The name of the day among <see cref="HalfDays"/>, or null.</summary>
    public static string? HalfDayOn(DateOnly day)
    {
        if (day is { Month: 1, Day: 5 }) return HalfDays[0];
        if (day is { Month: 4, Day: 30 }) return HalfDays[2];
        if (day is { Month: 6, Day: 5, Year: >= 2005 }) return HalfDays[4];
        if (day.AddDays(1) == FirstSaturdayFrom(new(day.Year, 10, 31))) return HalfDays[5];
        return (day.DayNumber - EasterSunday(day.Year).DayNumber) switch
        {
            -3 => HalfDays[1],
            38 => HalfDays[3],
            _ => null,
        };
    }

    private static DateOnly FirstSaturdayFrom(DateOnly day) =>
        day.AddDays(((int)DayOfWeek.Saturday - (int)day.DayOfWeek + 7) % 7);

    /// <summary>Easter Sunday in the Gregorian calendar, by the anonymous computus (Meeus/Jones/Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
