using System.CommandLine;
using Gava.Operations.Database;
using Gava.Operations.Demo;
using Gava.Web.Security;

namespace Gava.Web.Commands;

/// <summary><c>gava serve</c>: the server.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Startar servern.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((asked, _) => RunAsync([.. asked.UnmatchedTokens]));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings)
    {
        var builder = Serve.NewBuilder(settings);
        var database = GavaSettings.Read(builder.Configuration).Database;
        // Two processors share the start: one learns the tables and makes the database ready, the other assembles and hangs the doors.
        var learnt = Task.Run(() => Databases.Learn(database));
        var app = Serve.Assemble(builder);
        // A key that is missing or wrong must be said before anything is written.
        app.Services.GetRequiredService<Operations.Vault.VaultCipher>();
        var prepared = Task.Run(async () =>
        {
            await learnt;
            await Tools.PrepareAsync(app.Services);
            if (!await app.Services.GetRequiredService<Operations.Vault.VaultCheck>().KeyFitsAsync()) throw new SettingsFault(VaultKeys.AnotherKey);
        });
        Serve.HangDoors(app);
        await prepared;
        await app.StartAsync();
        await MakeWholeAsync(app);
        Greet(app);
        await app.WaitForShutdownAsync();
        return Tools.Done;
    }

    /// <summary>The demo has its municipality and its cases before the server calls itself ready.</summary>
    internal static async Task MakeWholeAsync(WebApplication app)
    {
        if (app.Services.GetRequiredService<GavaSettings>().Demo)
        {
            await app.Services.GetRequiredService<DemoMunicipality>().MakeAsync();
            await app.Services.GetRequiredService<Seeder>().SeedDemoAsync();
        }

        app.Services.GetRequiredService<Readiness>().IsWhole = true;
    }

    private static void Greet(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<GavaSettings>();
        foreach (var url in app.Urls) Console.Error.WriteLine($"Gåva lyssnar på {url}");
        if (!settings.Demo) return;
        var url1 = app.Urls.First();
        Console.Error.WriteLine($"""

              Logga in        {url1}/logga-in
              API             {url1}/api/v1/cases   (beskrivning: {url1}/openapi/v1.json)
              API-nyckel      {DemoMunicipality.ApiKey}
              Lösenord        {DemoMunicipality.Password} (samma för alla)

            """);
        foreach (var (userName, name, title, place) in DemoMunicipality.People) Console.Error.WriteLine($"  {userName,-10} {name}, {title}, {place}");
    }
}
