using System.Globalization;
using System.Text;
using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.People;

/// <summary>What is said of a place.</summary>
/// <param name="Routine">The routine that begins to hold here; null is the one from above.</param>
/// <param name="Users">How many it is there for from today on; null when nobody says.</param>
public sealed record PlaceDetails(string Name, UnitKind Kind, string? Routine, string? Phone, string? Email, string? Address, int? Users = null);

/// <content>One place at a time, as the administrator's pages and the API change it.</content>
public sealed partial class OrganisationDesk
{
    // Addresses under /organisation that are no places.
    private static readonly string[] Taken = ["personer", "lediga-dagar", "mottagare", "mallar", "ny-person"];

    /// <summary>Adds a place below another.</summary>
    /// <param name="slug">Null makes one of the name.</param>
    /// <returns>The slug that it got.</returns>
    public async Task<string> AddPlaceAsync(Viewer viewer, string parent, string? slug, PlaceDetails details, OneRequest? request = null)
    {
        var added = string.IsNullOrWhiteSpace(slug) ? SlugOf(details.Name) : slug.Trim();
        await administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var above = await PlaceAsync(database, parent) ?? throw new NotFound();
            above.MustWork();
            var known = await database.Units.Select(u => u.Slug).ToListAsync();
            if (string.IsNullOrWhiteSpace(slug)) added = Free(added, known);
            else if (known.Contains(added) || Taken.Contains(added)) throw new RuleBroken("slug-taken", "Adressnamnet används redan. Välj ett annat.", "slug");
            var unit = new Unit(added, details.Name, details.Kind, above.Id);
            await DescribeAsync(database, unit, details, change);
            database.Units.Add(unit);
            database.Write(new Event(EventKind.UnitAdded, change, subject: added));
        });
        return added;
    }

    /// <summary>Changes a place, and moves it when the parent is another. Its cases follow, and are seen by the new line.</summary>
    /// <param name="parent">The slug of the place above; null leaves it where it is.</param>
    /// <param name="seen">The place's mark as the form showed it; null when a change in between does not matter.</param>
    public Task ChangePlaceAsync(Viewer viewer, string slug, PlaceDetails details, string? parent, string? seen = null, OneRequest? request = null) =>
        administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var unit = await PlaceAsync(database, slug) ?? throw new NotFound();
            Administration.MustBeSeen(seen, Administration.MarkOf(unit));
            var before = Administration.MarkOf(unit);
            var above = unit.ParentId;
            if (parent is not null) await MoveAsync(database, unit, parent);
            await DescribeAsync(database, unit, details, change);
            if (Administration.MarkOf(unit) == before) return;
            var moves = unit.ParentId != above;
            database.Write(new Event(moves ? EventKind.UnitMoved : EventKind.UnitChanged, change, subject: moves ? $"{slug};{parent}" : slug));
            if (moves) await FollowAsync(database, [unit.Id]);
        });

    private static async Task MoveAsync(GavaDatabase database, Unit unit, string parent)
    {
        if (parent.Length == 0 && unit.ParentId is null) return;
        var known = await database.Units.ToDictionaryAsync(u => u.Slug);
        if (unit.ParentId is null) throw new RuleBroken("place-root", "Det här är kommunen själv. Den ligger inte under något annat.", "parent");
        if (!known.TryGetValue(parent, out var above)) throw new RuleBroken("unit-unknown", "Välj vad den ska ligga under.", "parent");
        if (IsBelow(above, unit, known)) throw new RuleBroken("place-circle", "En enhet kan inte ligga under sig själv. Välj en annan.", "parent");
        unit.MoveBelow(above);
    }

    private static async Task DescribeAsync(GavaDatabase database, Unit unit, PlaceDetails details, Change change)
    {
        var routine = string.IsNullOrWhiteSpace(details.Routine) ? null : details.Routine.Trim();
        if (routine is not null && !await database.RoutineVersions.AnyAsync(r => r.Name == routine))
        {
            throw new RuleBroken("routine-missing", "Rutinen finns inte. Välj en av kommunens rutiner.", "routine");
        }

        unit.Describe(details.Name, details.Kind, routine, details.Phone, details.Email, details.Address);
        unit.CountUsers(details.Users, StockholmTime.DateOf(change.At));
    }

    internal static Task<Unit?> PlaceAsync(GavaDatabase database, string slug) => database.Units.FirstOrDefaultAsync(u => u.Slug == slug);

    /// <summary>"Gruppboendet Åsen" becomes "gruppboendet-asen".</summary>
    public static string SlugOf(string name)
    {
        var letters = name.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var slug = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length > 70 ? slug[..70].Trim('-') : slug.Length < 2 ? $"enhet-{slug}".Trim('-') : slug;
    }

    private static string Free(string wanted, List<string> known)
    {
        var slug = wanted;
        for (var number = 2; known.Contains(slug) || Taken.Contains(slug); number++) slug = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        return slug;
    }
}
