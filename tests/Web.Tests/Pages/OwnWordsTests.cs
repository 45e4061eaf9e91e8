using Gava.Web.Security;
using Gava.Web.Tests.Testing;
using Gava.Web.Text;

namespace Gava.Web.Tests.Pages;

/// <summary>What a municipality says in its own words, by language, with Swedish where a language is missing (R-IN-04).</summary>
public sealed class OwnWordsTests
{
    private const string File = """
        {
          "form": { "sv": "Gäller det en skola? <b>Rektorn</b> läser.", "en": "Is it about a school?\nThe head teacher reads it.", "ar": "هل يتعلق الأمر بمدرسة؟" },
          "receipt": { "sv": "Vi ses på medborgarkontoret.", "sv-latt": "Kom gärna hit." },
          "privacy": { "sv": "Vårt dataskyddsombud: dso@kommunen.example." },
        }
        """;

    [Theory]
    [InlineData("sv", "Gäller det en skola? <b>Rektorn</b> läser.", null, "Vi ses på medborgarkontoret.", null)]
    [InlineData("sv-latt", "Gäller det en skola? <b>Rektorn</b> läser.", null, "Kom gärna hit.", null)]
    [InlineData("en", "Is it about a school?\nThe head teacher reads it.", null, "Vi ses på medborgarkontoret.", "sv")]
    [InlineData("ar", "هل يتعلق الأمر بمدرسة؟", null, "Vi ses på medborgarkontoret.", "sv")]
    [InlineData("so", "Gäller det en skola? <b>Rektorn</b> läser.", "sv", "Vi ses på medborgarkontoret.", "sv")]
    public async Task They_stand_in_the_readers_language_or_in_Swedish_that_says_so(string language, string onForm, string? formLanguage, string onReceipt, string? receiptLanguage)
    {
        var path = Path.Combine(TestFolder.New("own-words"), "ord.json");
        await System.IO.File.WriteAllTextAsync(path, File, TestContext.Current.CancellationToken);
        await using var app = await TestApp.StartAsync($"--Gava:OwnWords={path}");
        using var citizen = new HtmlClient(app.Url);

        var form = await citizen.GetAsync($"/lamna?lang={language}");
        AssertSaid(form, onForm, formLanguage);
        AssertSaid(await form.SubmitAsync(("text", "Maten var kall.")), onReceipt, receiptLanguage);
        AssertSaid(await citizen.GetAsync($"/personuppgifter?lang={language}"), "Vårt dataskyddsombud: dso@kommunen.example.", language.StartsWith("sv", StringComparison.Ordinal) ? null : "sv");
        Assert.Empty(form.Document.QuerySelectorAll("main b"));
    }

    [Fact]
    public async Task Without_a_file_nothing_is_said()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        foreach (var address in new[] { "/lamna", "/personuppgifter" }) Assert.Empty((await citizen.GetAsync(address)).Document.QuerySelectorAll("main .said"));
    }

    [Theory]
    [InlineData("", "Skriv {")]
    [InlineData("[]", "Skriv {")]
    [InlineData("{\"form\": \"hej\"}", "Skriv {")]
    [InlineData("{\"form\": {\"sv\": 7}}", "Skriv {")]
    [InlineData("{\"form\": {\"sv\": \"a\", \"sv\": \"b\"}}", "Skriv {")]
    [InlineData("{\"start\": {\"sv\": \"hej\"}}", "\"start\" är ingen plats")]
    [InlineData("{\"form\": {\"de\": \"hallo\"}}", "\"de\" är inget av språken")]
    [InlineData("{\"form\": {\"en\": \"hello\"}}", "\"form\" saknar sv")]
    [InlineData("{\"form\": {\"sv\": \"  \"}}", "Texten form.sv ska ha")]
    [InlineData("{\"form\": {\"sv\": \"a\\u0000\"}}", "Texten form.sv ska ha")]
    public async Task A_file_that_says_something_else_stops_the_start_with_what_would_be_right(string json, string sentence)
    {
        var path = Path.Combine(TestFolder.New("own-words"), "ord.json");
        await System.IO.File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<SettingsFault>(() => TestApp.StartAsync($"--Gava:OwnWords={path}"));
        Assert.StartsWith($"Filen i Gava__OwnWords: {sentence}", fault.Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => OwnWords.Parse($"{{\"form\": {{\"sv\": \"{new string('a', OwnWords.Longest + 1)}\"}}}}"));
    }

    private static void AssertSaid(HtmlPage page, string text, string? language)
    {
        var said = Assert.Single(page.Document.QuerySelectorAll("main p.said"));
        Assert.Equal((text, language, language is null ? null : "ltr"), (said.TextContent, said.GetAttribute("lang"), said.GetAttribute("dir")));
    }
}
