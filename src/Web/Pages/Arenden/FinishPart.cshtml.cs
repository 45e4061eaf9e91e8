using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A part of the case is done.</summary>
public sealed class FinishPartModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    public CasePart? Part => Case.Parts.FirstOrDefault(p => p.Number == Number);

    /// <summary>What the part is, as the journal says it.</summary>
    public string? What => View.Said(EventKind.PartAdded, Number);

    protected override bool MayAct() => Part is { } part && (part.PersonId == Viewer.Id || base.MayAct());

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.FinishPartAsync(Viewer, Reference, Seen, Number, Input.Text ?? "");
        return BackToCase("Delen är klar.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
