using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>A case that belongs to somebody who called.</summary>
/// <param name="ByVault">True when it was found by what only the vault knows: phone, e-mail or name.</param>
public sealed record CallersCase(CaseReference Reference, string Kind, Guid UnitId, CaseStatus Status, DateTime ArrivedAt, bool ByVault);

/// <summary>
/// Somebody is on the phone: finds their case by reference, code, or exact phone, e-mail or whole name, among the cases that the
/// viewer may see, and by what the vault knows among those whose vault they may open, for a reason, and logged. No other search reaches the vault (R-REG-03, R-FLOW-17).
/// </summary>
public sealed class CallerDesk(WriteGate gate, CallerIndex callers, TimeProvider clock)
{
    private const int Most = 20;

    public static readonly IReadOnlyList<VaultReason> Reasons =
    [
        new("calls", "Personen hör av sig"),
        new("reach", "Vi ska nå personen"),
        new("disclosure", "Personen vill veta vad vi har om den"),
    ];

    /// <summary>The newest first. Nothing tells whether there are others that the viewer may not see.</summary>
    /// <exception cref="RuleBroken">Nothing to look for, or no reason.</exception>
    public async Task<IReadOnlyList<CallersCase>> FindAsync(Viewer viewer, string said, string reason, int atMost = Most)
    {
        if (viewer.Person.IsService || viewer.Roles.Count == 0) throw new NotFound();
        said = said.Trim();
        if (said.Length is < 3 or > 254) throw new RuleBroken("caller-said", "Skriv ärendets nummer, koden, eller hela telefonnumret, e-postadressen eller namnet.", "said");
        var chosen = Reasons.FirstOrDefault(r => r.Code == reason) ?? throw new RuleBroken("reason-missing", "Välj varför du letar.", "reason");
        var mark = await callers.MarkOfAsync(said);
        return await gate.WriteAsync(viewer, async database =>
        {
            var (how, cases) = await SeekAsync(database, said, mark, atMost);
            var isVault = how is not ("reference" or "code");
            // Who may not open the vault must not learn from it by guessing either: somebody consulted could try the names of those they know.
            var found = cases.Where(c => !isVault || VaultDesk.MayOpen(viewer, c)).ToList();
            var change = new Change(viewer.Id, StockholmTime.Now(clock), chosen.Label);
            database.Write(new Event(EventKind.CallerSought, change, subject: $"{how};{found.Count}"));
            foreach (var @case in found.Where(_ => isVault))
            {
                @case.OpenVault(change, $"caller;{how}");
                foreach (var line in @case.NewEvents) database.Write(line);
            }

            return found.ConvertAll(c => new CallersCase(c.Reference, c.Kind, c.UnitId, c.Status, c.ArrivedAt, isVault));
        });
    }

    private static async Task<(string How, List<Case> Cases)> SeekAsync(GavaDatabase database, string said, BlindMark? mark, int atMost)
    {
        if (CaseReference.TryParse(said, out var reference))
        {
            var one = await database.Cases.FirstOrDefaultAsync(c => c.Id == reference.Number);
            return ("reference", one is not null && one.Reference == reference ? [one] : []);
        }

        var hash = FollowUpCodes.Hash(said);
        if (await database.Cases.FirstOrDefaultAsync(c => c.FollowUpCodeHash == hash) is { } coded) return ("code", [coded]);
        if (mark is null) return ("nothing", []);
        var numbers = await database.CallerTokens.Where(t => t.Token == mark.Token).OrderByDescending(t => t.CaseId).Take(atMost).Select(t => t.CaseId).ToListAsync();
        return (mark.Mark.Code(), numbers.Count == 0 ? [] : await database.Cases.Where(c => numbers.Contains(c.Id)).OrderByDescending(c => c.Id).ToListAsync());
    }
}
