using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

// R-LEARN-01, R-LEARN-02: several points in one complaint, each with cause, outcome and remedy; the outcome of the case follows from them
public sealed class JudgingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(PointOutcome.Justified, PointOutcome.Justified)]
    [InlineData(PointOutcome.Unjustified, PointOutcome.Unjustified, PointOutcome.Unjustified)]
    [InlineData(PointOutcome.Resolved, PointOutcome.Resolved)]
    [InlineData(PointOutcome.Partly, PointOutcome.Justified, PointOutcome.Unjustified)]
    [InlineData(PointOutcome.Partly, PointOutcome.Resolved, PointOutcome.Justified)]
    [InlineData(null, PointOutcome.Justified, null)]
    public void The_outcome_of_the_whole_follows_from_its_points(PointOutcome? whole, params PointOutcome?[] points)
    {
        var @case = Make.Case();
        foreach (var _ in points) Add(@case, "En sak.");
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] is { } outcome) Judge(@case, i + 1, outcome);
        }

        Assert.Equal(whole, @case.Outcome);
    }

    [Fact]
    public void A_complaint_about_one_thing_is_judged_as_a_whole_and_may_be_divided_later()
    {
        var @case = Make.Case();
        Judge(@case, 1, PointOutcome.Justified);
        Assert.Equal((PointOutcome.Justified, 1), (@case.Outcome, @case.Points.Count));

        Add(@case, "Maten.");
        Assert.Null(@case.Outcome);
        Assert.Equal([2], @case.Points.Where(p => !p.IsGone).Select(p => p.Number));
        Judge(@case, 2, PointOutcome.Unjustified);
        Assert.Equal(PointOutcome.Unjustified, @case.Outcome);
    }

    [Fact]
    public void A_point_that_was_none_counts_no_more_and_its_number_is_not_used_again()
    {
        var @case = Make.Case();
        Add(@case, "Maten.");
        Add(@case, "Städningen.");
        Judge(@case, 1, PointOutcome.Justified);
        Judge(@case, 2, PointOutcome.Unjustified);
        @case.RemovePoint(2, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"));
        Assert.Equal(PointOutcome.Justified, @case.Outcome);
        Add(@case, "Bemötandet.");
        Assert.Equal([1, 3], @case.Points.Where(p => !p.IsGone).Select(p => p.Number));
        Assert.Equal("point-unknown", Assert.Throws<RuleBroken>(() => Judge(@case, 2, PointOutcome.Justified)).Code);
    }

    [Fact]
    public void Cause_and_remedy_stand_in_the_journal_where_masking_reaches_them()
    {
        var @case = Make.Case();
        Judge(@case, 1, PointOutcome.Justified, "Vagnen är trasig.", "En ny tid.");
        Assert.Equal([(EventKind.PointJudged, "Vagnen är trasig.", "1;justified"), (EventKind.PointRemedied, "En ny tid.", "1")],
            @case.NewEvents.TakeLast(2).Select(e => (e.Kind, e.Text!, e.Subject!)));
        Judge(@case, 1, PointOutcome.Partly);
        Assert.Equal((EventKind.PointJudged, null, "1;partly"), (@case.NewEvents[^1].Kind, @case.NewEvents[^1].Text, @case.NewEvents[^1].Subject));
    }

    [Fact]
    public void Only_complaints_are_judged()
    {
        var @case = Make.Case();
        @case.ChangeKind("praise", Make.Words("Det är beröm."), Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"));
        Assert.Equal("not-a-complaint", Assert.Throws<RuleBroken>(() => Judge(@case, 1, PointOutcome.Justified)).Code);
    }

    [Fact]
    public void Twenty_points_are_enough()
    {
        var @case = Make.Case();
        for (var i = 0; i < Case.MostPoints; i++) Add(@case, "En sak.");
        Assert.Equal("points-many", Assert.Throws<RuleBroken>(() => Add(@case, "En till.")).Code);
        Assert.Equal("text-missing", Assert.Throws<RuleBroken>(() => Make.Case().AddPoint(Make.Nothing, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"))).Code);
    }

    private static void Add(Case @case, string what) => @case.AddPoint(Make.Words(what), Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"));

    private static void Judge(Case @case, int number, PointOutcome outcome, string? cause = null, string? remedy = null) =>
        @case.JudgePoint(number, outcome, cause is null ? Make.Nothing : Make.Words(cause), remedy is null ? Make.Nothing : Make.Words(remedy), Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"));
}
