namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme Cleaning() => new()
    {
        Casts = [Cast.Self],
        Complaints = Lines("""
            Toaletterna på {lokal} har inte städats {på tre dagar|sedan {dag}}. {Det är papper på golvet och stopp i en av dem|Barnen vill inte gå dit}.
            Golven i {korridoren|kapprummet|hallen} är {svarta av grus|klibbiga} när vi kommer på morgonen.
            Papperskorgarna i {personalrummet|klassrummen|konferensrummet} töms {varannan vecka|när någon råkar komma ihåg}.
            Det är ständigt slut på {tvål|handpapper|toalettpapper} på {lokal}, {vi köper eget|och det mitt i magsjuketider}.
            Städaren {öppnade dörren mitt i ett samtal|gick in i vilrummet när barnen sov} {dag}.
            Dammet ligger {centimetertjockt|i drivor} bakom {elementen|hyllorna|skärmarna}.
            Beställd {storstädning|fönsterputs|golvvård} gjordes inte, men fakturan kom.
            Städet kommer {klockan två|mitt på dagen} då {lokalen är full av barn|vi har besök}.
            Någon har använt för starkt medel. {Det luktar klor så att det svider|Två kollegor har fått utslag}.
            Trasor från toaletten används på {köksbänken|matborden}. {Jag såg det själv|Det är ju rena rama smittspridningen}.
            Vi får en ny städare {varje vecka|var och varannan vecka} och ingen vet vad som ingår.
            Larmet gick {dag} för att städet inte slagit av det, {vaktbolaget ska ha 1 900 kronor|jag fick åka in mitt i natten}.
            Dörren till {förrådet|skolan|omklädningsrummet} stod olåst {i natt|efter städningen {dag}}.
            Mattorna i {entrén|lekrummet} har inte dammsugits på {länge|evigheter}.
            Duschutrymmet i {idrottshallen|sporthallen} möglar i fogarna.
            Diskbänken i {personalköket|fikarummet} är {kladdig varje måndag|full av gamla kaffekoppar, ni säger att det inte ingår}.
            Städvagnen står {framför nödutgången|mitt i korridoren} så att ingen kommer fram.
            Sedan ni gick ner till {tre|två} dagar i veckan är det {smutsigt jämt|inte acceptabelt}.
            Moppvattnet byts inte. Golvet blir randigt och {luktar surt|halt som is}.
            Saker på skrivbordet {flyttas|har försvunnit|ligger på golvet} efter städningen.
            Fläckarna på {soffan|stolarna} i väntrummet har suttit kvar {länge}. Besökarna kommenterar det.
            Skötrummet på {lokal} är {äckligt|ostädat}, blöjhinken svämmar över.
            Det städas inte när den ordinarie är {sjuk|på semester}. Ingen ersättare, ingen information.
            Fönstren på {lokal} har inte putsats på {två|tre} år.
            Vi har påpekat {spindelväven|flugorna i lamporna|kalken i handfaten} på varje kvalitetsrond.
            Allergistädningen görs inte enligt avtalet och vi har {två|tre} barn med svår {astma|allergi}.
            """),
        Details = Lines("""
            Det är reglerat i överenskommelsen.
            Vi har {sextio|åttio|hundratjugo} barn i huset.
            Jag har pratat med städaren, som säger att tiden inte räcker.
            Samma sak hände {förra veckan|före lovet}.
            Jag har tagit bilder.
            Den ordinarie städaren är duktig och noga.
            """),
        Consequences = Lines("""
            Personalen får städa själv i stället för att {vara med barnen|göra sitt jobb}.
            Vi har haft magsjuka två gånger {på en månad|den här terminen}.
            Föräldrarna har börjat klaga hos oss.
            Arbetsmiljön blir lidande, skyddsombudet är informerat.
            Det ger ett bedrövligt intryck på besökare.
            """),
        Wishes = Lines("""
            Vi vill att det åtgärdas {i dag|omgående|före veckans slut}.
            Kan någon gå en rond tillsammans med oss?
            Vi vill ha avdrag på fakturan.
            Tala om vad som ingår, så vet vi vad vi kan begära.
            Se till att det finns en ersättare.
            """),
        Simple = Lines("""
            Toalett på min skola är smutsig. Ingen papper, ingen tvål.
            Jag städar på {skola|kontor} här och har för lite tid. Chef säger du måste hinna.
            Golv är blött och inga skylt. Jag ramlade nästan.
            Det luktar starkt efter städ, jag får ont i huvudet.
            På förskola mitt barn får svarta strumpor av golv.
            Soporna i tvättstuga står många dagar.
            """),
        Suggestions = Lines("""
            Häng upp ett schema i varje {kapprum|städskrubb} där man ser vad som är gjort.
            Städa {efter klockan fyra|före klockan sju} på {lokal}, då är ingen i vägen.
            Byt till {doftfria medel|mikrofiber utan kemikalier}, många är känsliga.
            Ge oss en QR-kod på dörren så kan vi beställa påfyllning direkt.
            Lägg golvvården på lovet när lokalerna är tomma.
            Skoställ och skoskydd vid entrén skulle spara er mycket arbete.
            """),
        Praise = Lines("""
            Vår städare på {lokal} är {bäst|guld värd}. {Hon ser allt|Barnen älskar henne}.
            Tack för storstädningen inför {öppet hus|terminsstarten}, det luktade nytt!
            Det har blivit mycket bättre sedan ni la om tiderna.
            Han som städar hos oss på {kvällarna|morgnarna} {vattnade till och med blommorna|hälsar alltid glatt}.
            Snabb hjälp när det {var översvämning på toaletten|var magsjuka på avdelningen} {dag}. Stort tack!
            Fönstren är som nya. Vi ser gården igen.
            """),
        Views = Lines("""
            Man kan inte halvera städningen och tro att det blir lika rent.
            Städarna borde ha eget {personalrum|ordentligt utrymme}, de sitter på en hink och äter.
            Egen personal är bättre än entreprenad, det märks.
            Det är lite väl fyrkantigt att man inte kan be om en avtorkning utan beställning.
            Jag tycker att vi på avdelningen kunde hjälpas åt mer.
            Kvalitetsronderna är mest för syns skull.
            """),
        Questions = Lines("""
            Ingår {kylskåpet|fönsterputsning|skötbordet} i den vanliga städningen?
            Hur beställer man extra städning efter {en föräldrakväll|ett val|en ombyggnad}?
            Vilka dagar städas {lokal}?
            Vad kostar golvvård per kvadratmeter?
            Vem fyller på {tvål och papper|mensskydd} på besökstoaletten?
            Får vi använda era maskiner när det blivit spill?
            """),
        Faults = Lines("""
            Tvålpumpen på toaletten plan {1|2|3} är trasig.
            Det är glas på golvet i {entrén|trapphuset} på {lokal}.
            Stopp i handfatet på {personaltoaletten|besökstoaletten}.
            Spill i hissen på {lokal}, {det luktar illa|halt}.
            Kräkning i kapprummet på {lokal}, behöver saneras.
            Sophuset är överfullt, dörren går inte att stänga.
            """),
        Measures = Lines("""
            Lokalen är omstädad och {kontrollerad tillsammans med beställaren|godkänd vid rond}.
            Städfrekvensen är ändrad till {varje vardag|fyra dagar i veckan}.
            Ersättare är inskolad för {ordinarie lokalvårdare|de tider som saknades}.
            Påfyllning av tvål och papper är lagd på daglig checklista.
            Städmedlet är bytt till {oparfymerat|ett Svanenmärkt alternativ}.
            Avdrag är gjort på {fakturan|nästa månads faktura}.
            Rutinen för larm och låsning är genomgången med all personal på objektet.
            Golvvård och storstädning är utförd {på kvällstid|under lovet}.
            """),
    };
}
