using Gava.Domain.People;

namespace Gava.Domain.Cases;

/// <summary>A unit that a text may be about, and what says so.</summary>
/// <param name="Why">In a Swedish sentence.</param>
public sealed record UnitHint(Unit Unit, string Why);

/// <summary>An earlier case, as far as it tells where such things belong.</summary>
public sealed record EarlierCase(Guid UnitId, string Text);

/// <summary>
/// Which unit a text is likely about (R-FLOW-02): one that it names, else the one whose earlier cases have most of its words.
/// A hint with its reason, never a decision.
/// </summary>
public static class LikelyUnit
{
    /// <summary>Below so many letters a stem is too common to tell anything.</summary>
    private const int ShortestStem = 4;

    /// <summary>So many telling words must be shared, and so much more than the next unit has.</summary>
    private const int LeastShared = 2;
    private const double ClearlyMore = 1.5;

    /// <param name="places">Where a case can be registered.</param>
    /// <param name="earlier">Cases that have some words of the text.</param>
    /// <param name="chosen">The unit that it is at already: nothing is said when that is the likely one.</param>
    public static UnitHint? Of(string text, IEnumerable<Unit> places, IReadOnlyCollection<EarlierCase> earlier, Guid? chosen)
    {
        var stems = SwedishStems.Of(text).Where(s => s.Length >= ShortestStem).ToHashSet();
        var known = places.ToList();
        // A unit that is named: all the words of its name stand in the text.
        var named = known.Where(u => NameOf(u) is { Count: > 0 } name && name.All(stems.Contains)).OrderByDescending(u => NameOf(u).Count).FirstOrDefault();
        if (named is not null) return named.Id == chosen ? null : new(named, $"Texten nämner {named.Name}.");
        return FromHistory(stems, known, earlier, chosen);
    }

    private static UnitHint? FromHistory(HashSet<string> stems, List<Unit> places, IReadOnlyCollection<EarlierCase> earlier, Guid? chosen)
    {
        var read = earlier.Select(e => (e.UnitId, Words: SwedishStems.Of(e.Text).Where(stems.Contains).ToHashSet())).Where(e => e.Words.Count > 0).ToList();
        // A word that many units' cases have tells little of any of them.
        var spread = read.SelectMany(e => e.Words.Select(w => (w, e.UnitId))).Distinct().GroupBy(p => p.w).ToDictionary(g => g.Key, g => g.Count());
        var scores = read.GroupBy(e => e.UnitId).Select(g =>
        {
            var words = g.SelectMany(e => e.Words).ToHashSet();
            return (Unit: g.Key, Score: words.Sum(w => 1.0 / spread[w]), Shared: words.Where(w => spread[w] == 1).ToList());
        }).OrderByDescending(s => s.Score).Take(2).ToList();
        if (scores.Count == 0 || scores[0].Shared.Count < LeastShared || scores[0].Unit == chosen) return null;
        if (scores.Count > 1 && scores[0].Score < scores[1].Score * ClearlyMore) return null;
        return places.Find(u => u.Id == scores[0].Unit) is { } unit ? new(unit, $"Det liknar det som har kommit in om {unit.Name}.") : null;
    }

    /// <summary>The telling words of a unit's name.</summary>
    private static List<string> NameOf(Unit unit) => [.. SwedishStems.Of(unit.Name).Where(s => s.Length >= ShortestStem)];
}
