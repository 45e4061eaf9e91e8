using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Routines;

/// <summary>A version of a routine, as the list of versions shows it.</summary>
public sealed record RoutineEdition(string Name, int Version, DateTime PublishedAt);

/// <summary>What became of a routine that somebody wanted to publish.</summary>
/// <param name="Routine">The routine as it now holds; null when it has faults, and the running one goes on.</param>
/// <param name="Gaps">It can be used, but something is missing: roles that nobody holds where it is followed, categories that nobody has taken over.</param>
public sealed record Published(Routine? Routine, IReadOnlyList<RoutineFault> Faults, IReadOnlyList<string> Gaps);

/// <summary>Puts routines in, tells their versions apart, and remembers who has read their duties.</summary>
public sealed class RoutineDesk(Databases databases, WriteGate gate, RoutineBook book, OrganisationBook organisations, TimeProvider clock)
{
    public static bool MayPublish(Viewer viewer) => viewer.Is(Role.SystemAdministrator);

    /// <summary>Every version, the newest first.</summary>
    public async Task<IReadOnlyList<RoutineEdition>> EditionsAsync(string name, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.RoutineVersions.Where(r => r.Name == name).OrderByDescending(r => r.Version)
            .Select(r => new RoutineEdition(r.Name, r.Version, r.PublishedAt)).ToListAsync(cancellation);
    }

    /// <summary>The file as it was put in, comments and all.</summary>
    /// <exception cref="NotFound">There is no such version.</exception>
    public async Task<string> SourceAsync(string name, int version, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.RoutineVersions.Where(r => r.Name == name && r.Version == version).Select(r => r.Source).FirstOrDefaultAsync(cancellation) ?? throw new NotFound();
    }

    /// <summary>What a file would be: faults, and roles that nobody holds. Nothing is changed.</summary>
    public async Task<Published> CheckAsync(string source, CancellationToken cancellation = default)
    {
        var (routine, faults) = RoutineReader.Read(source);
        return new(routine, faults, routine is null ? [] : [.. Gaps(routine, await organisations.NowAsync(cancellation)), .. Lost(routine, await book.NewestAsync(routine.Name, cancellation))]);
    }

    /// <summary>Publishes a version. New cases follow it; those that run keep their own.</summary>
    /// <param name="viewer">Null is the command line.</param>
    /// <exception cref="RuleBroken">The viewer may not, or the version is not newer than the one that holds.</exception>
    public async Task<Published> PublishAsync(Viewer? viewer, string source)
    {
        if (viewer is not null && !MayPublish(viewer)) throw new RuleBroken("not-yours", "Det är systemadministratören som ger ut rutiner.");
        var checkedOver = await CheckAsync(source);
        if (checkedOver.Routine is not { } routine) return checkedOver;
        await gate.WriteAsync(null, async database =>
        {
            var newest = await database.RoutineVersions.Where(r => r.Name == routine.Name).MaxAsync(r => (int?)r.Version) ?? 0;
            if (routine.Version <= newest) throw new RuleBroken("version-old", $"Version {newest} är redan utgiven. Skriv \"version\": {newest + 1}.", "source");
            var change = new Change(viewer?.Id ?? Person.System, StockholmTime.Now(clock));
            database.RoutineVersions.Add(new RoutineVersion { Name = routine.Name, Version = routine.Version, Source = source, PublishedAt = change.At });
            database.Write(new Event(EventKind.RoutinePublished, change, subject: $"{routine.Name};{routine.Version}"));
        });
        book.Forget();
        return checkedOver;
    }

    /// <summary>Somebody has read their duties (R-FLOW-16).</summary>
    public Task ConfirmReadAsync(Viewer viewer, string name, int version) => gate.WriteAsync(null, async database =>
    {
        if (await database.DutiesRead.AnyAsync(d => d.PersonId == viewer.Id && d.Routine == name && d.Version == version)) return;
        if (!await database.RoutineVersions.AnyAsync(r => r.Name == name && r.Version == version)) throw new NotFound();
        database.DutiesRead.Add(new DutiesRead { PersonId = viewer.Id, Routine = name, Version = version, At = StockholmTime.Now(clock) });
    });

    public async Task<DateTime?> ReadAtAsync(Viewer viewer, string name, int version, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.DutiesRead.Where(d => d.PersonId == viewer.Id && d.Routine == name && d.Version == version).Select(d => (DateTime?)d.At).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Roles that the routine counts on and nobody holds at, above or below the places that follow it.</summary>
    private List<string> Gaps(Routine routine, Organisation organisation)
    {
        var today = StockholmTime.Today(clock);
        var places = organisation.PlacesForCases().Where(u => organisation.RoutineAt(u.Id) == routine.Name).ToList();
        if (places.Count == 0) return ["Ingen enhet följer rutinen än."];
        var held = places.SelectMany(u => organisation.Line(u.Id)).DistinctBy(u => u.Id)
            .SelectMany(u => organisation.RolesAt(u.Id)).Where(r => r.HoldsOn(today)).Select(r => r.Role).ToHashSet();
        return [.. Needed(routine).Distinct().Where(role => !held.Contains(role)).Select(role => $"Ingen är {role.Swedish().ToLowerInvariant()} där rutinen följs.")];
    }

    /// <summary>Categories that cases have been set to, which would be counted by themselves, under a bare code.</summary>
    private static IEnumerable<string> Lost(Routine routine, Routine? before)
    {
        var known = routine.Categories.SelectMany(t => t.All).SelectMany(c => c.Formerly.Prepend(c.Code)).ToHashSet(StringComparer.Ordinal);
        return (before?.Categories ?? []).SelectMany(t => t.All).SelectMany(c => c.Formerly.Prepend(c.Code).Select(code => (Code: code, c.Label))).Where(c => !known.Contains(c.Code))
            .Select(c => $"Kategorin {c.Label} ({c.Code}) finns inte längre. Skriv \"formerly\": [\"{c.Code}\"] hos den som tar över, så räknas det gamla dit.");
    }

    private static IEnumerable<Role> Needed(Routine routine)
    {
        foreach (var role in routine.Responsibility.Inability.Concat(routine.Responsibility.BySubject.Select(s => s.To))) yield return role;
        foreach (var role in new[] { routine.Acknowledgement?.By, routine.Registration.Through, routine.HandOver.Coordinator, routine.Reply.SecondReader, routine.Closing.By, routine.Publication.Moderator })
        {
            if (role is { } needed) yield return needed;
        }

        foreach (var tree in routine.Categories.Where(t => t.SetBy is not null)) yield return tree.SetBy!.Value;
        foreach (var report in routine.Reports) yield return report.By;
        if (routine.Registration.Mode == RegistrationMode.Diary) yield return Role.Registrar;
    }
}
