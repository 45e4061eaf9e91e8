using System.Text.Json.Serialization;
using Gava.Domain.Privacy;

namespace Gava.Domain.Disclosure;

/// <summary>A stretch of a document that is not given out, and by which provision. The words themselves are not here.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Ground">The code of a <see cref="SecrecyGround"/>.</param>
public sealed record DisclosureMask(int Start, int Length, string Ground)
{
    /// <summary>The first unit after it.</summary>
    [JsonIgnore]
    public int End => Start + Length;
}

/// <summary>The masks of one document together.</summary>
public static class DisclosureMasks
{
    public const int Most = 1000;

    /// <summary>In the order of the text.</summary>
    /// <exception cref="RuleBroken"><c>masking-range</c> as <see cref="Masking"/>, <c>ground-unknown</c>, or <c>masks-many</c>.</exception>
    public static IReadOnlyList<DisclosureMask> Checked(string text, IReadOnlyCollection<DisclosureMask> masks)
    {
        if (masks.Count > Most) throw new RuleBroken("masks-many", "Det är för många maskeringar i en handling. Dölj längre stycken.", "masks");
        foreach (var mask in masks) SecrecyGrounds.Of(mask.Ground);
        _ = Masking.Apply(text, masks.Select(m => new Finding(m.Start, m.Length, PersonalDataType.Person, "")));
        return [.. masks.OrderBy(m => m.Start)];
    }

    /// <summary>One after the other, whatever overlapped. What any of them covered is covered still.</summary>
    public static IReadOnlyList<DisclosureMask> Together(IEnumerable<DisclosureMask> masks)
    {
        List<DisclosureMask> together = [];
        foreach (var mask in masks.OrderBy(m => m.Start).ThenByDescending(m => m.Length))
        {
            if (together.Count == 0 || mask.Start >= together[^1].End) together.Add(mask);
            else if (mask.End <= together[^1].End) continue;
            else if (mask.Ground == together[^1].Ground) together[^1] = together[^1] with { Length = mask.End - together[^1].Start };
            else together.Add(mask with { Start = together[^1].End, Length = mask.End - together[^1].End });
        }

        return together;
    }

    /// <summary>Every place of some words, in any case.</summary>
    public static IEnumerable<DisclosureMask> OfWords(string text, string words, string ground)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); words.Length > 0 && at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
        {
            yield return new(at, words.Length, ground);
        }
    }

    /// <summary>From the first place of some words to the end of the next place of others.</summary>
    /// <exception cref="RuleBroken">Either is not there.</exception>
    public static DisclosureMask Between(string text, string from, string to, string ground)
    {
        var start = from.Length == 0 ? -1 : text.IndexOf(from, StringComparison.OrdinalIgnoreCase);
        var end = start < 0 || to.Length == 0 ? -1 : text.IndexOf(to, start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? throw new RuleBroken("mask-words", "De orden står inte så i handlingen. Skriv av de första och de sista orden i stycket.", "from") : new(start, end + to.Length - start, ground);
    }
}
