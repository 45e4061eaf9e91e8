using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Walkthrough W1, the gift principle: a complaint in the clothes of a question, by the pages of staff with the keyboard alone.</summary>
[Trait("Category", "Browser")]
public sealed class WalkthroughW1Tests
{
    private const string Said = "Är det meningen att maten ska vara kall? I onsdags var potatisen iskall igen. Gunilla Tallström sa att det är så det är. Nås på 070-174 06 21.";
    private const string Masked = "Är det meningen att maten ska vara kall? I onsdags var potatisen iskall igen. [namn] sa att det är så det är. Nås på [telefon].";
    private const string Hint = "Det här låter som missnöje. Ska sorten vara klagomål?";
    private const string Singular = "Skriv jag, inte vi: ”Jag beklagar …”.";
    private static readonly string[] Planted = ["Gunilla", "Tallström", "070-174", "174 06 21", "0701740621", "Stålberg"];

    [Fact]
    public async Task A_question_about_cold_food_is_taken_for_the_complaint_that_it_is_and_answered_in_eight_steps()
    {
        await using var walk = await Walk.StartAsync("2026-05-04 09:10", Planted);
        var reference = "";
        await walk.AsAsync("goran", async goran =>
        {
            reference = await RegisterAsync(goran);
            await BecomeComplaintAsync(goran, reference);
            await AskAsync(goran);
        });
        await walk.AsAsync("goran", "2026-05-05 10:00", goran => PutRightAndAnswerAsync(goran, reference));
        await walk.AsAsync("goran", "2026-05-07 13:00", goran => AnswerTheNextQuestionAsync(goran, reference));
        await walk.AsAsync("lotta", "2026-05-08 09:00", lotta => SeeAsTheManagerAsync(lotta, reference));
        await walk.AsAsync("goran", "2026-05-21 15:00", goran => FollowUpAndCloseAsync(goran, reference));
        await walk.AsAsync("lotta", "2026-05-22 09:00", lotta => LearnAsync(lotta, reference));
        await walk.AsAsync("sofia", "2026-05-25 09:00", LearnFromOthersAsync);
        await walk.NowhereElseAsync();
    }

    /// <summary>What came by the web form is typed in by the cook. The page says what the question sounds like. R-IN-05, R-IN-11</summary>
    private static async Task<string> RegisterAsync(Keyboard goran)
    {
        await goran.FollowAsync("Registrera ett nytt ärende");
        await goran.TypeAsync("Input_Text", Said);
        await goran.ChooseAsync("Input.Kind", "Fråga");
        await goran.ChooseAsync("Input.Channel", "Webbformulär");
        await goran.TypeMomentAsync("Input_ReceivedAt", new DateTime(2026, 5, 4, 8, 40, 0));
        await goran.CheckAsync("Input_Anonymous");
        await goran.TypeAsync("Input_Phone", "070-174 06 21");
        await goran.ChooseAsync("Input.Reply", "Telefon");
        await goran.FollowAsync("Registrera");

        Assert.Equal("granska", await goran.FocusedIdAsync());
        await Assertions.Expect(goran.Page.Locator("#granska .ds-alert li")).ToHaveTextAsync([Hint]);
        await Assertions.Expect(goran.Page.Locator("#granska mark")).ToHaveTextAsync(["Gunilla Tallström", "070-174 06 21"]);
        await goran.FollowAsync("Registrera");

        var text = await goran.TextAsync();
        Assert.Contains(Masked, text, StringComparison.Ordinal);
        Assert.Contains("4 maj 2026 kl. 08.40, webbformulär", text, StringComparison.Ordinal);
        await Assertions.Expect(goran.Page.Locator(".page-head .tags")).ToContainTextAsync("Anonym");
        return Walk.ReferenceOf(goran);
    }

    /// <summary>The case says it too, until somebody has taken a stand. R-IN-01, R-IN-11, R-DUE-05</summary>
    private static async Task BecomeComplaintAsync(Keyboard goran, string reference)
    {
        await Assertions.Expect(goran.Page.Locator(".ds-alert[data-color=warning] p").First).ToHaveTextAsync(Hint);
        await Assertions.Expect(goran.Page.Locator(".steps")).ToHaveCountAsync(0);
        await goran.FollowAsync("Ändra sort");
        await goran.ChooseAsync("Input.Kind", "Klagomål");
        await goran.TypeAsync("Input_Why", "Maten ska vara varm. Det är ett klagomål.");
        await goran.FollowAsync("Ändra");

        Assert.Equal($"/arenden/{reference}", goran.Path);
        var text = await goran.TextAsync();
        Assert.Contains("Sorten är ändrad.", text, StringComparison.Ordinal);
        Assert.Contains("Ändrat till klagomål", text, StringComparison.Ordinal);
        Assert.Contains("Maten ska vara varm. Det är ett klagomål.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Hint, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tider", text, StringComparison.Ordinal); // the routine has none

        await goran.UnfoldAsync("Gåvoprincipens åtta steg: 0 av 8 klara");
        await Assertions.Expect(goran.Page.Locator(".steps li")).ToHaveCountAsync(8);
        await Assertions.Expect(goran.Page.Locator(".steps li").Nth(2)).ToContainTextAsync("Säg ”jag beklagar”, inte ”vi beklagar”.");
        await HasTickedAsync(goran);
    }

    /// <summary>Step 5. R-FLOW-17</summary>
    private static async Task AskAsync(Keyboard goran)
    {
        await goran.UnfoldAsync("Mer du kan göra");
        await goran.FollowAsync("Fråga personen");
        await goran.TypeAsync("Input_Text", "Var det bara potatisen som var kall?");
        await goran.ChooseAsync("Input.Way", "Telefon");
        await goran.FollowAsync("Spara frågan");
        await HasTickedAsync(goran, "Fråga efter det du behöver veta");
    }

    /// <summary>Steps 6 and 7. The editor hears who is sorry. R-FLOW-05, R-FLOW-07</summary>
    private static async Task PutRightAndAnswerAsync(Keyboard goran, string reference)
    {
        await goran.OpenAsync($"/arenden/{reference}");
        await goran.FollowAsync("Registrera en åtgärd");
        await goran.TypeAsync("Input_Text", "Värmevagnen är lagad.");
        await goran.ChooseAsync("Input.Purpose", "Rätta till det för den här personen");
        await goran.FollowAsync("Spara åtgärden");

        await goran.FollowAsync("Svara");
        Assert.Contains("Skriv ”Jag beklagar”. ”Vi beklagar” låter som ingen alls.", await goran.TextAsync(), StringComparison.Ordinal);
        await goran.TypeAsync("Input_Text", "Tack för att du berättade. Vi beklagar att maten var kall. Vi har lagat värmevagnen.");
        await goran.FollowAsync("Granska");
        Assert.Equal("granskning", await goran.FocusedIdAsync());
        await Assertions.Expect(goran.Page.Locator("#granskning > ul:not(.checks) li")).ToHaveTextAsync([Singular]);
        Assert.Contains("Hittas inte Vad vi gör för att det inte ska hända igen", await goran.TextAsync(), StringComparison.Ordinal);

        await goran.TypeAsync("Input_Text", "Tack för att du berättade. Jag beklagar att maten var kall. Vi har lagat värmevagnen, och ser till att det inte händer igen.");
        await goran.FollowAsync("Granska");
        Assert.DoesNotContain(Singular, await goran.TextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(goran.Page.Locator("#granskning .checks .ds-tag")).ToHaveTextAsync(["Finns", "Finns", "Finns", "Finns"]);
        await goran.ChooseAsync("Input.Way", "Telefon");
        await goran.FollowAsync("Spara svaret");

        Assert.Contains("Svaret är sparat.", await goran.TextAsync(), StringComparison.Ordinal);
        await Walk.HasStateAsync(goran, "Besvarat");
        await HasTickedAsync(goran, "Fråga efter det du behöver veta", "Gör vad du har lovat", "Följ upp och återkoppla");
    }

    /// <summary>The one without a name calls again, and is answered. R-IN-05, R-FLOW-17</summary>
    private static async Task AnswerTheNextQuestionAsync(Keyboard goran, string reference)
    {
        await goran.OpenAsync($"/arenden/{reference}");
        await goran.UnfoldAsync("Mer du kan göra");
        await goran.FollowAsync("Personen har hört av sig igen");
        await goran.TypeAsync("Input_Text", "Blir det likadant i sommar? Hälsa Ebba Stålberg.");
        await goran.ChooseAsync("Input.Way", "Telefon");
        await goran.FollowAsync("Spara");
        Assert.Contains("Blir det likadant i sommar? Hälsa [namn 2].", await goran.TextAsync(), StringComparison.Ordinal);

        await goran.FollowAsync("Svara");
        await goran.TypeAsync("Input_Text", "Tack för att du frågade. Nej, vi mäter värmen varje dag, också i sommar.");
        await goran.ChooseAsync("Input.Way", "Telefon");
        await goran.FollowAsync("Spara svaret");
        await goran.UnfoldAsync("Mer du kan göra");
        await goran.FollowAsync("Lova att höra av dig");
        await goran.TypeMomentAsync("Input_DueAt", new DateTime(2026, 5, 21, 15, 0, 0));
        await goran.TypeAsync("Input_Text", "Höra om maten är varm nu.");
        await goran.FollowAsync("Spara löftet");
        Assert.Contains("Lovat att höra av sig", await goran.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The manager of the kitchen sees it, though nobody has handed it to her. R-SEC-01</summary>
    private static async Task SeeAsTheManagerAsync(Keyboard lotta, string reference)
    {
        await Assertions.Expect(Walk.Row(lotta, "Brådskar mest bland det du ser", reference)).ToHaveCountAsync(1);
        await lotta.OpenAsync("/arenden?q=potatisen");
        await Assertions.Expect(lotta.Page.Locator($"tr[data-ref='{reference}']")).ToHaveCountAsync(1);
    }

    /// <summary>The promise is kept, step 8 is registered, and only then is it done. R-FLOW-09, R-FLOW-12</summary>
    private static async Task FollowUpAndCloseAsync(Keyboard goran, string reference)
    {
        await goran.OpenAsync($"/arenden/{reference}");
        await goran.FollowAsync("Avsluta");
        Assert.Contains("Ett löfte om att ringa upp är inte avbockat.", await goran.TextAsync(), StringComparison.Ordinal);
        await goran.OpenAsync($"/arenden/{reference}");
        await goran.FollowAsync("Bocka av");
        await goran.TypeAsync("Input_Text", "Maten är varm nu, och personen är nöjd.");
        await goran.FollowAsync("Bocka av");

        await goran.FollowAsync("Registrera en åtgärd");
        await goran.TypeAsync("Input_Text", "Vi mäter värmen innan vagnen går, och skriver upp den.");
        await goran.ChooseAsync("Input.Purpose", "Se till att det inte händer igen");
        await goran.FollowAsync("Spara åtgärden");
        await HasTickedAsync(goran, "Fråga efter det du behöver veta", "Gör vad du har lovat", "Följ upp och återkoppla", "Se till att det inte händer igen");

        await goran.FollowAsync("Avsluta");
        await goran.TypeAsync("Input_Text", "Personen är nöjd. Köket mäter värmen.");
        await goran.FollowAsync("Avsluta ärendet");
        Assert.Contains("Ärendet är avslutat.", await goran.TextAsync(), StringComparison.Ordinal);
        await Walk.HasStateAsync(goran, "Avslutat");
    }

    /// <summary>What prevents it has an owner and a day; the lesson is shared with the other units, and told outside. R-LEARN-04, R-LEARN-06</summary>
    private static async Task LearnAsync(Keyboard lotta, string reference)
    {
        await lotta.FollowAsync("Förbättringar");
        await lotta.FollowAsync("Ny förbättringsplan");
        await lotta.TypeAsync("Input_Title", "Varm mat");
        await lotta.TypeAsync("Input_Why", "Maten är kall när den kommer fram.");
        await lotta.SelectAsync("Input_Category", "Mat och måltider");
        await lotta.TypeAsync("Input_Cases", reference);
        await lotta.FollowAsync("Börja planen");
        await lotta.TypeAsync("Input_What", "Värmen mäts innan vagnen går.");
        await lotta.SelectAsync("Input_Owner", "Göran Petrovic");
        await lotta.TypeDayAsync("Input_DueOn", new DateOnly(2026, 6, 30));
        await lotta.FollowAsync("Lägg till");
        Assert.Contains("Värmen mäts innan vagnen går. Göran Petrovic tisdag 30 juni", await lotta.TextAsync(), StringComparison.Ordinal);

        await lotta.FollowAsync("Dela med alla enheter");
        await lotta.UnfoldAsync("Visa för alla: Ni tyckte, vi gjorde");
        await lotta.TypeAsync("Input_Heard", "Maten är kall när den kommer fram.");
        await lotta.TypeAsync("Input_Did", "Köket mäter värmen innan vagnen går.");
        await lotta.FollowAsync("Visa för alla");
        await lotta.FollowAsync("Ni tyckte, vi gjorde");
        Assert.Equal("/ni-tyckte", lotta.Path);
        Assert.Contains("Köket mäter värmen innan vagnen går.", await lotta.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Another unit reads it and does the same. R-LEARN-06</summary>
    private static async Task LearnFromOthersAsync(Keyboard sofia)
    {
        await sofia.FollowAsync("Förbättringar");
        Assert.Contains("Lärdomar från andra", await sofia.TextAsync(), StringComparison.Ordinal);
        await sofia.OpenAsync("/forbattringar/1");
        await sofia.SelectAsync("Input_Unit", "Hemtjänst Norr");
        await sofia.FollowAsync("Vi gör likadant");
        Assert.Contains("Gör likadant: Hemtjänst Norr.", await sofia.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The steps that the journal shows, and no others.</summary>
    private static async Task HasTickedAsync(Keyboard who, params string[] steps)
    {
        var ticked = who.Page.Locator(".steps li[data-done]");
        await Assertions.Expect(ticked).ToHaveCountAsync(steps.Length);
        for (var step = 0; step < steps.Length; step++) await Assertions.Expect(ticked.Nth(step)).ToContainTextAsync(steps[step]);
    }
}
