using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Routines;

/// <summary>R-SYS-09: the five routines of the sources, as they are shipped.</summary>
public sealed class ShippedRoutinesTests
{
    private static readonly string[] Five = ["internservice", "nacka-kommun", "nacka-socialpsykiatri", "nacka-socialtjanst", "rinkeby-kista"];

    public static TheoryData<string> Names => [.. Make.RoutineNames];

    [Fact]
    public void Five_are_shipped() => Assert.Equal(Five, Make.RoutineNames);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_routine_reads_without_a_fault_and_bears_its_files_name(string name)
    {
        var (routine, faults) = RoutineReader.Read(Make.RoutineFile(name));
        Assert.Empty(faults);
        Assert.Equal(name, routine?.Name);
    }

    [Theory]
    [InlineData("nacka-socialpsykiatri", "forsta-aterkoppling", "2026-04-24 14:10", "2026-05-04")] // W0, R-DUE-02
    [InlineData("nacka-socialpsykiatri", "slutlig-handlaggning", "2026-04-24 14:10", "2026-05-11")] // W0, R-DUE-03
    [InlineData("rinkeby-kista", "besked", "2026-06-15 09:30", "2026-06-23")] // W2, R-DUE-02
    [InlineData("nacka-socialtjanst", "svar", "2026-05-22 10:00", "2026-06-01")] // W3, R-DUE-03
    [InlineData("nacka-socialtjanst", "rapport", "2026-05-22 10:00", "2026-06-01")] // W3, R-DUE-03
    [InlineData("nacka-socialtjanst", "svar", "2026-05-27 10:00", "2026-06-06")] // a Saturday and nationaldagen: S3 does not roll
    [InlineData("internservice", "kontakt", "2026-04-24 14:10", "2026-04-27")] // W4, R-DUE-03: three calendar days
    [InlineData("internservice", "kontakt", "2026-04-28 14:10", "2026-05-01")] // första maj: S4 does not roll
    public void A_shipped_clock_ends_on_the_day_that_the_walkthrough_says(string name, string clock, string start, string last)
    {
        var routine = Make.Routine(name);
        Assert.Equal(Make.Day(last), routine.Clock(clock)!.DueFrom(Make.At(start), routine.Calendar).Day);
    }

    [Theory]
    [InlineData("nacka-socialpsykiatri", "forsta-aterkoppling", Moment.Arrival, DeadlineBasis.LocalRule, "Feedback Reply")]
    [InlineData("nacka-socialpsykiatri", "slutlig-handlaggning", Moment.Arrival, DeadlineBasis.Goal, "Reply")]
    [InlineData("rinkeby-kista", "besked", Moment.Arrival, DeadlineBasis.LocalRule, "FeedbackOnMeasure FeedbackOnInvestigation")]
    [InlineData("nacka-socialtjanst", "svar", Moment.Registration, DeadlineBasis.LocalRule, "Reply")]
    [InlineData("nacka-socialtjanst", "rapport", Moment.Registration, DeadlineBasis.LocalRule, "Report")]
    [InlineData("internservice", "kontakt", Moment.Arrival, DeadlineBasis.LocalRule, "Contact Reply")]
    public void A_shipped_clock_starts_and_stops_where_its_source_says(string name, string clock, Moment start, DeadlineBasis basis, string stoppedBy) // R-DUE-02, R-DUE-03
    {
        var rule = Make.Routine(name).Clock(clock)!;
        Assert.Equal((start, basis, stoppedBy), (rule.Start, rule.Basis, string.Join(' ', rule.StoppedBy)));
    }

    [Theory]
    [InlineData("nacka-socialpsykiatri", "complaint", 2)]
    [InlineData("nacka-socialpsykiatri", "praise", 0)] // S0 has times for complaints only
    [InlineData("rinkeby-kista", "complaint", 1)]
    [InlineData("rinkeby-kista", "view", 1)] // S2 for views and complaints alike
    [InlineData("nacka-socialtjanst", "praise", 2)] // S3 for all kinds alike
    [InlineData("internservice", "complaint", 1)]
    [InlineData("nacka-kommun", "complaint", 0)] // S1 has no times
    public void Times_hold_for_the_kinds_that_the_source_names(string name, string kind, int clocks) => // R-DUE-02, R-DUE-03, R-DUE-05
        Assert.Equal(clocks, Make.Routine(name).Clocks.Count(c => c.RunsFor(kind)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_cites_its_source_or_says_what_is_assumed(string name) // R-DUE-03
    {
        var routine = Make.Routine(name);
        Citation[] citations =
        [
            .. routine.Kinds.Select(k => k.Citation), .. routine.Clocks.Select(c => c.Citation), .. routine.Guidance.Select(g => g.Citation),
            routine.Responsibility.Citation, routine.HandOver.Citation, routine.Closing.Citation,
        ];
        Assert.All(citations, citation => Assert.True(citation.Source?.StartsWith(routine.Document, StringComparison.Ordinal) ?? citation.Assumed is not null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_source_does_not_say_of_a_clock_is_assumed_openly(string name) => // R-DUE-03
        Assert.All(Make.Routine(name).Clocks, clock => Assert.NotNull(clock.Citation.Assumed));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_channels_of_the_sources_are_there(string name) => // R-IN-02
        Assert.Superset(new HashSet<string> { "phone", "letter", "email", "visit", "form", "web" }, Make.Routine(name).Channels.Select(c => c.Code).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_kinds_of_the_sources_are_there_with_a_definition_each(string name) // R-IN-01
    {
        var kinds = Make.Routine(name).Kinds;
        Assert.Superset(new HashSet<string> { "complaint", "suggestion", "praise", "view" }, kinds.Select(k => k.Code).ToHashSet());
        Assert.All(kinds, kind => Assert.NotEmpty(kind.Definition));
        Assert.Equal("complaint", Assert.Single(kinds, kind => kind.IsComplaint).Code);
    }

    [Theory]
    [InlineData("nacka-socialpsykiatri", false, true, true, true)]
    [InlineData("nacka-kommun", false, true, true, true)]
    [InlineData("rinkeby-kista", false, true, true, false)]
    [InlineData("nacka-socialtjanst", false, false, true, false)]
    [InlineData("internservice", true, true, false, false)]
    public void Who_answers_and_what_closing_demands_follow_the_source(string name, bool movesAtHandOver, bool employeesMayAnswer, bool notice, bool measure) // R-REG-01, R-FLOW-03, R-FLOW-15
    {
        var routine = Make.Routine(name);
        Assert.Equal((movesAtHandOver, employeesMayAnswer), (routine.Responsibility.MovesAtHandOver, routine.Responsibility.EmployeesMayAnswer));
        Assert.Equal((notice, measure), (routine.HandOver.NoticeRequired, routine.Closing.MeasureRequired));
        Assert.True(routine.Closing.AnswerRequired);
    }
}
