using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.Forms;
using Gava.Operations.People;
using Gava.Operations.Vault;
using Gava.Web.Sheets;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>Forms and posters on paper (R-IN-08).</summary>
internal static class FormApi
{
    private const string Pdf = "application/pdf";

    public static void MapForms(this RouteGroupBuilder api)
    {
        api.MapGet("/units/{slug}/sheets/{kind}", SheetAsync).Tell("readSheet", "En blankett (form) eller ett anslag (poster, poster-a3) som PDF; language är sv, sv-latt, en, fi eller so", typeof(void), media: Pdf);
        api.MapPost("/sheets", BatchAsync).Tell("makeSheets", "Blanketter och anslag för flera platser som en PDF, utan nummer", typeof(void), 200, Examples.Sheets, Pdf);
        api.MapPost("/form-printings", PrintAsync).Tell("printForms", "Ge blanketter nummer", typeof(PrintingJson), 201, Examples.Printing);
        api.MapGet("/form-printings/{id:guid}", ReadAsync).Tell("readFormPrinting", "Blanketter som fick sina nummer tillsammans, och vilka som har kommit tillbaka", typeof(PrintingJson));
        api.MapGet("/form-printings/{id:guid}/pdf", PrintedAsync).Tell("readPrintedForms", "De numrerade blanketterna som PDF", typeof(void), media: Pdf);
        api.MapGet("/forms/{number}", FindAsync).Tell("findForm", "Blanketten som har numret", typeof(FormJson));
    }

    private static async Task<IResult> SheetAsync(string slug, string kind, HttpContext context, OrganisationBook book, SheetMaker maker, PdfSheetWriter writer, TimeProvider clock)
    {
        await WhoAsync(context);
        if ((await book.NowAsync()).Unit(slug) is not { Ended: null } place || KindOf(kind) is not { } known) throw new NotFound();
        var language = context.Request.Query["language"].ToString();
        var sheets = (await maker.OpenAsync(context.RequestAborted)).Batch([place], [language.Length == 0 ? "sv" : language], [known]);
        return Results.Bytes(writer.Write(sheets, $"{sheets[0].Heading}, {place.Name}", StockholmTime.Now(clock)), Pdf);
    }

    private static async Task<IResult> BatchAsync(HttpContext context, OrganisationBook book, SheetMaker maker, PdfSheetWriter writer, TimeProvider clock)
    {
        var viewer = await WhoAsync(context);
        if (!FormDesk.MayPrintAll(viewer)) throw new NotFound();
        var body = await JsonBody.ReadAsync(context.Request);
        var units = body.Texts("units") ?? [];
        var kinds = (body.Texts("kinds") ?? []).Select(k => KindOf(k) ?? throw new RuleBroken("sheet-kind", "kinds ska vara form, poster eller poster-a3.", "kinds")).ToList();
        var places = FormDesk.PlacesOf(viewer, await book.NowAsync()).Where(u => units.Contains(u.Slug));
        var sheets = (await maker.OpenAsync(context.RequestAborted)).Batch(places, body.Texts("languages") ?? [], kinds);
        return Results.Bytes(writer.Write(sheets, "Blanketter och anslag", StockholmTime.Now(clock)), Pdf, "blanketter-och-anslag.pdf");
    }

    private static async Task<IResult> PrintAsync(HttpContext context, FormDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await WhoAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var id = await desk.PrintAsync(viewer, body.Text("unit"), body.Text("language") ?? "sv", body.Whole("copies") ?? 1, await RequestAsync(context, viewer, codes, body));
        context.Response.Headers.Location = $"/api/v1/form-printings/{id}";
        return Results.Json(PrintingJson.Of(await desk.PrintingAsync(viewer, id, context.RequestAborted), await book.NowAsync()), statusCode: 201);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, FormDesk desk, OrganisationBook book) =>
        Results.Json(PrintingJson.Of(await desk.PrintingAsync(await WhoAsync(context), id, context.RequestAborted), await book.NowAsync()));

    private static async Task<IResult> PrintedAsync(Guid id, HttpContext context, FormDesk desk, SheetMaker maker, PdfSheetWriter writer)
    {
        var printing = await desk.PrintingAsync(await WhoAsync(context), id, context.RequestAborted);
        return Results.Bytes(writer.Write((await maker.OpenAsync(context.RequestAborted)).Numbered(printing), $"Blanketter, {printing.Place.Name}", printing.At), Pdf);
    }

    private static async Task<IResult> FindAsync(string number, HttpContext context, FormDesk desk, OrganisationBook book)
    {
        var found = await desk.FindAsync(await WhoAsync(context), number, context.RequestAborted);
        return Results.Json(new FormJson($"{found.State.Number}", found.Place.Slug, found.Language, StockholmTime.WithOffset(found.PrintedAt), (await book.NowAsync()).Person(found.PrintedBy)?.UserName, found.State.Uses, [.. found.State.Cases.Select(c => $"{c}")]));
    }

    private static SheetKind? KindOf(string kind) => kind switch { "form" => SheetKind.Form, "poster" => SheetKind.Poster, "poster-a3" => SheetKind.LargePoster, _ => null };
}

/// <summary>Forms that got their numbers together.</summary>
public sealed record PrintingJson(Guid Id, string Unit, string Language, DateTimeOffset PrintedAt, string? PrintedBy, IReadOnlyList<FormUseJson> Forms)
{
    public static PrintingJson Of(Printing printing, Organisation organisation) => new(printing.Id, printing.Place.Slug, printing.Language, StockholmTime.WithOffset(printing.At), organisation.Person(printing.By)?.UserName,
        [.. printing.Forms.Select(f => new FormUseJson($"{f.Number}", f.Uses, [.. f.Cases.Select(c => $"{c}")]))]);
}

/// <param name="Uses">How often it has come back.</param>
/// <param name="Cases">The references of those of its cases that the caller sees.</param>
public sealed record FormUseJson(string Number, int Uses, IReadOnlyList<string> Cases);

/// <summary>One numbered form.</summary>
public sealed record FormJson(string Number, string Unit, string Language, DateTimeOffset PrintedAt, string? PrintedBy, int Uses, IReadOnlyList<string> Cases);
