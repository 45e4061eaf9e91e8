using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A receipt by letter or in speech (R-FLOW-01).</summary>
public sealed class AcknowledgeModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Way = Arenden.Ways.Wanted(Case) };
    }

    protected override bool MayAct() => Case.MayBeAcknowledgedBy(Viewer);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.AcknowledgeAsync(Viewer, Reference, Seen, Arenden.Ways.Parse(Input.Way));
        return BackToCase(Input.Way == Way.Letter.Code() ? "Bekräftelsen är antecknad. Skriv ut brevet i listan nedan." : "Bekräftelsen är antecknad.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Way { get; set; }
    }
}
