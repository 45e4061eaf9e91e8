using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gava.Operations.Vault;

namespace Gava.Operations.Backups;

/// <summary>What a backup holds, in numbers.</summary>
/// <param name="Schema">The last step of the schema that it was taken from.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Rows">How many rows, by table.</param>
/// <param name="Hash">SHA-256 of everything in it.</param>
public sealed record BackupContent(string Schema, DateTime MadeAt, IReadOnlyDictionary<string, long> Rows, byte[] Hash)
{
    public bool IsSameAs(BackupContent other) => Schema == other.Schema && MadeAt == other.MadeAt && Hash.AsSpan().SequenceEqual(other.Hash)
        && Rows.Count == other.Rows.Count && Rows.All(r => other.Rows.GetValueOrDefault(r.Key, -1) == r.Value);
}

/// <summary>
/// The file of a backup. In the open: what it is, which installation key it needs, and salt. The rest is sealed in chunks and is a row
/// of parts, each with its length before it: what it was taken from, then for each table its columns, its rows and how many they
/// were, at last the hash of all that.
/// </summary>
internal static class BackupFile
{
    public const int SaltSize = 32;
    public const int HeaderSize = 8 + VaultCipher.KeyIdSize + SaltSize;

    // A part is a row, and the largest row is an attachment.
    public const int LongestPart = 512 * 1024 * 1024;

    public static ReadOnlySpan<byte> Mark => "GAVABAK1"u8;

    public enum Part : byte { Beginning = 1, Table = 2, Row = 3, TableEnd = 4, End = 5 }
}

/// <summary>Writes a backup, part by part.</summary>
internal sealed class BackupWriter : IDisposable
{
    private readonly SealingStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream part = new();
    private readonly BinaryWriter writer;
    private readonly Dictionary<string, long> rows = [];
    private readonly (string Schema, DateTime MadeAt) from;
    private BackupTable? table;

    public BackupWriter(Stream stream, VaultCipher cipher, string schema, DateTime madeAt)
    {
        writer = new BinaryWriter(part, Encoding.UTF8);
        var salt = RandomNumberGenerator.GetBytes(BackupFile.SaltSize);
        stream.Write([.. BackupFile.Mark, .. cipher.KeyId, .. salt]);
        file = new SealingStream(stream, cipher.BackupKey(cipher.KeyId, salt)!);
        from = (schema, madeAt);
        Write(BackupFile.Part.Beginning, () =>
        {
            writer.Write(schema);
            writer.Write(madeAt.Ticks);
        });
    }

    public void Begin(BackupTable next)
    {
        (table, rows[next.Name]) = (next, 0);
        Write(BackupFile.Part.Table, () =>
        {
            writer.Write(next.Name);
            writer.Write(next.Columns.Count);
            foreach (var column in next.Columns)
            {
                writer.Write(column.Name);
                writer.Write((byte)column.Kind);
            }
        });
    }

    public void Row(object?[] values)
    {
        rows[table!.Name]++;
        Write(BackupFile.Part.Row, () =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                writer.Write(values[i] is not null);
                if (values[i] is { } value) Write(table.Columns[i].Kind, value);
            }
        });
    }

    public void EndTable() => Write(BackupFile.Part.TableEnd, () => writer.Write(rows[table!.Name]));

    public BackupContent Finish()
    {
        var all = hash.GetCurrentHash();
        Write(BackupFile.Part.End, () => writer.Write(all));
        file.Finish();
        return new(from.Schema, from.MadeAt, rows, all);
    }

    public void Dispose()
    {
        writer.Dispose();
        hash.Dispose();
        file.Dispose();
    }

    private void Write(BackupFile.Part kind, Action content)
    {
        part.SetLength(0);
        writer.Write(0);
        writer.Write((byte)kind);
        content();
        writer.Seek(0, SeekOrigin.Begin);
        writer.Write((int)part.Length - sizeof(int));
        var written = part.GetBuffer().AsSpan(0, (int)part.Length);
        hash.AppendData(written);
        file.Write(written);
    }

    private void Write(ColumnKind kind, object value)
    {
        switch (kind)
        {
            case ColumnKind.Text: writer.Write((string)value); break;
            case ColumnKind.Bytes: writer.Write(((byte[])value).Length); writer.Write((byte[])value); break;
            case ColumnKind.Int: writer.Write((int)value); break;
            case ColumnKind.Long: writer.Write((long)value); break;
            case ColumnKind.Flag: writer.Write((bool)value); break;
            case ColumnKind.Id: writer.Write(((Guid)value).ToByteArray(bigEndian: true)); break;
            case ColumnKind.Moment: writer.Write(((DateTime)value).Ticks); break;
            default: writer.Write(((DateOnly)value).DayNumber); break;
        }
    }
}

/// <summary>
/// Reads a backup in the order in which it was written. Every chunk is proved when it is read, and the whole when the last table
/// has been: until then nobody may trust what was read.
/// </summary>
internal sealed class BackupReader : IDisposable
{
    private readonly OpeningStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, long> rows = [];
    private readonly byte[] length = new byte[sizeof(int)];
    private byte[] part = new byte[4096];

    /// <exception cref="BackupRefused">It is no backup, another key's, or broken.</exception>
    public BackupReader(Stream stream, VaultCipher cipher)
    {
        var header = new byte[BackupFile.HeaderSize];
        var there = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (!header.AsSpan().StartsWith(BackupFile.Mark)) throw new BackupRefused("Filen är ingen säkerhetskopia från Gåva.");
        if (there < header.Length) throw Broken();
        var key = cipher.BackupKey(header.AsSpan(BackupFile.Mark.Length, VaultCipher.KeyIdSize), header.AsSpan(BackupFile.Mark.Length + VaultCipher.KeyIdSize))
            ?? throw new BackupRefused("Säkerhetskopian är låst med en annan nyckel. Ange den nyckel som gällde när den gjordes, i Gava__Vault__Key eller Gava__Vault__OldKey.");
        file = new OpeningStream(stream, key);
        var reader = Next(BackupFile.Part.Beginning);
        (Schema, MadeAt) = (reader.ReadString(), new DateTime(reader.ReadInt64(), DateTimeKind.Utc));
    }

    public string Schema { get; }

    public DateTime MadeAt { get; }

    /// <summary>Set when everything has been read and proved.</summary>
    public BackupContent? Content { get; private set; }

    /// <summary>Reads the whole file and proves it.</summary>
    /// <exception cref="BackupRefused">It is no backup, another key's, or broken.</exception>
    public static BackupContent Prove(Stream stream, VaultCipher cipher)
    {
        using var reader = new BackupReader(stream, cipher);
        while (reader.NextTable() is { } table)
        {
            while (reader.NextRow(table) is not null)
            {
                // Reading is proof.
            }
        }

        return reader.Content!;
    }

    /// <summary>Null when the last has been read, and the whole is proved.</summary>
    public BackupTable? NextTable()
    {
        var before = hash.GetCurrentHash();
        var reader = Next(out var kind);
        if (kind == BackupFile.Part.End)
        {
            if (!before.AsSpan().SequenceEqual(reader.ReadBytes(before.Length)) || AtEnd() is false) throw Broken();
            Content = new(Schema, MadeAt, rows, before);
            return null;
        }

        if (kind != BackupFile.Part.Table) throw Broken();
        var name = reader.ReadString();
        var columns = new BackupColumn[reader.ReadInt32()];
        for (var i = 0; i < columns.Length; i++) columns[i] = new(reader.ReadString(), (ColumnKind)reader.ReadByte());
        rows[name] = 0;
        return new(name, columns);
    }

    /// <summary>Null when the table has no more.</summary>
    public object?[]? NextRow(BackupTable table)
    {
        var reader = Next(out var kind);
        if (kind == BackupFile.Part.TableEnd) return reader.ReadInt64() == rows[table.Name] ? null : throw Broken();
        if (kind != BackupFile.Part.Row) throw Broken();
        rows[table.Name]++;
        var values = new object?[table.Columns.Count];
        for (var i = 0; i < values.Length; i++) values[i] = reader.ReadBoolean() ? Value(reader, table.Columns[i].Kind) : null;
        return values;
    }

    public void Dispose()
    {
        hash.Dispose();
        file.Dispose();
    }

    private static object Value(BinaryReader reader, ColumnKind kind) => kind switch
    {
        ColumnKind.Text => reader.ReadString(),
        ColumnKind.Bytes => reader.ReadBytes(reader.ReadInt32()),
        ColumnKind.Int => reader.ReadInt32(),
        ColumnKind.Long => reader.ReadInt64(),
        ColumnKind.Flag => reader.ReadBoolean(),
        ColumnKind.Id => new Guid(reader.ReadBytes(16), bigEndian: true),
        ColumnKind.Moment => new DateTime(reader.ReadInt64(), DateTimeKind.Utc),
        ColumnKind.Day => DateOnly.FromDayNumber(reader.ReadInt32()),
        _ => throw Broken(),
    };

    private BinaryReader Next(BackupFile.Part expected)
    {
        var reader = Next(out var kind);
        return kind == expected ? reader : throw Broken();
    }

    private BinaryReader Next(out BackupFile.Part kind)
    {
        try
        {
            file.ReadExactly(length);
            var size = BinaryPrimitives.ReadInt32LittleEndian(length);
            if (size is < 1 or > BackupFile.LongestPart) throw Broken();
            if (part.Length < size) part = new byte[size];
            file.ReadExactly(part, 0, size);
            hash.AppendData(length);
            hash.AppendData(part, 0, size);
            kind = (BackupFile.Part)part[0];
            return new BinaryReader(new MemoryStream(part, 1, size - 1, writable: false), Encoding.UTF8);
        }
        catch (Exception fault) when (fault is CryptographicException or EndOfStreamException)
        {
            throw Broken();
        }
    }

    private bool AtEnd()
    {
        try
        {
            return file.Read(length) == 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static BackupRefused Broken() => new("Säkerhetskopian är trasig: den har ändrats, eller är inte hel.");
}
