using Gava.Domain.Cases;

namespace Gava.Domain.Learning;

/// <summary>A complaint, as far as it tells whether others say the same.</summary>
/// <param name="Text">The register's text; the first thousand characters are enough.</param>
public readonly record struct SaidText(long Id, string Text);

/// <summary>Complaints that say much of the same.</summary>
/// <param name="Cases">Their numbers, at least three.</param>
/// <param name="Words">What ties them, as people write it, the most telling first.</param>
public sealed record SaidAgain(IReadOnlyList<long> Cases, IReadOnlyList<string> Words);

/// <summary>
/// Finds what recurs (R-LEARN-05): complaints whose texts share so many telling words that somebody should look whether it is one thing. A proposal with
/// its reason, never a decision.
/// </summary>
/// <remarks>
/// Each text is the set of its stems. A stem weighs the more the fewer texts have it. Two texts are near when the stems that they share weigh at least
/// <see cref="LeastShare"/> of what the shorter one's weigh. Around the text that has most near it a group is made, then around the next: everything in a
/// group is near one and the same text, so that a chain of things that are each a little alike does not become one.
/// </remarks>
public static class SameThing
{
    /// <summary>Two may say the same by chance.</summary>
    public const int Fewest = 3;

    private const int LeastShared = 3;
    private const double LeastShare = 0.4;
    private const int MostWords = 120;
    private const int MostTold = 5;

    // A word that so many have tells what the place does, not what is wrong.
    private const int AlwaysAllowed = 12;
    private const double CommonShare = 0.2;

    /// <summary>The groups, the largest first; a text is in one at most.</summary>
    public static IReadOnlyList<SaidAgain> Find(IReadOnlyList<SaidText> texts)
    {
        var read = texts.Select(t => LikelySame.TellingOf(t.Text, MostWords)).ToList();
        var spread = read.SelectMany(r => r.Keys).CountBy(stem => stem).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        var most = Math.Max(AlwaysAllowed, (int)(texts.Count * CommonShare));
        var weights = spread.Where(s => s.Value > 1 && s.Value <= most).ToDictionary(s => s.Key, s => Math.Log(1 + ((double)texts.Count / s.Value)), StringComparer.Ordinal);
        var telling = read.ConvertAll(r => r.Keys.Where(weights.ContainsKey).ToList());
        var near = NearOf(telling, weights);

        List<SaidAgain> groups = [];
        var free = Enumerable.Range(0, texts.Count).ToHashSet();
        while (true)
        {
            var (centre, size) = free.Select(i => (i, near[i].Count(free.Contains))).OrderByDescending(p => p.Item2).ThenBy(p => texts[p.i].Id).FirstOrDefault();
            if (size + 1 < Fewest) return [.. groups.OrderByDescending(g => g.Cases.Count).ThenBy(g => g.Cases[0])];
            List<int> group = [centre, .. near[centre].Where(free.Contains)];
            free.ExceptWith(group);
            if (Ties(group, read, telling, weights) is { Count: >= 2 } words) groups.Add(new([.. group.Select(i => texts[i].Id).Order()], words));
        }
    }

    private static List<List<int>> NearOf(List<List<string>> telling, Dictionary<string, double> weights)
    {
        var with = telling.SelectMany((stems, i) => stems.Select(stem => (stem, i))).ToLookup(p => p.stem, p => p.i, StringComparer.Ordinal);
        var whole = telling.ConvertAll(stems => stems.Sum(s => weights[s]));
        List<List<int>> near = [];
        for (var one = 0; one < telling.Count; one++)
        {
            Dictionary<int, (int Count, double Weight)> shared = [];
            foreach (var stem in telling[one])
            {
                foreach (var other in with[stem])
                {
                    var (count, weight) = shared.GetValueOrDefault(other);
                    shared[other] = (count + 1, weight + weights[stem]);
                }
            }

            near.Add([.. shared.Where(s => s.Key != one && s.Value.Count >= LeastShared && s.Value.Weight >= LeastShare * Math.Min(whole[one], whole[s.Key])).Select(s => s.Key).Order()]);
        }

        return near;
    }

    /// <summary>The words that at least half of the group have, as most of them write them.</summary>
    private static List<string> Ties(List<int> group, List<Dictionary<string, string>> read, List<List<string>> telling, Dictionary<string, double> weights) =>
        [.. group.SelectMany(i => telling[i]).CountBy(stem => stem).Where(g => g.Value * 2 >= group.Count).OrderByDescending(g => g.Value * weights[g.Key]).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostTold)
            .Select(g => group.Where(i => read[i].ContainsKey(g.Key)).CountBy(i => read[i][g.Key]).OrderByDescending(w => w.Value).ThenBy(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal).First().Key)];
}
