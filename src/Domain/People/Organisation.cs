using System.Collections.Frozen;

namespace Gava.Domain.People;

/// <summary>
/// The whole organisation at one moment: places, people and roles, read once and never changed. Answers who leads what and
/// which keys somebody carries.
/// </summary>
public sealed class Organisation
{
    private readonly FrozenDictionary<Guid, Unit> units;
    private readonly FrozenDictionary<string, Unit> bySlug;
    private readonly FrozenDictionary<Guid, Person> people;
    private readonly ILookup<Guid, RoleAtPlace> rolesOf;
    private readonly ILookup<Guid, RoleAtPlace> rolesAt;
    private readonly ILookup<Guid?, Unit> children;

    public Organisation(IEnumerable<Unit> units, IEnumerable<Person> people, IEnumerable<RoleAtPlace> roles)
    {
        this.units = units.ToFrozenDictionary(u => u.Id);
        bySlug = this.units.Values.ToFrozenDictionary(u => u.Slug);
        this.people = people.ToFrozenDictionary(p => p.Id);
        var all = roles.ToList();
        rolesOf = all.ToLookup(r => r.PersonId);
        rolesAt = all.ToLookup(r => r.UnitId);
        children = this.units.Values.OrderBy(u => u.Name, StringComparer.Create(new("sv-SE"), ignoreCase: true)).ToLookup(u => u.ParentId);
    }

    public IReadOnlyCollection<Unit> Units => units.Values;

    public IReadOnlyCollection<Person> People => people.Values;

    public Unit? Unit(Guid? id) => id is { } known && units.TryGetValue(known, out var unit) ? unit : null;

    public Unit? Unit(string? slug) => slug is not null && bySlug.TryGetValue(slug, out var unit) ? unit : null;

    public Person? Person(Guid? id) => id is { } known && people.TryGetValue(known, out var person) ? person : null;

    public Person? Person(string userName) =>
        people.Values.FirstOrDefault(p => string.Equals(p.UserName, userName, StringComparison.OrdinalIgnoreCase));

    /// <summary>A person's name for people to read; the clock is called "Gåva".</summary>
    public string NameOf(Guid? id) => id is null ? "" : id == Domain.People.Person.System ? "Gåva" : id == Domain.People.Person.Citizen ? Domain.People.Person.AtTheDoor.Name : Person(id)?.Name ?? "någon som inte längre finns kvar";

    /// <summary>The unit and everything above it, nearest first.</summary>
    public IEnumerable<Unit> Line(Guid unitId)
    {
        var steps = 0;
        for (var unit = Unit(unitId); unit is not null && steps++ < 50; unit = Unit(unit.ParentId)) yield return unit;
    }

    /// <summary>The unit and everything below it, in the order people read a tree.</summary>
    public IEnumerable<Unit> Below(Guid unitId)
    {
        HashSet<Guid> seen = [];
        Stack<Unit> next = Unit(unitId) is { } top ? new([top]) : [];
        while (next.TryPop(out var unit))
        {
            if (!seen.Add(unit.Id)) continue;
            yield return unit;
            foreach (var child in children[unit.Id].Reverse()) next.Push(child);
        }
    }

    /// <summary>The whole tree, in the order people read it.</summary>
    public IEnumerable<Unit> Tree() => children[null].SelectMany(root => Below(root.Id));

    public IEnumerable<RoleAtPlace> RolesOf(Guid personId) => rolesOf[personId];

    public IEnumerable<RoleAtPlace> RolesAt(Guid unitId) => rolesAt[unitId];

    /// <summary>The routine that holds at a place: its own, or the nearest above.</summary>
    public string? RoutineAt(Guid unitId) => Line(unitId).Select(u => u.Routine).FirstOrDefault(r => r is not null);

    /// <summary>Places where a case can be registered: units and departments where a routine holds and that still work.</summary>
    public IEnumerable<Unit> PlacesForCases() => PlacesWithCases().Where(u => u.Ended is null);

    /// <summary>Places where cases are or were registered: the ended too, whose old cases are there still.</summary>
    public IEnumerable<Unit> PlacesWithCases() =>
        Tree().Where(u => u.Kind is UnitKind.Unit or UnitKind.Department && RoutineAt(u.Id) is not null);

    /// <summary>Places that still work, in the order people read them.</summary>
    public IEnumerable<Unit> PlacesAtWork() => Tree().Where(u => u.Ended is null);

    /// <summary>The places right below, in the order people read them.</summary>
    public IEnumerable<Unit> RightBelow(Guid unitId) => children[unitId];

    /// <summary>How many a place is there for on that day: its own number, or that of all right below together; null where one of them has none.</summary>
    public int? UsersOf(Guid unitId, DateOnly day) => UsersOf(unitId, day, 0);

    private int? UsersOf(Guid unitId, DateOnly day, int depth)
    {
        if (Unit(unitId)?.UsersOn(day) is { } own) return own;
        // Only what takes cases counts: an office between two levels has nobody of its own.
        var below = depth > 50 ? [] : RightBelow(unitId).Where(u => (u.Ended is null || u.Ended > day) && Below(u.Id).Any(b => b.Kind is UnitKind.Unit or UnitKind.Department && RoutineAt(b.Id) is not null)).Select(u => UsersOf(u.Id, day, depth + 1)).ToList();
        return below.Count == 0 || below.Contains(null) ? null : below.Sum();
    }

    /// <summary>"Nacka · Sociala · Boendestöd", from the top.</summary>
    public string PathOf(Guid unitId) => string.Join(" · ", Line(unitId).Reverse().Select(u => u.Name));

    /// <summary>Those who lead the place on that day: its own line, or the nearest above that has one.</summary>
    public IEnumerable<Person> LeadersOf(Guid unitId, DateOnly day) =>
        Line(unitId)
            .Select(u => RolesAt(u.Id).Where(r => r.Role.AcceptsForThePlace() && r.HoldsOn(day))
                .OrderBy(r => r.Role.IsLine() ? 0 : 1).Select(r => Person(r.PersonId)).OfType<Person>().Where(p => p.IsActive).Distinct().ToList())
            .FirstOrDefault(leaders => leaders.Count > 0) ?? [];

    /// <summary>Everybody who could be given a case of the place on that day, the nearest first and the line before coordinators.</summary>
    public IEnumerable<Person> LeadersAbove(Guid unitId, DateOnly day) =>
        Line(unitId).SelectMany(u => RolesAt(u.Id).Where(r => r.Role.AcceptsForThePlace() && r.HoldsOn(day)).OrderBy(r => r.Role.IsLine() ? 0 : 1).ThenBy(r => r.StandsInFor is null ? 0 : 1))
            .Select(r => Person(r.PersonId)).OfType<Person>().Where(p => p is { IsActive: true, IsService: false }).DistinctBy(p => p.Id);

    /// <summary>True when somebody administers the system on that day, and goes on doing so.</summary>
    public bool HasAdministrator(DateOnly day) => rolesOf.SelectMany(r => r)
        .Any(r => r is { Role: Role.SystemAdministrator, Until: null } && r.HoldsOn(day) && Person(r.PersonId) is { IsActive: true, IsService: false });

    /// <summary>Who holds a role nearest above the place, or at it, on that day; null when nobody does (R-ESC-01).</summary>
    /// <param name="not">Somebody who cannot be the one.</param>
    public (Unit Place, Person Person)? Holder(Guid unitId, Role role, DateOnly day, Guid? not = null)
    {
        foreach (var place in Line(unitId))
        {
            var holder = RolesAt(place.Id).Where(r => r.Role == role && r.HoldsOn(day) && r.PersonId != not).OrderBy(r => r.StandsInFor is null ? 0 : 1)
                .Select(r => Person(r.PersonId)).FirstOrDefault(p => p is { IsActive: true, IsService: false });
            if (holder is not null) return (place, holder);
        }

        return null;
    }

    /// <summary>The slugs of the place and everything above it, nearest first.</summary>
    public IReadOnlyList<string> SlugsAbove(Guid unitId) => [.. Line(unitId).Select(u => u.Slug)];

    /// <summary>Those who work at the place on that day.</summary>
    public IEnumerable<Person> StaffOf(Guid unitId, DateOnly day) =>
        RolesAt(unitId).Where(r => r.HoldsOn(day) && r.Role.Registers()).Select(r => Person(r.PersonId)).OfType<Person>()
            .Where(p => p.IsActive && !p.IsService).DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.Create(new("sv-SE"), true));

    /// <summary>What somebody may see and do on that day. Somebody without a role, or who has left, carries no key at all.</summary>
    public Viewer ViewerOf(Guid personId, DateOnly day)
    {
        var person = Person(personId) ?? throw new ArgumentException("Unknown person.", nameof(personId));
        var roles = person.IsActive ? rolesOf[personId].Where(r => r.HoldsOn(day)).ToList() : [];
        return new Viewer(person, roles, this);
    }
}
