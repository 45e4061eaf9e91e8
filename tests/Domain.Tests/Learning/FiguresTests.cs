using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Domain.Routines;

namespace Gava.Domain.Tests.Learning;

// R-LEARN-02: a small tertial whose every figure is worked out by hand
public sealed class FiguresTests
{
    private static readonly Guid Kitchen = Guid.CreateVersion7();
    private static readonly Guid HomeCare = Guid.CreateVersion7();
    private static readonly Span T2 = Span.Of(Period.Parse("2026-T2")!.Value);

    private static readonly CountedCase[] Cases =
    [
        // Came in before the tertial, closed in it: a result of T2, no volume of T2.
        One(1, "2026-04-24", "2026-05-13") with { Feedback = Punctuality.InTime, Answer = Punctuality.LateWithNotice, Days = 12, HandOvers = 1, Measures = 1, Categories = ["mat"] },
        One(2, "2026-05-04", "2026-05-11") with { Feedback = Punctuality.InTime, Answer = Punctuality.InTime, Days = 5, CouldBeAsked = true, Survey = new(5, 4, 3), Categories = ["mat", "bemotande"], Outcome = PointOutcome.Justified },
        One(3, "2026-06-01", "2026-06-29") with { Feedback = Punctuality.Late, Answer = Punctuality.Late, Days = 19, CouldBeAsked = true, HandOvers = 2, Measures = 2, Outcome = PointOutcome.Partly },
        One(4, "2026-06-15", "2026-06-15") with { Kind = "praise", IsComplaint = false, SolvedAtOnce = true, Days = 0 },
        // Came in at the very last and first moment that count.
        One(5, "2026-08-31", null) with { Channel = "web", Categories = ["mat"] },
        One(6, "2026-05-01", null) with { UnitId = HomeCare },
        // Closed after the tertial, so open at its end; opened again in it.
        One(7, "2026-08-10", "2026-09-10") with { ReopenedAt = At("2026-08-28"), Categories = ["mat"] },
        // Belongs to September.
        One(8, "2026-09-01", null) with { Categories = ["mat"] },
    ];

    private const string Expected = """
        received total 6
        received uncategorised 3
        received onlyCounted 2
        received.byKind complaint 5
        received.byKind praise 1
        received.byChannel phone 5
        received.byChannel web 1
        received.byCategory bemotande 1
        received.byCategory mat 3
        received.perThousand total 40
        closed total 4
        closed inTime 1
        closed late 2
        closed lateWithNotice 1
        closed noTerm 1
        receipt inTime 0
        receipt late 0
        receipt lateWithNotice 0
        receipt noTerm 4
        feedback inTime 2
        feedback late 1
        feedback lateWithNotice 0
        feedback noTerm 1
        answerDays mean 9
        answerDays median 8.5
        answerDays p90 19
        answerDays counted 4
        handOvers times 3
        handOvers cases 2
        solvedAtOnce total 1
        reopened total 1
        endings answered 4
        endings answerNotPossible 0
        endings answerNotWished 0
        endings handedElsewhere 0
        outcomes justified 1
        outcomes partly 1
        outcomes unjustified 0
        outcomes resolved 0
        outcomes notJudged 1
        outcomes notComplaints 1
        measures times 3
        measures cases 2
        satisfaction index 75
        satisfaction answers 1
        satisfaction asked 2
        satisfaction responseRate 50
        recurrence counted 2
        recurrence again 2
        recurrence share 100
        open total 3
        open upTo10 1
        open upTo30 1
        open upTo90 0
        open over90 1
        """;

    [Fact]
    public void Every_figure_is_what_one_counts_by_hand()
    {
        var figures = ReportFigures.Of(T2, Tertial().At(new HashSet<Guid> { Kitchen, HomeCare }, users: 150));

        Assert.Equal(Expected.ReplaceLineEndings("\n"), string.Join("\n", figures.Lines.Select(l => $"{l.Figure} {l.Group} {l.Value?.ToString(CultureInfo.InvariantCulture)}")));
    }

    [Fact] // contract: total = inTime + late + noTerm, lateWithNotice is part of late
    public void What_is_closed_is_in_time_late_or_without_term()
    {
        var figures = ReportFigures.Of(T2, Tertial());

        Assert.Equal(figures["closed", Figures.Total].Value, figures["closed", "inTime"].Value + figures["closed", "late"].Value + figures["closed", "noTerm"].Value);
        Assert.True(figures["closed", "lateWithNotice"].Value <= figures["closed", "late"].Value);
    }

    [Fact]
    public void A_part_of_the_units_has_the_figures_of_its_cases()
    {
        var figures = ReportFigures.Of(T2, Tertial().At(new HashSet<Guid> { HomeCare }));

        Assert.Equal((1, 0, 1), (figures["received", Figures.Total].Value, figures["closed", Figures.Total].Value, figures["open", Figures.Total].Value));
        Assert.Null(figures["answerDays", "mean"].Value);
        Assert.Null(figures["received.perThousand", Figures.Total].Value);
    }

    [Fact]
    public void The_same_again_counts_in_the_same_unit_within_half_a_year_only()
    {
        var one = Cases[1];
        Arrival[] later = [new(50, one.UnitId, one.ClosedAt!.Value.AddMonths(6), "mat"), new(51, HomeCare, At("2026-06-01"), "mat"), new(52, one.UnitId, At("2026-06-01"), "annat"), new(2, one.UnitId, At("2026-06-01"), "mat")];

        Assert.True(With(later).CameAgain(one));
        Assert.False(With([.. later[1..]]).CameAgain(one));
        Assert.False(With([later[0] with { At = later[0].At.AddTicks(10) }]).CameAgain(one));

        static Basis With(Arrival[] arrivals) => new(T2.Start, T2.End, Cases, arrivals);
    }

    [Theory] // the smallest that at least nine of ten lie at or below
    [InlineData(new[] { 1 }, 1)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 9)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 10)]
    public void Nine_of_ten(int[] sorted, int expected) => Assert.Equal(expected, Figures.Percentile(sorted, 0.9m));

    [Fact]
    public void Every_figure_says_how_it_is_worked_out_and_where_the_wish_stands()
    {
        Assert.All(Figures.All, f => Assert.All(new[] { f.Label, f.Formula, f.NotCounted, f.Source }, text => Assert.NotEmpty(text)));
        Assert.Equal(Figures.All.Count, Figures.All.Select(f => f.Code).Distinct().Count());
    }

    [Theory] // law.md SR-14.9: the tertial alone, and counted from January
    [InlineData("2026-T2", false, "2026-05-01", "2026-08-31", "tertial 2 2026", "2026-01-01", "2025-05-01")]
    [InlineData("2026-T2", true, "2026-01-01", "2026-08-31", "januari–augusti 2026", "2025-01-01", "2025-01-01")]
    [InlineData("2026-T1", false, "2026-01-01", "2026-04-30", "tertial 1 2026", "2025-09-01", "2025-01-01")]
    [InlineData("2026-02", false, "2026-02-01", "2026-02-28", "februari 2026", "2026-01-01", "2025-02-01")]
    [InlineData("2024", false, "2024-01-01", "2024-12-31", "2024", "2023-01-01", "2023-01-01")]
    public void A_span_knows_its_days_and_what_it_is_compared_with(string period, bool accumulated, string from, string to, string swedish, string before, string lastYear)
    {
        var span = Span.Of(Period.Parse(period)!.Value, accumulated);

        Assert.Equal((Day(from), Day(to), swedish, Day(before), Day(lastYear)), (span.From, span.To, span.Swedish(), span.Before().From, span.LastYear().From));
    }

    private static Basis Tertial() => new(T2.Start, T2.End, Cases, [.. Cases.Where(c => c.IsComplaint).SelectMany(c => c.Categories.Select(g => new Arrival(c.Id, c.UnitId, c.ArrivedAt, g)))],
        new Dictionary<Guid, int> { [Kitchen] = 2 });

    private static CountedCase One(long id, string arrived, string? closed) => new()
    {
        Id = id,
        UnitId = Kitchen,
        Routine = "nacka-kommun",
        Kind = "complaint",
        Channel = "phone",
        IsComplaint = true,
        ArrivedAt = id == 5 ? At(arrived).AddHours(13) : At(arrived),
        ClosedAt = closed is null ? null : At(closed).AddHours(1),
        Ending = closed is null ? null : Ending.Answered,
    };

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    // Ten in the morning, Stockholm; what arrives on the last evening still counts.
    private static DateTime At(string day) => StockholmTime.ToUtc(Day(day).ToDateTime(new TimeOnly(10, 0)));
}
