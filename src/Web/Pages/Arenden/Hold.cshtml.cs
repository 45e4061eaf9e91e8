using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Holds a case back from disposal, or lifts the hold (R-SEC-05).</summary>
public sealed class HoldModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override bool MayAct() => Case.MayBeHeldBy(Viewer);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Input.Lift) await desk.LiftHoldAsync(Viewer, Reference, Seen, Input.Why ?? "");
        else await desk.HoldAsync(Viewer, Reference, Seen, Input.Why ?? "");
        return BackToCase(Input.Lift ? "Ärendet får gallras när tiden är inne." : "Inget i ärendet gallras förrän du tar bort undantaget.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public bool Lift { get; set; }
        public string? Why { get; set; }
    }
}
