using Gava.Web.Tests.Operations.Documents;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Walkthrough W3, Socialtjänsten with the complaints manager: a form from the waiting room, answered after a night's sleep, with the keyboard alone.</summary>
[Trait("Category", "Browser")]
public sealed class WalkthroughW3Tests
{
    private const string Said = "Handläggaren Ellinor Brask lyssnade inte på mig vid mötet. Jag fick inte tala till punkt. Tore Rosenqvist, 070-174 06 61";
    private const string Masked = "Handläggaren [medarbetare] lyssnade inte på mig vid mötet. Jag fick inte tala till punkt. [personen], [telefon]";
    private const string Reply = "Tack för att du berättade för oss. Jag har pratat med dem som berörs. Vi borde ha lyssnat bättre, och jag ber om ursäkt. Från och med i dag börjar vi varje möte med dina frågor.";
    private const string Comment = "Jag borde ha frågat Tore Rosenqvist mer.";
    private const string Number = "SN 2026-0001";
    private static readonly string[] Planted = ["Ellinor", "Brask", "Rosenqvist", "070-174", "174 06 61", "0701740661", "Åsgatan", "borde ha frågat", "174 06 62"];

    [Fact]
    public async Task A_form_from_the_waiting_room_is_answered_when_those_concerned_have_slept_on_it()
    {
        await using var walk = await Walk.StartAsync("2026-05-21 15:30", Planted);
        var reference = "";
        await walk.AsAsync("rosa", async rosa =>
        {
            reference = await TypeInAsync(rosa);
            await SendToTheComplaintsManagerAsync(rosa, reference);
        });
        await walk.MailedAsync("kerstin@almvik.example", $"Ärende {reference} väntar på dig");
        await walk.AsAsync("kerstin", "2026-05-22 08:20", kerstin => AcceptAsync(kerstin, reference));
        await walk.AsAsync("rut", "2026-05-22 09:00", rut => EnterInDiaryAsync(rut, reference));
        await walk.AsAsync("kerstin", "2026-05-22 10:00", async kerstin =>
        {
            await SeeTheClocksAsync(kerstin, reference);
            await AcknowledgeAsync(kerstin, reference);
            await CategoriseAsync(kerstin, reference);
            await ContactTheUnitManagerAsync(kerstin, reference);
        });
        await walk.MailedAsync("anders@almvik.example", $"Ärende {reference} väntar på dig");
        await walk.AsAsync("ingrid", ingrid => SeesNothingAsync(ingrid, reference));

        await walk.AsAsync("anders", "2026-05-26 10:00", async anders =>
        {
            await ConsultAsync(anders, reference);
            await DraftAsync(anders, reference);
            await IsTooEarlyAsync(anders, reference);
        });
        await walk.MailedAsync("nadia@almvik.example", $"Vad säger du om ärende {reference}?");
        await walk.MailedAsync("ingrid@almvik.example", $"Vad säger du om ärende {reference}?");
        await walk.AsAsync("nadia", "2026-05-26 16:00", nadia => CommentAsync(nadia, reference, Comment));
        await walk.AsAsync("ingrid", "2026-05-27 09:00", ingrid => CommentAsync(ingrid, reference, "Jag minns mötet på samma sätt."));
        await walk.MailedAsync("anders@almvik.example", $"Synpunkter har kommit i ärende {reference}");

        await walk.AsAsync("anders", "2026-05-29 10:00", async anders =>
        {
            await ReplyAsync(anders, reference);
            await ReportAndCloseAsync(anders, reference);
        });
        await walk.MailedAsync("kerstin@almvik.example", $"Ärende {reference} är redovisat");
        await walk.AsAsync("ingrid", ingrid => SeesNothingAsync(ingrid, reference));
        await CompileTheTertialAsync(walk, reference);
        await walk.NowhereElseAsync();
    }

    /// <summary>September: the complaints manager compiles T2 with a text from the unit, and the unit meets, plans, and the year goes to the boards. R-LEARN-02, R-LEARN-03, R-LEARN-04</summary>
    private static async Task CompileTheTertialAsync(Walk walk, string reference)
    {
        var address = "";
        await walk.AsAsync("kerstin", "2026-09-07 09:00", async kerstin =>
        {
            await kerstin.FollowAsync("Rapporter");
            await kerstin.FollowAsync("Tertialets klagomål och synpunkter");
            Assert.Equal("/rapporter/2026-T2", kerstin.Path);
            await kerstin.FollowAsync("Sammanställ: skriv analys och signera");
            address = kerstin.Path;
            Assert.Contains("Skriv analysen först.", await kerstin.TextAsync(), StringComparison.Ordinal);
            await kerstin.CheckAsync((await kerstin.Page.Locator("input[value='barn-och-familj']").GetAttributeAsync("id"))!);
            await kerstin.TypeDayAsync("Input_DueOn", new DateOnly(2026, 9, 14));
            await kerstin.FollowAsync("Be om texter");
            await AccessibilityTests.LightAndDarkAsync(kerstin.Page);
        });
        await walk.AsAsync("anders", "2026-09-10 13:00", async anders =>
        {
            await anders.FollowAsync("En text att skriva till en sammanställning");
            await anders.FollowAsync("Tertial 2 2026, Social- och äldreförvaltningen");
            await anders.TypeAsync("Input_Text", "Vi börjar varje möte med den enskildes frågor.");
            await anders.FollowAsync("Spara texten");
            Assert.Contains("Tack! Texten är sparad.", await anders.TextAsync(), StringComparison.Ordinal);

            await anders.OpenAsync("/forbattringar/mote");
            await anders.TypeDayAsync("Input_Day", new DateOnly(2026, 9, 9));
            await anders.TypeAsync("Input_Text", "Vi gick igenom enhetens klagomål.");
            await anders.FollowAsync("Spara");
            await anders.FollowAsync("Gör en förbättringsplan");
            await anders.TypeAsync("Input_Title", "Frågorna först");
            await anders.TypeAsync("Input_Why", "Människor säger att vi inte lyssnar vid möten.");
            await anders.TypeAsync("Input_Cases", reference);
            await anders.FollowAsync("Börja planen");
            Assert.StartsWith("/forbattringar/", anders.Path, StringComparison.Ordinal);
        });
        await walk.AsAsync("kerstin", "2026-09-15 09:00", async kerstin =>
        {
            await kerstin.OpenAsync(address);
            Assert.Contains("Vi börjar varje möte med den enskildes frågor.", await kerstin.TextAsync(), StringComparison.Ordinal);
            await kerstin.TypeAsync("Input_Analysis", "Klagomålen handlar om bemötande. De besvarades i tid.");
            await kerstin.FollowAsync("Spara analysen");
            await kerstin.SelectAsync("Input_Reference", $"{reference} {Masked[..89]}…");
            await kerstin.FollowAsync("Ta med som exempel");
            Assert.Contains(Masked, await kerstin.TextAsync(), StringComparison.Ordinal);
            await kerstin.FollowAsync("Signera rapporten");
            Assert.Contains("Rapporten är signerad. Nu ändras inget i den.", await kerstin.TextAsync(), StringComparison.Ordinal);
            await AccessibilityTests.LightAndDarkAsync(kerstin.Page);
            var (name, pdf) = await kerstin.DownloadAsync("PDF");
            Assert.Equal("rapport-2026-T2-social.pdf", name);
            Contains(pdf, "Klagomålen handlar om bemötande. De besvarades i tid.", "Vi börjar varje möte med den enskildes frågor.", "lyssnade inte på mig vid mötet", "Kerstin Ahlgren");

            await kerstin.TypeAsync("Input_To", "Ledningsgruppen");
            await kerstin.ChooseAsync("Input.Edition", "Alla siffror");
            await kerstin.FollowAsync("Spara");
            await kerstin.FollowAsync("Anteckna vad de beslutade: Ledningsgruppen");
            await kerstin.TypeAsync("Input_Decision", "Alla enheter börjar möten med frågor.");
            await kerstin.FollowAsync("Spara beslutet");
            Assert.Contains("Alla enheter börjar möten med frågor.", await kerstin.TextAsync(), StringComparison.Ordinal);
            await kerstin.OpenAsync("/rapporter");
            await Assertions.Expect(kerstin.Page.Locator("article:has-text('Tertialets klagomål') .ds-tag")).ToHaveTextAsync("Klart");
        });
        await walk.AsAsync("kerstin", "2027-01-20 09:00", async kerstin =>
        {
            // The year, for the boards: as those may read it who must not see the cases.
            await kerstin.FollowAsync("Rapporter");
            await kerstin.FollowAsync("Årets klagomål och synpunkter");
            Assert.Equal("/rapporter/2026", kerstin.Path);
            await kerstin.FollowAsync("Sammanställ: skriv analys och signera");
            await kerstin.TypeAsync("Input_Analysis", "Året i tre tertial.");
            await kerstin.FollowAsync("Spara analysen");
            await kerstin.FollowAsync("Signera rapporten");
            foreach (var board in new[] { "Socialnämnden", "Äldrenämnden" })
            {
                if (board[0] != 'S') await kerstin.UnfoldAsync("Lämna rapporten");
                await kerstin.TypeAsync("Input_To", board);
                await kerstin.ChooseAsync("Input.Edition", "Små grupper dolda");
                await kerstin.FollowAsync("Spara");
            }

            Assert.Contains("Äldrenämnden Fick den onsdag 20 januari, med små grupper dolda.", await kerstin.TextAsync(), StringComparison.Ordinal);
            await kerstin.FollowAsync("Visa som nämnden får se den");
            Assert.Contains("Inkomna dolt", await kerstin.TextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_second_one_is_solved_at_the_counter_and_only_categorised()
    {
        await using var walk = await Walk.StartAsync("2026-05-22 14:00", Planted);
        var reference = "";
        await walk.AsAsync("rosa", async rosa => reference = await SolveAsync(rosa));
        await walk.AsAsync("kerstin", async kerstin =>
        {
            await kerstin.OpenAsync($"/arenden/{reference}");
            await kerstin.UnfoldAsync("Mer du kan göra");
            await kerstin.FollowAsync("Sätt kategorier");
            await kerstin.CheckAsync("category-kvalitetsindikator-tillganglighet");
            await kerstin.FollowAsync("Spara kategorierna");
            Assert.Contains("Kvalitetsindikator Hög tillgänglighet", await kerstin.TextAsync(), StringComparison.Ordinal);
            await Walk.HasStateAsync(kerstin, "Avslutat");
        });
        await walk.NowhereElseAsync();
    }

    /// <summary>Thursday 21 May: the form that somebody filled in by hand. R-IN-08, R-REG-01</summary>
    private static async Task<string> TypeInAsync(Keyboard rosa)
    {
        await rosa.FollowAsync("Registrera ett nytt ärende");
        await rosa.TypeAsync("Input_Text", Said);
        await rosa.ChooseAsync("Input.Kind", "Klagomål");
        await rosa.ChooseAsync("Input.Channel", "Blankett");
        await rosa.SelectAsync("Input_Unit", "Barn och familj");
        await rosa.TypeMomentAsync("Input_ReceivedAt", new DateTime(2026, 5, 21, 14, 15, 0));
        await rosa.TypeAsync("Input_Name", "Tore Rosenqvist");
        await rosa.TypeAsync("Input_Address", "Åsgatan 7\n123 41 Almvik");
        await rosa.ChooseAsync("Input.Reply", "Brev");
        await rosa.FollowAsync("Registrera");
        await Assertions.Expect(rosa.Page.Locator("#granska mark")).ToHaveTextAsync(["Ellinor Brask", "Tore Rosenqvist", "070-174 06 61"]);
        await rosa.FollowAsync("Registrera");
        var text = await rosa.TextAsync();
        Assert.Contains(Masked, text, StringComparison.Ordinal);
        Assert.Contains("21 maj 2026 kl. 14.15, blankett", text, StringComparison.Ordinal);
        return Walk.ReferenceOf(rosa);
    }

    /// <summary>It goes to the complaints manager, who has it registered. R-REG-09</summary>
    private static async Task SendToTheComplaintsManagerAsync(Keyboard rosa, string reference)
    {
        await rosa.FollowAsync("Lämna över");
        Assert.Contains("Skicka det till klagomålshanteraren, som ser till att det registreras.", await rosa.TextAsync(), StringComparison.Ordinal);
        await rosa.SelectAsync("Input_To", "Kerstin Ahlgren, Klagomålshanterare");
        await rosa.ChooseAsync("Input.Notice", "Möte");
        await rosa.FollowAsync("Lämna över");
        Assert.Equal($"/arenden/{reference}", rosa.Path);
        Assert.Contains("Väntar på Kerstin Ahlgren", await rosa.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task AcceptAsync(Keyboard kerstin, string reference)
    {
        await Assertions.Expect(Walk.Row(kerstin, "Väntar på att du tar emot", reference)).ToHaveCountAsync(1);
        await kerstin.OpenAsync($"/arenden/{reference}");
        await kerstin.FollowAsync("Ta emot");
        var text = await kerstin.TextAsync();
        Assert.Contains("Ansvarar Kerstin Ahlgren", text, StringComparison.Ordinal);
        Assert.Contains("Enhet Barn och familj", text, StringComparison.Ordinal);
    }

    /// <summary>Friday 22 May is day 0. R-REG-04, R-REG-09</summary>
    private static async Task EnterInDiaryAsync(Keyboard rut, string reference)
    {
        await rut.FollowAsync("Diarium");
        await Assertions.Expect(Walk.Row(rut, "Väntar på diarieföring", reference)).ToHaveCountAsync(1);
        await rut.FollowAsync("Klagomål");
        await rut.ChooseAsync("Input.PublicSubject", "Klagomål på bemötande");
        await rut.FollowAsync("Ge ett diarienummer");
        Assert.Contains($"{reference} har fått diarienummer {Number}.", await rut.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Both end on day 10, Monday 1 June, counted from the registrar and not from the reception. R-DUE-03, R-REG-09</summary>
    private static async Task SeeTheClocksAsync(Keyboard kerstin, string reference)
    {
        await kerstin.OpenAsync($"/arenden/{reference}");
        Assert.Contains($"Diarienummer {Number}", await kerstin.TextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Walk.Clock(kerstin, "Svar").Locator(".clock-due")).ToHaveTextAsync("måndag 1 juni");
        await Assertions.Expect(Walk.Clock(kerstin, "Uppgift till klagomålshanteraren").Locator(".clock-due")).ToHaveTextAsync("måndag 1 juni");
    }

    /// <summary>By letter, before the unit manager is contacted. R-FLOW-01</summary>
    private static async Task AcknowledgeAsync(Keyboard kerstin, string reference)
    {
        await kerstin.UnfoldAsync("Mer du kan göra");
        await kerstin.FollowAsync("Bekräfta att det har kommit");
        await kerstin.ChooseAsync("Input.Way", "Brev");
        await kerstin.FollowAsync("Bekräfta");
        Assert.Contains("Bekräftelsen är antecknad. Skriv ut brevet i listan nedan.", await kerstin.TextAsync(), StringComparison.Ordinal);
        var (name, pdf) = await kerstin.DownloadAsync("Skriv ut som brev: Bekräftelse skickad");
        Assert.StartsWith($"brev-{reference}-", name, StringComparison.Ordinal);
        Contains(pdf, "Tore Rosenqvist", "Åsgatan 7", "123 41 Almvik", "22 maj 2026", $"Ditt ärende har nummer {reference}.", "Kerstin Ahlgren", "Klagomålshanterare");
        Assert.DoesNotContain("lyssnade", Words(pdf), StringComparison.Ordinal);
    }

    /// <summary>The quality indicator. R-LEARN-01</summary>
    private static async Task CategoriseAsync(Keyboard kerstin, string reference)
    {
        await kerstin.OpenAsync($"/arenden/{reference}");
        await kerstin.UnfoldAsync("Mer du kan göra");
        await kerstin.FollowAsync("Sätt kategorier");
        await AccessibilityTests.LightAndDarkAsync(kerstin.Page);
        await kerstin.CheckAsync("category-kvalitetsindikator-bemotande");
        await kerstin.FollowAsync("Spara kategorierna");
        Assert.Contains("Kvalitetsindikator Ett bra bemötande", await kerstin.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task ContactTheUnitManagerAsync(Keyboard kerstin, string reference)
    {
        await kerstin.FollowAsync("Lämna över");
        await kerstin.SelectAsync("Input_To", "Barn och familj (Anders Holmkvist)");
        await kerstin.ChooseAsync("Input.Notice", "Brev");
        await kerstin.TypeAsync("Input_Message", "Svara senast måndag 1 juni.");
        await kerstin.FollowAsync("Lämna över");
        Assert.Equal($"/arenden/{reference}", kerstin.Path);
        Assert.Contains("Personen fick veta vem som tar över, med brev.", await kerstin.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Day 4, Tuesday 26 May: two officers are asked. The second works at the unit next door. R-FLOW-06</summary>
    private static async Task ConsultAsync(Keyboard anders, string reference)
    {
        await anders.OpenAsync($"/arenden/{reference}");
        await anders.FollowAsync("Ta emot");
        await anders.FollowAsync("Svara");
        Assert.Contains("Ingen berörd är tillfrågad än.", await anders.TextAsync(), StringComparison.Ordinal);
        foreach (var (who, what) in new[] { ("Nadia Osman, Socialsekreterare", "Vad hände vid mötet?"), ("Ingrid Falk, Socialsekreterare", "Du var med. Vad minns du?") })
        {
            await anders.OpenAsync($"/arenden/{reference}");
            await anders.UnfoldAsync("Mer du kan göra");
            await anders.FollowAsync("Fråga en berörd");
            await anders.SelectAsync("Input_Person", who);
            await anders.TypeAsync("Input_Text", what);
            await anders.FollowAsync("Fråga");
        }

        await Assertions.Expect(anders.Page.Locator(".card:has(h2:text-is('Tillfrågade')) li")).ToHaveTextAsync(["Nadia Osman, har inte svarat än", "Ingrid Falk, har inte svarat än"]);
    }

    private static async Task DraftAsync(Keyboard anders, string reference)
    {
        await anders.UnfoldAsync("Mer du kan göra");
        await anders.FollowAsync("Skriv ett förslag till svar");
        Assert.Contains("Sparar du nu vilar förslaget till 27 maj 2026 kl. 10.00, så att de berörda hinner tänka.", await anders.TextAsync(), StringComparison.Ordinal);
        await anders.TypeAsync("Input_Text", Reply);
        await anders.FollowAsync("Spara förslaget");
        Assert.Equal($"/arenden/{reference}", anders.Path);
        Assert.DoesNotContain("ber om ursäkt", await anders.TextAsync(), StringComparison.Ordinal); // in the vault only
    }

    /// <summary>Sending before the day has passed demands a reason. R-FLOW-06</summary>
    private static async Task IsTooEarlyAsync(Keyboard anders, string reference)
    {
        await anders.FollowAsync("Svara");
        Assert.Contains("Förslaget vilar till onsdag 27 maj 2026 klockan 10.00", await anders.TextAsync(), StringComparison.Ordinal);
        await anders.FollowAsync("Hämta förslaget");
        await anders.ChooseAsync("Input.Way", "Brev");
        await anders.FollowAsync("Spara svaret");
        await Assertions.Expect(anders.Page.Locator("[role=alert]")).ToBeFocusedAsync();
        await Assertions.Expect(anders.Page.Locator("[role=alert] a[href='#Input_Because']")).ToContainTextAsync("Vänta, eller skriv varför svaret måste gå nu.");
        await Assertions.Expect(anders.Page.Locator("#Input_Text")).ToHaveValueAsync(Reply);
        await anders.OpenAsync($"/arenden/{reference}");
        await Walk.HasStateAsync(anders, "Pågår");
    }

    /// <summary>An officer reads the draft, which is written down, and comments within the day. R-SEC-03</summary>
    private static async Task CommentAsync(Keyboard officer, string reference, string words)
    {
        await officer.OpenAsync($"/arenden/{reference}");
        await officer.FollowAsync("Lämna synpunkter");
        await officer.FollowAsync("Läs förslaget till svar");
        Assert.Contains(Reply, await officer.TextAsync(), StringComparison.Ordinal);
        await AccessibilityTests.LightAndDarkAsync(officer.Page);
        await officer.TypeAsync("Input_Text", words);
        await officer.FollowAsync("Lämna synpunkterna");
        Assert.Contains("Tack. Dina synpunkter är sparade.", await officer.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Day 7, Friday 29 May: everybody has been heard, and the reply goes by letter. R-FLOW-06</summary>
    private static async Task ReplyAsync(Keyboard anders, string reference)
    {
        await anders.OpenAsync($"/arenden/{reference}");
        await Assertions.Expect(anders.Page.Locator(".card:has(h2:text-is('Tillfrågade')) li")).ToHaveTextAsync(["Nadia Osman, svarade 26 maj 2026 kl. 16.00", "Ingrid Falk, svarade 27 maj 2026 kl. 09.00"]);
        await anders.FollowAsync("Visa uppgifterna");
        await anders.ChooseAsync("Input.Reason", "Utreda det som hänt");
        await anders.FollowAsync("Öppna");
        await AccessibilityTests.LightAndDarkAsync(anders.Page);
        Assert.Contains($"Lämnade synpunkter 26 maj 2026 kl. 16.00 · Nadia Osman {Comment}", await anders.TextAsync(), StringComparison.Ordinal);

        await anders.OpenAsync($"/arenden/{reference}");
        await anders.FollowAsync("Svara");
        await Assertions.Expect(anders.Page.Locator(".ds-alert[data-color=warning]")).ToHaveCountAsync(0);
        await anders.FollowAsync("Hämta förslaget");
        await anders.ChooseAsync("Input.Way", "Brev");
        await anders.FollowAsync("Spara svaret");
        Assert.Contains("Svaret är sparat. Skriv ut brevet i listan nedan.", await anders.TextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Walk.Clock(anders, "Svar").Locator(".clock-state")).ToHaveTextAsync("Klar i tid");
        var (_, pdf) = await anders.DownloadAsync("Skriv ut som brev: Svarade");
        Contains(pdf, "Tore Rosenqvist", "Åsgatan 7", "29 maj 2026", "Vi borde ha lyssnat bättre, och jag ber om ursäkt.", "Anders Holmkvist");
    }

    /// <summary>And the complaints manager is told how it was treated, before it can be closed. R-FLOW-11, R-FLOW-12</summary>
    private static async Task ReportAndCloseAsync(Keyboard anders, string reference)
    {
        await anders.OpenAsync($"/arenden/{reference}");
        await anders.FollowAsync("Avsluta");
        Assert.Contains("Klagomålshanteraren har inte fått veta hur ärendet har behandlats.", await anders.TextAsync(), StringComparison.Ordinal);
        await anders.OpenAsync($"/arenden/{reference}");
        await anders.UnfoldAsync("Mer du kan göra");
        await anders.FollowAsync("Berätta hur det har behandlats");
        foreach (var line in new[] { "21 maj 2026: Kom in", "22 maj 2026: Bekräftat", "26 maj 2026: Berörd tillfrågad", "27 maj 2026: Berörd har lämnat synpunkter", "29 maj 2026: Svar" })
        {
            Assert.Contains(line, await anders.Page.InputValueAsync("#Input_Text"), StringComparison.Ordinal);
        }

        await anders.FollowAsync("Skicka till klagomålshanteraren");
        await Assertions.Expect(Walk.Clock(anders, "Uppgift till klagomålshanteraren").Locator(".clock-state")).ToHaveTextAsync("Klar i tid");
        await anders.FollowAsync("Avsluta");
        await anders.TypeAsync("Input_Text", "Svaret har gått.");
        await anders.FollowAsync("Avsluta ärendet");
        await Walk.HasStateAsync(anders, "Avslutat");
    }

    /// <summary>Before they are asked, and when the answer has gone. R-SEC-03</summary>
    private static async Task SeesNothingAsync(Keyboard officer, string reference)
    {
        foreach (var address in new[] { "", "/synpunkter" })
        {
            Assert.Equal(404, await officer.OpenAsync($"/arenden/{reference}{address}"));
            Assert.Equal("Sidan finns inte – Gåva", await officer.Page.TitleAsync());
        }

        await officer.OpenAsync("/arenden?status=all&q=lyssnade");
        await Assertions.Expect(officer.Page.Locator($"tr[data-ref='{reference}']")).ToHaveCountAsync(0);
    }

    /// <summary>At the counter: what was done, and that the person is satisfied. R-FLOW-04</summary>
    private static async Task<string> SolveAsync(Keyboard rosa)
    {
        await rosa.FollowAsync("Registrera ett nytt ärende");
        await rosa.TypeAsync("Input_Text", "Blanketten var slut i väntrummet.");
        await rosa.ChooseAsync("Input.Kind", "Klagomål");
        await rosa.ChooseAsync("Input.Channel", "Besök eller möte");
        await rosa.CheckAsync("Input_ReadBack");
        await rosa.SelectAsync("Input_Unit", "Barn och familj");
        await rosa.TypeAsync("Input_Phone", "070-174 06 62");
        await rosa.ChooseAsync("Input.Reply", "Telefon");
        await rosa.FollowAsync("Registrera");
        await rosa.FollowAsync("Löst direkt");
        await rosa.TypeAsync("Input_Text", "Hämtade en ny blankett.");
        await rosa.ChooseAsync("Input.Satisfied", "Ja");
        await rosa.FollowAsync("Spara");
        Assert.Contains("Löste det direkt, och personen är nöjd", await rosa.TextAsync(), StringComparison.Ordinal);
        await Walk.HasStateAsync(rosa, "Avslutat");
        return Walk.ReferenceOf(rosa);
    }

    private static string Words(byte[] pdf) => string.Join(' ', PdfTools.Text(pdf).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Contains(byte[] pdf, params string[] said)
    {
        var words = Words(pdf);
        foreach (var one in said) Assert.Contains(one, words, StringComparison.Ordinal);
    }
}
