using System.Data.Common;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gava.Operations.Backups;

/// <summary>What a column holds, whichever database it stands in. The number is written in backups: old ones keep theirs.</summary>
internal enum ColumnKind : byte { Text = 1, Bytes = 2, Int = 3, Long = 4, Flag = 5, Id = 6, Moment = 7, Day = 8 }

internal sealed record BackupColumn(string Name, ColumnKind Kind);

internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns)
{
    public string ColumnNames => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>One row, each value as C# has it.</summary>
    public object?[] Read(DbDataReader reader, bool isSqlite)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i) ? null : Value(reader, i, isSqlite);
        return values;
    }

    private object Value(DbDataReader reader, int i, bool isSqlite) => Columns[i].Kind switch
    {
        ColumnKind.Text => reader.GetString(i),
        ColumnKind.Bytes => reader.GetFieldValue<byte[]>(i),
        ColumnKind.Int => reader.GetInt32(i),
        ColumnKind.Long => reader.GetInt64(i),
        ColumnKind.Flag => reader.GetBoolean(i),
        ColumnKind.Id => isSqlite ? new Guid(reader.GetFieldValue<byte[]>(i), bigEndian: true) : reader.GetGuid(i),
        ColumnKind.Moment => DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc),
        _ => reader.GetFieldValue<DateOnly>(i),
    };
}

/// <summary>
/// The tables that a backup copies, as EF's model tells them. What stands in no backup: the index for search, which is made anew
/// from the cases, the leases of jobs, which belong to a server that runs,
/// and files on their way in, which somebody has.
/// </summary>
internal static class BackupTables
{
    public const string SearchTable = "case_search";

    /// <summary>In the order in which rows can be put back: what others refer to comes first.</summary>
    public static IReadOnlyList<BackupTable> In(IModel model)
    {
        List<IEntityType> ordered = [];
        foreach (var entity in model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal)) Add(entity, ordered);
        return [.. ordered.Where(e => e.ClrType != typeof(JobLease) && e.ClrType != typeof(ImportDraft)).Select(Of)];
    }

    /// <summary>Every table that Gåva has of its own.</summary>
    public static IReadOnlyList<string> AllNames(IModel model) => [SearchTable, .. model.GetEntityTypes().Select(e => e.GetTableName()!)];

    private static void Add(IEntityType entity, List<IEntityType> ordered)
    {
        if (ordered.Contains(entity)) return;
        foreach (var needed in entity.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(e => e != entity)) Add(needed, ordered);
        ordered.Add(entity);
    }

    private static BackupTable Of(IEntityType entity) => new(entity.GetTableName()!, [.. entity.GetProperties().Select(p => new BackupColumn(p.GetColumnName(), KindOf(p)))]);

    private static ColumnKind KindOf(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(Guid)) return ColumnKind.Id;
        var kept = property.GetTypeMapping().Converter?.ProviderClrType ?? type;
        kept = Nullable.GetUnderlyingType(kept) ?? kept;
        return kept == typeof(string) ? ColumnKind.Text
            : kept == typeof(byte[]) ? ColumnKind.Bytes
            : kept == typeof(int) ? ColumnKind.Int
            : kept == typeof(long) ? ColumnKind.Long
            : kept == typeof(bool) ? ColumnKind.Flag
            : kept == typeof(DateTime) ? ColumnKind.Moment
            : kept == typeof(DateOnly) ? ColumnKind.Day
            : throw new NotSupportedException($"A backup has no place for {property.DeclaringType.ClrType.Name}.{property.Name}.");
    }
}
