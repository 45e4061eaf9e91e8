namespace Gava.Domain.Privacy;

/// <summary>Sets of words that tell what the following number or word is.</summary>
internal static class Cues
{
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words) =>
        new HashSet<string>(words.Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();
}
