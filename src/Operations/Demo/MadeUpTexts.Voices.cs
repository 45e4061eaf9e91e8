namespace Gava.Operations.Demo;

/// <summary>How people begin, go on and end, whatever it is about.</summary>
internal static partial class MadeUpTexts
{
    /// <summary>Who holds the pen.</summary>
    private enum Voice { Plain, Angry, Careful, Chatty, Terse, Old, Learner, Hasty }

    private static readonly Dictionary<Voice, Line[]> Openings = new()
    {
        [Voice.Plain] = Lines("""
            Hej!
            Hej.
            Hej, jag vill lämna ett klagomål.
            Jag vill framföra {ett klagomål|en synpunkt|några synpunkter}.
            Jag skriver för att jag är {missnöjd|besviken}.
            Vill {bara|härmed} påtala {en sak|ett problem}.
            Följande har hänt.
            Hej, jag hoppas att det är {rätt ställe att skriva till|hit man vänder sig}.
            Jag ringde i {morse|går} men blev ombedd att skriva i stället.
            """),
        [Voice.Angry] = Lines("""
            Nu får det {vara nog|räcka}!
            Det här är under all kritik!
            Jag är {rasande|så arg att jag knappt kan skriva|oerhört besviken}!
            Hur får det gå till så här?
            Vad håller ni på med egentligen?
            Skandal, det finns inget annat ord.
            Finns det någon {chef|vuxen} hos er?
            Jag har hållit tyst länge, men nu {är det slut på det|räcker det}.
            """),
        [Voice.Careful] = Lines("""
            Jag har tvekat länge om jag skulle skriva.
            Jag vill inte vara till besvär, men jag tror att ni vill veta det här.
            Det här är inte menat som kritik mot någon enskild.
            Jag hoppas att ni tar det på rätt sätt.
            Jag vill gärna vara anonym, eftersom jag är rädd att det ska gå ut över någon.
            Förstår att ni har mycket att göra, men jag behöver ändå ta upp en sak.
            """),
        [Voice.Chatty] = Lines("""
            Hej på er, nu är det jag igen!
            Ja, var ska man börja.
            Jag brukar inte klaga, det ska ni veta.
            Satt och pratade med {min syster|grannen|en väninna} i går och hon sa att jag måste skriva, så nu gör jag det.
            Det här blir kanske lite långt, men läs det ändå är ni snälla.
            """),
        [Voice.Old] = Lines("""
            Bästa kommun.
            Till den det vederbör.
            Jag är {ålder} år och {skriver sällan klagobrev|har fått hjälp av ett barnbarn att skriva det här|inte så van vid datorer}.
            Undertecknad har fyllt {ålder} och har bott i Almvik i hela sitt liv.
            På min tid höll man vad man lovade.
            """),
        [Voice.Learner] = Lines("""
            Hej, förlåt min svenska är inte så bra.
            Hej hej.
            God dag.
            Jag skriver med hjälp av {telefon|min dotter|min granne}.
            Hej, mitt namn är inte viktigt men jag vill säga en sak.
            Jag har problem och behöver hjälp.
            """),
        [Voice.Hasty] = Lines("""
            Hej!
            Hallå!
            Alltså.
            Hej, snabb grej.
            Skriver det här på bussen så det blir kort.
            """),
    };

    private static readonly Line[] AboutSomebody = Lines("""
        Det gäller {henne}.
        Jag skriver {angående|för} {henne}.
        Jag skriver för {min} skull.
        Det här handlar om {henne}.
        """);

    private static readonly Line[] AndMore = Lines("""
        En sak till.
        Och så är det det här också.
        Det är inte allt.
        Som om det inte räckte.
        Sen en annan sak.
        """);

    private static readonly Line[] Asides = Lines("""
        Ja, ni hör ju själva.
        Man ska ju inte gräma sig, men ändå.
        Jag sa till {grannen|min man|min syster} att det kan väl inte vara meningen.
        Nu blev det långt det här.
        Kaffet har hunnit kallna medan jag skriver.
        Nåja, det blev sagt.
        """);

    private static readonly Line[] Outbursts = Lines("""
        Det är {skamligt|ovärdigt|pinsamt|bedrövligt}!
        Jag {skäms över|ger inte ett öre för} kommunen!
        Ska det vara så här i {ett välfärdsland|Sverige i dag}?
        Vem tar ansvar?
        Skärpning!
        Jag tänker gå till {tidningen|politikerna|IVO} om inget händer.
        Och för det här betalar man skatt!
        Detta är INTE okej!
        """);

    private static readonly Line[] Reservations = Lines("""
        Jag kan ha missförstått något, rätta mig i så fall.
        De flesta som arbetar hos er är fina människor.
        Jag vill inte att någon ska få skäll för det.
        Det kan säkert finnas en förklaring.
        Jag skriver mest för att det inte ska drabba fler.
        """);

    private static readonly Line[] Earlier = Lines("""
        Jag har {ringt|mejlat} {två gånger|tre gånger|flera gånger} men {inte fått svar|ingen hör av sig}.
        Jag sa till direkt, men {fick bara en axelryckning|fick till svar att det är personalbrist|det hjälpte inte}.
        Chefen {skulle återkomma|lovade att titta på det} {förra veckan|för två veckor sedan|för en månad sedan}. {Tystnad sedan dess|Det har inte hänt något}.
        Det är {andra|tredje} gången jag skriver om det här.
        Jag fick ett svar i våras, men ingenting har ändrats.
        När jag frågade fick jag höra att {det inte går att göra något åt|alla andra är nöjda|det är så det är}.
        """);

    private static readonly Line[] GeneralWishes = Lines("""
        Jag vill ha {svar|besked} om vad ni tänker göra.
        Jag vill bli kontaktad av {chefen|någon ansvarig}.
        {Ta tag i det här|Gör något åt det}, tack.
        Vad tänker ni göra åt saken?
        Det minsta man kan begära är {en ursäkt|ett svar|en förklaring}.
        Jag vill att det {rättas till|ordnas} så fort som möjligt.
        Hoppas på {bättring|en snar lösning|att ni förstår}.
        Jag behöver inget svar, jag vill bara att det blir bättre.
        """);

    private static readonly Line[] LearnerEnds = Lines("""
        Jag är {ledsen|trött|mycket orolig} för detta.
        Kan ni hjälpa mig?
        Snälla ring mig och prata långsamt.
        Jag vill bara {ha respekt|veta varför}.
        Jag vill inte bråka, jag vill ha hjälp.
        Tack för ni läser.
        Vad ska jag göra nu?
        I mitt land det är inte så.
        Jag har sagt många gånger men ingen lyssnar.
        """);

    private static readonly Line[] Goodbyes = Lines("""
        Tack på förhand.
        Tack för att ni läser.
        Med vänlig hälsning, en {besviken|orolig|trött} kommuninvånare.
        Hälsningar från en som {bryr sig|betalar skatt|fått nog}.
        Väntar på svar.
        Mvh.
        """);

    private static readonly Line[] OldGoodbyes = Lines("""
        Högaktningsfullt.
        Med vänliga hälsningar från en gammal {skattebetalare|Almviksbo}.
        Jag önskar er allt gott i arbetet.
        Tack för att ni tog er tid att läsa en gammal människas rader.
        """);

    private static readonly Dictionary<string, Line[]> KindOpenings = new()
    {
        ["suggestion"] = Lines("""
            Hej!
            Hej, jag har ett förslag.
            Ett {litet|enkelt|gott} råd på vägen.
            En idé som kanske {någon redan haft|är värd att pröva}.
            Jag har funderat på en sak.
            Får jag komma med ett förslag?
            Tipsar om en sak som {inte borde kosta så mycket|fungerar bra i min förra hemkommun}.
            """),
        ["praise"] = Lines("""
            Hej!
            Man ska inte bara klaga.
            Nu vill jag ge {beröm|ros|en eloge}.
            Det är så lätt att gnälla, så i dag gör jag tvärtom.
            Ville bara säga en sak som är bra.
            Vidarebefordra gärna det här till dem det gäller.
            Ett stort TACK!
            """),
        ["view"] = Lines("""
            Hej!
            En synpunkt {från en som sett mycket|till er som bestämmer|bara}.
            Det här är mer en tanke än ett klagomål.
            Jag vill säga vad jag tycker.
            Några rader {från en medborgare|om hur jag ser på saken}.
            Har följt {det här|debatten} länge.
            """),
        ["question"] = Lines("""
            Hej!
            Hej, jag har en fråga.
            Jag {hittar inte|kan inte hitta} det på hemsidan.
            Kanske en dum fråga, men jag frågar ändå.
            Vi {undrar över|har pratat om} en sak hemma.
            Jag fick tipset att fråga er.
            """),
        ["faultReport"] = Lines("""
            Hej!
            Felanmälan.
            Hej, vill anmäla ett fel.
            Något att åtgärda.
            Är det hit man felanmäler?
            Upptäckte det här {i morse|i går kväll|nyss}.
            """),
    };

    private static readonly Dictionary<string, Line[]> KindEnds = new()
    {
        ["suggestion"] = Lines("""
            Det {borde inte kosta så mycket|är nog billigare än man tror}.
            {Jag hjälper gärna till|Jag ställer gärna upp} om det behövs.
            Vad tror ni om det?
            Flera jag pratat med tycker likadant.
            Så gör de i {grannkommunen|min systers kommun} och det fungerar {fint|utmärkt}.
            Hör av er om ni vill veta mer.
            Tänk på saken i alla fall.
            Det vore en liten sak för er men stor för oss.
            """),
        ["praise"] = Lines("""
            {Fortsätt så|Kör på så|Behåll det}!
            Ni gör skillnad.
            {Hälsa alla|Hälsa dem} från mig.
            Det ville jag ha sagt.
            Jag hoppas att {det kommer fram|chefen ser det här}.
            {Tack|Varmt tack|Tusen tack} {än en gång|igen}!
            Sådana medarbetare ska man vara rädd om.
            Guldstjärna till er!
            """),
        ["view"] = Lines("""
            Det är {min mening|vad jag tycker|mina ord}.
            Jag är säkert inte ensam om det.
            Tänk på det nästa gång ni beslutar.
            Behöver inget svar.
            Andra får tycka annorlunda.
            Jag diskuterar det gärna.
            Ta det för vad det är.
            """),
        ["question"] = Lines("""
            Tacksam för svar{|, gärna skriftligt|, helst före helgen}.
            Jag har ringt men {inte kommit fram|suttit i kö}.
            Det står inget om det på hemsidan.
            Svara så att en vanlig människa förstår.
            Tack på förhand{!|.}
            Det är lite bråttom.
            Jag frågade i receptionen men {de visste inte|fick inget klart besked}.
            """),
        ["faultReport"] = Lines("""
            Kan någon komma {snarast|i dag|så fort som möjligt}?
            Det har varit så {länge}.
            Jag anmälde det för {två|tre} veckor sedan också.
            Någon kan göra sig illa.
            Tack för snabb hjälp{!|.}
            Säg till när det är klart.
            Det är {inte akut men irriterande|bråttom|farligt för barnen}.
            """),
    };

    private static readonly Line[] ReachMe = Lines("""
        Ni når mig på {telefon}[, helst {på förmiddagen|efter klockan fyra}].
        Mitt nummer är {telefon}.
        Ring {telefon}[ så berättar jag mer].
        {Svara|Skriv} gärna till {epost}.
        Min mejladress är {epost}.
        Jag bor på {gata} {husnr}[ i {Almvik|Kvarnby}].
        Jag heter {namn} och {bor på {gata} {husnr}|har telefon {telefon}|nås på {epost}}.
        """);

    private static readonly Line[] OfThePerson = Lines("""
        {Mitt} personnummer är {personnummer}.
        Ni hittar alltihop i era papper, personnummer {personnummer}.
        {Hon} har personnummer {personnummer} om ni behöver det.
        """);

    private static readonly Line[] OfStaff = Lines("""
        Den jag talade med heter {personal}.
        Det var {personal} hos er jag pratade med.
        {personal} hos er känner till det.
        Jag fick höra det av {personal} som jobbar där.
        Fråga {personal} hos er.
        """);

    private static readonly Line[] OfPraisedStaff = Lines("""
        Hälsa {personal} särskilt!
        {personal} förtjänar ett extra tack.
        Det är {personal} jag tänker mest på.
        {personal} är en klippa.
        """);

    private static readonly Line[] Signatures = Lines("""
        Med vänlig hälsning {namn}.
        Hälsningar {namn}.
        Mvh {namn}.
        Hälsar {förnamn}.
        Vänligen {namn}[, {Almvik|Kvarnby}].
        """);

    private static Line[] Lines(string lines) => [.. lines.Split('\n').Select(line => new Line(line))];
}
