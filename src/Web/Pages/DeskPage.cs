using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Routines;

namespace Gava.Web.Pages;

/// <summary>A desk: heaps of cases for somebody who looks after more than their own.</summary>
public abstract class DeskPage(RoutineBook routines) : StaffPage
{
    /// <summary>Those that hold something, in the order in which they are worked through.</summary>
    public List<HeapModel> Heaps { get; } = [];

    /// <summary>Recurring duties and reports that wait.</summary>
    public int Recurring { get; protected set; }

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
