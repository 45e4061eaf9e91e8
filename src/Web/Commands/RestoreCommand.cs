using System.CommandLine;
using Gava.Operations.Backups;
using Gava.Operations.History;
using Gava.Operations.Vault;

namespace Gava.Web.Commands;

/// <summary><c>gava restore FILE</c>: a backup into an empty database; then journal and vault are checked as <c>gava check</c> does.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "Säkerhetskopian." };
        var command = new Command("restore", "Återläser en säkerhetskopia till en tom databas.") { file };
        command.SetAction((asked, cancellation) => BackupCommand.RunAsync(async () =>
        {
            await using var services = Tools.Services();
            var restored = await services.GetRequiredService<RestoreDesk>().RestoreAsync(asked.GetValue(file)!, BackupCommand.Progress(), cancellation);
            Tools.Say($"Återläst: {restored.Content.Rows.GetValueOrDefault("cases")} ärenden, så som det var den {Text.Swedish.Moment(restored.Content.MadeAt)}.");
            if (restored.HeldMails > 0) Tools.Say($"{restored.HeldMails} mejl väntade då och hålls kvar, eftersom de kan ha skickats sedan dess.");
            return await CheckAsync(services, cancellation);
        }));
        return command;
    }

    /// <summary>What was wrong before is wrong in the copy too; it is said, and the copy stays.</summary>
    private static async Task<int> CheckAsync(ServiceProvider services, CancellationToken cancellation)
    {
        var journal = await services.GetRequiredService<JournalCheck>().VerifyAsync(cancellation);
        List<string> faults = [.. journal.Fault is { } broken ? [broken] : Array.Empty<string>(), .. (await services.GetRequiredService<VaultCheck>().VerifyAsync(cancellation)).Faults];
        foreach (var fault in faults) Console.Out.WriteLine(fault);
        return faults.Count == 0 ? Tools.Say($"Journalen är hel: {journal.Lines} rader. Allt i valvet går att öppna.") : Tools.Refused;
    }
}
