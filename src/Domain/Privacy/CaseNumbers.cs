using System.Buffers;
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
        var labels = LabelsNearNumbers(passage);
        foreach (var (_, start) in labels)
            if (Labelled().Match(passage.Lower, start) is { Success: true } match) Claim(claims, match.Groups[1]);
        ClaimNearNumbers(passage, claims, labels);
        ClaimCodes(passage, claims);
        foreach (var (_, start) in labels)
            if (passage.Lower.AsSpan(start).StartsWith("mål", StringComparison.Ordinal) && OfCourt().Match(passage.Lower, start) is { Success: true } match) Claim(claims, match.Groups["code"], "målnummer");
        foreach (Match match in Bracketed().Matches(passage.Lower))
            if (!OfDiary().IsMatch(match.Groups["code"].ValueSpan) && OfSomebody().IsMatch(passage.Lower.AsSpan(Math.Max(0, match.Index - 90), Math.Min(90, match.Index)))) Claim(claims, match.Groups["code"], "nummer inom parentes på någons ansökan eller ärende");
        foreach (Match match in NotPersonal().Matches(passage.Lower))
        {
            var number = match.Groups[1];
            if (claims.IsFree(number.Index, number.Index + number.Length)) claims.SetAside(number.Index, number.Index + number.Length);
        }
    }

    /// <summary>What every label holds; a word without is none, and need not be compared with them all.</summary>
    private static readonly SearchValues<string> LabelRoots = SearchValues.Create(
        [
            "nr", "num", "id", "kort", "akt", "kund", "klient", "journal", "dossi", "lma", "beteckning", "utredning", "pat", "person", "pers", "student", "deltag", "låntag", "låne", "licens", "användar", "kontr", "avt", "autogiro", "anl", "inskriv", "remiss", "skad", "medl", "bibl",
            "elev", "brukar", "anst", "anställn", "pass", "legitimation", "hyres", "abonn", "försäk", "färdtjänst", "tillstånd", "konto", "stämpel", "tj", "soc", "barn", "bistånd", "hemtjänst", "arrende", "kredit", "båtplats", "tolkbok", "sökande", "medgivande", "csn", "ssn",
            "boende", "kandidat", "ansök", "ärende", "ref", "bokn", "rese", "intag", "placering", "handlägg", "dnr", "diarie", "mål", "anmäl", "har", "no", "gym", "senior", "buss", "besök", "kö", "k-",
        ], StringComparison.Ordinal);

    /// <summary>Where a label may begin: words with something of a label in them, up to eight before a number, each once; after a hyphen in them too.</summary>
    private static List<(int Token, int Start)> LabelsNearNumbers(Passage passage)
    {
        List<(int Token, int Start)> labels = [];
        var done = 0;
        for (var number = 1; number < passage.Count; number++)
        {
            if (!passage.IsNumber(number)) continue;
            for (var i = Math.Max(done, number - 8); i < number; i++)
            {
                if (!passage.IsWord(i) || passage[i].Length is < 2 or > 60 || !passage.Word(i).ContainsAny(LabelRoots)) continue;
                labels.Add((i, passage[i].Start));
                for (var at = 1; at < passage[i].Length; at++)
                    if (passage.Lower[passage[i].Start + at - 1] == '-') labels.Add((i, passage[i].Start + at));
            }

            done = number;
        }

        return labels;
    }

    private static void ClaimNearNumbers(Passage passage, Claims claims, List<(int Token, int Start)> labels)
    {
        foreach (var (token, start) in labels)
        {
            if (start != passage[token].Start) continue;
            if (Held().Match(passage.Lower, start) is { Success: true } held && (held.ValueSpan.Contains("akt", StringComparison.Ordinal) || !WordAndYear().IsMatch(held.Groups["code"].ValueSpan) && !OfDiary().IsMatch(held.Groups["code"].ValueSpan))) Claim(claims, held.Groups["code"]);
            if (Matter().Match(passage.Lower, start) is { Success: true } matter) ClaimMatter(passage, claims, matter);
        }
    }

    /// <summary>
    /// The municipality's own diary is public. Another authority's number leads to somebody's matter there, and a number that has not the form of a diary
    /// ("SN 2026/123") comes from a register of people.
    /// </summary>
    private static void ClaimMatter(Passage passage, Claims claims, Match match)
    {
        var number = match.Groups["number"];
        if (Date().IsMatch(number.ValueSpan)) return;
        var digits = number.Value.Count(char.IsAsciiDigit);
        if (digits < 4) return;
        if (OtherAuthority().IsMatch(match.Groups["where"].ValueSpan) || IsOfAuthority(passage, number.Index, number.Index + number.Length))
            Claim(claims, number, "en annan myndighets nummer");
        else if (match.Groups["person"].Success && !OfDiary().IsMatch(number.ValueSpan))
            Claim(claims, number, "nummer på ett ärende, och ingen diariebeteckning");
    }

    /// <summary>"Länsstyrelsens beslut, dnr …" and "dnr … hos Försäkringskassan": in the same sentence.</summary>
    private static bool IsOfAuthority(Passage passage, int start, int end)
    {
        var first = passage.TokenAt(start);
        for (var i = first - 1; i >= 0 && i > first - 12; i--)
        {
            if (passage.IsWord(i) && OtherAuthority().IsMatch(passage.Word(i))) return true;
            if (passage[i].StartsSentence || passage[i].StartsLine) break;
        }

        var next = passage.TokenAt(end);
        return passage.IsWord(next) && passage.Word(next) is "hos" or "vid" or "från" && passage.IsWord(next + 1) && OtherAuthority().IsMatch(passage.Word(next + 1));
    }

    /// <summary>Words that may stand between what is numbered and its number.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Light =
        Cues.Of("är var har med som på hos er där eget egna enligt blev lyder");

    /// <summary>Words that say that a number comes.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbering = Cues.Of("nr nummer numret no id id-nummer id-nr");

    /// <summary>What may be numbered without being anybody's: also by their endings, as in "gatlampa" and "belysningsstolpen".</summary>
    private static readonly string[] NumberedThings =
    [
        "faktura", "fakturan", "räkning", "räkningen", "avi", "avin", "order", "ordern", "beställning", "beställningen", "artikel", "modell", "typ", "lampa", "lampan", "lykta", "lyktan", "lyse", "stolpe", "stolpen", "skåp", "skåpet", "armatur",
        "buss", "bussen", "vagn", "vagnen", "linje", "linjen", "tåg", "tåget", "hus", "huset", "port", "rum", "sal", "plats", "platsen", "hållplats", "sida", "punkt", "bilaga", "paragraf", "protokoll", "protokollet", "beslut", "beslutet",
        "felanm", "felanmälan", "anmälan", "polisanmälan", "anmäln", "bot", "boten", "böter", "container", "brunn", "brunnen", "mätare", "mätaren", "grav", "graven", "skylt", "skylten", "kanal", "spår", "lag", "kod", "koden", "låda", "lådan", "kärl", "kärlet", "kvitto", "kvittot", "biljett", "biljetten", "paket", "paketet", "bok", "boken",
        "pump", "pumpen", "station", "stationen", "skola", "skolan", "väg", "vägen", "gata", "gatan", "telefon", "mobil", "mobilen", "fax", "växel", "växeln", "konto", "kontot", "bankgiro", "plusgiro", "ocr", "org", "organisation", "reg", "dnr", "diarie", "bil", "bilen", "cykel", "cykeln", "aggregat", "aggregatet", "pärm", "mapp",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberedThingWords = NumberedThings.ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Numbers told by what they are and by their form, whatever the word: "trygghetslarm nr 40418", "hans eget id hos er är B-77104", "Hemvårdsärende HV-7718-24",
    /// "Medlemskort Coop 9752 0110 4432 871".
    /// </summary>
    private static void ClaimCodes(Passage passage, Claims claims)
    {
        for (var i = 1; i < passage.Count; i++)
        {
            if (!passage.IsNumber(i) || passage.IsGlued(i) && passage.IsNumber(i - 1)) continue;
            var (first, next) = CodeAround(passage, i);
            var (start, end) = (passage[first].Start, passage[next - 1].End);
            if (first > 0 && claims.IsFree(start, end) && WhyCode(passage, first, next) is { } why)
            {
                if (why.Length > 0) claims.Add(start, end, PersonalDataType.CaseNumber, why);
                else claims.SetAside(start, end);
            }

            i = next - 1;
        }

        ClaimAnotherOne(passage, claims);
    }

    /// <summary>The tokens of the code: glued letters, digits and light signs, and further groups of digits.</summary>
    private static (int First, int Next) CodeAround(Passage passage, int number)
    {
        var (first, next) = (number, number + 1);
        while (number - first < 4 && passage.IsGlued(first) && first > 0 && (passage.IsSign(first - 1, '-') || passage.IsSign(first - 1, '/') || passage.IsWord(first - 1) && passage[first - 1].Length < 7)) first--;
        while (first < number && passage[first].Kind == TokenKind.Sign) first++;
        while (next < passage.Count && next - first < 16)
        {
            var isTied = passage.IsGlued(next) && (IsTie(passage, next) && passage.IsGlued(next + 1) && (passage.IsNumber(next + 1) || passage.IsWord(next + 1) && passage[next + 1].Length < 4) || passage.IsNumber(next) || passage.IsWord(next) && passage[next].Length < 4);
            var isGroup = !passage.IsGlued(next) && passage.IsNumber(next) && passage.IsNextTo(next) && passage[next].Start == passage[next - 1].End + 1 && passage[next].Length is >= 2 and <= 6 && passage.IsNumber(next - 1);
            if (!isTied && !isGroup) break;
            next += isTied && passage[next].Kind == TokenKind.Sign ? 2 : 1;
        }

        return (first, next);
    }

    private static bool IsTie(Passage passage, int i) => passage.IsSign(i, '-') || passage.IsSign(i, '/') || passage.IsSign(i, '.') || passage.IsSign(i, ':');

    /// <summary>Null: nothing is known of it. Empty: it numbers a thing, and is no telephone either.</summary>
    private static string? WhyCode(Passage passage, int first, int next)
    {
        var code = passage.Lower.AsSpan(passage[first].Start, passage[next - 1].End - passage[first].Start);
        var digits = 0;
        foreach (var sign in code)
            if (char.IsAsciiDigit(sign)) digits++;
        if (digits < 4 || digits > 20 || Date().IsMatch(code) || code[0] == '0' && code[1] != '0' && digits > 6 || Digits.IsOtherNumber(passage, passage[first].Start, passage[next - 1].End)) return null;
        var noun = NumberedBefore(passage, first, out var isTold, out var isId);
        if (OfDiary().IsMatch(code)) return isTold && noun >= 0 && !isId ? "" : null;
        var hasLetters = passage.IsWord(first) && passage[first].Length < 5 && passage[first].IsCapitalised;
        if (isId) return "står efter 'id'";
        if (noun < 0) return null;
        var word = passage.Word(noun);
        if (isTold && IsNumberedThing(word)) return "";
        if (isTold && word.Length > 3 && (!passage[noun].Is(Traits.Common) || word.Length > 6) && !passage[noun].Is(Traits.NotName | Traits.AnyName | Traits.Role | Traits.Kin | Traits.Cue | Traits.Speech) && passage.IsOrdinary(noun)) return $"nummer på någons {word}";
        if (!isTold && IsBesideCode(passage, noun, first) && IsOwnCode(passage, noun, first, code)) return $"kod efter '{word}'";
        if (digits > 5 && (word.EndsWith("kort") || word.EndsWith("kortet"))) return "nummer på ett kort";
        if (hasLetters && (word.EndsWith("ärende") || word.EndsWith("ärendet") || word is "referens" or "referensen" or "ref" or "ansökan" or "akt" or "akten")) return $"kod efter '{word}'";
        return null;
    }

    private static bool IsBesideCode(Passage passage, int noun, int first) => noun == first - 1 && passage.IsNextTo(first) || noun == first - 2 && passage.IsSign(first - 1, ':');

    /// <summary>"Nyckelbricka 4417-2", "Köplats 20417", "Autogiromedgivande 6612-991": a noun that is no thing in the street, and a number that is neither year, amount nor law.</summary>
    private static bool IsOwnCode(Passage passage, int noun, int first, ReadOnlySpan<char> code)
    {
        var word = passage.Word(noun);
        if (passage[noun].Is(Traits.NotName | Traits.AnyName | Traits.Place | Traits.Role | Traits.Kin) || code.ContainsAny(':', '.')) return false;
        if (IsHeld(word) && !(code.Length < 6 && StartsWithYear().IsMatch(code))) return true;
        if (word.Length < 4 || IsNumberedThing(word) || StartsWithYear().IsMatch(code)) return false;
        return code.ContainsAny('-', '/') && !passage[noun].Is(Traits.Common) && !word.EndsWith("ärende") && !word.EndsWith("ärendet") && !word.EndsWith("en") && !word.EndsWith("na") && SwedishWords.Default.Knows(word) && !UnknownWords.LooksLikePlace(word);
    }

    /// <summary>What somebody carries or waits for.</summary>
    private static bool IsHeld(ReadOnlySpan<char> word)
    {
        foreach (var held in (ReadOnlySpan<string>)["bricka", "brickan", "nyckel", "nyckeln", "tagg", "taggen", "köplats", "köplatsen", "kön", "larm", "larmet", "medgivande", "medgivandet", "dosa", "dosan", "legitimation", "passerkort", "journal", "journalen", "dossier", "medlemskap", "medlemskapet", "tillstånd", "tillståndet", "körkort", "abonnemang", "abonnemanget"])
            if (word.EndsWith(held)) return true;
        return false;
    }

    /// <summary>"avtal från 2016".</summary>
    [GeneratedRegex(@"^\p{L}{2,} (?:19|20)\d\d$")]
    private static partial Regex WordAndYear();

    [GeneratedRegex(@"^(?:19|20)\d\d(?!\d)")]
    private static partial Regex StartsWithYear();

    /// <summary>The word for what is numbered, up to six words before in the same sentence, or -1.</summary>
    private static int NumberedBefore(Passage passage, int first, out bool isTold, out bool isId)
    {
        (isTold, isId) = (false, false);
        for (var i = first - 1; i >= 0 && i > first - 8; i--)
        {
            if (passage[i + 1].StartsSentence && !passage.IsSign(i, '.') || passage[i + 1].StartsLine) return -1;
            if (passage.IsSign(i, ':') || passage.IsSign(i, '(') || passage.IsSign(i, '=') || passage.IsSign(i, ',') && isTold || passage.IsSign(i, '.') && isTold | passage[i - 1 < 0 ? 0 : i - 1].Length < 6) continue;
            if (!passage.IsWord(i)) return -1;
            var word = passage.Word(i);
            if (Numbering.Contains(word))
            {
                isTold = true;
                isId |= word.StartsWith("id");
                if (isId) return i;
            }
            else if (!Light.Contains(word) && !(i > 0 && passage[i].IsCapitalised && passage.IsWord(i - 1) && passage.Word(i - 1).EndsWith("kort")))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNumberedThing(ReadOnlySpan<char> word)
    {
        if (NumberedThingWords.Contains(word)) return true;
        foreach (var thing in NumberedThings)
            if (thing.Length > 3 && word.EndsWith(thing)) return true;
        return false;
    }

    /// <summary>"Mitt klientnummer är 114.553, hans är 114.554": somebody's other one, of as many digits.</summary>
    private static void ClaimAnotherOne(Passage passage, Claims claims)
    {
        if (claims.Findings.Count == 0) return;
        foreach (var end in claims.Findings.Where(finding => finding.Type == PersonalDataType.CaseNumber).Select(finding => (finding.Start, finding.End)).ToList())
        {
            var i = passage.TokenAt(end.End);
            var after = i;
            while (after < passage.Count && after - i < 5 && !passage.IsNumber(after) && (passage.IsSign(after, ',') || passage.IsWord(after) && passage.Word(after) is "och" or "samt" or "hans" or "hennes" or "mitt" or "min" or "sonens" or "dotterns" or "mannens" or "fruns" or "är" or "har" or "deras" or "resp" or "respektive")) after++;
            if (after == i || !passage.IsNumber(after) || !passage.IsNextTo(after) || passage[after].StartsSentence) continue;
            var (first, next) = CodeAround(passage, after);
            if (passage[next - 1].End - passage[first].Start == end.End - end.Start) claims.Add(passage[first].Start, passage[next - 1].End, PersonalDataType.CaseNumber, "nummer i rad med ett annat");
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

    private static void Claim(Claims claims, Group number, string why = "nummer som pekar ut en person") =>
        claims.Add(number.Index, number.Index + number.Length, PersonalDataType.CaseNumber, why);

    [GeneratedRegex(@"\G(?:(?:kund|journal|dossier|klient|lma|beteckning|beteckningss?|utrednings|kort|pat|personal|student|deltagar|låntagar|licens|användar|kontrakts|hyreskontrakts?|autogiro|anläggnings|inskrivnings|remiss|skade|medlems|medlemskorts|lånekorts?|bibliotekskorts?|elev|brukar|patient|klient|personakts?|akt|anställnings|pass|körkorts|legitimations|hyresgäst|abonnemangs|abonnent|avtals|försäkrings|färdtjänst(?:korts?)?|tillstånds|parkeringstillstånds|kontokorts|passerkorts|id|resekorts|stämpel|tjänste)[-. ]?(?:nummer|numret|nr|numer|id)|(?:parkeringstillstånd|färdtjänsttillstånd|pass|personakt|journal|legitimation|\p{L}{2,20}kort)(?:et|en)?(?: för \p{L}{1,30})?,? (?:(?:med|har|bär|är)(?: på)? )?(?:nr|nummer|numret|no)|(?:låne|lma-?|gym|seniorkorts?|biblioteks|bibl\.|medlems|färdtjänst|kund|passer|rese|buss|id-|patient|student|besöks|kö|\p{L}{3,15}s)kort(?:et)?(?=(?: är|:)? ?[a-z]{0,3} ?\d(?:[ -]?\d){3}))\b\.?" + Between + Number + ")")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?:nummer|numret|nr|-id)\b\.?" + Between + Number + ")")]
    private static partial Regex Compound();

    /// <summary>What somebody has with a number straight after, four digits or more and no year: "kund 88 213", "akt 2231/19", "avtal B112-98", "anst.nr 60 117", "hyresid 0127-6".</summary>
    [GeneratedRegex(@"\G(?:(?:(?:person|personal|social|soc|barn|patient|bistånds|hemtjänst)?akt(?:en)?|(?:soc|pers)\.akt)(?: är| har| hos \p{L}{2,20})?(?:,? (?:nr|nummer|id)\.?)?[ :(]{1,3}" + NotDate + Code + @"|(?:kund|klient|abonnemang(?:et)?|abonnent|(?:hyres|arrende|kredit|låne|båtplats)?avtal(?:et)?|(?:hyres)?kontrakt(?:et)?|journal(?:en)?|medlem|försäkring(?:en)?|skada|skadeanmälan|skadeärende(?:t)?|dossier|remiss(?:en)?|autogiro|låntagare|deltagare|tolkbokning(?:en)?|sökande|patient|brukare|p-tillstånd(?:et)?|parkeringstillstånd(?:et)?|färdtjänst(?:en)?|medgivande(?:t)?)(?: hos \p{L}{2,20})?(?: är| har| med)?(?:,? (?:nr|nummer|id)\.?)?[ :(]{1,3}(?!(?:19|20)\d\d(?!\d)|0[1-9]\d{0,2}[- /]?\d)" + Code
        + @"|(?:kund|anst|anställn|medl|elev|pat|klient|csn|ssn|avt|försäkr|abonn|anl|tj|tjg|hyresg|kontr)[.-] ?(?:nr|no|id)\b\.?(?: är)?[ :(]{1,3}" + Code + @"|(?:sökande|hyres|hyresgäst|anläggnings|patient|person|elev|student|medlems|klient|kund|boende|brukar|användar|deltagar|kandidat|ansöknings|avtals|skade|ärende)-?id(?:et)?\b(?: är)?[ :(=]{1,3}" + Code + @"|\bhar (?:nr|nummer|id|id-nummer)\b\.?:? (?=[a-zåäö]{1,6}[- ]?\d{3})" + Code + ")")]
    private static partial Regex Held();

    private const string NotDate = @"(?!(?:19|20)?\d\d-\d\d-\d\d(?!\d)|(?:19|20)\d\d(?![\d/:-]))";

    /// <summary>At least four digits, whole, and no amount of money: "K-4471902", "2023-1189-b", "735 999 102 004".</summary>
    private const string Code = @"(?<code>(?=(?:[a-zåäö]{1,6}[-/ .]?)?\d(?:[-/. ]?[a-z]?\d){3})(?>(?:[a-zåäö]{1,6}[-/ .]?)?\d[\da-z]*(?:[-/.:][\da-z]+| \d[\da-z]*){0,6})(?! ?(?:kr|kronor|sek|kwh|euro|gånger|st|:-)\b))";

    /// <summary>"min ansökan om färdtjänst (FT-25-0173)".</summary>
    [GeneratedRegex(@"\((?:(?:nr|nummer|id|ref)\.? )?(?<code>[a-zåäö]{1,6}[-/ ]?\d(?:[-/]?\d){3,12})\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(?:min|mitt|mina|vår|vårt|hans|hennes|sonens|dotterns)\b[^.!?(]*\b(?:ansökan|ärende|anmälan|begäran|överklagande|överklagan|remiss|plats|akt)\b[^.!?(]*$")]
    private static partial Regex OfSomebody();

    /// <summary>"mål nr T 1182-24" (Domstolsverket's letters for kinds of cases). The police's number of a report ("5000-K1234-26") leads to no person outside the police.</summary>
    [GeneratedRegex(@"\Gmål(?:et|nr|nummer|numret)?(?:[.,]? (?:nr|nummer|med nummer))?\.?:? ?(?<code>(?:t|b|k|f|m|p|ö|ä|ft|äf|um|uf|pmt|pmb|öh)[ -]?\d{1,6}-\d\d)(?!\d)")]
    private static partial Regex OfCourt();

    /// <summary>A label for the number of a matter; only those that speak of somebody's own matter are taken without another authority beside them.</summary>
    [GeneratedRegex(@"\G(?:(?<person>\p{L}{0,20}ärende-?(?:nr|nummer|numret|id)|\p{L}{0,20}ärende(?:nr|nummer|numret)|\p{L}{0,20}ärende,? nr|(?:ref(?:erens)?-?(?:nr|nummer|numret|kod|koden)|ref\.? ?nr|referensen?|ref)|(?:ansöknings|utrednings|boknings|rese|intags|placerings|handläggnings)-?(?:nr|nummer|numret|id))|dnr|diarie-?(?:nr|nummer|numret|beteckning)|ärende(?:t)?|mål(?:et)?(?:nr|nummer)?|beteckning(?:en)?|anmälan|akt|ansökan|(?:nummer|numret|nr|id)(?![^\d\n]{0,30}0))\b\.?(?<where>(?: (?:hos|på|vid|från|till|i) \p{L}{2,30}(?: \p{L}{2,30})?)?)(?: (?:ska vara|är|var|där är|med|har|nr|nummer|med nr|har nr|med nummer)){0,2}\.?,?[ ]?[:(]?[ ]?(?<number>(?>(?:[a-zåäö]{1,4}[-/ .]?){0,2}\d[\da-z]*(?:[-/.:][\da-z]+| \d[\da-z]*){0,4}))")]
    private static partial Regex Matter();

    /// <summary>"SN 2026/123", "2025-00731", "MHN-2025-4".</summary>
    [GeneratedRegex(@"^(?:[a-zåäö]{1,6}[ .-]?)?(?:19|20)\d\d[-/:. ]{1,2}\d{1,7}$|^(?:19|20)\d{6,8}$")]
    private static partial Regex OfDiary();

    [GeneratedRegex(@"^(?:19|20)?\d\d-\d\d-\d\d$|^\d{1,2}[/.]\d{1,2}(?:[/. -]\d{2,4})?$|^(?:19|20)\d\d$")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?:^|[ ])(?:försäkringskassan|fk|migrationsverket|länsstyrelsen|jo|ivo|jk|do|csn|skatteverket|kronofogden|kronofogdemyndigheten|arbetsförmedlingen|\p{L}{3,12}srätten|kammarrätten|hovrätten|hyresnämnden|\p{L}{5,20}ombudsmannen|arbetsmiljöverket|patientnämnden|skolinspektionen|skolverket|lantmäteriet|transportstyrelsen|pensionsmyndigheten|socialstyrelsen|kriminalvården|åklagaren|\p{L}{3,20}myndigheten|familjerätten|konsumentverket|överförmyndaren|intrum|inkassobolaget|försäkringsbolaget|regionen)s?(?:$|[ ])")]
    private static partial Regex OtherAuthority();

    /// <summary>"Kundnummer hos er är: ".</summary>
    private const string Between = @"(?: (?:hos|för|på|i|till|vid) \p{L}{2,20}(?: \p{L}{2,20})?)?(?: är| var)?\s?[:|=(]?\s?(?:nr\.?\s?)?(";

    /// <summary>"20231-77", "T-00417", "200417-H", "2 1043 00187 552".</summary>
    private const string Number = @"[a-zåäö]{0,3}[- ]?\d[\da-z]*(?:[-/. ]\d[\da-z]*){0,5}(?:-[a-zåäö]{1,3}(?![\p{L}\d]))?";

    /// <summary>Compounds that number a thing, a place or a matter.</summary>
    [GeneratedRegex(@"^(?:kölapp|bokning|dnr|diarie|ärende|faktura|ocr|org|organisation|order|serie|artikel|k-|beställning|produkt|modell|version|typ|batch|parti|chassi|telefon|tele|tel|mobil|telefax|fax|riks|rikt|sms|växel|direkt|hem|jour|nöd|larm|post|hus|gat|port|dörr|rum|vånings?|lägenhets?|lght?|lgh|lght|plan|sid|kapitel|paragraf|rad|punkt|linje|buss|tåg|tur|spår|hållplats|avgångs?|flyg|väg|skylt|stolp|gravplats|grav|grund|klass|årgångs?|tidning|nummer|ord|löp|versions?|referens|mål|beslut|upphandling|projekt|konto|bankgiro|plusgiro|postgiro|bg|pg|clearing|iban|swift|reg|registrering|fastighet|kvarter|tomt|parkering|p-|plats(?!-)|båtplats|zon|kanal|tv|tal|storleks?|skor?|vers|avsnitt|bilaga|bilage|dokument|handling|protokoll|enhets|kommun|läns|region|distrikt|ruta|kontroll|antals?|start(?!kort)|ljud|regel|person|pers|p|samordnings|födelse|reserv|medföljande|förenings|inventarie|kolli|sändnings?|paket|spårnings?|försändelse|anmälnings?|felanmälnings?|case|ticket|biljett|kvitto|verifikations?|check|följe|transaktions?|bok|isbn|bild|länk|wifi|bank|betalnings?|meddelande|sak|sändning|kod)")]
    private static partial Regex OfOther();

    [GeneratedRegex(@"\b(?:dnr|diarienr|diarienummer|diarienumret|ärendenr|ärendenummer|ärendenumret|fakturanr|fakturanummer|faktura|ocr|ocr-nummer|orgnr|org\.? ?nr|organisationsnummer|ordernummer|ordernr|serienummer|k-nummer)\b\.?(?: (?:är|nr))?\s?:?\s?((?:[a-zåäö]{1,5}[ -])?\d[\da-z]*(?:[-/:. ]\d[\da-z]*){0,4})")]
    private static partial Regex NotPersonal();
}
