using Gava.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gava.Operations.Database;

/// <summary>Opens the database for a viewer. Reading only: whatever writes goes through <see cref="WriteGate"/>.</summary>
public sealed class Databases
{
    private readonly DbContextOptions<GavaDatabase> own;
    private readonly DbContextOptions<GavaDatabase> shared;

    /// <param name="interceptors">Who else is told of connections and commands: a test that counts them.</param>
    public Databases(DatabaseAddress address, IEnumerable<IInterceptor>? interceptors = null)
    {
        Address = address;
        own = (DbContextOptions<GavaDatabase>)address.Configure(new DbContextOptionsBuilder<GavaDatabase>()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(interceptors ?? [])).Options;
        shared = (DbContextOptions<GavaDatabase>)address.ConfigureShared(new DbContextOptionsBuilder<GavaDatabase>()).Options;
    }

    public DatabaseAddress Address { get; }

    /// <summary>For reading, as the viewer sees it.</summary>
    public GavaDatabase For(Viewer viewer) => new(own, viewer);

    /// <summary>For reading by the system itself: jobs, checks, commands.</summary>
    public GavaDatabase ForSystem() => new(own);

    /// <summary>A context without a connection, for the write gate to give one.</summary>
    internal GavaDatabase Unconnected(Viewer? viewer) => new(shared, viewer);

    /// <summary>
    /// Builds what EF knows of the tables, half a second's work which it keeps for the whole process: a start that asks for it first
    /// of all is ready that much sooner.
    /// </summary>
    public static void Learn(DatabaseAddress address)
    {
        using var database = new Databases(address).ForSystem();
        _ = database.Model;
    }

    /// <summary>Brings the schema to this version; on SQLite makes the file and turns on write-ahead logging.</summary>
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        if (Address.File is { } file && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        if (await IsCurrentAsync(cancellation)) return;
        await using var database = ForSystem();
        if (Address.Kind == DatabaseKind.Sqlite) await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellation);
        await database.Database.MigrateAsync(cancellation);
    }

    /// <summary>True when the last step has been taken: asked plainly, since EF takes half a second to find nothing to do.</summary>
    private async Task<bool> IsCurrentAsync(CancellationToken cancellation)
    {
        if (Address.File is { } file && !File.Exists(file)) return false;
        try
        {
            await using var connection = Address.NewConnection();
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"";
            return string.Equals(await command.ExecuteScalarAsync(cancellation) as string, NumberedSql.Last, StringComparison.Ordinal);
        }
        catch (System.Data.Common.DbException)
        {
            // No table yet, or no database: migrating tells what is wrong.
            return false;
        }
    }

    /// <summary>The steps that have not been taken yet. Throws when the database cannot be reached.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation = default)
    {
        if (await IsCurrentAsync(cancellation)) return [];
        await using var database = ForSystem();
        return [.. await database.Database.GetPendingMigrationsAsync(cancellation)];
    }
}
