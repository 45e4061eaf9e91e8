using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Jobs;

/// <summary>So that two nodes do a job once: whoever holds the lease does it, and it goes by itself when the node does.</summary>
public sealed class Leases(WriteGate gate, TimeProvider clock)
{
    private readonly Guid node = Guid.CreateVersion7();

    /// <summary>True when this node may do the job until the lease is out; it asks again before each round.</summary>
    public Task<bool> HoldAsync(string job, TimeSpan length, CancellationToken cancellation = default) => gate.WriteAsync(null, async database =>
    {
        var now = StockholmTime.Now(clock);
        var lease = await database.JobLeases.FirstOrDefaultAsync(l => l.Name == job);
        if (lease is not null && lease.HeldBy != node && lease.Until > now) return false;
        if (lease is null) database.JobLeases.Add(lease = new JobLease { Name = job });
        (lease.HeldBy, lease.Until) = (node, now + length);
        return true;
    }, cancellation);
}
