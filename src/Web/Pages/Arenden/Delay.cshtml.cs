using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Tells the complainant that it will take longer, and why (R-FLOW-10).</summary>
public sealed class DelayModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The button that was pressed: null is the main one.</summary>
    [BindProperty(Name = "do")]
    public string? Pressed { get; set; }

    /// <summary>What a look through the text found, when it was asked for.</summary>
    public ReplyReview? Review { get; private set; }

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Way = Arenden.Ways.Wanted(Case), HappenedAt = StockholmTime.ToLocal(Now) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Pressed == "review") return await ReviewAsync();
        await desk.NotifyDelayAsync(Viewer, Reference, Seen, Input.Text ?? "", Arenden.Ways.Parse(Input.Way), Input.NewDay, Utc(Input.HappenedAt));
        return BackToCase(Input.Way == Way.Letter.Code() ? "Beskedet är sparat. Skriv ut brevet i listan nedan." : "Beskedet är sparat.");
    }

    private async Task<IActionResult> ReviewAsync()
    {
        await ShowAsync();
        Review = new ReplyReview([], ReplyChecks.BlamingIn(Input.Text ?? ""));
        return Page();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public DateOnly? NewDay { get; set; }
        public string? Way { get; set; }
        public DateTime? HappenedAt { get; set; }
    }
}
