using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>The diary of a board, from the registrar's side.</summary>
public sealed class DiaryTests
{
    private const string Subject = "Klagomål på verksamheten";
    private const string Monday = "2026-04-27 08:30";

    private static readonly DiaryNumber Number = new("SN", 2026, 1);

    [Fact]
    public void The_registrar_enters_a_case_once_and_the_row_says_four_things() // R-REG-04
    {
        var @case = Make.Case(following: WithDiary());
        Assert.Equal(DiaryState.Waiting, @case.DiaryState);

        var row = Enter(@case);

        Assert.Equal(new PublicRow(Make.Day("2026-04-24"), "SN 2026-0001", "Enskild", Subject), row);
        Assert.Equal((Number, DiaryState.Entered), (@case.DiaryNumber, @case.DiaryState));
        Assert.Equal("SN 2026-0001", @case.NewEvents.Single(e => e.Kind == EventKind.DiaryRegistered).Subject);
        Assert.Equal("diary-registered", Broken(() => Enter(@case)));
        Assert.Equal("diary-registered", Broken(() => @case.MarkExempt(Make.Words("Fel"), Frida, By("frida"))));
    }

    [Theory]
    [InlineData("amal")]
    [InlineData("cecilia")]
    [InlineData("eva")]
    [InlineData("karin")]
    [InlineData("lena")]
    public void Nobody_but_the_registrar_keeps_the_diary(string person)
    {
        var @case = Make.Case(following: WithDiary());
        Assert.Equal("registrar-only", Broken(() => @case.RegisterInDiary(Number, Make.Words(Subject), null, Make.Viewer(person), By(person))));
        Assert.Equal("registrar-only", Broken(() => @case.MarkExempt(Make.Words("Fel"), Make.Viewer(person), By(person))));
        Assert.Equal("registrar-only", Broken(() => @case.CloseInDiary(Make.Nothing, Make.Viewer(person), By(person))));
    }

    [Fact]
    public void A_routine_without_a_diary_is_an_ordered_store()
    {
        var @case = Make.Case();
        Assert.Equal(DiaryState.None, @case.DiaryState);
        Assert.Equal("diary-none", Broken(() => Enter(@case)));
    }

    [Theory] // R-REG-08
    [InlineData("complaint", DiaryState.Waiting)]
    [InlineData("faultReport", DiaryState.Exempt)]
    public void The_routine_keeps_some_kinds_out_of_the_diary(string kind, DiaryState state)
    {
        var @case = Make.Case(kind: kind, following: WithDiary());
        Assert.Equal(state, @case.DiaryState);
        if (state == DiaryState.Exempt) Assert.Equal("diary-exempt", Broken(() => Enter(@case)));
    }

    [Fact]
    public void What_turns_out_to_be_another_kind_is_judged_anew() // R-REG-08
    {
        var @case = Make.Case(kind: "faultReport", following: WithDiary());
        @case.ChangeKind("complaint", Make.Words("Ett missnöje"), Make.Viewer("cecilia"), By("cecilia"));
        Assert.Equal(DiaryState.Waiting, @case.DiaryState);
        @case.ChangeKind("faultReport", Make.Words("En lampa"), Make.Viewer("cecilia"), By("cecilia"));
        Assert.Equal((DiaryState.Exempt, "faultReport"), (@case.DiaryState, @case.ExemptFor));
    }

    [Fact]
    public void What_is_handed_on_for_an_exempt_matter_is_kept_out_too() // R-REG-08: decisions by authority
    {
        var appeal = new Elsewhere("appeal", "Överklagande", [], "Nämnden", "Nämnden prövar det.", true, true, false, new("S2.21", null));
        var @case = Make.Case(following: WithDiary("appeal"));
        @case.Refer(appeal, appeal.To, Make.Nothing, Way.Phone, Make.Viewer("amal"), By("amal"));
        Assert.Equal((DiaryState.Exempt, "appeal"), (@case.DiaryState, @case.ExemptFor));
    }

    [Fact]
    public void The_registrar_may_exempt_with_a_reason_that_stays_and_change_their_mind()
    {
        var @case = Make.Case(following: WithDiary());
        Assert.Equal("why-missing", Broken(() => @case.MarkExempt(Make.Nothing, Frida, By("frida"))));
        @case.MarkExempt(Make.Words("Av ringa betydelse."), Frida, By("frida"));
        Assert.Equal((DiaryState.Exempt, Case.Decision), (@case.DiaryState, @case.ExemptFor));
        Assert.Equal("Av ringa betydelse.", @case.NewEvents[^1].Text);
        Assert.Equal("diary-exempt", Broken(() => @case.MarkExempt(Make.Words("Igen"), Frida, By("frida"))));
        Enter(@case);
        Assert.Equal(DiaryState.Entered, @case.DiaryState);
    }

    [Fact]
    public void A_time_that_only_the_diary_ends_does_not_run_for_what_is_exempt()
    {
        var routine = WithDiary() with { Clocks = [ToDiary] };
        Assert.True(Make.Case(following: routine).Clocks.Single().Runs);
        Assert.Empty(Make.Case(kind: "faultReport", following: routine).Clocks);
        var @case = Make.Case(following: routine);
        @case.MarkExempt(Make.Words("Av ringa betydelse."), Frida, By("frida"));
        Assert.False(@case.Clocks.Single().Runs);
    }

    [Fact]
    public void A_clock_from_registration_starts_again_at_the_registration_in_the_diary() // R-REG-09
    {
        var clock = Make.Routine().Clocks[0] with { Name = "svar", Start = Moment.Registration, Length = new(10, TimeUnit.CalendarDays), StoppedBy = [Moment.Reply], Kinds = [], Counting = default };
        var @case = Make.Case(at: "2026-05-20 16:00", registeredAt: "2026-05-21 09:00", following: WithDiary() with { Clocks = [clock, ToDiary] });
        Assert.Equal(Make.Day("2026-05-31"), Of("svar").Due.Day);

        @case.RegisterInDiary(Number, Make.Words(Subject), null, Frida, By("frida", "2026-05-22 10:00"));

        Assert.Equal((Make.At("2026-05-22 10:00"), Make.Day("2026-06-01")), (Of("svar").StartedAt, Of("svar").Due.Day));
        Assert.Equal(Make.At("2026-05-22 10:00"), Of("diarieforing").StoppedAt); // and the time to the diary has stopped

        CaseClock Of(string name) => @case.Clocks.Single(c => c.Name == name);
    }

    [Fact]
    public void What_arrived_on_a_Friday_afternoon_is_due_in_the_diary_on_Monday() // law.md SR-2.5
        => Assert.Equal(Make.Day("2026-04-27"), Make.Case(at: "2026-04-24 16:50", following: WithDiary() with { Clocks = [ToDiary] }).Clocks[0].Due.Day);

    [Fact]
    public void Where_the_unit_closes_the_row_waits_for_the_registrar() // R-REG-06
    {
        var @case = Make.Case(following: WithDiary());
        Enter(@case);
        Assert.Equal("diary-answer-missing", Broken(() => @case.CloseInDiary(Make.Nothing, Frida, By("frida"))));
        Answer(@case);
        @case.Close(Make.Nothing, Make.Words("Ett missförstånd."), Make.Viewer("amal"), By("amal"));
        Assert.Equal((CaseStatus.Closed, DiaryState.Entered), (@case.Status, @case.DiaryState));

        @case.CloseInDiary(Make.Nothing, Frida, By("frida"));

        Assert.Equal(DiaryState.Closed, @case.DiaryState);
        Assert.Equal("diary-closed", Broken(() => @case.CloseInDiary(Make.Nothing, Frida, By("frida"))));
    }

    [Fact]
    public void A_case_without_a_number_is_closed_in_the_unit_all_the_same()
    {
        var @case = Make.Case(following: WithDiary());
        Answer(@case);
        @case.Close(Make.Nothing, Make.Words("Ett missförstånd."), Make.Viewer("amal"), By("amal"));
        Assert.Equal((CaseStatus.Closed, DiaryState.Waiting), (@case.Status, @case.DiaryState));
        Enter(@case);
    }

    [Fact]
    public void Where_the_registrar_closes_last_the_number_comes_first_and_both_close_together() // R-REG-06, W2
    {
        var @case = Make.Case(following: ClosedByRegistrar());
        Answer(@case);
        Assert.Equal(["diary-missing"], @case.MissingBeforeClosing().Select(m => m.Code));
        Assert.Equal("diary-missing", Broken(() => @case.CloseInDiary(Make.Nothing, Frida, By("frida"))));
        Enter(@case);
        Assert.Equal("others-close", Broken(() => @case.Close(Make.Nothing, Make.Nothing, Make.Viewer("cecilia"), By("cecilia"))));

        @case.CloseInDiary(Make.Nothing, Frida, By("frida"));

        Assert.Equal((CaseStatus.Closed, Ending.Answered, DiaryState.Closed), (@case.Status, @case.Ending, @case.DiaryState));
        Assert.Equal([EventKind.Closed, EventKind.DiaryClosed], @case.NewEvents.TakeLast(2).Select(e => e.Kind));
    }

    [Fact]
    public void A_note_why_no_answer_is_possible_closes_too() // R-REG-06
    {
        var @case = Make.Case(following: ClosedByRegistrar());
        Enter(@case);
        Assert.Equal("diary-answer-missing", Broken(() => @case.CloseInDiary(Make.Words(" "), Frida, By("frida"))));

        @case.CloseInDiary(Make.Words("Numret går inte till någon."), Frida, By("frida"));

        Assert.Equal((CaseStatus.Closed, Ending.AnswerNotPossible), (@case.Status, @case.Ending));
        Assert.DoesNotContain(@case.Clocks, c => c.Runs);
    }

    [Fact]
    public void A_case_that_is_opened_again_keeps_its_number_and_its_row_is_open()
    {
        var @case = Make.Case(following: ClosedByRegistrar());
        Enter(@case);
        Answer(@case);
        @case.CloseInDiary(Make.Nothing, Frida, By("frida"));
        @case.Reopen(Make.Words("Mer har hänt."), Make.Viewer("cecilia"), By("cecilia"));
        Assert.Equal((DiaryState.Entered, Number), (@case.DiaryState, @case.DiaryNumber));
    }

    [Fact]
    public void Another_version_of_the_routine_can_bring_a_diary()
    {
        var @case = Make.Case();
        @case.MoveTo(WithDiary() with { Version = @case.RoutineVersion + 1 }, Make.Words("Nämnden har beslutat."), Make.Viewer("cecilia"), By("cecilia"));
        Assert.Equal(DiaryState.Waiting, @case.DiaryState);
    }

    private static Viewer Frida => Make.Viewer("frida");

    private static ClockRule ToDiary => Make.Routine().Clocks[0] with
    {
        Name = "diarieforing",
        Kinds = [],
        Counting = default,
        Start = Moment.Arrival,
        Length = new(1, TimeUnit.WorkingDays),
        StoppedBy = [Moment.DiaryRegistration],
    };

    private static Routine WithDiary(string exempt = "faultReport")
    {
        var routine = Make.Routine();
        return routine with
        {
            Regime = "socialServices",
            Clocks = [],
            Registration = new() { Mode = RegistrationMode.Diary, Series = "SN", Board = "Socialnämnden", Exempt = [exempt], PublicSubjects = [Subject] },
        };
    }

    private static Routine ClosedByRegistrar()
    {
        var routine = WithDiary();
        return routine with { Closing = new(true, false, routine.Closing.Citation) { By = Role.Registrar } };
    }

    private static PublicRow Enter(Case @case) => @case.RegisterInDiary(Number, Make.Words(Subject), null, Frida, By("frida"));

    private static void Answer(Case @case) => @case.Reply(Make.Words("Tack. Jag beklagar."), Way.Phone, Make.Viewer("amal"), By("amal"));

    private static Change By(string person, string at = Monday) => Make.Change(person, at);

    private static string Broken(Action act) => Assert.Throws<RuleBroken>(act).Code;
}
