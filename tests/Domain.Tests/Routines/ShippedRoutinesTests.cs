using Gava.Domain.Deadlines;
using Gava.Domain.People;
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

    [Theory] // law.md SR-11.3: where the routine answers such a report by no clock of its own, Gåva has one; posters and walks tell the routine's own
    [InlineData("nacka-kommun", true)]
    [InlineData("nacka-socialpsykiatri", true)]
    [InlineData("rinkeby-kista", true)]
    [InlineData("nacka-socialtjanst", false)]
    public void A_report_on_accessibility_has_a_last_day_in_every_routine(string name, bool isOurs)
    {
        var routine = Make.Routine(name);
        Assert.Equal(isOurs, routine.AllClocks.Contains(ClockRule.Accessibility));
        Assert.Contains(routine.AllClocks, c => c.RunsFor(Kind.Accessibility.Code) && c.StoppedBy.Contains(Moment.Reply));
        Assert.DoesNotContain(ClockRule.Accessibility, routine.Clocks);
        Assert.False(ClockRule.Accessibility.RunsFor("complaint"));
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
        Assert.Equal(clocks, Make.Routine(name).Clocks.Count(c => !c.AddedByLaw && c.RunsFor(kind)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_cites_its_source_or_says_what_is_assumed(string name) // R-DUE-03
    {
        var routine = Make.Routine(name);
        Citation[] citations =
        [
            routine.Scope.Citation, .. routine.Scope.Elsewhere.Select(e => e.Citation), .. routine.Kinds.Select(k => k.Citation), .. routine.Channels.Select(c => c.Citation),
            routine.Receiving.Citation, routine.Registration.Citation, routine.Anonymity.Citation, routine.Acknowledgement!.Citation,
            .. routine.Clocks.Where(c => !c.AddedByLaw).Select(c => c.Citation), routine.Responsibility.Citation, .. routine.Responsibility.Roles.Select(r => r.Citation),
            .. routine.Responsibility.BySubject.Select(s => s.Citation), routine.HandOver.Citation, routine.Reply.Citation,
            .. routine.Reply.Contents.Where(c => !c.IsStatutory).Select(c => c.Citation), routine.Closing.Citation, .. routine.Categories.Select(t => t.Citation),
            routine.Learning.Citation, .. routine.Learning.Meetings.Select(m => m.Citation), .. routine.Learning.Duties.Select(d => d.Citation),
            .. routine.Reports.Select(r => r.Citation), routine.Publication.Citation, .. routine.Retention.Select(r => r.Citation),
            .. routine.Guidance.Select(g => g.Citation), .. routine.Templates.Select(t => t.Citation),
        ];
        Assert.All(citations, citation => Assert.True(citation.Source is { } source
            ? source.Split(", ").All(sentence => sentence.StartsWith($"{routine.Document}.", StringComparison.Ordinal)) : citation.Assumed is not null));
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

    [Theory]
    [InlineData("nacka-socialpsykiatri", "socialServices", "misconduct")]
    [InlineData("nacka-kommun", "general", null)]
    [InlineData("rinkeby-kista", "socialServices", "misconduct")]
    [InlineData("nacka-socialtjanst", "socialServices", "misconduct")]
    [InlineData("internservice", "general", null)]
    public void An_appeal_is_raised_the_same_day_and_a_misconduct_is_reported_beside_its_complaint(string name, string regime, string? copied) // SR-1.5, SR-5.13
    {
        var routine = Make.Routine(name);
        Assert.Equal(regime, routine.Regime);
        Assert.True(routine.Scope.Elsewhere.Single(e => e.Code == "appeal") is { IsOutsideByLaw: true, SameDay: true, IsCopied: false });
        Assert.Equal(copied, routine.Scope.Elsewhere.SingleOrDefault(e => e.IsCopied)?.Code);
    }

    [Theory]
    [InlineData("rinkeby-kista", "faultReport", "Felanmälan")]
    [InlineData("nacka-socialtjanst", "otherOperation", "Den verksamhet som det gäller")]
    [InlineData("internservice", "entitlement", "Kundtjänst i kommunen")]
    public void What_belongs_elsewhere_goes_where_the_source_says(string name, string code, string to) => // R-IN-10
        Assert.Equal(to, Make.Routine(name).Scope.Elsewhere.Single(e => e.Code == code).To);

    [Theory]
    [InlineData("rinkeby-kista", "RKSDN", null, true, "appeal faultReport")] // R-REG-04, R-REG-05, R-REG-08
    [InlineData("nacka-socialtjanst", "SN", Role.ComplaintsManager, false, "")] // R-REG-09
    public void A_diary_has_a_series_and_its_own_way_there(string name, string series, Role? through, bool copyToUnit, string exempt)
    {
        var registration = Make.Routine(name).Registration;
        Assert.Equal((RegistrationMode.Diary, series, through, copyToUnit), (registration.Mode, registration.Series, registration.Through, registration.CopyToUnit));
        Assert.Equal(exempt, string.Join(' ', registration.Exempt));
        Assert.NotEmpty(registration.PublicSubjects);
    }

    [Theory]
    [InlineData(Role.Employee, "Receive PassOn Refer Document Answer", "UnitManager")]
    [InlineData(Role.Coordinator, "Receive PassOn Document", "UnitManager DeputyDepartmentHead DepartmentHead")]
    [InlineData(Role.UnitManager, "Receive PassOn Document Investigate Answer Close", "DepartmentHead")]
    [InlineData(Role.DeputyDepartmentHead, "Receive PassOn Document Investigate Answer Close", "UnitManager DepartmentHead")]
    [InlineData(Role.DepartmentHead, "Receive PassOn Document Investigate Answer Close", "UnitManager DeputyDepartmentHead OperationsManager AdministrationDirector")]
    public void Each_title_does_what_the_table_of_Internservice_gives_it(Role role, string may, string passesOnTo) // R-ESC-03
    {
        var duties = Make.Routine("internservice").Responsibility.Roles.Single(r => r.Role == role);
        Assert.Equal((may, passesOnTo), (string.Join(' ', duties.Duties), string.Join(' ', duties.PassOnTo)));
    }

    [Fact]
    public void The_two_ladders_of_Internservice_end_differently() // R-ESC-02, R-ESC-05
    {
        var responsibility = Make.Routine("internservice").Responsibility;
        Assert.Equal([Role.Employee, Role.UnitManager, Role.DepartmentHead, Role.AdministrationDirector], responsibility.Inability);
        Assert.Equal(
            [
                "OwnPerson UnitManager→DepartmentHead", "OwnPerson DeputyDepartmentHead→DepartmentHead", "OwnPerson DepartmentHead→OperationsManager",
                "Organisation Internservice UnitManager→DepartmentHead", "Organisation Internservice DeputyDepartmentHead→DepartmentHead",
                "Organisation TSF UnitManager→DepartmentHead", "Organisation TSF DeputyDepartmentHead→DepartmentHead", "Organisation TSF DepartmentHead→OperationsManager",
            ],
            responsibility.BySubject.Select(s => $"{s.About} {s.Scope} {s.From}→{s.To}".Replace("  ", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_answer_of_the_social_services_is_talked_over_and_slept_on() // R-FLOW-06, R-FLOW-11
    {
        var routine = Make.Routine("nacka-socialtjanst");
        Assert.Equal((true, new Length(24, TimeUnit.Hours)), (routine.Reply.ConsultationRequired, routine.Reply.Rest));
        Assert.Equal((true, true, Role.ComplaintsManager), (routine.Closing.ReportRequired, routine.Closing.CategoryRequired, routine.Acknowledgement!.By));
    }

    [Fact]
    public void The_eight_quality_indicators_are_set_by_the_complaints_manager() // R-LEARN-01
    {
        var tree = Assert.Single(Make.Routine("nacka-socialtjanst").Categories);
        Assert.Equal((8, true, Role.ComplaintsManager), (tree.Categories.Count, tree.IsObligatory, tree.SetBy));
    }

    [Theory]
    [InlineData("nacka-socialpsykiatri", "Year: Avdelningens ledning")]
    [InlineData("nacka-kommun", "Year: Verksamhetens ledning")]
    [InlineData("rinkeby-kista", "Tertial: Förvaltningsledningen")] // R-LEARN-02, R-LEARN-03
    [InlineData("nacka-socialtjanst", "Tertial: Ledningsgruppen; Year: Socialnämnden, Äldrenämnden")] // R-LEARN-02, R-LEARN-03
    [InlineData("internservice", "")]
    public void Reports_go_to_whom_the_source_says(string name, string reports) =>
        Assert.Equal(reports, string.Join("; ", Make.Routine(name).Reports.Select(r => $"{r.Period}: {string.Join(", ", r.To)}")));

    [Theory]
    [InlineData("nacka-socialpsykiatri", "thanks measure")]
    [InlineData("nacka-kommun", "thanks regret measure prevention")]
    [InlineData("rinkeby-kista", "thanks regret measure")] // where to turn only when it is unsolved
    [InlineData("nacka-socialtjanst", "eachPoint apology measure")]
    [InlineData("internservice", "apology measure")]
    public void A_reply_to_a_complaint_holds_what_the_source_asks(string name, string contents) // R-FLOW-07, R-FLOW-08
    {
        var routine = Make.Routine(name);
        Assert.Equal(contents, string.Join(' ', routine.Reply.ContentsFor(routine.Kind("complaint")!, isUnsolved: false).Select(c => c.Code)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_erased_before_a_board_has_decided(string name) => // SR-10.1
        Assert.All(Make.Routine(name).Retention, part => Assert.Null(part.Decision));

    [Theory]
    [MemberData(nameof(Names))]
    public void There_are_words_for_each_letter(string name) =>
        Assert.Superset(new HashSet<string> { "acknowledgement", "handOver", "delay", "reply", "closing" }, Make.Routine(name).Templates.Select(t => t.Use).ToHashSet());
}
