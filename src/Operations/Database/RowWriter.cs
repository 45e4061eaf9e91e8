using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gava.Operations.Database;

/// <summary>
/// Inserts new rows without change tracking, by statements made once from EF's own model and kept prepared on the gate's
/// connection. Registering writes some twenty rows: this is what lets a thousand citizens a second be heard
/// (docs/decisions/0011-rows-without-tracking.md). The mapping is still written in one place, <see cref="GavaDatabase"/>.
/// </summary>
internal sealed class RowWriter(DbConnection connection) : IDisposable
{
    private static readonly ConcurrentDictionary<(Type Row, bool IsSqlite), Shape> Shapes = new();
    private readonly Dictionary<Type, SqliteCommand> prepared = [];

    /// <summary>Writes the rows in the order given, inside the transaction.</summary>
    public async Task WriteAsync(IReadOnlyList<object> rows, IModel model, DbTransaction transaction)
    {
        if (rows.Count == 0) return;
        if (connection is NpgsqlConnection postgres) await WriteTogetherAsync(rows, model, postgres, (NpgsqlTransaction)transaction);
        else WriteOneByOne(rows, model, (SqliteTransaction)transaction);
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        prepared.Clear();
    }

    // SQLite is in this process: a prepared statement costs microseconds, a round trip nothing.
    private void WriteOneByOne(IReadOnlyList<object> rows, IModel model, SqliteTransaction transaction)
    {
        foreach (var row in rows)
        {
            var shape = ShapeOf(row.GetType(), model, isSqlite: true);
            var command = Prepared(row.GetType(), shape);
            command.Transaction = transaction;
            for (var i = 0; i < shape.Columns.Count; i++) command.Parameters[i].Value = shape.Columns[i].ValueOf(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    // PostgreSQL is elsewhere: all rows go in one round trip.
    private static async Task WriteTogetherAsync(IReadOnlyList<object> rows, IModel model, NpgsqlConnection postgres, NpgsqlTransaction transaction)
    {
        await using var batch = new NpgsqlBatch(postgres, transaction);
        foreach (var row in rows)
        {
            var shape = ShapeOf(row.GetType(), model, isSqlite: false);
            var command = new NpgsqlBatchCommand(shape.Insert);
            foreach (var column in shape.Columns) command.Parameters.Add(new NpgsqlParameter { Value = column.ValueOf(row) ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private SqliteCommand Prepared(Type row, Shape shape)
    {
        if (prepared.TryGetValue(row, out var command)) return command;
        command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = shape.Insert;
        for (var i = 0; i < shape.Columns.Count; i++) command.Parameters.AddWithValue($"${i + 1}", DBNull.Value);
        return prepared[row] = command;
    }

    private static Shape ShapeOf(Type row, IModel model, bool isSqlite) => Shapes.GetOrAdd((row, isSqlite), _ =>
    {
        if (row == typeof(SearchRow)) return SearchRow.ShapeFor(isSqlite);
        var entity = model.FindEntityType(row) ?? throw new ArgumentException($"{row.Name} is no row of the database.", nameof(row));
        List<Column> columns = [.. entity.GetProperties().Select(p => new Column(p.GetColumnName(), Reader(p)))];
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        return new Shape($"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})", columns);
    });

    /// <summary>How a property becomes what the database holds: its getter, and its converter if it has one.</summary>
    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        return convert is null ? getter.GetClrValue : row => getter.GetClrValue(row) is { } value ? convert(value) : null;
    }

    internal sealed record Column(string Name, Func<object, object?> ValueOf);

    internal sealed record Shape(string Insert, IReadOnlyList<Column> Columns);
}

/// <summary>A case's stemmed words and the keys it hangs on, for the search index of either database.</summary>
/// <param name="Words">Stems with spaces between.</param>
/// <param name="Keys">Keys as search words, with spaces between.</param>
internal sealed record SearchRow(long CaseId, string Words, string Keys)
{
    public static string KeyWord(Guid key) => $"k{key:n}";

    public static RowWriter.Shape ShapeFor(bool isSqlite)
    {
        RowWriter.Column id = new("case_id", row => ((SearchRow)row).CaseId);
        if (isSqlite)
        {
            return new("INSERT INTO case_search (rowid, words, keys) VALUES ($1, $2, $3)",
                [id, new("words", row => ((SearchRow)row).Words), new("keys", row => ((SearchRow)row).Keys)]);
        }

        return new("INSERT INTO case_search (case_id, words) VALUES ($1, array_to_tsvector($2)) ON CONFLICT (case_id) DO UPDATE SET words = EXCLUDED.words",
            [id, new("words", row => ((SearchRow)row).Lexemes)]);
    }

    /// <summary>What PostgreSQL indexes: stems as they are, keys with a mark that no stem has.</summary>
    private string[] Lexemes => [.. Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(Keys.Split(' ').Select(k => $"#{k}")).Distinct()];
}
