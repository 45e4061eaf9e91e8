namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme Kitchen() => new()
    {
        SuitsTheOld = true,
        Casts = [Cast.Self, Cast.Self, Cast.Her("min mamma", born: 1931), Cast.Her("min mor", born: 1931), Cast.Him("min pappa", born: 1931), Cast.Him("min man", born: 1931), Cast.Her("min fru", born: 1931), Cast.Her("min mormor", born: 1931)],
        Complaints = Lines("""
            Maten från Köket Eken {var iskall|kom ljummen|var rå i mitten} {dag}.
            Det var {pasta tre dagar i rad|korv två gånger samma vecka|fisk i vit sås för fjärde gången på två veckor}. Finns det ingen som ser på matsedeln i sin helhet?
            {Hon} är allergisk mot {mjölk och fick ändå {bearnaise|gräddsås|gratäng}|ägg och fick ändå {bearnaise|pannkaka}|fisk och fick ändå {panerad fisk|fiskgratäng}|nötter och fick ändå kaka med mandel} {dag}.
            Potatisen är {grå och hård|sönderkokt|vass i kanterna av att ha torkat}[, och det säger inte bara jag].
            {Köttet|Fläsket|Biffen} går inte att tugga. {Hon} har löständer och {lämnar det mesta|får nöja sig med såsen}.
            Matlådan {dag} hade gått ut {två dagar tidigare|en vecka före}.
            Portionerna har blivit {så små att man går hungrig|mindre men priset högre}.
            Det låg {ett hårstrå|en bit plast|en gummihandske|en metallbit} i {grytan|gröten|soppan} {dag}.
            Full matavgift dras fast {hon} {är sondmatad|bara äter frukost|varit på sjukhus i tre veckor}.
            Grönsakerna är så sönderkokta att man inte kan se vad det är.
            {Hon} ska ha {passerad kost|timbalkost|konsistensanpassad mat}, men fick {hela köttbullar|hårt bröd|vanlig biff} och satte i halsen.
            Maten smakar {ingenting|bara salt}. Kryddor verkar vara bortrationaliserat.
            Middagen serveras {halv fyra|kvart i fyra} och sen är det ingenting förrän {åtta|halv nio} nästa morgon.
            Chauffören ställde lådan {utanför porten|i trapphuset} utan att ringa på. {Den var förstörd när jag hittade den|En hund hann före}.
            Det går inte att avbeställa mat. Jag {ringde två dagar innan|skrev till köket} men blev debiterad i alla fall.
            Julmaten var {en besvikelse|en skandal}: {en skiva skinka och en halv potatis|skinka som var grön i kanten}.
            Efter söndagens {kyckling|räksallad|fiskgratäng} blev {tre|fyra|flera} stycken på avdelningen magsjuka.
            {Hon} får fläskkött fast det står i papperen att {hon} inte äter det.
            Ni har tagit bort {efterrätten|smörgåsen till kvällen|det hembakade} för att spara.
            Matsedeln på hemsidan stämmer {aldrig|nästan aldrig} med det som serveras.
            Bröden är {torra|fortfarande frysta} när de kommer till bordet.
            Diskinlämningen i matsalen är {kladdig|full av bananflugor} och det luktar illa ända ut i korridoren.
            Personalen i serveringen {suckar när man frågar vad det är för mat|slänger upp maten på tallriken}.
            Vegetariskt är samma {grönsaksbiff|ärtbiff} {veckan igenom|dag efter dag}.
            Kaffet är {som diskvatten|ljummet} och bullarna från frysen.
            Sockerfritt finns inte[, säger ni], fast hälften av gästerna har diabetes.
            """),
        Details = Lines("""
            {Hon} har ätit er mat i {två|tre|fem} år så det är inte en tillfällighet.
            Det är andra gången på {två veckor|en månad}.
            Det kostar ändå {68|74|82|89} kronor portionen.
            =Vi var flera vid bordet som reagerade.
            Jag tog ett kort på tallriken.
            Förr lagades maten på plats, då luktade det gott i hela huset.
            =Jag är själv gammal {kokerska|skolbespisningskock|storköksmänniska} så jag vet vad jag talar om.
            """),
        Consequences = Lines("""
            {Hon} har tappat {fyra|fem|sju} kilo sedan {i våras|i höstas}.
            Det mesta går i soporna, och det är ju slöseri.
            Maten är {dagens höjdpunkt|det enda man har att se fram emot}, eller borde vara.
            Man tappar aptiten bara av att lyfta på locket.
            @Vi får {köra dit med egen mat|handla extra} så att {hon} får i sig något.
            """),
        Wishes = Lines("""
            Jag vill att någon ansvarig kommer och smakar.
            Jag vill ha pengarna tillbaka för {den lådan|de dagarna}.
            Kan man få veta vem som kontrollerar specialkosten?
            Lite mer {omväxling|husmanskost|färska grönsaker}, är det för mycket begärt?
            Skriv ut en riktig innehållsförteckning.
            """),
        Simple = Lines("""
            Jag äter halal. Ni har skrivit ja, men jag fick gris igår.
            Maten är kall när den kommer. Jag har ingen mikro hemma.
            Min mamma kan inte tugga, hon behöver mjuk mat. Personal ger vanlig mat.
            Soppa är bara vatten. Jag är hungrig efter.
            Jag får ont i mage av mjölk men mat har mjölk i varje dag.
            Matlåda kom inte {igår|i söndags}. Jag ringde, ingen svarade, jag åt bröd.
            """),
        Suggestions = Lines("""
            Servera {soppa med riktigt bröd|pannkakor|strömming och potatismos} lite oftare. Det tycker gamla människor om.
            Låt oss få {välja mellan två rätter|önska en rätt i månaden}.
            Flytta kvällsmaten till klockan {sex|halv sju}, så blir natten inte så lång.
            Skriv matsedeln med större bokstäver. Den går inte att läsa som den är nu.
            Ett litet kärl med {kryddgrönt|lingon|gurka} på varje bord gör mycket.
            Ta in {potatis från bönderna häromkring|närodlade rotfrukter}, det smakar något.
            """),
        Praise = Lines("""
            {Kåldolmarna|Köttbullarna|Rabarberkrämen|Fisksoppan} {dag} var {underbara|de bästa jag ätit på år}! Hälsa kocken.
            Tack för midsommarlunchen. {Dukat med blommor och allt|Till och med nubbeglas stod framme}.
            Ni fixade specialkost åt {henne} med en dags varsel, det var {strongt gjort|vänligt}.
            Det märks att ni bakar själva nu. Det doftar ända ner i entrén.
            {Hon} har gått upp {två|tre} kilo sedan ni ändrade matsedeln. {Vi är så glada|Tusen tack}.
            Flickan som kör ut maten är {en solstråle|alltid på gott humör}.
            """),
        Views = Lines("""
            Mat är också omvårdnad. Det glöms bort när allt ska {upphandlas|bli billigare}.
            Jag tycker det är bra med vegetariskt men {inte två dagar i rad|gamla magar tål inte bönor hur som helst}.
            Att köra kyld mat tvärs över kommunen kan inte vara rätt väg att gå.
            Det pratas om matsvinn, men ge oss mat vi tycker om så löser det sig.
            Rätterna har fått fina namn men det är samma gamla {gryta|färs}.
            Priset är rimligt, det är smaken som fattas.
            """),
        Questions = Lines("""
            Kan man få {glutenfri|laktosfri|vegansk} matlåda, och kostar det extra?
            Hur långt i förväg måste man avbeställa när {hon} åker bort?
            Varifrån kommer {köttet|kycklingen} ni serverar?
            Får anhöriga äta i matsalen, och vad kostar det?
            Varför står det inte vad maten innehåller på lådan?
            Är det sant att Köket Eken ska {läggas ner|slås ihop med skolköket}?
            """),
        Faults = Lines("""
            Värmeskåpet i matsalen är ur funktion sedan {dag}.
            Kyldisken visar elva grader, det kan inte vara meningen.
            Locken på matlådorna har spruckit, tre av fem läckte {dag}.
            Det går inte att beställa mat på webben, sidan {hänger sig|säger fel lösenord}.
            Telefonsvararen till köket är full.
            Kranen vid brickinlämningen står och rinner.
            """),
        Measures = Lines("""
            Temperaturen mäts nu vid {både packning och leverans|varje leverans} och antecknas.
            Matsedeln är omarbetad så att samma rätt kommer tidigast efter {tre|fyra} veckor.
            Specialkosten {packas av en person och kontrolleras av en annan|märks med namn och färg}.
            Lådorna är ersatta utan kostnad och {beloppet är krediterat|avgiften är rättad}.
            Leverantören är reklamerad[ och {köttet|potatisen} bytt].
            Kvällsmålet är flyttat till klockan 18 och ett nattmål erbjuds.
            Kostombud från varje avdelning träffar kökschefen {en gång i månaden|varannan vecka}.
            Egenkontrollen är genomgången med {personalen|kommunens livsmedelsinspektör}.
            """),
    };
}
