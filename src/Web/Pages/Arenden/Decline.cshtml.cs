using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Sends an offered case back, with the reason.</summary>
public sealed class DeclineModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override bool MayAct() => Case.MayAccept(Viewer) || Case.Offer?.By == Viewer.Id;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.DeclineAsync(Viewer, Reference, Seen, Input.Why ?? "");
        // Whoever said no may no longer see the case.
        Done = $"Ärende {Reference} är tillbaka hos den som ville lämna över det.";
        return Redirect("/start");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Why { get; set; }
    }
}
