using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Marks secrecy as a warning, or lifts the mark (R-SEC-06).</summary>
public sealed class SecrecyModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override bool MayAct() => base.MayAct() || Viewer.Is(Role.Registrar);

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Provision = Case.SecrecyProvision ?? LegalRegimes.On(Case.Regime, Today).Provision };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Input.Lift && string.IsNullOrWhiteSpace(Input.Provision)) ModelState.AddModelError("Input.Provision", "Skriv lagrummet, till exempel OSL 26 kap. 1 §.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.MarkSecrecyAsync(Viewer, Reference, Seen, Input.Lift ? null : Input.Provision, Input.Why ?? "");
        return BackToCase(Input.Lift ? "Märket är borta." : "Märket är sparat.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Provision { get; set; }
        public string? Why { get; set; }
        public bool Lift { get; set; }
    }
}
