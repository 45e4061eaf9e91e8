using System.Diagnostics;
using System.Text;
using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>R-REG-02: what holds for every text, and how fast.</summary>
[Trait("Category", "Privacy")]
[Trait("Database", "None")]
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
    public void However_odd_a_text_is_it_is_read_and_masked()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var text = OddText(seed);
            var findings = PersonalDataFinder.Default.Find(text, seed % 3 == 0 ? [OddText(seed + 1), "Åsa\u0301 \uD800"] : null);
            var end = 0;
            foreach (var finding in findings)
            {
                Assert.True(finding.Start >= end && finding.Length > 0 && finding.End <= text.Length, $"seed {seed}");
                end = finding.End;
            }

            Assert.Contains(findings.Count == 0 ? "" : findings[0].Type.Placeholder(), Masking.Apply(text, findings), StringComparison.Ordinal);
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
    public void A_megabyte_takes_a_core_less_than_a_second()
    {
        var text = string.Join("\n", Annotated.All().Select(item => item.Text));
        var long1 = string.Concat(Enumerable.Repeat(text + "\n", (1_000_000 / text.Length) + 1));
        PersonalDataFinder.Default.Find(text);
        // The best of five, and in time of a core: a machine that does other work at the same time says nothing of the finder.
        var seconds = Enumerable.Range(0, 5).Min(_ => Seconds(long1));
        var ofCore = Enumerable.Range(0, 5).Min(_ => SecondsOfCore(long1));
        var bytes = Encoding.UTF8.GetByteCount(long1);
        output.WriteLine(FormattableString.Invariant($"{bytes / 1000 / ofCore:F0} kB a second of one core, {bytes / 1000 / seconds:F0} kB/s by the clock on the wall"));
        Assert.True(bytes / Math.Min(seconds, ofCore) > 1_000_000, $"{seconds} s, {ofCore} s of a core");
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
    [InlineData("a\u0301")]
    [InlineData("\u200B")]
    [InlineData("\uFF10 ")]
    [InlineData("а")]
    [InlineData("\uD835\uDC00")]
    [InlineData("\uD800")]
    [InlineData("O0 ")]
    [InlineData("J.")]
    [InlineData("A, ")]
    [InlineData("Xyxxyx ")]
    [InlineData("punkt ")]
    [InlineData("a punkt a snabel-a ")]
    [InlineData("Eken 3 ")]
    [InlineData("kv Eken 3 ")]
    [InlineData("ABC 123 ")]
    [InlineData("Storgatan 3A och 4 ")]
    [InlineData("kontot")]
    [InlineData("kund-")]
    [InlineData("användarnamn")]
    [InlineData("a at b ")]
    [InlineData("1 kolon ")]
    [InlineData("a#")]
    [InlineData("Tagg nr 4417-2 ")]
    [InlineData("född tolfte ")]
    [InlineData("xxxxxx")]
    [InlineData("Anna, Bo; ")]
    [InlineData(" ")]
    public void Hostile_text_takes_no_more_time_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var seconds = Seconds(text);
        output.WriteLine(FormattableString.Invariant($"'{piece}': {seconds:F2} s"));
        Assert.True(seconds < 8, $"'{piece}': {seconds} s");
    }

    private static double SecondsOfCore(string text)
    {
        var before = Environment.CpuUsage.TotalTime;
        PersonalDataFinder.Default.Find(text);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Seconds(string text)
    {
        var watch = Stopwatch.StartNew();
        PersonalDataFinder.Default.Find(text);
        return watch.Elapsed.TotalSeconds;
    }

    private static string OddText(int seed)
    {
        string[] odd = ["\u200B", "\u200D", "\u00AD", "\u202E", "\u2066", "\u0301", "\u030A", "\uD800", "\uDC00", "\uFB01", "\uFF10\uFF17", "\u0660", "\uD835\uDC00", "а", "ο", "\u00A0", "\u2028", "\u0000", "\uFEFF", "\uFE0F", "😀🏽"];
        var chance = new Random(seed);
        var text = new StringBuilder();
        for (var i = chance.Next(1, 40); i > 0; i--)
            text.Append(chance.Next(3) switch { 0 => odd[chance.Next(odd.Length)], 1 => ((char)chance.Next(0, 0x10000)).ToString(), _ => Pieces[chance.Next(Pieces.Length)] });
        return text.ToString();
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
