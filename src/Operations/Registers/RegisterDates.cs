using System.Globalization;
using Gava.Domain.Deadlines;

namespace Gava.Operations.Registers;

/// <summary>Days as people write them in lists, as text and as the numbers that spreadsheets keep.</summary>
internal static class RegisterDates
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly string[] Usual =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyyMMdd", "yyMMdd", "yy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd",
        "d/M yyyy", "d/M/yyyy", "d/M-yyyy", "d/M-yy", "d/M yy", "d/M/yy", "d.M.yyyy", "d.M.yy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "d/M yyyy HH:mm", "d/M-yy HH:mm", "d MMMM yyyy HH:mm",
    ];

    // Day numbers of a spreadsheet from 1955 to 2119: what is outside is a number of something else.
    private const double FirstDayNumber = 20_000;
    private const double LastDayNumber = 80_000;

    /// <summary>UTC; null when it is no day.</summary>
    public static DateTime? Read(object? cell, IReadOnlyList<string> formats) => cell switch
    {
        DateTime local => InRange(local),
        double number => OfNumber(number),
        string text => OfText(text, formats),
        _ => null,
    };

    private static DateTime? OfText(string text, IReadOnlyList<string> formats)
    {
        text = Tidy(text);
        if (DateTime.TryParseExact(text, [.. formats, .. Usual], Swedish, DateTimeStyles.AllowWhiteSpaces, out var local)) return InRange(local);
        if (WrittenMoment.Parse(text) is { } moment) return moment;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? OfNumber(number) : null;
    }

    /// <summary>"fredag den 3 mars 2025 kl. 14.10" → "3 mars 2025 14:10".</summary>
    private static string Tidy(string text)
    {
        var words = text.Replace(" ", " ", StringComparison.Ordinal).Replace("kl.", "", StringComparison.OrdinalIgnoreCase).Replace("kl ", " ", StringComparison.OrdinalIgnoreCase)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 1 && Swedish.DateTimeFormat.DayNames.Concat(Swedish.DateTimeFormat.AbbreviatedDayNames).Any(d => string.Equals(d, words[0].TrimEnd('.'), StringComparison.OrdinalIgnoreCase))) words.RemoveAt(0);
        if (words.Count > 1 && words[0].Equals("den", StringComparison.OrdinalIgnoreCase)) words.RemoveAt(0);
        if (words.Count > 1 && words[^1].Length == 5 && words[^1][2] == '.') words[^1] = words[^1].Replace('.', ':');
        return string.Join(' ', words);
    }

    private static DateTime? OfNumber(double number)
    {
        if (number is >= FirstDayNumber and <= LastDayNumber) return InRange(DateTime.FromOADate(number));
        // 20250303, as some systems have it.
        return number is >= 19_500_101 and <= 21_001_231 && number % 1 == 0
            && DateTime.TryParseExact(number.ToString("0", CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? InRange(day) : null;
    }

    // A spreadsheet's moment is a fraction of a day: a minute is as near as anybody wrote.
    private static DateTime? InRange(DateTime local)
    {
        if (local.Year is < 1900 or > 2200) return null;
        var minutes = Math.Round(local.TimeOfDay.TotalSeconds) * TimeSpan.TicksPerSecond;
        return StockholmTime.ToUtc(local.Date.AddTicks((long)minutes));
    }
}
