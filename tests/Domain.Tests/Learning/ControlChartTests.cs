using Gava.Domain.Learning;

namespace Gava.Domain.Tests.Learning;

// R-LEARN-05: what is a signal, and what is noise
public sealed class ControlChartTests
{
    private static readonly DateOnly January = new(2025, 1, 1);

    [Fact]
    public void Twelve_months_are_the_measure_and_the_limits_are_exact()
    {
        // 48 in twelve months: a month of at least 13 is once in more than 741 by chance (one share in thirteen), of 12 it is not.
        var chart = Chart(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 12, 13)!;

        Assert.True(Chance.OfAtLeast((int)Math.Ceiling(chart.Upper), 48, 1 / 13.0) < 0.00135);
        Assert.True(Chance.OfAtLeast((int)Math.Floor(chart.Upper), 48, 1 / 13.0) >= 0.00135);
        Assert.Equal((4, 0), (chart.Mean, chart.Lower));
        Assert.All(chart.Points.Take(12), p => Assert.Null(p.Rule));
        Assert.Equal([chart.Upper < 12 ? SignalRule.Above : null, SignalRule.Above], chart.Points.Skip(12).Select(p => p.Rule));
        Assert.Equal(new DateOnly(2026, 2, 1), chart.Points[13].Month);
    }

    [Fact]
    public void Chance_is_summed_exactly()
    {
        Assert.Equal(11 / 1024.0, Chance.OfAtLeast(9, 1, 0.5), 1e-12);
        Assert.Equal(11 / 1024.0, Chance.OfAtMost(1, 9, 0.5), 1e-12);
        Assert.Equal(1, Chance.OfAtLeast(0, 50, 0.3), 1e-12);
        Assert.Equal(1 - Math.Pow(0.9, 20), Chance.OfAtLeast(1, 19, 0.1), 1e-12);
        Assert.Equal(1, Chance.OfAtMost(30, 0, 0.3), 1e-12);
    }

    [Theory]
    [InlineData(SignalRule.LongAbove, 7, 7, 7, 7, 7, 7, 7, 7)]
    [InlineData(SignalRule.LongBelow, 5, 5, 5, 5, 5, 5, 5, 5)]
    [InlineData(SignalRule.NearAbove, 6, 6, 6, 6, 6, 14, 6, 14)]
    [InlineData(SignalRule.Above, 6, 6, 6, 6, 6, 6, 6, 30)]
    [InlineData(null, 6, 7, 5, 8, 6, 4, 7, 6)]
    public void The_rule_that_fired_is_told(SignalRule? rule, params int[] later)
    {
        var chart = Chart([.. Enumerable.Repeat(6, 12), .. later])!;

        Assert.Equal(rule, chart.Points[^1].Rule);
        if (rule is { } known) Assert.EndsWith(".", ControlChart.Swedish(known), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_that_swings_more_than_chance_widens_the_limits()
    {
        var calm = Chart([.. Enumerable.Repeat(10, 12), 22])!;
        var wild = Chart(0, 20, 2, 18, 1, 19, 0, 20, 3, 17, 0, 20, 22)!;

        Assert.Equal(calm.Mean, wild.Mean);
        Assert.Equal(SignalRule.Above, calm.Points[^1].Rule);
        Assert.Null(wild.Points[^1].Rule);
    }

    [Fact]
    public void Too_little_to_judge_gives_no_chart()
    {
        Assert.Null(Chart([.. Enumerable.Repeat(5, 12)]));
        Assert.Null(Chart([.. Enumerable.Repeat(0, 12), 9]));
    }

    [Theory] // measured: how often a month is called a signal when nothing has changed
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(25)]
    public void Noise_is_seldom_called_a_signal(double mean)
    {
        var chance = new Random(20260424);
        var (months, outside, any) = (0, 0, 0);
        for (var i = 0; i < 2000; i++)
        {
            if (Chart([.. Enumerable.Range(0, 24).Select(_ => Poisson(chance, mean))]) is not { } chart) continue;
            months += 12;
            outside += chart.Points.Count(p => p.Rule is SignalRule.Above or SignalRule.Below);
            any += chart.Points.Count(p => p.Rule is not null);
        }

        Assert.InRange(outside / (double)months, 0, 0.003);
        Assert.InRange(any / (double)months, 0, 0.03);
    }

    [Theory] // and how soon a real change is seen
    [InlineData(6, 15, 0.35)]
    [InlineData(20, 40, 0.65)]
    public void A_real_rise_is_seen_the_same_month(double before, double after, double power)
    {
        var chance = new Random(7);
        var seen = Enumerable.Range(0, 1000).Count(_ => Chart([.. Enumerable.Range(0, 12).Select(_ => Poisson(chance, before)), Poisson(chance, after)])!.HasSignal);

        Assert.True(seen >= power * 1000, $"{seen} of 1000");
    }

    private static ControlChart? Chart(params int[] counts) => ControlChart.Of(January, counts);

    internal static int Poisson(Random chance, double mean)
    {
        var (count, product, limit) = (0, chance.NextDouble(), Math.Exp(-mean));
        while (product > limit) (count, product) = (count + 1, product * chance.NextDouble());
        return count;
    }
}
