namespace Gava.Domain.People;

/// <summary>
/// Somebody at work in Gåva on a certain day, with the keys they carry. A case hangs on keys (<see cref="Cases.Case.KeysIn"/>);
/// it opens for whoever carries one of them (R-SEC-01). A key is the id of a person or of a place.
/// </summary>
public sealed class Viewer
{
    private readonly Organisation organisation;

    public Viewer(Person person, IReadOnlyList<RoleAtPlace> roles, Organisation organisation)
    {
        (Person, Roles, this.organisation) = (person, roles, organisation);
        Keys = roles.Count == 0 ? [] : [person.Id, .. roles.Where(r => r.Role.SeesThePlace()).Select(r => r.UnitId).Distinct()];
    }

    public Person Person { get; }

    public Guid Id => Person.Id;

    /// <summary>The roles that hold today.</summary>
    public IReadOnlyList<RoleAtPlace> Roles { get; }

    public IReadOnlyList<Guid> Keys { get; }

    public bool Is(Role role) => Roles.Any(r => r.Role == role);

    /// <summary>Leads the place: has a line role there or anywhere above.</summary>
    public bool Leads(Guid unitId) => HasAbove(unitId, r => r.IsLine());

    /// <summary>May take over what is handed to the place.</summary>
    public bool AcceptsFor(Guid unitId) => HasAbove(unitId, r => r.AcceptsForThePlace());

    /// <summary>Sees all cases of the place and below.</summary>
    public bool SeesThePlace(Guid unitId) => HasAbove(unitId, r => r.SeesThePlace());

    public bool MayRegister => Roles.Any(r => r.Role.Registers());

    /// <summary>May take in an older register's cases somewhere (R-SYS-04).</summary>
    public bool MayImport => Roles.Any(r => r.Role.Imports());

    /// <summary>May take them in at the place.</summary>
    public bool ImportsTo(Guid unitId) => HasAbove(unitId, r => r.Imports());

    /// <summary>The place where somebody has their daily work: their first role at a unit.</summary>
    public Unit? OwnUnit => Roles.Where(r => r.Role.Registers()).Select(r => organisation.Unit(r.UnitId)).OfType<Unit>()
        .OrderByDescending(u => u.Kind).FirstOrDefault();

    private bool HasAbove(Guid unitId, Func<Role, bool> role) =>
        organisation.Line(unitId).Any(place => Roles.Any(r => r.UnitId == place.Id && role(r.Role)));
}
