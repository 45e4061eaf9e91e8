using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;

using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Learning;

// R-LEARN-02, R-FLOW-10: in time, late, late with notice
public sealed class PromisesTests
{
    private static readonly DateTime Due = new(2026, 5, 12, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(-1, null, false, Punctuality.InTime)]
    [InlineData(0, null, false, Punctuality.Late)] // the due moment is the first late one
    [InlineData(5, -2, false, Punctuality.LateWithNotice)]
    [InlineData(5, null, true, Punctuality.NoTerm)]
    public void A_clock_is_judged_by_when_it_stopped(int stoppedAfter, int? noticedAfter, bool isGone, Punctuality expected)
    {
        var clock = CaseClock.Stopped(1, "svar", Due, Due.AddMinutes(stoppedAfter), noticedAfter is { } told ? Due.AddDays(told) : null, isGone);

        Assert.Equal(expected, Promises.Judge([clock], Due.AddDays(30)));
    }

    [Fact]
    public void A_clock_that_nothing_stopped_ran_until_the_case_was_closed()
    {
        var clock = CaseClock.Stopped(1, "svar", Due, null, null, false);

        Assert.Equal((Punctuality.InTime, Punctuality.Late), (Promises.Judge([clock], Due.AddDays(-1)), Promises.Judge([clock], Due.AddDays(1))));
        Assert.Equal(Punctuality.NoTerm, Promises.Judge([], Due));
    }

    [Fact]
    public void The_worst_of_several_counts()
    {
        var met = CaseClock.Stopped(1, "ett", Due, Due.AddDays(-1), null, false);
        var late = CaseClock.Stopped(1, "två", Due, Due.AddDays(1), null, false);
        var noticed = CaseClock.Stopped(1, "tre", Due, Due.AddDays(1), Due.AddDays(-1), false);

        Assert.Equal(Punctuality.LateWithNotice, Promises.Judge([met, noticed], Due));
        Assert.Equal(Punctuality.Late, Promises.Judge([met, noticed, late], Due));
    }

    [Theory] // which word each shipped clock waits for
    [InlineData("nacka-socialpsykiatri", "forsta-aterkoppling", Promise.Feedback)]
    [InlineData("nacka-socialpsykiatri", "slutlig-handlaggning", Promise.Answer)]
    [InlineData("rinkeby-kista", "besked", Promise.Feedback)]
    [InlineData("nacka-socialtjanst", "svar", Promise.Answer)]
    [InlineData("nacka-socialtjanst", "rapport", null)]
    [InlineData("internservice", "kontakt", Promise.Feedback)]
    public void A_shipped_clock_waits_for_its_word(string routine, string clock, Promise? expected) =>
        Assert.Equal(expected, Promises.Of(Make.Routine(routine).Clock(clock)!));

    [Fact]
    public void Working_days_are_counted_from_the_day_after()
    {
        var days = new WorkingDayCount(WorkingCalendar.Swedish, new(2026, 4, 24), new(2026, 5, 31));

        // law.md: Friday 1 May is free, and the week-ends.
        Assert.Equal((0, 0, 5, 10), (days.Between(new(2026, 4, 24), new(2026, 4, 24)), days.Between(new(2026, 5, 4), new(2026, 4, 24)), days.Between(new(2026, 4, 24), new(2026, 5, 4)), days.Between(new(2026, 4, 24), new(2026, 5, 11))));
    }
}
