using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Jobs;

/// <summary>So that two nodes do a job once: whoever holds the lease does it, and it goes by itself when the node does.</summary>
public sealed class Leases(WriteGate gate, TimeProvider clock)
{
    private readonly Guid node = Guid.CreateVersion7();

    /// <summary>True when this node may do the job until the lease is out; it asks again before each round.</summary>
    /// <param name="every">False too when another node has done it since so long ago.</param>
    public Task<bool> HoldAsync(string job, TimeSpan length, TimeSpan every = default, CancellationToken cancellation = default) => gate.WriteAsync(null, async database =>
    {
        var now = StockholmTime.Now(clock);
        var lease = await database.JobLeases.FirstOrDefaultAsync(l => l.Name == job);
        if (lease is not null && lease.HeldBy != node && lease.Until > now) return false;
        if (every > TimeSpan.Zero && lease is { Fault: null, EndedAt: { } ended } && ended > now - every) return false;
        if (lease is null) database.JobLeases.Add(lease = new JobLease { Name = job });
        (lease.HeldBy, lease.Until, lease.StartedAt) = (node, now + length, now);
        return true;
    }, cancellation);

    /// <summary>The round is over: how many things it did, and the kind of fault that ended it, if one did.</summary>
    public Task EndAsync(string job, int done, string? fault, CancellationToken cancellation = default) => gate.WriteAsync(null, async database =>
    {
        if (await database.JobLeases.FirstOrDefaultAsync(l => l.Name == job && l.HeldBy == node) is not { } lease) return;
        (lease.EndedAt, lease.Done, lease.Fault) = (StockholmTime.Now(clock), done, fault);
    }, cancellation);
}
