using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.Learning;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Registers the answer, and says first what the routine wants done before it goes (R-FLOW-06, R-FLOW-08).</summary>
public sealed class ReplyModel(CaseReading reading, CaseDesk desk, VaultDesk vault, TemplateDesk templates, ThemeDesk themes) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The button that was pressed: null is the main one.</summary>
    [BindProperty(Name = "do")]
    public string? Pressed { get; set; }

    /// <summary>What a look through the text found, when it was asked for.</summary>
    public ReplyReview? Review { get; private set; }

    public LetterPreview Letter => LetterDesk.Preview(Input.Text ?? "", Reference, Viewer, Organisation);

    /// <summary>The mail tells only that there is a reply (law.md SR-9.10).</summary>
    public (string Subject, string Body) Mail => LetterDesk.MailPreview(Reference, Organisation);

    public IReadOnlyList<Choice> Ways => View.Routine.Reply.SpokenAllowed ? Arenden.Ways.All : Arenden.Ways.Written;

    public IReadOnlyList<Missing> Missing => Case.MissingBeforeReplying(Now);

    /// <summary>The words to begin with, of the municipality or the routine (R-FLOW-07); null when there are none.</summary>
    public string? Template { get; private set; }

    /// <summary>What was found for all that say the same (R-LEARN-05).</summary>
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>A reason is asked for only when something is missing.</summary>
    public bool AsksWhy => Missing.Count > 0 || Input.Because is { Length: > 0 };

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Themes = await themes.OfCaseAsync(Viewer, Case.Id, HttpContext.RequestAborted);
        Template = CaseTemplate.For("reply", Case, Organisation, Today, await templates.AllAsync(HttpContext.RequestAborted))?.Text;
        if (Request.Method == "GET") Input = new Answers { Way = Arenden.Ways.Wanted(Case), HappenedAt = StockholmTime.ToLocal(Now), Unsolved = Case.IsUnsolved };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Pressed == "draft") return await FetchAsync();
        if (Pressed == "template") return await BeginWithTemplateAsync();
        if (Pressed == "review") return await ReviewAsync();
        await desk.ReplyAsync(Viewer, Reference, Seen, Input.Text ?? "", Arenden.Ways.Parse(Input.Way), Utc(Input.HappenedAt), Input.Because, Input.Unsolved, Input.WhereToTurn);
        return BackToCase(Input.Way == Way.Letter.Code() ? "Svaret är sparat. Skriv ut brevet i listan nedan." : "Svaret är sparat.");
    }

    /// <summary>What was typed stays; the template comes after it.</summary>
    private async Task<IActionResult> BeginWithTemplateAsync()
    {
        await ShowAsync();
        Input.Text = string.Join("\n\n", new[] { Input.Text?.Trim(), Template }.Where(part => !string.IsNullOrEmpty(part)));
        ModelState.Remove("Input.Text");
        return Page();
    }

    private async Task<IActionResult> ReviewAsync()
    {
        await ShowAsync();
        Review = ReplyChecks.Of(Input.Text ?? "", View.Routine.Reply, View.Routine.Kind(Case.Kind)!, Input.Unsolved);
        return Page();
    }

    private async Task<IActionResult> FetchAsync()
    {
        Input.Text = await vault.OpenDraftAsync(Viewer, Reference);
        ModelState.Remove("Input.Text");
        await ShowAsync();
        return Page();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? Way { get; set; }
        public DateTime? HappenedAt { get; set; }
        public string? Because { get; set; }
        public bool Unsolved { get; set; }
        public string? WhereToTurn { get; set; }
    }
}
