using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>
/// A mail that answers nothing of ours becomes a case of its own, whoever it says that it is from: an address is easily borrowed. That somebody with
/// the same address has an open case is said to whoever may open both, and they decide (R-IN-07, R-IN-12).
/// </summary>
public sealed class SameSender(Databases databases)
{
    private const int MostRead = 20;
    private const int MostShown = 3;

    /// <summary>Open cases of the same e-mail address, the newest first. Empty for a viewer who may not open this one's vault: it would tell who wrote.</summary>
    public async Task<IReadOnlyList<SimilarCase>> OfAsync(Viewer viewer, Case @case, CancellationToken cancellation = default)
    {
        if (@case.Channel != "email" || !@case.IsOpen || !VaultDesk.MayOpen(viewer, @case)) return [];
        var email = CallerMark.Email.Code();
        await using var database = databases.For(viewer);
        var mine = database.CallerTokens.Where(t => t.CaseId == @case.Id && t.Mark == email).Select(t => t.Token);
        var theirs = database.CallerTokens.Where(t => t.CaseId != @case.Id && mine.Contains(t.Token)).Select(t => t.CaseId);
        var found = await database.Cases.AsNoTracking().Where(c => theirs.Contains(c.Id) && c.Status != CaseStatus.Closed).OrderByDescending(c => c.Id).Take(MostRead).ToListAsync(cancellation);
        return [.. found.Where(c => VaultDesk.MayOpen(viewer, c)).Take(MostShown).Select(c => new SimilarCase(c.Reference, SimilarCases.Short(c.Text)))];
    }
}
