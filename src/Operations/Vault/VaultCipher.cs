using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gava.Operations.Database;

namespace Gava.Operations.Vault;

/// <summary>
/// The vault's locks. Each case has a data key of its own, wrapped by the installation's key; each field is sealed with
/// AES-256-GCM and bound to its case and its name, so that a sealed field moved to another row does not open (R-REG-03).
/// </summary>
public sealed class VaultCipher
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] installationKey;

    /// <param name="installationKey">32 bytes.</param>
    public VaultCipher(byte[] installationKey)
    {
        if (installationKey.Length != 32) throw new ArgumentException("The vault's key has 32 bytes.", nameof(installationKey));
        this.installationKey = [.. installationKey];
    }

    public (byte[] DataKey, VaultKey Row) NewKey(long caseId)
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        return (dataKey, new VaultKey { CaseId = caseId, Wrapped = Seal(installationKey, dataKey, $"key:{caseId}") });
    }

    /// <exception cref="CryptographicException">The key is another, or the row was changed or moved.</exception>
    public byte[] Unwrap(VaultKey row) => Open(installationKey, row.Wrapped, $"key:{row.CaseId}");

    public static VaultEntry SealField(byte[] dataKey, long caseId, string field, ReadOnlySpan<byte> content) =>
        new() { CaseId = caseId, Field = field, Sealed = Seal(dataKey, content, $"{caseId}:{field}") };

    public static VaultEntry SealField(byte[] dataKey, long caseId, string field, string text) =>
        SealField(dataKey, caseId, field, (ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(text));

    public static VaultEntry SealJson<T>(byte[] dataKey, long caseId, string field, T value) =>
        SealField(dataKey, caseId, field, (ReadOnlySpan<byte>)JsonSerializer.SerializeToUtf8Bytes(value));

    /// <exception cref="CryptographicException">The key is another, or the row was changed or moved.</exception>
    public static byte[] OpenField(byte[] dataKey, VaultEntry entry) => Open(dataKey, entry.Sealed, $"{entry.CaseId}:{entry.Field}");

    /// <summary>Wraps a value of the installation itself, such as the secret that follow-up codes are derived from.</summary>
    public byte[] WrapValue(string name, byte[] value) => Seal(installationKey, value, $"installation:{name}");

    public byte[] UnwrapValue(string name, byte[] wrapped) => Open(installationKey, wrapped, $"installation:{name}");

    private static byte[] Seal(byte[] key, ReadOnlySpan<byte> content, string bound)
    {
        var box = new byte[1 + NonceSize + TagSize + content.Length];
        box[0] = Format;
        var nonce = box.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, content, box.AsSpan(1 + NonceSize + TagSize), box.AsSpan(1 + NonceSize, TagSize), Encoding.UTF8.GetBytes(bound));
        return box;
    }

    private static byte[] Open(byte[] key, byte[] box, string bound)
    {
        if (box.Length < 1 + NonceSize + TagSize || box[0] != Format) throw new CryptographicException("The vault does not know this format.");
        var content = new byte[box.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box.AsSpan(1, NonceSize), box.AsSpan(1 + NonceSize + TagSize), box.AsSpan(1 + NonceSize, TagSize), content, Encoding.UTF8.GetBytes(bound));
        return content;
    }
}
