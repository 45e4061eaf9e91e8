using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <content>A case that comes to a unit with another routine follows that one from then on.</content>
public sealed partial class Case
{
    /// <summary>Numbers in diaries that it has left; the desk closes their rows (law.md SR-2.12).</summary>
    public IReadOnlyList<DiaryNumber> LeftDiaries => leftDiaries;

    private readonly List<DiaryNumber> leftDiaries = [];

    /// <summary>
    /// Whoever has taken it over works by another routine, and its promises hold from now on: its clocks are that routine's, counted
    /// from the moments at which they would have begun. What was done stays done, and what was answered stays answered. A number
    /// in another board's diary is closed there, and the case waits for one here (law.md SR-2.12).
    /// </summary>
    public void Adopt(Routine other, WorkingCalendar itsCalendar, Change change)
    {
        MustBeOpen("byter rutin");
        if (other.Name == RoutineName) return;
        var before = Routine;
        if (DiaryNumber is { } number && SeriesOf(other) != SeriesOf(before)) LeaveDiary(number, change);
        Kind = KindIn(other);
        if (Regime == before.Regime) Regime = other.Regime;
        if (SecrecyProvision is null && LegalRegimes.On(Regime, StockholmTime.DateOf(ArrivedAt)) is { SecrecyPresumed: true } law)
        {
            (SecrecyProvision, SecrecyAt) = (law.Provision, change.At);
        }

        (routine, calendar, RoutineName, RoutineVersion) = (other, itsCalendar, other.Name, other.Version);
        SettleDiary();
        foreach (var clock in clocks.Where(c => c.StoppedAt is null)) CountAnew(clock);
        RestartForKind();
        Record(EventKind.RoutineAdopted, change, subject: $"{before.Name};{other.Name}");
    }

    private void LeaveDiary(DiaryNumber number, Change change)
    {
        if (DiaryState == DiaryState.Entered)
        {
            leftDiaries.Add(number);
            Record(EventKind.DiaryLeft, change, subject: number.ToString());
        }

        (DiaryNumber, ExemptFor, ForwardedAt) = (null, null, null);
    }

    /// <summary>A clock that both have is counted by the new rule, from where that begins.</summary>
    private void CountAnew(CaseClock clock)
    {
        if (Routine.Clock(clock.Name) is not { } rule || !RunsHere(rule)) return;
        clock.Restart(Here(rule), rule.Start switch
        {
            Moment.Arrival => ArrivedAt,
            Moment.Registration => RegisteredAt,
            _ => clock.StartedAt,
        }, calendar!);
    }

    /// <summary>The kind that it is there: the same, or the first that is handled alike.</summary>
    private string KindIn(Routine other) => other.Kind(Kind) is not null ? Kind
        : (other.Kinds.FirstOrDefault(k => k.IsComplaint == KindHere.IsComplaint) ?? other.Kinds[0]).Code;

    private static string? SeriesOf(Routine of) => of.Registration.Mode == RegistrationMode.Diary ? of.Registration.Series : null;
}
