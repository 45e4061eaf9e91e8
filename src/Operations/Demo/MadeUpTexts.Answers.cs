namespace Gava.Operations.Demo;

/// <summary>What the staff write in a case.</summary>
internal static partial class MadeUpTexts
{
    private static readonly Line[] GeneralMeasures = Lines("""
        Händelsen är genomgången på arbetsplatsträffen[ och {rutinen är uppdaterad|nytt arbetssätt är beslutat}].
        Rutinen är ändrad och {alla medarbetare är informerade|ligger i pärmen på kontoret}.
        Samtal är hållet med berörd medarbetare.
        Uppföljning är inplanerad {om en månad|om tre månader|till nästa kvartal}.
        Checklista är införd för {vikarier|nya medarbetare}.
        Utbildning är bokad {för hela gruppen|med start nästa månad}.
        Schemat är ändrat så att {två i personalen alltid är på plats|överlämningen får en kvart}.
        Avvikelse är registrerad och {analyserad|diskuterad i ledningsgruppen}.
        Den som klagade är {uppringd|kontaktad} och nöjd med {lösningen|beskedet}.
        Ansvaret är fördelat om mellan {chef och samordnare|de två grupperna}.
        Informationen på hemsidan är {rättad|kompletterad}.
        En medarbetare är utsedd att hålla i frågan.
        Felet är rättat {samma dag|dagen efter}.
        Förslaget är taget till {husmötet|ledningsgruppen|nästa budgetarbete}.
        Berömmet är framfört till {gruppen|medarbetaren} och uppläst på mötet.
        Tillfällig lösning är på plats[ i väntan på en varaktig].
        """);

    private static readonly Line[] Feedbacks = Lines("""
        Tack för att du hörde av dig. Jag har {läst det du skrivit|registrerat din synpunkt} och återkommer {inom en vecka|så snart jag vet mer|senast på fredag}.
        Jag har tagit emot ditt ärende och ska prata med {dem det gäller|gruppen|samordnaren} {i morgon|den här veckan}.
        Hej, det är jag som ansvarar för ditt ärende. Jag {ringer dig|hör av mig} {inom några dagar|i början av nästa vecka}.
        Jag ringde och berättade att vi tittar på det som hänt och att svar kommer {inom två veckor|före månadsskiftet}.
        Vi har fått det du skrev. Jag har bett om {underlag från enheten|en redogörelse} och hör av mig när den har kommit.
        Tack för ditt förslag! Vi tar upp det på {husmötet|arbetsplatsträffen|ledningsmötet} {nästa vecka|den här månaden}.
        Felet är anmält vidare till {entreprenören|driften} och beräknas vara lagat {om några dagar|i veckan}.
        Jag beklagar det som har hänt. Jag börjar med att gå igenom {dokumentationen|schemat} och återkommer sedan.
        Så roligt att läsa! Jag {vidarebefordrar|läser upp} ditt beröm för gruppen.
        Det här behöver jag ta reda på mer om. Du får besked {senast på fredag|inom tio dagar}.
        Vi talades vid i telefon. Jag förklarade vad som händer nu och du fick mitt direktnummer.
        Jag har bokat ett möte med {medarbetarna|den ansvariga} och berättar efter det vad vi kommit fram till.
        Tack för din fråga. Jag {kontrollerar med|frågar} {avgiftshandläggaren|handläggaren|en kollega} och svarar dig sedan.
        Ditt ärende har kommit till rätt enhet. Du behöver inte göra något mer just nu.
        Jag förstår att du är upprörd. Jag vill gärna höra mer och föreslår att vi {ses|talas vid} {nästa vecka|när det passar dig}.
        Kort lägesrapport: vi har {pratat med personalen|gått igenom listorna} och arbetar nu med en lösning.
        """);

    private static readonly Line[] DelayReasons = Lines("""
        {Den medarbetare som var med är|De som berörs är} {ledig|sjukskriven} och jag vill höra {alla|båda sidor} innan jag svarar.
        Utredningen tar längre tid än jag räknat med.
        Vi väntar på {uppgifter|svar|underlag} från {leverantören|vårdcentralen|bussbolaget|en annan förvaltning}.
        Det visade sig beröra {två enheter|flera verksamheter} och vi behöver svara gemensamt.
        Mötet med de närmaste är flyttat till {nästa vecka|den 14}.
        Jag behöver gå igenom {tre månaders dokumentation|hela schemat} för att kunna ge ett riktigt svar.
        {Reservdelen|Offerten|Besiktningen} dröjer.
        Vi har haft {hög frånvaro|många sjuka} och har inte hunnit klart.
        Frågan ska upp i {ledningsgruppen|nämnden} innan vi kan lämna besked.
        Vi behöver {tala med jurist|göra en sekretessprövning} först.
        Den enskilde har bett att få {läsa igenom|komplettera} sina uppgifter.
        Ärendet bytte ansvarig och den nya behöver sätta sig in i det.
        Tolken kunde inte komma och samtalet är ombokat.
        Ärendet är komplicerat och jag vill inte svara slarvigt.
        Vi har begärt in {loggar från larmet|mätvärden} och får dem {inom två veckor|nästa vecka}.
        Sommarens semestrar gör att {två nyckelpersoner|kollegorna} är tillbaka först {om två veckor|i augusti}.
        """);

    private static readonly Line[] Thanks = Lines("""
        Tack för att du {hörde av dig|skrev till oss|tog dig tid att berätta}.
        Tack för {ditt brev|ditt meddelande|det du skrev}.
        Tack för att du berättade {hur du har upplevt det|vad som hänt|hur det har varit}.
        Jag är {glad|tacksam} över att du tog kontakt med oss.
        Tack för vårt samtal{|, och för att du var så tydlig}.
        """);

    private static readonly Line[] Regrets = Lines("""
        Jag beklagar {det som har hänt|att det blev så här|det du har varit med om}.
        Jag beklagar verkligen att {du inte fick den hjälp du hade rätt att vänta dig|vi inte höll det vi lovat}.
        Jag är ledsen över att du {blev bemött på det sättet|fick vänta så länge|inte fick besked i tid}.
        Jag ber om ursäkt för {det som hände|besväret|hur det här har skötts}.
        Jag förstår att det har {oroat dig|gjort dig besviken|varit jobbigt}, och jag beklagar det.
        """);

    private static readonly Line[] Found = Lines("""
        Jag har gått igenom {dokumentationen|det som finns antecknat} och talat med dem som var i tjänst. {Det stämmer att det brast|Du har rätt i det du skriver|Bilden är densamma som du ger}.
        När jag tittade närmare såg jag att {rutinen inte följdes|informationen aldrig nådde fram|två personer trodde att den andra hade ansvaret}.
        Orsaken var {att en vikarie inte fått rätt introduktion|ett missförstånd vid överlämningen|att planeringen inte uppdaterats}. Det är vårt ansvar, inte ditt.
        Det går inte att i efterhand säga exakt vad som hände, eftersom uppgifterna {går isär|inte är fullständiga}. Din upplevelse är ändå viktig för oss.
        Jag kan se att {tiderna inte har hållits|beskedet borde ha kommit tidigare}, och det ska inte behöva hända.
        Vi har tittat på {schemat|listorna|ärendet} för {de senaste veckorna|hela månaden}. Det du beskriver {har hänt mer än en gång|var tyvärr inte en engångshändelse}.
        """);

    private static readonly Line[] Done = Lines("""
        Vi har {ändrat rutinen|gjort om planeringen}, och {alla i gruppen har fått veta det|jag följer upp det om en månad}.
        Från och med {nästa vecka|i måndags|den första} {är en namngiven person ansvarig|ringer vi alltid när något ändras}.
        Jag har tagit upp det med {hela gruppen|de medarbetare det gäller|min chef}. Vi har kommit överens om hur det ska gå till i fortsättningen.
        Det som blev fel är nu rättat.
        {Nya medarbetare|Vikarier} får nu en {längre introduktion|skriftlig genomgång} innan de börjar.
        Rutinen är ändrad. Jag följer upp att den håller {om sex veckor|om tre månader|vid nästa möte}, och du är välkommen att vara med.
        """);

    private static readonly Line[] Turn = Lines("""
        Om du har frågor är du välkommen att {ringa|skriva till} mig.
        Är du inte nöjd med svaret kan du vända dig till förvaltningens klagomålshanterare.
        Blir det inte bättre vill jag att du hör av dig {igen|direkt till mig}.
        Du når mig genom kommunens växel, 08-555 100 00.
        Du kan också vända dig till min chef om du vill att någon annan tittar på saken.
        Vill du träffas och prata om det ordnar jag en tid som passar dig.
        """);

    private static readonly Line[] Welcome = Lines("""
        Om du har frågor är du välkommen att {ringa|skriva till} mig.
        Du når mig genom kommunens växel, 08-555 100 00.
        Hör gärna av dig igen.
        Välkommen att höra av dig om det är något mer.
        Ha det så bra!
        """);

    private static readonly Line[] Kindly = Lines("""
        Jag har {läst upp|visat} det du skrev {på vårt möte|för hela gruppen|för dem det gäller}, och {det blev många leenden|alla blev glada}.
        Det betyder mycket att få höra när något fungerar.
        Beröm når oss inte så ofta som man kunde tro, så det här {sitter nu på anslagstavlan|sparar vi}.
        Jag har framfört ditt tack personligen.
        Vi ska göra vårt bästa för att det ska fortsätta så.
        """);

    private static readonly Line[] OfIdeas = Lines("""
        Förslaget är {bra|intressant} och vi har {talat om det i ledningsgruppen|tagit upp det på husmötet|räknat på vad det kostar}.
        Flera har föreslagit något liknande, vilket visar att behovet finns.
        Jag tycker om tanken och har {frågat medarbetarna|hört mig för om} vad den skulle {innebära|kräva}.
        """);

    private static readonly Line[] NextWithIdeas = Lines("""
        Vi kommer att {prova det under en månad|ta med det i nästa planering|göra ett försök i liten skala}.
        Allt går inte att genomföra inom årets pengar, men {en del kan vi börja med direkt|idén ligger kvar till nästa år}.
        Tyvärr går det inte att genomföra just nu, men {förslaget är sparat|vi prövar det igen nästa år}.
        Vi hör av oss till dig när {det är dags|försöket börjar}.
        """);

    private static readonly Line[] OfViews = Lines("""
        Jag har tagit med mig det du skriver till {ledningsgruppen|gruppen|nämndens ordförande}.
        Det du tar upp är en avvägning som vi {brottas med|diskuterar} ofta.
        I det här fallet är det {nämnden|fullmäktige} som har beslutat, men din synpunkt är noterad och följer med i uppföljningen.
        Jag delar din bild till stor del.
        Synpunkter som din läggs samman och redovisas {två gånger om året|varje kvartal}.
        """);

    private static readonly Line[] OfQuestions = Lines("""
        Det korta svaret är {ja|att det går bra}, men {du behöver ansöka först|det är bra att boka tid}.
        Vad som gäller beror på {vilket beslut du har|var du bor|vilken tid på året det är}, så ring gärna så går vi igenom det.
        Du hittar uppgifterna på {hemsidan under Omsorg och stöd|sista sidan i beslutet|anslagstavlan i entrén}.
        Jag har frågat {handläggaren|en kollega som kan området}, som bekräftar att du {har rätt till det|kan välja själv}.
        """);

    private static readonly Line[] MoreOnQuestions = Lines("""
        Jag skickar också blanketten {med posten|hem till dig}.
        Informationen var svår att hitta, och den har vi nu gjort tydligare.
        Handläggningen brukar ta {två till tre veckor|ungefär en månad}.
        Det kostar inget att fråga, så tveka inte om det är något mer.
        """);

    private static readonly Line[] FaultsSeen = Lines("""
        Vi var på plats {dag} och såg det du beskriver.
        Jag har talat med {driften|vaktmästaren|den som ansvarar för platsen}.
        Det är bra att du sa till, för ingen annan hade anmält det.
        Felet var känt, men {beställningen hade fastnat|det hade blivit liggande}, och det är vårt fel.
        Några till har anmält samma sak.
        """);

    private static readonly Line[] OfFaults = Lines("""
        Felet är nu {lagat|åtgärdat} och {kontrollerat|provkört}.
        {Den trasiga delen är bytt|En tillfällig lagning är gjord} och vi kommer tillbaka om en månad för att kontrollera.
        {Entreprenören|Leverantören} är beställd och kommer {nästa vecka|inom tio arbetsdagar}. Till dess är platsen {avspärrad|säkrad}.
        Det är åtgärdat, och vi har lagt in {en extra kontroll|det i den löpande tillsynen} så att det inte ska upprepas.
        """);

    private static readonly Line[] Notes = Lines("""
        Ringde, inget svar. {Försöker igen i morgon|Lämnade inget meddelande}.
        Talat med samordnaren, som ska {leta fram schemat|kontrollera loggen|höra med kollegorna}.
        Inväntar {underlag från enheten|svar från leverantören|protokollet}.
        Stämt av med {chefen|juristen}. Vi går vidare enligt plan.
        Liknar {ett ärende från i våras|två tidigare ärenden}. Kolla om det finns ett mönster.
        Besökte platsen {i dag|i förmiddags}. Det såg ut som beskrivet.
        Ärendet togs upp på teammötet.
        Den som klagade vill helst bli uppringd {på förmiddagen|efter klockan 16}.
        Behöver tolk vid nästa samtal.
        Genomgång av signeringslistorna klar, två luckor hittade.
        Utkast till svar skrivet, {en kollega läser|ligger till sig till i morgon}.
        Möte bokat {på tisdag klockan 10|nästa vecka}.
        Bad om förtydligande. {Svar kom samma dag|Påminn på fredag}.
        Påmint enheten om {redogörelsen|underlaget}.
        Gått igenom dokumentationen för {mars|de senaste tre veckorna|hela perioden}.
        Följ upp åtgärden {om en månad|efter sommaren}.
        Kan vara en fråga om lex Sarah, tar upp det med {avdelningschefen|utredaren}.
        """);

    private static readonly Line[] Closings = Lines("""
        Svar är lämnat och åtgärden är {genomförd|på plats}.
        Den som klagade är {nöjd med svaret|informerad och har inget att tillägga}.
        Felet är lagat och anmälaren har fått besked.
        Frågan är besvarad {i telefon|skriftligt|vid ett möte}.
        Berömmet är framfört.
        Förslaget är behandlat och {kommer att prövas|lagt till nästa planering}.
        Svar är lämnat. Uppföljning sker {på arbetsplatsträffen|om tre månader} utanför ärendet.
        Synpunkten är framförd till {nämnden|ledningsgruppen} och redovisas i årets sammanställning.
        Det har inte gått att nå den som klagade trots {tre|fyra} försök. Åtgärderna är ändå genomförda.
        Rutinen är ändrad och gruppen informerad.
        Möte hållet, överenskommelse nådd.
        Utredningen visar inga brister i {utförandet|handläggningen}. Svar lämnat med förklaring.
        Anonym synpunkt, ingen att svara. Åtgärd beslutad.
        Avgiften är rättad och besked är lämnat.
        Ärendet är utrett, {avvikelsen är skriven|felet är rättat} och svar är lämnat.
        Samma sak besvaras i ett tidigare ärende, och den som skrev har fått veta det.
        """);

    private static readonly Line[] HandOvers = Lines("""
        Det här gäller {er verksamhet|er enhet} snarare än vår. Kan {du|ni} ta över?
        Hej! Ärendet kom till oss men händelsen skedde hos er.
        Jag lämnar över eftersom {jag går på ledighet|jag är direkt berörd|du känner till bakgrunden}.
        Den som klagade vill ha svar från en chef. Du tar väl kontakt?
        Vi har gjort vår del: {samtal hållet|dokumentationen är genomgången}. Resten ligger hos er.
        Se det som skrivits i journalen. Personen väntar på ett samtal.
        Jäv, jag {var själv med vid händelsen|är nämnd i texten}, så någon annan behöver ta det.
        Det brådskar lite: tiden går ut {på fredag|i nästa vecka}.
        Kan ni ta det här? Det handlar om {köket och leveranserna|skjutsen|städningen i lokalen}.
        Det hamnade hos fel enhet från början.
        Ring mig gärna innan du svarar, det finns en förhistoria.
        Den enskilde har bytt enhet, så ärendet bör följa med.
        Flera liknande har gått till er tidigare, därför skickar jag även det här.
        Felet ligger i fastigheten och inte i verksamheten.
        Jag har bekräftat till den som skrev att ärendet {lämnas vidare|byter enhet}.
        Bra om ni samordnar svaret med {hemtjänsten|biståndshandläggaren}.
        """);

    private static readonly Line[] ContactNotes = Lines("""
        Ringde och fick en utförlig beskrivning. {Lugnt samtal|Personen var först upprörd men samtalet slutade bra}.
        Sökt på telefon {två gånger|tre gånger} utan svar, lämnade meddelande.
        Samtal i {tjugo|fyrtio} minuter. Önskemålet är {en fast kontakt|en ursäkt|att det inte händer igen}.
        Mejlade och bad om {datum och tider|mer uppgifter}.
        Mötte upp {i receptionen|på enheten}. {Dottern|En god vän|God man} var med.
        Ringde upp enligt överenskommelse.
        Personen undrade hur det går. Berättade att svar kommer {nästa vecka|inom kort}.
        Brev skickat, eftersom telefonnumret inte är i bruk.
        Fick nya uppgifter om {tidpunkten|vilka som var med}, se anteckning.
        Samtal med tolk. Allt gick fram.
        Personen vill inte gå vidare men ville att vi skulle veta.
        Förklarade hur man överklagar och lovade skicka {blanketten|länken}.
        Hembesök. Visade {lådorna|listan i hallen|trasiga dörren}.
        Återkopplade muntligt. Nöjd med beskedet.
        Svarade på följdfråga om {avgiften|rutinen|tiderna}.
        Bad om att få återkomma på måndag, det gick bra.
        """);

    public static string Measure(Random chance, string unitSlug) => One(chance, chance.Next(3) == 0 ? GeneralMeasures : ThemeOf(unitSlug).Measures);

    /// <summary>The first word back, before the answer.</summary>
    public static string Feedback(Random chance) => One(chance, Feedbacks);

    public static string DelayReason(Random chance) => One(chance, DelayReasons);

    /// <summary>Thanks, regret where there is a complaint, what was found, what is done and where to turn: three to eight sentences.</summary>
    public static string Reply(Random chance, string kind)
    {
        var pen = new Pen(chance, Cast.Self);
        pen.Say(Thanks);
        foreach (var lines in BodyOf(kind)) pen.Say(lines);
        if (kind == "complaint") pen.Say(Turn);
        else if (chance.Next(3) != 0) pen.Say(Welcome);
        return pen.ToString();
    }

    private static Line[][] BodyOf(string kind) => kind switch
    {
        "complaint" => [Regrets, Found, Done],
        "praise" => [Kindly, Kindly],
        "suggestion" => [OfIdeas, NextWithIdeas],
        "question" => [OfQuestions, MoreOnQuestions],
        "faultReport" => [FaultsSeen, OfFaults],
        _ => [OfViews, OfViews],
    };

    public static string Note(Random chance) => One(chance, Notes);

    /// <summary>Why the case can be closed.</summary>
    public static string Closing(Random chance) => One(chance, Closings);

    /// <summary>To the one who is asked to take the case over.</summary>
    public static string HandOverMessage(Random chance) => One(chance, HandOvers);

    /// <summary>How a contact with the one who wrote went.</summary>
    public static string ContactNote(Random chance) => One(chance, ContactNotes);

    private static string One(Random chance, Line[] lines)
    {
        var pen = new Pen(chance, Cast.Self);
        pen.Say(lines);
        return pen.ToString();
    }
}
