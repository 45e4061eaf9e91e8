using Gava.Domain.Learning;

namespace Gava.Domain.Tests.Learning;

// R-LEARN-04: whether a change is more than chance
public sealed class EffectTests
{
    [Theory] // the exact two-sided binomial test, worked out by hand for a half: 2 · (1 + 10) / 2^10, and so on
    [InlineData(9, 1, 0.021484375)]
    [InlineData(8, 2, 0.109375)]
    [InlineData(10, 0, 0.001953125)]
    [InlineData(5, 5, 1)]
    [InlineData(1, 9, 0.021484375)]
    [InlineData(0, 0, 1)]
    public void Chance_is_the_exact_binomial_tests(int before, int after, double expected) => Assert.Equal(expected, new Effect(before, 90, after, 90).ByChance, 1e-9);

    [Fact]
    public void A_shorter_time_after_weighs_less()
    {
        // One in 30 days after nine in 90 is what chance does: 9·0.25^0·… ; in 90 days it is not.
        Assert.False(new Effect(9, 90, 1, 30).IsMoreThanChance);
        Assert.True(new Effect(9, 90, 1, 90).IsMoreThanChance);
    }

    [Theory]
    [InlineData(9, 1, "De har blivit färre, och det är mer än slumpen.")]
    [InlineData(1, 9, "De har blivit fler, och det är mer än slumpen.")]
    [InlineData(4, 2, "Skillnaden kan vara en slump.")]
    public void It_is_told_in_plain_words(int before, int after, string end) =>
        Assert.Equal($"Före: {before} liknande klagomål på 90 dagar. Efter: {after} på 90 dagar. {end}", new Effect(before, 90, after, 90).Swedish());

    [Fact]
    public void On_the_first_day_it_is_too_early() => Assert.Equal((1, "Det är för tidigt att se om det har hjälpt."), (new Effect(9, 90, 0, 0).ByChance, new Effect(9, 90, 0, 0).Swedish()));
}
