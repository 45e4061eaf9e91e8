using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>An offered hand-over that nobody has accepted yet.</summary>
/// <param name="UnitId">The place that it is offered to.</param>
/// <param name="PersonId">The person there, or null when whoever leads the place may take it.</param>
/// <param name="By">Who offered it, and still answers for it.</param>
public sealed record Offer(Guid UnitId, Guid? PersonId, Guid By, DateTime At);

/// <summary>How the complainant was told who will handle it (R-FLOW-03).</summary>
/// <param name="Way">How; <see cref="Way.None"/> when the person cannot be reached.</param>
/// <param name="Handler">Who was named.</param>
/// <param name="TurnsThere">The person has been asked to turn there on their own: documented, and only where the routine allows it (S4).</param>
public sealed record HandOverNotice(Way Way, string Handler, bool TurnsThere = false);

public sealed partial class Case
{
    private Guid? offeredUnitId;
    private Guid? offeredPersonId;
    private Guid? offeredBy;
    private DateTime? offeredAt;
    private Guid? offeredFromUnitId;
    private bool offeredUpwards;

    /// <summary>The hand-over that waits for its receiver, if any.</summary>
    public Offer? Offer => offeredUnitId is { } unit ? new(unit, offeredPersonId, offeredBy!.Value, offeredAt!.Value) : null;

    /// <summary>
    /// Offers the case to another unit or person. The complainant must have been told who will handle it, by the one who
    /// received it or, later, by the one who hands over (S0 Klagomålsprocessen; R-FLOW-03). Responsibility stays until the
    /// receiver accepts, unless the routine moves it at once.
    /// </summary>
    public void HandOver(Unit to, Person? person, HandOverNotice? notice, Words message, Viewer viewer, Change change)
    {
        MustBeOpen("lämnar över det");
        if (!MayBePassedOnBy(viewer)) MustBeHandledBy(viewer);
        MustNotWait();
        if (person?.Id == ResponsibleId && ResponsibleId is not null) throw new RuleBroken("same-person", "Den personen ansvarar redan för ärendet.", "to");
        if (person is null && to.Id == UnitId && ResponsibleId is null) throw new RuleBroken("same-unit", "Ärendet väntar redan på den enheten.", "to");
        if (person is not null) MustNotConcern(person.Id);
        MustBeTold(notice);
        var said = Optional(message, "message");
        if (notice is { TurnsThere: true })
        {
            if (!Routine.HandOver.ReferringAllowed) throw new RuleBroken("referring-not-allowed", "I den här rutinen ber vi inte personen att själv vända sig vidare. Lämna över ärendet, och berätta vem som har det nu.", "turnsThere");
            Record(EventKind.PersonReferred, change, subject: $"{to.Slug}{(person is null ? "" : "/" + person.UserName)}");
        }

        OfferTo(to, person, change);
        Record(EventKind.HandedOver, change, said,
            $"{to.Slug}{(person is null ? "" : "/" + person.UserName)};{TellingOf(notice)}");
        if (Routine.Responsibility.MovesAtHandOver) MoveResponsibility(person?.Id);
    }

    /// <summary>The receiver takes over; the hand-over is complete and counted.</summary>
    public void Accept(Viewer viewer, Change change)
    {
        MustBeOpen("tar emot det");
        if (Offer is null) throw new RuleBroken("nothing-offered", "Ärendet väntar inte på någon mottagare.");
        if (!MayAccept(viewer)) throw new RuleBroken("not-offered-to-you", "Ärendet är erbjudet någon annan.");
        UnitId = Offer.UnitId;
        if (!offeredUpwards) ConcernedUnitId = UnitId;
        ResponsibleId = viewer.Id;
        Refusals = 0;
        ClearOffer();
        if (!Routine.Responsibility.MovesAtHandOver) HandOvers++;
        Become(InHand);
        Record(EventKind.Accepted, change);
    }

    /// <summary>The receiver says no, with a reason; the one who offered it answers for it still.</summary>
    public void Decline(Words why, Viewer viewer, Change change)
    {
        if (Offer is null) throw new RuleBroken("nothing-offered", "Ärendet väntar inte på någon mottagare.");
        if (!MayAccept(viewer) && viewer.Id != Offer.By) throw new RuleBroken("not-offered-to-you", "Ärendet är erbjudet någon annan.");
        Required(why, "why", "Skriv varför, så att ärendet hamnar rätt nästa gång.");
        // Taking it back oneself refuses nobody.
        if (viewer.Id != Offer.By) Refusals++;
        GoBack(change, why);
    }

    /// <summary>Nobody answered the offer in the time that the routine gives: that counts as a refusal (routines.md).</summary>
    public void LapseOffer(Change change)
    {
        if (Offer is null) return;
        Refusals++;
        GoBack(change, null);
    }

    /// <summary>True when so many have refused that the coordinator takes it (R-FLOW-02).</summary>
    public bool GoesToCoordinator => Routine.HandOver.RefusalsBeforeCoordinator is { } most && Refusals >= most;

    /// <summary>The coordinator gets what the others refused; responsibility goes with it, since nobody else is left.</summary>
    public void GiveToCoordinator(Unit place, Person coordinator, Change change)
    {
        MustBeOpen("ger det till samordnaren");
        Refusals = 0;
        (UnitId, ResponsibleId) = (place.Id, coordinator.Id);
        HandOvers++;
        Become(InHand);
        Record(EventKind.GivenToCoordinator, change, subject: $"{place.Slug}/{coordinator.UserName}");
    }

    private void OfferTo(Unit to, Person? person, Change change, bool upwards = false)
    {
        (offeredUnitId, offeredPersonId, offeredBy, offeredAt, offeredFromUnitId, offeredUpwards) = (to.Id, person?.Id, change.By, change.At, UnitId, upwards);
        Become(CaseStatus.Offered);
    }

    private void GoBack(Change change, Words? why)
    {
        if (Routine.Responsibility.MovesAtHandOver) (UnitId, ResponsibleId) = (offeredFromUnitId!.Value, offeredBy);
        ClearOffer();
        Become(ResponsibleId is null && RepliedAt is null ? CaseStatus.Received : InHand);
        Record(EventKind.Declined, change, why, why is null ? "lapsed" : null);
    }

    /// <summary>Somebody at the unit takes what nobody answers for yet.</summary>
    public void Take(Viewer viewer, Change change)
    {
        MustBeOpen("tar det");
        if (ResponsibleId is not null) throw new RuleBroken("already-taken", "Någon ansvarar redan för ärendet.");
        if (!MayTake(viewer)) throw new RuleBroken("not-yours", "Ärendet hör till en annan enhet.");
        ResponsibleId = viewer.Id;
        Become(InHand);
        Record(EventKind.Taken, change);
    }

    public bool MayAccept(Viewer viewer) => Offer is not null && IsOpen && viewer.Id != ConcernsPersonId
        && (Offer.PersonId is { } person ? viewer.Id == person && viewer.Roles.Count > 0 : viewer.Id != Offer.By && viewer.AcceptsFor(Offer.UnitId));

    /// <summary>
    /// Whoever handles it, and the titles that the routine says pass on what comes to them: the complaints manager of S3, the
    /// administrator of S4 (R-ESC-03).
    /// </summary>
    public bool MayBePassedOnBy(Viewer viewer) => MayBeHandledBy(viewer)
        || (IsOpen && viewer.Id != ConcernsPersonId && viewer.SeesThePlace(UnitId)
            && viewer.Roles.Any(r => Routine.Responsibility.Roles.Any(told => told.Role == r.Role && told.Duties.Contains(Duty.PassOn))));

    public bool MayTake(Viewer viewer) => ResponsibleId is null && IsOpen && Offer is null && viewer.Id != ConcernsPersonId && viewer.AcceptsFor(UnitId);

    /// <summary>What was answered stays answered, whoever has it.</summary>
    private CaseStatus InHand => RepliedAt is null ? CaseStatus.InProgress : CaseStatus.Answered;

    private void MustBeTold(HandOverNotice? notice)
    {
        if (!Routine.HandOver.NoticeRequired || !SomebodyToTell) return;
        if (notice is null || string.IsNullOrWhiteSpace(notice.Handler))
        {
            throw new RuleBroken("notice-missing",
                "Berätta först för den som klagar vem som tar över. Välj hur du har berättat, eller att personen inte går att nå.", "notice");
        }
    }

    /// <summary>How it was told; "untold" where the routine demands no word and none was noted.</summary>
    private static string TellingOf(HandOverNotice? notice) =>
        notice is null || notice is { Way: Way.None, TurnsThere: true } ? "untold" : notice.Way.Code();

    private void MoveResponsibility(Guid? personId)
    {
        UnitId = offeredUnitId!.Value;
        ResponsibleId = personId;
        HandOvers++;
    }

    private void ClearOffer() => (offeredUnitId, offeredPersonId, offeredBy, offeredAt, offeredFromUnitId, offeredUpwards) = (null, null, null, null, null, false);
}
