using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Testing;

/// <summary>Debian's Chromium, driven by the tests. One browser a test process; each page has its own cookies.</summary>
public static class Chromium
{
    /// <remarks>The shell first: the same engine without a window's machinery, a fifth quicker.</remarks>
    private static readonly string[] Programs = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    private static readonly string[] AccessibilityRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>One line a finding and one a place where it is; nothing when there is none. axe leaves target-size off until WCAG 2.2 is law everywhere.</summary>
    private const string AskAxe = """
        async only => (await axe.run(document, { runOnly: only, resultTypes: ["violations"], ...(only.type === "tag" ? { rules: { "target-size": { enabled: true } } } : {}) })).violations
          .map(finding => [`${finding.id} (${finding.impact}): ${finding.help}. ${finding.helpUrl}`, ...finding.nodes.map(node => `  at ${node.target}: ${node.html}`)].join("\n")).join("\n")
        """;

    private static readonly Lazy<Task<IBrowser>> SharedBrowser = new(Launch);

    /// <summary>The one browser of this test process. It ends with the process, since its driver then loses its input.</summary>
    public static Task<IBrowser> Shared() => SharedBrowser.Value;

    /// <summary>A page in a session of its own. Closing the page ends the session.</summary>
    public static async Task<IPage> NewPage(
        string? baseUrl = null,
        ColorScheme colorScheme = ColorScheme.Light,
        int width = 1280,
        string locale = "sv-SE",
        bool javaScript = true,
        ForcedColors forcedColors = ForcedColors.None)
    {
        var browser = await Shared();
        return await browser.NewPageAsync(new()
        {
            BaseURL = baseUrl,
            ColorScheme = colorScheme,
            ForcedColors = forcedColors,
            JavaScriptEnabled = javaScript,
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Stockholm",
            ViewportSize = new() { Width = width, Height = 900 },
        });
    }

    /// <summary>Fails with every accessibility finding that axe has under WCAG 2.0 to 2.2, levels A and AA, and good practice.</summary>
    public static Task AssertNoAxeFindings(IPage page) => AssertNoAxeFindings(page, "tag", AccessibilityRules);

    /// <summary>Fails with every finding that a page's colours can cause: for a page that has passed in other colours.</summary>
    public static Task AssertNoColourFindings(IPage page) => AssertNoAxeFindings(page, "rule", ColourRules);

    /// <summary>A picture of the whole page in TestResults, for people to look at. Returns its path.</summary>
    public static async Task<string> Screenshot(IPage page, string name)
    {
        var path = Path.Combine(Checkout.Folder, "TestResults", "screens", $"{name}.png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        return path;
    }

    /// <remarks>Put into the page once and asked there: the package's own way opens a page beside it for each answer, which takes longer than the rules do.</remarks>
    private static async Task AssertNoAxeFindings(IPage page, string type, string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        var findings = await page.EvaluateAsync<string>(AskAxe, new { type, values = rules });
        Assert.True(findings.Length == 0, $"{page.Url} has accessibility findings:{Environment.NewLine}{findings}");
    }

    private static async Task<IBrowser> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Programs.Select(InstalledProgram.Find).FirstOrDefault(path => path is not null)
                ?? throw new InvalidOperationException("No Chromium is installed. ./test installs its headless shell from Debian's packages."),
            // The sandbox needs rights that containers and root do not have. The pages are our own.
            ChromiumSandbox = false,
            Args = [
                "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
