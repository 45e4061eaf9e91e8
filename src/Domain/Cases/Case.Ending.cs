using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

public sealed partial class Case
{
    /// <summary>When the complaints manager was told how it was treated (S3; R-FLOW-11).</summary>
    public DateTime? ReportedAt { get; private set; }

    /// <summary>When the person was told where to turn next (S2; R-FLOW-08).</summary>
    public DateTime? WhereToTurnAt { get; private set; }

    /// <summary>True when what it is about could not be put right.</summary>
    public bool IsUnsolved { get; private set; }

    /// <summary>The case that this one was joined to.</summary>
    public long? JoinedTo { get; private set; }

    /// <summary>
    /// Solved on the spot (R-FLOW-04): what was done, and that the person is satisfied. All clocks stop. Without that it is an
    /// ordinary measure, and the case goes the ordinary way.
    /// </summary>
    public void Solve(Words words, bool isSatisfied, Viewer viewer, Change change)
    {
        MustBeOpen("löser det");
        MustBeHandledBy(viewer);
        MustNotWait();
        Required(words, "text", "Skriv vad du har gjort.");
        if (!isSatisfied)
        {
            RegisterMeasure(words, prevents: false, null, viewer, change);
            Record(EventKind.Contacted, change, null, Way.InPerson.Code());
            return;
        }

        Measures++;
        (FirstFeedbackAt, RepliedAt) = (FirstFeedbackAt ?? change.At, RepliedAt ?? change.At);
        End(Cases.Ending.Answered, change);
        Record(EventKind.Solved, change, words);
        StopEveryClock(change);
    }

    /// <summary>
    /// Not for this routine: somebody else has it now, and the person has been told (R-IN-10). Nothing is lost: the case stays,
    /// closed as handed elsewhere. What only goes there too, as a report of misconduct, leaves it open.
    /// </summary>
    /// <param name="matter">The routine's own entry, or null for another organisation's matter.</param>
    /// <param name="to">Who has it now.</param>
    public void Refer(Elsewhere? matter, string to, Words told, Way way, Viewer viewer, Change change)
    {
        MustBeOpen("lämnar det vidare");
        MustBeHandledBy(viewer);
        MustNotWait();
        Required(Words.Plain(to), "to", "Skriv vem som har det nu.");
        if (to.Length > 200) throw new RuleBroken("to-too-long", "Namnet är för långt. Det får ha högst 200 tecken.", "to");
        if (SomebodyToTell && matter is not { IsCopied: true }) MustBeReachable(way);
        var said = Optional(told, "text");
        if (matter is not { IsCopied: true })
        {
            End(Cases.Ending.HandedElsewhere, change);
            SettleDiary(matter?.Code);
        }

        Record(EventKind.Referred, change, said, $"{matter?.Code ?? "other"};{to.Trim()};{way.Code()}");
        if (!IsOpen) StopEveryClock(change);
    }

    /// <summary>Word to the complaints manager of how it was treated (S3, by day 10). The desk makes it of the journal.</summary>
    public void Report(Words words, Viewer viewer, Change change)
    {
        MustBeHandledBy(viewer);
        Required(words, "text", "Skriv hur klagomålet har behandlats.");
        ReportedAt = change.At;
        Record(EventKind.Reported, change, words);
    }

    /// <summary>The same complaint twice: this one ends in the other, whose answer is for both (R-IN-12).</summary>
    public void JoinTo(Case other, Words why, Viewer viewer, Change change)
    {
        MustBeOpen("slår ihop det");
        MustBeHandledBy(viewer);
        MustNotWait();
        if (other.Id == Id) throw new RuleBroken("join-self", "Ett ärende kan inte slås ihop med sig självt. Skriv det andra ärendets nummer.", "with");
        if (!other.IsOpen) throw new RuleBroken("join-closed", "Det andra ärendet är avslutat. Öppna det först, eller välj ett annat.", "with");
        if (other.JoinedTo is not null) throw new RuleBroken("join-closed", "Det andra ärendet är redan sammanslaget med ett tredje.", "with");
        var said = Optional(why, "why");
        JoinedTo = other.Id;
        End(Cases.Ending.HandedElsewhere, change);
        Record(EventKind.Joined, change, said, other.Reference.ToString());
        other.Record(EventKind.JoinedFrom, change, null, Reference.ToString());
        StopEveryClock(change);
    }

    /// <summary>The person has been told where to turn if they are not content (S2; R-FLOW-08).</summary>
    /// <param name="bodies">The bodies that were named: "IVO", "patientnämnden".</param>
    public void TellWhereToTurn(Words bodies, Viewer viewer, Change change)
    {
        MustBeHandledBy(viewer);
        var said = Required(bodies, "whereToTurn", "Skriv vart personen kan vända sig.");
        WhereToTurnAt = change.At;
        Record(EventKind.WhereToTurnTold, change, said);
    }

    /// <summary>Ends it without the closing's own demands: it is solved, or somebody else has it.</summary>
    private void End(Ending ending, Change change)
    {
        (ClosedAt, Ending) = (change.At, ending);
        Become(CaseStatus.Closed);
    }

    private void StopEveryClock(Change change)
    {
        foreach (var clock in clocks.Where(c => c.Runs)) clock.Stop(Moment.Closing, change.At);
        SortAgain();
    }
}
