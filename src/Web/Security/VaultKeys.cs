using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using Gava.Operations.Vault;

namespace Gava.Web.Security;

/// <summary>Finds the key that wraps the vault's keys: from the environment, a file, a program, or, in the demo, one made once and kept.</summary>
public static class VaultKeys
{
    private const string HowToMake = "Gör en med: openssl rand -base64 32";

    /// <summary>What is said when the key at hand is not the one that wrapped what the database holds.</summary>
    public const string AnotherKey = "Nyckeln öppnar inte valvet i den här databasen. Sätt tillbaka den rätta i Gava__Vault__Key, eller ange den som gällde förut i Gava__Vault__OldKey.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The vault's locks, with the key that is being left if there is one.</summary>
    /// <exception cref="SettingsFault">There is no key, it does not have 32 bytes, or the old one is the same.</exception>
    public static VaultCipher CipherOf(GavaSettings settings)
    {
        var (key, old) = (Find(settings), FindOld(settings));
        if (old is not null && CryptographicOperations.FixedTimeEquals(key, old)) throw new SettingsFault("Gava__Vault__OldKey är samma nyckel som den nya. Ange den nya i Gava__Vault__Key, eller ta bort den gamla.");
        return new VaultCipher(key, old);
    }

    private static byte[] Find(GavaSettings settings)
    {
        if (settings.VaultKey is { Length: > 0 } key) return Decoded(key, "Gava__Vault__Key");
        if (settings.VaultKeyFile is { Length: > 0 } file) return FromFile(file, "Gava__Vault__KeyFile");
        if (settings.VaultKeyCommand is { Length: > 0 } command) return FromCommand(command);
        if (!settings.Demo) throw new SettingsFault($"Valvets nyckel saknas. Ange Gava__Vault__Key eller Gava__Vault__KeyFile: 32 byte i base64. {HowToMake}");
        return DemoKey(settings.Data);
    }

    private static byte[]? FindOld(GavaSettings settings) =>
        settings.VaultOldKey is { Length: > 0 } key ? Decoded(key, "Gava__Vault__OldKey")
            : settings.VaultOldKeyFile is { Length: > 0 } file ? FromFile(file, "Gava__Vault__OldKeyFile") : null;

    private static byte[] FromFile(string file, string setting)
    {
        if (!File.Exists(file)) throw new SettingsFault($"Filen i {setting} finns inte. {HowToMake}");
        return Decoded(File.ReadAllText(file).Trim(), setting);
    }

    /// <summary>What the program prints is the key, so nothing that it says is repeated anywhere.</summary>
    private static byte[] FromCommand(string command)
    {
        var (shell, flag) = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        try
        {
            using var program = Process.Start(new ProcessStartInfo(shell, [flag, command])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            program.StandardInput.Close();
            program.BeginErrorReadLine();
            var printed = program.StandardOutput.ReadToEndAsync();
            if (!program.WaitForExit(Patience) || !printed.Wait(Patience))
            {
                program.Kill(entireProcessTree: true);
                throw new SettingsFault($"Gava__Vault__KeyCommand blev inte klart på {Patience.TotalSeconds:0} sekunder. Kör det för hand och se varför.");
            }

            if (program.ExitCode != 0) throw new SettingsFault($"Gava__Vault__KeyCommand slutade med {program.ExitCode}. Kör det för hand och se varför.");
            return Decoded(printed.Result.Trim(), "Det som Gava__Vault__KeyCommand skriver");
        }
        catch (Win32Exception)
        {
            throw new SettingsFault("Gava__Vault__KeyCommand går inte att köra: det finns inget skal på datorn.");
        }
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
