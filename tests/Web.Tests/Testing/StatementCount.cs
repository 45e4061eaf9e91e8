using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gava.Web.Tests.Testing;

/// <summary>
/// Counts what the database is asked, by whatever way: SQLite tells its own trace, Npgsql an activity for each command. The
/// setting of a connection itself is not a question.
/// </summary>
public sealed class StatementCount : DbConnectionInterceptor, IDisposable
{
    private readonly ActivityListener listener;
    private int count;
    private volatile string? database;

    public StatementCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            // The whole process is heard, and other tests work on databases of their own.
            ActivityStopped = activity =>
            {
                if (database is { } own && activity.TagObjects.Any(tag => tag.Value as string == own)) Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public int Count => Volatile.Read(ref count);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Trace(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Trace(connection);
        return Task.CompletedTask;
    }

    public void Dispose() => listener.Dispose();

    private void Trace(DbConnection connection)
    {
        if (connection is not SqliteConnection { Handle: { } handle })
        {
            database = connection.Database;
            return;
        }

        SQLitePCL.raw.sqlite3_trace(handle, (_, statement) =>
        {
            // A statement that begins with "--" is a part of another, as the word index writes them.
            var asked = statement.AsSpan().TrimStart();
            if (!asked.StartsWith("PRAGMA", StringComparison.Ordinal) && !asked.StartsWith("--", StringComparison.Ordinal)) Interlocked.Increment(ref count);
        }, null);
    }
}
