using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

/// <summary>R-SEC-05, law.md SR-2.13: the way through the pages that hand something out, in a browser without script; and the same by the API.</summary>
public sealed class HandingOutPagesTests(Work work) : IClassFixture<Work>
{
    private const string Said = "Karin Holmlund kom inte. Maten var kall.";

    [Fact]
    public async Task A_registrar_finds_the_persons_cases_and_gets_the_package()
    {
        var reference = await work.CaseOfAmal(Said);
        var rut = await work.As("rut");
        Assert.Contains("Inget ärende stämmer", (await (await rut.GetAsync("/registerutdrag")).SubmitAsync(("Input.Said", "Ingen Alls"))).Text, StringComparison.Ordinal);

        var found = await (await rut.GetAsync("/registerutdrag")).SubmitAsync(("Input.Said", $"Elsa Exempel\n{reference}"));
        Assert.Equal((200, "/registerutdrag"), (found.Status, found.Path));
        Assert.DoesNotContain(found.Document.QuerySelectorAll("input[name=cases]"), box => box.HasAttribute("checked"));
        const string form = "form[action='/registerutdrag/paket']";
        var nothing = await found.SubmitToAsync(form, ("identity", "idCard"));
        Assert.Equal(400, nothing.Status);
        Assert.Contains("Kryssa i", Assert.Single(nothing.Errors), StringComparison.Ordinal);
        var nobody = await nothing.SubmitToAsync(form, ("cases", reference), ("identity", null));
        Assert.Contains("rätt person", Assert.Single(nobody.Errors), StringComparison.Ordinal);
        Assert.NotNull(nobody.Document.QuerySelector($"input[name=cases][value='{reference}'][checked]"));

        var package = await nobody.SubmitToAsync(form, ("cases", reference), ("identity", "idCard"));
        Assert.Equal((200, "application/zip"), (package.Status, package.Headers["Content-Type"]));
        Assert.Contains("registerutdrag.zip", package.Headers["Content-Disposition"], StringComparison.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(package.Content));
        Assert.Equal(["registerutdrag.json", "registerutdrag.pdf"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.Contains("Lämnade ett registerutdrag till personen", (await rut.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_goes_from_its_registration_to_the_copy_without_script()
    {
        var reference = await work.CaseOfAmal(Said);
        var rut = await work.As("rut");
        var empty = await (await rut.GetAsync("/utlamnande/ny")).SubmitAsync(("Input.Wanted", " "));
        Assert.Equal(400, empty.Status);
        var request = await empty.SubmitAsync(("Input.Wanted", "Klagomålet på Karin Holmlund."));
        Assert.Matches(@"^/utlamnande/\d+$", request.Path);
        Assert.Contains("Klagomålet på [namn].", request.Text, StringComparison.Ordinal);
        Assert.Contains("mindre än en arbetsdag", request.Text, StringComparison.Ordinal);

        var wrong = await rut.GetAsync($"{request.Path}/valj?arende=2026-999999");
        Assert.Equal(400, wrong.Status);
        Assert.Single(wrong.Errors);
        var chosen = await (await rut.GetAsync($"{request.Path}/valj?arende={reference}")).SubmitToAsync("main form[method=post]", ("parts", "text"));
        Assert.Equal(request.Path, chosen.Path);

        var closed = await rut.GetAsync($"{request.Path}/handling/1");
        Assert.DoesNotContain("Holmlund", closed.Source, StringComparison.Ordinal);
        var open = await closed.SubmitAsync();
        const string form = "form[action$='/maskera']";
        Assert.Equal("Karin Holmlund", open.Document.QuerySelector("label[for=mask-0]")!.TextContent);
        Assert.NotNull(open.Document.QuerySelector("input[name=mask][checked]"));
        var refused = await open.SubmitToAsync(form, ("Input.AlsoMask", "finns inte här"));
        Assert.Equal(400, refused.Status);
        Assert.Equal("finns inte här", refused.Value("Input.AlsoMask"));
        Assert.NotNull(refused.Document.QuerySelector("input[name=mask][checked]"));
        var without = await refused.SubmitToAsync(form, ("Input.AlsoMask", ""), ("Input.Ground", ""));
        Assert.Contains("lagrum", Assert.Single(without.Errors), StringComparison.Ordinal);
        var kept = await without.SubmitToAsync(form, ("Input.AlsoMask", "kall"), ("Input.AlsoGround", "21-7"), ("Input.Ground", "26-1"));
        Assert.Equal(request.Path, kept.Path);
        Assert.Contains("2 ställen: 26 kap. 1 § OSL, 21 kap. 7 § OSL", kept.Text, StringComparison.Ordinal);

        // What was kept is marked when it is opened again.
        var again = await (await rut.GetAsync($"{request.Path}/handling/1")).SubmitAsync();
        Assert.Equal(2, again.Document.QuerySelectorAll("input[name=mask][checked]").Length);

        var undecided = await kept.SubmitToAsync($"form[action='{request.Path}']", ("Input.Outcome", "masked"), ("Input.Reason", ""));
        Assert.Equal(400, undecided.Status);
        var decided = await undecided.SubmitToAsync($"form[action='{request.Path}']", ("Input.Outcome", "masked"), ("Input.Reason", "Enskildas personliga förhållanden."));
        Assert.Contains("Utlämnat med maskering", decided.Text, StringComparison.Ordinal);
        var copy = await decided.SubmitToAsync("form[action$='/kopia.pdf']");
        Assert.Equal("application/pdf", copy.Headers["Content-Type"]);
        Assert.DoesNotContain("Holmlund", PdfTools.Text(copy.Content), StringComparison.Ordinal);
        Assert.Contains("[21 kap. 7 § OSL]", PdfTools.Text(copy.Content), StringComparison.Ordinal);
        Assert.Contains("lämnades ut med maskering", (await rut.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        Assert.Contains("Avgjorda", (await rut.GetAsync("/utlamnande")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_does_the_same_and_counts_in_code_points()
    {
        var reference = await work.CaseOfAmal($"😀 {Said}");
        var rut = await work.KeyOf("rut");
        var request = await JsonAsync(await rut.PostAsJsonAsync("/api/v1/disclosures", new { channel = "letter", wanted = "Allt." }), 201);
        var address = $"/api/v1/disclosures/{request.GetProperty("id").GetInt64()}";
        var documents = await JsonAsync(await rut.GetAsync($"/api/v1/disclosable-documents?case={reference}"));
        Assert.Equal("text", documents.GetProperty("items")[0].GetProperty("document").GetString());
        await JsonAsync(await rut.PostAsJsonAsync($"{address}/documents", new Dictionary<string, object> { ["case"] = reference, ["documents"] = new[] { "text" } }));
        var opened = await JsonAsync(await rut.PostAsJsonAsync($"{address}/documents/1/opening", new { }));
        var finding = opened.GetProperty("findings")[0];
        Assert.Equal((2, 14, "PERSON"), (finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32(), finding.GetProperty("type").GetString()));

        var overlapping = await rut.PostAsJsonAsync($"{address}/documents/1/review", new { masks = new[] { new { start = 2, length = 14, ground = "26-1" }, new { start = 5, length = 3, ground = "26-1" } } });
        Assert.Equal(400, (int)overlapping.StatusCode);
        Assert.Contains("masking-range", await overlapping.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var reviewed = await JsonAsync(await rut.PostAsJsonAsync($"{address}/documents/1/review", new { masks = new[] { new { start = 2, length = 14, ground = "26-1" } } }));
        Assert.Equal((true, 1), (reviewed.GetProperty("documents")[0].GetProperty("reviewed").GetBoolean(), reviewed.GetProperty("documents")[0].GetProperty("masks").GetInt32()));
        await JsonAsync(await rut.PostAsJsonAsync($"{address}/decision", new { outcome = "masked", reason = "Sekretess." }));
        var copy = await (await rut.PostAsync($"{address}/copy", new StringContent("{}", Encoding.UTF8, "application/json"))).Content.ReadAsByteArrayAsync();
        Assert.Contains("[26 kap. 1 § OSL] kom inte.", PdfTools.Text(copy), StringComparison.Ordinal);

        var cases = await JsonAsync(await rut.PostAsJsonAsync("/api/v1/extract-searches", new { said = new[] { reference } }));
        Assert.Equal(reference, cases.GetProperty("items")[0].GetProperty("reference").GetString());
        var package = await rut.PostAsJsonAsync("/api/v1/extracts", new { cases = new[] { reference }, identity = "eId" });
        Assert.Equal("application/zip", package.Content.Headers.ContentType!.MediaType);
        foreach (var unknown in new[] { "2026-999999", "skräp", "" })
        {
            var refused = await rut.PostAsJsonAsync("/api/v1/extracts", new { cases = new[] { reference, unknown }, identity = "eId" });
            Assert.Contains("extract-case-unknown", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, int status = 200)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
