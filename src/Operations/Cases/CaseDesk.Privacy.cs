using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.People;

namespace Gava.Operations.Cases;

/// <content>Who may read of somebody protected.</content>
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
}
