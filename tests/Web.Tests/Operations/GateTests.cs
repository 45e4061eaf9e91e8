using System.Text.Json;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Vault;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Operations;

/// <summary>
/// R-SEC-01: who sees a case. Small worlds made by chance, and the rule written a second time, plainly, from what was done in
/// them: somebody with a role today sees the cases that they received, registered, answer for, offered or are offered, in which they are asked something that is not
/// answered yet or were given a part; whoever sees a place sees what concerns it or is offered to it, and to all below it, and that of which the place itself has a part; and nobody sees
/// a case that somebody has said is about them.
/// The vault opens for fewer: of somebody with protected identity for two, of others for those who received, registered or answer for it, who lead the unit, who may
/// take it over, and for registrars and complaints managers.
/// </summary>
// R-SEC-01, R-SEC-03, R-SEC-04
[Trait("Category", "Privacy")]
public sealed class GateTests(ITestOutputHelper output)
{
    private static readonly Role[] SeesPlaces =
    [
        Role.TeamLeader, Role.UnitManager, Role.DeputyDepartmentHead, Role.DepartmentHead, Role.OperationsManager, Role.AdministrationDirector,
        Role.Coordinator, Role.RegistrationOfficer, Role.Registrar, Role.ComplaintsManager, Role.Service,
    ];

    private static readonly Role[] Leads =
        [Role.TeamLeader, Role.UnitManager, Role.DeputyDepartmentHead, Role.DepartmentHead, Role.OperationsManager, Role.AdministrationDirector];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Every_door_shows_exactly_what_the_rule_says(int seed)
    {
        await using var app = await TestApp.StartAsync();
        var world = await World.MakeAsync(app, seed);
        for (var i = 0; i < 110; i++) await world.SomethingHappensAsync();
        // Some roles end with the day, and others begin.
        app.Clock.MoveTo("2026-04-25 09:00");
        for (var i = 0; i < 50; i++) await world.SomethingHappensAsync();
        Assert.NotEmpty(world.Cases);

        var (seen, opened) = (0, 0);
        foreach (var person in world.People)
        {
            var expected = world.Cases.Where(c => world.Sees(person, c)).Select(c => c.Reference.Number).Order().ToList();
            await AssertSeenAsync(app, world, person, expected, $"seed {seed}, {person.UserName}");
            (seen, opened) = (seen + expected.Count, opened + await AssertOpenedAsync(app, world, person, $"seed {seed}, {person.UserName}"));
        }

        output.WriteLine($"World {seed} on {DatabaseUnderTest.Kind}: {world.Cases.Count} cases, {world.People.Count} people, {world.Cases.Count * world.People.Count} pairs, seen {seen}, vault open {opened}. "
            + $"Protected {world.Cases.Count(c => c.IsProtected)}, about somebody {world.Cases.Count(c => c.HiddenFrom.Count > 0)}, consulted {world.Cases.Count(c => c.Consulted.Count > 0)}, with parts {world.Cases.Count(c => c.Parts.Count > 0)}, offered {world.Cases.Count(c => c.Offer is not null)}.");
    }

    // A test of chance that never met what it is about proves nothing.
    [Fact]
    public async Task The_worlds_hold_everything_that_can_hide_a_case_or_show_it()
    {
        List<Followed> all = [];
        var hidden = 0;
        for (var seed = 1; seed <= 4; seed++)
        {
            await using var app = await TestApp.StartAsync();
            var world = await World.MakeAsync(app, seed);
            for (var i = 0; i < 110; i++) await world.SomethingHappensAsync();
            all.AddRange(world.Cases);
            hidden += world.Cases.Sum(c => world.People.Count(p => c.HiddenFrom.Contains(p.Id) && world.WouldSee(p, c)));
        }

        Assert.True(hidden > 2, $"{hidden}");
        Assert.Contains(all, c => c.IsProtected && c.NamedReader is not null && c.NamedReader != c.Received);
        Assert.Contains(all, c => c.Consulted.Count > 0 && !c.IsReplied);
        Assert.Contains(all, c => c.Consulted.Count > 0 && c.IsReplied);
        Assert.Contains(all, c => c.Parts.Count > 0);
        Assert.Contains(all, c => c.Offer is not null);
    }

    // R-SEC-01: the line moves, and the cases with it
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task When_places_move_the_cases_are_seen_by_the_new_line_and_no_longer_by_the_old(int seed)
    {
        await using var app = await TestApp.StartAsync();
        var world = await World.MakeAsync(app, seed);
        for (var i = 0; i < 40; i++) await world.SomethingHappensAsync();

        for (var i = 0; i < 4; i++) await world.APlaceMovesAsync();

        foreach (var person in world.People)
        {
            var expected = world.Cases.Where(c => world.Sees(person, c)).Select(c => c.Reference.Number).Order().ToList();
            await AssertSeenAsync(app, world, person, expected, $"seed {seed}, {person.UserName}, moved");
        }
    }

    [Fact]
    public async Task A_case_registered_by_a_process_that_has_not_heard_of_the_move_is_seen_by_the_new_line()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        var other = new OrganisationDesk(floor.Gate, new OrganisationBook(floor.Get<Databases>(), floor.Clock), floor.Get<Administration>(), CaseKeys.HangAgainAsync, floor.Clock);
        await other.ImportAsync([new(1, "socialpsykiatri", "Boendestöd Centrum", "aldreomsorg", "nacka-socialpsykiatri")], ["nacka-socialpsykiatri"], Person.System);

        await floor.RegisterAsync();

        await using var old = floor.Get<Databases>().For(await floor.ViewerAsync("birgitta"));
        await using var @new = floor.Get<Databases>().For(await floor.ViewerAsync("eva"));
        Assert.Equal((0, 2), (await old.Cases.CountAsync(), await @new.Cases.CountAsync()));
    }

    [Fact]
    public async Task An_import_that_fails_after_a_move_moves_nothing()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();

        await Assert.ThrowsAsync<RuleBroken>(() => floor.Get<OrganisationDesk>().ImportAsync(
            [new(1, "socialpsykiatri", "Boendestöd Centrum", "aldreomsorg", null), new(2, "ny", "Ny", "finns-inte", null)], [], Person.System));

        await using var old = floor.Get<Databases>().For(await floor.ViewerAsync("birgitta"));
        Assert.Equal(1, await old.Cases.CountAsync());
    }

    private static async Task AssertSeenAsync(TestApp app, World world, Person person, List<long> expected, string who)
    {
        var viewer = await app.Services.GetRequiredService<OrganisationBook>().ViewerAsync(person.Id);
        var search = app.Services.GetRequiredService<CaseSearch>();
        await using (var database = app.Services.GetRequiredService<Databases>().For(viewer))
        {
            Same(await database.Cases.Select(c => c.Id).ToListAsync(), "the context");
            await using var everything = app.Database();
            var withClocks = await everything.Clocks.Select(c => c.CaseId).Distinct().ToListAsync();
            Same((await database.Clocks.Select(c => c.CaseId).Distinct().ToListAsync()).Union(expected.Except(withClocks)), "clocks");
            Same(await database.Journal.Select(e => e.CaseId!.Value).Distinct().ToListAsync(), "the journal");
            Same(await database.VaultKeys.Select(k => k.CaseId).ToListAsync(), "the vault's keys");
            Same(await database.VaultEntries.Select(k => k.CaseId).Distinct().ToListAsync(), "the vault");
        }

        var all = new CaseQuestion { Take = 500 };
        foreach (var order in Enum.GetValues<CaseOrder>()) Same((await search.FindAsync(viewer, all with { Order = order })).Rows.Select(r => r.Id), $"the list by {order}");
        Same((await search.FindAsync(viewer, all with { Words = "städning" })).Rows.Select(r => r.Id), "the search");
        Assert.True(expected.Count == await search.CountAsync(viewer, all), $"{who}: the count");

        List<long> opened = [];
        foreach (var @case in world.Cases)
        {
            if (await OpensAsync(app.Services.GetRequiredService<CaseReading>(), viewer, @case.Reference)) opened.Add(@case.Reference.Number);
        }

        Same(opened, "opened one by one");
        using var api = app.Api(world.KeyOf(person));
        using var answer = JsonDocument.Parse(await api.GetStringAsync(new Uri("/api/v1/cases?limit=200", UriKind.Relative)));
        Same(answer.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("reference").GetString()!).Select(r => CaseReference.TryParse(r, out var known) ? known.Number : -1), "the API");

        void Same(IEnumerable<long> seen, string door)
        {
            var sorted = seen.Order().ToList();
            Assert.True(expected.SequenceEqual(sorted), $"{who}: {door} shows {string.Join(' ', sorted)} and the rule {string.Join(' ', expected)}");
        }
    }

    /// <summary>The vault itself, and what finds a caller by what the vault knows.</summary>
    private static async Task<int> AssertOpenedAsync(TestApp app, World world, Person person, string who)
    {
        var viewer = await app.Services.GetRequiredService<OrganisationBook>().ViewerAsync(person.Id);
        var expected = world.Cases.Where(c => world.Sees(person, c) && world.Opens(person, c)).Select(c => c.Reference.Number).Order().ToList();
        List<long> opened = [];
        foreach (var @case in world.Cases)
        {
            try
            {
                await app.Services.GetRequiredService<VaultDesk>().OpenAsync(viewer, @case.Reference, "contact");
                opened.Add(@case.Reference.Number);
            }
            catch (Exception refused) when (refused is RuleBroken { Code: "vault-not-yours" } or NotFound)
            {
                // Not theirs.
            }
        }

        Assert.True(expected.SequenceEqual(opened.Order()), $"{who}: the vault opens {string.Join(' ', opened.Order())} and the rule {string.Join(' ', expected)}");
        if (viewer.Roles.Count == 0) return 0;
        var found = (await app.Services.GetRequiredService<CallerDesk>().FindAsync(viewer, World.Phone, "calls", atMost: 500)).Select(c => c.Reference.Number).Order().ToList();
        Assert.True(expected.SequenceEqual(found), $"{who}: a caller is found in {string.Join(' ', found)} and the rule says {string.Join(' ', expected)}");
        return opened.Count;
    }

    private static async Task<bool> OpensAsync(CaseReading reading, Viewer viewer, CaseReference reference)
    {
        try
        {
            await reading.OpenAsync(viewer, reference);
            return true;
        }
        catch (NotFound)
        {
            return false;
        }
    }

    /// <summary>What was done to a case, as somebody who stood beside would have written it down.</summary>
    private sealed class Followed
    {
        public required CaseReference Reference { get; init; }
        public required Guid Received { get; init; }
        public required Guid Registered { get; init; }
        public required Guid Unit { get; set; }
        public Guid? Responsible { get; set; }
        public (Guid Unit, Guid? Person, Guid By, Guid From)? Offer { get; set; }
        public bool MovesAtHandOver { get; init; }
        public bool IsProtected { get; init; }
        public Guid? NamedReader { get; set; }
        public bool IsOpen { get; set; } = true;
        public bool IsReplied { get; set; }
        public HashSet<Guid> Consulted { get; } = [];
        public List<(Guid Unit, Guid Person)> Parts { get; } = [];

        /// <summary>Whom somebody has said that it is about; the last of them is the one whom it concerns now.</summary>
        public List<Guid> HiddenFrom { get; } = [];
    }

    private sealed class World
    {
        public const string Phone = "070-174 06 05";
        private readonly TestApp app;
        private readonly Random random;
        private readonly Dictionary<Guid, Unit> units = [];
        private readonly List<RoleAtPlace> roles = [];
        private readonly Dictionary<Guid, Guid?> above = [];
        private readonly Dictionary<Guid, string> keys = [];

        private World(TestApp app, int seed) => (this.app, random) = (app, new Random(seed));

        public List<Person> People { get; } = [];

        public List<Followed> Cases { get; } = [];

        public string KeyOf(Person person) => keys[person.Id];

        public static async Task<World> MakeAsync(TestApp app, int seed)
        {
            var world = new World(app, seed);
            world.MakePlaces();
            world.MakePeople();
            await app.Services.GetRequiredService<WriteGate>().WriteAsync(null, database =>
            {
                database.Units.AddRange(world.units.Values);
                database.People.AddRange(world.People);
                database.Roles.AddRange(world.roles);
                database.Head!.OrganisationVersion++;
                return Task.CompletedTask;
            });
            app.Services.GetRequiredService<OrganisationBook>().Forget();
            foreach (var person in world.People) world.keys[person.Id] = await app.Services.GetRequiredService<SignInDesk>().IssueKeyAsync(person.UserName, Person.System);
            return world;
        }

        public bool Sees(Person person, Followed @case) => !@case.HiddenFrom.Contains(person.Id) && WouldSee(person, @case);

        /// <summary>If nobody had said that it is about them.</summary>
        public bool WouldSee(Person person, Followed @case)
        {
            var today = Today(person);
            if (today.Count == 0) return false;
            if (person.Id == @case.Received || person.Id == @case.Registered || person.Id == @case.Responsible) return true;
            if (@case.Offer is { } offer && (person.Id == offer.Person || person.Id == offer.By)) return true;
            if (@case.IsOpen && !@case.IsReplied && @case.Consulted.Contains(person.Id)) return true;
            if (@case.Parts.Any(p => p.Person == person.Id)) return true;
            var places = today.Where(r => SeesPlaces.Contains(r.Role)).Select(r => r.UnitId).ToHashSet();
            return Upwards(@case.Unit).Any(places.Contains) || (@case.Offer is { } offered && Upwards(offered.Unit).Any(places.Contains)) || @case.Parts.Any(p => places.Contains(p.Unit));
        }

        /// <summary>Whether the vault of a case that they see opens for them.</summary>
        public bool Opens(Person person, Followed @case)
        {
            var today = Today(person);
            if (@case.IsProtected) return person.Id == @case.Responsible || person.Id == @case.NamedReader;
            if (person.Id == @case.Responsible || person.Id == @case.Received || person.Id == @case.Registered) return true;
            if (today.Exists(r => r.Role is Role.Registrar or Role.ComplaintsManager)) return true;
            if (Upwards(@case.Unit).Any(place => today.Exists(r => r.UnitId == place && Leads.Contains(r.Role)))) return true;
            if (@case.Offer is not { } offer || !@case.IsOpen) return false;
            return offer.Person is { } named ? person.Id == named
                : person.Id != offer.By && Upwards(offer.Unit).Any(place => today.Exists(r => r.UnitId == place && (Leads.Contains(r.Role) || r.Role == Role.Coordinator)));
        }

        private List<RoleAtPlace> Today(Person person) => [.. roles.Where(r => r.PersonId == person.Id && Holds(r))];

        public async Task SomethingHappensAsync()
        {
            var who = await ViewerAsync(One(People));
            if (Cases.Count < 5 || random.Next(6) == 0) await RegisterAsync(who);
            else await ActAsync(who, One(Cases));
        }

        public async Task APlaceMovesAsync()
        {
            var unit = One(units.Values.Where(u => u.ParentId is not null).ToList());
            var to = One(units.Values.Where(u => !Upwards(u.Id).Contains(unit.Id)).ToList());
            await app.Services.GetRequiredService<OrganisationDesk>().ImportAsync([new(1, unit.Slug, unit.Name, to.Slug, unit.Routine)], ["nacka-kommun", "internservice"], Person.System);
            above[unit.Id] = to.Id;
        }

        private void MakePlaces()
        {
            Add(new Unit($"topp-{random.Next(10_000)}", "Toppen", UnitKind.Municipality, null, "nacka-kommun"));
            for (var i = 0; i < 9; i++)
            {
                var parent = One(units.Values.ToList());
                Add(new Unit($"plats-{i}-{random.Next(10_000)}", $"Plats {i}", UnitKind.Unit, parent.Id, random.Next(4) == 0 ? "internservice" : null));
            }
        }

        private Unit Add(Unit unit)
        {
            above[unit.Id] = unit.ParentId;
            return units[unit.Id] = unit;
        }

        private void MakePeople()
        {
            var today = StockholmTime.Today(app.Clock);
            for (var i = 0; i < 10; i++)
            {
                var person = new Person($"person-{i}", $"Person {i}", "");
                People.Add(person);
                for (var held = random.Next(3); held >= 0 && i > 0; held--)
                {
                    var (from, until) = random.Next(6) switch
                    {
                        0 => (today.AddDays(-9), (DateOnly?)today.AddDays(-1)),
                        1 => (today.AddDays(1), null),
                        2 => (today, today),
                        _ => ((DateOnly?)null, (DateOnly?)null),
                    };
                    roles.Add(new RoleAtPlace(person.Id, One(units.Keys.ToList()), One(Enum.GetValues<Role>()), from, until));
                }
            }
        }

        private bool Holds(RoleAtPlace role)
        {
            var today = StockholmTime.Today(app.Clock);
            return !(role.From > today) && !(role.Until < today);
        }

        private async Task RegisterAsync(Viewer who)
        {
            var places = units.Values.Where(u => u.Kind == UnitKind.Unit).ToList();
            var unit = One(places);
            var receiver = random.Next(2) == 0 ? who.Person : One(People);
            var isProtected = random.Next(5) == 0;
            try
            {
                var registered = await Desk.RegisterAsync(new NewCase
                {
                    Text = Words.Plain("Det var ingen städning i dag."),
                    Kind = "complaint",
                    Channel = "phone",
                    UnitId = unit.Id,
                    ArrivedAt = StockholmTime.Now(app.Clock),
                    ReceivedBy = receiver.Id,
                    Complainant = new() { Phone = Phone, Protected = isProtected },
                }, who);
                Cases.Add(new()
                {
                    Reference = registered.Reference,
                    Received = receiver.Id,
                    Registered = who.Id,
                    Unit = unit.Id,
                    Responsible = receiver.Id,
                    MovesAtHandOver = RoutineOf(unit.Id) == "internservice",
                    IsProtected = isProtected,
                    NamedReader = isProtected ? receiver.Id : null,
                });
            }
            catch (RuleBroken)
            {
                // Refused: nothing came of it.
            }
        }

        private async Task ActAsync(Viewer who, Followed @case)
        {
            try
            {
                switch (random.Next(20))
                {
                    case 4 or 5 or 16:
                        var asked = One(People);
                        await Desk.ConsultAsync(who, @case.Reference, default, asked.UserName, "Hur var det?");
                        @case.Consulted.Add(asked.Id);
                        break;
                    case 6 or 7:
                        await GivePartAsync(who, @case);
                        break;
                    case 8:
                        await Desk.FinishPartAsync(who, @case.Reference, default, 1, "Klart.");
                        break;
                    case 9 or 10 or 11:
                        await ItIsAboutSomebodyAsync(who, @case);
                        break;
                    case 12 or 18 or 19:
                        await NameReaderAsync(One(Cases.Where(c => c.IsProtected).DefaultIfEmpty(@case).ToList()));
                        break;
                    case 13:
                        await Desk.ReplyAsync(who, @case.Reference, default, "Tack. Jag beklagar.", Way.Phone, because: "Det går inte att vänta.");
                        @case.IsReplied = true;
                        break;
                    case 14:
                        await Desk.CloseAsync(who, @case.Reference, default, "Klart.", "Ett missförstånd.");
                        @case.IsOpen = false;
                        break;
                    case 15:
                        await Desk.ReopenAsync(who, @case.Reference, default, "Det hände igen.");
                        (@case.IsOpen, @case.IsReplied) = (true, false);
                        break;
                    case 0 or 1 or 17:
                        await HandOverAsync(who, @case);
                        break;
                    case 2:
                        await Desk.AcceptAsync(who, @case.Reference);
                        (@case.Unit, @case.Responsible, @case.Offer) = (@case.Offer!.Value.Unit, who.Id, null);
                        break;
                    default:
                        await Desk.DeclineAsync(who, @case.Reference, default, "Det är inte vårt.");
                        if (@case.MovesAtHandOver) (@case.Unit, @case.Responsible) = (@case.Offer!.Value.From, @case.Offer.Value.By);
                        @case.Offer = null;
                        break;
                }
            }
            catch (Exception refused) when (refused is RuleBroken or NotFound)
            {
                // Refused: nothing came of it.
            }
        }

        private async Task GivePartAsync(Viewer who, Followed @case)
        {
            var to = One(units.Values.Where(u => u.Kind == UnitKind.Unit).ToList());
            var there = People.Where(p => roles.Exists(r => r.PersonId == p.Id && r.UnitId == to.Id && Holds(r))).ToList();
            if (there.Count == 0) return;
            var owner = One(there);
            await Desk.AddPartAsync(who, @case.Reference, default, to.Slug, owner.UserName, "Maten.");
            @case.Parts.Add((to.Id, owner.Id));
        }

        private async Task NameReaderAsync(Followed @case)
        {
            var leaders = People.Where(p => Upwards(@case.Unit).Any(place => Today(p).Exists(r => r.UnitId == place && Leads.Contains(r.Role)))).ToList();
            var reader = One(People);
            await Desk.NameReaderAsync(await ViewerAsync(One(leaders.Count > 0 ? leaders : People)), @case.Reference, default, reader.UserName);
            @case.NamedReader = reader.Id;
        }

        /// <summary>Who has it then is the ladder's matter; it must not be the one whom it is about.</summary>
        private async Task ItIsAboutSomebodyAsync(Viewer who, Followed @case)
        {
            // More often somebody who would have seen it than anybody.
            var concerned = One(random.Next(3) > 0 && People.Where(p => WouldSee(p, @case)).ToList() is { Count: > 0 } near ? near : People);
            await Desk.MoveBySubjectAsync(who, @case.Reference, default, SubjectOf.OwnPerson, "", concerned.UserName, "Det gäller en av oss.");
            await using var database = app.Database();
            var moved = await database.Cases.SingleAsync(c => c.Id == @case.Reference.Number);
            (@case.Unit, @case.Responsible, @case.Offer) = (moved.UnitId, moved.ResponsibleId, null);
            Assert.NotEqual(concerned.Id, @case.Responsible);
            @case.HiddenFrom.Add(concerned.Id);
        }

        private async Task HandOverAsync(Viewer who, Followed @case)
        {
            var to = One(units.Values.Where(u => u.Kind == UnitKind.Unit).ToList());
            var there = roles.Where(r => r.UnitId == to.Id && Holds(r)).Select(r => (Guid?)r.PersonId).Append(null).ToList();
            var person = One(there);
            await Desk.HandOverAsync(who, @case.Reference, default, to.Slug, person, Way.Phone, false, "");
            @case.Offer = (to.Id, person, who.Id, @case.Unit);
            if (@case.MovesAtHandOver) (@case.Unit, @case.Responsible) = (to.Id, person);
        }

        private CaseDesk Desk => app.Services.GetRequiredService<CaseDesk>();

        private async Task<Viewer> ViewerAsync(Person person) => await app.Services.GetRequiredService<OrganisationBook>().ViewerAsync(person.Id);

        private string? RoutineOf(Guid unit) => Upwards(unit).Select(u => units[u].Routine).First(r => r is not null);

        private IEnumerable<Guid> Upwards(Guid unit)
        {
            for (Guid? at = unit; at is { } here; at = above[here]) yield return here;
        }

        private T One<T>(IReadOnlyList<T> among) => among[random.Next(among.Count)];
    }
}
