using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>A case as somebody reads it: with its routine, its calendar and its journal.</summary>
public sealed record CaseView(Case Case, Routine Routine, WorkingCalendar Calendar, IReadOnlyList<Event> Journal)
{
    /// <summary>What the latest line of a kind says of the thing with that number, as a part or a point has; null where it says nothing.</summary>
    public string? Said(EventKind kind, int number) => Journal.LastOrDefault(e => e.Kind == kind && e.Subject?.Split(';')[0] == $"{number}")?.Text;
}

/// <summary>Opens one case for reading: the register's part of it.</summary>
public sealed class CaseReading(Databases databases, RoutineBook routines)
{
    /// <exception cref="NotFound">It does not exist, or not for this viewer.</exception>
    public async Task<CaseView> OpenAsync(Viewer viewer, CaseReference reference, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        if (!await database.Cases.AnyAsync(c => c.Id == reference.Number, cancellation)) throw new NotFound();
        // The case has passed the gate; what belongs to it is not asked again.
        var @case = await database.Cases.IgnoreQueryFilters().AsSplitQuery().Include(c => c.Clocks).Include(c => c.Callbacks).Include(c => c.Categories)
            .FirstAsync(c => c.Id == reference.Number, cancellation);
        if (@case.Reference != reference) throw new NotFound();
        var journal = await database.Journal.IgnoreQueryFilters().Where(e => e.CaseId == @case.Id).OrderBy(e => e.Number).ToListAsync(cancellation);
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion, cancellation);
        var calendar = await routines.CalendarAsync(routine, cancellation);
        return new(@case.Follow(routine, calendar), routine, calendar, journal);
    }

    /// <summary>What came with the case, as the register knows it: number, sort, size, mark of secrecy.</summary>
    public async Task<IReadOnlyList<Attachment>> FilesAsync(Viewer viewer, Case @case, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        return await database.Attachments.Where(a => a.CaseId == @case.Id).OrderBy(a => a.Number).ToListAsync(cancellation);
    }
}
