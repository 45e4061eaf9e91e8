using Npgsql;

namespace Gava.Web.Tests.Testing.SelfTests;

[Trait("Category", "Postgres")]
[Trait("Database", "None")]
public sealed class PostgresClusterTests
{
    [Fact]
    public async Task A_new_database_is_empty_speaks_Swedish_and_is_owned_by_an_ordinary_role()
    {
        var cluster = await PostgresCluster.Shared();
        await using var database = NpgsqlDataSource.Create(await cluster.NewDatabase());

        Assert.Equal(1, await Ask<int>(database, "SELECT 1"));
        Assert.Equal(0L, await Ask<long>(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        Assert.Equal("UTF8", await Ask<string>(database, "SHOW server_encoding"));
        Assert.Equal("Ale Zorn Åre Älmhult Örebro", await Ask<string>(database,
            """SELECT string_agg(o, ' ' ORDER BY o COLLATE "sv-SE-x-icu") FROM unnest(ARRAY['Örebro','Zorn','Åre','Ale','Älmhult']) o"""));
        Assert.Equal("off", await Ask<string>(database, "SELECT current_setting('is_superuser')"));
    }

    [Fact]
    public async Task A_copy_holds_what_the_template_held_and_goes_its_own_way()
    {
        var cluster = await PostgresCluster.Shared();
        var template = await cluster.NewDatabase();
        await Tell(template, "CREATE TABLE note (text text); INSERT INTO note VALUES ('så här var det')");

        var copy = await cluster.CreateFromTemplate(template);
        var other = await cluster.CreateFromTemplate(template);
        await Tell(copy, "UPDATE note SET text = 'ändrat'");

        await using var untouched = NpgsqlDataSource.Create(other);
        Assert.Equal("så här var det", await Ask<string>(untouched, "SELECT text FROM note"));
    }

    [Fact]
    public async Task A_server_is_gone_with_its_folder_when_its_input_closes()
    {
        var cluster = await PostgresCluster.Start();
        var database = await cluster.NewDatabase();

        await cluster.DisposeAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Tell(database, "SELECT 1"));
    }

    private static async Task Tell(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<T> Ask<T>(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
