using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Walkthrough W0, Socialpsykiatri, from the phone call to the close, with the keyboard alone.</summary>
[Trait("Category", "Browser")]
public sealed class WalkthroughW0Tests
{
    private const string Said = "Den boende ringde. Karin Holmlund har kommit för sent fyra gånger. Nås på 070-174 06 05, Elsa Bergström, 19121212-1212.";
    private const string Masked = "[namn] har kommit för sent fyra gånger. Nås på [telefon], [personen], [personnummer].";
    private const string Letter = "Skriv ut som brev";
    private static readonly string[] Secrets = ["Karin", "Holmlund", "Elsa", "Bergström", "070-174", "0701740605", "19121212", "Lindvägen"];

    [Fact]
    public async Task A_complaint_to_Socialpsykiatri_is_handled_from_the_phone_call_to_the_close_without_a_mouse()
    {
        await using var app = await TestApp.StartAsync();
        var amal = await Keyboard.SignInAsync(app, "amal");
        var reference = await RegisterAsync(app, amal);
        await HandOverAsync(amal, reference);
        await SeeTheClocksAsync(app, amal, reference);
        await amal.Page.CloseAsync();

        app.Clock.MoveTo("2026-04-27 09:00");
        var johan = await Keyboard.SignInAsync(app, "johan");
        await AcceptAsync(johan, reference);
        await johan.Page.CloseAsync();

        app.Clock.MoveTo("2026-04-29 10:00");
        johan = await Keyboard.SignInAsync(app, "johan");
        await GiveFeedbackAsync(johan, reference);
        await johan.Page.CloseAsync();

        app.Clock.MoveTo("2026-05-08 15:00");
        johan = await Keyboard.SignInAsync(app, "johan");
        await TellOfDelayAsync(johan, reference);
        await johan.Page.CloseAsync();

        app.Clock.MoveTo("2026-05-13 11:00");
        johan = await Keyboard.SignInAsync(app, "johan");
        await AnswerAndCloseAsync(johan, reference);
        await ReadTheReportsAsync(johan);
        await NowhereAsync(app, johan, reference);
        await johan.Page.CloseAsync();
    }

    /// <summary>Friday 24 April, 14.10: a resident phones. R-IN-03, R-REG-02</summary>
    private static async Task<string> RegisterAsync(TestApp app, Keyboard amal)
    {
        await amal.FollowAsync("Registrera ett nytt ärende");
        await amal.TypeAsync("Input_Text", Said);
        await Assertions.Expect(amal.Page.Locator("#forhandsvisning mark")).ToHaveCountAsync(4);
        await amal.ChooseAsync("Input.Kind", "Klagomål");
        await amal.ChooseAsync("Input.Channel", "Telefon");
        await amal.TypeAsync("Input_Name", "Elsa Bergström");
        await amal.TypeAsync("Input_Phone", "070-174 06 05");
        await amal.TypeAsync("Input_Address", "Lindvägen 4\n123 45 Almvik");
        await amal.ChooseAsync("Input.Reply", "Brev");
        await amal.FollowAsync("Registrera");

        // Four findings are proposed, all of them marked; the focus is where they are.
        Assert.Equal("granska", await amal.FocusedIdAsync());
        await Assertions.Expect(amal.Page.Locator("#granska mark")).ToHaveTextAsync(["Karin Holmlund", "070-174 06 05", "Elsa Bergström", "19121212-1212"]);
        await Assertions.Expect(amal.Page.Locator("input[name=mask]:checked")).ToHaveCountAsync(4);
        await amal.FollowAsync("Registrera");

        var reference = amal.Path["/arenden/".Length..];
        var text = await amal.TextAsync();
        Assert.Contains(Masked, text, StringComparison.Ordinal);
        Assert.Contains("24 april 2026 kl. 14.10, telefon", text, StringComparison.Ordinal);
        Assert.Contains("Ansvarar Amal Warsame", text, StringComparison.Ordinal);
        await NowhereAsync(app, amal, reference);
        return reference;
    }

    /// <summary>To the unit that it concerns, but first the resident must know who takes it. R-FLOW-03</summary>
    private static async Task HandOverAsync(Keyboard amal, string reference)
    {
        await amal.OpenAsync($"/arenden/{reference}");
        await amal.FollowAsync("Lämna över");
        await amal.SelectAsync("Input_To", "Gruppboendet Linden (Johan Ekdahl)");
        await amal.TypeAsync("Input_Message", "Det gäller er. Ring gärna före tolv.");
        await amal.FollowAsync("Lämna över");

        // Refused with a sentence, which has the focus; what was typed is still there.
        await Assertions.Expect(amal.Page.Locator("[role=alert]")).ToBeFocusedAsync();
        await Assertions.Expect(amal.Page.Locator("[role=alert] li")).ToHaveTextAsync(["Berätta först för den som klagar vem som tar över. Välj hur du har berättat, eller att personen inte går att nå."]);
        await Assertions.Expect(amal.Page.Locator("#Input_To")).ToHaveValueAsync("gruppboendet-linden");
        await Assertions.Expect(amal.Page.Locator("#Input_Message")).ToHaveValueAsync("Det gäller er. Ring gärna före tolv.");
        await amal.ChooseAsync("Input.Notice", "Telefon");
        await amal.FollowAsync("Lämna över");

        Assert.Equal($"/arenden/{reference}", amal.Path);
        var text = await amal.TextAsync();
        Assert.Contains("Väntar på Gruppboendet Linden", text, StringComparison.Ordinal);
        Assert.Contains("Personen fick veta vem som tar över, per telefon.", text, StringComparison.Ordinal);
        Assert.Contains("Ansvarar Amal Warsame", text, StringComparison.Ordinal);

        // Until somebody there accepts, it stays on her list.
        await amal.FollowAsync("Att göra");
        await Assertions.Expect(amal.Page.Locator($"section:has(h2:text-is('Mina ärenden')) tr[data-ref='{reference}']")).ToHaveCountAsync(1);
    }

    /// <summary>Due Monday 4 May and Monday 11 May, with Friday 1 May said to be a holiday; the list sorts by them. R-DUE-02, R-DUE-03</summary>
    private static async Task SeeTheClocksAsync(TestApp app, Keyboard amal, string reference)
    {
        // What came in the day before is due earlier, though it is registered later.
        using var peter = await app.SignInAsync("peter");
        var earlier = await (await peter.GetAsync("/arenden/nytt")).SubmitAsync(
            ("Input.Text", "Ingen öppnade dörren."), ("Input.ReceivedAt", "2026-04-23T09:00"), ("Input.Unit", "socialpsykiatri"), ("Input.Phone", "070-174 06 12"));
        Assert.StartsWith("/arenden/2026-", earlier.Path, StringComparison.Ordinal);

        using var maria = await app.SignInAsync("maria");
        var list = await maria.GetAsync("/arenden");
        Assert.Equal([earlier.Path["/arenden/".Length..], reference], list.Document.QuerySelectorAll("tr[data-ref]").Select(r => r.GetAttribute("data-ref")));

        await amal.OpenAsync($"/arenden/{reference}");
        var first = Clock(amal, "Första återkoppling");
        var final = Clock(amal, "Slutligt svar");
        await Assertions.Expect(first.Locator(".clock-due")).ToHaveTextAsync("måndag 4 maj");
        await Assertions.Expect(final.Locator(".clock-due")).ToHaveTextAsync("måndag 11 maj");
        foreach (var clock in new[] { ("Första återkoppling", first), ("Slutligt svar", final) })
        {
            await amal.UnfoldAsync($"Varför detta datum? {clock.Item1}");
            await Assertions.Expect(clock.Item2.Locator("p")).ToBeVisibleAsync();
            await Assertions.Expect(clock.Item2.Locator("p")).ToContainTextAsync("Fre 1 maj är helgdag (första maj).");
        }
    }

    /// <summary>The manager of the unit takes over. R-FLOW-03</summary>
    private static async Task AcceptAsync(Keyboard johan, string reference)
    {
        await Assertions.Expect(johan.Page.Locator($"section:has(h2:text-is('Väntar på att du tar emot')) tr[data-ref='{reference}']")).ToHaveCountAsync(1);
        await johan.FollowAsync(await johan.Page.Locator($"tr[data-ref='{reference}'] a").InnerTextAsync());
        await johan.FollowAsync("Ta emot");

        var text = await johan.TextAsync();
        Assert.Contains("Du ansvarar nu för ärendet.", text, StringComparison.Ordinal);
        Assert.Contains("Ansvarar Johan Ekdahl", text, StringComparison.Ordinal);
        Assert.Contains("Överlämningar 1", text, StringComparison.Ordinal);
    }

    /// <summary>29 April: a new schedule, and the resident is told. The first clock stops, the other runs on. R-DUE-02</summary>
    private static async Task GiveFeedbackAsync(Keyboard johan, string reference)
    {
        await johan.OpenAsync($"/arenden/{reference}");
        await johan.FollowAsync("Registrera en åtgärd");
        await johan.TypeAsync("Input_Text", "Nytt schema från och med måndag.");
        await johan.ChooseAsync("Input.Purpose", "Se till att det inte händer igen");
        await johan.FollowAsync("Spara åtgärden");
        Assert.Contains("Åtgärden är sparad.", await johan.TextAsync(), StringComparison.Ordinal);

        await johan.FollowAsync("Ge återkoppling");
        await johan.ChooseAsync("Input.About", "En åtgärd är gjord");
        await johan.ChooseAsync("Input.Way", "Telefon");
        await johan.TypeAsync("Input_Text", "Jag ringde och berättade om det nya schemat.");
        await johan.FollowAsync("Spara återkopplingen");

        await Assertions.Expect(Clock(johan, "Första återkoppling")).ToHaveAttributeAsync("data-state", "met");
        await Assertions.Expect(Clock(johan, "Första återkoppling").Locator(".clock-state")).ToHaveTextAsync("Klar i tid");
        await Assertions.Expect(Clock(johan, "Slutligt svar")).ToHaveAttributeAsync("data-state", "calm");
    }

    /// <summary>8 May: it will take longer. The letter with the reason goes before the time is out. R-FLOW-10</summary>
    private static async Task TellOfDelayAsync(Keyboard johan, string reference)
    {
        await johan.OpenAsync($"/arenden/{reference}");
        await Assertions.Expect(Clock(johan, "Slutligt svar").Locator(".clock-state")).ToHaveTextAsync("3 dagar kvar");
        await johan.FollowAsync("Berätta om försening");
        await johan.TypeAsync("Input_Text", "Jag behöver tala med en medarbetare till innan jag kan svara dig ordentligt.");
        await johan.TypeDayAsync("Input_NewDay", new DateOnly(2026, 5, 13));
        await johan.ChooseAsync("Input.Way", "Brev");
        await johan.FollowAsync("Spara beskedet");
        var text = await johan.TextAsync();
        Assert.Contains("Beskedet är sparat. Skriv ut brevet i listan nedan.", text, StringComparison.Ordinal);
        Assert.Contains("Nytt löfte: onsdag 13 maj.", text, StringComparison.Ordinal);

        var (name, pdf) = await johan.DownloadAsync($"{Letter}: Berättade om försening");
        Assert.StartsWith($"brev-{reference}-", name, StringComparison.Ordinal);
        var words = string.Join(' ', PdfTools.Text(pdf).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var said in new[]
        {
            "Elsa Bergström", "Lindvägen 4", "123 45 Almvik", reference, "8 maj 2026", "Jag behöver tala med en medarbetare till innan jag kan svara dig ordentligt.",
            "onsdag 13 maj 2026", "Johan Ekdahl",
        })
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }
    }

    /// <summary>13 May: the answer, and the close. R-FLOW-10, R-FLOW-12</summary>
    private static async Task AnswerAndCloseAsync(Keyboard johan, string reference)
    {
        await johan.OpenAsync($"/arenden/{reference}");
        await Assertions.Expect(Clock(johan, "Slutligt svar").Locator(".clock-state")).ToHaveTextAsync("Sen, med besked");

        // Closing says what is missing, and does not close.
        await johan.FollowAsync("Avsluta");
        Assert.Contains("Svaret till den som klagade saknas.", await johan.TextAsync(), StringComparison.Ordinal);
        await johan.FollowAsync("Avsluta ärendet");
        await Assertions.Expect(johan.Page.Locator("[role=alert] li")).ToHaveTextAsync(["Svaret till den som klagade saknas."]);

        await johan.OpenAsync($"/arenden/{reference}");
        await johan.FollowAsync("Svara");
        await johan.TypeAsync("Input_Text", "Tack för att du ringde. Jag beklagar att vi kom sent. Från måndag gäller ett nytt schema.");
        await johan.ChooseAsync("Input.Way", "Brev");
        await johan.FollowAsync("Spara svaret");
        await johan.FollowAsync("Avsluta");
        await johan.TypeAsync("Input_Text", "Den boende har fått svar och ett nytt schema gäller.");
        await johan.FollowAsync("Avsluta ärendet");

        var text = await johan.TextAsync();
        Assert.Contains("Ärendet är avslutat.", text, StringComparison.Ordinal);
        Assert.Contains("Överlämningar 1", text, StringComparison.Ordinal);
        await Assertions.Expect(johan.Page.Locator(".page-head .ds-tag").First).ToHaveTextAsync("Avslutat");
        await Assertions.Expect(Clock(johan, "Första återkoppling").Locator(".clock-state")).ToHaveTextAsync("Klar i tid");
        await Assertions.Expect(Clock(johan, "Slutligt svar").Locator(".clock-state")).ToHaveTextAsync("Klar sent, med besked");
    }

    /// <summary>T1 has it as received; T2 has received none and closed one: feedback in time, the answer late with notice, one hand-over. R-LEARN-02</summary>
    private static async Task ReadTheReportsAsync(Keyboard johan)
    {
        await johan.FollowAsync("Rapporter");
        await johan.SelectAsync("period", "tertial 1 2026");
        await johan.FollowAsync("Visa rapporten");
        Assert.Equal("/rapporter/2026-T1", johan.Path);
        await HasFigureAsync(johan, "Inkomna", "alla", "1");
        await HasFigureAsync(johan, "Öppna vid periodens slut", "alla", "1");

        await johan.FollowAsync("Nästa period");
        Assert.Equal("/rapporter/2026-T2", johan.Path);
        await HasFigureAsync(johan, "Inkomna", "alla", "0");
        foreach (var (row, value) in new[] { ("alla", "1"), ("i tid", "0"), ("för sent", "1"), ("varav med besked om förseningen", "1") }) await HasFigureAsync(johan, "Avslutade, och svar i tid", row, value);
        await HasFigureAsync(johan, "Första återkoppling i tid", "i tid", "1");
        await HasFigureAsync(johan, "Överlämningar", "gånger", "1");
    }

    private static Task HasFigureAsync(Keyboard who, string figure, string row, string value) =>
        Assertions.Expect(who.Page.Locator($"section:has(h2:text-is('{figure}')) tr:has(th:text-is('{row}')) td").First).ToHaveTextAsync(value);

    /// <summary>No list, search, page source or log line holds what was masked. R-REG-02</summary>
    private static async Task NowhereAsync(TestApp app, Keyboard who, string reference)
    {
        foreach (var address in new[] { $"/arenden/{reference}", "/start", "/arenden?status=all", "/arenden?q=sent" })
        {
            await who.OpenAsync(address);
            var source = await who.Page.ContentAsync();
            Assert.DoesNotContain(Secrets, secret => source.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain(app.LogLines, line => Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static ILocator Clock(Keyboard who, string label) => who.Page.Locator($".case-facts .clock:has(.clock-label:text-is('{label}'))");
}
