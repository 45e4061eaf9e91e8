using System.Collections.Concurrent;
using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Learning;

/// <summary>
/// What takes a whole year to work out, kept as long as it holds: until something is written, or for a while for those who do not wait for the last minute. One works it out,
/// the others wait for it, so that a crowd costs no more than one.
/// </summary>
public sealed class Remembered(Databases databases, TimeProvider clock) : IDisposable
{
    private const int Most = 32;

    private readonly ConcurrentDictionary<object, Kept> kept = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <param name="key">Everything that the answer depends on, the register aside; equal when its parts are.</param>
    /// <param name="age">How old it may be; null is as new as the register.</param>
    /// <param name="work">Works it out. What it gives must never be changed.</param>
    public async Task<T> ReadAsync<T>(object key, TimeSpan? age, Func<Task<T>> work, CancellationToken cancellation) where T : class
    {
        if (await HoldsAsync<T>(key, age, cancellation) is { } known) return known;
        await turn.WaitAsync(cancellation);
        try
        {
            if (await HoldsAsync<T>(key, age, cancellation) is { } soon) return soon;
            // The head is read first: what is written while this is worked out makes it old, not wrong.
            var (head, at) = (await HeadAsync(cancellation), StockholmTime.Now(clock));
            var answer = await work();
            if (kept.Count >= Most) kept.Clear();
            kept[key] = new(answer, head, at);
            return answer;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<T?> HoldsAsync<T>(object key, TimeSpan? age, CancellationToken cancellation) where T : class
    {
        if (!kept.TryGetValue(key, out var one)) return null;
        if (age is { } most && (StockholmTime.Now(clock) - one.At).Duration() < most) return (T)one.Answer;
        return one.Head == await HeadAsync(cancellation) ? (T)one.Answer : null;
    }

    /// <summary>Changes with everything that is written: a case, a closing, a routine, a unit that moves.</summary>
    private async Task<(long, long)> HeadAsync(CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        return await database.Heads.Select(h => new ValueTuple<long, long>(h.LastSequence, h.OrganisationVersion)).FirstAsync(cancellation);
    }

    private sealed record Kept(object Answer, (long, long) Head, DateTime At);
}
