using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A question to the complainant (R-FLOW-17).</summary>
public sealed class AskModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Way = Arenden.Ways.Wanted(Case) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.AskAsync(Viewer, Reference, Seen, Input.Text ?? "", Arenden.Ways.Parse(Input.Way));
        return BackToCase("Frågan är sparad.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? Way { get; set; }
    }
}
