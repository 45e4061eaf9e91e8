using Gava.Domain.Cases;
using Gava.Domain.Diary;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Diarium;

/// <summary>Gives a case its diary number.</summary>
public sealed class RegisterModel(CaseReading reading, CaseDesk desk) : DiaryVerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IEnumerable<Choice> Subjects => View.Routine.Registration.PublicSubjects.Select(s => new Choice(s, s));

    public bool MayTellName => !Case.IsProtected && Case.SecrecyProvision is null;

    public string Party => PublicRow.PartyOf(null, Case.IsProtected, isSecret: true);

    protected override bool MayAct() => Case.DiaryState == DiaryState.Waiting || Case.ExemptFor == Case.Decision;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input.PublicParty = Party;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        var number = await desk.RegisterInDiaryAsync(Viewer, Reference, Seen, Input.PublicSubject ?? "", Input.PublicParty);
        return BackToDesk($"{Reference} har fått diarienummer {number}.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? PublicSubject { get; set; }
        public string? PublicParty { get; set; }
    }
}
