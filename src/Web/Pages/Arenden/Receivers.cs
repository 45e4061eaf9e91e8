using Gava.Domain.People;
using Gava.Web.Components;

namespace Gava.Web.Pages.Arenden;

/// <summary>Each unit by the name of whoever leads it, and below it those who work there, as choices "unit" and "unit/person".</summary>
internal static class Receivers
{
    /// <param name="except">Somebody who has it already.</param>
    /// <param name="may">Who can receive it at all, also as a unit's leader; null is everybody.</param>
    public static IEnumerable<Choice> Of(Organisation organisation, DateOnly today, Guid? except = null, Func<Person, bool>? may = null) =>
        organisation.PlacesForCases().SelectMany(unit => UnitAndPeople(organisation, unit, today, except, may ?? (_ => true)));

    private static IEnumerable<Choice> UnitAndPeople(Organisation organisation, Unit unit, DateOnly today, Guid? except, Func<Person, bool> may)
    {
        var leader = organisation.LeadersOf(unit.Id, today).FirstOrDefault(may);
        if (leader is null) yield break;
        yield return new Choice(unit.Slug, $"{unit.Name} ({leader.Name})", Group: unit.Name);
        foreach (var person in organisation.StaffOf(unit.Id, today).Where(p => p.Id != except && may(p)))
        {
            yield return new Choice($"{unit.Slug}/{person.UserName}", $"{person.Name}, {person.Title}", Group: unit.Name);
        }
    }
}
