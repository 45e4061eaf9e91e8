using Gava.Domain.Cases;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>Keeps the stemmed words of each case's register text, in the index that each database has for it.</summary>
internal static class SearchIndex
{
    public static Task PutAsync(GavaDatabase database, Case @case)
    {
        var words = string.Join(' ', SwedishStems.Of(@case.Text).Distinct());
        return database.Database.IsSqlite()
            ? database.Database.ExecuteSqlAsync($"INSERT INTO case_search (rowid, words) VALUES ({@case.Id}, {words})")
            : database.Database.ExecuteSqlAsync($"INSERT INTO case_search (case_id, words) VALUES ({@case.Id}, to_tsvector('simple', {words}))");
    }

    /// <summary>The query that finds every word asked for; the last one may be unfinished. Empty when nothing is asked for.</summary>
    public static string QueryFor(string asked, bool isSqlite)
    {
        var stems = SwedishStems.Of(asked, 12).Distinct().ToList();
        if (stems.Count == 0) return "";
        return isSqlite
            ? string.Join(" AND ", stems.Select((s, i) => i == stems.Count - 1 ? $"\"{s}\"*" : $"\"{s}\""))
            : string.Join(" & ", stems.Select((s, i) => i == stems.Count - 1 ? $"'{s}':*" : $"'{s}'"));
    }
}
