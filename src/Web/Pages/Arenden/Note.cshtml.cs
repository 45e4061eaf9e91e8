using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Writes a line in the journal.</summary>
public sealed class NoteModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override bool MayAct() => !Viewer.Person.IsService;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.NoteAsync(Viewer, Reference, Seen, Input.Text ?? "");
        return BackToCase("Anteckningen är sparad.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
