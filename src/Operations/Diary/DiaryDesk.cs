using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Diary;

/// <summary>A case that the registrar has something left to do with.</summary>
/// <param name="DueOn">The last day of registering in time (law.md SR-2.5).</param>
/// <param name="IsLate">That day has passed: the alarm.</param>
/// <param name="Days">Days since it came in.</param>
public sealed record AtDesk(CaseReference Reference, string Kind, DateTime ArrivedAt, DateOnly DueOn, bool IsLate, int Days, Guid UnitId, string? Number);

/// <summary>What the registrar sees: what waits for a number, and what waits for its closing (R-REG-04, -06, -09).</summary>
public sealed class DiaryDesk(Databases databases, OrganisationBook organisations, RoutineBook routines, TimeProvider clock)
{
    /// <summary>Arrived but not entered, the oldest first. Late after what the routine says, by its working calendar.</summary>
    public Task<IReadOnlyList<AtDesk>> WaitingAsync(Viewer viewer, int atMost = 200, CancellationToken cancellation = default) =>
        RowsAsync(viewer, cases => cases.Where(c => c.DiaryState == DiaryState.Waiting), atMost, cancellation);

    /// <summary>Answered, or closed in the unit: the row of the diary waits to be closed.</summary>
    public Task<IReadOnlyList<AtDesk>> ToCloseAsync(Viewer viewer, int atMost = 200, CancellationToken cancellation = default) =>
        RowsAsync(viewer, cases => cases.Where(c => c.DiaryState == DiaryState.Entered && (c.RepliedAt != null || c.Status == CaseStatus.Closed)), atMost, cancellation);

    private async Task<IReadOnlyList<AtDesk>> RowsAsync(Viewer viewer, Func<IQueryable<Case>, IQueryable<Case>> which, int atMost, CancellationToken cancellation)
    {
        var places = await PlacesAsync(viewer, cancellation);
        if (places.Count == 0) return [];
        await using var database = databases.For(viewer);
        var found = await which(database.Cases).Where(c => places.Contains(c.UnitId)).OrderBy(c => c.ArrivedAt).ThenBy(c => c.Id).Take(atMost)
            .Select(c => new { c.Id, c.Kind, c.RoutineName, c.RoutineVersion, c.ArrivedAt, c.RegisteredAt, c.UnitId, c.DiaryNumber }).ToListAsync(cancellation);
        var now = StockholmTime.Now(clock);
        List<AtDesk> rows = [];
        foreach (var one in found)
        {
            var routine = await routines.VersionAsync(one.RoutineName, one.RoutineVersion, cancellation);
            var due = Due.Count(one.ArrivedAt, routine.Registration.Within, await routines.CalendarAsync(routine, cancellation));
            var age = StockholmTime.DateOf(now).DayNumber - StockholmTime.DateOf(one.ArrivedAt).DayNumber;
            rows.Add(new(new(StockholmTime.DateOf(one.RegisteredAt).Year, one.Id), routine.Kind(one.Kind)?.Label ?? one.Kind, one.ArrivedAt, due.Day,
                due.IsPastAt(now), age, one.UnitId, one.DiaryNumber?.ToString()));
        }

        return rows;
    }

    /// <summary>The places whose diary the viewer keeps.</summary>
    private async Task<IReadOnlyList<Guid>> PlacesAsync(Viewer viewer, CancellationToken cancellation) => !viewer.Is(Role.Registrar) ? []
        : [.. (await organisations.NowAsync(cancellation)).PlacesWithCases().Where(u => viewer.SeesThePlace(u.Id)).Select(u => u.Id)];
}
