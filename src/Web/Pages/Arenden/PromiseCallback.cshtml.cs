using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Promises to be in touch again at a certain time.</summary>
public sealed class PromiseCallbackModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.DueAt is null && ModelState.IsValid) ModelState.AddModelError("Input.DueAt", "Välj när du ska höra av dig.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.PromiseCallbackAsync(Viewer, Reference, Seen, Utc(Input.DueAt)!.Value, Input.Text ?? "");
        return BackToCase("Löftet är sparat.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public DateTime? DueAt { get; set; }
        public string? Text { get; set; }
    }
}
