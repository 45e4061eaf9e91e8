using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;

namespace Gava.Operations.Cases;

/// <content>Passing on by inability and by subject, and the parts that several hands have.</content>
public sealed partial class CaseDesk
{
    /// <summary>One step up, since it cannot be handled well enough here (R-ESC-05).</summary>
    public Task EscalateAsync(Viewer viewer, CaseReference reference, Seen seen, string why, Way toldBy, bool cannotBeReached) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            var (place, person) = NextUp(work) ?? throw new RuleBroken("ladder-ends", "Det finns ingen ovanför att lämna det till. Lämna över det till någon annan i stället.");
            var notice = toldBy != Way.None ? new HandOverNotice(toldBy, person.Name) : cannotBeReached ? new HandOverNotice(Way.None, person.Name) : null;
            work.Case.Escalate(place, person, notice, work.Masked(why), viewer, change);
            work.Tell(toldBy, MailText.HandedOver);
            work.MailStaff(MailText.Offered, [person]);
        });

    /// <summary>To the one whom the routine names for what it is about (R-ESC-02).</summary>
    /// <param name="scope">Which organisation, where the routine tells them apart.</param>
    /// <param name="concerned">The user name of the person whom it is about; null for an organisation.</param>
    public Task MoveBySubjectAsync(Viewer viewer, CaseReference reference, Seen seen, SubjectOf about, string scope, string? concerned, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            var whom = concerned is { Length: > 0 }
                ? work.Organisation.Person(concerned) ?? throw new RuleBroken("person-unknown", "Det finns ingen medarbetare med det namnet.", "concerned")
                : null;
            if (about == SubjectOf.OwnPerson && whom is null) throw new RuleBroken("concerned-missing", "Välj vem klagomålet gäller.", "concerned");
            var next = NextOnLadder.BySubject(work.Case.Routine, work.Organisation, work.Case.UnitId, about, scope, whom?.Id, work.Case.ResponsibleId, StockholmTime.Today(clock))
                ?? throw new RuleBroken("ladder-ends", "Det finns ingen ovanför att lämna det till. Lämna över det till någon annan i stället.");
            work.Case.MoveBySubject(next.Step, whom, next.Place, next.Person, work.Masked(why), viewer, change);
            work.MailStaff(MailText.GivenTo, [next.Person]);
        });

    /// <summary>Help from the manager, in one step (R-FLOW-16).</summary>
    public Task AskForSupportAsync(Viewer viewer, CaseReference reference, Seen seen, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.AskForSupport(work.Masked(text), viewer, change);
            var own = viewer.OwnUnit?.Id ?? work.Case.UnitId;
            work.MailStaff(MailText.SupportAsked, work.Organisation.LeadersOf(own, StockholmTime.Today(clock)).Where(p => p.Id != viewer.Id));
        });

    public Task AddPartAsync(Viewer viewer, CaseReference reference, Seen seen, string unit, string person, string what) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            var place = work.Organisation.PlacesForCases().FirstOrDefault(u => u.Slug == unit) ?? throw new RuleBroken("unit-unknown", "Välj vem som ska ha delen.", "unit");
            var owner = OwnerAt(work, place, person);
            work.Case.AddPart(place, owner, work.Masked(what), viewer, change);
            work.MailStaff(MailText.PartGiven, [owner]);
        });

    public Task AddPointAsync(Viewer viewer, CaseReference reference, Seen seen, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.AddPoint(work.Masked(text), viewer, change));

    public Task RemovePointAsync(Viewer viewer, CaseReference reference, Seen seen, int number) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.RemovePoint(number, viewer, change));

    /// <param name="cause">Why it happened; null or empty says nothing of it.</param>
    /// <param name="remedy">What is done for the person.</param>
    public Task JudgePointAsync(Viewer viewer, CaseReference reference, Seen seen, int number, PointOutcome outcome, string? cause, string? remedy) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.JudgePoint(number, outcome, work.Masked(cause ?? ""), work.Masked(remedy ?? ""), viewer, change));

    public Task FinishPartAsync(Viewer viewer, CaseReference reference, Seen seen, int number, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.FinishPart(number, work.Masked(text), viewer, change));

    /// <summary>The next one up from whoever has it; null when the ladder ends.</summary>
    private (Unit Place, Person Person)? NextUp(CaseWork work) =>
        NextOnLadder.ForInability(work.Case.Routine, work.Organisation, work.Case.UnitId, work.Case.ResponsibleId, StockholmTime.Today(clock));

    private Person OwnerAt(CaseWork work, Unit place, string userName)
    {
        var today = StockholmTime.Today(clock);
        if (userName.Length > 0) return work.Organisation.StaffOf(place.Id, today).FirstOrDefault(p => p.UserName == userName) ?? throw new RuleBroken("person-unknown", "Personen arbetar inte på den enheten.", "person");
        return work.Organisation.LeadersOf(place.Id, today).FirstOrDefault() ?? throw new RuleBroken("nobody-there", "Ingen kan ta emot på den enheten just nu. Välj en annan.", "unit");
    }
}
