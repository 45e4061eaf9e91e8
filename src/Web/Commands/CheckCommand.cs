using System.CommandLine;
using Gava.Operations.Gateways;
using Gava.Operations.History;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Gava.Web.Security;

namespace Gava.Web.Commands;

/// <summary><c>gava check</c>: database, keys, vault, journal and routines; a line for each fault.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var command = new Command("check", "Kontrollerar databas, nycklar, valv, journal och rutiner.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var services = await Tools.OpenAsync();
            List<string> faults = [];
            if ((await services.GetRequiredService<JournalCheck>().VerifyAsync(cancellation)).Fault is { } broken) faults.Add(broken);
            var vault = await services.GetRequiredService<VaultCheck>().VerifyAsync(cancellation);
            faults.AddRange(vault.Faults);
            faults.AddRange(ShippedRoutines.ReadAll(GavaSettings.RoutinesFolder).Count == 0 ? ["Inga rutiner följer med."] : []);
            var scanner = services.GetRequiredService<FileScanner>();
            if (scanner.IsOn && !await scanner.AnswersAsync(cancellation)) faults.Add("Virusskyddet svarar inte (Gava__Uploads__Scanner). Filer tas inte emot på sidorna, och de som kommer med mejl väntar.");
            foreach (var fault in faults) Console.Out.WriteLine(fault);
            if (vault.UnderOldKey > 0) Tools.Say($"Den gamla nyckeln behövs än, för {vault.UnderOldKey} {(vault.UnderOldKey == 1 ? "rad" : "rader")}.");
            return faults.Count == 0 ? Tools.Say("Allt är helt.") : Tools.Refused;
        });
        return command;
    }
}
