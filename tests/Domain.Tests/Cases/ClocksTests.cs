using Gava.Domain.Cases;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-DUE-02 to R-DUE-05, R-FLOW-10: what starts, stops, warns and moves a case's clocks.</summary>
public sealed class ClocksTests
{
    private const string FirstFeedback = "forsta-aterkoppling";
    private const string FinalAnswer = "slutlig-handlaggning";
    private const string Tuesday = "2026-04-28 10:00";

    [Fact]
    public void Neither_receipt_nor_attempt_nor_measure_nor_note_nor_hand_over_stops_a_clock() // R-DUE-02
    {
        var @case = Make.Case();
        @case.Acknowledge(Way.Phone, Make.Viewer("amal"), Make.Change("amal"));
        @case.Contact(reached: false, Way.Phone, Make.Nothing, null, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.Contact(reached: true, Way.Phone, Make.Words("Vi talades vid."), null, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.RegisterMeasure(Make.Words("Nytt schema"), true, null, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.PromiseCallback(Make.At("2026-04-29 10:00"), Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.Note(Make.Words("Samtal"), Make.Change("amal", Tuesday));
        @case.NotifyDelay(Make.Words("Sjukdom"), Way.Phone, null, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.Accept(Make.Viewer("david"), Make.Change("david", Tuesday));
        Assert.All(@case.Clocks, clock => Assert.True(clock.Runs));
    }

    [Theory]
    [InlineData("nacka-socialpsykiatri", "acknowledge", "")]
    [InlineData("nacka-socialpsykiatri", "feedback", FirstFeedback)]
    [InlineData("nacka-socialpsykiatri", "reply", $"{FirstFeedback} {FinalAnswer}")]
    [InlineData("rinkeby-kista", "acknowledge", "")]
    [InlineData("rinkeby-kista", "feedback", "")] // only of an action or an investigation
    [InlineData("rinkeby-kista", "measure", "besked")]
    [InlineData("rinkeby-kista", "investigation", "besked")]
    [InlineData("nacka-socialtjanst", "feedback", "")]
    [InlineData("nacka-socialtjanst", "reply", "svar")]
    [InlineData("internservice", "acknowledge", "")]
    [InlineData("internservice", "attempt", "")]
    [InlineData("internservice", "contact", "kontakt")]
    [InlineData("internservice", "feedback", "kontakt")] // whoever gets feedback has been contacted
    [InlineData("internservice", "reply", "kontakt")]
    public void A_clock_is_stopped_by_its_own_events_and_by_no_other(string routine, string what, string stopped) // R-DUE-02, R-DUE-03
    {
        var @case = Make.Case(routine);
        var (cecilia, change, words) = (Make.Viewer("cecilia"), Make.Change("cecilia", Tuesday), Make.Words("Några ord"));
        switch (what)
        {
            case "acknowledge": @case.AcknowledgeAtOnce(change); break;
            case "attempt": @case.Contact(false, Way.Phone, Make.Nothing, null, cecilia, change); break;
            case "contact": @case.Contact(true, Way.Phone, words, null, cecilia, change); break;
            case "reply": @case.Reply(words, Way.Phone, cecilia, change, because: words); break;
            default: @case.GiveFeedback(words, what == "feedback" ? FeedbackOn.Other : what, Way.Phone, null, cecilia, change); break;
        }

        Assert.Equal(stopped, string.Join(' ', @case.Clocks.Where(c => !c.Runs).Select(c => c.Name)));
    }

    [Fact]
    public void A_clock_stops_when_it_happened_not_when_it_was_written_down()
    {
        var @case = Make.Case();
        @case.GiveFeedback(Make.Words("Vi ser över schemat."), FeedbackOn.Other, Way.Phone, Make.At("2026-05-04 16:00"), Make.Viewer("amal"), Make.Change("amal", "2026-05-06 09:00"));
        Assert.Equal(ClockState.Met, Clock(@case, FirstFeedback).StateAt(Make.At("2026-05-06 10:00")));
        Assert.Equal(Make.At("2026-05-04 16:00"), @case.FirstFeedbackAt);
    }

    [Theory]
    [InlineData("2026-05-04 23:59", ClockState.Met)]
    [InlineData("2026-05-05 00:00", ClockState.MetLate)]
    public void The_last_day_lasts_until_midnight_in_Stockholm(string feedback, ClockState state)
    {
        var @case = Make.Case();
        @case.GiveFeedback(Make.Words("Vi ser över schemat."), FeedbackOn.Other, Way.Phone, null, Make.Viewer("amal"), Make.Change("amal", feedback));
        Assert.Equal(state, Clock(@case, FirstFeedback).StateAt(Make.At(feedback)));
    }

    [Theory] // the first feedback warns one working day before Monday 4 May: Thursday 30 April, since 1 May is free
    [InlineData(FirstFeedback, "2026-04-29 23:59", ClockState.Calm)]
    [InlineData(FirstFeedback, "2026-04-30 00:00", ClockState.Soon)]
    [InlineData(FirstFeedback, "2026-05-04 23:59", ClockState.Soon)]
    [InlineData(FirstFeedback, "2026-05-05 00:00", ClockState.Late)]
    [InlineData(FinalAnswer, "2026-05-06 23:59", ClockState.Calm)] // two working days before Monday 11 May
    [InlineData(FinalAnswer, "2026-05-07 00:00", ClockState.Soon)]
    [InlineData(FinalAnswer, "2026-05-12 00:00", ClockState.Late)]
    public void A_clock_warns_before_it_runs_out(string clock, string now, ClockState state) => // R-DUE-04
        Assert.Equal(state, Clock(Make.Case(), clock).StateAt(Make.At(now)));

    [Theory]
    [InlineData("20 workingDays", "2 workingDays", "2026-05-22 00:00")] // due Tuesday 26 May, after Kristi himmelsfärd
    [InlineData("30 calendarDays", "3 calendarDays", "2026-05-21 00:00")] // due Sunday 24 May
    [InlineData("2 months", "2 weeks", "2026-06-10 00:00")] // due 24 June
    [InlineData("3 months", "1 months", "2026-06-24 00:00")] // due 24 July
    [InlineData("24 hours", "6 hours", "2026-04-25 08:10")]
    public void A_warning_is_counted_back_in_its_own_unit(string length, string warnBefore, string warnsAt) => // R-DUE-04
        Assert.Equal(Make.At(warnsAt), Assert.Single(Make.Case(following: WithClock(length, warnBefore)).Clocks).WarnAt);

    [Theory]
    [InlineData("2026-05-11 23:59", true)]
    [InlineData("2026-05-12 00:00", false)]
    public void A_delay_told_in_time_makes_it_late_with_notice_and_told_afterwards_does_not(string told, bool withNotice) // R-FLOW-10
    {
        var @case = Make.Case();
        @case.NotifyDelay(Make.Words("Vi behöver tala med fler."), Way.Phone, Make.Day("2026-05-20"), Make.Viewer("amal"), Make.Change("amal", told));
        var clock = Clock(@case, FinalAnswer);
        Assert.Equal(withNotice ? ClockState.LateWithNotice : ClockState.Late, clock.StateAt(Make.At("2026-05-15 00:00")));
        Assert.Equal(withNotice, clock.NoticedAt is not null);
        Assert.Equal("2026-05-11", $"{clock.Due}"); // what was promised first stays what was promised first
        Assert.Equal(Make.At("2026-05-21 00:00"), clock.UrgentAt);
    }

    [Fact]
    public void The_day_promised_with_a_delay_stands_in_the_journal()
    {
        var @case = Make.Case();
        @case.NotifyDelay(Make.Words("Sjukdom"), Way.Phone, Make.Day("2026-05-20"), Make.Viewer("amal"), Make.Change("amal", Tuesday));
        Assert.Equal(Make.Day("2026-05-20"), DelaySubject.NewDayOf(@case.NewEvents[^1].Subject));
    }

    [Fact]
    public void Where_no_time_runs_nobody_is_told_of_a_delay() =>
        Assert.Equal("nothing-late", Assert.Throws<RuleBroken>(() => Make.Case("nacka-kommun")
            .NotifyDelay(Make.Words("Sjukdom"), Way.Phone, null, Make.Viewer("amal"), Make.Change("amal", Tuesday))).Code);

    [Fact]
    public void Where_nobody_can_be_told_the_feedback_clock_does_not_run_and_the_answer_clock_stops_at_closing() // R-DUE-05
    {
        var @case = Make.Case(isAnonymous: true);
        Assert.Equal(FinalAnswer, Assert.Single(@case.Clocks).Name);
        @case.RegisterMeasure(Make.Words("Nytt schema"), true, null, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.Close(Make.Nothing, Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        Assert.Equal((ClockState.Met, "closing", Ending.AnswerNotPossible), (Clock(@case, FinalAnswer).StateAt(Make.At("2026-06-01 00:00")), Clock(@case, FinalAnswer).StoppedBy, @case.Ending));
    }

    [Fact]
    public void Somebody_anonymous_who_left_a_phone_number_can_be_told() // R-IN-05
    {
        var @case = Make.Case(by: new() { Phone = "070-123 45 67" }, isAnonymous: true);
        Assert.True(@case.SomebodyToTell);
        Assert.Equal([FirstFeedback, FinalAnswer], @case.Clocks.Select(c => c.Name));
    }

    [Fact]
    public void A_case_without_times_sorts_by_age() // R-DUE-05
    {
        Assert.Equal(Make.At(Make.Friday).AddDays(Case.DaysWithoutClock), Make.Case("nacka-kommun").UrgentAt);
        Assert.Equal(Make.At(Make.Friday).AddDays(Case.DaysWithoutClock), Make.Case(kind: "praise").UrgentAt);
    }

    [Fact]
    public void A_promised_call_back_sorts_like_a_clock_until_it_is_kept() // R-FLOW-17
    {
        var @case = Make.Case();
        var byClock = @case.UrgentAt;
        @case.PromiseCallback(Make.At("2026-04-29 10:00"), Make.Nothing, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        Assert.Equal(Make.At("2026-04-29 10:00"), @case.UrgentAt);
        @case.KeepCallback(1, Make.Words("Vi talades vid."), Make.Viewer("amal"), Make.Change("amal", "2026-04-29 10:00"));
        Assert.Equal(byClock, @case.UrgentAt);
    }

    [Fact]
    public void A_closed_case_sorts_by_when_it_was_closed_and_an_opened_one_by_when_it_was_opened()
    {
        var @case = Make.Case("nacka-kommun", wantsReply: false);
        @case.Close(Make.Nothing, Make.Words("Inget att göra"), Make.Viewer("amal"), Make.Change("amal", Tuesday));
        Assert.Equal(Make.At(Tuesday), @case.UrgentAt);
        @case.Reopen(Make.Words("Ny uppgift"), Make.Viewer("amal"), Make.Change("amal", "2026-06-01 09:00"));
        Assert.Equal(Make.At("2026-06-01 09:00").AddDays(Case.DaysWithoutClock), @case.UrgentAt);
    }

    [Fact]
    public void A_local_closed_day_that_is_added_later_moves_running_clocks_only() // R-DUE-01
    {
        var @case = Make.Case();
        @case.GiveFeedback(Make.Words("Vi ser över schemat."), FeedbackOn.Other, Way.Phone, null, Make.Viewer("amal"), Make.Change("amal", Tuesday));
        @case.Follow(@case.Routine, @case.Routine.Calendar.With(new Dictionary<DateOnly, string> { [new(2026, 4, 30)] = "städdag" }));
        @case.Recount();
        Assert.Equal(["2026-05-04", "2026-05-12"], @case.Clocks.Select(c => $"{c.Due}"));
        Assert.Equal(Make.At("2026-05-13 00:00"), @case.UrgentAt);
    }

    [Fact]
    public void A_view_that_turns_out_to_be_a_complaint_gets_the_clocks_from_its_arrival() // R-IN-01
    {
        var @case = Make.Case(kind: "view");
        Assert.Empty(@case.Clocks);
        @case.ChangeKind("complaint", Make.Words("Det är ett missnöje."), Make.Viewer("amal"), Make.Change("amal", Tuesday));
        Assert.Equal(["2026-05-04", "2026-05-11"], @case.Clocks.Select(c => $"{c.Due}"));
    }

    [Fact]
    public void A_complaint_that_turns_out_to_be_praise_has_no_clocks_until_it_turns_back()
    {
        var @case = Make.Case();
        @case.ChangeKind("praise", Make.Words("Det var beröm."), Make.Viewer("amal"), Make.Change("amal", Tuesday));
        Assert.All(@case.Clocks, clock => Assert.Equal(ClockState.Gone, clock.StateAt(Make.At("2026-06-01 00:00"))));
        @case.ChangeKind("complaint", Make.Words("Nej, klagomål."), Make.Viewer("amal"), Make.Change("amal", Tuesday));
        Assert.Equal(["2026-05-04", "2026-05-11"], @case.Clocks.Where(c => c.Runs).Select(c => $"{c.Due}"));
    }

    [Theory]
    [InlineData("view", "complaint")] // the clocks come with the new kind
    [InlineData("complaint", "praise", "complaint")] // they went, and come back
    public void What_was_told_while_it_was_another_kind_was_told(string first, params string[] then) // R-DUE-02
    {
        var (@case, amal) = (Make.Case(kind: first), Make.Viewer("amal"));
        foreach (var kind in then.SkipLast(1)) @case.ChangeKind(kind, Make.Words("Rätt sort"), amal, Make.Change("amal", Tuesday));
        @case.GiveFeedback(Make.Words("Vi ser över schemat."), FeedbackOn.Other, Way.Phone, null, amal, Make.Change("amal", "2026-04-28 11:00"));
        @case.Reply(Make.Words("Jag beklagar."), Way.Phone, amal, Make.Change("amal", "2026-04-28 12:00"));
        @case.ChangeKind(then[^1], Make.Words("Rätt sort"), amal, Make.Change("amal", "2026-04-28 13:00"));
        Assert.All(@case.Clocks, clock => Assert.Equal(ClockState.Met, clock.StateAt(Make.At("2026-06-01 00:00"))));
    }

    private static CaseClock Clock(Case @case, string name) => @case.Clocks.Single(c => c.Name == name);

    private static Routine WithClock(string length, string warnBefore)
    {
        var file = Make.RoutineFile("internservice").Replace("3 calendarDays", length, StringComparison.Ordinal).Replace("1 calendarDays", warnBefore, StringComparison.Ordinal);
        var (routine, faults) = RoutineReader.Read(file);
        Assert.Empty(faults);
        return routine!;
    }
}
