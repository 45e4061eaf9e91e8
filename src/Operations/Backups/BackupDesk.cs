using System.Data;
using System.Data.Common;
using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.Data.Sqlite;

namespace Gava.Operations.Backups;

/// <summary>
/// Copies the database to a file while others write: one snapshot of everything, sealed as it is written, so that nothing of it
/// ever lies in the open (docs/decisions/0016-keys-and-backup.md).
/// </summary>
public sealed class BackupDesk(Databases databases, VaultCipher cipher, VaultCheck vault, TimeProvider clock)
{
    /// <summary>Writes the backup beside its name, reads it back, and only then gives it the name.</summary>
    /// <param name="progress">Told how many rows have been copied, now and then.</param>
    /// <exception cref="BackupRefused">The file exists, the database is of another version, or the key is not the database's.</exception>
    /// <exception cref="IOException">The disk would not.</exception>
    public async Task<BackupContent> WriteAsync(string file, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        if (Path.Exists(file)) throw new BackupRefused("Det finns redan en fil med det namnet. Välj ett annat.");
        if (databases.Address.File is { } own && !File.Exists(own)) throw new BackupRefused("Det finns ingen databas i Gava__Database.");
        var beside = file + ".part";
        await using var stream = new FileStream(beside, OwnersOnly());
        try
        {
            var written = await CopyAsync(stream, progress, cancellation);
            stream.Flush(flushToDisk: true);
            stream.Position = 0;
            if (!BackupReader.Prove(stream, cipher).IsSameAs(written)) throw new BackupRefused("Det som lästes tillbaka är inte det som skrevs. Disken går inte att lita på.");
            File.Move(beside, file, overwrite: false);
            return written;
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private async Task<BackupContent> CopyAsync(Stream stream, Action<long>? progress, CancellationToken cancellation)
    {
        await using var connection = databases.Address.NewConnection();
        await connection.OpenAsync(cancellation);
        var isSqlite = connection is SqliteConnection;
        if (isSqlite) SqliteSetup.Apply(connection);
        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        if (!isSqlite)
        {
            await using var readOnly = Command(connection, transaction, "SET TRANSACTION READ ONLY");
            await readOnly.ExecuteNonQueryAsync(cancellation);
        }

        // The first question fixes the snapshot, on both.
        var schema = await SchemaAsync(connection, transaction, cancellation);
        if (schema != NumberedSql.Last) throw new BackupRefused("Databasen är inte i den här versionen. Säkerhetskopiera med den version som den hör till, eller kör först: gava migrate");
        if (!await vault.KeyFitsAsync(cancellation)) throw new BackupRefused("Nyckeln öppnar inte valvet i den här databasen, så kopian skulle inte gå att använda.");
        await using var database = databases.ForSystem();
        using var writer = new BackupWriter(stream, cipher, schema, StockholmTime.Now(clock));
        var copied = 0L;
        foreach (var table in BackupTables.In(database.Model))
        {
            writer.Begin(table);
            await using var command = Command(connection, transaction, $"SELECT {table.ColumnNames} FROM \"{table.Name}\"");
            await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                writer.Row(Read(table, rows, isSqlite));
                if (++copied % 1000 == 0) progress?.Invoke(copied);
            }

            writer.EndTable();
        }

        return writer.Finish();
    }

    private static object?[] Read(BackupTable table, DbDataReader rows, bool isSqlite)
    {
        try
        {
            return table.Read(rows, isSqlite);
        }
        catch (Exception fault) when (fault is InvalidCastException or FormatException or ArgumentException or OverflowException)
        {
            throw new BackupRefused($"Tabellen {table.Name} har ett värde som inte går att läsa: någon har ändrat det. Se efter med: gava check");
        }
    }

    private static async Task<string?> SchemaAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = Command(connection, transaction, "SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"");
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 0);
        return command;
    }

    private static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
