using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.People;
using Gava.Operations.Database;

namespace Gava.Operations.Cases;

/// <content>The registrar's verbs.</content>
public sealed partial class CaseDesk
{
    /// <summary>
    /// Gives it the next number of its board's series (R-REG-04). The number is taken in the same savepoint as all else, so that
    /// a refusal leaves no hole; the unit is told that its copy is there (R-REG-05).
    /// </summary>
    /// <returns>The number; null when the same request was carried out before.</returns>
    public async Task<DiaryNumber?> RegisterInDiaryAsync(Viewer viewer, CaseReference reference, Seen seen, string publicSubject, string? publicParty)
    {
        DiaryNumber? given = null;
        await ChangeAsync(viewer, reference, seen, async (work, change) =>
        {
            var number = await work.Database.NextDiaryNumberAsync(work.Case.DiarySeries(), StockholmTime.DateOf(change.At).Year);
            var row = work.Case.RegisterInDiary(number, work.Masked(publicSubject), publicParty, viewer, change);
            work.Database.Put(DiaryEntry.Of(work.Case, row, work.Organisation.Unit(work.Case.UnitId)!, change.At));
            if (work.Case.Routine.Registration.CopyToUnit) work.MailStaff(MailText.CopyToUnit, work.Organisation.LeadersOf(work.Case.UnitId, StockholmTime.DateOf(change.At)));
            given = number;
        });
        return given;
    }

    /// <summary>To the registrar, by whoever the routine names (R-REG-09).</summary>
    public Task ForwardToRegistrarAsync(Viewer viewer, CaseReference reference, Seen seen) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.ForwardToRegistrar(viewer, change);
            if (work.Organisation.Holder(work.Case.UnitId, Role.Registrar, StockholmTime.DateOf(change.At)) is { } registrar) work.MailStaff(MailText.ToRegistrar, [registrar.Person]);
        });

    public Task ExemptFromDiaryAsync(Viewer viewer, CaseReference reference, Seen seen, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.MarkExempt(work.Masked(why), viewer, change));

    public Task CloseInDiaryAsync(Viewer viewer, CaseReference reference, Seen seen, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.CloseInDiary(work.Masked(text), viewer, change));
}
