namespace Gava.Domain.People;

/// <summary>What somebody is at a place (R-ESC-01). The glossary has the Swedish titles.</summary>
public enum Role
{
    /// <summary>Baspersonal: receives, registers, puts right, answers within the own duties.</summary>
    Employee,
    Reception,

    /// <summary>Samordnare, administratör.</summary>
    Coordinator,

    /// <summary>Registreringsansvarig.</summary>
    RegistrationOfficer,

    /// <summary>Gruppchef.</summary>
    TeamLeader,
    UnitManager,
    DeputyDepartmentHead,
    DepartmentHead,

    /// <summary>Verksamhetschef.</summary>
    OperationsManager,

    /// <summary>Förvaltningschef.</summary>
    AdministrationDirector,
    Registrar,

    /// <summary>Klagomålshanterare.</summary>
    ComplaintsManager,
    ManagementGroup,
    Board,
    SystemAdministrator,

    /// <summary>A neighbouring system with an API key: registers at its place and below, sees the register part.</summary>
    Service,
}

/// <summary>What follows from a role, in one table.</summary>
public static class Roles
{
    /// <summary>The manager's line: leads the place and what lies below, accepts cases for it, acts in its cases.</summary>
    public static bool IsLine(this Role role) => role is Role.TeamLeader or Role.UnitManager or Role.DeputyDepartmentHead
        or Role.DepartmentHead or Role.OperationsManager or Role.AdministrationDirector;

    /// <summary>Sees every case of the place and below (R-SEC-01): the line, and those whose work is the register.</summary>
    public static bool SeesThePlace(this Role role) => role.IsLine() || role is Role.Coordinator or Role.RegistrationOfficer
        or Role.Registrar or Role.ComplaintsManager or Role.Service;

    /// <summary>Accepts what is handed to the place.</summary>
    public static bool AcceptsForThePlace(this Role role) => role.IsLine() || role is Role.Coordinator;

    /// <summary>Any employee can register (R-IN-03); boards and system administrators are no employees of a unit.</summary>
    public static bool Registers(this Role role) => role is not (Role.Board or Role.ManagementGroup or Role.SystemAdministrator);

    /// <summary>Takes in an older register's cases at the place and below: those whose work is the register, and who looks after the system.</summary>
    public static bool Imports(this Role role) => role is Role.Coordinator or Role.RegistrationOfficer or Role.Registrar or Role.ComplaintsManager or Role.SystemAdministrator;

    /// <summary>"registratorn", in the middle of a sentence.</summary>
    public static string Definite(this Role role) => role switch
    {
        Role.Employee => "medarbetaren",
        Role.Reception => "receptionen",
        Role.Coordinator => "samordnaren",
        Role.RegistrationOfficer => "den registreringsansvariga",
        Role.DeputyDepartmentHead => "den biträdande avdelningschefen",
        Role.Registrar => "registratorn",
        Role.ComplaintsManager => "klagomålshanteraren",
        Role.ManagementGroup => "ledningsgruppen",
        Role.Board => "nämnden",
        Role.SystemAdministrator => "systemadministratören",
        Role.Service => "systemet",
        _ => role.Swedish().ToLowerInvariant() + "en", // the chefs
    };

    public static string Swedish(this Role role) => role switch
    {
        Role.Employee => "Medarbetare",
        Role.Reception => "Reception",
        Role.Coordinator => "Samordnare",
        Role.RegistrationOfficer => "Registreringsansvarig",
        Role.TeamLeader => "Gruppchef",
        Role.UnitManager => "Enhetschef",
        Role.DeputyDepartmentHead => "Biträdande avdelningschef",
        Role.DepartmentHead => "Avdelningschef",
        Role.OperationsManager => "Verksamhetschef",
        Role.AdministrationDirector => "Förvaltningschef",
        Role.Registrar => "Registrator",
        Role.ComplaintsManager => "Klagomålshanterare",
        Role.ManagementGroup => "Ledningsgrupp",
        Role.Board => "Nämnd",
        Role.SystemAdministrator => "Systemadministratör",
        Role.Service => "System",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}

/// <summary>A role at a place, for a time. A stand-in (vikarie) has an end, and says for whom.</summary>
public sealed class RoleAtPlace
{
    private RoleAtPlace() { }

    public RoleAtPlace(Guid personId, Guid unitId, Role role, DateOnly? from = null, DateOnly? until = null, Guid? standsInFor = null)
    {
        if (from > until) throw new RuleBroken("role-dates", "Slutdatumet kan inte ligga före startdatumet.", "until");
        (PersonId, UnitId, Role, From, Until, StandsInFor) = (personId, unitId, role, from, until, standsInFor);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PersonId { get; private set; }

    public Guid UnitId { get; private set; }

    public Role Role { get; private set; }

    public DateOnly? From { get; private set; }

    /// <summary>The last day, included.</summary>
    public DateOnly? Until { get; private set; }

    public Guid? StandsInFor { get; private set; }

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>Sets the last day, included. One before the first day takes back what was only planned.</summary>
    public void End(DateOnly lastDay) => Until = lastDay;
}
