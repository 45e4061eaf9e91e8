using System.Globalization;
using System.Text.Json;
using Gava.Domain.Deadlines;

namespace Gava.Domain.Routines;

/// <content>Clocks, lengths, moments and the calendar.</content>
public sealed partial class RoutineReader
{
    private ClockRule ReadClock(JsonTree node, IReadOnlyList<Kind> kinds)
    {
        Only(node, "clock");
        var length = ReadLength(node, "length", ifBroken: new(10_000, TimeUnit.Months));
        var rule = new ClockRule
        {
            Name = Slug(node, "name"),
            Label = Text(node, "label"),
            Basis = OneOf(node, "basis", WordsOf<DeadlineBasis>()),
            Kinds = SomeTexts(node, "kinds"),
            Form = node["form"] is null ? null : OneOf(node, "form", WordsOf<CaseForm>()),
            Units = SomeTexts(node, "units"),
            Start = ReadMoment(node, node["start"], "start"),
            Length = length,
            Counting = new(Flag(node, "rollForward"), Flag(node, "pausesOnFreeDays"), Flag(node, "countsFirstDay")),
            StoppedBy = List(node, "stoppedBy", item => ReadMoment(node, item, "stoppedBy"), leastOne: false),
            PausedBy = SomeMoments(node, "pausedBy"),
            ResumedBy = SomeMoments(node, "resumedBy"),
            WarnBefore = node["warnBefore"] is null ? DefaultWarning(length) : ReadLength(node, "warnBefore", ifBroken: new(0, TimeUnit.Hours)),
            DelayNotice = Flag(node, "delayNotice"),
            DelayNeedsNewDate = Flag(node, "delayNeedsNewDate"),
            WhenNobodyToTell = node["whenNobodyToTell"] is null ? NobodyToTell.StopsAtClosing : OneOf(node, "whenNobodyToTell", WordsOf<NobodyToTell>()),
            UnitTimes = Some(node, "unitTimes", ReadUnitTime),
            Published = LengthOrNull(node, "published"),
            Citation = Cited(node),
        };
        CheckClock(node, rule, kinds);
        return rule;
    }

    private UnitTime ReadUnitTime(JsonTree node)
    {
        Only(node, "unitTime");
        return new(Slug(node, "unit"), ReadLength(node, "length", new(0, TimeUnit.Hours)));
    }

    /// <summary>What each clock must have to be worth its name.</summary>
    private void CheckClock(JsonTree node, ClockRule rule, IReadOnlyList<Kind> kinds)
    {
        if (node["stoppedBy"] is { Items.Count: 0 } nothing)
        {
            Fault(nothing, $"Ingenting stoppar klockan \"{rule.Label}\".", "Skriv minst en händelse, till exempel [\"reply\"].");
        }

        if (rule.StoppedBy.Contains(rule.Start))
        {
            Fault(node["stoppedBy"] ?? node, $"Klockan \"{rule.Label}\" stoppas av det som startar den.", "Låt en senare händelse stoppa den.");
        }

        foreach (var kind in rule.Kinds.Where(k => kinds.All(known => known.Code != k)))
        {
            Fault(node["kinds"] ?? node, $"Klockan \"{rule.Label}\" gäller sorten \"{kind}\", som rutinen inte har.",
                $"Sorterna är {string.Join(", ", kinds.Select(k => k.Code))}.");
        }

        if (Hours(rule.WarnBefore) >= Hours(rule.Length) && rule.Length.Amount > 0)
        {
            Fault(node["warnBefore"] ?? node, $"Klockan \"{rule.Label}\" varnar innan den har börjat gå.", "Låt varningen vara kortare än tiden.");
        }

        if (rule.PausedBy.Count > 0 && rule.ResumedBy.Count == 0)
        {
            Fault(node["pausedBy"]!, $"Klockan \"{rule.Label}\" stannar men går aldrig igen.", "Skriv i \"resumedBy\" vad som startar den, till exempel [\"message\"].");
        }

        if (rule.PausedBy.Intersect(rule.StoppedBy).Any())
        {
            Fault(node["pausedBy"]!, $"Samma händelse både pausar och stoppar klockan \"{rule.Label}\".", "Ta bort den på ett av ställena.");
        }

        foreach (var (time, at) in rule.UnitTimes.Zip(node["unitTimes"]?.Items ?? []))
        {
            if (Hours(time.Length) > Hours(rule.Length)) Fault(at, $"Enheten \"{time.Unit}\" får längre tid än rutinen ger.", $"En enhets egen tid får vara högst {rule.Length}.");
        }

        if (rule.Counting.PausesOnFreeDays && rule.Length.Unit != TimeUnit.Hours)
        {
            Fault(node["pausesOnFreeDays"]!, "Bara timmar kan stå still på lediga dagar.", "Räkna i hours, eller välj workingDays.");
        }

        if (rule.DelayNeedsNewDate && !rule.DelayNotice)
        {
            Fault(node["delayNeedsNewDate"]!, $"Klockan \"{rule.Label}\" kräver en ny dag men inget besked.", "Skriv \"delayNotice\": true också.");
        }
    }

    private static int Hours(Length length) => length.Amount * length.Unit switch
    {
        TimeUnit.Hours => 1,
        TimeUnit.WorkingDays or TimeUnit.Weekdays or TimeUnit.CalendarDays => 24,
        TimeUnit.Weeks => 7 * 24,
        _ => 28 * 24,
    };

    private static Length DefaultWarning(Length length) => length switch
    {
        { Unit: TimeUnit.Hours, Amount: var hours } => new(hours / 4, TimeUnit.Hours),
        { Unit: TimeUnit.WorkingDays or TimeUnit.Weekdays or TimeUnit.CalendarDays, Amount: <= 1 } => new(0, TimeUnit.Hours),
        _ => new(1, TimeUnit.WorkingDays),
    };

    private Moment ReadMoment(JsonTree parent, JsonTree? node, string name)
    {
        if (node is { Kind: JsonValueKind.String } && Moments.Parse(node.Text!) is { } moment) return moment;
        Fault(node ?? parent, node is null ? $"\"{name}\" saknas." : $"\"{node.Text}\" är ingen händelse som Gåva känner.",
            $"Välj bland {string.Join(", ", Moments.Codes)}.");
        return Moment.Closing;
    }

    /// <summary>"5 workingDays", "24 hours", "1 months", "atOnce". A broken one is replaced by what cannot be a second fault.</summary>
    private Length ReadLength(JsonTree parent, string name, Length ifBroken)
    {
        var node = parent[name];
        if (node is { Kind: JsonValueKind.String, Text: "atOnce" }) return Length.AtOnce;
        var parts = node?.Text?.Split(' ') ?? [];
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && UnitOf(parts[1]) is { } unit)
        {
            var isYears = parts[1].StartsWith("year", StringComparison.Ordinal);
            // Longer than anybody plans, and short enough to be counted from any day.
            if (amount <= (isYears ? 100 : 10_000)) return new(isYears ? amount * 12 : amount, unit);
        }

        Fault(node ?? parent, node is null ? $"\"{name}\" saknas." : $"\"{node.Text}\" är ingen tid.",
            "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years.");
        return ifBroken;
    }

    private static TimeUnit? UnitOf(string word) => word switch
    {
        "hours" or "hour" => TimeUnit.Hours,
        "workingDays" or "workingDay" => TimeUnit.WorkingDays,
        "weekdays" or "weekday" => TimeUnit.Weekdays,
        "calendarDays" or "calendarDay" => TimeUnit.CalendarDays,
        "weeks" or "week" => TimeUnit.Weeks,
        "months" or "month" or "years" or "year" => TimeUnit.Months,
        _ => null,
    };

    private WorkingCalendar ReadCalendar(JsonTree? node)
    {
        if (node is null) return WorkingCalendar.Swedish;
        Only(node, "calendar");
        var eves = node["freeEves"] is null ? null : Texts(node, "freeEves");
        foreach (var eve in (eves ?? []).Where(e => !WorkingCalendar.AllEves.Contains(e)))
        {
            Fault(node["freeEves"]!, $"\"{eve}\" är ingen afton som Gåva känner.", $"Välj bland {string.Join(", ", WorkingCalendar.AllEves)}.");
        }

        Dictionary<DateOnly, string> closed = [];
        foreach (var (day, name) in Some(node, "closedDays", ReadClosedDay)) closed[day] = name;
        return new WorkingCalendar(eves, closed, Some(node, "halfDays", ReadHalfDay));
    }

    private HalfDay ReadHalfDay(JsonTree node)
    {
        Only(node, "halfDay");
        var text = Text(node, "day");
        DateOnly? day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var certain) ? certain : null;
        if (day is null && text.Length > 0 && !SwedishHolidays.HalfDays.Contains(text))
        {
            Fault(node["day"]!, $"\"{text}\" är ingen dag som Gåva känner.", $"Skriv den som 2026-05-13, eller välj bland {string.Join(", ", SwedishHolidays.HalfDays)}.");
        }

        var until = Text(node, "until");
        if (!TimeOnly.TryParseExact(until, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && until.Length > 0)
        {
            Fault(node["until"]!, $"\"{until}\" är inget klockslag.", "Skriv det som 12:00.");
        }

        return new(day is null ? text : null, day, time);
    }

    private (DateOnly Day, string Name) ReadClosedDay(JsonTree node)
    {
        Only(node, "closedDay");
        var text = Text(node, "day");
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
        {
            Fault(node["day"]!, $"\"{text}\" är ingen dag.", "Skriv den som 2026-05-15.");
        }

        return (day, Text(node, "name"));
    }
}
