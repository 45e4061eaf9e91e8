using System.Data.Common;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>docs/decisions/0008: the schema is numbered SQL, so something must hold it to the model.</summary>
public sealed class SchemaTests
{
    private sealed record Column(string Table, string Name, bool IsNullable, bool IsKey);

    // The index for full-text search is no entity, and EF's own tables are EF's.
    private static readonly string[] NotInTheModel = ["case_search", "__EFMigrations", "sqlite_"];

    [Fact]
    public async Task The_tables_that_the_numbered_SQL_makes_are_those_of_the_model()
    {
        await using var floor = await Floor.StartAsync();
        await using var database = floor.Database();

        var made = (await MadeAsync(database)).Order(ByName).ToList();
        var modelled = Modelled(database).Order(ByName).ToList();

        Assert.NotEmpty(modelled);
        Assert.Equal(modelled, made);
    }

    [Fact]
    public async Task The_types_that_the_numbered_SQL_gives_are_those_of_the_model()
    {
        await using var floor = await Floor.StartAsync();
        await using var database = floor.Database();

        var made = (await TypesAsync(database)).ToDictionary();
        foreach (var (column, type) in ModelledTypes(database)) Assert.Equal($"{column} {type}", $"{column} {made[column]}");
    }

    [Fact]
    public async Task A_database_that_is_migrated_twice_is_as_it_was()
    {
        await using var floor = await Floor.StartAsync();
        await floor.Get<Databases>().MigrateAsync();

        Assert.Empty(await floor.Get<Databases>().PendingAsync());
    }

    private static IEnumerable<Column> Modelled(GavaDatabase database) => database.Model.GetEntityTypes()
        .SelectMany(e => e.GetProperties().Select(p => new Column(e.GetTableName()!, p.GetColumnName(), p.IsColumnNullable(), p.IsPrimaryKey())));

    private static IEnumerable<(string Column, string Type)> ModelledTypes(GavaDatabase database) => database.Model.GetEntityTypes()
        .SelectMany(e => e.GetProperties().Select(p => ($"{e.GetTableName()}.{p.GetColumnName()}", Floor.IsSqlite ? Affinity(p.GetColumnType()) : p.GetColumnType())));

    private static async Task<List<Column>> MadeAsync(GavaDatabase database) => Floor.IsSqlite
        ? await ReadAsync(database, """
            SELECT t.name, c.name, c."notnull" = 0, c.pk > 0 FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
            """, row => new Column(row.GetString(0), row.GetString(1), row.GetInt64(2) == 1, row.GetInt64(3) == 1), c => c.Table)
        : await ReadAsync(database, """
            SELECT c.table_name, c.column_name, c.is_nullable = 'YES', EXISTS (
                SELECT 1 FROM information_schema.table_constraints k JOIN information_schema.key_column_usage u USING (constraint_schema, constraint_name)
                WHERE k.constraint_type = 'PRIMARY KEY' AND u.table_schema = c.table_schema AND u.table_name = c.table_name AND u.column_name = c.column_name)
            FROM information_schema.columns c WHERE c.table_schema = 'public'
            """, row => new Column(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3)), c => c.Table);

    private static async Task<List<KeyValuePair<string, string>>> TypesAsync(GavaDatabase database) => await ReadAsync(database, Floor.IsSqlite
        ? "SELECT t.name || '.' || c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"
        : "SELECT table_name || '.' || column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'",
        row => new KeyValuePair<string, string>(row.GetString(0), Floor.IsSqlite ? Affinity(row.GetString(1)) : row.GetString(1)), c => c.Key);

    /// <summary>What SQLite makes of a type's name (its documentation, "Datatypes", 3.1); a date is text there.</summary>
    private static string Affinity(string type) => type.ToUpperInvariant() switch
    {
        "DATE" => "text",
        var name when name.Contains("INT", StringComparison.Ordinal) => "integer",
        var name => name.ToLowerInvariant(),
    };

    private static async Task<List<T>> ReadAsync<T>(GavaDatabase database, string sql, Func<DbDataReader, T> read, Func<T, string> table)
    {
        await database.Database.OpenConnectionAsync();
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return [.. rows.Where(r => !NotInTheModel.Any(n => table(r).StartsWith(n, StringComparison.Ordinal)))];
    }

    private static Comparer<Column> ByName { get; } = Comparer<Column>.Create((a, b) => string.CompareOrdinal($"{a.Table}.{a.Name}", $"{b.Table}.{b.Name}"));
}
