using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Jobs;

/// <summary>Forgets what is kept only so that it is not done twice, when nobody can send it again, and links that have run out.</summary>
public sealed class Tidying(WriteGate gate, TimeProvider clock)
{
    /// <summary>Longer than a session lives, and than anybody tries a request again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    /// <summary>One round; gives how many receipts are gone.</summary>
    public Task<int> TidyAsync(CancellationToken cancellation = default) => gate.WriteAsync(null, async database =>
    {
        var now = StockholmTime.Now(clock);
        var oldest = now - KeptFor;
        await database.SurveyLinks.Where(l => l.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        return await database.DoneRequests.Where(r => r.At < oldest).ExecuteDeleteAsync(cancellation);
    }, cancellation);
}
