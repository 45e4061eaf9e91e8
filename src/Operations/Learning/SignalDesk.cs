using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Learning;

/// <summary>A signal as it is read.</summary>
/// <param name="What">"Bemötande", "alla klagomål".</param>
public sealed record SignalView(RiseSignal Signal, Unit Unit, string What);

/// <summary>A control chart with its name.</summary>
/// <param name="Chart">Null where there is too little to judge.</param>
/// <param name="Counts">Month by month, the oldest first, chart or no chart.</param>
public sealed record NamedChart(string Name, ControlChart? Chart, DateOnly First, IReadOnlyList<int> Counts);

/// <summary>How things stand at a place: what comes in, what is late, what rises.</summary>
/// <param name="Week">Came in during the last seven days.</param>
/// <param name="UsualWeek">As many came in an ordinary week of the last year, one decimal; null where there is no year to judge by.</param>
/// <param name="Late">Open, and past a time.</param>
/// <param name="Charts">All complaints first, then the categories, then the units right below.</param>
public sealed record StateView(Unit Unit, int Week, decimal? UsualWeek, int Open, int Late, IReadOnlyList<SignalView> Signals, IReadOnlyList<NamedChart> Charts);

/// <summary>What rises, and whether it is more than chance (R-LEARN-05): told within the week, and shown month by month.</summary>
public sealed class SignalDesk(Databases databases, WriteGate gate, CaseSearch search, OrganisationBook organisations, RoutineBook routines, CaseCounting counting, Remembered remembered, TimeProvider clock)
{
    /// <summary>Whole months that a chart shows: a year to measure by, and a year that is judged.</summary>
    public const int Months = 24;

    private const int MostCharts = 12;
    private const int CountTo = 999;

    // A signal that somebody has looked into is not raised again at once.
    private const int DaysOfRest = 28;

    /// <summary>Looks for rises, and raises those that nobody has been told of. Gives how many.</summary>
    public async Task<int> LookAsync(CancellationToken cancellation = default)
    {
        var today = StockholmTime.Today(clock);
        var from = today.AddDays(-Rises.Days - Rises.DaysBefore);
        var organisation = await organisations.NowAsync(cancellation);
        List<Complaint> complaints;
        await using (var database = databases.ForSystem())
        {
            // What is kept from somebody because it is about them is in no signal: they could be the one who is told.
            complaints = await ComplaintsAsync(database, from, today, notFor: null, noneHidden: true, cancellation);
        }

        var found = Rises.Find(organisation, [.. complaints.SelectMany(c => c.Categories.Cast<string?>().Append(null).Select(code => (c.UnitId, code, c.Day)))], today);
        var now = await routines.CategoriesNowAsync(cancellation);
        return found.Count == 0 ? 0 : await gate.WriteAsync(null, async database =>
        {
            var change = new Change(Person.System, StockholmTime.Now(clock));
            var since = change.At.AddDays(-DaysOfRest);
            var told = (await database.RiseSignals.Where(s => s.AnsweredAt == null || s.RaisedAt > since).Select(s => new { s.UnitId, s.Category }).ToListAsync(cancellation)).Select(s => new Series(s.UnitId, CodeNow(s.UnitId, s.Category))).ToHashSet();
            var news = found.Where(f => !told.Contains(f.Series)).ToList();
            foreach (var one in news)
            {
                database.RiseSignals.Add(new RiseSignal(one, today.AddDays(-Rises.Days), today.AddDays(-1), change.At));
                LearningReminders.Mail(database, MailText.Rising, LearningReminders.Concerned(organisation, one.Series.UnitId, change.At), change.At);
                database.Write(new Event(EventKind.SignalRaised, change, subject: $"{organisation.Unit(one.Series.UnitId)!.Slug};{one.Series.Category}"));
            }

            return news.Count;
        }, cancellation);

        string? CodeNow(Guid unitId, string? code) => code is not null && organisation.RoutineAt(unitId) is { } routine ? now.Of(routine, code) : code;
    }

    /// <summary>The signals that somebody is to look into.</summary>
    public async Task<int> WaitingAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return (await database.RiseSignals.AsNoTracking().Where(s => s.AnsweredAt == null).ToListAsync(cancellation)).Count(s => s.ConcernsViewer(viewer));
    }

    /// <summary>How things stand at a place that the viewer sees whole.</summary>
    /// <param name="unit">A slug; null is the highest place that they see.</param>
    /// <exception cref="NotFound">The viewer does not see such a place.</exception>
    public async Task<StateView> OpenAsync(Viewer viewer, string? unit, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var place = unit is { Length: > 0 } ? organisation.Unit(unit) : ReportDesk.PlaceOf(viewer, organisation);
        if (place is null || viewer.Person.IsService || !viewer.SeesThePlace(place.Id)) throw new NotFound();
        var below = organisation.Below(place.Id).Select(u => u.Id).ToHashSet();
        var today = StockholmTime.Today(clock);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-Months);
        await using var database = databases.ForSystem();
        Guid? notFor = await counting.HasHiddenAsync(viewer.Id, cancellation) ? viewer.Id : null;
        var complaints = (await remembered.ReadAsync(("complaints", today, notFor), null, () => ComplaintsAsync(database, first, today.AddDays(1), notFor, noneHidden: false, cancellation), cancellation)).Where(c => below.Contains(c.UnitId)).ToList();
        var signals = (await database.RiseSignals.AsNoTracking().OrderByDescending(s => s.RaisedAt).ToListAsync(cancellation)).Where(s => below.Contains(s.UnitId) && (s.AnsweredAt is null || s.RaisedAt > StockholmTime.StartOf(today.AddDays(-90)))).ToList();
        var words = new ReportWords(await routines.AllAsync(cancellation));
        var open = new CaseQuestion { UnitSlug = place.Slug, Status = "open" };
        return new(place, complaints.Count(c => c.Day > today.AddDays(-7)), Usual(complaints, today), await search.CountAsync(viewer, open, CountTo, cancellation),
            await search.CountAsync(viewer, open with { DueBefore = today }, CountTo, cancellation),
            [.. signals.OrderBy(s => s.AnsweredAt is null ? 0 : 1).Select(s => new SignalView(s, organisation.Unit(s.UnitId)!, s.Category is { } code ? words.Of("received.byCategory", code) : "alla klagomål"))],
            Charts(organisation, place, words, complaints, first, today));
    }

    /// <summary>Somebody has looked into a signal.</summary>
    public Task SettleAsync(Viewer viewer, Guid id, string answer) => gate.WriteAsync(viewer, async database =>
    {
        var signal = await database.RiseSignals.FirstOrDefaultAsync(s => s.Id == id) ?? throw new NotFound();
        var change = new Change(viewer.Id, StockholmTime.Now(clock));
        signal.Settle(Masking.Found(answer, 1000), viewer, change);
        database.Write(new Event(EventKind.SignalSettled, change, subject: $"{(await organisations.WithinAsync(database)).Unit(signal.UnitId)!.Slug};{signal.Category}"));
    });

    private static decimal? Usual(List<Complaint> complaints, DateOnly today)
    {
        var year = complaints.Count(c => c.Day > today.AddDays(-371) && c.Day <= today.AddDays(-7));
        return complaints.Exists(c => c.Day <= today.AddDays(-300)) ? Math.Round(year / 52m, 1) : null;
    }

    private static List<NamedChart> Charts(Organisation organisation, Unit place, ReportWords words, List<Complaint> complaints, DateOnly first, DateOnly today)
    {
        List<NamedChart> charts = [Chart("Alla klagomål", complaints, first)];
        charts.AddRange(complaints.SelectMany(c => c.Categories).CountBy(code => code).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostCharts)
            .Select(g => Chart(words.Of("received.byCategory", g.Key), complaints.Where(c => c.Categories.Contains(g.Key)), first)));
        foreach (var unit in organisation.RightBelow(place.Id))
        {
            var within = organisation.Below(unit.Id).Select(u => u.Id).ToHashSet();
            if (complaints.Exists(c => within.Contains(c.UnitId))) charts.Add(Chart(unit.Name, complaints.Where(c => within.Contains(c.UnitId)), first));
        }

        return charts;
    }

    private static NamedChart Chart(string name, IEnumerable<Complaint> complaints, DateOnly first)
    {
        var counts = new int[Months];
        foreach (var one in complaints)
        {
            // What comes after is the month that has not ended.
            if (((one.Day.Year - first.Year) * 12) + one.Day.Month - first.Month is >= 0 and < Months and var at) counts[at]++;
        }

        return new(name, ControlChart.Of(first, counts), first, counts);
    }

    /// <summary>The complaints that arrived from the first day until the day before the last.</summary>
    private async Task<List<Complaint>> ComplaintsAsync(GavaDatabase database, DateOnly from, DateOnly to, Guid? notFor, bool noneHidden, CancellationToken cancellation)
    {
        var kinds = await routines.ComplaintKindsAsync(cancellation);
        List<(long Id, Guid UnitId, DateTime At, string Kind)> cases;
        await using (var sql = await PlainSql.OnAsync(database, cancellation))
        {
            var (start, end) = (sql.Add(StockholmTime.StartOf(from)), sql.Add(StockholmTime.StartOf(to)));
            var hidden = noneHidden ? " AND NOT EXISTS (SELECT 1 FROM case_hidden h WHERE h.case_id = c.id)"
                : notFor is { } who ? $" AND NOT EXISTS (SELECT 1 FROM case_hidden h WHERE h.case_id = c.id AND h.person_id = {sql.Add(who)})" : "";
            cases = await sql.ReadAsync($"SELECT c.id, c.concerned_unit_id, c.arrived_at, c.kind FROM cases c WHERE c.arrived_at >= {start} AND c.arrived_at < {end}{hidden}",
                row => (row.Long(0), row.Id(1), row.Moment(2), row.Text(3)), cancellation);
        }

        var now = await routines.CategoriesNowAsync(cancellation);
        await using var more = await PlainSql.OnAsync(database, cancellation);
        var codes = (await more.ReadAsync($"SELECT g.case_id, c.routine_name, g.code FROM case_category g JOIN cases c ON c.id = g.case_id WHERE c.arrived_at >= {more.Add(StockholmTime.StartOf(from))} AND c.arrived_at < {more.Add(StockholmTime.StartOf(to))}",
            row => (row.Long(0), now.Of(row.Text(1), row.Text(2))), cancellation)).ToLookup(g => g.Item1, g => g.Item2);
        return [.. cases.Where(c => kinds.Contains(c.Kind)).Select(c => new Complaint(c.UnitId, StockholmTime.DateOf(c.At), [.. codes[c.Id].Distinct()]))];
    }

    private sealed record Complaint(Guid UnitId, DateOnly Day, IReadOnlyList<string> Categories);
}
