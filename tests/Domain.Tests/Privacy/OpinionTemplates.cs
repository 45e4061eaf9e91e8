using System.Text;
using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>Sentences with room for names, to train the second opinion: *F is a given name, *L a surname. Half of the names get a slip of the pen, so that no list has them.</summary>
internal static class OpinionTemplates
{
    private const int Times = 12;

    private static readonly string[] Sentences =
    [
        "*F ringde i går och var ledsen. Hon väntar fortfarande på besked.",
        "Jag pratade med *F i receptionen, men *F visste ingenting om saken.",
        "Vår granne *F *L har klagat flera gånger på ljudet från fläkten.",
        "Enligt *F på förvaltningen skulle det vara klart före jul.",
        "*F har fått fel medicin två gånger. Sköterskan *F skyller på rutinen.",
        "När *F kom hem stod dörren öppen och ingen hade sett *F på hela dagen.",
        "Hälsningar *F",
        "Med vänlig hälsning\n*F *L",
        "*F och *F går i samma klass. Det är *F som blir slagen.",
        "Det var *F, *F och *F som såg vad som hände.",
        "Personalen är bra, särskilt *F. Hon ser alltid till att maten är varm.",
        "Jag frågade *F om hon kunde hjälpa mig. *F sa nej.",
        "Min bror *F bor på boendet. *F trivs inte där längre.",
        "Kan *F ringa mig? Jag nås efter klockan fyra.",
        "*L svarar aldrig i telefon. Jag har ringt *L sju gånger.",
        "Tack *F för att du tog dig tid!",
        "*F:s rullstol är sönder sedan i mars.",
        "*Fs rum städas inte. *Fs kläder försvinner i tvätten.",
        "Rapport: *F vägrade duscha. *F åt bra. Insulin gavs av *F.",
        "Barnen *F och *F får inte plats på förskolan i höst.",
        "Hej, *F här igen. Har ni hittat cykeln?",
        "*F på fritids är jättebra med barnen.",
        "Hon jobbar med *F. De två, *F och *L, har delat på ansvaret.",
        "Chefen heter *F *L och hon lovade återkomma.",
        "vi träffade *F vid grinden och *F sa att det var stängt",
        "jag o *F blev utkastade från badet av *F",
        "min syster *F fick ingen hjälp och *F grät hela natten",
        "det var *F som körde bussen, fråga *F om du inte tror mig",
        "hej det är *F, jag har glömt min väska hos *F",
        "kan ni säga till *F att lämna tillbaka nyckeln",
        "*f ringde igår o sa att *f inte kommer",
        "jag har pratat med *f och *f *l på kontoret",
        "hej jag heter *f *l och min son *f går i trean",
        "*f och *f slåss varje rast och ingen gör nåt",
        "min granne *f spelar musik, jag har sagt till *f flera gånger",
        "mvh *f",
        "JAG HAR RINGT *U FLERA GÅNGER OCH INGEN SVARAR",
        "MIN MAN *U FICK INGEN MAT I GÅR. *U *V LOVADE ATT RINGA",
        "*U OCH *U SKÖTER SNÖRÖJNINGEN BRA, TACK",
        // No names, or other capital words than names.
        "Hyvlingen av Storgatan blev dålig. Plogbilen kom först på onsdagen och Grusningen uteblev.",
        "Vi köpte en Fabia och en Corolla. Min Prius är äldre men Hybriden går bra.",
        "Barnen äter Kexchoklad och dricker Festis. Köket serverar Lasagne och Falukorv.",
        "I Hällefors och Grythyttan finns det bättre vägar än i Norrboda.",
        "Hemtjänsten ringde. Kommunen svarade. Nämnden sa nej och Förvaltningen teg.",
        "Appen Skolplattan fungerar inte och Vklass är nere. Jag har Android.",
        "Boendet Solgläntan och avdelning Blåsippan har samma kök. Björkbacken är bättre.",
        "Mamma fick Alvedon och Kalcipos men inte Eliquis. Läkaren skrev ut Furix.",
        "Jag handlade på Ica och Willys. Sedan åkte vi till Biltema och Rusta.",
        "Bussen till Sörby går aldrig. Tåget från Vretstorp är sent. Västtrafik ljuger.",
        "Lekplatsen vid Tallbacken behöver gungor. Parken Lunden är full av skräp.",
        "På Midsommar var det stängt. Efter Allhelgona blir det mörkt. Kring Lucia spelar kören.",
        "Tolken talade Dari och Somaliska. Barnen läser Franska och Samhällskunskap.",
        "Vinterväghållningen är urusel! Plogningen börjar för sent. Sandningen glömdes.",
        "ÅTERVINNINGEN ÄR FULL. CONTAINERN LUKTAR. NÄR TÖMS DEN? JAG BETALAR SKATT",
        "åker du bussen till norrboda blir du sittande, chauffören ville inte släppa av",
        "Synpunkt gällande belysningen. Lamporna lyser dygnet runt. Åtgärda snarast.",
        "Enligt Plan- och bygglagen krävs samråd. Länsstyrelsen och Boverket säger samma sak.",
        "Hundrastgården Ludde är sliten. Katten Misse är borta. Tuppen Stalin gal.",
        "Vi såg Hamlet på teatern och läste Röda rummet. Bion visar Frost.",
        "Restaurang Neptun och kaféet Viola har stängt. Pizzerian Milano är öppen.",
        "Nuvarande avtal gäller. Undertecknat protokoll bifogas. Aktuell taxa saknas.",
        "ni måste salta mer, igår halkade tre personer och sanden var slut",
        "Trivs bra men maten är kall. Duschen läcker. Larmet piper. Vaktbolaget kom sent.",
    ];

    /// <summary>The sentences with names; the same each time.</summary>
    public static IEnumerable<Annotated> Texts()
    {
        string[] given = [.. Known(Traits.Given)];
        string[] surnames = [.. Known(Traits.Surname)];
        var chance = new Random(20260424);
        for (var time = 0; time < Times; time++)
            foreach (var sentence in Sentences)
            {
                if (sentence.Contains('*', StringComparison.Ordinal)) yield return Fill(sentence, given, surnames, chance);
                else if (time == 0) yield return new Annotated("template", sentence, []);
            }
    }

    private static Annotated Fill(string sentence, string[] given, string[] surnames, Random chance)
    {
        StringBuilder text = new();
        List<Span> spans = [];
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] != '*')
            {
                text.Append(sentence[i]);
                continue;
            }

            var kind = sentence[++i];
            var name = kind is 'L' or 'V' or 'l' ? surnames[chance.Next(surnames.Length)] : given[chance.Next(given.Length)];
            if (chance.Next(2) == 0) name = Slip(name, chance);
            name = kind is 'U' or 'V' ? name.ToUpperInvariant() : kind is 'f' or 'l' ? name : char.ToUpperInvariant(name[0]) + name[1..];
            spans.Add(new Span(text.Length, text.Length + name.Length, "PERSON"));
            text.Append(name);
        }

        return new Annotated("template", text.ToString(), [.. spans]);
    }

    /// <summary>One or two letters otherwise, so that no list has it.</summary>
    private static string Slip(string name, Random chance)
    {
        for (var slips = 0; slips < 2; slips++)
        {
            var at = chance.Next(1, name.Length);
            var letter = "aeiournlsktmv"[chance.Next(13)];
            name = chance.Next(2) == 0 ? name.Insert(at, letter.ToString()) : name[..at] + letter + name[(at + 1)..];
        }

        return name;
    }

    private static IEnumerable<string> Known(Traits traits) =>
        OpinionTrainer.Lines(traits == Traits.Given ? "given" : "surnames").Where(name => name.Length > 3 && name.All(char.IsLetter) && (Lexicon.Default.Of(name) & (Traits.Ambiguous | Traits.Ordinary | Traits.Place)) == Traits.None);
}
