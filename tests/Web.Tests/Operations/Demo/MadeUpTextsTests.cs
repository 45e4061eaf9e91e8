using System.Globalization;
using System.Text.RegularExpressions;
using Gava.Domain.Privacy;
using Gava.Operations.Demo;

namespace Gava.Web.Tests.Operations.Demo;

[Trait("Database", "None")]
public sealed partial class MadeUpTextsTests
{
    private static readonly string[] Kinds = ["complaint", "suggestion", "praise", "view", "question", "faultReport"];

    private static readonly string[] Slugs =
    [
        "almvik", "social", "socialpsykiatri-omradet", "socialpsykiatri", "gruppboendet-linden", "traffpunkten", "aldreomsorg", "hemtjanst-norr",
        "hemtjanst-soder", "koket-eken", "socialtjanst", "barn-och-familj", "ekonomiskt-bistand", "stadsdel", "dagverksamheten-solsidan", "park-och-gata",
        "tsf", "internservice", "stad", "vaktmasteri", "en-enhet-som-ingen-hort-talas-om",
    ];

    [Fact]
    public void The_same_chance_gives_the_same_texts()
    {
        Assert.Equal(Everything(new Random(7)).Take(2_000), Everything(new Random(7)).Take(2_000));
        Assert.NotEqual(Everything(new Random(7)).Take(20), Everything(new Random(8)).Take(20));
    }

    [Fact]
    public void Fifty_thousand_citizens_do_not_copy_each_other()
    {
        var chance = new Random(1);
        HashSet<string> texts = [];
        for (var i = 0; i < 50_000; i++) texts.Add(Said(chance));

        Assert.True(texts.Count > 30_000, $"{texts.Count} distinct texts");
    }

    [Fact]
    public void Every_kind_of_text_is_tidy_at_every_unit()
    {
        var chance = new Random(2);
        foreach (var (slug, kind) in Slugs.SelectMany(slug => Kinds.Select(kind => (slug, kind))))
        {
            for (var i = 0; i < 150; i++)
            {
                var text = MadeUpTexts.Said(chance, slug, kind);
                MustBeTidy(text);
                Assert.InRange(EndOfSentence().Count(text), 1, 8);
            }
        }
    }

    [Fact]
    public void What_the_staff_write_is_tidy_too()
    {
        var chance = new Random(3);
        for (var i = 0; i < 1_000; i++)
        {
            foreach (var text in FromStaff(chance)) MustBeTidy(text);
            Assert.InRange(EndOfSentence().Count(MadeUpTexts.Reply(chance, Kinds[i % Kinds.Length])), 3, 8);
        }
    }

    [Fact]
    public void A_reply_to_a_complaint_regrets_in_the_first_person()
    {
        var chance = new Random(4);
        for (var i = 0; i < 200; i++) Assert.Matches("[Jj]ag (beklagar|är ledsen|ber om ursäkt|förstår)", MadeUpTexts.Reply(chance, "complaint"));
    }

    [Fact]
    public void About_every_fifth_text_holds_something_to_mask()
    {
        var chance = new Random(5);
        var texts = Enumerable.Range(0, 2_000).Select(_ => Said(chance)).ToList();

        var masked = texts.Count(text => PersonalDataFinder.Default.Find(text).Count > 0);

        Assert.InRange(masked, texts.Count * 15 / 100, texts.Count * 30 / 100);
    }

    [Fact]
    public void Numbers_belong_to_nobody()
    {
        var chance = new Random(6);
        var text = string.Join('\n', Enumerable.Range(0, 20_000).Select(_ => Said(chance)));

        var personNumbers = PersonNumber().Matches(text).Select(match => match.Groups[1].Value + match.Groups[2].Value).ToList();
        Assert.True(personNumbers.Count > 50);
        Assert.All(personNumbers, number => Assert.InRange(int.Parse(number[6..9], CultureInfo.InvariantCulture), 980, 999));
        Assert.All(personNumbers, number => Assert.Equal(0, Luhn(number)));
        Assert.All(Phone().Matches(text), match => Assert.InRange(long.Parse(Digits(match.Value), CultureInfo.InvariantCulture), 701740605, 701740699));
        Assert.All(Email().Matches(text), match => Assert.EndsWith("@example.se", match.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_complainant_can_be_reached_and_passes_the_check()
    {
        var chance = new Random(9);
        var people = Enumerable.Range(0, 2_000).Select(_ => MadeUpTexts.Person(chance)).ToList();

        Assert.All(people, person => Assert.True(person.Checked() is { CanBeReached: true, Name: not null }));
        Assert.True(people.Distinct().Count() > 1_950);
    }

    private static IEnumerable<string> Everything(Random chance)
    {
        while (true)
        {
            yield return Said(chance);
            yield return MadeUpTexts.Person(chance).ToString();
            foreach (var text in FromStaff(chance)) yield return text;
        }
    }

    private static string Said(Random chance) => MadeUpTexts.Said(chance, chance.GetItems(Slugs, 1)[0], chance.GetItems(Kinds, 1)[0]);

    private static string[] FromStaff(Random chance) =>
    [
        MadeUpTexts.Measure(chance, chance.GetItems(Slugs, 1)[0]), MadeUpTexts.Feedback(chance), MadeUpTexts.DelayReason(chance), MadeUpTexts.Reply(chance, chance.GetItems(Kinds, 1)[0]),
        MadeUpTexts.Note(chance), MadeUpTexts.Closing(chance), MadeUpTexts.HandOverMessage(chance), MadeUpTexts.ContactNote(chance),
    ];

    private static void MustBeTidy(string text)
    {
        Assert.InRange(text.Length, 4, 3_000);
        Assert.DoesNotMatch(@"  | [.,!?]|[{}\[\]|=]|[.,?]\.|^\W", text);
        Assert.Contains(text[^1], ".!?");
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    private static int Luhn(string digits) =>
        digits.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(product => (product / 10) + (product % 10)) % 10;

    [GeneratedRegex(@"[.!?]+(?= |$)")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"\b(?:19|20)?(\d{6})-(\d{4})\b")]
    private static partial Regex PersonNumber();

    [GeneratedRegex(@"\b070[-\d][\d ]{6,9}\d\b")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\S+@[a-z.]+[a-z]")]
    private static partial Regex Email();
}
