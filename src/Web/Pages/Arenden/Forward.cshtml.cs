using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Leaves a case to the registrar, by whoever the routine puts in between (S3; R-REG-09).</summary>
public sealed class ForwardModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    protected override bool MayAct() => Case.MayBeForwardedBy(Viewer);

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.ForwardToRegistrarAsync(Viewer, Reference, Seen);
        return BackToCase("Ärendet väntar nu hos registratorn.");
    }
}
