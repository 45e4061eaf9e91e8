using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

// R-LEARN-01: what waits for a category, with what it likely is; one press sets it
public sealed class CategoryPagesTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task The_likely_category_is_set_with_one_press_and_the_case_waits_no_more()
    {
        foreach (var text in new[] { "Soppan var kall och potatisen hård.", "Kall soppa till lunch.", "Soppan och potatisen var kalla." }) await CategorisedAsync(text, "delaktighet");
        foreach (var text in new[] { "Ingen ringde tillbaka.", "Handläggaren svarade inte.", "Brevet kom aldrig fram." }) await CategorisedAsync(text, "tillganglighet");
        var reference = await RegisterAsync("I går var soppan kall, och potatisen med.");
        var kerstin = await work.As("kerstin");
        var page = await kerstin.GetAsync("/kategorisera");
        var article = page.Document.QuerySelector($"article[aria-labelledby='arende-{reference}']")!;
        Assert.Contains("Tidigare ärenden om", article.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kanske", (await kerstin.GetAsync($"/arenden/{reference}/kategori")).Text, StringComparison.Ordinal);
        var done = await page.SubmitToAsync($"article[aria-labelledby='arende-{reference}'] form");
        Assert.Contains($"{reference} har fått sin kategori.", done.Text, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector($"#arende-{reference}"));
        Assert.Equal("kvalitetsindikator=delaktighet", (await work.CaseAsync("kerstin", reference)).GetProperty("categories")[0].GetString());
    }

    private async Task CategorisedAsync(string text, string code) => await work.Do("kerstin", await RegisterAsync(text), "categorise", new { tree = "kvalitetsindikator", categories = new[] { code } });

    private Task<string> RegisterAsync(string text) => work.RegisterAsync("nadia", new { text, kind = "complaint", channel = "phone", unit = "barn-och-familj" });
}
