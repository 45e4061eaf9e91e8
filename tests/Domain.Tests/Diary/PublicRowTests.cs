using Gava.Domain.Diary;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Diary;

/// <summary>What the diary tells anybody: OSL 5:2, law.md SR-2.7, SR-2.8, SR-3.10.</summary>
public sealed class PublicRowTests
{
    [Fact]
    public void A_public_row_has_date_number_party_and_subject_and_nothing_else() // R-REG-04
        => Assert.Equal(["Date", "Number", "Party", "Subject"], typeof(PublicRow).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance).Select(p => p.Name).Order());

    [Theory]
    [InlineData(null, false, true, "Enskild")]
    [InlineData("  ", false, false, "Enskild")]
    [InlineData("Enskild", false, true, "Enskild")]
    [InlineData(null, true, false, "Skyddad")]
    [InlineData("Enskild", true, true, "Skyddad")] // a protected identity is always that (R-SEC-04)
    [InlineData("Elsa Exempel", false, false, "Elsa Exempel")]
    [InlineData("Elsa Exempel", false, true, "party-secret")]
    [InlineData("Elsa Exempel", true, false, "party-secret")]
    [InlineData("Elsa\nExempel", false, false, "text-unreadable")]
    public void A_name_is_told_only_where_nothing_presumes_secrecy(string? given, bool isProtected, bool isSecret, string told) =>
        Assert.Equal(told, Told(() => PublicRow.PartyOf(given, isProtected, isSecret)));

    [Theory]
    [InlineData("Klagomål på bemötande", "Klagomål på bemötande")]
    [InlineData("Klagomål på Elsa Exempel", "subject-unknown")]
    [InlineData("", "subject-unknown")]
    public void With_phrases_of_its_own_a_routine_allows_no_other_words(string given, string told) =>
        Assert.Equal(told, Told(() => PublicRow.SubjectOf(Make.Words(given), ["Klagomål på bemötande", "Beröm till verksamheten"])));

    [Theory]
    [InlineData("Klagomål på hemtjänst", "Klagomål på hemtjänst")]
    [InlineData("Klagomål från Elsa Svensson", "subject-personal")]
    [InlineData("Ring 070-174 06 05", "subject-personal")]
    [InlineData(" ", "subject-missing")]
    public void Free_words_hold_nothing_that_points_to_a_person(string given, string told) =>
        Assert.Equal(told, Told(() => PublicRow.SubjectOf(Make.Words(given), [])));

    [Fact]
    public void What_the_desk_masked_is_refused_too() => // names that only the vault knows
        Assert.Equal("subject-personal", Told(() => PublicRow.SubjectOf(new("Klagomål från [namn]", "Klagomål från Blomsterlund"), [])));

    [Fact]
    public void A_subject_is_short() => Assert.Equal("subject-too-long", Told(() => PublicRow.SubjectOf(Make.Words(new string('a', 121)), [])));

    private static string Told(Func<string> tell)
    {
        try
        {
            return tell();
        }
        catch (RuleBroken broken)
        {
            Assert.Matches("^[A-ZÅÄÖ].*[.]$", broken.Message);
            return broken.Code;
        }
    }
}
