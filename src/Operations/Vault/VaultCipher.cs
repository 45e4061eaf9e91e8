using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gava.Operations.Database;

namespace Gava.Operations.Vault;

/// <summary>
/// The vault's locks. Each case has a data key of its own, wrapped by the installation's key; each field is sealed with
/// AES-256-GCM and bound to its case and its name, so that a sealed field moved to another row does not open (R-REG-03).
/// While the installation leaves one key for another, both open and the new one wraps (docs/decisions/0016-keys-and-backup.md).
/// </summary>
public sealed class VaultCipher
{
    /// <summary>How many bytes name an installation key.</summary>
    public const int KeyIdSize = 8;

    // The first byte of what is sealed.
    private const byte Whole = 1;
    private const byte UnderNamedKey = 2;
    private const byte InChunks = 3;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int SaltSize = 32;
    private readonly InstallationKey current;
    private readonly InstallationKey[] keys;

    /// <param name="installationKey">32 bytes.</param>
    /// <param name="oldKey">The key that is being left, 32 bytes; null when none is.</param>
    public VaultCipher(byte[] installationKey, byte[]? oldKey = null)
    {
        current = new(installationKey);
        keys = oldKey is null ? [current] : [current, new(oldKey)];
    }

    /// <summary>True while an old key is given beside the current one.</summary>
    public bool IsLeavingAKey => keys.Length > 1;

    /// <summary>Names the current key without telling anything of it.</summary>
    public ReadOnlySpan<byte> KeyId => current.Id;

    /// <summary>What everything that the current key wraps begins with.</summary>
    internal byte[] Prefix => [UnderNamedKey, .. current.Id];

    public (byte[] DataKey, VaultKey Row) NewKey(long caseId)
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        return (dataKey, new VaultKey { CaseId = caseId, Wrapped = Wrap(dataKey, BoundToCase(caseId)) });
    }

    /// <exception cref="CryptographicException">The key is another, or the row was changed or moved.</exception>
    public byte[] Unwrap(VaultKey row) => OpenWrapped(row.Wrapped, BoundToCase(row.CaseId)).Content;

    public static VaultEntry SealField(byte[] dataKey, long caseId, string field, ReadOnlySpan<byte> content) =>
        new() { CaseId = caseId, Field = field, Sealed = [Whole, .. Seal(dataKey, content, $"{caseId}:{field}")] };

    public static VaultEntry SealField(byte[] dataKey, long caseId, string field, string text) =>
        SealField(dataKey, caseId, field, (ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(text));

    public static VaultEntry SealJson<T>(byte[] dataKey, long caseId, string field, T value) =>
        SealField(dataKey, caseId, field, (ReadOnlySpan<byte>)JsonSerializer.SerializeToUtf8Bytes(value));

    /// <summary>Seals a file, which may be large, so that it can be opened as a stream.</summary>
    /// <param name="length">How many bytes the content has.</param>
    public static VaultEntry SealInChunks(byte[] dataKey, long caseId, string field, Stream content, long length)
    {
        var box = new byte[1 + SaltSize + Chunks.SealedLength(length)];
        box[0] = InChunks;
        var salt = box.AsSpan(1, SaltSize);
        RandomNumberGenerator.Fill(salt);
        using var stream = new SealingStream(new MemoryStream(box, 1 + SaltSize, box.Length - 1 - SaltSize), Chunks.KeyFor(dataKey, salt, BoundToField(caseId, field)));
        content.CopyTo(stream, Chunks.Size);
        stream.Finish();
        return new() { CaseId = caseId, Field = field, Sealed = box };
    }

    /// <exception cref="CryptographicException">The key is another, or the row was changed or moved.</exception>
    public static byte[] OpenField(byte[] dataKey, VaultEntry entry)
    {
        if (entry.Sealed is not [InChunks, ..]) return Open(dataKey, AfterByte(entry.Sealed, Whole), $"{entry.CaseId}:{entry.Field}");
        using var stream = InsideOf(dataKey, entry);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        // Only the last chunk says that this was all: even nothing is proved by it.
        return stream.ReadByte() < 0 ? content : throw new CryptographicException("The sealed text is longer than it says.");
    }

    /// <summary>The same as a stream, which knows its length. Every chunk has been proved before the first is handed out.</summary>
    /// <exception cref="CryptographicException">The key is another, or the row was changed or moved.</exception>
    public static Stream OpenStream(byte[] dataKey, VaultEntry entry)
    {
        if (entry.Sealed is not [InChunks, ..]) return new MemoryStream(OpenField(dataKey, entry), writable: false);
        using (var proof = InsideOf(dataKey, entry)) proof.CopyTo(Stream.Null);
        return InsideOf(dataKey, entry);
    }

    /// <summary>Wraps a value of the installation itself, such as the secret that follow-up codes are derived from.</summary>
    public byte[] WrapValue(string name, byte[] value) => Wrap(value, BoundToName(name));

    /// <exception cref="CryptographicException">The key is another, or the value was changed or moved.</exception>
    public byte[] UnwrapValue(string name, byte[] wrapped) => OpenWrapped(wrapped, BoundToName(name)).Content;

    /// <summary>True when only the key that is being left opens it.</summary>
    /// <exception cref="CryptographicException">No key opens it.</exception>
    public bool NeedsOldKey(VaultKey row) => OpenWrapped(row.Wrapped, BoundToCase(row.CaseId)).By != current;

    /// <inheritdoc cref="NeedsOldKey(VaultKey)"/>
    public bool NeedsOldKey(string name, byte[] wrapped) => OpenWrapped(wrapped, BoundToName(name)).By != current;

    /// <summary>Wraps the case's data key by the current key; the data key and all that it seals stay as they are.</summary>
    /// <exception cref="CryptographicException">No key opens it.</exception>
    internal void Rewrap(VaultKey row) => row.Wrapped = Wrap(Unwrap(row), BoundToCase(row.CaseId));

    /// <summary>The key of a backup, derived from an installation key and in no backup; null when that key is not at hand.</summary>
    /// <param name="keyId">Which installation key.</param>
    /// <param name="salt">Random, written in the backup.</param>
    internal byte[]? BackupKey(ReadOnlySpan<byte> keyId, ReadOnlySpan<byte> salt)
    {
        foreach (var key in keys)
        {
            if (keyId.SequenceEqual(key.Id)) return Chunks.KeyFor(key.Bytes, salt, "gava backup");
        }

        return null;
    }

    private static string BoundToCase(long caseId) => $"key:{caseId}";

    private static string BoundToName(string name) => $"installation:{name}";

    private static string BoundToField(long caseId, string field) => $"chunks:{caseId}:{field}";

    private static OpeningStream InsideOf(byte[] dataKey, VaultEntry entry)
    {
        if (entry.Sealed.Length < 1 + SaltSize + TagSize) throw new CryptographicException("The sealed text is cut off.");
        return new(new MemoryStream(entry.Sealed, 1 + SaltSize, entry.Sealed.Length - 1 - SaltSize, writable: false),
            Chunks.KeyFor(dataKey, entry.Sealed.AsSpan(1, SaltSize), BoundToField(entry.CaseId, entry.Field)));
    }

    private byte[] Wrap(byte[] value, string bound) => [.. Prefix, .. Seal(current.Bytes, value, bound)];

    private (byte[] Content, InstallationKey By) OpenWrapped(byte[] box, string bound)
    {
        if (box is [UnderNamedKey, ..] && box.Length > KeyIdSize)
        {
            var by = keys.FirstOrDefault(k => box.AsSpan(1, KeyIdSize).SequenceEqual(k.Id)) ?? throw new CryptographicException("Another key has wrapped it.");
            return (Open(by.Bytes, box.AsSpan(1 + KeyIdSize), bound), by);
        }

        // The first format does not say which key: the right one is the one that opens.
        for (var i = 0; ; i++)
        {
            try
            {
                return (Open(keys[i].Bytes, AfterByte(box, Whole), bound), keys[i]);
            }
            catch (AuthenticationTagMismatchException) when (i + 1 < keys.Length)
            {
                // The next one may.
            }
        }
    }

    private static ReadOnlySpan<byte> AfterByte(byte[] box, byte format) =>
        box.Length > 0 && box[0] == format ? box.AsSpan(1) : throw new CryptographicException("The vault does not know this format.");

    private static byte[] Seal(byte[] key, ReadOnlySpan<byte> content, string bound)
    {
        var box = new byte[NonceSize + TagSize + content.Length];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, content, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(bound));
        return box;
    }

    private static byte[] Open(byte[] key, ReadOnlySpan<byte> box, string bound)
    {
        if (box.Length < NonceSize + TagSize) throw new CryptographicException("The sealed text is cut off.");
        var content = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box[..NonceSize], box[(NonceSize + TagSize)..], box.Slice(NonceSize, TagSize), content, Encoding.UTF8.GetBytes(bound));
        return content;
    }

    private sealed class InstallationKey
    {
        public InstallationKey(byte[] bytes)
        {
            if (bytes.Length != 32) throw new ArgumentException("The vault's key has 32 bytes.", nameof(bytes));
            Bytes = [.. bytes];
            Id = HMACSHA256.HashData(Bytes, "gava vault key id"u8)[..KeyIdSize];
        }

        public byte[] Bytes { get; }

        public byte[] Id { get; }
    }
}
