using Gava.Domain.Cases;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-FLOW-02: the unit is suggested from the text and from what has come in before, with the reason.</summary>
public sealed class LikelyUnitTests
{
    private static readonly EarlierCase[] Earlier =
    [
        new(Make.Unit("traffpunkten").Id, "Potatisen var kall och såsen smakade ingenting."), new(Make.Unit("traffpunkten").Id, "Lunchen serverades för sent igen."),
        new(Make.Unit("boendestod").Id, "Personalen kom för sent fyra gånger."), new(Make.Unit("biblioteket").Id, "Boken saknades på hyllan, och personalen hittade den inte."),
    ];

    [Theory]
    [InlineData("Det var stökigt på Träffpunkten i går.", "boendestod", "Träffpunkten", "Texten nämner Träffpunkten.")]
    [InlineData("Det var stökigt på träffpunktens gård.", "boendestod", "Träffpunkten", "Texten nämner Träffpunkten.")]
    [InlineData("Kall potatis till lunchen igen.", "boendestod", "Träffpunkten", "Det liknar det som har kommit in om Träffpunkten.")]
    [InlineData("Sagan saknades på hyllan.", null, "Biblioteket", "Det liknar det som har kommit in om Biblioteket.")]
    public void A_unit_is_suggested_with_its_reason(string text, string? chosen, string unit, string why)
    {
        var hint = Of(text, chosen);
        Assert.Equal((unit, why), (hint?.Unit.Name, hint?.Why));
    }

    [Theory]
    [InlineData("Det var stökigt på Träffpunkten i går.", "traffpunkten")] // it is there already
    [InlineData("Kall potatis till lunchen igen.", "traffpunkten")]
    [InlineData("Personalen kom för sent.", "biblioteket")] // a word that several units' cases have tells nothing
    [InlineData("Ingen svarar när jag ringer.", "boendestod")]
    [InlineData("", null)]
    public void Nothing_is_said_where_nothing_is_likely(string text, string? chosen) => Assert.Null(Of(text, chosen));

    private static UnitHint? Of(string text, string? chosen) =>
        LikelyUnit.Of(text, [Make.Unit("traffpunkten"), Make.Unit("boendestod"), Make.Unit("biblioteket")], Earlier, chosen is null ? null : Make.Unit(chosen).Id);
}
