using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Operations.History;
using Gava.Operations.People;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>Who has read what; and the two ways to the vault outside one case's own: for a caller, and in an emergency.</summary>
internal static class ReadingApi
{
    private const int RowsAPage = 50;

    public static void MapReadings(this RouteGroupBuilder api)
    {
        api.MapGet("/readings", ReadingsAsync).Tell("listReadings", "Läsloggen (case, person, from, to, cursor)", typeof(ListJson<ReadingJson>));
        api.MapGet("/readings/to-judge", ToJudgeAsync).Tell("listReadingsToJudge", "Öppningar att ta ställning till", typeof(ListJson<ReadingJson>));
        api.MapPost("/readings/{line:long}/verdict", JudgeAsync).Tell("judgeReading", "Ta ställning till en öppning", typeof(void), 204, Examples.Verdict);
        api.MapGet("/cases/{reference}/readings", OfCaseAsync).Tell("listReadingsOfCase", "Vem som har öppnat ett ärendes personuppgifter", typeof(ListJson<ReadingJson>));
        api.MapPost("/cases/{reference}/emergency-opening", OpenAsync).Tell("openInEmergency", "Nödöppna; chefen får veta det", typeof(EmergencyJson), 200, Examples.Emergency);
        api.MapPost("/caller-searches", FindAsync).Tell("findCallersCase", "Hitta ärendet åt någon som hör av sig; det loggas", typeof(ListJson<CallersCaseJson>), 200, Examples.Caller);
    }

    private static async Task<IResult> ReadingsAsync(HttpContext context, ReadingLog log, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var organisation = await book.NowAsync();
        var query = context.Request.Query;
        var skip = Number(query, "cursor", 0, 0, 1_000_000);
        CaseReference? reference = query["case"].ToString() is { Length: > 0 } text ? Known(text) : null;
        var person = query["person"].ToString() is { Length: > 0 } name ? organisation.Person(name)?.Id ?? Guid.Empty : (Guid?)null;
        var page = await log.FindAsync(viewer, new(reference, person, Day(query, "from"), Day(query, "to"), skip, RowsAPage), context.RequestAborted);
        return Results.Json(new ListJson<ReadingJson>([.. page.Items.Select(r => ReadingJson.Of(r, organisation))], page.HasMore ? $"{skip + RowsAPage}" : null));
    }

    private static async Task<IResult> ToJudgeAsync(HttpContext context, ReadingLog log, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var organisation = await book.NowAsync();
        return Results.Json(new ListJson<ReadingJson>([.. (await log.ToJudgeAsync(viewer, context.RequestAborted)).Select(r => ReadingJson.Of(r, organisation))], null));
    }

    private static async Task<IResult> JudgeAsync(long line, HttpContext context, ReadingLog log)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await log.JudgeAsync(viewer, line, body.Flag("inOrder") ?? throw new RuleBroken("type-wrong", "inOrder ska vara true eller false.", "inOrder"), body.Text("note"));
        return Results.NoContent();
    }

    private static async Task<IResult> OfCaseAsync(string reference, HttpContext context, ReadingLog log, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var organisation = await book.NowAsync();
        return Results.Json(new ListJson<ReadingJson>([.. (await log.OfCaseAsync(viewer, Known(reference), context.RequestAborted)).Select(r => ReadingJson.Of(r, organisation))], null));
    }

    private static async Task<IResult> OpenAsync(string reference, HttpContext context, EmergencyDesk desk)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var seen = await desk.OpenAsync(viewer, Known(reference), body.Text("why") ?? "");
        var person = seen.Opened.Complainant;
        return Results.Json(new EmergencyJson($"{seen.Reference}", seen.Unit, new(person.Name, person.Email, person.Phone, person.Address, person.Protected), seen.Opened.Text));
    }

    private static async Task<IResult> FindAsync(HttpContext context, CallerDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var organisation = await book.NowAsync();
        var found = await desk.FindAsync(viewer, body.Text("said") ?? "", body.Text("reason") ?? "");
        return Results.Json(new ListJson<CallersCaseJson>([.. found.Select(c => new CallersCaseJson($"{c.Reference}", c.Kind, organisation.Unit(c.UnitId)?.Slug ?? "", c.Status.Code(), StockholmTime.WithOffset(c.ArrivedAt)))], null));
    }
}

/// <summary>An opening of the vault.</summary>
/// <param name="Line">The journal line that tells of it.</param>
/// <param name="InOrder">What a manager thought; absent while nobody has said.</param>
public sealed record ReadingJson(long Line, DateTimeOffset At, string By, string Reference, string Unit, string? Why, bool Emergency, bool? InOrder, string? Note)
{
    public static ReadingJson Of(Reading one, Domain.People.Organisation organisation) => new(one.Sequence, StockholmTime.WithOffset(one.At), organisation.Person(one.By)?.UserName ?? "gava",
        $"{one.Reference}", organisation.Unit(one.UnitId)?.Slug ?? "", one.Why, one.IsEmergency, one.IsInOrder, one.Note);
}

public sealed record EmergencyJson(string Reference, string Unit, ComplainantJson Complainant, string Original);

public sealed record CallersCaseJson(string Reference, string Kind, string Unit, string Status, DateTimeOffset ReceivedAt);
