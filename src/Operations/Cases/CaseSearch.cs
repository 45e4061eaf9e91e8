using System.Data.Common;
using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gava.Operations.Cases;

public enum CaseOrder { Due, Received, Reference }

/// <summary>What somebody asks of the list.</summary>
public sealed record CaseQuestion
{
    /// <summary>A reference, or words to find in the register's text.</summary>
    public string? Words { get; init; }

    /// <summary>A unit, with all below it.</summary>
    public string? UnitSlug { get; init; }

    /// <summary>open, closed, a status' name, or null for all.</summary>
    public string? Status { get; init; }

    public string? Kind { get; init; }

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

/// <summary>A row of a list: what the register may show at a glance.</summary>
public sealed record CaseRow(long Id, CaseReference Reference, string Kind, string RoutineName, int RoutineVersion, CaseStatus Status,
    string Text, DateTime ArrivedAt, DateTime UrgentAt, Guid UnitId, Guid? ResponsibleId, IReadOnlyList<CaseClock> Clocks)
{
    public CaseClock? NextClock => Clocks.Where(c => c.Runs).MinBy(c => c.UrgentAt);
}

/// <param name="HasMore">True when more follow after these.</param>
public sealed record CaseRows(IReadOnlyList<CaseRow> Rows, bool HasMore);

/// <summary>
/// Lists and searches cases as a viewer sees them. The gate's table is the index too: each key of the viewer is one walk
/// along an index that is already in order, so that a list costs the same among a thousand cases and a million.
/// </summary>
public sealed class CaseSearch(Databases databases, OrganisationBook organisations)
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
        return (await NumbersAsync(database, question with { Skip = 0, Take = atMost }, cancellation)).Count;
    }

    /// <summary>Which of these offered cases the viewer may take over.</summary>
    public async Task<IReadOnlySet<long>> AcceptableAsync(Viewer viewer, IReadOnlyList<long> numbers, CancellationToken cancellation = default)
    {
        if (numbers.Count == 0) return new HashSet<long>();
        await using var database = databases.For(viewer);
        var offered = await database.Cases.Where(c => numbers.Contains(c.Id)).ToListAsync(cancellation);
        return offered.Where(c => c.MayAccept(viewer)).Select(c => c.Id).ToHashSet();
    }

    /// <summary>The rows of those numbers that the viewer sees, in the order of the numbers.</summary>
    private static async Task<IReadOnlyList<CaseRow>> RowsAsync(GavaDatabase database, List<long> numbers, CancellationToken cancellation)
    {
        if (numbers.Count == 0) return [];
        // The numbers have passed the gate already, in this same context; it is not asked twice for each row and clock.
        var cases = await database.Cases.IgnoreQueryFilters().Where(c => numbers.Contains(c.Id))
            .Select(c => new { c.Id, c.Kind, c.RoutineName, c.RoutineVersion, c.Status, Text = c.Text.Substring(0, 300), c.ArrivedAt, c.RegisteredAt, c.UrgentAt, c.UnitId, c.ResponsibleId })
            .ToDictionaryAsync(c => c.Id, cancellation);
        var clocks = (await database.Clocks.IgnoreQueryFilters().Where(c => numbers.Contains(c.CaseId)).ToListAsync(cancellation)).ToLookup(c => c.CaseId);
        return [.. numbers.Where(cases.ContainsKey).Select(n => cases[n]).Select(c => new CaseRow(c.Id,
            new(StockholmTime.DateOf(c.RegisteredAt).Year, c.Id), c.Kind, c.RoutineName, c.RoutineVersion, c.Status, c.Text,
            c.ArrivedAt, c.UrgentAt, c.UnitId, c.ResponsibleId, [.. clocks[c.Id]]))];
    }

    private async Task<List<long>> NumbersAsync(GavaDatabase database, CaseQuestion question, CancellationToken cancellation)
    {
        if (database.Keys.Length == 0) return [];
        var connection = database.Database.GetDbConnection();
        await database.Database.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        var sql = new Query(command, connection is not NpgsqlConnection);
        if (!await WriteAsync(sql, database.Keys, question, cancellation)) return [];
        command.CommandText = sql.Text;
        List<long> numbers = [];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private async Task<bool> WriteAsync(Query sql, Guid[] keys, CaseQuestion question, CancellationToken cancellation)
    {
        var organisation = await organisations.NowAsync(cancellation);
        if (question.Words is not { Length: > 0 } words || CaseReference.TryParse(words, out _)) return WriteWalks(sql, keys, question, organisation);
        return WriteWords(sql, keys, words, question, organisation);
    }

    /// <summary>One ordered walk for each key along the gate's own index, merged: the same case under two keys is one row.</summary>
    private static bool WriteWalks(Query sql, Guid[] keys, CaseQuestion question, Organisation organisation)
    {
        var (column, direction) = question.Order switch
        {
            CaseOrder.Received => ("a.arrived_at", "DESC"),
            CaseOrder.Reference => ("a.case_id", "DESC"),
            _ => ("a.urgent_at", question.Status == "closed" ? "DESC" : "ASC"),
        };
        List<string> where = [];
        if (question.Words is not null && CaseReference.TryParse(question.Words, out var reference)) where.Add($"a.case_id = {sql.Add(reference.Number)}");
        if (question.Status is "open" or "closed") where.Add($"a.is_open = {sql.Add(question.Status == "open")}");
        if (Filter(sql, where, question, organisation, "a") is not { } needsCase) return false;
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
    private static bool WriteWords(Query sql, Guid[] keys, string words, CaseQuestion question, Organisation organisation)
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
        if (question.Status is "open" or "closed") where.Add($"c.status {(question.Status == "open" ? "<>" : "=")} {sql.Add(nameof(CaseStatus.Closed))}");
        if (Filter(sql, where, question, organisation, "c") is null) return false;
        sql.Text = $"SELECT {id} FROM case_search s JOIN cases c ON c.id = {id} WHERE {string.Join(" AND ", where)} ORDER BY {order}{id} DESC {Page(question)}";
        return true;
    }

    private static int Skip(CaseQuestion question) => Math.Min(question.Skip, DeepestSkip);

    private static string Page(CaseQuestion question) =>
        string.Create(CultureInfo.InvariantCulture, $"LIMIT {question.Take + 1} OFFSET {Skip(question)}");

    /// <summary>
    /// The rest of what was asked, the same for both: <paramref name="row"/> is the table whose times are compared. True when
    /// the case's own row is needed, null when nothing can match.
    /// </summary>
    private static bool? Filter(Query sql, List<string> where, CaseQuestion question, Organisation organisation, string row)
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

    private sealed class Query(DbCommand command, bool isSqlite)
    {
        private int walks;

        public bool IsSqlite { get; } = isSqlite;

        public int Next() => ++walks;

        public string Text { get; set; } = "";

        /// <summary>Binds a value; never text in the statement.</summary>
        public string Add(object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{command.Parameters.Count}";
            parameter.Value = IsSqlite && value is Guid id ? id.ToByteArray(bigEndian: true) : value;
            command.Parameters.Add(parameter);
            return parameter.ParameterName;
        }
    }
}
