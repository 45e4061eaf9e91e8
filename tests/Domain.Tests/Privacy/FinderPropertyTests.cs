using System.Diagnostics;
using System.Text;
using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>R-REG-02: what holds for every text, and how fast.</summary>
public sealed class FinderPropertyTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "Anna", "svensson", "850712-1237", "070-123 45 67", " ", ", ", ". ", "\n", "heter ", "mamma ", "Storgatan 14", "123 45 Nacka", "ABC 123", "@", "a@b.se",
        "konto 8327-9, 123 456 789", "Eken 3:4", "😀", "e\u0301", "(at)", "född ", "1942-03-05", "+46", "--", "(", ")", "KS 2024/1", "von ", "A. ", "s", ":", "på instagram",
    ];

    [Fact]
    public void Findings_are_in_order_within_the_text_and_never_overlap()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var text = RandomText(seed);
            var end = 0;
            foreach (var finding in PersonalDataFinder.Default.Find(text))
            {
                Assert.True(finding.Start >= end && finding.Length > 0 && finding.End <= text.Length, $"seed {seed}");
                Assert.NotEmpty(finding.Why);
                end = finding.End;
            }
        }
    }

    [Fact]
    public void A_masked_text_holds_no_number_that_was_found()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var text = RandomText(seed, between: "\n");
            var findings = PersonalDataFinder.Default.Find(text);
            var masked = Masking.Apply(text, findings);
            foreach (var finding in findings.Where(finding => finding.Type is PersonalDataType.PersonNumber or PersonalDataType.Phone))
                Assert.DoesNotContain(PersonalDataFinder.Default.Find(masked), again => again.Type == finding.Type && masked.Substring(again.Start, again.Length) == text.Substring(finding.Start, finding.Length));
        }
    }

    [Fact]
    public void Text_is_read_at_more_than_300_kilobytes_a_second()
    {
        var text = string.Join("\n", Annotated.All().Select(item => item.Text));
        var long1 = string.Concat(Enumerable.Repeat(text + "\n", (300_000 / text.Length) + 1));
        PersonalDataFinder.Default.Find(text);
        // The best of five: a machine that does other work at the same time says nothing of the finder.
        var seconds = Enumerable.Range(0, 5).Min(_ => Seconds(long1));
        output.WriteLine(FormattableString.Invariant($"{Encoding.UTF8.GetByteCount(long1) / 1000 / seconds:F0} kB/s"));
        Assert.True(Encoding.UTF8.GetByteCount(long1) / seconds > 300_000, $"{seconds} s");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("0 7-")]
    [InlineData("a")]
    [InlineData("Anna ")]
    [InlineData("A ")]
    [InlineData("A.")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("a@a.")]
    [InlineData("(at)")]
    [InlineData("snabel-a ")]
    [InlineData("SE12 ")]
    [InlineData("Storgatan 1 ")]
    [InlineData("von ")]
    [InlineData("1:1 ")]
    [InlineData("a-")]
    [InlineData("på instagram ")]
    [InlineData("kundnummer ")]
    [InlineData("http://")]
    [InlineData(".")]
    [InlineData("\u0301")]
    [InlineData(" ")]
    public void Hostile_text_takes_no_more_time_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var seconds = Seconds(text);
        output.WriteLine(FormattableString.Invariant($"'{piece}': {seconds:F2} s"));
        Assert.True(seconds < 8, $"'{piece}': {seconds} s");
    }

    private static double Seconds(string text)
    {
        var watch = Stopwatch.StartNew();
        PersonalDataFinder.Default.Find(text);
        return watch.Elapsed.TotalSeconds;
    }

    private static string RandomText(int seed, string between = "")
    {
        var chance = new Random(seed);
        var text = new StringBuilder();
        for (var i = chance.Next(1, 30); i > 0; i--)
            text.Append(chance.Next(6) == 0 ? ((char)chance.Next(32, 400)).ToString() : Pieces[chance.Next(Pieces.Length)]).Append(between);
        return text.ToString();
    }
}
