using System.Collections.Concurrent;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Routines;

/// <summary>The routines of the installation: every version that a case follows, and the newest for new cases.</summary>
public sealed class RoutineBook(Databases databases, OrganisationBook organisation)
{
    private readonly ConcurrentDictionary<(string Name, int Version), Routine> versions = new();
    private IReadOnlyDictionary<string, int>? newest;
    private long askedAt;

    /// <summary>The newest version, or null when no routine has that name.</summary>
    public async ValueTask<Routine?> NewestAsync(string name, CancellationToken cancellation = default)
    {
        var known = await NewestNumbersAsync(cancellation);
        return known.TryGetValue(name, out var version) ? await VersionAsync(name, version, cancellation) : null;
    }

    public async ValueTask<IReadOnlyList<Routine>> AllAsync(CancellationToken cancellation = default)
    {
        List<Routine> all = [];
        foreach (var (name, version) in (await NewestNumbersAsync(cancellation)).OrderBy(n => n.Key, StringComparer.Ordinal)) all.Add(await VersionAsync(name, version, cancellation));
        return all;
    }

    /// <summary>The codes of the kinds that some routine handles as complaints.</summary>
    public async ValueTask<IReadOnlyList<string>> ComplaintKindsAsync(CancellationToken cancellation = default) =>
        [.. (await AllAsync(cancellation)).SelectMany(r => r.Kinds.Where(k => k.IsComplaint).Select(k => k.Code)).Distinct(StringComparer.Ordinal)];

    /// <summary>Which category counts for one that some version had.</summary>
    public async ValueTask<CategoriesNow> CategoriesNowAsync(CancellationToken cancellation = default) => new(await AllAsync(cancellation));

    /// <summary>The version that a case began with.</summary>
    public async ValueTask<Routine> VersionAsync(string name, int version, CancellationToken cancellation = default)
    {
        if (versions.TryGetValue((name, version), out var known)) return known;
        await using var database = databases.ForSystem();
        var stored = await database.RoutineVersions.FirstOrDefaultAsync(r => r.Name == name && r.Version == version, cancellation)
            ?? throw new InvalidOperationException($"The routine {name} {version} is not in the database.");
        var (routine, faults) = RoutineReader.Read(stored.Source);
        return versions[(name, version)] = routine ?? throw new InvalidOperationException($"The routine {name} {version} cannot be read: {faults[0]}");
    }

    /// <summary>A version, or null when there is none.</summary>
    public async ValueTask<Routine?> FindVersionAsync(string name, int version, CancellationToken cancellation = default)
    {
        if (versions.TryGetValue((name, version), out var known)) return known;
        await using var database = databases.ForSystem();
        return await database.RoutineVersions.AnyAsync(r => r.Name == name && r.Version == version, cancellation) ? await VersionAsync(name, version, cancellation) : null;
    }

    /// <summary>The routine's calendar with the municipality's own closed days.</summary>
    public async ValueTask<WorkingCalendar> CalendarAsync(Routine routine, CancellationToken cancellation = default) =>
        routine.Calendar.With(await organisation.ClosedDaysAsync(cancellation));

    /// <summary>Puts in the shipped routines whose version the database does not have.</summary>
    public async Task ShipAsync(string folder, WriteGate gate, DateTime now)
    {
        var reading = Task.Run(() => ShippedRoutines.ReadAll(folder));
        await using var asked = databases.ForSystem();
        var there = await asked.RoutineVersions.Select(r => new { r.Name, r.Version }).ToListAsync();
        var shipped = (await reading).Where(s => !there.Any(t => t.Name == s.Routine.Name && t.Version == s.Routine.Version)).ToList();

        if (shipped.Count == 0) return;
        await gate.WriteAsync(null, async database =>
        {
            foreach (var (routine, source) in shipped)
            {
                if (await database.RoutineVersions.AnyAsync(r => r.Name == routine.Name && r.Version == routine.Version)) continue;
                database.RoutineVersions.Add(new RoutineVersion { Name = routine.Name, Version = routine.Version, Source = source, PublishedAt = now });
                database.Write(new Event(EventKind.RoutinePublished, new Change(Domain.People.Person.System, now), subject: $"{routine.Name};{routine.Version}"));
            }
        });
        newest = null;
    }

    /// <summary>Read it again at the next question: a version was published here.</summary>
    public void Forget() => newest = null;

    // Another node may have published; it is asked for at most every five seconds.
    private async ValueTask<IReadOnlyDictionary<string, int>> NewestNumbersAsync(CancellationToken cancellation)
    {
        if (newest is { } known && Environment.TickCount64 - askedAt < 5000) return known;
        askedAt = Environment.TickCount64;
        return newest = await ReadNewestAsync(cancellation);
    }

    private async Task<IReadOnlyDictionary<string, int>> ReadNewestAsync(CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        return await database.RoutineVersions.GroupBy(r => r.Name).Select(g => new { g.Key, Version = g.Max(r => r.Version) })
            .ToDictionaryAsync(r => r.Key, r => r.Version, cancellation);
    }
}

/// <summary>The routines that come with Gåva, as files beside the program.</summary>
public static class ShippedRoutines
{
    /// <exception cref="InvalidDataException">A shipped file has a fault: it names file, line and cure.</exception>
    public static List<(Routine Routine, string Source)> ReadAll(string folder) =>
        [.. Files(folder).Select(file =>
        {
            var source = File.ReadAllText(file);
            var (routine, faults) = RoutineReader.Read(source);
            return (routine ?? throw new InvalidDataException($"{Path.GetFileName(file)}:{faults[0]}"), source);
        })];

    public static IEnumerable<string> Names(string folder) => Files(folder).Select(f => Path.GetFileNameWithoutExtension(f)!);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
