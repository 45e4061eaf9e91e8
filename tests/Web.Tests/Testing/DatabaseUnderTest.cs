using Microsoft.Data.Sqlite;

namespace Gava.Web.Tests.Testing;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>A database for one test, of the kind that this run of the suite is about, gone when the test is.</summary>
public sealed class DatabaseUnderTest : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private static Func<string, Task>? _migrate;

    private DatabaseUnderTest(string connectionString) => ConnectionString = connectionString;

    /// <summary>GAVA_TEST_DATABASE: sqlite, which is the default, or postgres.</summary>
    public static DatabaseKind Kind { get; } = Environment.GetEnvironmentVariable("GAVA_TEST_DATABASE") switch
    {
        null or "" or "sqlite" => DatabaseKind.Sqlite,
        "postgres" => DatabaseKind.Postgres,
        var other => throw new InvalidOperationException($"GAVA_TEST_DATABASE is sqlite or postgres, not {other}."),
    };

    /// <summary>As <c>Gava__Database</c> takes it.</summary>
    public string ConnectionString { get; }

    /// <summary>How an empty database gets its tables. Runs once; each test then works on a copy. Set before the first <see cref="New"/>.</summary>
    public static void MigrateWith(Func<string, Task> migrate) => _migrate = migrate;

    /// <summary>A database with its tables and no rows of a test's own.</summary>
    public static async Task<DatabaseUnderTest> New() => new(await Copy(await Template.Value));

    /// <summary>A database without tables.</summary>
    public static async Task<DatabaseUnderTest> NewEmpty() => new(await Empty());

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            await (await PostgresCluster.Shared()).Drop(ConnectionString);
            return;
        }

        ClosePool(ConnectionString);
        TestFolder.Remove(Path.GetDirectoryName(FileOf(ConnectionString))!);
    }

    private static async Task<string> MakeTemplate()
    {
        var template = await Empty();
        if (_migrate is not null)
        {
            await _migrate(template);
        }

        return template;
    }

    private static async Task<string> Empty() =>
        Kind == DatabaseKind.Postgres ? await (await PostgresCluster.Shared()).NewDatabase() : NewFile();

    private static async Task<string> Copy(string template)
    {
        if (Kind == DatabaseKind.Postgres)
        {
            return await (await PostgresCluster.Shared()).CreateFromTemplate(template);
        }

        // The last connection to close writes the log into the file, so that the file is whole.
        ClosePool(template);
        var copy = NewFile();
        if (File.Exists(FileOf(template)))
        {
            File.Copy(FileOf(template), FileOf(copy));
        }

        return copy;
    }

    private static string NewFile() => $"Data Source={Path.Combine(TestFolder.New("database"), "gava.db")}";

    private static string FileOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    private static void ClosePool(string connectionString)
    {
        using var pool = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pool);
    }
}
