using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>A case that says much of the same.</summary>
/// <param name="Text">The beginning of what was said, masked.</param>
public sealed record SimilarCase(CaseReference Reference, string Text);

/// <summary>Finds what has likely come in before (R-IN-12), among what the viewer sees.</summary>
public sealed class SimilarCases(Databases databases, OrganisationBook organisations)
{
    private const int Days = 60;
    private const int MostRead = 100;
    private const int MostShown = 3;
    private const int Beginning = 1000;
    private const int MostLearntFrom = 300;
    private const int MostLookedAt = 4000;

    /// <summary>Cases of the same unit in the last 60 days, the newest first, three at most.</summary>
    /// <param name="except">The case itself.</param>
    public async Task<IReadOnlyList<SimilarCase>> ToAsync(Viewer viewer, Guid unitId, string text, DateTime now, long? except = null, CancellationToken cancellation = default)
    {
        var same = new LikelySame(text);
        var since = now.AddDays(-Days);
        await using var database = databases.For(viewer);
        // The unit is a key of its own cases, and the keys are an index by arrival.
        var near = await database.Access.Where(a => a.Key == unitId && a.ArrivedAt >= since).OrderByDescending(a => a.ArrivedAt).Select(a => a.CaseId).Take(MostRead).ToListAsync(cancellation);
        var read = await database.Cases.AsNoTracking().Where(c => near.Contains(c.Id) && c.UnitId == unitId && c.Id != except)
            .OrderByDescending(c => c.Id).Select(c => new { c.Id, c.RegisteredAt, Text = c.Text.Substring(0, Beginning) }).ToListAsync(cancellation);
        return [.. read.Where(c => same.As(c.Text)).Take(MostShown).Select(c => new SimilarCase(new(Domain.Deadlines.StockholmTime.DateOf(c.RegisteredAt).Year, c.Id), Short(c.Text)))];
    }

    /// <summary>The unit that a text is likely about (R-FLOW-02), from its words and the latest cases that the viewer sees.</summary>
    /// <param name="chosen">Where it is already, or is about to be registered.</param>
    public async Task<UnitHint?> UnitOfAsync(Viewer viewer, string text, Guid? chosen, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.For(viewer);
        var keys = viewer.Keys.ToList();
        var latest = await database.Access.Where(a => keys.Contains(a.Key)).OrderByDescending(a => a.ArrivedAt).Select(a => a.CaseId).Take(MostLearntFrom).ToListAsync(cancellation);
        var earlier = await database.Cases.AsNoTracking().Where(c => latest.Contains(c.Id)).Select(c => new EarlierCase(c.UnitId, c.Text.Substring(0, Beginning))).ToListAsync(cancellation);
        return LikelyUnit.Of(text.Length > MostLookedAt ? text[..MostLookedAt] : text, organisation.PlacesForCases(), earlier, chosen);
    }

    internal static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 110 ? line : line[..Math.Max(60, line.LastIndexOf(' ', 110))] + " …";
    }
}
