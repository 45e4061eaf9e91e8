using System.CommandLine;
using System.Globalization;
using Gava.Domain.Deadlines;

namespace Gava.Web.Commands;

/// <summary><c>gava calendar due</c>: the due date of a promise, in Swedish working or calendar days.</summary>
internal static class CalendarCommand
{
    private const int MostDays = 100_000;

    public static Command Make()
    {
        var from = new Option<string>("--from") { Description = "När det kom in: 2026-04-24T14:10, med eller utan tidszon." };
        var days = new Option<string>("--days") { Description = "Hur många dagar." };
        var kind = new Option<string>("--kind") { Description = "working (arbetsdagar) eller calendar.", DefaultValueFactory = _ => "working" };
        var roll = new Option<bool>("--roll") { Description = "Flytta en sista dag som är ledig till nästa arbetsdag." };
        var batch = new Option<bool>("--batch") { Description = "Läs rader med from,days från standard in." };
        var due = new Command("due", "Sista dagen för ett löfte.") { from, days, kind, roll, batch };
        due.SetAction(asked =>
        {
            if (asked.GetValue(kind) is not ("working" or "calendar")) return Tools.Say("--kind ska vara working eller calendar.", Tools.WrongUsage);
            var unit = asked.GetValue(kind) == "working" ? TimeUnit.WorkingDays : TimeUnit.CalendarDays;
            if (asked.GetValue(batch)) return Batch(unit, asked.GetValue(roll));
            if (asked.GetValue(from) is null || asked.GetValue(days) is null) return Tools.Say("Skriv både --from och --days, eller --batch.", Tools.WrongUsage);
            var answer = DueOf(asked.GetValue(from)!, asked.GetValue(days)!, unit, asked.GetValue(roll), out var fault);
            if (answer is null) return Tools.Say(fault, Tools.WrongUsage);
            Console.Out.WriteLine(answer);
            return Tools.Done;
        });
        return new Command("calendar", "Svenska arbetsdagar.") { due };
    }

    private static int Batch(TimeUnit unit, bool roll)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        var (number, refused) = (0, false);
        while (Console.In.ReadLine() is { } line)
        {
            number++;
            if (line.Trim().Length == 0) continue;
            var parts = line.Split(',');
            var fault = "skriv from,days.";
            var answer = parts.Length == 2 ? DueOf(parts[0], parts[1], unit, roll, out fault) : null;
            if (answer is null) Console.Error.WriteLine($"Rad {number}: {fault}");
            refused |= answer is null;
            output.WriteLine(answer ?? "");
        }

        return refused ? Tools.Refused : Tools.Done;
    }

    private static string? DueOf(string from, string days, TimeUnit unit, bool roll, out string fault)
    {
        if (WrittenMoment.Parse(from) is not { } moment)
        {
            fault = $"\"{from}\" är ingen tidpunkt. Skriv till exempel 2026-04-24T14:10.";
            return null;
        }

        if (!int.TryParse(days.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostDays)
        {
            fault = $"\"{days}\" är inget antal dagar. Skriv ett heltal från 0 till {MostDays}.";
            return null;
        }

        try
        {
            fault = "";
            return Due.Count(moment, new Length(number, unit), WorkingCalendar.Swedish, new Counting(RollForward: roll)).Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        catch (ArgumentOutOfRangeException)
        {
            fault = "Så långt fram räcker inte kalendern.";
            return null;
        }
    }
}
