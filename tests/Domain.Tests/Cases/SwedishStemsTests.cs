using Gava.Domain.Cases;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-IN-12, R-SEC-01: search finds the word in its other forms, and no other word.</summary>
public sealed class SwedishStemsTests
{
    [Theory]
    [InlineData("höjd", "höjda", "höjd", "höjdes", "höjde", "Höjden", "HÖJDERNA")]
    [InlineData("bullr", "bullra", "bullrar", "bullrade", "bullrande")]
    [InlineData("klag", "klaga", "klagar", "klagade", "klagades")]
    [InlineData("schem", "schema", "schemat")]
    [InlineData("telefon", "telefon", "telefonen", "telefoner", "telefonerna", "telefonens")]
    [InlineData("personal", "personal", "personalen", "personalens")]
    [InlineData("hemtjänst", "hemtjänst", "hemtjänsten", "hemtjänstens")]
    [InlineData("vänt", "vänta", "väntar", "väntade", "väntat")]
    [InlineData("boend", "boende", "boenden")]
    [InlineData("enhet", "enhet", "enheten", "enheter", "enheterna")]
    [InlineData("trev", "trevlig", "trevliga", "trevligare", "trevligaste", "trevligt")]
    public void The_forms_of_a_word_meet(string stem, params string[] forms) =>
        Assert.All(forms, form => Assert.Equal(stem, Assert.Single(SwedishStems.Of(form))));

    [Theory]
    [InlineData("höra", "hora")]
    [InlineData("läka", "laka")]
    [InlineData("får", "far")]
    public void Words_of_another_meaning_do_not_meet(string one, string other) =>
        Assert.NotEqual(SwedishStems.Of(one), SwedishStems.Of(other));

    [Theory] // as Snowball's own Swedish stemmer has them
    [InlineData("affärernas", "affär")]
    [InlineData("aktningsfullt", "aktningsfull")]
    [InlineData("anspråkslöst", "anspråkslös")]
    [InlineData("angelägenheterna", "angelägen")]
    [InlineData("bekräftelse", "bekräft")]
    [InlineData("befallningsmannens", "befallningsman")]
    [InlineData("anställning", "anställning")]
    [InlineData("antågande", "antåg")]
    [InlineData("beslutsamhet", "beslutsam")]
    [InlineData("allvarligt", "allvar")]
    [InlineData("ansiktet", "ansiktet")]
    [InlineData("apropos", "apropo")]
    [InlineData("avbrottet", "avbrottet")]
    [InlineData("ambrosius", "ambrosius")]
    [InlineData("anses", "ans")]
    [InlineData("aga", "aga")]
    [InlineData("å", "å")]
    [InlineData("buller", "bull")] // the noun's own forms part here: a limit of the algorithm
    [InlineData("bullret", "bullret")]
    public void A_stem_is_the_one_that_Snowball_gives(string word, string stem) => Assert.Equal(stem, SwedishStems.Stem(word));

    [Fact]
    public void Punctuation_and_signs_part_words_and_are_no_words() =>
        Assert.Equal(["mat", "var", "kall", "kl", "12", "30"], SwedishStems.Of("Maten var *kall* – kl. 12:30!? 😀"));

    [Fact]
    public void Letters_written_in_two_parts_are_the_same_letters() => // as some computers send them
        Assert.Equal(SwedishStems.Of("höjda åäö"), SwedishStems.Of("höjda åäö".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void Half_a_character_parts_words_and_breaks_nothing() => Assert.Equal(["kall", "mat"], SwedishStems.Of("kall\ud83dmat"));

    [Fact]
    public void Nothing_but_signs_gives_no_stems() => Assert.Empty(SwedishStems.Of(" \n…!? "));

    [Fact]
    public void An_endless_word_and_an_endless_text_have_an_end()
    {
        Assert.Equal(60, SwedishStems.Of(new string('b', 5_000)).Single().Length);
        Assert.Equal(12, SwedishStems.Of(string.Concat(Enumerable.Repeat("kall ", 5_000)), most: 12).Count());
    }
}
