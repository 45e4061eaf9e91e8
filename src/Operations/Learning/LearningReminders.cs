using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Learning;

/// <summary>
/// Reminds, once each, of actions in improvement plans and of texts to reports (R-LEARN-02, -04). The mark is written in the transaction that queues the mail. The mails
/// tell where to look and nothing else.
/// </summary>
public sealed class LearningReminders(Databases databases, WriteGate gate, OrganisationBook organisations, TimeProvider clock)
{
    /// <summary>One round. Gives the number of mails.</summary>
    public async Task<int> RemindAsync(CancellationToken cancellation = default)
    {
        var (plans, reports) = await OwedAsync(StockholmTime.Today(clock), cancellation);
        var mails = 0;
        foreach (var id in plans) mails += await gate.WriteAsync(null, database => RemindOfPlanAsync(database, id), cancellation);
        foreach (var id in reports) mails += await gate.WriteAsync(null, database => RemindOfReportAsync(database, id), cancellation);
        return mails;
    }

    /// <summary>Those who lead the unit itself.</summary>
    internal static IEnumerable<Person> LeadersAt(Organisation organisation, Guid unitId, DateTime at) => HoldersAt(organisation, unitId, at, r => r.IsLine());

    /// <summary>Those whom a rise at a place concerns: its leaders, or the nearest above, and its complaints managers.</summary>
    internal static IEnumerable<Person> Concerned(Organisation organisation, Guid unitId, DateTime at) =>
        organisation.LeadersOf(unitId, StockholmTime.DateOf(at)).Concat(organisation.Line(unitId).SelectMany(u => HoldersAt(organisation, u.Id, at, r => r == Role.ComplaintsManager)));

    /// <summary>Queues it for each once; who has no address sees it on their page.</summary>
    internal static int Mail(GavaDatabase database, MailText text, IEnumerable<Person> people, DateTime at)
    {
        var to = people.Where(p => p is { IsActive: true, IsService: false, Email: not null }).DistinctBy(p => p.Id).ToList();
        foreach (var person in to) database.Outbox.Add(new OutboxMail { Text = text.ToString(), PersonId = person.Id, CreatedAt = at, NextTryAt = at });
        return to.Count;
    }

    private static IEnumerable<Person> HoldersAt(Organisation organisation, Guid unitId, DateTime at, Func<Role, bool> role) =>
        organisation.RolesAt(unitId).Where(r => role(r.Role) && r.HoldsOn(StockholmTime.DateOf(at))).Select(r => organisation.Person(r.PersonId)).OfType<Person>();

    private async Task<(IReadOnlyList<long> Plans, IReadOnlyList<long> Reports)> OwedAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var plans = await database.ImprovementPlans.AsNoTracking().ToListAsync(cancellation);
        var reports = await database.CompiledReports.AsNoTracking().Where(r => r.SignedAt == null).ToListAsync(cancellation);
        return ([.. plans.Where(p => p.Remind(today).Count > 0).Select(p => p.Id)], [.. reports.Where(r => r.Remind(today).Count > 0).Select(r => r.Id)]);
    }

    private async Task<int> RemindOfPlanAsync(GavaDatabase database, long id)
    {
        var now = StockholmTime.Now(clock);
        var plan = await database.ImprovementPlans.FirstAsync(p => p.Id == id);
        var organisation = await organisations.WithinAsync(database);
        return Mail(database, MailText.ActionOwed, plan.Remind(StockholmTime.DateOf(now)).Select(p => organisation.Person(p)).OfType<Person>(), now);
    }

    private async Task<int> RemindOfReportAsync(GavaDatabase database, long id)
    {
        var now = StockholmTime.Now(clock);
        var report = await database.CompiledReports.FirstAsync(r => r.Id == id);
        var organisation = await organisations.WithinAsync(database);
        return Mail(database, MailText.TextOwed, report.Remind(StockholmTime.DateOf(now)).SelectMany(u => LeadersAt(organisation, u, now)), now);
    }
}
