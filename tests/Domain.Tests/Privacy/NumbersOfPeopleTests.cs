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
        Mitt klientnummer är {CASE_NO|204.118}, hans är {CASE_NO|204.119}.
        Hon har trygghetslarm nr {CASE_NO|51 207} som tiger.
        Medlemskort Konsum {CASE_NO|9752 0110 4432 871}
        Hans eget id hos er är {CASE_NO|B-77104}.
        Hemvårdsärende {CASE_NO|HV-7718-24} ligger still.
        Hennes LMA-kort har nummer {CASE_NO|51-104482-3} om ni vill veta.
        Gatlampan nr 40418 lyser inte, felanm. nr 24-30551.
        Sonen har nummer {PERSONNUMMER|20110508-TF09} tills vidare.
        Firman är enskild, org.nr {PERSONNUMMER|840217-7228}.
        Fel personnummer! Själv har jag {PERSONNUMMER|8711230486} sedan länge.
        På kortet står {PERSONNUMMER|xxxxxx-2391} och inte mer.
        {PERSON|Gun Ahlmark}, {PERSONNUMMER|420911}, ramlade i morse.
        Det gäller kvarteret {PROPERTY|Ugglan 7} och {PROPERTY|8} här intill.
        Hon är född {PERSONNUMMER|den 8 december 1946} i Moja.
        Han är född {PERSONNUMMER|den 12 mars} och fyller snart.
        Hon är född i {PERSONNUMMER|augusti 1962} tror jag.
        {PERSON|jonny} bor på {ADDRESS|ekvegen 5}
        Någon kastar sten på vårt hus på {ADDRESS|Aspnäs 6}.
        Ringer gör {PERSON|Nils-Ante Sarri}, {ADDRESS|Nedre Soppero 47}. Vägen är oplogad.
        Jag bor på {ADDRESS|Stora Ekenäs gård, 590 40 Kisa} sedan i våras.
        Han bor i {ADDRESS|hus 4, lgh 12, Lingonstigen}.
        Hon ramlade på {ADDRESS|Mörka gränd 2} i går.
        Ni har fel om vem som äger {PROPERTY|Måsen 14}, det är dödsboet.
        lagfart har han på {PROPERTY|gjutaren 2}
        Han väntar, {PERSON|Mats W.}: stängslet flyttas.
        Vi ses på mötet. {PERSON|BK}
        Den kvitterades av ”{PERSON|RS}” i natt.
        {PERSON|E. von Dimberg} och {PERSON|Bergdahl} samt {PERSON|de Wit} i föreningen.
        Elever: {PERSON|Nguyen, Linh}; {PERSON|Ståhl, Wilmer}; {PERSON|Omar, Yahya}.
        Läraren kallar honom {PERSON|Husse} varje dag.
        Nyckeln till {PERSON|Edits} lägenhet är borta.
        Hon heter nog {PERSON|Sprintan} i efternamn.
        Elevens namn: {PERSON|Nurmela, Aino}
        Anhörig {PERSON|Cabdi, Liban} påstår att den är återlämnad.
        Bstk {PERSON|Sjöö} är missnöjd, bstk {PERSON|Berg} är nöjd.
        Kund på {ADDRESS|Fågelvägen 21 uppg C} är missnöjd.
        jaa de va {PERSON|Hjördis} på {ADDRESS|Åkerbo 3} ja tänkte fråga
        Någon tog hans bankkort, slutsiffror {ACCOUNT|4417}, och handlade.
        Jag vill ha besked före kl 16 {PHONE|070 174 06 66} tack.
        Ring oss på {PHONE|0707-22 31 94} före fredag.
        """);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_number_is_hidden_when_it_leads_to_somebody(string marked) => Assert.Equal(marked, Marked.AsFound(marked));
}
