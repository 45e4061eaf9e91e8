using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Registers the answer.</summary>
public sealed class ReplyModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Way = Arenden.Ways.Wanted(Case), HappenedAt = StockholmTime.ToLocal(Now) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ReplyAsync(Viewer, Reference, Seen, Input.Text ?? "", Arenden.Ways.Parse(Input.Way), Utc(Input.HappenedAt));
        return BackToCase(Input.Way == Way.Letter.Code() ? "Svaret är sparat. Skriv ut brevet i listan nedan." : "Svaret är sparat.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? Way { get; set; }
        public DateTime? HappenedAt { get; set; }
    }
}
