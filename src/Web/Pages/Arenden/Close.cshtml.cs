using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Closes the case, or says what is missing (R-FLOW-12).</summary>
public sealed class CloseModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public bool AsksAboutMeasure => Missing.Any(m => m.Code == "measure-missing") || Input.NoMeasureBecause is { Length: > 0 };

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Missing = Case.MissingBeforeClosing();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.CloseAsync(Viewer, Reference, Seen, Input.Text ?? "", Input.NoMeasureBecause ?? "");
        return BackToCase("Ärendet är avslutat.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? NoMeasureBecause { get; set; }
    }
}
