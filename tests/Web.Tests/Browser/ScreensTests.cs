using Gava.Web.Tests.Testing;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Pictures of the pages for people to look at, in TestResults/screens. They are not compared with anything.</summary>
[Trait("Category", "Browser")]
[Trait("Database", "None")]
public sealed class ScreensTests(PeopledApp peopled) : IClassFixture<PeopledApp>
{
    [Theory]
    [InlineData("1280-light", 1280, ColorScheme.Light)]
    [InlineData("1280-dark", 1280, ColorScheme.Dark)]
    [InlineData("390-light", 390, ColorScheme.Light)]
    public async Task The_main_pages_have_their_pictures_taken(string name, int width, ColorScheme colours)
    {
        var page = await peopled.SignInAsync(width, colours);
        foreach (var (what, address) in new[]
        {
            ("start", "/start"), ("list", "/arenden?status=all"), ("case", $"/arenden/{peopled.InHand}"), ("offered", $"/arenden/{peopled.Offered}"),
            ("nytt", "/arenden/nytt"), ("lamna-over", $"/arenden/{peopled.InHand}/lamna-over"), ("forsening", $"/arenden/{peopled.InHand}/forsening"), ("uppgifter", $"/arenden/{peopled.InHand}/uppgifter"),
        })
        {
            await page.GotoAsync(address);
            await Chromium.Screenshot(page, $"{what}-{name}");
        }

        await AccessibilityTests.OpenReviewAsync(page);
        var path = await Chromium.Screenshot(page, $"nytt-review-{name}");
        Assert.True(File.Exists(path));
        await page.CloseAsync();
    }
}
