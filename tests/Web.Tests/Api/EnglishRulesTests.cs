using System.Text.RegularExpressions;
using Gava.Web.Tests.Testing;
using Gava.Web.Text;

namespace Gava.Web.Tests.Api;

public sealed partial class EnglishRulesTests
{
    // R-API: errors in Swedish and English
    [Fact]
    public void Every_rule_that_can_be_broken_has_its_sentence_in_English()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Thrown().Matches(File.ReadAllText(file)).Select(m => m.Groups["code"].Value))
            .Concat(["idempotency-key-reused", "email-missing", "phone-missing", "address-missing", "name", "email", "phone", "address"])
            .Concat(new[] { "text", "why" }.SelectMany(field => new[] { $"{field}-missing", $"{field}-too-long" }))
            .Concat(["message-too-long", "noMeasureBecause-too-long"])
            .Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(codes.Count > 40, "The source was not read.");
        Assert.Empty(codes.Except(EnglishRules.Codes));
    }

    [Fact]
    public void A_sentence_in_English_is_a_sentence() =>
        Assert.All(EnglishRules.Codes, code => Assert.Matches("^[A-Z].*[.]$", EnglishRules.Of(code)));

    // RuleBroken by name; or what a method that returns one makes, known by its code and its sentence.
    [GeneratedRegex("""RuleBroken\(\s*"(?<code>[^"]+)"|new\(\s*"(?<code>[a-z]+(?:-[a-z]+)+)"\s*,\s*\$?"[^"]*\.""")]
    private static partial Regex Thrown();
}
