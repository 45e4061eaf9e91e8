namespace Gava.Domain.Learning;

/// <summary>Whether a change shows: how many similar complaints came before it and after (R-LEARN-04).</summary>
/// <param name="Before">Complaints before.</param>
/// <param name="DaysBefore">In so many days.</param>
/// <param name="After">Complaints after.</param>
/// <param name="DaysAfter">In so many days.</param>
public readonly record struct Effect(int Before, int DaysBefore, int After, int DaysAfter)
{
    /// <summary>How rarely chance alone does this, for us to call it more than chance.</summary>
    public const double Rare = 0.05;

    /// <summary>
    /// How often chance alone would give a split at least as unlikely as this one, 0 to 1. If nothing has changed, each of the complaints falls after the
    /// change as often as its days are of all the days: the exact two-sided binomial test.
    /// </summary>
    public double ByChance
    {
        get
        {
            var all = Before + After;
            if (all == 0 || DaysBefore <= 0 || DaysAfter <= 0) return 1;
            var share = DaysAfter / (double)(DaysBefore + DaysAfter);
            var seen = Chance.Of(After, all, share);
            // What is exactly as unlikely on the other side counts too, whatever the last bits say.
            return Math.Min(1, Enumerable.Range(0, all + 1).Select(k => Chance.Of(k, all, share)).Where(p => p <= seen * (1 + 1e-9)).Sum());
        }
    }

    public bool IsMoreThanChance => ByChance < Rare;

    /// <summary>"Från 9 till 1. Det är mer än slumpen." in whole sentences.</summary>
    public string Swedish() => DaysAfter <= 0 ? "Det är för tidigt att se om det har hjälpt."
        : $"Före: {Before} liknande klagomål på {DaysBefore} dagar. Efter: {After} på {DaysAfter} dagar. "
        + (!IsMoreThanChance ? "Skillnaden kan vara en slump." : After * (double)DaysBefore < Before * (double)DaysAfter ? "De har blivit färre, och det är mer än slumpen." : "De har blivit fler, och det är mer än slumpen.");
}
