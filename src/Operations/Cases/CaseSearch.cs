using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

public enum CaseOrder { Due, Received, Reference }

/// <summary>What somebody asks of the list.</summary>
public sealed record CaseQuestion
{
    /// <summary>A reference, a number of a diary, or words to find in the register's text.</summary>
    public string? Words { get; init; }

    /// <summary>A unit, with all below it.</summary>
    public string? UnitSlug { get; init; }

    /// <summary>open, closed, a status' name, or null for all.</summary>
    public string? Status { get; init; }

    public string? Kind { get; init; }

    /// <summary>A category's code, of any tree.</summary>
    public string? Category { get; init; }

    public DateOnly? ReceivedFrom { get; init; }

    public DateOnly? ReceivedTo { get; init; }

    public DateOnly? DueBefore { get; init; }

    /// <summary>Only what this person answers for, or is offered.</summary>
    public Guid? ResponsibleId { get; init; }

    /// <summary>Null is what people expect: the newest first when they search for words, else the most urgent.</summary>
    public CaseOrder? Order { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>A row of a list: what the register may show at a glance. Of the clocks, those that run.</summary>
public sealed record CaseRow(long Id, CaseReference Reference, string Kind, string RoutineName, int RoutineVersion, CaseStatus Status,
    string Text, DateTime ArrivedAt, DateTime UrgentAt, Guid UnitId, Guid? ResponsibleId, IReadOnlyList<CaseClock> Clocks)
{
    public CaseClock? NextClock => Clocks.MinBy(c => c.UrgentAt);
}

/// <param name="HasMore">True when more follow after these.</param>
public sealed record CaseRows(IReadOnlyList<CaseRow> Rows, bool HasMore);

/// <summary>
/// Lists and searches cases as a viewer sees them. The gate's table is the index too: each key of the viewer is one walk
/// along an index that is already in order, so that a list costs the same among a thousand cases and a million.
/// </summary>
public sealed class CaseSearch(Databases databases, OrganisationBook organisations, RoutineBook routines)
{
    private const int DeepestSkip = 100_000;

    public async Task<CaseRows> FindAsync(Viewer viewer, CaseQuestion question, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        var numbers = await NumbersAsync(database, question, cancellation);
        var page = numbers.Take(question.Take).ToList();
        var rows = await RowsAsync(database, page, cancellation);
        return new(rows, numbers.Count > question.Take);
    }

    /// <summary>How many there are, counted no further than <paramref name="atMost"/>.</summary>
    public async Task<int> CountAsync(Viewer viewer, CaseQuestion question, int atMost = 500, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        return (int)(await NumbersAsync(database, question with { Skip = 0, Take = atMost }, cancellation, onlyCount: true))[0];
    }

    /// <summary>The cases that wait for this viewer to take over, the most urgent first.</summary>
    public async Task<IReadOnlyList<CaseRow>> OfferedToAsync(Viewer viewer, int atMost, CancellationToken cancellation = default)
    {
        var places = await PlacesOfAsync(viewer, cancellation);
        await using var database = databases.For(viewer);
        // The same as Case.MayAccept, where an index can answer.
        var offered = await database.Cases.Where(c => c.Status == CaseStatus.Offered)
            .Where(c => EF.Property<Guid?>(c, "offeredPersonId") == viewer.Id
                || (EF.Property<Guid?>(c, "offeredPersonId") == null && EF.Property<Guid?>(c, "offeredBy") != viewer.Id && places.Contains(EF.Property<Guid?>(c, "offeredUnitId")!.Value)))
            .OrderBy(c => c.UrgentAt).Take(atMost).Select(c => c.Id).ToListAsync(cancellation);
        return await RowsAsync(database, offered, cancellation);
    }

    /// <summary>The cases that nobody has taken yet at the places that the viewer accepts for, the most urgent first.</summary>
    public async Task<IReadOnlyList<CaseRow>> WaitingForAsync(Viewer viewer, int atMost, CancellationToken cancellation = default)
    {
        var places = await PlacesOfAsync(viewer, cancellation);
        if (places.Count == 0) return [];
        await using var database = databases.For(viewer);
        var waiting = await database.Cases.Where(c => c.Status == CaseStatus.Received && places.Contains(c.UnitId))
            .OrderBy(c => c.UrgentAt).Take(atMost).Select(c => c.Id).ToListAsync(cancellation);
        return await RowsAsync(database, waiting, cancellation);
    }

    private async Task<List<Guid>> PlacesOfAsync(Viewer viewer, CancellationToken cancellation) =>
        [.. (await organisations.NowAsync(cancellation)).PlacesForCases().Where(u => viewer.AcceptsFor(u.Id)).Select(u => u.Id)];

    /// <summary>
    /// The rows of those numbers, in their order, with the clocks that run. The numbers have passed the gate already, in this
    /// same context; it is not asked twice for each row. Read without EF: fifty rows cost it more than the whole walk.
    /// </summary>
    internal static async Task<IReadOnlyList<CaseRow>> RowsAsync(GavaDatabase database, List<long> numbers, CancellationToken cancellation)
    {
        if (numbers.Count == 0) return [];
        await using var sql = await PlainSql.OnAsync(database, cancellation);
        var among = string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        var clocks = (await sql.ReadAsync("SELECT case_id, name, started_at, due_at, is_moment, warn_at, noticed_at, promised_at FROM case_clock "
            + $"WHERE paused_at IS NULL AND case_id IN ({among}) AND stopped_at IS NULL AND NOT is_gone", row => CaseClock.Running(row.Long(0), row.Text(1),
                row.Moment(2), row.Moment(3), row.Flag(4), row.Moment(5), row.MaybeMoment(6), row.MaybeMoment(7)),
            cancellation)).ToLookup(c => c.CaseId);
        var cases = (await sql.ReadAsync("SELECT id, kind, routine_name, routine_version, status, substr(text, 1, 300), arrived_at, registered_at, "
            + $"urgent_at, unit_id, responsible_id FROM cases WHERE id IN ({among})", row => new CaseRow(row.Long(0),
                new(StockholmTime.DateOf(row.Moment(7)).Year, row.Long(0)), row.Text(1), row.Text(2), row.Int(3),
                Enum.Parse<CaseStatus>(row.Text(4)), row.Text(5), row.Moment(6), row.Moment(8), row.Id(9), row.MaybeId(10), [.. clocks[row.Long(0)]]),
            cancellation)).ToDictionary(c => c.Id);
        return [.. numbers.Where(cases.ContainsKey).Select(n => cases[n])];
    }

    /// <param name="onlyCount">The answer is one number: how many there are.</param>
    private async Task<List<long>> NumbersAsync(GavaDatabase database, CaseQuestion question, CancellationToken cancellation, bool onlyCount = false)
    {
        List<long> none = onlyCount ? [0] : [];
        if (database.Keys.Length == 0) return none;
        await using var plain = await PlainSql.OnAsync(database, cancellation);
        var sql = new Query(plain);
        if (!await WriteAsync(sql, database.Keys, database.Who, question, cancellation)) return none;
        return await plain.ReadAsync(onlyCount ? $"SELECT COUNT(*) FROM ({sql.Text}) AS found" : sql.Text, row => row.Long(0), cancellation);
    }

    private async Task<bool> WriteAsync(Query sql, Guid[] keys, Guid who, CaseQuestion question, CancellationToken cancellation)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var categories = await routines.CategoriesNowAsync(cancellation);
        if (question.Words is not { Length: > 0 } words || CaseReference.TryParse(words, out _) || DiaryNumber.TryParse(words, out _)) return WriteWalks(sql, keys, who, question, organisation, categories);
        return WriteWords(sql, keys, who, words, question, organisation, categories);
    }

    /// <summary>One ordered walk for each key along the gate's own index, merged: the same case under two keys is one row.</summary>
    private static bool WriteWalks(Query sql, Guid[] keys, Guid who, CaseQuestion question, Organisation organisation, CategoriesNow categories)
    {
        // Whoever answers for a case carries its key: what is one's own lies along that key alone.
        if (question.ResponsibleId is { } own && keys.Contains(own)) keys = [own];
        var (column, direction) = question.Order switch
        {
            CaseOrder.Received => ("a.arrived_at", "DESC"),
            CaseOrder.Reference => ("a.case_id", "DESC"),
            _ => ("a.urgent_at", question.Status == "closed" ? "DESC" : "ASC"),
        };
        List<string> where = [];
        if (question.Words is not null && CaseReference.TryParse(question.Words, out var reference)) where.Add($"a.case_id = {sql.Add(reference.Number)}");
        // A number in a diary leads to its case, also one that the case has left.
        else if (DiaryNumber.TryParse(question.Words, out var number))
        {
            if (number.Series.Contains('\0', StringComparison.Ordinal)) return false;
            where.Add($"a.case_id IN (SELECT d.case_id FROM diary_entry d WHERE UPPER(d.series) = {sql.Add(number.Series.ToUpperInvariant())} AND d.year = {sql.Add(number.Year)} AND d.number = {sql.Add(number.Number)})");
        }

        if (question.Status is "open" or "closed") where.Add($"a.is_open = {sql.Add(question.Status == "open")}");
        where.Add(NotHidden(sql, "a.case_id", who));
        if (Filter(sql, where, question, organisation, categories, "a") is not { } needsCase) return false;
        var join = needsCase ? "JOIN cases c ON c.id = a.case_id" : "";
        var conditions = string.Concat(where.Select(one => $" AND {one}"));
        var most = Skip(question) + question.Take + 1;
        // What is open comes before what is closed: by urgency each key is walked twice, the open first.
        string[] parts = question.Status is null && column == "a.urgent_at" ? [$" AND a.is_open = {sql.Add(true)}", $" AND a.is_open = {sql.Add(false)}"] : [""];
        var walks = keys.SelectMany(key => parts.Select((part, i) => string.Create(CultureInfo.InvariantCulture,
            $"SELECT * FROM (SELECT a.case_id, {i} AS part, {column} AS sort FROM case_access a {join} WHERE a.key = {sql.Add(key)}{part}{conditions} "
            + $"ORDER BY {column} {direction}, a.case_id {direction} LIMIT {most}) AS w{sql.Next()}")));
        sql.Text = $"SELECT case_id FROM ({string.Join(" UNION ", walks)}) AS walks ORDER BY part, sort {direction}, case_id {direction} {Page(question)}";
        return true;
    }

    /// <summary>
    /// The word index holds the keys too and walks from the newest, so that a common word costs no more than a rare one. The
    /// gate's table has the last word on what is seen.
    /// </summary>
    private static bool WriteWords(Query sql, Guid[] keys, Guid who, string words, CaseQuestion question, Organisation organisation, CategoriesNow categories)
    {
        var query = SearchIndex.QueryFor(words, keys, sql.IsSqlite);
        if (query.Length == 0) return false;
        var id = sql.IsSqlite ? "s.rowid" : "s.case_id";
        var order = question.Order switch
        {
            CaseOrder.Received => "c.arrived_at DESC, ",
            CaseOrder.Due => "c.urgent_at ASC, ",
            _ => "",
        };
        List<string> where = [sql.IsSqlite ? $"case_search MATCH {sql.Add(query)}" : $"s.words @@ CAST({sql.Add(query)} AS tsquery)"];
        where.Add($"EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = {id} AND a.key IN ({string.Join(", ", keys.Select(k => sql.Add(k)))}))");
        where.Add(NotHidden(sql, id, who));
        if (question.Status is "open" or "closed") where.Add($"c.status {(question.Status == "open" ? "<>" : "=")} {sql.Add(nameof(CaseStatus.Closed))}");
        if (Filter(sql, where, question, organisation, categories, "c") is null) return false;
        sql.Text = $"SELECT {id} FROM case_search s JOIN cases c ON c.id = {id} WHERE {string.Join(" AND ", where)} ORDER BY {order}{id} DESC {Page(question)}";
        return true;
    }

    /// <summary>The one whom a case is about sees it nowhere, whatever keys they carry (R-SEC-03).</summary>
    private static string NotHidden(Query sql, string caseId, Guid who) =>
        $"NOT EXISTS (SELECT 1 FROM case_hidden h WHERE h.person_id = {sql.Add(who)} AND h.case_id = {caseId})";

    private static int Skip(CaseQuestion question) => Math.Min(question.Skip, DeepestSkip);

    private static string Page(CaseQuestion question) =>
        string.Create(CultureInfo.InvariantCulture, $"LIMIT {question.Take + 1} OFFSET {Skip(question)}");

    /// <summary>
    /// The rest of what was asked, the same for both: <paramref name="row"/> is the table whose times are compared. True when
    /// the case's own row is needed, null when nothing can match.
    /// </summary>
    private static bool? Filter(Query sql, List<string> where, CaseQuestion question, Organisation organisation, CategoriesNow categories, string row)
    {
        var needsCase = false;
        if (question.Status is { Length: > 0 } name and not ("open" or "closed"))
        {
            if (StatusMoves.Parse(name) is not { } status) return null;
            needsCase = true;
            if (row == "a") where.Add($"a.is_open = {sql.Add(status != CaseStatus.Closed)}");
            where.Add($"c.status = {sql.Add(status.ToString())}");
        }

        if (question.UnitSlug is { Length: > 0 } slug)
        {
            if (organisation.Unit(slug) is not { } unit) return null;
            needsCase = true;
            where.Add($"c.unit_id IN ({string.Join(", ", organisation.Below(unit.Id).Select(u => sql.Add(u.Id)))})");
        }

        if (question.Category is { Length: > 0 } category)
        {
            if (category.Contains('\0', StringComparison.Ordinal)) return null;
            var former = categories.Former(category).Select(f => $" OR (g.code = {sql.Add(f.Code)} AND EXISTS (SELECT 1 FROM cases k WHERE k.id = g.case_id AND k.routine_name = {sql.Add(f.Routine)}))");
            var gone = categories.TakenOverIn(category).Select(routine => $" AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.id = g.case_id AND k.routine_name = {sql.Add(routine)})");
            where.Add($"EXISTS (SELECT 1 FROM case_category g WHERE g.case_id = {(row == "a" ? "a.case_id" : "c.id")} AND ((g.code = {sql.Add(category)}{string.Concat(gone)}){string.Concat(former)}))");
        }

        if (question.Kind is { Length: > 0 } kind)
        {
            // PostgreSQL takes no text with a null character, and no kind has one.
            if (kind.Contains('\0', StringComparison.Ordinal)) return null;
            needsCase = true;
            where.Add($"c.kind = {sql.Add(kind)}");
        }

        if (question.ResponsibleId is { } responsible)
        {
            needsCase = true;
            where.Add($"c.responsible_id = {sql.Add(responsible)}");
        }

        if (question.ReceivedFrom is { } from) where.Add($"{row}.arrived_at >= {sql.Add(StockholmTime.StartOf(from))}");
        if (question.ReceivedTo is { } to) where.Add($"{row}.arrived_at < {sql.Add(StockholmTime.EndOf(to))}");
        if (question.DueBefore is { } before) where.Add($"{row}.urgent_at <= {sql.Add(StockholmTime.StartOf(before))}");
        return needsCase;
    }

    private sealed class Query(PlainSql plain)
    {
        private int walks;

        public bool IsSqlite => plain.IsSqlite;

        public int Next() => ++walks;

        public string Text { get; set; } = "";

        /// <summary>Binds a value; never text in the statement.</summary>
        public string Add(object value) => plain.Add(value);
    }
}
