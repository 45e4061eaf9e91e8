using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>Street with number, flat, postal code and town when they stand together. A street alone is a place, not an address.</summary>
internal static partial class Addresses
{
    private static readonly string[] FirmEndings = ["vägen", "gatan", "gata", "gränd", "gränden", "stigen", "allén", "esplanaden", "promenaden", "väg", "slingan", "kroken", "backen", "leden", "liden", "vretsväg", "stig", "esplanad", "promenad", "stråket", "gången", "gränn", "vegen", "vejen", "vägn", "vägenn", "gattan", "gatn", "gaatan", "gatann", "stign"];

    private static readonly string[] LooseEndings = ["torget", "torg", "plan", "kajen", "strand", "stranden", "ringen", "vången", "höjden", "backe", "allé", "hagen", "ängen", "parken", "lunden", "åsen", "bron", "svängen", "terrassen", "dalen", "berget", "holmen", "udden", "viken", "näset", "bacen", "gården", "gärdet", "hamnen", "platsen", "byn", "by", "gård", "backarna", "tunet", "kullen", "brinken", "brink", "bergen", "branten", "vreten", "tået", "sväng", "rundan", "slätten", "fältet", "vallen", "grinden", "kullarna", "höjd", "kulle", "ängarna", "skogen", "trappan", "tegen", "gläntan", "åkrarna", "bäcken", "dammen", "ravinen", "kanalen", "källan", "vagen", "vag", "grand", "granden"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AddressCues =
        Cues.Of("adress adressen postadress hemadress bor bodde bostad boende bosatt gatuadress besöksadress flyttat flyttade postnummer postnr lägenheten");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units =
        Cues.Of("kr kronor dagar dag år månader månad veckor timmar minuter min gånger ggr st stycken meter km m procent procent barn bilar personer hus lampor kl");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainWords =
        Cues.Of("cykelvägen gångvägen bilvägen skolvägen motorvägen landsvägen infartsvägen tvärgatan huvudgatan riksvägen länsväg riksväg motorväg cykelväg gångväg omvägen genomfartsvägen skogsvägen. backen parken ringen byn by plan torget hagen ängen platsen gården dalen stranden hamnen bron högplan bottenplan fotbollsplan fotbollsplanen lekplatsen badplatsen parkeringsplatsen busshållplatsen arbetsplatsen brandgården skolgården bakgården innergården förskolegården skidbacken pulkabacken dagsplatsen husby");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberWords =
        Cues.Of("ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo tjugoett tjugotvå tjugotre tjugofyra tjugofem tjugosex tjugosju tjugoåtta tjugonio trettio trettioett trettiotvå trettiotre trettiofyra trettiofem fyrtio femtio");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstParts =
        Cues.Of("stora lilla norra södra östra västra gamla nya övre nedre sankt sankta s:t s:ta st");

    /// <summary>"Stora" Vika, "Nedre" Slottsgatan: an ordinary word that is a part of the name of a place.</summary>
    public static bool IsFirstPart(Passage passage, int i) => FirstParts.Contains(passage.Word(i));

    public static void Find(Passage passage, Claims claims)
    {
        foreach (var match in HouseBeforeStreet().EnumerateMatches(passage.Lower)) claims.Add(match.Index, match.Index + match.Length, PersonalDataType.Address, "hus och gata");
        for (var i = 1; i < passage.Count; i++)
        {
            if (IsNumberWord(passage, i) && passage.IsNextTo(i) && passage.IsWord(i - 1) && IsFirmStreet(passage, i - 1)) ClaimStreet(passage, claims, i - 1, i);
            else if (IsNumberWord(passage, i) && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage.Word(i - 1) is "nr" or "nummer" && passage.IsNextTo(i - 1) && passage.IsWord(i - 2) && IsFirmStreet(passage, i - 2)) ClaimStreet(passage, claims, i - 2, i);
            if (!passage.IsNumber(i) || passage[i].Length > 5 || !claims.IsFree(passage[i].Start, passage[i].End)) continue;
            if (passage.IsNextTo(i) && IsShortenedStreet(passage, i - 2)) ClaimStreet(passage, claims, i - 2, i);
            else if (passage.IsWord(i - 1) && passage.IsNextTo(i) && IsStreetAndNumber(passage, i - 1, i)) ClaimStreet(passage, claims, i - 1, i);
            else if (passage.IsNextTo(i) && passage.IsWord(i - 1) && passage.Word(i - 1) is "nr" or "nummer" && passage.IsNextTo(i - 1) && passage.IsWord(i - 2) && IsStreetAndNumber(passage, i - 2, i)) ClaimStreet(passage, claims, i - 2, i);
            else if (passage[i].Length is 3 or 5 && FirstOfNamedPlace(passage, i) is var place and >= 0) ClaimPlace(passage, claims, place, i);
            else if (passage[i].Length is 3 or 5) ClaimPostal(passage, claims, i);
            if (passage.IsSign(i - 2, ',') && passage.IsWord(i - 3) && passage.IsWord(i - 1) && passage.Word(i - 1) is "nr" or "nummer" && passage.IsNextTo(i) && passage[i].Length <= 3 && IsFirmStreet(passage, i - 3)) claims.Add(passage[i - 3].Start, passage[i].End, PersonalDataType.Address, "gata och nummer");
            if (passage.IsWord(i - 1)) ClaimNumberBefore(passage, claims, i);
            if (passage.IsWord(i - 1) && passage.IsNextTo(i) && IsRuralPlace(passage, i - 1, i)) ClaimRural(passage, claims, i - 1, i);
        }
    }

    /// <summary>"nummer 12 på Storgatan": the number comes first. "bor i lgh 1203": the flat alone.</summary>
    private static void ClaimNumberBefore(Passage passage, Claims claims, int number)
    {
        var label = passage.Word(number - 1);
        if (label is "nr" or "nummer" or "port" or "uppgång" && passage.IsNextTo(number) && passage[number].Length <= 3 && passage.IsWord(number + 1) && passage.Word(number + 1) is "på" or "i" && passage.IsWord(number + 2) && IsFirmStreet(passage, number + 2))
            claims.Add(passage[number].Start, passage[number + 2].End, PersonalDataType.Address, "nummer och gata");
        else if (label is "lgh" or "lägenhet" && passage[number].Length == 4 && passage.Text[passage[number].Start] is '1' or '0' && passage.IsNextTo(number) && passage.HasBefore(passage[number - 1].Start, 4, AddressCues))
            claims.Add(passage[number - 1].Start, passage[number].End, PersonalDataType.Address, "lägenhetsnummer");
    }

    /// <summary>After these a number counts something, or is a day.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted =
        Cues.Of("kr kronor år dagar dag veckor vecka månader timmar minuter gånger ggr st stycken barn elever platser meter m mil km kilo procent personer familjer hus lägenheter jan feb mar apr jun jul aug sep okt nov dec januari februari mars april maj juni juli augusti september oktober november december gram liter grader poäng tr mg min mot till");

    /// <summary>
    /// "på Aspnäs 6", "från Norrbyn 12", "Nils-Ante Sarri, Nedre Soppero 47": a farm or village and its number, where no street is. It must be a place by the lists, by its ending, or no word at all,
    /// after a preposition of dwelling, a name or a first part.
    /// </summary>
    private static bool IsRuralPlace(Passage passage, int place, int number)
    {
        var token = passage[place];
        if (!token.IsCapitalised || passage.IsShouted || token.IsAllCaps || token.Length < 4 || token.StartsSentence || passage[number].Length > 3 || token.Is(Traits.Given | Traits.Ordinary | Traits.Role | Traits.Kin | Traits.Cue)) return false;
        var word = passage.Word(place);
        var hasFirst = passage.IsNextTo(place) && passage.IsWord(place - 1) && FirstParts.Contains(passage.Word(place - 1)) && passage[place - 1].IsCapitalised;
        if (IsInstitution(word) || !hasFirst && !token.Is(Traits.Place) && !UnknownWords.LooksLikePlace(word) && !word.EndsWith("bo") && (passage.IsOrdinary(place) || token.Is(Traits.AnyName))) return false;
        var end = AfterFlat(passage, AfterLetter(passage, number));
        if (IsCounted(passage, number, end) || passage.IsSign(end, '%') || passage.IsSign(end, '-') || passage.IsSign(end, '–') || passage.IsNumber(end)) return false;
        if (passage.IsNextTo(end) && passage.IsWord(end) && Counted.Contains(passage.Word(end))) return false;
        var before = hasFirst ? place - 2 : place - 1;
        if (passage.IsWord(before)) return passage.Word(before) is "på" or "från" or "utanför" or "bosatt" or "boende" or "nr" || passage.Word(before) is "i" or "vid" && passage.HasBefore(passage[before].Start, 3, AddressCues);
        return passage.IsSign(before, ',') && passage.IsWord(before - 1) && passage[before - 1].Is(Traits.AnyName) && passage[before - 1].IsCapitalised;
    }

    private static void ClaimRural(Passage passage, Claims claims, int place, int number)
    {
        var first = passage.IsNextTo(place) && passage.IsWord(place - 1) && FirstParts.Contains(passage.Word(place - 1)) && passage[place - 1].IsCapitalised ? place - 1 : place;
        claims.Add(passage[first].Start, EndOf(passage, AfterPostal(passage, AfterFlat(passage, AfterLetter(passage, number)))), PersonalDataType.Address, "gård eller by och nummer");
    }

    /// <summary>"Solgården 2" is a ward, no farm.</summary>
    private static bool IsInstitution(ReadOnlySpan<char> word) =>
        word.EndsWith("gården") || word.EndsWith("hemmet") || word.EndsWith("huset") || word.EndsWith("skolan") || word.EndsWith("boendet") || word.EndsWith("hallen") || word.EndsWith("badet") || word.EndsWith("arena") || word.EndsWith("centrum") || word.EndsWith("kyrkan") || word.EndsWith("vallen");

    private static void ClaimStreet(Passage passage, Claims claims, int street, int number)
    {
        var end = AfterFlat(passage, AfterLetter(passage, number));
        if (passage.Word(street) is not "box" && IsCounted(passage, number, end)) return;
        end = AfterPostal(passage, end);
        claims.Add(passage[FirstOfStreet(passage, street)].Start, EndOf(passage, end), PersonalDataType.Address, "gata och nummer");
        ClaimNextNumber(passage, claims, end);
    }

    /// <summary>"Torpet Solbacken, 155 91 Nykvarn": one to three capital words and a comma before a postal code; -1 when it is none.</summary>
    private static int FirstOfNamedPlace(Passage passage, int code)
    {
        if (!passage.IsSign(code - 1, ',') || !IsPostalCode(passage, code, out var town) || !passage.IsWord(town) || !passage[town].IsCapitalised || passage.IsShouted) return -1;
        var first = code - 1;
        if (passage.IsWord(first - 1) && passage.IsNextTo(first - 1) && passage.IsWord(first - 2) && passage[first - 2].IsCapitalised && passage.Word(first - 1) is "gård" or "torp" or "prästgård" or "säteri" or "kvarn" or "herrgård" or "stuga" or "by" or "nygård") first--;
        while (first > 0 && code - 1 - first < 3 && passage.IsWord(first - 1) && passage[first - 1].IsCapitalised && !passage[first - 1].Is(Traits.AnyName | Traits.Role | Traits.NotName) && passage.IsGlued(first) | passage.IsNextTo(first)) first--;
        return first < code - 1 && (first == 0 || !passage.IsWord(first - 1) || passage[first].StartsLine || !passage[first - 1].IsCapitalised) ? first : -1;
    }

    private static void ClaimPlace(Passage passage, Claims claims, int place, int code)
    {
        _ = IsPostalCode(passage, code, out var town);
        claims.Add(passage[place].Start, EndOf(passage, AfterTown(passage, town)), PersonalDataType.Address, "gård och postadress");
    }

    /// <summary>"Storgatan 33A och 33B": the second house.</summary>
    private static void ClaimNextNumber(Passage passage, Claims claims, int next)
    {
        if (!(passage.IsWord(next) && passage.Word(next) is "och" or "samt" or "eller") && !passage.IsSign(next, ',')) return;
        var number = next + 1;
        if (!passage.IsNumber(number) || !passage.IsNextTo(number) || passage[number].Length > 3) return;
        var end = AfterLetter(passage, number);
        if (end == number + 1 && !(passage.IsWord(next) && (end == passage.Count || !passage.IsWord(end) && !passage.IsGlued(end + 1)))) return;
        claims.Add(passage[number].Start, EndOf(passage, end), PersonalDataType.Address, "gata och nummer");
    }

    private static bool IsStreetAndNumber(Passage passage, int street, int number) =>
        (passage[number].Length <= 4 && (passage.Word(street) is "box" || IsStreet(passage, street) || IsSquare(passage, street))) || IsNamedPlace(passage, street, number);

    private static bool IsStreet(Passage passage, int street)
    {
        var word = passage.Word(street);
        if (PlainWords.Contains(word)) return word is "landsvägen" or "skolvägen" && passage.IsNextTo(street) && passage[street - 1].IsCapitalised;
        foreach (var ending in FirmEndings)
            if (word.EndsWith(ending) && (word.Length > ending.Length + 1 || HasFirstPart(passage, street))) return true;
        var isTold = passage.HasBefore(passage[street].Start, 3, AddressCues);
        if (!passage[street].IsCapitalised && !isTold) return false;
        // "kungsg 7".
        if (isTold && word.Length > 4 && word[^1] is 'g' or 'v' && passage[street].Traits == Traits.None && !passage.IsOrdinary(street)) return true;
        foreach (var ending in LooseEndings)
            if (word.EndsWith(ending) && (word.Length > ending.Length + 1 || HasFirstPart(passage, street))) return !passage[street].Is(Traits.Ordinary | Traits.Role);
        return false;
    }

    /// <summary>"Hallonv. 12", "Storg. 5".</summary>
    private static bool IsShortenedStreet(Passage passage, int street) =>
        passage.IsWord(street) && passage.IsSign(street + 1, '.') && passage.IsGlued(street + 1) && passage[street].IsCapitalised && passage[street].Length > 4
        && passage.Word(street)[^1] is 'v' or 'g' && !passage[street].Is(Traits.Ordinary | Traits.AnyName | Traits.Place);

    /// <summary>"stenhuggarvägen sju b": said, not written.</summary>
    private static bool IsNumberWord(Passage passage, int i) =>
        passage.IsWord(i) && passage[i].Length is > 1 and < 14 && NumberWords.Contains(passage.Word(i));

    private static bool IsFirmStreet(Passage passage, int street)
    {
        var word = passage.Word(street);
        if (PlainWords.Contains(word)) return false;
        foreach (var ending in (ReadOnlySpan<string>)["vägen", "gatan", "gränden", "stigen", "allén"])
            if (word.EndsWith(ending) && word.Length > ending.Length + 2) return true;
        return false;
    }

    private static bool IsSquare(Passage passage, int street) => passage[street].IsCapitalised && passage.Word(street) is "torget" or "stortorget";

    private static bool HasFirstPart(Passage passage, int street) =>
        passage.IsNextTo(street) && passage.IsWord(street - 1) && (FirstParts.Contains(passage.Word(street - 1)) || passage[street - 1].IsCapitalised && !passage[street - 1].StartsSentence && !passage.IsShouted && passage.Word(street) is "gränd" or "gata" or "väg" or "stig" or "backe" or "torg" || (passage[street - 1].IsCapitalised || passage.Word(street - 1)[^1] == 's') && !passage[street - 1].Is(Traits.Ordinary));

    /// <summary>A name without street ending is an address where an address is told, or where a postal code follows.</summary>
    private static bool IsNamedPlace(Passage passage, int street, int number)
    {
        if (!passage[street].IsCapitalised || passage[street].Is(Traits.Ordinary | Traits.Cue | Traits.Role) || passage[number].Length > 4) return false;
        var end = AfterFlat(passage, AfterLetter(passage, number));
        if (passage[street].Length < 3 && passage.Word(street) is not "pl") return false;
        return AfterPostal(passage, end) > end || (passage.HasBefore(passage[street].Start, 2, AddressCues) && !IsCounted(passage, number, end));
    }

    private static int FirstOfStreet(Passage passage, int street)
    {
        var first = street;
        if (IsSaint(passage, first)) return first - 3;
        if (IsVillage(passage, first)) return first - 1;
        if (passage.IsNextTo(first) && passage.IsWord(first - 1) && (FirstParts.Contains(passage.Word(first - 1)) || IsOwner(passage, street))) first--;
        if (first < street && passage.IsNextTo(first) && passage.IsWord(first - 1) && passage[first - 1].IsCapitalised && passage[first - 1].Is(Traits.AnyName) && !passage.IsShouted) first--;
        if (first < street && passage.IsNextTo(first) && passage.IsWord(first - 1) && passage[first - 1].IsCapitalised && FirstParts.Contains(passage.Word(first - 1))) first--;
        return first;
    }

    /// <summary>"Åsbo Nygård 4": the village before the farm.</summary>
    private static bool IsVillage(Passage passage, int street) =>
        passage.IsNextTo(street) && passage.IsWord(street - 1) && passage[street].IsCapitalised && passage[street - 1].IsCapitalised && !passage.IsShouted && !IsFirmStreet(passage, street)
        && !passage[street - 1].StartsSentence && !passage[street - 1].StartsLine && !passage[street - 1].Is(Traits.AnyName | Traits.Ordinary | Traits.Role | Traits.Kin | Traits.Cue);

    private static bool IsSaint(Passage passage, int street) =>
        passage.IsNextTo(street) && passage.IsWord(street - 1) && passage.Word(street - 1) is "t" or "ta" && passage.IsSign(street - 2, ':') && passage.IsWord(street - 3) && passage.Word(street - 3) is "s";

    /// <summary>"Karl Johans gata", "Lindens väg": the street's first words.</summary>
    private static bool IsOwner(Passage passage, int street) =>
        passage.Word(street) is "gata" or "väg" or "gränd" or "torg" or "plan" or "stig" or "backe" or "allé" or "gatan" or "vägen" && (!passage[street - 1].Is(Traits.Ordinary) || passage[street - 1].IsCapitalised && !passage[street - 1].StartsSentence && !passage[street - 1].Is(Traits.NotName) && !passage.IsShouted)
        || !passage[street].IsCapitalised && !passage.IsShouted && passage[street - 1].IsCapitalised && !passage[street - 1].StartsSentence | passage.Word(street - 1)[^1] == 's' && !passage[street - 1].Is(Traits.Ordinary | Traits.Cue | Traits.Role | Traits.Kin);

    /// <summary>The token after the number and its letter: "12B", "12 B", "12-14".</summary>
    private static int AfterLetter(Passage passage, int number)
    {
        var next = number + 1;
        if (passage.IsSign(next, '-') && passage.IsGlued(next) && passage.IsNumber(next + 1) && passage.IsGlued(next + 1)) next += 2;
        if (!passage.IsWord(next) || passage[next].Length != 1 || !passage.IsNextTo(next)) return next;
        var isLetter = char.IsAsciiLetter(passage.Text[passage[next].Start]);
        return isLetter && (passage.IsGlued(next) || passage[next].IsCapitalised || passage.Text[passage[next].Start] is >= 'a' and <= 'h') ? next + 1 : next;
    }

    /// <summary>", lgh 1102", " 2 tr", ", vån 3".</summary>
    private static int AfterFlat(Passage passage, int next)
    {
        for (var parts = 0; parts < 3; parts++)
        {
            var first = passage.IsSign(next, ',') ? next + 1 : next;
            if (passage.IsNextTo(first) && passage.IsWord(first) && IsFlatWord(passage.Word(first)))
            {
                next = first + 1;
                while ((passage.IsSign(next, '.') && passage.IsNumber(next + 1)) || passage.IsSign(next, ':')) next++;
                var isHouse = passage.Word(first) is "hus" or "rum" or "trapphus" or "ingång" or "uppgång" or "uppg" or "port" or "entré" or "ing" or "trappa";
                if (passage.IsNumber(next) && passage.IsNextTo(next)) next++;
                else if (isHouse && passage.IsWord(next) && passage.IsNextTo(next) && passage[next].Length == 1 && passage[next].IsCapitalised) next++;
                else if (isHouse && passage.Word(first) is "hus" or "rum") return first;
            }
            else if (passage.IsNextTo(first) && passage.IsNumber(first) && passage[first].Length <= 2 && passage.IsNextTo(first + 1) && passage.IsWord(first + 1) && passage.Word(first + 1) is "tr" or "trappor" or "trappa")
            {
                next = first + 2;
                while (passage.IsWord(next) && passage.IsNextTo(next) && passage[next].Length <= 2 && passage.Word(next) is "ö" or "u" or "g" or "h" or "v" or "ög" or "öh" or "ug" or "uh") next++;
            }
            else
            {
                break;
            }
        }

        return next;
    }

    private static bool IsFlatWord(ReadOnlySpan<char> word) =>
        word is "lgh" or "lägenhet" or "lgh-nr" or "lghnr" or "vån" or "våning" or "våningen" or "nb" or "bv" or "uppg" or "uppgång" or "port" or "lägenhetsnummer" or "ög" or "uh" or "trapphus" or "ingång" or "hus" or "rum" or "entré" or "portkod" or "portkoden" or "dörrkod" or "trappa" or "dörr";

    /// <summary>", 123 45 Nacka": the token after postal code and town, or the same token.</summary>
    private static int AfterPostal(Passage passage, int next)
    {
        var code = passage.IsSign(next, ',') || passage.IsSign(next, '.') || passage.IsSign(next, ';') ? next + 1 : next;
        if (passage.IsWord(code) && passage.Word(code) is "s" or "se" && passage.IsSign(code + 1, '-')) code += 2;
        if (code < passage.Count && passage.IsNumber(code) && IsPostalCode(passage, code, out var town)) return AfterTown(passage, town);
        var isTown = code > next && passage.IsWord(code) && passage.IsNextTo(code) && passage[code].IsCapitalised && passage[code].Is(Traits.Place) && !passage[code].Is(Traits.Given);
        return isTown && passage.IsSign(next, ',') ? code + 1 : next;
    }

    private static bool IsPostalCode(Passage passage, int code, out int town)
    {
        town = passage[code].Length == 5 ? code + 1 : code + 2;
        if (passage.Text[passage[code].Start] is '0') return false;
        if (passage[code].Length == 5) return true;
        return passage[code].Length == 3 && passage.IsNumber(code + 1) && passage[code + 1].Length == 2 && passage.IsNextTo(code + 1);
    }

    private static int AfterTown(Passage passage, int town)
    {
        var next = passage.IsSign(town, ',') ? town + 1 : town;
        if (!passage.IsWord(next) || (!passage[next].IsCapitalised && !passage[next].Is(Traits.Place)) || passage[next].StartsSentence) return passage.IsWord(town) && passage.IsNextTo(town) && passage[town].Is(Traits.Place) ? town + 1 : town;
        next++;
        if (passage.IsWord(next) && passage.IsNextTo(next) && passage[next].IsCapitalised && !passage.IsShouted && !passage[next].Is(Traits.Ordinary | Traits.Given)) next++;
        return next;
    }

    private static void ClaimPostal(Passage passage, Claims claims, int code)
    {
        if (!IsPostalCode(passage, code, out var town) || !passage.HasBefore(passage[code].Start, 3, AddressCues) && !(passage[code].Length == 3 && passage.IsWord(town) && passage.IsNextTo(town) && passage[town].IsCapitalised && passage[town].Is(Traits.Place) && !passage.IsShouted)) return;
        if (!passage.IsWord(town) || !passage[town].IsCapitalised)
        {
            if (passage.IsWord(code - 1) && passage.Word(code - 1) is "postnummer" or "postnr" or "postnumret") claims.Add(passage[code].Start, passage[town - 1].End, PersonalDataType.Address, "postnummer");
            return;
        }

        claims.Add(passage[code].Start, EndOf(passage, AfterTown(passage, town)), PersonalDataType.Address, "postadress");
    }

    private static bool IsCounted(Passage passage, int number, int next)
    {
        if (next == number + 1 && passage.IsNextTo(next) && passage.IsWord(next) && Units.Contains(passage.Word(next))) return true;
        return passage.IsSign(number + 1, ':') || ((passage.IsSign(number + 1, '.') || passage.IsSign(number + 1, '/')) && passage.IsGlued(number + 2) && passage.IsNumber(number + 2));
    }

    private static int EndOf(Passage passage, int next) => passage[next - 1].End;

    /// <summary>"hus 4, lgh 12, Lingonstigen": the house before the street.</summary>
    [GeneratedRegex(@"\b(?:(?:hus|port|uppgång|trapphus|lgh|lägenhet|ingång|trappa) (?:\d{1,4}[a-h]?|[a-h]),? (?:på |i )?){1,3}\p{L}{3,30}(?:vägen|gatan|stigen|gränden|allén|backen)(?: \d{1,3}(?!\d))?(?!\p{L})")]
    private static partial Regex HouseBeforeStreet();
}
