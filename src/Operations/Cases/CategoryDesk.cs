using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>A case that lacks a category.</summary>
/// <param name="Trees">Those that the viewer is to set.</param>
/// <param name="Hints">What they likely are, one for a tree at most.</param>
public sealed record UncategorisedCase(CaseReference Reference, Unit Unit, DateTime ArrivedAt, string Text, IReadOnlyList<CategoryTree> Trees, IReadOnlyList<CategoryHint> Hints);

/// <summary>What waits for categories, and what they likely are (R-LEARN-01): from the text and from how the viewer's earlier cases were set.</summary>
public sealed class CategoryDesk(Databases databases, OrganisationBook organisations, RoutineBook routines, TimeProvider clock)
{
    /// <summary>So many are shown; the oldest first.</summary>
    public const int Most = 25;

    private const int LearntFrom = 400;
    private const int Beginning = 1000;

    /// <summary>The likely categories of one case.</summary>
    public async Task<IReadOnlyList<CategoryHint>> HintsAsync(Viewer viewer, Case @case, IReadOnlyList<CategoryTree> trees, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        return trees.Count == 0 ? [] : (await LikelyAsync(database, @case.RoutineName, trees, @case.Id, await routines.CategoriesNowAsync(cancellation), cancellation)).Of(@case.Text);
    }

    /// <summary>The cases of the last year that lack a category which the viewer is to set: as the role that the routine names, or as the one who handles it.</summary>
    public async Task<IReadOnlyList<UncategorisedCase>> WaitingAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var since = StockholmTime.Now(clock).AddYears(-1);
        await using var database = databases.For(viewer);
        List<UncategorisedCase> waiting = [];
        foreach (var routine in await routines.AllAsync(cancellation))
        {
            var trees = routine.Categories.Where(t => t.SetBy is { } role ? viewer.Is(role) : t.IsObligatory).ToList();
            if (trees.Count == 0) continue;
            List<(long Id, CategoryTree Tree)> lacking = [];
            foreach (var tree in trees)
            {
                var without = database.Cases.Where(c => c.RoutineName == routine.Name && c.ArrivedAt >= since && c.JoinedTo == null && !database.Categories.Any(g => g.CaseId == c.Id && g.Tree == tree.Code));
                if (tree.SetBy is null) without = without.Where(c => c.ResponsibleId == viewer.Id && c.Status != CaseStatus.Closed);
                lacking.AddRange((await without.OrderBy(c => c.ArrivedAt).ThenBy(c => c.Id).Take(Most).Select(c => c.Id).ToListAsync(cancellation)).Select(id => (id, tree)));
            }

            if (lacking.Count == 0) continue;
            var numbers = lacking.Select(l => l.Id).Distinct().ToList();
            var found = await database.Cases.AsNoTracking().Where(c => numbers.Contains(c.Id))
                .Select(c => new { c.Id, c.RegisteredAt, c.ConcernedUnitId, c.ArrivedAt, Text = c.Text.Substring(0, Beginning) }).ToListAsync(cancellation);
            var likely = await LikelyAsync(database, routine.Name, trees, null, await routines.CategoriesNowAsync(cancellation), cancellation);
            foreach (var one in found)
            {
                var mine = lacking.Where(l => l.Id == one.Id).Select(l => l.Tree).ToList();
                waiting.Add(new(new(StockholmTime.DateOf(one.RegisteredAt).Year, one.Id), organisation.Unit(one.ConcernedUnitId)!, one.ArrivedAt, SimilarCases.Short(one.Text), mine,
                    [.. likely.Of(one.Text).Where(h => mine.Exists(t => t.Code == h.Tree))]));
            }
        }

        return [.. waiting.OrderBy(w => w.ArrivedAt).ThenBy(w => w.Reference.Number).Take(Most)];
    }

    /// <summary>Learns from the latest categorised cases of the routine that the viewer sees.</summary>
    private static async Task<LikelyCategory> LikelyAsync(GavaDatabase database, string routine, IReadOnlyList<CategoryTree> trees, long? except, CategoriesNow now, CancellationToken cancellation)
    {
        var earlier = await database.Cases.AsNoTracking().Where(c => c.RoutineName == routine && c.Id != except && c.Categories.Any()).OrderByDescending(c => c.ArrivedAt).Take(LearntFrom)
            .Select(c => new { c.Id, Text = c.Text.Substring(0, Beginning) }).ToListAsync(cancellation);
        var numbers = earlier.ConvertAll(c => c.Id);
        var codes = (await database.Categories.Where(g => numbers.Contains(g.CaseId)).Select(g => new { g.CaseId, g.Tree, g.Code }).ToListAsync(cancellation)).ToLookup(g => g.CaseId, g => (g.Tree, now.Of(routine, g.Code)));
        return new(trees, earlier.Select(c => new CategorisedText(c.Text, [.. codes[c.Id]])));
    }
}
