using System.Globalization;

namespace Gava.Domain.Deadlines;

/// <summary>Reads moments as people and programs write them.</summary>
public static class WrittenMoment
{
    /// <summary>UTC; a text without offset is Stockholm's time, a date alone is its first moment. Null when it cannot be read.</summary>
    public static DateTime? Parse(string text)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return InRange(() => StockholmTime.StartOf(day));
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return InRange(() => StockholmTime.ToUtc(local));
        return DateTimeOffset.TryParseExact(text, Offset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? InMicroseconds(moment.UtcDateTime) : null;
    }

    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm"];
    private static readonly string[] Offset = [.. Local.Select(f => f + "zzz"), .. Local.Select(f => f + "'Z'")];

    private static DateTime? InRange(Func<DateTime> read)
    {
        try
        {
            return InMicroseconds(read());
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static DateTime InMicroseconds(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
