using System.Buffers.Binary;
using System.Globalization;
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

    /// <summary>
    /// What a line says of older lines whose words it hid: the number of each and the link that it has now. The links of the chain
    /// stay those of the words that were written, so that a line which nobody vouches for still shows (R-REG-02, R-SEC-02).
    /// </summary>
    public static string Vouch(IEnumerable<(Event Line, byte[] Link)> lines) =>
        string.Join(';', lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Line.Sequence}:{Convert.ToHexString(l.Link)}")));

    /// <summary>Reads what <see cref="Vouch"/> wrote. What is no such text vouches for nothing.</summary>
    public static IEnumerable<(long Sequence, string Link)> Vouched(string? subject)
    {
        foreach (var one in (subject ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = one.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && long.TryParse(one.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) yield return (sequence, one[(colon + 1)..]);
        }
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
