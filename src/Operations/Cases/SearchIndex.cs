using System.Data.Common;
using Gava.Domain.Cases;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>Keeps the stemmed words of each case's register text, in the index that each database has for it.</summary>
internal static class SearchIndex
{
    public static SearchRow RowOf(Case @case, IEnumerable<Guid> keys) => RowOf(@case.Id, @case.Text, keys);

    /// <summary>Fills an empty index from the cases and the keys that they hang on.</summary>
    public static async Task FillAsync(GavaDatabase database, RowWriter rows, DbTransaction transaction, CancellationToken cancellation)
    {
        const int together = 500;
        for (var after = 0L; ;)
        {
            var last = after;
            var cases = await database.Cases.Where(c => c.Id > last).OrderBy(c => c.Id).Take(together).Select(c => new { c.Id, c.Text }).ToListAsync(cancellation);
            if (cases.Count == 0) return;
            after = cases[^1].Id;
            var (from, to) = (cases[0].Id, after);
            var keys = (await database.Access.Where(a => a.CaseId >= from && a.CaseId <= to).Select(a => new { a.CaseId, a.Key }).ToListAsync(cancellation)).ToLookup(a => a.CaseId, a => a.Key);
            await rows.WriteAsync([.. cases.Select(c => RowOf(c.Id, c.Text, keys[c.Id]))], database.Model, transaction);
        }
    }

    private static SearchRow RowOf(long caseId, string text, IEnumerable<Guid> keys) =>
        new(caseId, string.Join(' ', SwedishStems.Of(text).Distinct()), string.Join(' ', keys.Select(SearchRow.KeyWord)));

    /// <summary>The case hangs on other keys now. PostgreSQL's insert replaces; SQLite's index forgets the old row first.</summary>
    public static async Task ReplaceAsync(GavaDatabase database, Case @case, IEnumerable<Guid> keys)
    {
        if (database.Database.IsSqlite()) await database.Database.ExecuteSqlAsync($"DELETE FROM case_search WHERE rowid = {@case.Id}");
        database.Put(RowOf(@case, keys));
    }

    /// <summary>
    /// The query that finds every word asked for among what one of the keys opens; the last word may be unfinished. Empty when
    /// nothing is asked for.
    /// </summary>
    public static string QueryFor(string asked, IEnumerable<Guid> keys, bool isSqlite)
    {
        var stems = SwedishStems.Of(asked, 12).Distinct().ToList();
        if (stems.Count == 0) return "";
        var opens = keys.Select(SearchRow.KeyWord);
        return isSqlite
            ? $"keys:({string.Join(" OR ", opens)}) AND words:({string.Join(" AND ", stems.Select((s, i) => i == stems.Count - 1 ? $"\"{s}\"*" : $"\"{s}\""))})"
            : $"({string.Join(" | ", opens.Select(k => $"'#{k}'"))}) & {string.Join(" & ", stems.Select((s, i) => i == stems.Count - 1 ? $"'{s}':*" : $"'{s}'"))}";
    }
}
