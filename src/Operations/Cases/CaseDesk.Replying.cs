using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <content>Consultation, draft, dialogue, report: what comes before and after the reply.</content>
public sealed partial class CaseDesk
{
    /// <summary>Receipt sent by somebody, by letter or in speech (R-FLOW-01).</summary>
    public Task AcknowledgeAsync(Viewer viewer, CaseReference reference, Seen seen, Way way) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.Acknowledge(way, viewer, change);
            work.Tell(way, MailText.Received);
        });

    public Task ConsultAsync(Viewer viewer, CaseReference reference, Seen seen, string person, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            var asked = work.Organisation.Person(person);
            if (asked is not { IsActive: true, IsService: false }) throw new RuleBroken("person-unknown", "Det finns ingen medarbetare med det namnet.", "person");
            work.Case.Consult(asked, work.Masked(text), viewer, change);
            work.MailStaff(MailText.Consulted, [asked]);
        });

    public Task AnswerConsultationAsync(Viewer viewer, CaseReference reference, Seen seen, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.AnswerConsultation(work.Masked(text), viewer, change);
            if (work.Organisation.Person(work.Case.ResponsibleId) is { } responsible) work.MailStaff(MailText.ConsultationAnswered, [responsible]);
        });

    public Task DraftAsync(Viewer viewer, CaseReference reference, Seen seen, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.Draft(work.Masked(text), viewer, change);
            if (work.Case.Routine.Reply.SecondReader is not { } role
                || work.Organisation.Holder(work.Case.UnitId, role, StockholmTime.DateOf(change.At), not: viewer.Id) is not { Person: var reader }) return;
            work.Case.AskReader(reader, viewer, change);
            work.MailStaff(MailText.ToRead, [reader]);
        });

    public Task ReceiveMessageAsync(Viewer viewer, CaseReference reference, Seen seen, string text, Way way, DateTime? happenedAt) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.ReceiveMessage(work.Masked(text), way, happenedAt, viewer, change));

    public Task AskAsync(Viewer viewer, CaseReference reference, Seen seen, string text, Way way) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.Ask(work.Masked(text), way, viewer, change);
            work.Tell(way, MailText.Asked);
        });

    public Task SolveAsync(Viewer viewer, CaseReference reference, Seen seen, string text, bool isSatisfied) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.Solve(work.Masked(text), isSatisfied, viewer, change));

    /// <param name="matter">The code of the routine's entry; null for another organisation's matter.</param>
    /// <param name="to">Who has it now; null is the routine's own word.</param>
    public Task ReferAsync(Viewer viewer, CaseReference reference, Seen seen, string? matter, string? to, string text, Way way) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            var elsewhere = work.Case.Routine.Scope.Elsewhere;
            var known = string.IsNullOrEmpty(matter) ? null : elsewhere.FirstOrDefault(e => e.Code == matter)
                ?? throw new RuleBroken("matter-unknown", $"Rutinen känner inte till det. Välj bland {string.Join(", ", elsewhere.Select(e => e.Code))}.", "matter");
            work.Case.Refer(known, string.IsNullOrWhiteSpace(to) ? known?.To ?? "" : work.Masked(to).Register, work.Masked(text), way, viewer, change);
            if (way != Way.None) work.Tell(way, MailText.Referred);
        });

    /// <summary>How it was treated, to the complaints manager (R-FLOW-11). Without words of one's own the journal tells it.</summary>
    public Task ReportAsync(Viewer viewer, CaseReference reference, Seen seen, string? text) =>
        ChangeWithJournalAsync(viewer, reference, seen, (work, change, journal) =>
        {
            var words = string.IsNullOrWhiteSpace(text)
                ? new Domain.Privacy.Words(TreatmentReport.Of(work.Case, journal), TreatmentReport.Of(work.Case, journal))
                : work.Masked(text);
            work.Case.Report(words, viewer, change);
            if (work.Organisation.Holder(work.Case.UnitId, Role.ComplaintsManager, StockholmTime.Today(clock)) is { } manager) work.MailStaff(MailText.Reported, [manager.Person]);
        });

    public Task JoinAsync(Viewer viewer, CaseReference reference, Seen seen, CaseReference with, string why) =>
        ChangeAsync(viewer, reference, seen, async (work, change) =>
        {
            var other = await LoadAsync(work.Database, with.Number);
            if (other is null || other.Reference != with) throw new RuleBroken("join-unknown", "Det finns inget ärende med det numret, eller så får du inte se det.", "with");
            var routine = await routines.VersionAsync(other.RoutineName, other.RoutineVersion);
            other.Follow(routine, await routines.CalendarAsync(routine), work.Organisation.SlugsAbove(other.UnitId));
            work.Case.JoinTo(other, work.Masked(why), viewer, change);
            await CaseSaving.UpdateAsync(work.Database, other, cipher, await organisations.WithinAsync(work.Database));
        });

    public Task CategoriseAsync(Viewer viewer, CaseReference reference, Seen seen, string tree, IReadOnlyList<string> codes) =>
        CategoriseAsync(viewer, reference, seen, [(tree, codes)]);

    /// <summary>Several trees together: all of them, or none.</summary>
    public Task CategoriseAsync(Viewer viewer, CaseReference reference, Seen seen, IReadOnlyList<(string Tree, IReadOnlyList<string> Codes)> chosen) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            foreach (var (tree, codes) in chosen) work.Case.Categorise(tree, codes, viewer, change);
        });

    public Task MarkSecrecyAsync(Viewer viewer, CaseReference reference, Seen seen, string? provision, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.MarkSecrecy(provision, work.Masked(why), viewer, change));

    /// <summary>Marks one attachment, or lifts its mark (R-SEC-06).</summary>
    public Task MarkSecrecyOfAsync(Viewer viewer, CaseReference reference, Seen seen, int attachment, string? provision, string why) =>
        ChangeAsync(viewer, reference, seen, async (work, change) =>
        {
            var file = await work.Database.Attachments.FirstOrDefaultAsync(a => a.CaseId == work.Case.Id && a.Number == attachment)
                ?? throw new RuleBroken("attachment-unknown", "Ärendet har ingen bilaga med det numret.", "attachment");
            file.SecrecyProvision = work.Case.MarkSecrecyOf(attachment, provision, file.SecrecyProvision, work.Masked(why), viewer, change);
            file.SecrecyAt = file.SecrecyProvision is null ? null : change.At;
            file.SecrecyBy = file.SecrecyProvision is null ? null : viewer.Id;
        });

    public Task ChangeRegimeAsync(Viewer viewer, CaseReference reference, Seen seen, string regime, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.ChangeRegime(regime, work.Masked(why), viewer, change));

    public Task TellWhereToTurnAsync(Viewer viewer, CaseReference reference, Seen seen, string bodies) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            if (string.IsNullOrWhiteSpace(bodies)) throw new RuleBroken("text-missing", "Skriv vart personen kan vända sig.", "text");
            work.Case.TellWhereToTurn(work.Masked(bodies), viewer, change);
        });

    /// <summary>To another version of its routine (routines.md: moved on purpose).</summary>
    public async Task MoveRoutineAsync(Viewer viewer, CaseReference reference, Seen seen, int version, string why)
    {
        var (name, _) = await RoutineOfAsync(viewer, reference);
        var newer = await routines.FindVersionAsync(name, version) ?? throw new RuleBroken("version-unknown", "Välj en annan version av samma rutin.", "version");
        await ChangeAsync(viewer, reference, seen, (work, change) => work.Case.MoveTo(newer, work.Masked(why), viewer, change));
    }
}
