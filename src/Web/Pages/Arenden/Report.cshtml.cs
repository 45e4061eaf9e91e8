using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>How it was treated, to the complaints manager (R-FLOW-11). The journal has written it already.</summary>
public sealed class ReportModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Text = TreatmentReport.Of(Case, View.Journal) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.AddModelError("Input.Text", "Skriv hur klagomålet har behandlats.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ReportAsync(Viewer, Reference, Seen, Input.Text);
        return BackToCase("Klagomålshanteraren kan nu läsa hur det har behandlats.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
