using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Security;

/// <summary>
/// What <c>/metrics</c> tells, as Prometheus text: requests by route template, never by address, so that no reference and no
/// search word is in it.
/// </summary>
public sealed class Metrics(Databases databases)
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
    private readonly ConcurrentDictionary<(string Route, int Status), long> requests = new();
    private readonly long[] buckets = new long[Bounds.Length + 1];
    private long count;
    private long ticks;

    public void Measure(WebApplication app) => app.Use(async (context, next) =>
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next();
        }
        finally
        {
            Add(context, Stopwatch.GetElapsedTime(start));
        }
    });

    public async Task<string> WriteAsync(CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var waiting = await database.Outbox.CountAsync(m => m.SentAt == null && !m.GivenUp, cancellation);
        var givenUp = await database.Outbox.CountAsync(m => m.GivenUp && m.LastFault != OutboxMail.Restored, cancellation);
        var held = await database.Outbox.CountAsync(m => m.GivenUp && m.LastFault == OutboxMail.Restored, cancellation);
        var head = await database.Heads.SingleAsync(cancellation);
        var text = new StringBuilder();
        Gauge(text, "gava_outbox_waiting", "Mails that wait to be sent.", waiting);
        Gauge(text, "gava_outbox_given_up", "Mails that no server would take.", givenUp);
        Gauge(text, "gava_outbox_held", "Mails that are held since the database came back from a backup.", held);
        Gauge(text, "gava_cases", "Cases ever registered.", head.LastCase);
        Gauge(text, "gava_journal_lines", "Lines in the journal.", head.LastSequence);
        Gauge(text, "process_working_set_bytes", "Memory in use.", Environment.WorkingSet);
        text.Append("# HELP gava_http_requests_total Requests by route and status.\n# TYPE gava_http_requests_total counter\n");
        foreach (var ((route, status), number) in requests.OrderBy(r => r.Key.Route, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"gava_http_requests_total{{route=\"{route}\",status=\"{status}\"}} {number}\n");
        }

        text.Append("# HELP gava_http_duration_seconds How long requests took.\n# TYPE gava_http_duration_seconds histogram\n");
        var sum = 0L;
        for (var i = 0; i < Bounds.Length; i++)
        {
            sum += Interlocked.Read(ref buckets[i]);
            text.Append(CultureInfo.InvariantCulture, $"gava_http_duration_seconds_bucket{{le=\"{Bounds[i]}\"}} {sum}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"gava_http_duration_seconds_bucket{{le=\"+Inf\"}} {Interlocked.Read(ref count)}\n");
        text.Append(CultureInfo.InvariantCulture, $"gava_http_duration_seconds_sum {Interlocked.Read(ref ticks) / (double)TimeSpan.TicksPerSecond}\n");
        text.Append(CultureInfo.InvariantCulture, $"gava_http_duration_seconds_count {Interlocked.Read(ref count)}\n");
        return text.ToString();
    }

    private void Add(HttpContext context, TimeSpan took)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        requests.AddOrUpdate((route, context.Response.StatusCode), 1, (_, known) => known + 1);
        var bucket = Array.FindIndex(Bounds, bound => took.TotalSeconds <= bound);
        Interlocked.Increment(ref buckets[bucket < 0 ? Bounds.Length : bucket]);
        Interlocked.Increment(ref count);
        Interlocked.Add(ref ticks, took.Ticks);
    }

    private static void Gauge(StringBuilder text, string name, string help, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
}
