namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme MeetingPlace() => new()
    {
        Casts = [Cast.Self, Cast.Self, Cast.Self, Cast.Self, Cast.Him("min son"), Cast.Her("min dotter"), Cast.Her("min kompis"), Cast.Him("min bror")],
        Complaints = Lines("""
            Träffpunkten var stängd {dag} utan att det stod något {på dörren|på hemsidan}. {Jag hade åkt buss i fyrtio minuter|Vi stod sju stycken utanför}.
            Öppettiderna har kortats {igen|för tredje gången}, nu stänger ni {redan klockan tre|klockan två på fredagar}.
            Det är alltid samma {gäng|personer} som bestämmer vad som ska hända och nya {släpps inte in|känner sig utanför}.
            En av ledarna {höjde rösten åt|skällde ut} {henne} inför alla {dag}.
            Kaffet har gått från {fem|tio} till {femton|tjugo} kronor. För oss med sjukersättning är det skillnad.
            {Målargruppen|Skrivargruppen|Musikgruppen|Snickeriet} lades ner utan att någon frågade oss som går där.
            Det kom in en berusad man {dag} och personalen {låtsades inte se|gick och gömde sig på kontoret}.
            Personalen sitter {på kontoret|i möten} och är inte ute bland oss.
            Det är så {stökigt och högljutt|trångt} att den som är känslig för ljud {inte kan vara kvar|får gå hem}.
            Toaletten har varit {äcklig|utan papper|avstängd} {länge}.
            =Jag blev {avvisad|hemskickad} för att jag {inte stod på listan|kom tio minuter för sent}, fast det ska vara öppet för alla.
            Det stod om {träffen|utflykten} på Facebook men inte på anslagstavlan. Vi som inte har dator {missade alltihop|fick veta det efteråt}.
            Ett foto på {henne} lades ut {på Facebook|på er sida} utan att någon frågat.
            Lunchen har blivit {sämre|mindre} sedan ni bytte till {färdigmat|kylda lådor}.
            En praktikant {berättade för andra|pratade öppet} om varför {hon} går hos er.
            Datorerna går inte att använda. {Två är trasiga och den tredje saknar mus|De har varit trasiga sedan i våras}.
            Det får inte plats rullstolar {vid borden|i nya lokalen} efter ommöbleringen.
            Ni lovade {en helgöppning i månaden|musikkvällar|studiecirkel} på husmötet men det har inte blivit {något|av}.
            Husmötet är bara på låtsas. {Allt är redan bestämt|Det vi säger skrivs inte ens ner}.
            Den nya ledaren pratar till oss som om vi vore {barn|dagisbarn}.
            Någon har {tagit|stulit} {min} {jacka|plånbok|mobilladdare} i kapprummet och det finns inga skåp.
            Utflykten {dag} var fullsatt innan vi andra ens fått höra om den.
            Det röks precis utanför dörren så att röken går in.
            Det har varit {tre|fyra} inställda aktiviteter bara den här månaden.
            En besökare {hånar|trakasserar} {henne} och ingen i personalen ingriper.
            Ni har tagit bort {soffan|det tysta rummet|biljardbordet}, det enda stället där man kunde {vila|vara lite för sig själv}.
            """),
        Details = Lines("""
            =Jag har gått på Ankaret i {fyra|sju|elva} år.
            =Jag är inte ensam om att tycka så.
            =Vi pratade om det runt bordet och alla höll med.
            =Det är den enda platsen jag går till.
            Förr var det annorlunda, då {lagade vi mat ihop|fick man vara med och bestämma}.
            """),
        Consequences = Lines("""
            {Hon} har inte gått dit sedan dess.
            Då blir det att man sitter hemma i stället.
            Flera har {slutat komma|gått över till kyrkans kafé}.
            Det tar emot att gå in genom dörren nu.
            För den som är ensam är det {ett hårt slag|stor skillnad}.
            """),
        Wishes = Lines("""
            Sätt upp en lapp när det är stängt, svårare är det inte.
            Jag vill att ni frågar oss som går dit.
            Kan någon prata med {ledaren|personalen} om bemötandet?
            Öppna som förut, {snälla|är ni rara}.
            Jag vill veta vem som har bestämt det.
            """),
        Simple = Lines("""
            Jag går till Ankaret för prata svenska. Ibland det är stängt och ingen säger.
            En man där är inte snäll mot mig. Personal ser men gör inget.
            Kaffe är dyrt nu. Jag har lite pengar och kan inte dricka kaffe varje dag.
            Jag vill vara med på utflykt men de säger det är fullt. Alltid fullt för mig.
            Det är mycket ljud i rummet, jag får ont i huvudet och går hem.
            Jag förstår inte papper på vägg. Kan ni skriva enkelt?
            """),
        Suggestions = Lines("""
            Ha öppet {en söndag i månaden|någon kväll i veckan}, det är då ensamheten är värst.
            Kan vi få en {odlingsgrupp|schackhörna|bokcirkel|dataundervisning}? Jag kan hjälpa till att hålla i den.
            Sätt en lapp i porten när det är stängt så slipper folk åka dit i onödan.
            Jag tycker att man ska kunna {betala kaffet månadsvis|få frukost för en tia}.
            Ordna ett tyst rum för oss som inte orkar med så mycket ljud.
            Bjud in {någon från biblioteket|en budgetrådgivare|en musiker} ibland.
            """),
        Praise = Lines("""
            Ankaret är mitt andra hem. {Tack för att ni finns|Utan er hade jag inte klarat vintern}.
            Så {gott|trevligt} det var på {grillfesten|luciafikat|soppluncherna}! {Alla var glada|Det pratas om det än}.
            Er nya ledare ser alla, också den som sitter tyst i hörnet.
            Jag var nervös första gången men {blev mött med ett leende|någon bjöd på kaffe direkt}. Nu går jag dit {varje veckodag|tre gånger i veckan}.
            Musikgruppen har gett mig {självförtroendet|livslusten} tillbaka.
            Bra jobbat med den nya lokalen, {ljust och fint|den blev verkligen lyckad}.
            """),
        Views = Lines("""
            Det har blivit mycket {regler|lappar} och lite {gemenskap|glädje}.
            Jag tycker det är fel att spara in på det som håller folk friska.
            Träffpunkten borde ligga närmare {stationen|bussen}, det är långt att gå i snön.
            Blandningen av unga och gamla är {inte alltid lätt|bra, men det behövs något för var och en}.
            Det är synd att det bara är bingo och fika, vi är inte pensionärer allihop.
            Kommunen mäter hur många som kommer men inte hur man mår.
            """),
        Questions = Lines("""
            Vad har ni för öppettider under {sommaren|jul och nyår|påsken}?
            Behöver man ett beslut för att gå till Ankaret eller kan man bara komma?
            Kan jag ta med en {vän|kompis} som inte bor i kommunen?
            När börjar {målargruppen|gymmet|studiecirkeln} igen?
            Kostar utflykten till {ön|museet} något, och hur anmäler man sig?
            Finns det någon man kan prata med enskilt hos er?
            """),
        Faults = Lines("""
            Kaffemaskinen på träffpunkten läcker och det är halt framför disken.
            Dörröppnaren har gått sönder, {man får inte upp dörren från rullstol|den slår igen för fort}.
            Två lampor ovanför {trappan|entrén} är släckta.
            Handikapptoaletten på Ankaret går inte att låsa.
            Wifi fungerar inte sedan {dag}.
            Elementet i stora salen är kallt, vi sitter med jackorna på.
            """),
        Measures = Lines("""
            Öppettider och stängda dagar anslås nu {på dörren, hemsidan och i sms-listan|minst en vecka i förväg}.
            Ett tyst rum är inrett {bredvid kontoret|på övervåningen}.
            Husmötet för protokoll och nästa möte börjar med vad som hänt sedan sist.
            En i personalen är alltid ute i lokalen[, schemat är ändrat].
            Samtal är hållet med berörd {ledare|besökare} om {bemötande|trivselreglerna}.
            Bilden är borttagen och skriftligt samtycke krävs före varje publicering.
            Låsbara skåp är beställda till kapprummet.
            Platserna på utflykter fördelas genom lottning bland alla som anmält sig.
            """),
    };
}
