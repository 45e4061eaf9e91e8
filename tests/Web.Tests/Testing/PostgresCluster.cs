using Npgsql;

namespace Gava.Web.Tests.Testing;

/// <summary>A PostgreSQL server of the tests' own, from Debian's package: made when first asked for, gone when the tests are.</summary>
/// <remarks>
/// The databases belong to an ordinary role, so a feature that would need a superuser fails here and not at the municipality.
/// Anybody on this machine may connect to it while the tests run; it holds made-up data only.
/// </remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const string Owner = "gava";

    // Standard input is a pipe from the tests. It closes when they end, also when they are killed, and then the server goes too.
    private const string ServeUntilInputCloses = """
        folder=$1; shift
        exec 3<&0
        "$@" 3<&- &
        server=$!
        { read -r _ <&3; kill -QUIT "$server"; } 2>/dev/null &
        watch=$!
        wait "$server"
        kill "$watch" 2>/dev/null
        rm -rf "$folder"
        """;

    private static readonly Lazy<Task<PostgresCluster>> SharedCluster = new(Start);

    private readonly ChildProcess _server;
    private readonly string _folder;
    private readonly NpgsqlDataSource _administration;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private int _databases;

    private PostgresCluster(ChildProcess server, string folder, int port)
    {
        (_server, _folder, Port) = (server, folder, port);
        _administration = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Database=postgres;Username={Superuser};Maximum Pool Size=4");
    }

    public int Port { get; }

    /// <summary>The one server of this test process.</summary>
    public static Task<PostgresCluster> Shared() => SharedCluster.Value;

    /// <summary>A server of its own, for a test that ends it.</summary>
    public static async Task<PostgresCluster> Start()
    {
        var folder = await MakeFolder();
        await Initialise(folder);
        for (var attempt = 1; ; attempt++)
        {
            var cluster = Serve(folder);
            try
            {
                await cluster.WaitUntilItAnswers();
                await cluster.Execute($"CREATE ROLE {Owner} LOGIN");
                return cluster;
            }
            catch (InvalidOperationException) when (attempt < 3 && cluster._server.Said().Contains("could not bind", StringComparison.Ordinal))
            {
                // Somebody else was faster to the port. The server took its folder with it.
                await cluster.DisposeAsync();
                folder = await MakeFolder();
                await Initialise(folder);
            }
        }
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public Task<string> NewDatabase() => Create("template0");

    /// <summary>The connection string of a new database that holds what the given one holds: the quick way to a migrated database.</summary>
    /// <param name="template">Connection string of the database to copy. Its connections are closed; it must not be in use.</param>
    public async Task<string> CreateFromTemplate(string template)
    {
        var name = NameOf(template);
        await CloseConnections(template);
        return await Create(name);
    }

    public async Task Drop(string connectionString)
    {
        await CloseConnections(connectionString);
        await Execute($"DROP DATABASE IF EXISTS {NameOf(connectionString)} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        await _administration.DisposeAsync();
        _server.StandardInput.Close();
        await _server.WaitForExit(TimeSpan.FromSeconds(20));
        await _server.DisposeAsync();
        _oneAtATime.Dispose();
        TestFolder.Remove(_folder);
    }

    private static async Task<string> MakeFolder()
    {
        var folder = TestFolder.New("postgres");
        if (Environment.IsPrivilegedProcess)
        {
            await RunToEnd("chown", [Superuser, folder]);
        }

        return folder;
    }

    private static Task Initialise(string folder) =>
        RunToEnd(AsOrdinaryUser(Tool("initdb"), "--pgdata", Path.Combine(folder, "data"), "--username", Superuser,
            "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"), folder);

    private static PostgresCluster Serve(string folder)
    {
        var port = FreePort.Next();
        // Not safe against a power cut, and much faster: these databases live for seconds.
        string[] settings = [
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
            "listen_addresses=127.0.0.1", $"port={port}", "unix_socket_directories=", "max_connections=200",
        ];
        var command = AsOrdinaryUser(["sh", "-c", ServeUntilInputCloses, "sh", folder,
            Tool("postgres"), "-D", Path.Combine(folder, "data"), .. settings.SelectMany(setting => new[] { "-c", setting })]);
        return new PostgresCluster(ChildProcess.Start(command[0], command[1..], workingDirectory: folder, endsWithStandardInput: true), folder, port);
    }

    private async Task WaitUntilItAnswers()
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(60) && !_server.HasExited)
        {
            try
            {
                await Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"PostgreSQL did not start. {_server.Said()}");
    }

    private async Task<string> Create(string template)
    {
        var name = $"gava_{Interlocked.Increment(ref _databases)}";
        await _oneAtATime.WaitAsync();
        try
        {
            await Execute($"CREATE DATABASE {name} OWNER {Owner} TEMPLATE {template} ENCODING 'UTF8'");
        }
        finally
        {
            _oneAtATime.Release();
        }

        return $"Host=127.0.0.1;Port={Port};Database={name};Username={Owner}";
    }

    private async Task CloseConnections(string connectionString)
    {
        await using (var pool = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await Execute($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{NameOf(connectionString)}'");
    }

    private async Task Execute(string sql)
    {
        await using var command = _administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    // The server refuses to run as root, which is what a container usually is.
    private static string[] AsOrdinaryUser(params string[] command) =>
        Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={Superuser}", $"--regid={Superuser}", "--clear-groups", .. command]
            : command;

    private static Task RunToEnd(string[] command, string folder) => RunToEnd(command[0], command[1..], folder);

    private static async Task RunToEnd(string program, IEnumerable<string> arguments, string? folder = null)
    {
        await using var tool = ChildProcess.Start(program, arguments, workingDirectory: folder);
        if (await tool.WaitForExit(TimeSpan.FromMinutes(2)) != 0)
        {
            throw new InvalidOperationException(tool.Said());
        }
    }

    // Debian keeps the server's programs out of the PATH, one folder a version. The oldest is preferred: it is what the packages must support.
    private static string Tool(string name) =>
        InstalledProgram.Find(name)
        ?? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name)).Where(File.Exists).Order(StringComparer.Ordinal).FirstOrDefault()
        ?? throw new InvalidOperationException($"{name} is not installed. ./test installs PostgreSQL from Debian's packages.");
}
