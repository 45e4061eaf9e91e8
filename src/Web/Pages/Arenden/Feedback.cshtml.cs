using Gava.Domain.Deadlines;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Registers first or further feedback.</summary>
public sealed class FeedbackModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IEnumerable<Choice> About => FeedbackOn.All.Select(f => new Choice(f.Code, f.Label));

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { HappenedAt = StockholmTime.ToLocal(Now), Way = Arenden.Ways.Wanted(Case), About = FeedbackOn.Measure };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.GiveFeedbackAsync(Viewer, Reference, Seen, Input.Text ?? "", Input.About ?? "", Arenden.Ways.Parse(Input.Way), Utc(Input.HappenedAt));
        return BackToCase("Återkopplingen är sparad.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? About { get; set; }
        public string? Way { get; set; }
        public string? Text { get; set; }
        public DateTime? HappenedAt { get; set; }
    }
}
