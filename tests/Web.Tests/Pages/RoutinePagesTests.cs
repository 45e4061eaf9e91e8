using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

/// <summary>The page of routines: read, looked over, published, compared (routines.md; R-SYS-09).</summary>
public sealed class RoutinePagesTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_routine_is_read_in_sentences_with_its_sources_and_its_clocks_for_a_day()
    {
        var maria = await app.SignInAsync("maria");
        var page = await maria.GetAsync("/rutiner/nacka-socialpsykiatri?mottaget=2026-04-24T14:10");
        Assert.Equal(200, page.Status);
        Assert.Contains("måndag 4 maj 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("måndag 11 maj 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Fre 1 maj är helgdag (första maj).", page.Text, StringComparison.Ordinal);
        Assert.Contains("S0", page.Text, StringComparison.Ordinal);
        Assert.Contains("Antaget:", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("svg.clock-chart rect.chart-bar"));
    }

    [Fact]
    public async Task A_day_that_is_none_is_said_and_kept()
    {
        var maria = await app.SignInAsync("maria");
        var page = await maria.GetAsync("/rutiner/nacka-socialpsykiatri?mottaget=i%20morgon");
        Assert.Equal(400, page.Status);
        Assert.Contains("Skriv en dag och en tid, till exempel 2026-04-24T14:10.", page.Text, StringComparison.Ordinal);
    }

    [Fact] // R-FLOW-16
    public async Task Somebody_confirms_that_they_have_read_their_duties()
    {
        var amal = await app.SignInAsync("amal");
        var page = await (await amal.GetAsync("/rutiner/nacka-socialpsykiatri")).SubmitAsync();
        Assert.Contains("Det är antecknat att du har läst dina uppgifter.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Du läste det här", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_routine_with_a_fault_is_refused_with_line_and_cure_and_the_running_one_goes_on()
    {
        var admin = await app.SignInAsync("admin");
        var page = await admin.GetAsync("/rutiner/nacka-kommun/andra");
        var source = page.Value("Input.Source")!;
        var broken = source.Replace("\"version\": 1", "\"version\": 2, \"okänt\": 1", StringComparison.Ordinal);
        var again = await page.SubmitAsync(("Input.Source", broken), ("gor", "publicera"));
        Assert.Equal(400, again.Status);
        Assert.Contains("\"okänt\" är inget som en rutin kan säga här.", again.Text, StringComparison.Ordinal);
        Assert.Matches("Rad [0-9]+, tecken [0-9]+", again.Text);
        Assert.Equal(broken.ReplaceLineEndings("\n").Trim(), again.Value("Input.Source")!.ReplaceLineEndings("\n").Trim());
        Assert.Contains("Version 1.", (await admin.GetAsync("/rutiner/nacka-kommun")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_holds_for_new_cases_and_those_that_run_keep_their_own()
    {
        var maria = await app.SignInAsync("maria");
        using var api = app.Api();
        var before = await RegisterAsync(api);
        var admin = await app.SignInAsync("admin");
        var page = await admin.GetAsync("/rutiner/nacka-socialpsykiatri/andra");
        var source = page.Value("Input.Source")!.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)
            .Replace("\"5 workingDays\"", "\"4 workingDays\"", StringComparison.Ordinal);
        var looked = await page.SubmitAsync(("Input.Source", source), ("gor", "granska"));
        Assert.Contains("Rutinen går att följa", looked.Text, StringComparison.Ordinal);
        var published = await looked.SubmitAsync(("Input.Source", source), ("gor", "publicera"));
        Assert.Contains("Version 2 gäller nu för nya ärenden.", published.Text, StringComparison.Ordinal);

        var after = await RegisterAsync(api);
        Assert.Contains("version 1", (await maria.GetAsync($"/arenden/{before}")).Text, StringComparison.Ordinal);
        Assert.Contains("version 2", (await maria.GetAsync($"/arenden/{after}")).Text, StringComparison.Ordinal);
        var compared = await admin.GetAsync("/rutiner/nacka-socialpsykiatri/jamfor?fran=1&till=2");
        Assert.Contains("inom 5 arbetsdagar", compared.Document.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("inom 4 arbetsdagar", compared.Document.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);

        var old = await page.SubmitAsync(("Input.Source", source), ("gor", "publicera"));
        Assert.Equal(400, old.Status);
        Assert.Contains("Skriv \"version\": 3.", old.Text, StringComparison.Ordinal);
    }

    private static async Task<string> RegisterAsync(HttpClient api)
    {
        using var body = new StringContent("""{"text":"Ingen kom.","kind":"complaint","channel":"phone","unit":"socialpsykiatri"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await api.PostAsync("/api/v1/cases", body);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }
}
