using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>What a closed day would do, or did.</summary>
/// <param name="Cases">How many open cases have a due date that moves.</param>
/// <param name="Clocks">How many due dates.</param>
public sealed record Moves(int Cases, int Clocks);

/// <summary>The days that the municipality has closed on top of the law's. A change recounts the clocks that run, in the same write.</summary>
public sealed class ClosedDayDesk(Databases databases, Administration administration, OrganisationBook organisations, RoutineBook routines, TimeProvider clock)
{
    private const int CasesATime = 200;

    /// <summary>The closed days of a year, in order.</summary>
    public async Task<IReadOnlyList<ClosedDay>> InAsync(int year, CancellationToken cancellation = default)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var database = databases.ForSystem();
        return await database.ClosedDays.Where(d => d.Day >= first && d.Day <= last).OrderBy(d => d.Day).ToListAsync(cancellation);
    }

    /// <summary>How many due dates would move if the day were closed, or open again. Nothing is changed.</summary>
    public async Task<Moves> PreviewAsync(DateOnly day, bool isClosed, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var days = await DaysAsync(database, cancellation);
        if (isClosed) days[day] = "";
        else days.Remove(day);
        return await RecountAsync(database, day, days, await organisations.NowAsync(cancellation), isKept: false);
    }

    /// <exception cref="RuleBroken">The day is free already, is far away, or the name is missing.</exception>
    public async Task<Moves> CloseAsync(Viewer viewer, DateOnly? day, string? name, OneRequest? request = null)
    {
        var moves = new Moves(0, 0);
        await administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var (closed, called) = Checked(day, name);
            if (await database.ClosedDays.AnyAsync(d => d.Day == closed)) throw new RuleBroken("day-closed", "Den dagen är redan stängd.", "day");
            database.ClosedDays.Add(new ClosedDay { Day = closed, Name = called });
            moves = await FollowAsync(database, closed);
            database.Write(new Event(EventKind.DayClosed, change, subject: $"{closed:yyyy-MM-dd};{called};{moves.Clocks}"));
        });
        return moves;
    }

    /// <exception cref="NotFound">The day is not closed.</exception>
    public async Task<Moves> OpenAsync(Viewer viewer, DateOnly day, OneRequest? request = null)
    {
        var moves = new Moves(0, 0);
        await administration.WriteAsync(viewer, request, async (database, change) =>
        {
            database.ClosedDays.Remove(await database.ClosedDays.FirstOrDefaultAsync(d => d.Day == day) ?? throw new NotFound());
            moves = await FollowAsync(database, day);
            database.Write(new Event(EventKind.DayOpened, change, subject: $"{day:yyyy-MM-dd};{moves.Clocks}"));
        });
        return moves;
    }

    /// <summary>The day and its name, or a sentence about what would be right.</summary>
    public (DateOnly Day, string Name) Checked(DateOnly? typed, string? name)
    {
        if (typed is not { } day) throw new RuleBroken("day-missing", "Välj vilken dag kommunen har stängt.", "day");
        var today = StockholmTime.Today(clock);
        if (day < today.AddYears(-1) || day > today.AddYears(10)) throw new RuleBroken("day-far", "Dagen ligger för långt bort. Välj en dag högst ett år bakåt eller tio år framåt.", "day");
        if (WorkingCalendar.Swedish.WhyFree(day) is { Because: not FreeBecause.Eve } free) throw new RuleBroken("day-free", $"Den dagen är redan ledig ({free.Name}).", "day");
        var called = (name ?? "").Trim();
        if (called.Length is < 2 or > 60 || called.Any(char.IsControl)) throw new RuleBroken("day-name", "Skriv vad dagen kallas, till exempel klämdag.", "name");
        return (day, called);
    }

    private async Task<Moves> FollowAsync(GavaDatabase database, DateOnly day)
    {
        await database.SaveChangesAsync();
        return await RecountAsync(database, day, await DaysAsync(database, default), await organisations.WithinAsync(database), isKept: true);
    }

    /// <summary>Recounts the clocks that count across the day, a batch at a time.</summary>
    private async Task<Moves> RecountAsync(GavaDatabase database, DateOnly day, IReadOnlyDictionary<DateOnly, string> days, Organisation organisation, bool isKept)
    {
        var (starts, ends) = (StockholmTime.StartOf(day), StockholmTime.EndOf(day));
        var numbers = await database.Clocks.Where(c => c.StoppedAt == null && !c.IsGone && c.StartedAt < ends && c.DueAt >= starts)
            .Select(c => c.CaseId).Distinct().OrderBy(id => id).ToListAsync();
        var (cases, clocks) = (0, 0);
        foreach (var batch in numbers.Chunk(CasesATime))
        {
            foreach (var @case in await database.Cases.Include(c => c.Clocks).Include(c => c.Callbacks).Where(c => batch.Contains(c.Id)).ToListAsync())
            {
                var moved = await RecountAsync(@case, days, organisation);
                if (moved > 0) (cases, clocks) = (cases + 1, clocks + moved);
                if (isKept && moved > 0) await CaseKeys.HangAsync(database, @case, organisation);
            }

            if (isKept) await database.SaveChangesAsync();
            database.ChangeTracker.Clear();
        }

        return new(cases, clocks);
    }

    private async Task<int> RecountAsync(Case @case, IReadOnlyDictionary<DateOnly, string> days, Organisation organisation)
    {
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion);
        var before = @case.Clocks.Where(c => c.Runs).ToDictionary(c => c.Name, c => c.DueAt);
        @case.Follow(routine, routine.Calendar.With(days), organisation.SlugsAbove(@case.UnitId)).Recount();
        return @case.Clocks.Count(c => before.TryGetValue(c.Name, out var due) && due != c.DueAt);
    }

    private static Task<Dictionary<DateOnly, string>> DaysAsync(GavaDatabase database, CancellationToken cancellation) =>
        database.ClosedDays.ToDictionaryAsync(d => d.Day, d => d.Name, cancellation);
}
