using Gava.Domain.Cases;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>Keeps the stemmed words of each case's register text, in the index that each database has for it.</summary>
internal static class SearchIndex
{
    public static SearchRow RowOf(Case @case, IEnumerable<Guid> keys) =>
        new(@case.Id, string.Join(' ', SwedishStems.Of(@case.Text).Distinct()), string.Join(' ', keys.Select(SearchRow.KeyWord)));

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
