using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>
/// What time itself does with cases: warns, tells the next manager, lets offers lapse (R-ESC-04, R-DUE-04). A round takes what
/// is due now, so that nothing is lost while Gåva is down, and marks it in the transaction that queues the mail.
/// </summary>
public sealed class CaseWaking(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, VaultCipher cipher, TimeProvider clock)
{
    private const int AtATime = 200;

    /// <summary>One round. Gives the number of mails and moves that it made.</summary>
    public async Task<int> WakeAsync(CancellationToken cancellation = default)
    {
        var done = 0;
        foreach (var number in await DueAsync(cancellation)) done += await WakeAsync(number, cancellation);
        return done;
    }

    private async Task<IReadOnlyList<long>> DueAsync(CancellationToken cancellation)
    {
        var now = StockholmTime.Now(clock);
        await using var database = databases.ForSystem();
        var warned = await database.Clocks.Where(c => c.StoppedAt == null && c.RemindedAt == null && c.WarnAt <= now && !c.IsGone && c.PausedAt == null)
            .OrderBy(c => c.WarnAt).Take(AtATime).Select(c => c.CaseId).ToListAsync(cancellation);
        var late = await database.Clocks.Where(c => c.StoppedAt == null && c.EscalatedAt == null && c.DueAt <= now && !c.IsGone && c.PausedAt == null)
            .OrderBy(c => c.DueAt).Take(AtATime).Select(c => c.CaseId).ToListAsync(cancellation);
        var offered = await database.Cases.Where(c => c.Status == CaseStatus.Offered).OrderBy(c => c.UrgentAt).Take(AtATime).Select(c => c.Id).ToListAsync(cancellation);
        return [.. warned.Concat(late).Concat(offered).Distinct()];
    }

    private Task<int> WakeAsync(long number, CancellationToken cancellation) => gate.WriteAsync(null, async database =>
    {
        if (await CaseDesk.LoadAsync(database, number) is not { } @case) return 0;
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion);
        var organisation = await organisations.WithinAsync(database);
        @case.Follow(routine, await routines.CalendarAsync(routine), organisation.SlugsAbove(@case.UnitId));
        var change = new Change(Person.System, StockholmTime.Now(clock));
        var work = new CaseWork(@case, database, organisation, new Complainant(), new NamedPeople(), change.At);
        var told = Tell(work, @case.Wake(change), change);
        if (!@case.OfferHasLapsed(change.At)) return told;
        LetLapse(work, change);
        await CaseSaving.UpdateAsync(database, @case, cipher, organisation);
        return told + 1;
    }, cancellation);

    private static int Tell(CaseWork work, IReadOnlyList<Woken> woken, Change change)
    {
        foreach (var one in woken)
        {
            var today = StockholmTime.DateOf(change.At);
            work.Database.Write(new Event(one.What == WokenWhat.Overdue ? EventKind.EscalatedByTime : EventKind.Reminded, change, subject: $"{work.Case.Reference};{one.Clock}"));
            if (one.What == WokenWhat.Overdue)
            {
                var next = NextOnLadder.ForInability(work.Case.Routine, work.Organisation, work.Case.UnitId, work.Case.ResponsibleId, today);
                if (next is { } found) work.MailStaff(MailText.Overdue, [found.Person]);
                continue;
            }

            var owner = work.Organisation.Person(work.Case.ResponsibleId);
            work.MailStaff(one.What == WokenWhat.Warned ? MailText.Reminded : MailText.RemindedLate,
                owner is { IsActive: true } ? [owner] : work.Organisation.LeadersOf(work.Case.UnitId, today));
        }

        return woken.Count;
    }

    private static void LetLapse(CaseWork work, Change change)
    {
        var offeredBy = work.Case.Offer!.By;
        work.Case.LapseOffer(change);
        if (work.Organisation.Person(offeredBy) is { } person) work.MailStaff(MailText.Declined, [person]);
        work.GiveToCoordinator(change);
    }
}
