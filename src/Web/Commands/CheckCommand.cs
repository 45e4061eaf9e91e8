using System.CommandLine;
using System.Security.Cryptography;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Gava.Web.Security;
using Microsoft.EntityFrameworkCore;

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
            faults.AddRange(await VaultFaultsAsync(services, cancellation));
            faults.AddRange(ShippedRoutines.ReadAll(GavaSettings.RoutinesFolder).Count == 0 ? ["Inga rutiner följer med."] : []);
            foreach (var fault in faults) Console.Out.WriteLine(fault);
            return faults.Count == 0 ? Tools.Say("Allt är helt.") : Tools.Refused;
        });
        return command;
    }

    /// <summary>Every row of the vault opens with the key at hand.</summary>
    private static async Task<List<string>> VaultFaultsAsync(ServiceProvider services, CancellationToken cancellation)
    {
        var cipher = services.GetRequiredService<VaultCipher>();
        await using var database = services.GetRequiredService<Databases>().ForSystem();
        List<string> faults = [];
        Dictionary<long, byte[]> keys = [];
        foreach (var value in await database.InstallationValues.ToListAsync(cancellation))
        {
            try
            {
                cipher.UnwrapValue(value.Name, value.Value);
            }
            catch (CryptographicException)
            {
                faults.Add($"Installationens värde {value.Name} går inte att öppna.");
            }
        }

        await foreach (var row in database.VaultKeys.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            try
            {
                keys[row.CaseId] = cipher.Unwrap(row);
            }
            catch (CryptographicException)
            {
                faults.Add($"Valvets nyckel till ärende {row.CaseId} går inte att öppna.");
            }
        }

        await foreach (var entry in database.VaultEntries.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            try
            {
                if (keys.TryGetValue(entry.CaseId, out var key)) VaultCipher.OpenField(key, entry);
            }
            catch (CryptographicException)
            {
                faults.Add($"Valvets fält {entry.Field} i ärende {entry.CaseId} går inte att öppna.");
            }
        }

        return faults;
    }
}
