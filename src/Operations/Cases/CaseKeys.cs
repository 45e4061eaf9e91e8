using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>Keeps the keys that cases hang on those that the cases themselves name (R-SEC-01).</summary>
public static class CaseKeys
{
    private const int CasesATime = 500;

    /// <summary>The case that was changed.</summary>
    public static async Task HangAsync(GavaDatabase database, Case @case, Organisation organisation) =>
        await HangAsync(database, @case, organisation, await database.Access.Where(a => a.CaseId == @case.Id).ToListAsync());

    /// <summary>
    /// Every case of these places, or offered to them: the line above has changed, and with it who sees them. Inside the write
    /// that changes it, so that no case is seen by the wrong line for a moment.
    /// </summary>
    public static async Task HangAgainAsync(GavaDatabase database, Organisation organisation, IReadOnlyCollection<Guid> places)
    {
        var last = 0L;
        while (true)
        {
            var cases = await database.Cases.AsNoTracking().Where(c => c.Id > last)
                .Where(c => places.Contains(c.UnitId) || places.Contains(EF.Property<Guid?>(c, "offeredUnitId")!.Value))
                .OrderBy(c => c.Id).Take(CasesATime).ToListAsync();
            if (cases.Count == 0) return;
            var numbers = cases.Select(c => c.Id).ToList();
            var there = (await database.Access.Where(a => numbers.Contains(a.CaseId)).ToListAsync()).ToLookup(a => a.CaseId);
            foreach (var @case in cases) await HangAsync(database, @case, organisation, [.. there[@case.Id]]);
            await database.SaveChangesAsync();
            database.ChangeTracker.Clear();
            last = numbers[^1];
        }
    }

    public static CaseAccess AccessOf(Case @case, Guid key) => new()
    {
        CaseId = @case.Id,
        Key = key,
        IsOpen = @case.IsOpen,
        UrgentAt = @case.UrgentAt,
        ArrivedAt = @case.ArrivedAt,
    };

    private static async Task HangAsync(GavaDatabase database, Case @case, Organisation organisation, IReadOnlyList<CaseAccess> there)
    {
        var keys = @case.KeysIn(organisation);
        if (!keys.SetEquals(there.Select(a => a.Key))) await SearchIndex.ReplaceAsync(database, @case, keys);
        foreach (var gone in there.Where(a => !keys.Contains(a.Key))) database.Access.Remove(gone);
        foreach (var kept in there.Where(a => keys.Contains(a.Key)))
        {
            (kept.IsOpen, kept.UrgentAt, kept.ArrivedAt) = (@case.IsOpen, @case.UrgentAt, @case.ArrivedAt);
        }

        foreach (var key in keys.Where(k => there.All(a => a.Key != k))) database.Access.Add(AccessOf(@case, key));
    }
}
