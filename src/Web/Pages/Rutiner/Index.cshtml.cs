using Gava.Domain.Routines;
using Gava.Operations.Routines;

namespace Gava.Web.Pages.Rutiner;

/// <summary>The routines of the municipality: whose they are, and which units follow them.</summary>
public sealed class IndexModel(RoutineBook book) : StaffPage
{
    public IReadOnlyList<Routine> Routines { get; private set; } = [];

    public string? Own { get; private set; }

    public bool MayPublish => RoutineDesk.MayPublish(Viewer);

    public async Task OnGetAsync()
    {
        Routines = await book.AllAsync(HttpContext.RequestAborted);
        Own = Viewer.OwnUnit is { } unit ? Organisation.RoutineAt(unit.Id) : null;
    }

    public string Followers(Routine routine) => string.Join(", ", Organisation.Units.Where(u => u.Routine == routine.Name).OrderBy(u => u.Name, StringComparer.Ordinal).Select(u => u.Name));
}
