using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gava.Web.Tests.Testing.SelfTests;

public sealed class DatabaseUnderTestTests
{
    [Fact]
    public async Task Each_test_has_a_database_of_its_own()
    {
        await using var one = await DatabaseUnderTest.New();
        await using var other = await DatabaseUnderTest.New();

        await Ask(one, "CREATE TABLE only_here (text text)");
        await Ask(other, "CREATE TABLE only_here (text text)");

        Assert.NotEqual(one.ConnectionString, other.ConnectionString);
    }

    [Fact]
    public async Task The_kind_is_the_one_that_the_run_is_about()
    {
        await using var database = await DatabaseUnderTest.NewEmpty();

        var version = await Ask(database, DatabaseUnderTest.Kind == DatabaseKind.Postgres ? "SELECT version()" : "SELECT sqlite_version()");

        Assert.StartsWith(DatabaseUnderTest.Kind == DatabaseKind.Postgres ? "PostgreSQL" : "3.", version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_gone_after_its_test()
    {
        var database = await DatabaseUnderTest.NewEmpty();
        await Ask(database, "CREATE TABLE gone (text text)");

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => Ask(database, "SELECT text FROM gone"));
    }

    private static async Task<string?> Ask(DatabaseUnderTest database, string sql)
    {
        await using DbConnection connection = DatabaseUnderTest.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }
}
