namespace Gava.Domain.Tests;

public sealed class HouseTests
{
    [Fact]
    public void A_broken_rule_carries_a_code_for_machines_and_a_sentence_for_people()
    {
        var broken = new RuleBroken("case-closed", "Ärendet är avslutat.", "text");
        Assert.Equal(("case-closed", "Ärendet är avslutat.", "text"), (broken.Code, broken.Message, broken.Field));
    }
}
