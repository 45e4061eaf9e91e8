using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>Routines and what they want of people: read, check, publish, confirm, tick off, count.</summary>
internal static class RoutineApi
{
    public static void MapRoutines(this RouteGroupBuilder api)
    {
        api.MapGet("/routines", RoutinesAsync).Tell("listRoutines", "Rutiner", typeof(ListJson<RoutineJson>));
        api.MapGet("/categories", CategoriesAsync).Tell("listCategories", "Kategorier, per rutin och indelning", typeof(ListJson<CategoryJson>));
        api.MapGet("/routines/{name}", RoutineAsync).Tell("readRoutine", "Läs en rutin och dess versioner; version väljer en äldre", typeof(RoutineDetailJson));
        api.MapPost("/routines/check", CheckAsync).Tell("checkRoutine", "Pröva en rutin utan att ge ut den", typeof(RoutineCheckJson), 200, Examples.Routine);
        api.MapPost("/routines", PublishAsync).Tell("publishRoutine", "Ge ut en rutin, eller nästa version av en", typeof(RoutineDetailJson), 201, Examples.Routine);
        api.MapPost("/routines/{name}/read", ConfirmReadAsync).Tell("confirmDutiesRead", "Du har läst vad rutinen väntar sig av dig", typeof(void), 204, Examples.DutiesRead);
        api.MapGet("/recurring", RecurringAsync).Tell("listRecurring", "Det som kommer tillbaka: egna uppgifter och rapporter", typeof(ListJson<RecurringJson>));
        api.MapPost("/recurring/done", DoneAsync).Tell("tickOffRecurring", "Bocka av något som kommer tillbaka", typeof(void), 204, Examples.Done);
        api.MapPost("/counted-views", CountAsync).Tell("countView", "Räkna en synpunkt som ingen ville ha som ärende", typeof(void), 204, Examples.Counted);
    }

    private static async Task<IResult> RoutinesAsync(HttpContext context, RoutineBook book)
    {
        await WhoAsync(context);
        return Results.Json(new ListJson<RoutineJson>([.. (await book.AllAsync()).Select(r => new RoutineJson(r.Name, r.Version, r.Title, r.Body))], null));
    }

    private static async Task<IResult> CategoriesAsync(HttpContext context, RoutineBook routines)
    {
        await WhoAsync(context);
        var all = await routines.AllAsync(context.RequestAborted);
        return Results.Json(new ListJson<CategoryJson>([.. all.SelectMany(routine => routine.Categories.SelectMany(tree => tree.Categories.SelectMany(c => Flat(routine.Name, tree, c, null))))], null));

        static IEnumerable<CategoryJson> Flat(string routine, CategoryTree tree, Category category, string? parent) =>
            [new(routine, tree.Code, tree.Label, category.Code, category.Label, parent, tree.IsObligatory), .. category.Children.SelectMany(c => Flat(routine, tree, c, category.Code))];
    }

    private static async Task<IResult> RoutineAsync(string name, HttpContext context, RoutineBook book, RoutineDesk desk)
    {
        await WhoAsync(context);
        var version = Number(context.Request.Query, "version", 0, 0, int.MaxValue);
        return await DetailAsync(name, version, book, desk);
    }

    private static async Task<IResult> DetailAsync(string name, int version, RoutineBook book, RoutineDesk desk, int status = 200)
    {
        var routine = (version == 0 ? await book.NewestAsync(name) : await book.FindVersionAsync(name, version)) ?? throw new NotFound();
        var editions = await desk.EditionsAsync(name);
        return Results.Json(new RoutineDetailJson(routine.Name, routine.Version, routine.Title, routine.Body,
            [.. editions.Select(e => new EditionJson(e.Version, StockholmTime.WithOffset(e.PublishedAt)))], await desk.SourceAsync(routine.Name, routine.Version)), statusCode: status);
    }

    private static async Task<IResult> CheckAsync(HttpContext context, RoutineDesk desk)
    {
        MustPublish(await WhoAsync(context));
        var result = await desk.CheckAsync(SourceOf(await JsonBody.ReadAsync(context.Request)));
        return Results.Json(new RoutineCheckJson(result.Routine?.Name, result.Routine?.Version, [.. result.Faults.Select(f => new RoutineFaultJson(f.Line, f.Column, f.Fault, f.Cure))], result.Gaps));
    }

    /// <summary>A fault is told as it is on the page: line, what is wrong, what would be right. The same file again is the same version.</summary>
    private static async Task<IResult> PublishAsync(HttpContext context, RoutineDesk desk, RoutineBook book)
    {
        var viewer = await WhoAsync(context);
        MustPublish(viewer);
        var source = SourceOf(await JsonBody.ReadAsync(context.Request));
        var (asked, _) = RoutineReader.Read(source);
        var isThere = asked is not null && await book.FindVersionAsync(asked.Name, asked.Version) is not null && await desk.SourceAsync(asked.Name, asked.Version) == source;
        if (!isThere)
        {
            var published = await desk.PublishAsync(viewer, source);
            if (published.Faults is [var first, ..]) throw new RuleBroken("routine-faulty", $"Rad {first.Line}: {first.Fault} {first.Cure}", "source");
        }

        context.Response.Headers.Location = $"/api/v1/routines/{asked!.Name}";
        return await DetailAsync(asked.Name, asked.Version, book, desk, 201);
    }

    private static async Task<IResult> ConfirmReadAsync(string name, HttpContext context, RoutineDesk desk, RoutineBook book)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var version = body.Whole("version") ?? (await book.NewestAsync(name))?.Version ?? throw new NotFound();
        await desk.ConfirmReadAsync(viewer, name, version);
        return Results.NoContent();
    }

    private static async Task<IResult> RecurringAsync(HttpContext context, RecurringDesk desk)
    {
        var viewer = await WhoAsync(context);
        return Results.Json(new ListJson<RecurringJson>([.. (await desk.ForAsync(viewer, context.RequestAborted)).Select(s => new RecurringJson(
            s.Work.Routine, s.Work.Code, s.Work.Label, s.Work.Place.Slug, s.Work.Period, s.Work.DueOn, s.DoneAt is { } done ? StockholmTime.WithOffset(done) : null))], null));
    }

    private static async Task<IResult> DoneAsync(HttpContext context, RecurringDesk desk)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.DoneAsync(viewer, body.Text("routine") ?? "", body.Text("code") ?? "", body.Text("unit") ?? "", body.Text("period") ?? "");
        return Results.NoContent();
    }

    private static async Task<IResult> CountAsync(HttpContext context, CaseDesk desk, FollowUpCodes codes, TimeProvider clock)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var request = await RequestAsync(context, viewer, codes, body);
        await desk.CountAsync(viewer, body.Text("unit") ?? "", body.Text("kind") ?? "", body.Text("channel") ?? "", body.Day("day") ?? StockholmTime.Today(clock), request?.Id ?? Guid.CreateVersion7());
        return Results.NoContent();
    }

    private static string SourceOf(JsonBody body) => body.Text("source") is { Length: > 0 } source ? source.ReplaceLineEndings("\n")
        : throw new RuleBroken("source-missing", "source ska vara rutinen som text, i formen i routines/routine.schema.json.", "source");

    private static void MustPublish(Domain.People.Viewer viewer)
    {
        if (!RoutineDesk.MayPublish(viewer)) throw new NotFound();
    }
}

public sealed record RoutineJson(string Name, int Version, string Title, string Body);

public sealed record EditionJson(int Version, DateTimeOffset PublishedAt);

/// <summary>A version of a routine.</summary>
/// <param name="Versions">Every version, the newest first.</param>
/// <param name="Source">The file as it was put in.</param>
public sealed record RoutineDetailJson(string Name, int Version, string Title, string Body, IReadOnlyList<EditionJson> Versions, string Source);

public sealed record RoutineFaultJson(int Line, int Column, string Fault, string Cure);

/// <summary>What a routine would be.</summary>
/// <param name="Name">Null when it has faults.</param>
/// <param name="Gaps">Roles that nobody holds where it is followed, and categories that nobody has taken over.</param>
public sealed record RoutineCheckJson(string? Name, int? Version, IReadOnlyList<RoutineFaultJson> Faults, IReadOnlyList<string> Gaps);

/// <summary>A duty or a report that comes back.</summary>
/// <param name="Due">Its last day in this period.</param>
/// <param name="DoneAt">When it was done; absent while it waits.</param>
public sealed record RecurringJson(string Routine, string Code, string Label, string Unit, string Period, DateOnly Due, DateTimeOffset? DoneAt);

/// <summary>A category of a routine.</summary>
/// <param name="Tree">The tree or dimension that it is in.</param>
/// <param name="Parent">The coarser category's code, or null.</param>
public sealed record CategoryJson(string Routine, string Tree, string TreeLabel, string Code, string Label, string? Parent, bool Obligatory);
