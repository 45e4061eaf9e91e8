using System.CommandLine;
using Gava.Operations.Demo;

namespace Gava.Web.Commands;

/// <summary><c>gava seed</c>: realistic made-up cases, over three years unless told otherwise.</summary>
internal static class SeedCommand
{
    public static Command Make()
    {
        var cases = new Option<int>("--cases") { Description = "Hur många ärenden.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = "Samma frö ger samma ärenden.", DefaultValueFactory = _ => 1 };
        var months = new Option<int>("--months") { Description = "Hur många månader de kom in under, räknat till nu.", DefaultValueFactory = _ => 36 };
        var command = new Command("seed", "Fyller databasen med påhittade ärenden.") { cases, seed, months };
        command.SetAction(async (asked, cancellation) =>
        {
            if (asked.GetValue(cases) is < 1 or > 2_000_000) return Tools.Say("--cases ska vara från 1 till 2 000 000.", Tools.WrongUsage);
            if (asked.GetValue(months) is < 1 or > 240) return Tools.Say("--months ska vara från 1 till 240.", Tools.WrongUsage);
            await using var services = await Tools.OpenAsync();
            await services.GetRequiredService<DemoMunicipality>().MakeAsync();
            var made = await services.GetRequiredService<Seeder>().SeedAsync(asked.GetValue(cases), asked.GetValue(seed), asked.GetValue(months), Progress(), cancellation);
            return Tools.Say($"{made} ärenden.");
        });
        return command;
    }

    private static Action<int>? Progress() => Console.IsErrorRedirected ? null : done => Console.Error.Write($"\r{done} ");
}
