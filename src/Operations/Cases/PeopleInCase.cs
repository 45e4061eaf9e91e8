using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Domain.Privacy;

namespace Gava.Operations.Cases;

/// <summary>Who may be named in the texts about a case: the one who complains, those named before, those who work there (R-REG-02).</summary>
public static class PeopleInCase
{
    /// <param name="unitId">Where it happened; null while nobody has said.</param>
    /// <param name="complainant">The name of the one who complains, as it was typed: one that is too long is passed over.</param>
    public static NamedPeople Of(Organisation organisation, Guid? unitId, DateOnly day, string? complainant, Relation relation, IEnumerable<NamedPerson>? known = null) =>
        new(known, complainant is { Length: <= Complainant.LongestName } ? complainant.Trim() : null, relation.Role(),
            unitId is { } unit ? [.. organisation.StaffOf(unit, day).Where(p => !p.IsService).Select(p => p.Name)] : []);
}
