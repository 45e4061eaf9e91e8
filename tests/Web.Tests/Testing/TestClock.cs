using System.Globalization;
using Gava.Domain.Deadlines;

namespace Gava.Web.Tests.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves to a wall-clock time in Stockholm: "2026-04-24 14:10".</summary>
    public void MoveTo(string stockholm) =>
        now = new(StockholmTime.ToUtc(DateTime.ParseExact(stockholm, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));

    public void Advance(TimeSpan by) => now += by;
}
