namespace Gava.Domain.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("stoppedby", "stoppedBy")] // whatever the case
    [InlineData("lenght", "length")]
    [InlineData("lengthxxx", "length")] // three letters away
    [InlineData("lengthxxxx", null)] // four
    [InlineData("", null)]
    public void The_word_that_was_meant_is_at_most_three_letters_away(string word, string? meant) =>
        Assert.Equal(meant, Nearest.To(word, ["stoppedBy", "length", "warnBefore"]));

    [Fact]
    public void Of_two_near_words_the_nearer_was_meant() => Assert.Equal("clocks", Nearest.To("clockss", ["clock", "clocks"]));

    [Fact]
    public void Where_nothing_is_known_nothing_was_meant() => Assert.Null(Nearest.To("clock", []));
}
