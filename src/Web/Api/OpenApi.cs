using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Gava.Web.Api;

/// <summary>The description at <c>/openapi/v1.json</c>: every operation with its errors and an example.</summary>
public static class OpenApiDescription
{
    public static void AddGavaOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Gåva",
                Version = "v1",
                Description = "Synpunkter, klagomål och beröm till en kommun. Fel är problem details (RFC 9457) på svenska eller engelska efter Accept-Language.",
                License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "En API-nyckel." };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationExample>().FirstOrDefault() is not { } example) return Task.CompletedTask;
            if (example.Body is not null)
            {
                operation.RequestBody = new OpenApiRequestBody
                {
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object }, Example = JsonNode.Parse(example.Body) },
                    },
                };
            }

            return Task.CompletedTask;
        });
    });

    /// <summary>What the description says of an operation.</summary>
    internal static void Tell(this RouteHandlerBuilder route, string name, string what, Type answer, int status = 200, string? example = null, string media = "application/json")
    {
        route.WithName(name).WithSummary(what).WithMetadata(new OperationExample(example));
        route.Produces(status, answer, media);
        foreach (var fault in new[] { 400, 401, 404, 412, 422, 503 }) route.ProducesProblem(fault);
    }

    private sealed record OperationExample(string? Body);
}

/// <summary>Bodies that work as they stand in the demo.</summary>
internal static class Examples
{
    public const string NewCase = """
        {"text":"Personalen kom för sent fyra gånger.","kind":"complaint","channel":"phone","unit":"socialpsykiatri","receivedAt":"2026-04-24T14:10:00+02:00","complainant":{"name":"Elsa Exempel","phone":"070-174 06 05"},"wantsReply":true}
        """;

    public const string HandOver = """{"unit":"traffpunkten","told":"phone","text":"Det gäller träffpunkten."}""";
    public const string Why = """{"why":"Det gäller en annan enhet."}""";
    public const string Contact = """{"reached":true,"way":"phone","text":"Vi gick igenom vad som hänt."}""";
    public const string Feedback = """{"text":"Vi har börjat utreda det som hänt.","about":"investigation","way":"phone"}""";
    public const string Measure = """{"text":"Nytt schema från och med måndag.","prevents":true}""";
    public const string Delay = """{"reason":"Vi behöver tala med en medarbetare som är borta till måndag.","way":"letter","newDay":"2026-05-15"}""";
    public const string Reply = """{"text":"Tack för att du hörde av dig. Jag beklagar att det blev fel.","way":"letter"}""";
    public const string Close = """{"text":"Klart."}""";
    public const string Way = """{"way":"letter"}""";
    public const string GiveCode = """{"way":"readOut"}""";
    public const string CodeLetter = """{"code":"7KQ4-0000-0000-0000-0000-0000"}""";
    public const string Escalate = """{"why":"Jag kan inte svara på det här.","told":"phone"}""";
    public const string Consult = """{"person":"amal","text":"Vad hände den dagen?"}""";
    public const string Draft = """{"text":"Tack för att du berättade. Jag beklagar att det blev fel."}""";
    public const string Ask = """{"text":"Vilken dag hände det?","way":"phone"}""";
    public const string Solve = """{"text":"Bytte tid på en gång.","satisfied":true}""";
    public const string Refer = """{"to":"Kundtjänst","text":"Du behöver inte skriva en gång till.","way":"phone"}""";
    public const string Join = """{"with":"2026-000001","why":"Samma händelse."}""";
    public const string Categorise = """{"tree":"kvalitetsindikator","categories":["bemotande"]}""";
    public const string WhereToTurn = """{"text":"IVO, patientnämnden"}""";
    public const string Part = """{"unit":"traffpunkten","person":"","text":"Matens temperatur"}""";
    public const string Point = """{"number":1}""";
    public const string Judgement = """{"number":1,"outcome":"justified","cause":"Vagnen som håller maten varm är trasig.","remedy":"Personen får maten först på rundan."}""";
    public const string FinishPart = """{"number":1,"text":"Klart."}""";
    public const string Secrecy = """{"provision":"OSL 26 kap. 1 §","why":"Gäller en enskilds personliga förhållanden."}""";
    public const string Regime = """{"regime":"healthCare","why":"Det gäller hemsjukvården."}""";
    public const string Kind = """{"kind":"complaint","why":"Det är ett missnöje."}""";
    public const string Version = """{"version":2,"why":"De nya tiderna är bättre för personen."}""";
    public const string Callback = """{"dueAt":"2030-01-02T10:00","text":"När schemat är klart."}""";
    public const string Diary = """{"publicSubject":"Klagomål på verksamheten","publicParty":"Enskild"}""";
    public const string Exempt = """{"why":"Uppenbart av liten betydelse."}""";
    public const string NewUnit = """{"parent":"aldreomsorg","name":"Hemtjänst Öster","kind":"unit","phone":"08-555 100 20"}""";
    public const string ChangedUnit = """{"name":"Hemtjänst Norra","parent":"aldreomsorg"}""";
    public const string EndUnit = """{"to":"traffpunkten"}""";
    public const string NewPerson = """{"userName":"anna.berg","name":"Anna Berg","title":"Undersköterska","email":"anna.berg@almvik.example","unit":"hemtjanst-norr","role":"employee"}""";
    public const string ChangedPerson = """{"title":"Samordnare"}""";
    public const string NewRole = """{"unit":"hemtjanst-norr","role":"coordinator","from":"2030-01-01"}""";
    public const string EndRole = """{"until":"2030-12-31","toManager":true}""";
    public const string StandIn = """{"standsInFor":"maria","from":"2030-07-01","until":"2030-07-31"}""";
    public const string EndPerson = """{"to":"maria"}""";
    public const string ClosedDay = """{"day":"2030-05-31","name":"klämdag"}""";
    public const string Recipient = """{"name":"Konsumentverket","whatFor":"Råd om köp och avtal.","phone":"0771-42 33 00","web":"https://www.konsumentverket.se","position":80}""";
    public const string ChangedRecipient = """{"phone":"0771-42 33 00"}""";
    public const string Template = """{"use":"reply","kind":"complaint","language":"sv","subject":"Svar på ditt klagomål {reference}","text":"Hej!\n\nTack för att du hörde av dig. Jag beklagar att det blev fel."}""";
    public const string ChangedTemplate = """{"subject":"Vårt svar i ärende {reference}"}""";
    public const string Disposal = """{"routine":"nacka-kommun","part":"vault"}""";
    public const string Unmask = """{"words":["Storbacka"],"why":"Det är en plats."}""";
    public const string Mask = """{"words":["Anna Ek"]}""";
    public const string Corrections = """{"phone":"070-174 06 99","address":"Storgatan 2\n123 45 Almvik"}""";
    public const string NamedReader = """{"person":"maria"}""";
    public const string Emergency = """{"why":"Hon säger att hon inte orkar leva, och samtalet bröts."}""";
    public const string Caller = """{"said":"070-174 06 05","reason":"calls"}""";
    public const string ExtractSearch = """{"said":["070-174 06 05","2026-000123"]}""";
    public const string Extract = """{"cases":["2026-000123"],"identity":"idCard"}""";
    public const string StaffExtract = """{"person":"maria"}""";
    public const string DisclosureRequest = """{"receivedAt":"2026-04-24T09:00:00+02:00","channel":"email","wanted":"Alla klagomål om nattpersonalen i april."}""";
    public const string Picked = """{"case":"2026-000123","documents":["text","line:6"]}""";
    public const string Review = """{"masks":[{"start":0,"length":14,"ground":"26-1"}],"words":[{"words":"Storgatan","ground":"26-1"}]}""";
    public const string Decision = """{"outcome":"masked","reason":"Det dolda gäller en enskilds personliga förhållanden i socialtjänsten."}""";
    public const string Theme = """{"title":"Kall mat från köket","cases":["2026-000123","2026-000130"],"investigator":"maria"}""";
    public const string ThemeCases = """{"cases":["2026-000131"]}""";
    public const string ThemeFinding = """{"finding":"Vagnen som håller maten varm är trasig. En ny kommer i maj."}""";
    public const string Verdict = """{"inOrder":true}""";
    public const string Routine = """{"source":"{ \"name\": \"social\", \"version\": 2 }"}""";
    public const string DutiesRead = """{"version":1}""";
    public const string Done = """{"routine":"socialpsykiatri","code":"genomgang","unit":"socialpsykiatri","period":"2026-11"}""";
    public const string Counted = """{"unit":"socialpsykiatri","kind":"view","channel":"visit","day":"2026-04-24"}""";
    public const string Printing = """{"unit":"socialpsykiatri","language":"en","copies":20}""";
    public const string Sheets = """{"units":["socialpsykiatri","traffpunkten"],"languages":["sv","en"],"kinds":["form","poster"]}""";
    public const string Note = """{"text":"Har bett om schemat."}""";
}
