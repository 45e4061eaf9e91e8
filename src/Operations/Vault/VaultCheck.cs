using System.Security.Cryptography;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Vault;

/// <summary>What opening the whole vault found.</summary>
/// <param name="Faults">A Swedish sentence for each thing that does not open.</param>
/// <param name="UnderOldKey">How many rows still need the key that is being left.</param>
public sealed record VaultVerdict(IReadOnlyList<string> Faults, int UnderOldKey);

/// <summary>Whether the keys at hand open what the database holds. Nothing that was opened is kept or told.</summary>
public sealed class VaultCheck(Databases databases, VaultCipher cipher)
{
    /// <summary>True when the installation's own values open: a quick question that shows a wrong key, or one left too early.</summary>
    public async Task<bool> KeyFitsAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return (await database.InstallationValues.ToListAsync(cancellation)).TrueForAll(v => Opens(() => cipher.UnwrapValue(v.Name, v.Value)));
    }

    /// <summary>Opens every row of the vault.</summary>
    public async Task<VaultVerdict> VerifyAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        List<string> faults = [];
        Dictionary<long, byte[]> keys = [];
        var underOld = 0;
        foreach (var value in await database.InstallationValues.ToListAsync(cancellation))
        {
            if (!Opens(() => underOld += cipher.NeedsOldKey(value.Name, value.Value) ? 1 : 0)) faults.Add($"Installationens värde {value.Name} går inte att öppna.");
        }

        await foreach (var row in database.VaultKeys.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!Opens(() => keys[row.CaseId] = cipher.Unwrap(row))) faults.Add($"Valvets nyckel till ärende {row.CaseId} går inte att öppna.");
            else if (cipher.IsLeavingAKey && cipher.NeedsOldKey(row)) underOld++;
        }

        await foreach (var entry in database.VaultEntries.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (keys.TryGetValue(entry.CaseId, out var key) && !Opens(() => VaultCipher.OpenField(key, entry))) faults.Add($"Valvets fält {entry.Field} i ärende {entry.CaseId} går inte att öppna.");
        }

        return new(faults, underOld);
    }

    private static bool Opens(Action open)
    {
        try
        {
            open();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
