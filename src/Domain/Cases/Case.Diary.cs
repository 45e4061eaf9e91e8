using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>Where a case stands in the diary of its board.</summary>
public enum DiaryState
{
    /// <summary>Its routine keeps an ordered store: the register itself is the record (law.md SR-2.6).</summary>
    None,

    /// <summary>Arrived, but the registrar has not entered it yet.</summary>
    Waiting,
    Entered,
    Closed,

    /// <summary>Kept out of the diary, by the routine or by the registrar with a reason (R-REG-08).</summary>
    Exempt,
}

public sealed partial class Case
{
    /// <summary>What <see cref="ExemptFor"/> says when the registrar decided it.</summary>
    public const string Decision = "decision";

    public DiaryState DiaryState { get; private set; }

    public DiaryNumber? DiaryNumber { get; private set; }

    /// <summary>The kind or matter that the routine keeps out of the diary, or <see cref="Decision"/>.</summary>
    public string? ExemptFor { get; private set; }

    /// <summary>The series that its number comes from.</summary>
    /// <exception cref="RuleBroken">The routine has no diary.</exception>
    public string DiarySeries() => Routine.Registration is { Mode: RegistrationMode.Diary, Series: { } series } ? series
        : throw new RuleBroken("diary-none", "Enhetens rutin har inget diarium. Registret är den ordnade förvaringen.");

    /// <summary>When it was left to the registrar by whom the routine names (S3; R-REG-09); null where it goes straight.</summary>
    public DateTime? ForwardedAt { get; private set; }

    /// <summary>True while it waits for whoever the routine puts between arrival and registrar.</summary>
    public bool WaitsForForwarding => Routine.Registration.Through is not null && ForwardedAt is null && DiaryState == DiaryState.Waiting;

    public bool MayBeForwardedBy(Viewer viewer) => WaitsForForwarding && viewer.Id != ConcernsPersonId
        && viewer.Is(Routine.Registration.Through!.Value) && viewer.SeesThePlace(UnitId);

    /// <summary>
    /// Leaves it to the registrar (S3: the complaints manager has it registered). Arrival, forwarding and registration are three
    /// moments; a clock from registration starts at the last (R-REG-09).
    /// </summary>
    public void ForwardToRegistrar(Viewer viewer, Change change)
    {
        if (Routine.Registration.Through is not { } through) throw new RuleBroken("forwarding-none", "I den här rutinen går ärendet direkt till registratorn.");
        if (!WaitsForForwarding) throw new RuleBroken("forwarding-done", "Ärendet väntar inte på att lämnas till registratorn.");
        if (!MayBeForwardedBy(viewer)) throw new RuleBroken("others-forward", $"I den här rutinen är det {through.Definite()} som lämnar ärendet till registratorn.");
        ForwardedAt = change.At;
        Record(EventKind.ForwardedToRegistrar, change);
    }

    /// <summary>Whether the viewer keeps the diary that it belongs to.</summary>
    public bool MayBeEnteredBy(Viewer viewer) => viewer.Is(Role.Registrar) && viewer.SeesThePlace(UnitId) && viewer.Id != ConcernsPersonId;

    /// <summary>
    /// The registrar enters it in the diary (R-REG-04), once. A clock from registration begins anew (R-REG-09). Gives the row
    /// that the public reads.
    /// </summary>
    /// <param name="number">The next of the series; it is lost to nobody when this is refused.</param>
    public PublicRow RegisterInDiary(DiaryNumber number, Words publicSubject, string? publicParty, Viewer viewer, Change change)
    {
        MustBeEnteredBy(viewer);
        MustHaveNoNumber();
        if (ExemptFor is not null and not Decision and not OldRegister) throw new RuleBroken("diary-exempt", "Rutinen undantar det här från diariet.");
        var row = new PublicRow(StockholmTime.DateOf(ArrivedAt), number.ToString(),
            PublicRow.PartyOf(publicParty, IsProtected, SecrecyProvision is not null), PublicRow.SubjectOf(publicSubject, Routine.Registration.PublicSubjects));
        (DiaryNumber, DiaryState, ExemptFor) = (number, DiaryState.Entered, null);
        Record(EventKind.DiaryRegistered, change, Words.Plain(row.Subject), row.Number);
        return row;
    }

    /// <summary>Not for the diary, and why: what is kept out of it leaves a trace all the same (R-REG-08).</summary>
    public void MarkExempt(Words why, Viewer viewer, Change change)
    {
        MustBeEnteredBy(viewer);
        MustHaveNoNumber();
        if (DiaryState == DiaryState.Exempt) throw new RuleBroken("diary-exempt", "Ärendet är redan undantaget från diariet.");
        Required(why, "why", "Skriv varför ärendet inte ska diarieföras.");
        (DiaryState, ExemptFor) = (DiaryState.Exempt, Decision);
        StopWaitingForDiary();
        Record(EventKind.DiaryExempted, change, why);
        SortAgain();
    }

    /// <summary>
    /// The last thing in the diary (R-REG-06): the answer has come, or a note of why none is possible. Where the registrar
    /// closes last, the case itself is closed by this.
    /// </summary>
    /// <param name="words">A note; why no answer is possible where there is none.</param>
    public void CloseInDiary(Words words, Viewer viewer, Change change)
    {
        MustBeEnteredBy(viewer);
        if (DiaryNumber is null) throw DiaryMissing();
        if (DiaryState == DiaryState.Closed) throw new RuleBroken("diary-closed", "Ärendet är redan avslutat i diariet.");
        var said = Optional(words, "text");
        if (IsOpen && RepliedAt is null && said is null) throw new RuleBroken("diary-answer-missing", "Svaret har inte kommit än. Vänta på det, eller skriv varför det inte går att svara.", "text");
        if (IsOpen && Routine.Closing.By == Role.Registrar) End(said, null, noAnswerPossible: RepliedAt is null, viewer, change);
        else EndInDiary(said, change);
    }

    private void EndInDiary(Words? said, Change change)
    {
        DiaryState = DiaryState.Closed;
        Record(EventKind.DiaryClosed, change, said, DiaryNumber.ToString());
    }

    /// <summary>
    /// What the routine says of its kind, or of the matter that it was handed on for. What has a number keeps it, and what the
    /// registrar has decided stands.
    /// </summary>
    private void SettleDiary(string? matter = null)
    {
        if (DiaryNumber is not null || ExemptFor == Decision) return;
        ExemptFor = Routine.Registration.Exempt.FirstOrDefault(code => code == Kind || code == matter);
        DiaryState = Routine.Registration.Mode != RegistrationMode.Diary ? DiaryState.None : ExemptFor is null ? DiaryState.Waiting : DiaryState.Exempt;
    }

    /// <summary>A time that only the diary can end does not run for what is kept out of it.</summary>
    private void StopWaitingForDiary()
    {
        foreach (var clock in clocks.Where(c => c.Runs && Routine.Clock(c.Name) is { } rule && EndsInDiaryOnly(rule))) clock.Remove();
    }

    private static bool EndsInDiaryOnly(ClockRule rule) => rule.StoppedBy.Count > 0 && rule.StoppedBy.All(m => m == Moment.DiaryRegistration);

    private void MustBeEnteredBy(Viewer viewer)
    {
        if (!MayBeEnteredBy(viewer)) throw new RuleBroken("registrar-only", "Det är registratorn som sköter diariet.");
        _ = DiarySeries();
    }

    private void MustHaveNoNumber()
    {
        if (DiaryNumber is { } number) throw new RuleBroken("diary-registered", $"Ärendet är redan diariefört som {number}.");
    }

    private static RuleBroken DiaryMissing() => new("diary-missing", "Ärendet har inget diarienummer. Diarieför det först, eller undanta det.");
}
