namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme DayCentre() => new()
    {
        SuitsTheOld = true,
        Casts = [Cast.Him("min man", born: 1931), Cast.Him("min man", born: 1931), Cast.Her("min fru", born: 1931), Cast.Her("min mamma", born: 1931), Cast.Her("min mamma", born: 1931), Cast.Him("min pappa", born: 1931), Cast.Her("min syster", born: 1931), Cast.Her("min mormor", born: 1931)],
        Complaints = Lines("""
            Bussen till Solsidan kom {fyrtio minuter|en timme} för sent {dag} och {hon} fick stå ute och vänta.
            @{Hon} lämnades av {vid fel port|hemma utan att någon låste upp|ensam på gatan} {dag}. {Hon} har demens!
            Dagverksamheten stängde {två veckor|tre veckor} i sommar utan att vi anhöriga fick något alternativ.
            {Hon} sitter mest {i en soffa framför teven|och väntar på bussen hem}, aktiviteterna är det dåligt med.
            {Hon} hade någon annans {tröja|jacka|glasögon|tänder} på sig när {hon} kom hem.
            Gruppen har blivit för stor. Från {åtta|tio} till {sexton|arton} gäster på samma personal.
            {Hon} kom hem {våt|med blöta byxor} {dag}. Ingen hade {hjälpt till på toaletten|märkt något}.
            Vi fick plats {en dag|två dagar} i veckan i stället för de {tre|fyra} som är beviljade.
            @Personalen byts hela tiden och {hon} {känner inte igen någon|vågar inte be om hjälp}.
            Medicinen vid lunch {låg kvar i väskan|glömdes} {två gånger|tre gånger} förra veckan.
            Det är {trettio|tjugoåtta} grader i lokalen på sommaren och inga persienner.
            Promenaderna är borttagna. {Hon} som alltid har varit ute i skogen får sitta inne hela dagen.
            Rullstolen stod {utan broms i backen|felspänd i bussen} {dag}, {jag såg det från fönstret|chauffören skrattade bara bort det}.
            Ni ringde mig {fem|fyra|tre} gånger under arbetsdagen för att {hon} var orolig. Det är ju för att jag ska kunna arbeta som {hon} går hos er.
            Väskan kom hem utan {hörapparaten|glasögonen|plånboken} och ingen vet något.
            {Hon} har ramlat två gånger på er {uteplats|toalett} och jag fick se blåmärkena själv.
            Lunchen {serveras i plastlåda|är kall}, fast det står hemlagat på broschyren.
            En gäst {slåss|skriker|tar på de andra} och personalen står handfallen.
            Man talar till {henne} som till ett barn: {"duktig där"|"nu ska vi vara snälla"}.
            Kommunen tog bort {sångstunden|gymnastiken|bakningen} för att spara pengar.
            Jag blev lovad ett samtal varannan vecka om hur det går. Jag har fått ett på {fyra|fem} månader.
            Ramadan togs ingen hänsyn till fast {hon} har bett om det[ i god tid].
            Ingen talade om att Solsidan var stängt {dag}. {Hon} satt påklädd i hallen till klockan elva.
            Avgiften dras även när {hon} ligger på sjukhus.
            Rummet för vila används som {förråd|kontor}, så den som är trött får halvligga i en stol.
            Musiken är så hög att {hon} stänger av hörapparaten.
            """),
        Details = Lines("""
            {Hon} har gått på Solsidan i {ett|två|tre} år.
            Det är {tredje|andra} gången sedan årsskiftet.
            Chauffören sa att det inte var hans bord.
            Det var en {veckodag} och full grupp.
            Personalen är snäll, men de räcker inte till.
            I våras var det mycket bättre.
            @{Hon} kan inte själv berätta vad som händer.
            """),
        Consequences = Lines("""
            {Hon} vill inte åka dit längre.
            Det var enda stunden jag fick vila, nu har jag inte det heller.
            {Hon} blir orolig och går omkring hela natten.
            Jag får ta av min semester för att vara hemma.
            Det blir bara passning och inget innehåll.
            """),
        Wishes = Lines("""
            Jag vill att ni ringer innan det blir ändringar.
            Kan man få en fast chaufför?
            Jag vill att de dagar som är beviljade också blir av.
            Låt dem få komma ut, oavsett väder.
            Jag vill ha ett samtal om hur {hon} egentligen har det på dagarna.
            """),
        Simple = Lines("""
            Min man är sjuk i minnet. Bussen lämnar honom fel plats, jag letar hela kväll.
            Min mamma går hos er. Ingen pratar {arabiska|persiska|finska|bosniska} och hon sitter bara.
            Bussen kommer inte i tid. Jag måste gå jobbet och kan inte vänta.
            De gav min mamma mat som hon inte äter. Hon var hungrig hela dagen.
            Ni stänger i sommar. Vem tar hand om min man då?
            Min mamma kom hem utan skor. Jag ringde, de skrattade.
            """),
        Suggestions = Lines("""
            Skicka med en liten bok hem där ni skriver vad {hon} har gjort under dagen.
            Ha öppet en lördag i månaden så att vi anhöriga {kan handla i fred|orkar lite till}.
            Det vore roligt med {en hund på besök|skolbarn som kommer och läser|sång på finska}.
            Odla potatis och blommor tillsammans! Många har haft {gård|koloni} och kan det där.
            Kan inte bussen ringa på mobilen när den är {fem minuter|ett kvarter} bort?
            En egen grupp för yngre med demens, de vill inte spela bingo.
            """),
        Praise = Lines("""
            {Hon} {nynnar när {hon} kommer hem från er|är pigg och pratsam de dagar {hon} varit på Solsidan}. Bättre betyg finns inte.
            Tack för alla kort ni tar. {Vi tittar på dem om kvällarna|Barnbarnen blir så glada}.
            Ni ser människan bakom sjukdomen, {det är inte alla som gör|tack för det}.
            Chauffören {följer med ända upp|skojar alltid med mig}. En fin karl.
            Gymnastiken har gjort att {hon} går utan rollator inomhus.
            Jag fick komma och {äta lunch|vara med en hel dag} {dag}, och jag blev så varm i hjärtat.
            """),
        Views = Lines("""
            Dagverksamhet är det som gör att folk kan bo hemma. Att skära där är dumsnålt.
            Jag tycker att anhöriga ska få vara med när aktiviteterna planeras.
            Det är bra innehåll men {dagen är för kort|för lång restid}.
            Bussen tar längre tid än själva besöket, det är väl inte meningen.
            Det borde finnas personal som talar de äldres modersmål.
            Lokalen är fräsch men känns {som ett väntrum|opersonlig}.
            """),
        Questions = Lines("""
            Hur ansöker man om dagverksamhet till {henne}?
            Har ni öppet {mellan jul och nyår|på klämdagar|i juli}?
            Vad ingår i avgiften, är {lunchen|resan} med?
            Kan {hon} få komma och {prova en dag|hälsa på} först?
            Finns det plats för någon som {är blind|talar finska|sitter i rullstol}?
            Vad gör ni om någon vägrar följa med bussen?
            """),
        Faults = Lines("""
            Rampen till bussen har fastnat i halvläge.
            Ytterdörren på Solsidan går inte att öppna inifrån utan att ta i.
            Hjärtstartaren i entrén blinkar rött.
            Det droppar från taket i {matsalen|korridoren} när det regnar.
            Staketet på baksidan har ett hål[, det är lätt att gå ut på vägen].
            Handtaget vid toaletten sitter löst.
            """),
        Measures = Lines("""
            Skjutsen är genomgången med {bussbolaget|entreprenören}: {chauffören lämnar alltid till en person|avvikelser rapporteras samma dag}.
            Gruppen är delad i två så att högst {tio|åtta} gäster är inne samtidigt.
            Kontaktbok är införd och följer med hem varje dag.
            Promenad ligger på schemat varje förmiddag.
            Kläder och hjälpmedel prickas av vid hemgång.
            Anhöriga får schema över stängda dagar ett halvår i förväg, och {avlastning erbjuds|ersättningsplats finns}.
            Beviljade dagar är återställda från och med {måndag|nästa vecka}.
            Läkemedelslista vid lunch signeras av två.
            """),
    };
}
