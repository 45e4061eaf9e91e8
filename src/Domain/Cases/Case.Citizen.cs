using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <summary>What somebody thought of how their case was handled: each 1 to 5 (R-FLOW-13; SKR's NKI questions).</summary>
/// <param name="Clearness">Was the answer easy to understand?</param>
/// <param name="Simplicity">Was it easy to complain?</param>
/// <param name="Manner">Was one met with respect?</param>
public sealed record SurveyAnswer(int Clearness, int Simplicity, int Manner)
{
    public const int Lowest = 1;

    public const int Highest = 5;

    /// <summary>SKR's index, 0 to 100: the mean of the questions, with 1 as 0 and 5 as 100.</summary>
    public double Index => (Clearness + Simplicity + Manner - (3.0 * Lowest)) / (3 * (Highest - Lowest)) * 100;

    /// <exception cref="RuleBroken">A grade is missing or no grade.</exception>
    public void MustBeWhole()
    {
        if (new[] { Clearness, Simplicity, Manner }.Any(grade => grade is < Lowest or > Highest)) throw new RuleBroken("survey-grade", "Välj 1 till 5 på varje fråga.", "survey");
    }
}

/// <summary>How somebody was given a code to follow their case by.</summary>
public enum CodeWay { ReadOut, HandedOver, Letter }

/// <content>What the one who complained does with the secret code: writes, answers, rates, asks for another's view (R-FLOW-13, R-FLOW-17).</content>
public sealed partial class Case
{
    /// <summary>True when the person has a code to follow it by: what is written to them can be read there (R-IN-05).</summary>
    public bool FollowsByCode => (RegisteredBy == Person.Citizen && Channel != "email") || ReplyWay == Way.Web || CodeGivenAt is not null;

    /// <summary>When somebody last gave the person a code; null when the only one is the receipt's.</summary>
    public DateTime? CodeGivenAt { get; private set; }

    /// <summary>
    /// True for those who may give the person a code: who handles it, sends its receipt, or took it in. The code opens the originals, so
    /// of somebody protected only the two who are named (docs/decisions/0038-a-code-for-everybody.md).
    /// </summary>
    public bool MayGiveCode(Viewer viewer) => !viewer.Person.IsService && viewer.Id != ConcernsPersonId && (!IsProtected || IsNamed(viewer.Id))
        && (MayBeHandledBy(viewer) || MayBeAcknowledgedBy(viewer) || viewer.Id == ReceivedBy || viewer.Id == RegisteredBy);

    /// <summary>The person is given a new code; the one before stops. Closed cases can be followed too.</summary>
    /// <exception cref="RuleBroken">The viewer may not, or there is nothing left to follow.</exception>
    public void GiveCode(byte[] hash, CodeWay way, Viewer viewer, Change change)
    {
        if (!MayGiveCode(viewer)) throw new RuleBroken("code-not-yours", "Den som ansvarar för ärendet eller tog emot det kan ge en kod. Har personen skyddade personuppgifter får bara de två som är utsedda göra det.");
        if (VaultDisposedAt is not null) throw new RuleBroken("disposed", "Uppgifterna är gallrade enligt beslut, så det finns inget att följa.");
        (FollowUpCodeHash, CodeGivenAt, CanBeReached) = (hash, change.At, true);
        if (WantsReply && ReplyWay == Way.None) ReplyWay = Way.Web;
        Record(EventKind.CodeGiven, change, subject: way.Code());
        if (IsOpen) StartLate();
    }

    /// <summary>True when there is an answer to have a view on.</summary>
    public bool MayBeRated => RepliedAt is not null || Status == CaseStatus.Closed;

    /// <summary>The person wrote, by the code or in answer to our mail: a message, or the answer to a question.</summary>
    public void HearFromPerson(Words words, Way way, Change change)
    {
        Required(words, "text", "Skriv vad du vill säga.");
        MessagedAt = change.At;
        Record(EventKind.Messaged, change, words, way.Code(), change.At);
    }

    /// <summary>
    /// The person is not satisfied with the answer and wants somebody else to look at it (S0; R-FLOW-12). A closed case opens again;
    /// whoever had it still answers for it until the manager above has chosen.
    /// </summary>
    /// <exception cref="RuleBroken">There is no answer yet, or it has been asked for already.</exception>
    public void AskForAnother(Words words, Change change)
    {
        Required(words, "text", "Skriv vad du inte är nöjd med.");
        if (!MayBeRated) throw new RuleBroken("no-answer-yet", "Du har inte fått något svar än. Skriv ett meddelande i stället.", "text");
        MessagedAt = change.At;
        if (Status == CaseStatus.Closed)
        {
            (ClosedAt, Ending, RepliedAt, ReopenedAt, JoinedTo) = (null, null, null, change.At, null);
            Become(CaseStatus.InProgress);
            if (DiaryState == DiaryState.Closed) DiaryState = DiaryState.Entered;
            SettleDiary();
        }

        Record(EventKind.AnotherViewAsked, change, words);
        SortAgain();
    }

    /// <summary>The person rated how it went. Once; the grades are kept beside the case, free words in the vault.</summary>
    public void Rate(SurveyAnswer answer, Words words, Change change)
    {
        if (!MayBeRated) throw new RuleBroken("no-answer-yet", "Du har inte fått något svar än. Skriv ett meddelande i stället.", "text");
        answer.MustBeWhole();
        Record(EventKind.SurveyAnswered, change, Optional(words, "text"));
    }
}
