using System.Data.Common;
using System.Globalization;
using System.Text;
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

    public CaseOrder Order { get; init; } = CaseOrder.Due;

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
    public async Task<int> CountAsync(Viewer viewer, CaseQuestion question, int atMost = 1000, CancellationToken cancellation = default)
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
        if (database.Keys.Length == 0 && !database.SeesAll) return [];
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

    /// <summary>One ordered walk for each key, merged: the same case under two keys is one row.</summary>
    private async Task<bool> WriteAsync(Query sql, Guid[] keys, CaseQuestion question, CancellationToken cancellation)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var most = Math.Min(question.Skip, DeepestSkip) + question.Take + 1;
        var (column, direction) = question.Order switch
        {
            CaseOrder.Received => ("a.arrived_at", "DESC"),
            CaseOrder.Reference => ("a.case_id", "DESC"),
            _ => ("a.urgent_at", question.Status == "closed" ? "DESC" : "ASC"),
        };
        var filter = Filter(sql, question, organisation);
        if (filter is null) return false;
        var walks = keys.Select(key => $"SELECT * FROM (SELECT a.case_id, {column} AS sort FROM case_access a {filter.Joins} WHERE a.key = {sql.Add(key)}"
            + $"{filter.Where} ORDER BY {column} {direction}, a.case_id {direction} LIMIT {most}) AS w{sql.Next()}");
        sql.Text = $"SELECT case_id, sort FROM ({string.Join(" UNION ", walks)}) AS walks ORDER BY sort {direction}, case_id {direction} "
            + string.Create(CultureInfo.InvariantCulture, $"LIMIT {question.Take + 1} OFFSET {Math.Min(question.Skip, DeepestSkip)}");
        return true;
    }

    private static Conditions? Filter(Query sql, CaseQuestion question, Organisation organisation)
    {
        var where = new StringBuilder();
        var joins = "";
        if (question.Status is "open" or "closed") where.Append(CultureInfo.InvariantCulture, $" AND a.is_open = {sql.Add(question.Status == "open")}");
        else if (question.Status is { Length: > 0 } name)
        {
            if (StatusMoves.Parse(name) is not { } named) return null;
            joins = "cases";
            where.Append(CultureInfo.InvariantCulture, $" AND a.is_open = {sql.Add(named != CaseStatus.Closed)} AND c.status = {sql.Add(named.ToString())}");
        }

        if (question.UnitSlug is { Length: > 0 } slug)
        {
            if (organisation.Unit(slug) is not { } unit) return null;
            joins = "cases";
            where.Append(CultureInfo.InvariantCulture, $" AND c.unit_id IN ({string.Join(", ", organisation.Below(unit.Id).Select(u => sql.Add(u.Id)))})");
        }

        if (question.Kind is { Length: > 0 } kind)
        {
            joins = "cases";
            where.Append(CultureInfo.InvariantCulture, $" AND c.kind = {sql.Add(kind)}");
        }

        if (question.ResponsibleId is { } responsible)
        {
            joins = "cases";
            where.Append(CultureInfo.InvariantCulture, $" AND c.responsible_id = {sql.Add(responsible)}");
        }

        if (question.ReceivedFrom is { } from) where.Append(CultureInfo.InvariantCulture, $" AND a.arrived_at >= {sql.Add(StockholmTime.StartOf(from))}");
        if (question.ReceivedTo is { } to) where.Append(CultureInfo.InvariantCulture, $" AND a.arrived_at < {sql.Add(StockholmTime.EndOf(to))}");
        if (question.DueBefore is { } before) where.Append(CultureInfo.InvariantCulture, $" AND a.urgent_at <= {sql.Add(StockholmTime.StartOf(before))}");
        if (question.Words is { Length: > 0 } words && !FilterWords(sql, words, where)) return null;
        return new(joins.Length == 0 ? "" : "JOIN cases c ON c.id = a.case_id", where.ToString());
    }

    private static bool FilterWords(Query sql, string words, StringBuilder where)
    {
        if (CaseReference.TryParse(words, out var reference))
        {
            where.Append(CultureInfo.InvariantCulture, $" AND a.case_id = {sql.Add(reference.Number)}");
            return true;
        }

        var query = SearchIndex.QueryFor(words, sql.IsSqlite);
        if (query.Length == 0) return false;
        where.Append(sql.IsSqlite
            ? $" AND a.case_id IN (SELECT rowid FROM case_search WHERE case_search MATCH {sql.Add(query)})"
            : $" AND a.case_id IN (SELECT case_id FROM case_search WHERE words @@ CAST({sql.Add(query)} AS tsquery))");
        return true;
    }

    private sealed record Conditions(string Joins, string Where);

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
