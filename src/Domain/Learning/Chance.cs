namespace Gava.Domain.Learning;

/// <summary>
/// How often chance alone gives a count like this one. If nothing has changed, each of the complaints of two stretches of time falls in the later one as often as its share
/// of the days: then the later count is binomial, whatever the rate is. Exact for small numbers, and the uncertainty of a short past is in it.
/// </summary>
public static class Chance
{
    /// <summary>The chance of exactly k of n where each falls so with that share.</summary>
    public static double Of(int k, int n, double share)
    {
        if (k < 0 || k > n) return 0;
        if (share is <= 0 or >= 1) return share <= 0 ? (k == 0 ? 1 : 0) : k == n ? 1 : 0;
        var log = (k * Math.Log(share)) + ((n - k) * Math.Log(1 - share));
        for (var i = 1; i <= k; i++) log += Math.Log(n - k + i) - Math.Log(i);
        return Math.Exp(log);
    }

    /// <summary>The chance of at least that many, 0 to 1, when so many came before.</summary>
    /// <param name="count">How many came in the stretch that is judged.</param>
    /// <param name="before">How many came in the stretch that it is compared with.</param>
    /// <param name="share">The judged stretch's share of both stretches' days, above 0 and below 1.</param>
    public static double OfAtLeast(int count, int before, double share) => Tail(count, count + before, share, upwards: true);

    /// <summary>The chance of at most that many.</summary>
    public static double OfAtMost(int count, int before, double share) => Tail(count, count + before, share, upwards: false);

    // Summed from the end inwards, where each step is a multiplication.
    private static double Tail(int k, int n, double share, bool upwards)
    {
        double sum = 0, term = Of(k, n, share);
        var odds = share / (1 - share);
        for (var i = k; upwards ? i <= n : i >= 0; i += upwards ? 1 : -1)
        {
            sum += term;
            if (term < sum * 1e-17) break;
            term = upwards ? term * (n - i) / (i + 1) * odds : term * i / (n - i + 1) / odds;
        }

        return Math.Min(1, sum);
    }
}
