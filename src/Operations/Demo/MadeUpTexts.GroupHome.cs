namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme GroupHome() => new()
    {
        Casts =
        [
            Cast.Self, Cast.Him("min son"), Cast.Him("min son"), Cast.Her("min dotter"), Cast.Her("min dotter"),
            Cast.Him("min bror"), Cast.Her("min syster"), Cast.Him("min huvudman"), Cast.Her("min huvudman"),
        ],
        Complaints = Lines("""
            {Hon} fick inte {duscha|tvätta håret} på {fem dagar|över en vecka} för att det {var för lite folk|saknades personal}.
            När jag kom på besök {dag} satt {hon} ensam på rummet och personalen {satt i köket med dörren stängd|fikade på kontoret}.
            Medicinen gavs {två timmar för sent|dubbelt|i fel dos} {dag}[ och ingen ringde mig].
            Det är {bråk och skrik|hög musik} från rummet intill {varje natt|till långt efter midnatt}. {Hon} sover nästan inget.
            {Mina} kläder {försvinner i tvätten|kommer tillbaka i fel storlek|blandas ihop med andras}. Senast var det {en ny tröja|två par byxor|vinterjackan}.
            Utflykten till {badet|marknaden|djurparken} ställdes in för {andra|tredje} gången. {Hon} hade längtat i {veckor|en månad}.
            {Min} {kontaktperson|stödperson} byttes ut utan att {hon} fick säga ett ord om det.
            På helgerna finns det {en enda personal på sex boende|bara vikarier} och ingen kommer ut.
            Ingen berättade att {hon} hade {ramlat i badrummet|haft ett epilepsianfall|varit på akuten}. Jag fick veta det {två dagar senare|av en granne|när jag ringde}.
            Maten är {halvfabrikat och mackor|korv och makaroner} {kväll efter kväll|så gott som varje dag}, fast {hon} har {diabetes|svårt att hålla vikten}.
            En i personalen sa åt {henne} att {hålla tyst|gå in på sitt rum|inte tjata} inför de andra. Jag {hörde det själv|stod bredvid}.
            {Fickpengarna|Pengarna i kassan} stämmer inte. Det saknas {140|220|300|450} kronor och det finns inget kvitto.
            Personalen går in på rummet utan att knacka.
            Läkartiden {dag} missades för att ingen {läst i kalendern|beställt färdtjänst}.
            Det luktar {urin|avlopp} i hallen och {golvet är kladdigt|det har inte städats på länge}.
            {Hon} har fått veta att {hon} måste {lägga sig klockan åtta|äta på rummet} för att det passar personalens schema.
            Rullstolen har varit {trasig|utan fungerande broms} {länge} och ingen har {ringt hjälpmedelscentralen|tagit tag i det}.
            =Det sitter lappar om de boende uppe i köket där vem som helst kan läsa.
            Telefonen till gemensamhetsutrymmet är avstängd, så jag kan inte nå {henne}. {Personalen säger att det inte är deras sak|Ingen har kunnat förklara varför}.
            En annan boende har {slagit|knuffat|tagit saker från} {henne} flera gånger och det enda som händer är att det skrivs en rapport.
            Vi hade bestämt ett möte {dag} klockan {kl} men chefen {dök inte upp|hade dubbelbokat sig}.
            {Hon} har gått ned {sex|åtta|nio} kilo sedan {hon} flyttade in, och ingen verkar ha märkt det.
            Aktiviteterna på schemat är bara på papper. I verkligheten {blir det teve|händer ingenting}.
            Nattpersonalen {sover|sitter med hörlurar} och {hon} får ropa länge innan någon kommer.
            Jag fick ett sms om {henne} som var menat till någon annan personal. Där stod saker som {gjorde mig ledsen|inte ska skickas så}.
            Det har varit {tre|fyra} olika chefer på {ett år|två år}. Ingen vet vad som har sagts förut.
            Badrumsdörren går inte att låsa, så {hon} {vågar inte duscha|har ingen fred}.
            """),
        Details = Lines("""
            @{Hon} kan inte själv säga ifrån.
            Det här har pågått {länge}.
            Det står tydligt i planen hur det ska vara.
            Den ordinarie dagpersonalen gör så gott de kan.
            @Jag har bilder om ni vill se.
            Det var {en lördag|en söndag|en kväll} och bara vikarier i tjänst.
            Samma sak hände {förra månaden|i vintras}.
            """),
        Consequences = Lines("""
            {Hon} {vill inte vara hemma längre|gråter när det är dags att åka tillbaka|har blivit utåtagerande}.
            @Vi som står nära är {oroliga|förtvivlade|slut}.
            {Hon} har börjat {gömma saker|vägra äta|skada sig} och så var det inte förut.
            @Man vågar ju inte {åka bort en vecka|släppa taget} när det är så här.
            Det är {ett hem|någons hem}, inte en institution.
            """),
        Wishes = Lines("""
            Jag vill ha en skriftlig förklaring[ till vad som hände].
            Jag vill att det görs en riktig avvikelse på det.
            @Vi önskar ett möte med {chefen|enhetschefen|ansvarig chef} så snart det går.
            @Ring mig när något händer, det är allt jag begär.
            Sätt in mer personal på {helgerna|kvällarna}.
            """),
        Simple = Lines("""
            Min {son|dotter|bror} bor hos er. Personal svarar inte telefon, jag ringa {tre|fyra} gånger varje dag.
            Jag bor på Linden. Han i rummet bredvid skriker och jag kan inte sova.
            Mat är inte bra. Jag äter inte gris, jag har sagt många gånger men får ändå.
            Jag får inte gå ut när jag vill. De säger ingen tid, ingen tid.
            Mina kläder är borta från tvätt. Jag frågar personal, ingen vet.
            Min {syster|son} ramlade och ni inte ringde till mig. Jag är familj, jag vill veta.
            """),
        Suggestions = Lines("""
            Låt de boende vara med och {bestämma maten en dag i veckan|välja film på fredagar|intervjua ny personal}.
            Kan man ordna ett {anhörigmöte|kaffe för anhöriga} {en gång per termin|varje vår och höst}?
            En tavla med foton på vem som jobbar i dag skulle hjälpa {henne} {mycket|enormt}.
            Det vore roligt med {en odlingslåda|ett par höns|en grillplats} på gården.
            Skriv en kort {veckorapport|hälsning} till oss anhöriga, det räcker med tre rader.
            Byt tiden för {middagen|kvällsmaten} till klockan sex, halv fem är för tidigt för vuxna människor.
            """),
        Praise = Lines("""
            Jag vill berömma nattpersonalen som {satt hos|tog så väl hand om} {henne} {dag}.
            Så fint ni ordnade med {födelsedagen|julbordet|resan till havet}. {Hon} pratar fortfarande om det.
            {Hon} har blivit som en ny människa sedan {hon} flyttade till er.
            Tack för att ni alltid {ringer och berättar|har kaffe på när man kommer|tar er tid}. Det betyder mycket[ för oss anhöriga].
            Den nya kontaktpersonen är {guld värd|lugn och klok}. {Hon} {skrattar igen|har börjat måla igen}.
            Det märks att ni tycker om era jobb. {Fortsätt så|Hoppas kommunen är rädd om er}!
            """),
        Views = Lines("""
            Gruppboendet har blivit mer som ett sjukhus än ett hem, med {pärmar och scheman|handsprit och listor} överallt.
            Jag tycker att sex boende är för många för en personal på kvällen.
            Anhöriga {behandlas som besvärliga|glöms bort} så fort man har en åsikt.
            Det är bra att det finns regler, men de borde kunna böjas när någon fyller år.
            Hyran har gått upp {två gånger|med flera hundra kronor} utan att något blivit bättre.
            Min uppfattning är att utbildad personal borde vara ett krav[, inte en önskan].
            """),
        Questions = Lines("""
            Vilka besökstider gäller? Jag får olika svar {varje gång|beroende på vem jag frågar}.
            Får {hon} ha {katt|en egen kyl|wifi på rummet} hos er?
            Vem sköter {mina} pengar när god man är bortrest?
            Hur många ska det vara i personalen en vanlig {veckodag}?
            Hur lång är kön till en plats på Linden?
            @Måste man meddela i förväg om man vill ta med {henne} hem över en helg?
            """),
        Faults = Lines("""
            Hissen på gruppboendet står still sedan {dag}[, och flera sitter i rullstol].
            Larmknappen i {mitt} rum {ger ingen signal|blinkar rött hela tiden}.
            Spisvakten i gemensamma köket stänger av efter två minuter.
            Det är {fjorton|femton|sexton} grader i {mitt} rum, elementet är iskallt.
            Ytterdörren går inte i lås av sig själv. {Vem som helst kan gå in|I natt stod den öppen}.
            Tvättmaskinen läcker och det står vatten på golvet.
            """),
        Measures = Lines("""
            Avvikelse är skriven och utredd[ enligt lex Sarah-rutinen]. {Resultatet är återkopplat till den anhöriga|Åtgärderna är införda}.
            Bemanningen på helgkvällar är förstärkt med en person.
            Läkemedelshanteringen är genomgången med {sjuksköterskan|all personal}, dubbelkontroll är införd.
            Ny rutin: anhörig rings samma dag vid {fall och skada|varje händelse som påverkar hälsan}.
            Kläderna är uppmärkta och {tvätten sköts rum för rum|ersättning är utbetald för det som försvann}.
            Kassan är räknad av två personer och {felet är rättat|saknat belopp är återbetalt}.
            Boråd är infört {var fjortonde dag|en gång i månaden}, där de boende planerar mat och utflykter.
            Låset är {lagat|bytt} och {brandskyddet är kontrollerat|alla boende har fått egen nyckel}.
            """),
    };
}
