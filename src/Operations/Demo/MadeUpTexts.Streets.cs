namespace Gava.Operations.Demo;

internal static partial class MadeUpTexts
{
    private static Theme Streets() => new()
    {
        SuitsTheOld = true,
        Casts = [Cast.Self],
        Complaints = Lines("""
            Gropen i {gatan|asfalten} på {gata} är nu så {djup|stor} att {cykeln tar i|jag fick punktering|bilarna väjer ut i mötande körfält}.
            I vintras plogades {gångbanan|trottoaren} på {gata} {aldrig|först på eftermiddagen}. {Det gick inte att ta sig fram med rullator|Barnen fick gå mitt i gatan}.
            Belysningen längs {gång- och cykelvägen|stigen} vid {plats} har varit släckt {länge}.
            Papperskorgarna vid {plats} töms inte, {skräpet blåser runt|fåglarna drar ut allt}.
            Ni har fällt de gamla {lindarna|björkarna|lönnarna} vid {plats} utan att säga ett ord till oss som bor här.
            Bilarna kör {sjuttio|sextio|alldeles för fort} på {gata} fast det är trettio.
            Lekplatsen vid {plats} är {livsfarlig|i uselt skick}. {Gungan hänger i en kedja|Det sticker upp spik ur rutschkanan|Det ligger glas i sanden}.
            Häcken i korsningen {gata} och {tvärgata} skymmer all sikt.
            Plogen lämnade en vall på en meter framför {garaget|infarten|porten}. Sophämtningen {kom inte fram|hoppade över oss}.
            Sandupptagningen är inte gjord på {gata} fast det är {långt in på våren|snart sommar}.
            Elsparkcyklarna ligger {kors och tvärs|huller om buller} på trottoaren vid {plats}.
            Hundbajset vid {plats} är {en katastrof|värre än någonsin}. Det finns inte en enda påse.
            Råttor springer mellan buskarna vid {plats} {mitt på dagen|varje kväll}.
            Snön från {torget|parkeringen} tippades i {vår häck|lekparken}, och nu är {häcken|staketet} förstörd.
            Bygget på {gata} börjar före klockan sex på morgnarna.
            Parkeringen vid {plats} är full av bilar som aldrig flyttas. {En har stått med platta däck sedan i höstas|Vi som bor här får leta i en halvtimme}.
            Dagvattenbrunnen på {gata} är igensatt, så vid varje regn {står det en sjö utanför oss|rinner vattnet in i källaren}.
            Bänkarna vid {plats} är {trasiga|bortplockade}. Var ska en gammal människa vila?
            Gräset är inte klippt vid {plats} sedan {midsommar|skolavslutningen}, fästingarna trivs.
            Övergångsstället vid {skolan|förskolan} på {gata} är så utslitet att ingen stannar.
            Ungdomar kör mopedrace vid {plats} om nätterna och ingen gör något.
            Cykelbanan tar slut utan förvarning vid {gata}. Var tänkte ni att man skulle ta vägen?
            Gatan är uppgrävd för {tredje|andra} gången {i år|på ett år}. Kan ni inte gräva ner allt på en gång?
            Blåsmaskinerna håller på vid {plats} klockan {sex|halv sju} på morgonen.
            {Skylten|Vägmärket} på {gata} är vänd åt fel håll sedan {snöröjningen|{dag}}.
            Busskuren vid {plats} har inget glas kvar och {det regnar rakt in|skärvorna ligger kvar}.
            Jag ramlade på {isfläckarna|den trasiga plattan|rotvältan} vid {plats} och {bröt handleden|slog upp knät|stukade foten}.
            """),
        Details = Lines("""
            Jag bor på {gata} och går där {varje dag|morgon och kväll}.
            Alla grannar säger samma sak.
            Jag felanmälde det redan {för en månad sedan|i våras|förra veckan}.
            Det är skolväg för {massor av barn|mina barn}.
            På andra sidan {vägen|bron} ser det prydligt ut, så det går ju.
            Jag bifogar gärna en bild.
            Det blir bara sämre för varje månad.
            """),
        Consequences = Lines("""
            Det är bara en tidsfråga innan någon {skadas|blir påkörd}.
            Den som är synskadad har ingen chans.
            Man går en omväg på {tio minuter|en kvart} i stället.
            Det ser förslummat ut, och så blir det mer skräp.
            Min fru vågar inte gå ut när det är mörkt.
            Barnen får inte leka där längre.
            """),
        Wishes = Lines("""
            Kan någon komma ut och titta?
            Laga det nu, inte till hösten.
            Jag vill veta vem som ansvarar, kommunen eller Trafikverket.
            Sätt upp {farthinder|en papperskorg|en skylt} så är saken löst.
            När tänker ni göra något åt det?
            """),
        Simple = Lines("""
            Lampan på väg till affär är trasig. Mörkt, jag är rädd gå hem på kväll.
            Mitt barn ramlade på lekplats. Det var glas i sanden.
            Mycket is på väg i vinter. Jag med barnvagn kan inte gå.
            Bilar kör fort vid skola. Jag vill inte vänta tills något händer.
            Sopor ligger utanför huset och det luktar, många råttor.
            Ni klippte mina rosor. De var på min tomt.
            """),
        Suggestions = Lines("""
            Sätt {en bänk|ett par bänkar} längs {gata}, så orkar vi äldre gå till affären.
            Kan man få en {hundrastgård|utegymstation|skateramp} vid {plats}? {Ytan finns ju redan|Ungdomarna har inget}.
            Plantera {fruktträd|bärbuskar} i stället för prydnadsbuskar, då har alla glädje av det.
            Gör {gata} till cykelgata, {det är ändå mest cyklister|bilarna kan ta stora vägen}.
            Ett enkelt {farthinder|blinkande ljus} vid {plats} skulle göra skolvägen säkrare.
            Låt ängen vid {plats} stå oklippt till augusti. {Humlorna behöver den|Det är billigare också}.
            Sätt upp en {vattenkran|toalett} vid {plats} under sommaren.
            """),
        Praise = Lines("""
            Så fint det blivit vid {plats}! {Man blir glad av att gå förbi|Äntligen blommor}.
            Jag felanmälde en lampa {dag} och den var lagad {nästa dag|på eftermiddagen}. Strålande!
            Stort beröm till plogföraren på {gata}, {alltid tidigt ute|han väntade till och med på mig}.
            Tack för den nya lekplatsen, {våra barn vill inte gå hem|den är full varje dag}.
            Cykelvägen till stationen är {jättebra|precis vad som behövdes}.
            Sommargänget som rensade vid {plats} jobbade på {så svetten lackade|fast det spöregnade}. Heja dem!
            """),
        Views = Lines("""
            Det läggs alldeles för mycket på rondeller och för lite på trottoarer.
            Jag tycker att cyklister och gående ska ha var sin bana.
            Träden är stadens lungor. {Fäll inte i onödan|Ett nytt tar femtio år}.
            Att plogbilen väsnas är priset för att det är plogat, jag är nöjd.
            Kvarnby glöms bort, allting hamnar i centrum.
            Parkeringsavgiften slår mot dem som arbetar obekväma tider.
            """),
        Questions = Lines("""
            När ska {gata} asfalteras? {Det har sagts i flera år|Jag såg att ni mätte i våras}.
            Vem ansvarar för {häcken|diket|trappan} på {gata}?
            Får jag plantera blommor i trädgropen utanför porten?
            Planeras det någon ny lekplats i närheten av {plats}?
            Varför har papperskorgarna tagits bort vid {plats}?
            Hur söker man tillstånd för en {kvartersfest|loppis} på {gata}?
            """),
        Faults = Lines("""
            Gatlyktan vid {gata} {lyser inte|blinkar hela natten}.
            Stort hål i asfalten på {gata}, {ungefär en halvmeter brett|mitt i cykelbanan}.
            Ett träd har fallit över stigen vid {plats}.
            Brunnslocket på {gata} {skramlar|har flyttat sig}, det är farligt.
            Gungan på lekplatsen vid {plats} har lossnat i ena sidan.
            Papperskorgen vid {plats} är {full|omkullvält}.
            Klotter på {tunneln|muren|elskåpet} vid {plats}.
            Vattenläcka på {gata}, {det forsar|det rinner längs kanten}.
            """),
        Measures = Lines("""
            Hålet är lagat {provisoriskt, asfaltering är planerad till maj|och vägbanan är besiktigad}.
            Lampan är bytt och {hela sträckan är kontrollerad|kabelfelet är åtgärdat}.
            Lekplatsen är avspärrad, {trasig utrustning är bortforslad|reparation är beställd} och ny besiktning gjord.
            Plogrundan är omlagd så att {gångbanan tas före körbanan|skolvägen är klar till klockan sju}.
            Papperskorgen töms nu {tre gånger i veckan|varje vardag}, och en till är uppsatt.
            Häcken är beskuren och {fastighetsägaren har fått brev|sikten är uppmätt på plats}.
            Hastighetsmätning är gjord, och {farthinder är beställda|resultatet är skickat till polisen}.
            Brunnen är {spolad|rensad} och lagd på den löpande tillsynen.
            """),
    };
}
