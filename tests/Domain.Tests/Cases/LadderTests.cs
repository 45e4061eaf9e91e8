using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>Who has it next: one ladder for inability, one by subject, and time that escalates (R-ESC-02, -04, -05; R-SEC-03).</summary>
public sealed class LadderTests
{
    private static readonly DateOnly Today = Make.Day("2026-04-27");

    [Theory] // R-ESC-05: employee → unit manager → head of department → head of administration
    [InlineData("amal", "cecilia")]
    [InlineData("cecilia", "eva")]
    [InlineData("eva", null)]
    public void Whoever_cannot_answer_passes_it_one_step_up(string holder, string? next) =>
        Assert.Equal(next, NextOnLadder.ForInability(Ladders, Make.Organisation(), Make.Unit("boendestod").Id, Make.Person(holder).Id, Today)?.Person.UserName);

    [Fact] // R-ESC-02
    public void What_is_about_the_unit_manager_goes_to_the_head_of_department() =>
        Assert.Equal("eva", BySubject(SubjectOf.OwnPerson, "", "cecilia", "amal"));

    [Fact] // R-ESC-02: what the routine does not name goes to the nearest leader whom it is not about
    public void What_is_about_an_employee_goes_to_the_nearest_leader() => Assert.Equal("cecilia", BySubject(SubjectOf.OwnPerson, "", "bodil", "amal"));

    [Fact]
    public void What_is_about_the_organisation_goes_where_the_routine_says() => Assert.Equal("eva", BySubject(SubjectOf.Organisation, "TSF", null, "cecilia"));

    [Fact] // R-SEC-03
    public void The_manager_concerned_neither_sees_nor_handles_it()
    {
        var @case = Make.Case(following: Ladders);
        @case.MoveBySubject(Ladders.Responsibility.BySubject[0], Make.Person("cecilia"), Make.Unit("socialpsykiatri"), Make.Person("eva"), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        var cecilia = Make.Viewer("cecilia");
        Assert.True(@case.IsHiddenFrom(cecilia.Id));
        Assert.DoesNotContain(cecilia.Id, @case.KeysIn(Make.Organisation()));
        Assert.False(@case.MayBeHandledBy(cecilia));
        Assert.Equal((Make.Person("eva").Id, Make.Unit("socialpsykiatri").Id), (@case.ResponsibleId, @case.UnitId));
        Assert.Equal("subject-handles", Assert.Throws<RuleBroken>(() =>
            @case.HandOver(Make.Unit("boendestod"), Make.Person("cecilia"), Make.Told(), Make.Nothing, Make.Viewer("eva"), Make.Change("eva"))).Code);
    }

    [Fact] // R-ESC-04: a reminder before, the next manager after, each once
    public void Time_reminds_before_the_end_and_tells_the_next_manager_after_it()
    {
        var @case = Make.Case(following: Ladders with { Responsibility = Ladders.Responsibility with { OverdueTo = new Length(0, TimeUnit.Hours) } });
        Assert.Empty(@case.Wake(Make.Change("eva", "2026-04-28 09:00")));
        Assert.Equal([new Woken("forsta-aterkoppling", WokenWhat.Warned)], @case.Wake(Make.Change("eva", "2026-04-30 00:01")));
        Assert.Empty(@case.Wake(Make.Change("eva", "2026-04-30 00:02")));
        Assert.Contains(new Woken("forsta-aterkoppling", WokenWhat.Overdue), @case.Wake(Make.Change("eva", "2026-05-05 00:00")));
        Assert.Empty(@case.Wake(Make.Change("eva", "2026-05-05 00:01")));
    }

    [Fact] // R-DUE-04: nothing becomes silently late because the system was down
    public void A_reminder_that_comes_after_the_end_says_so() =>
        Assert.Contains(new Woken("forsta-aterkoppling", WokenWhat.WarnedLate), Make.Case().Wake(Make.Change("eva", "2026-06-01 09:00")));

    [Fact] // routines.md: hand-over
    public void After_the_second_refusal_the_coordinator_has_it()
    {
        var @case = Make.Case(following: Make.Routine() with
        {
            HandOver = new HandOverRule(false, new("S", null)) { RefusalsBeforeCoordinator = 2, Coordinator = Role.Coordinator, RefusedAfter = new Length(2, TimeUnit.WorkingDays) },
        });
        Offer(@case);
        @case.Decline(Make.Words("Inte vår sak."), Make.Viewer("david"), Make.Change("david", "2026-04-24 15:10"));
        Assert.False(@case.GoesToCoordinator);
        Offer(@case);
        Assert.False(@case.OfferHasLapsed(Make.At("2026-04-28 23:59")));
        Assert.True(@case.OfferHasLapsed(Make.At("2026-04-29 00:00")));
        @case.LapseOffer(Make.Change("eva", "2026-04-29 00:01"));
        Assert.True(@case.GoesToCoordinator);
        @case.GiveToCoordinator(Make.Unit("traffpunkten"), Make.Person("kim"), Make.Change("eva", "2026-04-29 00:01"));
        Assert.Equal((Make.Person("kim").Id, 0), (@case.ResponsibleId, @case.Refusals));

        static void Offer(Case @case) => @case.HandOver(Make.Unit("traffpunkten"), null, null, Make.Nothing, Make.Viewer("amal"), Make.Change("amal", "2026-04-24 15:00"));
    }

    [Fact] // routines.md: paused by what
    public void A_clock_that_waits_for_the_complainant_stands_still_and_goes_on_where_it_was()
    {
        var clock = Make.Routine().Clocks[1] with { Kinds = [], PausedBy = [Moment.Question], ResumedBy = [Moment.Message] };
        var @case = Make.Case(following: Make.Routine() with { Clocks = [clock] });
        Assert.Equal(Make.Day("2026-05-11"), @case.Clocks[0].Due.Day);
        @case.Ask(Make.Words("Vilken dag var det?"), Way.Phone, Make.Viewer("amal"), Make.Change("amal", "2026-04-27 09:00"));
        Assert.Equal(ClockState.Paused, @case.Clocks[0].StateAt(Make.At("2026-05-20 09:00")));
        @case.ReceiveMessage(Make.Words("Tisdagen."), Way.Phone, null, Make.Viewer("amal"), Make.Change("amal", "2026-04-29 09:00"));
        Assert.Equal(Make.Day("2026-05-13"), @case.Clocks[0].Due.Day); // two working days later
    }

    [Fact] // R-LEARN-08
    public void A_part_with_an_owner_is_seen_by_the_owner_and_stops_the_closing()
    {
        var @case = Make.Case(wantsReply: false);
        @case.AddPart(Make.Unit("traffpunkten"), Make.Person("kim"), Make.Words("Maten"), Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"));
        Assert.Contains(Make.Person("kim").Id, @case.KeysIn(Make.Organisation()));
        Assert.Contains(@case.MissingBeforeClosing(true), m => m.Code == "part-open"); // R-LEARN-08
        @case.FinishPart(1, Make.Words("Ny kyl."), Make.Viewer("kim"), Make.Change("kim", "2026-04-27 10:00"));
        Assert.DoesNotContain(@case.MissingBeforeClosing(true), m => m.Code == "part-open");
    }

    private static Routine Ladders => Make.Routine() with
    {
        Responsibility = new Responsibility(false, true, new("S4", null))
        {
            Inability = [Role.Employee, Role.UnitManager, Role.DepartmentHead, Role.AdministrationDirector],
            BySubject =
            [
                new(SubjectOf.OwnPerson, "", Role.UnitManager, Role.DepartmentHead, new("S4", null)),
                new(SubjectOf.Organisation, "TSF", Role.UnitManager, Role.DepartmentHead, new("S4", null)),
            ],
        },
    };

    private static string? BySubject(SubjectOf about, string scope, string? concerned, string holder) =>
        NextOnLadder.BySubject(Ladders, Make.Organisation(), Make.Unit("boendestod").Id, about, scope, concerned is null ? null : Make.Person(concerned).Id,
            Make.Person(holder).Id, Today)?.Person.UserName;
}
