using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Registers an action (åtgärd).</summary>
public sealed class MeasureModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Purposes { get; } =
        [new("corrects", "Rätta till det för den här personen"), new("prevents", "Se till att det inte händer igen")];

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { HappenedAt = StockholmTime.ToLocal(Now), Purpose = "corrects" };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Purposes.All(p => p.Value != Input.Purpose)) ModelState.AddModelError("Input.Purpose", "Välj vad åtgärden ska leda till.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.RegisterMeasureAsync(Viewer, Reference, Seen, Input.Text ?? "", Input.Purpose == "prevents", Utc(Input.HappenedAt));
        return BackToCase("Åtgärden är sparad.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? Purpose { get; set; }
        public DateTime? HappenedAt { get; set; }
    }
}
