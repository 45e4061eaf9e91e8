using Gava.Domain.People;

namespace Gava.Domain.Learning;

/// <summary>A place and a span that figures are told of outside the circle.</summary>
public readonly record struct Told(Guid UnitId, string Period);

/// <summary>
/// The figures of every place for a year and its tertials, with small groups hidden: what boards, other units and the public may read
/// (R-LEARN-07). All of them are made together, since a group can be worked out from the place above, from the units beside, from the
/// other groups and from the rest of the year.
/// </summary>
public static class OpenFigures
{
    private const string Own = "own";
    private const string Rest = "rest";

    /// <summary>What adds up to what within one place and span: "*" stands for every group of the figure, "rest" for what is not told.</summary>
    private static readonly ((string Figure, string Group) Whole, (string Figure, string[] Groups) Parts)[] Sums =
    [
        (("received", Figures.Total), ("received.byKind", ["*"])),
        (("received", Figures.Total), ("received.byChannel", ["*"])),
        (("received", Figures.Total), ("received", ["uncategorised", Rest])),
        (("closed", Figures.Total), ("closed", ["inTime", "late", "noTerm"])),
        (("closed", "late"), ("closed", ["lateWithNotice", Rest])),
        (("closed", Figures.Total), ("receipt", ["inTime", "late", "noTerm"])),
        (("receipt", "late"), ("receipt", ["lateWithNotice", Rest])),
        (("closed", Figures.Total), ("feedback", ["inTime", "late", "noTerm"])),
        (("feedback", "late"), ("feedback", ["lateWithNotice", Rest])),
        (("closed", Figures.Total), ("endings", ["*"])),
        (("closed", Figures.Total), ("outcomes", ["*"])),
        (("closed", Figures.Total), ("answerDays", ["counted", Rest])),
        (("closed", Figures.Total), ("handOvers", ["cases", Rest])),
        (("closed", Figures.Total), ("solvedAtOnce", [Figures.Total, Rest])),
        (("closed", Figures.Total), ("measures", ["cases", Rest])),
        (("closed", Figures.Total), ("satisfaction", ["asked", Rest])),
        (("satisfaction", "asked"), ("satisfaction", ["answers", Rest])),
        (("closed", Figures.Total), ("recurrence", ["counted", Rest])),
        (("recurrence", "counted"), ("recurrence", ["again", Rest])),
        (("open", Figures.Total), ("open", ["upTo10", "upTo30", "upTo90", "over90"])),
    ];

    /// <summary>Values that tell of few when this one does.</summary>
    private static readonly Dictionary<(string, string), (string, string)> Follows = new()
    {
        [("received.perThousand", Figures.Total)] = ("received", Figures.Total),
        [("handOvers", "times")] = ("handOvers", "cases"),
        [("measures", "times")] = ("measures", "cases"),
        [("answerDays", "mean")] = ("answerDays", "counted"),
        [("answerDays", "median")] = ("answerDays", "counted"),
        [("answerDays", "p90")] = ("answerDays", "counted"),
        [("satisfaction", "index")] = ("satisfaction", "answers"),
        [("satisfaction", "responseRate")] = ("satisfaction", "answers"),
        [("recurrence", "share")] = ("recurrence", "again"),
    };

    /// <summary>What is open is counted at the end: a year's is not the sum of its tertials'.</summary>
    private static bool AddsUpOverTime(string figure) => figure is not ("open" or "recurrence");

    /// <param name="places">Every place that cases have concerned, and all above.</param>
    /// <param name="spans">A year first, then the parts that make it up.</param>
    /// <param name="bases">The cases of the whole organisation for each span, in the same order.</param>
    public static IReadOnlyDictionary<Told, ReportFigures> Of(Organisation organisation, IReadOnlyList<Unit> places, IReadOnlyList<Span> spans, IReadOnlyList<Basis> bases)
    {
        Dictionary<Cell, int> values = [];
        Dictionary<Told, ReportFigures> whole = [];
        var groups = new HashSet<(string Figure, string Group)>();
        for (var i = 0; i < spans.Count; i++)
        {
            foreach (var place in places)
            {
                var below = organisation.Below(place.Id).Select(u => u.Id).ToHashSet();
                var figures = ReportFigures.Of(spans[i], bases[i].At(below, organisation.UsersOf(place.Id, spans[i].To)));
                whole[new(place.Id, spans[i].Period.Name)] = figures;
                Keep(new(place.Id, spans[i].Period.Name), "", figures);
                if (below.Count > 1) Keep(new(place.Id, spans[i].Period.Name), Own, ReportFigures.Of(spans[i], bases[i].At(new HashSet<Guid> { place.Id })));
            }
        }

        var hidden = SmallGroups.Hidden(values, [.. SumsOf(organisation, places, spans, groups, values)]);
        return whole.ToDictionary(w => w.Key, w => w.Value with { Lines = [.. w.Value.Lines.Select(line => IsHidden(w.Key, line) ? line with { Value = null, IsHidden = true } : line)] });

        bool IsHidden(Told told, ReportLine line) => hidden.Contains(new Cell(told, "", line.Figure, line.Group))
            || (Follows.TryGetValue((line.Figure, line.Group), out var other) && hidden.Contains(new Cell(told, "", other.Item1, other.Item2)))
            || (line.Figure == "satisfaction" && line.Group == "responseRate" && hidden.Contains(new Cell(told, "", "satisfaction", "asked")))
            || (line.Figure == "recurrence" && line.Group == "share" && hidden.Contains(new Cell(told, "", "recurrence", "counted")));

        void Keep(Told told, string part, ReportFigures figures)
        {
            foreach (var line in figures.Lines.Where(l => l.Measure == Measure.Count && !Follows.ContainsKey((l.Figure, l.Group))))
            {
                values[new(told, part, line.Figure, line.Group)] = (int)(line.Value ?? 0);
                groups.Add((line.Figure, line.Group));
            }

            foreach (var (w, parts) in Sums.Where(s => s.Parts.Groups.Contains(Rest)))
            {
                var told1 = figures[w.Figure, w.Group].Value ?? 0;
                var told2 = parts.Groups.Where(g => g != Rest).Sum(g => figures[parts.Figure, g].Value ?? 0);
                values[new(told, part, parts.Figure, RestOf(parts))] = (int)(told1 - told2);
                groups.Add((parts.Figure, RestOf(parts)));
            }
        }
    }

    private static string RestOf((string Figure, string[] Groups) parts) => $"{Rest} {parts.Groups[0]}";

    private static IEnumerable<IReadOnlyList<Cell>> SumsOf(Organisation organisation, IReadOnlyList<Unit> places, IReadOnlyList<Span> spans, HashSet<(string Figure, string Group)> groups, Dictionary<Cell, int> values)
    {
        var there = places.Select(p => p.Id).ToHashSet();
        foreach (var place in places)
        {
            var parts = values.Keys.Any(c => c.Told.UnitId == place.Id && c.Part == Own) ? new[] { "", Own } : [""];
            foreach (var part in parts)
            {
                foreach (var span in spans)
                {
                    var told = new Told(place.Id, span.Period.Name);
                    foreach (var (whole, (figure, names)) in Sums)
                    {
                        var all = names is ["*"] ? groups.Where(g => g.Figure == figure).Select(g => g.Group) : names.Select(n => n == Rest ? RestOf((figure, names)) : n);
                        yield return [new(told, part, whole.Figure, whole.Group), .. all.Select(g => new Cell(told, part, figure, g))];
                    }
                }

                foreach (var (figure, group) in groups.Where(g => AddsUpOverTime(g.Figure)))
                {
                    yield return [.. spans.Select(s => new Cell(new(place.Id, s.Period.Name), part, figure, group))];
                }
            }

            var below = organisation.RightBelow(place.Id).Where(u => there.Contains(u.Id)).ToList();
            if (below.Count == 0) continue;
            foreach (var span in spans)
            {
                var told = new Told(place.Id, span.Period.Name);
                foreach (var (figure, group) in groups)
                {
                    yield return [new(told, "", figure, group), new(told, Own, figure, group), .. below.Select(u => new Cell(new(u.Id, span.Period.Name), "", figure, group))];
                }
            }
        }
    }

    private readonly record struct Cell(Told Told, string Part, string Figure, string Group);
}
