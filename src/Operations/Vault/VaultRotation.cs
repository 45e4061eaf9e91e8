using System.Security.Cryptography;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Vault;

/// <summary>Wraps anew what the key that is being left has wrapped outside the database. Gives how many things.</summary>
public delegate int WrappedFiles(VaultCipher cipher);

/// <summary>What a round of wrapping anew came to.</summary>
/// <param name="Rewrapped">Rows and files that the current key opens now.</param>
/// <param name="Unopened">Rows that neither key opens; they are as they were.</param>
public sealed record Rotated(int Rewrapped, int Unopened);

/// <summary>
/// Leaves an installation key for another while the work goes on: each case's data key is wrapped anew, and nothing that it
/// seals is touched.
/// </summary>
public sealed class VaultRotation(WriteGate gate, VaultCipher cipher, WrappedFiles files)
{
    // So few that nobody who saves at the same time notices.
    private const int Batch = 200;

    /// <summary>One round until nothing is left; nothing at all when no key is being left.</summary>
    public async Task<Rotated> RotateAsync(CancellationToken cancellation = default)
    {
        if (!cipher.IsLeavingAKey) return new(0, 0);
        var (rewrapped, unopened) = (0, 0);
        for (var after = long.MinValue; after < long.MaxValue;)
        {
            var last = after;
            var batch = await gate.WriteAsync(null, database => RewrapAsync(database, last), cancellation);
            (rewrapped, unopened, after) = (rewrapped + batch.Rewrapped, unopened + batch.Unopened, batch.Last);
        }

        // These come last: while they need the old key, a server that has lost it too early does not start.
        var values = await gate.WriteAsync(null, RewrapValuesAsync, cancellation);
        return new(rewrapped + values.Rewrapped + files(cipher), unopened + values.Unopened);
    }

    /// <summary>The next cases in order, inside the write gate; the last number that there is when they were the last.</summary>
    private async Task<(int Rewrapped, int Unopened, long Last)> RewrapAsync(GavaDatabase database, long after)
    {
        var prefix = cipher.Prefix;
        var rows = await database.VaultKeys.FromSql($"SELECT * FROM vault_key WHERE substr(wrapped, 1, 9) <> {prefix}")
            .Where(k => k.CaseId > after).OrderBy(k => k.CaseId).Take(Batch).ToListAsync();
        var rewrapped = rows.Count(row => Opens(() => cipher.Rewrap(row)));
        return (rewrapped, rows.Count - rewrapped, rows.Count < Batch ? long.MaxValue : rows[^1].CaseId);
    }

    private async Task<(int Rewrapped, int Unopened)> RewrapValuesAsync(GavaDatabase database)
    {
        var values = (await database.InstallationValues.ToListAsync()).Where(v => !v.Value.AsSpan().StartsWith(cipher.Prefix)).ToList();
        var rewrapped = values.Count(v => Opens(() => v.Value = cipher.WrapValue(v.Name, cipher.UnwrapValue(v.Name, v.Value))));
        return (rewrapped, values.Count - rewrapped);
    }

    private static bool Opens(Action rewrap)
    {
        try
        {
            rewrap();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
