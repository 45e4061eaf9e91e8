using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gava.Operations.Database;

/// <summary>
/// A step of the schema: a numbered SQL file, one for both databases or one each (name.sqlite.sql, name.postgres.sql).
/// EF keeps the history and the lock; there is no way back but the backup.
/// </summary>
public abstract class NumberedSql : Migration
{
    private static readonly (string Token, string Sqlite, string Postgres)[] Types =
    [
        ("$key", "INTEGER NOT NULL PRIMARY KEY", "bigint NOT NULL PRIMARY KEY"),
        ("$uuid", "blob", "uuid"),
        ("$moment", "text", "timestamp with time zone"),
        ("$bytes", "blob", "bytea"),
        ("$bool", "integer", "boolean"),
        ("$clustered", "WITHOUT ROWID", ""),
        ("$false", "0", "false"),
        ("$nobody", $"X'{new string('0', 32)}'", "'00000000-0000-0000-0000-000000000000'"),
        ("$noughts", $"X'{new string('0', 64)}'", $"'\\x{new string('0', 64)}'"),
    ];

    /// <summary>The id of every step, the oldest first.</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. typeof(NumberedSql).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(NumberedSql))).Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The id of the newest step.</summary>
    public static string Last => Steps[^1];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = migrationBuilder.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        migrationBuilder.Sql(SqlOf(NameOf(GetType()), isSqlite));
    }

    private static string NameOf(Type step) => step.GetCustomAttributes(typeof(MigrationAttribute), false).Cast<MigrationAttribute>().Single().Id;

    internal static string SqlOf(string name, bool isSqlite)
    {
        var own = $"migrations/{name}.{(isSqlite ? "sqlite" : "postgres")}.sql";
        var assembly = typeof(NumberedSql).Assembly;
        using var stream = assembly.GetManifestResourceStream(own) ?? assembly.GetManifestResourceStream($"migrations/{name}.sql")
            ?? throw new InvalidOperationException($"The migration {name} has no SQL file.");
        using var reader = new StreamReader(stream);
        return Types.Aggregate(reader.ReadToEnd(), (sql, type) => sql.Replace(type.Token, isSqlite ? type.Sqlite : type.Postgres, StringComparison.Ordinal));
    }
}

[DbContext(typeof(GavaDatabase)), Migration("0001_first")]
public sealed class First : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0002_search")]
public sealed class Search : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0003_desks")]
public sealed class DeskIndexes : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0004_way_of_a_case")]
public sealed class WayOfACase : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0005_diary")]
public sealed class Diaries : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0006_routines")]
public sealed class RoutinesRead : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0007_desks_and_jobs")]
public sealed class DesksAndJobs : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0008_organisation")]
public sealed class Organisations : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0009_several_diaries")]
public sealed class SeveralDiaries : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0010_who_reads")]
public sealed class WhoReads : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0011_disposal")]
public sealed class Disposal : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0012_disclosure")]
public sealed class Disclosures : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0013_citizen")]
public sealed class Citizen : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0015_forms")]
public sealed class PaperForms : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0016_registers")]
public sealed class OlderRegisters : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0017_learning")]
public sealed class Learning : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0018_improvements")]
public sealed class Improvements : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0019_scanned_files")]
public sealed class ScannedFiles : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0022_compiled_reports")]
public sealed class CompiledReports : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0023_signals")]
public sealed class Signals : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0024_themes")]
public sealed class Themes : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0025_points")]
public sealed class Points : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0026_theme_words")]
public sealed class ThemeWords : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0027_codes")]
public sealed class CodesAndSurveyLinks : NumberedSql;

[DbContext(typeof(GavaDatabase)), Migration("0029_users")]
public sealed class UserCounts : NumberedSql;
