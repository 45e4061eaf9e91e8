using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>How a case ended: there is no fifth way (law.md SR-4.14).</summary>
public enum Ending { Answered, AnswerNotPossible, AnswerNotWished, HandedElsewhere }

/// <summary>Something that must be done before the case can be closed.</summary>
/// <param name="Code">Stable, for the API.</param>
/// <param name="Sentence">What is missing and what to do, in Swedish.</param>
public sealed record Missing(string Code, string Sentence);

public sealed partial class Case
{
    /// <summary>What the routine still demands before closing (R-FLOW-12). Empty when it can be closed.</summary>
    /// <param name="noMeasureNeeded">True when the closer says, with a reason, that no measure is needed.</param>
    /// <param name="noAnswerPossible">True when the registrar notes why nobody can be answered (R-REG-06).</param>
    public IReadOnlyList<Missing> MissingBeforeClosing(bool noMeasureNeeded = false, bool noAnswerPossible = false)
    {
        List<Missing> missing = [];
        var somebodyToTell = SomebodyToTell && !noAnswerPossible;
        if (Offer is not null) missing.Add(new("offer-waiting", "Ärendet väntar på en mottagare. Vänta tills det är mottaget, eller ta tillbaka det."));
        var track = Routine.TrackOf(Kind);
        if (Routine.Closing.AnswerRequired && track.AnswerRequired && somebodyToTell && RepliedAt is null) missing.Add(new("reply-missing", "Svaret till den som klagade saknas."));
        if (Routine.Closing.MeasureRequired && !track.IsLight && KindHere.IsComplaint && Measures == 0 && !noMeasureNeeded)
        {
            missing.Add(new("measure-missing", "Ingen åtgärd är registrerad. Registrera en, eller skriv varför ingen behövs."));
        }

        missing.AddRange((noAnswerPossible ? [] : UntoldClocks()).Select(rule => new Missing($"{rule.Name}-missing",
            $"{rule.Label} saknas: {string.Join(" eller ", rule.StoppedBy.Select(m => m.Swedish()))}.")));
        if (Routine.Closing.ReportRequired && !track.IsLight && ReportedAt is null)
        {
            missing.Add(new("report-missing", "Klagomålshanteraren har inte fått veta hur ärendet har behandlats."));
        }

        if (Routine.Closing.WhereToTurnRequired && IsUnsolved && somebodyToTell && WhereToTurnAt is null)
        {
            missing.Add(new("where-to-turn-missing", "Personen har inte fått veta vart man kan vända sig när det inte går att lösa."));
        }

        if (Routine.Closing.CategoryRequired && Routine.Categories.FirstOrDefault(t => t.IsObligatory && categories.All(c => c.Tree != t.Code)) is { } tree)
        {
            missing.Add(new("category-missing", $"{tree.Label} är inte satt."));
        }

        if (LegalRegimes.On(Regime, StockholmTime.DateOf(ArrivedAt)) is { Steps.Count: > 0 } law && somebodyToTell)
        {
            if (law.Steps.Contains(Moment.Acknowledgement) && AcknowledgedAt is null) missing.Add(new("acknowledgement-missing", $"Ärendet är inte bekräftat. Det kräver {law.Law}."));
            if (law.Steps.Contains(Moment.Feedback) && FirstFeedbackAt is null && RepliedAt is null) missing.Add(new("feedback-missing", $"Ingen återkoppling är given. Det kräver {law.Law}."));
        }

        // The others close in the unit; their open row then waits at the registrar's desk.
        if (Routine.Closing.By == Role.Registrar && DiaryState == DiaryState.Waiting) missing.Add(new("diary-missing", "Ärendet har inget diarienummer."));
        if (Parts.Any(p => p.DoneAt is null)) missing.Add(new("part-open", "En del av ärendet är inte klar."));
        if (callbacks.Any(c => c.KeptAt is null)) missing.Add(new("callback-open", "Ett löfte om att ringa upp är inte avbockat."));
        return missing;
    }

    /// <summary>Closes the case, or says in one sentence what is missing.</summary>
    /// <param name="noMeasureBecause">Why no measure was needed; empty when measures are registered.</param>
    public void Close(Words words, Words noMeasureBecause, Viewer viewer, Change change)
    {
        MustBeOpen("avslutar det en gång till");
        if (Routine.Closing.By is not { } closer || !viewer.Is(closer) || !viewer.SeesThePlace(UnitId))
        {
            MustBeHandledBy(viewer);
            MustBeAnsweredBy(viewer);
        }

        End(Optional(words, "text"), Optional(noMeasureBecause, "noMeasureBecause"), noAnswerPossible: false, viewer, change);
    }

    private void End(Words? said, Words? noMeasure, bool noAnswerPossible, Viewer viewer, Change change)
    {
        if (MissingBeforeClosing(noMeasure is not null, noAnswerPossible) is { Count: > 0 } missing)
        {
            throw new RuleBroken(missing[0].Code, string.Join(" ", missing.Select(m => m.Sentence)));
        }

        MustBeClosedBy(viewer);
        ClosedAt = change.At;
        Ending = HowItEnds(noAnswerPossible);
        Become(CaseStatus.Closed);
        Record(EventKind.Closed, change, Joined(said, noMeasure), Ending.Value.Code());
        if (noAnswerPossible) StopEveryClock(change);
        // The registrar who closes last closes the row of the diary with it (R-REG-06).
        if (Routine.Closing.By == Role.Registrar && DiaryState == DiaryState.Entered) EndInDiary(null, change);
    }

    private Ending HowItEnds(bool noAnswerPossible)
    {
        if (RepliedAt is not null) return Cases.Ending.Answered;
        return !CanBeReached || (noAnswerPossible && WantsReply) ? Cases.Ending.AnswerNotPossible : Cases.Ending.AnswerNotWished;
    }

    /// <summary>Where the routine lets the registrar close last, the unit's work ends with the answer (S2; R-REG-06).</summary>
    private void MustBeClosedBy(Viewer viewer)
    {
        if (Routine.Closing.By is { } role && !viewer.Is(role))
        {
            throw new RuleBroken("others-close", $"I den här rutinen är det {role.Definite()} som avslutar, när svaret har kommit in.");
        }
    }

    /// <summary>Opens it again, with a reason (R-FLOW-12). What was answered stays answered; a new answer is owed.</summary>
    public void Reopen(Words why, Viewer viewer, Change change)
    {
        if (IsOpen) throw new RuleBroken("case-open", "Ärendet är redan öppet.");
        MustBeHandledBy(viewer);
        Required(why, "why", "Skriv varför ärendet öppnas igen.");
        (ClosedAt, Ending, RepliedAt, ReopenedAt, JoinedTo) = (null, null, null, change.At, null);
        ResponsibleId ??= viewer.Id;
        Become(CaseStatus.InProgress);
        if (DiaryState == DiaryState.Closed) DiaryState = DiaryState.Entered;
        SettleDiary();
        Record(EventKind.Reopened, change, why);
        SortAgain();
    }

    /// <summary>Running clocks that only a word to the complainant can stop, though there is somebody to tell.</summary>
    private IEnumerable<ClockRule> UntoldClocks() =>
        !SomebodyToTell ? [] : clocks.Where(c => c.Runs).Select(c => Routine.Clock(c.Name)).OfType<ClockRule>()
            .Where(rule => !rule.StoppedBy.Contains(Moment.Reply) && rule.StoppedBy.All(Moments.IsWordToTheComplainant));

    private static Words? Joined(Words? words, Words? noMeasureBecause)
    {
        var parts = new[] { words, noMeasureBecause }.OfType<Words>().ToList();
        return parts.Count == 0 ? null : new(string.Join("\n", parts.Select(w => w.Register)), string.Join("\n", parts.Select(w => w.Original)));
    }
}
