using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>R-REG-02: tables of what is personal data in a text and what is not. All people and numbers are made up.</summary>
[Trait("Category", "Privacy")]
[Trait("Database", "None")]
public sealed class FindingTests
{
    public static TheoryData<string> IdentityNumbers => Marked.Lines("""
        Hon heter så, {PERSONNUMMER|850712-1237}.
        numret {PERSONNUMMER|8507121237}
        numret {PERSONNUMMER|198507121237}
        numret {PERSONNUMMER|19850712-1237}
        numret {PERSONNUMMER|1985-07-12-1237}
        numret {PERSONNUMMER|850712 1237}
        numret {PERSONNUMMER|85 07 12 1237}
        numret {PERSONNUMMER|85.07.12-1237}
        numret {PERSONNUMMER|850712+1237}
        numret {PERSONNUMMER|850712–1237}
        numret {PERSONNUMMER|850712 - 1237}
        Samordningsnummer {PERSONNUMMER|850772-1234}
        personnummer {PERSONNUMMER|850712-1234}
        Personnummer: {PERSONNUMMER|850712-1234}.
        pnr {PERSONNUMMER|850712-xxxx}
        pnr. {PERSONNUMMER|850712}
        född {PERSONNUMMER|1942-03-05} och sjuk
        Han är f. {PERSONNUMMER|12/5 1951}
        född {PERSONNUMMER|den 3 maj 1944} i huset
        född {PERSONNUMMER|420305}
        födelsedatum: {PERSONNUMMER|19420305}
        födda {PERSONNUMMER|2014-06-11}, {PERSONNUMMER|2016-09-30} och {PERSONNUMMER|2020-01-02} alla tre
        f. {PERSONNUMMER|3/11 -38} och {PERSONNUMMER|900230-1111}
        personnumret är {PERSONNUMMER|fyrtiotvå noll tre noll fem elva tjugofem} tror jag
        numret {PERSONNUMMER|850712-1234} stämmer inte
        faktura 850712-1234
        org.nr 556036-0793
        Organisationsnummer 212000-0167
        mötet 2024-03-05 klockan 14
        fakturan 8507121237 är fel
        datum 12/5 1951 byggdes huset
        Beloppet 850712 kr är för högt
        dnr 850712-1237
        """);

    /// <summary>R-REG-02: what hides from a plain search is found all the same, and the marks stand in the original text.</summary>
    public static TheoryData<string> Hidden =>
    [
        "ring {PHONE|070\u200B-123 4\u200D5 67}",
        "ring \u200F{PHONE|+46 70 123 45 67}\u200F nu",
        "ring {PHONE|070\u00A0123\u202F45\u200967}",
        "ring {PHONE|\uFF10\uFF17\uFF10\uFF0D\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17}",
        "ring {PHONE|\u0660\u0667\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667}",
        "ring {PHONE|O7O-l23 45 67}",
        "personnummer {PERSONNUMMER|8507\u00AD12-1237}",
        "personnummer {PERSONNUMMER|\u06F8\u06F5\u06F0\u06F7\u06F1\u06F2-1237}",
        "mejla {EMAIL|an\u200Cna@exa\u00ADmple.se}",
        "Hon heter {PERSON|A\u030Asa O\u0308berg} och är arg",
        "läraren {PERSON|Аnnа Svensson} slutade", // Cyrillic А and а
        "läraren {PERSON|Tοmas Οlsson} slutade", // Greek ο and Ο
        "läraren {PERSON|\uD835\uDC00\uD835\uDC27\uD835\uDC27\uD835\uDC1A} slutade", // mathematical letters
        "{PERSON|K\u200De\u200Dr\u200Ds\u200Dt\u200Di\u200Dn} ringde",
        "bilen {VEHICLE|ABC\u00A0123} och {PROPERTY|Sicklaön\u00A083:2\u200B2}",
        "på {ADDRESS|Storgatan\u00A01\u200B4} i tre år",
        "\uD83D\uDE00\uD83C\uDFFD {PERSON|Anna} \uDC00 \uD800 {PHONE|070-123 45 67}", // emoji and halves of a pair
        "trot\u00ADtoaren är h\u200Bal och Спасибо för tolken ١٢ mars",
    ];

    public static TheoryData<string> Phones => Marked.Lines("""
        ring {PHONE|070-123 45 67}
        ring {PHONE|070 1234567} i morgon
        ring {PHONE|0701234567}.
        ring {PHONE|070-1234567}, tack
        ring {PHONE|070/123 45 67}
        ring {PHONE|070.123.45.67}
        ring {PHONE|08-123 456 78}
        ring {PHONE|08-12 34 56}
        ring {PHONE|08 123 456 78}
        ring {PHONE|0910-123 45}
        ring {PHONE|(08) 123 456 78}
        ring {PHONE|+46 (0)70 123 45 67}
        ring {PHONE|+46701234567}
        ring {PHONE|0046 70 123 45 67}
        ring {PHONE|+358 40 123 4567}
        ring {PHONE|070–123 45 67} kvällstid
        tel. {PHONE|716 24 80}
        Telefon: {PHONE|12 34 56}
        växeln {PHONE|71800} svarar aldrig
        kostar 1 250 kr och 12 000 kronor
        mellan 08.00 och 16.30
        perioden 2023-2024 och 2019/2020
        den 01-02-2024
        OCR 0701234567
        faktura 0812345678
        Dnr 2024-0123456
        ring {PHONE|070-123 45 67} / {PHONE|08-123 456 78} på dagen
        ring {PHONE|070-1234567}/{PHONE|070-1234568} i dag
        mitt nummer är {PHONE|noll sju noll tre fyra fem sexton tjugotvå} tack
        vi var tre fyra stycken och väntade en två timmar
        dom i mål nr 4431-25
        hus 14, 15 och 22
        08-12 varje dag
        """);

    public static TheoryData<string> Emails => Marked.Lines("""
        mejla {EMAIL|anna.svensson@example.se}.
        mejla {EMAIL|ANNA@EXAMPLE.SE} nu
        mejla {EMAIL|åsa.öberg@företag.se}, tack
        mejla {EMAIL|anna (at) domain.se}
        mejla {EMAIL|anna(at)domain.se}
        mejla {EMAIL|anna snabel-a domain.se}
        mejla {EMAIL|anna [at] domain punkt se}
        mejla <{EMAIL|a+b@x-y.co.uk}>
        se https://www.example.se/a@b?x=1
        jag väntade @ stationen
        mejla {EMAIL|maja dot lind at example dot com} så svarar jag
        mejla {EMAIL|anna @example.com}
        """);

    public static TheoryData<string> Addresses => Marked.Lines("""
        huset på {ADDRESS|Storgatan 14} är fult
        huset på {ADDRESS|storgatan 14 b} är fult
        bor på {ADDRESS|Stora Nygatan 12 B, lgh 1102, 123 45 Nacka}
        bor på {ADDRESS|Ringvägen 100 C, lgh 1204, 118 60 Stockholm}.
        bor {ADDRESS|Skogsvägen 12 A, 2 tr}.
        bor {ADDRESS|Björkbacken 9, vån 3}
        hos oss, {ADDRESS|Norra Kajen 4}.
        {ADDRESS|Karl Johans gata 5} saknar lampor
        {ADDRESS|Gamla landsvägen 112}
        i {ADDRESS|Alléplan 3}
        vid {ADDRESS|Lillåvägen 12-14}
        Adress: {ADDRESS|Rosenhill 4}
        på {ADDRESS|Stationsvägen nr 12} i stan
        c/o {PERSON|Persson}, {ADDRESS|Ekvägen 2, 281 40 Hässleholm}
        Skicka till {ADDRESS|Torpet Solbacken, 155 91 Nykvarn}
        {ADDRESS|Box 123, 131 81 Nacka}
        postadress {ADDRESS|131 81 Nacka}
        Snön på Storgatan ligger kvar
        Avdelningen på plan 4
        Korsningen Storgatan/Kyrkogatan
        cykelvägen 3 gånger
        Kungsvägen 14 dagar i rad
        Björkgårdens avdelning 3
        """);

    public static TheoryData<string> Vehicles => Marked.Lines("""
        bilen {VEHICLE|ABC 123} står fel
        {VEHICLE|ABC12D} igen!
        en {VEHICLE|KLM45B} vid porten
        reg.nr {VEHICLE|abc12d}
        regnr: {VEHICLE|abc 123}
        ISO 900 gäller
        SFS 201 och LGH 110
        kostar 123 kr
        """);

    public static TheoryData<string> Accounts => Marked.Lines("""
        konto {ACCOUNT|8327-9, 123 456 789-0} tack
        mitt kontonummer är {ACCOUNT|6112-345 678 901}
        clearing {ACCOUNT|9150-12 345 67}
        bankgiro {ACCOUNT|123-4567}
        BG: {ACCOUNT|5050-1055}
        plusgiro {ACCOUNT|12 34 56-7}
        pg {ACCOUNT|4-5}
        IBAN {ACCOUNT|SE35 5000 0000 0549 1000 0003}
        på {ACCOUNT|SE3550000000054910000003}, tack
        IBAN SE36 5000 0000 0549 1000 0003
        kortet {ACCOUNT|4571 2345 6789 0123} drogs två gånger
        Bg {ACCOUNT|900-1234} är ert. Mitt är {ACCOUNT|5402-9681}.
        """);

    public static TheoryData<string> Properties => Marked.Lines("""
        gäller {PROPERTY|Sicklaön 83:22} och grannen
        fastigheten {PROPERTY|Eken 3}.
        kv. {PROPERTY|Eken 3}
        fastighet {PROPERTY|sicklaön 83:22}
        {PROPERTY|Södra Boo 1:5}
        kl 13:40 och klockan 8:15
        enligt SFS 2010:800 och OSL 26:1
        de vann med 3:1
        """);

    public static TheoryData<string> Handles => Marked.Lines("""
        följ {HANDLE|@arga_mamman76} på twitter
        hon heter {HANDLE|snorklaren} på Instagram
        se {HANDLE|kalle_87} på tiktok
        insta: {HANDLE|solros.liten}
        jag såg det på Facebook
        jag finns på instagram som {HANDLE|tant_agda} och {HANDLE|agda#4412}
        """);

    public static TheoryData<string> Numbers => Marked.Lines("""
        kundnummer {CASE_NO|448291}
        Kundnr: {CASE_NO|44-8291}
        journalnummer {CASE_NO|20231-77}
        medlemsnummer {CASE_NO|1029384} på biblioteket
        kortnummer {CASE_NO|7730 1122}.
        lånekort nr {CASE_NO|A12345}
        LMA-kort {CASE_NO|50-123456} och dossiernummer {CASE_NO|12-345678}
        diarienummer KS 2024/123
        dnr 2024-118
        fakturanummer 20231145
        ärendenummer 2024-5567
        serienummer 8831-22
        """);

    public static TheoryData<string> Names => Marked.Lines("""
        {PERSON|Anna} ringde
        jag heter {PERSON|Anna K} och undrar
        undertecknad {PERSON|A. Svensson}
        {PERSON|K. Johansson} var där
        min mamma {PERSON|Inga} ramlade
        min mamma inga pengar har
        vår son {PERSON|ali} är ledsen
        vår son {PERSON|björn} är ledsen
        sonen {PERSON|Eriks} skola
        {PERSON|Erikssons} hund skäller
        fru {PERSON|Zdravka} är arg
        läraren {PERSON|Per Nilsson} slutade
        sköterskan {PERSON|Fatima al-Hassan} hjälpte
        enhetschefen {PERSON|Marie-Louise af Geijerstam} svarar inte
        handläggaren {PERSON|Osman bin Said} svarar inte
        hon heter {PERSON|zdravka}
        han heter {PERSON|Tor Lind}
        Mvh {PERSON|Stig Lind}
        MVH {PERSON|Bo}
        Hälsningar
        säger {PERSON|Karin} i växeln
        pratade med {PERSON|mohammed} i går
        {PERSON|Goran Petrović} och {PERSON|Agnieszka Kowalska}
        {PERSON|Amina Warsame}, {PERSON|Mehmet Yılmaz} och {PERSON|Pirjo Mäkinen}
        {PERSON|Siv}, {PERSON|Arne Holmgren} och {PERSON|Ulla-Britt} var där
        HANDLÄGGAREN {PERSON|GUNILLA BERGSTRÖM} SVARAR INTE
        ÄGAREN HETER {PERSON|JIMMY} OCH ÄR DUM
        {PERSON|Hans Persson} och hans bil
        Jag såg {PERSON|Björn Ek} där. {PERSON|Björn} vinkade.
        rektor {PERSON|Lindström} på Hagaskolan
        god man för {PERSON|Karl-Gustav W.} kom inte
        vad tycker du, {PERSON|Kerstin}?
        vaktmästare {PERSON|Conny} och chefen {PERSON|Birgitta Öhman}
        hej {PERSON|lisa}, tack för svaret
        {PERSON|Nguyen Thi Lan} väntar
        {PERSON|Nguyễn Văn Bình} och {PERSON|Małgorzata} väntar
        Jag pratade länge om detta och {PERSON|Xavrelia} grät
        Personalen, framför allt {PERSON|Drovinka}, är snäll
        {PERSON|Zdravkovitas} mamma ringde. {PERSON|Xavrelia} säger att det stämmer.
        min svärfar {PERSON|drovinko} behöver hiss
        mitt namn är {PERSON|drovinka} och jag bor här
        kontakta {PERSON|lena p} eller {PERSON|anders b} om det
        Pojken {PERSON|N} slog flickan {PERSON|W} och {PERSON|W:s} mamma kräver möte
        Observation: {PERSON|Ahlberg, Siv} vägrar äta
        det är {PERSON|gunvor wrezin} som ringer
        löjtnant {PERSON|Skytt} övar
        {PERSON|Max'} resurs drogs in
        """);

    public static TheoryData<string> NoNames => Marked.Lines("""
        En björn och en varg i berget vid en lind. Sten och grus på stigen. Liv och rörelse i maj.
        Björnar finns i skogen. Stenar ligger kvar. Berget sprängs.
        Skolan i Rinkeby, badet i Nacka, tåget till Lund och bussen från Sala till Berg.
        Alléskolan, Björkgården, Solgården och förskolan Solstrålen har stängt.
        Kommunen, Försäkringskassan, Ica, Volvo och Nacka kommun.
        I mars, april, maj och juni. På måndag, lördag och juldagen.
        Hans bil står på min tomt. Inga pengar finns. Per år blir det dyrt. Era barn, mina barn, dina barn.
        Ring mig. Stig in. Rosa huset. Rutan är tom. Vill ni att jag ska komma?
        KOMMUNEN MÅSTE PLOGA VÄGARNA! VAR ÄR PENGARNA? BJÖRKAR FÄLLS UTAN LOV.
        Handläggaren sa att chefen var på semester. Läraren svarade inte. Rektor saknas.
        Min mamma bor på Ekgården. Min pappa ramlade i går. Vår son går i skolan.
        Gatan heter Storgatan och skolan heter Kyrkskolan.
        Mvh en orolig förälder
        Ska vi gå över ån efter vatten? Ett ris till er men också ros.
        Kl. 14 kom hon, sen gick hon. Hon sa ja.
        Trädgården vid Villa Strand är vacker. Solen skiner i Kiruna.
        Sommar som vinter är det halt. Jul och nyår är värst. Påsk också.
        Det går en man utanför. En kock lagar maten. Jag är arg, han är rask.
        Hemtjänstgruppen Söder kommer sent och Vardagsrehab har inte hört av sig.
        Enligt Socialtjänstlagen och Förvaltningslagen ska ni svara. Biståndsenheten svarar inte.
        Snöröjnigen har varit dålig. Enligt Boverkets riktlinjer är det fel.
        Läs rutinen och terminens schema. Det finns ingen chans att få vara i fred.
        Vi åt på restaurang Grodan. Jag använder Spotify och Firefox med appen Zibblo.
        """);

    [Theory]
    [MemberData(nameof(IdentityNumbers))]
    [MemberData(nameof(Hidden))]
    [MemberData(nameof(Phones))]
    [MemberData(nameof(Emails))]
    [MemberData(nameof(Addresses))]
    [MemberData(nameof(Vehicles))]
    [MemberData(nameof(Accounts))]
    [MemberData(nameof(Properties))]
    [MemberData(nameof(Handles))]
    [MemberData(nameof(Numbers))]
    [MemberData(nameof(Names))]
    [MemberData(nameof(NoNames))]
    public void Just_the_personal_data_is_found(string marked) => Assert.Equal(marked, Marked.AsFound(marked));

    [Theory]
    [InlineData("Det finns brister i hemtjänsten hos min mamma. Har skrivit upp tretton, fjorton saker men tar bara de allvarligaste här… 1. Mor är 85 år. 3. Torsdagen den 17/6 fick hon ingen lunch alls, hon låg väl och sov.")]
    [InlineData("Tack! Har tidigare skrivit om belysningen och vill nu, lite sent, tacka för lamporna längs cykelvägen från innebadet och vårdcentralen, förbi fotbollsplanen mot Alléskolan.")]
    [InlineData("Är det planerat några fler eller upprustade lekplatser i Broby? De andra byarna har ju fått fint.")]
    [InlineData("Förstår inte hur man kan ta full matavgift på boendet när den boende får sondmat?? Över 4000 i månaden.")]
    public void An_ordinary_complaint_is_left_as_it_is(string text) => Assert.Equal(text, Marked.AsFound(text));

    [Theory]
    [InlineData("igår kom {PERSON|tor} och {PERSON|tors} hund", "Tor Berglöv")]
    [InlineData("jag såg {PERSON|xanthippe} i {PERSON|Xanthippes} hus", "Xanthippe Qwist")]
    [InlineData("inga pengar till {PERSON|Qwist}", "Inga Qwist")]
    public void A_name_that_the_case_knows_is_found_in_every_form(string marked, string known) =>
        Assert.Equal(marked, Marked.AsFound(marked, [known]));

    [Theory] // R-REG-02: the complainant's own name, also when a part of it is an ordinary word
    [InlineData("Dag Rosenqvist", "I dag ringde <Dag Rosenqvist> igen.")]
    [InlineData("Dag Rosenqvist", "Det är <Dag Rosenqvists> mamma som klagar.")]
    public void A_whole_name_that_the_case_holds_is_found_whole(string name, string marked)
    {
        var text = marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
        var expected = marked.IndexOf('<', StringComparison.Ordinal);
        var found = PersonalDataFinder.Default.Find(text, [name]).Single(f => f.Start == expected);
        Assert.Equal(marked.IndexOf('>', StringComparison.Ordinal) - 1, found.End);
    }
}
