using System.Data.Common;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Web.Security;
using Gava.Web.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Operations;

/// <summary>
/// The operations floor without doors: a database of its own with the demo's people and no cases, a clock that the test moves,
/// and no job that runs by itself.
/// </summary>
internal sealed class Floor : IAsyncDisposable
{
    private readonly DatabaseUnderTest? database;
    private readonly ServiceProvider provider;
    private readonly string folder;

    private Floor(DatabaseUnderTest? database, string connectionString, ServiceProvider provider, TestClock clock, string folder) =>
        (this.database, ConnectionString, this.provider, Clock, this.folder) = (database, connectionString, provider, clock, folder);

    /// <summary>The key that this floor's vault opens with.</summary>
    public static string VaultKey { get; } = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    public static bool IsSqlite => DatabaseUnderTest.Kind == Testing.DatabaseKind.Sqlite;

    public TestClock Clock { get; }

    public string ConnectionString { get; }

    public CaseDesk Desk => Get<CaseDesk>();

    public WriteGate Gate => Get<WriteGate>();

    /// <summary>What a command or a server needs to work on the same database.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Gava__Database"] = ConnectionString,
        ["Gava__Data"] = folder,
        ["Gava__Vault__Key"] = VaultKey,
    };

    public static async Task<Floor> StartAsync(params (string Key, string Value)[] settings)
    {
        var own = await DatabaseUnderTest.New();
        var data = TestFolder.New("floor");
        var clock = new TestClock(DateTimeOffset.UnixEpoch);
        clock.MoveTo(TestApp.Start);
        return new Floor(own, own.ConnectionString, Provide(own.ConnectionString, data, clock, settings), clock, data);
    }

    /// <summary>Another program on a database that somebody else made and removes, with a folder of its own.</summary>
    public static Floor On(string connectionString, TestClock clock, params (string Key, string Value)[] settings)
    {
        var data = TestFolder.New("floor");
        return new Floor(null, connectionString, Provide(connectionString, data, clock, settings), clock, data);
    }

    private static ServiceProvider Provide(string connectionString, string data, TestClock clock, (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Gava:Database", connectionString), new("Gava:Data", data), new("Gava:Vault:Key", VaultKey),
            new("Gava:PublicUrl", "https://gava.example"),
        ]).AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        Serve.AddOperations(services, GavaSettings.Read(configuration));
        services.AddSingleton<TimeProvider>(clock);
        return services.BuildServiceProvider();
    }

    public T Get<T>() where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Everything that the database holds, as the system sees it.</summary>
    public GavaDatabase Database() => Get<Databases>().ForSystem();

    public async Task<Viewer> ViewerAsync(string userName) =>
        (await Get<OrganisationBook>().NowAsync()).ViewerOf((await PersonAsync(userName)).Id, StockholmTime.Today(Clock));

    public async Task<Organisation> OrganisationAsync() => await Get<OrganisationBook>().NowAsync();

    public async Task<Person> PersonAsync(string userName) => (await Get<OrganisationBook>().NowAsync()).Person(userName)!;

    public async Task<Unit> UnitAsync(string slug) => (await Get<OrganisationBook>().NowAsync()).Unit(slug)!;

    /// <summary>A complaint that somebody received and wrote down.</summary>
    public async Task<CaseReference> RegisterAsync(string by = "amal", string unit = "socialpsykiatri", string text = "Ingen kom i morse.",
        Complainant? complainant = null, bool wantsReply = true) =>
        (await Desk.RegisterAsync(await NewsAsync(by, unit, text, complainant, wantsReply), await ViewerAsync(by))).Reference;

    /// <summary>A complaint as somebody has written it down, before it is registered.</summary>
    public async Task<NewCase> NewsAsync(string by = "amal", string unit = "socialpsykiatri", string text = "Ingen kom i morse.", Complainant? complainant = null, bool wantsReply = true) =>
        new()
        {
            Text = new Words(Masking.Apply(text, PersonalDataFinder.Default.Find(text)), text),
            Kind = "complaint",
            Channel = "phone",
            UnitId = (await UnitAsync(unit)).Id,
            ArrivedAt = StockholmTime.Now(Clock),
            ReceivedBy = (await PersonAsync(by)).Id,
            Complainant = complainant ?? new(),
            WantsReply = wantsReply,
        };

    /// <summary>Changes the database behind the program's back.</summary>
    public async Task SqlAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The first column of every row.</summary>
    public async Task<List<string>> TextsAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> texts = [];
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    /// <summary>Runs a command of the program on this database.</summary>
    public Task<GavaCommand> RunAsync(string[] arguments, string standardInput = "", params (string Key, string? Value)[] settings)
    {
        var all = Settings;
        foreach (var (key, value) in settings) all[key] = value;
        return GavaCommand.Run(arguments, standardInput, all);
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        TestFolder.Remove(folder);
    }

    private async Task<DbConnection> OpenAsync()
    {
        var connection = DatabaseAddress.Parse(ConnectionString).NewConnection();
        await connection.OpenAsync();
        if (connection is SqliteConnection) SqliteSetup.Apply(connection);
        return connection;
    }
}
