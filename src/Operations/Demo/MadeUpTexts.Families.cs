namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme Families() => new()
    {
        Casts = [Cast.Him("min son", born: 2009), Cast.Him("min son", born: 2009), Cast.Her("min dotter", born: 2009), Cast.Her("min dotter", born: 2009), Cast.Him("vår son", born: 2009), Cast.Her("vår dotter", born: 2009)],
        Complaints = Lines("""
            Vi har haft {fyra|fem|tre} olika handläggare på {ett år|åtta månader} och får berätta allt från början för {henne} varje gång.
            Handläggaren {svarar inte i telefon|ringer inte tillbaka} fast jag lämnat meddelande {fem|sex|sju|fyra} gånger om {henne}.
            Utredningen om {henne} skulle vara klar på fyra månader. Nu har det gått {sex|sju|åtta}.
            I utredningen står det saker som jag aldrig har sagt. Det står {att jag är aggressiv|fel skola|fel datum|att vi har separerat}.
            Mötet {dag} ställdes in {en kvart innan|samma morgon}. Jag hade tagit ledigt utan lön.
            Umgänget med {henne} ställs in gång på gång för att det saknas {umgängesstöd|lokal|personal}.
            Socialsekreteraren {himlade med ögonen|avbröt mig|tittade på klockan} när jag försökte förklara hur {hon} har det.
            Ni har pratat med {skolan|BUP|mormor} om {henne} utan att jag fått veta det.
            Ett brev med {våra|känsliga} uppgifter skickades till {fel adress|mitt gamla hem|pappans adress}.
            {Hon} fick inte komma till tals. De satt {en kvart|tio minuter} med {henne} och skrev sedan en hel sida.
            Familjehemmet fick veta om flytten {samma dag|dagen innan}. {Hon} fick packa i {plastkassar|en sopsäck}.
            Jag gjorde en orosanmälan för {tre|fyra|sex} veckor sedan och ingen har hört av sig.
            Kontaktfamiljen som vi blev beviljade finns inte. Vi har väntat i {fem|sju|nio} månader.
            Tolken som var med {dag} {översatte inte allt|talade fel dialekt|kände vår familj}.
            Handläggaren lovade {ett brev|ett beslut|protokollet} {förra veckan|före månadsskiftet}, men det har inte kommit något.
            Jag känner mig misstänkt i stället för hjälpt. Allt jag säger vänds emot mig.
            Beslutet kom utan {motivering|besvärshänvisning} och är skrivet så att ingen vanlig människa förstår.
            Pappan får all information men inte jag, fast vi har gemensam vårdnad.
            Ni kom hem till oss oanmälda {dag} när {grannarna|hela trappan} stod och tittade på.
            Stödet i hemmet avslutades {efter tre gånger|från en dag till en annan} trots att {hon} fortfarande inte går till skolan.
            Jag blev tillsagd att {ta det lugnt|inte överdriva} när jag berättade vad {hon} varit med om.
            Jag har begärt ut {journalen|akten} {två gånger|för en månad sedan} och får bara svaret att det tar tid.
            Socialtjänsten och skolan skyller på varandra, och {hon} sitter hemma.
            På jourens telefon sa de att jag skulle {ringa på måndag|avvakta}. Det var fredag kväll och {hon} hade rymt.
            Mötet hölls klockan {åtta|tio} en vardag fast de vet att jag arbetar skift.
            I väntrummet satt {hon} bredvid {pappan|någon som skrek} i {tjugo|fyrtio} minuter. Hur tänkte ni där?
            """),
        Details = Lines("""
            {Hon} är {sju|nio|elva|tretton|fjorton} år.
            Jag har sparat alla mejl.
            Det är inte första gången.
            Min man var med på mötet och kan intyga det.
            Skolan har sett samma sak.
            Det står i lagen att barnet ska höras.
            Den förra handläggaren var bra, det blev fel efter bytet.
            """),
        Consequences = Lines("""
            {Hon} {sover inte|har slutat prata med oss|frågar varje kväll vad som ska hända}.
            Jag har blivit sjukskriven av oron.
            Vi har tappat tron på att någon vill hjälpa oss.
            Under tiden går {min} skolgång förlorad.
            Det är {hon} som får betala för det.
            """),
        Wishes = Lines("""
            Jag vill ha en annan handläggare.
            Jag vill att felen i utredningen rättas.
            Ge oss ett datum och håll det.
            Jag vill träffa en chef, inte ännu en ny handläggare.
            Jag vill ha svar skriftligt.
            """),
        Simple = Lines("""
            Socialen säger mitt barn mår inte bra hos mig. Det är inte sant. Ingen frågar mig.
            Jag har möte med tolk men tolk kom inte. Då vi fick gå hem igen.
            Min dotter bor i annan familj. Jag får inte träffa henne på {två|tre} månader, varför?
            Handläggare slutade. Ny handläggare säger jag vet inget om er.
            Jag får brev på svår svenska. Jag förstår inte vad jag ska göra och jag är rädd.
            Ni kom till skolan och pratade med min son. Jag visste inte, jag blev mycket rädd.
            """),
        Suggestions = Lines("""
            Ha mötestider {efter klockan fyra|någon kväll i veckan}, alla kan inte gå från jobbet.
            Ett enkelt papper som visar stegen i en utredning skulle {minska oron|hjälpa många familjer}.
            Gör ett eget väntrum för barn, med {leksaker och lugn|dörr som går att stänga}.
            Skriv en kort sammanfattning till barnet självt, på barnets språk.
            Ni borde ha en reserv när handläggaren är sjuk, så att det inte bara står still.
            Skicka påminnelse med sms dagen före möte.
            """),
        Praise = Lines("""
            Vår handläggare lyssnade på riktigt och {höll vad hon lovade|ringde upp samma dag}. Tack!
            Jag var livrädd för soc, men ni har {räddat vår familj|varit mänskliga hela vägen}.
            Föräldrakursen i våras var {toppenbra|det bästa vi gjort}. {Hon} är som ett annat barn nu.
            Familjebehandlaren {skällde aldrig|fick oss att skratta mitt i eländet}. Vi är tacksamma.
            Tack för att ni tog vår oro på allvar {dag}.
            Det var fint att {hon} fick {rita i stället för att prata|ha sin nalle med på mötet}. Små saker gör stor skillnad.
            """),
        Views = Lines("""
            Det pratas mycket om barnets bästa men väldigt lite med barnet.
            Jag tycker att stödet kommer för sent[. När det väl kommer är det kris].
            Handläggarna har alldeles för många ärenden, det syns på dem.
            Pappor och mammor behandlas olika. {Det borde någon titta på|Så är det bara}.
            Språket i breven skrämmer mer än det hjälper.
            En orosanmälan borde få ett svar, även om det bara är att ni har läst den.
            """),
        Questions = Lines("""
            Hur begär jag ut akten om {henne}?
            Hur länge får en utredning pågå?
            Får ni prata med {henne} i skolan utan att vi föräldrar är med?
            Kan man byta handläggare, och vem bestämmer det?
            Vad händer efter en orosanmälan? {Jag gjorde en för två veckor sedan|Får den som anmäler veta något}?
            Finns det någon {föräldragrupp|kurs} som börjar snart?
            """),
        Faults = Lines("""
            Formuläret för orosanmälan på hemsidan går inte att skicka, det {står bara och snurrar|säger att sidan inte finns}.
            Porttelefonen till familjerättens ingång är trasig.
            Numret till mottagningen kopplar till {fel avdelning|en fastighetsfirma}.
            Videolänken till mötet {dag} fungerade inte[. Vi satt och väntade i en halvtimme].
            Det går inte att öppna bilagan i brevet från er.
            Lampan i besöksrummet blinkar, {hon} har epilepsi.
            """),
        Measures = Lines("""
            Ny handläggare är utsedd och har {ringt familjen|bokat ett första möte}.
            Uppgifterna i utredningen är rättade och den enskildes synpunkter är tillförda akten.
            Uppföljningsmöte är hållet med {familjen|föräldrarna}, {plan och datum är skriftligt bekräftade|barnet deltog en del av tiden}.
            Händelsen med det felskickade brevet är anmäld som {personuppgiftsincident|avvikelse} och rutinen för adresskontroll är skärpt.
            Umgänget är återupptaget med {fast umgängesstöd|ny lokal och fasta tider}.
            Auktoriserad tolk är bokad till {alla kommande möten|nästa möte}.
            Gruppen har gått igenom hur barn ska få komma till tals.
            Begärd handling är lämnad ut efter sekretessprövning.
            """),
    };
}
