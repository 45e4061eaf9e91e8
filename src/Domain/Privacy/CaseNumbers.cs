using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>
/// Numbers by which somebody keeps track of a person: customer, patient record, card, member, place in a queue. Diary numbers are public and stay.
/// Swedish makes such words freely ("könummer", "tjänstenummer", "hyresgästnr"), so every compound counts that is not known to number something else.
/// </summary>
internal static partial class CaseNumbers
{
    public static void Find(Passage passage, Claims claims)
    {
        foreach (Match match in Labelled().Matches(passage.Lower)) Claim(claims, match.Groups[1]);
        foreach (Match match in NotPersonal().Matches(passage.Lower))
        {
            var number = match.Groups[1];
            if (claims.IsFree(number.Index, number.Index + number.Length)) claims.SetAside(number.Index, number.Index + number.Length);
        }
    }

    /// <summary>What other engines have not taken, for a word may name a telephone too ("kontaktnummer").</summary>
    public static void FindCompounds(Passage passage, Claims claims)
    {
        foreach (Match match in Compound().Matches(passage.Lower))
            if (WordStart(passage.Lower, match.Index) is var start && match.Index - start > 1 && !OfOther().IsMatch(passage.Lower.AsSpan(start, match.Index - start + match.Length))) Claim(claims, match.Groups[1]);
    }

    private static int WordStart(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 31 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
        return start;
    }

    private static void Claim(Claims claims, Group number) =>
        claims.Add(number.Index, number.Index + number.Length, PersonalDataType.CaseNumber, "nummer som pekar ut en person");

    [GeneratedRegex(@"\b(?:(?:kund|journal|dossier|klient|lma|beteckning|beteckningss?|utrednings|kort|pat|personal|student|deltagar|låntagar|licens|användar|kontrakts|hyreskontrakts?|autogiro|anläggnings|inskrivnings|remiss|skade|medlems|medlemskorts|lånekorts?|bibliotekskorts?|elev|brukar|patient|klient|personakts?|akt|anställnings|pass|körkorts|legitimations|hyresgäst|abonnemangs|abonnent|avtals|försäkrings|färdtjänst(?:korts?)?|tillstånds|parkeringstillstånds|kontokorts|passerkorts|id|resekorts|stämpel|tjänste)[-. ]?(?:nummer|numret|nr|numer|id)|(?:parkeringstillstånd|färdtjänsttillstånd|pass|personakt|journal|legitimation|\p{L}{2,20}kort)(?:et|en)?(?: för \p{L}{1,30})?,? (?:(?:med|har|bär|är)(?: på)? )?(?:nr|nummer|numret|no)|(?:låne|lma-?|gym|seniorkorts?|biblioteks|bibl\.|medlems|färdtjänst|kund|passer|rese|buss|id-|patient|student|besöks|kö|\p{L}{3,15}s)kort(?:et)?(?=(?: är|:)? ?[a-z]{0,3} ?\d(?:[ -]?\d){3}))\b\.?" + Between + Number + ")")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?:nummer|numret|nr|-id)\b\.?" + Between + Number + ")")]
    private static partial Regex Compound();

    /// <summary>"Kundnummer hos er är: ".</summary>
    private const string Between = @"(?: (?:hos|för|på|i|till|vid) \p{L}{2,20}(?: \p{L}{2,20})?)?(?: är| var)?\s?[:|=(]?\s?(?:nr\.?\s?)?(";

    /// <summary>"20231-77", "T-00417", "200417-H", "2 1043 00187 552".</summary>
    private const string Number = @"[a-zåäö]{0,3}[- ]?\d[\da-z]*(?:[-/ ]\d[\da-z]*){0,5}(?:-[a-zåäö]{1,3}(?![\p{L}\d]))?";

    /// <summary>Compounds that number a thing, a place or a matter.</summary>
    [GeneratedRegex(@"^(?:kölapp|bokning|dnr|diarie|ärende|faktura|ocr|org|organisation|order|serie|artikel|k-|beställning|produkt|modell|version|typ|batch|parti|chassi|telefon|tele|tel|mobil|telefax|fax|riks|rikt|sms|växel|direkt|hem|jour|nöd|larm|post|hus|gat|port|dörr|rum|vånings?|lägenhets?|lght?|lgh|lght|plan|sid|kapitel|paragraf|rad|punkt|linje|buss|tåg|tur|spår|hållplats|avgångs?|flyg|väg|skylt|stolp|mät|gravplats|grav|grund|klass|årgångs?|tidning|nummer|ord|löp|versions?|referens|mål|beslut|upphandling|projekt|konto|bankgiro|plusgiro|postgiro|bg|pg|clearing|iban|swift|reg|registrering|fastighet|kvarter|tomt|parkering|p-|plats(?!-)|båtplats|zon|kanal|tv|tal|storleks?|skor?|vers|avsnitt|bilaga|bilage|dokument|handling|protokoll|enhets|kommun|läns|region|distrikt|ruta|kontroll|antals?|start(?!kort)|ljud|regel|person|pers|p|samordnings|födelse|reserv|medföljande|förenings|objekt|inventarie|kolli|sändnings?|paket|spårnings?|försändelse|anmälnings?|felanmälnings?|case|ticket|biljett|kvitto|verifikations?|check|följe|transaktions?|bok|isbn|bild|länk|wifi|bank|betalnings?|meddelande|sak|sändning|kod)")]
    private static partial Regex OfOther();

    [GeneratedRegex(@"\b(?:dnr|diarienr|diarienummer|diarienumret|ärendenr|ärendenummer|ärendenumret|fakturanr|fakturanummer|faktura|ocr|ocr-nummer|orgnr|org\.? ?nr|organisationsnummer|ordernummer|ordernr|serienummer|k-nummer)\b\.?(?: (?:är|nr))?\s?:?\s?((?:[a-zåäö]{1,5}[ -])?\d[\da-z]*(?:[-/:. ]\d[\da-z]*){0,4})")]
    private static partial Regex NotPersonal();
}
