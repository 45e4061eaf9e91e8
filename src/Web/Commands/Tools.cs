using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Gava.Web.Security;

namespace Gava.Web.Commands;

/// <summary>What the commands share: the floor below, started without a server.</summary>
internal static class Tools
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    /// <summary>Services on the configured database, which must be migrated (SQLite is brought up to date by itself).</summary>
    public static async Task<ServiceProvider> OpenAsync()
    {
        var provider = Services();
        await PrepareAsync(provider);
        return provider;
    }

    public static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().SetBasePath(GavaSettings.Program)
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddSimpleConsole());
        Serve.AddOperations(services, GavaSettings.Read(configuration));
        return services.BuildServiceProvider();
    }

    /// <summary>
    /// Migrates the embedded database, and in the demo any; another one must have been migrated by <c>gava migrate</c>. Puts in
    /// the shipped routines.
    /// </summary>
    /// <exception cref="SettingsFault">The database waits for <c>gava migrate</c>.</exception>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        var databases = services.GetRequiredService<Databases>();
        var settings = services.GetRequiredService<GavaSettings>();
        if (databases.Address.Kind == DatabaseKind.Sqlite || settings.Demo) await databases.MigrateAsync();
        else if ((await databases.PendingAsync()).Count > 0) throw new SettingsFault("Databasen är inte i den här versionen. Kör först: gava migrate");
        await services.GetRequiredService<RoutineBook>().ShipAsync(GavaSettings.RoutinesFolder, services.GetRequiredService<WriteGate>(),
            StockholmTime.Now(services.GetRequiredService<TimeProvider>()));
    }

    public static int Say(string words, int status = Done)
    {
        Console.Error.WriteLine(words);
        return status;
    }
}
