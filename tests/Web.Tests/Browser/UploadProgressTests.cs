using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>A large file tells how far it has come, to the eye and to who listens; without script it just comes (R-IN-04).</summary>
[Trait("Category", "Browser")]
[Trait("Database", "None")]
public sealed class UploadProgressTests(Work work) : IClassFixture<Work>
{
    private static readonly FilePayload Photo = new() { Name = "maten.jpg", MimeType = "image/jpeg", Buffer = new byte[3 * 1024 * 1024] };

    [Theory]
    [InlineData("sv")]
    [InlineData("ar")]
    public async Task A_large_file_shows_a_bar_and_says_politely_how_far_it_has_come(string language)
    {
        var t = Tongue.Find(language);
        var page = await OpenAsync(language, javaScript: true);
        // What is told meanwhile, however fast this machine is.
        await page.EvaluateAsync("""
            () => {
              window.told = [];
              new MutationObserver(() => {
                const status = document.querySelector(".upload [role=status]");
                const bar = document.querySelector(".upload progress");
                if (status && bar) window.told.push(status.textContent + "|" + bar.getAttribute("aria-label"));
                sessionStorage.told = JSON.stringify(window.told);
              }).observe(document.body, { subtree: true, childList: true, characterData: true });
            }
            """);
        await page.ClickAsync("#synpunkt .buttons button");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync(t["receipt.title"]);

        var told = await page.EvaluateAsync<string[]>("() => JSON.parse(sessionStorage.told)");
        Assert.Equal($"{t.Of("form.files.progress", 0)}|{t["form.files.progress"].Replace("{0}", "", StringComparison.Ordinal).Trim()}", told[0]);
        Assert.Matches("^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$", await page.Locator("main .code").InnerTextAsync());
        // The page that came is a whole page: its languages, its style and its script work.
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", t.Direction);
        await AccessibilityTests.LightAndDarkAsync(page);
        await page.ClickAsync($"main button:text-is('{t["receipt.follow"]}')");
        await Assertions.Expect(page.GetByText(t.Of("case.files", 1))).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_form_that_is_refused_comes_back_with_its_sentence_and_can_be_sent_again()
    {
        var t = Tongue.Find("sv");
        var page = await OpenAsync("sv", javaScript: true);
        await page.FillAsync("#synpunkt [name=email]", "fel");
        await page.ClickAsync("#synpunkt .buttons button");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync(t["error.email"]);
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeFocusedAsync();
        await page.FillAsync("#synpunkt [name=email]", "");
        await page.SetInputFilesAsync("#files", Photo);
        await page.ClickAsync("#synpunkt .buttons button");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync(t["receipt.title"]);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_large_file_comes_in_as_any_other()
    {
        var page = await OpenAsync("sv", javaScript: false);
        await page.ClickAsync("#synpunkt .buttons button");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync(Tongue.Find("sv")["receipt.title"]);
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string language, bool javaScript)
    {
        var page = await Chromium.NewPage(work.App.Url, width: Citizen.Phone, javaScript: javaScript);
        await page.GotoAsync($"/lamna?lang={language}");
        await page.FillAsync("#synpunkt [name=text]", "Se bilden.");
        await page.SetInputFilesAsync("#files", Photo);
        return page;
    }
}
