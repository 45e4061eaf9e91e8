using FsCheck;
using FsCheck.Fluent;
using Gava.Domain.Deadlines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Deadlines;

/// <summary>R-DUE-01, R-DUE-04: nobody has to take a due date on trust.</summary>
public sealed class DueExplanationTests
{
    [Fact]
    public void Five_working_days_over_the_first_of_May_are_explained() => // W0
        Assert.Equal(
            [
                "5 arbetsdagar från fredag 24 april 2026. Den dagen räknas inte.",
                "Dag 1 är måndag 27 april 2026.",
                "Fre 1 maj är helgdag (första maj).",
                "Lördagar och söndagar räknas inte.",
            ],
            Explain(Make.Friday, new(5, TimeUnit.WorkingDays)));

    [Fact]
    public void Midsummer_is_explained() => // W2
        Assert.Equal(
            [
                "5 arbetsdagar från måndag 15 juni 2026. Den dagen räknas inte.",
                "Dag 1 är tisdag 16 juni 2026.",
                "Fre 19 juni är midsommarafton, som är ledig.",
                "Lör 20 juni är helgdag (midsommardagen).",
                "Lördagar och söndagar räknas inte.",
            ],
            Explain("2026-06-15 09:00", new(5, TimeUnit.WorkingDays)));

    [Fact]
    public void A_local_closed_day_is_named() => // SR-14.3
        Assert.Contains("Fre 15 maj är stängt (klämdag).", DueExplanation.Sentences(Make.At("2026-05-13 10:00"), new(2, TimeUnit.WorkingDays),
            WorkingCalendar.Swedish.With(new Dictionary<DateOnly, string> { [new(2026, 5, 15)] = "klämdag" })));

    [Fact]
    public void Calendar_days_need_no_more_than_their_start() => // SR-14.7
        Assert.Equal(["10 dagar från fredag 22 maj 2026. Den dagen räknas inte."], Explain("2026-05-22 10:00", new(10, TimeUnit.CalendarDays)));

    [Fact]
    public void A_last_day_that_was_moved_says_why_and_where_to() => // SR-14.2
        Assert.Equal(
            [
                "1 vecka från fredag 12 juni 2026. Den dagen räknas inte.",
                "Fre 19 juni är midsommarafton, som är ledig.",
                "Lör 20 juni är helgdag (midsommardagen).",
                "Sista dagen får inte vara en lördag eller söndag.",
                "Sista dagen flyttas därför till måndag 22 juni 2026.",
            ],
            DueExplanation.Sentences(Make.At("2026-06-12 10:00"), new(1, TimeUnit.Weeks), WorkingCalendar.Swedish, new(RollForward: true)));

    [Fact]
    public void Hours_are_counted_from_the_clock_on_the_wall() => // SR-14.8
        Assert.Equal(["24 timmar från tisdag 26 maj 2026 klockan 15.30."], Explain("2026-05-26 15:30", new(24, TimeUnit.Hours)));

    [Theory]
    [InlineData(1, TimeUnit.Hours, "1 timme")]
    [InlineData(24, TimeUnit.Hours, "24 timmar")]
    [InlineData(1, TimeUnit.WorkingDays, "1 arbetsdag")]
    [InlineData(5, TimeUnit.WorkingDays, "5 arbetsdagar")]
    [InlineData(1, TimeUnit.CalendarDays, "1 dag")]
    [InlineData(10, TimeUnit.CalendarDays, "10 dagar")]
    [InlineData(1, TimeUnit.Weeks, "1 vecka")]
    [InlineData(2, TimeUnit.Weeks, "2 veckor")]
    [InlineData(1, TimeUnit.Months, "1 månad")]
    [InlineData(3, TimeUnit.Months, "3 månader")]
    public void A_length_is_said_in_Swedish(int amount, TimeUnit unit, string said) => Assert.Equal(said, new Length(amount, unit).ToString());

    [Fact]
    public void No_named_day_that_was_passed_over_is_left_out()
    {
        var calendar = WorkingCalendar.Swedish.With(new Dictionary<DateOnly, string> { [new(2026, 5, 15)] = "klämdag", [new(2027, 1, 5)] = "städdag" });
        var counted = Gen.Choose(0, 1460).SelectMany(_ => Gen.Choose(0, 30), (day, n) => (Start: new DateOnly(2025, 1, 1).AddDays(day), N: n));
        Prop.ForAll(counted.ToArbitrary(), c =>
        {
            var from = StockholmTime.StartOf(c.Start).AddHours(12);
            var said = DueExplanation.Sentences(from, new(c.N, TimeUnit.WorkingDays), calendar);
            return calendar.FreeDaysBetween(c.Start, calendar.AddWorkingDays(c.Start, c.N))
                .All(free => said.Contains(free.Because == FreeBecause.Weekend ? "Lördagar och söndagar räknas inte." : DueExplanation.Sentence(free)));
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<string> Explain(string from, Length length) =>
        DueExplanation.Sentences(Make.At(from), length, WorkingCalendar.Swedish);
}
