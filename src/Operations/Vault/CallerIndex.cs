using System.Security.Cryptography;
using System.Text;
using Gava.Domain.Cases;

namespace Gava.Operations.Vault;

/// <summary>What somebody is known by who calls about their case.</summary>
public enum CallerMark { Phone, Email, Name }

/// <summary>A mark as the index has it: blind, so that the table tells nothing of anybody without the installation's secret.</summary>
/// <param name="Token">16 bytes.</param>
public sealed record BlindMark(CallerMark Mark, byte[] Token);

/// <summary>
/// Finds the case of a person who calls (issue: the one who calls back). Exact phone, e-mail and name are kept as keyed hashes:
/// the same number gives the same token, however it is written, and nobody can go from a token back to a number.
/// </summary>
public sealed class CallerIndex(InstallationSecrets secrets)
{
    private const string SecretName = "caller-index";
    private const int TokenSize = 16;

    /// <summary>The marks of somebody, for the index. Empty for somebody anonymous.</summary>
    public async ValueTask<IReadOnlyList<BlindMark>> MarksOfAsync(Complainant person)
    {
        var secret = await secrets.OfAsync(SecretName);
        return [.. new[] { (CallerMark.Phone, Plain(CallerMark.Phone, person.Phone)), (CallerMark.Email, Plain(CallerMark.Email, person.Email)), (CallerMark.Name, Plain(CallerMark.Name, person.Name)) }
            .Where(m => m.Item2.Length > 0).Select(m => new BlindMark(m.Item1, Token(secret, m.Item1, m.Item2)))];
    }

    /// <summary>What was said on the phone, as the mark that it can be; null when it is none.</summary>
    public async ValueTask<BlindMark?> MarkOfAsync(string said)
    {
        var mark = MarkIn(said);
        var plain = Plain(mark, said);
        return plain.Length == 0 ? null : new(mark, Token(await secrets.OfAsync(SecretName), mark, plain));
    }

    /// <summary>An at sign makes it an address, digits without letters a number, else it is a name.</summary>
    public static CallerMark MarkIn(string said) => said.Contains('@', StringComparison.Ordinal) ? CallerMark.Email
        : said.Any(char.IsDigit) && !said.Any(char.IsLetter) ? CallerMark.Phone : CallerMark.Name;

    /// <summary>As it is compared: a number without its country and spaces, letters small, one space between names.</summary>
    public static string Plain(CallerMark mark, string? said)
    {
        var text = (said ?? "").Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        if (mark == CallerMark.Name) return string.Join(' ', text.Split([' ', '\t', '\n', ',', '.'], StringSplitOptions.RemoveEmptyEntries));
        if (mark == CallerMark.Email) return text;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = digits.TrimStart('0');
            // "+46 (0)70" is written too.
            if (digits.StartsWith("46", StringComparison.Ordinal)) return "0" + digits[2..].TrimStart('0');
            return "+" + digits;
        }

        return digits;
    }

    private static byte[] Token(byte[] secret, CallerMark mark, string plain) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{mark}:{plain}"))[..TokenSize];
}
