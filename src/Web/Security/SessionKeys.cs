using System.Text;
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
