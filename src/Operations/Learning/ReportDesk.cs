using Gava.Domain;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.People;
using Gava.Operations.Routines;

namespace Gava.Operations.Learning;

/// <summary>What codes are called in the scope of a report: its routines' own words.</summary>
public sealed class ReportWords
{
    private readonly Dictionary<(string Figure, string Code), string> words = [];

    /// <param name="kept">As <see cref="Of(IEnumerable{ReportLine})"/> gave them.</param>
    public ReportWords(IReadOnlyDictionary<string, string> kept)
    {
        foreach (var (key, label) in kept)
        {
            var at = key.IndexOf('/', StringComparison.Ordinal);
            words[(key[..at], key[(at + 1)..])] = label;
        }
    }

    /// <param name="routines">The routines of the scope; where two call a thing differently, the first has the word.</param>
    public ReportWords(IEnumerable<Routine> routines)
    {
        foreach (var figure in Figures.All)
        {
            foreach (var (group, label) in figure.Parts) words[(figure.Code, group)] = label;
        }

        var all = routines.ToList();
        foreach (var routine in all)
        {
            foreach (var kind in routine.Kinds.Append(Kind.Accessibility)) words.TryAdd(("received.byKind", kind.Code), kind.Label);
            foreach (var channel in routine.Channels) words.TryAdd(("received.byChannel", channel.Code), channel.Label);
            foreach (var category in routine.Categories.SelectMany(t => t.All)) words.TryAdd(("received.byCategory", category.Code), category.Label);
        }

        // Where one routine has taken over a code that another still has, the code is the other's.
        foreach (var category in all.SelectMany(r => r.Categories).SelectMany(t => t.All))
        {
            foreach (var former in category.Formerly) words.TryAdd(("received.byCategory", former), category.Label);
        }
    }

    public string Of(string figure, string group) => words.GetValueOrDefault((figure, group), group);

    /// <summary>Those of some lines, by figure/group, in order.</summary>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<ReportLine> lines) => new SortedDictionary<string, string>(
        lines.Select(l => (l.Figure, l.Group)).Distinct().ToDictionary(l => $"{l.Figure}/{l.Group}", l => Of(l.Figure, l.Group)), StringComparer.Ordinal);
}

/// <summary>A place as a report names it.</summary>
public sealed record ReportPlace(string Slug, string Name)
{
    public static ReportPlace Of(Unit unit) => new(unit.Slug, unit.Name);
}

/// <summary>The report of a unit beside others, in the table of those right below.</summary>
public sealed record UnitFigures(ReportPlace Unit, ReportFigures Figures);

/// <summary>A report as it is read: the figures, what they are compared with, the units below.</summary>
/// <param name="IsOpen">True when small groups are hidden: the reader is outside the circle, or asked for what may leave it.</param>
public sealed record ReportView(ReportPlace Unit, Span Span, ReportFigures Figures, ReportFigures Before, ReportFigures LastYear, IReadOnlyList<UnitFigures> Units, ReportWords Words, bool IsOpen);

/// <summary>Reports of any period and place (R-LEARN-02): live figures, worked out anew each time.</summary>
public sealed class ReportDesk(CaseCounting counting, OrganisationBook organisations, RoutineBook routines, Remembered remembered)
{
    /// <param name="period">2026-T1, 2026, 2026-04, 2026-Q2, 2026-H1.</param>
    /// <param name="unit">A place's slug, with all below it; null is the highest place that the viewer sees.</param>
    /// <param name="isAccumulated">Counted from January.</param>
    /// <param name="asOpen">Small groups hidden even for somebody who may see the cases: what goes to a board.</param>
    /// <exception cref="RuleBroken">There is no such period or place, or small groups must be hidden and the period is none that is told outside.</exception>
    public async Task<ReportView> ReadAsync(Viewer viewer, string period, string? unit, bool isAccumulated = false, bool asOpen = false, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var known = PeriodOf(period);
        var place = unit is { Length: > 0 } ? organisation.Unit(unit) ?? throw new RuleBroken("unit-unknown", "Det finns ingen enhet med det adressnamnet.", "unit") : PlaceOf(viewer, organisation);
        var span = Span.Of(known, isAccumulated);
        var words = new ReportWords(await RoutinesOfAsync(organisation, place, cancellation));
        return viewer.SeesThePlace(place.Id) && !asOpen
            ? await RememberedAsync(organisation, await counting.HasHiddenAsync(viewer.Id, cancellation) ? viewer.Id : null, place, span, words, cancellation)
            : await OpenAsync(organisation, place, span, words, cancellation);
    }

    /// <summary>The figures that a report is signed with: the same for everybody, whatever is hidden from the one who signs.</summary>
    /// <returns>The whole edition, and the one with small groups hidden; null for a period that is not told outside.</returns>
    public async Task<(ReportView Whole, ReportView? Open)> ForSigningAsync(Unit place, Span span, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var words = new ReportWords(await RoutinesOfAsync(organisation, place, cancellation));
        return (await WholeAsync(organisation, null, place, span, words, cancellation), IsToldOutside(span) ? await OpenAsync(organisation, place, span, words, cancellation) : null);
    }

    /// <exception cref="RuleBroken">There is no such period.</exception>
    public static Period PeriodOf(string name) => Period.Parse(name) is { From.Year: >= 1900 and <= 9000 } known ? known
        : throw new RuleBroken("period-unknown", "Skriv perioden som 2026-T1, 2026, 2026-04, 2026-Q2 eller 2026-H1.", "period");

    /// <summary>Years and tertials: what shorter times told could point at somebody.</summary>
    public static bool IsToldOutside(Span span) => !span.IsAccumulated && span.Period.Kind is ReportPeriod.Year or ReportPeriod.Tertial;

    /// <summary>The highest place whose cases the viewer sees; else where they work; else the top.</summary>
    public static Unit PlaceOf(Viewer viewer, Organisation organisation) =>
        organisation.Tree().FirstOrDefault(u => viewer.SeesThePlace(u.Id)) ?? viewer.OwnUnit ?? organisation.Tree().First();

    /// <summary>The same for everybody from whom nothing is hidden.</summary>
    private Task<ReportView> RememberedAsync(Organisation organisation, Guid? notFor, Unit place, Span span, ReportWords words, CancellationToken cancellation) =>
        remembered.ReadAsync(("whole", place.Id, span, notFor), null, () => WholeAsync(organisation, notFor, place, span, words, CancellationToken.None), cancellation);

    private async Task<ReportView> WholeAsync(Organisation organisation, Guid? notFor, Unit place, Span span, ReportWords words, CancellationToken cancellation)
    {
        Span[] spans = [span, span.Before(), span.LastYear()];
        var bases = await counting.ReadAsync([.. organisation.Below(place.Id).Select(u => u.Id)], spans, notFor, cancellation);
        var units = BelowWithCases(organisation, place).Select(u => new UnitFigures(ReportPlace.Of(u), FiguresOf(u, 0))).ToList();
        return new(ReportPlace.Of(place), span, FiguresOf(place, 0), FiguresOf(place, 1), FiguresOf(place, 2), units, words, IsOpen: false);

        ReportFigures FiguresOf(Unit unit, int which) =>
            ReportFigures.Of(spans[which], bases[which].At(organisation.Below(unit.Id).Select(b => b.Id).ToHashSet(), organisation.UsersOf(unit.Id, spans[which].To)));
    }

    private async Task<ReportView> OpenAsync(Organisation organisation, Unit place, Span span, ReportWords words, CancellationToken cancellation)
    {
        if (!IsToldOutside(span))
        {
            throw new RuleBroken("period-not-open", "Utanför kretsen som får se ärendena visas bara hela år och tertial, till exempel 2026 eller 2026-T1. Kortare tider skulle kunna peka ut någon.", "period");
        }

        var now = await NowAsync(organisation, span.From.Year, cancellation);
        var last = await NowAsync(organisation, span.From.Year - 1, cancellation);
        var told = new Told(place.Id, span.Period.Name);
        var before = span.Before();
        return new(ReportPlace.Of(place), span, now[told], (before.From.Year == span.From.Year ? now : last)[told with { Period = before.Period.Name }], last[told with { Period = span.LastYear().Period.Name }],
            [.. BelowWithCases(organisation, place).Select(u => new UnitFigures(ReportPlace.Of(u), now[told with { UnitId = u.Id }]))], words, IsOpen: true);
    }

    /// <summary>The open figures of a year and its tertials, of every place, as they were at most <paramref name="age"/> ago.</summary>
    public async Task<IReadOnlyDictionary<Told, ReportFigures>> OpenYearAsync(int year, TimeSpan age, CancellationToken cancellation = default) =>
        await remembered.ReadAsync(("open", year), age, async () => await OpenYearAsync(await organisations.NowAsync(CancellationToken.None), year, CancellationToken.None), cancellation);

    // Whoever is signed in reads what is so now: kept only as long as nothing has been written.
    private async Task<IReadOnlyDictionary<Told, ReportFigures>> NowAsync(Organisation organisation, int year, CancellationToken cancellation) =>
        await remembered.ReadAsync(("open", year), null, () => OpenYearAsync(organisation, year, CancellationToken.None), cancellation);

    private async Task<IReadOnlyDictionary<Told, ReportFigures>> OpenYearAsync(Organisation organisation, int year, CancellationToken cancellation)
    {
        var whole = Period.Of(new DateOnly(year, 1, 1), ReportPeriod.Year);
        List<Span> spans = [Span.Of(whole), .. new[] { 1, 5, 9 }.Select(month => Span.Of(Period.Of(new DateOnly(year, month, 1), ReportPeriod.Tertial)))];
        List<Unit> places = [.. organisation.Tree()];
        var bases = await counting.ReadAsync([.. places.Select(u => u.Id)], spans, notFor: null, cancellation);
        return OpenFigures.Of(organisation, places, spans, bases);
    }

    private static IEnumerable<Unit> BelowWithCases(Organisation organisation, Unit place)
    {
        var withCases = organisation.PlacesWithCases().Select(u => u.Id).ToHashSet();
        return organisation.RightBelow(place.Id).Where(u => organisation.Below(u.Id).Any(b => withCases.Contains(b.Id)));
    }

    private async Task<IReadOnlyList<Routine>> RoutinesOfAsync(Organisation organisation, Unit place, CancellationToken cancellation)
    {
        var names = organisation.Below(place.Id).Prepend(place).Select(u => organisation.RoutineAt(u.Id)).Distinct().ToList();
        return [.. (await routines.AllAsync(cancellation)).OrderBy(r => names.IndexOf(r.Name) is var at and >= 0 ? at : int.MaxValue)];
    }
}
