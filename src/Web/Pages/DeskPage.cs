using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>A desk: heaps of cases for somebody who looks after more than their own.</summary>
public abstract class DeskPage(RoutineBook routines) : StaffPage
{
    /// <summary>Those that hold something, in the order in which they are worked through.</summary>
    public List<HeapModel> Heaps { get; } = [];

    /// <summary>Recurring duties and reports that wait.</summary>
    public int Recurring { get; protected set; }

    /// <summary>What the desk shows, for a spreadsheet.</summary>
    public PageTables Saved { get; private set; } = null!;

    /// <summary>The page, or its tables as a file.</summary>
    protected IActionResult Show(params IEnumerable<PageTable> tables)
    {
        Saved = PageTables.Of(Request, [HeapTable(), .. tables]);
        return Saved.File(Request, Organisation, Now) ?? Page();
    }

    /// <summary>Nothing where there is one only: then the page shows none either.</summary>
    protected static PageTable UnitTable(IReadOnlyList<UnitStanding> units) => new("enheter", "Enheterna",
        [new("Enhet", Width: 40), new($"Nya på {Desks.Days} dagar", ColumnKind.Whole), new("Öppna", ColumnKind.Whole), new("Försenade", ColumnKind.Whole), new("Senast registrerat", ColumnKind.Moment)],
        [.. (units.Count > 1 ? units : []).Select(u => (object?[])[u.Unit.Name, u.Received, u.Open, u.Late, u.Latest])]);

    private PageTable HeapTable() => new("arenden", "Överst i högarna",
        [new("Hög", Width: 30), new("Ärende", Width: 14), new("Sort", Width: 18), new("Enhet", Width: 30), new("Ansvarar", Width: 24), new("Kom in", ColumnKind.Moment), new("Brådskar till", ColumnKind.Moment), new("Text", Width: 80)],
        [.. Heaps.SelectMany(heap => heap.List.Rows.Select(row => (object?[])[heap.Heading, $"{row.Reference}", heap.List.KindLabel(row), Organisation.Unit(row.UnitId)?.Name, Organisation.NameOf(row.ResponsibleId), row.ArrivedAt, row.NextClock?.UrgentAt, row.Text]))]);

    /// <summary>For everybody else the desk does not exist.</summary>
    protected void MustBe(bool hasDesk)
    {
        if (!hasDesk) throw new NotFound();
    }

    protected async Task AddAsync(string heading, Heap heap, string? advice = null, string? more = null)
    {
        if (heap.Rows.Count > 0) Heaps.Add(new(heading, advice, heap.Total, await CaseListModel.MakeAsync(heading, heap.Rows, Organisation, routines, Now), more));
    }
}
