using Gava.Domain.Cases;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>What is written with every change of a case, in one transaction: row, journal, vault, keys of the gate.</summary>
internal static class CaseSaving
{
    /// <summary>A new case: row, clocks, journal, its key, its sealed originals, its place in gate and search.</summary>
    public static void Add(GavaDatabase database, Case @case, NewCase news, VaultCipher cipher, IReadOnlyList<BlindMark> marks, Organisation organisation)
    {
        database.Put(@case);
        foreach (var clock in @case.Clocks) database.Put(clock);
        foreach (var callback in @case.Callbacks) database.Put(callback);
        foreach (var category in @case.Categories) database.Put(category);
        foreach (var line in @case.NewEvents) database.Write(line);
        var (dataKey, row) = cipher.NewKey(@case.Id);
        database.Put(row);
        database.Put(VaultCipher.SealField(dataKey, @case.Id, VaultFields.Text, news.Text.Original));
        if (!news.Complainant.IsEmpty) database.Put(VaultCipher.SealJson(dataKey, @case.Id, VaultFields.Complainant, news.Complainant.Checked()));
        if (news.People.Count > 0) database.Put(VaultCipher.SealJson(dataKey, @case.Id, VaultFields.People, news.People));
        foreach (var (field, original) in @case.Secrets) database.Put(VaultCipher.SealField(dataKey, @case.Id, field, original));
        foreach (var mark in marks) database.Put(new CallerToken { CaseId = @case.Id, Mark = mark.Mark.Code(), Token = mark.Token });
        foreach (var (index, file) in news.Files.Index()) AddFile(database, @case.Id, index + 1, file, dataKey);
        var keys = @case.KeysIn(organisation);
        foreach (var key in keys) database.Put(CaseKeys.AccessOf(@case, key));
        database.Put(SearchIndex.RowOf(@case, keys));
    }

    /// <summary>A changed case: its lines, its originals, whom they name, and its keys if it moved.</summary>
    public static async Task UpdateAsync(GavaDatabase database, Case @case, VaultCipher cipher, Organisation organisation, NamedPeople? people = null)
    {
        foreach (var line in @case.NewEvents) database.Write(line);
        if (@case.Secrets.Count > 0)
        {
            var dataKey = await KeyOfAsync(database, @case.Id, cipher);
            foreach (var (field, original) in @case.Secrets) database.VaultEntries.Add(VaultCipher.SealField(dataKey, @case.Id, field, original));
        }

        if (people is { HasNews: true })
        {
            var row = VaultCipher.SealJson(await KeyOfAsync(database, @case.Id, cipher), @case.Id, VaultFields.People, people.All);
            if (await database.VaultEntries.FirstOrDefaultAsync(e => e.CaseId == @case.Id && e.Field == VaultFields.People) is { } there) there.Sealed = row.Sealed;
            else database.VaultEntries.Add(row);
        }

        if (@case.ConcernsPersonId is { } concerned && @case.IsHiddenFrom(concerned)
            && !await database.Hidden.AnyAsync(h => h.CaseId == @case.Id && h.PersonId == concerned))
        {
            database.Hidden.Add(new CaseHidden { CaseId = @case.Id, PersonId = concerned });
        }

        await CloseRowAsync(database, @case);
        await CaseKeys.HangAsync(database, @case, organisation);
    }

    /// <summary>A case whose vault was disposed of gets a new key for what is written after that.</summary>
    internal static async Task<byte[]> KeyOfAsync(GavaDatabase database, long caseId, VaultCipher cipher)
    {
        // Made a moment ago, in this very write.
        if (database.VaultKeys.Local.FirstOrDefault(k => k.CaseId == caseId) is { } fresh) return cipher.Unwrap(fresh);
        if (await database.VaultKeys.IgnoreQueryFilters().FirstOrDefaultAsync(k => k.CaseId == caseId) is { } there) return cipher.Unwrap(there);
        var (dataKey, row) = cipher.NewKey(caseId);
        database.VaultKeys.Add(row);
        return dataKey;
    }

    /// <summary>The row of the diary is closed with the case's own line, and open again when the case is.</summary>
    private static async Task CloseRowAsync(GavaDatabase database, Case @case)
    {
        foreach (var left in @case.LeftDiaries)
        {
            (await RowOfAsync(database, left)).ClosedAt = @case.NewEvents.Last(e => e.Kind == EventKind.DiaryLeft).At;
        }

        if (@case.DiaryNumber is not { } number || !@case.NewEvents.Any(e => e.Kind is EventKind.DiaryClosed or EventKind.Reopened)) return;
        (await RowOfAsync(database, number)).ClosedAt = @case.DiaryState == DiaryState.Closed ? @case.NewEvents.Last(e => e.Kind == EventKind.DiaryClosed).At : null;
    }

    private static Task<DiaryEntry> RowOfAsync(GavaDatabase database, DiaryNumber number) =>
        database.DiaryEntries.FirstAsync(e => e.Series == number.Series && e.Year == number.Year && e.Number == number.Number);

    /// <summary>Files that come to a case that is there already.</summary>
    internal static async Task AddFilesAsync(GavaDatabase database, long caseId, IReadOnlyList<NewFile> files, VaultCipher cipher)
    {
        if (files.Count == 0) return;
        var last = await database.Attachments.Where(a => a.CaseId == caseId).MaxAsync(a => (int?)a.Number) ?? 0;
        var dataKey = await KeyOfAsync(database, caseId, cipher);
        foreach (var (index, file) in files.Index()) AddFile(database, caseId, last + index + 1, file, dataKey);
    }

    internal static void AddFile(GavaDatabase database, long caseId, int number, NewFile file, byte[] dataKey)
    {
        using var content = file.Open();
        var row = new Attachment { CaseId = caseId, Number = number, Size = file.Size, MediaType = KindOf(file), Scan = file.Scan };
        database.Put(row);
        database.Put(VaultCipher.SealField(dataKey, caseId, row.NameField, file.Name));
        database.Put(VaultCipher.SealInChunks(dataKey, caseId, row.ContentField, content, file.Size));
    }

    private static string KindOf(NewFile file)
    {
        var begins = new byte[16];
        using var content = file.Open();
        return FileKinds.Of(begins.AsSpan(0, content.ReadAtLeast(begins, begins.Length, throwOnEndOfStream: false)));
    }
}
