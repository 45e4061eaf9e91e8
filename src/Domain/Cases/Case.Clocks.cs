using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

public sealed partial class Case
{
    /// <summary>How many days an open case without a running clock may lie before it counts as urgent (R-DUE-05, S1).</summary>
    public const int DaysWithoutClock = 30;

    /// <summary>
    /// What sorts cases by urgency: the nearest promise that still holds, a clock's or a call-back's. A case without any sorts
    /// by age. A closed case sorts by when it was closed.
    /// </summary>
    public DateTime UrgentAt { get; private set; }

    /// <summary>The running clock that is due first.</summary>
    public CaseClock? NextClock => clocks.Where(c => c.Runs).OrderBy(c => c.PausedAt is null ? 0 : 1).ThenBy(c => c.UrgentAt).FirstOrDefault();

    /// <summary>
    /// True when there is somebody to tell: a way to reach them, they have not declined, and the routine answers those who are
    /// anonymous too (R-IN-05).
    /// </summary>
    public bool SomebodyToTell => CanBeReached && WantsReply && (!IsAnonymous || Routine.Anonymity.Mode == AnonymityMode.Accepted);

    /// <summary>Recounts running clocks when a local closed day has been added or taken away.</summary>
    public void Recount()
    {
        foreach (var clock in clocks.Where(c => c.Runs))
        {
            if (Routine.Clock(clock.Name) is { } rule) clock.Count(Here(rule), calendar!);
        }

        SortAgain();
    }

    private void Pass(Moment moment, DateTime at)
    {
        foreach (var rule in Routine.AllClocks.Where(r => r.Start == moment && RunsHere(r))) Start(rule, at);
        if (moment == Moment.DiaryRegistration) RestartFromDiary(at);
        Stop(clocks, moment, at);
        PauseOrResume(moment, at);
        if (moment == Moment.Closing) StopAtClosing(at);
        SortAgain();
    }

    private void Start(ClockRule rule, DateTime at)
    {
        if (clocks.Any(c => c.Name == rule.Name)) return;
        if (rule.WhenNobodyToTell == NobodyToTell.DoesNotRun && !SomebodyToTell) return;
        clocks.Add(new CaseClock(Id, Here(rule), at, calendar!));
    }

    private bool RunsHere(ClockRule rule) => rule.RunsFor(Kind, IsOral, unitLine) && !(DiaryState == DiaryState.Exempt && EndsInDiaryOnly(rule));

    private bool IsOral => Routine.Channel(Channel)?.IsOral == true;

    /// <summary>The rule with the unit's own stricter time, where it has promised one.</summary>
    private ClockRule Here(ClockRule rule) => rule with { Length = rule.LengthAt(unitLine) };

    /// <summary>A clock from registration starts at the last of arrival, forwarding and registration (R-REG-09).</summary>
    private void RestartFromDiary(DateTime at)
    {
        foreach (var clock in clocks.Where(c => c.Runs))
        {
            if (Routine.Clock(clock.Name) is { Start: Moment.Registration } rule) clock.Restart(Here(rule), at, calendar!);
        }
    }

    private void PauseOrResume(Moment moment, DateTime at)
    {
        foreach (var clock in clocks.Where(c => c.StoppedAt is null))
        {
            if (Routine.Clock(clock.Name) is not { } rule) continue;
            if (clock.PausedAt is null && rule.PausedBy.Contains(moment)) clock.Pause(at);
            else if (clock.PausedAt is not null && rule.ResumedBy.Contains(moment)) clock.Resume(Here(rule), at, calendar!);
        }
    }

    // A clock that is gone for now hears of it too: the case may become its kind again.
    private void Stop(IEnumerable<CaseClock> among, Moment moment, DateTime at)
    {
        foreach (var clock in among.Where(c => c.StoppedAt is null && Routine.Clock(c.Name)?.StoppedBy.Contains(moment) == true)) clock.Stop(moment, at);
    }

    // Where nobody can be told, closing is the end that an answer clock has (R-DUE-05).
    private void StopAtClosing(DateTime at)
    {
        foreach (var clock in clocks.Where(c => c.Runs && !SomebodyToTell)) clock.Stop(Moment.Closing, at);
    }

    private void RestartForKind()
    {
        foreach (var clock in clocks)
        {
            if (Routine.Clock(clock.Name) is { } rule && RunsHere(rule)) clock.Return();
            else clock.Remove();
        }

        StartLate();
    }

    /// <summary>Clocks that did not run before, since it was another kind or nobody could be told, run from where they would have.</summary>
    private void StartLate()
    {
        foreach (var rule in Routine.AllClocks.Where(RunsHere))
        {
            if (rule.Start == Moment.Arrival) Start(rule, ArrivedAt);
            if (rule.Start == Moment.Registration) Start(rule, RegisteredAt);
        }

        // What was told before was told.
        if (FirstFeedbackAt is { } told) StopAfterwards(Moment.Feedback, told);
        if (RepliedAt is { } replied) StopAfterwards(Moment.Reply, replied);
        SortAgain();
    }

    private void StopAfterwards(Moment moment, DateTime at) => Stop(clocks.Where(c => c.StartedAt <= at), moment, at);

    private void SortAgain()
    {
        UrgentAt = ClosedAt
            ?? clocks.Where(c => c.Runs && c.PausedAt is null).Select(c => c.UrgentAt)
                .Concat(callbacks.Where(c => c.KeptAt is null).Select(c => c.DueAt))
                .DefaultIfEmpty((ReopenedAt ?? ArrivedAt).AddDays(DaysWithoutClock)).Min();
    }
}
