using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Asks the manager for help, in one step (R-FLOW-16).</summary>
public sealed class SupportModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override bool MayAct() => !Viewer.Person.IsService;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.AskForSupportAsync(Viewer, Reference, Seen, Input.Text ?? "");
        return BackToCase("Din chef får veta att du vill ha stöd.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
