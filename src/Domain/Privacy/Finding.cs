namespace Gava.Domain.Privacy;

/// <summary>A stretch of text that is personal data. A proposal: the one who registers decides (R-REG-02).</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Type">What it is.</param>
/// <param name="Why">A short Swedish explanation, such as "står efter 'heter'".</param>
public sealed record Finding(int Start, int Length, PersonalDataType Type, string Why)
{
    /// <summary>The first unit after it.</summary>
    public int End => Start + Length;
}
