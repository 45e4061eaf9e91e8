using Gava.Domain.Routines;
using Gava.Operations.Routines;

namespace Gava.Web.Pages.Organisationen;

/// <summary>The municipality's own templates, and those of the routines beside them (R-FLOW-07).</summary>
public sealed class MallarModel(TemplateDesk desk, RoutineBook routines) : OrganisationPage
{
    public IReadOnlyList<OwnTemplate> Own { get; private set; } = [];

    public IReadOnlyList<Routine> Routines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Own = await desk.AllAsync(HttpContext.RequestAborted);
        Routines = await routines.AllAsync(HttpContext.RequestAborted);
    }

    public string KindOf(string? kind) => kind is null ? "Alla sorter" : Routines.Select(r => r.Kind(kind)?.Label).OfType<string>().FirstOrDefault() ?? kind;

    public static string RegimeOf(string? regime) => regime is null ? "Alla lagar" : LegalRegimes.All.LastOrDefault(r => r.Code == regime)?.Label ?? regime;
}
