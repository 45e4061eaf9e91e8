using Gava.Domain.Cases;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

public sealed class GiftStepsTests
{
    [Fact] // R-FLOW-05
    public void The_journal_ticks_what_it_can_tell()
    {
        var @case = Make.Case();
        var amal = Make.Viewer("amal");
        Assert.Equal(8, GiftSteps.Of(@case.NewEvents).Count);
        Assert.DoesNotContain(GiftSteps.Of(@case.NewEvents), step => step.IsDone);

        @case.Ask(Words.Plain("Vilken dag var det?"), Way.Phone, amal, Make.Change("amal"));
        @case.RegisterMeasure(Words.Plain("Bytt tid."), prevents: false, null, amal, Make.Change("amal"));
        Assert.Equal(["Fråga efter det du behöver veta", "Gör vad du har lovat"], Done(@case));

        @case.RegisterMeasure(Words.Plain("Ny rutin."), prevents: true, null, amal, Make.Change("amal"));
        @case.GiveFeedback(Words.Plain("Jag ringde."), FeedbackOn.Measure, Way.Phone, null, amal, Make.Change("amal"));
        Assert.Equal(["Fråga efter det du behöver veta", "Gör vad du har lovat", "Följ upp och återkoppla", "Se till att det inte händer igen"], Done(@case));
    }

    private static IEnumerable<string> Done(Case @case) => GiftSteps.Of(@case.NewEvents).Where(step => step.IsDone).Select(step => step.Label);
}
