namespace Gava.Domain.Learning;

/// <summary>
/// Hides small groups in what leaves the circle of those who may see the cases: one to four could be somebody. What could be worked out
/// by subtracting is hidden with them (issue: groups under five; R-LEARN-07).
/// </summary>
public static class SmallGroups
{
    /// <summary>The smallest group that is told. Nought is told: nobody is nobody.</summary>
    public const int Smallest = 5;

    /// <summary>The cells that must not be told.</summary>
    /// <param name="values">Every cell that could be told, with its count.</param>
    /// <param name="sums">What adds up to what: the first cell is the sum of the others. Cells without a value count as nought.</param>
    public static IReadOnlySet<TCell> Hidden<TCell>(IReadOnlyDictionary<TCell, int> values, IReadOnlyList<IReadOnlyList<TCell>> sums) where TCell : notnull
    {
        HashSet<TCell> hidden = [.. values.Where(v => v.Value is > 0 and < Smallest).Select(v => v.Key)];
        var sumsOf = sums.SelectMany((sum, i) => sum.Select(cell => (cell, i))).ToLookup(s => s.cell, s => s.i);
        // A sum is looked at again when one of its cells was hidden: until nothing changes.
        var waiting = new Queue<int>(hidden.SelectMany(cell => sumsOf[cell]).Distinct().Order());
        HashSet<int> queued = [.. waiting];
        while (waiting.TryDequeue(out var next))
        {
            queued.Remove(next);
            while (NextToHide(sums[next]) is { } cell)
            {
                hidden.Add(cell.Value);
                foreach (var other in sumsOf[cell.Value].Where(i => queued.Add(i))) waiting.Enqueue(other);
            }
        }

        return hidden;

        // What is left open between the hidden ones must be wide enough: at least two of them, and at least five among the parts.
        Found<TCell>? NextToHide(IReadOnlyList<TCell> sum)
        {
            var (whole, parts) = (sum[0], sum.Skip(1).ToList());
            var gone = parts.Where(hidden.Contains).ToList();
            var isWholeHidden = hidden.Contains(whole);
            if (gone.Count == 0 && !isWholeHidden) return null;
            var isWide = isWholeHidden ? gone.Count >= 1 : gone.Count >= 2 && gone.Sum(ValueOf) >= Smallest;
            if (isWide) return null;
            var left = parts.Where(p => !hidden.Contains(p) && ValueOf(p) > 0).OrderBy(ValueOf).ToList();
            if (left.Count > 0) return new(left[0]);
            return isWholeHidden ? null : new(whole);
        }

        int ValueOf(TCell cell) => values.GetValueOrDefault(cell);
    }

    private sealed record Found<T>(T Value);
}
