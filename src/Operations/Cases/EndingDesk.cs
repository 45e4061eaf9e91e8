using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>What of an open case hangs on somebody.</summary>
/// <param name="Answers">They answer for it.</param>
/// <param name="IsOffered">It waits for them to accept.</param>
/// <param name="HasOffered">They have offered it to somebody else.</param>
/// <param name="Parts">How many parts they have that are not done.</param>
/// <param name="Callbacks">How many call-backs are promised in it, which whoever answers for it keeps.</param>
public sealed record Hanging(CaseReference Reference, Guid UnitId, bool Answers, bool IsOffered, bool HasOffered, int Parts, int Callbacks);

/// <summary>Who takes over what hung on somebody.</summary>
/// <param name="UserName">A person; null is whoever leads the unit of each case.</param>
public sealed record Taker(string? UserName = null);

/// <summary>
/// Ends places, roles and people. Nothing is stranded: in the same transaction every open case gets somebody who works and may
/// act in it, with a line in its journal; where there is nobody, nothing ends (R-ESC-01).
/// </summary>
public sealed class EndingDesk(
    Databases databases, WriteGate gate, Administration administration, OrganisationBook organisations, RoutineBook routines, VaultCipher cipher, TimeProvider clock)
{
    private const int CasesATime = 200;

    /// <summary>How long after a role has run out its cases are looked for: longer than a server is down.</summary>
    private const int RunOutDays = 60;

    /// <summary>The open cases that hang on somebody, and what of them does.</summary>
    public async Task<IReadOnlyList<Hanging>> HangingOnAsync(Guid personId, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var numbers = await database.Access.Where(a => a.Key == personId && a.IsOpen).Select(a => a.CaseId).ToListAsync(cancellation);
        var cases = await database.Cases.Include(c => c.Callbacks).Where(c => numbers.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellation);
        return [.. cases.Where(c => c.HangsOn(personId)).Select(c => new Hanging(c.Reference, c.UnitId, c.ResponsibleId == personId, c.Offer?.PersonId == personId,
            c.Offer?.By == personId, c.Parts.Count(p => p.PersonId == personId && p.DoneAt is null), c.ResponsibleId == personId ? c.Callbacks.Count(b => b.KeptAt is null) : 0))];
    }

    /// <summary>How many open cases are at the place, offered to it, or have a part there.</summary>
    public async Task<int> OpenAtAsync(Guid unitId, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return (await NumbersAsync(database, [unitId], cancellation)).Count is 0 ? 0 : (await AtPlaceAsync(database, unitId, cancellation)).Count;
    }

    /// <summary>Open cases at each place, without those below.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> OpenByPlaceAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.Cases.Where(c => c.Status != CaseStatus.Closed).GroupBy(c => c.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
    }

    /// <summary>Somebody leaves: their roles, sessions and keys end today, and what hung on them goes to the taker.</summary>
    /// <returns>How many cases went.</returns>
    public async Task<int> LeaveAsync(Viewer viewer, string userName, Taker? taker, OneRequest? request = null)
    {
        var moved = 0;
        await administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var person = await OrganisationDesk.KnownAsync(database, userName);
            if (!person.IsActive) throw new RuleBroken("person-left", "Personen har redan slutat.");
            var today = StockholmTime.DateOf(change.At);
            var before = await organisations.WithinAsync(database);
            var roles = await database.Roles.Where(r => r.PersonId == person.Id && (r.Until == null || r.Until >= today)).ToListAsync();
            foreach (var role in roles) role.End(today.AddDays(-1));
            person.Leave();
            await SignInDesk.NewStampAsync(database, person.Id);
            foreach (var key in await database.ApiKeys.Where(k => k.PersonId == person.Id && k.RevokedAt == null).ToListAsync()) key.RevokedAt = change.At;
            database.Write(new Event(EventKind.PersonEnded, change, subject: person.UserName));
            moved = await SettleAsync(database, change, before, new([person.Id], [.. roles.Select(r => r.UnitId)], today, taker));
        });
        return moved;
    }

    /// <summary>Ends a role. Where it leaves somebody without a right to what they answer for, the taker has it at once.</summary>
    /// <param name="lastDay">The last day, included; null is yesterday, so that it ends now.</param>
    public async Task<int> EndRoleAsync(Viewer viewer, string userName, Guid roleId, DateOnly? lastDay, Taker? taker, OneRequest? request = null)
    {
        var moved = 0;
        await administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var person = await OrganisationDesk.KnownAsync(database, userName);
            var role = await database.Roles.FirstOrDefaultAsync(r => r.Id == roleId && r.PersonId == person.Id) ?? throw new NotFound();
            var today = StockholmTime.DateOf(change.At);
            if (role.Until < today) throw new RuleBroken("role-over", "Den rollen är redan slut.");
            var before = await organisations.WithinAsync(database);
            var last = lastDay ?? today.AddDays(-1);
            if (last > today.AddYears(10)) throw new RuleBroken("until-far", "Det är mer än tio år dit. Skriv en närmare dag.", "until");
            role.End(last);
            await SignInDesk.NewStampAsync(database, person.Id);
            var unit = await database.Units.FirstAsync(u => u.Id == role.UnitId);
            database.Write(new Event(EventKind.RoleEnded, change, subject: $"{person.UserName};{unit.Slug};{role.Role}"));
            var without = last < today ? today : last.AddDays(1);
            moved = await SettleAsync(database, change, before, new([person.Id], [role.UnitId], without, taker));
        });
        return moved;
    }

    /// <summary>Ends a place (avvecklar): its open cases go to another, which accepts them anew; its roles end.</summary>
    /// <param name="to">The slug of the place that has its cases; may be left out when there are none.</param>
    public async Task<int> EndPlaceAsync(Viewer viewer, string slug, string? to, OneRequest? request = null)
    {
        var moved = 0;
        await administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var unit = await OrganisationDesk.PlaceAsync(database, slug) ?? throw new NotFound();
            var before = await organisations.WithinAsync(database);
            var below = before.RightBelow(unit.Id).Where(u => u.Ended is null).Select(u => u.Name).ToList();
            if (below.Count > 0) throw new RuleBroken("places-below", $"Avveckla eller flytta först det som ligger under: {string.Join(", ", below)}.");
            var today = StockholmTime.DateOf(change.At);
            unit.End(today);
            var roles = await database.Roles.Where(r => r.UnitId == unit.Id && (r.Until == null || r.Until >= today)).ToListAsync();
            foreach (var role in roles) role.End(today.AddDays(-1));
            foreach (var person in roles.Select(r => r.PersonId).Distinct()) await SignInDesk.NewStampAsync(database, person);
            database.Write(new Event(EventKind.UnitEnded, change, subject: string.IsNullOrEmpty(to) ? slug : $"{slug};{to}"));
            moved = await SettleAsync(database, change, before, new([.. roles.Select(r => r.PersonId).Distinct()], [unit.Id], today, new Taker(), unit, to));
        });
        return moved;
    }

    /// <summary>
    /// Roles that have run out by themselves, a stand-in's last day above all: what hung on those who had them goes to whoever
    /// leads, as when an administrator ends a role. A job does it every hour, and what is settled is settled once.
    /// </summary>
    /// <exception cref="RuleBroken">Somebody's cases could be given to nobody; those of the others have gone.</exception>
    public async Task<int> SettleRunOutAsync(CancellationToken cancellation = default)
    {
        var today = StockholmTime.Today(clock);
        var organisation = await organisations.NowAsync(cancellation);
        var over = organisation.People.SelectMany(p => organisation.RolesOf(p.Id)).Where(r => r.Until is { } until && until < today && until >= today.AddDays(-RunOutDays));
        var settled = 0;
        RuleBroken? nobody = null;
        foreach (var roles in over.GroupBy(r => r.PersonId))
        {
            try
            {
                settled += await gate.WriteAsync(null, database => SettleAsync(database, new Change(Person.System, StockholmTime.Now(clock)), organisation,
                    new([roles.Key], [.. roles.Select(r => r.UnitId).Distinct()], today, new Taker())), cancellation);
            }
            catch (RuleBroken broken)
            {
                nobody ??= broken;
            }
        }

        return nobody is null ? settled : throw nobody;
    }

    /// <summary>
    /// What must follow when places stand in another line: their cases are seen by the new line, and somebody there may act.
    /// </summary>
    /// <exception cref="RuleBroken">Nobody in the new line could.</exception>
    public async Task FollowMoveAsync(GavaDatabase database, Organisation organisation, IReadOnlyCollection<Guid> places)
    {
        await CaseKeys.HangAgainAsync(database, organisation, places);
        var day = StockholmTime.Today(clock);
        foreach (var batch in (await NumbersAsync(database, places)).Chunk(CasesATime))
        {
            foreach (var @case in await ReadAsync(database, batch, organisation))
            {
                if (!@case.SomebodyMayAct(organisation, day)) throw Nobody(@case, "parent");
            }
        }
    }

    /// <summary>Gives every case that would be stranded to somebody who may act in it.</summary>
    private async Task<int> SettleAsync(GavaDatabase database, Change change, Organisation before, Ends ends)
    {
        await database.SaveChangesAsync();
        var organisation = await OrganisationBook.ReadOrganisationAsync(database, default);
        if (before.HasAdministrator(ends.Day) && !organisation.HasAdministrator(ends.Day))
        {
            throw new RuleBroken("last-administrator", "Det måste finnas minst en systemadministratör. Ge först rollen till någon annan.");
        }

        var work = new Settling(organisation, ends, TakerIn(organisation, ends));
        HashSet<long> moving = ends.From is null ? [] : [.. await AtPlaceAsync(database, ends.From.Id)];
        work.To = moving.Count == 0 ? null : PlaceFor(organisation, ends, moving.Count);
        var numbers = (await NumbersAsync(database, [.. ends.People, .. ends.Places])).Union(moving).Order().ToList();
        await MustHaveTakerAsync(database, work, numbers);
        var settled = 0;
        foreach (var batch in numbers.Chunk(CasesATime))
        {
            var touched = (await ReadAsync(database, batch, organisation)).Where(c => moving.Contains(c.Id) || work.Concerns(c)).Select(c => c.Id).ToList();
            foreach (var number in touched) await SettleAsync(database, change, work, number, moving.Contains(number));
            await database.SaveChangesAsync();
            database.ChangeTracker.Clear();
            settled += touched.Count;
        }

        return settled;
    }

    private async Task SettleAsync(GavaDatabase database, Change change, Settling work, long number, bool moves)
    {
        var @case = await CaseDesk.LoadAsync(database, number) ?? throw new NotFound();
        await FollowAsync(@case, work.Organisation);
        var mail = new CaseWork(@case, database, work.Organisation, new Complainant(), new NamedPeople(), change.At);
        if (moves)
        {
            var leader = work.LeaderOf(@case, work.To!.Id) ?? throw new RuleBroken("nobody-there", "Ingen kan ta emot på den enheten just nu. Välj en annan.", "to");
            @case.GoWithPlace(work.Ends.From!, work.To, leader, change);
            mail.MailStaff(MailText.Arrived, [leader]);
        }

        foreach (var leaver in work.LostOn(@case).ToList())
        {
            var taker = work.TakerOf(@case, leaver.Id) ?? throw Nobody(@case, "to");
            @case.PassOn(leaver, taker, change);
            mail.MailStaff(MailText.GivenTo, [taker]);
        }

        if (!@case.SomebodyMayAct(work.Organisation, work.Ends.Day))
        {
            // Nobody hung on the one who ends, but they were the last who could take it.
            var leaver = work.Ends.People is [var first, ..] ? work.Organisation.Person(first) : null;
            var taker = leaver is null ? null : work.TakerOf(@case, leaver.Id);
            if (taker is null) throw Nobody(@case, "to");
            @case.GiveTo(taker, leaver!, change);
            mail.MailStaff(MailText.GivenTo, [taker]);
        }

        await CaseSaving.UpdateAsync(database, @case, cipher, work.Organisation);
    }

    /// <summary>Whoever ends somebody says who takes over, when there is something to take.</summary>
    private async Task MustHaveTakerAsync(GavaDatabase database, Settling work, List<long> numbers)
    {
        if (work.Ends.Taker is not null) return;
        var hanging = 0;
        foreach (var batch in numbers.Chunk(CasesATime)) hanging += (await ReadAsync(database, batch, work.Organisation)).Count(work.Concerns);
        if (hanging == 0) return;
        throw new RuleBroken("taker-missing", hanging == 1 ? "Ett öppet ärende behöver någon annan. Välj vem som tar över." : $"{hanging} öppna ärenden behöver någon annan. Välj vem som tar över.", "to");
    }

    private static Unit PlaceFor(Organisation organisation, Ends ends, int cases)
    {
        if (string.IsNullOrEmpty(ends.To))
        {
            throw new RuleBroken("to-place-missing", cases == 1 ? "Det finns ett öppet ärende här. Välj vart det går." : $"Det finns {cases} öppna ärenden här. Välj vart de går.", "to");
        }

        return organisation.PlacesForCases().FirstOrDefault(u => u.Slug == ends.To) ?? throw new RuleBroken("unit-unknown", "Välj en enhet som tar emot ärenden.", "to");
    }

    private static Person? TakerIn(Organisation organisation, Ends ends)
    {
        if (ends.Taker?.UserName is not { } userName) return null;
        var person = organisation.Person(userName);
        var works = person is { IsActive: true, IsService: false } && organisation.ViewerOf(person.Id, ends.Day).MayRegister;
        return works ? person : throw new RuleBroken("taker-unknown", "Välj någon som arbetar här och har en roll.", "to");
    }

    /// <summary>Open cases that hang on one of the keys.</summary>
    private static Task<List<long>> NumbersAsync(GavaDatabase database, IReadOnlyCollection<Guid> keys, CancellationToken cancellation = default) =>
        database.Access.Where(a => keys.Contains(a.Key) && a.IsOpen).Select(a => a.CaseId).Distinct().OrderBy(id => id).ToListAsync(cancellation);

    /// <summary>Open cases that are at the place itself, offered to it or from it, or have a part there.</summary>
    private static async Task<List<long>> AtPlaceAsync(GavaDatabase database, Guid unitId, CancellationToken cancellation = default)
    {
        var numbers = await NumbersAsync(database, [unitId], cancellation);
        var direct = await database.Cases.Where(c => c.Status != CaseStatus.Closed).Where(c => c.UnitId == unitId
            || EF.Property<Guid?>(c, "offeredUnitId") == unitId || EF.Property<Guid?>(c, "offeredFromUnitId") == unitId).Select(c => c.Id).ToListAsync(cancellation);
        var parts = (await database.Cases.AsNoTracking().Where(c => numbers.Contains(c.Id) && c.UnitId != unitId).ToListAsync(cancellation))
            .Where(c => c.Parts.Any(p => p.UnitId == unitId && p.DoneAt is null)).Select(c => c.Id);
        return [.. direct.Union(parts).Order()];
    }

    private async Task<List<Case>> ReadAsync(GavaDatabase database, long[] numbers, Organisation organisation)
    {
        var cases = await database.Cases.AsNoTracking().Where(c => numbers.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync();
        foreach (var @case in cases) await FollowAsync(@case, organisation);
        return cases;
    }

    private async ValueTask FollowAsync(Case @case, Organisation organisation)
    {
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion);
        @case.Follow(routine, await routines.CalendarAsync(routine), organisation.SlugsAbove(@case.UnitId));
    }

    private static RuleBroken Nobody(Case @case, string field) =>
        new("nobody-takes", $"Ingen skulle kunna ta hand om ärende {@case.Reference} efter det här. Välj någon annan, eller ge först någon en chefsroll där.", field);

    /// <summary>What ends, and who takes over.</summary>
    /// <param name="Places">Where roles end: whoever waits there may have lost the last one who could take it.</param>
    /// <param name="Day">The first day without.</param>
    /// <param name="From">The place that ends.</param>
    /// <param name="To">The slug of the place that has its cases.</param>
    private sealed record Ends(IReadOnlyList<Guid> People, IReadOnlyList<Guid> Places, DateOnly Day, Taker? Taker, Unit? From = null, string? To = null);

    private sealed class Settling(Organisation organisation, Ends ends, Person? chosen)
    {
        public Organisation Organisation => organisation;

        public Ends Ends => ends;

        public Unit? To { get; set; }

        /// <summary>True when the case needs somebody else after this.</summary>
        public bool Concerns(Case @case) => LostOn(@case).Any() || !@case.SomebodyMayAct(organisation, ends.Day);

        /// <summary>Those who end and on whom something hangs that they may do no longer.</summary>
        public IEnumerable<Person> LostOn(Case @case) => ends.People.Where(@case.HangsOn).Select(id => organisation.Person(id)!).Where(p => HasLost(@case, organisation.ViewerOf(p.Id, ends.Day)));

        /// <summary>The chosen one, or the nearest leader, who may have it: never the one whom it is about (R-SEC-03).</summary>
        public Person? TakerOf(Case @case, Guid leaver) => (chosen is null ? [] : new[] { chosen }).Concat(organisation.LeadersAbove(@case.UnitId, ends.Day))
            .FirstOrDefault(p => p.Id != leaver && @case.MayBeGivenTo(organisation.ViewerOf(p.Id, ends.Day)));

        public Person? LeaderOf(Case @case, Guid unitId) => organisation.LeadersAbove(unitId, ends.Day).FirstOrDefault(p => p.Id != @case.ConcernsPersonId);

        private static bool HasLost(Case @case, Viewer viewer) => viewer.Roles.Count == 0 || (@case.ResponsibleId == viewer.Id && !@case.MayBeGivenTo(viewer));
    }
}
