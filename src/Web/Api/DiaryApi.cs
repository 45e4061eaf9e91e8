using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Diary;
using Gava.Operations.People;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>The registrar's desk: what waits, the diaries, their public lists.</summary>
internal static class DiaryApi
{
    public static void MapDiary(this RouteGroupBuilder api)
    {
        api.MapGet("/diary-desk", DeskAsync).Tell("readDiaryDesk", "Det som väntar på att diarieföras eller avslutas", typeof(DiaryDeskJson));
        api.MapGet("/disposals", DisposalsAsync).Tell("listDisposals", "Gallring: rutinernas tider, besluten och vad som är moget", typeof(ListJson<DisposalJson>));
        api.MapPost("/disposals", DisposeAsync).Tell("carryOutDisposal", "Gallra enligt beslut; det går inte att ångra", typeof(DisposedJson), 200, Examples.Disposal);
        api.MapGet("/disposals/protocol", ProtocolAsync).Tell("readDisposalProtocol", "Gallringsprotokollet, det senaste först", typeof(ListJson<DisposedLineJson>));
        api.MapGet("/diaries", DiariesAsync).Tell("listDiaries", "Diarier och ordnade förvaringar", typeof(ListJson<DiaryJson>));
        api.MapGet("/diaries/{code}", RowsAsync).Tell("readDiary", "Den offentliga listan (year, from, to, format=json eller csv)", typeof(DiaryRowJson[]));
    }

    private static async Task<IResult> DeskAsync(HttpContext context, DiaryDesk desk, OrganisationBook book)
    {
        var viewer = await RegistrarAsync(context);
        var organisation = await book.NowAsync();
        var (waiting, toClose) = (await desk.WaitingAsync(viewer, cancellation: context.RequestAborted), await desk.ToCloseAsync(viewer, cancellation: context.RequestAborted));
        return Results.Json(new DiaryDeskJson([.. waiting.Select(Json)], [.. toClose.Select(Json)]));

        AtDeskJson Json(AtDesk row) => new(row.Reference.ToString(), organisation.Unit(row.UnitId)?.Slug ?? "", row.DueOn, row.IsLate, row.Number);
    }

    private static async Task<IResult> DiariesAsync(HttpContext context, PublicDiary diary)
    {
        await RegistrarAsync(context);
        return Results.Json(new ListJson<DiaryJson>([.. (await diary.DescriptionAsync(context.RequestAborted)).Select(k =>
            new DiaryJson(k.Code, k.Mode == RegistrationMode.Diary ? "diary" : "orderedStore", k.Keeper, k.Title, k.Units, k.Exempt, k.Years))], null));
    }

    private static async Task<IResult> RowsAsync(string code, HttpContext context, DiaryExport export, PublicDiary diary, TimeProvider clock)
    {
        await RegistrarAsync(context);
        var query = context.Request.Query;
        var year = Number(query, "year", Domain.Deadlines.StockholmTime.Today(clock).Year, 1900, 9998);
        if ((await diary.DescriptionAsync(context.RequestAborted)).All(k => k.Code != code)) throw new NotFound();
        var question = new DiaryQuestion(code, year, Day(query, "from"), Day(query, "to"));
        return query["format"].ToString() switch
        {
            "" or "json" => Results.Bytes(await export.JsonAsync(question, context.RequestAborted), "application/json"),
            "csv" => Results.Bytes(await export.CsvAsync(question, context.RequestAborted), "text/csv; charset=utf-8"),
            _ => throw new Domain.RuleBroken("query-wrong", "format ska vara json eller csv.", "format"),
        };
    }

    private static async Task<IResult> DisposalsAsync(HttpContext context, DisposalDesk desk)
    {
        var viewer = await RegistrarAsync(context);
        return Results.Json(new ListJson<DisposalJson>([.. (await desk.PlansAsync(viewer, context.RequestAborted)).Select(p =>
            new DisposalJson(p.Routine, p.Part.Code(), $"{p.Keep}", p.Decision, p.Ripe, p.Held))], null));
    }

    private static async Task<IResult> DisposeAsync(HttpContext context, DisposalDesk desk)
    {
        var viewer = await RegistrarAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        return Results.Json(new DisposedJson(await desk.CarryOutAsync(viewer, body.Text("routine") ?? "", body.Text("part") ?? "", context.RequestAborted)));
    }

    private static async Task<IResult> ProtocolAsync(HttpContext context, DisposalDesk desk, OrganisationBook book)
    {
        var viewer = await RegistrarAsync(context);
        var organisation = await book.NowAsync();
        return Results.Json(new ListJson<DisposedLineJson>([.. (await desk.ProtocolAsync(viewer, cancellation: context.RequestAborted)).Select(l =>
            new DisposedLineJson(Domain.Deadlines.StockholmTime.WithOffset(l.At), $"{l.Reference}", l.Part, l.Decision, organisation.Person(l.By)?.UserName ?? "gava"))], null));
    }

    private static async Task<Viewer> RegistrarAsync(HttpContext context) => await WhoAsync(context) is var viewer && viewer.Is(Role.Registrar) ? viewer : throw new NotFound();
}

/// <summary>A case that waits at the registrar's desk.</summary>
/// <param name="Due">The last day on which it should be done.</param>
/// <param name="Number">Its diary number, once it has one.</param>
public sealed record AtDeskJson(string Reference, string Unit, DateOnly Due, bool Late, string? Number);

public sealed record DiaryDeskJson(IReadOnlyList<AtDeskJson> Waiting, IReadOnlyList<AtDeskJson> ToClose);

/// <summary>A diary, or an ordered store, that is kept (OSL 4:2).</summary>
public sealed record DiaryJson(string Code, string Mode, string Keeper, string Title, IReadOnlyList<string> Units, IReadOnlyList<string> Exempt, IReadOnlyList<int> Years);

/// <summary>A row that anybody may read.</summary>
public sealed record DiaryRowJson(string Series, string Number, string Date, string Party, string Subject, string Unit, string Status);

/// <summary>A rule of a routine about how long a part is kept.</summary>
/// <param name="Decision">The board's; absent is a proposal, by which nothing is erased.</param>
/// <param name="Ripe">How many cases are due.</param>
public sealed record DisposalJson(string Routine, string Part, string Keep, string? Decision, int Ripe, int Held);

public sealed record DisposedJson(int Cases);

public sealed record DisposedLineJson(DateTimeOffset At, string Reference, string Part, string? Decision, string By);
