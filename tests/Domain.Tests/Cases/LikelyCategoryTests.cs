using Gava.Domain.Cases;
using Gava.Domain.Routines;

namespace Gava.Domain.Tests.Cases;

// R-LEARN-01: a category is suggested from the text and from how earlier ones were set, always with the reason
public sealed class LikelyCategoryTests
{
    private static readonly CategoryTree Subject = new("amne", "Ämne", true, null, [new("mat", "Mat", []), new("tid", "Väntetid", []), new("bem", "Bemötande", [new("ton", "Tonfall", [])]), new("ann", "Annat", [])], new(null, null));

    private static readonly CategorisedText[] Earlier =
    [
        Of("mat", "Soppan var kall och potatisen hård."), Of("mat", "Soppan smakade ingenting."), Of("mat", "Kall soppa igen till lunch."), Of("mat", "Potatisen var rå, soppan kall."),
        Of("tid", "Ingen kom förrän klockan elva."), Of("tid", "Vi fick vänta i tre timmar på besök."), Of("tid", "Vänta, vänta. Ingen kom på en timme."), Of("tid", "Besöket kom två timmar efter."),
    ];

    [Fact]
    public void A_name_that_the_text_says_comes_first()
    {
        var hint = Assert.Single(new LikelyCategory([Subject], Earlier).Of("Ert bemötande var under all kritik, och soppan kall."));
        Assert.Equal(("bem", "Texten säger ”bemötande”."), (hint.Category.Code, hint.Why));
    }

    [Fact]
    public void Else_the_words_that_earlier_cases_of_it_have()
    {
        var hint = Assert.Single(new LikelyCategory([Subject], Earlier).Of("I dag var soppan kall."));
        Assert.Equal("mat", hint.Category.Code);
        Assert.StartsWith("Tidigare ärenden om mat har ofta orden ", hint.Why, StringComparison.Ordinal);
        Assert.Contains("”soppan”", hint.Why, StringComparison.Ordinal);
        Assert.Contains("”kall”", hint.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Handläggaren svarade inte på brevet.")] // nothing in common with any
    [InlineData("Soppan.")] // one word says too little
    [InlineData("Soppan var kall, och jag fick vänta två timmar.")] // as much speaks for one as for the other
    [InlineData("Det är något annat.")] // what takes the rest is no name
    [InlineData("")]
    public void Where_little_speaks_for_it_nothing_is_said(string text) => Assert.Empty(new LikelyCategory([Subject], Earlier).Of(text));

    [Fact] // S3: the quality indicators are named as they should be
    public void A_name_is_known_without_the_word_that_praises_it()
    {
        var quality = new CategoryTree("kvalitet", "Kvalitetsindikator", true, null, [new("bem", "Ett bra bemötande", []), new("vant", "Kort väntetid för besök", [])], new(null, null));
        Assert.Equal("bem", Assert.Single(new LikelyCategory([quality], []).Of("Bemötandet var uselt.")).Category.Code);
        Assert.Empty(new LikelyCategory([quality], []).Of("Allt är bra, och kort."));
    }

    [Fact]
    public void From_two_cases_nothing_is_learnt() => Assert.Empty(new LikelyCategory([Subject], Earlier.Take(2)).Of("I dag var soppan kall."));

    [Fact]
    public void Each_tree_gets_its_own()
    {
        var cause = new CategoryTree("orsak", "Orsak", false, null, [new("pers", "Personalbrist", [])], new(null, null));
        Assert.Equal(["amne/mat", "orsak/pers"], new LikelyCategory([Subject, cause], Earlier).Of("Soppan var kall på grund av personalbrist.").Select(h => $"{h.Tree}/{h.Category.Code}"));
    }

    private static CategorisedText Of(string code, string text) => new(text, [("amne", code)]);
}
