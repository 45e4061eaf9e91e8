using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Gava.Operations.Database;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Where the database is. The kind is seen from the connection string: <c>Data Source=…</c> or <c>Host=…</c>.</summary>
public sealed class DatabaseAddress
{
    private DatabaseAddress(DatabaseKind kind, string connectionString) => (Kind, ConnectionString) = (kind, connectionString);

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>The file of an embedded database, or null.</summary>
    public string? File => Kind == DatabaseKind.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <exception cref="FormatException">The text is neither form; the message says what would be right, in Swedish.</exception>
    public static DatabaseAddress Parse(string text)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = text };
            if (words.ContainsKey("Data Source") || words.ContainsKey("DataSource") || words.ContainsKey("Filename"))
            {
                var sqlite = new SqliteConnectionStringBuilder(text) { ForeignKeys = true, Cache = SqliteCacheMode.Private };
                // Without a file each connection would have a database of its own, and lose it.
                if (sqlite.DataSource is not ("" or ":memory:") && sqlite.Mode != SqliteOpenMode.Memory) return new(DatabaseKind.Sqlite, sqlite.ToString());
            }
            else if (words.ContainsKey("Host") || words.ContainsKey("Server"))
            {
                // The role in the tests and in small installations is one; a pool of thirty serves both pages and jobs.
                var postgres = new NpgsqlConnectionStringBuilder(text);
                if (!words.ContainsKey("Maximum Pool Size")) postgres.MaxPoolSize = 30;
                return new(DatabaseKind.Postgres, postgres.ToString());
            }
        }
        catch (ArgumentException)
        {
            // Falls through to the sentence below: the library's own message may repeat a password.
        }

        throw new FormatException("Gava__Database ska vara \"Data Source=FIL\" (SQLite) eller \"Host=…;Database=…\" (PostgreSQL).");
    }

    public DbConnection NewConnection() => Kind == DatabaseKind.Sqlite
        ? new SqliteConnection(ConnectionString)
        : new NpgsqlConnection(ConnectionString);

    /// <summary>Configures a context on this database, on a connection of its own.</summary>
    public DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) => Quieted(Kind == DatabaseKind.Sqlite
        ? options.UseSqlite(ConnectionString, OneStatement).AddInterceptors(SqliteSetup.Instance)
        : options.UseNpgsql(ConnectionString, OneStatement));

    /// <summary>Configures a context that will be given a connection with a transaction under way.</summary>
    public DbContextOptionsBuilder ConfigureShared(DbContextOptionsBuilder options) => Quieted(Kind == DatabaseKind.Sqlite
        ? options.UseSqlite(OneStatement) : options.UseNpgsql(OneStatement));

    // Migrations are numbered SQL, so there is no snapshot for EF to compare with; the drift test does that work.
    private static DbContextOptionsBuilder Quieted(DbContextOptionsBuilder options) => options
        .ConfigureWarnings(w => w.Ignore(
            Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning,
            Microsoft.EntityFrameworkCore.Diagnostics.CoreEventId.FirstWithoutOrderByAndFilterWarning));

    /// <summary>
    /// A list is sent as one value, whatever its length: the statement is then written once and kept. Written out value by value, as EF
    /// does unasked, every question that the gate guards was worded anew at each request, a quarter of a page's time.
    /// </summary>
    private static void OneStatement<TBuilder, TExtension>(RelationalDbContextOptionsBuilder<TBuilder, TExtension> options)
        where TBuilder : RelationalDbContextOptionsBuilder<TBuilder, TExtension>
        where TExtension : RelationalOptionsExtension, new() => options.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
}
