using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>R-REG-02: what stands at the hidden places of a text, so that it can be shown again when it was nobody's.</summary>
public sealed class HiddenPlacesTests
{
    [Theory]
    [InlineData("Hej [namn].", "Hej Storbacka.", "Storbacka")]
    [InlineData("[namn 1] och [namn 2] kom.", "Lisa Ek och Omar Haddad kom.", "Lisa Ek|Omar Haddad")]
    [InlineData("[namn]", "Storbacka", "Storbacka")]
    [InlineData("[namn][telefon]", "Lisa070-174 06 05", "Lisa070-174 06 05")]
    [InlineData("Ring [namn] på [telefon], [anhörig].", "Ring Lisa på 070-174 06 05, Elsa.", "Lisa|070-174 06 05|Elsa")]
    [InlineData("[namn] kom och [namn] kom", "Lisa kom och Elsa kom kom", "Lisa|Elsa kom")]
    [InlineData("Inget dolt.", "Inget dolt.", "")]
    // What somebody wrote with brackets is no hidden place.
    [InlineData("Det står [namn] i [namn].", "Det står [namn] i Storbacka.", "Storbacka")]
    // No editions of the same text.
    [InlineData("Hej [namn].", "Hallå Lisa.", "")]
    [InlineData("Hej [namn].", "Hej Lisa!", "")]
    [InlineData("Hej [namn].", "Hej .", "")]
    [InlineData("[namn] a [namn]", "b", "")]
    [InlineData("[namn] kom. [namn] gick.", "", "")]
    public void Each_hidden_place_says_what_stands_there(string register, string original, string words) =>
        Assert.Equal(words, string.Join('|', HiddenPlaces.Of(register, original).Select(p => p.Words)));

    [Fact]
    public void Only_the_chosen_words_are_shown_wherever_they_stand()
    {
        const string original = "Lisa Ek från Storbacka såg STORBACKA i Storbackas park.";
        const string register = "[namn 1] från [namn 2] såg [namn 2] i [namn 2] park.";

        Assert.Equal("[namn 1] från Storbacka såg STORBACKA i [namn 2] park.", HiddenPlaces.Show(register, original, ["storbacka"]));
        Assert.Equal(register, HiddenPlaces.Show(register, original, ["Lisa"]));
        Assert.Equal(original, HiddenPlaces.Show(register, original, ["Lisa Ek", "Storbacka", "Storbackas"]));
    }
}
