namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme Support() => new()
    {
        Casts =
        [
            Cast.Self, Cast.Self, Cast.Self, Cast.Self, Cast.Him("min son"), Cast.Her("min dotter"), Cast.Him("min bror"),
            Cast.Her("min syster"), Cast.Her("min sambo"), Cast.Him("min huvudman"), Cast.Her("min huvudman"),
        ],
        Complaints = Lines("""
            Boendestödet skulle ha kommit {dag} men {ingen dök upp|det kom ingen|jag väntade förgäves}[ och ingen ringde heller].
            {Hon} har haft {fyra|fem|sex|sju} olika boendestödjare på {två månader|en vår|ett halvår|kort tid} och får börja om från början varje gång.
            Tiderna ändras {hela tiden|jämt och ständigt} utan att någon {hör av sig|frågar om det passar|meddelar det}.
            Boendestödjaren satt med {mobilen|telefonen} {nästan hela besöket|mest hela tiden} {dag}.
            Besöket ska vara {en timme|en och en halv timme|två timmar} men {boendestödjaren gick efter tjugo minuter|det blir sällan mer än en halvtimme|personalen går alltid tidigare}.
            Planen säger att {hon} ska få hjälp med {posten och räkningarna|att handla|att ta sig till vårdcentralen|tvätten}, men det {blir aldrig av|skjuts upp varje vecka|säger personalen att det inte ingår}.
            Personalen pratade om en annan {brukare|person som har boendestöd} medan de var hemma hos {henne}. Då undrar man vad de säger om {henne} hos andra.
            När {hon} mår som sämst {ställs besöken in|kommer det en vikarie som inte vet något}[, och det är ju precis då stödet behövs].
            {Dag} stod det två personer i dörren fast det är överenskommet att det bara ska komma en. {Hon} {fick panik|vågade inte öppna|blev så stressad att det inte blev något besök}.
            {Hon} fick höra av en i personalen att {hon} {borde skärpa sig|är lat|inte är sjuk på riktigt}. Så säger man inte till någon som mår dåligt.
            Boendestödjaren lovade att {följa med till psykiatrin|ringa Försäkringskassan|boka tid hos läkaren} men {glömde bort det|blev sjuk och ingen annan tog över}[, och nu är tiden förbrukad].
            Ingen svarar på boendestödets telefon efter klockan {tre|halv fyra|fyra}.
            Personalen kommer {en halvtimme|fyrtio minuter|nästan en timme} för sent {varje|var och varannan} {veckodag} och säger att det är bussens fel.
            {Genomförandeplanen|Planen} har inte följts upp på {över ett år|ett och ett halvt år|två år}.
            =Min kontaktperson slutade {dag} och jag fick reda på det {av en granne|genom ett sms|av vikarien}.
            Personalen går omkring med {ytterskorna|skorna} på inne och {tittar i skåpen|öppnar kylen} utan att fråga.
            =Jag har sagt att jag inte vill ha {manlig|kvinnlig} personal på {kvällarna|morgnarna}, ändå {skickar ni det|blir det så} gång på gång.
            =Jag känner mig övervakad. Boendestödet {ringer på flera gånger om dagen|skriver upp allt jag gör|frågar grannen om jag varit hemma}.
            Nyckeln till {min} lägenhet har {kommit bort hos er|legat framme på ert kontor}, och det kom fram {av en slump|först efter en vecka}.
            {Hon} blev avbruten hela tiden på mötet {dag}. De pratade över huvudet på {henne} som om {hon} inte fanns i rummet.
            Det har tagit {två|tre|fyra} månader att få börja med boendestöd fast beslutet är klart {sedan länge|och underskrivet}.
            Två gånger har det stått {fel namn|någon annans uppgifter} i papperen som ligger i {min} pärm.
            Ni bytte {veckodag och tid|tid} för {min} hjälp utan att fråga, och nu krockar det med {terapin|jobbträningen|gruppen på Ankaret}.
            På sommaren {finns det i stort sett inget stöd|är det bara vikarier} och {hon} faller tillbaka i gamla mönster.
            Boendestödjaren tog upp {min} sjukdom i {trapphuset|hissen|kön på affären} så att {grannarna|andra} hörde.
            Ni säger att {hon} tackat nej till besök. Det stämmer inte, {det kom ingen|klockan ringde aldrig|ni kom på fel dag}.
            Personalen tvingar fram städning i stället för att prata om det {hon} faktiskt behöver hjälp med.
            """),
        Details = Lines("""
            Det är {tredje|fjärde|femte} gången {den här månaden|sedan årsskiftet}.
            Jag har skrivit upp alla dagar i en kalender om ni vill se.
            Det var en {vikarie|ny tjej|ny kille|inhyrd person} som {hon} aldrig hade träffat förut.
            {Hon} behöver förutsägbarhet, det står i planen.
            Förut fungerade det {jättebra|bra, så det går ju}.
            Den ordinarie personalen är det inget fel på.
            Enligt beslutet ska det vara {sex|åtta|tio} timmar i veckan.
            """),
        Consequences = Lines("""
            {Hon} {vågar knappt öppna dörren längre|har slutat svara i telefonen|drar sig undan mer och mer}.
            Det gör att {min} ångest blir mycket värre.
            Nu ligger {räkningar|posten|breven} oöppnade och ingen vet vad som är betalt.
            {Hon} har tappat förtroendet och funderar på att säga upp stödet helt.
            Det tog {flera dagar|en hel vecka} innan {hon} kom i balans igen.
            Utan stödet blir det snart {inläggning|psykakuten} igen, så har det varit förut.
            """),
        Wishes = Lines("""
            Jag vill att det kommer {en och samma person|högst två olika}[ i fortsättningen].
            Kan man få ett {sms|samtal} när det blir ändringar?
            Jag vill ha ett möte med {enhetschefen|chefen} och gå igenom planen.
            Jag önskar att ni {frågar|lyssnar} innan ni bestämmer.
            Ni måste kunna hålla de tider ni själva har satt.
            """),
        Simple = Lines("""
            Hon som hjälper mig hemma {kommer inte|kommer sent}. Jag väntar hela dagen och {kan inte gå ut|blir ledsen}.
            Varje vecka det kommer ny person. Jag måste berätta allt en gång till, det är jobbigt för mig.
            Personal pratar fort och jag förstår inte. Jag frågar, då hon blir arg.
            Jag vill ha hjälp med brev från {Migrationsverket|Försäkringskassan|hyresvärd}. Han säger inte mitt jobb.
            De har nyckel till mig och kommer in när jag sover. Jag blir rädd.
            Boendestöd sa vi ringer dig men ingen har ringt. Nu är {två|tre} veckor.
            """),
        Suggestions = Lines("""
            Kan ni inte skicka ett sms på morgonen med vem som kommer och när? {Det skulle lugna många|För mig vore det guld värt}.
            Det borde finnas boendestöd även på {helgerna|söndagar|kvällarna}, det är då det är som svårast.
            Låt oss få se en bild på vikarien innan {besöket|första gången}.
            Man kunde ha en {matlagningsgrupp|promenadgrupp|ekonomikväll} för oss som har boendestöd, så slapp man sitta ensam.
            Jag föreslår att {genomförandeplanen|planen} skrivs på lättläst svenska och att man får ett eget exemplar.
            Ha en telefontid {på kvällen|mellan sju och nio på kvällen} dit man kan ringa när det är jobbigt.
            En app där man ser veckans tider och kan avboka själv vore bra.
            """),
        Praise = Lines("""
            Min boendestödjare är {helt fantastisk|toppen|en pärla}. {Hon lyssnar utan att döma|Jag har kommit ut och handlat själv för första gången på flera år}.
            Tack till er som {följde med till tandläkaren|ringde runt till alla myndigheter|hjälpte mig med flytten} {dag}. Det hade jag aldrig klarat själv.
            Jag vill säga att boendestödet har förändrat {mitt} liv.
            Personalen märkte att något var fel {dag} och {stannade kvar|ringde efter hjälp}. Det är vi väldigt tacksamma för.
            Ni kommer i tid, ni är snälla och ni håller det ni lovar. Sånt ska också sägas.
            Ett stort tack till vikarierna i sommar, {de var kunniga och lugna|det fungerade över förväntan}.
            """),
        Views = Lines("""
            Jag tycker att för mycket tid går åt till {dokumentation|möten om planen|att personalen ska resa mellan besöken}.
            Det är skillnad på boendestödjare och boendestödjare, {det är synd att det beror så mycket på vem som kommer|det märks vilka som har utbildning}.
            Kommunen verkar tro att alla som mår dåligt vill ha sällskap. Ibland vill man bara {ha praktisk hjälp|få tvätten gjord}.
            Man pratar mycket om självbestämmande men schemat är gjort {efter personalens tider|långt innan man själv blir tillfrågad}.
            Min syn på saken är att {en timme i veckan|två korta besök} är för lite för den som bor ensam.
            Det känns som att stödet dras ner så fort man blir lite bättre.
            """),
        Questions = Lines("""
            Hur gör man för att byta boendestödjare[ utan att någon blir sur]?
            Har jag rätt att säga nej till {en vikarie|besök en viss dag} utan att förlora timmar?
            Vem bestämmer hur många timmar {hon} får? Är det {handläggaren|biståndshandläggaren} eller {chefen|ni på enheten}?
            Kan boendestödet {följa med på läkarbesök|hjälpa till med en flytt|hjälpa till att söka jobb}, eller ingår inte det?
            Får jag läsa vad ni skriver om mig i {journalen|dokumentationen}?
            Vad händer med stödet {i sommar|om min boendestödjare blir sjuk|om jag blir inlagd}?
            """),
        Faults = Lines("""
            Jourtelefonen till boendestödet {kopplas inte fram|piper bara upptaget} sedan {dag}.
            Porttelefonen vid {er lokal|kontoret} fungerar inte, man kommer inte in till sitt möte.
            Länken till {tidsbokningen|blanketten för boendestöd} på hemsidan leder till en tom sida.
            Nyckelskåpet hos {henne} har gått i baklås[ och personalen kommer inte in].
            Dörröppnaren på {Centrum|er mottagning} stannar halvvägs, det går inte att komma in med rullator.
            Lampan i trappan upp till er lokal är {sönder|trasig} sedan {flera veckor|{dag}}.
            """),
        Measures = Lines("""
            {Fast kontaktperson och en namngiven ersättare är utsedda|Antalet boendestödjare är begränsat till två}[ från och med nästa vecka].
            Rutinen för ändrade tider är ändrad: vi ringer eller skickar sms senast klockan {åtta|nio} samma dag.
            Genomförandeplanen är uppföljd tillsammans med den enskilde[, nytt datum för uppföljning är bokat].
            Missade timmar är återlagda {under de två kommande veckorna|i samråd med den enskilde}.
            Nyckelhanteringen är genomgången och {signeringslistan är införd på nytt|nycklarna ligger nu i låst skåp}.
            Bemötande och sekretess har tagits upp {på arbetsplatsträffen|i samtal med berörd medarbetare}.
            Introduktionen för vikarier är utökad med {två dubbelpass|en genomgång av varje plan}.
            Telefonen bemannas nu till klockan 17 på vardagar.
            """),
    };
}
