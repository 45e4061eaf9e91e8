using Gava.Domain.People;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>Who has a case next: on the ladder for inability (R-ESC-05), or by what it is about (R-ESC-02).</summary>
public static class NextOnLadder
{
    // Where a routine has no ladder of its own, the line has one.
    private static readonly IReadOnlyList<Role> Ordinary =
        [Role.Employee, Role.TeamLeader, Role.UnitManager, Role.DepartmentHead, Role.OperationsManager, Role.AdministrationDirector];

    /// <summary>The next one up from somebody at a place; null when the ladder ends there.</summary>
    public static (Unit Place, Person Person)? ForInability(Routine routine, Organisation organisation, Guid unitId, Guid? holder, DateOnly day)
    {
        var ladder = routine.Responsibility.Inability is { Count: > 0 } own ? own : Ordinary;
        var rung = RungOf(ladder, organisation, unitId, holder, day);
        return ladder.Skip(rung + 1).Select(role => organisation.Holder(unitId, role, day, holder)).FirstOrDefault(found => found is not null);
    }

    /// <summary>Through whose hands it goes to the registrar (S3: the complaints manager; R-REG-09); null where it goes straight.</summary>
    public static Person? OnTheWayToRegistrar(Routine routine, Organisation organisation, Guid unitId, DateOnly day) =>
        routine.Registration.Through is { } role ? organisation.Holder(unitId, role, day)?.Person : null;

    /// <summary>
    /// Who has what is about a person or an organisation. What the routine does not name goes to the nearest leader who is not
    /// the one whom it is about.
    /// </summary>
    /// <param name="scope">Which organisation, where the routine tells them apart; empty else.</param>
    /// <param name="concerned">Whom it is about; null when it is about an organisation.</param>
    /// <param name="holder">At whose desk it lies.</param>
    public static (SubjectStep Step, Unit Place, Person Person)? BySubject(Routine routine, Organisation organisation, Guid unitId, SubjectOf about, string scope,
        Guid? concerned, Guid? holder, DateOnly day)
    {
        var whose = about == SubjectOf.OwnPerson ? concerned : holder;
        var roles = whose is { } id ? organisation.RolesOf(id).Where(r => r.HoldsOn(day)).Select(r => r.Role).ToHashSet() : [];
        var steps = routine.Responsibility.BySubject.Where(s => s.About == about && (s.Scope.Length == 0 || string.Equals(s.Scope, scope, StringComparison.OrdinalIgnoreCase))).ToList();
        var from = PlaceOf(organisation, unitId, whose, roles, day);
        foreach (var step in steps.Where(s => roles.Contains(s.From)).Concat(about == SubjectOf.OwnPerson ? [] : steps))
        {
            if (organisation.Holder(from, step.To, day, concerned) is { } found) return (step, found.Place, found.Person);
        }

        if (about == SubjectOf.SeveralUnits && routine.Responsibility.SeveralUnits is { } several && organisation.Holder(from, several, day, concerned) is { } wide)
        {
            return (new(about, scope, several, several, routine.Responsibility.Citation), wide.Place, wide.Person);
        }

        var above = organisation.Line(from).SelectMany(place => organisation.RolesAt(place.Id).Where(r => r.Role.IsLine() && r.HoldsOn(day) && r.PersonId != concerned && r.PersonId != holder)
            .Select(r => (place, organisation.Person(r.PersonId), r.Role))).FirstOrDefault(x => x.Item2 is { IsActive: true });
        return above.Item2 is null ? null : (new(about, scope, above.Role, above.Role, new(null, "Närmaste chef som inte berörs.")), above.place, above.Item2);
    }

    private static int RungOf(IReadOnlyList<Role> ladder, Organisation organisation, Guid unitId, Guid? holder, DateOnly day)
    {
        if (holder is not { } id) return -1;
        var places = organisation.Line(unitId).Select(u => u.Id).ToHashSet();
        return organisation.RolesOf(id).Where(r => r.HoldsOn(day) && places.Contains(r.UnitId)).Select(r => Index(r.Role)).DefaultIfEmpty(0).Max();

        // A title that the ladder does not name stands where the ordinary ladder has it, or at its foot.
        int Index(Role role) => ladder.ToList().IndexOf(role);
    }

    // A manager is sought above the place where the one concerned is one, not above the unit that the case happened to name.
    private static Guid PlaceOf(Organisation organisation, Guid unitId, Guid? whose, HashSet<Role> roles, DateOnly day)
    {
        if (whose is not { } id || roles.Count == 0) return unitId;
        var line = organisation.Line(unitId).Select(u => u.Id).ToHashSet();
        var held = organisation.RolesOf(id).Where(r => r.HoldsOn(day) && r.Role.IsLine()).Select(r => r.UnitId).ToList();
        return held.Any(line.Contains) ? held.Last(line.Contains) : held.Count > 0 ? held[0] : unitId;
    }
}
