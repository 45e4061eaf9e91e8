using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-FLOW-02, R-FLOW-03, R-REG-01: from one hand to the next, with nobody in between.</summary>
public sealed class HandingOverTests
{
    private const string Later = "2026-04-27 09:00";

    [Fact]
    public void Whoever_receives_a_complaint_answers_for_it() // R-REG-01
    {
        var @case = Make.Case();
        Assert.Equal((Make.Person("amal").Id, CaseStatus.InProgress), (@case.ResponsibleId, @case.Status));
    }

    [Fact]
    public void What_a_system_sends_in_waits_at_the_unit_until_somebody_takes_it()
    {
        var @case = Make.Case(receiver: "webben");
        Assert.Equal((null, CaseStatus.Received), (@case.ResponsibleId, @case.Status));
        Assert.False(@case.MayTake(Make.Viewer("david")));
        Assert.Equal("not-yours", Assert.Throws<RuleBroken>(() => @case.Take(Make.Viewer("david"), Make.Change("david"))).Code);
        @case.Take(Make.Viewer("cecilia"), Make.Change("cecilia"));
        Assert.Equal((Make.Person("cecilia").Id, CaseStatus.InProgress, 0), (@case.ResponsibleId, @case.Status, @case.HandOvers));
    }

    [Theory]
    [InlineData(false, false)] // no notice at all
    [InlineData(true, false)] // told, but not by name
    [InlineData(true, true)]
    public void The_complainant_is_told_by_name_who_takes_over_before_the_hand_over(bool told, bool byName) // R-FLOW-03
    {
        var @case = Make.Case();
        var notice = told ? Make.Told(byName ? "David" : " ") : null;
        void HandOver() => @case.HandOver(Make.Unit("traffpunkten"), null, notice, Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        if (byName) HandOver();
        else Assert.Equal(("notice-missing", "notice"), Broken(HandOver));
        Assert.Equal(byName, @case.Offer is not null);
    }

    [Fact]
    public void Later_hand_overs_need_their_own_word_to_the_complainant() // R-FLOW-03
    {
        var @case = Accepted();
        Assert.Equal(("notice-missing", "notice"), Broken(() =>
            @case.HandOver(Make.Unit("boendestod"), null, null, Make.Nothing, Make.Viewer("david"), Make.Change("david", Later))));
    }

    [Fact]
    public void Somebody_who_cannot_be_reached_is_noted_so() // R-FLOW-03
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("traffpunkten"), null, new(Way.None, "David"), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        Assert.Equal("traffpunkten;none", @case.NewEvents[^1].Subject);
    }

    [Theory]
    [InlineData(true, true)] // anonymous
    [InlineData(false, false)] // wants to hear nothing
    public void Where_there_is_nobody_to_tell_no_word_is_needed(bool isAnonymous, bool wantsReply)
    {
        var @case = Make.Case(isAnonymous: isAnonymous, wantsReply: wantsReply);
        @case.HandOver(Make.Unit("traffpunkten"), null, null, Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        Assert.Equal(CaseStatus.Offered, @case.Status);
    }

    [Fact]
    public void Responsibility_stays_until_the_receiver_accepts() // R-FLOW-03
    {
        var @case = Offered();
        Assert.Equal((Make.Person("amal").Id, Make.Unit("boendestod").Id), (@case.ResponsibleId, @case.UnitId));
        @case.Accept(Make.Viewer("david", "2026-04-27"), Make.Change("david", Later));
        Assert.Equal((Make.Person("david").Id, Make.Unit("traffpunkten").Id, 1), (@case.ResponsibleId, @case.UnitId, @case.HandOvers));
        Assert.Null(@case.Offer);
    }

    [Theory]
    [InlineData("david", true)] // leads the unit
    [InlineData("kim", true)] // coordinates it
    [InlineData("eva", true)] // the line above
    [InlineData("amal", false)]
    [InlineData("cecilia", false)] // leads another
    [InlineData("frida", false)]
    [InlineData("hanna", false)]
    public void What_is_offered_to_a_unit_is_accepted_by_those_who_accept_for_it(string person, bool may) =>
        Assert.Equal(may, Offered().MayAccept(Make.Viewer(person)));

    [Theory]
    [InlineData("bodil", true)]
    [InlineData("cecilia", false)] // leads the unit, but it was offered to Bodil
    [InlineData("amal", false)]
    public void What_is_offered_to_a_person_is_accepted_by_that_person(string person, bool may) // R-FLOW-15
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("boendestod"), Make.Person("bodil"), Make.Told(), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        Assert.Equal(may, @case.MayAccept(Make.Viewer(person)));
    }

    [Fact]
    public void What_is_declined_stays_with_the_one_who_offered_it_and_is_not_counted()
    {
        var @case = Offered();
        @case.Decline(Make.Words("Det hör till biblioteket."), Make.Viewer("david"), Make.Change("david", Later));
        Assert.Equal((Make.Person("amal").Id, CaseStatus.InProgress, 0), (@case.ResponsibleId, @case.Status, @case.HandOvers));
        Assert.Equal((EventKind.Declined, "Det hör till biblioteket."), (@case.NewEvents[^1].Kind, @case.NewEvents[^1].Text));
    }

    [Fact]
    public void Whoever_offered_it_takes_it_back()
    {
        var @case = Offered();
        @case.Decline(Make.Words("Fel enhet"), Make.Viewer("amal"), Make.Change("amal"));
        Assert.Null(@case.Offer);
    }

    [Fact]
    public void What_nobody_had_taken_waits_at_the_unit_again_when_it_is_declined()
    {
        var @case = Make.Case(receiver: "webben");
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, Make.Viewer("cecilia"), Make.Change("cecilia"));
        @case.Decline(Make.Words("Det hör till er."), Make.Viewer("david"), Make.Change("david"));
        Assert.Equal((null, CaseStatus.Received), (@case.ResponsibleId, @case.Status));
    }

    [Fact]
    public void What_was_answered_stays_answered_whether_it_is_accepted_or_declined()
    {
        var (accepted, declined) = (AnsweredAndOffered(), AnsweredAndOffered());
        accepted.Accept(Make.Viewer("david"), Make.Change("david", Later));
        declined.Decline(Make.Words("Det är ju besvarat."), Make.Viewer("david"), Make.Change("david", Later));
        Assert.Equal((CaseStatus.Answered, CaseStatus.Answered), (accepted.Status, declined.Status));
    }

    [Fact]
    public void What_was_answered_before_anybody_took_it_stays_answered_when_it_is_taken()
    {
        var @case = Make.Case(receiver: "webben");
        @case.Reply(Make.Words("Jag beklagar."), Way.Phone, Make.Viewer("cecilia"), Make.Change("cecilia"));
        @case.Take(Make.Viewer("cecilia"), Make.Change("cecilia"));
        Assert.Equal(CaseStatus.Answered, @case.Status);
    }

    [Fact]
    public void Passing_people_around_becomes_visible() // R-FLOW-03
    {
        var @case = Accepted();
        @case.HandOver(Make.Unit("boendestod"), null, Make.Told(), Make.Nothing, Make.Viewer("david"), Make.Change("david", Later));
        @case.Accept(Make.Viewer("cecilia"), Make.Change("cecilia", Later));
        Assert.Equal(2, @case.HandOvers);
    }

    [Fact]
    public void Where_the_routine_says_so_responsibility_moves_with_the_hand_over_itself() // S4, R-REG-01
    {
        var @case = Make.Case("internservice");
        @case.HandOver(Make.Unit("traffpunkten"), Make.Person("david"), null, Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        Assert.Equal((Make.Person("david").Id, Make.Unit("traffpunkten").Id), (@case.ResponsibleId, @case.UnitId));
    }

    [Fact]
    public void The_journal_tells_to_whom_and_how_it_was_said_in_codes_and_the_message_in_words()
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("boendestod"), Make.Person("bodil"), Make.Told("Bodil"), Make.Words("Du känner till det."), Make.Viewer("amal"), Make.Change("amal"));
        Assert.Equal(("boendestod/bodil;phone", "Du känner till det."), (@case.NewEvents[^1].Subject, @case.NewEvents[^1].Text));
    }

    private static Case Offered()
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told("David"), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        return @case;
    }

    private static Case Accepted()
    {
        var @case = Offered();
        @case.Accept(Make.Viewer("david"), Make.Change("david", Later));
        return @case;
    }

    private static Case AnsweredAndOffered()
    {
        var @case = Make.Case();
        @case.Reply(Make.Words("Jag beklagar."), Way.Phone, Make.Viewer("amal"), Make.Change("amal"));
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told("David"), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        return @case;
    }

    private static (string Code, string? Field) Broken(Action act)
    {
        var broken = Assert.Throws<RuleBroken>(act);
        return (broken.Code, broken.Field);
    }
}
