using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Solved on the spot (R-FLOW-04).</summary>
public sealed class SolveModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Answered { get; } =
        [new("yes", "Ja", "Ärendet avslutas."), new("no", "Nej, eller vet inte", "Det blir en åtgärd, och ärendet fortsätter.")];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Answered.All(a => a.Value != Input.Satisfied)) ModelState.AddModelError("Input.Satisfied", "Välj om personen är nöjd.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.SolveAsync(Viewer, Reference, Seen, Input.Text ?? "", Input.Satisfied == "yes");
        return BackToCase(Input.Satisfied == "yes" ? "Det är löst, och ärendet är avslutat." : "Åtgärden är sparad. Ärendet fortsätter.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? Satisfied { get; set; }
    }
}
