using Gava.Domain.Deadlines;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Routines;

// R-IN-08: what a form promises is what the routine's clocks say
public sealed class PromisedTimeTests
{
    public static TheoryData<string, string[]> Promises => new()
    {
        { "nacka-kommun", [] },
        { "nacka-socialpsykiatri", ["Word 5 arbetsdagar Arrival complaint", "Answer 10 arbetsdagar Arrival complaint"] },
        { "nacka-socialtjanst", ["Receipt 1 arbetsdag Registration", "Answer 10 dagar Registration"] },
        { "rinkeby-kista", ["Word 5 arbetsdagar Arrival"] },
        { "internservice", ["Word 3 dagar Arrival"] },
    };

    [Theory, MemberData(nameof(Promises))]
    public void A_routine_promises_what_its_clocks_say_and_nothing_else(string name, string[] expected) =>
        Assert.Equal(expected, PromisedTime.Of(Make.Routine(name), ["enhet"]).Select(p => $"{p.What} {p.Length} {p.From} {string.Join(',', p.Kinds)}".TrimEnd()));

    [Fact]
    public void A_place_that_promises_more_says_so_and_what_the_public_is_told_goes_first()
    {
        var routine = Make.Routine("rinkeby-kista");
        var stricter = routine with { Clocks = [routine.Clocks[0] with { UnitTimes = [new("enhet", new Length(2, TimeUnit.WorkingDays))] }] };
        var published = routine with { Clocks = [routine.Clocks[0] with { Published = new Length(2, TimeUnit.Weeks) }] };

        Assert.Equal(new Length(2, TimeUnit.WorkingDays), Assert.Single(PromisedTime.Of(stricter, ["enhet", "stad"])).Length);
        Assert.Equal(new Length(5, TimeUnit.WorkingDays), Assert.Single(PromisedTime.Of(stricter, ["annan", "stad"])).Length);
        Assert.Equal(new Length(2, TimeUnit.Weeks), Assert.Single(PromisedTime.Of(published, ["enhet"])).Length);
    }

    [Fact]
    public void Clocks_of_other_places_of_what_is_said_aloud_and_of_later_moments_are_not_promised_on_paper()
    {
        var routine = Make.Routine("rinkeby-kista");
        var clock = routine.Clocks[0];

        Assert.Empty(PromisedTime.Of(routine with { Clocks = [clock with { Units = ["annan"] }, clock with { Form = CaseForm.Oral }, clock with { Start = Moment.Acceptance }, clock with { StoppedBy = [Moment.Report] }] }, ["enhet"]));
    }
}
