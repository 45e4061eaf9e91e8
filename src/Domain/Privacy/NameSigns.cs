namespace Gava.Domain.Privacy;

/// <summary>
/// What can be seen of a word that may be somebody's name: how it is written, what the lists know, what it sounds like, and what stands around. Each sign is
/// a word that a person understands; <see cref="SecondOpinion"/> weighs them, for the words that the rules leave undecided.
/// </summary>
internal static class NameSigns
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Near =
        Cues.Of("jag mig vi oss hon han hos med av till åt från för mot enligt om och o samt men än heter hette kallas kallar honom henne en den där sa säger ringde frågade frågat träffade tack hej hejsan mvh hälsar kram som både även utan familjen två gamla lilla stackars snälla");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverFirst = Cues.Of("han hon hen den det de dom vi ni du jag man min din sin mina dina sina era vår vårt våra ett en");

    /// <summary>Is it worth asking about? Most words are not: a word of the dictionary in lower case, or with the capital that every sentence begins with.</summary>
    public static bool IsOpen(Passage passage, int i)
    {
        if (!passage.IsWord(i) || passage[i].Length is < 3 or > 24) return false;
        var token = passage[i];
        if (token.Is(Traits.NotName | Traits.Role | Traits.Kin | Traits.Cue) || passage.IsSign(i + 1, '-') && passage.IsGlued(i + 1)) return false;
        if (passage.IsShouted) return token.Is(Traits.AnyName) || token.Traits == Traits.None && !passage.IsOrdinary(i) && !passage.IsNearly(i);
        if (token.IsAllCaps) return false;
        if (token.IsCapitalised)
            return !UnknownWords.IsForeign(passage, i) && (token.StartsSentence || token.StartsLine
                ? token.Is(Traits.AnyName) && !NeverFirst.Contains(passage.Word(i)) || token.Traits == Traits.None && !passage.IsOrdinary(i)
                : !token.Is(Traits.Common) || token.Is(Traits.AnyName) || passage.IsWord(i - 1) && passage.Word(i - 1) is "och" or "o" or "samt" && passage.IsWord(i - 2) && passage[i - 2].IsCapitalised && passage[i - 2].Is(Traits.AnyName));
        if (token.Is(Traits.AnyName)) return !token.Is(Traits.Common);
        return token.Traits == Traits.None && passage.IsWord(i - 1) && (Near.Contains(passage.Word(i - 1)) || passage[i - 1].Is(Traits.Kin | Traits.Role | Traits.Cue | Traits.Given)) && !passage.IsOrdinary(i) && !passage.IsNearly(i) && !UnknownWords.IsForeign(passage, i);
    }

    /// <summary>The signs of the word.</summary>
    /// <param name="names">The words that are known to be names, by token.</param>
    /// <param name="withoutLists">As if no list of names had it: for training, so that the words around tell too.</param>
    /// <param name="sounds">Knows how names sound.</param>
    /// <param name="signs">Gets them.</param>
    public static void Of(Passage passage, int i, bool[] names, bool withoutLists, SecondOpinion sounds, List<string> signs)
    {
        signs.Clear();
        var token = passage[i];
        var how = passage.IsShouted ? "versaler" : !token.IsCapitalised ? "liten" : token.StartsSentence || token.StartsLine ? "först" : "stor";
        signs.Add(how);
        signs.Add($"{how} {Known(passage, i, withoutLists)}");
        signs.Add($"{how} låter {Sound(sounds, passage.Word(i), token.Is(Traits.Genitive))}");
        signs.Add($"{how} ändelse {Ending(passage, i)}");
        AddBefore(passage, i, names, how, signs);
        AddAfter(passage, i, names, how, signs);
        if (IsElsewhereLower(passage, i)) signs.Add($"{how} annars liten");
        if (i > 1 && names[i - 2] && IsRow(passage, i - 1) || i + 2 < passage.Count && names[i + 2] && IsRow(passage, i + 1)) signs.Add($"{how} i rad");
        if (token.Is(Traits.Place)) signs.Add($"{how} plats");
        if (UnknownWords.LooksLikePlace(passage.Word(i))) signs.Add($"{how} platsändelse");
    }

    /// <summary>What the dictionary and the lists say.</summary>
    private static string Known(Passage passage, int i, bool withoutLists)
    {
        var token = passage[i];
        if (!withoutLists && token.Is(Traits.AnyName))
        {
            var list = token.Is(Traits.Near) ? "nästan förnamn" : token.Is(Traits.Given) ? "förnamn" : "efternamn";
            return token.Is(Traits.Ambiguous | Traits.Common) ? list + " och ord" : list;
        }

        if (SwedishWords.Default.HasExactly(passage.Word(i))) return "ord";
        return passage.IsOrdinary(i) ? "sammansatt ord" : passage.IsNearly(i) ? "nästan ord" : "okänt";
    }

    private static string Sound(SecondOpinion sounds, ReadOnlySpan<char> word, bool isGenitive) =>
        Math.Clamp((int)Math.Round(sounds.SoundOf(isGenitive ? word[..^1] : word)), -4, 4).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Ending(Passage passage, int i)
    {
        var word = passage.Word(i);
        return word[Math.Max(0, word.Length - 2)..].ToString();
    }

    private static void AddBefore(Passage passage, int i, bool[] names, string how, List<string> signs)
    {
        if (i == 0 || passage[i].StartsLine)
        {
            signs.Add($"{how} först på raden");
            return;
        }

        var before = Class(passage, i - 1, names);
        signs.Add($"{how} efter {before}");
        if (passage.IsWord(i - 1)) signs.Add($"efter {passage.Word(i - 1)}");
        if (i > 1 && !passage[i - 1].StartsLine && passage.IsWord(i - 2)) signs.Add($"näst efter {passage.Word(i - 2)}");
    }

    private static void AddAfter(Passage passage, int i, bool[] names, string how, List<string> signs)
    {
        if (i + 1 == passage.Count || passage[i + 1].StartsLine)
        {
            signs.Add(i + 1 == passage.Count ? $"{how} sist i texten" : $"{how} sist på raden");
            return;
        }

        signs.Add($"{how} före {Class(passage, i + 1, names)}");
        if (passage.IsWord(i + 1)) signs.Add($"före {passage.Word(i + 1)}");
    }

    /// <summary>What kind of word or sign it is.</summary>
    private static string Class(Passage passage, int i, bool[] names)
    {
        var token = passage[i];
        if (names[i]) return "ett namn";
        if (token.Kind == TokenKind.Number) return "ett tal";
        if (token.Kind == TokenKind.Sign) return $"tecknet {passage.Text[token.Start]}";
        if (token.Is(Traits.Kin)) return "en anhörig";
        if (token.Is(Traits.Role)) return "en titel";
        if (token.Is(Traits.Cue)) return "ett ord om namn";
        var word = passage.Word(i);
        if (token.IsCapitalised && !passage.IsShouted && !token.StartsSentence) return token.Is(Traits.Place) ? "en plats" : passage.IsOrdinary(i) ? "ett ord med stor bokstav" : "ett okänt ord med stor bokstav";
        if (UnknownWords.IsActs(word)) return "ett verb om människor";
        if (word.EndsWith("ade") || word.EndsWith("er") || word.EndsWith("ar")) return "ett verb";
        if (UnknownWords.IsThing(word)) return "en sak";
        if (word.EndsWith("en") || word.EndsWith("et") || word.EndsWith("na")) return "ett bestämt ord";
        return token.Is(Traits.Ordinary) ? "ett litet ord" : "ett annat ord";
    }

    private static bool IsRow(Passage passage, int i) =>
        passage.IsSign(i, ',') || passage.IsSign(i, '&') || passage.IsSign(i, '/') || passage.IsWord(i) && passage.Word(i) is "och" or "o" or "samt" or "eller" or "å" or "men";

    /// <summary>Does the same word stand in lower case near by? Then it is a word.</summary>
    private static bool IsElsewhereLower(Passage passage, int i)
    {
        if (!passage[i].IsCapitalised) return false;
        var word = passage.Word(i);
        for (var other = Math.Max(0, i - 60); other < Math.Min(passage.Count, i + 60); other++)
            if (passage.IsWord(other) && !passage[other].IsCapitalised && passage[other].Length == word.Length && passage.Word(other).SequenceEqual(word)) return true;
        return false;
    }
}
