using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Gava.Operations.Correspondence;
using Gava.Operations.Database;
using Gava.Operations.Demo;
using Gava.Operations.Jobs;
using Gava.Web.Commands;
using Gava.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gava.Web.Tests.Testing;

/// <summary>
/// The whole of Gåva in this process: its real server on a free loopback port, a real database of its own with the demo's
/// people and no cases, and a clock that the test moves. What recurs by itself recurs only when a test says so, or the clock that
/// one test moves would set off a job in the middle of what it looks at. Log lines are kept, so that a test can look for what
/// must not be in them.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    /// <summary>Friday afternoon of W0.</summary>
    public const string Start = "2026-04-24 14:10";

    private static readonly string VaultKey = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    private readonly DatabaseUnderTest database;
    private readonly WebApplication app;
    private readonly KeptLog log;

    private TestApp(DatabaseUnderTest database, WebApplication app, TestClock clock, KeptLog log, string data)
    {
        (this.database, this.app, Clock, this.log, Data) = (database, app, clock, log, data);
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Url { get; }

    public TestClock Clock { get; }

    /// <summary>The folder of Gava__Data.</summary>
    public string Data { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Every address that it answers.</summary>
    public Microsoft.AspNetCore.Routing.IEndpointRouteBuilder Routes => app;

    public string ConnectionString => database.ConnectionString;

    public IReadOnlyList<string> LogLines => log.Lines;

    /// <summary>Where ASP.NET puts what it will not hold in memory. A folder of the tests' own, so that they see what is put there.</summary>
    internal static string Temporary { get; private set; } = "";

    [ModuleInitializer]
    internal static void KeepTemporaryFilesApart() => Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Temporary = TestFolder.New("temporary"));

    [ModuleInitializer]
    internal static void MakeTemplateWithPeople() => DatabaseUnderTest.MigrateWith(async connectionString =>
    {
        await using var services = Build(connectionString, TestFolder.New("template"), new TestClock(At(Start)), new KeptLog(), _ => { }).Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        await Tools.PrepareAsync(services.ServiceProvider);
        await services.ServiceProvider.GetRequiredService<DemoMunicipality>().MakeAsync();
        await CheapenPasswordsAsync(services.ServiceProvider.GetRequiredService<Databases>());
        await services.ServiceProvider.GetRequiredService<WriteGate>().DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
    });

    /// <param name="settings">More settings, as on the command line: <c>--Gava:Mail:Smtp:Host=127.0.0.1</c>.</param>
    public static Task<TestApp> StartAsync(params string[] settings) => StartWithAsync(_ => { }, settings);

    /// <summary>As above, with something more in the program.</summary>
    public static async Task<TestApp> StartWithAsync(Action<IServiceCollection> more, params string[] settings)
    {
        var own = await DatabaseUnderTest.New();
        var clock = new TestClock(At(Start));
        var kept = new KeptLog();
        var data = TestFolder.New("data");
        var server = Build(own.ConnectionString, data, clock, kept, more, settings);
        await Tools.PrepareAsync(server.Services);
        await server.StartAsync();
        server.Services.GetRequiredService<Readiness>().IsWhole = true;
        return new TestApp(own, server, clock, kept, data);
    }

    /// <summary>Somebody at a browser without script, signed in.</summary>
    public async Task<HtmlClient> SignInAsync(string userName)
    {
        var client = new HtmlClient(Url);
        var page = await client.GetAsync("/logga-in");
        var answer = await page.SubmitAsync(("username", userName), ("password", DemoMunicipality.Password));
        return answer.Path == "/start" ? client : throw new InvalidOperationException($"{userName} could not sign in: {answer.Status}");
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public HtmlClient Anonymous() => new(Url);

    /// <summary>A program with the demo's API key, or another.</summary>
    public HttpClient Api(string key = DemoMunicipality.ApiKey)
    {
        var client = new HttpClient { BaseAddress = new Uri(Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>What the jobs would do now.</summary>
    public Task<int> SendMailAsync() => Services.GetRequiredService<Outbox>().SendDueAsync();

    /// <summary>Everything that the database holds, as the system sees it.</summary>
    public GavaDatabase Database() => Services.GetRequiredService<Databases>().ForSystem();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
        TestFolder.Remove(Data);
    }

    /// <summary>
    /// The same passwords with fewer rounds, which a hash carries itself: hundreds of tests sign in, and each would pay for what
    /// only a thief should. How many rounds real accounts have is tested where they are made.
    /// </summary>
    private static async Task CheapenPasswordsAsync(Databases databases)
    {
        var hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var cheap = hasher.HashPassword("", DemoMunicipality.Password);
        await using var template = databases.ForSystem();
        await template.SignIns.ExecuteUpdateAsync(s => s.SetProperty(one => one.SecretHash, cheap));
    }

    private static WebApplication Build(string connectionString, string data, TestClock clock, KeptLog log, Action<IServiceCollection> more, params string[] settings)
    {
        var builder = Serve.NewBuilder(
        [
            "--urls=http://127.0.0.1:0", $"--Gava:Database={connectionString}", $"--Gava:Data={data}", "--Gava:Demo=true",
            $"--Gava:Vault:Key={VaultKey}", "--Gava:PublicUrl=https://gava.example", .. settings,
        ]);
        builder.Logging.ClearProviders().AddProvider(log);
        return Serve.Build(builder, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is Func<IServiceProvider, Schedule>));
            more(services);
        });
    }

    private static DateTimeOffset At(string stockholm)
    {
        var clock = new TestClock(DateTimeOffset.UnixEpoch);
        clock.MoveTo(stockholm);
        return clock.GetUtcNow();
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly List<string> lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (lines) return [.. lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines) lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
        }

        public void Dispose() { }
    }
}
