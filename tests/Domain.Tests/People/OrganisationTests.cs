using Gava.Domain.People;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.People;

/// <summary>R-ESC-01: a tree with free levels, people in roles at each place, stand-ins with dates.</summary>
public sealed class OrganisationTests
{
    [Fact]
    public void The_line_of_a_unit_is_what_stands_above_it_nearest_first() =>
        Assert.Equal(["boendestod", "socialpsykiatri", "nacka"], Make.Organisation().Line(Make.Unit("boendestod").Id).Select(u => u.Slug));

    [Fact]
    public void What_lies_below_is_read_as_a_tree() =>
        Assert.Equal(["socialpsykiatri", "boendestod", "traffpunkten"], Make.Organisation().Below(Make.Unit("socialpsykiatri").Id).Select(u => u.Slug));

    [Fact]
    public void The_whole_tree_is_in_Swedish_order() =>
        Assert.Equal(["nacka", "kultur", "biblioteket", "socialpsykiatri", "boendestod", "traffpunkten"], Make.Organisation().Tree().Select(u => u.Slug));

    [Fact]
    public void A_place_is_called_by_its_path() =>
        Assert.Equal("Nacka · Socialpsykiatri · Boendestöd", Make.Organisation().PathOf(Make.Unit("boendestod").Id));

    [Theory]
    [InlineData("boendestod", "nacka-socialpsykiatri")] // from the department above
    [InlineData("traffpunkten", "nacka-kommun")] // its own
    [InlineData("biblioteket", null)]
    public void A_routine_holds_below_until_a_unit_names_its_own(string unit, string? routine) =>
        Assert.Equal(routine, Make.Organisation().RoutineAt(Make.Unit(unit).Id));

    [Fact]
    public void Cases_are_registered_where_a_routine_holds() =>
        Assert.Equal(["socialpsykiatri", "boendestod", "traffpunkten"], Make.Organisation().PlacesForCases().Select(u => u.Slug));

    [Theory]
    [InlineData("boendestod", "2026-04-24", "cecilia")]
    [InlineData("boendestod", "2026-07-10", "cecilia sten")] // with the stand-in
    [InlineData("traffpunkten", "2026-04-24", "david kim")] // the line before the coordinator
    [InlineData("biblioteket", "2026-04-24", "lena")]
    [InlineData("kultur", "2026-04-24", "")] // nobody leads it, nor Nacka
    [InlineData("socialpsykiatri", "2026-04-24", "eva")]
    public void Those_who_lead_a_place_are_found_for_the_day(string unit, string day, string leaders) => // R-ESC-01, R-ESC-04
        Assert.Equal(leaders.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Make.Organisation().LeadersOf(Make.Unit(unit).Id, Make.Day(day)).Select(p => p.UserName));

    [Fact]
    public void Where_nobody_leads_the_place_the_nearest_above_does()
    {
        var department = new Unit("avdelning", "Avdelningen", UnitKind.Department, null);
        var unit = new Unit("enhet", "Enheten", UnitKind.Unit, department.Id);
        var (head, gone) = (new Person("eva", "Eva", "Avdelningschef"), new Person("viktor", "Viktor", "Enhetschef"));
        gone.Leave();
        var organisation = new Organisation([department, unit], [head, gone],
            [new(head.Id, department.Id, Role.DepartmentHead), new(gone.Id, unit.Id, Role.UnitManager)]);
        Assert.Equal([head], organisation.LeadersOf(unit.Id, Make.Day("2026-04-24")));
    }

    [Fact] // R-LEARN-02: what comes in for each thousand
    public void A_place_without_a_number_of_its_own_is_there_for_those_below_it_together()
    {
        var department = new Unit("avdelning", "Avdelningen", UnitKind.Department, null, "nacka-kommun");
        var (one, other) = (new Unit("en", "En", UnitKind.Unit, department.Id), new Unit("annan", "En annan", UnitKind.Unit, department.Id));
        var organisation = new Organisation([department, one, other], [], []);
        one.CountUsers(40, Make.Day("2026-03-01"));
        Assert.Null(organisation.UsersOf(department.Id, Make.Day("2026-04-24")));
        other.CountUsers(110, Make.Day("2026-04-01"));
        other.CountUsers(120, Make.Day("2026-06-01"));
        Assert.Equal((150, 150, 160), (UsersOn("2025-12-31"), UsersOn("2026-05-31"), UsersOn("2026-06-01")));
        department.CountUsers(1000, Make.Day("2026-01-01"));
        Assert.Equal(1000, UsersOn("2026-06-01"));
        department.CountUsers(null, Make.Day("2026-06-01"));
        Assert.Equal((1000, 160), (UsersOn("2026-05-31"), UsersOn("2026-06-01")));
        foreach (var count in new[] { 0, -1, 1_000_001 }) Assert.Equal("users-count", Assert.Throws<RuleBroken>(() => one.CountUsers(count, Make.Day("2026-06-01"))).Code);

        int? UsersOn(string day) => organisation.UsersOf(department.Id, Make.Day(day));
    }

    [Fact]
    public void Staff_are_those_who_register_there_today() =>
        Assert.Equal(["amal", "bodil", "cecilia"], Make.Organisation().StaffOf(Make.Unit("boendestod").Id, Make.Day("2026-04-24")).Select(p => p.UserName));

    [Fact]
    public void Names_are_read_by_people()
    {
        var organisation = Make.Organisation();
        Assert.Equal("Amal", organisation.NameOf(Make.Person("amal").Id));
        Assert.Equal("Gåva", organisation.NameOf(Person.System));
        Assert.Equal("", organisation.NameOf(null));
        Assert.Equal("Amal", organisation.Person("AMAL")?.Name);
    }

    [Fact]
    public void A_line_that_runs_in_a_ring_still_ends()
    {
        var (one, other) = Ring();
        Assert.NotEmpty(new Organisation([one, other], [], []).Line(one.Id));
    }

    [Fact]
    public void A_tree_that_runs_in_a_ring_still_ends()
    {
        var (one, other) = Ring();
        Assert.Equal([one, other], new Organisation([one, other], [], []).Below(one.Id));
    }

    private static (Unit One, Unit Other) Ring()
    {
        var one = new Unit("en", "En enhet", UnitKind.Unit, null);
        var other = new Unit("annan", "En annan", UnitKind.Unit, one.Id);
        one.Change(one.Name, other.Id, null);
        return (one, other);
    }
}
