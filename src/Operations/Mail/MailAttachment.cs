using System.Security.Cryptography;

namespace Gava.Operations.Mail;

/// <summary>A file that came with a mail, or a message within it.</summary>
/// <param name="Filename">Without folders and control signs; null when the sender gave none.</param>
/// <param name="ContentType">As the sender claims, in lower case; not to be trusted.</param>
/// <param name="Bytes">With the transfer encoding undone.</param>
/// <param name="ContentId">What the HTML calls it by, without brackets; null for most.</param>
public sealed record MailAttachment(string? Filename, string ContentType, ReadOnlyMemory<byte> Bytes, string? ContentId)
{
    /// <summary>Lower-case hexadecimal, of the bytes.</summary>
    public string Sha1() =>
#pragma warning disable CA5350 // Tells files apart; it protects nothing.
        Convert.ToHexStringLower(SHA1.HashData(Bytes.Span));
#pragma warning restore CA5350

    internal static string? CleanName(string? name)
    {
        if (name is null) return null;
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return name is "" or "." or ".." ? null : name;
    }
}
