using Gava.Operations.Cases;
using Gava.Operations.History;

namespace Gava.Web.Pages.Arenden;

/// <summary>Everybody who has opened the details of one case: to look at, and to print for the person who asks "who has read my case?".</summary>
public sealed class ReadingsModel(CaseReading reading, ReadingLog log) : CasePage(reading)
{
    public IReadOnlyList<Reading> All { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ShowAsync();
        All = await log.OfCaseAsync(Viewer, Reference, HttpContext.RequestAborted);
    }
}
