using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gava.Domain.Deadlines;
using Gava.Domain.Routines;
using Gava.Operations.Routines;
using Gava.Web.Security;

namespace Gava.Web.Commands;

/// <summary><c>gava routine list|check|walk|export</c>: routine files, without database or key; <c>import</c> puts one in.</summary>
internal static class RoutineCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Make() => new("routine", "Rutiner.") { List(), Check(), Walk(), Export(), Import() };

    private static Command List()
    {
        var command = new Command("list", "De rutiner som följer med, ett namn per rad.");
        command.SetAction(_ =>
        {
            foreach (var name in ShippedRoutines.Names(GavaSettings.RoutinesFolder)) Console.Out.WriteLine(name);
            return Tools.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("file") { Description = "Filen, eller namnet på en rutin som följer med." };
        var command = new Command("check", "Säger vad som inte kan fungera: rad, kolumn, fel och vad som vore rätt.") { file };
        command.SetAction(asked =>
        {
            if (Read(asked.GetValue(file)!) is not { } source) return Tools.Refused;
            var (_, faults) = RoutineReader.Read(source);
            foreach (var fault in faults) Console.Out.WriteLine($"{asked.GetValue(file)}:{fault}");
            return faults.Count == 0 ? Tools.Say("Rutinen går att följa.") : Tools.Refused;
        });
        return command;
    }

    private static Command Walk()
    {
        var file = new Argument<string>("file") { Description = "Filen, eller namnet på en rutin som följer med." };
        var received = new Option<string>("--received") { Description = "När klagomålet kom in.", Required = true };
        var registered = new Option<string?>("--registered") { Description = "När det registrerades, om det var senare." };
        var command = new Command("walk", "Skriver varje klocka för ett klagomål som kommer in då, som JSON.") { file, received, registered };
        command.SetAction(asked =>
        {
            if (WrittenMoment.Parse(asked.GetValue(received)!) is not { } arrival) return Tools.Say("--received ska vara en tidpunkt, till exempel 2026-04-24T14:10.", Tools.WrongUsage);
            var registration = arrival;
            if (asked.GetValue(registered) is { } text)
            {
                if (WrittenMoment.Parse(text) is not { } moment) return Tools.Say("--registered ska vara en tidpunkt, till exempel 2026-04-24T14:10.", Tools.WrongUsage);
                registration = moment;
            }

            if (Read(asked.GetValue(file)!) is not { } source) return Tools.Refused;
            var (routine, faults) = RoutineReader.Read(source);
            if (routine is null)
            {
                foreach (var fault in faults) Console.Error.WriteLine($"{asked.GetValue(file)}:{fault}");
                return Tools.Refused;
            }

            Console.Out.WriteLine(JsonSerializer.Serialize(Walked(routine, arrival, registration), Json));
            return Tools.Done;
        });
        return command;
    }

    private static object Walked(Routine routine, DateTime arrival, DateTime registration)
    {
        var complaint = routine.Kinds.FirstOrDefault(k => k.IsComplaint)?.Code ?? "complaint";
        return new
        {
            routine = routine.Name,
            version = routine.Version,
            clocks = routine.Clocks.Where(c => c.RunsFor(complaint)).Select(clock =>
            {
                var start = clock.Start == Moment.Registration ? registration : arrival;
                return new
                {
                    name = clock.Name,
                    label = clock.Label,
                    basis = char.ToLower(clock.Basis.ToString()[0], CultureInfo.InvariantCulture) + clock.Basis.ToString()[1..],
                    start = clock.Start.Code(),
                    due = clock.DueFrom(start, routine.Calendar).ToString(),
                    stops = clock.StoppedBy.Select(m => m.Code()),
                    why = DueExplanation.Sentences(start, clock.Length, routine.Calendar, clock.Counting),
                };
            }),
        };
    }

    private static Command Export()
    {
        var name = new Argument<string>("name") { Description = "Rutinens namn." };
        var command = new Command("export", "Skriver ut en rutin som följer med.") { name };
        command.SetAction(asked =>
        {
            if (Read(asked.GetValue(name)!) is not { } source) return Tools.Refused;
            Console.Out.Write(source);
            return Tools.Done;
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "Filen med rutinen." };
        var command = new Command("import", "Ger ut en rutin, eller en ny version av en. Ärenden som pågår behåller sin.") { file };
        command.SetAction(async (asked, _) =>
        {
            if (Read(asked.GetValue(file)!) is not { } source) return Tools.Refused;
            var (_, faults) = RoutineReader.Read(source);
            if (faults.Count > 0)
            {
                foreach (var fault in faults) Console.Out.WriteLine($"{asked.GetValue(file)}:{fault}");
                return Tools.Refused;
            }

            await using var services = await Tools.OpenAsync();
            var published = await services.GetRequiredService<RoutineDesk>().PublishAsync(null, source);
            foreach (var gap in published.Gaps) Tools.Say(gap);
            return Tools.Say($"{published.Routine} gäller nu för nya ärenden.");
        });
        return command;
    }

    /// <summary>The text of a file, or of a shipped routine by its name; null and a sentence when there is none.</summary>
    private static string? Read(string fileOrName)
    {
        var shipped = Path.Combine(GavaSettings.RoutinesFolder, fileOrName + ".json");
        var isName = fileOrName.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        try
        {
            if (isName && !File.Exists(fileOrName) && File.Exists(shipped)) return File.ReadAllText(shipped);
            return File.ReadAllText(fileOrName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"Det går inte att läsa \"{fileOrName}\". Skriv en fil eller ett av namnen: {string.Join(", ", ShippedRoutines.Names(GavaSettings.RoutinesFolder))}.");
            return null;
        }
    }
}
