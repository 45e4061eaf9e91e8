using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>What somebody saw who broke the glass.</summary>
public sealed record EmergencyView(CaseReference Reference, string Unit, OpenedVault Opened);

/// <summary>
/// Breaking the glass: somebody at work who has no part in a case opens its details because somebody may come to harm. It takes
/// a reason in words, it is in the reading log at once, and the managers of the unit are told. Whoever the case is about
/// cannot, and what is protected stays with its two named persons (R-SEC-02, R-SEC-04).
/// </summary>
public sealed class EmergencyDesk(WriteGate gate, VaultDesk vault, OrganisationBook organisations, TimeProvider clock)
{
    private const int ShortestReason = 20;

    /// <exception cref="NotFound">No such case, or it concerns the viewer.</exception>
    /// <exception cref="RuleBroken">No role today, no reason in words, protected identity, or the ordinary way is open.</exception>
    public Task<EmergencyView> OpenAsync(Viewer viewer, CaseReference reference, string why)
    {
        if (viewer.Person.IsService || !viewer.MayRegister) throw new NotFound();
        if (why.Trim().Length < ShortestReason) throw new RuleBroken("emergency-why", "Skriv vad som har hänt och varför det inte kan vänta, med några ord.", "why");
        return gate.WriteAsync(null, async database =>
        {
            var @case = await database.Cases.FirstOrDefaultAsync(c => c.Id == reference.Number);
            if (@case is null || @case.Reference != reference) throw new NotFound();
            // Whomever somebody has said that it is about, now or before.
            var hidden = await database.Hidden.Where(h => h.CaseId == @case.Id).Select(h => (Guid?)h.PersonId).ToListAsync();
            hidden.Add(@case.ConcernsPersonId);
            if (hidden.Contains(viewer.Id)) throw new NotFound();
            if (@case.IsProtected) throw new RuleBroken("emergency-protected", "Personen har skyddade personuppgifter. De går inte att nödöppna. Ring den som ansvarar för ärendet, eller 112 om någon är i fara.");
            if (await IsOrdinaryAsync(database, viewer, @case)) throw new RuleBroken("emergency-not-needed", "Du arbetar redan med ärendet. Öppna uppgifterna på det vanliga sättet.");
            var opened = await vault.ReadAsync(database, @case.Id);
            vault.Log(database, viewer, @case, VaultDesk.Emergency, why, opened.Names);
            var organisation = await organisations.WithinAsync(database);
            var now = StockholmTime.Now(clock);
            foreach (var leader in Told(organisation, @case, viewer, hidden, StockholmTime.DateOf(now))) database.Outbox.Add(CaseDesk.MailTo(@case, MailText.EmergencyOpened, now, leader.Id));

            return new EmergencyView(reference, organisation.Unit(@case.UnitId)?.Name ?? "", opened);
        });
    }

    /// <summary>The managers of the place; where the only one is the one who opened, those above, and the complaints manager at last.</summary>
    private static IEnumerable<Person> Told(Organisation organisation, Case @case, Viewer viewer, List<Guid?> hidden, DateOnly day)
    {
        bool Hears(Person person) => person.Email is not null && person.Id != viewer.Id && !hidden.Contains(person.Id);
        var near = organisation.LeadersOf(@case.UnitId, day).Where(Hears).ToList();
        if (near.Count > 0) return near;
        return organisation.LeadersAbove(@case.UnitId, day).Where(Hears).Take(1).DefaultIfEmpty(organisation.Holder(@case.UnitId, Role.ComplaintsManager, day, viewer.Id)?.Person)
            .OfType<Person>().Where(Hears);
    }

    private static async Task<bool> IsOrdinaryAsync(GavaDatabase database, Viewer viewer, Case @case) =>
        VaultDesk.MayOpen(viewer, @case) && await database.Access.AnyAsync(a => a.CaseId == @case.Id && viewer.Keys.Contains(a.Key));
}
