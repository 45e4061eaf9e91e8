using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gava.Operations.Vault;

/// <summary>
/// AES-256-GCM in chunks of 64 KiB, so that what is large is sealed and opened without being held whole. Each chunk is bound to
/// its number and to whether it is the last: one that is changed, moved, doubled or cut off does not open.
/// </summary>
/// <param name="key">32 bytes that seal one text only, since a number is the nonce.</param>
internal sealed class Chunks(byte[] key) : IDisposable
{
    /// <summary>Bytes of a chunk before it is sealed; only the last may be shorter.</summary>
    public const int Size = 64 * 1024;

    public const int TagSize = 16;
    private readonly AesGcm aes = new(key, TagSize);

    /// <summary>A key of its own for one text.</summary>
    /// <param name="salt">Random, kept beside the text.</param>
    /// <param name="bound">What the text is and where it stands.</param>
    public static byte[] KeyFor(byte[] key, ReadOnlySpan<byte> salt, string bound)
    {
        var own = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, own, salt, System.Text.Encoding.UTF8.GetBytes(bound));
        return own;
    }

    /// <summary>How long a text of so many bytes becomes.</summary>
    public static long SealedLength(long length) => length + (Math.Max(1, (length + Size - 1) / Size) * TagSize);

    /// <summary>How long the text was. Whatever the answer for a length that no sealing gives, opening finds it out.</summary>
    public static long OpenedLength(long length) => Math.Max(0, length - ((length + Size + TagSize - 1) / (Size + TagSize) * TagSize));

    /// <param name="chunk">The content, then its tag.</param>
    public void Seal(long number, bool isLast, ReadOnlySpan<byte> content, Span<byte> chunk) =>
        aes.Encrypt(Nonce(number, isLast), content, chunk[..content.Length], chunk.Slice(content.Length, TagSize));

    /// <exception cref="CryptographicException">It is another chunk, or was changed.</exception>
    public void Open(long number, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> content)
    {
        if (chunk.Length < TagSize) throw new CryptographicException("The sealed text is cut off.");
        aes.Decrypt(Nonce(number, isLast), chunk[..^TagSize], chunk[^TagSize..], content[..(chunk.Length - TagSize)]);
    }

    public void Dispose() => aes.Dispose();

    private static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}

/// <summary>Seals what is written to it, chunk by chunk. Without <see cref="Finish"/> there is no last chunk, and nothing of it opens as whole.</summary>
internal sealed class SealingStream(Stream inner, byte[] key) : ChunkStream
{
    private readonly Chunks chunks = new(key);
    private readonly byte[] content = new byte[Chunks.Size];
    private readonly byte[] box = new byte[Chunks.Size + Chunks.TagSize];
    private int filled;
    private long number;

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits: whether it is the last shows only when more comes.
            if (filled == Chunks.Size) SealOne(isLast: false);
            var part = Math.Min(buffer.Length, Chunks.Size - filled);
            buffer[..part].CopyTo(content.AsSpan(filled));
            filled += part;
            buffer = buffer[part..];
        }
    }

    public void Finish() => SealOne(isLast: true);

    protected override void Dispose(bool disposing)
    {
        chunks.Dispose();
        base.Dispose(disposing);
    }

    private void SealOne(bool isLast)
    {
        chunks.Seal(number++, isLast, content.AsSpan(0, filled), box);
        inner.Write(box, 0, filled + Chunks.TagSize);
        filled = 0;
    }
}

/// <summary>Opens chunk by chunk what <see cref="SealingStream"/> sealed; it ends only after a chunk that says it is the last.</summary>
internal sealed class OpeningStream(Stream inner, byte[] key) : ChunkStream
{
    private readonly Chunks chunks = new(key);
    private readonly byte[] content = new byte[Chunks.Size];
    // One byte more than a chunk: it tells whether another follows.
    private readonly byte[] box = new byte[Chunks.Size + Chunks.TagSize + 1];
    private readonly long? length = inner.CanSeek ? Chunks.OpenedLength(inner.Length - inner.Position) : null;
    private int held;
    private int at;
    private int opened;
    private long number;
    private bool isOver;

    public override bool CanRead => true;

    public override long Length => length ?? throw new NotSupportedException();

    /// <exception cref="CryptographicException">The next chunk was changed, moved or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (at == opened)
        {
            if (isOver) return 0;
            OpenOne();
        }

        var part = Math.Min(buffer.Length, opened - at);
        content.AsSpan(at, part).CopyTo(buffer);
        at += part;
        return part;
    }

    protected override void Dispose(bool disposing)
    {
        chunks.Dispose();
        inner.Dispose();
        base.Dispose(disposing);
    }

    private void OpenOne()
    {
        var there = held + inner.ReadAtLeast(box.AsSpan(held), box.Length - held, throwOnEndOfStream: false);
        isOver = there < box.Length;
        var size = isOver ? there : there - 1;
        chunks.Open(number++, isOver, box.AsSpan(0, size), content);
        (at, opened, held) = (0, size - Chunks.TagSize, isOver ? 0 : 1);
        box[0] = box[^1];
    }
}

/// <summary>What both ways have in common: one goes forward only.</summary>
internal abstract class ChunkStream : Stream
{
    public override bool CanRead => false;

    public override bool CanWrite => false;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    // What it reads from is in memory or on this machine's disk: there is nothing to wait for.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
