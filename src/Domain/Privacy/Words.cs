namespace Gava.Domain.Privacy;

/// <summary>
/// Words that somebody wrote, in two editions: the one that the register may show, and the original that only the vault
/// may hold (R-REG-02, R-REG-03).
/// </summary>
/// <param name="Register">The de-identified text.</param>
/// <param name="Original">The text as it was written.</param>
public sealed record Words(string Register, string Original)
{
    /// <summary>True when something was masked, so that the original must go to the vault.</summary>
    public bool HasSecrets => !string.Equals(Register, Original, StringComparison.Ordinal);

    public static Words Plain(string text) => new(text, text);

    public override string ToString() => Register;
}
