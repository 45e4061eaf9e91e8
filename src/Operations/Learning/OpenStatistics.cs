using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Operations.Routines;

namespace Gava.Operations.Learning;

/// <summary>What anybody may know of a place in a period.</summary>
public sealed record PublicPlace(Unit Unit, ReportFigures Figures);

/// <summary>The open statistics of a period: every place whose routine lets figures be seen, the higher ones first.</summary>
public sealed record PublicStatistics(Period Period, IReadOnlyList<PublicPlace> Places, ReportWords Words);

/// <summary>
/// Figures for anybody (R-LEARN-07): whole tertials and years that have ended, small groups hidden, of the places whose routine publishes figures. What runs is not told: two looks at it
/// a day apart would tell of a single case.
/// </summary>
public sealed class OpenStatistics(ReportDesk reports, OrganisationBook organisations, RoutineBook routines, TimeProvider clock)
{
    /// <summary>Public domain, as open data of Swedish authorities should be (DIGG's recommendation).</summary>
    public const string Licence = "https://creativecommons.org/publicdomain/zero/1.0/";

    private const int Years = 5;

    /// <summary>How old the figures may be: nobody outside waits for the last minute.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    /// <summary>The periods that can be had, the newest first.</summary>
    public IReadOnlyList<Period> Periods()
    {
        var today = StockholmTime.Today(clock);
        return [.. new[] { ReportPeriod.Year, ReportPeriod.Tertial }.SelectMany(kind => Ended(kind, today)).OrderByDescending(p => p.To).ThenByDescending(p => p.Kind)];
    }

    /// <param name="period">2026 or 2026-T1.</param>
    /// <exception cref="RuleBroken">There is none such, or it has not ended.</exception>
    public async Task<PublicStatistics> ReadAsync(string period, CancellationToken cancellation = default)
    {
        if (!Periods().Any(p => p.Name == period)) throw new RuleBroken("period-unknown", "Statistik finns för hela år och tertial som har tagit slut, till exempel 2025 eller 2025-T1.", "period");
        var known = Period.Parse(period)!.Value;
        var organisation = await organisations.NowAsync(cancellation);
        var all = (await routines.AllAsync(cancellation)).ToDictionary(r => r.Name);
        var figures = await reports.OpenYearAsync(known.From.Year, Age, cancellation);
        var withCases = organisation.PlacesWithCases().Select(u => u.Id).ToHashSet();
        var places = organisation.Tree().Where(u => MayBeSeen(u)).Select(u => figures.GetValueOrDefault(new(u.Id, known.Name)) is { } told ? new PublicPlace(u, told) : null).OfType<PublicPlace>();
        return new(known, [.. places], new(all.Values));

        // A place above tells of all below it: each of them must let itself be seen.
        bool MayBeSeen(Unit unit) => organisation.Below(unit.Id).Where(u => withCases.Contains(u.Id)).ToList() is { Count: > 0 } below
            && below.TrueForAll(u => organisation.RoutineAt(u.Id) is { } name && all.TryGetValue(name, out var routine) && routine.Publication.Level != PublicationLevel.None);
    }

    /// <summary><c>period,from,to,unit,name,figure,group,label,value,hidden</c>: a line a value. Commas, decimal points; what a spreadsheet could take for a formula is text.</summary>
    public static byte[] Csv(PublicStatistics statistics)
    {
        using var file = new MemoryStream();
        using (var table = new CsvWriter(file, ','))
        {
            table.Begin("statistik", [.. Columns.Select(c => new TableColumn(c))]);
            foreach (var place in statistics.Places)
            {
                foreach (var line in place.Figures.Lines)
                {
                    table.Row(statistics.Period.Name, statistics.Period.From, statistics.Period.To, place.Unit.Slug, place.Unit.Name, line.Figure, line.Group, statistics.Words.Of(line.Figure, line.Group),
                        line.Value, line.IsHidden ? "true" : "false");
                }
            }
        }

        return file.ToArray();
    }

    /// <summary>The columns of the CSV, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["period", "from", "to", "unit", "name", "figure", "group", "label", "value", "hidden"];

    private static IEnumerable<Period> Ended(ReportPeriod kind, DateOnly today)
    {
        var oldest = new DateOnly(today.Year - Years, 1, 1);
        for (var period = Period.Of(today, kind).Before(); period.From >= oldest; period = period.Before()) yield return period;
    }
}
