using System.CommandLine;
using Gava.Operations.Backups;

namespace Gava.Web.Commands;

/// <summary><c>gava backup FILE</c>: a sealed copy of the whole database, taken while the server works.</summary>
internal static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "Filen som ska skrivas. Den får inte finnas." };
        var command = new Command("backup", "Säkerhetskopierar databasen till en krypterad fil, även medan servern arbetar.") { file };
        command.SetAction((asked, cancellation) => RunAsync(async () =>
        {
            await using var services = Tools.Services();
            var content = await services.GetRequiredService<BackupDesk>().WriteAsync(asked.GetValue(file)!, Progress(), cancellation);
            return Tools.Say($"Säkerhetskopian är skriven och läst tillbaka: {content.Rows.GetValueOrDefault("cases")} ärenden, {content.Rows.Values.Sum()} rader.");
        }));
        return command;
    }

    /// <summary>What stands in the way of a backup is one line and status 1.</summary>
    internal static async Task<int> RunAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (BackupRefused refused)
        {
            return Tools.Say(refused.Message, Tools.Refused);
        }
        catch (FileNotFoundException)
        {
            return Tools.Say("Filen finns inte.", Tools.Refused);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Tools.Say($"Filen går inte att läsa eller skriva ({fault.GetType().Name}). Se efter att mappen finns, att det finns plats och att du har rätt till den.", Tools.Refused);
        }
    }

    internal static Action<long>? Progress() => Console.IsErrorRedirected ? null : rows => Console.Error.Write($"{rows} rader \r");
}
