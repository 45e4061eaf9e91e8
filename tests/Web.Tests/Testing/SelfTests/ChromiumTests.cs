using Microsoft.Playwright;
using Xunit.Sdk;

namespace Gava.Web.Tests.Testing.SelfTests;

[Trait("Category", "Browser")]
[Trait("Database", "None")]
public sealed class ChromiumTests
{
    [Fact]
    public async Task A_page_without_faults_passes()
    {
        var page = await Chromium.NewPage();
        await page.SetContentAsync(Page("""<p>Inget att anmärka på.</p>"""));

        await Chromium.AssertNoAxeFindings(page);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_planted_fault_is_named_with_its_rule_place_and_meaning()
    {
        var page = await Chromium.NewPage();
        await page.SetContentAsync(Page("""
            <img id="utan-alt" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
            <p><button id="liten" style="width:10px;height:10px;padding:0">a</button><button style="width:10px;height:10px;padding:0">b</button></p>
            """));

        var failure = await Assert.ThrowsAsync<TrueException>(() => Chromium.AssertNoAxeFindings(page));

        Assert.Contains("image-alt (critical): Images must have alternative text", failure.Message, StringComparison.Ordinal);
        Assert.Contains("at #utan-alt: <img", failure.Message, StringComparison.Ordinal);
        Assert.Contains("target-size", failure.Message, StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_page_has_the_language_colours_and_width_that_were_asked_for()
    {
        var page = await Chromium.NewPage(colorScheme: ColorScheme.Dark, width: 320, locale: "fi-FI", forcedColors: ForcedColors.Active);

        Assert.Equal("fi-FI", await page.EvaluateAsync<string>("navigator.language"));
        Assert.Equal(320, await page.EvaluateAsync<int>("innerWidth"));
        Assert.True(await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
        Assert.True(await page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches"));
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true, "med skript")]
    [InlineData(false, "utan skript")]
    public async Task Script_runs_only_when_it_may(bool javaScript, string title)
    {
        var page = await Chromium.NewPage(javaScript: javaScript);
        await page.GotoAsync("data:text/html,<title>utan skript</title><script>document.title='med skript'</script>");

        Assert.Equal(title, await page.TitleAsync());
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_screenshot_is_written_where_people_find_it()
    {
        var page = await Chromium.NewPage();
        await page.SetContentAsync(Page("<p>Bild</p>"));

        var path = await Chromium.Screenshot(page, "self-test");

        Assert.Equal(Path.Combine(Checkout.Folder, "TestResults", "screens", "self-test.png"), path);
        Assert.True(new FileInfo(path).Length > 1000);
        await page.CloseAsync();
    }

    private static string Page(string content) =>
        $"""<!doctype html><html lang="sv"><title>Prov</title><main><h1>Prov</h1>{content}</main></html>""";
}
