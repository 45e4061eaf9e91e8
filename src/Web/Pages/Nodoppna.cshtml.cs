using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>Breaks the glass: opens a case's details outside one's own work, with a reason, seen by the manager (R-SEC-02).</summary>
public sealed class NodoppnaModel(EmergencyDesk desk) : StaffPage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public EmergencyView? Opened { get; private set; }

    public void OnGet() => MustWork();

    public async Task<IActionResult> OnPostAsync()
    {
        MustWork();
        var isKnown = CaseReference.TryParse(Input.Reference, out var reference);
        if (!isKnown) ModelState.AddModelError("Input.Reference", "Skriv ärendets nummer, till exempel 2026-000123.");
        if (!ModelState.IsValid) return await RefuseAsync();
        try
        {
            Opened = await desk.OpenAsync(Viewer, reference, Input.Why ?? "");
            return Page();
        }
        catch (NotFound)
        {
            ModelState.AddModelError("Input.Reference", "Det finns inget ärende med det numret som går att öppna.");
            return await RefuseAsync();
        }
    }

    private void MustWork()
    {
        if (!Viewer.MayRegister) throw new NotFound();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Reference { get; set; }
        public string? Why { get; set; }
    }
}
