using Gava.Domain.Deadlines;
using Gava.Domain.History;

namespace Gava.Domain.Cases;

/// <summary>Something that time itself brought about, for the desk to tell people of.</summary>
/// <param name="Clock">The clock's name.</param>
/// <param name="What">A warning before the end, a warning that comes too late, or a breach for the next manager.</param>
public sealed record Woken(string Clock, WokenWhat What);

public enum WokenWhat { Warned, WarnedLate, Overdue }

public sealed partial class Case
{
    /// <summary>
    /// What time has brought about since last (R-ESC-04): a warning before each end, and when it has passed, word to the next
    /// manager where the routine says so. Each comes exactly once, however long Gåva was down, and a warning that comes after
    /// the end says so. The marks are saved with the mails. No line of the case's own journal: nobody who writes at that
    /// moment shall be told that the case has changed.
    /// </summary>
    public IReadOnlyList<Woken> Wake(Change change)
    {
        if (!IsOpen) return [];
        List<Woken> woken = [];
        foreach (var clock in clocks.Where(c => c.Runs && c.PausedAt is null))
        {
            if (clock.RemindedAt is null && change.At >= clock.WarnAt)
            {
                clock.Remind(change.At);
                woken.Add(new(clock.Name, change.At >= clock.DueAt ? WokenWhat.WarnedLate : WokenWhat.Warned));
            }

            if (clock.EscalatedAt is not null || change.At < clock.UrgentAt) continue;
            if (Routine.Responsibility.OverdueTo is { } grace)
            {
                if (change.At < Due.Count(clock.UrgentAt.AddTicks(-1), grace, calendar!).LateFrom) continue;
                woken.Add(new(clock.Name, WokenWhat.Overdue));
            }

            clock.Escalate(change.At);
        }

        return woken;
    }

    /// <summary>True when an offer has lain so long that it counts as refused (routines.md: hand-over).</summary>
    public bool OfferHasLapsed(DateTime now) =>
        Offer is { } offer && Routine.HandOver.RefusedAfter is { } patience && now >= Due.Count(offer.At, patience, calendar!).LateFrom;
}
