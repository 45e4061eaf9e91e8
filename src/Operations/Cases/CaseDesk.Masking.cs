using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <content>Hiding what slipped through, in texts that are written already (R-REG-02).</content>
public sealed partial class CaseDesk
{
    /// <summary>
    /// Hides the words wherever they stand in the register's part of the case: in what was said, in journal lines and their reasons.
    /// What a line said goes to the vault, the search forgets it, and the database's files keep nothing of it.
    /// </summary>
    /// <param name="words">Names, numbers, whatever points to somebody; whatever their capitals.</param>
    /// <param name="roleOf">What somebody is called instead; null lets the text tell.</param>
    public async Task MaskAsync(Viewer viewer, CaseReference reference, Seen seen, IReadOnlyList<string> words, Func<string, PersonRole?>? roleOf = null)
    {
        await ChangeAsync(viewer, reference, seen, async (work, change) =>
        {
            if (!await HideAsync(work, words, roleOf, viewer, change)) work.Case.Mask(work.Case.Text, [], viewer, change);
        });
        await SweepAsync(viewer);
    }

    /// <summary>Hides the words in text and lines of the case at work, and writes the line that vouches for them. False when they stand nowhere.</summary>
    private async Task<bool> HideAsync(CaseWork work, IReadOnlyList<string> words, Func<string, PersonRole?>? roleOf, Viewer viewer, Change change)
    {
        if (work.Database.Database.IsSqlite()) await work.Database.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON");
        var lines = await work.Database.Journal.Where(e => e.CaseId == work.Case.Id && (e.Text != null || e.Why != null)).OrderBy(e => e.Number).ToListAsync();
        List<(Event, byte[])> changed = [];
        foreach (var line in lines)
        {
            var (text, why) = (Hidden(line.Text), Hidden(line.Why));
            if (text == line.Text && why == line.Why) continue;
            await KeepOriginalsAsync(work.Database, line, text, why);
            line.Mask(text, why);
            var before = line.Sequence == 1 ? Chain.Beginning : await work.Database.Journal.AsNoTracking().Where(e => e.Sequence == line.Sequence - 1).Select(e => e.Hash).SingleAsync();
            changed.Add((line, Chain.Link(before, line)));
        }

        var now = Hidden(work.Case.Text)!;
        if (now == work.Case.Text && changed.Count == 0) return false;
        work.Case.Mask(now, changed, viewer, change);
        await SearchIndex.ReplaceAsync(work.Database, work.Case, work.Case.KeysIn(work.Organisation));
        return true;

        string? Hidden(string? text)
        {
            if (text is null || Masking.Places(text, words, []) is not { Count: > 0 } places) return text;
            return work.Masked(text, places, found => roleOf?.Invoke(text.Substring(found.Start, found.Length)));
        }
    }

    private async Task KeepOriginalsAsync(GavaDatabase database, Event line, string? text, string? why)
    {
        var dataKey = await CaseSaving.KeyOfAsync(database, line.CaseId!.Value, cipher);
        foreach (var (field, original, isHidden) in new[] { (line.VaultField, line.Text, text != line.Text), (VaultFields.Why(line), line.Why, why != line.Why) })
        {
            // What the vault has already is what was written first.
            if (!isHidden || await database.VaultEntries.AnyAsync(e => e.CaseId == line.CaseId && e.Field == field)) continue;
            database.VaultEntries.Add(VaultCipher.SealField(dataKey, line.CaseId.Value, field, original!));
        }
    }

    /// <summary>The index and the files forget the words too.</summary>
    private async Task SweepAsync(Viewer viewer)
    {
        await using var database = databases.ForSystem();
        if (!database.Database.IsSqlite())
        {
            await database.Database.ExecuteSqlRawAsync("VACUUM journal, cases, case_search");
            return;
        }

        await gate.WriteAsync(viewer, within => within.Database.ExecuteSqlRawAsync("INSERT INTO case_search(case_search) VALUES('optimize')"));
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
