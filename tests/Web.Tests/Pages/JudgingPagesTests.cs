using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

// R-LEARN-01, R-REG-02: a complaint is judged point by point; what is written there is masked like everything else, and can be hidden afterwards
public sealed class JudgingPagesTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task A_complaint_is_divided_judged_and_told_of()
    {
        var reference = await work.CaseOfAmal("Maten var kall och ingen svarade i telefon.");
        var amal = await work.As("amal");
        var page = await amal.GetAsync($"/arenden/{reference}/bedom");
        Assert.Contains("Hela klagomålet", page.Text, StringComparison.Ordinal);
        foreach (var what in new[] { "Maten var kall, säger Ellinor Brask.", "Ingen svarade i telefon." })
        {
            page = await page.SubmitToAsync("details form", ("Input.Text", what));
            Assert.Contains("Punkten är tillagd.", page.Text, StringComparison.Ordinal);
        }

        page = await page.SubmitToAsync("section form.form", ("Input.Cause", "Vagnen är trasig."));
        Assert.Equal(400, page.Status);
        Assert.Contains("Välj vad ni kom fram till.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Vagnen är trasig.", page.Value("Input.Cause"));
        page = await page.SubmitToAsync("section form.form", ("Input.Outcome", "justified"), ("Input.Remedy", "En ursäkt till Ellinor Brask."));
        page = await page.SubmitToAsync("section form.form", ("Input.Outcome", "unjustified"));
        Assert.Contains("Sammantaget: delvis befogat.", page.Text, StringComparison.Ordinal);

        var shown = (await amal.GetAsync($"/arenden/{reference}")).Text;
        foreach (var told in new[] { "Delvis befogat", "Maten var kall, säger [namn].", "Vagnen är trasig.", "Bedömde punkt 2 av klagomålet: inte befogat" }) Assert.Contains(told, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Brask", shown, StringComparison.Ordinal);

        // A name that slipped through is hidden there too.
        await work.Do("amal", reference, "judge-point", new { number = 2, outcome = "unjustified", cause = "Växeln Solrosen var stängd." });
        await work.Do("amal", reference, "mask", new { words = new[] { "Solrosen" } });
        Assert.DoesNotContain("Solrosen", (await amal.GetAsync($"/arenden/{reference}/bedom?punkt=2")).Text, StringComparison.Ordinal);
    }

    [Fact] // R-LEARN-08: the words of a part too
    public async Task What_is_hidden_afterwards_is_hidden_in_the_parts()
    {
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "part", new { unit = "traffpunkten", person = "karin", text = "Köket Solrosen." });
        var amal = await work.As("amal");
        Assert.Contains("Köket Solrosen.", (await amal.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        await work.Do("amal", reference, "mask", new { words = new[] { "Solrosen" } });
        foreach (var address in new[] { "", "/del/1" }) Assert.DoesNotContain("Solrosen", (await amal.GetAsync($"/arenden/{reference}{address}")).Text, StringComparison.Ordinal);
        await using var database = work.App.Database();
        Assert.DoesNotContain(database.Cases.Select(c => c.Parts).AsEnumerable(), parts => $"{string.Join(';', parts)}".Contains("Solrosen", StringComparison.Ordinal));
    }
}
