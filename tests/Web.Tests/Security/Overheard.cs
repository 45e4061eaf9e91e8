using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Gava.Web.Tests.Security;

/// <summary>An answer as it left the program.</summary>
/// <param name="IsAsked">True when the address had a question after it.</param>
internal sealed record OverheardAnswer(string Method, string Path, bool IsAsked, int Status, string Headers, string MediaType, byte[] Body);

/// <summary>Stands before everything else in the program and keeps each answer, headers and body, whoever it went to.</summary>
internal sealed class OverheardAnswers : IStartupFilter
{
    private readonly List<OverheardAnswer> answers = [];

    public IReadOnlyList<OverheardAnswer> All
    {
        get
        {
            lock (answers) return [.. answers];
        }
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(KeepAsync);
        next(app);
    };

    private async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        var (leaving, path) = (context.Response.Body, context.Request.Path.ToString());
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = leaving;
        }

        kept.Position = 0;
        await kept.CopyToAsync(leaving);
        if (!context.Response.HasStarted) await context.Response.StartAsync();
        var headers = string.Join('\n', context.Response.Headers.Select(h => $"{h.Key}: {h.Value}"));
        lock (answers) answers.Add(new(context.Request.Method, path, context.Request.QueryString.HasValue, context.Response.StatusCode, headers, context.Response.ContentType ?? "", kept.ToArray()));
    }
}

/// <summary>What a program that watches Gåva could read: the tags of its activities and of its instruments. The test's own client is not Gåva.</summary>
internal sealed class OverheardSignals : IDisposable
{
    private readonly StringBuilder said = new();
    private readonly ActivityListener activities;
    private readonly MeterListener meters = new();

    public OverheardSignals()
    {
        activities = new ActivityListener
        {
            ShouldListenTo = source => !source.Name.StartsWith("System.Net", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(activities);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (!instrument.Meter.Name.StartsWith("System.Net", StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.Start();
    }

    public int Count { get; private set; }

    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    public void Dispose()
    {
        activities.Dispose();
        meters.Dispose();
    }

    private void Hear(Activity activity)
    {
        var tags = activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)).Select(t => $"{t.Key}={t.Value}");
        Add($"{activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', tags)} {string.Join(' ', activity.Baggage)} {activity.TraceStateString}");
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = new StringBuilder(instrument.Name);
        foreach (var (name, value) in tags) all.Append(' ').Append(name).Append('=').Append(value);
        Add(all.ToString());
    }

    private void Add(string line)
    {
        lock (said)
        {
            said.Append(line).Append('\n');
            Count++;
        }
    }
}
