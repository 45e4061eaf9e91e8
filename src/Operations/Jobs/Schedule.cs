using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.History;
using Gava.Operations.Intake;
using Gava.Operations.Learning;
using Gava.Operations.Registers;
using Gava.Operations.Vault;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gava.Operations.Jobs;

/// <summary>A job that recurs.</summary>
/// <param name="Name">Its lease's name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Every">At least so long between two rounds.</param>
/// <param name="RunAsync">One round; gives how many things it did.</param>
public sealed record Job(string Name, string Label, TimeSpan Every, Func<CancellationToken, Task<int>> RunAsync);

/// <summary>
/// Every recurring job of Gåva, on one page. One node does a job at a time, by its lease; mail is leased letter by letter and
/// goes from every node.
/// </summary>
public sealed class Schedule(Outbox outbox, CaseWaking waking, EndingDesk endings, Tidying tidying, JournalCheck journal, VaultRotation rotation, CallerFilling callers, MailFolder mail, GraphFolder graph, FileRescan rescan, ImportDrafts drafts, SignalDesk signals, LearningReminders reminders, Leases leases, ILogger<Schedule> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>What one node does for all.</summary>
    public IReadOnlyList<Job> Jobs { get; } =
    [
        new("waking", "Påminner, berättar för nästa chef och låter gamla överlämningar gå tillbaka", TimeSpan.FromMinutes(1), waking.WakeAsync),
        new("mail", "Tar in mejl som har kommit", TimeSpan.FromMinutes(1), mail.EmptyAsync),
        new("graph", "Hämtar mejl från Microsoft 365", TimeSpan.FromMinutes(1), graph.EmptyAsync),
        new("scanning", "Frågar virusskyddet igen om bilagor som det inte hann svara om", TimeSpan.FromMinutes(5), rescan.ScanAsync),
        new("settling", "Ger ärenden vidare när någons uppdrag har gått ut", TimeSpan.FromHours(1), endings.SettleRunOutAsync),
        new("anchor", "Skriver i loggen var journalen står", TimeSpan.FromHours(24), journal.TellAnchorAsync),
        new("tidying", "Glömmer gamla kvitton på sådant som är gjort", TimeSpan.FromHours(24), tidying.TidyAsync),
        new("forgetting", "Glömmer listor som någon valde men inte lade in", TimeSpan.FromHours(1), drafts.ForgetAsync),
        new("signals", "Ser efter om klagomålen har blivit fler än slumpen ger", TimeSpan.FromHours(24), signals.LookAsync),
        new("learning", "Påminner om texter till sammanställningar och om åtgärder i förbättringsplaner", TimeSpan.FromHours(24), reminders.RemindAsync),
        new("callers", "Gör äldre ärenden möjliga att hitta åt den som ringer", TimeSpan.FromHours(24), callers.FillAsync),
        new("rotating", "Låser om valvet när installationen byter nyckel", TimeSpan.FromHours(1), async stopping => (await rotation.RotateAsync(stopping)).Rewrapped),
    ];

    /// <summary>When the jobs last went round, in milliseconds of <see cref="Environment.TickCount64"/>; null before they have begun. <c>/readyz</c> asks.</summary>
    public long? LastRound { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        Dictionary<string, long> lastTried = [];
        LastRound = Environment.TickCount64;
        do
        {
            await RunAsync("outbox", () => outbox.SendDueAsync(stoppingToken));
            foreach (var job in Jobs)
            {
                // Another node may have done it: the lease knows. Here it is asked once a minute at most.
                if (lastTried.TryGetValue(job.Name, out var tried) && Environment.TickCount64 - tried < 60_000) continue;
                lastTried[job.Name] = Environment.TickCount64;
                await RunAsync(job.Name, () => OnceAsync(job, stoppingToken));
            }

            LastRound = Environment.TickCount64;
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    /// <summary>Only on the node that holds the job's lease; how it went is kept for the page that shows it.</summary>
    private async Task OnceAsync(Job job, CancellationToken stopping)
    {
        var every = job.Every > TimeSpan.FromMinutes(1) ? job.Every : TimeSpan.Zero;
        if (!await leases.HoldAsync(job.Name, Lease, every, stopping)) return;
        try
        {
            await leases.EndAsync(job.Name, await job.RunAsync(stopping), null, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await leases.EndAsync(job.Name, 0, fault.GetType().Name, stopping);
            throw;
        }
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
