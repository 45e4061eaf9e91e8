using System.Globalization;
using System.Text.RegularExpressions;
using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>
/// Somebody with a telephone and no account, in their own language. Each page that they come to is looked at: it speaks the language and its
/// direction, fits the screen, and neither its address nor any link tells the code.
/// </summary>
internal sealed partial class Citizen(IPage page, Tongue tongue)
{
    public const int Phone = 375;

    public IPage Page => page;

    public Tongue Tongue => tongue;

    /// <summary>What the receipt gave; empty until then.</summary>
    public string Code { get; set; } = "";

    public string Reference { get; set; } = "";

    public static async Task<Citizen> ComeAsync(TestApp app, string language, bool javaScript = true, int width = Phone) =>
        new(await Chromium.NewPage(app.Url, width: width, javaScript: javaScript), Tongue.Find(language));

    /// <summary>The start page, in Swedish as everybody meets it, and the link to one's own language.</summary>
    public async Task EnterAsync()
    {
        await page.GotoAsync("/");
        if (tongue.Code != "sv") await page.GetByRole(AriaRole.Link, new() { Name = tongue.Name, Exact = true }).ClickAsync();
        await SeesAsync(tongue["start.title"]);
    }

    /// <summary>From the start page to a receipt; without a name, unless more is filled in.</summary>
    public async Task LeaveAsync(string text, string unit, Func<Task>? more = null)
    {
        await GoAsync(tongue["start.leave"]);
        await SeesAsync(tongue["form.lead"]);
        await page.FillAsync("#synpunkt [name=text]", text);
        await page.SelectOptionAsync("#synpunkt [name=unit]", unit);
        await (more?.Invoke() ?? page.CheckAsync("#anonymous"));
        await PressAsync(tongue["form.send"]);
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync(tongue["receipt.title"]);
        (Code, Reference) = (await page.Locator("main .code").InnerTextAsync(), await page.Locator(".receipt").GetAttributeAsync("data-ref") ?? "");
        Assert.Matches(WholeCode(), Code);
        await SeesAsync(Reference, tongue["receipt.lead"]);
        await Assertions.Expect(page.GetByText(tongue["receipt.anonymous"])).ToHaveCountAsync(more is null ? 1 : 0);
    }

    /// <summary>From any page by the name at the top, in the same language, to the case.</summary>
    public async Task FollowAsync()
    {
        await page.ClickAsync(".brand");
        await SeesAsync(tongue["start.title"]);
        await GoAsync(tongue["start.follow"]);
        await SeesAsync(tongue["follow.lead"]);
        await page.FillAsync("#kod [name=code]", Code.Replace('-', ' ').ToLower(CultureInfo.InvariantCulture));
        await PressAsync(tongue["follow.open"]);
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync(Reference);
        await SeesAsync(tongue["case.own"]);
    }

    public async Task WriteAsync(string text)
    {
        await page.FillAsync("#message", text);
        await PressAsync(tongue["case.write.send"]);
        await SeesAsync(tongue["case.written"], text);
        await Assertions.Expect(page.Locator(".talk [data-mine]").Filter(new() { HasText = text })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".talk [data-mine]").Filter(new() { HasText = tongue["case.replied"] })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("");
    }

    /// <summary>The survey: once, and then it is gone.</summary>
    public async Task RateAsync(int clearness, int simplicity, int manner)
    {
        foreach (var (name, grade) in new[] { ("clearness", clearness), ("simplicity", simplicity), ("manner", manner) }) await page.CheckAsync($"#{name}-{grade}");
        await PressAsync(tongue["case.rate.send"]);
        await SeesAsync(tongue["case.rated"]);
        await Assertions.Expect(page.Locator("[name=clearness]")).ToHaveCountAsync(0);
    }

    public async Task AskForAnotherAsync(string why)
    {
        await page.ClickAsync($"summary:text-is('{tongue["case.unhappy"]}')");
        await page.FillAsync("#another-text", why);
        await PressAsync(tongue["case.unhappy.send"]);
        await SeesAsync(tongue["case.unhappy.asked"], why);
        await Assertions.Expect(page.Locator("#another-text")).ToHaveCountAsync(0);
    }

    /// <summary>"received", "inProgress", "answered", "closed": how far the case has come, for the eye and for who listens.</summary>
    public async Task HasReachedAsync(string step)
    {
        await Assertions.Expect(page.Locator(".steps [aria-current=step]")).ToContainTextAsync(tongue[$"case.step.{step}"]);
        await Assertions.Expect(page.Locator(".steps [aria-current=step]")).ToContainTextAsync(tongue["case.step.now"]);
    }

    /// <summary>The page says all that, and is as a page should be.</summary>
    public async Task SeesAsync(params string[] texts)
    {
        foreach (var text in texts) await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", tongue.Html);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", tongue.Direction);
        Assert.Equal($"{page.Url}: ", $"{page.Url}: {await AccessibilityTests.StandsOutAsync(page)}");
        if (Code.Length == 0) return;
        var addresses = await page.Locator("[href], [action], [src]").EvaluateAllAsync<string[]>("all => all.map(e => `${e.getAttribute('href')} ${e.getAttribute('action')} ${e.getAttribute('src')}`)");
        Assert.DoesNotContain(addresses.Append(page.Url), address => address.Replace("-", "", StringComparison.Ordinal).Contains(Code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    private Task GoAsync(string link) => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    private Task PressAsync(string button) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    [GeneratedRegex("^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$")]
    private static partial Regex WholeCode();
}
