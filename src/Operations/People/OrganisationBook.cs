using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.People;

/// <summary>
/// The organisation and the local calendar as they are now, read once and kept until somebody changes them. Another process
/// may do so; the version is asked for at most once a second.
/// </summary>
public sealed class OrganisationBook(Databases databases, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private Snapshot? latest;
    private long askedAt;
    private int changes;

    public async ValueTask<Organisation> NowAsync(CancellationToken cancellation = default) => (await SnapshotAsync(cancellation)).Organisation;

    public async ValueTask<IReadOnlyDictionary<DateOnly, string>> ClosedDaysAsync(CancellationToken cancellation = default) =>
        (await SnapshotAsync(cancellation)).ClosedDays;

    public async ValueTask<Viewer> ViewerAsync(Guid personId, CancellationToken cancellation = default) =>
        (await NowAsync(cancellation)).ViewerOf(personId, StockholmTime.Today(clock));

    /// <summary>
    /// The organisation as it stands inside a write. What is kept may be a second old, and a case must not be hung on a line
    /// that another process has just moved.
    /// </summary>
    public async ValueTask<Organisation> WithinAsync(GavaDatabase database) =>
        latest is { } known && known.Version == database.Head!.OrganisationVersion ? known.Organisation : await ReadOrganisationAsync(database, default);

    /// <summary>Read it again at the next question: something was changed here.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        latest = null;
    }

    public void Dispose() => reading.Dispose();

    private async ValueTask<Snapshot> SnapshotAsync(CancellationToken cancellation)
    {
        if (latest is { } fresh && Environment.TickCount64 - askedAt < 1000) return fresh;
        await reading.WaitAsync(cancellation);
        try
        {
            if (latest is { } known && Environment.TickCount64 - askedAt < 1000) return known;
            await using var database = databases.ForSystem();
            while (true)
            {
                var before = Volatile.Read(ref changes);
                var version = await database.Heads.Select(h => h.OrganisationVersion).FirstOrDefaultAsync(cancellation);
                var read = latest is { } same && same.Version == version ? same : await ReadAsync(database, version, cancellation);
                // What was changed here while it was read may not be in it.
                if (before != Volatile.Read(ref changes)) continue;
                (latest, askedAt) = (read, Environment.TickCount64);
                return read;
            }
        }
        finally
        {
            reading.Release();
        }
    }

    private static async Task<Snapshot> ReadAsync(GavaDatabase database, long version, CancellationToken cancellation) => new(
        version,
        await ReadOrganisationAsync(database, cancellation),
        await database.ClosedDays.ToDictionaryAsync(d => d.Day, d => d.Name, cancellation));

    internal static async Task<Organisation> ReadOrganisationAsync(GavaDatabase database, CancellationToken cancellation) => new(
        await database.Units.AsNoTracking().ToListAsync(cancellation),
        await database.People.AsNoTracking().ToListAsync(cancellation),
        await database.Roles.AsNoTracking().ToListAsync(cancellation));

    private sealed record Snapshot(long Version, Organisation Organisation, IReadOnlyDictionary<DateOnly, string> ClosedDays);
}
