namespace Gava.Domain.Learning;

/// <summary>Why a point of a control chart is more than noise.</summary>
public enum SignalRule
{
    /// <summary>Above the upper limit.</summary>
    Above,

    /// <summary>Below the lower limit.</summary>
    Below,

    /// <summary>The eighth or later in a row above the mean.</summary>
    LongAbove,

    /// <summary>The eighth or later in a row below the mean.</summary>
    LongBelow,

    /// <summary>With one of the two before it, near the upper limit: more than two thirds of the way there.</summary>
    NearAbove,
}

/// <summary>A month of a control chart.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Rule">Null for noise.</param>
public readonly record struct ChartPoint(DateOnly Month, int Count, SignalRule? Rule);

/// <summary>
/// How many came in month by month, and which months are more than noise (R-LEARN-05). The first twelve months are the measure. The limits are such that chance alone
/// goes past either of them less than once in 700 months (as three standard deviations do), by the exact binomial test; where the measure itself swings more than counts
/// do by chance, they are as much wider.
/// </summary>
public sealed class ControlChart
{
    /// <summary>The months that the others are measured by.</summary>
    public const int Baseline = 12;

    /// <summary>So many in a row on one side of the mean are no chance.</summary>
    public const int LongRun = 8;

    private const double Rare = 0.00135;

    // Fewer than so many a month lie below their mean more often than above it: runs would be no signal.
    private const double LeastForRuns = 3;

    private ControlChart(IReadOnlyList<ChartPoint> points, double mean, double upper, double lower) => (Points, Mean, Upper, Lower) = (points, mean, upper, lower);

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ChartPoint> Points { get; }

    /// <summary>Of the first twelve months, a month.</summary>
    public double Mean { get; }

    /// <summary>A month above it is a signal.</summary>
    public double Upper { get; }

    /// <summary>A month below it is a signal; 0 where even none at all is no signal.</summary>
    public double Lower { get; }

    public bool HasSignal => Points.Any(p => p.Rule is not null);

    /// <param name="first">The first month.</param>
    /// <param name="counts">Month by month.</param>
    /// <returns>Null when there is less than a month to judge, or nothing came at all in the measure.</returns>
    public static ControlChart? Of(DateOnly first, IReadOnlyList<int> counts)
    {
        if (counts.Count <= Baseline) return null;
        var measure = counts.Take(Baseline).ToList();
        var total = measure.Sum();
        if (total == 0) return null;
        var mean = total / (double)Baseline;
        var (upper, lower) = Limits(total, mean, Swing(measure, mean));
        return new([.. counts.Select((count, i) => new ChartPoint(first.AddMonths(i), count, i < Baseline ? null : Judge(counts, i, mean, upper, lower)))], mean, upper, lower);
    }

    /// <summary>"Fler än gränsen" and so on, in a whole Swedish sentence.</summary>
    public static string Swedish(SignalRule rule) => rule switch
    {
        SignalRule.Above => "Fler än övre gränsen: det händer nästan aldrig av en slump.",
        SignalRule.Below => "Färre än undre gränsen: det händer nästan aldrig av en slump.",
        SignalRule.LongAbove => $"Minst {LongRun} månader i rad över medel: nivån har blivit högre.",
        SignalRule.LongBelow => $"Minst {LongRun} månader i rad under medel: nivån har blivit lägre.",
        _ => "Två av tre månader nära övre gränsen.",
    };

    // A half between the last count that is noise and the first that is none.
    private static (double Upper, double Lower) Limits(int total, double mean, double swing)
    {
        const double Share = 1.0 / (Baseline + 1);
        var over = (int)Math.Ceiling(mean);
        while (Chance.OfAtLeast(over, total, Share) >= Rare) over++;
        var under = (int)Math.Floor(mean);
        while (under >= 0 && Chance.OfAtMost(under, total, Share) >= Rare) under--;
        return (mean + ((over - 0.5 - mean) * swing), under < 0 ? 0 : Math.Max(0, mean - ((mean - under - 0.5) * swing)));
    }

    /// <summary>How much more than chance the measure swings: 1, or the root of its variance over its mean where that is more than chance gives one time in twenty.</summary>
    private static double Swing(List<int> measure, double mean)
    {
        var ratio = measure.Sum(c => (c - mean) * (c - mean)) / (Baseline - 1) / mean;
        // Chi-squared with eleven degrees of freedom passes 19.68 once in twenty.
        return ratio * (Baseline - 1) > 19.68 ? Math.Sqrt(ratio) : 1;
    }

    private static SignalRule? Judge(IReadOnlyList<int> counts, int at, double mean, double upper, double lower)
    {
        if (counts[at] > upper) return SignalRule.Above;
        if (counts[at] < lower) return SignalRule.Below;
        if (mean < LeastForRuns) return null;
        if (RunsFrom(counts, at, c => c > mean)) return SignalRule.LongAbove;
        if (RunsFrom(counts, at, c => c < mean)) return SignalRule.LongBelow;
        var near = mean + ((upper - mean) * 2 / 3);
        return counts[at] > near && (counts[at - 1] > near || counts[at - 2] > near) ? SignalRule.NearAbove : null;
    }

    private static bool RunsFrom(IReadOnlyList<int> counts, int at, Func<int, bool> side) => at + 1 >= LongRun && Enumerable.Range(at + 1 - LongRun, LongRun).All(i => side(counts[i]));
}
