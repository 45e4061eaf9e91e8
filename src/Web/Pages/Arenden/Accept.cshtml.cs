using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Takes over an offered case, or one that waits at the unit.</summary>
public sealed class AcceptModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    protected override bool MayAct() => Case.MayAccept(Viewer) || Case.MayTake(Viewer);

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Case.Offer is null) await desk.TakeAsync(Viewer, Reference, new Seen(null));
        else await desk.AcceptAsync(Viewer, Reference, new Seen(null));
        return BackToCase("Du ansvarar nu för ärendet.");
    }
}
