using System.Linq.Expressions;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>A rule of a routine about how long something is kept, and what it means today.</summary>
/// <param name="Decision">The board's decision; null is a proposal, by which nothing is erased.</param>
/// <param name="Ripe">How many closed cases have been kept that long.</param>
/// <param name="Held">How many of them are held back.</param>
public sealed record DisposalPlan(string Routine, string Title, DisposablePart Part, Length Keep, string? Decision, int Ripe, int Held);

/// <summary>A line of the protocol: what went, when, by which decision, by whom (law.md SR-10.6).</summary>
public sealed record DisposedLine(DateTime At, Guid By, CaseReference Reference, string Part, string? Decision);

/// <summary>
/// Disposal (gallring): the routine says how long, the board decides, the registrar carries out. Without a decision in the routine
/// nothing is erased, by anybody (arkivlagen 10 §; R-SEC-05). The case itself, de-identified, stays with its figures.
/// </summary>
public sealed class DisposalDesk(Databases databases, WriteGate gate, RoutineBook routines, TimeProvider clock)
{
    private const int AtATime = 100;

    public static bool MayDispose(Viewer viewer) => viewer.Is(Role.Registrar);

    /// <summary>Every rule with a time, of the routines as they hold now.</summary>
    /// <exception cref="NotFound">The viewer is no registrar.</exception>
    public async Task<IReadOnlyList<DisposalPlan>> PlansAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!MayDispose(viewer)) throw new NotFound();
        await using var database = databases.For(viewer);
        List<DisposalPlan> plans = [];
        foreach (var routine in await routines.AllAsync(cancellation))
        {
            foreach (var (part, rule) in RulesOf(routine))
            {
                var ripe = Ripe(database, routine.Name, part, rule.Keep!.Value);
                plans.Add(new(routine.Name, routine.Title, part, rule.Keep.Value, rule.Decision,
                    await ripe.Where(Free(database)).CountAsync(cancellation), await ripe.CountAsync(cancellation) - await ripe.Where(Free(database)).CountAsync(cancellation)));
            }
        }

        return plans;
    }

    /// <summary>Erases a part of every case that has been kept long enough. Gives how many cases.</summary>
    /// <exception cref="NotFound">No such rule, or the viewer is no registrar.</exception>
    /// <exception cref="RuleBroken">The routine names no decision.</exception>
    public async Task<int> CarryOutAsync(Viewer viewer, string routineName, string part, CancellationToken cancellation = default)
    {
        if (!MayDispose(viewer) || await routines.NewestAsync(routineName, cancellation) is not { } routine) throw new NotFound();
        var (what, rule) = RulesOf(routine).FirstOrDefault(r => r.Part.Code() == part);
        if (rule is null) throw new NotFound();
        if (rule.Decision is not { Length: > 0 } decision) throw new RuleBroken("disposal-undecided", "Nämnden har inte beslutat att det får gallras. När beslutet finns skrivs det in i rutinen, under retention.");
        var done = 0;
        for (var batch = AtATime; batch == AtATime; done += batch)
        {
            batch = await gate.WriteAsync(viewer, database => SomeAsync(database, viewer, routine.Name, what, rule.Keep!.Value, decision), cancellation);
        }

        if (done > 0) await SweepAsync(cancellation);
        return done;
    }

    /// <summary>What has been erased, the newest first.</summary>
    /// <exception cref="NotFound">The viewer is no registrar.</exception>
    public async Task<IReadOnlyList<DisposedLine>> ProtocolAsync(Viewer viewer, int atMost = 1000, CancellationToken cancellation = default)
    {
        if (!MayDispose(viewer)) throw new NotFound();
        await using var database = databases.For(viewer);
        var lines = await (from line in database.Journal.Where(e => e.Kind == EventKind.Disposed).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Take(atMost)
                           join @case in database.Cases.IgnoreQueryFilters() on line.CaseId equals @case.Id
                           select new { line.At, line.By, line.Subject, line.Why, @case.Id, @case.RegisteredAt }).ToListAsync(cancellation);
        return lines.ConvertAll(l => new DisposedLine(l.At, l.By, new(StockholmTime.DateOf(l.RegisteredAt).Year, l.Id), l.Subject ?? "", l.Why));
    }

    private static IEnumerable<(DisposablePart Part, Retention Rule)> RulesOf(Routine routine)
    {
        foreach (var rule in routine.Retention.Where(r => r.Keep is not null))
        {
            if (Enum.TryParse<DisposablePart>(rule.Part, ignoreCase: true, out var part)) yield return (part, rule);
        }
    }

    private IQueryable<Case> Ripe(GavaDatabase database, string routine, DisposablePart part, Length keep)
    {
        var before = StockholmTime.StartOf(LastDayOf(keep));
        var closed = database.Cases.Where(c => c.RoutineName == routine && c.Status == CaseStatus.Closed && c.ClosedAt < before && c.VaultDisposedAt == null);
        return part switch
        {
            DisposablePart.Attachments => closed.Where(c => c.AttachmentsDisposedAt == null && database.Attachments.Any(a => a.CaseId == c.Id)),
            DisposablePart.Drafts => closed.Where(c => c.DraftsDisposedAt == null && database.Journal.Any(e => e.CaseId == c.Id && e.Kind == EventKind.Drafted)),
            _ => closed,
        };
    }

    /// <summary>Not held back by anybody, and not picked for a request of public documents that waits: what is asked for is not destroyed meanwhile.</summary>
    private static Expression<Func<Case, bool>> Free(GavaDatabase database) => c => c.HeldAt == null
        && !database.DisclosureDocuments.Any(d => d.CaseId == c.Id && database.DisclosureRequests.Any(r => r.Id == d.RequestId && r.DecidedAt == null));

    /// <summary>The day before which a case must have been closed to have been kept that long.</summary>
    private DateOnly LastDayOf(Length keep)
    {
        var today = StockholmTime.Today(clock);
        return keep.Unit switch
        {
            TimeUnit.Months => today.AddMonths(-keep.Amount),
            TimeUnit.Weeks => today.AddDays(-7 * keep.Amount),
            _ => today.AddDays(-keep.Amount),
        };
    }

    private async Task<int> SomeAsync(GavaDatabase database, Viewer viewer, string routine, DisposablePart part, Length keep, string decision)
    {
        // What is deleted is overwritten, so that the file keeps nothing of it either.
        if (database.Database.IsSqlite()) await database.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON");
        var some = await Ripe(database, routine, part, keep).Where(Free(database)).OrderBy(c => c.Id).Take(AtATime).ToListAsync();
        var version = await routines.NewestAsync(routine);
        foreach (var @case in some)
        {
            @case.Follow(version!, await routines.CalendarAsync(version!));
            @case.Dispose(part, decision, new Change(viewer.Id, StockholmTime.Now(clock)));
            foreach (var line in @case.NewEvents) database.Write(line);
            await EraseAsync(database, @case.Id, part);
        }

        return some.Count;
    }

    private static async Task EraseAsync(GavaDatabase database, long caseId, DisposablePart part)
    {
        var sealedFields = database.VaultEntries.Where(e => e.CaseId == caseId);
        switch (part)
        {
            case DisposablePart.Vault:
                await sealedFields.ExecuteDeleteAsync();
                await database.VaultKeys.Where(k => k.CaseId == caseId).ExecuteDeleteAsync();
                await database.CallerTokens.Where(t => t.CaseId == caseId).ExecuteDeleteAsync();
                break;
            case DisposablePart.Attachments:
                await sealedFields.Where(e => e.Field.StartsWith("attachment:")).ExecuteDeleteAsync();
                break;
            default:
                var drafts = (await database.Journal.Where(e => e.CaseId == caseId && e.Kind == EventKind.Drafted).ToListAsync()).ConvertAll(e => e.VaultField);
                await sealedFields.Where(e => drafts.Contains(e.Field)).ExecuteDeleteAsync();
                break;
        }
    }

    /// <summary>The database's own leavings: the log beside an SQLite file, the dead rows of PostgreSQL.</summary>
    private async Task SweepAsync(CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        if (database.Database.IsSqlite()) await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        else await database.Database.ExecuteSqlRawAsync("VACUUM vault_key, vault_entry, caller_token", cancellation);
    }
}
