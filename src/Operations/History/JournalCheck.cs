using Gava.Domain.History;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.History;

/// <summary>The outcome of walking the whole chain.</summary>
/// <param name="Lines">How many lines were walked.</param>
/// <param name="Fault">Null when the chain holds; else which line broke it and how, in Swedish.</param>
public sealed record JournalVerdict(long Lines, string? Fault);

/// <summary>Walks the journal from its first line and names the first link that does not hold (R-SEC-02).</summary>
public sealed class JournalCheck(Databases databases)
{
    public async Task<JournalVerdict> VerifyAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        if (await database.Heads.SingleOrDefaultAsync(cancellation) is not { } head) return new(0, "Raden som säger var journalen slutar saknas.");
        var (expected, previous) = (1L, Chain.Beginning);
        await using var lines = database.Journal.OrderBy(e => e.Sequence).AsAsyncEnumerable().GetAsyncEnumerator(cancellation);
        while (true)
        {
            Event line;
            try
            {
                if (!await lines.MoveNextAsync()) break;
                line = lines.Current;
            }
            catch (Exception fault) when (fault is InvalidOperationException or InvalidCastException or FormatException or ArgumentException or OverflowException)
            {
                // A value that no line ever had: somebody wrote it there.
                return new(expected - 1, $"Rad {expected} går inte att läsa: den har ändrats.");
            }

            if (line.Sequence != expected) return new(expected - 1, $"Rad {expected} saknas i journalen.");
            if (!Chain.Link(previous, line).AsSpan().SequenceEqual(line.Hash)) return new(expected - 1, $"Rad {expected} har ändrats, eller hör inte hemma där.");
            (expected, previous) = (expected + 1, line.Hash);
        }

        if (head.LastSequence != expected - 1) return new(expected - 1, $"Journalen slutar vid rad {expected - 1}, men borde ha {head.LastSequence}.");
        return previous.AsSpan().SequenceEqual(head.LastHash) ? new(expected - 1, null) : new(expected - 1, "Sista raden är inte den som skrevs sist.");
    }
}
