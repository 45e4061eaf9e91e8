namespace Gava.Domain.Privacy;

/// <summary>
/// Words that no list of names has. In the middle of a Swedish sentence only names have a capital, so a word that is no ordinary word, no compound of such,
/// no place and no thing is somebody's name; first in a sentence, where every word has a capital, the words after must say so too.
/// </summary>
internal static class UnknownWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlacePrepositions =
        Cues.Of("i på vid mellan genom förbi kring runt via utanför nära längs över in ute uppe nere norr söder öster väster bortanför innanför ovanför nedanför inne framför bakom intill te");

    /// <summary>After these stands the name of a thing: an app, a school, a firm, a medicine, a dog.</summary>
    private static readonly string[] Things =
    [
        "appen", "appar", "systemet", "programmet", "tjänsten", "plattformen", "portalen", "sidan", "sajten", "webbplatsen", "bolaget", "företaget", "firman", "entreprenören", "leverantören", "kedjan", "butiken", "affären", "restaurang", "restaurangen", "krogen",
        "caféet", "kaféet", "café", "kafé", "hotell", "hotellet", "pizzeria", "pizzerian", "förskolan", "förskola", "skolan", "skola", "gymnasiet", "friskolan", "avdelning", "avdelningen", "gruppen", "boendet", "äldreboendet", "gruppboendet", "gruppbostaden", "servicehuset", "hemmet", "gården", "vårdcentralen", "mottagningen", "kliniken",
        "hållplats", "hållplatsen", "station", "stationen", "trafikplats", "rondellen", "kvarteret", "området", "stadsdelen", "byn", "villa", "villan", "torpet", "ön", "sjön", "parken", "badet", "stranden", "kyrkan", "församlingen", "moskén", "föreningen", "förening", "klubben", "laget", "stiftelsen", "förbundet", "partiet", "nätverket", "kampanjen", "projektet", "märket", "märke", "modellen", "modell",
        "tidningen", "boken", "filmen", "serien", "spelet", "medicinen", "läkemedlet", "tabletten", "vaccinet", "båten", "fartyget", "tåget", "bussen", "linje", "hunden", "katten", "hästen", "tiken", "valpen", "kattungen", "rasen", "arten", "växten", "sorten", "brf", "if", "ik", "ab", "hb", "av/på", "lex", "mässan", "festivalen", "loppet", "teatern", "biografen", "galleriet", "museet", "lokalen", "salen", "rummet", "mötesrummet", "huset", "kallad", "begreppet", "ordet", "blanketten", "e-tjänsten", "region", "kommunen", "kommun", "staden", "köpcentret", "gallerian", "galleria", "lekplatsen", "campingen", "golfklubben",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ThingWords = Things.ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] PlaceEndings =
    [
        "by", "sta", "stad", "torp", "arp", "köping", "ås", "åsen", "vik", "viken", "hamn", "holm", "holmen", "boda", "hult", "sjö", "sjön", "fors", "dal", "dalen", "borg", "näs", "näset", "sund", "sundet", "ryd", "red", "löv", "inge", "land", "landa", "lösa", "tuna", "åker",
        "strand", "ön", "älv", "älven", "haga", "hagen", "heden", "backa", "backen", "kulla", "kullen", "åsa", "skär", "fjärden", "fjället", "träsk", "hyttan", "bruk", "mossen", "berget", "udden", "lunden", "ängen", "ängarna", "parken", "vallen", "vången", "höjden", "liden", "gärdet", "skogen", "mark", "bäcken",
        "plan", "plats", "platsen", "torg", "torget", "vägen", "väg", "gatan", "gata", "stigen", "gränd", "leden", "bron", "skolan", "skola", "gården", "gård", "hemmet", "huset", "kyrkan", "badet", "hallen", "centrum", "city", "arena", "gymnasiet", "rondellen", "mo", "rum", "röd", "måla", "böle", "sele", "lax", "landet", "kommun", "enheten", "verket", "kontoret", "tjänst", "bygg", "data", "konsult", "service", "system", "group", "media", "tech", "soft", "app", "shop", "park",
    ];

    /// <summary>A verb or phrase after a word that begins a sentence tells that it is somebody.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Acting =
        Cues.Of("är var har hade ska skall skulle kan kunde vill ville fick får gick går kom kommer blev blir bor bodde jobbar jobbade arbetar arbetade sa sade säger ringde ringer svarar svarade svarat lovade lovar skrev skriver påstår påstod hävdar berättade berättar tycker tyckte tror trodde slutade ljuger ljög skäller skällde skriker skrek glömde glömmer hjälpte hjälper vägrar vägrade menar menade undrar undrade mejlade mailade mejlar kör körde gråter grät vinkade skrattade sov sover tog tar hör hörde vet visste ser såg måste behöver behövde vågar vågade väntar väntade saknar saknade mår mådde föll faller ramlade ramlar fyller fyllde heter hette söker sökte önskar önskade bad ber frågade frågar klagar klagade uppger uppgav meddelar meddelade står stod sitter satt ligger låg gör gjorde ger gav äter åt flyttade flyttar lämnar lämnade hämtar hämtade leker lekte slog slår puttade knuffade sparkade mobbas mobbar kallar kallade tackar hälsar och")
        ;

    /// <summary>Is it a capital word that is in no list and no ordinary Swedish word?</summary>
    public static bool IsUnknown(Passage passage, int i)
    {
        var token = passage[i];
        if (token.Kind != TokenKind.Word || !token.IsCapitalised || passage.IsShouted || token.IsAllCaps || token.Length is < 3 or > 24) return false;
        if ((token.Traits & ~Traits.Near) is not (Traits.None or Traits.Given)) return false;
        if (token.Traits == Traits.Given) return false;
        var word = passage.Word(i);
        return !passage.IsOrdinary(i) && !LooksLikePlace(word) && !HasInnerCapital(passage, i);
    }

    /// <summary>Somebody in the middle of a sentence: nothing that stands before tells of a place or a thing.</summary>
    public static bool IsSomebodyInSentence(Passage passage, int first)
    {
        if (passage[first].StartsSentence || passage[first].StartsLine || first == 0 || !IsUnknown(passage, first)) return false;
        if (!passage.IsWord(first - 1)) return passage.IsSign(first - 1, ',') && passage.IsWord(first - 2) && !IsOtherProper(passage, first - 2) || passage.IsSign(first - 1, '(') && !passage.IsGlued(first - 1);
        var before = passage.Word(first - 1);
        if (before is "från" or "till" or "ifrån" or "mot" && passage.IsNearly(first)) return false;
        return !PlacePrepositions.Contains(before) && !ThingWords.Contains(before) && !IsThing(before) && !IsOtherProper(passage, first - 1) && !IsForeign(passage, first);
    }

    /// <summary>Somebody who begins a sentence: unknown, no slip of the pen, and does something.</summary>
    public static bool IsSomebodyFirst(Passage passage, int first, int next)
    {
        if (!passage[first].StartsSentence && !passage[first].StartsLine || !IsUnknown(passage, first)) return false;
        if (!passage.IsNextTo(next) || !passage.IsWord(next) || passage[next].IsCapitalised) return false;
        var isActing = Acting.Contains(passage.Word(next)) && !(passage.Word(next) is "och" && !(passage.IsWord(next + 1) && passage[next + 1].IsCapitalised && !passage[next + 1].Is(Traits.Ordinary | Traits.Place)));
        return passage[first].Length > 3 && (isActing || passage[next].Is(Traits.Kin) && passage.Word(first)[^1] == 's') && !IsNearlyOrdinary(passage, first);
    }

    /// <summary>Does a verb of people, or a helping verb, stand here?</summary>
    public static bool IsActing(Passage passage, int next) => passage.IsNextTo(next) && passage.IsWord(next) && !passage[next].IsCapitalised && passage.Word(next) is not "och" && Acting.Contains(passage.Word(next));

    /// <summary>Is it a verb of people, or a helping verb?</summary>
    public static bool IsActs(ReadOnlySpan<char> word) => Acting.Contains(word);

    /// <summary>A word in lower case after "min syster", "läraren", "heter": no Swedish word, and no slip of the pen.</summary>
    public static bool IsUnknownInLower(Passage passage, int i)
    {
        var token = passage[i];
        return token.Kind == TokenKind.Word && token.Length is >= 4 and <= 20 && token.Traits == Traits.None && !passage.IsShouted
            && !passage.IsOrdinary(i) && !IsNearlyOrdinary(passage, i);
    }

    public static bool IsOrdinary(ReadOnlySpan<char> word)
    {
        if (SwedishWords.Default.Knows(word)) return true;
        var hyphen = word.LastIndexOf('-');
        return hyphen > 0 && (IsOrdinary(word[(hyphen + 1)..]) || hyphen < 3);
    }

    public static bool IsThing(ReadOnlySpan<char> word)
    {
        if (ThingWords.Contains(word)) return true;
        foreach (var ending in (ReadOnlySpan<string>)["skolan", "boendet", "bolaget", "företaget", "firman", "appen", "systemet", "föreningen", "klubben", "butiken", "gruppen", "området", "avdelningen", "restaurangen", "programmet", "tidningen", "hallen", "gården", "hemmet", "centralen"])
            if (word.EndsWith(ending)) return true;
        return false;
    }

    private static bool IsNearlyOrdinary(Passage passage, int i) => passage.IsNearly(i);

    /// <summary>"Black Friday", "Espresso House": the second word of a name of something else.</summary>
    private static bool IsOtherProper(Passage passage, int before) =>
        passage[before].IsCapitalised && !passage[before].StartsSentence && !passage[before].Is(Traits.AnyName | Traits.Role | Traits.Kin);

    /// <summary>Words before and after that are no Swedish either: a sentence in another language.</summary>
    public static bool IsForeign(Passage passage, int first) =>
        IsStrange(passage, first - 1) && IsStrange(passage, first + 1) || IsStrange(passage, first - 1) && IsStrange(passage, first - 2) || IsStrange(passage, first + 1) && IsStrange(passage, first + 2);

    private static bool IsStrange(Passage passage, int i) => passage.IsWord(i) && !passage[i].IsCapitalised && passage[i].Length > 1 && passage[i].Traits == Traits.None && !passage.IsOrdinary(i);

    /// <summary>Has it the ending of a place's name?</summary>
    public static bool LooksLikePlace(ReadOnlySpan<char> word)
    {
        if (word[^1] == 's' && word.Length > 5) word = word[..^1];
        foreach (var ending in PlaceEndings)
            if (word.Length > ending.Length + 1 && word.EndsWith(ending)) return true;
        return false;
    }

    /// <summary>"BankID", "EasyPark": a capital inside the word is a brand's.</summary>
    private static bool HasInnerCapital(Passage passage, int i)
    {
        var word = passage.Text.AsSpan(passage[i].Start, passage[i].Length);
        for (var at = 1; at < word.Length; at++)
            if (char.IsUpper(word[at]) && word[at - 1] is not ('-' or '\'' or '’')) return !(word.StartsWith("Mc") || word.StartsWith("Mac") || word.StartsWith("De") || word.StartsWith("Al") || word.StartsWith("El"));
        return false;
    }
}
