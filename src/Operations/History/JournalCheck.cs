using System.Globalization;
using Gava.Domain.History;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Gava.Operations.History;

/// <summary>The outcome of walking the whole chain.</summary>
/// <param name="Lines">How many lines were walked.</param>
/// <param name="Fault">Null when the chain holds; else which line broke it and how, in Swedish.</param>
public sealed record JournalVerdict(long Lines, string? Fault);

/// <summary>
/// Where the journal stood at a moment: the last line and its hash, to be kept where nobody who can write in the database can write.
/// Without it somebody who rewrites every line, hashes and all, leaves a chain that holds.
/// </summary>
public sealed record JournalAnchor(long Sequence, string Hash)
{
    /// <summary>"1234:9F86D0…", as it is printed and kept.</summary>
    public override string ToString() => $"{Sequence}:{Hash}";

    /// <summary>The anchor in a line; words before it, as in a log, are passed over. Null when there is none.</summary>
    public static JournalAnchor? Parse(string line)
    {
        var parts = line.Trim().Split(' ')[^1].Split(':');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && parts[1].Length == 64
            && parts[1].All(char.IsAsciiHexDigit) ? new(sequence, parts[1].ToUpperInvariant()) : null;
    }
}

/// <summary>Walks the journal from its first line and names the first link that does not hold (R-SEC-02).</summary>
public sealed class JournalCheck(Databases databases, ILogger<JournalCheck> log)
{
    /// <summary>Where the journal stands now; null while it is empty.</summary>
    public async Task<JournalAnchor?> AnchorAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.Heads.SingleOrDefaultAsync(cancellation) is { LastSequence: > 0 } head ? new(head.LastSequence, Convert.ToHexString(head.LastHash)) : null;
    }

    /// <summary>Writes the anchor to the log, which goes elsewhere than the database. A job's round.</summary>
    public async Task<int> TellAnchorAsync(CancellationToken cancellation = default)
    {
        if (await AnchorAsync(cancellation) is not { } anchor) return 0;
        log.LogInformation("Journal anchor {Anchor}", anchor);
        return 1;
    }

    /// <param name="anchors">Where the journal is known to have stood: it must pass through each of them.</param>
    public async Task<JournalVerdict> VerifyAsync(CancellationToken cancellation = default, params IReadOnlyList<JournalAnchor> anchors)
    {
        var known = anchors.GroupBy(a => a.Sequence).ToDictionary(g => g.Key, g => g.Select(a => a.Hash).ToList());
        await using var database = databases.ForSystem();
        if (await database.Heads.SingleOrDefaultAsync(cancellation) is not { } head) return new(0, "Raden som säger var journalen slutar saknas.");
        var (expected, previous) = (1L, Chain.Beginning);
        // Lines that say other words than they were linked with, and what they would be linked with now.
        Dictionary<long, string> changed = [];
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
            var link = Chain.Link(previous, line);
            if (!link.AsSpan().SequenceEqual(line.Hash)) changed[expected] = Convert.ToHexString(link);
            if (line.Kind is EventKind.Masked or EventKind.Unmasked) Settle(changed, line);
            if (known.Remove(expected, out var hashes) && hashes.Any(hash => hash != Convert.ToHexString(line.Hash)))
            {
                return new(expected - 1, $"Rad {expected} är en annan än när ankaret sattes: journalen har skrivits om.");
            }

            (expected, previous) = (expected + 1, line.Hash);
        }

        if (changed.Count > 0) return new(changed.Keys.Min() - 1, $"Rad {changed.Keys.Min()} har ändrats, eller hör inte hemma där.");
        if (head.LastSequence != expected - 1) return new(expected - 1, $"Journalen slutar vid rad {expected - 1}, men borde ha {head.LastSequence}.");
        if (known.Count > 0) return new(expected - 1, $"Journalen slutar vid rad {expected - 1}, men hade rad {known.Keys.Max()} när ankaret sattes.");
        return previous.AsSpan().SequenceEqual(head.LastHash) ? new(expected - 1, null) : new(expected - 1, "Sista raden är inte den som skrevs sist.");
    }

    /// <summary>Words that were hidden or shown on purpose: the later line tells of what the older ones say since then.</summary>
    private static void Settle(Dictionary<long, string> changed, Event masking)
    {
        foreach (var (sequence, link) in Chain.Vouched(masking.Subject))
        {
            if (changed.TryGetValue(sequence, out var now) && now == link) changed.Remove(sequence);
        }
    }
}
