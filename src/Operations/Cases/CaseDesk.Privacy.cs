using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <content>Who may read of somebody protected, and the person's own code.</content>
public sealed partial class CaseDesk
{
    /// <summary>Holds a case back from disposal, and why (R-SEC-05).</summary>
    public Task HoldAsync(Viewer viewer, CaseReference reference, Seen seen, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.Hold(work.Masked(why), viewer, change));

    public Task LiftHoldAsync(Viewer viewer, CaseReference reference, Seen seen, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.LiftHold(work.Masked(why), viewer, change));

    /// <summary>Names the second of the two who may open a protected person's details, by user name; empty is nobody (R-SEC-04).</summary>
    public Task NameReaderAsync(Viewer viewer, CaseReference reference, Seen seen, string userName) => ChangeAsync(viewer, reference, seen, (work, change) =>
    {
        var person = userName.Trim().Length == 0 ? null : work.Organisation.Person(userName.Trim().ToLowerInvariant())
            ?? throw new RuleBroken("person-unknown", "Välj en medarbetare som kan arbeta med ärendet.", "person");
        work.Case.NameReader(person, viewer, change);
    });

    /// <summary>Gives the person a new code to follow the case by; the one before stops (R-IN-05, R-FLOW-13).</summary>
    /// <param name="giving">What the sender calls it: asked again under the same name it is the same code.</param>
    /// <exception cref="StaleWrite">Another code has been given since.</exception>
    public async Task<string> GiveCodeAsync(Viewer viewer, CaseReference reference, Seen seen, CodeWay? way, Guid giving)
    {
        if (way is not { } how) throw new RuleBroken("code-way-missing", "Välj hur personen får koden.", "way");
        // Bound to who gives it and to the case: the same name elsewhere is another code.
        var name = $"code:{reference}:{giving}";
        var (request, content) = (await codes.SubmissionOfAsync(viewer.Id, name), await codes.SubmissionOfAsync(viewer.Id, $"{name}:{how}"));
        var code = await codes.OfAsync(request);
        var hash = FollowUpCodes.Hash(code);
        await ChangeAsync(viewer, reference, seen with { Request = seen.Request ?? new OneRequest(request, content) }, (work, change) =>
        {
            if (how == CodeWay.Letter && work.Complainant.Address is null) throw new RuleBroken("address-missing", "Personen har inte lämnat någon adress att skicka brevet till. Välj ett annat sätt.", "way");
            // Whoever gives it has held what opens the originals: an opening as any other, which the log and the person see.
            work.Case.GiveCode(hash, how, viewer, change);
            if (!VaultDesk.MayOpen(viewer, work.Case)) throw new RuleBroken("code-not-yours", "Den som får öppna personuppgifterna kan ge en kod.");
            work.Case.OpenVault(change with { Why = "Gav personen en kod" }, "code");
        });
        await using var database = databases.For(viewer);
        return await database.Cases.AnyAsync(c => c.Id == reference.Number && c.FollowUpCodeHash == hash) ? code : throw new StaleWrite();
    }
}
