namespace Gava.Domain;

/// <summary>Finds what somebody probably meant: "Menar du …?"</summary>
public static class Nearest
{
    /// <summary>The known word that is at most <paramref name="most"/> letters away, whatever the case, or null.</summary>
    public static string? To(string word, IEnumerable<string> known, int most = 3)
    {
        // A short word is near everything; half of it may be wrong at most.
        most = Math.Min(most, word.Length / 2);
        // Lengths that differ by more are further away; so a word without end is not measured at all.
        var near = known.Where(k => Math.Abs(k.Length - word.Length) <= most).MinBy(k => Distance(k, word));
        return near is not null && Distance(near, word) <= most ? near : null;
    }

    /// <summary>Levenshtein's: how many letters must be put in, taken out or changed.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
