using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Learning;

// R-LEARN-05: what rises beyond chance is told before the tertial ends
public sealed class RisesTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);
    private static readonly Unit Small = Make.Unit("boendestod");
    private static readonly Unit Other = Make.Unit("traffpunkten");

    [Fact]
    public void A_rise_is_found_where_it_is_and_not_again_above()
    {
        // Two a quarter, then nine in four weeks: in one unit only.
        var found = Rises.Find(Make.Organisation(), [.. Past(Small, "bemotande", 8), .. Lately(Small, "bemotande", 9), .. Past(Other, "bemotande", 26), .. Lately(Other, "bemotande", 2)], Today);

        var one = Assert.Single(found);
        Assert.Equal((new Series(Small.Id, "bemotande"), 9), (one.Series, one.Count));
        Assert.Equal(8 * 28 / 364.0, one.Expected, 9);
        Assert.InRange(one.ByChance, 0, 1e-5);
    }

    [Fact]
    public void A_rise_that_is_spread_out_is_found_at_the_place_above()
    {
        var found = Rises.Find(Make.Organisation(), [.. new[] { Small, Other }.SelectMany(u => Past(u, "bemotande", 2).Concat(Lately(u, "bemotande", 3)))], Today);

        var one = Assert.Single(found);
        Assert.Equal((Make.Unit("socialpsykiatri").Id, 6), (one.Series.UnitId, one.Count));
    }

    [Fact]
    public void Few_are_no_rise_and_neither_is_what_came_before_or_comes_tomorrow()
    {
        Assert.Empty(Rises.Find(Make.Organisation(), [.. Lately(Small, "bemotande", 3)], Today));
        Assert.Empty(Rises.Find(Make.Organisation(), [.. Past(Small, "bemotande", 200)], Today));
        Assert.Empty(Rises.Find(Make.Organisation(), [.. Enumerable.Repeat((Small.Id, (string?)"bemotande", Today), 20)], Today));
        Assert.Empty(Rises.Find(Make.Organisation(), [], Today));
    }

    [Fact] // measured: in a year of weeks without any change, fewer than one week in twenty raises an alarm
    public void A_year_of_noise_raises_few_alarms()
    {
        var chance = new Random(26);
        var units = Make.Organisation().Tree().Where(u => Make.Organisation().Below(u.Id).Count() == 1).ToList();
        var (weeks, alarms) = (0, 0);
        for (var year = 0; year < 8; year++)
        {
            List<(Guid, string?, DateOnly)> all = [];
            foreach (var unit in units)
            {
                foreach (var category in new[] { "bemotande", "mat", null })
                {
                    foreach (var day in Enumerable.Range(0, 800)) all.AddRange(Enumerable.Repeat((unit.Id, category, Today.AddDays(-day)), ControlChartTests.Poisson(chance, 0.02)));
                }
            }

            for (var week = 0; week < 52; week++, weeks++) alarms += Rises.Find(Make.Organisation(), all, Today.AddDays(-7 * week)).Count > 0 ? 1 : 0;
        }

        Assert.InRange(alarms / (double)weeks, 0, 0.05);
    }

    private static IEnumerable<(Guid, string?, DateOnly)> Past(Unit unit, string category, int times) =>
        Enumerable.Range(0, times).Select(i => (unit.Id, (string?)category, Today.AddDays(-29 - (i * 363 / Math.Max(1, times)))));

    private static IEnumerable<(Guid, string?, DateOnly)> Lately(Unit unit, string category, int times) => Enumerable.Range(0, times).Select(i => (unit.Id, (string?)category, Today.AddDays(-1 - (i % 28))));
}
