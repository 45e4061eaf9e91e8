namespace Gava.Domain.Tests.Privacy;

/// <summary>R-REG-02: numbers that point at somebody, told from those that number a matter or a thing.</summary>
public sealed class NumbersOfPeopleTests
{
    public static TheoryData<string> Texts => Marked.Lines(
        """
        Skatteverkets beslut, dnr {CASE_NO|1234-5678-25}, bifogas.
        Ert beslut i ärende SN 2026/123 är fel.
        Enligt protokoll KS 2025-03-04 gäller det inte.
        Mitt kundnr är {CASE_NO|88 213}.
        Jag är kund {CASE_NO|K-4471} sedan länge.
        Avtal {CASE_NO|B112-98} gäller.
        Avtal KS 2021/318 gäller.
        Vi har mål nr {CASE_NO|T 4182-25} i tingsrätten.
        Polisanmält, K-nummer 5000-K311842-24.
        Han är född {PERSONNUMMER|tolfte i tredje fyrtioett}.
        Det gäller {PROPERTY|Åby 2 : 14} och grannens tomt.
        I bygglovet för {PROPERTY|Tornfalken 12} står det fel.
        Avdelningen Solen 2 har stängt.
        Skriv till postnummer {ADDRESS|123 45}.
        """);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_number_is_hidden_when_it_leads_to_somebody(string marked) => Assert.Equal(marked, Marked.AsFound(marked));
}
