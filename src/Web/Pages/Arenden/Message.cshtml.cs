using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The complainant has written or called again.</summary>
public sealed class MessageModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override bool MayAct() => !Viewer.Person.IsService;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Way = Way.Phone.Code(), HappenedAt = StockholmTime.ToLocal(Now) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ReceiveMessageAsync(Viewer, Reference, Seen, Input.Text ?? "", Arenden.Ways.Parse(Input.Way), Utc(Input.HappenedAt));
        return BackToCase("Det personen sa är sparat.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? Way { get; set; }
        public DateTime? HappenedAt { get; set; }
    }
}
