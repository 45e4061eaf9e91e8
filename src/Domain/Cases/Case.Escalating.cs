using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

public sealed partial class Case
{
    /// <summary>
    /// The person whom the complaint is about, when that is somebody who would otherwise have it (R-ESC-02). They do not handle
    /// it, and where the routine says so they do not see it (R-SEC-03).
    /// </summary>
    public Guid? ConcernsPersonId { get; private set; }

    /// <summary>True for the one whom it concerns, in a routine where they lose sight of it.</summary>
    public bool IsHiddenFrom(Guid personId) => ConcernsPersonId == personId && Routine.Responsibility.SubjectLosesSight;

    /// <summary>
    /// Passes it one step up because it cannot be answered or handled well enough here (R-ESC-05). The complainant is told who
    /// has it now, as in any hand-over; responsibility moves as the routine says.
    /// </summary>
    /// <param name="to">The place of the next one on the ladder.</param>
    /// <param name="person">Who it is.</param>
    public void Escalate(Unit to, Person person, HandOverNotice? notice, Words why, Viewer viewer, Change change)
    {
        MustBeOpen("lämnar det uppåt");
        MustBeHandledBy(viewer);
        MustNotWait();
        MustNotConcern(person.Id);
        Required(why, "why", "Skriv varför du inte kan svara på det själv.");
        MustBeTold(notice);
        OfferTo(to, person, change, upwards: true);
        Record(EventKind.Escalated, change, why, $"{to.Slug}/{person.UserName};{TellingOf(notice)}");
        if (Routine.Responsibility.MovesAtHandOver) MoveResponsibility(person.Id);
    }

    /// <summary>
    /// Moves it because of what it is about: somebody's own person, or the organisation as a whole (R-ESC-02). At once, since its
    /// subject never handles it.
    /// </summary>
    /// <param name="concerned">The person whom it is about; null when it is about an organisation.</param>
    public void MoveBySubject(SubjectStep step, Person? concerned, Unit to, Person person, Words why, Viewer viewer, Change change)
    {
        MustBeOpen("flyttar det");
        // Whoever receives a complaint of this kind passes it on: also the one whom it is about (S4, the table of roles).
        if (!MayBeHandledBy(viewer) && !MayAccept(viewer) && !MayTake(viewer) && viewer.Id != ReceivedBy) MustBeHandledBy(viewer);
        if (step.About == SubjectOf.OwnPerson && concerned is null) throw new RuleBroken("concerned-missing", "Välj vem klagomålet gäller.", "concerned");
        if (concerned?.Id == person.Id) throw new RuleBroken("subject-handles", "Den som klagomålet gäller kan inte själv ha det. Välj någon annan.", "concerned");
        var said = Optional(why, "why");
        ClearOffer();
        (UnitId, ResponsibleId) = (to.Id, person.Id);
        ConcernsPersonId = concerned?.Id ?? ConcernsPersonId;
        HandOvers++;
        Become(InHand);
        Record(EventKind.MovedBySubject, change, said, $"{step.About.Code()};{to.Slug}/{person.UserName}");
    }

    /// <summary>Somebody who is criticised or stuck asks the manager for help (R-FLOW-16): one step, no content in the mail.</summary>
    public void AskForSupport(Words words, Viewer viewer, Change change)
    {
        MustBeOpen("ber om stöd");
        Record(EventKind.SupportAsked, change, Optional(words, "text"));
    }

    private void MustNotWait()
    {
        if (Offer is not null) throw new RuleBroken("already-offered", "Ärendet väntar redan på en mottagare. Ta tillbaka det först, om det ska till någon annan.");
    }

    private void MustNotConcern(Guid personId)
    {
        if (ConcernsPersonId == personId) throw new RuleBroken("subject-handles", "Den som klagomålet gäller kan inte själv ha det. Välj någon annan.", "to");
    }
}
