using Gava.Domain.Cases;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-FLOW-13: the survey's index, as SKR counts it.</summary>
public sealed class CitizenVerbsTests
{
    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(5, 5, 5, 100)]
    [InlineData(3, 3, 3, 50)]
    [InlineData(5, 4, 3, 75)]
    public void The_index_goes_from_nought_to_a_hundred(int clearness, int simplicity, int manner, double index) => Assert.Equal(index, new SurveyAnswer(clearness, simplicity, manner).Index, 9);

    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(3, 6, 3)]
    [InlineData(3, 3, -1)]
    public void A_grade_is_one_to_five(int clearness, int simplicity, int manner) =>
        Assert.Equal("survey-grade", Assert.Throws<RuleBroken>(() => new SurveyAnswer(clearness, simplicity, manner).MustBeWhole()).Code);

    [Fact]
    public void Nobody_is_told_by_a_code_that_they_do_not_have() =>
        Assert.Equal("no-code", Assert.Throws<RuleBroken>(() => Make.Case().Reply(Make.Words("Tack."), Way.Web, Make.Viewer("amal"), Make.Change("amal"))).Code);
}
