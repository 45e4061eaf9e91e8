using Gava.Domain.Cases;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>What is to be put right of a person's details: null leaves it as it is, nothing but spaces takes it away.</summary>
public sealed record Corrections(string? Name = null, string? Phone = null, string? Email = null, string? Address = null, bool? Protected = null);

/// <content>Putting right who the person is and how they are reached (GDPR article 16; docs/decisions/0025-putting-details-right.md).</content>
public sealed partial class CaseDesk
{
    /// <summary>
    /// Puts details of the person right in the vault, where what they were stays under the line that tells of it. Whoever calls is found by
    /// what is right, and a name that is new is hidden wherever the register already has it.
    /// </summary>
    public async Task CorrectDetailsAsync(Viewer viewer, CaseReference reference, Seen seen, Corrections put)
    {
        // The index's secret may have to be made, which nobody can do inside the write.
        await callers.MarksOfAsync(new());
        var hasHidden = false;
        await ChangeAsync(viewer, reference, seen, async (work, change) =>
        {
            // A protected person without any other detail is known to the register only.
            var was = work.Complainant with { Protected = work.Case.IsProtected };
            var now = new Complainant
            {
                Name = put.Name ?? was.Name,
                Phone = put.Phone ?? was.Phone,
                Email = put.Email ?? was.Email,
                Address = put.Address ?? was.Address,
                Protected = put.Protected ?? was.Protected,
            }.Checked();
            var line = work.Case.CorrectDetails(now, ChangedIn(was, now), viewer, change);
            await KeepAsync(work, line, was, now);
            await MarkAsync(work.Database, work.Case.Id, await callers.MarksOfAsync(now));
            if (now.Protected && !was.Protected) await HidePartyAsync(work);
            if (now.Name is { } name && name != was.Name)
            {
                work.Rename(was.Name, name);
                hasHidden = await HideAsync(work, [name], _ => work.Case.Relation.Role(), viewer, change);
            }
        });
        if (hasHidden) await SweepAsync(viewer);
    }

    private static List<string> ChangedIn(Complainant was, Complainant now)
    {
        (string Field, bool IsOther)[] fields =
            [("name", was.Name != now.Name), ("phone", was.Phone != now.Phone), ("email", was.Email != now.Email), ("address", was.Address != now.Address), ("protected", was.Protected != now.Protected)];
        return [.. fields.Where(f => f.IsOther).Select(f => f.Field)];
    }

    private async Task KeepAsync(CaseWork work, Event line, Complainant was, Complainant now)
    {
        var (database, number) = (work.Database, work.Case.Id);
        if (work.Case.VaultDisposedAt is not null || await database.VaultKeys.FirstOrDefaultAsync(k => k.CaseId == number) is not { } key) throw VaultDesk.Gone();
        var dataKey = cipher.Unwrap(key);
        if (!was.IsEmpty) database.VaultEntries.Add(VaultCipher.SealJson(dataKey, number, VaultFields.ComplainantBefore(line), was));
        var there = await database.VaultEntries.FirstOrDefaultAsync(e => e.CaseId == number && e.Field == VaultFields.Complainant);
        var @sealed = VaultCipher.SealJson(dataKey, number, VaultFields.Complainant, now);
        if (there is null) database.VaultEntries.Add(@sealed);
        else there.Sealed = @sealed.Sealed;
    }

    /// <summary>The caller index knows what is right, and no longer what was wrong.</summary>
    private static async Task MarkAsync(GavaDatabase database, long number, IReadOnlyList<BlindMark> marks)
    {
        var there = await database.CallerTokens.Where(t => t.CaseId == number).ToListAsync();
        foreach (var gone in there.Where(t => marks.All(m => m.Mark.Code() != t.Mark))) database.CallerTokens.Remove(gone);
        foreach (var mark in marks)
        {
            if (there.Find(t => t.Mark == mark.Mark.Code()) is { } known) known.Token = mark.Token;
            else database.CallerTokens.Add(new CallerToken { CaseId = number, Mark = mark.Mark.Code(), Token = mark.Token });
        }
    }

    /// <summary>A name in the public diary goes when it turns out that somebody has a protected identity (law.md SR-3.1).</summary>
    private static async Task HidePartyAsync(CaseWork work)
    {
        foreach (var row in await work.Database.DiaryEntries.Where(e => e.CaseId == work.Case.Id).ToListAsync()) row.PublicParty = PublicRow.Protected;
    }
}
