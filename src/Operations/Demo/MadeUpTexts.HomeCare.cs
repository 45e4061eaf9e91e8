namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme HomeCare() => new()
    {
        SuitsTheOld = true,
        Casts =
        [
            Cast.Self, Cast.Self, Cast.Self, Cast.Her("min mamma", born: 1931), Cast.Her("min mamma", born: 1931), Cast.Her("min mor", born: 1931), Cast.Him("min pappa", born: 1931), Cast.Him("min far", born: 1931),
            Cast.Her("min mormor", born: 1931), Cast.Him("min farfar", born: 1931), Cast.Her("min svärmor", born: 1931), Cast.Her("min moster", born: 1931), Cast.Him("min huvudman", born: 1931),
        ],
        Complaints = Lines("""
            Hemtjänsten kom {först klockan {kl}|två timmar för sent|inte alls} {dag}[ och {hon} hade suttit i nattlinnet hela tiden].
            {Hon} har inte fått duscha på {tre veckor|två veckor|sjutton dagar}. Det ska vara {en gång|två gånger} i veckan enligt {beslutet|planen}.
            På {en månad|sex veckor} har vi räknat till {nitton|tjugotre|tjugosju|trettioen} olika personer hos {henne}.
            Larmet trycktes klockan {kl} {dag} men det tog {femtio minuter|över en timme|en timme och tjugo minuter} innan någon kom. {Hon} låg på golvet hela tiden.
            {Min} medicin {glömdes|var inte delad|låg kvar i dosetten} {dag}.
            Stödstrumporna {är inte på|tas på fel|sitter kvar över natten} och {mina} ben är {alldeles svullna|röda och ömma}.
            Maten ställs fram kall. Ingen {värmer den|ser efter om den blir uppäten}, och på kvällen ligger den i sophinken.
            Personalen har så bråttom att de {inte sätter sig ner|inte tar av sig jackan|knappt säger hej}. Det tar {sju|åtta|fyra} minuter fast det ska vara trettio.
            Städningen {var tredje vecka|varannan vecka} blir inte gjord. De {drar med moppen mitt på golvet|säger att dammsugaren är trasig|skjuter upp den jämt}.
            Nyckeln {passade inte|var borta}, så personalen gick därifrån utan att {ringa någon|höra av sig}.
            Det är svårt att förstå varandra när personalen {inte talar så bra svenska|pratar så fort}. {Hon} hör illa och {vågar inte fråga om|ger upp}.
            {Hon} får läggningen klockan {halv sju|sex|kvart i sju} på kvällen, mitt under {nyheterna|ljusa dagen}.
            Matlådorna {levererades till fel dörr|stod utanför i solen|hade gått ut i datum} {dag}.
            @Det saknas {två ringar|ett guldarmband|800 kronor|en klocka} sedan {förra veckan|{dag}}. Jag anklagar ingen, men ni har nyckel.
            @Signeringslistan är ifylld för besök som aldrig har ägt rum. Jag {var där själv|har kamera i hallen} så jag vet.
            Den som kom {dag} hade aldrig {hanterat en lyft|satt på en stödstrumpa|varit här} förut. Jag fick visa hur man gör.
            {Hon} blev lovad {fast kontakt|en kontaktperson} men den personen har {hon} sett {en gång|två gånger} på ett halvår.
            Personalen pratar med varandra över huvudet på {henne}[, på ett språk {hon} inte förstår].
            Planeringen ringer {sju på morgonen|sent på kvällen} och säger att besöket är struket[ eftersom någon är sjuk].
            {Hon} kom hem från sjukhuset {dag} men hemtjänsten hade inte fått veta något. {Kylen var tom och sängen obäddad|Ingen kom förrän dagen efter}.
            Fakturan är på {2 340|1 870|3 120} kronor för besök som inte har blivit av.
            De handlade {mjölk som gått ut|fel saker igen|utan lista}, och växeln lämnades inte tillbaka.
            Såret på {hälen|benet} har inte lagts om på {fyra|fem|sex} dagar fast distriktssköterskan skrivit upp det.
            Ni skickade en man till duschen fast {hon} uttryckligen har bett om en kvinna.
            Telefonnumret till gruppen {går till en svarare|svarar ingen på} {efter klockan fyra|på helgerna}.
            Trygghetslarmet har inte provringts på {flera månader|ett halvår}, och batteriet {pep hela natten|var slut}.
            Blöjorna byts för sällan. {Dag} var sängen {genomblöt|våt ända ner i madrassen} när jag kom.
            {Hon} fick {ingen frukost|inget morgonmål} förrän {halv elva|kvart i elva|klockan elva} {dag}, och {hon} har diabetes.
            """),
        Details = Lines("""
            {Hon} är {ålder} år och {klarar sig inte själv|bor ensam|ser mycket dåligt}.
            Det är inte första gången, snarare regel än undantag.
            @Jag har fört bok över tiderna sedan {början av månaden|ett par veckor}.
            Det finns ett beslut på det från biståndshandläggaren.
            {På helgerna är det ännu värre|Värst är det på helgerna}.
            De ordinarie är duktiga, det är när vikarierna kommer som det går snett.
            Det stod en helt ny människa i dörren, utan namnbricka.
            Förra sommaren var det likadant.
            @{Hon} orkar inte skriva själv, så jag gör det.
            @Jag bor {tjugo|trettio|fyrtio} mil bort och kan inte åka dit varje gång.
            """),
        Consequences = Lines("""
            {Hon} har {gått ned i vikt|blivit mycket svagare|börjat dricka för lite för att slippa gå på toaletten}.
            {Hon} är rädd för att vara ensam hemma nu.
            Det är inte värdigt {på ålderns höst|efter ett långt arbetsliv}.
            @Vi i familjen får rycka in {mitt i arbetsdagen|nästan varje kväll} och orkar snart inte längre.
            Man känner sig som ett kolli.
            Det kunde ha slutat riktigt illa.
            {Hon} säger inget själv, {hon} vill inte vara till besvär.
            """),
        Wishes = Lines("""
            Jag vill att det kommer {samma människor|färre olika} och på rätt tid.
            Jag vill att avgiften för de här dagarna dras av.
            Ring åtminstone när ni blir sena.
            Kan någon gå igenom planeringen och höra av sig till mig?
            Jag begär att få se {signeringslistan|dokumentationen} för {den här månaden|de senaste två månaderna}.
            Det är inte mycket begärt att få {sin frukost i tid|komma i säng när man själv vill|duscha en gång i veckan}.
            """),
        Simple = Lines("""
            Min mamma är gammal och sjuk. Personal kommer sent, ibland inte kommer. Hon har hunger.
            Jag jobbar och kan inte vara hemma. Hemtjänst lovade hjälpa min pappa men han sitter ensam hela dag.
            Igår jag trycker på larm. Ingen kom på lång tid, jag var rädd.
            De ger min mamma mat hon inte äter. Vi äter inte griskött, jag har skrivit det på papper.
            Varje dag ny person kommer. Min mamma kan inte svenska bra och blir orolig.
            Jag betalar räkning men ni inte städar. Varför jag ska betala?
            """),
        Suggestions = Lines("""
            Kan inte personalen {ha namnskylt med stora bokstäver|skriva upp i en bok när de varit där}? {Då vet vi anhöriga|Det underlättar för den som glömmer}.
            Låt varje gamling ha {högst åtta|tio} olika personer på en månad, det borde gå med bättre planering.
            Skicka {schemat|veckans tider} {med post|i brevlådan} till oss som inte har mobil.
            En kort promenad {en gång i veckan|på söndagar} skulle göra mer nytta än dammsugning.
            Låt hemtjänsten ha {elcyklar|en extra bil i norra delen} så hinner de bättre.
            Anhöriga borde kunna se på nätet om besöket blivit av.
            """),
        Praise = Lines("""
            Jag vill tacka {flickorna|pojkarna|alla} i hemtjänsten. De är {alltid glada|rara och tålmodiga} fast de har så mycket att göra.
            Ni {upptäckte att {hon} blivit dålig|ringde ambulansen i tid} {dag}. Det räddade nog livet på {henne}.
            Killen som kommer på {torsdagarna|morgnarna} {sjunger medan han bäddar|lagar riktig gröt}. {Hon} längtar till dess.
            Tack för den fina omsorgen under {den sista tiden|alla de här åren}. Vi i familjen glömmer det aldrig.
            Städningen {dag} var den bästa på länge, {till och med fönstren var putsade|mattorna skakade och allt}!
            Det fungerar utmärkt med den nya fasta kontakten, {samma tider och samma ansikten|det har blivit lugnt hemma igen}.
            """),
        Views = Lines("""
            Personalen springer benen av sig. Det är inte deras fel, det är {politikernas|planeringens|de som sitter vid skrivbord}.
            Det har blivit för mycket {mobil och streckkoder|inloggning i dörren} och för lite {mänsklig kontakt|tid för en kopp kaffe}.
            Jag anser att den som arbetat och betalat skatt i femtio år är värd bättre.
            Att dela upp hemtjänsten i Norr och Söder har bara gjort det krångligare.
            Matlådorna är väl bra, men {mat som lagas hemma luktar gott|det borde gå att få hjälp att koka potatis}.
            Avgiften höjs varje år men tiden blir kortare.
            """),
        Questions = Lines("""
            Vad kostar det om {hon} behöver hjälp även på {natten|helgen}?
            Hur ansöker man om {trygghetslarm|mer städning|ledsagning} till {henne}?
            Kan man välja ett annat {utförarföretag|hemtjänstföretag} om man inte är nöjd?
            Vem ringer jag om ingen kommer på {morgonen|kvällen}?
            Måste {hon} vara hemma när ni städar?
            Varför ska personalen fotografera nyckeln? Är det {tillåtet|verkligen nödvändigt}?
            """),
        Faults = Lines("""
            Trygghetslarmet hos {henne} {blinkar och piper|ger inget svar när man trycker}.
            Nyckelgömman vid {porten|dörren} har frusit ihop.
            Lyften i sovrummet går bara att köra upp, inte ner.
            Digitala låset tappade kontakten {dag} och personalen fick {vända i dörren|ringa låsjour}.
            Telefonnumret till Hemtjänst {Norr|Söder} är bortkopplat.
            Duschstolen är sprucken och har vassa kanter.
            """),
        Measures = Lines("""
            Besöken är omplanerade så att {morgonhjälpen börjar senast klockan åtta|högst tio medarbetare går till den enskilde}.
            Fast omsorgskontakt är utsedd och har {ringt den enskilde|gjort hembesök}.
            Avgiften för uteblivna besök är {krediterad|avdragen på nästa faktura}.
            Rutinen för larm är ändrad: {närmaste grupp åker alltid|kvittering krävs inom tio minuter}.
            Duschen är återtagen och lagd på fast {veckodag} med ersättare inplanerad.
            Läkemedelssignering kontrolleras varje kväll av samordnaren.
            Genomgång med gruppen om {stödstrumpor|förflyttning|mat och vätska}, {hemsjuksköterskan höll i den|alla har signerat}.
            Nyckelrutinen är genomgången och {nya nycklar är kvitterade|nyckelskåpet är bytt}.
            Språkombud är med på {besöken|introduktionen} för nya medarbetare.
            """),
    };
}
