using Gava.Domain.Cases;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>
/// Puts cases into the caller index that were registered before there was one. What is done is done: a round that was broken off goes on where
/// the next begins, since a case that has its marks is not looked at again.
/// </summary>
public sealed class CallerFilling(Databases databases, WriteGate gate, VaultCipher cipher, CallerIndex callers)
{
    // So few that nobody who saves at the same time notices.
    private const int Batch = 200;

    /// <summary>One round; gives how many cases were put in. A case whose person left nothing to be found by has no marks and is passed over.</summary>
    public async Task<int> FillAsync(CancellationToken cancellation = default)
    {
        // The index's secret may have to be made, which nobody can do inside the write.
        await callers.MarksOfAsync(new());
        var filled = 0;
        for (long? after = long.MinValue; after is { } last;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!await AnyAsync(last, cancellation)) break;
            var batch = await gate.WriteAsync(null, database => FillAsync(database, last), cancellation);
            (filled, after) = (filled + batch.Filled, batch.Last);
        }

        return filled;
    }

    /// <summary>Asked outside the write gate, so that a round without work disturbs nobody.</summary>
    private async Task<bool> AnyAsync(long after, CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        return await Without(database, after).AnyAsync(cancellation);
    }

    /// <summary>The next cases in order, and the last number of them; null when there are no more.</summary>
    private async Task<(int Filled, long? Last)> FillAsync(GavaDatabase database, long after)
    {
        var entries = await Without(database, after).OrderBy(e => e.CaseId).Take(Batch).ToListAsync();
        var numbers = entries.ConvertAll(e => e.CaseId);
        var keys = await database.VaultKeys.AsNoTracking().Where(k => numbers.Contains(k.CaseId)).ToDictionaryAsync(k => k.CaseId);
        var filled = 0;
        foreach (var entry in entries.Where(e => keys.ContainsKey(e.CaseId)))
        {
            // One that does not open is the vault check's to tell.
            if (Opened(keys[entry.CaseId], entry) is not { } person) continue;
            var marks = await callers.MarksOfAsync(person);
            foreach (var mark in marks) database.CallerTokens.Add(new CallerToken { CaseId = entry.CaseId, Mark = mark.Mark.Code(), Token = mark.Token });
            filled += marks.Count > 0 ? 1 : 0;
        }

        return (filled, entries.Count < Batch ? null : numbers[^1]);
    }

    private Complainant? Opened(VaultKey key, VaultEntry entry)
    {
        try
        {
            return VaultFields.ReadComplainant(VaultCipher.OpenField(cipher.Unwrap(key), entry));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static IQueryable<VaultEntry> Without(GavaDatabase database, long after) => database.VaultEntries.AsNoTracking()
        .Where(e => e.Field == VaultFields.Complainant && e.CaseId > after && !database.CallerTokens.Any(t => t.CaseId == e.CaseId));
}
