using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Disclosure;
using Gava.Operations.People;
using Gava.Web.Text;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>What is handed out: to the person whom it is about.</summary>
internal static class DisclosureApi
{
    public static void MapDisclosure(this RouteGroupBuilder api)
    {
        api.MapPost("/extract-searches", SearchAsync).Tell("findCasesForExtract", "Hitta en persons ärenden inför ett registerutdrag; det loggas", typeof(ListJson<ExtractCandidateJson>), 200, Examples.ExtractSearch);
        api.MapPost("/extracts", ExtractAsync).Tell("makeExtract", "Gör ett registerutdrag som ZIP: PDF, JSON och bilagor; det loggas i varje ärende", typeof(void), 200, Examples.Extract, "application/zip");
        api.MapPost("/staff-extracts", StaffExtractAsync).Tell("makeStaffExtract", "Gör ett registerutdrag för en medarbetare", typeof(void), 200, Examples.StaffExtract, "application/zip");
    }

    private static async Task<IResult> SearchAsync(HttpContext context, ExtractDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var found = await desk.FindAsync(viewer, body.Texts("said") ?? []);
        var organisation = await book.NowAsync();
        return Results.Json(new ListJson<ExtractCandidateJson>([.. found.Select(c => new ExtractCandidateJson($"{c.Reference}", c.Kind, organisation.Unit(c.UnitId)?.Slug ?? "",
            c.Status.Code(), StockholmTime.WithOffset(c.ArrivedAt), c.Relation.Code(), c.IsProtected, c.IsDisposed))], null));
    }

    private static async Task<IResult> ExtractAsync(HttpContext context, ExtractDesk desk)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        // What is no reference names no case, and is refused as one that is not there.
        var references = (body.Texts("cases") ?? []).Select(r => CaseReference.TryParse(r, out var known) ? known : default).Distinct().ToList();
        return Results.Bytes(await desk.MakeAsync(viewer, references, body.Text("identity") ?? "", Swedish.Title), "application/zip", "registerutdrag.zip");
    }

    private static async Task<IResult> StaffExtractAsync(HttpContext context, ExtractDesk desk)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        return Results.Bytes(await desk.MakeOfStaffAsync(viewer, body.Text("person") ?? ""), "application/zip", "registerutdrag.zip");
    }
}

/// <summary>A case that may be the person's.</summary>
/// <param name="Relation">For whom they spoke.</param>
/// <param name="Disposed">The personal data is gone; the de-identified case can still be told of.</param>
public sealed record ExtractCandidateJson(string Reference, string Kind, string Unit, string Status, DateTimeOffset ReceivedAt, string Relation, bool Protected, bool Disposed);
