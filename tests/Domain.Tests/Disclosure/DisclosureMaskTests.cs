using Gava.Domain.Disclosure;
using Gava.Domain.Routines;

namespace Gava.Domain.Tests.Disclosure;

/// <summary>law.md SR-2.13: what is masked, each stretch with its ground.</summary>
public sealed class DisclosureMaskTests
{
    private const string Text = "Karin slog mig. 😀 Karin gick.";

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(0, -3)]
    [InlineData(0, 31)]
    [InlineData(29, int.MaxValue)]
    [InlineData(16, 1)] // half a character
    public void A_stretch_outside_the_text_or_through_a_character_is_refused(int start, int length) =>
        Assert.Equal("masking-range", Assert.Throws<RuleBroken>(() => DisclosureMasks.Checked(Text, [new(start, length, "26-1")])).Code);

    [Fact]
    public void Stretches_that_overlap_and_grounds_that_do_not_exist_are_refused()
    {
        Assert.Equal("masking-range", Assert.Throws<RuleBroken>(() => DisclosureMasks.Checked(Text, [new(0, 5, "26-1"), new(4, 3, "25-1")])).Code);
        Assert.Equal("masking-range", Assert.Throws<RuleBroken>(() => DisclosureMasks.Checked(Text, [new(0, 5, "26-1"), new(0, 5, "26-1")])).Code);
        foreach (var ground in new[] { "", "26-2", "26 kap. 1 §", "26-1 " }) Assert.Equal("ground-unknown", Assert.Throws<RuleBroken>(() => DisclosureMasks.Checked(Text, [new(0, 5, ground)])).Code);
        Assert.Equal("masks-many", Assert.Throws<RuleBroken>(() => DisclosureMasks.Checked(Text, [.. Enumerable.Repeat(new DisclosureMask(0, 1, "26-1"), 1001)])).Code);
    }

    [Fact]
    public void Put_together_nothing_that_any_of_them_covered_is_open()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            List<DisclosureMask> masks = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => new DisclosureMask(random.Next(0, 40), random.Next(1, 15), random.Next(2) == 0 ? "26-1" : "25-1"))];
            var together = DisclosureMasks.Together(masks);

            Assert.Equal(masks.SelectMany(Places).Distinct().Order(), together.SelectMany(Places));
        }

        static IEnumerable<int> Places(DisclosureMask mask) => Enumerable.Range(mask.Start, mask.Length);
    }

    [Fact]
    public void Words_are_masked_wherever_they_stand_and_a_range_from_its_first_words_to_its_last()
    {
        Assert.Equal([0, 19], DisclosureMasks.OfWords(Text, "karin", "26-1").Select(m => m.Start));
        Assert.Empty(DisclosureMasks.OfWords(Text, "", "26-1"));
        Assert.Equal(new(6, 8, "26-1"), DisclosureMasks.Between(Text, "slog", "mig", "26-1"));
        foreach (var (from, to) in new[] { ("mig", "slog"), ("", "mig"), ("slog", ""), ("slogs", "mig") }) Assert.Equal("mask-words", Assert.Throws<RuleBroken>(() => DisclosureMasks.Between(Text, from, to, "26-1")).Code);
    }

    [Fact]
    public void What_a_regime_presumes_is_one_of_the_grounds() =>
        Assert.All(LegalRegimes.All.Select(r => r.Provision).OfType<string>(), provision => Assert.NotNull(SecrecyGrounds.In(provision)));
}
