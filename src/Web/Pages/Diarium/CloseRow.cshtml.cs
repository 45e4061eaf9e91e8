using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Diarium;

/// <summary>Closes a row of the diary; where the registrar closes last, the case with it (R-REG-06).</summary>
public sealed class CloseRowModel(CaseReading reading, CaseDesk desk) : DiaryVerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public bool NeedsNote => Case.IsOpen && Case.RepliedAt is null;

    public string Lead => Case switch
    {
        { RepliedAt: { } at } => $"Svaret gavs {Swedish.Day(at, Today)}.",
        { IsOpen: true } => "Svaret har inte kommit än.",
        _ => "Enheten har avslutat ärendet.",
    };

    protected override bool MayAct() => Case.DiaryState == DiaryState.Entered;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.CloseInDiaryAsync(Viewer, Reference, Seen, Input.Text ?? "");
        return BackToDesk($"{Reference} är avslutat i diariet.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
