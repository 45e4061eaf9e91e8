using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Marks secrecy as a warning, or lifts the mark (R-SEC-06).</summary>
public sealed class SecrecyModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override bool MayAct() => base.MayAct() || Viewer.Is(Role.Registrar);

    private const string Whole = "case";

    /// <summary>The case itself, and each document of it.</summary>
    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    public bool HasMark { get; private set; }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        var files = await FilesAsync();
        Documents = [new(Whole, "Hela ärendet", Case.SecrecyProvision), .. files.Select(f => new Choice($"{f.Number}", $"Bilaga {f.Number}", f.SecrecyProvision))];
        HasMark = Case.SecrecyProvision is not null || files.Any(f => f.SecrecyProvision is not null);
        if (Request.Method == "GET") Input = new Answers { Document = Whole, Provision = Case.SecrecyProvision ?? LegalRegimes.On(Case.Regime, Today).Provision };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Input.Lift && string.IsNullOrWhiteSpace(Input.Provision)) ModelState.AddModelError("Input.Provision", "Skriv lagrummet, till exempel OSL 26 kap. 1 §.");
        await ShowAsync();
        if (Documents.All(d => d.Value != (Input.Document ?? Whole))) ModelState.AddModelError("Input.Document", "Välj vad märket gäller.");
        if (!ModelState.IsValid) return await RefuseAsync();
        var provision = Input.Lift ? null : Input.Provision;
        if (int.TryParse(Input.Document, out var attachment)) await desk.MarkSecrecyOfAsync(Viewer, Reference, Seen, attachment, provision, Input.Why ?? "");
        else await desk.MarkSecrecyAsync(Viewer, Reference, Seen, provision, Input.Why ?? "");
        return BackToCase(Input.Lift ? "Märket är borta." : "Märket är sparat.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Document { get; set; }
        public string? Provision { get; set; }
        public string? Why { get; set; }
        public bool Lift { get; set; }
    }
}
