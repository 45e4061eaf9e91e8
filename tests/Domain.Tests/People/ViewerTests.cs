using Gava.Domain.People;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.People;

/// <summary>R-SEC-01, R-ESC-01: the keys that somebody carries on a day.</summary>
public sealed class ViewerTests
{
    [Theory]
    [InlineData("amal", "")] // an employee carries only the own key
    [InlineData("cecilia", "boendestod")]
    [InlineData("kim", "traffpunkten")]
    [InlineData("eva", "socialpsykiatri")]
    [InlineData("frida", "nacka")]
    [InlineData("karin", "nacka")]
    [InlineData("webben", "nacka")]
    [InlineData("gun", "")] // the board sees no cases
    public void Everybody_carries_the_own_key_and_those_of_the_places_they_see(string person, string places) =>
        Assert.Equal([Make.Person(person).Id, .. places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slug => Make.Unit(slug).Id)],
            Make.Viewer(person).Keys);

    [Theory]
    [InlineData("hanna")] // no role
    [InlineData("viktor")] // has left
    public void Somebody_without_a_role_or_who_has_left_carries_no_key_at_all(string person)
    {
        var viewer = Make.Viewer(person);
        Assert.Empty(viewer.Keys);
        Assert.False(viewer.MayRegister);
        Assert.False(viewer.Leads(Make.Unit("boendestod").Id));
        Assert.Null(viewer.OwnUnit);
    }

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)] // the first day, included
    [InlineData("2026-07-31", true)] // the last day, included
    [InlineData("2026-08-01", false)]
    public void A_stand_in_carries_the_managers_keys_on_the_days_of_standing_in_and_on_no_other(string day, bool carries)
    {
        var viewer = Make.Viewer("sten", day);
        Assert.Equal(carries, viewer.Keys.Contains(Make.Unit("boendestod").Id));
        Assert.Equal(carries, viewer.Leads(Make.Unit("boendestod").Id));
        Assert.Equal(carries, viewer.Keys.Count > 0);
    }

    [Fact]
    public void A_role_that_has_ended_holds_through_its_last_day()
    {
        var role = new RoleAtPlace(Make.Person("amal").Id, Make.Unit("boendestod").Id, Role.Employee);
        role.End(Make.Day("2026-04-24"));
        Assert.True(role.HoldsOn(Make.Day("2026-04-24")));
        Assert.False(role.HoldsOn(Make.Day("2026-04-25")));
    }

    [Fact]
    public void A_role_cannot_end_before_it_begins() =>
        Assert.Equal("role-dates", Assert.Throws<RuleBroken>(() => new RoleAtPlace(Make.Person("amal").Id, Make.Unit("boendestod").Id,
            Role.Employee, Make.Day("2026-04-24"), Make.Day("2026-04-23"))).Code);

    [Theory]
    [InlineData("cecilia", true, true, true)]
    [InlineData("eva", true, true, true)] // the line above
    [InlineData("david", false, false, false)] // another unit's
    [InlineData("amal", false, false, false)]
    [InlineData("frida", false, false, true)]
    [InlineData("karin", false, false, true)]
    [InlineData("gun", false, false, false)]
    [InlineData("lena", false, false, false)]
    public void What_somebody_may_at_the_unit_follows_from_the_role_there_or_above(string person, bool leads, bool accepts, bool sees)
    {
        var (viewer, unit) = (Make.Viewer(person), Make.Unit("boendestod").Id);
        Assert.Equal((leads, accepts, sees), (viewer.Leads(unit), viewer.AcceptsFor(unit), viewer.SeesThePlace(unit)));
    }

    [Fact]
    public void A_coordinator_accepts_for_the_unit_without_leading_it()
    {
        var unit = Make.Unit("traffpunkten").Id;
        Assert.True(Make.Viewer("kim").AcceptsFor(unit));
        Assert.False(Make.Viewer("kim").Leads(unit));
    }

    [Theory]
    [InlineData("amal", "boendestod")]
    [InlineData("eva", "socialpsykiatri")]
    [InlineData("gun", null)]
    public void The_own_unit_is_where_the_daily_work_is(string person, string? unit) => Assert.Equal(unit, Make.Viewer(person).OwnUnit?.Slug);

    [Fact]
    public void Any_employee_registers_but_neither_board_nor_system_administrator() // R-IN-03
    {
        Assert.Equal([Role.ManagementGroup, Role.Board, Role.SystemAdministrator], Enum.GetValues<Role>().Where(r => !r.Registers()));
        Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(role.Swedish()));
    }

    [Theory]
    [InlineData("Amal Ek")]
    [InlineData("a")]
    [InlineData("åke")]
    [InlineData("")]
    public void A_user_name_is_plain(string userName)
    {
        var broken = Assert.Throws<RuleBroken>(() => new Person(userName, "Amal", ""));
        Assert.Equal(("user-name", "userName"), (broken.Code, broken.Field));
    }

    [Theory]
    [InlineData("Enhet")]
    [InlineData("en enhet")]
    [InlineData("e")]
    [InlineData("träffpunkten")]
    public void A_units_address_is_plain(string slug) =>
        Assert.Equal("slug", Assert.Throws<RuleBroken>(() => new Unit(slug, "Enheten", UnitKind.Unit, null)).Code);
}
