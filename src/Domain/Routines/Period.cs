using System.Globalization;

namespace Gava.Domain.Routines;

/// <summary>A stretch of the year that something comes back in: reports are named by it, duties are done once in it.</summary>
/// <param name="Name">2026-04, 2026-Q2, 2026-T1, 2026-H1 or 2026.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
public readonly record struct Period(string Name, DateOnly From, DateOnly To)
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>The period of that kind which the day lies in.</summary>
    public static Period Of(DateOnly day, ReportPeriod kind)
    {
        var months = Months(kind);
        return Make(day.Year, months, ((day.Month - 1) / months) + 1);
    }

    /// <summary>Reads a name; null when there is no such period.</summary>
    public static Period? Parse(string? name)
    {
        if (name is null || name.Length < 4 || !int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9998) return null;
        var rest = name[4..];
        (int Months, string Number) = rest switch
        {
            "" => (12, "1"),
            ['-', 'T', var tertial] => (4, $"{tertial}"),
            ['-', 'Q', var quarter] => (3, $"{quarter}"),
            ['-', 'H', var half] => (6, $"{half}"),
            ['-', var tens, var ones] => (1, $"{tens}{ones}"),
            _ => (0, ""),
        };
        if (Months == 0 || !int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > 12 / Months) return null;
        return Make(year, Months, number);
    }

    /// <summary>The one of the same length that ended the day before this began.</summary>
    public Period Before() => Beside(From.AddDays(-1));

    public Period After() => Beside(To.AddDays(1));

    /// <summary>The same one of the year before.</summary>
    public Period YearBefore() => Make(From.Year - 1, Length, ((From.Month - 1) / Length) + 1);

    /// <summary>"april 2026", "kvartal 2 2026", "tertial 1 2026", "första halvåret 2026", "2026".</summary>
    public string Swedish() => Length switch
    {
        1 => From.ToString("MMMM yyyy", Culture),
        3 => $"kvartal {Name[^1]} {From.Year}",
        4 => $"tertial {Name[^1]} {From.Year}",
        6 => $"{(From.Month == 1 ? "första" : "andra")} halvåret {From.Year}",
        _ => $"{From.Year}",
    };

    public ReportPeriod Kind => Length switch
    {
        1 => ReportPeriod.Month,
        3 => ReportPeriod.Quarter,
        4 => ReportPeriod.Tertial,
        6 => ReportPeriod.HalfYear,
        _ => ReportPeriod.Year,
    };

    /// <summary>In months.</summary>
    private int Length => To.Month - From.Month + 1;

    private Period Beside(DateOnly day) => Make(day.Year, Length, ((day.Month - 1) / Length) + 1);

    private static Period Make(int year, int months, int number)
    {
        var from = new DateOnly(year, ((number - 1) * months) + 1, 1);
        var name = months switch
        {
            1 => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            3 => $"{year:0000}-Q{number}",
            4 => $"{year:0000}-T{number}",
            6 => $"{year:0000}-H{number}",
            _ => $"{year:0000}",
        };
        return new(name, from, from.AddMonths(months).AddDays(-1));
    }

    private static int Months(ReportPeriod kind) => kind switch
    {
        ReportPeriod.Month => 1,
        ReportPeriod.Quarter => 3,
        ReportPeriod.Tertial or ReportPeriod.ThreeTimesAYear => 4,
        ReportPeriod.HalfYear => 6,
        _ => 12,
    };
}
