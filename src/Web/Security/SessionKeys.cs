using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Gava.Web.Security;

/// <summary>
/// The keys of sessions and forms lie in <c>Gava__Data</c>, wrapped by the vault's key: a copy of the folder alone signs nobody in.
/// </summary>
public static class SessionKeys
{
    public static void AddSessionKeys(this IServiceCollection services, GavaSettings settings)
    {
        services.AddDataProtection().SetApplicationName("gava").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Data, "keys")));
        services.AddOptions<KeyManagementOptions>().Configure<VaultCipher>((options, cipher) => options.XmlEncryptor = new Wrapper(cipher));
    }

    private const string Name = "session-keys";

    /// <summary>Wraps by the current key the files that the key being left has wrapped. Gives how many.</summary>
    public static int Rewrap(GavaSettings settings, VaultCipher cipher)
    {
        var folder = new DirectoryInfo(Path.Combine(settings.Data, "keys"));
        return folder.Exists ? folder.EnumerateFiles("*.xml").ToList().Count(file => Rewrap(file.FullName, cipher)) : 0;
    }

    private static bool Rewrap(string file, VaultCipher cipher)
    {
        try
        {
            var key = XDocument.Load(file);
            var wrapped = key.Descendants("wrapped").Where(w => cipher.NeedsOldKey(Name, Convert.FromBase64String(w.Value))).ToList();
            if (wrapped.Count == 0) return false;
            foreach (var one in wrapped) one.Value = Convert.ToBase64String(cipher.WrapValue(Name, cipher.UnwrapValue(Name, Convert.FromBase64String(one.Value))));
            // Written aside and moved, so that a stop half-way leaves no half key.
            key.Save(file + ".new");
            File.Move(file + ".new", file, overwrite: true);
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or XmlException or FormatException)
        {
            // Another key's, or no key at all: ASP.NET makes a new one, and those who were signed in sign in again.
            return false;
        }
    }

    private sealed class Wrapper(VaultCipher cipher) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        {
            var wrapped = cipher.WrapValue(Name, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
            return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(Unwrapper));
        }
    }

    /// <summary>Made by ASP.NET when it reads a key back.</summary>
    public sealed class Unwrapper(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<VaultCipher>().UnwrapValue(Name, Convert.FromBase64String(encryptedElement.Value))));
    }
}
