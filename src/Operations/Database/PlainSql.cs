using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gava.Operations.Database;

/// <summary>A statement that is read without EF, where there are many rows: values are bound and read as C# has them, on both databases.</summary>
internal sealed class PlainSql : IAsyncDisposable
{
    private readonly DbCommand command;

    private PlainSql(DbCommand command, bool isSqlite) => (this.command, IsSqlite) = (command, isSqlite);

    public bool IsSqlite { get; }

    /// <summary>A statement on the context's connection, and in its transaction if there is one.</summary>
    public static async Task<PlainSql> OnAsync(GavaDatabase database, CancellationToken cancellation)
    {
        await database.Database.OpenConnectionAsync(cancellation);
        var connection = database.Database.GetDbConnection();
        var made = connection.CreateCommand();
        made.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        return new(made, connection is not NpgsqlConnection);
    }

    /// <summary>Binds a value; never text in the statement.</summary>
    public string Add(object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{command.Parameters.Count}";
        parameter.Value = IsSqlite && value is Guid id ? id.ToByteArray(bigEndian: true) : value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    /// <summary>Runs it and reads every row.</summary>
    public async Task<List<T>> ReadAsync<T>(string statement, Func<PlainRow, T> read, CancellationToken cancellation)
    {
        command.CommandText = statement;
        List<T> rows = [];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var row = new PlainRow(reader, IsSqlite);
        while (await reader.ReadAsync(cancellation)) rows.Add(read(row));
        return rows;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}

/// <summary>The row that is being read. Columns are told by their place.</summary>
internal readonly struct PlainRow(DbDataReader reader, bool isSqlite)
{
    public long Long(int column) => reader.GetInt64(column);

    public int Int(int column) => reader.GetInt32(column);

    public bool Flag(int column) => reader.GetBoolean(column);

    public string Text(int column) => reader.GetString(column);

    public string? MaybeText(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>UTC.</summary>
    public DateTime Moment(int column) => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);

    public DateTime? MaybeMoment(int column) => reader.IsDBNull(column) ? null : Moment(column);

    public Guid Id(int column) => isSqlite ? new Guid(reader.GetFieldValue<byte[]>(column), bigEndian: true) : reader.GetGuid(column);

    public Guid? MaybeId(int column) => reader.IsDBNull(column) ? null : Id(column);

    public int? MaybeInt(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
