using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.People;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Hands on what is not for this routine (R-IN-10).</summary>
public sealed class ReferModel(CaseReading reading, CaseDesk desk, RecipientDesk recipients) : VerbPage(reading)
{
    /// <summary>The municipality's own list, to choose from or to write past.</summary>
    public IReadOnlyList<Recipient> Bodies { get; private set; } = [];

    [BindProperty]
    public Answers Input { get; set; } = new();

    private const string Other = "other";

    public IReadOnlyList<Choice> Matters =>
    [
        .. View.Routine.Scope.Elsewhere.Select(e => new Choice(e.Code, e.Label, $"Tas emot av: {e.To}. Säg: ”{e.Tell}”{(e.IsCopied ? " Klagomålet hanteras här också." : "")}")),
        new(Other, "Någon annan har det"),
    ];

    public IReadOnlyList<Choice> Ways => Arenden.Ways.All;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Bodies = await recipients.AllAsync(HttpContext.RequestAborted);
        if (Request.Method == "GET") Input = new Answers { Matter = Request.Query["vad"], Way = Arenden.Ways.Wanted(Case) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Matters.All(m => m.Value != Input.Matter)) ModelState.AddModelError("Input.Matter", "Välj vad det är.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ReferAsync(Viewer, Reference, Seen, Input.Matter == Other ? null : Input.Matter, Input.To, Input.Text ?? "", Arenden.Ways.Parse(Input.Way));
        return BackToCase("Ärendet är lämnat vidare.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Matter { get; set; }
        public string? To { get; set; }
        public string? Text { get; set; }
        public string? Way { get; set; }
    }
}
