using Gava.Domain.Deadlines;
using Gava.Domain.Routines;

namespace Gava.Domain.Learning;

/// <summary>The days that a report is about.</summary>
/// <param name="Period">Its own period.</param>
/// <param name="From">Its first day: January's when the year is counted together (law.md SR-14.9).</param>
/// <param name="To">Its last day, included.</param>
/// <param name="IsAccumulated">True when it counts from January, and is not a whole year anyhow.</param>
public readonly record struct Span(Period Period, DateOnly From, DateOnly To, bool IsAccumulated)
{
    public static Span Of(Period period, bool isAccumulated = false) => new(period, isAccumulated ? new DateOnly(period.From.Year, 1, 1) : period.From, period.To, isAccumulated && period.Kind != ReportPeriod.Year);

    /// <summary>The first moment, UTC.</summary>
    public DateTime Start => StockholmTime.StartOf(From);

    /// <summary>The first moment after it, UTC.</summary>
    public DateTime End => StockholmTime.EndOf(To);

    /// <summary>What it is compared with first: the period before; for a year counted together, the same of the year before.</summary>
    public Span Before() => IsAccumulated ? LastYear() : Of(Period.Before());

    /// <summary>The same days of the year before.</summary>
    public Span LastYear() => Of(Period.YearBefore(), IsAccumulated);

    /// <summary>"tertial 2 2026", "januari–augusti 2026".</summary>
    public string Swedish() => IsAccumulated && Period.From.Month > 1 ? $"januari–{To.ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("sv-SE"))}" : Period.Swedish();
}

/// <summary>A value as a report has it.</summary>
/// <param name="Figure">The figure's code.</param>
/// <param name="Group">The figure's part, or the code of what it is divided by.</param>
/// <param name="Value">Null when there is nothing to work it out from, or when it is hidden.</param>
/// <param name="IsHidden">So few that somebody could be known by it: not told outside the circle of those who may see the cases.</param>
public readonly record struct ReportLine(string Figure, string Group, decimal? Value, Measure Measure, bool IsHidden = false);

/// <summary>The figures of one place, with all below it, for one stretch of time.</summary>
public sealed record ReportFigures(Span Span, IReadOnlyList<ReportLine> Lines)
{
    public static ReportFigures Of(Span span, Basis basis) => new(span, [.. Figures.All.SelectMany(figure => figure.Of(basis).Select(c => new ReportLine(figure.Code, c.Group, c.Value, c.Measure)))]);

    /// <summary>The lines of a figure, in its own order.</summary>
    public IEnumerable<ReportLine> this[string figure] => Lines.Where(l => l.Figure == figure);

    /// <summary>One value; 0 for a group that nothing falls into.</summary>
    public ReportLine this[string figure, string group]
    {
        get
        {
            foreach (var line in Lines)
            {
                if (line.Figure == figure && line.Group == group) return line;
            }

            return new(figure, group, 0, Measure.Count);
        }
    }
}
