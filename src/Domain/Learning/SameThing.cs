using Gava.Domain.Cases;

namespace Gava.Domain.Learning;

/// <summary>A complaint, as far as it tells whether others say the same.</summary>
/// <param name="Text">The register's text; the first thousand characters are enough.</param>
/// <param name="UnitId">The unit that it concerns.</param>
/// <param name="Categories">The codes that somebody has set; empty until then.</param>
public sealed record SaidText(long Id, string Text, Guid UnitId, IReadOnlyList<string> Categories);

/// <summary>Complaints that say much of the same.</summary>
/// <param name="Cases">Their numbers, at least three.</param>
/// <param name="Words">What ties them, as people write it, the most telling first.</param>
public sealed record SaidAgain(IReadOnlyList<long> Cases, IReadOnlyList<string> Words);

/// <summary>
/// Finds what recurs (R-LEARN-05): complaints whose texts share so many telling words that somebody should look whether it is one thing. A proposal with
/// its reason, never a decision.
/// </summary>
/// <remarks>
/// Each text is the set of its stems. A stem weighs the more the fewer texts have it. Two texts are near when they share at least three stems, and these weigh nearly
/// half of what the shorter one's weigh; two of one unit and one category are near with less. Two that people have put in different categories are never near. Around the text that has most near it a group is made, then around the next: everything in a
/// group is near one and the same text, so that a chain of things that are each a little alike does not become one. The words that half of the group have are the ties; who has fewer than two of them is not of it.
/// </remarks>
public static class SameThing
{
    /// <summary>Two may say the same by chance.</summary>
    public const int Fewest = 3;

    private const int LeastShared = 3;
    private const double LeastShare = 0.45;

    // For two of the same unit and category.
    private const int LeastSharedThere = 2;
    private const double LeastShareThere = 0.3;
    private const int MostWords = 120;
    private const int MostTold = 5;

    // Of the words that tie a group, each in it has at least so many, or is not of it.
    private const int FewestTies = 2;

    // How people begin, end and excuse a letter: it says nothing of the matter.
    private static readonly HashSet<string> Writing =
    [
        .. SwedishStems.Of("""
            hej tack hälsning hälsningar vänliga snälla skriva skriver skrev skrivit ringa ringer ringde ringt mejla mejl brev samtal tveka tvekat länge klaga klagar klagat klagomål synpunkt
            synpunkter fråga frågar undra undrar tycka tycker tyckte tänka tänker tänkte säga säger sade sagt hända hänt händer göra gör gjorde gjort veta vet visste berätta berättar hoppas svar svara
            dag dagar vecka veckor månad månader gång gånger år igår idag morgon kväll tid ställe stället sak saker ombedd egentligen måste borde kanske bara alltid aldrig samma
            """),
    ];

    // A word that so many have tells what the place does, not what is wrong.
    private const int AlwaysAllowed = 12;
    private const double CommonShare = 0.2;

    /// <summary>The groups, the largest first; a text is in one at most.</summary>
    public static IReadOnlyList<SaidAgain> Find(IReadOnlyList<SaidText> texts)
    {
        var read = texts.Select(t => TellingOf(t.Text)).ToList();
        var spread = read.SelectMany(r => r.Keys).CountBy(stem => stem).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        var most = Math.Max(AlwaysAllowed, (int)(texts.Count * CommonShare));
        var weights = spread.Where(s => s.Value > 1 && s.Value <= most).ToDictionary(s => s.Key, s => Math.Log(1 + ((double)texts.Count / s.Value)), StringComparer.Ordinal);
        var telling = read.ConvertAll(r => r.Keys.Where(weights.ContainsKey).ToList());
        var near = NearOf(texts, telling, weights);

        List<SaidAgain> groups = [];
        var free = Enumerable.Range(0, texts.Count).ToHashSet();
        while (true)
        {
            var (centre, size) = free.Select(i => (i, near[i].Count(free.Contains))).OrderByDescending(p => p.Item2).ThenBy(p => texts[p.i].Id).FirstOrDefault();
            if (size + 1 < Fewest) return [.. groups.OrderByDescending(g => g.Cases.Count).ThenBy(g => g.Cases[0])];
            List<int> group = [centre, .. near[centre].Where(free.Contains)];
            free.ExceptWith(group);
            var ties = TiesOf(group, telling, stem => weights[stem]);
            var tied = group.FindAll(i => telling[i].Count(ties.Contains) >= FewestTies);
            if (tied.Count >= Fewest) groups.Add(new([.. tied.Select(i => texts[i].Id).Order()], [.. ties.Select(stem => AsMostWrite(stem, tied, read))]));
        }
    }

    /// <summary>The words that at least half of some texts have, as most of them write them: what most have first.</summary>
    public static IReadOnlyList<string> TiesOf(IReadOnlyList<string> texts)
    {
        var read = texts.Select(TellingOf).ToList();
        var telling = read.ConvertAll(r => r.Keys.ToList());
        List<int> all = [.. Enumerable.Range(0, read.Count)];
        return [.. TiesOf(all, telling, stem => 1).Select(stem => AsMostWrite(stem, all, read))];
    }

    private static Dictionary<string, string> TellingOf(string text)
    {
        var telling = LikelySame.TellingOf(text, MostWords);
        foreach (var stem in Writing) telling.Remove(stem);
        return telling;
    }

    private static List<List<int>> NearOf(IReadOnlyList<SaidText> texts, List<List<string>> telling, Dictionary<string, double> weights)
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

            near.Add([.. shared.Where(s => s.Key != one && AreNear(texts[one], texts[s.Key], s.Value.Count, s.Value.Weight / Math.Min(whole[one], whole[s.Key]))).Select(s => s.Key).Order()]);
        }

        return near;
    }

    private static bool AreNear(SaidText one, SaidText other, int shared, double share)
    {
        var common = one.Categories.Any(other.Categories.Contains);
        if (!common && one.Categories.Count > 0 && other.Categories.Count > 0) return false;
        return (shared >= LeastShared && share >= LeastShare) || (common && one.UnitId == other.UnitId && shared >= LeastSharedThere && share >= LeastShareThere);
    }

    /// <summary>The stems that at least half of the group have, the most telling first.</summary>
    private static List<string> TiesOf(List<int> group, List<List<string>> telling, Func<string, double> weight) =>
        [.. group.SelectMany(i => telling[i]).CountBy(stem => stem).Where(g => g.Value * 2 >= group.Count && g.Value > 1).OrderByDescending(g => g.Value * weight(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostTold).Select(g => g.Key)];

    private static string AsMostWrite(string stem, List<int> group, List<Dictionary<string, string>> read) =>
        group.Where(i => read[i].ContainsKey(stem)).CountBy(i => read[i][stem]).OrderByDescending(w => w.Value).ThenBy(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal).First().Key;
}
