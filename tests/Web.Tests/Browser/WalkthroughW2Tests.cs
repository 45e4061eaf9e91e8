using Gava.Web.Tests.Operations.Documents;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Walkthrough W2, Rinkeby-Kista: a mail with a photo, the registrar's diary, and a street lamp that belongs elsewhere, with the keyboard alone.</summary>
[Trait("Category", "Browser")]
public sealed class WalkthroughW2Tests
{
    private const string Said = "Hej! Min pappa Sixten Wikander sitter ensam vid fönstret hela dagarna på Solsidan. Se bilden. Hälsningar Tyra Wikander, 070-174 06 41";
    private const string Masked = "Hej! Min pappa [anhörig 2] sitter ensam vid fönstret hela dagarna på Solsidan. Se bilden. Hälsningar [anhörig], [telefon]";
    private const string Daughter = "tyra.svarslada@exempel.example";
    private const string Number = "RKSDN 2026-0001";
    private const string Feedback = "Besked om åtgärd eller utredning";
    private static readonly string[] Planted = ["Sixten", "Wikander", "Tyra", "svarslada", "070-174", "174 06 41", "0701740641", "Hugo", "Elgström", "lampmannen"];

    [Fact]
    public async Task A_mail_with_a_photo_is_entered_in_the_diary_told_of_in_time_and_closed_by_the_registrar()
    {
        await using var walk = await Walk.StartAsync("2026-06-15 09:30", Planted);
        var (reference, photo) = ("", Array.Empty<byte>());
        await walk.AsAsync("oskar", async oskar => (reference, photo) = await RegisterAsync(oskar));
        await walk.MailedAsync(Daughter, $"Vi har tagit emot ditt ärende {reference}");
        await walk.AsAsync("rut", "2026-06-15 10:15", rut => EnterInDiaryAsync(rut, reference));
        await walk.MailedAsync("yasmin@almvik.example", $"Er kopia av ärende {reference} finns nu");
        await walk.AsAsync("yasmin", "2026-06-15 10:40", yasmin => ReadTheCopyAsync(yasmin, reference, photo));
        await walk.AsAsync("oskar", "2026-06-15 11:00", oskar => HandOverAsync(oskar, reference));
        await walk.MailedAsync(Daughter, $"En ny person har hand om ditt ärende {reference}");
        await walk.MailedAsync("yasmin@almvik.example", $"Ärende {reference} väntar på dig");
        await walk.AsAsync("yasmin", "2026-06-16 08:10", yasmin => AcceptAsync(yasmin, reference));
        await walk.AsAsync("yasmin", "2026-06-22 14:00", yasmin => TellOfInvestigationAsync(yasmin, reference));
        await walk.MailedAsync(Daughter, $"Återkoppling i ditt ärende {reference}");
        await walk.AsAsync("yasmin", "2026-07-02 09:00", yasmin => AnswerAsUnsolvedAsync(yasmin, reference));
        await walk.MailedAsync(Daughter, $"Svar i ditt ärende {reference}");
        await walk.AsAsync("rut", "2026-07-02 13:00", rut => CloseInDiaryAsync(rut, reference));
        await walk.AsAsync("yasmin", "2026-09-03 09:00", yasmin => CompileAsync(yasmin));
        await walk.NowhereElseAsync();
    }

    [Fact]
    public async Task A_mail_about_a_broken_street_lamp_is_handed_on_and_kept_out_of_the_diary()
    {
        await using var walk = await Walk.StartAsync("2026-06-22 08:20", Planted);
        var reference = "";
        await walk.AsAsync("oskar", async oskar => reference = await HandOnTheLampAsync(oskar));
        await walk.MailedAsync("hugo.lampmannen@exempel.example", $"Ditt ärende {reference} har lämnats vidare");
        await walk.AsAsync("rut", async rut =>
        {
            foreach (var address in new[] { "/diarium", "/diarium/lista?serie=RKSDN&ar=2026" })
            {
                await rut.OpenAsync(address);
                Assert.DoesNotContain(reference, await rut.Page.ContentAsync(), StringComparison.Ordinal);
                Assert.DoesNotContain("RKSDN 2026-", await rut.Page.ContentAsync(), StringComparison.Ordinal);
            }
        });
        await walk.NowhereElseAsync();
    }

    /// <summary>
    /// The daughter's own side, had she used the form: the day that is promised, mails that tell where the answer is and not what, the answer by the code, and the
    /// registrar's last word. R-IN-04, R-IN-06, R-FLOW-13, R-FLOW-17
    /// </summary>
    [Fact]
    public async Task The_daughter_follows_her_own_case_from_the_form_to_the_survey()
    {
        await using var walk = await Walk.StartAsync("2026-06-15 07:52", Planted);
        var tyra = await Citizen.ComeAsync(walk.App, "sv");
        var t = tyra.Tongue;
        await tyra.EnterAsync();
        await tyra.LeaveAsync(Said, "dagverksamheten-solsidan", async () =>
        {
            await tyra.Page.SetInputFilesAsync("#files", new FilePayload { Name = "Sixten Wikander vid fönstret.png", MimeType = "image/png", Buffer = await tyra.Page.ScreenshotAsync() });
            await tyra.Page.FillAsync("#synpunkt [name=name]", "Tyra Wikander");
            await tyra.Page.FillAsync("#synpunkt [name=email]", Daughter);
            await tyra.Page.SelectOptionAsync("#synpunkt [name=relation]", "relative");
        });
        await tyra.SeesAsync($"{Feedback}: senast tisdag 23 juni"); // Midsummer Eve is free
        await TellsWhereAsync($"Vi har tagit emot ditt ärende {tyra.Reference}");
        await tyra.FollowAsync();
        await tyra.HasReachedAsync("received");
        await tyra.SeesAsync(Said, t.Of("case.files", 1), $"{Feedback}: senast tisdag 23 juni");

        await AsAsync("rut", $"/diarium/{tyra.Reference}", ("Input.PublicSubject", "Klagomål på verksamheten"));
        walk.App.Clock.MoveTo("2026-06-22 14:00");
        await AsAsync("yasmin", $"/arenden/{tyra.Reference}/ta-emot");
        await AsAsync("yasmin", $"/arenden/{tyra.Reference}/aterkoppla", ("Input.About", "investigation"), ("Input.Way", "web"), ("Input.Text", "Hej Tyra! Vi har börjat utreda hur dagarna ser ut."));
        await TellsWhereAsync($"Återkoppling i ditt ärende {tyra.Reference}");
        await tyra.FollowAsync();
        await tyra.HasReachedAsync("inProgress");
        await tyra.SeesAsync(t.Of("case.handler", "Yasmin Demir, Verksamhetsansvarig"), "Hej Tyra! Vi har börjat utreda hur dagarna ser ut.");
        await Assertions.Expect(tyra.Page.GetByText("senast tisdag 23 juni")).ToHaveCountAsync(0);

        walk.App.Clock.MoveTo("2026-07-02 09:00");
        await AsAsync("yasmin", $"/arenden/{tyra.Reference}/svara", ("Input.Way", "web"), ("Input.Unsolved", "true"), ("Input.WhereToTurn", "Inspektionen för vård och omsorg (IVO)"),
            ("Input.Text", "Tack för att du hörde av dig. Vi beklagar det som hände. Vi har talat med personalen, men kan inte vara fler. Du kan vända dig till IVO."));
        await TellsWhereAsync($"Svar i ditt ärende {tyra.Reference}");
        await AsAsync("rut", $"/diarium/{tyra.Reference}/avsluta");
        await tyra.FollowAsync();
        await tyra.HasReachedAsync("closed");
        await tyra.SeesAsync("Du kan vända dig till IVO.", t["case.turn"], "Inspektionen för vård och omsorg (IVO)");
        await tyra.RateAsync(5, 5, 3);
        await tyra.Page.CloseAsync();
        await walk.NowhereElseAsync();

        async Task TellsWhereAsync(string subject)
        {
            var mail = await walk.MailedAsync(Daughter, subject);
            Assert.Contains("Med din kod kan du läsa och skriva här: https://gava.example/folj", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(tyra.Code, mail.Source, StringComparison.Ordinal);
        }

        async Task AsAsync(string userName, string address, params (string, string?)[] answers)
        {
            using var client = await walk.App.SignInAsync(userName);
            var done = await (await client.GetAsync(address)).SubmitAsync(answers);
            Assert.True(done.Status == 200 && done.Path != address, $"{address}: {done.Status} {string.Join(' ', done.Errors)}");
        }
    }

    /// <summary>Monday 15 June: the reception types in the mail, with its photo. R-IN-06, R-IN-08</summary>
    private static async Task<(string Reference, byte[] Photo)> RegisterAsync(Keyboard oskar)
    {
        var photo = await oskar.Page.ScreenshotAsync();
        var file = new FilePayload { Name = "Sixten Wikander vid fönstret.png", MimeType = "image/png", Buffer = photo };
        await oskar.FollowAsync("Registrera ett nytt ärende");
        await oskar.TypeAsync("Input_Text", Said);
        await oskar.ChooseAsync("Input.Kind", "Klagomål");
        await oskar.ChooseAsync("Input.Channel", "E-post");
        await oskar.SelectAsync("Input_Unit", "Dagverksamheten Solsidan");
        await oskar.TypeMomentAsync("Input_ReceivedAt", new DateTime(2026, 6, 15, 7, 52, 0));
        await oskar.TypeAsync("Input_Name", "Tyra Wikander");
        await oskar.TypeAsync("Input_Email", Daughter);
        await oskar.ChooseAsync("Input.Reply", "E-post");
        await oskar.UnfoldAsync("Mer, om det behövs");
        await oskar.SelectAsync("Input_Relation", "Anhörig eller närstående");
        await oskar.AttachAsync("files", file);
        await oskar.FollowAsync("Registrera");

        // A browser sends a file once: the page asks for it again rather than losing it.
        Assert.Equal("granska", await oskar.FocusedIdAsync());
        await Assertions.Expect(oskar.Page.Locator("#granska mark")).ToHaveTextAsync(["Sixten Wikander", "Tyra Wikander", "070-174 06 41"]);
        await Assertions.Expect(oskar.Page.Locator("#granska label[for=files]")).ToHaveTextAsync("Bilagor");
        await Assertions.Expect(oskar.Page.Locator("#granska #files-hint")).ToContainTextAsync("Välj bilagorna en gång till.");
        await oskar.AttachAsync("files", file);
        await oskar.FollowAsync("Registrera");

        var text = await oskar.TextAsync();
        Assert.Contains(Masked, text, StringComparison.Ordinal);
        Assert.Contains("Bilaga 1 (PNG, ", text, StringComparison.Ordinal);
        Assert.Contains("15 juni 2026 kl. 07.52, e-post", text, StringComparison.Ordinal);
        Assert.Contains("Talar för Anhörig eller närstående", text, StringComparison.Ordinal);
        return (Walk.ReferenceOf(oskar), photo);
    }

    /// <summary>The registrar's desk: number and arrival date, and the unit is told at once. R-REG-04, R-REG-05</summary>
    private static async Task EnterInDiaryAsync(Keyboard rut, string reference)
    {
        await rut.FollowAsync("Diarium");
        await Assertions.Expect(Walk.Row(rut, "Väntar på diarieföring", reference)).ToContainTextAsync("måndag 15 juni");
        await AccessibilityTests.LightAndDarkAsync(rut.Page);
        await rut.FollowAsync("Klagomål");
        await AccessibilityTests.LightAndDarkAsync(rut.Page);
        Assert.Contains("Namnet är skyddat av sekretess.", await rut.TextAsync(), StringComparison.Ordinal);
        await rut.ChooseAsync("Input.PublicSubject", "Klagomål på verksamheten");
        await rut.FollowAsync("Ge ett diarienummer");

        Assert.Equal("/diarium", rut.Path);
        Assert.Contains($"{reference} har fått diarienummer {Number}.", await rut.TextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Walk.Row(rut, "Väntar på diarieföring", reference)).ToHaveCountAsync(0);
        await rut.OpenAsync("/diarium/lista?serie=RKSDN&ar=2026");
        await AccessibilityTests.LightAndDarkAsync(rut.Page);
        await Assertions.Expect(rut.Page.Locator($"tr:has(th strong:text-is('{Number}')) td")).ToHaveTextAsync(
            ["2026-06-15", "Enskild", "Dagverksamheten Solsidan", "Klagomål på verksamheten"]);
    }

    /// <summary>The unit has its copy before anybody has handed over: day, number, and the original through the vault. R-REG-05</summary>
    private static async Task ReadTheCopyAsync(Keyboard yasmin, string reference, byte[] photo)
    {
        await yasmin.OpenAsync($"/arenden/{reference}");
        var text = await yasmin.TextAsync();
        Assert.Contains($"Diarienummer {Number}", text, StringComparison.Ordinal);
        Assert.Contains("Kom in 15 juni 2026 kl. 07.52", text, StringComparison.Ordinal);
        var (name, content) = await yasmin.DownloadAsync("Hämta");
        Assert.EndsWith(".png", name, StringComparison.Ordinal);
        Assert.DoesNotContain("Wikander", name, StringComparison.Ordinal);
        Assert.Equal(photo, content);
        await yasmin.OpenAsync($"/arenden/{reference}");
        Assert.Contains("Öppnade personuppgifterna", await yasmin.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task HandOverAsync(Keyboard oskar, string reference)
    {
        await oskar.OpenAsync($"/arenden/{reference}");
        await oskar.FollowAsync("Lämna över");
        await oskar.SelectAsync("Input_To", "Dagverksamheten Solsidan (Yasmin Demir)");
        await oskar.ChooseAsync("Input.Notice", "E-post, som Gåva skickar nu");
        await oskar.FollowAsync("Lämna över");
        Assert.Contains("Personen fick veta vem som tar över, med e-post.", await oskar.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Word is due Tuesday 23 June, since Midsummer Eve is free. An acknowledgement is no word. R-DUE-01, R-DUE-02</summary>
    private static async Task AcceptAsync(Keyboard yasmin, string reference)
    {
        await Assertions.Expect(Walk.Row(yasmin, "Väntar på att du tar emot", reference)).ToHaveCountAsync(1);
        await yasmin.OpenAsync($"/arenden/{reference}");
        await yasmin.FollowAsync("Ta emot");
        Assert.Contains("Ansvarar Yasmin Demir", await yasmin.TextAsync(), StringComparison.Ordinal);
        var clock = Walk.Clock(yasmin, Feedback);
        await Assertions.Expect(clock).ToHaveAttributeAsync("data-state", "calm");
        await Assertions.Expect(clock.Locator(".clock-due")).ToHaveTextAsync("tisdag 23 juni");
        await yasmin.UnfoldAsync($"Varför detta datum? {Feedback}");
        await Assertions.Expect(clock.Locator("p")).ToContainTextAsync("Fre 19 juni är midsommarafton");
    }

    /// <summary>The day before it is due. R-DUE-02, R-DUE-04</summary>
    private static async Task TellOfInvestigationAsync(Keyboard yasmin, string reference)
    {
        await yasmin.OpenAsync($"/arenden/{reference}");
        await Assertions.Expect(Walk.Clock(yasmin, Feedback).Locator(".clock-state")).ToHaveTextAsync("En dag kvar");
        await Assertions.Expect(Walk.Clock(yasmin, Feedback)).ToHaveAttributeAsync("data-state", "soon");
        await yasmin.FollowAsync("Ge återkoppling");
        await yasmin.ChooseAsync("Input.About", "En utredning har börjat");
        await yasmin.ChooseAsync("Input.Way", "E-post");
        await yasmin.TypeAsync("Input_Text", "Hej Tyra! Vi har börjat utreda hur dagarna ser ut på Solsidan.");
        await yasmin.FollowAsync("Spara återkopplingen");
        await Assertions.Expect(Walk.Clock(yasmin, Feedback).Locator(".clock-state")).ToHaveTextAsync("Klar i tid");
    }

    /// <summary>It cannot be solved here: the answer says where to turn, and the unit cannot close. R-FLOW-08, R-FLOW-12, R-REG-06</summary>
    private static async Task AnswerAsUnsolvedAsync(Keyboard yasmin, string reference)
    {
        await yasmin.OpenAsync($"/arenden/{reference}");
        await yasmin.FollowAsync("Svara");
        await yasmin.TypeAsync("Input_Text", "Tack för att du hörde av dig. Vi beklagar det som hände. Vi har talat med personalen, men kan inte vara fler. Du kan vända dig till IVO.");
        await yasmin.ChooseAsync("Input.Way", "E-post");
        await yasmin.CheckAsync("Input_Unsolved");
        await yasmin.TypeAsync("Input_WhereToTurn", "Inspektionen för vård och omsorg (IVO)");
        await yasmin.FollowAsync("Granska");
        await Assertions.Expect(yasmin.Page.Locator("#granskning .checks .ds-tag")).ToHaveTextAsync(["Finns", "Finns", "Finns", "Finns"]);
        await yasmin.FollowAsync("Spara svaret");
        var text = await yasmin.TextAsync();
        Assert.Contains("Gick inte att lösa", text, StringComparison.Ordinal);
        Assert.Contains("Berättade vart man kan vända sig", text, StringComparison.Ordinal);
        await Assertions.Expect(yasmin.Page.Locator(".said:text-is(\'Inspektionen för vård och omsorg (IVO)\')")).ToHaveCountAsync(1);

        // Not offered to her, and refused if she finds the way.
        await Assertions.Expect(yasmin.Page.Locator($"a[href='/arenden/{reference}/avsluta']")).ToHaveCountAsync(0);
        await yasmin.OpenAsync($"/arenden/{reference}/avsluta");
        await yasmin.FollowAsync("Avsluta ärendet");
        await Assertions.Expect(yasmin.Page.Locator("[role=alert] li")).ToHaveTextAsync(["I den här rutinen är det registratorn som avslutar, när svaret har kommit in."]);
        await yasmin.OpenAsync($"/arenden/{reference}");
        await Walk.HasStateAsync(yasmin, "Besvarat");
    }

    /// <summary>The registrar reads the copy of the answer and closes the row; only now is the case closed. R-REG-06</summary>
    private static async Task CloseInDiaryAsync(Keyboard rut, string reference)
    {
        await rut.FollowAsync("Diarium");
        await Assertions.Expect(Walk.Row(rut, "Väntar på att avslutas i diariet", reference)).ToHaveCountAsync(1);
        await rut.FollowAsync(Number);
        await AccessibilityTests.LightAndDarkAsync(rut.Page);
        Assert.Contains("Svaret gavs torsdag 2 juli.", await rut.TextAsync(), StringComparison.Ordinal);
        await rut.FollowAsync(reference);
        Assert.Contains("Vi har talat med personalen, men kan inte vara fler.", await rut.TextAsync(), StringComparison.Ordinal);
        await Walk.HasStateAsync(rut, "Besvarat");

        await rut.OpenAsync($"/diarium/{reference}/avsluta");
        await rut.FollowAsync("Avsluta i diariet");
        Assert.Contains($"{reference} är avslutat i diariet.", await rut.TextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Walk.Row(rut, "Väntar på att avslutas i diariet", reference)).ToHaveCountAsync(0);
        await rut.OpenAsync($"/arenden/{reference}");
        await Walk.HasStateAsync(rut, "Avslutat");
        Assert.Contains("Avslutat i diariet", await rut.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The unit's follow-up of the tertial: its figures, what they mean, signed and handed to the administration. R-LEARN-02, R-LEARN-03</summary>
    private static async Task CompileAsync(Keyboard yasmin)
    {
        await yasmin.FollowAsync("Rapporter");
        await yasmin.FollowAsync("Verksamhetsområdets tertialuppföljning");
        Assert.Equal("/rapporter/2026-T2", yasmin.Path);
        foreach (var (figure, row, value) in new[] { ("received", "alla", "1"), ("received.byChannel", "E-post", "1"), ("closed", "alla", "1"), ("feedback", "i tid", "1"), ("feedback", "för sent", "0"), ("handOvers", "gånger", "1") })
        {
            await Assertions.Expect(yasmin.Page.Locator($"section[aria-labelledby='f-{figure}'] tr:has(th:has-text('{row}')) td").First).ToHaveTextAsync(value);
        }

        await yasmin.FollowAsync("Sammanställ: skriv analys och signera");
        await yasmin.TypeAsync("Input_Analysis", "Vi är för få på eftermiddagarna. Det har vi sagt till förvaltningen.");
        await yasmin.FollowAsync("Spara analysen");
        await yasmin.FollowAsync("Signera rapporten");
        Assert.Contains("Rapporten är signerad. Nu ändras inget i den.", await yasmin.TextAsync(), StringComparison.Ordinal);
        await yasmin.TypeAsync("Input_To", "Förvaltningsledningen");
        await yasmin.ChooseAsync("Input.Edition", "Alla siffror");
        await yasmin.FollowAsync("Spara");
        Assert.Contains("Förvaltningsledningen Fick den torsdag 3 september, med alla siffror.", await yasmin.TextAsync(), StringComparison.Ordinal);
        var (name, word) = await yasmin.DownloadAsync("Word");
        Assert.Equal("rapport-2026-T2-dagverksamheten-solsidan.docx", name);
        Assert.Contains(WordTools.Rows(word), row => row[0] == "alla" && row[1] == "1");
    }

    /// <summary>Typed in as a complaint, recognised as a fault report, and with those who mend it the same day. R-IN-10, R-REG-08</summary>
    private static async Task<string> HandOnTheLampAsync(Keyboard oskar)
    {
        await oskar.FollowAsync("Registrera ett nytt ärende");
        await oskar.TypeAsync("Input_Text", "Gatlyktan vid bollplanen är trasig och sladden hänger lös! Hugo Elgström");
        await oskar.ChooseAsync("Input.Kind", "Klagomål");
        await oskar.ChooseAsync("Input.Channel", "E-post");
        await oskar.SelectAsync("Input_Unit", "Park och gata");
        await oskar.TypeAsync("Input_Email", "hugo.lampmannen@exempel.example");
        await oskar.ChooseAsync("Input.Reply", "E-post");
        await oskar.FollowAsync("Registrera");
        const string hint = "Kan det här vara ”akut felanmälan”? Då går det till felanmälan. Det här behöver lagas fort. Vi lämnar det till dem som sköter det, i dag. Ta ställning i dag.";
        await Assertions.Expect(oskar.Page.Locator("#granska .ds-alert li")).ToHaveTextAsync([hint]);
        await oskar.FollowAsync("Registrera");

        await Assertions.Expect(oskar.Page.Locator(".ds-alert[data-color=warning] p").First).ToHaveTextAsync(hint);
        await oskar.FollowAsync("Lämna vidare");
        await Assertions.Expect(oskar.Page.GetByLabel("Akut felanmälan")).ToBeCheckedAsync();
        await oskar.TypeAsync("Input_Text", "Felanmälan har det nu och kommer i dag.");
        await oskar.ChooseAsync("Input.Way", "E-post");
        await oskar.FollowAsync("Lämna vidare");
        var text = await oskar.TextAsync();
        Assert.Contains("Ärendet är lämnat vidare.", text, StringComparison.Ordinal);
        Assert.Contains("Lämnade vidare till Felanmälan", text, StringComparison.Ordinal);
        await Walk.HasStateAsync(oskar, "Avslutat");
        return Walk.ReferenceOf(oskar);
    }
}
