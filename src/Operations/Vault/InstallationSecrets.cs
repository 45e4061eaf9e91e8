using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Vault;

/// <summary>Values that the installation made for itself and never changes: 32 bytes each, made at first use, wrapped by its key.</summary>
public sealed class InstallationSecrets(Databases databases, WriteGate gate, VaultCipher cipher)
{
    private readonly ConcurrentDictionary<string, byte[]> known = new();

    /// <summary>Not to be asked for inside the write gate: it may have to write.</summary>
    public async ValueTask<byte[]> OfAsync(string name)
    {
        if (known.TryGetValue(name, out var secret)) return secret;
        await using var database = databases.ForSystem();
        var stored = await database.InstallationValues.FirstOrDefaultAsync(v => v.Name == name);
        return known[name] = stored is null ? await MakeAsync(name) : cipher.UnwrapValue(name, stored.Value);
    }

    private Task<byte[]> MakeAsync(string name) => gate.WriteAsync(null, async database =>
    {
        var stored = await database.InstallationValues.FirstOrDefaultAsync(v => v.Name == name);
        if (stored is not null) return cipher.UnwrapValue(name, stored.Value);
        var made = RandomNumberGenerator.GetBytes(32);
        database.InstallationValues.Add(new InstallationValue { Name = name, Value = cipher.WrapValue(name, made) });
        return made;
    });
}
