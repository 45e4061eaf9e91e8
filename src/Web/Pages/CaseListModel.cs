using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Routines;

namespace Gava.Web.Pages;

/// <summary>Rows of cases as every list shows them.</summary>
public sealed class CaseListModel
{
    private readonly IReadOnlyDictionary<(string, int), Routine> routines;

    private CaseListModel(IReadOnlyDictionary<(string, int), Routine> routines) => this.routines = routines;

    public required string Caption { get; init; }

    public required IReadOnlyList<CaseRow> Rows { get; init; }

    public required Organisation Organisation { get; init; }

    public required DateTime Now { get; init; }

    public DateOnly Today => StockholmTime.DateOf(Now);

    public static async Task<CaseListModel> MakeAsync(string caption, IReadOnlyList<CaseRow> rows, Organisation organisation, RoutineBook book, DateTime now)
    {
        Dictionary<(string, int), Routine> followed = [];
        foreach (var row in rows.DistinctBy(r => (r.RoutineName, r.RoutineVersion)))
        {
            followed[(row.RoutineName, row.RoutineVersion)] = await book.VersionAsync(row.RoutineName, row.RoutineVersion);
        }

        return new(followed) { Caption = caption, Rows = rows, Organisation = organisation, Now = now };
    }

    public string Label(CaseRow row, CaseClock clock) => routines[(row.RoutineName, row.RoutineVersion)].Clock(clock.Name)?.Label ?? clock.Name;

    public string KindLabel(CaseRow row) => routines[(row.RoutineName, row.RoutineVersion)].Kind(row.Kind)?.Label ?? row.Kind;

    /// <summary>The first words, ended at a word.</summary>
    public string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= 110) return line;
        var end = line.LastIndexOf(' ', 110);
        return line[..(end < 60 ? 110 : end)] + "\u00a0…";
    }

    public static string Colour(CaseStatus status) => status switch
    {
        CaseStatus.Received or CaseStatus.Offered => "info",
        CaseStatus.InProgress => "accent",
        CaseStatus.Answered => "success",
        _ => "neutral",
    };
}
