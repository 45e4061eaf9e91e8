using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>A heap on a desk: so many, and the first of them.</summary>
/// <param name="Total">Counted no further than <see cref="Desks.MostCounted"/>.</param>
public sealed record Heap(int Total, IReadOnlyList<CaseRow> Rows);

/// <summary>How a unit stands: what came in lately, what is open, what is late, and when it last registered anything.</summary>
public sealed record UnitStanding(Unit Unit, int Received, int Open, int Late, DateTime? Latest);

/// <summary>How much somebody has to do.</summary>
public sealed record PersonStanding(Person Person, bool IsHere, int Open, int Late);

/// <summary>Somebody has asked for support (R-FLOW-16).</summary>
public sealed record SupportWish(CaseReference Reference, Guid By, DateTime At);

/// <summary>What the complaints manager has before them (S3; issue: what came in, what is to be categorised, who is late).</summary>
public sealed record ComplaintsDesk(Heap New, Heap ToAcknowledge, Heap ToForward, Heap ToCategorise, Heap Late, Heap ToReport, IReadOnlyList<UnitStanding> Units);

/// <summary>What a unit's manager has before them.</summary>
public sealed record UnitDesk(Heap Waiting, Heap Late, Heap Left, IReadOnlyList<SupportWish> Support, IReadOnlyList<PersonStanding> People, IReadOnlyList<UnitStanding> Units);

/// <summary>What a registration officer has before them (R-REG-07).</summary>
public sealed record IntakeDesk(Heap Waiting, Heap RegisteredLate, Heap ForDiary);

/// <summary>The desks of those who look after more than their own cases: each heap as the viewer sees it.</summary>
public sealed class Desks(Databases databases, CaseSearch search, OrganisationBook organisations, RoutineBook routines, TimeProvider clock)
{
    /// <summary>A heap is counted no further than this.</summary>
    public const int MostCounted = 500;

    /// <summary>Rows of a heap that a desk shows.</summary>
    public const int Shown = 10;

    /// <summary>"Lately", for what came in at a unit.</summary>
    public const int Days = 90;

    private const int NewDays = 7;

    /// <summary>The complaints manager's.</summary>
    public async Task<ComplaintsDesk> ForComplaintsManagerAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var all = await routines.AllAsync(cancellation);
        var acknowledging = NamesWhere(all, r => r.Acknowledgement?.By is { } by && viewer.Is(by));
        var forwarding = NamesWhere(all, r => r.Registration.Through is { } through && viewer.Is(through));
        var reporting = NamesWhere(all, r => r.Closing.ReportRequired || r.Clocks.Any(c => c.StoppedBy.Contains(Moment.Report)));
        var trees = all.SelectMany(r => r.Categories.Where(t => t.SetBy is { } by && viewer.Is(by)).Select(t => (r.Name, t.Code))).ToList();
        var now = StockholmTime.Now(clock);
        return new(
            await NewAsync(viewer, now, cancellation),
            await HeapAsync(viewer, cases => cases.Where(c => acknowledging.Contains(c.RoutineName) && c.Status != CaseStatus.Closed && c.AcknowledgedAt == null && c.CanBeReached && c.WantsReply), cancellation),
            await HeapAsync(viewer, cases => cases.Where(c => forwarding.Contains(c.RoutineName) && c.DiaryState == DiaryState.Waiting && c.ForwardedAt == null), cancellation),
            await ToCategoriseAsync(viewer, trees, now, cancellation),
            await LateAsync(viewer, now, cancellation),
            await HeapAsync(viewer, cases => cases.Where(c => reporting.Contains(c.RoutineName) && c.Status == CaseStatus.Answered && c.ReportedAt == null), cancellation),
            await UnitsAsync(viewer, now, cancellation));
    }

    /// <summary>The desk of whoever leads a unit.</summary>
    public async Task<UnitDesk> ForManagerAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var now = StockholmTime.Now(clock);
        var today = StockholmTime.DateOf(now);
        var places = organisation.Tree().Where(u => viewer.Leads(u.Id)).Select(u => u.Id).ToList();
        var atWork = organisation.People.Where(p => p.IsActive && organisation.ViewerOf(p.Id, today).Roles.Count > 0).Select(p => p.Id).ToList();
        return new(
            new(0, await search.WaitingForAsync(viewer, Shown, cancellation)),
            await LateAsync(viewer, now, cancellation),
            await HeapAsync(viewer, cases => cases.Where(c => c.Status != CaseStatus.Closed && c.ResponsibleId != null && places.Contains(c.UnitId) && !atWork.Contains(c.ResponsibleId!.Value)), cancellation),
            await SupportAsync(viewer, places, organisation, now, cancellation),
            await PeopleAsync(viewer, places, organisation, now, cancellation),
            await UnitsAsync(viewer, now, cancellation));
    }

    /// <summary>The registration officer's: what came in by itself, what was registered late, what the diary waits for.</summary>
    public async Task<IntakeDesk> ForRegistrationOfficerAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var places = organisation.PlacesForCases().Where(u => viewer.SeesThePlace(u.Id)).Select(u => u.Id).ToList();
        var recent = StockholmTime.Now(clock).AddDays(-NewDays * 4);
        var late = await search.FindAsync(viewer, new CaseQuestion { Order = CaseOrder.Received, Take = MostCounted, ReceivedFrom = StockholmTime.DateOf(recent) }, cancellation);
        var registeredLate = await LateRegisteredAsync(viewer, [.. late.Rows.Select(r => r.Id)], cancellation);
        return new(
            await HeapAsync(viewer, cases => cases.Where(c => c.Status == CaseStatus.Received && places.Contains(c.UnitId)), cancellation),
            new(registeredLate.Count, [.. late.Rows.Where(r => registeredLate.Contains(r.Id)).Take(Shown)]),
            await HeapAsync(viewer, cases => cases.Where(c => c.DiaryState == DiaryState.Waiting && places.Contains(c.UnitId)), cancellation));
    }

    /// <summary>Cases in which the viewer has been asked something, or has a part, and has not answered (R-SEC-03, R-LEARN-08).</summary>
    public async Task<IReadOnlyList<CaseRow>> AskedOfAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.Keys.Count == 0) return [];
        await using var database = databases.For(viewer);
        var own = await database.Access.Where(a => a.Key == viewer.Id && a.IsOpen).Select(a => a.CaseId).ToListAsync(cancellation);
        var mine = own.Count == 0 ? [] : await database.Cases.Where(c => own.Contains(c.Id))
            .Select(c => new { c.Id, c.Consultations, c.Parts, c.RepliedAt }).ToListAsync(cancellation);
        var waiting = mine.Where(c => (c.RepliedAt is null && c.Consultations.Any(one => one.PersonId == viewer.Id && one.AnsweredAt is null))
            || c.Parts.Any(part => part.PersonId == viewer.Id && part.DoneAt is null)).Select(c => c.Id).ToList();
        return await CaseSearch.RowsAsync(database, waiting, cancellation);
    }

    private async Task<Heap> NewAsync(Viewer viewer, DateTime now, CancellationToken cancellation)
    {
        var question = new CaseQuestion { Order = CaseOrder.Received, Take = Shown, ReceivedFrom = StockholmTime.DateOf(now).AddDays(1 - NewDays) };
        return new(await search.CountAsync(viewer, question, MostCounted, cancellation), (await search.FindAsync(viewer, question, cancellation)).Rows);
    }

    /// <summary>Open, and a time is out.</summary>
    private async Task<Heap> LateAsync(Viewer viewer, DateTime now, CancellationToken cancellation) =>
        await HeapAsync(viewer, cases => LateAmong(cases, now), cancellation);

    private static IQueryable<Case> LateAmong(IQueryable<Case> cases, DateTime now) =>
        cases.Where(c => c.Status != CaseStatus.Closed && c.UrgentAt <= now && c.Clocks.Any(k => k.StoppedAt == null && !k.IsGone && k.PausedAt == null && k.DueAt <= now));

    private async Task<Heap> ToCategoriseAsync(Viewer viewer, List<(string Routine, string Tree)> trees, DateTime now, CancellationToken cancellation)
    {
        if (trees.Count == 0) return new(0, []);
        var since = now.AddYears(-1);
        List<long> found = [];
        await using var database = databases.For(viewer);
        foreach (var (routine, tree) in trees)
        {
            found.AddRange(await database.Cases.Where(c => c.RoutineName == routine && c.ArrivedAt >= since && c.JoinedTo == null
                && !database.Categories.Any(g => g.CaseId == c.Id && g.Tree == tree)).OrderBy(c => c.ArrivedAt).Take(MostCounted).Select(c => c.Id).ToListAsync(cancellation));
        }

        found = [.. found.Distinct().Order()];
        return new(found.Count, await CaseSearch.RowsAsync(database, [.. found.Take(Shown)], cancellation));
    }

    private async Task<Heap> HeapAsync(Viewer viewer, Func<IQueryable<Case>, IQueryable<Case>> which, CancellationToken cancellation)
    {
        await using var database = databases.For(viewer);
        var found = await which(database.Cases).OrderBy(c => c.UrgentAt).ThenBy(c => c.Id).Take(MostCounted).Select(c => c.Id).ToListAsync(cancellation);
        return new(found.Count, await CaseSearch.RowsAsync(database, [.. found.Take(Shown)], cancellation));
    }

    private async Task<HashSet<long>> LateRegisteredAsync(Viewer viewer, List<long> among, CancellationToken cancellation)
    {
        await using var database = databases.For(viewer);
        var rows = await database.Cases.Where(c => among.Contains(c.Id)).Select(c => new { c.Id, c.RoutineName, c.RoutineVersion, c.ArrivedAt, c.RegisteredAt }).ToListAsync(cancellation);
        HashSet<long> late = [];
        foreach (var row in rows)
        {
            var routine = await routines.VersionAsync(row.RoutineName, row.RoutineVersion, cancellation);
            if (Due.Count(row.ArrivedAt, routine.Registration.Within, await routines.CalendarAsync(routine, cancellation)).IsPastAt(row.RegisteredAt)) late.Add(row.Id);
        }

        return late;
    }

    /// <summary>Wishes of the last two weeks, in cases that are still open, by those who work where the viewer leads.</summary>
    private async Task<IReadOnlyList<SupportWish>> SupportAsync(Viewer viewer, List<Guid> places, Organisation organisation, DateTime now, CancellationToken cancellation)
    {
        var since = now.AddDays(-14);
        await using var database = databases.For(viewer);
        var wishes = await (from line in database.Journal
                            join c in database.Cases on line.CaseId equals c.Id
                            where line.Kind == EventKind.SupportAsked && line.At >= since && c.Status != CaseStatus.Closed
                            orderby line.At descending
                            select new { c.Id, c.RegisteredAt, line.By, line.At, c.UnitId }).Take(50).ToListAsync(cancellation);
        return [.. wishes.Where(w => w.By != viewer.Id && (places.Contains(w.UnitId) || organisation.RolesOf(w.By).Any(r => places.Contains(r.UnitId))))
            .Select(w => new SupportWish(new(StockholmTime.DateOf(w.RegisteredAt).Year, w.Id), w.By, w.At))];
    }

    private async Task<IReadOnlyList<PersonStanding>> PeopleAsync(Viewer viewer, List<Guid> places, Organisation organisation, DateTime now, CancellationToken cancellation)
    {
        await using var database = databases.For(viewer);
        var mine = database.Cases.Where(c => c.Status != CaseStatus.Closed && c.ResponsibleId != null && places.Contains(c.UnitId));
        var open = await mine.GroupBy(c => c.ResponsibleId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var late = await LateAmong(mine, now).GroupBy(c => c.ResponsibleId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var today = StockholmTime.DateOf(now);
        return [.. open.Where(o => organisation.Person(o.Key) is not null)
            .Select(o => new PersonStanding(organisation.Person(o.Key)!, organisation.ViewerOf(o.Key, today).Roles.Count > 0, o.Count, late.GetValueOrDefault(o.Key)))
            .OrderByDescending(p => p.Late).ThenByDescending(p => p.Open).ThenBy(p => p.Person.Name, StringComparer.Create(new("sv-SE"), true))];
    }

    private async Task<IReadOnlyList<UnitStanding>> UnitsAsync(Viewer viewer, DateTime now, CancellationToken cancellation)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var places = organisation.PlacesForCases().Where(u => viewer.SeesThePlace(u.Id)).ToList();
        var ids = places.Select(u => u.Id).ToList();
        var since = now.AddDays(-Days);
        await using var database = databases.For(viewer);
        var received = await database.Cases.Where(c => ids.Contains(c.UnitId) && c.ArrivedAt >= since).GroupBy(c => c.UnitId)
            .Select(g => new { g.Key, Count = g.Count(), Latest = g.Max(c => c.ArrivedAt) }).ToDictionaryAsync(g => g.Key, cancellation);
        var all = database.Cases.Where(c => ids.Contains(c.UnitId) && c.Status != CaseStatus.Closed);
        var open = await all.GroupBy(c => c.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var late = await LateAmong(all, now).GroupBy(c => c.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. places.Select(u => new UnitStanding(u, received.GetValueOrDefault(u.Id)?.Count ?? 0, open.GetValueOrDefault(u.Id),
            late.GetValueOrDefault(u.Id), received.GetValueOrDefault(u.Id)?.Latest))];
    }

    private static List<string> NamesWhere(IReadOnlyList<Routine> all, Func<Routine, bool> which) => [.. all.Where(which).Select(r => r.Name)];
}
