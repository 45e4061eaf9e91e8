using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Ticks off a promise to be in touch.</summary>
public sealed class KeepCallbackModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.KeepCallbackAsync(Viewer, Reference, Seen, Number, Input.Text ?? "");
        return BackToCase("Löftet är avbockat.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
