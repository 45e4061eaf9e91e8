using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-FLOW-12: a case is closed when what the routine demands is done, and says what is missing.</summary>
public sealed class ClosingTests
{
    private const string Later = "2026-04-28 10:00";

    [Theory]
    [InlineData("nacka-socialpsykiatri", "complaint", "reply-missing measure-missing")]
    [InlineData("nacka-socialpsykiatri", "praise", "reply-missing")] // praise is answered too; it needs no measure
    [InlineData("nacka-kommun", "complaint", "reply-missing measure-missing")]
    [InlineData("nacka-kommun", "suggestion", "reply-missing")]
    [InlineData("rinkeby-kista", "complaint", "reply-missing besked-missing diary-missing")]
    [InlineData("nacka-socialtjanst", "complaint", "reply-missing report-missing category-missing")]
    [InlineData("internservice", "complaint", "reply-missing")]
    public void What_is_missing_follows_the_routine(string routine, string kind, string missing) =>
        Assert.Equal(missing, string.Join(' ', Make.Case(routine, kind).MissingBeforeClosing().Select(m => m.Code)));

    [Fact]
    public void All_that_is_missing_is_said_at_once_in_sentences()
    {
        var broken = Assert.Throws<RuleBroken>(() => Make.Case("rinkeby-kista").Close(Make.Nothing, Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Later)));
        Assert.Equal("reply-missing", broken.Code);
        Assert.Equal("Svaret till den som klagade saknas. Besked om åtgärd eller utredning saknas: besked om åtgärd eller besked om utredning. Ärendet har inget diarienummer.", broken.Message);
    }

    [Theory]
    [InlineData(true, true)] // anonymous: there is nobody to answer
    [InlineData(false, false)] // declined an answer
    public void Nobody_owes_an_answer_that_cannot_be_given_or_is_not_wished(bool isAnonymous, bool wantsReply) =>
        Assert.Equal(["measure-missing"], Make.Case(isAnonymous: isAnonymous, wantsReply: wantsReply).MissingBeforeClosing().Select(m => m.Code));

    [Fact]
    public void An_open_promise_to_call_keeps_the_case_open()
    {
        var @case = Make.Case("internservice", wantsReply: false);
        @case.PromiseCallback(Make.At("2026-04-29 10:00"), Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Later));
        Assert.Equal(["callback-open"], @case.MissingBeforeClosing().Select(m => m.Code));
        @case.KeepCallback(1, Make.Words("Vi talades vid."), Make.Viewer("amal"), Make.Change("amal", Later));
        Assert.Empty(@case.MissingBeforeClosing());
    }

    [Fact]
    public void A_reason_takes_the_place_of_a_measure_and_stands_in_the_journal()
    {
        var @case = Make.Case(wantsReply: false);
        @case.Close(Make.Words("Klart"), Make.Words("Det var ett missförstånd."), Make.Viewer("amal"), Make.Change("amal", Later));
        Assert.Equal("Klart\nDet var ett missförstånd.", @case.NewEvents[^1].Text);
    }

    [Theory]
    [InlineData(false, true, true, Ending.Answered)]
    [InlineData(true, true, false, Ending.AnswerNotPossible)]
    [InlineData(false, false, false, Ending.AnswerNotWished)]
    public void A_case_ends_in_one_of_the_ways_there_are(bool isAnonymous, bool wantsReply, bool answered, Ending ending) // SR-4.14
    {
        var @case = Make.Case("nacka-kommun", "praise", isAnonymous: isAnonymous, wantsReply: wantsReply);
        if (answered) @case.Reply(Make.Words("Tack!"), Way.Phone, Make.Viewer("amal"), Make.Change("amal", Later));
        @case.Close(Make.Nothing, Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Later));
        Assert.Equal((ending, Make.At(Later)), (@case.Ending, @case.ClosedAt));
        Assert.Equal((EventKind.Closed, ending.Code()), (@case.NewEvents[^1].Kind, @case.NewEvents[^1].Subject));
    }

    [Fact]
    public void An_opened_case_owes_a_new_answer_and_says_why_it_was_opened()
    {
        var @case = Make.Case("internservice");
        @case.Reply(Make.Words("Det är städat."), Way.Phone, Make.Viewer("amal"), Make.Change("amal", Later));
        @case.Close(Make.Nothing, Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Later));
        @case.Reopen(Make.Words("Det var inte städat."), Make.Viewer("amal"), Make.Change("amal", "2026-05-04 10:00"));
        Assert.Equal((true, CaseStatus.InProgress, Make.At("2026-05-04 10:00")), (@case.IsOpen, @case.Status, @case.ReopenedAt));
        Assert.Equal((null, null), (@case.ClosedAt, @case.Ending));
        Assert.Equal(["reply-missing"], @case.MissingBeforeClosing().Select(m => m.Code));
        Assert.Equal("Det var inte städat.", @case.NewEvents[^1].Text);
    }

    [Fact]
    public void A_met_clock_stays_met_when_the_case_is_opened_again()
    {
        var @case = Make.Case("internservice");
        @case.Reply(Make.Words("Det är städat."), Way.Phone, Make.Viewer("amal"), Make.Change("amal", "2026-04-25 10:00"));
        @case.Close(Make.Nothing, Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Later));
        @case.Reopen(Make.Words("Ny uppgift"), Make.Viewer("amal"), Make.Change("amal", "2026-05-04 10:00"));
        Assert.Equal(ClockState.Met, Assert.Single(@case.Clocks).StateAt(Make.At("2026-05-04 10:00")));
    }

    [Fact]
    public void Word_that_an_investigation_has_begun_lets_Rinkeby_Kista_close() // S2
    {
        var @case = Make.Case("rinkeby-kista");
        @case.GiveFeedback(new Words("[namn] utreder.", "Lisa Ek utreder."), FeedbackOn.Investigation, Way.Phone, null, Make.Viewer("amal"), Make.Change("amal", Later));
        @case.Reply(Make.Words("Vi har ändrat."), Way.Phone, Make.Viewer("amal"), Make.Change("amal", Later));
        Assert.Equal(["diary-missing"], @case.MissingBeforeClosing().Select(m => m.Code)); // the registrar's part (R-REG-06)
    }
}
