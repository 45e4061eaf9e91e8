using System.Net.Http.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

/// <summary>Help on the way to a good reply: what the text seems to hold, the routine's advice, the gift's steps.</summary>
public sealed class HelpWithWordsTests(Work work) : IClassFixture<Work>
{
    // R-FLOW-07, R-FLOW-14
    [Theory]
    [InlineData("svara")]
    [InlineData("forslag")]
    public async Task A_look_through_says_what_is_there_and_what_is_not_and_saves_nothing(string verb)
    {
        var reference = await CaseAsync();
        var lines = await work.LinesOf(reference);
        var page = await OpenAsync("amal", reference, verb);

        var reviewed = await page.SubmitAsync(("do", "review"), ("Input.Text", "Tack för att du ringde. Vi beklagar. Det var en vikarie."));

        Assert.Equal((200, "Tack för att du ringde. Vi beklagar. Det var en vikarie."), (reviewed.Status, reviewed.Value("Input.Text")));
        Assert.Equal(["Finns Tacka", "Finns Beklaga", "Hittas inte Vad som görs"], reviewed.Document.QuerySelectorAll("#granskning .checks li").Select(Words));
        Assert.Equal(["Skriv jag, inte vi: ”Jag beklagar …”.", "Skyll inte på vikarier. Det löser inte problemet för den som klagar."],
            reviewed.Document.QuerySelectorAll("#granskning > ul:not(.checks) li").Select(Words));
        Assert.Equal(lines, await work.LinesOf(reference));
    }

    [Fact] // as the letter and as the mail that it will be; the mail never holds the reply (law.md SR-9.10)
    public async Task A_reply_is_seen_as_letter_and_as_mail_before_it_is_saved()
    {
        var reference = await CaseAsync();
        var seen = await (await OpenAsync("amal", reference, "svara")).SubmitAsync(("do", "review"), ("Input.Text", "Tack.\n\nJag har bytt schema."));
        var sheets = seen.Document.QuerySelectorAll("article.letter").Select(Words).ToList();

        Assert.Equal(2, sheets.Count);
        Assert.Contains("Jag har bytt schema.", sheets[0], StringComparison.Ordinal);
        Assert.Contains("Amal Warsame", sheets[0], StringComparison.Ordinal);
        Assert.Contains($"Svar i ditt ärende {reference}", sheets[1], StringComparison.Ordinal);
        Assert.DoesNotContain("schema", sheets[1], StringComparison.Ordinal);
    }

    [Fact] // R-FLOW-07: the words to begin with come after what was typed
    public async Task A_reply_begins_with_the_template_and_keeps_what_was_typed()
    {
        var answer = await (await work.KeyOf("olle")).PostAsJsonAsync("/api/v1/cases", new { text = "Golvet är smutsigt.", kind = "complaint", channel = "phone", unit = "stad", complainant = new { phone = "070-174 06 05" } });
        var reference = answer.Headers.Location!.ToString().Split('/')[^1];
        var begun = await (await OpenAsync("olle", reference, "svara")).SubmitAsync(("do", "template"), ("Input.Text", "Hej Elsa!"));
        Assert.StartsWith("Hej Elsa!", begun.Value("Input.Text"), StringComparison.Ordinal);
        Assert.Contains("Hej!", begun.Value("Input.Text")!["Hej Elsa!".Length..], StringComparison.Ordinal);
    }

    [Fact] // R-FLOW-02: suggested from the text, when registering and when handing over; never decided
    public async Task Another_unit_that_the_text_names_is_suggested()
    {
        var amal = await work.As("amal");
        var asked = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(("Input.Text", "Det var stökigt på Träffpunkten Ankaret i går."), ("Input.Unit", "socialpsykiatri"), ("Input.Reply", "none"));
        Assert.Contains("Texten nämner Träffpunkten Ankaret.", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Det var stökigt på Träffpunkten Ankaret i går.", asked.Value("Input.Text"));
        var registered = await asked.SubmitAsync();
        Assert.StartsWith("/arenden/2026-", registered.Path, StringComparison.Ordinal);
        Assert.Contains("Texten nämner Träffpunkten Ankaret.", (await amal.GetAsync($"{registered.Path}/lamna-over")).Text, StringComparison.Ordinal);
    }

    // R-FLOW-14
    [Fact]
    public async Task A_delay_that_blames_the_holidays_is_pointed_out()
    {
        var reviewed = await (await OpenAsync("amal", await CaseAsync(), "forsening")).SubmitAsync(("do", "review"), ("Input.Text", "Många har semester."), ("Input.NewDay", "2026-05-15"));

        Assert.Contains("Skyll inte på semestrar.", reviewed.Text, StringComparison.Ordinal);
        Assert.Equal("2026-05-15", reviewed.Value("Input.NewDay"));
    }

    // R-FLOW-14
    [Theory]
    [InlineData("svara", "Svara på varje sak.")]
    [InlineData("forslag", "Svara på varje sak.")]
    [InlineData("forsening", "Ring hellre än skriv.")]
    [InlineData("lamna-over", "Ring den som tar över.")]
    [InlineData("avsluta", "Fråga om personen är nöjd.")]
    public async Task The_routines_advice_stands_where_it_is_needed_for_those_whom_it_is_for(string verb, string advice)
    {
        var page = await OpenAsync("amal", await CaseAsync(), verb);

        Assert.Equal([advice], page.Document.QuerySelectorAll("aside[aria-label='Att tänka på'] li").Select(Words));
    }

    // R-FLOW-05
    [Fact]
    public async Task The_gifts_steps_tick_themselves_where_the_journal_can_tell()
    {
        var reference = await CaseAsync();
        await work.Do("amal", reference, "measure", new { text = "Nytt schema.", prevents = true });
        var page = await (await work.As("amal")).GetAsync($"/arenden/{reference}");

        Assert.Equal(8, page.Document.QuerySelectorAll(".steps li").Length);
        Assert.Equal(2, page.Document.QuerySelectorAll(".steps li[data-done]").Length);
    }

    private async Task<string> CaseAsync()
    {
        await RichRoutine.ShipAsync(work.App);
        return await work.CaseOfAmal();
    }

    private async Task<HtmlPage> OpenAsync(string userName, string reference, string verb)
    {
        var page = await (await work.As(userName)).GetAsync($"/arenden/{reference}/{verb}");
        Assert.Equal(200, page.Status);
        return page;
    }

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
