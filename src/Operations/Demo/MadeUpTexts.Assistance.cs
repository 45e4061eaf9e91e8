namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme Assistance() => new()
    {
        Casts = [Cast.Self, Cast.Self, Cast.Self, Cast.Self, Cast.Self, Cast.Him("min huvudman"), Cast.Her("min huvudman"), Cast.Her("min syster"), Cast.Him("min son")],
        Complaints = Lines("""
            Ansökan lämnades in den {2|3|4|5} i månaden och det är fortfarande inget beslut[. Hyran skulle ha betalats för länge sen].
            {Hon} har lämnat in samma {kontoutdrag|hyresavi|intyg} {tre|fyra} gånger och ändå står det att det saknas.
            Handläggaren har telefontid {en halvtimme|en timme} om dagen och då är det {alltid upptaget|kö hela tiden}.
            {Hon} fick avslag för att {kvittot var suddigt|ett papper kom en dag för sent|ett konto med elva kronor inte var med}.
            {Hon} blev tillfrågad inför hela väntrummet hur mycket pengar {hon} hade på kontot.
            {Hon} har blivit av med {sitt} bidrag utan förvarning. Beskedet låg på Mina sidor, och dit kommer {hon} inte in.
            Tre olika handläggare har gett tre olika besked om {glasögonen|tandvården|flyttkostnaden|bredbandet}.
            Handläggaren sa att {hon} {borde ha sparat|kan låna av släkten|får skylla sig själv}.
            Beslutet är räknat på fel {hyra|antal barn|månad}. {Jag påtalade det direkt|Det syns tydligt på papperen}.
            {Hon} fick {noll kronor|112 kronor|340 kronor} för att leva på i {fjorton dagar|tre veckor}.
            E-tjänsten loggar ut mitt i och allt man skrivit försvinner.
            {Hon} måste söka {tjugofem|trettio} jobb i månaden fast {hon} är sjukskriven på {heltid|hundra procent}.
            =Ni krävde att få se {mina|alla} sms och Swish-betalningar. Var går gränsen egentligen?
            Hyresvärden hotar med {avhysning|vräkning} för att pengarna kom {tolv dagar|nio dagar|två veckor} för sent.
            Besöket {dag} var bokat klockan {kl} men handläggaren {var på kurs|hade slutat|kom aldrig ut i receptionen}.
            {Hon} hänvisas till Försäkringskassan som hänvisar tillbaka till er. Så har det hållit på {länge}.
            Matpengar till {helgen|barnen} nekades en fredag klockan tre och sen stängde ni.
            {Mina} papper {kom bort hos er|låg kvar i brevlådan utanför er ingång i tre dagar}.
            Vakten i receptionen {var hotfull|sa åt {henne} att gå hem}, fast {hon} bara ville lämna ett papper.
            Överklagandet skickades in för {sju|åtta|tio} veckor sedan, och ni har inte ens skickat det vidare.
            Ni räknade {ett lån från mamma|skatteåterbäringen|en present på 500 kronor} som inkomst.
            Att {hon} måste komma dit i egen person när bussen kostar {78|84|90} kronor fram och tillbaka är orimligt för den som inget har.
            I beslutet stod {en annan persons namn|uppgifter om en helt annan familj}. Hur hanterar ni våra papper?
            =Vi fick två dagar på oss att komplettera och brevet kom {samma dag|dagen efter}.
            =Jag fick höra att jag {ljuger|inte anstränger mig}. Jag har aldrig blivit så förnedrad.
            Ersättningen för {medicinen|tandläkaren|vinterskorna till barnen} avslogs trots intyg från läkaren.
            """),
        Details = Lines("""
            Hon i receptionen var däremot vänlig.
            Jag har kvitto på att allt lämnades in i tid.
            Det har fungerat i {två|tre} år utan problem, ända tills nu.
            {Hon} har två barn hemma {varannan vecka|på heltid}.
            Det är tredje månaden i rad.
            =Jag har aldrig behövt be om hjälp förut.
            """),
        Consequences = Lines("""
            {Hon} har lånat till mat av {en granne|vänner|sin gamla mamma}.
            Nu finns en {betalningsanmärkning|skuld hos Kronofogden} som inte fanns förut.
            Det är ingen mat i kylen på riktigt, det är ingen överdrift.
            {Hon} mår så dåligt att {hon} knappt kliver upp.
            Man skäms, och det tror jag är meningen.
            Elen kan stängas av {vilken dag som helst|nästa vecka}.
            """),
        Wishes = Lines("""
            Jag vill att beslutet {omprövas|räknas om}.
            Säg vilka papper ni behöver en gång för alla.
            Jag vill prata med {gruppchefen|någon som bestämmer}.
            Betala åtminstone ut hyran medan ni utreder.
            Jag kräver ett skriftligt svar.
            """),
        Simple = Lines("""
            Jag söker pengar för mat. Handläggare säger vänta, vänta. Jag har tre barn och kan inte vänta.
            Jag lämnat alla papper, hyra och bank. Nu brev kommer igen och säger saknas papper.
            Jag ringer telefontid, alltid upptaget. Sen tiden är slut.
            Beslut är svår svenska. Jag går till bibliotek för hjälp, de också förstår inte.
            Datorn säger fel lösenord. Jag har inte BankID, hur ska jag göra?
            Hon pratar hårt till mig. Jag är inte dålig människa, jag söker jobb varje dag.
            """),
        Suggestions = Lines("""
            Skicka ett sms när ansökan har kommit fram, {då slipper ni hälften av samtalen|det skulle spara mycket oro}.
            Ha en {drop-in|öppen mottagning} en gång i veckan där man kan få hjälp med ansökan.
            Låt oss fotografera kvitton med mobilen i stället för att kopiera på biblioteket.
            Skriv besluten så att man ser uträkningen rad för rad.
            Ge längre tid för komplettering. Två dagar räcker inte när posten går varannan dag.
            Gör blanketten på {arabiska, somaliska och engelska|lätt svenska} också.
            """),
        Praise = Lines("""
            Jag blev bemött med respekt i receptionen {dag}, det var länge sedan sist.
            Tack för snabb hjälp med {hyran|glasögonen|en säng till barnen}. {Det räddade månaden|Ni anar inte hur mycket det betydde}.
            Min handläggare förklarade {uträkningen|hela beslutet} i lugn och ro tills jag förstod.
            Nu har jag fått jobb! Tack till er som {trodde på mig|pushade mig att söka}.
            Beslutet kom redan efter {två|tre} dagar. Imponerande.
            Budgetrådgivaren är {jättebra|värd sin vikt i guld}, inga pekpinnar.
            """),
        Views = Lines("""
            Man behandlas som fuskare tills man bevisat motsatsen.
            Riksnormen har inte följt med matpriserna, {det vet ni också|vem kan leva på det}?
            Jag tycker att handläggaren borde vara densamma mer än två månader.
            Allt ska göras på nätet, men de som behöver er mest har varken dator eller BankID.
            Det är bra att ni kontrollerar, men det måste gå att göra med vanlig hyfs.
            Kommunen sparar på fattiga men har råd med {ny logga|rondellkonst}.
            """),
        Questions = Lines("""
            Hur länge får ni ta på er att fatta beslut?
            Kan man få pengar till {tandvård|glasögon|barnens fritidsaktiviteter|en begagnad dator}?
            Räknas {bostadsbidrag|studielån|underhållsstöd} som inkomst?
            Vart vänder man sig om man blir utan mat över helgen?
            Måste jag sälja bilen[ fast jag behöver den för jobbet]?
            Hur överklagar man, och hur lång tid tar det?
            """),
        Faults = Lines("""
            Det går inte att ladda upp filer i ansökan, {sidan säger att filen är för stor|knappen är grå}.
            Automaten för nummerlappar i receptionen är trasig.
            Kopiatorn för besökare har varit ur funktion sedan {dag}.
            Brevlådan vid er ingång är {överfull|uppbruten}.
            Telefonkön kastar ut en efter {tio|tjugo} minuter.
            Mina sidor visar förra månadens beslut.
            """),
        Measures = Lines("""
            Beräkningen är gjord om och mellanskillnaden utbetald {samma dag|den 12|inom två bankdagar}.
            Hyran är betald direkt till hyresvärden[, som dragit tillbaka uppsägningen].
            Telefontiden är utökad med {en timme på eftermiddagen|en återuppringningsfunktion}.
            Checklistan över vilka papper som behövs är omskriven på enkel svenska.
            Ärendet är överlämnat till en erfaren handläggare, {den enskilde är informerad|första samtalet är hållet}.
            Överklagandet är skickat till förvaltningsrätten och den enskilde är underrättad.
            Samtal i receptionen om ekonomi förs nu i ett avskilt rum.
            Felet i e-tjänsten är anmält till leverantören och {rättat|manuell ansökan godtas så länge}.
            """),
    };
}
