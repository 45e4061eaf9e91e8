using Gava.Web.Pages.Arenden;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Operations.Registers;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Walkthrough W4, Internservice: a complaint about cleaning that turns out to be about the unit manager, with the keyboard alone.</summary>
[Trait("Category", "Browser")]
public sealed class WalkthroughW4Tests
{
    private const string Said = "Det är inte städat på plan 3, säger Ylva Granlund på bygglov. Chefen för lokalvården svarade otrevligt när hon ringde. Nås på 070-174 06 51.";
    private static readonly string[] Planted = ["Ylva", "Granlund", "070-174", "174 06 51", "0701740651", "Inger Sandelin", "Sandelin", "174 06 52"];

    [Fact]
    public async Task A_complaint_about_cleaning_leaves_the_sight_of_the_manager_whom_it_is_about()
    {
        await using var walk = await Walk.StartAsync("2026-09-07 10:20", Planted);
        var reference = "";
        await walk.AsAsync("olle", async olle =>
        {
            reference = await RegisterAsync(olle);
            await PassOnAsync(olle, reference);
        });
        await walk.MailedAsync("sven@almvik.example", $"Ärende {reference} väntar på dig");
        await walk.AsAsync("olle", "2026-09-07 13:00", olle => JoinTheLetterAsync(olle, reference));
        await walk.AsAsync("sven", "2026-09-08 08:30", async sven =>
        {
            await AcceptAsync(sven, reference);
            await MoveAsync(sven, reference);
            await SeesNothingAsync(sven, reference);
        });
        await walk.MailedAsync("lena@almvik.example", $"Ärende {reference} är ditt");
        await walk.AsAsync("lena", "2026-09-10 16:00", lena => ContactAsync(lena, reference));
        await walk.AsAsync("lena", "2026-09-15 09:00", lena => AnswerAndCloseAsync(lena, reference));
        await walk.AsAsync("sven", sven => SeesNothingAsync(sven, reference));
        await walk.NowhereElseAsync();
    }

    [Fact]
    public async Task A_question_about_care_is_handed_to_the_customer_centre_and_the_person_is_told()
    {
        await using var walk = await Walk.StartAsync("2026-09-07 11:00", Planted);
        await walk.AsAsync("olle", AskedForCareAsync);
        await walk.NowhereElseAsync();
    }

    /// <summary>The department's list in Teams becomes cases, names in the vault, and goes out again with the columns that it had. R-SYS-04, R-LEARN-07</summary>
    [Fact]
    public async Task The_departments_old_list_is_taken_in_and_goes_out_with_the_same_columns()
    {
        await using var walk = await Walk.StartAsync("2026-09-07 13:00", ["Exempelsson", "Provare", "Siv Påhittad", "Testberg", "070-174"]);
        await walk.AsAsync("olle", async olle =>
        {
            await olle.FollowAsync("Ärenden");
            await olle.FollowAsync("Lägg in ett gammalt register");
            await olle.AttachAsync("Fil", new FilePayload { Name = "lista.xlsx", MimeType = ListaXlsxModel.MediaType, Buffer = OldList.Workbook() });
            await olle.FollowAsync("Titta på filen");
            Assert.Contains("120 ärenden kan läggas in", await olle.TextAsync(), StringComparison.Ordinal);
            await AccessibilityTests.LightAndDarkAsync(olle.Page);
            await olle.TypeAsync("Register", OldList.Register);
            await olle.FollowAsync("Lägg in 120 ärenden");
            Assert.Contains("120 ärenden lades in.", await olle.TextAsync(), StringComparison.Ordinal);

            var (_, book) = await olle.DownloadAsync("Excel med samma kolumner som i listan");
            var rows = SheetTools.Rows(book);
            Assert.Equal(OldList.Headings, rows[0].Select(h => $"{h}"));
            Assert.Equal(OldList.Rows, rows.Count - 1);
            Assert.Equal(Enumerable.Range(0, OldList.Rows).Select(i => $"{OldList.Row(i)[4]}"), rows.Skip(1).Reverse().Select(r => $"{r[4]}")); // the newest first
            await olle.FollowAsync("Det första ärendet, 2024-000001");
            await Walk.HasStateAsync(olle, "Avslutat");
        });
        await walk.NowhereElseAsync();
    }

    /// <summary>Monday 7 September: an employee of another department phones, and is asked to write too. R-IN-06, R-IN-09</summary>
    private static async Task<string> RegisterAsync(Keyboard olle)
    {
        await olle.FollowAsync("Registrera ett nytt ärende");
        await olle.TypeAsync("Input_Text", Said);
        await olle.ChooseAsync("Input.Kind", "Klagomål");
        await olle.ChooseAsync("Input.Channel", "Telefon");
        await olle.CheckAsync("Input_ReadBack");
        await olle.CheckAsync("Input_AskedInWriting");
        await olle.SelectAsync("Input_Unit", "Lokalvård");
        await olle.TypeAsync("Input_Name", "Ylva Granlund");
        await olle.TypeAsync("Input_Phone", "070-174 06 51");
        await olle.ChooseAsync("Input.Reply", "Telefon");
        await olle.UnfoldAsync("Mer, om det behövs");
        await olle.SelectAsync("Input_Relation", "Medarbetare");
        await olle.FollowAsync("Registrera");
        await Assertions.Expect(olle.Page.Locator("#granska mark")).ToHaveTextAsync(["Ylva Granlund", "070-174 06 51"]);
        await olle.FollowAsync("Registrera");

        var text = await olle.TextAsync();
        Assert.Contains("säger [medarbetare] på bygglov", text, StringComparison.Ordinal);
        Assert.Contains("Bad att få det skriftligt också", text, StringComparison.Ordinal);
        Assert.Contains("Läste upp det som skrevs ner", text, StringComparison.Ordinal);
        Assert.Contains("Talar för Medarbetare", text, StringComparison.Ordinal);
        await Assertions.Expect(Walk.Clock(olle, "Kontakt med den som anmält").Locator(".clock-due")).ToHaveTextAsync("torsdag 10 september");
        return Walk.ReferenceOf(olle);
    }

    /// <summary>The administrator passes it on, and to whom stands in the case; responsibility goes with it. R-ESC-03, R-REG-01</summary>
    private static async Task PassOnAsync(Keyboard olle, string reference)
    {
        await olle.FollowAsync("Svara");
        await olle.TypeAsync("Input_Text", "Hej.");
        await olle.ChooseAsync("Input.Way", "Telefon");
        await olle.FollowAsync("Spara svaret");
        await Assertions.Expect(olle.Page.Locator("[role=alert] li")).ToHaveTextAsync(["I den här rutinen lämnar samordnaren ärendet vidare till den chef som det gäller, i stället för att svara."]);

        await olle.OpenAsync($"/arenden/{reference}");
        await olle.FollowAsync("Lämna över");
        Assert.Contains("Den som du lämnar till ansvarar från och med nu.", await olle.TextAsync(), StringComparison.Ordinal);
        await olle.SelectAsync("Input_To", "Lokalvård (Sven Åkerlund)");
        await olle.TypeAsync("Input_Message", "Städningen på plan 3.");
        await olle.FollowAsync("Lämna över");
        var text = await olle.TextAsync();
        Assert.Contains("Vill lämna över till Lokalvård", text, StringComparison.Ordinal);
        Assert.Contains("Väntar på Lokalvård Ansvaret ligger redan där.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Personen går inte att nå.", text, StringComparison.Ordinal); // nobody asked
        Assert.Contains("Överlämningar 1", text, StringComparison.Ordinal);
    }

    /// <summary>What she was asked to write comes by mail, and joins the case. R-IN-09</summary>
    private static async Task JoinTheLetterAsync(Keyboard olle, string reference)
    {
        await olle.OpenAsync($"/arenden/{reference}");
        await olle.UnfoldAsync("Mer du kan göra");
        await olle.FollowAsync("Personen har hört av sig igen");
        await olle.TypeAsync("Input_Text", "Hej, här är det skriftligt. Hälsningar Ylva Granlund");
        await olle.ChooseAsync("Input.Way", "E-post");
        await olle.FollowAsync("Spara");
        Assert.Contains("Hej, här är det skriftligt. Hälsningar [medarbetare]", await olle.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task AcceptAsync(Keyboard sven, string reference)
    {
        await Assertions.Expect(Walk.Row(sven, "Väntar på att du tar emot", reference)).ToHaveCountAsync(1);
        await sven.OpenAsync($"/arenden/{reference}");
        await sven.FollowAsync("Ta emot");
        Assert.Contains("Ansvarar Sven Åkerlund", await sven.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>It is about himself: it goes to the head of department at once. R-ESC-02, R-SEC-03</summary>
    private static async Task MoveAsync(Keyboard sven, string reference)
    {
        await sven.UnfoldAsync("Mer du kan göra");
        await sven.FollowAsync("Det gäller någon av oss");
        await sven.ChooseAsync("Input.Subject", "En medarbetare eller chef");
        await sven.SelectAsync("Input_Concerned", "Sven Åkerlund, Enhetschef");
        await sven.TypeAsync("Input_Why", "Det var jag som svarade.");
        await sven.FollowAsync("Flytta ärendet");
        Assert.Equal("/start", sven.Path);
        Assert.Contains($"Ärende {reference} har gått vidare till den som ska ha det.", await sven.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Not in the lists, not by search, not by its address. R-SEC-01, R-SEC-03</summary>
    private static async Task SeesNothingAsync(Keyboard sven, string reference)
    {
        foreach (var address in new[] { "/start", "/arenden", "/arenden?status=all", "/arenden?q=st%C3%A4dat", "/arenden?q=otrevligt", $"/arenden?status=all&q={reference}" })
        {
            await sven.OpenAsync(address);
            await Assertions.Expect(sven.Page.Locator($"tr[data-ref='{reference}']")).ToHaveCountAsync(0);
            Assert.DoesNotContain("städat på plan 3", await sven.Page.ContentAsync(), StringComparison.Ordinal);
        }

        foreach (var address in new[] { "", "/uppgifter", "/svara", "/galler-nagon", "/hort-av-sig", "/stod" })
        {
            Assert.Equal($"{address} 404", $"{address} {await sven.OpenAsync($"/arenden/{reference}{address}")}");
            Assert.Equal("Sidan finns inte – Gåva", await sven.Page.TitleAsync());
        }
    }

    /// <summary>Thursday, the last day: she gets hold of the one who complained. R-DUE-03</summary>
    private static async Task ContactAsync(Keyboard lena, string reference)
    {
        await Assertions.Expect(Walk.Row(lena, "Mina ärenden", reference)).ToHaveCountAsync(1);
        await lena.OpenAsync($"/arenden/{reference}");
        Assert.Contains("Ansvarar Lena Hagström", await lena.TextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Walk.Clock(lena, "Kontakt med den som anmält").Locator(".clock-state")).ToHaveTextAsync("Sista dagen");
        await lena.FollowAsync("Anteckna kontakt");
        await lena.ChooseAsync("Input.Reached", "Ja");
        await lena.ChooseAsync("Input.Way", "Telefon");
        await lena.TypeAsync("Input_Text", "Jag lyssnade. Hon vill att plan 3 städas på tisdagar.");
        await lena.FollowAsync("Spara kontakten");
        await Assertions.Expect(Walk.Clock(lena, "Kontakt med den som anmält").Locator(".clock-state")).ToHaveTextAsync("Klar i tid");
    }

    /// <summary>Investigated, answered, documented, closed. R-FLOW-09, R-FLOW-12</summary>
    private static async Task AnswerAndCloseAsync(Keyboard lena, string reference)
    {
        await lena.OpenAsync($"/arenden/{reference}");
        await lena.FollowAsync("Lämna över");
        // Nobody can choose the one whom it is about, neither by name nor as the leader of the unit.
        Assert.DoesNotContain("Sven", string.Join('\n', await lena.Page.Locator("#Input_To option").AllTextContentsAsync()), StringComparison.Ordinal);

        await lena.OpenAsync($"/arenden/{reference}");
        await lena.FollowAsync("Registrera en åtgärd");
        await lena.TypeAsync("Input_Text", "Samtal med chefen om bemötande. Plan 3 städas på tisdagar.");
        await lena.ChooseAsync("Input.Purpose", "Se till att det inte händer igen");
        await lena.FollowAsync("Spara åtgärden");
        await lena.FollowAsync("Svara");
        await lena.TypeAsync("Input_Text", "Tack för att du hörde av dig. Vi gjorde fel, och jag ber om ursäkt. Från och med i dag städas plan 3 på tisdagar.");
        await lena.ChooseAsync("Input.Way", "Telefon");
        await lena.FollowAsync("Spara svaret");
        await lena.FollowAsync("Avsluta");
        await lena.TypeAsync("Input_Text", "Hon är nöjd.");
        await lena.FollowAsync("Avsluta ärendet");
        await Walk.HasStateAsync(lena, "Avslutat");
        var text = await lena.TextAsync();
        foreach (var line in new[] { "Vill lämna över till Lokalvård", "Flyttade till Lena Hagström, Internservice för vad det gäller", "Talade med personen", "Svarade", "Avslutade ärendet" })
        {
            Assert.Contains(line, text, StringComparison.Ordinal);
        }
    }

    /// <summary>Gåva recognises it; nothing is lost, and nobody has to call again. R-IN-10</summary>
    private static async Task AskedForCareAsync(Keyboard olle)
    {
        await olle.FollowAsync("Registrera ett nytt ärende");
        await olle.TypeAsync("Input_Text", "Inger Sandelin undrar om hennes pappa har rätt till hemtjänst. Nås på 070-174 06 52.");
        await olle.ChooseAsync("Input.Kind", "Fråga");
        await olle.ChooseAsync("Input.Channel", "Telefon");
        await olle.CheckAsync("Input_ReadBack");
        await olle.TypeAsync("Input_Phone", "070-174 06 52");
        await olle.ChooseAsync("Input.Reply", "Telefon");
        await olle.FollowAsync("Registrera");
        await Assertions.Expect(olle.Page.Locator("#granska .ds-alert li")).ToHaveTextAsync(
            ["Kan det här vara ”fråga om bistånd”? Då går det till kundtjänst i kommunen. Kommunens kundtjänst hjälper dig med det här. Vi lämnar över din fråga till dem."]);
        await olle.FollowAsync("Registrera");

        await olle.FollowAsync("Lämna vidare");
        await Assertions.Expect(olle.Page.GetByLabel("Fråga om bistånd")).ToBeCheckedAsync();
        await olle.TypeAsync("Input_Text", "Kundtjänst ringer dig i eftermiddag.");
        await olle.ChooseAsync("Input.Way", "Telefon");
        await olle.FollowAsync("Lämna vidare");

        var text = await olle.TextAsync();
        Assert.Contains("Lämnade vidare till Kundtjänst i kommunen", text, StringComparison.Ordinal);
        Assert.Contains("Personen fick veta det, per telefon. Kundtjänst ringer dig i eftermiddag.", text, StringComparison.Ordinal);
        await Walk.HasStateAsync(olle, "Avslutat");
        var reference = Walk.ReferenceOf(olle);
        await olle.OpenAsync("/arenden?q=hemtj%C3%A4nst&status=all");
        await Assertions.Expect(olle.Page.Locator($"tr[data-ref='{reference}']")).ToHaveCountAsync(1);
    }
}
