using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Jobs;

/// <summary>How a job stands: its latest round on whichever node.</summary>
/// <param name="Fault">The kind of fault that ended the round; null when it went well.</param>
/// <param name="IsLate">Twice its interval has gone without a round that went well.</param>
public sealed record JobState(string Name, string Label, TimeSpan Every, DateTime? StartedAt, DateTime? EndedAt, int Done, string? Fault, bool IsLate);

/// <summary>Mail that has not gone.</summary>
/// <param name="Waiting">Still to be sent.</param>
/// <param name="GivenUp">Refused for good: somebody must reach the person another way.</param>
/// <param name="Held">Waited when the backup was taken that the database came back from; perhaps sent since, so not sent from here.</param>
/// <param name="Oldest">When the oldest that waits was written.</param>
public sealed record MailState(int Waiting, int GivenUp, int Held, DateTime? Oldest);

/// <summary>What the jobs did last, for whoever looks after the installation.</summary>
public sealed class JobBook(Databases databases, Schedule schedule, TimeProvider clock)
{
    public async Task<IReadOnlyList<JobState>> JobsAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var leases = await database.JobLeases.AsNoTracking().ToDictionaryAsync(l => l.Name, cancellation);
        var now = StockholmTime.Now(clock);
        return [.. schedule.Jobs.Select(job => leases.GetValueOrDefault(job.Name) is { } lease
            ? new JobState(job.Name, job.Label, job.Every, lease.StartedAt, lease.EndedAt, lease.Done, lease.Fault, lease.Fault is not null || lease.EndedAt is not { } ended || ended < now - (2 * job.Every))
            : new JobState(job.Name, job.Label, job.Every, null, null, 0, null, true))];
    }

    public async Task<MailState> MailAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var waiting = database.Outbox.Where(m => m.SentAt == null && !m.GivenUp);
        return new(await waiting.CountAsync(cancellation), await database.Outbox.CountAsync(m => m.GivenUp && m.LastFault != OutboxMail.Restored, cancellation),
            await database.Outbox.CountAsync(m => m.GivenUp && m.LastFault == OutboxMail.Restored, cancellation),
            await waiting.MinAsync(m => (DateTime?)m.CreatedAt, cancellation));
    }
}
