using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>Property designations: "Sicklaön 83:22", "kvarteret Eken 3" (fastighetsregistret).</summary>
internal static partial class Properties
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PropertyCues =
        Cues.Of("fastighet fastigheten fastigheterna fastighetsbeteckning fastighetsbeteckningen kv kvarteret tomt tomten tomter grannfastighet grannfastigheten stamfastigheten samfällighet samfälligheten samf avstyckning stuga stugan bygglov bygglovet lagfart lagfarten tomträtt tomträtten stadsäga stadsägan fastighetsnamn fastighetsnamnet kvartersnamn kvartersnamnet kvartersbeteckning kvartersbeteckningen tomtbeteckning tomtbeteckningen registerbeteckning registerbeteckningen fastighetsnr fastighetsnummer servitut servitutet arrende arrendet fast fastigh skifte skiftet gårdsnamn");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotProperties =
        Cues.Of("kl klockan klockslag sfs sol hsl osl lss lvu pbl fl tf rf jo kap kapitel kapitlet lag lagen skollagen balken brottsbalken miljöbalken ef psalm johannes matteus lukas markus resultat matchen prop bet nja rå mod skala skalan odds ställningen förhållandet förhållande utspädd blandning");

    /// <summary>Written without capital, the word straight after these is still a block.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockCues =
        Cues.Of("kv kvarteret fastighet fastigheten fastighetsbeteckning fastighetsbeteckningen grannfastigheten lagfart tomten");

    /// <summary>After these a number counts something.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted =
        Cues.Of("kr kronor år dagar dag veckor månader timmar minuter gånger st stycken barn elever platser meter mil km kilo procent personer familjer hus lägenheter januari februari mars april maj juni juli augusti september oktober november december gram liter grader poäng tr trappor");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterUnit =
        Cues.Of("och i på som är har hade vid med men eller att för till från av den det där så kan ska skulle blev var fick inte också står stod ligger låg utan under över efter innan sedan sen måste får går mot samt äger ägs tillhör hör utanför bredvid intill byggs");

    /// <summary>Before the number of something else with a name: "avdelning Solen 2", "linjen 4".</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberedThings =
        Cues.Of("avdelning avdelningen linje linjen rum rummet sal salen grupp gruppen hus huset våning plan paragraf bilaga kapitel hållplats buss bussen förskolan skolan boendet lag laget");

    public static void Find(Passage passage, Claims claims)
    {
        for (var colon = passage.Text.IndexOf(':'); colon >= 0; colon = passage.Text.IndexOf(':', colon + 1))
            if (Unit().Match(passage.Text, UnitStart(passage.Text, colon)) is { Success: true } match) ClaimUnit(passage, claims, match.Index, match.Index + match.Length);
        foreach (var sign in (ReadOnlySpan<string>)[" :", " kolon "])
            for (var at = passage.Lower.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = passage.Lower.IndexOf(sign, at + 1, StringComparison.Ordinal))
                if (SpacedUnit().Match(passage.Lower, WordStart(passage.Lower, at)) is { Success: true } match) ClaimSpaced(passage, claims, match.Index, match.Index + match.Length);
        if (TellsOfProperty().IsMatch(passage.Lower)) ClaimBlocks(passage, claims);
        for (var i = 0; i < passage.Count; i++)
            if (passage.IsWord(i) && passage[i].Length > 1 && PropertyCues.Contains(passage.Word(i))) ClaimAfterCue(passage, claims, i);
        foreach (Match match in LaterBlock().Matches(passage.Lower)) claims.Add(match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, PersonalDataType.Property, "kvarter och nummer efter ord om fastigheter");
    }

    private static int WordStart(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 14 && char.IsLetterOrDigit(text[start - 1])) start--;
        return start;
    }

    /// <summary>The digits, or s or ga, before the colon.</summary>
    private static int UnitStart(string text, int colon)
    {
        var start = colon;
        while (start > 0 && colon - start < 5 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is 's' or 'S' or 'g' or 'G' or 'a' or 'A')) start--;
        return start;
    }

    /// <summary>"fastigheten Åkern 4 … som Åkern 5": the same block again. Only the nearest words after are read, so that time grows with the text.</summary>
    private static void ClaimAgain(Passage passage, Claims claims, int first)
    {
        for (var i = first + 2; i + 1 < passage.Count && i < first + 40; i++)
        {
            if (!passage.IsWord(i) || !passage.IsNumber(i + 1) || !passage.IsNextTo(i + 1) || passage[i + 1].Length > 3 || !passage.Word(i).SequenceEqual(passage.Word(first))) continue;
            claims.Add(passage[i].Start, passage[i + 1].End, PersonalDataType.Property, "samma kvarter som på annat ställe");
        }
    }

    private static void ClaimUnit(Passage passage, Claims claims, int start, int end)
    {
        var word = passage.TokenAt(start) - 1;
        if (passage.IsSign(word, '.') && passage.IsWord(word - 1) && passage.Word(word - 1) is "samf" || passage.IsWord(word) && passage.Word(word) is "samfälligheten" or "samfällighet")
        {
            if (!char.IsAsciiDigit(passage.Text[start])) claims.Add(start, end, PersonalDataType.Property, "samfällighetens beteckning");
            return;
        }

        if (!passage.IsWord(word) || start - passage[word].End > 2 || passage[word].StartsSentence && passage[word].Length < 4) return;
        if (NotProperties.Contains(passage.Word(word)) || passage[word].Is(Traits.Common)) return;
        if (!passage[word].IsCapitalised && !passage.HasBefore(passage[word].Start, 2, PropertyCues) && !IsPlaceInLower(passage, word)) return;
        if (passage[word].IsAllCaps && passage[word].Length < 4 && !passage.IsShouted) return;
        for (var parts = 0; parts < 2 && word > 0 && passage.IsNextTo(word) && passage.IsWord(word - 1) && IsPartOfName(passage, word - 1); parts++) word--;
        claims.Add(passage[word].Start, end, PersonalDataType.Property, "fastighetsbeteckning");
        ClaimUnitsAfter(passage, claims, end);
    }

    /// <summary>"Sicklaön 83:22 och 83:23": the units of the same place that follow.</summary>
    private static void ClaimUnitsAfter(Passage passage, Claims claims, int end)
    {
        while (NextUnit().Match(passage.Lower, end) is { Success: true, Groups: [_, var unit] })
        {
            claims.Add(unit.Index, unit.Index + unit.Length, PersonalDataType.Property, "fastighetsbeteckning i rad med en annan");
            end = unit.Index + unit.Length;
        }
    }

    /// <summary>"Åby 2 : 14" and, said aloud, "åby två kolon fjorton": a name with a capital or after a word about property.</summary>
    private static void ClaimSpaced(Passage passage, Claims claims, int start, int end)
    {
        var word = passage.TokenAt(start) - 1;
        if (!passage.IsWord(word) || start - passage[word].End > 2 || NotProperties.Contains(passage.Word(word)) || passage[word].Is(Traits.Common)) return;
        if (!passage.HasBefore(passage[word].Start, 4, PropertyCues) && (!passage[word].IsCapitalised || !UnknownWords.LooksLikePlace(passage.Word(word)) && !passage[word].Is(Traits.Place))) return;
        if (word > 0 && passage.IsNextTo(word) && passage.IsWord(word - 1) && Addresses.IsFirstPart(passage, word - 1)) word--;
        claims.Add(passage[word].Start, end, PersonalDataType.Property, "fastighetsbeteckning");
    }

    /// <summary>"jag äger grannhuset, Svalan 7": in a text about property, a block's name (a noun in the definite form, with a capital) and a small number.</summary>
    private static void ClaimBlocks(Passage passage, Claims claims)
    {
        if (passage.IsShouted) return;
        for (var i = 1; i < passage.Count; i++)
        {
            if (!passage.IsNumber(i) || passage[i].Length > 3 || !passage.IsNextTo(i) || !passage.IsWord(i - 1) || passage[i - 1].StartsSentence || !passage[i - 1].IsCapitalised || passage[i - 1].Length < 5) continue;
            var word = passage.Word(i - 1);
            if (!(word.EndsWith("en") || word.EndsWith("an") || word.EndsWith("et")) || passage[i - 1].Is(Traits.Given | Traits.NotName | Traits.Role | Traits.Kin) || word.EndsWith("vägen") || word.EndsWith("gatan") || word.EndsWith("stigen")) continue;
            if (passage.IsWord(i - 2) && NumberedThings.Contains(passage.Word(i - 2)) || passage.IsSign(i + 1, ':') || passage.IsSign(i + 1, '%') || Digits.IsOtherNumber(passage, passage[i].Start, passage[i].End)) continue;
            if (passage.IsNextTo(i + 1) && passage.IsWord(i + 1) && !passage[i + 1].IsCapitalised && Counted.Contains(passage.Word(i + 1))) continue;
            // "Hultet 2, 360 71 Norrhult" is where somebody gets mail.
            if (passage.IsSign(i + 1, ',') && passage.IsNumber(i + 2) && passage[i + 2].Length is 3 or 5) continue;
            claims.Add(passage[i - 1].Start, passage[i].End, PersonalDataType.Property, "kvarter och nummer i en text om fastigheter");
        }
    }

    /// <summary>"norrgården 2:118": written without capital, but a place, and too large for a result or an odds.</summary>
    private static bool IsPlaceInLower(Passage passage, int word) =>
        passage[word].Length > 3 && (passage[word].Is(Traits.Place) || UnknownWords.LooksLikePlace(passage.Word(word))) && passage.IsNumber(word + 3) && passage[word + 3].Length > 1;

    private static bool IsPartOfName(Passage passage, int word) =>
        passage[word].IsCapitalised && !passage.IsShouted && (Addresses.IsFirstPart(passage, word) || !passage[word].Is(Traits.Ordinary | Traits.Cue)) && !PropertyCues.Contains(passage.Word(word));

    private static void ClaimAfterCue(Passage passage, Claims claims, int cue)
    {
        var first = cue + 1;
        while (passage.IsSign(first, '.') || passage.IsSign(first, ':') || passage.IsSign(first, '(') || passage.IsSign(first, '"')) first++;
        if (passage.IsWord(first) && passage.Word(first) is "är" or "heter" or "kv" or "kvarteret" or "på" or "för" or "med" or "beteckningen") first++;
        if (passage.IsSign(first, '.') || passage.IsSign(first, ':')) first++;
        var number = first + 1;
        if (passage.IsWord(number) && passage[number].IsCapitalised) number++;
        if (!passage.IsWord(first) || !passage.IsNumber(number) || passage[number].Length > 3 || passage[first].Is(Traits.Common)) return;
        if (!passage.IsNextTo(number) || !passage[first].IsCapitalised && !IsBlockInLower(passage, cue, first, number)) return;
        claims.Add(passage[first].Start, passage[number].End, PersonalDataType.Property, $"står efter '{passage.Word(cue)}'");
        ClaimNextBlock(passage, claims, number);
        ClaimAgain(passage, claims, first);
    }

    /// <summary>"kvarteret Ugglan 7 och 8": the next block of the same name.</summary>
    private static void ClaimNextBlock(Passage passage, Claims claims, int number)
    {
        var next = number + 2;
        if (!(passage.IsSign(number + 1, ',') || passage.IsWord(number + 1) && passage.Word(number + 1) is "och" or "samt" or "eller") || !passage.IsNumber(next) || !passage.IsNextTo(next) || passage[next].Length > 2 || passage[next].StartsSentence) return;
        if (passage.IsSign(next + 1, ':') || passage.IsSign(next + 1, '%') || passage.IsGlued(next + 1) && passage.IsNumber(next + 2) || passage.IsNextTo(next + 1) && passage.IsWord(next + 1) && !AfterUnit.Contains(passage.Word(next + 1)) && passage.Word(next + 1) is not "här") return;
        claims.Add(passage[next].Start, passage[next].End, PersonalDataType.Property, "kvarter i rad med ett annat");
    }

    /// <summary>"kv svalan 6", "lagfart på gjutaren 2".</summary>
    private static bool IsBlockInLower(Passage passage, int cue, int first, int number)
    {
        var word = passage.Word(first);
        return BlockCues.Contains(passage.Word(cue)) && number == first + 1 && word.Length > 4 && (word.EndsWith("en") || word.EndsWith("an") || word.EndsWith("et"))
            && !(passage.IsNextTo(number + 1) && passage.IsWord(number + 1) && passage.Word(number + 1) is not ("och" or "i" or "på" or "som" or "är" or "vid" or "har" or "med"));
    }

    [GeneratedRegex(@"\G(?<![\d:./])(?:[1-9]\d{0,3} : ?[1-9]\d{0,3}|[1-9]\d{0,3} :[1-9]\d{0,3}|(?:[1-9]\d{0,3}|\p{L}{2,12}) kolon (?:[1-9]\d{0,3}|\p{L}{2,14}))(?![\d:\p{L}]|[.,]\d)")]
    private static partial Regex SpacedUnit();

    [GeneratedRegex(@"fastighet|bygglov|kvarter|lagfart|tomt(?:en|er|gräns)|detaljplan|samfällig|lantmät|kv\.| äg(?:er|s|de) |granne|altan|staket|häck|garage|bygg|ägare|servitut|arrend|dödsbo|avstyck|stuga|byggherr|taxering|gräns(?:en|märk)|avlopp|påbyggn|tillbyggn")]
    private static partial Regex TellsOfProperty();

    /// <summary>"lagfart har han på gjutaren 2", "fastigheten som heter kvarnen 4".</summary>
    [GeneratedRegex(@"\b(?:lagfart|bygglov|tomträtt|fastighet|fastigheten|tomten|kvarteret)(?: \p{L}{1,10}){1,3} (?:på|för|heter|kallas|är) (\p{L}{3,20}(?:en|an|et) \d{1,3})(?![\d:.,]?\d)(?= (?:och|i|på|som|är|har|vid|med|men|av)\b|[.,;!?)]|$)", RegexOptions.Multiline)]
    private static partial Regex LaterBlock();

    [GeneratedRegex(@"\G(?: ?, ?| och | samt | & )((?:[1-9]\d{0,3}|s|ga):[1-9]\d{0,3})(?![\d:]|[.,]\d)")]
    private static partial Regex NextUnit();

    [GeneratedRegex(@"\G(?<![\d:./])(?:[1-9]\d{0,3}|[sS]|[gG][aA]):[1-9]\d{0,3}(?![\d:]|[.,]\d)")]
    private static partial Regex Unit();
}
