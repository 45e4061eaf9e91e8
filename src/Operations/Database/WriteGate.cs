using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Gava.Domain.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Database;

/// <summary>
/// The one door for everything that writes. Those who wait together share one durable commit, so that eight clients do not
/// pay for eight; each has a savepoint, so that one's fault is not another's. A caller is answered only when the commit is on
/// disk. Running numbers and the journal's chain are handed out here, under the lock of the register's head, which holds
/// between processes too.
/// </summary>
public sealed class WriteGate : IAsyncDisposable
{
    private const int MostTogether = 128;

    private readonly Databases databases;
    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Task keeper;
    private DbConnection? connection;
    private RowWriter? rows;

    public WriteGate(Databases databases)
    {
        this.databases = databases;
        keeper = Task.Run(KeepAsync);
    }

    /// <summary>
    /// Runs the work in a transaction, as the viewer sees the database (null: the system), and returns when it is durable.
    /// The work may throw: then nothing of it is kept.
    /// </summary>
    public async Task<T> WriteAsync<T>(Viewer? viewer, Func<GavaDatabase, Task<T>> work, CancellationToken cancellation = default)
    {
        T? result = default;
        var item = new Work(viewer, async database => result = await work(database));
        await queue.Writer.WriteAsync(item, cancellation);
        await item.Done.Task;
        return result!;
    }

    public Task WriteAsync(Viewer? viewer, Func<GavaDatabase, Task> work, CancellationToken cancellation = default) =>
        WriteAsync(viewer, async database => { await work(database); return true; }, cancellation);

    /// <summary>Lets what waits finish, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await keeper;
        rows?.Dispose();
        if (connection is not null) await connection.DisposeAsync();
    }

    private async Task KeepAsync()
    {
        List<Work> together = [];
        while (await queue.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < MostTogether && queue.Reader.TryRead(out var item)) together.Add(item);
            try
            {
                await CommitTogetherAsync(together);
            }
            catch (Exception fault)
            {
                // The commit itself failed, or the database is gone: nobody is told that it went well.
                foreach (var item in together) item.Done.TrySetException(fault);
                await ForgetConnectionAsync();
            }
        }
    }

    private async Task CommitTogetherAsync(List<Work> together)
    {
        connection ??= await OpenAsync();
        rows ??= new RowWriter(connection);
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        var head = await LockHeadAsync(transaction);
        var kept = 0;
        List<(Work Item, Exception Fault)> failed = [];
        foreach (var item in together)
        {
            await transaction.SaveAsync("item");
            try
            {
                head = await RunAsync(item, transaction, head);
                await transaction.ReleaseAsync("item");
                kept++;
            }
            catch (Exception fault)
            {
                await transaction.RollbackAsync("item");
                failed.Add((item, fault));
            }
        }

        if (kept > 0)
        {
            await SaveHeadAsync(transaction, head);
            await transaction.CommitAsync();
        }

        foreach (var (item, fault) in failed) item.Done.TrySetException(fault);
        foreach (var item in together) item.Done.TrySetResult();
    }

    private async Task<RegisterHead> RunAsync(Work item, DbTransaction transaction, RegisterHead head)
    {
        await using var database = databases.Unconnected(item.Viewer);
        database.Database.SetDbConnection(connection);
        await database.Database.UseTransactionAsync(transaction);
        database.Database.AutoSavepointsEnabled = false;
        database.Head = head.Copy();
        await item.Run(database);
        Seal(database);
        await rows!.WriteAsync(database.NewRows, database.Model, transaction);
        await database.SaveChangesAsync();
        return database.Head;
    }

    /// <summary>Puts new journal lines at the end of the chain, in the order in which they were written.</summary>
    private static void Seal(GavaDatabase database)
    {
        var head = database.Head!;
        foreach (var line in database.Fresh)
        {
            line.Seal(++head.LastSequence, head.LastHash);
            head.LastHash = line.Hash;
            database.Put(line);
        }

        database.Fresh.Clear();
    }

    private async Task<DbConnection> OpenAsync()
    {
        var opened = databases.Address.NewConnection();
        await opened.OpenAsync();
        if (opened is SqliteConnection) SqliteSetup.Apply(opened);
        return opened;
    }

    private async Task ForgetConnectionAsync()
    {
        try
        {
            rows?.Dispose();
            rows = null;
            if (connection is not null) await connection.DisposeAsync();
        }
        catch (DbException)
        {
            // A connection that cannot even be closed is forgotten all the same.
        }

        connection = null;
    }

    private async Task<RegisterHead> LockHeadAsync(DbTransaction transaction)
    {
        await using var command = connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT last_case, last_sequence, last_hash, organisation_version FROM register_head WHERE id = 1"
            + (connection is SqliteConnection ? "" : " FOR UPDATE");
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) throw new InvalidOperationException("The register has no head; was the database migrated?");
        return new RegisterHead
        {
            LastCase = reader.GetInt64(0),
            LastSequence = reader.GetInt64(1),
            LastHash = reader.GetFieldValue<byte[]>(2),
            OrganisationVersion = reader.GetInt64(3),
        };
    }

    private async Task SaveHeadAsync(DbTransaction transaction, RegisterHead head)
    {
        await using var command = connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE register_head SET last_case = @case, last_sequence = @sequence, last_hash = @hash, organisation_version = @organisation WHERE id = 1";
        Add("@case", head.LastCase);
        Add("@sequence", head.LastSequence);
        Add("@hash", head.LastHash);
        Add("@organisation", head.OrganisationVersion);
        await command.ExecuteNonQueryAsync();

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private sealed record Work(Viewer? Viewer, Func<GavaDatabase, Task> Run)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
