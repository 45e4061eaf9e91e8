using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>Numbers by which somebody keeps track of a person: customer, patient record, card, member. Diary numbers are public and stay.</summary>
internal static partial class CaseNumbers
{
    public static void Find(Passage passage, Claims claims)
    {
        foreach (Match match in Labelled().Matches(passage.Lower))
        {
            var number = match.Groups[1];
            claims.Add(number.Index, number.Index + number.Length, PersonalDataType.CaseNumber, "nummer som pekar ut en person");
        }

        foreach (Match match in NotPersonal().Matches(passage.Lower))
        {
            var number = match.Groups[1];
            if (claims.IsFree(number.Index, number.Index + number.Length)) claims.SetAside(number.Index, number.Index + number.Length);
        }
    }

    [GeneratedRegex(@"\b(?:(?:kund|journal|dossier|klient|lma|beteckning|beteckningss?|utrednings|kort|pat|personal|student|deltagar|låntagar|licens|användar|kontrakts|hyreskontrakts?|autogiro|anläggnings|inskrivnings|remiss|skade|medlems|medlemskorts|lånekorts?|bibliotekskorts?|elev|brukar|patient|klient|personakts?|akt|anställnings|pass|körkorts|legitimations|hyresgäst|abonnemangs|abonnent|avtals|försäkrings|färdtjänst(?:korts?)?|tillstånds|parkeringstillstånds|kontokorts|passerkorts|id|resekorts|stämpel)[-. ]?(?:nummer|numret|nr|numer|id)|(?:parkeringstillstånd|färdtjänsttillstånd|lånekort|bibliotekskort|körkort|pass|medlemskort|färdtjänstkort|kundkort|personakt|journal)(?:et|en)?(?: för \p{L}{1,30})?,? (?:med )?(?:nr|nummer|no)|(?:låne|lma-?|gym|seniorkorts?|biblioteks|bibl\.|medlems|färdtjänst|kund|passer|rese|buss|id-)kort(?:et)?(?=(?: är|:)? ?[a-z]{0,3} ?\d(?:[ -]?\d){3}))\b\.?(?: (?:är|hos er är|hos er))?\s?[:|]?\s?(?:nr\.?\s?)?([a-zåäö]{0,3}[- ]?\d[\da-z]*(?:[-/ ]\d[\da-z]*){0,5})")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\b(?:dnr|diarienr|diarienummer|diarienumret|ärendenr|ärendenummer|ärendenumret|fakturanr|fakturanummer|faktura|ocr|ocr-nummer|orgnr|org\.? ?nr|organisationsnummer|ordernummer|ordernr|serienummer|k-nummer)\b\.?(?: (?:är|nr))?\s?:?\s?((?:[a-zåäö]{1,5}[ -])?\d[\da-z]*(?:[-/:. ]\d[\da-z]*){0,4})")]
    private static partial Regex NotPersonal();
}
