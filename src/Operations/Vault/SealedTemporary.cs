using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Gava.Operations.Vault;

/// <summary>
/// A file on its way in, on disk and not in memory: sealed as it arrives, by a key that only this object has, and without a name there, so that nobody else opens
/// it and nothing is left behind however the program ends (R-REG-03).
/// </summary>
public sealed class SealedTemporary : IDisposable
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly FileStream file;
    private SealingStream? sealing;

    /// <param name="folder">Made where it is missing.</param>
    public SealedTemporary(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{Guid.CreateVersion7():N}");
        file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
        File.Delete(path);
        sealing = new(file, key);
    }

    /// <summary>How many bytes have been written.</summary>
    public long Length { get; private set; }

    /// <exception cref="InvalidOperationException">It is finished.</exception>
    public void Write(ReadOnlySpan<byte> content)
    {
        (sealing ?? throw new InvalidOperationException("It is finished.")).Write(content);
        Length += content.Length;
    }

    /// <summary>That was all: now it can be read.</summary>
    public void Finish()
    {
        sealing?.Finish();
        file.Flush();
        sealing?.Dispose();
        sealing = null;
    }

    /// <summary>From its beginning, as often as it is asked for.</summary>
    public Stream Open() => new OpeningStream(new Reading(file.SafeFileHandle), key);

    public void Dispose()
    {
        sealing?.Dispose();
        file.Dispose();
    }

    /// <summary>Each reader has a place of its own in the file, and leaves it open.</summary>
    private sealed class Reading(SafeFileHandle handle) : ChunkStream
    {
        private long at;

        public override bool CanRead => true;

        public override int Read(Span<byte> buffer)
        {
            var read = RandomAccess.Read(handle, buffer, at);
            at += read;
            return read;
        }
    }
}
