using Gava.Domain.Learning;

namespace Gava.Domain.Tests.Learning;

// R-LEARN-07: no group under five leaves the circle, also not by subtraction
public sealed class SmallGroupsTests
{
    [Fact]
    public void A_small_part_takes_the_next_smallest_with_it()
    {
        var hidden = SmallGroups.Hidden(new Dictionary<string, int> { ["all"] = 30, ["a"] = 20, ["b"] = 7, ["c"] = 3 }, [["all", "a", "b", "c"]]);

        Assert.Equal(["b", "c"], hidden.Order());
    }

    [Fact]
    public void Two_small_ones_that_together_are_few_take_a_third()
    {
        var hidden = SmallGroups.Hidden(new Dictionary<string, int> { ["all"] = 23, ["a"] = 20, ["b"] = 1, ["c"] = 2 }, [["all", "a", "b", "c"]]);

        Assert.Equal(["a", "b", "c"], hidden.Order());
    }

    [Fact]
    public void A_small_part_alone_takes_the_whole()
    {
        var hidden = SmallGroups.Hidden(new Dictionary<string, int> { ["all"] = 3, ["a"] = 0, ["b"] = 3 }, [["all", "a", "b"]]);

        Assert.Equal(["all", "b"], hidden.Order());
    }

    [Fact]
    public void Nothing_is_hidden_where_nobody_is_few()
    {
        Assert.Empty(SmallGroups.Hidden(new Dictionary<string, int> { ["all"] = 25, ["a"] = 20, ["b"] = 5, ["c"] = 0 }, [["all", "a", "b", "c"]]));
    }

    /// <summary>
    /// A table of places by groups with both sums, as a reader outside sees it. The reader subtracts until nothing more can be told, and
    /// must never come to a small group.
    /// </summary>
    [Fact]
    public void Whoever_subtracts_never_comes_to_a_small_group()
    {
        var random = new Random(7);
        for (var world = 0; world < 400; world++)
        {
            var (values, sums) = World(random);
            var hidden = SmallGroups.Hidden(values, sums);

            var known = values.Keys.Where(c => !hidden.Contains(c)).ToHashSet();
            while (sums.FirstOrDefault(s => s.Count(c => !known.Contains(c)) == 1) is { } sum) known.Add(sum.First(c => !known.Contains(c)));

            Assert.DoesNotContain(known, cell => values[cell] is > 0 and < SmallGroups.Smallest);
        }
    }

    private static (Dictionary<string, int> Values, List<IReadOnlyList<string>> Sums) World(Random random)
    {
        var (places, groups) = (random.Next(2, 7), random.Next(2, 6));
        Dictionary<string, int> values = [];
        List<IReadOnlyList<string>> sums = [];
        for (var p = 0; p < places; p++)
        {
            for (var g = 0; g < groups; g++) values[$"{p},{g}"] = random.Next(3) == 0 ? 0 : random.Next(0, 25);
            sums.Add([$"{p},all", .. Enumerable.Range(0, groups).Select(g => $"{p},{g}")]);
        }

        for (var g = 0; g < groups; g++) sums.Add([$"all,{g}", .. Enumerable.Range(0, places).Select(p => $"{p},{g}")]);
        sums.Add(["all,all", .. Enumerable.Range(0, places).Select(p => $"{p},all")]);
        sums.Add(["all,all", .. Enumerable.Range(0, groups).Select(g => $"all,{g}")]);
        foreach (var sum in sums) values[sum[0]] = sum.Skip(1).Sum(c => values[c]);
        return (values, sums);
    }
}
