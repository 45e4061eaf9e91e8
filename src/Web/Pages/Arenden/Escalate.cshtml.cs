using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Passes the case one step up, for inability (R-ESC-05).</summary>
public sealed class EscalateModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Who has it next; null when the ladder ends here.</summary>
    public (Unit Place, Person Person)? Next => NextOnLadder.ForInability(View.Routine, Organisation, Case.UnitId, Case.ResponsibleId, Today);

    /// <summary>True when the complainant must have been told before.</summary>
    public bool MustTell => View.Routine.HandOver.NoticeRequired && Case.SomebodyToTell;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Arenden.Ways.IsNotice(Input.Notice)) ModelState.AddModelError("Input.Notice", Arenden.Ways.UnknownNotice);
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.EscalateAsync(Viewer, Reference, Seen, Input.Why ?? "", Arenden.Ways.Parse(Input.Notice), Input.Notice == Arenden.Ways.CannotBeReached);
        return BackToCase("Ärendet är lämnat uppåt.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Why { get; set; }
        public string? Notice { get; set; }
    }
}
