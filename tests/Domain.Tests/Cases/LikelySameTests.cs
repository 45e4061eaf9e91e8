using Gava.Domain.Cases;

namespace Gava.Domain.Tests.Cases;

public sealed class LikelySameTests
{
    [Theory] // R-IN-12
    [InlineData("Maten var kall tre dagar i rad på Linden.", "Kall mat igen, tredje dagen på Linden.", true)]
    [InlineData("Tvätten kom tillbaka fuktig tre veckor i rad.", "Min tvätt är fuktig när den kommer tillbaka, varje vecka.", true)]
    [InlineData("Maten var kall tre dagar i rad på Linden.", "Ingen öppnade dörren när jag ringde på.", false)]
    [InlineData("Ingen kom.", "Ingen kom.", false)]
    [InlineData("[namn] kom inte. Nås på [telefon].", "[namn] ringde aldrig. Nås på [telefon].", false)]
    [InlineData("", "", false)]
    public void Two_texts_are_likely_the_same_by_the_words_that_carry_them(string one, string other, bool isLikely) =>
        Assert.Equal(isLikely, new LikelySame(one).As(other));
}
