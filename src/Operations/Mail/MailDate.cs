using System.Globalization;

namespace Gava.Operations.Mail;

/// <summary>The dates of mail: RFC 5322, 3.3 and 4.3, and what programs have written instead.</summary>
internal static class MailDate
{
    private const int LongestDate = 200;

    private static readonly Dictionary<string, int> Months = ByName(
        (1, "jan january januari"),
        (2, "feb february februari"),
        (3, "mar march mars"),
        (4, "apr april"),
        (5, "may maj"),
        (6, "jun june juni"),
        (7, "jul july juli"),
        (8, "aug august augusti"),
        (9, "sep sept september"),
        (10, "oct october okt oktober"),
        (11, "nov november"),
        (12, "dec december"));

    /// <summary>In hours from UTC. A name that is not here is UTC, as RFC 5322 says of letters that nobody can know.</summary>
    private static readonly Dictionary<string, int> Zones = ByName(
        (-8, "PST"),
        (-7, "MST PDT"),
        (-6, "CST MDT"),
        (-5, "EST CDT"),
        (-4, "AST EDT"),
        (-3, "ADT"),
        (0, "UT UTC GMT Z WET"),
        (1, "CET MET MEZ BST WEST"),
        (2, "CEST MEST MESZ EET"),
        (3, "EEST MSK"),
        (9, "JST"));

    private static Dictionary<string, int> ByName(params (int Value, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Value))).ToDictionary(r => r.name, r => r.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The moment in UTC, or null when it is none that exists. Without a zone it is taken as UTC.</summary>
    public static DateTime? Read(string? text)
    {
        if (text is null || text.Length > LongestDate) return null;
        var words = WithoutComments(text).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).ToList();
        words.RemoveAll(w => w.Equals("at", StringComparison.OrdinalIgnoreCase));
        SplitIso(words);
        if (TakeTime(words) is not { } time || TakeDay(words) is not { } day || Offset(words) is not { } offset) return null;
        try
        {
            return DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) + time - offset, DateTimeKind.Utc);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string WithoutComments(string text)
    {
        var (kept, depth) = (new System.Text.StringBuilder(), 0);
        foreach (var sign in text)
        {
            if (sign == '(') depth++;
            else if (sign == ')' && depth > 0) depth--;
            else if (depth == 0) kept.Append(sign);
        }

        return kept.ToString();
    }

    /// <summary>2026-03-02T09:00:00+01:00 and 2-Mar-2026 in the words that they are made of.</summary>
    private static void SplitIso(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IndexOf('T', StringComparison.OrdinalIgnoreCase) is 10 && char.IsAsciiDigit(words[i][0]) && words[i][4] == '-')
            {
                words.Insert(i + 1, words[i][11..]);
                words[i] = words[i][..10];
            }

            if (words[i].Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(words[i][0]) && words[i].IndexOfAny(['+', '-', 'Z', 'z']) is > 3 and var zone)
            {
                words.Insert(i + 1, words[i][zone..]);
                words[i] = words[i][..zone];
            }
        }
    }

    private static TimeSpan? TakeTime(List<string> words)
    {
        var at = words.FindIndex(w => w.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(w[0]));
        if (at < 0) at = words.FindIndex(w => w.Count(c => c == '.') is 1 or 2 && w.All(c => char.IsAsciiDigit(c) || c == '.') && words.IndexOf(w) > 1);
        if (at < 0) return null;
        var parts = words[at].Split(words[at].Contains(':', StringComparison.Ordinal) ? ':' : '.');
        words.RemoveAt(at);
        var second = 0;
        if (parts.Length is < 2 or > 3 || !Whole(parts[0], out var hour) || !Whole(parts[1], out var minute)) return null;
        if (parts.Length == 3 && !Whole(parts[2].Split('.')[0], out second)) return null;
        if (at < words.Count && words[at].ToUpperInvariant() is "AM" or "PM")
        {
            if (hour is < 1 or > 12) return null;
            hour = (hour % 12) + (words[at].StartsWith('P') || words[at].StartsWith('p') ? 12 : 0);
            words.RemoveAt(at);
        }

        if (hour > 23 || minute > 59 || second > 60) return null;
        // A leap second is the last one that the calendar of the computer has.
        return new TimeSpan(hour, minute, Math.Min(second, 59));
    }

    private static DateOnly? TakeDay(List<string> words)
    {
        if (words.FindIndex(w => w.Length == 10 && w[4] == '-' && DateOnly.TryParseExact(w, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) is >= 0 and var iso)
        {
            var day = DateOnly.ParseExact(words[iso], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            words.RemoveRange(0, iso + 1);
            return day;
        }

        if (words.FindIndex(w => w.Split('-') is [_, var m, _] && Months.ContainsKey(m)) is >= 0 and var dashed)
        {
            var parts = words[dashed].Split('-');
            words.RemoveAt(dashed);
            words.InsertRange(dashed, parts);
        }

        var month = words.FindIndex(w => Months.ContainsKey(w.TrimEnd('.')));
        if (month < 0) return null;
        // The day stands before the month or after it; the year is the next number.
        var before = month > 0 && Whole(words[month - 1].TrimEnd('.'), out _);
        var dayAt = before ? month - 1 : month + 1;
        var yearAt = words.FindIndex(before ? month + 1 : month + 2 > words.Count ? words.Count : month + 2, w => Whole(w, out _) && !IsOffset(w));
        if (dayAt >= words.Count || yearAt < 0 || !Whole(words[dayAt].TrimEnd('.'), out var number) || !Whole(words[yearAt], out var year)) return null;
        if (words[yearAt].Length <= 3) year += year < 50 && words[yearAt].Length == 2 ? 2000 : 1900;
        var monthNumber = Months[words[month].TrimEnd('.')];
        words.RemoveAt(yearAt);
        words.RemoveRange(0, Math.Max(month, dayAt) + 1);
        return year is >= 1 and <= 9999 && number >= 1 && number <= DateTime.DaysInMonth(year, monthNumber) ? new DateOnly(year, monthNumber, number) : null;
    }

    private static bool IsOffset(string word) => word[0] is '+' or '-';

    private static TimeSpan? Offset(List<string> words)
    {
        var zone = words.Find(w => w.IndexOfAny(['+', '-']) >= 0 && w.Any(char.IsAsciiDigit)) ?? words.FirstOrDefault() ?? "";
        if (zone.IndexOfAny(['+', '-']) is not (>= 0 and var sign)) return TimeSpan.FromHours(Zones.GetValueOrDefault(zone, 0));
        var digits = zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        if (!Whole(digits, out var number)) return TimeSpan.Zero;
        var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        if (hours > 23 || minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[sign] == '-' ? -offset : offset;
    }

    private static bool Whole(string word, out int number)
    {
        number = 0;
        return word.Length is > 0 and < 6 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
