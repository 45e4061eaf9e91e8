using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The same complaint twice becomes one (R-IN-12).</summary>
public sealed class JoinModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { With = Request.Query["med"] };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var with = CaseReference.TryParse(Input.With?.Trim(), out var other) ? other : default;
        if (with == default) ModelState.AddModelError("Input.With", "Skriv det andra ärendets nummer, till exempel 2026-000123.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.JoinAsync(Viewer, Reference, Seen, with, Input.Why ?? "");
        return BackToCase($"Ärendet hör nu ihop med {with}.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? With { get; set; }
        public string? Why { get; set; }
    }
}
