using Gava.Domain.Cases;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>A case that comes to a unit with another routine (law.md SR-2.12).</summary>
public sealed class AdoptingTests
{
    [Fact]
    public void Its_clocks_are_those_of_the_new_routine_counted_from_when_they_would_have_begun()
    {
        var @case = Make.Case();
        Adopt(@case, "rinkeby-kista", "2026-04-29 09:00");
        var fresh = Make.Case("rinkeby-kista");
        Assert.Equal(fresh.Clocks.Where(c => c.Runs).Select(c => (c.Name, c.DueAt)).Order(), @case.Clocks.Where(c => c.Runs).Select(c => (c.Name, c.DueAt)).Order());
        Assert.Equal(("rinkeby-kista", DiaryState.Waiting), (@case.RoutineName, @case.DiaryState));
        Assert.Equal("nacka-socialpsykiatri;rinkeby-kista", @case.NewEvents[^1].Subject);
    }

    [Fact]
    public void What_was_told_stays_told()
    {
        var @case = Make.Case();
        @case.GiveFeedback(Make.Words("Vi har börjat."), FeedbackOn.Other, Way.Phone, null, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"));
        Adopt(@case, "internservice", "2026-04-29 09:00");
        Assert.All(@case.Clocks.Where(c => Make.Routine("internservice").Clock(c.Name)?.StoppedBy.Contains(Moment.Feedback) == true), c => Assert.NotNull(c.StoppedAt));
        Assert.NotNull(@case.FirstFeedbackAt);
    }

    [Fact]
    public void A_number_in_the_former_boards_diary_is_closed_there_and_the_new_registrar_gives_another()
    {
        var @case = Make.Case("nacka-socialtjanst");
        var frida = Make.Viewer("frida");
        @case.RegisterInDiary(new("SN", 2026, 7), Make.Words(@case.Routine.Registration.PublicSubjects[0]), null, frida, Make.Change("frida", "2026-04-27 09:00"));
        Adopt(@case, "rinkeby-kista", "2026-04-29 09:00");
        Assert.Equal([new DiaryNumber("SN", 2026, 7)], @case.LeftDiaries);
        Assert.Equal((null, DiaryState.Waiting), (@case.DiaryNumber, @case.DiaryState));
        Assert.Equal("SN 2026-0007", @case.NewEvents.Single(e => e.Kind == EventKind.DiaryLeft).Subject);
        @case.RegisterInDiary(new("RKSDN", 2026, 1), Make.Words(@case.Routine.Registration.PublicSubjects[0]), null, frida, Make.Change("frida", "2026-04-30 09:00"));
        Assert.Equal("RKSDN 2026-0001", @case.DiaryNumber.ToString());
    }

    [Fact]
    public void Secrecy_that_the_new_units_law_presumes_is_marked()
    {
        var @case = Make.Case("internservice");
        Assert.Null(@case.SecrecyProvision);
        Adopt(@case, "nacka-socialtjanst", "2026-04-29 09:00");
        Assert.Equal((Make.Routine("nacka-socialtjanst").Regime, Make.At("2026-04-29 09:00")), (@case.Regime, @case.SecrecyAt!.Value));
        Assert.NotNull(@case.SecrecyProvision);
    }

    [Fact]
    public void A_kind_that_the_new_routine_does_not_know_becomes_the_nearest()
    {
        var (sixth, _) = RoutineReader.Read(Make.SixthRoutineFile);
        var own = sixth!.Kinds.First(k => Make.Routine().Kind(k.Code) is null);
        var @case = Make.Case(kind: own.Code, following: sixth);
        Adopt(@case, Make.Socialpsykiatri, "2026-04-29 09:00");
        Assert.Equal(own.IsComplaint, Make.Routine().Kind(@case.Kind)!.IsComplaint);
    }

    [Fact]
    public void The_same_routine_is_nothing_new()
    {
        var @case = Make.Case();
        var lines = @case.NewEvents.Count;
        Adopt(@case, Make.Socialpsykiatri, "2026-04-29 09:00");
        Assert.Equal(lines, @case.NewEvents.Count);
    }

    private static void Adopt(Case @case, string routine, string at)
    {
        var other = Make.Routine(routine);
        @case.Adopt(other, other.Calendar, Make.Change("cecilia", at));
    }
}
