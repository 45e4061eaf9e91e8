using Gava.Domain.History;
using Gava.Domain.People;

namespace Gava.Domain.Cases;

/// <content>What happens to a case when its place or its people end (R-ESC-01). No case is left where nobody may act.</content>
public sealed partial class Case
{
    /// <summary>True for those who may act in it, accept it or take it.</summary>
    public bool MayBeActedOnBy(Viewer viewer) => MayBeHandledBy(viewer) || MayAccept(viewer) || MayTake(viewer);

    /// <summary>True when somebody who works on that day may act in it, accept it or take it.</summary>
    public bool SomebodyMayAct(Organisation organisation, DateOnly day) => WhoMight(organisation, day).Distinct()
        .Select(id => organisation.Person(id)).OfType<Person>().Where(p => p is { IsActive: true, IsService: false })
        .Any(p => MayBeActedOnBy(organisation.ViewerOf(p.Id, day)));

    /// <summary>What of it hangs on the person: the case itself, an offer, parts that are not done.</summary>
    public bool HangsOn(Guid personId) => ResponsibleId == personId || Offer?.PersonId == personId || Offer?.By == personId
        || Parts.Any(p => p.PersonId == personId && p.DoneAt is null);

    /// <summary>
    /// The place is ended, and another has what hung on it: the case itself, an offer to it, parts. The new place accepts anew;
    /// what has been answered goes to whoever leads it.
    /// </summary>
    public void GoWithPlace(Unit from, Unit to, Person leader, Change change)
    {
        MustBeOpen("flyttar det");
        var wasHere = UnitId == from.Id;
        if (ConcernedUnitId == from.Id) ConcernedUnitId = to.Id;
        if (offeredUnitId == from.Id)
        {
            if (to.Id == UnitId) TakeBackOffer();
            else (offeredUnitId, offeredPersonId) = (to.Id, null);
        }

        if (offeredFromUnitId == from.Id) offeredFromUnitId = to.Id;
        if (wasHere) (UnitId, ResponsibleId) = (to.Id, RepliedAt is not null && Offer is null ? leader.Id : null);
        if (Offer is null) Become(ResponsibleId is null && RepliedAt is null ? CaseStatus.Received : InHand);
        Parts = [.. Parts.Select(p => p.UnitId == from.Id && p.DoneAt is null ? p with { UnitId = to.Id, PersonId = leader.Id } : p)];
        Record(EventKind.MovedWithPlace, change, subject: $"{from.Slug};{to.Slug}");
    }

    /// <summary>Somebody leaves, or has no role any more: what hung on them is the other's now, without a pause.</summary>
    public void PassOn(Person leaver, Person taker, Change change)
    {
        MustBeOpen("ger det till någon annan");
        if (ResponsibleId == leaver.Id) Give(taker);
        if (Offer is not null)
        {
            if (offeredPersonId == leaver.Id) offeredPersonId = taker.Id;
            if (offeredBy == leaver.Id) offeredBy = taker.Id;
            // Nobody offers a case to themselves: the one who has both ends has the case.
            if (offeredPersonId == offeredBy) AnswerFor(taker);
        }

        Parts = [.. Parts.Select(p => p.PersonId == leaver.Id && p.DoneAt is null ? p with { PersonId = taker.Id } : p)];
        Record(EventKind.TakenOver, change, subject: $"{leaver.UserName};{taker.UserName}");
    }

    /// <summary>Nobody is left who could take it where it waits: somebody has it now.</summary>
    /// <param name="leaver">Who was the last one there.</param>
    public void GiveTo(Person taker, Person leaver, Change change)
    {
        MustBeOpen("ger det till någon annan");
        AnswerFor(taker);
        Record(EventKind.TakenOver, change, subject: $"{leaver.UserName};{taker.UserName}");
    }

    private void AnswerFor(Person taker)
    {
        Give(taker);
        ClearOffer();
        Become(InHand);
    }

    private void Give(Person taker)
    {
        if (ResponsibleId == taker.Id) return;
        ResponsibleId = taker.Id;
        HandOvers++;
    }

    private void TakeBackOffer()
    {
        ClearOffer();
        Become(ResponsibleId is null && RepliedAt is null ? CaseStatus.Received : InHand);
    }

    private IEnumerable<Guid> WhoMight(Organisation organisation, DateOnly day)
    {
        if (ResponsibleId is { } responsible) yield return responsible;
        if (Offer?.PersonId is { } offered) yield return offered;
        foreach (var person in organisation.LeadersAbove(UnitId, day)) yield return person.Id;
        if (Offer is not { } offer) yield break;
        foreach (var person in organisation.LeadersAbove(offer.UnitId, day)) yield return person.Id;
    }
}
