using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <summary>Something that comes back and that somebody is to do: a duty, or a report to compile (routines.md).</summary>
/// <param name="Routine">The routine that says so.</param>
/// <param name="Code">The duty's or the report's.</param>
/// <param name="Place">Where it is done.</param>
/// <param name="Period">Once in this period; for a newcomer the name is "new".</param>
/// <param name="DueOn">The last day.</param>
/// <param name="IsPersonal">Each one does it for themself; else once for the place.</param>
/// <param name="IsReport">A report to compile, and to whom it goes.</param>
public sealed record Recurring(string Routine, string Code, string Label, string Text, Unit Place, string Period, string PeriodLabel, DateOnly DueOn,
    bool IsPersonal, bool IsReport, Citation Citation);

/// <summary>What comes back for somebody just now, from the routines of the places where they have a role.</summary>
public static class RecurringWork
{
    /// <summary>What a newcomer is to read, within so many days (S0 S1 S4).</summary>
    public const int DaysForNewcomers = 30;

    private const string New = "new";

    /// <summary>
    /// Duties of this period, and reports of the period that ended last and are due. Whether they are done is not asked here.
    /// </summary>
    /// <param name="routineAt">The routine that holds at a place; null where none does.</param>
    /// <param name="calendar">The calendar of a routine, with the local closed days.</param>
    public static IEnumerable<Recurring> For(Viewer viewer, Organisation organisation, Func<Guid, Routine?> routineAt, Func<Routine, WorkingCalendar> calendar, DateOnly today)
    {
        if (viewer.Person.IsService) return [];
        return viewer.Roles.SelectMany(role => organisation.Unit(role.UnitId) is { } place ? Of(role, place) : []).DistinctBy(r => (r.Routine, r.Code, r.Place.Id, r.Period));

        IEnumerable<Recurring> Of(RoleAtPlace role, Unit place)
        {
            foreach (var routine in RoutinesUnder(role, place, organisation, routineAt))
            {
                foreach (var duty in routine.Learning.Duties.Where(d => Fits(d.Who, role.Role)))
                {
                    if (DutyOf(routine, duty, place, role, today) is { } due) yield return due;
                }

                foreach (var report in routine.Reports.Where(r => r.By == role.Role)) yield return ReportOf(routine, report, place, calendar(routine), today);
            }
        }
    }

    /// <summary>Somebody whose work is the register answers for every routine below; others for the one where they work.</summary>
    private static IEnumerable<Routine> RoutinesUnder(RoleAtPlace role, Unit place, Organisation organisation, Func<Guid, Routine?> routineAt)
    {
        var own = routineAt(place.Id);
        var below = role.Role.SeesThePlace() ? organisation.Below(place.Id).Select(u => routineAt(u.Id)) : [];
        return below.Prepend(own).OfType<Routine>().DistinctBy(r => r.Name);
    }

    private static Recurring? DutyOf(Routine routine, RecurringDuty duty, Unit place, RoleAtPlace role, DateOnly today)
    {
        if (duty.Every is "newEmployee" or "newManager")
        {
            if (role.From is not { } first || first > today || today.DayNumber - first.DayNumber > DaysForNewcomers) return null;
            return new(routine.Name, duty.Code, duty.Label, duty.Text, place, New, "när du är ny", first.AddDays(DaysForNewcomers), true, false, duty.Citation);
        }

        var period = Period.Of(today, duty.Every switch
        {
            "month" => ReportPeriod.Month,
            "quarter" => ReportPeriod.Quarter,
            "halfYear" => ReportPeriod.HalfYear,
            _ => ReportPeriod.Year,
        });
        return new(routine.Name, duty.Code, duty.Label, duty.Text, place, period.Name, period.Swedish(), period.To, duty.Who == Role.Employee, false, duty.Citation);
    }

    private static Recurring ReportOf(Routine routine, ReportCycle report, Unit place, WorkingCalendar calendar, DateOnly today)
    {
        var period = Period.Of(today, report.Period).Before();
        var due = Due.Count(StockholmTime.EndOf(period.To).AddTicks(-1), report.Within, calendar).Day;
        var to = report.To.Count == 0 ? "" : $" Lämna till {string.Join(" och ", report.To)}.";
        var texts = report.TextsFrom is { } from ? $" Be om texter från varje {from.Swedish().ToLowerInvariant()}." : "";
        return new(routine.Name, report.Code, report.Label, $"Sammanställ {period.Swedish()}.{texts}{to}", place, period.Name, period.Swedish(), due, false, true, report.Citation);
    }

    // "Employee" is everybody who works there: managers read the routine too.
    private static bool Fits(Role told, Role held) => told == held || (told == Role.Employee && held.Registers() && held is not (Role.Registrar or Role.ComplaintsManager));
}
