using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Routines;

/// <summary>Something that comes back, and when it was done in this period; null while it waits.</summary>
public sealed record RecurringState(Recurring Work, DateTime? DoneAt, Guid? DoneBy);

/// <summary>Recurring duties and reports (routines.md): what waits for somebody, and that it was done.</summary>
public sealed class RecurringDesk(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, TimeProvider clock)
{
    /// <summary>What comes back for the viewer just now: what waits first, by its last day.</summary>
    public async Task<IReadOnlyList<RecurringState>> ForAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var work = await WorkOfAsync(viewer, cancellation);
        if (work.Count == 0) return [];
        await using var database = databases.ForSystem();
        var codes = work.Select(w => w.Code).Distinct().ToList();
        var done = await database.DutiesDone.AsNoTracking().Where(d => codes.Contains(d.Code)).OrderBy(d => d.At).ToListAsync(cancellation);
        return [.. work.Select(w => StateOf(w, done, viewer)).OrderBy(s => s.DoneAt is null ? 0 : 1).ThenBy(s => s.Work.DueOn).ThenBy(s => s.Work.Label, StringComparer.Ordinal)];
    }

    /// <summary>How many of them wait.</summary>
    public async Task<int> WaitingAsync(Viewer viewer, CancellationToken cancellation = default) => (await ForAsync(viewer, cancellation)).Count(s => s.DoneAt is null);

    /// <summary>It is done in this period. Done twice is done once.</summary>
    /// <exception cref="NotFound">Nothing such waits for this viewer.</exception>
    public async Task DoneAsync(Viewer viewer, string routine, string code, string unit, string period)
    {
        var work = (await WorkOfAsync(viewer, default)).FirstOrDefault(w => w.Routine == routine && w.Code == code && w.Place.Slug == unit && w.Period == period) ?? throw new NotFound();
        await gate.WriteAsync(null, async database =>
        {
            var there = await database.DutiesDone.Where(d => d.Routine == routine && d.Code == code && d.UnitId == work.Place.Id && d.Period == period).ToListAsync();
            if (there.Any(d => !work.IsPersonal || d.PersonId == viewer.Id)) return;
            database.DutiesDone.Add(new DutyDone { Routine = routine, Code = code, UnitId = work.Place.Id, Period = period, PersonId = viewer.Id, At = StockholmTime.Now(clock) });
        });
    }

    private static RecurringState StateOf(Recurring work, List<DutyDone> done, Viewer viewer)
    {
        var one = done.FirstOrDefault(d => d.Routine == work.Routine && d.Code == work.Code && d.UnitId == work.Place.Id && d.Period == work.Period
            && (!work.IsPersonal || d.PersonId == viewer.Id));
        return new(work, one?.At, one?.PersonId);
    }

    private async Task<IReadOnlyList<Recurring>> WorkOfAsync(Viewer viewer, CancellationToken cancellation)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var newest = (await routines.AllAsync(cancellation)).ToDictionary(r => r.Name);
        var closed = await organisations.ClosedDaysAsync(cancellation);
        return [.. RecurringWork.For(viewer, organisation, place => organisation.RoutineAt(place) is { } name ? newest.GetValueOrDefault(name) : null,
            routine => routine.Calendar.With(closed), StockholmTime.Today(clock))];
    }
}
