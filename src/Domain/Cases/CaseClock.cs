using Gava.Domain.Deadlines;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>How a clock looks to people at a moment.</summary>
public enum ClockState
{
    /// <summary>Runs, with time left.</summary>
    Calm,

    /// <summary>Runs, and the warning time has come.</summary>
    Soon,

    /// <summary>Time is out, and nobody has told the complainant.</summary>
    Late,

    /// <summary>Time is out, but the delay was told with its reason before it was (R-FLOW-10).</summary>
    LateWithNotice,

    /// <summary>Stopped in time.</summary>
    Met,

    /// <summary>Stopped too late.</summary>
    MetLate,

    /// <summary>Stands still: we wait for the complainant, or for what the routine says.</summary>
    Paused,

    /// <summary>No longer runs: the case became another kind, or there is nobody to tell.</summary>
    Gone,
}

/// <summary>
/// One promised time of one case. The due moment is fixed when the clock starts; it moves only when the calendar does, never
/// because somebody was late.
/// </summary>
public sealed class CaseClock
{
    private CaseClock() { }

    internal CaseClock(long caseId, ClockRule rule, DateTime startedAt, WorkingCalendar calendar)
    {
        (CaseId, Name, StartedAt) = (caseId, rule.Name, startedAt);
        Count(rule, calendar);
    }

    /// <summary>A clock that runs, as it was stored: for lists, which read no whole cases.</summary>
    public static CaseClock Running(long caseId, string name, DateTime startedAt, DateTime dueAt, bool isMoment, DateTime warnAt, DateTime? noticedAt, DateTime? promisedAt) => new()
    {
        CaseId = caseId,
        Name = name,
        StartedAt = startedAt,
        DueAt = dueAt,
        IsMoment = isMoment,
        WarnAt = warnAt,
        NoticedAt = noticedAt,
        PromisedAt = promisedAt,
    };

    /// <summary>A clock of a closed case, as it was stored: for counting how promises were kept.</summary>
    public static CaseClock Stopped(long caseId, string name, DateTime dueAt, DateTime? stoppedAt, DateTime? noticedAt, bool isGone) => new()
    {
        CaseId = caseId,
        Name = name,
        DueAt = dueAt,
        StoppedAt = stoppedAt,
        NoticedAt = noticedAt,
        IsGone = isGone,
    };

    public long CaseId { get; private set; }

    /// <summary>The rule's name in the routine.</summary>
    public string Name { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    /// <summary>The first moment at which it is late, UTC.</summary>
    public DateTime DueAt { get; private set; }

    public bool IsMoment { get; private set; }

    public DateTime WarnAt { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    /// <summary>The moment that stopped it, as in routine files.</summary>
    public string? StoppedBy { get; private set; }

    /// <summary>When the complainant was told of a delay, if that was before the time was out.</summary>
    public DateTime? NoticedAt { get; private set; }

    /// <summary>The new date that was promised with the delay notice: the first moment after it, UTC.</summary>
    public DateTime? PromisedAt { get; private set; }

    public bool IsGone { get; private set; }

    /// <summary>Since when it stands still; null while it runs.</summary>
    public DateTime? PausedAt { get; private set; }

    /// <summary>How long it has stood still: minutes for clocks in hours, else days of the clock's own kind.</summary>
    public int PausedFor { get; private set; }

    /// <summary>When its owner was warned before the end (R-ESC-04).</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>When the next manager was told that the time was out.</summary>
    public DateTime? EscalatedAt { get; private set; }

    public bool Runs => StoppedAt is null && !IsGone;

    public Due Due => new(DueAt, IsMoment);

    /// <summary>What sorts it: the promised new date where there is one.</summary>
    public DateTime UrgentAt => PromisedAt ?? DueAt;

    public ClockState StateAt(DateTime now) => this switch
    {
        { IsGone: true } => ClockState.Gone,
        { PausedAt: not null, StoppedAt: null } => ClockState.Paused,
        { StoppedAt: { } stopped } when stopped < DueAt => ClockState.Met,
        { StoppedAt: not null } => ClockState.MetLate,
        _ when now >= DueAt => NoticedAt is null ? ClockState.Late : ClockState.LateWithNotice,
        _ when now >= WarnAt => ClockState.Soon,
        _ => ClockState.Calm,
    };

    internal void Count(ClockRule rule, WorkingCalendar calendar)
    {
        var due = Later(rule.DueFrom(StartedAt, calendar), rule, calendar);
        (DueAt, IsMoment) = (due.LateFrom, due.IsMoment);
        WarnAt = rule.WarnBefore.Unit == TimeUnit.Hours ? DueAt.AddHours(-rule.WarnBefore.Amount) : StockholmTime.StartOf(WarningDay(due.Day, rule.WarnBefore, calendar));
    }

    internal void Restart(ClockRule rule, DateTime at, WorkingCalendar calendar)
    {
        (StartedAt, PausedAt, PausedFor, RemindedAt, EscalatedAt) = (at, null, 0, null, null);
        Count(rule, calendar);
    }

    internal void Pause(DateTime at) => PausedAt = at;

    internal void Resume(ClockRule rule, DateTime at, WorkingCalendar calendar)
    {
        if (PausedAt is not { } since) return;
        PausedFor += IsMoment ? (int)(at - since).TotalMinutes : DaysBetween(StockholmTime.DateOf(since), StockholmTime.DateOf(at), rule, calendar);
        PausedAt = null;
        Count(rule, calendar);
    }

    /// <summary>Its owner has been warned, or the next manager told. Once each.</summary>
    internal void Remind(DateTime at) => RemindedAt ??= at;

    internal void Escalate(DateTime at) => EscalatedAt ??= at;

    private Due Later(Due due, ClockRule rule, WorkingCalendar calendar)
    {
        if (PausedFor == 0) return due;
        if (due.IsMoment) return Due.At(due.LateFrom.AddMinutes(PausedFor));
        return Due.On(rule.Length.Unit switch
        {
            TimeUnit.WorkingDays => calendar.AddWorkingDays(due.Day, PausedFor),
            TimeUnit.Weekdays => calendar.AddWeekdays(due.Day, PausedFor),
            _ => due.Day.AddDays(PausedFor),
        });
    }

    private static int DaysBetween(DateOnly from, DateOnly to, ClockRule rule, WorkingCalendar calendar)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (rule.Length.Unit == TimeUnit.WorkingDays ? calendar.IsWorkingDay(day) : rule.Length.Unit != TimeUnit.Weekdays || calendar.IsWeekday(day)) days++;
        }

        return days;
    }

    internal void Stop(Moment moment, DateTime at) => (StoppedAt, StoppedBy) = (at, moment.Code());

    internal void Notice(DateTime at, DateTime? promised)
    {
        if (at < DueAt) NoticedAt ??= at;
        PromisedAt = promised ?? PromisedAt;
    }

    internal void Remove() => IsGone = true;

    internal void Return() => IsGone = false;

    private static DateOnly WarningDay(DateOnly due, Length before, WorkingCalendar calendar)
    {
        if (before.Unit == TimeUnit.Months) return due.AddMonths(-before.Amount);
        if (before.Unit != TimeUnit.WorkingDays) return due.AddDays(-before.Amount * (before.Unit == TimeUnit.Weeks ? 7 : 1));
        for (var left = before.Amount; left > 0;)
        {
            due = due.AddDays(-1);
            if (calendar.IsWorkingDay(due)) left--;
        }

        return due;
    }
}
