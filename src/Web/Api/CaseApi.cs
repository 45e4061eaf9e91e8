using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Forms;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Gava.Web.Security;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>The door for programs: <c>/api/v1</c> (contract: HTTP API). The same desks as the pages, the same gate.</summary>
public static partial class CaseApi
{
    private const int MostAtATime = 200;
    private const int LargestBody = 4 * 1024 * 1024;
    private const int LargestBodyWithFiles = 64 * 1024 * 1024;
    private const int MostFiles = 10;
    private const int LargestFile = 20 * 1024 * 1024;

    public static void MapGavaApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(policy => policy.AddAuthenticationSchemes(ApiKeyHandler.SchemeName).RequireAuthenticatedUser())
            .AddEndpointFilter(AnswerRulesAsync).DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody));
        api.MapPost("/cases", RegisterAsync).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBodyWithFiles)).Tell("registerCase", "Registrera ett ärende", typeof(CaseJson), 201, Examples.NewCase);
        api.MapGet("/cases", ListAsync).Tell("listCases", "Lista och sök ärenden", typeof(ListJson<CaseRowJson>));
        api.MapGet("/cases/{reference}", ReadAsync).Tell("readCase", "Läs ett ärende", typeof(CaseJson));
        api.MapGet("/cases/{reference}/attachments", FilesAsync).Tell("listAttachments", "Ett ärendes bilagor; namnen ligger i valvet", typeof(ListJson<AttachmentJson>));
        api.MapGet("/cases/{reference}/attachments/{number:int}", FileAsync).Tell("readAttachment", "Hämta en bilaga; det loggas", typeof(void), media: "application/octet-stream");
        api.MapPost("/cases/{reference}/letters/{number:int}", LetterAsync).Tell("printLetter", "Gör ett brev av en rad i journalen; det loggas", typeof(void), media: "application/pdf");
        api.MapPost("/cases/{reference}/give-code", GiveCodeAsync).Tell("giveCodeCase", "Ge personen en ny kod att följa ärendet med; den gamla slutar gälla", typeof(CaseJson), 200, Examples.GiveCode);
        api.MapPost("/cases/{reference}/code-letter", CodeLetterAsync).Tell("printCodeLetter", "Gör ett brev av koden som nyss gavs; går det med post loggas det", typeof(void), 200, Examples.CodeLetter, media: "application/pdf");
        MapVerbs(api);
        api.MapReadings();
        api.MapDiary();
        api.MapDisclosure();
        api.MapReports();
        api.MapLearning();
        api.MapForms();
        api.MapRoutines();
        api.MapOrganisation();
        app.MapOpenApi("/openapi/v1.json").AllowAnonymous();
    }

    private static void MapVerbs(RouteGroupBuilder api)
    {
        Verb("take", "Ta ansvar för ett ärende som väntar", (desk, viewer, reference, seen, body) => desk.TakeAsync(viewer, reference, seen), null);
        Verb("handover", "Lämna över", (desk, viewer, reference, seen, body) => desk.HandOverByNameAsync(viewer, reference, seen, body.Text("unit") ?? "", body.Text("person"),
            body.Choice<Way>("told") ?? Way.None, body.Flag("cannotBeReached") ?? false, body.Text("text") ?? "", body.Flag("turnsThere") ?? false), Examples.HandOver);
        Verb("accept", "Ta emot", (desk, viewer, reference, seen, body) => desk.AcceptAsync(viewer, reference, seen), null);
        Verb("decline", "Säg nej, med skäl", (desk, viewer, reference, seen, body) => desk.DeclineAsync(viewer, reference, seen, body.Text("why") ?? ""), Examples.Why);
        Verb("contact", "Kontakt eller kontaktförsök", (desk, viewer, reference, seen, body) => desk.ContactAsync(viewer, reference, seen, body.Flag("reached") ?? true,
            body.Choice<Way>("way") ?? Way.None, body.Text("text") ?? "", body.Moment("happenedAt")), Examples.Contact);
        Verb("feedback", "Ge återkoppling", (desk, viewer, reference, seen, body) => desk.GiveFeedbackAsync(viewer, reference, seen, body.Text("text") ?? "",
            body.Text("about") ?? FeedbackOn.Other, body.Choice<Way>("way") ?? Way.None, body.Moment("happenedAt")), Examples.Feedback);
        Verb("measure", "Registrera en åtgärd", (desk, viewer, reference, seen, body) => desk.RegisterMeasureAsync(viewer, reference, seen, body.Text("text") ?? "",
            body.Flag("prevents") ?? false, body.Moment("happenedAt")), Examples.Measure);
        Verb("delay-notice", "Berätta om en försening och varför", (desk, viewer, reference, seen, body) => desk.NotifyDelayAsync(viewer, reference, seen,
            body.Text("reason") ?? "", body.Choice<Way>("way") ?? Way.None, body.Day("newDay"), body.Moment("happenedAt")), Examples.Delay);
        Verb("reply", "Svara", (desk, viewer, reference, seen, body) => desk.ReplyAsync(viewer, reference, seen, body.Text("text") ?? "",
            body.Choice<Way>("way") ?? Way.None, body.Moment("happenedAt"), body.Text("because"), body.Flag("unsolved") ?? false, body.Text("whereToTurn")), Examples.Reply);
        Verb("close", "Avsluta", (desk, viewer, reference, seen, body) => desk.CloseAsync(viewer, reference, seen, body.Text("text") ?? "",
            body.Text("noMeasureBecause") ?? ""), Examples.Close);
        Verb("reopen", "Öppna igen", (desk, viewer, reference, seen, body) => desk.ReopenAsync(viewer, reference, seen, body.Text("why") ?? ""), Examples.Why);
        Verb("note", "Anteckna", (desk, viewer, reference, seen, body) => desk.NoteAsync(viewer, reference, seen, body.Text("text") ?? ""), Examples.Note);

        MapMoreVerbs(Verb);

        void Verb(string name, string what, Func<CaseDesk, Viewer, CaseReference, Seen, JsonBody, Task> act, string? example) =>
            api.MapPost($"/cases/{{reference}}/{name}", async (string reference, HttpContext context, CaseDesk desk, CaseReading reading, FollowUpCodes codes,
                OrganisationBook book, TimeProvider clock) =>
            {
                var viewer = await WhoAsync(context);
                var known = Known(reference);
                var body = await JsonBody.ReadAsync(context.Request);
                await act(desk, viewer, known, await SeenAsync(context, viewer, codes, body), body);
                return await AnswerAfterAsync(context, viewer, known, reading, book, clock);
            }).Tell(Camel(name), what, typeof(CaseJson), 200, example);
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, CaseDesk desk, CaseReading reading, FollowUpCodes codes, OrganisationBook book, RoutineBook routines, TimeProvider clock)
    {
        var viewer = await WhoAsync(context);
        var organisation = await book.NowAsync();
        var body = await JsonBody.ReadAsync(context.Request);
        var unit = organisation.Unit(body.Text("unit") ?? "") ?? throw new RuleBroken("unit-unknown", "unit ska vara adressnamnet på en enhet i /api/v1/units.", "unit");
        if (body.Text("routine") is { } routine && organisation.RoutineAt(unit.Id) != routine)
        {
            throw new RuleBroken("routine-other", $"Enheten följer rutinen {organisation.RoutineAt(unit.Id)}. Utelämna routine, eller skriv den.", "routine");
        }

        var news = Read(body, organisation, unit, viewer, clock);
        var request = await RequestAsync(context, viewer, codes, body);
        var registered = await desk.RegisterAsync(news with { SubmissionId = request?.Id }, viewer, request, context.RequestAborted);
        var view = registered.View ?? await reading.OpenAsync(viewer, registered.Reference);
        context.Response.Headers.Location = $"/api/v1/cases/{registered.Reference}";
        context.Response.Headers.ETag = Tag(view.Case);
        return Results.Json(CaseJson.Of(view, organisation, StockholmTime.Now(clock), registered.FollowUpCode), statusCode: 201);
    }

    private static NewCase Read(JsonBody body, Organisation organisation, Unit unit, Viewer viewer, TimeProvider clock)
    {
        var person = body.Object("complainant");
        var text = (body.Text("text") ?? "").ReplaceLineEndings("\n").Trim();
        var complainant = new Complainant
        {
            Name = person?.Text("name"),
            Email = person?.Text("email"),
            Phone = person?.Text("phone"),
            Address = person?.Text("address"),
            Protected = person?.Flag("protected") ?? false,
        };
        var relation = person?.Choice<Relation>("relation") ?? Relation.Self;
        var people = PeopleInCase.Of(organisation, unit.Id, StockholmTime.Today(clock), complainant.Name, relation);
        return new NewCase
        {
            Text = Masked(text, body.Items("maskings"), people),
            People = people.All,
            Kind = body.Text("kind") ?? "",
            Channel = body.Text("channel") ?? "",
            UnitId = unit.Id,
            ArrivedAt = body.Moment("receivedAt") ?? StockholmTime.Now(clock),
            ReceivedBy = viewer.Id,
            Complainant = complainant,
            Relation = relation,
            Language = Language(person?.Text("language")),
            Form = body.Text("form") is { Length: > 0 } form ? FormNumber.Parse(form) : null,
            IsAnonymous = body.Flag("anonymous") ?? false,
            WantsReply = body.Flag("wantsReply") ?? true,
            ReadBack = body.Flag("readBack") ?? false,
            AskedInWriting = body.Flag("askedInWriting") ?? false,
            Files = FilesOf(body),
        };
    }

    private static List<NewFile> FilesOf(JsonBody body)
    {
        var files = (body.Items("attachments") ?? []).Select(f => new NewFile(Path.GetFileName(f.Text("filename") ?? ""), f.Bytes("content") ?? [])).ToList();
        if (files.Count > MostFiles) throw new RuleBroken("attachments-many", "Det är för många bilagor. Skicka högst 10.", "attachments");
        if (files.Any(f => f.Size > LargestFile)) throw new RuleBroken("attachment-large", "En bilaga är för stor. Varje fil får ha högst 20 MB.", "attachments");
        return files.Any(f => f.Name.Length == 0 || f.Size == 0)
            ? throw new RuleBroken("attachment-empty", "Varje bilaga ska ha filename och content, innehållet i base64.", "attachments") : files;
    }

    /// <summary>Without maskings those that Gåva finds; with them exactly those, in code points as <c>gava mask</c> writes them.</summary>
    private static Words Masked(string text, IReadOnlyList<JsonBody>? maskings, NamedPeople people)
    {
        if (text.Length > NewCase.LongestText) throw new RuleBroken("text-too-long", "Texten är för lång. Den får ha högst 20 000 tecken.", "text");
        return maskings is null ? people.Mask(text) : new Words(people.Mask(text, [.. maskings.Select(m => ReadMasking(text, m))]), text);
    }

    private static Finding ReadMasking(string text, JsonBody masking)
    {
        if (!PersonalDataTypes.TryParse(masking.Text("type") ?? "", out var type)) throw Broken();
        var (start, end) = (masking.Whole("start") ?? -1, masking.Whole("end") ?? -1);
        var length = Masking.ToCodePoint(text, text.Length);
        if (start < 0 || end <= start || end > length) throw Broken();
        var from = Masking.ToUtf16(text, start);
        return new Finding(from, Masking.ToUtf16(text, end) - from, type, "");

        static RuleBroken Broken() => new("masking-range", "maskings ska ha start, end och type som i gava mask, inom texten.", "maskings");
    }

    private static string Language(string? asked) => asked switch
    {
        null or "" => "sv",
        { Length: <= 12 } when asked.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') => asked,
        _ => throw new RuleBroken("type-wrong", "complainant.language ska vara en språkkod, till exempel sv eller fi.", "complainant.language"),
    };

    private static async Task<IResult> ListAsync(HttpContext context, CaseSearch search, OrganisationBook book)
    {
        var viewer = await WhoAsync(context);
        var query = context.Request.Query;
        var limit = Number(query, "limit", 50, 1, MostAtATime);
        var skip = Number(query, "cursor", 0, 0, 100_000);
        var page = await search.FindAsync(viewer, new CaseQuestion
        {
            Words = query["q"],
            UnitSlug = query["unit"],
            Status = query["status"],
            Kind = query["kind"],
            Category = query["category"],
            ReceivedFrom = Day(query, "receivedFrom"),
            ReceivedTo = Day(query, "receivedTo"),
            DueBefore = Day(query, "dueBefore"),
            Order = Order(query["sort"].ToString()),
            Skip = skip,
            Take = limit,
        }, context.RequestAborted);
        var organisation = await book.NowAsync();
        return Results.Json(new ListJson<CaseRowJson>([.. page.Rows.Select(r => CaseRowJson.Of(r, organisation))],
            page.HasMore ? (skip + limit).ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<IResult> ReadAsync(string reference, HttpContext context, CaseReading reading, VaultDesk vault, OrganisationBook book, TimeProvider clock)
    {
        var viewer = await WhoAsync(context);
        var known = Known(reference);
        if (!context.Request.Query["include"].ToString().Split(',').Contains("complainant")) return await AnswerAsync(context, viewer, known, reading, book, clock);
        var opened = await vault.OpenAsync(viewer, known, context.Request.Query["reason"] is { Count: > 0 } reason ? reason.ToString() : "contact", "API");
        var person = opened.Complainant;
        var view = await reading.OpenAsync(viewer, known);
        context.Response.Headers.ETag = Tag(view.Case);
        return Results.Json(CaseJson.Of(view, await book.NowAsync(), StockholmTime.Now(clock)) with
        {
            Complainant = new(person.Name, person.Email, person.Phone, person.Address, person.Protected),
            Original = opened.Text,
        });
    }

    private static async Task<IResult> FilesAsync(string reference, HttpContext context, CaseReading reading)
    {
        var viewer = await WhoAsync(context);
        var view = await reading.OpenAsync(viewer, Known(reference), context.RequestAborted);
        return Results.Json(new ListJson<AttachmentJson>([.. (await reading.FilesAsync(viewer, view.Case, context.RequestAborted)).Select(a => new AttachmentJson(a.Number, a.MediaType, a.Size, a.SecrecyProvision))], null));
    }

    private static async Task<IResult> FileAsync(string reference, int number, HttpContext context, VaultDesk vault)
    {
        var (content, mediaType) = await vault.OpenAttachmentAsync(await WhoAsync(context), Known(reference), number);
        context.Response.ContentLength = content.Length;
        return Results.File(content, "application/octet-stream", $"bilaga-{reference}-{number}{FileKinds.EndingOf(mediaType)}");
    }

    private static async Task<IResult> LetterAsync(string reference, int number, HttpContext context, LetterDesk letters) =>
        Results.File(await letters.PrintAsync(await WhoAsync(context), Known(reference), number), "application/pdf", $"brev-{reference}-{number}.pdf");

    private static async Task<IResult> GiveCodeAsync(string reference, HttpContext context, CaseDesk desk, CaseReading reading, FollowUpCodes codes, OrganisationBook book, TimeProvider clock)
    {
        var viewer = await WhoAsync(context);
        var known = Known(reference);
        var body = await JsonBody.ReadAsync(context.Request);
        var seen = await SeenAsync(context, viewer, codes, body);
        var code = await desk.GiveCodeAsync(viewer, known, seen, body.Choice<CodeWay>("way"), seen.Request?.Id ?? Guid.CreateVersion7());
        var view = await reading.OpenAsync(viewer, known, context.RequestAborted);
        context.Response.Headers.ETag = Tag(view.Case);
        return Results.Json(CaseJson.Of(view, await book.NowAsync(), StockholmTime.Now(clock), code));
    }

    private static async Task<IResult> CodeLetterAsync(string reference, HttpContext context, LetterDesk letters, CaseReading reading, PublicAddress address, TimeProvider clock)
    {
        var viewer = await WhoAsync(context);
        var view = await reading.OpenAsync(viewer, Known(reference), context.RequestAborted);
        var code = (await JsonBody.ReadAsync(context.Request)).Text("code") ?? "";
        var pdf = await letters.PrintCodeAsync(viewer, view.Case.Reference, code, Text.CodeWords.In(view.Case.Language, view.Case.Reference, code, address.Url, StockholmTime.Today(clock)));
        return Results.File(pdf, "application/pdf", $"kod-{reference}.pdf");
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Viewer viewer, CaseReference reference, CaseReading reading, OrganisationBook book, TimeProvider clock)
    {
        var view = await reading.OpenAsync(viewer, reference, context.RequestAborted);
        context.Response.Headers.ETag = Tag(view.Case);
        return Results.Json(CaseJson.Of(view, await book.NowAsync(), StockholmTime.Now(clock)));
    }

    /// <summary>The case as it is now; nothing when whoever acted sees it no more, as after saying no to it.</summary>
    private static async Task<IResult> AnswerAfterAsync(HttpContext context, Viewer viewer, CaseReference reference, CaseReading reading, OrganisationBook book, TimeProvider clock)
    {
        try
        {
            return await AnswerAsync(context, viewer, reference, reading, book, clock);
        }
        catch (NotFound)
        {
            return Results.NoContent();
        }
    }

    private static string Tag(Case @case) => $"\"{@case.LastEventNumber}\"";

    /// <summary>What the caller had seen (<c>If-Match</c>), and which request this is (<c>Idempotency-Key</c>).</summary>
    private static async Task<Seen> SeenAsync(HttpContext context, Viewer viewer, FollowUpCodes codes, JsonBody body)
    {
        var match = context.Request.Headers.IfMatch.ToString().Trim('"', ' ');
        int? version = match.Length == 0 || match == "*" ? null : int.TryParse(match, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return new(version, await RequestAsync(context, viewer, codes, body));
    }

    private static CaseOrder? Order(string sort) => sort switch
    {
        "" => null,
        "due" => CaseOrder.Due,
        "received" => CaseOrder.Received,
        "reference" => CaseOrder.Reference,
        _ => throw new RuleBroken("query-wrong", "sort ska vara due, received eller reference.", "sort"),
    };

    private static string Camel(string name) => string.Concat(name.Split('-').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..])) + "Case";
}
