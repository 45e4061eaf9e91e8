using System.Collections.Concurrent;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Learning;

/// <summary>
/// Years with small groups hidden, kept as long as they hold: hiding takes the whole year of the whole organisation, and the same year is asked for again and again. One works it
/// out, the others wait for it, so that a crowd costs no more than one.
/// </summary>
public sealed class OpenedYears(Databases databases, TimeProvider clock) : IDisposable
{
    private const int Most = 12;

    private readonly ConcurrentDictionary<int, Kept> kept = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <param name="age">How old it may be; null is as new as the register.</param>
    /// <param name="work">Works it out.</param>
    public async Task<IReadOnlyDictionary<Told, ReportFigures>> ReadAsync(int year, TimeSpan? age, Func<Task<IReadOnlyDictionary<Told, ReportFigures>>> work, CancellationToken cancellation)
    {
        if (await HoldsAsync(year, age, cancellation) is { } known) return known;
        await turn.WaitAsync(cancellation);
        try
        {
            if (await HoldsAsync(year, age, cancellation) is { } soon) return soon;
            // The head is read first: what is written while the figures are worked out makes them old, not wrong.
            var (head, at) = (await HeadAsync(cancellation), StockholmTime.Now(clock));
            var figures = await work();
            if (kept.Count >= Most) kept.Clear();
            kept[year] = new(figures, head, at);
            return figures;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<IReadOnlyDictionary<Told, ReportFigures>?> HoldsAsync(int year, TimeSpan? age, CancellationToken cancellation)
    {
        if (!kept.TryGetValue(year, out var one)) return null;
        if (age is { } most && (StockholmTime.Now(clock) - one.At).Duration() < most) return one.Figures;
        return one.Head == await HeadAsync(cancellation) ? one.Figures : null;
    }

    /// <summary>Changes with everything that is written: a case, a closing, a unit that moves.</summary>
    private async Task<(long, long)> HeadAsync(CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        return await database.Heads.Select(h => new ValueTuple<long, long>(h.LastSequence, h.OrganisationVersion)).FirstAsync(cancellation);
    }

    private sealed record Kept(IReadOnlyDictionary<Told, ReportFigures> Figures, (long, long) Head, DateTime At);
}
