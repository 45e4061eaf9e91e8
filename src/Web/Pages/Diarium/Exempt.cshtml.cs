using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Diarium;

/// <summary>Keeps a case out of the diary, with a reason (R-REG-08).</summary>
public sealed class ExemptModel(CaseReading reading, CaseDesk desk) : DiaryVerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    protected override bool MayAct() => Case.DiaryState == DiaryState.Waiting;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ExemptFromDiaryAsync(Viewer, Reference, Seen, Input.Why ?? "");
        return BackToDesk($"{Reference} är undantaget från diariet.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Why { get; set; }
    }
}
