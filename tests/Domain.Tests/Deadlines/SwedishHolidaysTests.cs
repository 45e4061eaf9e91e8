using System.Globalization;
using Gava.Domain.Deadlines;

namespace Gava.Domain.Tests.Deadlines;

/// <summary>R-DUE-01, SR-14.4, SR-14.5: the days are computed; here they are compared with other ways to find them.</summary>
public sealed class SwedishHolidaysTests
{
    public static TheoryData<int> Years => [.. Enumerable.Range(1990, 111)];

    // The church's own way, without a formula: the paschal full moon of each golden number, in force 1900 to 2199.
    private static readonly string[] PaschalFullMoons =
    [
        "04-14", "04-03", "03-23", "04-11", "03-31", "04-18", "04-08", "03-28", "04-16", "04-05",
        "03-25", "04-13", "04-02", "03-22", "04-10", "03-30", "04-17", "04-07", "03-27",
    ];

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_holiday_and_eve_of_the_year_is_the_one_that_the_law_describes(int year) =>
        Assert.Equal(AsTheLawSays(year).OrderBy(h => h.Day).ThenBy(h => h.Name, StringComparer.Ordinal),
            SwedishHolidays.In(year).OrderBy(h => h.Day).ThenBy(h => h.Name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Years))]
    public void Easter_is_the_Sunday_after_the_paschal_full_moon(int year) => // SR-14.4
        Assert.Equal(EasterByFullMoon(year), SwedishHolidays.EasterSunday(year));

    [Fact]
    public void Easter_agrees_with_Gauss_for_centuries_and_stays_between_22_March_and_25_April()
    {
        for (var year = 1600; year <= 4000; year++)
        {
            var easter = SwedishHolidays.EasterSunday(year);
            Assert.Equal(EasterByGauss(year), easter);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData(1991, "1991-03-31")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")] // the earliest of our years
    [InlineData(2011, "2011-04-24")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2038, "2038-04-25")] // the latest there is
    [InlineData(2049, "2049-04-18")] // Gauss's first exception is near: the full moon would fall on a Sunday
    [InlineData(2076, "2076-04-19")]
    [InlineData(2285, "2285-03-22")] // the earliest there is
    public void Easter_falls_on_days_that_almanacs_have_printed(int year, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), SwedishHolidays.EasterSunday(year));

    [Theory] // the check table of SR-14
    [InlineData(2025, "04-18", "04-21", "05-29", "06-20", "11-01", DayOfWeek.Friday, DayOfWeek.Wednesday, DayOfWeek.Wednesday)]
    [InlineData(2026, "04-03", "04-06", "05-14", "06-19", "10-31", DayOfWeek.Saturday, DayOfWeek.Thursday, DayOfWeek.Thursday)]
    [InlineData(2027, "03-26", "03-29", "05-06", "06-25", "11-06", DayOfWeek.Sunday, DayOfWeek.Friday, DayOfWeek.Friday)]
    [InlineData(2028, "04-14", "04-17", "05-25", "06-23", "11-04", DayOfWeek.Tuesday, DayOfWeek.Sunday, DayOfWeek.Sunday)]
    [InlineData(2029, "03-30", "04-02", "05-10", "06-22", "11-03", DayOfWeek.Wednesday, DayOfWeek.Monday, DayOfWeek.Monday)]
    [InlineData(2030, "04-19", "04-22", "05-30", "06-21", "11-02", DayOfWeek.Thursday, DayOfWeek.Tuesday, DayOfWeek.Tuesday)]
    public void The_movable_days_stand_in_the_check_table(int year, string goodFriday, string easterMonday, string ascension,
        string midsummerEve, string allSaints, DayOfWeek nationalDay, DayOfWeek christmasEve, DayOfWeek newYearsEve)
    {
        Assert.Equal(
            [goodFriday, easterMonday, ascension, midsummerEve, allSaints],
            new[] { "långfredagen", "annandag påsk", "Kristi himmelsfärdsdag", "midsommarafton", "alla helgons dag" }
                .Select(name => The(name, year).ToString("MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(
            [nationalDay, christmasEve, newYearsEve],
            new[] { "nationaldagen", "julafton", "nyårsafton" }.Select(name => The(name, year).DayOfWeek));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Midsummer_eve_is_always_a_Friday_between_19_and_25_June(int year)
    {
        var eve = The("midsommarafton", year);
        Assert.Equal(DayOfWeek.Friday, eve.DayOfWeek);
        Assert.InRange(eve, new DateOnly(year, 6, 19), new DateOnly(year, 6, 25));
    }

    [Fact]
    public void The_national_day_took_the_place_of_Whit_Monday_in_2005()
    {
        Assert.Equal("annandag pingst", SwedishHolidays.On(new(2004, 5, 31))?.Name);
        Assert.Null(SwedishHolidays.On(new(2004, 6, 6)));
        Assert.Null(SwedishHolidays.On(new(2005, 5, 16)));
        Assert.Equal("nationaldagen", SwedishHolidays.On(new(2005, 6, 6))?.Name);
    }

    [Fact]
    public void Ascension_on_the_first_of_May_is_free_once_and_has_one_name() =>
        Assert.Equal("första maj", SwedishHolidays.On(new(2008, 5, 1))?.Name);

    [Fact]
    public void Only_the_three_eves_of_the_law_are_eves() =>
        Assert.All(Enumerable.Range(1990, 111), year =>
            Assert.Equal(WorkingCalendar.AllEves, SwedishHolidays.In(year).Where(h => !h.IsPublicHoliday).Select(h => h.Name)));

    [Theory]
    [InlineData("2026-04-04")] // påskafton: free as a Saturday
    [InlineData("2026-05-25")] // the day after pingst
    [InlineData("2026-06-18")]
    [InlineData("2026-12-23")]
    public void Other_days_have_no_name(string day) => Assert.Null(SwedishHolidays.On(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private static DateOnly The(string name, int year) => SwedishHolidays.In(year).Single(h => h.Name == name).Day;

    /// <summary>Lag (1989:253) read word by word: "sixth Thursday after", "the Saturday that falls between".</summary>
    private static IEnumerable<Holiday> AsTheLawSays(int year)
    {
        var easter = EasterByFullMoon(year);
        var midsummer = Between(new(year, 6, 20), new(year, 6, 26), DayOfWeek.Saturday);
        yield return new(new(year, 1, 1), "nyårsdagen", true);
        yield return new(new(year, 1, 6), "trettondedag jul", true);
        yield return new(Before(easter, DayOfWeek.Friday), "långfredagen", true);
        yield return new(easter, "påskdagen", true);
        yield return new(After(easter, DayOfWeek.Monday, 1), "annandag påsk", true);
        yield return new(new(year, 5, 1), "första maj", true);
        yield return new(After(easter, DayOfWeek.Thursday, 6), "Kristi himmelsfärdsdag", true);
        yield return new(After(easter, DayOfWeek.Sunday, 7), "pingstdagen", true);
        if (year < 2005) yield return new(After(easter, DayOfWeek.Monday, 8), "annandag pingst", true);
        else yield return new(new(year, 6, 6), "nationaldagen", true);
        yield return new(Before(midsummer, DayOfWeek.Friday), "midsommarafton", false);
        yield return new(midsummer, "midsommardagen", true);
        yield return new(Between(new(year, 10, 31), new(year, 11, 6), DayOfWeek.Saturday), "alla helgons dag", true);
        yield return new(new(year, 12, 24), "julafton", false);
        yield return new(new(year, 12, 25), "juldagen", true);
        yield return new(new(year, 12, 26), "annandag jul", true);
        yield return new(new(year, 12, 31), "nyårsafton", false);
    }

    private static DateOnly Between(DateOnly first, DateOnly last, DayOfWeek weekday) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Single(d => d.DayOfWeek == weekday);

    private static DateOnly After(DateOnly day, DayOfWeek weekday, int nth) =>
        Enumerable.Range(1, 7 * nth).Select(day.AddDays).Where(d => d.DayOfWeek == weekday).ElementAt(nth - 1);

    private static DateOnly Before(DateOnly day, DayOfWeek weekday) =>
        Enumerable.Range(1, 7).Select(n => day.AddDays(-n)).Single(d => d.DayOfWeek == weekday);

    private static DateOnly EasterByFullMoon(int year) =>
        After(DateOnly.ParseExact($"{year}-{PaschalFullMoons[year % 19]}", "yyyy-MM-dd", CultureInfo.InvariantCulture), DayOfWeek.Sunday, 1);

    /// <summary>Gauss's rule of 1816 with its two exceptions.</summary>
    private static DateOnly EasterByGauss(int year)
    {
        var century = year / 100;
        var m = (15 - (((8 * century) + 13) / 25) + century - (century / 4)) % 30;
        var n = (4 + century - (century / 4)) % 7;
        var d = ((19 * (year % 19)) + m) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + n) % 7;
        if (d == 29 && e == 6) return new(year, 4, 19);
        if (d == 28 && e == 6 && ((11 * m) + 11) % 30 < 19) return new(year, 4, 18);
        return new DateOnly(year, 3, 22).AddDays(d + e);
    }
}
