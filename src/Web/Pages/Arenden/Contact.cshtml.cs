using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Registers a contact, or an attempt.</summary>
public sealed class ContactModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Answered { get; } = [new("yes", "Ja"), new("no", "Nej, inget svar")];

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { HappenedAt = StockholmTime.ToLocal(Now), Way = Way.Phone.Code(), Reached = "yes" };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Answered.All(a => a.Value != Input.Reached)) ModelState.AddModelError("Input.Reached", "Välj om du fick tag på personen.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ContactAsync(Viewer, Reference, Seen, Input.Reached != "no", Arenden.Ways.Parse(Input.Way), Input.Text ?? "", Utc(Input.HappenedAt));
        return BackToCase("Kontakten är sparad.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Reached { get; set; }
        public string? Way { get; set; }
        public string? Text { get; set; }
        public DateTime? HappenedAt { get; set; }
    }
}
