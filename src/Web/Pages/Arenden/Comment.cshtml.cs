using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The one who was asked says what they think, with the case and the latest draft before them.</summary>
public sealed class CommentModel(CaseReading reading, CaseDesk desk, VaultDesk vault) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The button that was pressed: null is the main one.</summary>
    [BindProperty(Name = "do")]
    public string? Pressed { get; set; }

    /// <summary>The latest draft, when it was asked for: opening it is written down.</summary>
    public string? DraftText { get; private set; }

    /// <summary>Who asked, and what they want to know.</summary>
    public Event? Asked => View.Journal.LastOrDefault(e => e.Kind == EventKind.Consulted && e.Subject == Viewer.Person.UserName);

    protected override bool MayAct() => Case.IsConsulted(Viewer.Id);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Pressed == "draft") return await OpenAsync();
        await desk.AnswerConsultationAsync(Viewer, Reference, Seen, Input.Text ?? "");
        return BackToCase("Tack. Dina synpunkter är sparade.");
    }

    private async Task<IActionResult> OpenAsync()
    {
        DraftText = await vault.OpenDraftAsync(Viewer, Reference);
        await ShowAsync();
        return Page();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
