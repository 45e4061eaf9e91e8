using System.Text;
using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>A place of the register's text where something is hidden, and what stands there in the original.</summary>
/// <param name="Start">Where the placeholder begins in the register's text.</param>
/// <param name="Length">Of the placeholder; several that touch each other are one place.</param>
/// <param name="Words">What the original says there.</param>
public sealed record HiddenPlace(int Start, int Length, string Words)
{
    public int End => Start + Length;
}

/// <summary>
/// Lays the register's text beside the original, so that what was hidden by mistake can be shown again (R-REG-02). What stands between the placeholders is
/// the same in both; a place is what the original has between two such stretches.
/// </summary>
public static partial class HiddenPlaces
{
    /// <summary>The hidden places in the order of the text; none when the two are not editions of the same text.</summary>
    public static IReadOnlyList<HiddenPlace> Of(string register, string original)
    {
        var placeholders = Placeholder().Matches(register);
        if (placeholders.Count == 0) return [];
        List<HiddenPlace> places = new(placeholders.Count);
        var (done, at) = (0, 0);
        for (var i = 0; i < placeholders.Count; i++)
        {
            var placeholder = placeholders[i];
            var before = register[done..placeholder.Index];
            if (i == 0 && !original.StartsWith(before, StringComparison.Ordinal)) return [];
            at += i == 0 ? before.Length : 0;
            done = placeholder.Index + placeholder.Length;
            var after = register[done..(i + 1 < placeholders.Count ? placeholders[i + 1].Index : register.Length)];
            // The last stretch is the end of the text, wherever else the same words stand.
            var end = i + 1 == placeholders.Count ? original.Length - after.Length : at < original.Length ? original.IndexOf(after, at + 1, StringComparison.Ordinal) : -1;
            if (end <= at || i + 1 == placeholders.Count && !original.EndsWith(after, StringComparison.Ordinal)) return [];
            if (original[at..end] != placeholder.Value) places.Add(new(placeholder.Index, placeholder.Length, original[at..end]));
            at = end + after.Length;
        }

        return places;
    }

    /// <summary>The register's text with the original's words at the places that are one of these words, whatever their capitals.</summary>
    public static string Show(string register, string original, IReadOnlyCollection<string> words)
    {
        var shown = new StringBuilder(register.Length);
        var done = 0;
        foreach (var place in Of(register, original).Where(p => words.Contains(p.Words, StringComparer.OrdinalIgnoreCase)))
        {
            shown.Append(register, done, place.Start - done).Append(place.Words);
            done = place.End;
        }

        return shown.Append(register, done, register.Length - done).ToString();
    }

    [GeneratedRegex(@"(?:\[[a-zåäö-]{2,30}(?: \d{1,3})?\])+")]
    private static partial Regex Placeholder();
}
