using System.Globalization;
using Gava.Domain;
using Gava.Domain.Learning;
using Gava.Operations.Learning;
using Gava.Operations.People;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>Figures for anybody: whole tertials and years, without small groups (R-LEARN-07).</summary>
public sealed class StatistikModel(OpenStatistics statistics, OrganisationBook book, TimeProvider clock) : CitizenPage(book, clock)
{
    [BindProperty(SupportsGet = true, Name = "tid")]
    public string? Period { get; set; }

    public PublicStatistics Told { get; private set; } = null!;

    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var all = statistics.Periods();
        Periods = [.. all.Select(p => new Choice(p.Name, Name(p)))];
        if (Period is null or "") Period = all[0].Name;
        if (all.All(p => p.Name != Period)) return NotFound();
        Told = await statistics.ReadAsync(Period, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>"2025", "2025-05 – 2025-08": figures read alike in every language.</summary>
    public static string Name(Domain.Routines.Period period) => period.From.Month == 1 && period.To.Month == 12 ? period.Name
        : $"{period.From.ToString("yyyy-MM", CultureInfo.InvariantCulture)} – {period.To.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    /// <summary>The columns of the table: their headings' texts, and the figure's line.</summary>
    public static IReadOnlyList<(string Text, Func<ReportFigures, ReportLine> Of)> Columns { get; } =
    [
        ("stats.received", f => f["received", Figures.Total]),
        ("stats.closed", f => f["closed", Figures.Total]),
        ("stats.intime", ReportContent.InTime),
        ("stats.days", f => f["answerDays", "median"]),
        ("stats.satisfaction", f => f["satisfaction", "index"]),
    ];
}

/// <summary>The same as open data: CSV, JSON, and what is in them.</summary>
internal static class OpenData
{
    public static void MapOpenStatistics(this WebApplication app)
    {
        app.MapGet("/statistik/{period}.csv", async (string period, HttpContext context, OpenStatistics statistics) => await ToldAsync(context, statistics, period, told =>
            Results.File(OpenStatistics.Csv(told), "text/csv; charset=utf-8", $"statistik-{told.Period.Name}.csv"))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/statistik/{period}.json", async (string period, HttpContext context, OpenStatistics statistics) => await ToldAsync(context, statistics, period, told => Results.Json(StatisticsJson.Of(told))))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/statistik/schema.json", (HttpContext context) =>
        {
            Open(context);
            return Results.Json(Schema(), contentType: "application/schema+json");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ToldAsync(HttpContext context, OpenStatistics statistics, string period, Func<PublicStatistics, IResult> write)
    {
        try
        {
            var told = await statistics.ReadAsync(period, context.RequestAborted);
            Open(context);
            return write(told);
        }
        catch (RuleBroken broken) when (broken.Code == "period-unknown")
        {
            return Results.Text(broken.Message, "text/plain; charset=utf-8", statusCode: 404);
        }
    }

    /// <summary>For every site to read, and to keep for a while.</summary>
    private static void Open(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = "public, max-age=600";
        context.Response.Headers.Link = $"<{OpenStatistics.Licence}>; rel=\"license\", </statistik/schema.json>; rel=\"describedby\"";
    }

    /// <summary>JSON Schema of the JSON, with every figure's definition.</summary>
    private static Dictionary<string, object> Schema() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Öppen statistik om synpunkter och klagomål",
        ["description"] = "Hela år och tertial som har tagit slut. Små grupper är dolda: hidden är sant och value saknas. CSV-filen har samma rader, med kolumnerna "
            + $"{string.Join(", ", OpenStatistics.Columns)}.",
        ["license"] = OpenStatistics.Licence,
        ["type"] = "object",
        ["required"] = new[] { "period", "from", "to", "license", "places" },
        ["properties"] = new Dictionary<string, object>
        {
            ["period"] = Text("2025 eller 2025-T1"),
            ["from"] = new { type = "string", format = "date", description = "Första dagen" },
            ["to"] = new { type = "string", format = "date", description = "Sista dagen" },
            ["license"] = new { type = "string", format = "uri", description = "Villkor för användning" },
            ["places"] = new { type = "array", items = Place(), description = "Verksamheterna, de högre först. En högre har med allt under." },
        },
    };

    private static object Place() => new
    {
        type = "object",
        required = new[] { "unit", "name", "figures" },
        properties = new Dictionary<string, object>
        {
            ["unit"] = Text("Verksamhetens adressnamn"),
            ["name"] = Text("Verksamhetens namn"),
            ["figures"] = new
            {
                type = "array",
                items = new
                {
                    type = "object",
                    required = new[] { "figure", "group", "label", "hidden" },
                    properties = new Dictionary<string, object>
                    {
                        ["figure"] = new { oneOf = Figures.All.Select(f => new { @const = f.Code, title = f.Label, description = $"{f.Formula} Räknas inte med: {f.NotCounted}" }) },
                        ["group"] = Text("Del av siffran, eller koden för det som den är delad på"),
                        ["label"] = Text("Delens namn"),
                        ["value"] = new { type = "number", description = "Saknas när det inte finns något att räkna på, eller när den är dold" },
                        ["hidden"] = new { type = "boolean", description = "Sant när gruppen är för liten för att visas" },
                    },
                },
            },
        },
    };

    private static object Text(string description) => new { type = "string", description };
}

/// <summary>A line of the open statistics.</summary>
public sealed record StatisticsLine(string Figure, string Group, string Label, decimal? Value, bool Hidden);

/// <summary>A place of the open statistics.</summary>
public sealed record StatisticsPlace(string Unit, string Name, IReadOnlyList<StatisticsLine> Figures);

/// <summary>The open statistics as JSON; <c>/statistik/schema.json</c> describes it.</summary>
public sealed record StatisticsJson(string Period, DateOnly From, DateOnly To, string License, IReadOnlyList<StatisticsPlace> Places)
{
    public static StatisticsJson Of(PublicStatistics told) => new(told.Period.Name, told.Period.From, told.Period.To, OpenStatistics.Licence,
        [.. told.Places.Select(p => new StatisticsPlace(p.Unit.Slug, p.Unit.Name, [.. p.Figures.Lines.Select(l => new StatisticsLine(l.Figure, l.Group, told.Words.Of(l.Figure, l.Group), l.Value, l.IsHidden))]))]);
}
