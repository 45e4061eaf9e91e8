using System.Text;
using Gava.Domain;
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
            changed.Add((line, Chain.Link(await LinkBeforeAsync(work.Database, line), line)));
        }

        var now = Hidden(work.Case.Text)!;
        if (now == work.Case.Text && changed.Count == 0) return false;
        work.Case.Mask(now, changed, viewer, change);
        foreach (var draft in await work.Database.CompiledReports.Where(r => r.SignedAt == null).ToListAsync()) draft.Mask(work.Case.Id, text => Hidden(text)!);
        await SearchIndex.ReplaceAsync(work.Database, work.Case, work.Case.KeysIn(work.Organisation));
        return true;

        string? Hidden(string? text)
        {
            if (text is null || Masking.Places(text, words, []) is not { Count: > 0 } places) return text;
            return work.Masked(text, places, found => roleOf?.Invoke(text.Substring(found.Start, found.Length)));
        }
    }

    /// <summary>
    /// Shows words again that were hidden by mistake, wherever the register hides just them: a place, a brand, an ordinary word. The vault has said what stands there
    /// (<see cref="VaultDesk.OpenAsync"/>), and keeps it. What the person themself is called or reached by stays hidden.
    /// </summary>
    /// <param name="words">What the original says at the hidden places.</param>
    /// <param name="why">Why it is no personal data.</param>
    /// <exception cref="RuleBroken">The viewer may not open the vault, no reason, or nothing that is hidden is one of the words.</exception>
    public Task UnmaskAsync(Viewer viewer, CaseReference reference, Seen seen, IReadOnlyList<string> words, string why) => ChangeAsync(viewer, reference, seen, async (work, change) =>
    {
        VaultDesk.MustNeedIt(viewer, work.Case);
        if (await work.Database.VaultKeys.AsNoTracking().FirstOrDefaultAsync(k => k.CaseId == work.Case.Id) is not { } key) throw VaultDesk.Gone();
        if (words.Any(w => IsTheirs(w, work.Complainant))) throw new RuleBroken("unmasking-personal", "Det är personens egna uppgifter. De ska vara dolda.", "words");
        var dataKey = cipher.Unwrap(key);
        var originals = (await work.Database.VaultEntries.AsNoTracking().Where(e => e.CaseId == work.Case.Id && (e.Field == VaultFields.Text || e.Field.StartsWith("event:") || e.Field.StartsWith("why:"))).ToListAsync())
            .ToDictionary(e => e.Field, e => Encoding.UTF8.GetString(VaultCipher.OpenField(dataKey, e)));
        List<(Event, byte[])> changed = [];
        foreach (var line in await work.Database.Journal.Where(e => e.CaseId == work.Case.Id && (e.Text != null || e.Why != null)).OrderBy(e => e.Number).ToListAsync())
        {
            var (text, reason) = (Shown(line.Text, line.VaultField), Shown(line.Why, VaultFields.Why(line)));
            if (text == line.Text && reason == line.Why) continue;
            line.Mask(text, reason);
            changed.Add((line, Chain.Link(await LinkBeforeAsync(work.Database, line), line)));
        }

        work.Forget(words);
        work.Case.Unmask(Shown(work.Case.Text, VaultFields.Text)!, changed, WithoutWords(), viewer, change);
        await SearchIndex.ReplaceAsync(work.Database, work.Case, work.Case.KeysIn(work.Organisation));

        string? Shown(string? text, string field) => text is not null && originals.TryGetValue(field, out var original) ? HiddenPlaces.Show(text, original, words) : text;

        // The line tells who, when and why; what it was stands in the text, and is hidden again with it.
        Words WithoutWords()
        {
            var masked = work.Masked(why);
            return masked with { Register = Masking.Apply(masked.Register, Masking.Places(masked.Register, words, []), _ => "…") };
        }
    });

    /// <summary>A part of the person's name, or of how they are reached. A town is no such part of an address.</summary>
    private static bool IsTheirs(string word, Complainant person) =>
        (person.Name ?? "").Split(' ').Contains(word.Split(' ')[0].TrimEnd('s'), StringComparer.OrdinalIgnoreCase) || (person.Name ?? "").Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase)
        || (word.Any(char.IsAsciiDigit) || word.Contains('@', StringComparison.Ordinal)) && new[] { person.Phone, person.Email, person.Address }.Any(own => own?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static async Task<byte[]> LinkBeforeAsync(GavaDatabase database, Event line) =>
        line.Sequence == 1 ? Chain.Beginning : await database.Journal.AsNoTracking().Where(e => e.Sequence == line.Sequence - 1).Select(e => e.Hash).SingleAsync();

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
            await database.Database.ExecuteSqlRawAsync("VACUUM journal, cases, case_search, compiled_report");
            return;
        }

        await gate.WriteAsync(viewer, within => within.Database.ExecuteSqlRawAsync("INSERT INTO case_search(case_search) VALUES('optimize')"));
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
