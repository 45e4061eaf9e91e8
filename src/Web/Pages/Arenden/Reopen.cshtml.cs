using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Opens a closed case again, with a reason.</summary>
public sealed class ReopenModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ReopenAsync(Viewer, Reference, Seen, Input.Why ?? "");
        return BackToCase("Ärendet är öppet igen.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Why { get; set; }
    }
}
