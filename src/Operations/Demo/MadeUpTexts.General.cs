namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme General() => new()
    {
        SuitsTheOld = true,
        Casts = [Cast.Self],
        Complaints = Lines("""
            Jag har {mejlat|skrivit till} kommunen {tre|fyra|fem} gånger {den här månaden|sedan i våras} och inte fått ett enda svar.
            Växeln kopplade mig {fyra|fem} gånger och till slut {bröts samtalet|hamnade jag där jag började}.
            Handläggaren lovade att ringa upp {dag}. Det ringde ingen.
            Jag begärde ut en handling för {tre|fyra|sex} veckor sedan. {Först var det semester, sen var det sjukdom|Ingen kan säga var den finns}.
            Blanketten på hemsidan går inte att {öppna|fylla i på mobilen}, och på telefon säger de att man ska använda hemsidan.
            Personen i receptionen {pratade i telefon med en vän|suckade högt} medan jag stod och väntade.
            Det tog {fem|sju|åtta} månader att få besked om {bygglov|färdtjänst|en parkeringsruta}.
            Ett brev som var till min granne hamnade hos mig[, med beslut och allt].
            Fakturan är fel för {tredje|andra} gången. {Jag ringer, ni rättar, nästa månad är det fel igen|Nu kom det en påminnelseavgift också}.
            Jag fick ett standardsvar som inte hade något med min fråga att göra.
            Medborgarkontoret var stängt {dag} mitt på dagen utan förklaring.
            Ni svarar inte på frågor om beslutet utan hänvisar {till en paragraf|till ännu en blankett}.
            Jag fick vänta {fyrtio|femtio|sjuttio} minuter i telefonkö för att få höra att {systemet låg nere|rätt person gått hem}.
            Tjänstemannen på mötet {dag} var {nonchalant|nedlåtande} och {avbröt oss|tittade i mobilen}.
            Informationen i brevet och den på hemsidan säger {olika saker|tvärtemot varandra}.
            Jag är döv, och det enda sätt ni erbjuder är att ringa.
            Ni flyttade mötet till en lokal med {trappa|två trappor} fast jag hade sagt att jag sitter i rullstol.
            Kallelsen kom {dagen efter|samma dag som} mötet.
            Tre avdelningar säger att det är någon annans ansvar. Under tiden händer ingenting.
            Det jag sa i förtroende kom ut till {min hyresvärd|min chef|grannarna}.
            Avgiften höjdes med {tolv|arton|tjugo} procent utan att någon informerade.
            Jag kan inte lämna in papper utan BankID, {det har jag inte|och det kan min man inte skaffa}.
            Samrådet {dag} var ett spel för galleriet. Allt var redan klart.
            Mina synpunkter från förra året finns inte ens registrerade.
            Tidsbokningen visar lediga tider, men när man kommer dit är det ingen där.
            Det är omöjligt att hitta rätt nummer på hemsidan. Man ska tydligen gissa vilken förvaltning det gäller.
            """),
        Details = Lines("""
            Jag har alla datum antecknade.
            Det är inte första gången.
            Jag har bott i kommunen i {tolv|tjugotvå|trettio|fyrtio} år.
            Den som till slut svarade var trevlig, men kunde inte göra något.
            Jag frågade två personer och fick två olika svar.
            Så här har det varit {länge}.
            """),
        Consequences = Lines("""
            Man tappar förtroendet för kommunen.
            Jag har förlorat {en halv arbetsdag|flera dagar} på det här.
            Det känns som att ingen bryr sig.
            Under tiden tickar {avgifterna|dröjsmålsräntan}.
            Man undrar vad skatten går till.
            """),
        Wishes = Lines("""
            Jag vill ha ett riktigt svar av en riktig människa.
            Tala om vem som ansvarar.
            Jag vill att någon ringer upp mig.
            Gör om och gör rätt.
            Hur tänker ni se till att det inte händer igen?
            """),
        Simple = Lines("""
            Jag ringer kommun, de säger tryck ett, tryck två. Jag förstår inte och ingen människa svarar.
            Jag fick brev men jag kan inte läsa så mycket svenska. Jag gick dit, de sa gå hem och boka tid.
            Hon i kassan var inte snäll mot mig. Hon pratade högt som jag är dum.
            Jag väntar på svar {två|tre|fyra} månader. Varje gång de säger snart.
            Jag har inte BankID. Utan BankID man är ingenting.
            Räkning kom två gånger. Jag har betalat redan, jag har papper.
            """),
        Suggestions = Lines("""
            Ha öppet {en kväll i veckan|på lördagar} på medborgarkontoret.
            Skriv ut namn på den som svarar, så slipper man börja om varje gång.
            Gör en karta på hemsidan där man ser vad som är anmält och {vad som händer|när det blir klart}.
            Skicka en bekräftelse när man skrivit till er. {Nu vet man aldrig om det kommit fram|Det räcker med ett sms}.
            Ha {en minnesskog|ett fixarkafé|gratis cykelpumpar} i kommunen, det finns i andra städer.
            Översätt de viktigaste sidorna till {finska och arabiska|engelska|lätt svenska}.
            """),
        Praise = Lines("""
            Så trevligt bemötande jag fick i {växeln|receptionen} {dag}! {Det gjorde min dag|Den personen borde få löneförhöjning}.
            Snabbt svar, tydligt skrivet och problemet löst. Tack!
            Ni har blivit mycket bättre på att svara, det ska sägas.
            Jag vill tacka {den unga kvinna|han} som hjälpte mig med {blanketten|datorn} på medborgarkontoret.
            Bra information om {sophämtningen|ombyggnaden|valet} i brevlådan.
            Jag trodde att det skulle ta månader, men det var klart på {en vecka|tre dagar}.
            """),
        Views = Lines("""
            Kommunen borde lägga pengarna på {skola och omsorg|äldre} i stället för på {konsulter|reklam}.
            Jag tycker att det är fel att allt ska skötas digitalt.
            Det är skönt att bo här, men {bussarna går för sällan|ytterområdena glöms bort}.
            Politikerna syns bara när det är val.
            Språket i kommunens brev är hopplöst krångligt.
            Att lägga ner {biblioteksfilialen|simhallen|postombudet} vore ett stort misstag.
            """),
        Questions = Lines("""
            Vem ansvarar för {vägen in till oss|bryggan|den gamla skolan}?
            Hur lämnar man ett medborgarförslag?
            Vilka öppettider gäller {under sommaren|på skärtorsdagen|i mellandagarna}?
            Var hittar jag {protokollet|handlingarna} från senaste nämndmötet?
            Hur lång tid brukar det ta att få svar?
            Kan man lämna synpunkter utan att tala om vem man är?
            """),
        Faults = Lines("""
            Söksidan på hemsidan visar bara fel.
            Det går inte att skicka kontaktformuläret[, det står att fältet är tomt fast det inte är det].
            Dörren till kommunhuset går inte upp med knappen.
            Klockan på {rådhuset|torget} har stannat.
            Numret som står på ert brev är inte i bruk.
            Skylten vid infarten till {Almvik|Kvarnby} ligger i diket.
            """),
        Measures = Lines("""
            Rutinen för återkoppling är ändrad: {bekräftelse inom två dagar|ansvarig handläggare anges alltid}.
            Fakturan är {rättad|makulerad} och påminnelseavgiften är struken.
            Texten på hemsidan är {rättad|omskriven} och kontrollerad av {verksamheten|en läsgrupp}.
            Bemötandet är taget upp i gruppen.
            Begärda handlingar är lämnade ut.
            Telefonnumren är uppdaterade {på hemsidan och i breven|i växeln}.
            Ansvaret är klarlagt mellan {enheterna|förvaltningarna} och nedskrivet.
            Möteslokaler kontrolleras nu för tillgänglighet före kallelse.
            """),
    };
}
