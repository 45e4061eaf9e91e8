using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gava.Operations.Jobs;

/// <summary>Every recurring job of Gåva, on one page.</summary>
public sealed class Schedule(Outbox outbox, CaseWaking waking, Leases leases, ILogger<Schedule> log) : BackgroundService
{
    private const int EachMinute = 30;

    /// <summary>When the jobs last went round; <c>/readyz</c> asks.</summary>
    public long LastRound { get; private set; } = Environment.TickCount64;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        var rounds = 0;
        do
        {
            await RunAsync("outbox", () => outbox.SendDueAsync(stoppingToken));
            if (rounds++ % EachMinute == 0) await RunAsync("waking", () => OnceAsync("waking", () => waking.WakeAsync(stoppingToken), stoppingToken));
            LastRound = Environment.TickCount64;
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    /// <summary>Only on the node that holds the job's lease.</summary>
    private async Task OnceAsync(string name, Func<Task> job, CancellationToken stopping)
    {
        if (await leases.HoldAsync(name, TimeSpan.FromMinutes(5), stopping)) await job();
    }

    /// <summary>A job's fault is written down and does not stop the others.</summary>
    private async Task RunAsync(string name, Func<Task> job)
    {
        try
        {
            await job();
        }
        catch (OperationCanceledException)
        {
            // The server is going down.
        }
        catch (Exception fault)
        {
            log.LogError("The job {Job} failed: {Fault}", name, fault.GetType().Name);
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
