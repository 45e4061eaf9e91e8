using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>The citizen's door in every language: without findings, and within 320 pixels, which is 1280 at 400 % (WCAG 2.2 AA; R-IN-04).</summary>
[Trait("Category", "Browser")]
[Trait("Database", "None")]
public sealed class CitizenAccessibilityTests(Work work) : IClassFixture<Work>
{
    public static TheoryData<string> Languages => [.. Tongue.All.Select(t => t.Code)];

    [Theory, MemberData(nameof(Languages))]
    public async Task Every_page_is_without_findings_and_fits_a_narrow_window(string language)
    {
        var citizen = await Citizen.ComeAsync(work.App, language, width: 320);
        await CitizenPages.EachAsync(work, citizen, async name =>
        {
            Assert.Equal($"{name}: ", $"{name}: {await AccessibilityTests.StandsOutAsync(citizen.Page)}");
            await Assertions.Expect(citizen.Page.Locator("html")).ToHaveAttributeAsync("dir", citizen.Tongue.Direction);
            // What is wrong leads to where it is mended.
            foreach (var link in await citizen.Page.Locator("[role=alert] a").AllAsync()) await Assertions.Expect(citizen.Page.Locator(await link.GetAttributeAsync("href") ?? "")).ToBeVisibleAsync();
            // Colours do not depend on the language, only on which way it goes.
            if (language is "sv" or "ar") await AccessibilityTests.LightAndDarkAsync(citizen.Page);
            else await Chromium.AssertNoAxeFindings(citizen.Page);
        });
        await citizen.Page.CloseAsync();
    }

    /// <summary>For people to look at: TestResults/screens.</summary>
    [Theory]
    [InlineData("sv", 1200, ColorScheme.Dark)]
    [InlineData("ar", Citizen.Phone, ColorScheme.Light)]
    public async Task Every_page_has_its_picture_taken(string language, int width, ColorScheme colours)
    {
        var citizen = await Citizen.ComeAsync(work.App, language, width: width);
        await citizen.Page.EmulateMediaAsync(new() { ColorScheme = colours });
        await CitizenPages.EachAsync(work, citizen, async name => Assert.True(File.Exists(await Chromium.Screenshot(citizen.Page, $"medborgare-{name}-{language}-{width}-{colours}"))));
        await citizen.Page.CloseAsync();
    }
}
