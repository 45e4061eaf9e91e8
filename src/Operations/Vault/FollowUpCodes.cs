using System.Security.Cryptography;
using System.Text;

namespace Gava.Operations.Vault;

/// <summary>
/// The secret code with which anybody follows a case without signing in. Derived from the submission and a secret of the
/// installation, so that the same form sent twice gets the same code; only its hash is stored. 120 bits.
/// </summary>
public sealed class FollowUpCodes(InstallationSecrets secrets)
{
    private const string SecretName = "follow-up-secret";

    // Crockford's: no I, L, O or U, so that a code can be read over the phone.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>"7KQ4-…", six groups of four.</summary>
    public async Task<string> OfAsync(Guid submission)
    {
        var bits = HMACSHA256.HashData(await secrets.OfAsync(SecretName), submission.ToByteArray(bigEndian: true));
        var code = new StringBuilder(29);
        for (var i = 0; i < 24; i++)
        {
            if (i > 0 && i % 4 == 0) code.Append('-');
            code.Append(Alphabet[FiveBits(bits, i * 5)]);
        }

        return code.ToString();
    }

    public static byte[] Hash(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(Plain(code)));

    /// <summary>The submission that an <c>Idempotency-Key</c> of a service or person stands for.</summary>
    public async Task<Guid> SubmissionOfAsync(Guid personId, string key)
    {
        return new Guid(HMACSHA256.HashData(await secrets.OfAsync(SecretName), (byte[])[.. personId.ToByteArray(), .. Encoding.UTF8.GetBytes(key)]).AsSpan(0, 16));
    }

    private static string Plain(string code) =>
        string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');

    private static int FiveBits(byte[] bytes, int bit) => ((bytes[bit / 8] << 8 | bytes[(bit / 8) + 1]) >> (11 - (bit % 8))) & 31;
}
