namespace Gava.Domain;

/// <summary>
/// A rule of the house or of the law was about to be broken. Its message is the only exception text that a user may read:
/// one Swedish sentence that says what would be right. It never holds personal data.
/// </summary>
public sealed class RuleBroken : Exception
{
    public RuleBroken(string code, string message, string? field = null) : base(message)
    {
        Code = code;
        Field = field;
    }

    /// <summary>Stable, for machines: the API's problem type, such as <c>case-closed</c>.</summary>
    public string Code { get; }

    /// <summary>The field that the rule speaks of, in camelCase as in the API, or null when it speaks of the whole.</summary>
    public string? Field { get; }
}
