using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.People;

/// <summary>What is said of a person.</summary>
public sealed record PersonDetails(string Name, string Title, string? Email, string? Phone);

/// <summary>A role at a place, for a time.</summary>
/// <param name="Until">The last day, included; null is until further notice.</param>
public sealed record RoleDetails(string Unit, Role Role, DateOnly? From = null, DateOnly? Until = null);

/// <content>One person at a time: whoever ends is the matter of the cases (EndingDesk).</content>
public sealed partial class OrganisationDesk
{
    /// <summary>Adds somebody who is to work here, with a first role and a password that is shown once.</summary>
    public Task AddPersonAsync(Viewer viewer, string userName, PersonDetails details, RoleDetails role, string password, OneRequest? request = null) =>
        administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var person = new Person(userName, details.Name, details.Title);
            if (await database.People.AnyAsync(p => p.UserName == person.UserName)) throw new RuleBroken("user-name-taken", "Användarnamnet används redan. Välj ett annat.", "userName");
            person.Describe(details.Name, details.Title, details.Email, details.Phone);
            database.People.Add(person);
            database.Write(new Event(EventKind.PersonAdded, change, subject: person.UserName));
            await GiveAsync(database, person, role, change);
            await SignInDesk.PutPasswordAsync(database, person, password);
        });

    /// <param name="seen">The person's mark as the form showed it.</param>
    public Task ChangePersonAsync(Viewer viewer, string userName, PersonDetails details, string? seen = null, OneRequest? request = null) =>
        administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var person = await KnownAsync(database, userName);
            Administration.MustBeSeen(seen, Administration.MarkOf(person));
            person.Describe(details.Name, details.Title, details.Email, details.Phone);
            database.Write(new Event(EventKind.PersonChanged, change, subject: person.UserName));
        });

    /// <summary>One more role. Somebody who had left works here again.</summary>
    public Task GiveRoleAsync(Viewer viewer, string userName, RoleDetails role, OneRequest? request = null) =>
        administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var person = await KnownAsync(database, userName);
            if (!person.IsActive)
            {
                person.Return();
                database.Write(new Event(EventKind.PersonChanged, change, subject: person.UserName));
            }

            await GiveAsync(database, person, role, change);
            await SignInDesk.NewStampAsync(database, person.Id);
        });

    /// <summary>Somebody stands in for another for a time: gets the same roles at the same places (vikarie, R-ESC-01).</summary>
    /// <param name="until">The last day, included. A stand-in always has one.</param>
    /// <returns>How many roles that was.</returns>
    public async Task<int> StandInAsync(Viewer viewer, string userName, string absent, DateOnly? from, DateOnly? until, OneRequest? request = null)
    {
        var given = 0;
        await administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var today = StockholmTime.DateOf(change.At);
            var person = await KnownAsync(database, userName);
            var other = await database.People.FirstOrDefaultAsync(p => p.UserName == absent) ?? throw new RuleBroken("person-unknown", "Välj vem det är vikarie för.", "standsInFor");
            if (other.Id == person.Id) throw new RuleBroken("stand-in-self", "Ingen kan vikariera för sig själv. Välj någon annan.", "standsInFor");
            if (!person.IsActive) throw new RuleBroken("person-left", "Personen har slutat. Ge först en ny roll.", "standsInFor");
            var first = from ?? today;
            if (until is not { } last) throw new RuleBroken("until-missing", "Skriv sista dagen. En vikarie har alltid en.", "until");
            if (last < today) throw new RuleBroken("until-past", "Sista dagen har redan varit. Skriv en dag framåt.", "until");
            if (last < first) throw new RuleBroken("role-dates", "Slutdatumet kan inte ligga före startdatumet.", "until");
            var roles = await database.Roles.Where(r => r.PersonId == other.Id && r.StandsInFor == null).ToListAsync();
            foreach (var role in roles.Where(r => (r.From is null || r.From <= last) && (r.Until is null || r.Until >= first)))
            {
                var stand = new RoleAtPlace(person.Id, role.UnitId, role.Role, Later(first, role.From), Earlier(last, role.Until), other.Id);
                var unit = await database.Units.FirstAsync(u => u.Id == role.UnitId);
                database.Roles.Add(stand);
                database.Write(new Event(EventKind.RoleGiven, change, subject: $"{person.UserName};{unit.Slug};{role.Role};{other.UserName}"));
                given++;
            }

            if (given == 0) throw new RuleBroken("stand-in-nothing", "Den personen har ingen roll under den tiden, så det finns inget att vikariera för.", "standsInFor");
            await SignInDesk.NewStampAsync(database, person.Id);
        });
        return given;
    }

    /// <summary>A new password, when somebody has forgotten theirs. Every session ends.</summary>
    public Task ResetPasswordAsync(Viewer viewer, string userName, string password, OneRequest? request = null) =>
        administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var person = await KnownAsync(database, userName);
            if (person.IsService) throw new RuleBroken("service-no-password", "Ett system loggar inte in med lösenord. Det har en API-nyckel.");
            if (!person.IsActive) throw new RuleBroken("person-left", "Personen har slutat. Ge först en ny roll.");
            await SignInDesk.PutPasswordAsync(database, person, password);
            database.Write(new Event(EventKind.PasswordSet, change, subject: person.UserName));
        });

    internal static async Task<Person> KnownAsync(GavaDatabase database, string userName)
    {
        var lower = userName.Trim().ToLowerInvariant();
        return await database.People.FirstOrDefaultAsync(p => p.UserName == lower) ?? throw new NotFound();
    }

    private static async Task GiveAsync(GavaDatabase database, Person person, RoleDetails given, Change change)
    {
        var unit = await PlaceAsync(database, given.Unit) ?? throw new RuleBroken("unit-unknown", "Välj vilken enhet det gäller.", "unit");
        unit.MustWork();
        if (person.IsService != (given.Role == Role.Service)) throw new RuleBroken("role-service", "Rollen System är bara för andra system. Välj en annan roll.", "role");
        var role = new RoleAtPlace(person.Id, unit.Id, given.Role, given.From, given.Until);
        var there = await database.Roles.Where(r => r.PersonId == person.Id && r.UnitId == unit.Id && r.Role == given.Role && r.StandsInFor == null).ToListAsync();
        if (there.Any(r => (r.Until is null || role.From is null || role.From <= r.Until) && (role.Until is null || r.From is null || r.From <= role.Until)))
        {
            throw new RuleBroken("role-held", "Personen har redan den rollen där då. Välj en annan roll, plats eller tid.", "role");
        }

        database.Roles.Add(role);
        database.Write(new Event(EventKind.RoleGiven, change, subject: $"{person.UserName};{unit.Slug};{given.Role}"));
    }

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;

    private static DateOnly Earlier(DateOnly one, DateOnly? other) => other < one ? other.Value : one;
}
