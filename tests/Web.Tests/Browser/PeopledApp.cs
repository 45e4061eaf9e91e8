using Gava.Operations.Demo;
using Gava.Web.Tests.Testing;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>One app for a class of tests, with a case in each state, as Johan at Gruppboendet Linden meets them on 12 May 2026.</summary>
public sealed class PeopledApp : IAsyncLifetime
{
    public const string Said = "Den boende ringde. Karin Holmlund har kommit för sent fyra gånger. Nås på 070-174 06 05, Elsa Bergström, 19121212-1212.";

    public TestApp App { get; private set; } = null!;

    /// <summary>Johan's, with every verb: one clock met, one late with notice, a promise to call.</summary>
    public string InHand { get; private set; } = null!;

    /// <summary>Waits for Johan to accept it.</summary>
    public string Offered { get; private set; } = null!;

    /// <summary>Came from another system, and waits for somebody to take it. Late.</summary>
    public string Waiting { get; private set; } = null!;

    public string Answered { get; private set; } = null!;

    public string Closed { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync();
        using (var johan = await App.SignInAsync("johan"))
        {
            InHand = await RegisterAsync(johan, Said, ("Input.Name", "Elsa Bergström"), ("Input.Address", "Lindvägen 4\n123 45 Almvik"), ("Input.Phone", "070-174 06 05"), ("Input.Reply", "letter"));
            Answered = await RegisterAsync(johan, "Ingen svarade när jag ringde i helgen, och dörren var låst.", ("Input.Phone", "070-174 06 12"));
            Closed = await RegisterAsync(johan, "Tack för den fina utflykten!", ("Input.Kind", "praise"), ("Input.Reply", "none"), ("Input.Anonymous", "true"));
            await DoAsync(johan, Closed, "avsluta", ("Input.Text", "Hälsat till alla i personalen."));
        }

        using (var amal = await App.SignInAsync("amal"))
        {
            Offered = await RegisterAsync(amal, "Det är för mycket ljud på kvällarna, och ingen säger till.", ("Input.Phone", "070-174 06 13"), ("Input.Protected", "true"));
            await DoAsync(amal, Offered, "lamna-over", ("Input.To", "gruppboendet-linden"), ("Input.Notice", "phone"), ("Input.Message", "Det gäller er."));
        }

        using (var api = App.Api())
        {
            using var answer = await api.PostAsync("/api/v1/cases", new StringContent(
                """{"text":"Tvätten kom tillbaka fuktig tre veckor i rad.","kind":"complaint","channel":"api","unit":"gruppboendet-linden","complainant":{"phone":"070-174 06 14"},"wantsReply":true}""",
                System.Text.Encoding.UTF8, "application/json"));
            Waiting = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("reference").GetString()!;
        }

        App.Clock.MoveTo("2026-04-29 10:00");
        using (var johan = await App.SignInAsync("johan"))
        {
            await DoAsync(johan, InHand, "atgard", ("Input.Text", "Nytt schema från och med måndag."), ("Input.Purpose", "prevents"));
            await DoAsync(johan, InHand, "aterkoppla", ("Input.Way", "phone"), ("Input.Text", "Jag ringde och berättade om det nya schemat."));
            await DoAsync(johan, InHand, "lova-ringa", ("Input.DueAt", "2026-05-12T15:00"), ("Input.Text", "Höra hur det går."));
            await DoAsync(johan, Answered, "svara", ("Input.Way", "phone"), ("Input.Text", "Tack för att du ringde. Jag beklagar att du blev stående. Vi har bytt lås."));
        }

        App.Clock.MoveTo("2026-05-08 15:00");
        using (var johan = await App.SignInAsync("johan"))
        {
            await DoAsync(johan, InHand, "forsening", ("Input.Way", "letter"), ("Input.NewDay", "2026-05-13"), ("Input.Text", "Jag behöver tala med en medarbetare till."));
        }

        App.Clock.MoveTo("2026-05-12 10:00");
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A browser in which Johan, or another, has signed in.</summary>
    public async Task<IPage> SignInAsync(int width = 1280, ColorScheme colorScheme = ColorScheme.Light, bool javaScript = true, string userName = "johan")
    {
        var page = await Chromium.NewPage(App.Url, colorScheme, width, javaScript: javaScript);
        await page.GotoAsync("/logga-in");
        await page.FillAsync("#username", userName);
        await page.FillAsync("#password", DemoMunicipality.Password);
        await page.ClickAsync("main button");
        // The address is enough: under load the page can have told that it is whole before anybody waits for it.
        await page.WaitForURLAsync("**/start", new() { WaitUntil = WaitUntilState.Commit });
        return page;
    }

    private static async Task<string> RegisterAsync(HtmlClient client, string text, params (string, string?)[] answers)
    {
        var answer = await (await client.GetAsync("/arenden/nytt")).SubmitAsync([("Input.Text", text), .. answers]);
        if (answer.Path == "/arenden/nytt") answer = await answer.SubmitAsync(answers);
        Assert.StartsWith("/arenden/2026-", answer.Path, StringComparison.Ordinal);
        return answer.Path["/arenden/".Length..];
    }

    private static async Task DoAsync(HtmlClient client, string reference, string verb, params (string, string?)[] answers)
    {
        var done = await (await client.GetAsync($"/arenden/{reference}/{verb}")).SubmitAsync(answers);
        Assert.True(done.Status == 200 && done.Path == $"/arenden/{reference}", $"{verb}: {done.Status} {string.Join(' ', done.Errors)}");
    }
}
