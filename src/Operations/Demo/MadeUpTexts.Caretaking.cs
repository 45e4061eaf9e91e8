namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme Caretaking() => new()
    {
        Casts = [Cast.Self],
        Complaints = Lines("""
            Vi anmälde {en trasig dörr|ett läckande element|en lös hylla} på {lokal} för {tre|fyra|fem|sju} veckor sedan. Ingen har kommit.
            Vaktmästaren skulle ha varit här {dag} klockan {kl} men {dök inte upp|det kom ingen}[, och ingen hörde av sig].
            Flytten av {skrivborden|pianot|arkivskåpen} blev fel. {Två bord är repade|Allt hamnade på fel våning}.
            Posten delas ut {först på eftermiddagen|på fel avdelning}, och {räkningar förfaller|kallelser kommer för sent}.
            Det är {sjutton|sexton|femton} grader {i klassrummet|i matsalen|på kontoret} och vi får höra att det är normalt.
            Nycklarna till {gymnastiksalen|förrådet|nya avdelningen} är fortfarande inte levererade.
            Parkeringen vid {lokal} var inte sandad {i vintras|när personalen kom}. {En kollega ramlade|Vi halkade omkring allihop}.
            Beställningar försvinner i systemet. Ärendet {markeras som klart|stängs} utan att någon gjort något.
            Gungställningen på gården lagades med {buntband|silvertejp}. Det är ju inte klokt.
            Projektorn i {aulan|sal 12|stora mötesrummet} fungerade inte {dag}, och {ingen gick att få tag på|hela föreläsningen fick ställas in}.
            Vi väntade {en timme|två timmar} på att bli insläppta {dag} fast bokningen var bekräftad.
            Vaktmästaren var {sur|otrevlig|nonchalant} och sa att {det inte var hans bord|vi fick fixa det själva}.
            Lamporna i {trapphuset|cykelgaraget|korridoren} på {lokal} har varit släckta {länge}.
            Hissen har stått still {fyra|fem|sex} gånger {sedan årsskiftet|den här terminen}.
            Stolarna till {skolavslutningen|föräldramötet|fullmäktige} kom {efter att vi börjat|till fel lokal}.
            Snön på {taket|skolgården} skottades inte, och barnen fick vara inne {två|tre} dagar.
            De borrar och hamrar mitt under {proven|vilan|pågående möten} utan att förvarna.
            Postbilen kör alldeles för fort över gården när barnen har rast.
            Larmkoden byttes {dag} utan att vi som öppnar fick veta det.
            Grovsoporna står kvar {bakom köket|vid lastkajen} sedan {flytten|{dag}}.
            Handtaget på branddörren lossnade, och svaret vi fick var att det är beställt. Det är {en månad|sex veckor} sedan.
            Ventilationen låter så att man inte hör {vad barnen säger|sig själv tänka}.
            Vi blev debiterade {1 200|850|2 400} kronor för att byta en {lampa|cylinder|toasits}.
            Flaggan hissades {inte på nationaldagen|upp och ner}. Det kan tyckas smått, men folk ringer till oss.
            Det går inte att få tag i någon efter klockan {tre|två på fredagar}.
            Tavlorna sattes upp så {snett|högt} att ingen ser dem, och väggen är full av hål.
            """),
        Details = Lines("""
            Ärendet är anmält i systemet och påmint {två|tre} gånger.
            Vi är {tolv|tjugo|fyrtio} personer som berörs.
            Den gamla vaktmästaren fixade sådant på en kvart.
            Det borde vara en enkel sak.
            Skyddsombudet har tittat på det.
            Samma fel var lagat i våras men det höll inte.
            """),
        Consequences = Lines("""
            Verksamheten blir lidande.
            Någon kommer att göra sig illa.
            Vi fick ställa in {mötet|lektionen|aktiviteten}.
            Vi har fått lösa det själva med {en stol under handtaget|tejp och god vilja}.
            Personalen sitter med {jackor|filtar} på sig.
            """),
        Wishes = Lines("""
            Vi vill ha ett datum.
            Kan någon ringa oss och säga vad som gäller?
            Se till att det finns någon i jour.
            Stäng inte ärenden förrän vi har godkänt dem.
            Vi vill ha tillbaka pengarna.
            """),
        Simple = Lines("""
            Dörren på {skola|arbete} går inte stänga. Jag har sagt till tre gånger.
            Kallt i rummet. Vi sitter med jacka, barn fryser.
            Hiss är trasig och jag har barnvagn. Jag bär tre trappor.
            Vaktmästare sa kommer imorgon. Han kom inte.
            Lampa är sönder i källare. Jag är rädd att gå där.
            Jag skickade felanmälan men får svar klart. Det är inte klart.
            """),
        Suggestions = Lines("""
            Ha en fast dag i veckan då vaktmästaren går runt på {lokal}. Då kan man samla ihop småsakerna.
            Skicka ett meddelande när ett ärende stängs, så kan vi säga om det är gjort.
            Sätt upp en {nyckeltavla|digital tavla} i receptionen så slipper alla leta.
            Låt posten gå {före klockan tio|två gånger om dagen}.
            Köp in ett par hopfällbara scener som man kan låna.
            Gör en lista på vad man får fixa själv och vad vaktmästaren ska göra.
            """),
        Praise = Lines("""
            Tack till vaktmästaren som {kom på fem minuter|räddade hela konferensen} {dag}!
            Flytten gick {galant|hur smidigt som helst}. {Allt var på plats innan vi hunnit dricka kaffe|Inte en repa}.
            Vår vaktmästare på {lokal} är alltid på gott humör[ och barnen avgudar honom].
            Snabbt jobbat med {dörren|vattenläckan|porten}, {samma dag som vi ringde|trots att det var fredag}.
            Det är så skönt att kunna ringa och få prata med en människa.
            Skolgården var sandad klockan sex. {Starkt|Det betyder mycket}.
            """),
        Views = Lines("""
            Interndebiteringen gör att man drar sig för att anmäla fel, och så blir det dyrare.
            Jag tycker att varje skola borde ha sin egen vaktmästare igen.
            Systemet för felanmälan är gjort för den som skickar fakturor, inte för den som har en trasig dörr.
            Det är bra folk, men de är för få.
            Allting ska beställas tre veckor i förväg. Verkligheten är inte sådan.
            Att samma person sköter fem hus kan inte fungera i längden.
            """),
        Questions = Lines("""
            Vad kostar det att få {ett skrivbord flyttat|ett par tavlor uppsatta|hjälp i två timmar}?
            Vem ringer man när {larmet går|det är stopp} på kvällen?
            Hur bokar man {samlingssalen|bilen|släpet}?
            Ingår snöskottning av {trappan|brandvägen} på {lokal} eller sköter vi den?
            Hur får man en ny {nyckel|tagg}, och vem skriver på?
            Kan vaktmästarna ta hand om gamla datorer?
            """),
        Faults = Lines("""
            Dörrstängaren på {lokal} är sönder, dörren smäller igen.
            Elementet i rum {12|204|317} är iskallt.
            Lysröret blinkar i {korridoren|köket|personalrummet} på {lokal}.
            Det läcker från taket i {sal 8|kapprummet|arkivet}.
            Låset till {cykelrummet|soprummet|grinden} går inte att vrida.
            Nödutgångsskylten på {lokal} är släckt.
            En fönsterruta är spräckt {på plan 2|på baksidan|i gymnastiksalen}.
            """),
        Measures = Lines("""
            Felet är {lagat|åtgärdat} {dag} och {kontrollerat tillsammans med anmälaren|godkänt av verksamheten}.
            Reservdel är beställd, {tillfällig lösning är på plats|leverans väntas inom tio dagar}.
            Ärenden stängs nu först när anmälaren har bekräftat.
            Jourtelefonen är bemannad till klockan {18|20} på vardagar.
            Postrundan går två gånger om dagen, {den första före klockan tio|en är flyttad till morgonen}.
            Samtal är hållet om bemötande.
            Debiteringen är {rättad|struken}.
            Fast runda är införd på {måndagar|onsdagar}.
            """),
    };
}
