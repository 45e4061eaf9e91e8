using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Pages;

/// <summary>What the page says to the one who receives: hints, what has likely come before, what the way in demands.</summary>
public sealed class ReceivingTests
{
    // R-IN-11: a complaint wrapped as a question is asked about before it is registered, and once more on its page
    [Fact]
    public async Task A_question_that_reads_as_dissatisfaction_is_asked_about()
    {
        await using var app = await TestApp.StartAsync();
        using var amal = await app.SignInAsync("amal");

        var review = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(("Input.Text", "Är det meningen att maten ska vara kall?"), ("Input.Kind", "question"), ("Input.Reply", "none"));
        Assert.Equal("/arenden/nytt", review.Path);
        Assert.Contains("Det här låter som missnöje. Ska sorten vara klagomål?", review.Text, StringComparison.Ordinal);
        Assert.Equal("Är det meningen att maten ska vara kall?", review.Value("Input.Text"));

        var registered = await review.SubmitAsync();
        Assert.StartsWith("/arenden/2026-", registered.Path, StringComparison.Ordinal);
        Assert.Contains("Det här låter som missnöje.", registered.Text, StringComparison.Ordinal);

        var changed = await (await amal.GetAsync($"{registered.Path}/sort")).SubmitAsync(("Input.Kind", "complaint"), ("Input.Why", "Maten är kall."));
        Assert.DoesNotContain("Det här låter som missnöje.", changed.Text, StringComparison.Ordinal);
    }

    // R-IN-10: in red until somebody has taken a stand
    [Fact]
    public async Task An_appeal_stands_in_red_until_somebody_has_taken_a_stand()
    {
        await using var app = await TestApp.StartAsync();
        await RichRoutine.ShipAsync(app);
        using var amal = await app.SignInAsync("amal");
        var review = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(("Input.Text", "Jag överklagar beslutet."), ("Input.Reply", "none"));
        var page = await review.SubmitAsync();
        Assert.Contains("Kan det här vara ”överklagande”?", page.Document.QuerySelector(".ds-alert[data-color=danger]")!.TextContent, StringComparison.Ordinal);

        var noted = await (await amal.GetAsync($"{page.Path}/anteckna")).SubmitAsync(("Input.Text", "Det finns inget beslut."));
        Assert.Null(noted.Document.QuerySelector(".ds-alert[data-color=danger]"));
    }

    // R-IN-12
    [Fact]
    public async Task What_has_likely_come_in_before_is_shown_to_those_who_see_it()
    {
        await using var app = await TestApp.StartAsync();
        using var amal = await app.SignInAsync("amal");
        var first = await RegisterAsync(amal, "Maten var kall tre dagar i rad på Linden.");
        var second = await RegisterAsync(amal, "Kall mat igen, tredje dagen på Linden.");
        Assert.Equal($"{second.Path}/sla-ihop?med={first.Path["/arenden/".Length..]}", second.Document.QuerySelector("a[href*='sla-ihop?med=']")!.GetAttribute("href"));

        using var peter = await app.SignInAsync("fatima");
        var others = await RegisterAsync(peter, "Det var kall mat tredje dagen på Linden.", ("Input.Unit", "socialpsykiatri"));
        Assert.Null(others.Document.QuerySelector("a[href*='sla-ihop?med=']"));
    }

    // R-IN-09: asked, and not wanted as a case
    [Fact]
    public async Task What_is_not_wanted_as_a_case_is_only_counted()
    {
        await using var app = await TestApp.StartAsync();
        await RichRoutine.ShipAsync(app);
        using var amal = await app.SignInAsync("amal");
        var page = await amal.GetAsync("/arenden/nytt");
        Assert.Contains("Bara för besök eller möte.", page.Text, StringComparison.Ordinal);

        var refused = await page.SubmitAsync(("Input.Kind", "view"), ("Input.Channel", "phone"), ("Input.CountOnly", "true"));
        Assert.Equal("Det som kommer in på det sättet blir alltid ett ärende. Ta bort markeringen.", Assert.Single(refused.Errors));
        for (var twice = 0; twice < 2; twice++)
        {
            var counted = await refused.SubmitAsync(("Input.Channel", "visit"));
            Assert.Equal("/start", counted.Path);
            Assert.Contains("Det är räknat. Inget ärende blev till.", counted.Text, StringComparison.Ordinal);
        }

        await using var database = app.Database();
        var view = Assert.Single(await database.CountedViews.ToListAsync());
        Assert.Equal(("view", "visit", new DateOnly(2026, 4, 24)), (view.Kind, view.Channel, view.Day));
        Assert.Empty(await database.Cases.ToListAsync());
    }

    // R-IN-09
    [Fact]
    public async Task What_was_read_back_and_asked_for_in_writing_is_in_the_journal()
    {
        await using var app = await TestApp.StartAsync();
        await RichRoutine.ShipAsync(app);
        using var amal = await app.SignInAsync("amal");
        var page = await RegisterAsync(amal, "Ingen kom.", ("Input.Channel", "visit"), ("Input.ReadBack", "true"), ("Input.AskedInWriting", "true"));

        Assert.Contains("Läste upp det som skrevs ner", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bad att få det skriftligt också", page.Text, StringComparison.Ordinal);
    }

    private static async Task<HtmlPage> RegisterAsync(HtmlClient client, string text, params (string, string?)[] more)
    {
        var page = await (await client.GetAsync("/arenden/nytt")).SubmitAsync([("Input.Text", text), ("Input.Unit", "socialpsykiatri"), ("Input.Reply", "none"), .. more]);
        Assert.StartsWith("/arenden/2026-", page.Path, StringComparison.Ordinal);
        return page;
    }
}
