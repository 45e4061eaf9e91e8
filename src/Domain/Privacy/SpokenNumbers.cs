namespace Gava.Domain.Privacy;

/// <summary>Numbers in words, as speech recognition and telephone notes write them: "noll sju noll tre fyra fem sexton tjugotvå".</summary>
internal static class SpokenNumbers
{
    private static readonly string[] Ones = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"];

    private static readonly string[] Tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio", "tju", "tretti", "fyrti", "femti", "sexti", "sjutti", "åtti", "nitti"];

    /// <summary>How many digits each word says.</summary>
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> DigitsOf = Words().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IdentityCues =
        Cues.Of("personnummer personnumret personnr pnr samordningsnummer samordningsnumret född fött födelsenummer");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PhoneCues =
        Cues.Of("nummer numret telefon telefonnummer telefonnumret tel mobil mobilnummer ring ringa nå nås sms sök");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CaseCues =
        Cues.Of("kundnummer kundnumret kundnr medlemsnummer avtalsnummer abonnemangsnummer försäkringsnummer skadenummer anläggningsnummer journalnummer ärendenummer kortnummer");

    public static void Find(Passage passage, Claims claims)
    {
        for (var first = 0; first < passage.Count; first++)
        {
            if (!passage.IsWord(first) || !DigitsOf.TryGetValue(passage.Word(first), out var digits)) continue;
            var next = first + 1;
            for (; next < passage.Count; next++)
            {
                if (passage.IsWord(next) && DigitsOf.TryGetValue(passage.Word(next), out var more)) digits += more;
                else if (!(passage.IsSign(next, ',') || passage.IsSign(next, '-') || passage.IsWord(next) && passage.Word(next) is "streck" or "bindestreck" or "minus") || !passage.IsWord(next + 1) || !DigitsOf.ContainsKey(passage.Word(next + 1))) break;
            }

            if (next - first >= 3 && digits >= 4 && passage.HasBefore(passage[first].Start, 3, CaseCues)) claims.Add(passage[first].Start, passage[next - 1].End, PersonalDataType.CaseNumber, "nummer i ord som pekar ut en person");
            else if (next - first >= 4 && digits is >= 6 and <= 14) Claim(passage, claims, first, next, digits);
            first = next - 1;
        }
    }

    private static void Claim(Passage passage, Claims claims, int first, int next, int digits)
    {
        var (start, end) = (passage[first].Start, passage[next - 1].End);
        if (digits >= 6 && passage.HasBefore(start, 4, IdentityCues)) claims.Add(start, end, PersonalDataType.PersonNumber, "personnummer i ord");
        else if (digits >= 8 && passage.Word(first) is "noll") claims.Add(start, end, PersonalDataType.Phone, "telefonnummer i ord");
        else if (passage.HasBefore(start, 5, PhoneCues)) claims.Add(start, end, PersonalDataType.Phone, "telefonnummer i ord");
        else if (digits is 10 or 12 && next - first <= 8) claims.Add(start, end, PersonalDataType.PersonNumber, "personnummer i ord");
    }

    private static Dictionary<string, int> Words()
    {
        var words = new Dictionary<string, int> { ["en"] = 1, ["nolla"] = 1, ["nia"] = 1, ["sju"] = 1, ["aderton"] = 2 };
        for (var i = 0; i < Ones.Length; i++) words[Ones[i]] = i < 10 ? 1 : 2;
        foreach (var ten in Tens)
        {
            if (ten is not ("tju" or "tretti" or "fyrti" or "femti" or "sexti" or "sjutti" or "åtti" or "nitti")) words[ten] = 2;
            for (var i = 1; i < 10; i++) words[ten + Ones[i]] = 2;
            words[ten + "en"] = 2;
        }

        return words;
    }
}
