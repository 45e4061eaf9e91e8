using System.Globalization;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Operations.Learning;
using Gava.Operations.People;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>What is learnt of complaints: themes, improvement plans, and reports that somebody has compiled (R-LEARN-02 to -06).</summary>
internal static class LearningApi
{
    public static void MapLearning(this RouteGroupBuilder api)
    {
        api.MapGet("/themes", ThemesAsync).Tell("listThemes", "Teman där man leder eller utreder, och förslag på vad som kan vara samma sak", typeof(ThemesJson));
        api.MapPost("/themes", StartThemeAsync).Tell("startTheme", "Samla ärenden om samma sak i ett tema", typeof(ThemeJson), 201, Examples.Theme);
        api.MapGet("/themes/{theme:long}", ThemeAsync).Tell("readTheme", "Läs ett tema", typeof(ThemeJson));
        api.MapPost("/themes/{theme:long}/cases", AddToThemeAsync).Tell("addToTheme", "Lägg till ärenden i ett tema", typeof(ThemeJson), 200, Examples.ThemeCases);
        api.MapPost("/themes/{theme:long}/finding", TellThemeAsync).Tell("tellTheme", "Skriv vad utredningen kom fram till", typeof(ThemeJson), 200, Examples.ThemeFinding);
        api.MapGet("/plans", PlansAsync).Tell("listPlans", "Förbättringsplaner som man får läsa", typeof(ListJson<PlanJson>));
        api.MapGet("/plans/{plan:long}", PlanAsync).Tell("readPlan", "Läs en förbättringsplan, med vad den gav", typeof(PlanJson));
        api.MapGet("/compiled-reports", CompiledAsync).Tell("listCompiledReports", "Sammanställningar, de nyaste först", typeof(ListJson<CompiledRowJson>));
        api.MapGet("/compiled-reports/{report:long}", CompiledReportAsync).Tell("readCompiledReport", "Läs en sammanställning (open=true för små grupper dolda)", typeof(CompiledReportJson));
        api.MapGet("/compiled-reports/{report:long}/files/{format}", CompiledFileAsync).Tell("readCompiledReportFile", "En fil av en signerad sammanställning (pdf, docx, xlsx, csv, json; open=true)", typeof(void), media: "application/octet-stream");
    }

    private static async Task<IResult> ThemesAsync(HttpContext context, ThemeDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var (view, organisation) = (await desk.AllAsync(viewer, context.RequestAborted), await book.NowAsync());
        return Results.Json(new ThemesJson([.. view.Themes.Select(t => ThemeJson.Of(t, organisation, null))],
            [.. view.Proposals.Select(p => new ThemeProposalJson(p.Words, p.Unit.Slug, [.. p.Cases.Select(c => $"{c.Reference}")], p.Theme?.Id))]));
    }

    private static async Task<IResult> StartThemeAsync(HttpContext context, ThemeDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var id = await desk.StartAsync(viewer, body.Text("title") ?? "", body.Texts("cases") ?? [], body.Text("investigator") ?? viewer.Person.UserName);
        context.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"/api/v1/themes/{id}");
        return Results.Json(await ToldAsync(context, desk, book, viewer, id), statusCode: 201);
    }

    private static async Task<IResult> ThemeAsync(long theme, HttpContext context, ThemeDesk desk, OrganisationBook book) => Results.Json(await ToldAsync(context, desk, book, await WhoAsync(context), theme));

    private static async Task<IResult> AddToThemeAsync(long theme, HttpContext context, ThemeDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        await desk.AddAsync(viewer, theme, (await JsonBody.ReadAsync(context.Request)).Texts("cases") ?? []);
        return Results.Json(await ToldAsync(context, desk, book, viewer, theme));
    }

    private static async Task<IResult> TellThemeAsync(long theme, HttpContext context, ThemeDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        await desk.TellAsync(viewer, theme, (await JsonBody.ReadAsync(context.Request)).Text("finding") ?? "");
        return Results.Json(await ToldAsync(context, desk, book, viewer, theme));
    }

    private static async Task<ThemeJson> ToldAsync(HttpContext context, ThemeDesk desk, OrganisationBook book, Viewer viewer, long id)
    {
        var view = await desk.OpenAsync(viewer, id, context.RequestAborted);
        return ThemeJson.Of(view.Theme, await book.NowAsync(), view);
    }

    private static async Task<IResult> PlansAsync(HttpContext context, ImprovementDesk desk, OrganisationBook book)
    {
        var (plans, organisation) = (await desk.AllAsync(await WhoAsync(context), context.RequestAborted), await book.NowAsync());
        return Results.Json(new ListJson<PlanJson>([.. plans.Select(p => PlanJson.Of(p, organisation, null, null))], null));
    }

    private static async Task<IResult> PlanAsync(long plan, HttpContext context, ImprovementDesk desk, OrganisationBook book)
    {
        var view = await desk.OpenAsync(await WhoAsync(context), plan, context.RequestAborted);
        return Results.Json(PlanJson.Of(view.Plan, await book.NowAsync(), [.. view.Cases.Select(c => $"{c}")], view.Effect));
    }

    private static async Task<IResult> CompiledAsync(HttpContext context, CompilingDesk desk) =>
        Results.Json(new ListJson<CompiledRowJson>([.. (await desk.AllAsync(await WhoAsync(context), context.RequestAborted)).Select(r => CompiledRowJson.Of(r.Report, r.Unit))], null));

    private static async Task<IResult> CompiledReportAsync(long report, HttpContext context, CompilingDesk desk, OrganisationBook book)
    {
        var view = await desk.OpenAsync(await WhoAsync(context), report, Flag(context.Request.Query, "open"), cancellation: context.RequestAborted);
        return Results.Json(CompiledReportJson.Of(view, await book.NowAsync()));
    }

    private static async Task<IResult> CompiledFileAsync(long report, string format, HttpContext context, CompilingDesk desk)
    {
        var file = await desk.FileAsync(await WhoAsync(context), report, format, Flag(context.Request.Query, "open"), context.RequestAborted);
        return Results.File(file.Content, file.ContentType, file.Name);
    }
}

/// <summary>Themes, and what may be one.</summary>
public sealed record ThemesJson(IReadOnlyList<ThemeJson> Items, IReadOnlyList<ThemeProposalJson> Proposals);

/// <summary>Complaints that may be about one thing.</summary>
/// <param name="Words">What ties them.</param>
/// <param name="Theme">The theme that they belong to, when there is one.</param>
public sealed record ThemeProposalJson(IReadOnlyList<string> Words, string Unit, IReadOnlyList<string> Cases, long? Theme);

/// <summary>Cases about one and the same thing.</summary>
/// <param name="Words">What ties those cases; null in a list.</param>
/// <param name="Cases">Those that the caller may open; null in a list.</param>
/// <param name="CaseCount">All of them.</param>
public sealed record ThemeJson(long Id, string Title, string Unit, IReadOnlyList<string>? Words, IReadOnlyList<string>? Cases, int CaseCount, string? Investigator, DateTimeOffset StartedAt, string? Finding, DateTimeOffset? FoundAt)
{
    public static ThemeJson Of(Theme theme, Organisation organisation, ThemeView? view) => new(theme.Id, theme.Title, organisation.Unit(theme.UnitId)!.Slug, view?.Words,
        view is null ? null : [.. view.Cases.Select(c => $"{c.Reference}")], theme.Cases.Count, organisation.Person(theme.InvestigatorId)?.UserName, StockholmTime.WithOffset(theme.StartedAt), theme.Finding,
        theme.FoundAt is { } at ? StockholmTime.WithOffset(at) : null);
}

/// <summary>Something that is to be done.</summary>
public sealed record PlannedActionJson(int Number, string What, string? Owner, DateOnly DueOn, DateTimeOffset? DoneAt);

/// <summary>Similar complaints before a change and after it.</summary>
/// <param name="MoreThanChance">Chance makes so great a difference less than once in twenty.</param>
public sealed record EffectJson(int Before, int DaysBefore, int After, int DaysAfter, bool MoreThanChance)
{
    public static EffectJson Of(Effect effect) => new(effect.Before, effect.DaysBefore, effect.After, effect.DaysAfter, effect.IsMoreThanChance);
}

/// <summary>Somebody looked at whether it helped.</summary>
public sealed record FollowUpJson(int Months, EffectJson Effect, string Conclusion);

/// <summary>An improvement plan.</summary>
/// <param name="Cases">Those of its cases that the caller may open; null in a list.</param>
/// <param name="Effect">So far; null while something remains to be done, and in a list.</param>
public sealed record PlanJson(long Id, string Unit, string Title, string Why, string? Category, IReadOnlyList<string>? Cases, DateTimeOffset StartedAt, IReadOnlyList<PlannedActionJson> Actions, DateOnly? ChangedOn,
    IReadOnlyList<FollowUpJson> FollowUps, EffectJson? Effect, IReadOnlyList<string> AdoptedBy, bool Shared, string? Heard, string? Did)
{
    public static PlanJson Of(ImprovementPlan plan, Organisation organisation, IReadOnlyList<string>? cases, Effect? effect) => new(plan.Id, organisation.Unit(plan.UnitId)!.Slug, plan.Title, plan.Why, plan.Category, cases,
        StockholmTime.WithOffset(plan.StartedAt),
        [.. plan.Actions.Select(a => new PlannedActionJson(a.Number, a.What, organisation.Person(a.OwnerId)?.UserName, a.DueOn, a.DoneAt is { } at ? StockholmTime.WithOffset(at) : null))], plan.ChangedOn,
        [.. plan.FollowUps.Select(f => new FollowUpJson(f.Months, EffectJson.Of(f.Effect), f.Conclusion))], effect is { } sofar ? EffectJson.Of(sofar) : null,
        [.. plan.Adoptions.Select(a => organisation.Unit(a.UnitId)?.Slug).OfType<string>()], plan.SharedAt is not null, plan.PublishedAt is null ? null : plan.Heard, plan.PublishedAt is null ? null : plan.Did);
}

/// <summary>A compiled report in a list.</summary>
public sealed record CompiledRowJson(long Id, string Period, bool Accumulated, string Unit, DateTimeOffset? SignedAt)
{
    public static CompiledRowJson Of(CompiledReport report, Unit unit) => new(report.Id, report.Period, report.IsAccumulated, unit.Slug, report.SignedAt is { } at ? StockholmTime.WithOffset(at) : null);
}

/// <summary>What a unit told.</summary>
public sealed record UnitTextJson(string Unit, string? Text);

/// <summary>To whom a report went, and what they decided.</summary>
public sealed record DeliveryJson(string To, bool SmallGroupsHidden, DateOnly DeliveredOn, DateOnly? ConsideredOn, string? Decision);

/// <summary>A compiled report: its figures as they are now, or as they were signed.</summary>
/// <param name="Seal">SHA-256 over its files; null until it is signed.</param>
public sealed record CompiledReportJson(long Id, string Period, bool Accumulated, string Unit, DateTimeOffset? SignedAt, string? SignedBy, string? Seal, string Analysis, IReadOnlyList<UnitTextJson> Texts,
    IReadOnlyList<string> Examples, IReadOnlyList<DeliveryJson> Deliveries, ReportJson Figures)
{
    public static CompiledReportJson Of(CompiledView view, Organisation organisation)
    {
        var report = view.Report;
        // A leader who is asked for one unit's text reads no more of a draft than that.
        var whole = view.MayCompile || report.IsSigned;
        var asked = view.AskedOfViewer.Select(u => u.Id).ToHashSet();
        return new(report.Id, report.Period, report.IsAccumulated, view.Unit.Slug, report.SignedAt is { } at ? StockholmTime.WithOffset(at) : null, organisation.Person(report.SignedBy)?.UserName, report.Seal,
            whole ? report.Analysis : "", [.. report.Texts.Where(t => whole || asked.Contains(t.UnitId)).Select(t => new UnitTextJson(organisation.Unit(t.UnitId)!.Slug, t.Text))],
            whole ? [.. report.Examples.Select(e => e.Text)] : [], [.. report.Deliveries.Select(d => new DeliveryJson(d.To, d.IsOpen, d.DeliveredOn, d.ConsideredOn, d.Decision))], ReportJson.Of(view.Content.Report));
    }
}
