using Gava.Domain.History;
using Gava.Domain.People;

namespace Gava.Domain.Learning;

/// <summary>What is compared: the complaints about a place with all below it, of one category or of all.</summary>
public readonly record struct Series(Guid UnitId, string? Category);

/// <summary>So many in four weeks, where the year before gives reason to expect so many.</summary>
/// <param name="ByChance">How often chance alone gives at least as many, 0 to 1.</param>
public readonly record struct RiseFound(Series Series, int Count, double Expected, double ByChance);

/// <summary>Finds what rises beyond chance before the tertial ends (R-LEARN-05).</summary>
public static class Rises
{
    /// <summary>The days that are judged.</summary>
    public const int Days = 28;

    /// <summary>The days before them that they are judged by.</summary>
    public const int DaysBefore = 364;

    /// <summary>Fewer than so many are no rise, however few came before.</summary>
    public const int Fewest = 4;

    /// <summary>How often chance alone, in all the series together, raises any alarm.</summary>
    public const double Rare = 0.05;

    private const double Share = Days / (double)(Days + DaysBefore);

    /// <summary>
    /// Those that rise. Where so many series are looked at, some of them rise by chance: each must be as much rarer. A place above rises only by what its places below do not
    /// explain already.
    /// </summary>
    /// <param name="organisation">Says what lies below what.</param>
    /// <param name="complaints">Each complaint of the last 392 days once for each of its categories, and once without.</param>
    /// <param name="today">The day after the last one that is judged.</param>
    public static IReadOnlyList<RiseFound> Find(Organisation organisation, IReadOnlyCollection<(Guid UnitId, string? Category, DateOnly Day)> complaints, DateOnly today)
    {
        var judged = today.AddDays(-Days);
        var counts = complaints.Where(c => c.Day < today && c.Day >= judged.AddDays(-DaysBefore))
            .GroupBy(c => new Series(c.UnitId, c.Category)).ToDictionary(g => g.Key, g => (Now: g.Count(c => c.Day >= judged), Before: g.Count(c => c.Day < judged)));
        var places = organisation.Tree().Select(u => (Unit: u, Depth: organisation.Line(u.Id).Count(), Below: organisation.Below(u.Id).Select(b => b.Id).ToList())).OrderByDescending(p => p.Depth).ToList();
        var categories = counts.Keys.Select(k => k.Category).Distinct().ToList();
        var tried = places.Sum(p => categories.Count(c => p.Below.Any(b => counts.TryGetValue(new(b, c), out var n) && n.Now > 0)));
        List<RiseFound> found = [];
        foreach (var category in categories)
        {
            HashSet<Guid> explained = [];
            foreach (var place in places)
            {
                var own = place.Below.Where(b => !explained.Contains(b)).Select(b => counts.GetValueOrDefault(new(b, category))).ToList();
                var (now, before) = (own.Sum(n => n.Now), own.Sum(n => n.Before));
                if (now < Fewest) continue;
                var chance = Chance.OfAtLeast(now, before, Share);
                if (chance * tried >= Rare) continue;
                found.Add(new(new(place.Unit.Id, category), now, before * (double)Days / DaysBefore, chance));
                explained.UnionWith(place.Below);
            }
        }

        // What all complaints together do is told already where one category does it.
        return [.. found.Where(f => f.Series.Category is not null || !found.Exists(o => o.Series.UnitId == f.Series.UnitId && o.Series.Category is not null)).OrderBy(f => f.ByChance)];
    }
}

/// <summary>That somebody was told of a rise, and what came of it (R-LEARN-05).</summary>
public sealed class RiseSignal
{
    private RiseSignal() { }

    public RiseSignal(RiseFound found, DateOnly from, DateOnly to, DateTime at) =>
        (UnitId, Category, FromDay, ToDay, Count, ExpectedTenths, ChancePerMillion, RaisedAt) =
        (found.Series.UnitId, found.Series.Category, from, to, found.Count, (int)Math.Round(found.Expected * 10), (int)Math.Round(found.ByChance * 1_000_000), at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid UnitId { get; private set; }

    /// <summary>Null is complaints of all categories together.</summary>
    public string? Category { get; private set; }

    public DateOnly FromDay { get; private set; }

    /// <summary>The last day, included.</summary>
    public DateOnly ToDay { get; private set; }

    public int Count { get; private set; }

    /// <summary>As many as the year before gives reason to expect, in tenths.</summary>
    public int ExpectedTenths { get; private set; }

    /// <summary>How often chance alone gives at least as many, of a million times.</summary>
    public int ChancePerMillion { get; private set; }

    public DateTime RaisedAt { get; private set; }

    /// <summary>Since when somebody has looked at it.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>What they found, in the register's words.</summary>
    public string? Answer { get; private set; }

    /// <summary>Whoever leads the place, and its complaints manager.</summary>
    public bool ConcernsViewer(Viewer viewer) => ImprovementPlan.MayStart(viewer, UnitId);

    /// <summary>Somebody has looked into it. The last word stands.</summary>
    /// <exception cref="RuleBroken">It is somebody else's, or words are missing.</exception>
    public void Settle(string answer, Viewer viewer, Change change)
    {
        if (!ConcernsViewer(viewer)) throw new RuleBroken("not-yours", "Det är chefen för enheten, eller klagomålshanteraren, som svarar på signalen.");
        (Answer, AnsweredAt, AnsweredBy) = (ImprovementPlan.Checked(answer, 1000, "answer", "Skriv vad ni har sett, med högst 1 000 tecken."), change.At, viewer.Id);
    }

    /// <summary>"9 klagomål på 28 dagar, mot 2,1 som väntat."</summary>
    public string Swedish() => $"{Count} klagomål på {ToDay.DayNumber - FromDay.DayNumber + 1} dagar. Året innan var det {(ExpectedTenths / 10m).ToString("0.#", System.Globalization.CultureInfo.GetCultureInfo("sv-SE"))} på lika lång tid.";
}
