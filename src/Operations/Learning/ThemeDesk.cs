using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Learning;

/// <summary>A case of a theme or a proposal, as the viewer may see it.</summary>
/// <param name="Text">The beginning of what was said, masked.</param>
public sealed record ThemeCase(CaseReference Reference, Unit Unit, DateTime ArrivedAt, bool IsOpen, string Text);

/// <summary>Complaints that may be one thing.</summary>
/// <param name="Words">What ties them.</param>
/// <param name="Unit">The lowest place that all of them are at or below.</param>
/// <param name="Theme">The theme that they belong to, when some of them are in one already; then only the others are here.</param>
public sealed record ThemeProposal(IReadOnlyList<ThemeCase> Cases, IReadOnlyList<string> Words, Unit Unit, Theme? Theme);

/// <summary>What recurs where the viewer leads: what may be one thing, and what is.</summary>
public sealed record ThemesView(IReadOnlyList<ThemeProposal> Proposals, IReadOnlyList<Theme> Themes);

/// <summary>A theme as it is read.</summary>
/// <param name="Cases">Those of its cases that the viewer may open, the newest first.</param>
/// <param name="Words">What ties those, as the register shows them now.</param>
/// <param name="Investigators">Those who can look into it.</param>
public sealed record ThemeView(Theme Theme, Unit Unit, IReadOnlyList<ThemeCase> Cases, IReadOnlyList<string> Words, bool MayChange, bool MayTell, IReadOnlyList<Person> Investigators);

/// <summary>
/// What recurs (R-LEARN-05): proposes complaints that say the same as one theme, with the words that tie them; keeps what somebody has gathered, one investigation for all of it.
/// Whoever sees one of its cases reads what was found and none of the other cases. A case that is kept from somebody is in no theme: they could read of it there (R-SEC-03).
/// </summary>
public sealed class ThemeDesk(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, Remembered remembered, TimeProvider clock)
{
    /// <summary>What came in so many days ago may still be the same thing.</summary>
    public const int Days = 180;

    private const int MostRead = 1500;
    private const int MostProposed = 12;
    private const int Beginning = 1000;

    /// <summary>What may be one thing among what came in where the viewer leads, and the themes there.</summary>
    public async Task<ThemesView> AllAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.ForSystem();
        var themes = await database.Themes.AsNoTracking().OrderByDescending(t => t.Id).ToListAsync(cancellation);
        var mine = organisation.Tree().Where(u => ImprovementPlan.MayStart(viewer, u.Id)).Select(u => u.Id).ToHashSet();
        var kept = await KeptFromAsync(database, viewer, cancellation);
        var read = themes.Where(t => !t.IsDismissed && !t.Cases.Any(kept.Contains) && (mine.Contains(t.UnitId) || t.InvestigatorId == viewer.Id)).OrderBy(t => t.IsLookedInto ? 0 : 1).ToList();
        if (mine.Count == 0) return new([], read);
        var texts = await remembered.ReadAsync(("themes", string.Join(',', mine.Order()), StockholmTime.Today(clock)), null, () => RecentAsync(database, mine, cancellation), cancellation);
        return new(Proposals(organisation, texts, themes), read);
    }

    /// <summary>How many themes the viewer has to look into.</summary>
    public async Task<int> WaitingAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.Themes.CountAsync(t => t.InvestigatorId == viewer.Id && t.Finding == null && !t.IsDismissed, cancellation);
    }

    /// <exception cref="NotFound">No such theme, or not for this viewer.</exception>
    public async Task<ThemeView> OpenAsync(Viewer viewer, long id, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.ForSystem();
        var theme = await database.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && !t.IsDismissed, cancellation) ?? throw new NotFound();
        await using var seen = databases.For(viewer);
        var (cases, words) = await CasesAsync(seen, organisation, theme.Cases, cancellation);
        if (viewer.Person.IsService || (cases.Count == 0 && !theme.MayBeToldBy(viewer)) || theme.Cases.Any((await KeptFromAsync(database, viewer, cancellation)).Contains)) throw new NotFound();
        return new(theme, organisation.Unit(theme.UnitId)!, cases, words, theme.MayBeChangedBy(viewer), theme.MayBeToldBy(viewer), [.. Investigators(organisation, theme.UnitId)]);
    }

    /// <summary>The themes that a case is in, for somebody who sees the case.</summary>
    public async Task<IReadOnlyList<Theme>> OfCaseAsync(Viewer viewer, long caseId, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var themes = (await database.Themes.AsNoTracking().Where(t => !t.IsDismissed).OrderBy(t => t.Id).ToListAsync(cancellation)).Where(t => t.Cases.Contains(caseId)).ToList();
        if (themes.Count == 0) return themes;
        var kept = await KeptFromAsync(database, viewer, cancellation);
        return themes.FindAll(t => !t.Cases.Any(kept.Contains));
    }

    /// <summary>Those who can look into something at a place: whoever leads it or works at or below it.</summary>
    public async Task<IReadOnlyList<Person>> InvestigatorsAsync(IReadOnlyCollection<string> references, Viewer viewer, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var seen = databases.For(viewer);
        var numbers = NumbersIn(references).Select(n => n.Number).ToList();
        var units = await seen.Cases.Where(c => numbers.Contains(c.Id)).Select(c => c.ConcernedUnitId).Distinct().ToListAsync(cancellation);
        return Over(organisation, units) is { } unit ? [.. Investigators(organisation, unit.Id)] : [];
    }

    /// <param name="references">2026-000123 and so on, two or more.</param>
    /// <param name="investigator">A user name.</param>
    /// <returns>The theme's number.</returns>
    /// <exception cref="RuleBroken">A case is unknown, too few, kept from somebody; the person is unknown; not the viewer's to gather.</exception>
    public Task<long> StartAsync(Viewer viewer, string title, IReadOnlyCollection<string> references, string investigator) => GatherAsync(viewer, references, EventKind.ThemeStarted, (id, unit, numbers, organisation, change) =>
        Theme.Start(id, unit, Masking.Found(title, Theme.LongestTitle), numbers, Person(organisation, investigator), viewer, change));

    /// <summary>They are not one thing: not proposed again until three more have come.</summary>
    public Task DismissAsync(Viewer viewer, IReadOnlyCollection<string> references) => GatherAsync(viewer, references, EventKind.ThemeDismissed, (id, unit, numbers, _, change) =>
        Theme.Dismiss(id, unit, numbers, viewer, change));

    /// <summary>More cases are about it too.</summary>
    public async Task AddAsync(Viewer viewer, long id, IReadOnlyCollection<string> references)
    {
        var organisation = await organisations.NowAsync();
        await OpenAsync(viewer, id);
        var more = await SeenAsync(viewer, references);
        if (more.Count == 0) throw new RuleBroken("cases-missing", "Skriv minst ett ärendenummer.", "cases");
        await ChangeAsync(viewer, id, $"added {string.Join(',', more.Select(m => m.Id))}", (theme, change) =>
            theme.Add([.. more.Select(m => m.Id)], Over(organisation, [theme.UnitId, .. more.Select(m => m.UnitId)]) ?? throw NothingInCommon(), viewer));
    }

    public Task RemoveAsync(Viewer viewer, long id, string reference) => ChangeAsync(viewer, id, $"removed {reference}", (theme, _) =>
        theme.Remove(CaseReference.TryParse(reference, out var known) ? known.Number : throw ImprovementDesk.CaseUnknown(reference, "cases"), viewer));

    public async Task GiveAsync(Viewer viewer, long id, string investigator)
    {
        var person = Person(await organisations.NowAsync(), investigator);
        await ChangeAsync(viewer, id, "given", (theme, _) => theme.Give(person, viewer));
    }

    /// <summary>What was found.</summary>
    public Task TellAsync(Viewer viewer, long id, string finding) => ChangeAsync(viewer, id, "found", (theme, change) => theme.Tell(Masking.Found(finding, Theme.LongestFinding), viewer, change));

    private async Task<long> GatherAsync(Viewer viewer, IReadOnlyCollection<string> references, EventKind kind, Func<long, Unit, IReadOnlyList<long>, Organisation, Change, Theme> make)
    {
        var organisation = await organisations.NowAsync();
        var cases = await SeenAsync(viewer, references);
        if (cases.Count < 2) throw Theme.TooFew();
        return await gate.WriteAsync(viewer, async database =>
        {
            var change = new Change(viewer.Id, StockholmTime.Now(clock));
            var unit = Over(organisation, cases.Select(c => c.UnitId)) ?? throw NothingInCommon();
            var theme = make((await database.Themes.MaxAsync(t => (long?)t.Id) ?? 0) + 1, unit, [.. cases.Select(c => c.Id)], organisation, change);
            database.Themes.Add(theme);
            database.Write(new Event(kind, change, subject: $"{theme.Id};{unit.Slug};{string.Join(',', theme.Cases)}"));
            return theme.Id;
        });
    }

    private Task ChangeAsync(Viewer viewer, long id, string what, Action<Theme, Change> work) => gate.WriteAsync(viewer, async database =>
    {
        await OpenAsync(viewer, id);
        var theme = await database.Themes.FirstAsync(t => t.Id == id);
        var change = new Change(viewer.Id, StockholmTime.Now(clock));
        work(theme, change);
        database.Write(new Event(EventKind.ThemeChanged, change, subject: $"{id};{what}"));
    });

    /// <summary>The cases of those numbers, all of which the viewer sees and nobody is kept from.</summary>
    private async Task<IReadOnlyList<(long Id, Guid UnitId)>> SeenAsync(Viewer viewer, IReadOnlyCollection<string> references)
    {
        var asked = NumbersIn(references);
        var numbers = asked.ConvertAll(r => r.Number);
        await using var seen = databases.For(viewer);
        var cases = await seen.Cases.Where(c => numbers.Contains(c.Id)).Select(c => new { c.Id, c.ConcernedUnitId }).ToListAsync();
        if (asked.Find(r => cases.TrueForAll(c => c.Id != r.Number)) is { Number: > 0 } unknown) throw ImprovementDesk.CaseUnknown($"{unknown}", "cases");
        await using var system = databases.ForSystem();
        if (await system.Hidden.Where(h => numbers.Contains(h.CaseId)).Select(h => (long?)h.CaseId).FirstOrDefaultAsync() is { } hidden)
        {
            throw new RuleBroken("theme-case-hidden", $"Ärende {asked.Find(r => r.Number == hidden)} gäller en medarbetare och kan inte ingå i ett tema, eftersom flera läser temat.", "cases");
        }

        return [.. cases.Select(c => (c.Id, c.ConcernedUnitId))];
    }

    /// <summary>The cases that the viewer is kept from: one may have become about them after somebody had gathered it.</summary>
    private static async Task<HashSet<long>> KeptFromAsync(GavaDatabase database, Viewer viewer, CancellationToken cancellation) =>
        [.. await database.Hidden.Where(h => h.PersonId == viewer.Id).Select(h => h.CaseId).ToListAsync(cancellation)];

    private static List<CaseReference> NumbersIn(IEnumerable<string> references) =>
        [.. references.Select(text => CaseReference.TryParse(text, out var reference) ? reference : throw ImprovementDesk.CaseUnknown(text, "cases")).DistinctBy(r => r.Number)];

    private static Person Person(Organisation organisation, string userName) => organisation.Person(userName) ?? throw new RuleBroken("person-unknown", "Välj en medarbetare som utreder.", "investigator");

    private static RuleBroken NothingInCommon() => new("theme-units", "Ärendena hör inte till samma organisation.", "cases");

    /// <summary>The lowest place that all of them are at or below.</summary>
    private static Unit? Over(Organisation organisation, IEnumerable<Guid> units)
    {
        var lines = units.Distinct().Select(id => organisation.Line(id).ToList()).ToList();
        return lines.Count == 0 ? null : lines[0].Find(unit => lines.TrueForAll(line => line.Exists(u => u.Id == unit.Id)));
    }

    private IEnumerable<Person> Investigators(Organisation organisation, Guid unitId)
    {
        var today = StockholmTime.Today(clock);
        return organisation.LeadersOf(unitId, today).Concat(organisation.Below(unitId).SelectMany(u => organisation.StaffOf(u.Id, today).Concat(organisation.LeadersOf(u.Id, today))))
            .Where(p => p is { IsService: false, IsActive: true }).DistinctBy(p => p.Id);
    }

    private static async Task<(IReadOnlyList<ThemeCase> Cases, IReadOnlyList<string> Words)> CasesAsync(GavaDatabase seen, Organisation organisation, IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        var rows = await seen.Cases.AsNoTracking().Where(c => numbers.Contains(c.Id)).OrderByDescending(c => c.ArrivedAt)
            .Select(c => new { c.Id, c.RegisteredAt, c.ConcernedUnitId, c.ArrivedAt, c.ClosedAt, Text = c.Text.Substring(0, Beginning) }).ToListAsync(cancellation);
        return ([.. rows.Select(c => new ThemeCase(new(StockholmTime.DateOf(c.RegisteredAt).Year, c.Id), organisation.Unit(c.ConcernedUnitId)!, c.ArrivedAt, c.ClosedAt is null, SimilarCases.Short(c.Text)))],
            SameThing.TiesOf([.. rows.Select(c => c.Text)]));
    }

    /// <summary>The latest complaints of those places that nobody is kept from, and what they say again.</summary>
    private async Task<Recent> RecentAsync(GavaDatabase database, HashSet<Guid> places, CancellationToken cancellation)
    {
        var kinds = await routines.ComplaintKindsAsync(cancellation);
        var since = StockholmTime.StartOf(StockholmTime.Today(clock).AddDays(-Days));
        var rows = await database.Cases.AsNoTracking().Where(c => places.Contains(c.ConcernedUnitId) && c.ArrivedAt >= since && kinds.Contains(c.Kind) && !database.Hidden.Any(h => h.CaseId == c.Id))
            .OrderByDescending(c => c.ArrivedAt).Take(MostRead).Select(c => new { c.Id, c.RegisteredAt, c.ConcernedUnitId, c.ArrivedAt, c.ClosedAt, c.RoutineName, Text = c.Text.Substring(0, Beginning) }).ToListAsync(cancellation);
        var now = await routines.CategoriesNowAsync(cancellation);
        var numbers = rows.ConvertAll(r => r.Id);
        var set = (await database.Categories.Where(g => numbers.Contains(g.CaseId)).Select(g => new { g.CaseId, g.Code }).ToListAsync(cancellation)).ToLookup(g => g.CaseId, g => g.Code);
        return new(rows.ToDictionary(r => r.Id, r => new Row(new(StockholmTime.DateOf(r.RegisteredAt).Year, r.Id), r.ConcernedUnitId, r.ArrivedAt, r.ClosedAt is null, SimilarCases.Short(r.Text))),
            SameThing.Find([.. rows.Select(r => new SaidText(r.Id, r.Text, r.ConcernedUnitId, [.. set[r.Id].Select(code => now.Of(r.RoutineName, code)).Distinct()]))]));
    }

    private static IReadOnlyList<ThemeProposal> Proposals(Organisation organisation, Recent recent, List<Theme> themes)
    {
        List<ThemeProposal> proposals = [];
        foreach (var again in recent.Again)
        {
            var known = themes.Where(t => t.Cases.Any(again.Cases.Contains)).OrderByDescending(t => t.Cases.Count(again.Cases.Contains)).ToList();
            var free = again.Cases.Where(c => known.TrueForAll(t => !t.Cases.Contains(c))).ToList();
            // To one that lives a single one is enough; where somebody has said no, so many that it is a matter of its own.
            var theme = known.Find(t => !t.IsDismissed);
            if (free.Count < (known.Count == 0 || theme is null ? SameThing.Fewest : 1)) continue;
            var unit = Over(organisation, free.Select(c => recent.Rows[c].UnitId));
            if (unit is null) continue;
            proposals.Add(new([.. free.Select(c => recent.Rows[c]).OrderByDescending(r => r.ArrivedAt).Select(r => new ThemeCase(r.Reference, organisation.Unit(r.UnitId)!, r.ArrivedAt, r.IsOpen, r.Text))], again.Words, unit, theme));
            if (proposals.Count == MostProposed) break;
        }

        return proposals;
    }

    private sealed record Row(CaseReference Reference, Guid UnitId, DateTime ArrivedAt, bool IsOpen, string Text);

    private sealed record Recent(IReadOnlyDictionary<long, Row> Rows, IReadOnlyList<SaidAgain> Again);
}
