using System.Security.Cryptography;

namespace Gava.Web.Security;

/// <summary>Finds the key that wraps the vault's keys: from the environment, from a file, or, in the demo, one made once and kept.</summary>
public static class VaultKeys
{
    private const string HowToMake = "Gör en med: openssl rand -base64 32";

    /// <exception cref="SettingsFault">There is none, or it does not have 32 bytes.</exception>
    public static byte[] Find(GavaSettings settings)
    {
        if (settings.VaultKey is { Length: > 0 } key) return Decoded(key, "Gava__Vault__Key");
        if (settings.VaultKeyFile is { Length: > 0 } file)
        {
            if (!File.Exists(file)) throw new SettingsFault($"Filen i Gava__Vault__KeyFile finns inte. {HowToMake}");
            return Decoded(File.ReadAllText(file).Trim(), "Gava__Vault__KeyFile");
        }

        if (!settings.Demo) throw new SettingsFault($"Valvets nyckel saknas. Ange Gava__Vault__Key eller Gava__Vault__KeyFile: 32 byte i base64. {HowToMake}");
        return DemoKey(settings.Data);
    }

    private static byte[] DemoKey(string folder)
    {
        var file = Path.Combine(folder, "vault.key");
        Directory.CreateDirectory(folder);
        if (!File.Exists(file))
        {
            // Written aside and moved, so that a stop half-way leaves no half key.
            var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            File.WriteAllText(file + ".new", made);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(file + ".new", file, overwrite: false);
        }

        return Decoded(File.ReadAllText(file).Trim(), file);
    }

    private static byte[] Decoded(string text, string where)
    {
        try
        {
            var key = Convert.FromBase64String(text);
            if (key.Length == 32) return key;
        }
        catch (FormatException)
        {
            // The sentence below serves both; the text itself is never repeated.
        }

        throw new SettingsFault($"{where} ska vara 32 byte i base64. {HowToMake}");
    }
}
