using Gava.Domain.Learning;

namespace Gava.Domain.Tests.Learning;

// R-LEARN-05: what recurs is proposed as one thing, with the words that tie it
public sealed class SameThingTests
{
    private static readonly string[] Cold =
    [
        "Maten från köket är kall när den kommer fram till min mamma.",
        "Kall mat igen. Köket måste göra något, tredje gången denna vecka.",
        "Är det meningen att maten från köket ska vara kall?",
        "Pappa äter inte. Köket skickar maten kall och torr, säger han.",
    ];

    private static readonly string[] Others =
    [
        "Ingen ringde tillbaka fast jag bad om det två gånger.",
        "Golvet i trapphuset är halt och dåligt städat.",
        "Handläggaren lyssnade inte på mig vid mötet.",
        "Bussen till dagverksamheten var försenad och tanten fick stå ute.",
    ];

    [Fact]
    public void Those_who_say_the_same_are_found_with_the_words_that_tie_them()
    {
        var found = Assert.Single(SameThing.Find(Texts([.. Cold, .. Others])));
        Assert.Equal([1, 2, 3, 4], found.Cases);
        Assert.Equal(["kall", "köket", "maten"], found.Words.Take(3).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_may_say_the_same_by_chance() => Assert.Empty(SameThing.Find(Texts([.. Cold.Take(2), .. Others])));

    [Fact]
    public void Words_that_any_text_has_tie_nothing() =>
        Assert.Empty(SameThing.Find(Texts("Jag vill inte ha det så här.", "Jag vill ha det så här nu.", "Så vill jag inte att det är här.", "Det är så här jag inte vill ha det.")));

    [Fact]
    public void What_nearly_everybody_writes_is_what_the_place_does_and_not_what_is_wrong()
    {
        // Home help, in a register of home help: the words of its work stand in every text.
        var places = new[] { "duschen", "städningen", "promenaden", "handlingen", "frukosten", "medicinen", "larmet", "nyckeln", "tvätten", "sängen", "posten", "telefonen", "räkningen", "soporna", "gardinen", "lampan" };
        Assert.Empty(SameThing.Find(Texts([.. places.Select(place => $"Hemtjänsten personalen besöket glömde {place}.")])));
    }

    [Fact]
    public void A_chain_of_things_a_little_alike_is_not_one_thing()
    {
        // Each is near the next one only; the first and the last share nothing.
        var chain = Enumerable.Range(0, 9).Select(i => string.Join(' ', Enumerable.Range(i * 3, 6).Select(Word))).ToArray();
        Assert.All(SameThing.Find(Texts(chain)), group => Assert.True(group.Cases.Count <= 3));
    }

    [Fact]
    public void What_people_have_put_in_different_categories_is_not_one_thing()
    {
        var texts = Texts(Cold).Select((t, i) => t with { Categories = [i % 2 == 0 ? "mat" : "information"] }).ToList();
        Assert.Empty(SameThing.Find(texts));
        Assert.Single(SameThing.Find([.. texts.Select(t => t with { Categories = ["mat"] })]));
    }

    [Fact]
    public void In_one_unit_and_category_less_is_needed()
    {
        var texts = Texts("Maten är kall när den kommer fram.", "Tredje lunchen som maten är kall.", "Kall mat, och potatisen rå.");
        Assert.Empty(SameThing.Find(texts));
        Assert.Equal(["kall", "maten"], Assert.Single(SameThing.Find([.. texts.Select(t => t with { Categories = ["mat"] })])).Words.Order(StringComparer.Ordinal));
        Assert.Empty(SameThing.Find([.. texts.Select(t => t with { Categories = ["mat"], UnitId = new Guid((int)t.Id, 0, 0, new byte[8]) })]));
    }

    [Fact]
    public void Words_are_told_as_most_write_them()
    {
        var found = Assert.Single(SameThing.Find(Texts("Hissen stannar på plan två.", "Hissen stannar ofta på plan tre.", "Hissar som stannar, plan fyra.")));
        Assert.Contains("hissen", found.Words);
        Assert.DoesNotContain("hissar", found.Words);
    }

    [Fact]
    public void A_thousand_and_a_half_take_a_second_or_so()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(1, 1500).Select(i => new SaidText(i, string.Join(' ', Enumerable.Range(0, 40).Select(_ => Word(random.Next(3000)))), Guid.Empty, [])).ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        SameThing.Find(texts);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public void Nothing_and_nearly_nothing_are_no_fault()
    {
        Assert.Empty(SameThing.Find([]));
        Assert.Empty(SameThing.Find(Texts("", " ", "\u200f", "…")));
    }

    // Letters that no ending is taken from.
    private static string Word(int number) => $"{(char)('b' + (number % 17))}o{(char)('b' + (number / 17 % 17))}u{(char)('b' + (number / 289 % 17))}i";

    private static List<SaidText> Texts(params string[] texts) => [.. texts.Select((text, i) => new SaidText(i + 1, text, Guid.Empty, []))];
}
