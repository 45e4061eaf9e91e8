using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Gava.Domain.Deadlines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Deadlines;

/// <summary>R-DUE-01: what else a routine can say of how a length is counted, and that each way is explained.</summary>
public sealed class CountingTests
{
    [Theory]
    [InlineData("2026-04-24 14:10", 1, "2026-04-25")] // a Saturday is a vardag
    [InlineData("2026-04-24 14:10", 2, "2026-04-27")] // a Sunday is none
    [InlineData("2026-04-24 14:10", 5, "2026-04-30")]
    [InlineData("2026-04-30 09:00", 1, "2026-05-02")] // första maj is passed over, Saturday counts
    [InlineData("2026-06-18 09:00", 1, "2026-06-22")] // midsommarafton and midsommardagen, which is a Saturday, and Sunday
    [InlineData("2026-06-18 09:00", 6, "2026-06-27")] // the Saturday after
    [InlineData("2026-06-05 09:00", 1, "2026-06-08")] // nationaldagen is a Saturday
    [InlineData("2026-10-30 09:00", 1, "2026-11-02")] // alla helgons dag is a Saturday
    [InlineData("2026-12-23 09:00", 1, "2026-12-28")] // julafton to annandag jul, a Saturday, and Sunday
    [InlineData("2026-12-30 09:00", 1, "2027-01-02")] // nyårsafton and nyårsdagen; 2 January is a Saturday
    [InlineData("2026-04-02 09:00", 1, "2026-04-04")] // långfredagen; påskafton is a Saturday and counts
    [InlineData("2026-04-02 09:00", 2, "2026-04-07")] // annandag påsk
    public void Weekdays_are_all_days_but_Sundays_holidays_and_free_eves(string from, int days, string last) => // SR-14.7
        Assert.Equal(last, $"{Count(from, new(days, TimeUnit.Weekdays))}");

    [Fact]
    public void A_day_that_the_municipality_has_closed_is_no_weekday() // SR-14.3
    {
        var calendar = WorkingCalendar.Swedish.With(new Dictionary<DateOnly, string> { [new(2026, 5, 16)] = "städdag" }); // a Saturday
        Assert.Equal(new DateOnly(2026, 5, 18), calendar.AddWeekdays(new(2026, 5, 15), 1));
        Assert.True(WorkingCalendar.Swedish.IsWeekday(new(2026, 5, 16)));
    }

    [Fact]
    public void An_eve_that_the_routine_works_is_a_weekday_too() =>
        Assert.Equal(new DateOnly(2026, 6, 19), new WorkingCalendar(["julafton"]).AddWeekdays(new(2026, 6, 18), 1));

    [Fact]
    public void Weekdays_end_no_later_than_working_days_and_no_earlier_than_days()
    {
        var counted = Gen.Choose(0, 40_000).SelectMany(_ => Gen.Choose(0, 60), (day, n) => (Start: new DateOnly(1990, 1, 1).AddDays(day), N: n));
        Prop.ForAll(counted.ToArbitrary(), c =>
        {
            var last = WorkingCalendar.Swedish.AddWeekdays(c.Start, c.N);
            return c.Start.AddDays(c.N) <= last && last <= WorkingCalendar.Swedish.AddWorkingDays(c.Start, c.N);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2026-04-24 14:10", 4, "2026-04-24T18:10:00+02:00")]
    [InlineData("2026-04-24 14:10", 24, "2026-04-27T14:10:00+02:00")] // Friday to Monday
    [InlineData("2026-04-25 10:00", 8, "2026-04-27T08:00:00+02:00")] // on a Saturday nothing passes before Monday
    [InlineData("2026-04-30 20:00", 8, "2026-05-04T04:00:00+02:00")] // första maj and the weekend
    [InlineData("2026-06-18 22:00", 3, "2026-06-22T01:00:00+02:00")] // midsommar
    [InlineData("2026-06-18 22:00", 2, "2026-06-19T00:00:00+02:00")] // exactly the end of the day, and not a weekend later
    [InlineData("2026-12-23 12:00", 24, "2026-12-28T12:00:00+01:00")] // over Christmas
    [InlineData("2026-03-27 20:00", 8, "2026-03-30T04:00:00+02:00")] // the night of the spring change is a Sunday
    [InlineData("2026-10-23 20:00", 8, "2026-10-26T04:00:00+01:00")] // and so is that of the autumn change
    [InlineData("2026-04-24 14:10", 0, "2026-04-24T14:10:00+02:00")]
    public void Hours_stand_still_on_free_days_where_the_routine_says_so(string from, int hours, string end) => // SR-14.8
        Assert.Equal(end, $"{Count(from, new(hours, TimeUnit.Hours), new(PausesOnFreeDays: true))}");

    [Fact]
    public void A_closed_day_stops_the_hours_too()
    {
        var calendar = WorkingCalendar.Swedish.With(new Dictionary<DateOnly, string> { [new(2026, 4, 27)] = "planeringsdag" });
        Assert.Equal(Make.At("2026-04-28 14:10"), calendar.AddWorkingHours(Make.At(Make.Friday), 24));
    }

    [Theory] // routines.md, calendar: half days
    [InlineData("2026-04-30 09:00", 2, "2026-04-30 11:00")]
    [InlineData("2026-04-30 09:00", 3, "2026-04-30 12:00")] // the end of the half day is on that day
    [InlineData("2026-04-30 09:00", 4, "2026-05-04 01:00")] // Friday is första maj
    [InlineData("2026-04-30 15:00", 4, "2026-05-04 04:00")]
    [InlineData("2026-10-02 08:00", 7, "2026-10-05 00:30")]
    public void Hours_stand_still_after_the_end_of_a_half_day(string from, int hours, string end)
    {
        var calendar = new WorkingCalendar(halfDays: [new("valborgsmässoafton", null, new(12, 0)), new(null, new(2026, 10, 2), new(14, 30))]);
        Assert.Equal(Make.At(end), calendar.AddWorkingHours(Make.At(from), hours));
        Assert.True(calendar.IsWorkingDay(new(2026, 4, 30)));
    }

    [Fact]
    public void A_half_day_is_told_of_where_the_hours_stood_still()
    {
        var calendar = new WorkingCalendar(halfDays: [new("valborgsmässoafton", null, new(12, 0))]);
        var sentences = DueExplanation.Sentences(Make.At("2026-04-30 09:00"), new(4, TimeUnit.Hours), calendar, new(PausesOnFreeDays: true));
        Assert.Contains("Torsdag 30 april 2026 räknas till klockan 12.00.", sentences);
    }

    [Theory]
    [InlineData("2026-04-02", "skärtorsdagen")]
    [InlineData("2026-05-13", "dagen före Kristi himmelsfärdsdag")]
    [InlineData("2026-10-30", "dagen före alla helgons dag")]
    [InlineData("2027-01-05", "trettondagsafton")]
    [InlineData("2026-06-05", "dagen före nationaldagen")]
    [InlineData("2026-04-03", null)]
    public void The_days_that_many_close_early_on_have_names(string day, string? name) => Assert.Equal(name, SwedishHolidays.HalfDayOn(Make.Day(day)));

    [Fact] // the municipality's days come beside the routine's own
    public void A_routines_own_closed_days_stay_when_the_municipality_has_some()
    {
        var calendar = new WorkingCalendar(closedDays: new Dictionary<DateOnly, string> { [new(2026, 5, 15)] = "klämdag" }).With(new Dictionary<DateOnly, string> { [new(2026, 8, 10)] = "planeringsdag" });
        Assert.False(calendar.IsWorkingDay(new(2026, 5, 15)));
        Assert.False(calendar.IsWorkingDay(new(2026, 8, 10)));
    }

    [Fact]
    public void On_a_day_of_twenty_three_hours_that_is_worked_so_many_pass() // were Sunday 29 March worked, the spring change would take an hour
    {
        var end = Due.Count(Make.At("2026-03-28 12:00"), new(24, TimeUnit.Hours), WorkingCalendar.Swedish).LateFrom;
        Assert.Equal(Make.At("2026-03-29 13:00"), end);
        Assert.Equal(Make.At("2026-03-31 00:00"), WorkingCalendar.Swedish.AddWorkingHours(Make.At("2026-03-28 12:00"), 24)); // all of Monday
    }

    [Fact]
    public void So_many_hours_lie_on_working_days_and_no_free_day_holds_the_end()
    {
        var counted = Gen.Choose(0, 60_000_000).SelectMany(_ => Gen.Choose(1, 200), (minute, hours) => (From: new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute), Hours: hours));
        Prop.ForAll(counted.ToArbitrary(), c =>
        {
            var end = WorkingCalendar.Swedish.AddWorkingHours(c.From, c.Hours);
            var worked = TimeSpan.Zero;
            for (var at = c.From; at < end;)
            {
                var day = StockholmTime.DateOf(at);
                var until = StockholmTime.EndOf(day) < end ? StockholmTime.EndOf(day) : end;
                if (WorkingCalendar.Swedish.IsWorkingDay(day)) worked += until - at;
                at = until;
            }

            return worked == TimeSpan.FromHours(c.Hours) && WorkingCalendar.Swedish.IsWorkingDay(StockholmTime.DateOf(end.AddTicks(-1)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2026-04-24 14:10", 5, TimeUnit.WorkingDays, "2026-04-30")] // Friday is day 1
    [InlineData("2026-04-25 10:00", 1, TimeUnit.WorkingDays, "2026-04-27")] // a Saturday cannot be day 1
    [InlineData("2026-06-18 09:00", 5, TimeUnit.WorkingDays, "2026-06-25")] // Thursday before midsommar is day 1
    [InlineData("2026-06-19 09:00", 1, TimeUnit.WorkingDays, "2026-06-22")] // midsommarafton cannot be
    [InlineData("2026-04-24 14:10", 1, TimeUnit.WorkingDays, "2026-04-24")] // the same day
    [InlineData("2026-04-24 14:10", 3, TimeUnit.Weekdays, "2026-04-27")] // Friday, Saturday, Monday
    [InlineData("2026-05-22 10:00", 10, TimeUnit.CalendarDays, "2026-05-31")]
    [InlineData("2026-05-22 10:00", 1, TimeUnit.Weeks, "2026-05-28")]
    [InlineData("2026-06-01 10:00", 1, TimeUnit.Months, "2026-06-30")] // the month that begins with it
    [InlineData("2026-03-29 01:30", 1, TimeUnit.CalendarDays, "2026-03-29")] // the day of the spring change
    public void The_day_of_the_event_is_day_one_where_the_routine_says_so(string from, int amount, TimeUnit unit, string last) => // SR-14.6
        Assert.Equal(last, $"{Count(from, new(amount, unit), new(CountsFirstDay: true))}");

    [Theory]
    [InlineData("2026-04-24 14:10", "2026-04-24")]
    [InlineData("2026-04-25 23:59", "2026-04-25")] // a Saturday: at once is at once
    [InlineData("2026-06-19 00:00", "2026-06-19")] // midsommarafton
    [InlineData("2026-03-29 12:00", "2026-03-29")]
    public void At_once_is_the_same_day_before_it_ends(string from, string last)
    {
        var due = Count(from, Length.AtOnce);
        Assert.Equal((last, false), ($"{due}", due.IsMoment));
        Assert.Equal(last, $"{Count(from, Length.AtOnce, new(CountsFirstDay: true))}"); // there is no day before day 1
    }

    [Theory]
    [InlineData("2026-03-29 12:00", "2026-03-29 22:00")] // 23 hours long: summer time when it ends
    [InlineData("2026-10-25 12:00", "2026-10-25 23:00")] // 25 hours long: winter time when it ends
    public void A_day_of_the_time_change_ends_at_its_own_midnight(string from, string lateFromUtc) => // SR-14.10
        Assert.Equal(lateFromUtc, Count(from, Length.AtOnce).LateFrom.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    [Fact]
    public void At_once_rolls_where_the_routine_says_so() =>
        Assert.Equal("2026-06-22", $"{Count("2026-06-19 10:00", Length.AtOnce, new(RollForward: true))}");

    [Fact]
    public void Weekdays_are_explained_with_Sundays_and_named_days() =>
        Assert.Equal(
            [
                "3 vardagar från torsdag 18 juni 2026. Den dagen räknas inte.",
                "Dag 1 är måndag 22 juni 2026.",
                "Fre 19 juni är midsommarafton, som är ledig.",
                "Lör 20 juni är helgdag (midsommardagen).",
                "Söndagar räknas inte.",
            ],
            Explain("2026-06-18 09:00", new(3, TimeUnit.Weekdays)));

    [Fact]
    public void A_Saturday_that_counts_is_not_explained_away() =>
        Assert.Equal(["2 vardagar från fredag 24 april 2026. Den dagen räknas inte.", "Dag 1 är lördag 25 april 2026.", "Söndagar räknas inte."],
            Explain(Make.Friday, new(2, TimeUnit.Weekdays)));

    [Fact]
    public void A_Saturday_that_counts_and_cannot_be_the_last_is_explained_as_both() =>
        Assert.Equal(
            [
                "1 vardag från fredag 24 april 2026. Den dagen räknas inte.",
                "Dag 1 är lördag 25 april 2026.",
                "Sista dagen får inte vara en lördag eller söndag.",
                "Sista dagen flyttas därför till måndag 27 april 2026.",
            ],
            Explain(Make.Friday, new(1, TimeUnit.Weekdays), new(RollForward: true)));

    [Fact]
    public void A_first_day_that_counts_is_said() =>
        Assert.Equal(
            [
                "5 arbetsdagar från torsdag 18 juni 2026. Den dagen räknas med.",
                "Dag 1 är torsdag 18 juni 2026.",
                "Fre 19 juni är midsommarafton, som är ledig.",
                "Lör 20 juni är helgdag (midsommardagen).",
                "Lördagar och söndagar räknas inte.",
            ],
            Explain("2026-06-18 09:00", new(5, TimeUnit.WorkingDays), new(CountsFirstDay: true)));

    [Fact]
    public void A_first_day_that_cannot_count_says_why() =>
        Assert.Equal(
            [
                "1 arbetsdag från fredag 19 juni 2026. Den dagen räknas med.",
                "Dag 1 är måndag 22 juni 2026.",
                "Fre 19 juni är midsommarafton, som är ledig.",
                "Lör 20 juni är helgdag (midsommardagen).",
                "Lördagar och söndagar räknas inte.",
            ],
            Explain("2026-06-19 09:00", new(1, TimeUnit.WorkingDays), new(CountsFirstDay: true)));

    [Fact]
    public void Hours_that_stood_still_say_when() =>
        Assert.Equal(
            [
                "8 timmar från torsdag 18 juni 2026 klockan 20.00.",
                "Fre 19 juni är midsommarafton, som är ledig.",
                "Lör 20 juni är helgdag (midsommardagen).",
                "Tiden står still på lördagar och söndagar.",
            ],
            Explain("2026-06-18 20:00", new(8, TimeUnit.Hours), new(PausesOnFreeDays: true)));

    [Fact]
    public void Hours_that_end_at_midnight_before_a_free_day_did_not_stand_still() =>
        Assert.Equal(["2 timmar från torsdag 18 juni 2026 klockan 22.00."], Explain("2026-06-18 22:00", new(2, TimeUnit.Hours), new(PausesOnFreeDays: true)));

    [Fact]
    public void Hours_that_do_not_pause_need_no_more_than_their_start() =>
        Assert.Equal(["8 timmar från torsdag 18 juni 2026 klockan 20.00."], Explain("2026-06-18 20:00", new(8, TimeUnit.Hours)));

    [Fact]
    public void At_once_is_said_so() => Assert.Equal(["Genast: samma dag, fredag 24 april 2026."], Explain(Make.Friday, Length.AtOnce));

    [Fact]
    public void At_once_that_was_moved_says_why_and_where_to() =>
        Assert.Equal(
            [
                "Genast: samma dag, lördag 25 april 2026.",
                "Sista dagen får inte vara en lördag eller söndag.",
                "Sista dagen flyttas därför till måndag 27 april 2026.",
            ],
            Explain("2026-04-25 10:00", Length.AtOnce, new(RollForward: true)));

    [Fact]
    public void A_calendar_day_that_counts_from_the_first_is_said() =>
        Assert.Equal(["10 dagar från fredag 22 maj 2026. Den dagen räknas med."], Explain("2026-05-22 10:00", new(10, TimeUnit.CalendarDays), new(CountsFirstDay: true)));

    [Theory]
    [InlineData(1, TimeUnit.Weekdays, "1 vardag")]
    [InlineData(3, TimeUnit.Weekdays, "3 vardagar")]
    [InlineData(0, TimeUnit.CalendarDays, "genast")]
    public void A_length_is_said_in_Swedish(int amount, TimeUnit unit, string said) => Assert.Equal(said, $"{new Length(amount, unit)}");

    private static Due Count(string from, Length length, Counting counting = default) => Due.Count(Make.At(from), length, WorkingCalendar.Swedish, counting);

    private static IReadOnlyList<string> Explain(string from, Length length, Counting counting = default) =>
        DueExplanation.Sentences(Make.At(from), length, WorkingCalendar.Swedish, counting);
}
