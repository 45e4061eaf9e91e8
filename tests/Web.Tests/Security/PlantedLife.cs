using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Intake;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Security;

/// <summary>What happens in a municipality, with something planted in all of it: every door, every verb of the pages and of the API, the refused and the hostile.</summary>
internal sealed class PlantedLife(Work work, PlantedValues planted, string maildir)
{
    /// <summary>The flow of words that the finder does not find.</summary>
    public const string ToHide = "words hidden by hand";

    private const string Routine = "nacka-socialpsykiatri";

    /// <summary>Fields of words whose original the vault does not keep: reasons of readings, names of organisations, what is asked for.</summary>
    private static readonly string[] MaskedOnly = ["more", "to", "emergency", "uppgifter"];

    /// <summary>Fields that hold a code, a number or a day, though they may be typed.</summary>
    private static readonly string[] Codes = ["Input.DueAt", "Input.With", "Input.Provision", "Input.PublicSubject", "Input.PublicParty", "Input.AlsoMask", "Input.HappenedAt", "Input.NewDay"];

    private static readonly string[] Prose = ["text", "why", "reason", "noMeasureBecause", "because", "to", "whereToTurn"];

    /// <summary>States and people of verbs that the matrix only sees refused.</summary>
    private static readonly Dictionary<string, (string State, string Who)> More = new()
    {
        ["comment"] = ("consulted", "johan"),
        ["finish-part"] = ("divided", "amal"),
        ["lift-hold"] = ("held", "amal"),
        ["synpunkter"] = ("consulted", "johan"),
    };

    private readonly List<PlantedValue> kept = [];
    private readonly List<string> references = [];
    private Dictionary<string, string>? complainant;
    private int rotation;

    /// <summary>What was taken in, and so must be in the vault.</summary>
    public IReadOnlyList<PlantedValue> Kept => kept;

    /// <summary>The addresses that mail may go to.</summary>
    public HashSet<string> Addresses { get; } = [];

    public int Refused { get; private set; }

    public async Task LiveAsync()
    {
        await RegisterAsync();
        foreach (var route in Verbs("POST /arenden/{reference}")) await ByPageAsync(route);
        var operations = await (await work.KeyOf("amal")).GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        foreach (var route in Verbs("POST /api/v1/cases/{reference}")) await ByApiAsync(route, ExampleOf(operations, route));
        await CorrectAsync();
        await DiaryAsync();
        await CitizenAsync();
        await HideAsync();
        await HandOutAsync();
        await LookAsync();
        await ReadAsync();
        await BreakAsync();
        await work.App.SendMailAsync();
    }

    /// <summary>The board has decided, time has passed, and the registrar carries it out.</summary>
    public async Task DisposeOfAsync()
    {
        var desk = work.App.Services.GetRequiredService<RoutineDesk>();
        var source = (await desk.SourceAsync(Routine, 1)).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)
            .Replace("\"part\": \"vault\",", "\"part\": \"vault\", \"decision\": \"SN § 12/2027\",", StringComparison.Ordinal);
        Assert.Empty((await desk.PublishAsync(null, source)).Faults);
        work.App.Clock.MoveTo("2036-05-04 09:00");
        var book = work.App.Services.GetRequiredService<OrganisationBook>();
        var rut = await book.ViewerAsync((await book.NowAsync()).Person("rut")!.Id);
        Assert.True(await work.App.Services.GetRequiredService<DisposalDesk>().CarryOutAsync(rut, Routine, "vault") > 3);
        await work.App.SendMailAsync();
    }

    private static IEnumerable<string> Verbs(string start) => RightsMatrixTests.Rows.Keys.Where(r => r.StartsWith(start + "/", StringComparison.Ordinal));

    private static string VerbOf(string route) => route.Split("{reference}/")[1].Split('/')[0];

    /// <summary>The body that the API itself gives as an example; empty where it needs none.</summary>
    private static string ExampleOf(JsonElement operations, string route) =>
        operations.GetProperty("paths").TryGetProperty(route.Split(' ')[1], out var address) && address.GetProperty("post").TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText() : "";

    /// <summary>The first one for whom the matrix says that it happens; null when it is refused to all.</summary>
    private static string? WhoMay(string route) =>
        More.TryGetValue(VerbOf(route), out var more) ? more.Who : RightsMatrixTests.People.Zip(RightsMatrixTests.Rows[route]).FirstOrDefault(p => p.Second is "done" or "200" && p.First is not ("nobody" or "key")).First;

    private static string? StateOf(string route) => More.TryGetValue(VerbOf(route), out var more) ? more.State : RightsMatrixTests.States.GetValueOrDefault(VerbOf(route));

    /// <summary>By each of the doors, twice by those that can be knocked on twice.</summary>
    private async Task RegisterAsync()
    {
        complainant = new()
        {
            ["name"] = planted.One(PersonalDataType.Person, "the complainant's name"),
            ["phone"] = planted.One(PersonalDataType.Phone, "the complainant's phone"),
            ["email"] = planted.One(PersonalDataType.Email, "the complainant's e-mail"),
            ["address"] = planted.One(PersonalDataType.Address, "the complainant's address"),
        };
        kept.AddRange(planted.All);
        Addresses.Add(complainant["email"]);
        await CaseAsync(null, withFile: true);

        // The same request twice is one case; another under its name is refused.
        var amal = await work.KeyOf("amal");
        var body = JsonSerializer.Serialize(new { text = planted.In("registering by the API, sent twice"), kind = "complaint", channel = "phone", unit = "socialpsykiatri" });
        var other = JsonSerializer.Serialize(new { text = planted.In("another request under the same name"), kind = "complaint", channel = "phone", unit = "socialpsykiatri" });
        var key = planted.One(PersonalDataType.Email, "the name of a request");
        foreach (var (sent, status) in new[] { (body, 201), (body, 201), (other, 422) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = new StringContent(sent, Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", key);
            Assert.Equal(status, (int)(await amal.SendAsync(request)).StatusCode);
        }

        await ByStaffPageAsync();
        await AtTheDoorAsync();
        await ByMailAsync();
    }

    private async Task ByStaffPageAsync()
    {
        var mark = planted.All.Count;
        var amal = await work.As("amal");
        var email = planted.One(PersonalDataType.Email, "registering on the page: e-mail");
        Addresses.Add(email);
        (string, string?)[] answers = [("Input.Text", planted.In("registering on the page")), ("Input.Name", planted.One(PersonalDataType.Person, "registering on the page: name")),
            ("Input.Phone", planted.One(PersonalDataType.Phone, "registering on the page: phone")), ("Input.Email", email),
            ("Input.Address", planted.One(PersonalDataType.Address, "registering on the page: address")), ("Input.Reply", "email")];
        var review = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(answers);
        using var content = new MultipartFormDataContent();
        foreach (var name in review.Document.QuerySelectorAll("main form [name]").Select(e => e.GetAttribute("name")!).Distinct().Where(n => n is not ("mask" or "files" or "Input.Anonymous" or "Input.Protected")))
        {
            if (review.Value(name) is { } value) content.Add(new StringContent(value), name);
        }

        foreach (var mask in review.Document.QuerySelectorAll("input[name=mask]")) content.Add(new StringContent(mask.GetAttribute("value")!), "mask");
        // Larger than what a server holds in memory of a form by itself.
        content.Add(File(planted.In("the content of a large file on the page") + new string('.', 300_000)), "files", $"{planted.One(PersonalDataType.Person, "the name of a file on the page")}.txt");
        var registered = await amal.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/arenden/nytt") { Content = content });
        Assert.StartsWith("/arenden/2026-", registered.Path, StringComparison.Ordinal);
        references.Add(registered.Path.Split('/')[^1]);
        kept.AddRange(planted.All.Skip(mark));
    }

    private async Task AtTheDoorAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            var mark = planted.All.Count;
            using var citizen = work.App.Anonymous();
            var email = planted.One(PersonalDataType.Email, "the public door: e-mail");
            Addresses.Add(email);
            using var content = new MultipartFormDataContent
            {
                { new StringContent(planted.In("the public door")), "text" }, { new StringContent("socialpsykiatri"), "unit" }, { new StringContent(email), "email" },
                { new StringContent(planted.One(PersonalDataType.Person, "the public door: name")), "name" }, { new StringContent(planted.One(PersonalDataType.Phone, "the public door: phone")), "phone" },
                { new StringContent(planted.One(PersonalDataType.Address, "the public door: address")), "address" },
            };
            content.Add(File(planted.In("the content of a file at the public door") + new string('.', 200_000)), "files", $"{planted.One(PersonalDataType.Person, "the name of a file at the public door")}.txt");
            var receipt = await citizen.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/lamna") { Content = content });
            Assert.Equal(200, receipt.Status);
            kept.AddRange(planted.All.Skip(mark));
        }
    }

    private async Task ByMailAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            var mark = planted.All.Count;
            var from = planted.One(PersonalDataType.Email, "a mail: whose it is");
            Addresses.Add(from);
            var file = planted.One(PersonalDataType.Person, "a mail: the name of a file");
            var raw = $"From: \"{Encoded(planted.One(PersonalDataType.Person, "a mail: who wrote"))}\" <{from}>\r\nTo: gava@kommun.example\r\nSubject: {Encoded(planted.Within(PersonalDataType.Person, "a mail: its subject"))}\r\n"
                + $"Date: Fri, 24 Apr 2026 09:00:00 +0200\r\nMessage-ID: <{i}.planted@exempel.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + $"Content-Transfer-Encoding: 8bit\r\n\r\n{planted.In("a mail")}\r\n--x\r\nContent-Type: text/plain; charset=utf-8; name=\"{Encoded(file)}.txt\"\r\nContent-Disposition: attachment; filename=\"{Encoded(file)}.txt\"\r\n"
                + $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(planted.In("a mail: the content of a file")))}\r\n--x--\r\n";
            await System.IO.File.WriteAllTextAsync(Path.Combine(maildir, "new", $"{i}.eml"), raw);
            kept.AddRange(planted.All.Skip(mark));
        }

        // A name that somebody gave a file in the Maildir, and a mail that cannot be read.
        await System.IO.File.WriteAllTextAsync(Path.Combine(maildir, "new", planted.One(PersonalDataType.Handle, "the name of a file in the Maildir")), $"{planted.In("a mail that is none")}");
        Assert.True(await work.App.Services.GetRequiredService<MailFolder>().EmptyAsync() >= 3);

        static string Encoded(string words) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(words))}?=";
    }

    private static ByteArrayContent File(string content) => new(Encoding.UTF8.GetBytes(content));

    /// <summary>A case of Amal's with a text of its own, in the state that a verb needs.</summary>
    private async Task<string> CaseAsync(string? state, bool withFile = false)
    {
        var mark = planted.All.Count;
        var body = new JsonObject
        {
            ["text"] = planted.In("registering by the API"),
            ["kind"] = "complaint",
            ["channel"] = "phone",
            ["unit"] = "socialpsykiatri",
            ["complainant"] = state == "protected" ? new JsonObject { ["name"] = complainant!["name"], ["protected"] = true } : JsonSerializer.SerializeToNode(complainant),
        };
        if (withFile || state == "with a file")
        {
            body["attachments"] = new JsonArray(new JsonObject
            {
                ["filename"] = $"{planted.One(PersonalDataType.Person, "the name of a file by the API")}.txt",
                ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(planted.In("the content of a file by the API"))),
            });
        }

        var answer = await (await work.KeyOf("amal")).PostAsync("/api/v1/cases", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var reference = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
        kept.AddRange(planted.All.Skip(mark));
        references.Add(reference);
        if (state is "answered" or "closed") await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        if (state == "closed") await work.Do("amal", reference, "close", new { text = "Klart.", noMeasureBecause = "Ett missförstånd." });
        if (state == "offered") await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone", text = "Det gäller er." });
        if (state == "divided") await work.Do("amal", reference, "part", new { unit = "traffpunkten", person = "karin", text = "Dörren." });
        if (state == "consulted") await work.Do("amal", reference, "consult", new { person = "johan" });
        if (state == "promised") await work.Do("amal", reference, "callback", new { dueAt = "2026-04-28T10:00" });
        if (state == "held") await work.Do("amal", reference, "hold", new { why = "Någon har begärt ut det." });
        return reference;
    }

    /// <summary>A verb by its form, with something planted in every field of words.</summary>
    private async Task ByPageAsync(string route)
    {
        if (WhoMay(route) is not { } who || VerbOf(route) is "brev" or "dolj") return;
        var reference = await CaseAsync(StateOf(route));
        var address = Address(route, reference);
        var page = await (await work.As(who)).GetAsync(address);
        if (page.Status != 200 || page.Document.QuerySelector("main form[method=post]") is not { } form) return;
        var (mark, answers) = (planted.All.Count, RightsMatrixTests.Answers.Select(a => (a.Item1, (string?)a.Item2)).ToList());
        foreach (var field in form.QuerySelectorAll("textarea[name], input[type=text][name], input:not([type])[name]").Where(f => !Codes.Contains(f.GetAttribute("name"))))
        {
            var name = field.GetAttribute("name")!;
            var flow = $"{address.Replace(reference, "…", StringComparison.Ordinal)}: {name}";
            answers.Add((name, field.LocalName == "textarea" ? planted.In(flow) : planted.Within(Next(), flow)));
        }

        if (planted.All.Count == mark) return;
        var done = await page.SubmitAsync([.. answers]);
        Assert.True(done.Status == 200 && done.Errors.Count == 0, $"{address}: {done.Status} {string.Join(' ', done.Errors)}");
        Keep(mark);
    }

    private async Task ByApiAsync(string route, string example)
    {
        if (WhoMay(route) is not { } who || VerbOf(route) is "mask" or "unmask" or "letters" or "assign-diary-number" or "exempt-from-diary" or "close-diary") return;
        var reference = await CaseAsync(StateOf(route));
        var body = JsonNode.Parse(RightsMatrixTests.BodyOf(route.Split(' ')[1]))!.AsObject();
        var mark = planted.All.Count;
        foreach (var name in Prose.Where(n => example.Contains($"\"{n}\"", StringComparison.Ordinal) || (VerbOf(route) == "reply" && n is "because" or "whereToTurn")))
        {
            body[name] = name == "to" ? planted.Within(Next(), $"{route}: to") : planted.In($"{route}: {name}");
        }

        if (planted.All.Count == mark) return;
        var answer = await (await work.KeyOf(who)).PostAsync(Address(route, reference), Json(body));
        Assert.True(answer.IsSuccessStatusCode, $"{route} as {who}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Keep(mark);
    }

    private void Keep(int mark) => kept.AddRange(planted.All.Skip(mark).Where(v => !Array.Exists(MaskedOnly, m => v.Flow.ToLowerInvariant().Contains(m, StringComparison.Ordinal))));

    /// <summary>The types in turn, but for phones: there are not so many that nobody has.</summary>
    private PersonalDataType Next()
    {
        PersonalDataType[] types = [.. Enum.GetValues<PersonalDataType>().Where(t => t != PersonalDataType.Phone)];
        return types[rotation++ % types.Length];
    }

    private static string Address(string route, string reference) => route.Split(' ')[1].Replace("{reference}", reference, StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal);

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>Details that are put right, on the page and by the API; what they were before is planted too.</summary>
    private async Task CorrectAsync()
    {
        var reference = await CaseAsync(null);
        var mark = planted.All.Count;
        var opened = await (await (await work.As("amal")).GetAsync($"/arenden/{reference}/ratta-uppgifter")).SubmitAsync(("open", "true"));
        var done = await opened.SubmitAsync(("Input.Name", planted.One(PersonalDataType.Person, "details put right on the page")), ("Input.Phone", planted.One(PersonalDataType.Phone, "details put right on the page")),
            ("Input.Email", planted.One(PersonalDataType.Email, "details put right on the page")), ("Input.Address", planted.One(PersonalDataType.Address, "details put right on the page")));
        Assert.Empty(done.Errors);
        await work.Do("amal", reference, "correct-details", new
        {
            name = planted.One(PersonalDataType.Person, "details put right by the API"),
            phone = planted.One(PersonalDataType.Phone, "details put right by the API"),
            email = planted.One(PersonalDataType.Email, "details put right by the API"),
            address = planted.One(PersonalDataType.Address, "details put right by the API"),
        });
        Addresses.UnionWith(planted.All.Skip(mark).Where(v => v.Type == PersonalDataType.Email).Select(v => v.Text));
        kept.AddRange(planted.All.Skip(mark));
    }

    /// <summary>The registrar's: what is exempt and why, what closes the row; and a subject for the public that nobody may write.</summary>
    private async Task DiaryAsync()
    {
        await DiaryRoutine.ShipAsync(work.App.Services);
        var rut = await work.KeyOf("rut");
        foreach (var verb in new[] { "exempt-from-diary", "close-diary", "assign-diary-number" })
        {
            var mark = planted.All.Count;
            var made = await rut.PostAsJsonAsync("/api/v1/cases", new { text = planted.In("a case for the diary"), kind = "complaint", channel = "phone", unit = "dagverksamheten-solsidan" });
            var reference = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
            if (verb == "close-diary") await work.Do("rut", reference, "assign-diary-number", new { publicSubject = DiaryRoutine.Subject });
            var done = await rut.PostAsJsonAsync($"/api/v1/cases/{reference}/{verb}", new { why = planted.In($"diary {verb}: why"), text = planted.In($"diary {verb}: text"), publicSubject = planted.Within(PersonalDataType.Person, "diary: a subject for the public") });
            Assert.Equal(verb == "assign-diary-number" ? 400 : 200, (int)done.StatusCode);
            kept.AddRange(planted.All.Skip(mark).Where(v => v.Flow == "a case for the diary"));
        }
    }

    /// <summary>The person follows by the code: writes, rates, asks for another's view.</summary>
    private async Task CitizenAsync()
    {
        var mark = planted.All.Count;
        using var citizen = work.App.Anonymous();
        var receipt = await (await citizen.GetAsync("/lamna?enhet=socialpsykiatri")).SubmitAsync(("text", planted.In("the public door, followed")), ("anonymous", "true"));
        var code = receipt.Document.QuerySelector("[data-code]")!.GetAttribute("data-code")!;
        var reference = receipt.Document.QuerySelector("[data-ref]")?.GetAttribute("data-ref") ?? System.Text.RegularExpressions.Regex.Match(receipt.Text, @"2026-\d{6}").Value;
        references.Add(reference);
        using var content = new MultipartFormDataContent { { new StringContent(code), "code" }, { new StringContent("message"), "act" }, { new StringContent(planted.In("a message by the code")), "text" } };
        content.Add(File(planted.In("the content of a file by the code") + new string('.', 100_000)), "files", $"{planted.One(PersonalDataType.Person, "the name of a file by the code")}.txt");
        Assert.Equal(200, (await citizen.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/folj") { Content = content })).Status);
        await work.Do("maria", reference, "take", new { });
        foreach (var (verb, body) in new (string, object)[]
        {
            ("ask", new { text = planted.In("a question by the code"), way = "web" }), ("feedback", new { text = planted.In("word by the code"), about = "investigation", way = "web" }),
            ("reply", new { text = planted.In("a reply by the code"), way = "web" }),
        })
        {
            await work.Do("maria", reference, verb, body);
        }

        foreach (var fields in new Dictionary<string, string>[]
        {
            new() { ["act"] = "rate", ["clearness"] = "4", ["simplicity"] = "5", ["manner"] = "1", ["text"] = planted.In("what somebody thought of it") },
            new() { ["act"] = "another", ["text"] = planted.In("why somebody is not satisfied") },
        })
        {
            using var form = new FormUrlEncodedContent(fields.Append(new("code", code)));
            Assert.Equal(200, (await citizen.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/folj") { Content = form })).Status);
        }

        kept.AddRange(planted.All.Skip(mark));
        // A name where the code should be.
        foreach (var type in new[] { PersonalDataType.Person, PersonalDataType.PersonNumber, PersonalDataType.Email })
        {
            using var wrong = new FormUrlEncodedContent([new("code", planted.One(type, "what is no code"))]);
            Assert.Equal(404, (await citizen.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/folj") { Content = wrong })).Status);
            Refused++;
        }
    }

    /// <summary>What the finder did not find is hidden by hand, in the text and in what was written since; and is gone.</summary>
    private async Task HideAsync()
    {
        foreach (var byPage in new[] { true, false })
        {
            string[] odd = [.. Enumerable.Range(0, 6).Select(_ => planted.Missed(ToHide))];
            var reference = await CaseAsync(null);
            var text = $"Det stod {string.Join(" och ", odd)} där.";
            await work.Do("amal", reference, "note", new { text });
            await work.Do("amal", reference, "contact", new { text, way = "phone", reached = true });
            if (byPage) Assert.Empty((await (await (await work.As("amal")).GetAsync($"/arenden/{reference}/dolj")).SubmitAsync(("Input.AlsoMask", string.Join(", ", odd)))).Errors);
            else await work.Do("amal", reference, "mask", new { words = odd });
            kept.AddRange(planted.All.Where(v => odd.Contains(v.Text)));
        }
    }

    /// <summary>An extract to the person, a copy to anybody, an opening in an emergency.</summary>
    private async Task HandOutAsync()
    {
        var reference = await CaseAsync("answered");
        var kerstin = await work.KeyOf("kerstin");
        var id = (await (await kerstin.PostAsJsonAsync("/api/v1/disclosures", new { channel = "email", wanted = planted.In("what is asked for") })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetRawText();
        await Ok(kerstin.PostAsJsonAsync($"/api/v1/disclosures/{id}/documents", new Dictionary<string, object> { ["case"] = reference, ["documents"] = new[] { "text" } }));
        var opened = await (await kerstin.PostAsync($"/api/v1/disclosures/{id}/documents/1/opening", null)).Content.ReadFromJsonAsync<JsonElement>();
        await Ok(kerstin.PostAsync($"/api/v1/disclosures/{id}/documents/1/review", Json(new JsonObject
        {
            ["masks"] = new JsonArray([.. opened.GetProperty("findings").EnumerateArray().Select(f => (JsonNode)new JsonObject { ["start"] = f.GetProperty("start").GetInt32(), ["length"] = f.GetProperty("length").GetInt32(), ["ground"] = "26-1" })]),
        })));
        await Ok(kerstin.PostAsJsonAsync($"/api/v1/disclosures/{id}/decision", new { outcome = "masked", reason = planted.In("why something is masked") }));
        Copy = await (await Ok(kerstin.PostAsync($"/api/v1/disclosures/{id}/copy", null))).Content.ReadAsByteArrayAsync();
        var page = await (await (await work.As("kerstin")).GetAsync("/utlamnande/ny")).SubmitAsync(("Input.Wanted", planted.In("what is asked for on the page")), ("Input.Channel", "email"), ("Input.ReceivedAt", "2026-04-24T09:00"));
        Assert.True(page.Status == 200 && page.Errors.Count == 0, string.Join(' ', page.Errors));

        var rut = await work.KeyOf("rut");
        foreach (var said in complainant!.Values) await Ok(rut.PostAsJsonAsync("/api/v1/extract-searches", new { said = new[] { said } }));
        await Ok(rut.PostAsJsonAsync("/api/v1/extracts", new { cases = new[] { reference }, identity = "idCard" }));
        var emergency = await (await (await work.As("johan")).GetAsync("/nodoppna")).SubmitAsync(("Input.Reference", reference), ("Input.Why", planted.In("the reason of an emergency")));
        Assert.Equal(200, emergency.Status);
        await Ok((await work.KeyOf("maria")).GetAsync(new Uri($"/api/v1/cases/{reference}?include=complainant&reason=contact", UriKind.Relative)));
    }

    /// <summary>The copy that was handed out, as a PDF.</summary>
    public byte[] Copy { get; private set; } = [];

    /// <summary>Somebody looks for what the register does not have, in the search and on the phone.</summary>
    private async Task LookAsync()
    {
        var maria = await work.KeyOf("maria");
        foreach (var value in kept.Where((_, i) => i % 15 == 0).ToList())
        {
            var found = await maria.GetFromJsonAsync<JsonElement>($"/api/v1/cases?status=all&q={Uri.EscapeDataString(value.Text)}");
            Assert.True(found.GetProperty("items").GetArrayLength() == 0, $"The search finds {value.Type} of {value.Flow}.");
        }

        var page = await work.As("maria");
        foreach (var said in complainant!.Values.Take(3).Concat([planted.One(PersonalDataType.Person, "somebody on the phone"), planted.One(PersonalDataType.Email, "somebody on the phone")]))
        {
            Assert.Equal(200, (await (await page.GetAsync("/hitta")).SubmitAsync(("Input.Said", said), ("Input.Reason", "calls"))).Status);
            await Ok(maria.PostAsJsonAsync("/api/v1/caller-searches", new { said, reason = "calls" }));
        }
    }

    /// <summary>Everybody reads all that there is to read of some of the cases, and every list.</summary>
    private async Task ReadAsync()
    {
        var pages = RightsMatrixTests.Rows.Where(r => r.Key.StartsWith("GET ", StringComparison.Ordinal)).ToList();
        foreach (var who in new[] { "amal", "johan", "kerstin", "rut" })
        {
            var (session, key) = (await work.As(who), await work.KeyOf(who));
            foreach (var (route, _) in pages.Where(p => !p.Key.Contains("{reference}", StringComparison.Ordinal) && !p.Key.Contains('{', StringComparison.Ordinal) && !p.Key.EndsWith("/logga-ut", StringComparison.Ordinal))) await GetAsync(route.Split(' ')[1]);
            foreach (var reference in references.Where((_, i) => i % 20 == 0))
            {
                foreach (var (route, _) in pages.Where(p => p.Key.Contains("{reference}", StringComparison.Ordinal))) await GetAsync(Address(route, reference));
            }

            async Task GetAsync(string address) => (await (address.StartsWith("/api/", StringComparison.Ordinal) ? key : session.Http).GetAsync(new Uri(address, UriKind.Relative))).Dispose();
        }
    }

    /// <summary>Every address with a value where something else should be: in the address, in what is asked of it, in every field, in the headers.</summary>
    private async Task BreakAsync()
    {
        var reference = await CaseAsync(null);
        var session = await work.As("amal");
        var key = await work.KeyOf("amal");
        var token = (await session.GetAsync("/logga-ut")).Value("__RequestVerificationToken")!;
        using var stranger = work.App.Anonymous();
        using var bare = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        foreach (var route in RightsMatrixTests.Rows.Keys)
        {
            var (method, template) = (route.Split(' ')[0], route.Split(' ')[1]);
            if (template is "/logga-ut" or "/logga-in") continue;
            var isApi = template.StartsWith("/api/", StringComparison.Ordinal);
            var flow = $"refused: {route}";
            Refused++;
            if (method == "GET")
            {
                var value = Uri.EscapeDataString(planted.One(Next(), flow));
                var address = System.Text.RegularExpressions.Regex.Replace(template, @"\{[^}]+\}", value);
                if (!isApi && address == template) address += "?" + string.Join('&', new[] { "q", "status", "unit", "kind", "till", "enhet", "case", "sort", "cursor", "limit", "from", "to", "sida", "include" }.Select(name => $"{name}={value}"));
                if (isApi) address += $"?q={value}&status={value}&kind={value}&unit={value}&receivedFrom={value}&case={value}";
                (await (isApi ? key : session.Http).GetAsync(new Uri(address, UriKind.Relative))).Dispose();
                continue;
            }

            var said = planted.Within(Next(), flow);
            using var request = new HttpRequestMessage(new HttpMethod(method), System.Text.RegularExpressions.Regex.Replace(template.Replace("{reference}", reference, StringComparison.Ordinal), @"\{[^}]+\}", "1"));
            if (isApi)
            {
                var body = JsonNode.Parse(RightsMatrixTests.BodyOf(template))!.AsObject();
                foreach (var (name, was) in body.ToList()) if (was?.GetValueKind() == JsonValueKind.String) body[name] = said;
                foreach (var name in new[] { "said", "wanted", "outcome", "unit", "channel", "source", "userName", "name", "day", "routine", "identity" }) body.TryAdd(name, said);
                request.Content = Json(body);
                (await key.SendAsync(request)).Dispose();
                // What is not even JSON, and what is not said to be.
                (await key.PostAsync(request.RequestUri, new StringContent($"{{\"text\":\"{said}", Encoding.UTF8, "application/json"))).Dispose();
                (await key.PostAsync(request.RequestUri, new StringContent(said, Encoding.UTF8, "text/plain"))).Dispose();
                continue;
            }

            var fields = RightsMatrixTests.Answers.Select(a => a.Item1).Concat(["text", "name", "email", "phone", "address", "unit", "kind", "relation", "code", "act", "identity", "cases", "Input.Said", "Input.Wanted", "Input.Channel", "Input.Reference", "Input.ReceivedAt", "Input.Name", "Input.Phone", "Input.Email"])
                .Distinct().Select(name => new KeyValuePair<string, string>(name, said));
            request.Content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
            (await session.Http.SendAsync(request)).Dispose();
            // And by nobody, with nothing that shows that it came from a page of ours.
            (await bare.PostAsync(request.RequestUri, new FormUrlEncodedContent([new("Input.Text", said)]))).Dispose();
        }

        await HeadersAsync(key);
        for (var i = 0; i < 4; i++)
        {
            var form = await stranger.GetAsync("/logga-in");
            await form.SubmitAsync(("username", planted.One(i % 2 == 0 ? PersonalDataType.Email : PersonalDataType.Person, "who signs in")), ("password", planted.One(PersonalDataType.PersonNumber, "a password")));
            (await bare.GetAsync(new Uri($"/{Uri.EscapeDataString(planted.One(Next(), "an address that is none"))}", UriKind.Relative))).Dispose();
            Refused += 2;
        }
    }

    private async Task HeadersAsync(HttpClient key)
    {
        foreach (var name in new[] { "User-Agent", "Referer", "X-Request-ID", "X-Correlation-ID", "baggage", "tracestate", "If-Match", "If-None-Match", "Accept-Language", "Cookie", "Origin", "X-Forwarded-For", "Forwarded", "Idempotency-Key" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cases");
            var value = planted.One(PersonalDataType.Email, $"the header {name}");
            request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            request.Headers.TryAddWithoutValidation(name, name is "baggage" or "tracestate" or "Cookie" ? $"gava={value}" : value);
            (await key.SendAsync(request)).Dispose();
            Refused++;
        }
    }

    private static async Task<HttpResponseMessage> Ok(Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri!.AbsolutePath}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
