using System.Text.Json.Serialization;
using Gava.Domain.Learning;
using Gava.Operations.Learning;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>Reports (R-LEARN-02): whole for those who may see the cases, with small groups hidden for others.</summary>
internal static class ReportApi
{
    public static void MapReports(this RouteGroupBuilder api) =>
        api.MapGet("/reports/{period}", ReadAsync).Tell("readReport", "En rapport (unit, accumulated=true, open=true för små grupper dolda, format=json, csv, xlsx, pdf eller docx)", typeof(ReportJson));

    private static async Task<IResult> ReadAsync(string period, HttpContext context, ReportDesk desk, ReportFiles files)
    {
        var viewer = await WhoAsync(context);
        var query = context.Request.Query;
        var report = await desk.ReadAsync(viewer, period, query["unit"], Flag(query, "accumulated"), Flag(query, "open"), context.RequestAborted);
        if (query["format"].ToString() is not ("" or "json") and var format)
        {
            var file = await files.WriteAsync(report, format, context.RequestAborted);
            return Results.File(file.Content, file.ContentType, file.Name);
        }

        return Results.Json(ReportJson.Of(report));
    }
}

/// <summary>What came in.</summary>
public sealed record ReceivedJson(decimal? Total, decimal? Uncategorised, decimal? OnlyCounted, IReadOnlyDictionary<string, decimal?> ByKind, IReadOnlyDictionary<string, decimal?> ByChannel,
    IReadOnlyDictionary<string, decimal?> ByCategory, decimal? PerThousand);

/// <summary>A unit right below the one that the report is about.</summary>
public sealed record UnitReportJson(string Unit, string Name, decimal? Received, decimal? Closed, decimal? InTime, decimal? Late, decimal? Open);

/// <summary>A report: the figures by their codes (docs/figures.md). Null is "nothing to work it out from", or hidden.</summary>
/// <param name="Hidden">The values that are hidden because few are behind them, as figure/group.</param>
/// <param name="SmallGroupsHidden">True when small groups are hidden.</param>
public sealed record ReportJson(string Period, DateOnly From, DateOnly To, string Unit, ReceivedJson Received, IReadOnlyDictionary<string, decimal?> Closed,
    IReadOnlyDictionary<string, decimal?> Receipt, IReadOnlyDictionary<string, decimal?> Feedback, IReadOnlyDictionary<string, decimal?> AnswerDays,
    IReadOnlyDictionary<string, decimal?> HandOvers, IReadOnlyDictionary<string, decimal?> SolvedAtOnce, IReadOnlyDictionary<string, decimal?> Reopened,
    IReadOnlyDictionary<string, decimal?> Endings, IReadOnlyDictionary<string, decimal?> Outcomes, IReadOnlyDictionary<string, decimal?> Measures, IReadOnlyDictionary<string, decimal?> Satisfaction,
    IReadOnlyDictionary<string, decimal?> Recurrence, IReadOnlyDictionary<string, decimal?> Open, bool Accumulated, bool SmallGroupsHidden, IReadOnlyList<string> Hidden)
{
    /// <summary>The units right below.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UnitReportJson>? Units { get; init; }

    /// <summary>The period before, without units; null in what is itself compared with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportJson? Before { get; init; }

    /// <summary>The same period of the year before, without units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportJson? LastYear { get; init; }

    public static ReportJson Of(ReportView report) => Of(report, report.Figures) with
    {
        Units = [.. report.Units.Select(u => new UnitReportJson(u.Unit.Slug, u.Unit.Name, u.Figures["received", Figures.Total].Value, u.Figures["closed", Figures.Total].Value,
            u.Figures["closed", "inTime"].Value, u.Figures["closed", "late"].Value, u.Figures["open", Figures.Total].Value))],
        Before = Of(report, report.Before),
        LastYear = Of(report, report.LastYear),
    };

    private static ReportJson Of(ReportView report, ReportFigures figures)
    {
        var received = Groups("received");
        return new(figures.Span.Period.Name, figures.Span.From, figures.Span.To, report.Unit.Slug,
            new(received[Figures.Total], received["uncategorised"], received["onlyCounted"], Groups("received.byKind"), Groups("received.byChannel"), Groups("received.byCategory"), figures["received.perThousand", Figures.Total].Value),
            Groups("closed"), Groups("receipt"), Groups("feedback"), Groups("answerDays"), Groups("handOvers"), Groups("solvedAtOnce"), Groups("reopened"), Groups("endings"), Groups("outcomes"), Groups("measures"),
            Groups("satisfaction"), Groups("recurrence"), Groups("open"), figures.Span.IsAccumulated, report.IsOpen, [.. figures.Lines.Where(l => l.IsHidden).Select(l => $"{l.Figure}/{l.Group}")]);

        Dictionary<string, decimal?> Groups(string figure) => figures[figure].ToDictionary(l => l.Group, l => l.Value);
    }
}
