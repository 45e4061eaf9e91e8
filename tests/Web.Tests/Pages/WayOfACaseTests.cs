using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

/// <summary>The pages of the verbs between registering and closing, in a routine that asks for everything.</summary>
public sealed class WayOfACaseTests(Work work) : IClassFixture<Work>
{
    // R-ESC-05
    [Fact]
    public async Task Passing_it_up_says_who_is_next_and_wants_the_person_told()
    {
        var reference = await CaseAsync();
        var page = await OpenAsync("amal", reference, "lamna-uppat");
        Assert.Contains("Det går till Maria Lindqvist, enhetschef, Boendestöd Centrum.", page.Text, StringComparison.Ordinal);

        var refused = await page.SubmitAsync(("Input.Why", "Jag vet inte svaret."));
        Assert.Equal((400, "Jag vet inte svaret."), (refused.Status, refused.Value("Input.Why")));
        Assert.StartsWith("Berätta först för den som klagar vem som tar över.", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var done = await refused.SubmitAsync(("Input.Notice", "phone"));
        Assert.Contains("Lämnade uppåt till Maria Lindqvist, Boendestöd Centrum", done.Text, StringComparison.Ordinal);
        Assert.Contains("Väntar på Maria Lindqvist", done.Text, StringComparison.Ordinal);
    }

    // R-ESC-02, R-SEC-03
    [Fact]
    public async Task What_is_about_a_colleague_moves_and_they_see_it_no_more()
    {
        var reference = await CaseAsync();
        var page = await OpenAsync("amal", reference, "galler-nagon");
        Assert.Equal("Välj vem klagomålet gäller.", Assert.Single((await page.SubmitAsync(("Input.Subject", "ownPerson"))).Errors));

        var done = await page.SubmitAsync(("Input.Subject", "ownPerson"), ("Input.Concerned", "amal"));
        Assert.Equal("/start", done.Path);
        Assert.Contains("har gått vidare till den som ska ha det.", done.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await work.As("amal")).GetAsync($"/arenden/{reference}")).Status);
    }

    // R-FLOW-06: asked, drafted, rested, and sent before that with a reason
    [Fact]
    public async Task A_reply_before_the_draft_has_rested_wants_its_reason()
    {
        var reference = await CaseAsync();
        var early = await OpenAsync("amal", reference, "svara");
        Assert.Contains("Ingen berörd är tillfrågad än.", early.Text, StringComparison.Ordinal);
        await (await OpenAsync("amal", reference, "fraga-berord")).SubmitAsync(("Input.Person", "peter"), ("Input.Text", "Hur var det?"));

        var draft = await OpenAsync("amal", reference, "forslag");
        Assert.Equal("Hej!\n\nTack för att du hörde av dig om Boendestöd Centrum.\n\nHälsningar\nAmal Warsame", draft.Value("Input.Text"));
        Assert.Contains("Sparar du nu vilar förslaget till 25 april 2026 kl. 14.10", draft.Text, StringComparison.Ordinal);
        await draft.SubmitAsync(("Input.Text", "Tack, Elsa. Jag beklagar."));

        var reply = await OpenAsync("amal", reference, "svara");
        Assert.Contains("Förslaget vilar till lördag 25 april 2026 klockan 14.10", reply.Text, StringComparison.Ordinal);
        var refused = await reply.SubmitAsync(("Input.Text", "Tack. Jag beklagar."), ("Input.Way", "phone"));
        Assert.Equal((400, "Tack. Jag beklagar."), (refused.Status, refused.Value("Input.Text")));
        var sent = await refused.SubmitAsync(("Input.Because", "Personen reser i morgon."));
        Assert.Contains("Svarade innan allt i rutinen var gjort", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Personen reser i morgon.", sent.Text, StringComparison.Ordinal);
    }

    // R-SEC-02, R-SEC-03: the one who is asked reads the draft, and that is written down
    [Fact]
    public async Task The_one_consulted_reads_the_draft_and_says_what_they_think()
    {
        var reference = await CaseAsync();
        await work.Do("amal", reference, "consult", new { person = "fatima" });
        await work.Do("amal", reference, "draft", new { text = "Tack, Elsa. Jag beklagar." });

        var page = await OpenAsync("fatima", reference, "synpunkter");
        Assert.Contains("Ingen kom i morse.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tack, Elsa.", page.Source, StringComparison.Ordinal);
        var opened = await page.SubmitAsync(("do", "draft"), ("Input.Text", "Jag var"));
        Assert.Contains("Tack, Elsa. Jag beklagar.", opened.Text, StringComparison.Ordinal);
        Assert.Equal("Jag var", opened.Value("Input.Text"));

        var done = await opened.SubmitAsync(("Input.Text", "Jag var inte där."));
        Assert.Contains("Tack. Dina synpunkter är sparade.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Skäl: Läsa förslaget till svar", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jag var inte där.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_is_fetched_into_the_reply()
    {
        var reference = await CaseAsync();
        await work.Do("amal", reference, "draft", new { text = "Tack, Elsa. Jag beklagar." });

        var fetched = await (await OpenAsync("amal", reference, "svara")).SubmitAsync(("do", "draft"), ("Input.Text", "x"));

        Assert.Equal((200, "Tack, Elsa. Jag beklagar."), (fetched.Status, fetched.Value("Input.Text")));
    }

    // R-FLOW-08
    [Fact]
    public async Task A_reply_tells_where_to_turn_when_it_could_not_be_solved()
    {
        var reference = await CaseAsync();
        var sent = await (await OpenAsync("amal", reference, "svara")).SubmitAsync(("Input.Text", "Tack. Jag beklagar."), ("Input.Way", "phone"),
            ("Input.Because", "Ingen annan berörs."), ("Input.Unsolved", "true"), ("Input.WhereToTurn", "Patientnämnden"));

        Assert.Contains("Patientnämnden", sent.Document.QuerySelectorAll(".said").Select(e => e.TextContent));
        Assert.Contains("Gick inte att lösa", sent.Text, StringComparison.Ordinal);
    }

    // R-FLOW-04
    [Fact]
    public async Task What_is_solved_at_once_is_closed_in_one_step()
    {
        var reference = await CaseAsync();
        var page = await OpenAsync("amal", reference, "lost-direkt");
        Assert.Equal("Välj om personen är nöjd.", Assert.Single((await page.SubmitAsync(("Input.Text", "Bytte tid."))).Errors));

        var done = await page.SubmitAsync(("Input.Text", "Bytte tid."), ("Input.Satisfied", "yes"));
        Assert.Contains("Det är löst, och ärendet är avslutat.", done.Text, StringComparison.Ordinal);
        Assert.Equal("Avslutat", done.Document.QuerySelector(".page-head .ds-tag")!.TextContent);
    }

    // R-IN-10
    [Fact]
    public async Task What_belongs_elsewhere_is_handed_on_with_what_the_person_is_told()
    {
        var reference = await CaseAsync();
        var page = await OpenAsync("amal", reference, "lamna-vidare?vad=appeal");
        Assert.Contains("Ett beslut överklagas hos den som fattade det.", page.Text, StringComparison.Ordinal);

        var done = await page.SubmitAsync(("Input.Way", "phone"));
        Assert.Contains("Lämnade vidare till Den handläggare som fattade beslutet", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_who_has_it_is_named()
    {
        var page = await OpenAsync("amal", await CaseAsync(), "lamna-vidare");
        var refused = await page.SubmitAsync(("Input.Matter", "other"), ("Input.Way", "phone"));
        Assert.Equal((400, "Skriv vem som har det nu."), (refused.Status, Assert.Single(refused.Errors)));

        var done = await refused.SubmitAsync(("Input.To", "Regionen; vårdcentralen"));
        Assert.Contains("Lämnade vidare till Regionen; vårdcentralen", done.Text, StringComparison.Ordinal);
    }

    // R-FLOW-11
    [Fact]
    public async Task The_report_is_written_by_the_journal()
    {
        var reference = await CaseAsync();
        await work.Do("amal", reference, "measure", new { text = "Nytt schema.", prevents = true });

        var page = await OpenAsync("amal", reference, "redovisa");
        Assert.Contains("24 april 2026: Åtgärd – Nytt schema.", page.Value("Input.Text"), StringComparison.Ordinal);

        Assert.Contains("Berättade för klagomålshanteraren hur det har behandlats", (await page.SubmitAsync()).Text, StringComparison.Ordinal);
    }

    // R-IN-12
    [Fact]
    public async Task The_same_complaint_twice_becomes_one()
    {
        var (one, other) = (await CaseAsync(), await CaseAsync());
        var page = await OpenAsync("amal", one, $"sla-ihop?med={other}");
        Assert.Equal(other, page.Value("Input.With"));

        var done = await page.SubmitAsync(("Input.Why", "Samma morgon."));
        Assert.Contains($"Ärendet hör nu ihop med {other}.", done.Text, StringComparison.Ordinal);
        Assert.Equal("Avslutat", done.Document.QuerySelector(".page-head .ds-tag")!.TextContent);
    }

    // R-LEARN-01
    [Fact]
    public async Task Categories_are_set_by_those_who_may()
    {
        var reference = await CaseAsync();
        var page = await OpenAsync("amal", reference, "kategori");
        Assert.Equal(["Bemötande", "Tid", "För sent"], page.Document.QuerySelectorAll("main fieldset label").Select(l => l.TextContent));
        Assert.Equal("Välj minst en kategori.", Assert.Single((await page.SubmitAsync()).Errors));

        var done = await page.SubmitAsync(("category", "amne/forsent"));
        Assert.Contains("Ämne: För sent", done.Text, StringComparison.Ordinal);
        Assert.Equal(["amne/forsent"], (await OpenAsync("amal", reference, "kategori")).Document.QuerySelectorAll("input[name=category][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Trygghet"], (await OpenAsync("kerstin", reference, "kategori")).Document.QuerySelectorAll("main fieldset label").Select(l => l.TextContent));
    }

    // R-SEC-06
    [Fact]
    public async Task A_mark_of_secrecy_warns_and_can_be_lifted()
    {
        var reference = await CaseAsync();
        var marked = await (await OpenAsync("rut", reference, "sekretess")).SubmitAsync(("Input.Provision", "OSL 26 kap. 1 §"));
        Assert.Contains("Sekretessmarkering: OSL 26 kap. 1 §", marked.Text, StringComparison.Ordinal);

        var lifted = await (await OpenAsync("rut", reference, "sekretess")).SubmitAsync(("Input.Lift", "true"));
        Assert.Contains("Märket är borta.", lifted.Text, StringComparison.Ordinal);
    }

    // R-LEARN-08
    [Fact]
    public async Task A_part_is_done_by_the_one_who_has_it()
    {
        var reference = await CaseAsync();
        await (await OpenAsync("amal", reference, "del")).SubmitAsync(("Input.To", "traffpunkten/karin"), ("Input.Text", "Se över dörren."));

        var page = await OpenAsync("karin", reference, "del/1");
        Assert.Contains("Se över dörren.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Delen är klar.", (await page.SubmitAsync(("Input.Text", "Låset är bytt."))).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await work.As("karin")).GetAsync($"/arenden/{reference}/del/2")).Status);
    }

    private async Task<string> CaseAsync(string text = "Ingen kom i morse.")
    {
        await RichRoutine.ShipAsync(work.App);
        return await work.CaseOfAmal(text);
    }

    private async Task<HtmlPage> OpenAsync(string userName, string reference, string verb)
    {
        var page = await (await work.As(userName)).GetAsync($"/arenden/{reference}/{verb}");
        Assert.Equal(200, page.Status);
        return page;
    }
}
