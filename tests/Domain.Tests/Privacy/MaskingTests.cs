using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>R-REG-02: placeholders in the text, and places counted in two ways.</summary>
public sealed class MaskingTests
{
    [Fact]
    public void A_masked_text_shows_placeholders_and_keeps_the_rest()
    {
        const string text = "Jag heter Anna Svensson, ring 070-123 45 67.";
        Assert.Equal("Jag heter [namn], ring [telefon].", Masking.Apply(text, PersonalDataFinder.Default.Find(text)));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(3, 9)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(1, int.MaxValue)]
    [InlineData(2, 1)]
    public void A_range_that_does_not_fit_the_text_is_refused(int start, int length)
    {
        var broken = Assert.Throws<RuleBroken>(() => Masking.Apply("ab😀c", [new Finding(start, length, PersonalDataType.Person, "")]));
        Assert.Equal(("masking-range", "maskings"), (broken.Code, broken.Field));
    }

    [Fact]
    public void Ranges_that_overlap_are_refused() =>
        Assert.Throws<RuleBroken>(() => Masking.Apply("abcdef", [new Finding(2, 3, PersonalDataType.Person, ""), new Finding(0, 3, PersonalDataType.Phone, "")]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    public void Places_are_translated_between_units_and_code_points(int utf16, int codePoint)
    {
        Assert.Equal(codePoint, Masking.ToCodePoint("ab😀c", utf16));
        Assert.Equal(utf16, Masking.ToUtf16("ab😀c", codePoint));
    }

    [Fact]
    public void Every_kind_has_a_name_that_is_read_back()
    {
        foreach (var type in Enum.GetValues<PersonalDataType>())
        {
            Assert.True(PersonalDataTypes.TryParse(type.ApiName(), out var again) && again == type);
            Assert.Matches(@"^\[[a-zåäö-]+\]$", type.Placeholder());
            Assert.NotEmpty(type.Label());
        }

        Assert.False(PersonalDataTypes.TryParse("person", out _));
    }
}
