using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.People;

/// <summary>A line of the organisation file: <c>slug,name,parent,routine</c>.</summary>
public sealed record UnitLine(int Line, string Slug, string Name, string? Parent, string? Routine);

/// <summary>
/// What must follow when places have come to stand in another line, in the same transaction: the cases there are to be seen by
/// the new line and no longer by the old one (R-SEC-01).
/// </summary>
/// <param name="places">Those that moved and all below them.</param>
public delegate Task PlacesMoved(GavaDatabase database, Organisation organisation, IReadOnlyCollection<Guid> places);

/// <summary>Keeps places, people and roles. Each change is in the journal and is noticed by every process within a second.</summary>
public sealed partial class OrganisationDesk(WriteGate gate, OrganisationBook book, Administration administration, PlacesMoved moved, TimeProvider clock)
{
    /// <summary>
    /// Puts in places from a file: new ones are added, known ones changed, none removed. All or nothing.
    /// </summary>
    /// <returns>How many were added and how many changed.</returns>
    /// <exception cref="RuleBroken">A line cannot work; the sentence names it.</exception>
    public async Task<(int Added, int Changed)> ImportAsync(IReadOnlyList<UnitLine> lines, IReadOnlyCollection<string> routines, Guid by)
    {
        var counts = await gate.WriteAsync(null, async database =>
        {
            var known = await database.Units.ToDictionaryAsync(u => u.Slug);
            var (added, changed) = (0, 0);
            List<Guid> movedHere = [];
            foreach (var line in lines)
            {
                var parent = ParentOf(line, known);
                if (line.Routine is { } routine && !routines.Contains(routine)) throw Fault(line, $"rutinen \"{routine}\" finns inte");
                if (known.TryGetValue(line.Slug, out var unit))
                {
                    if (IsBelow(parent, unit, known)) throw Fault(line, "en enhet kan inte ligga under sig själv");
                    if (unit.Name == line.Name && unit.ParentId == parent?.Id && unit.Routine == line.Routine) continue;
                    if (unit.ParentId != parent?.Id) movedHere.Add(unit.Id);
                    Named(line, () => unit.Change(line.Name, parent?.Id, line.Routine));
                    changed++;
                    Write(database, EventKind.UnitChanged, line.Slug, by);
                }
                else
                {
                    unit = Made(line, parent);
                    known.Add(unit.Slug, unit);
                    database.Units.Add(unit);
                    added++;
                    Write(database, EventKind.UnitAdded, line.Slug, by);
                }
            }

            database.Head!.OrganisationVersion++;
            await FollowAsync(database, movedHere);
            return (added, changed);
        });
        book.Forget();
        return counts;
    }

    private async Task FollowAsync(GavaDatabase database, List<Guid> movedHere)
    {
        if (movedHere.Count == 0) return;
        await database.SaveChangesAsync();
        var organisation = await OrganisationBook.ReadOrganisationAsync(database, default);
        await moved(database, organisation, [.. movedHere.SelectMany(organisation.Below).Select(u => u.Id).Distinct()]);
    }

    /// <summary>Adds a person with a role at a place, or gives a known person one more role.</summary>
    public async Task AddPersonAsync(string userName, string name, string title, string? email, Role role, string unitSlug, string? password,
        Guid by, DateOnly? from = null, DateOnly? until = null, bool isService = false)
    {
        await gate.WriteAsync(null, async database =>
        {
            var unit = await database.Units.FirstOrDefaultAsync(u => u.Slug == unitSlug)
                ?? throw new RuleBroken("unit-unknown", $"Det finns ingen enhet som heter {unitSlug}.", "unit");
            var lower = userName.Trim().ToLowerInvariant();
            var person = await database.People.FirstOrDefaultAsync(p => p.UserName == lower);
            if (person is null)
            {
                person = new Person(userName, name, title, isService || role == Role.Service) { Email = email };
                database.People.Add(person);
                Write(database, EventKind.PersonAdded, person.UserName, by);
            }

            database.Roles.Add(new RoleAtPlace(person.Id, unit.Id, role, from, until));
            Write(database, EventKind.RoleGiven, $"{person.UserName};{unit.Slug};{role}", by);
            if (password is not null)
            {
                if (password.Length < 12) throw new RuleBroken("password-short", "Lösenordet ska ha minst 12 tecken. En mening är lätt att minnas.", "password");
                await SignInDesk.PutPasswordAsync(database, person, password);
            }
            else
            {
                await SignInDesk.NewStampAsync(database, person.Id);
            }

            database.Head!.OrganisationVersion++;
        });
        book.Forget();
    }

    /// <summary>Ends a role; the person's sessions end with it.</summary>
    public async Task EndRoleAsync(string userName, string unitSlug, Role role, Guid by)
    {
        await gate.WriteAsync(null, async database =>
        {
            var now = StockholmTime.Now(clock);
            var person = await database.People.FirstOrDefaultAsync(p => p.UserName == userName)
                ?? throw new RuleBroken("person-unknown", $"Det finns ingen som heter {userName} här.", "userName");
            var unit = await database.Units.FirstOrDefaultAsync(u => u.Slug == unitSlug)
                ?? throw new RuleBroken("unit-unknown", $"Det finns ingen enhet som heter {unitSlug}.", "unit");
            var held = await database.Roles.Where(r => r.PersonId == person.Id && r.UnitId == unit.Id && r.Role == role).ToListAsync();
            if (held.Count == 0) throw new RuleBroken("role-unknown", "Personen har inte den rollen där.", "role");
            foreach (var one in held) one.End(StockholmTime.DateOf(now).AddDays(-1));
            await SignInDesk.NewStampAsync(database, person.Id);
            Write(database, EventKind.RoleEnded, $"{userName};{unitSlug};{role}", by);
            database.Head!.OrganisationVersion++;
        });
        book.Forget();
    }

    private static Unit? ParentOf(UnitLine line, Dictionary<string, Unit> known)
    {
        if (line.Parent is null) return null;
        return known.TryGetValue(line.Parent, out var parent) ? parent : throw Fault(line, $"överordnad enhet \"{line.Parent}\" finns inte; skriv den på en rad före");
    }

    private static bool IsBelow(Unit? place, Unit unit, Dictionary<string, Unit> known)
    {
        var byId = known.Values.ToDictionary(u => u.Id);
        for (var steps = 0; place is not null && steps < 100; steps++)
        {
            if (place.Id == unit.Id) return true;
            place = place.ParentId is { } above && byId.TryGetValue(above, out var next) ? next : null;
        }

        return false;
    }

    private static Unit Made(UnitLine line, Unit? parent)
    {
        Unit? made = null;
        Named(line, () => made = new Unit(line.Slug, line.Name, KindBelow(parent), parent?.Id, line.Routine));
        return made!;
    }

    /// <summary>A broken rule says which line of the file broke it.</summary>
    private static void Named(UnitLine line, Action change)
    {
        try
        {
            change();
        }
        catch (RuleBroken broken)
        {
            throw Fault(line, broken.Message);
        }
    }

    private static UnitKind KindBelow(Unit? parent) => parent?.Kind switch
    {
        null => UnitKind.Municipality,
        UnitKind.Municipality => UnitKind.Administration,
        UnitKind.Administration => UnitKind.Department,
        _ => UnitKind.Unit,
    };

    private void Write(GavaDatabase database, EventKind kind, string subject, Guid by) =>
        database.Write(new Event(kind, new Change(by, StockholmTime.Now(clock)), subject: subject));

    private static RuleBroken Fault(UnitLine line, string fault) => new("organisation-line", $"Rad {line.Line}: {fault}");
}
