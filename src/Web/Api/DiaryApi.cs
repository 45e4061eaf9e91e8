using Gava.Domain.People;
using Gava.Domain.Routines;
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
