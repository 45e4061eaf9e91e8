using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Disclosure;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Database;
using Gava.Operations.Disclosure;
using Gava.Operations.People;
using Gava.Web.Text;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>What is handed out: to the person whom it is about, and to anybody who asks for a public document.</summary>
internal static class DisclosureApi
{
    public static void MapDisclosure(this RouteGroupBuilder api)
    {
        api.MapPost("/extract-searches", SearchAsync).Tell("findCasesForExtract", "Hitta en persons ärenden inför ett registerutdrag; det loggas", typeof(ListJson<ExtractCandidateJson>), 200, Examples.ExtractSearch);
        api.MapPost("/extracts", ExtractAsync).Tell("makeExtract", "Gör ett registerutdrag som ZIP: PDF, JSON och bilagor; det loggas i varje ärende", typeof(void), 200, Examples.Extract, "application/zip");
        api.MapPost("/staff-extracts", StaffExtractAsync).Tell("makeStaffExtract", "Gör ett registerutdrag för en medarbetare", typeof(void), 200, Examples.StaffExtract, "application/zip");
        api.MapGet("/disclosures", ListAsync).Tell("listDisclosures", "Begäran om allmän handling: de som väntar först", typeof(ListJson<DisclosureRowJson>));
        api.MapPost("/disclosures", RegisterAsync).Tell("registerDisclosure", "Registrera en begäran; vem som frågar har inget fält", typeof(DisclosureJson), 201, Examples.DisclosureRequest);
        api.MapGet("/disclosures/{id:long}", ReadAsync).Tell("readDisclosure", "Läs en begäran", typeof(DisclosureJson));
        api.MapGet("/disclosable-documents", PickableAsync).Tell("listDisclosableDocuments", "Handlingar i ett ärende (case), som registret visar dem", typeof(ListJson<PickableJson>));
        api.MapGet("/secrecy-grounds", Grounds).Tell("listSecrecyGrounds", "Lagrum att dölja efter", typeof(ListJson<GroundJson>));
        api.MapPost("/disclosures/{id:long}/documents", PickAsync).Tell("pickDocuments", "Välj handlingar ur ett ärende", typeof(DisclosureJson), 200, Examples.Picked);
        api.MapPost("/disclosures/{id:long}/documents/{number:int}/opening", OpenDocumentAsync).Tell("openDocument", "Öppna en handling med förslag till maskering; det loggas", typeof(OpenedDocumentJson));
        api.MapPost("/disclosures/{id:long}/documents/{number:int}/review", ReviewAsync).Tell("reviewDocument", "Spara vad som döljs och varför; platser i kodpunkter", typeof(DisclosureJson), 200, Examples.Review);
        api.MapPost("/disclosures/{id:long}/documents/{number:int}/drop", DropAsync).Tell("dropDocument", "Ta bort en handling som valdes av misstag", typeof(DisclosureJson));
        api.MapPost("/disclosures/{id:long}/decision", DecideAsync).Tell("decideDisclosure", "Avgör begäran; det går inte att ändra", typeof(DisclosureJson), 200, Examples.Decision);
        api.MapPost("/disclosures/{id:long}/copy", CopyAsync).Tell("copyDisclosure", "Kopian som PDF; det loggas i varje ärende", typeof(void), media: "application/pdf");
    }

    private static async Task<IResult> ListAsync(HttpContext context, DisclosureDesk desk)
    {
        var viewer = await WhoAsync(context);
        return Results.Json(new ListJson<DisclosureRowJson>([.. (await desk.ListAsync(viewer, context.RequestAborted)).Select(r =>
            new DisclosureRowJson(r.Request.Id, StockholmTime.WithOffset(r.Request.ReceivedAt), r.Request.Wanted, r.Documents, r.DaysWaited, r.Request.Outcome?.Code()))], null));
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, DisclosureDesk desk, OrganisationBook book, TimeProvider clock)
    {
        var viewer = await WhoAsync(context);
        if (!DisclosureDesk.MayDisclose(viewer)) throw new NotFound();
        var body = await JsonBody.ReadAsync(context.Request);
        var id = await desk.RegisterAsync(viewer, body.Moment("receivedAt") ?? StockholmTime.Now(clock), body.Choice<DisclosureChannel>("channel") ?? DisclosureChannel.Other, body.Text("wanted") ?? "");
        context.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"/api/v1/disclosures/{id}");
        return Results.Json(await ToldAsync(desk, book, viewer, id, context), statusCode: 201);
    }

    private static async Task<IResult> ReadAsync(long id, HttpContext context, DisclosureDesk desk, OrganisationBook book) => Results.Json(await ToldAsync(desk, book, await WhoAsync(context), id, context));

    private static async Task<IResult> PickableAsync(HttpContext context, DisclosureDesk desk)
    {
        var viewer = await WhoAsync(context);
        var reference = CaseReference.TryParse(context.Request.Query["case"], out var known) ? known : default;
        return Results.Json(new ListJson<PickableJson>([.. (await desk.PickableAsync(viewer, reference, context.RequestAborted)).Select(p =>
            new PickableJson(p.Part, p.Heading, StockholmTime.WithOffset(p.At), p.Words, p.Secrecy))], null));
    }

    private static IResult Grounds() =>
        Results.Json(new ListJson<GroundJson>([.. SecrecyGrounds.All.Select(g => new GroundJson(g.Code, g.Provision, g.Label))], null));

    private static async Task<IResult> PickAsync(long id, HttpContext context, DisclosureDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.PickAsync(viewer, id, CaseReference.TryParse(body.Text("case"), out var known) ? known : default, body.Texts("documents") ?? []);
        return Results.Json(await ToldAsync(desk, book, viewer, id, context));
    }

    private static async Task<IResult> OpenDocumentAsync(long id, int number, HttpContext context, DisclosureDesk desk)
    {
        var opened = await desk.OpenDocumentAsync(await WhoAsync(context), id, number);
        var text = opened.Text ?? "";
        return Results.Json(new OpenedDocumentJson(number, $"{opened.Picked.Reference}", opened.Picked.Heading, opened.Text, opened.Ground?.Code,
            [.. opened.Findings.Select(f => MaskJson.Of(text, f.Start, f.Length, null, f.Type.ApiName()))], [.. opened.Picked.Document.Masks.Select(m => MaskJson.Of(text, m.Start, m.Length, m.Ground, null))]));
    }

    private static async Task<IResult> ReviewAsync(long id, int number, HttpContext context, DisclosureDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var masks = (body.Items("masks") ?? []).Select(m => (Start: m.Whole("start") ?? -1, Length: m.Whole("length") ?? 0, Ground: m.Text("ground") ?? "")).ToList();
        await desk.ReviewAsync(viewer, id, number, new([], [.. (body.Items("words") ?? []).Select(w => ((w.Text("words") ?? "").Trim(), w.Text("ground") ?? ""))],
            [.. (body.Items("ranges") ?? []).Select(r => ((r.Text("from") ?? "").Trim(), (r.Text("to") ?? "").Trim(), r.Text("ground") ?? ""))], body.Text("withheldBy"), InCodePoints: masks));
        return Results.Json(await ToldAsync(desk, book, viewer, id, context));
    }

    private static async Task<IResult> DropAsync(long id, int number, HttpContext context, DisclosureDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        await desk.DropAsync(viewer, id, number);
        return Results.Json(await ToldAsync(desk, book, viewer, id, context));
    }

    private static async Task<IResult> DecideAsync(long id, HttpContext context, DisclosureDesk desk, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.DecideAsync(viewer, id, body.Choice<DisclosureOutcome>("outcome"), body.Text("reason") ?? "");
        return Results.Json(await ToldAsync(desk, book, viewer, id, context));
    }

    private static async Task<IResult> CopyAsync(long id, HttpContext context, DisclosureDesk desk) =>
        Results.Bytes(await desk.CopyAsync(await WhoAsync(context), id), "application/pdf", string.Create(CultureInfo.InvariantCulture, $"begaran-{id}.pdf"));

    private static async Task<DisclosureJson> ToldAsync(DisclosureDesk desk, OrganisationBook book, Viewer viewer, long id, HttpContext context)
    {
        var view = await desk.OpenAsync(viewer, id, context.RequestAborted);
        var organisation = await book.NowAsync();
        var request = view.Request;
        return new(id, StockholmTime.WithOffset(request.ReceivedAt), request.Channel.Code(), request.Wanted, organisation.Person(request.RegisteredBy)?.UserName ?? "gava", view.DaysWaited, request.Outcome?.Code(), request.Reason,
            request.DecidedAt is { } at ? StockholmTime.WithOffset(at) : null, organisation.Person(request.DecidedBy)?.UserName,
            [.. view.Documents.Select(d => new PickedJson(d.Document.Number, $"{d.Reference}", d.Document.Part, d.Heading, d.Document.ReviewedAt is not null, d.Document.Masks.Count,
                [.. d.Document.Masks.Select(m => m.Ground).Distinct()], d.Document.WithheldBy, d.IsGone))], view.Hidden);
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

/// <param name="DaysWaited">Working days since it came, or until it was decided.</param>
/// <param name="Outcome">whole, masked or refused; absent until it is decided.</param>
public sealed record DisclosureRowJson(long Id, DateTimeOffset ReceivedAt, string Wanted, int Documents, int DaysWaited, string? Outcome);

/// <summary>A request for public documents.</summary>
/// <param name="Hidden">How many more documents are of cases that the caller may not open.</param>
public sealed record DisclosureJson(long Id, DateTimeOffset ReceivedAt, string Channel, string Wanted, string RegisteredBy, int DaysWaited, string? Outcome, string? Reason,
    DateTimeOffset? DecidedAt, string? DecidedBy, IReadOnlyList<PickedJson> Documents, int Hidden);

/// <param name="Document">"text", "line:6" or "attachment:2".</param>
/// <param name="Grounds">By which provisions something in it is masked.</param>
/// <param name="Disposed">Its words are gone.</param>
public sealed record PickedJson(int Number, string Case, string Document, string Heading, bool Reviewed, int Masks, IReadOnlyList<string> Grounds, string? WithheldBy, bool Disposed);

/// <param name="Words">The register's edition; absent for a file.</param>
public sealed record PickableJson(string Document, string Heading, DateTimeOffset At, string? Words, string? Secrecy);

public sealed record GroundJson(string Code, string Provision, string Label);

/// <param name="Text">Its own words; absent for a file.</param>
/// <param name="Ground">What the case is marked with, or what its law presumes.</param>
public sealed record OpenedDocumentJson(int Number, string Case, string Heading, string? Text, string? Ground, IReadOnlyList<MaskJson> Findings, IReadOnlyList<MaskJson> Masks);

/// <summary>A stretch of text, counted in code points.</summary>
public sealed record MaskJson(int Start, int Length, string? Ground, string? Type)
{
    public static MaskJson Of(string text, int start, int length, string? ground, string? type)
    {
        var from = Masking.ToCodePoint(text, start);
        return new(from, Masking.ToCodePoint(text, start + length) - from, ground, type);
    }
}
