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
