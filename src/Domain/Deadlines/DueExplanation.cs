using System.Globalization;

namespace Gava.Domain.Deadlines;

/// <summary>Says in Swedish why a due date became what it is, so that nobody has to take it on trust (R-DUE-01).</summary>
public static class DueExplanation
{
    private static IEnumerable<string> HalfDays(DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (calendar.EndsEarly(day) is { } early) yield return $"{Capital(LongDay(day))} räknas till klockan {early.ToString("HH.mm", Swedish)}.";
        }
    }

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>
    /// A few short sentences: what it is counted from, where day 1 is, and every named day that was passed over.
    /// Weekends are said once.
    /// </summary>
    public static IReadOnlyList<string> Sentences(DateTime from, Length length, WorkingCalendar calendar, Counting counting = default)
    {
        var start = StockholmTime.DateOf(from);
        var due = Due.Count(from, length, calendar, counting);
        if (length.Unit == TimeUnit.Hours)
        {
            List<string> hours = [$"{length} från {LongDay(start)} klockan {StockholmTime.ToLocal(from).ToString("HH.mm", Swedish)}."];
            // What ends at midnight ends on the day before, and the free day after it was not waited for.
            var end = StockholmTime.DateOf(due.LateFrom.AddTicks(-1));
            if (counting.PausesOnFreeDays) hours.AddRange(Passed(calendar.FreeDaysBetween(start.AddDays(-1), end), "Tiden står still på lördagar och söndagar."));
            if (counting.PausesOnFreeDays) hours.AddRange(HalfDays(start, end, calendar));
            return hours;
        }

        List<string> sentences = length.Amount == 0 ? [$"Genast: samma dag, {LongDay(start)}."]
            : [$"{Capital(length.ToString())} från {LongDay(start)}. Den dagen räknas{(counting.CountsFirstDay ? " med" : " inte")}."];
        var unrolled = counting with { RollForward = false };
        var counted = Due.Count(from, length, calendar, unrolled).Day;
        if (length is { Amount: > 0, Unit: TimeUnit.WorkingDays or TimeUnit.Weekdays })
        {
            var first = counting.CountsFirstDay ? start.AddDays(-1) : start;
            sentences.Add($"Dag 1 är {LongDay(Due.Count(from, length with { Amount = 1 }, calendar, unrolled).Day)}.");
            var saturdaysCount = length.Unit == TimeUnit.Weekdays;
            sentences.AddRange(Passed(calendar.FreeDaysBetween(first, counted).Where(d => !saturdaysCount || !calendar.IsWeekday(d.Day)),
                saturdaysCount ? "Söndagar räknas inte." : "Lördagar och söndagar räknas inte."));
        }

        if (counted != due.Day)
        {
            sentences.AddRange(Passed(calendar.FreeDaysBetween(counted.AddDays(-1), due.Day), "Sista dagen får inte vara en lördag eller söndag."));
            sentences.Add($"Sista dagen flyttas därför till {LongDay(due.Day)}.");
        }

        return sentences;
    }

    private static IEnumerable<string> Passed(IEnumerable<FreeDay> free, string ofWeekends)
    {
        var weekend = false;
        foreach (var day in free)
        {
            if (day.Because == FreeBecause.Weekend) weekend = true;
            else yield return Sentence(day);
        }

        if (weekend) yield return ofWeekends;
    }

    /// <summary>"Fre 1 maj är helgdag (första maj)."</summary>
    public static string Sentence(FreeDay day) => $"{Capital(ShortDay(day.Day))} {day.Because switch
    {
        FreeBecause.PublicHoliday => $"är helgdag ({day.Name})",
        FreeBecause.Eve => $"är {day.Name}, som är ledig",
        FreeBecause.LocallyClosed => $"är stängt ({day.Name})",
        _ => $"är {day.Name}",
    }}.";

    /// <summary>"fre 1 maj"</summary>
    public static string ShortDay(DateOnly day) => day.ToString("ddd d MMMM", Swedish);

    /// <summary>"fredag 1 maj 2026"</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", Swedish);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Swedish) + text[1..];
}
