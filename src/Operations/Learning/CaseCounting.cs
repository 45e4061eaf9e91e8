using System.Data;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Learning;

/// <summary>
/// Reads what is counted, for the whole organisation or a part of it. Everything in one snapshot: a report does not change while it is
/// made, whatever happens to the cases meanwhile.
/// </summary>
public sealed class CaseCounting(Databases databases, RoutineBook routines)
{
    /// <summary>The cases of these places for each of the spans.</summary>
    /// <param name="places">The units that the cases concern.</param>
    /// <param name="notFor">Cases that are hidden from this person are left out, as they are everywhere for them (R-SEC-03); null is none.</param>
    public async Task<IReadOnlyList<Basis>> ReadAsync(IReadOnlyCollection<Guid> places, IReadOnlyList<Span> spans, Guid? notFor, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        await using var snapshot = await SnapshotAsync(database, cancellation);
        List<Basis> read = [];
        foreach (var span in spans) read.Add(await BasisAsync(database, [.. places], span, notFor, cancellation));
        return read;
    }

    /// <summary>True when some case is hidden from that person.</summary>
    public async Task<bool> HasHiddenAsync(Guid person, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.Hidden.AnyAsync(h => h.PersonId == person, cancellation);
    }

    /// <summary>SQLite reads from where the transaction began by itself; PostgreSQL must be told.</summary>
    private static Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> SnapshotAsync(GavaDatabase database, CancellationToken cancellation) =>
        database.Database.IsSqlite() ? database.Database.BeginTransactionAsync(cancellation) : database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    private async Task<Basis> BasisAsync(GavaDatabase database, HashSet<Guid> places, Span span, Guid? notFor, CancellationToken cancellation)
    {
        var rows = (await RowsAsync(database, span, notFor, cancellation)).Where(r => places.Contains(r.UnitId)).ToList();
        var clocks = (await ClocksAsync(database, span, cancellation)).ToLookup(c => c.CaseId);
        var now = await routines.CategoriesNowAsync(cancellation);
        var categories = (await CategoriesAsync(database, span, now, cancellation)).Distinct().ToLookup(c => c.Id, c => c.Code);
        var known = await RoutinesOfAsync(rows, cancellation);
        var days = await DaysAsync(known.Values, rows, cancellation);
        var cases = rows.ConvertAll(row => Count(row, known[(row.Routine, row.Version)], days[row.Routine], [.. clocks[row.Id]], [.. categories[row.Id]]));
        var complaints = known.Values.SelectMany(r => r.Kinds.Where(k => k.IsComplaint).Select(k => k.Code)).ToHashSet(StringComparer.Ordinal);
        var later = (await ArrivalsAsync(database, span, now, cancellation)).Where(a => places.Contains(a.Arrival.UnitId) && complaints.Contains(a.Kind)).Select(a => a.Arrival).ToList();
        var counted = (await database.CountedViews.Where(v => v.Day >= span.From && v.Day <= span.To).GroupBy(v => v.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation))
            .Where(g => places.Contains(g.Key)).ToDictionary(g => g.Key, g => g.Count);
        return new(span.Start, span.End, cases, later, counted);
    }

    private static CountedCase Count(Row row, Known routine, WorkingDayCount days, IReadOnlyList<CaseClock> clocks, IReadOnlyList<string> categories)
    {
        var ended = row.RepliedAt ?? row.ClosedAt;
        return new()
        {
            Id = row.Id,
            UnitId = row.UnitId,
            Routine = row.Routine,
            Kind = row.Kind,
            Channel = row.Channel,
            IsComplaint = routine.Kinds.Any(k => k.IsComplaint && k.Code == row.Kind),
            ArrivedAt = row.ArrivedAt,
            ClosedAt = row.ClosedAt,
            ReopenedAt = row.ReopenedAt,
            Ending = row.Ending,
            Outcome = row.Outcome,
            HandOvers = row.HandOvers,
            Measures = row.Measures,
            SolvedAtOnce = row.RepliedAt is not null && row.RepliedAt == row.ClosedAt,
            Receipt = Judge(Promise.Receipt),
            Feedback = Judge(Promise.Feedback),
            Answer = Judge(Promise.Answer),
            Days = row.ClosedAt is null ? null : days.Between(StockholmTime.DateOf(row.ArrivedAt), StockholmTime.DateOf(ended!.Value)),
            CouldBeAsked = row.CanBeAsked && row.RepliedAt != row.ClosedAt,
            Survey = row.Survey,
            Categories = categories,
        };

        Punctuality Judge(Promise promise) => row.ClosedAt is { } closed ? Promises.Judge(clocks.Where(c => routine.Promises.GetValueOrDefault(c.Name) == promise), closed) : Punctuality.NoTerm;
    }

    private async Task<Dictionary<(string, int), Known>> RoutinesOfAsync(List<Row> rows, CancellationToken cancellation)
    {
        Dictionary<(string, int), Known> known = [];
        foreach (var (name, version) in rows.Select(r => (r.Routine, r.Version)).Distinct())
        {
            var routine = await routines.VersionAsync(name, version, cancellation);
            known[(name, version)] = new(routine, routine.Kinds, routine.AllClocks.ToDictionary(c => c.Name, Promises.Of));
        }

        return known;
    }

    private async Task<Dictionary<string, WorkingDayCount>> DaysAsync(IEnumerable<Known> known, List<Row> rows, CancellationToken cancellation)
    {
        Dictionary<string, WorkingDayCount> days = [];
        if (rows.Count == 0) return days;
        var first = StockholmTime.DateOf(rows.Min(r => r.ArrivedAt));
        var last = StockholmTime.DateOf(rows.Max(r => r.ClosedAt > r.RepliedAt ? r.ClosedAt.Value : r.RepliedAt ?? r.ClosedAt ?? r.ArrivedAt));
        foreach (var routine in known.Select(k => k.Routine).GroupBy(r => r.Name).Select(g => g.MaxBy(r => r.Version)!))
        {
            days[routine.Name] = new(await routines.CalendarAsync(routine, cancellation), first, last < first ? first : last);
        }

        return days;
    }

    private static async Task<List<Row>> RowsAsync(GavaDatabase database, Span span, Guid? notFor, CancellationToken cancellation)
    {
        await using var sql = await PlainSql.OnAsync(database, cancellation);
        var hidden = notFor is { } who ? $" WHERE NOT EXISTS (SELECT 1 FROM case_hidden h WHERE h.case_id = c.id AND h.person_id = {sql.Add(who)})" : "";
        return await sql.ReadAsync($"SELECT c.id, c.concerned_unit_id, c.routine_name, c.routine_version, c.kind, c.channel, c.arrived_at, c.closed_at, c.replied_at, c.reopened_at, c.ending, "
            + $"c.hand_overs, c.measures, c.can_be_reached, s.clearness, s.simplicity, s.manner, c.outcome FROM ({Picked(sql, span)}) AS p JOIN cases c ON c.id = p.id LEFT JOIN survey s ON s.case_id = c.id{hidden}",
            row => new Row(row.Long(0), row.Id(1), row.Text(2), row.Int(3), row.Text(4), row.Text(5), row.Moment(6), row.MaybeMoment(7), row.MaybeMoment(8), row.MaybeMoment(9),
                row.MaybeText(10) is { } ending ? Enum.Parse<Ending>(ending) : null, row.Int(11), row.Int(12), row.Flag(13),
                row.MaybeInt(14) is { } clearness ? new SurveyAnswer(clearness, row.Int(15), row.Int(16)) : null, row.MaybeText(17) is { } outcome ? Enum.Parse<PointOutcome>(outcome) : null), cancellation);
    }

    private static async Task<List<CaseClock>> ClocksAsync(GavaDatabase database, Span span, CancellationToken cancellation)
    {
        await using var sql = await PlainSql.OnAsync(database, cancellation);
        return await sql.ReadAsync("SELECT k.case_id, k.name, k.due_at, k.stopped_at, k.noticed_at, k.is_gone FROM case_clock k JOIN cases c ON c.id = k.case_id "
            + $"WHERE c.closed_at >= {sql.Add(span.Start)} AND c.closed_at < {sql.Add(span.End)}",
            row => CaseClock.Stopped(row.Long(0), row.Text(1), row.Moment(2), row.MaybeMoment(3), row.MaybeMoment(4), row.Flag(5)), cancellation);
    }

    private static async Task<List<(long Id, string Code)>> CategoriesAsync(GavaDatabase database, Span span, CategoriesNow now, CancellationToken cancellation)
    {
        await using var sql = await PlainSql.OnAsync(database, cancellation);
        return await sql.ReadAsync($"SELECT g.case_id, c.routine_name, g.code FROM ({Picked(sql, span)}) AS p JOIN cases c ON c.id = p.id JOIN case_category g ON g.case_id = p.id ORDER BY g.case_id, g.code",
            row => (row.Long(0), now.Of(row.Text(1), row.Text(2))), cancellation);
    }

    private static async Task<List<(Arrival Arrival, string Kind)>> ArrivalsAsync(GavaDatabase database, Span span, CategoriesNow now, CancellationToken cancellation)
    {
        await using var sql = await PlainSql.OnAsync(database, cancellation);
        return await sql.ReadAsync("SELECT c.id, c.concerned_unit_id, c.arrived_at, c.routine_name, g.code, c.kind FROM cases c JOIN case_category g ON g.case_id = c.id "
            + $"WHERE c.arrived_at >= {sql.Add(span.Start)} AND c.arrived_at < {sql.Add(span.End.AddMonths(Figures.MonthsOfRecurrence))}",
            row => (new Arrival(row.Long(0), row.Id(1), row.Moment(2), now.Of(row.Text(3), row.Text(4))), row.Text(5)), cancellation);
    }

    /// <summary>Arrived, closed or opened again in the span, or open at its end: each an index of its own.</summary>
    private static string Picked(PlainSql sql, Span span)
    {
        var (from, to) = (sql.Add(span.Start), sql.Add(span.End));
        return $"SELECT id FROM cases WHERE arrived_at >= {from} AND arrived_at < {to} UNION SELECT id FROM cases WHERE closed_at >= {from} AND closed_at < {to} "
            + $"UNION SELECT id FROM cases WHERE closed_at IS NULL AND arrived_at < {to} UNION SELECT id FROM cases WHERE closed_at >= {to} AND arrived_at < {to}";
    }

    private sealed record Known(Routine Routine, IReadOnlyList<Kind> Kinds, IReadOnlyDictionary<string, Promise?> Promises);

    private sealed record Row(long Id, Guid UnitId, string Routine, int Version, string Kind, string Channel, DateTime ArrivedAt, DateTime? ClosedAt, DateTime? RepliedAt, DateTime? ReopenedAt,
        Ending? Ending, int HandOvers, int Measures, bool CanBeAsked, SurveyAnswer? Survey, PointOutcome? Outcome);
}
