using System.Net.Http.Json;
using System.Text.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Api;

/// <summary>Texts as people write them: with shouting, signs, line breaks, other alphabets.</summary>
public sealed class CitizensLikeTests(Work work) : IClassFixture<Work>
{
    private static readonly string[] Shorts =
    [
        "Kan ni inte informera villaägarna om att ställa bilen på egen tomt, särskilt på vintern? Det blir krångel för plogbilen, posten och sopbilen.",
        "Tack! Har tidigare skrivit om belysningen och vill nu, lite sent, tacka för lamporna längs cykelvägen …",
        "En morgon när strömmen gått i huset blev hon ensam kvar i sängen, personalen kunde inte vänta de tio minuter det tog för mig att komma.",
    ];

    private static IEnumerable<string> Texts => File.ReadLines(Path.Combine(Checkout.Folder, "tests", "Web.Tests", "Api", "citizens-like.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).Concat(Shorts);

    // R-REG-01, R-IN-01
    [Fact]
    public async Task What_people_write_can_be_registered_by_a_program()
    {
        using var api = work.App.Api();
        foreach (var text in Texts)
        {
            using var answer = await api.PostAsJsonAsync("/api/v1/cases", new { text, kind = "complaint", channel = "web", unit = "socialpsykiatri", maskings = Array.Empty<object>() });
            Assert.Equal(201, (int)answer.StatusCode);
            Assert.Equal(text.ReplaceLineEndings("\n").Trim(), (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString());
        }
    }

    // R-REG-01, R-IN-03
    [Fact]
    public async Task What_people_write_can_be_registered_on_the_page()
    {
        var amal = await work.As("amal");
        foreach (var text in Texts)
        {
            var answer = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(("Input.Text", text), ("Input.Reply", "none"));
            if (answer.Path == "/arenden/nytt") answer = await answer.SubmitAsync();
            Assert.StartsWith("/arenden/2026-", answer.Path);
            var reference = answer.Document.QuerySelector("[data-ref]")!.GetAttribute("data-ref");

            var opened = await (await amal.GetAsync($"/arenden/{reference}/uppgifter")).SubmitAsync(("Input.Reason", "investigate"));
            Assert.Equal(text.ReplaceLineEndings("\n").Trim(), opened.Document.QuerySelector("blockquote")!.TextContent);
        }
    }
}
