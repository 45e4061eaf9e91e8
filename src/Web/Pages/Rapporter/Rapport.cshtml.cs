using System.Globalization;
using Gava.Domain;
using Gava.Domain.Learning;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rapporter;

/// <summary>A row of a figure's table: now, the period before, last year.</summary>
/// <param name="Share">How long its bar is, 0 to 100; null where a bar would say nothing.</param>
public sealed record FigureRow(string Group, string Label, ReportLine Now, ReportLine Before, ReportLine LastYear, int? Share);

/// <summary>One report as a page: every figure with its table, its picture and how it is worked out (R-LEARN-02).</summary>
public sealed class RapportModel(ReportDesk desk) : StaffPage
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Enhet { get; set; }

    [BindProperty(SupportsGet = true, Name = "ackumulerat")]
    public bool Ackumulerat { get; set; }

    /// <summary>Small groups hidden, as the board reads it.</summary>
    [BindProperty(SupportsGet = true, Name = "oppen")]
    public bool Oppen { get; set; }

    public ReportView Report { get; private set; } = null!;

    public IReadOnlyList<Choice> Units => PlaceChoices.Of(Organisation);

    /// <summary>True when the viewer may choose between whole and open figures.</summary>
    public bool IsInside => Viewer.SeesThePlace(Report.Unit.Id);

    public async Task<IActionResult> OnGetAsync(string period, string? format = null)
    {
        try
        {
            Report = await desk.ReadAsync(Viewer, period, Enhet, Ackumulerat, Oppen, HttpContext.RequestAborted);
        }
        catch (RuleBroken broken) when (broken.Code is "period-unknown" or "unit-unknown")
        {
            return NotFound();
        }
        catch (RuleBroken broken) when (broken.Code == "period-not-open")
        {
            ModelState.AddModelError("", broken.Message);
            Response.StatusCode = 400;
            return Page();
        }

        Enhet = Report.Unit.Slug;
        return format switch
        {
            null or "" => Page(),
            "csv" => File(ReportFiles.Csv(Report), "text/csv; charset=utf-8", ReportFiles.NameOf(Report, "csv")),
            _ => NotFound(),
        };
    }

    /// <summary>The figures that have anything to tell: one that is nought everywhere, or promises nothing, is left out.</summary>
    public IEnumerable<(Figure Figure, IReadOnlyList<FigureRow> Rows)> Tables => Figures.All.Select(f => (f, RowsOf(f)))
        .Where(t => t.Item2.Any(row => row.Group != "noTerm" && new[] { row.Now, row.Before, row.LastYear }.Any(line => line.IsHidden || line.Value > 0)));

    /// <summary>What is said first: a figure, its value, and what it was before.</summary>
    public IEnumerable<(string Label, string Value, string Before)> Headlines()
    {
        yield return Headline("Inkomna", "received", Figures.Total);
        yield return Headline("Avslutade", "closed", Figures.Total);
        yield return ("Svar i tid", InTime(Report.Figures), $"{BeforeName}: {InTime(Report.Before)}");
        yield return Headline("Dagar till svar, median", "answerDays", "median");
        yield return Headline("Nöjdhet, 0–100", "satisfaction", "index");
        yield return Headline("Öppna vid periodens slut", "open", Figures.Total);
    }

    public string BeforeName => Report.Span.Before().Swedish();

    public string LastYearName => Report.Span.LastYear().Swedish();

    /// <summary>True when the period before is the same one as last year's.</summary>
    public bool IsCompared => Report.Span.Before() != Report.Span.LastYear();

    public string Link(Domain.Routines.Period? period = null, bool? isAccumulated = null, bool? isOpen = null, string? format = null, string? unit = null)
    {
        var address = $"/rapporter/{(period ?? Report.Span.Period).Name}?enhet={unit ?? Report.Unit.Slug}";
        if (isAccumulated ?? Ackumulerat) address += "&ackumulerat=true";
        if (isOpen ?? Oppen) address += "&oppen=true";
        return format is null ? address : $"{address}&format={format}";
    }

    public static string Show(ReportLine line) => line switch
    {
        { IsHidden: true } => "dolt",
        { Value: null } => "–",
        { Measure: Measure.Percent } => $"{line.Value.Value.ToString("0.#", Culture)} %",
        _ => line.Value.Value.ToString("#,0.#", Culture),
    };

    /// <summary>Of those with a promised time, how many got their answer within it.</summary>
    private static string InTime(ReportFigures figures)
    {
        var (inTime, late) = (figures["closed", "inTime"], figures["closed", "late"]);
        if (inTime.IsHidden || late.IsHidden) return "dolt";
        return inTime.Value + late.Value is > 0 and var all ? $"{Math.Round(inTime.Value!.Value * 100 / all, MidpointRounding.AwayFromZero)} %" : "–";
    }

    private (string, string, string) Headline(string label, string figure, string group) => (label, Show(Report.Figures[figure, group]), $"{BeforeName}: {Show(Report.Before[figure, group])}");

    private IReadOnlyList<FigureRow> RowsOf(Figure figure)
    {
        var groups = figure.Parts.Count > 0 ? figure.Parts.Select(p => p.Group)
            : new[] { Report.Figures, Report.Before, Report.LastYear }.SelectMany(f => f[figure.Code]).Select(l => l.Group).Distinct();
        var most = Report.Figures[figure.Code].Where(l => l.Measure == Measure.Count).Select(l => l.Value ?? 0).DefaultIfEmpty().Max();
        var rows = groups.Select(group =>
        {
            var now = Report.Figures[figure.Code, group];
            return new FigureRow(group, Report.Words.Of(figure.Code, group), now, Report.Before[figure.Code, group], Report.LastYear[figure.Code, group],
                now is { Measure: Measure.Count, Value: { } value } && most > 0 ? (int)Math.Round(value * 100 / most) : null);
        });
        return [.. figure.Parts.Count > 0 ? rows : rows.OrderByDescending(r => r.Now.Value ?? 0).ThenBy(r => r.Label, StringComparer.Create(Culture, true))];
    }
}
