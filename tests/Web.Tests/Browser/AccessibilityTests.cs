using Gava.Web.Tests.Testing;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Every page that a person can open, as it meets those who see, hear, move or read otherwise (WCAG 2.2 AA).</summary>
[Trait("Category", "Browser")]
[Trait("Database", "None")] // a page looks the same whichever database it comes from
public sealed class AccessibilityTests(PeopledApp peopled) : IClassFixture<PeopledApp>
{
    private static readonly string[] Verbs = ["aterkoppla", "atgard", "kontakt", "lamna-over", "forsening", "svara", "lova-ringa", "ring-upp/1", "sort", "avsluta", "anteckna", "uppgifter",
        "lamna-uppat", "galler-nagon", "stod", "fraga-berord", "forslag", "fraga-personen", "hort-av-sig", "lost-direkt", "lamna-vidare", "redovisa", "sla-ihop", "hanvisa", "del", "sekretess", "lagar",
        "bekrafta", "lasningar", "gallra-inte", "dolj", "ratta-uppgifter", "bedom", "kod"];

    /// <summary>What stands out of the page, or nothing. Where reading goes from the right it stands out to the left.</summary>
    private const string Overflow = """
        () => document.documentElement.scrollWidth <= innerWidth ? "" :
          [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1).map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join("\n") || "something"
        """;

    /// <summary>Where most people are most of the time.</summary>
    private string[] Main => ["/start", "/arenden", "/arenden/nytt", $"/arenden/{peopled.InHand}"];

    private string[] Everywhere =>
    [
        "/", "/lamna", "/blankett/visa?enhet=stad", "/blankett/visa?enhet=stad&typ=anslag&lang=ar", "/folj", "/personuppgifter", "/tillganglighet", "/ni-tyckte", "/ni-tyckte/inbaddad", "/statistik", "/statistik?lang=ar", "/logga-in", "/logga-ut", .. Main, "/arenden?q=finnsinte", "/logg", "/hitta", "/nodoppna", $"/arenden/{peopled.Offered}", $"/arenden/{peopled.Waiting}", $"/arenden/{peopled.Answered}", $"/arenden/{peopled.Closed}",
        .. Verbs.Select(verb => $"/arenden/{peopled.InHand}/{verb}"), $"/arenden/{peopled.Offered}/ta-emot", $"/arenden/{peopled.Offered}/sag-nej", $"/arenden/{peopled.Closed}/oppna-igen",
        "/arenden/2026-999999", "/finns-inte",
    ];

    /// <summary>What everybody reads of the organisation; an administrator sees all of it and more.</summary>
    private static readonly string[] Organisation =
        ["/organisation", "/organisation?q=finnsinte", "/organisation/socialpsykiatri", "/organisation/personer", "/organisation/personer/peter", "/organisation/lediga-dagar", "/organisation/mottagare", "/organisation/mallar"];

    /// <summary>What an administrator does there.</summary>
    private static readonly string[] Administration =
    [
        .. Organisation, "/organisation/socialpsykiatri/ny", "/organisation/socialpsykiatri/andra", "/organisation/socialpsykiatri/avveckla", "/organisation/ny-person",
        .. new[] { "andra", "ny-roll", "vikarie", "nytt-losenord", "slutar" }.Select(verb => $"/organisation/personer/amal/{verb}"), "/organisation/mottagare/ny", "/organisation/mallar/ny",
    ];

    [Fact]
    public async Task The_administrators_pages_are_without_findings_in_light_and_in_dark_and_fit_a_phone()
    {
        await LookThroughAsync("admin", Administration);
    }

    [Theory]
    [InlineData("kerstin", "/oversikt", "/aterkommande", "/rapporter", "/rapporter/2025", "/rapporter/2026-T1?enhet=stad", "/rapporter/sammanstallning", "/laget", "/kategorisera", "/teman", "/teman/ny", "/forbattringar", "/forbattringar/ny", "/forbattringar/mote?enhet=socialpsykiatri")]
    [InlineData("maria", "/enheten", "/aterkommande")]
    [InlineData("peter", "/att-registrera")]
    [InlineData("admin", "/jobb", "/registerutdrag/medarbetare")]
    [InlineData("olle", "/importera")]
    [InlineData("rut", "/gallring", "/blanketter", "/blanketter/alla", "/registerutdrag", "/utlamnande", "/utlamnande/ny")]
    public async Task A_desk_is_without_findings_in_light_and_in_dark_and_fits_a_phone(string person, params string[] addresses)
    {
        await LookThroughAsync(person, addresses);
    }

    [Fact] // else the others could pass because nobody looks
    public async Task A_page_with_faults_has_findings()
    {
        var page = await Chromium.NewPage();
        await page.SetContentAsync("<!DOCTYPE html><html><head><title>Fel</title></head><body><main><h1>Fel</h1><img src='x.png'><p style='color:#aaa;background:#fff'>Blek text</p><button style='width:9px;height:9px;padding:0;border:0'>a</button><button style='width:9px;height:9px;padding:0;border:0'>b</button></main></body></html>");
        var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Chromium.AssertNoAxeFindings(page));
        foreach (var rule in new[] { "image-alt", "html-has-lang", "color-contrast", "target-size" }) Assert.Contains($"{rule} (", found.Message, StringComparison.Ordinal);
        found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Chromium.AssertNoColourFindings(page));
        Assert.Contains("color-contrast (", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("image-alt (", found.Message, StringComparison.Ordinal);
        await page.CloseAsync();
    }

    /// <summary>Each page exists, has no finding in light or dark, and fits 320 pixels.</summary>
    private async Task LookThroughAsync(string person, IEnumerable<string> addresses)
    {
        var page = await peopled.SignInAsync(userName: person);
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            Assert.NotEqual("Sidan finns inte – Gåva", await page.TitleAsync());
            await LightAndDarkAsync(page);
            await page.SetViewportSizeAsync(320, 800);
            Assert.Equal($"{address}: ", $"{address}: {await StandsOutAsync(page)}");
            await page.SetViewportSizeAsync(1280, 900);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task Every_page_is_without_findings_in_light_and_in_dark()
    {
        var page = await peopled.SignInAsync();
        foreach (var address in Everywhere)
        {
            await page.GotoAsync(address);
            Assert.Equal(address is "/finns-inte" or "/arenden/2026-999999", await page.TitleAsync() == "Sidan finns inte – Gåva");
            await LightAndDarkAsync(page);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_answers_is_without_findings_in_light_and_in_dark()
    {
        var page = await peopled.SignInAsync();
        foreach (var open in new Func<IPage, Task>[] { OpenErrorsAsync, OpenReviewAsync, OpenRefusedAsync, OpenVaultAsync })
        {
            await open(page);
            await LightAndDarkAsync(page);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task The_main_pages_are_without_findings_on_a_phone()
    {
        var page = await peopled.SignInAsync(width: 390);
        foreach (var address in Main)
        {
            await page.GotoAsync(address);
            await Chromium.AssertNoAxeFindings(page);
        }

        await OpenReviewAsync(page);
        await Chromium.AssertNoAxeFindings(page);
        await page.CloseAsync();
    }

    // WCAG 1.4.10: 320 px is 1280 px at 400 %.
    [Fact]
    public async Task Nothing_stands_out_of_a_page_that_is_320_pixels_wide()
    {
        var page = await peopled.SignInAsync(width: 320);
        foreach (var address in Everywhere)
        {
            await page.GotoAsync(address);
            Assert.Equal($"{address}: ", $"{address}: {await StandsOutAsync(page)}");
        }

        foreach (var open in new Func<IPage, Task>[] { OpenErrorsAsync, OpenReviewAsync, OpenRefusedAsync, OpenVaultAsync })
        {
            await open(page);
            Assert.Equal($"{page.Url}: ", $"{page.Url}: {await StandsOutAsync(page)}");
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task A_case_is_registered_in_a_browser_without_script()
    {
        var page = await peopled.SignInAsync(javaScript: false);
        await OpenReviewAsync(page);
        await Assertions.Expect(page.Locator("#granska mark")).ToHaveCountAsync(4);
        await page.ClickAsync("#granska button:not([type=button])");

        await page.WaitForURLAsync("**/arenden/2026-*");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Ärendet är registrerat.");
        await Assertions.Expect(page.Locator(".voice")).ToContainTextAsync("Nås på [telefon], [namn 2], [personnummer].");
        await page.CloseAsync();
    }

    /// <summary>What is wider than the window; empty when nothing is. It needs no script of the page's.</summary>
    internal static Task<string> StandsOutAsync(IPage page) => page.EvaluateAsync<string>(Overflow);

    internal static async Task LightAndDarkAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Chromium.AssertNoAxeFindings(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Chromium.AssertNoColourFindings(page);
    }

    private static async Task OpenErrorsAsync(IPage page)
    {
        await page.GotoAsync("/arenden/nytt");
        await page.FillAsync("#Input_ReceivedAt", "");
        await page.ClickAsync("main button:text-is('Registrera')");
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeFocusedAsync();
    }

    internal static async Task OpenReviewAsync(IPage page)
    {
        await page.GotoAsync("/arenden/nytt");
        await page.FillAsync("#Input_Text", PeopledApp.Said);
        await page.ClickAsync("main button:text-is('Registrera')");
        await Assertions.Expect(page.Locator("#granska")).ToBeVisibleAsync();
    }

    /// <summary>A verb that says no: the notice is missing.</summary>
    private async Task OpenRefusedAsync(IPage page)
    {
        await page.GotoAsync($"/arenden/{peopled.InHand}/lamna-over");
        await page.SelectOptionAsync("#Input_To", "traffpunkten");
        await page.ClickAsync("main button:text-is('Lämna över')");
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeFocusedAsync();
    }

    private async Task OpenVaultAsync(IPage page)
    {
        await page.GotoAsync($"/arenden/{peopled.InHand}/uppgifter");
        await page.CheckAsync("#Input_Reason");
        await page.ClickAsync("main button:text-is('Öppna')");
        await Assertions.Expect(page.Locator(".facts").First).ToContainTextAsync("Elsa Bergström");
    }
}
