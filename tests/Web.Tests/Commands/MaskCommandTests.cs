using System.Text.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Commands;

/// <summary>Contract, Command line: <c>gava mask</c>. R-REG-02.</summary>
[Trait("Database", "None")]
public sealed class MaskCommandTests
{
    private const string Text = "👩‍👩‍👧 😡 Hej! Ring Elsa Bergström på 070-174 06 05 💐 om 19121212-1212.";

    [Fact]
    public async Task Places_are_counted_in_code_points_also_after_emoji()
    {
        var answer = await GavaCommand.Run(["mask"], Line("a", Text) + Line(7, "Inget att dölja här."));

        Assert.Equal((0, ""), (answer.ExitCode, answer.StandardError));
        var lines = answer.StandardOutput.Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("a", lines[0].GetProperty("id").GetString());
        Assert.Equal(
            [("Elsa Bergström", "PERSON"), ("070-174 06 05", "PHONE"), ("19121212-1212", "PERSONNUMMER")],
            lines[0].GetProperty("spans").EnumerateArray().Select(s => (Slice(Text, s), s.GetProperty("type").GetString()!)));
        Assert.Equal(7, lines[1].GetProperty("id").GetInt32());
        Assert.Empty(lines[1].GetProperty("spans").EnumerateArray());
    }

    [Fact]
    public async Task With_text_the_masked_text_is_written()
    {
        var answer = await GavaCommand.Run(["mask", "--text"], Line("a", Text));

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("👩‍👩‍👧 😡 Hej! Ring [namn] på [telefon] 💐 om [personnummer].", JsonDocument.Parse(answer.StandardOutput).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_and_the_rest_is_masked()
    {
        var bad = new[] { "nonsens", "[1,2]", "{\"id\":1}", "{\"text\":\"x\"}", "{\"id\":1,\"text\":2}", "{\"id\":1,\"text\":\"\\ud800\"}" };

        var answer = await GavaCommand.Run(["mask"], Line(1, "Hej Elsa Bergström!") + string.Join('\n', bad) + "\n\n" + Line(2, "Hej."));

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(2, answer.StandardOutput.Split('\n').Length);
        Assert.Equal(bad.Length, answer.StandardError.Split('\n').Length);
        Assert.All(answer.StandardError.Split('\n').Index(), l => Assert.StartsWith($"Rad {l.Index + 2}: ", l.Item));
        Assert.DoesNotContain("nonsens", answer.StandardError);
    }

    private static string Line(object id, string text) => JsonSerializer.Serialize(new { id, text }) + "\n";

    private static string Slice(string text, JsonElement span) => string.Concat(text.EnumerateRunes()
        .Skip(span.GetProperty("start").GetInt32()).Take(span.GetProperty("end").GetInt32() - span.GetProperty("start").GetInt32()).Select(r => r.ToString()));
}
