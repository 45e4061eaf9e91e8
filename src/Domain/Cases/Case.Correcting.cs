using Gava.Domain.History;
using Gava.Domain.People;

namespace Gava.Domain.Cases;

/// <content>Putting right who the person is and how they are reached (GDPR article 16). What it was stays in the vault, beside what it is.</content>
public sealed partial class Case
{
    /// <summary>True for those who may put it right: who handles the case and, of somebody protected, only the two who are named.</summary>
    public bool MayBeCorrectedBy(Viewer viewer) => !viewer.Person.IsService && MayBeHandledBy(viewer) && (!IsProtected || IsNamed(viewer.Id));

    /// <summary>The details of the person were wrong, or have changed. Closed cases can be put right too.</summary>
    /// <param name="now">All details as they are now, checked.</param>
    /// <param name="fields">Which of them are other than before: name, phone, email, address, protected.</param>
    /// <returns>The journal's line, which says what was put right and never to what.</returns>
    /// <exception cref="RuleBroken">The viewer may not, or nothing is other than before.</exception>
    public Event CorrectDetails(Complainant now, IReadOnlyList<string> fields, Viewer viewer, Change change)
    {
        MustBeHandledBy(viewer);
        if (!MayBeCorrectedBy(viewer)) throw new RuleBroken("vault-not-yours", "Personen har skyddade personuppgifter. Två namngivna personer kan öppna och rätta dem.");
        if (fields.Count == 0) throw new RuleBroken("details-same", "Inget är ändrat. Rätta det som är fel, eller gå tillbaka.");
        CanBeReached = now.CanBeReached || FollowsByCode;
        // Whoever gives their name is not anonymous any more.
        if (now.Name is not null) IsAnonymous = false;
        if (!IsPossible(ReplyWay, now)) ReplyWay = new[] { Way.Email, Way.Phone, Way.Letter, Way.Web }.FirstOrDefault(way => WantsReply && way != Way.None && IsPossible(way, now));
        if (now.Protected != IsProtected)
        {
            IsProtected = now.Protected;
            // The one who heard of it is the second of the two, until the manager names another (R-SEC-04).
            NamedReader = IsProtected && viewer.Id != ResponsibleId ? viewer.Id : null;
        }

        var line = Record(EventKind.DetailsCorrected, change, subject: string.Join(',', fields));
        if (IsOpen) StartLate();
        return line;
    }

    private bool IsPossible(Way way, Complainant person) => way switch
    {
        Way.None => !WantsReply || !(person.CanBeReached || FollowsByCode),
        Way.Email => person.Email is not null,
        Way.Phone => person.Phone is not null,
        Way.Letter => person.Address is not null,
        Way.Web => FollowsByCode,
        _ => true,
    };
}
