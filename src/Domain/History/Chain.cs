using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gava.Domain.History;

/// <summary>
/// The chain over all journal lines: each hash covers the one before it, so that an edited, removed, inserted or moved line
/// shows (R-SEC-02). The fields are written with their lengths, so that no two different lines share the same bytes.
/// </summary>
public static class Chain
{
    /// <summary>What the first line is linked to.</summary>
    public static byte[] Beginning { get; } = new byte[32];

    public static byte[] Link(byte[] previousHash, Event line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previousHash);
        Append(hash, line.Sequence);
        Append(hash, line.CaseId ?? long.MinValue);
        Append(hash, line.Number);
        Append(hash, line.Kind.ToString());
        hash.AppendData(line.By.ToByteArray(bigEndian: true));
        Append(hash, Microseconds(line.At));
        Append(hash, line.HappenedAt is { } happened ? Microseconds(happened) : long.MinValue);
        Append(hash, line.Text);
        Append(hash, line.Subject);
        Append(hash, line.Why);
        return hash.GetHashAndReset();
    }

    // Databases keep microseconds, .NET keeps tenths of them.
    private static long Microseconds(DateTime moment) => moment.Ticks / TimeSpan.TicksPerMicrosecond;

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string? value)
    {
        var bytes = value is null ? [] : Encoding.UTF8.GetBytes(value);
        Append(hash, value is null ? -1L : bytes.Length);
        hash.AppendData(bytes);
    }
}
