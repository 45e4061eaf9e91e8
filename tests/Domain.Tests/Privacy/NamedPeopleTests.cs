using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>R-REG-02: the same person is called the same in every text, and nobody by name.</summary>
public sealed class NamedPeopleTests
{
    [Theory]
    [InlineData("Lisa Ek kom inte. Ring Lisa i morgon, säger Lisa Ek.", "[namn] kom inte. Ring [namn] i morgon, säger [namn].")]
    [InlineData("Lisa Ek och Omar Haddad kom. Lisa var arg och Omar var snäll.", "[namn 1] och [namn 2] kom. [namn 1] var arg och [namn 2] var snäll.")]
    [InlineData("Min pappa Göran ligger där. Göran fryser.", "Min pappa [anhörig] ligger där. [anhörig] fryser.")]
    [InlineData("Handläggaren Per Lindqvist lyssnade inte.", "Handläggaren [medarbetare] lyssnade inte.")]
    [InlineData("Ring 070-123 45 67. Eller maila anna@exempel.se.", "Ring [telefon]. Eller maila [e-post].")]
    [InlineData("", "")]
    public void People_are_told_apart_and_not_named(string text, string expected) => Assert.Equal(expected, new NamedPeople().Mask(text).Register);

    [Fact]
    public void Later_texts_call_everybody_as_the_first_one_did()
    {
        var first = new NamedPeople(null, "Elsa Bergström");
        Assert.Equal("[personen] sa att [namn 1] och [namn 2] var där.", first.Mask("Elsa Bergström sa att Lisa Ek och Omar Haddad var där.").Register);

        var later = new NamedPeople(first.All, "Elsa Bergström");
        Assert.False(later.HasNews);
        Assert.Equal("Talade med [namn 2]. [personen] nöjd, [namn 3] med.", later.Mask("Talade med Omar Haddad. Elsa nöjd, Karin Holmlund med.").Register);
        Assert.True(later.HasNews);
        Assert.Equal("[namn 3] ringde [namn 1].", new NamedPeople(later.All).Mask("Karin Holmlund ringde Lisa Ek.").Register);
    }

    [Fact]
    public void One_alone_has_no_number_and_the_next_is_the_second()
    {
        var people = new NamedPeople();
        Assert.Equal("[namn] kom.", people.Mask("Lisa Ek kom.").Register);
        Assert.Equal("[namn 2] kom.", people.Mask("Omar Haddad kom.").Register);
    }

    [Fact]
    public void Those_who_work_there_are_found_and_called_staff()
    {
        var people = new NamedPeople(staff: ["Maria Lund", "Stig Öhman"]);
        Assert.Equal("[medarbetare 1] och [medarbetare 2] sa nej.", people.Mask("Maria Lund och Stig Öhman sa nej.").Register);
    }

    [Fact]
    public void A_relative_who_complains_is_a_relative() =>
        Assert.Equal("[anhörig] ringde.", new NamedPeople(null, "Elsa Bergström", PersonRole.Relative).Mask("Elsa Bergström ringde.").Register);

    [Fact]
    public void Whoever_masks_says_what_somebody_is()
    {
        const string text = "Lisa Ek kom till Omar Haddad.";
        var people = new NamedPeople();
        var groups = people.Groups(text, people.Find(text));
        Assert.Equal(["Lisa Ek", "Omar Haddad"], groups.Select(g => g.Text));
        Assert.Equal("[medarbetare] kom till [brukaren].", people.Mask(text, people.Find(text), found => found == groups[0].First ? PersonRole.Staff : PersonRole.User));
    }

    [Fact]
    public void A_group_is_one_person_however_they_are_written()
    {
        const string text = "Anna gick. Sedan kom Anna Ek, och Annas bil stod kvar. 070-123 45 67, 070-123 45 67.";
        var people = new NamedPeople();
        var groups = people.Groups(text, people.Find(text));
        Assert.Equal(2, groups.Count);
        Assert.Equal(3, groups[0].Findings.Count);
        Assert.Equal("Anna Ek", groups[0].Text);
        Assert.Equal(2, groups[1].Findings.Count);
        Assert.Null(groups[1].Role);
    }

    [Fact]
    public void Many_names_take_no_more_time_than_their_number()
    {
        var text = string.Join(", ", Enumerable.Range(0, 1500).Select(i => $"Anna Ek{i}son"))[..19_000];
        var people = new NamedPeople();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        people.Mask(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("Ek bor vid eken. Eks ekonomi, EK!", "Ek", "# bor vid eken. # ekonomi, #!")]
    [InlineData("Lägenhet 1203 och 12034", "1203", "Lägenhet # och 12034")]
    [InlineData("Nej", "Nejlika", "Nej")]
    public void Words_are_found_whole(string text, string word, string expected) =>
        Assert.Equal(expected, Masking.Apply(text, Masking.Places(text, [word], []), _ => "#"));

    [Fact]
    public void What_is_written_to_be_masked_is_read_as_words()
    {
        Assert.Equal(["Anna Ek", "1203"], Masking.WordsIn(" Anna Ek, 1203;, x, anna ek"));
        Assert.Empty(Masking.WordsIn(null));
        Assert.Equal(50, Masking.WordsIn(string.Join(',', Enumerable.Range(10, 90))).Count);
    }
}
