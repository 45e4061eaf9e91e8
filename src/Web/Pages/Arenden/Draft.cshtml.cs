using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A draft of the reply, which rests where the routine says so (R-FLOW-06).</summary>
public sealed class DraftModel(CaseReading reading, CaseDesk desk, VaultDesk vault, TemplateDesk templates) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The button that was pressed: null is the main one.</summary>
    [BindProperty(Name = "do")]
    public string? Pressed { get; set; }

    /// <summary>What a look through the text found, when it was asked for.</summary>
    public ReplyReview? Review { get; private set; }

    /// <summary>Until when a draft that is saved now will rest; null where nothing rests.</summary>
    public string? RestSentence => View.Routine.Reply.Rest is not { } rest ? null : Case.Consultations.Count == 0
        ? $"Rutinen låter förslaget vila {rest} när någon berörd är tillfrågad. Fråga dem gärna först."
        : $"Sparar du nu vilar förslaget till {Swedish.Moment(Due.Count(Now, rest, View.Calendar).LateFrom)}, så att de berörda hinner tänka.";

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Text = CaseTemplate.For("reply", Case, Organisation, Today, await templates.AllAsync(HttpContext.RequestAborted))?.Text };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Pressed == "draft") return await FetchAsync();
        if (Pressed == "review") return await ReviewAsync();
        await desk.DraftAsync(Viewer, Reference, Seen, Input.Text ?? "");
        return BackToCase("Förslaget är sparat.");
    }

    private async Task<IActionResult> ReviewAsync()
    {
        await ShowAsync();
        Review = ReplyChecks.Of(Input.Text ?? "", View.Routine.Reply, View.Routine.Kind(Case.Kind)!, Case.IsUnsolved);
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
    }
}
