using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>The walkthroughs, as far as the rules carry them (R-SYS-09).</summary>
public sealed class WalkthroughTests
{
    [Fact]
    public void W0_a_complaint_to_Socialpsykiatri_from_the_phone_call_to_the_close()
    {
        // Friday 24 April, 14.10: Amal registers what she heard. She is responsible.
        var said = new Words("[namn] kom sent fyra gånger, ring [namn] på [telefon]. [personnummer]", "Lisa Ek kom sent fyra gånger, ring Erik Berg på 070-123 45 67. 19121212-1212");
        var @case = Make.Case(text: said);
        Assert.Equal(("2026-000123", CaseStatus.InProgress, Make.Person("amal").Id), ($"{@case.Reference}", @case.Status, @case.ResponsibleId)); // R-REG-01
        Assert.Equal(said.Register, @case.Text);

        // She must first have told who takes over; then it is offered, and stays hers until the manager accepts.
        var (amal, david) = (Make.Viewer("amal"), Make.Viewer("david", "2026-04-27"));
        void HandOver(HandOverNotice? notice) => @case.HandOver(Make.Unit("traffpunkten"), null, notice, Make.Nothing, amal, Make.Change("amal", "2026-04-24 14:30"));
        Assert.Equal("notice-missing", Assert.Throws<RuleBroken>(() => HandOver(null)).Code); // R-FLOW-03
        HandOver(Make.Told("David"));
        Assert.Equal((CaseStatus.Offered, Make.Person("amal").Id, 0), (@case.Status, @case.ResponsibleId, @case.HandOvers));
        Assert.True(@case.MayBeHandledBy(amal));
        Assert.False(@case.MayBeHandledBy(david));
        @case.Accept(david, Make.Change("david", "2026-04-27 09:00"));
        Assert.Equal((CaseStatus.InProgress, Make.Person("david").Id, 1), (@case.Status, @case.ResponsibleId, @case.HandOvers));

        // First feedback is due on Monday 4 May, the final goal on 11 May: the clocks run from the call.
        Assert.Equal(["forsta-aterkoppling 2026-05-04", "slutlig-handlaggning 2026-05-11"], @case.Clocks.Select(c => $"{c.Name} {c.Due}")); // R-DUE-02, R-DUE-03
        Assert.Equal("forsta-aterkoppling", @case.NextClock?.Name);

        // 29 April: an action and the first feedback. That clock stops, the other runs.
        @case.RegisterMeasure(Make.Words("Nytt schema"), prevents: false, null, david, Make.Change("david", "2026-04-29 10:00"));
        @case.GiveFeedback(Make.Words("Vi har ändrat schemat."), FeedbackOn.Measure, Way.Phone, null, david, Make.Change("david", "2026-04-29 10:05"));
        Assert.Equal(ClockState.Met, Clock(@case, "forsta-aterkoppling").StateAt(Make.At("2026-05-20 12:00")));
        Assert.Equal("slutlig-handlaggning", @case.NextClock?.Name);

        // 8 May: it will take longer. The letter with the reason goes before the deadline.
        @case.NotifyDelay(Make.Words("Vi behöver tala med fler."), Way.Phone, Make.Day("2026-05-13"), david, Make.Change("david", "2026-05-08 15:00")); // R-FLOW-10
        Assert.Equal(ClockState.LateWithNotice, Clock(@case, "slutlig-handlaggning").StateAt(Make.At("2026-05-12 08:00")));
        Assert.Equal(Make.At("2026-05-14 00:00"), @case.UrgentAt);

        // 13 May: the answer, and the close.
        Assert.Equal(["reply-missing"], @case.MissingBeforeClosing().Select(m => m.Code));
        @case.Reply(Make.Words("Jag beklagar att vi kom sent."), Way.Phone, david, Make.Change("david", "2026-05-13 11:00"));
        Assert.Equal(CaseStatus.Answered, @case.Status);
        @case.Close(Make.Nothing, Make.Nothing, david, Make.Change("david", "2026-05-13 11:10"));
        Assert.Equal((CaseStatus.Closed, Ending.Answered, 1), (@case.Status, @case.Ending, @case.HandOvers));
        Assert.Equal((ClockState.MetLate, Make.At("2026-05-08 15:00")), (Clock(@case, "slutlig-handlaggning").StateAt(Make.At("2026-05-20 12:00")), Clock(@case, "slutlig-handlaggning").NoticedAt));
        Assert.Null(@case.NextClock);
        Assert.Equal(
            [
                EventKind.Arrived, EventKind.Registered, EventKind.HandedOver, EventKind.Accepted, EventKind.MeasureRegistered,
                EventKind.FeedbackGiven, EventKind.DelayNotified, EventKind.Replied, EventKind.Closed,
            ],
            @case.NewEvents.Select(e => e.Kind)); // R-FLOW-09
    }

    [Fact]
    public void W2_word_that_an_investigation_has_begun_is_owed_by_23_June()
    {
        var @case = Make.Case("rinkeby-kista", at: "2026-06-15 09:30");
        var clock = Clock(@case, "besked");
        Assert.Equal("2026-06-23", $"{clock.Due}"); // R-DUE-02
        @case.GiveFeedback(Make.Words("Vi har tagit emot det."), FeedbackOn.Other, Way.Phone, null, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-06-16 10:00"));
        Assert.True(clock.Runs);
        @case.GiveFeedback(Make.Words("Vi har börjat utreda."), FeedbackOn.Investigation, Way.Phone, null, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-06-23 23:59"));
        Assert.Equal(ClockState.Met, clock.StateAt(Make.At("2026-07-01 00:00")));
    }

    [Fact]
    public void W3_the_answer_is_due_ten_days_after_registration_whatever_day_it_arrived()
    {
        var @case = Make.Case("nacka-socialtjanst", at: "2026-05-20 10:00", registeredAt: "2026-05-22 10:00");
        Assert.Equal(["diarieforing 2026-05-21", "svar 2026-06-01", "rapport 2026-06-01"], @case.Clocks.Select(c => $"{c.Name} {c.Due}")); // R-DUE-03, R-REG-09
        @case.Consult(Make.Person("amal"), Make.Nothing, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-05-25 10:00"));
        @case.Draft(Make.Words("Jag ber om ursäkt."), Make.Viewer("cecilia"), Make.Change("cecilia", "2026-05-26 10:00"));
        Assert.Equal(Make.At("2026-05-27 10:00"), @case.RestsUntil); // R-FLOW-06
        @case.Reply(Make.Words("Jag ber om ursäkt."), Way.Phone, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-05-29 10:00"));
        Assert.Equal((ClockState.Met, true), (Clock(@case, "svar").StateAt(Make.At("2026-06-02 00:00")), Clock(@case, "rapport").Runs)); // two clocks
        @case.Report(Make.Words("Så här gick det till."), Make.Viewer("cecilia"), Make.Change("cecilia", "2026-06-01 10:00"));
        Assert.Equal(ClockState.Met, Clock(@case, "rapport").StateAt(Make.At("2026-06-02 00:00"))); // R-FLOW-11
    }

    [Fact]
    public void W4_contact_within_three_days_and_responsibility_moves_with_the_hand_over()
    {
        var @case = Make.Case("internservice");
        @case.HandOver(Make.Unit("traffpunkten"), Make.Person("david"), null, Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        Assert.Equal(Make.Person("david").Id, @case.ResponsibleId); // R-REG-01
        Assert.False(@case.MayBeHandledBy(Make.Viewer("amal")));
        @case.Accept(Make.Viewer("david"), Make.Change("david", "2026-04-24 15:00"));
        @case.Contact(reached: false, Way.Phone, Make.Nothing, null, Make.Viewer("david"), Make.Change("david", "2026-04-25 10:00"));
        Assert.True(Assert.Single(@case.Clocks).Runs);
        @case.Contact(reached: true, Way.Phone, Make.Words("Vi har talats vid."), null, Make.Viewer("david"), Make.Change("david", "2026-04-27 10:00"));
        Assert.Equal(ClockState.Met, Assert.Single(@case.Clocks).StateAt(Make.At("2026-04-28 00:00"))); // R-DUE-03
    }

    private static CaseClock Clock(Case @case, string name) => @case.Clocks.Single(c => c.Name == name);
}
