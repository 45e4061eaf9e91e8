using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Another regime of law applies (law.md SR-1.1).</summary>
public sealed class RegimeModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IEnumerable<Choice> Regimes => LegalRegimes.Codes.Select(code => LegalRegimes.On(code, Today)).Select(r => new Choice(r.Code, r.Label, r.Law));

    protected override bool MayAct() => base.MayAct() || Viewer.Is(Role.Registrar);

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Regime = Case.Regime };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (LegalRegimes.Codes.All(code => code != Input.Regime)) ModelState.AddModelError("Input.Regime", "Välj vilka lagar som gäller.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ChangeRegimeAsync(Viewer, Reference, Seen, Input.Regime!, Input.Why ?? "");
        return BackToCase("Lagarna är ändrade.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Regime { get; set; }
        public string? Why { get; set; }
    }
}
