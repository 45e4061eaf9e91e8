using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-ESC-01: places, roles and people end, and no case is left where nobody may act.</summary>
public sealed class EndingTests : IAsyncLifetime
{
    private Floor floor = null!;

    private EndingDesk Desk => floor.Get<EndingDesk>();

    public async ValueTask InitializeAsync() => floor = await Floor.StartAsync();

    public async ValueTask DisposeAsync() => await floor.DisposeAsync();

    [Fact]
    public async Task Whoever_leaves_says_who_takes_over_and_each_case_tells_it()
    {
        var reference = await floor.RegisterAsync();
        var admin = await floor.ViewerAsync("admin");
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => Desk.LeaveAsync(admin, "amal", null));
        Assert.Equal(("taker-missing", "to"), (refused.Code, refused.Field));

        Assert.Equal(1, await Desk.LeaveAsync(admin, "amal", new Taker("peter")));

        var view = await floor.Get<CaseReading>().OpenAsync(await floor.ViewerAsync("peter"), reference);
        Assert.Equal((await floor.PersonAsync("peter")).Id, view.Case.ResponsibleId);
        Assert.Equal("amal;peter", view.Journal.Single(e => e.Kind == EventKind.TakenOver).Subject);
        Assert.Null(await floor.Get<SignInDesk>().SignInAsync("amal", Gava.Operations.Demo.DemoMunicipality.Password));
        await using var database = floor.Database();
        Assert.Equal("amal", (await database.Journal.SingleAsync(e => e.Kind == EventKind.PersonEnded)).Subject);
        Assert.Equal(1, await database.Outbox.CountAsync(m => m.Text == nameof(MailText.GivenTo)));
    }

    [Fact] // a stand-in's last day passes, and nobody presses a button
    public async Task What_hangs_on_somebody_whose_role_has_run_out_goes_to_whoever_leads_once()
    {
        await floor.Get<OrganisationDesk>().AddPersonAsync("tilda", "Tilda Vik", "Vikarie", null, Role.Employee, "socialpsykiatri", null, Person.System, until: new DateOnly(2026, 4, 30));
        var reference = await floor.RegisterAsync(by: "tilda");
        Assert.Equal(0, await Desk.SettleRunOutAsync());
        floor.Clock.MoveTo("2026-04-30 23:00"); // the last day is included
        Assert.Equal(0, await Desk.SettleRunOutAsync());

        floor.Clock.MoveTo("2026-05-01 00:30");
        Assert.Equal(1, await Desk.SettleRunOutAsync());
        Assert.Equal(0, await Desk.SettleRunOutAsync());
        Assert.Equal((await floor.PersonAsync("maria")).Id, (await CaseAsync(reference)).ResponsibleId);
        var line = (await floor.Get<CaseReading>().OpenAsync(await floor.ViewerAsync("maria"), reference)).Journal.Single(e => e.Kind == EventKind.TakenOver);
        Assert.Equal((Person.System, "tilda;maria"), (line.By, line.Subject));
    }

    [Fact]
    public async Task The_manager_of_each_unit_can_take_what_somebody_leaves()
    {
        var reference = await floor.RegisterAsync();
        await Desk.LeaveAsync(await floor.ViewerAsync("admin"), "amal", new Taker());
        Assert.Equal((await floor.PersonAsync("maria")).Id, (await CaseAsync(reference)).ResponsibleId);
    }

    [Fact]
    public async Task What_was_offered_to_somebody_who_leaves_is_offered_to_the_taker()
    {
        var reference = await floor.RegisterAsync();
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.HandOverAsync(amal, reference, default, "gruppboendet-linden", (await floor.PersonAsync("fatima")).Id, Way.None, true, "");
        await Desk.LeaveAsync(await floor.ViewerAsync("admin"), "fatima", new Taker("johan"));
        Assert.Equal((await floor.PersonAsync("johan")).Id, (await CaseAsync(reference)).Offer!.PersonId);
        await floor.Desk.AcceptAsync(await floor.ViewerAsync("johan"), reference);
    }

    [Fact]
    public async Task The_last_one_who_could_take_a_case_does_not_end_without_another()
    {
        var reference = await floor.RegisterAsync("e-tjanst", "dagverksamheten-solsidan");
        var admin = await floor.ViewerAsync("admin");
        Assert.Equal("nobody-takes", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.LeaveAsync(admin, "yasmin", new Taker()))).Code);
        Assert.True((await floor.PersonAsync("yasmin")).IsActive);

        await Desk.LeaveAsync(admin, "yasmin", new Taker("tove"));
        Assert.Equal((await floor.PersonAsync("tove")).Id, (await CaseAsync(reference)).ResponsibleId);
    }

    [Fact]
    public async Task A_role_that_ends_takes_its_cases_with_it_when_nothing_is_left()
    {
        var reference = await floor.RegisterAsync();
        var admin = await floor.ViewerAsync("admin");
        var role = (await floor.ViewerAsync("amal")).Roles.Single();
        Assert.Equal("taker-missing", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.EndRoleAsync(admin, "amal", role.Id, null, null))).Code);
        await Desk.EndRoleAsync(admin, "amal", role.Id, null, new Taker());
        Assert.Equal((await floor.PersonAsync("maria")).Id, (await CaseAsync(reference)).ResponsibleId);
        Assert.Empty((await floor.ViewerAsync("amal")).Keys);
    }

    [Fact]
    public async Task The_last_system_administrator_cannot_end()
    {
        var admin = await floor.ViewerAsync("admin");
        Assert.Equal("last-administrator", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.LeaveAsync(admin, "admin", null))).Code);
        Assert.Equal("last-administrator", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.EndRoleAsync(admin, "admin", admin.Roles.Single().Id, null, null))).Code);
        await floor.Get<OrganisationDesk>().GiveRoleAsync(admin, "rut", new RoleDetails("almvik", Role.SystemAdministrator));
        await Desk.LeaveAsync(admin, "admin", null);
        Assert.False((await floor.PersonAsync("admin")).IsActive);
    }

    [Fact]
    public async Task A_place_that_ends_gives_its_cases_to_another_which_takes_them_anew()
    {
        var reference = await floor.RegisterAsync();
        var admin = await floor.ViewerAsync("admin");
        Assert.Equal("to-place-missing", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.EndPlaceAsync(admin, "socialpsykiatri", ""))).Code);
        Assert.Equal("places-below", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.EndPlaceAsync(admin, "social", ""))).Code);
        Assert.Equal("unit-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.EndPlaceAsync(admin, "socialpsykiatri", "socialpsykiatri"))).Code);

        Assert.Equal(1, await Desk.EndPlaceAsync(admin, "socialpsykiatri", "traffpunkten"));

        var karin = await floor.ViewerAsync("karin");
        var row = Assert.Single(await floor.Get<CaseSearch>().WaitingForAsync(karin, 10));
        Assert.Equal(reference, row.Reference);
        await floor.Desk.TakeAsync(karin, reference);
        var view = await floor.Get<CaseReading>().OpenAsync(karin, reference);
        Assert.Equal("socialpsykiatri;traffpunkten", view.Journal.Single(e => e.Kind == EventKind.MovedWithPlace).Subject);
        var organisation = await floor.Get<OrganisationBook>().NowAsync();
        Assert.DoesNotContain("socialpsykiatri", organisation.PlacesForCases().Select(u => u.Slug));
        Assert.Equal("Boendestöd Centrum", organisation.Unit("socialpsykiatri")!.Name);
        Assert.Empty((await floor.ViewerAsync("maria")).Roles);
        Assert.Equal("unit-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => floor.RegisterAsync("karin", "socialpsykiatri"))).Code);
    }

    [Fact]
    public async Task A_place_does_not_move_to_a_line_where_nobody_could_act()
    {
        var admin = await floor.ViewerAsync("admin");
        await floor.RegisterAsync("ali", "hemtjanst-norr");
        var role = (await floor.ViewerAsync("sofia")).Roles.Single();
        await Desk.EndRoleAsync(admin, "sofia", role.Id, null, new Taker());
        // Ali answers for it and may act wherever his unit stands; without him nobody could.
        await floor.RegisterAsync("e-tjanst", "hemtjanst-norr");
        var unit = await floor.UnitAsync("hemtjanst-norr");
        var details = new PlaceDetails(unit.Name, unit.Kind, null, null, null, null);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => floor.Get<OrganisationDesk>().ChangePlaceAsync(admin, "hemtjanst-norr", details, "stadsdel"));
        Assert.Equal("nobody-takes", refused.Code);
        Assert.Equal("aldreomsorg", (await floor.Get<OrganisationBook>().NowAsync()).Unit((await floor.UnitAsync("hemtjanst-norr")).ParentId)!.Slug);
    }

    [Fact]
    public async Task What_is_refused_changes_nothing_and_only_an_administrator_ends()
    {
        await floor.RegisterAsync();
        var maria = await floor.ViewerAsync("maria");
        Assert.Equal("administrators-only", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.LeaveAsync(maria, "amal", new Taker()))).Code);
        var admin = await floor.ViewerAsync("admin");
        Assert.Equal("taker-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.LeaveAsync(admin, "amal", new Taker("vera")))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Desk.LeaveAsync(admin, "ingen", new Taker()));
        Assert.NotEmpty((await floor.ViewerAsync("amal")).Roles);
    }

    // R-ESC-01: whatever is ended and moved, in whatever order.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task After_any_endings_and_moves_every_open_case_has_somebody_who_may_act(int seed)
    {
        var random = new Random(seed);
        await RegisterManyAsync(random);
        var admin = await floor.ViewerAsync("admin");
        var done = 0;
        for (var step = 0; step < 40; step++)
        {
            var organisation = await floor.Get<OrganisationBook>().NowAsync();
            try
            {
                await SomethingEndsAsync(random, admin, organisation);
                done++;
            }
            catch (RuleBroken)
            {
                // Refused in a sentence: nothing ended, and that must hold too.
            }

            await MustNotBeStrandedAsync(step);
        }

        Assert.True(done > 5, $"Only {done} things ended.");
    }

    private async Task SomethingEndsAsync(Random random, Viewer admin, Organisation organisation)
    {
        var people = organisation.People.Where(p => p is { IsActive: true, IsService: false }).OrderBy(p => p.UserName, StringComparer.Ordinal).ToList();
        var places = organisation.PlacesAtWork().ToList();
        var taker = random.Next(3) == 0 ? new Taker() : new Taker(One(people).UserName);
        switch (random.Next(4))
        {
            case 0:
                await Desk.LeaveAsync(admin, One(people).UserName, taker);
                break;
            case 1:
                var person = One(people);
                if (organisation.RolesOf(person.Id).OrderBy(r => r.Id).FirstOrDefault() is { } role) await Desk.EndRoleAsync(admin, person.UserName, role.Id, null, taker);
                break;
            case 2:
                await Desk.EndPlaceAsync(admin, One(places).Slug, One(places).Slug);
                break;
            default:
                var place = One(places);
                await floor.Get<OrganisationDesk>().ChangePlaceAsync(admin, place.Slug, new PlaceDetails(place.Name, place.Kind, place.Routine, null, null, null), One(places).Slug);
                break;
        }

        T One<T>(List<T> among) => among[random.Next(among.Count)];
    }

    private async Task MustNotBeStrandedAsync(int step)
    {
        var organisation = await floor.Get<OrganisationBook>().NowAsync();
        await using var database = floor.Database();
        foreach (var @case in await database.Cases.Where(c => c.Status != CaseStatus.Closed).ToListAsync())
        {
            @case.Follow(await floor.Get<RoutineBook>().VersionAsync(@case.RoutineName, @case.RoutineVersion), WorkingCalendar.Swedish);
            Assert.True(@case.SomebodyMayAct(organisation, StockholmTime.Today(floor.Clock)), $"After step {step} nobody may act in {@case.Reference}.");
            Assert.Null(organisation.Unit(@case.UnitId)!.Ended);
            if (@case.ResponsibleId is { } responsible) Assert.True(organisation.Person(responsible)!.IsActive, $"After step {step} {@case.Reference} hangs on somebody who has left.");
        }
    }

    private async Task RegisterManyAsync(Random random)
    {
        var organisation = await floor.Get<OrganisationBook>().NowAsync();
        var today = StockholmTime.Today(floor.Clock);
        var places = organisation.PlacesForCases().ToList();
        foreach (var place in places)
        {
            var staff = organisation.StaffOf(place.Id, today).ToList();
            var by = staff.Count == 0 || random.Next(3) == 0 ? "e-tjanst" : staff[random.Next(staff.Count)].UserName;
            var reference = await floor.RegisterAsync(by, place.Slug);
            var viewer = await floor.ViewerAsync(by);
            if (!viewer.MayRegister || by == "e-tjanst") continue;
            var to = places[random.Next(places.Count)];
            try
            {
                if (random.Next(2) == 0) await floor.Desk.AddPartAsync(viewer, reference, default, to.Slug, "", "En del");
                if (random.Next(2) == 0) await floor.Desk.HandOverAsync(viewer, reference, default, to.Slug, null, Way.None, true, "");
            }
            catch (RuleBroken)
            {
                // Not everybody may, everywhere; the case is there all the same.
            }
        }
    }

    private async Task<Case> CaseAsync(CaseReference reference)
    {
        await using var database = floor.Database();
        return await database.Cases.SingleAsync(c => c.Id == reference.Number);
    }
}
