using System.Net.Http.Json;
using System.Text.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

// R-LEARN-05: from the proposal to what was found, by page and by API, without script
public sealed class ThemePagesTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task A_proposal_becomes_a_theme_that_those_who_answer_read()
    {
        var amal = await work.As("amal");
        List<string> cases = [];
        foreach (var text in new[] { "Hissen stannar på plan två varje kväll.", "Hissen stannar på plan två igen.", "Varför stannar hissen på plan två?" }) cases.Add(await work.CaseOfAmal(text));

        var maria = await work.As("maria");
        var page = await maria.GetAsync("/teman");
        Assert.Contains("3 klagomål: ", page.Text, StringComparison.Ordinal);
        var form = await maria.GetAsync(page.Document.QuerySelector("a[href^='/teman/ny?arenden=']")!.GetAttribute("href")!);
        var refused = await form.SubmitAsync(("Input.Title", ""), ("Input.Investigator", "maria"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("Skriv vad de handlar om", refused.Text, StringComparison.Ordinal);
        Assert.Equal(cases.Order(StringComparer.Ordinal), refused.Value("Input.Cases")!.Split(' ').Order(StringComparer.Ordinal)); // what was there is there
        var theme = await refused.SubmitAsync(("Input.Title", "Hissen på plan två"), ("Input.Investigator", "maria"));
        Assert.StartsWith("/teman/", theme.Path, StringComparison.Ordinal);
        Assert.Contains("Ett tema att utreda", (await maria.GetAsync("/start")).Text, StringComparison.Ordinal);

        Assert.Contains("utreds gemensamt", (await amal.GetAsync($"/arenden/{cases[0]}")).Text, StringComparison.Ordinal);
        var api = await work.KeyOf("maria");
        var id = theme.Path.Split('/')[^1];
        var told = await api.PostAsJsonAsync($"/api/v1/themes/{id}/finding", new { finding = "Dörrens givare är smutsig. Den torkas nu varje vecka." });
        Assert.Equal("Dörrens givare är smutsig. Den torkas nu varje vecka.", JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement.GetProperty("finding").GetString());
        Assert.Contains("Dörrens givare är smutsig.", (await amal.GetAsync($"/arenden/{cases[0]}/svara")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await api.GetFromJsonAsync<JsonElement>("/api/v1/themes")).GetProperty("items")[0].GetProperty("caseCount").GetInt32());

        var plan = await maria.GetAsync((await maria.GetAsync($"/teman/{id}")).Document.QuerySelector("a[href^='/forbattringar/ny']")!.GetAttribute("href")!);
        Assert.All(cases, c => Assert.Contains(c, plan.Value("Input.Cases"), StringComparison.Ordinal));
    }
}
