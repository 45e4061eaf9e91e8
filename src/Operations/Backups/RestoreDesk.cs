using System.Data;
using System.Data.Common;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using NpgsqlTypes;

namespace Gava.Operations.Backups;

/// <summary>What came back.</summary>
/// <param name="HeldMails">Mails that had not been sent when the backup was taken, and are not sent from here.</param>
public sealed record Restored(BackupContent Content, int HeldMails);

/// <summary>
/// Puts a backup into an empty database, of either kind whichever it was taken from. Everything is one transaction: schema as it was,
/// rows, the later steps of the schema, and what must not go on as if nothing had happened.
/// </summary>
public sealed class RestoreDesk(Databases databases, VaultCipher cipher)
{
    // A migrated database has these before anybody has done anything.
    private static readonly string[] ThereFromTheStart = ["register_head", "routine_version", "job_lease", BackupTables.SearchTable, "__EFMigrationsHistory"];

    /// <param name="progress">Told how many rows are in place, now and then.</param>
    /// <exception cref="BackupRefused">The file is broken, foreign, newer or another key's, or the database is not empty. Nothing has been written.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<Restored> RestoreAsync(string file, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        // The whole file is proved before the database is touched.
        var content = BackupReader.Prove(Open(file), cipher);
        if (!NumberedSql.Steps.Contains(content.Schema)) throw new BackupRefused("Säkerhetskopian är gjord med en nyare version av Gåva. Lägg in den versionen först.");
        if (databases.Address.File is { } own && Path.GetDirectoryName(Path.GetFullPath(own)) is { } folder) Directory.CreateDirectory(folder);
        await using var connection = databases.Address.NewConnection();
        await connection.OpenAsync(cancellation);
        if (connection is SqliteConnection)
        {
            SqliteSetup.Apply(connection);
            await RunAsync(connection, null, "PRAGMA journal_mode=WAL", cancellation);
        }

        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        // A place may stand before the one above it: what refers to what is looked at when all is there.
        if (connection is SqliteConnection) await RunAsync(connection, transaction, "PRAGMA defer_foreign_keys=ON", cancellation);
        await using var database = databases.Unconnected(null);
        database.Database.SetDbConnection(connection);
        await database.Database.UseTransactionAsync(transaction, cancellation);
        await ClearAsync(database, connection, transaction, cancellation);
        await StepAsync(database, connection, transaction, NumberedSql.Steps.TakeWhile(s => string.CompareOrdinal(s, content.Schema) <= 0), cancellation);
        await PutBackAsync(file, connection, transaction, progress, cancellation);
        await StepAsync(database, connection, transaction, NumberedSql.Steps.SkipWhile(s => string.CompareOrdinal(s, content.Schema) <= 0), cancellation);
        using (var rows = new RowWriter(connection)) await SearchIndex.FillAsync(database, rows, transaction, cancellation);
        var held = await StopWhatWasUnderWayAsync(database, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(content, held);
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Takes away the tables of a database that holds nothing yet, so that they can be made as they were.</summary>
    private static async Task ClearAsync(GavaDatabase database, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        var history = database.GetService<IHistoryRepository>();
        var there = await TablesAsync(connection, transaction, cancellation);
        List<string> own = [.. BackupTables.AllNames(database.Model).Where(there.Contains)];
        foreach (var table in own.Except(ThereFromTheStart))
        {
            var rows = table == "journal" ? "\"journal\" WHERE kind <> 'RoutinePublished'" : $"\"{table}\"";
            if (Convert.ToInt64(await ScalarAsync(connection, transaction, $"SELECT COUNT(*) FROM {rows}", cancellation), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                throw new BackupRefused("Databasen är inte tom. Återläs till en ny databas.");
            }
        }

        if (there.Contains("__EFMigrationsHistory"))
        {
            if (connection is NpgsqlConnection && own.Count > 0) await RunAsync(connection, transaction, $"DROP TABLE {string.Join(", ", own.Select(t => $"\"{t}\""))}", cancellation);
            else foreach (var table in own) await RunAsync(connection, transaction, $"DROP TABLE \"{table}\"", cancellation);
            await RunAsync(connection, transaction, "DELETE FROM \"__EFMigrationsHistory\"", cancellation);
        }
        else
        {
            await RunAsync(connection, transaction, history.GetCreateScript(), cancellation);
        }
    }

    /// <summary>Takes steps of the schema, and writes them in EF's history as EF does.</summary>
    private static async Task StepAsync(GavaDatabase database, DbConnection connection, DbTransaction transaction, IEnumerable<string> steps, CancellationToken cancellation)
    {
        var history = database.GetService<IHistoryRepository>();
        foreach (var step in steps)
        {
            await RunAsync(connection, transaction, NumberedSql.SqlOf(step, connection is SqliteConnection), cancellation);
            await RunAsync(connection, transaction, history.GetInsertScript(new HistoryRow(step, ProductInfo.GetVersion())), cancellation);
        }
    }

    private async Task PutBackAsync(string file, DbConnection connection, DbTransaction transaction, Action<long>? progress, CancellationToken cancellation)
    {
        using var reader = new BackupReader(Open(file), cipher);
        var there = 0L;
        while (reader.NextTable() is { } table)
        {
            // The schema's own first rows give way.
            await RunAsync(connection, transaction, $"DELETE FROM \"{table.Name}\"", cancellation);
            if (connection is NpgsqlConnection postgres) await CopyInAsync(postgres, table, Rows(), cancellation);
            else InsertAll((SqliteConnection)connection, (SqliteTransaction)transaction, table, Rows());

            IEnumerable<object?[]> Rows()
            {
                while (reader.NextRow(table) is { } row)
                {
                    yield return row;
                    if (++there % 1000 == 0) progress?.Invoke(there);
                }
            }
        }
    }

    private static async Task CopyInAsync(NpgsqlConnection postgres, BackupTable table, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var import = await postgres.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", cancellation);
        import.Timeout = Timeout.InfiniteTimeSpan;
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellation);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value) await import.WriteAsync(value, TypeOf(table.Columns[i].Kind), cancellation);
                else await import.WriteNullAsync(cancellation);
            }
        }

        await import.CompleteAsync(cancellation);
    }

    private static void InsertAll(SqliteConnection sqlite, SqliteTransaction transaction, BackupTable table, IEnumerable<object?[]> rows)
    {
        using var insert = sqlite.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO \"{table.Name}\" ({table.ColumnNames}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))})";
        for (var i = 0; i < table.Columns.Count; i++) insert.Parameters.AddWithValue($"${i + 1}", DBNull.Value);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i] is Guid id ? id.ToByteArray(bigEndian: true) : row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>
    /// The copy is another installation: mail that waited may have been sent since, and whoever was signed in signs in again. Leases
    /// are in no backup.
    /// </summary>
    private static async Task<int> StopWhatWasUnderWayAsync(GavaDatabase database, CancellationToken cancellation)
    {
        foreach (var stamp in await database.SessionStamps.ToListAsync(cancellation)) stamp.Stamp = Guid.CreateVersion7();
        await database.SaveChangesAsync(cancellation);
        return await database.Outbox.Where(m => m.SentAt == null && !m.GivenUp)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.GivenUp, true).SetProperty(x => x.LastFault, OutboxMail.Restored), cancellation);
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        ColumnKind.Int => NpgsqlDbType.Integer,
        ColumnKind.Long => NpgsqlDbType.Bigint,
        ColumnKind.Flag => NpgsqlDbType.Boolean,
        ColumnKind.Id => NpgsqlDbType.Uuid,
        ColumnKind.Moment => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Date,
    };

    private static async Task<HashSet<string>> TablesAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = Command(connection, transaction,
            connection is SqliteConnection ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        HashSet<string> names = [];
        while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation)
    {
        await using var command = Command(connection, transaction, sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancellation)
    {
        await using var command = Command(connection, transaction, sql);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 0);
        return command;
    }
}
