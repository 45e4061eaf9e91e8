using System.Collections.Frozen;
using System.Reflection;

namespace Gava.Domain.Privacy;

/// <summary>What is known of a word from the lists.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    Given = 1,
    Surname = 2,
    Ambiguous = 4,
    Place = 8,
    NotName = 16,
    Common = 32,
    Role = 64,
    Kin = 128,
    Cue = 256,
    Speech = 512,
    Genitive = 1024,
    SurnameEnding = 2048,
    Near = 4096,

    AnyName = Given | Surname | SurnameEnding,
    Ordinary = NotName | Common,
}

/// <summary>The word lists, read once: one look-up tells everything about a word.</summary>
internal sealed class Lexicon
{
    private static readonly (string List, Traits Traits)[] Lists =
    [
        ("given", Traits.Given), ("surnames", Traits.Surname), ("ambiguous", Traits.Ambiguous), ("places", Traits.Place),
        ("words", Traits.NotName), ("common", Traits.Common), ("roles", Traits.Role), ("kin", Traits.Kin),
        ("cues", Traits.Cue), ("speech", Traits.Speech),
    ];

    private static readonly string[] SurnameEndings =
    [
        "sson", "qvist", "kvist", "ström", "berg", "gren", "lund", "blom", "stedt", "feldt", "dotter", "oğlu", "oglu", "ović", "ovic",
        "ević", "evic", "ić", "enko", "chuk", "zadeh", "pour", "nejad", "ainen", "inen", "onen", "owski", "ewski", "owska", "ewska",
        "iewicz", "owicz", "opoulos", "escu", "mäki", "dóttir", "czyk", "shvili",
    ];

    private readonly FrozenDictionary<string, Traits>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Given names that are nothing else, with one letter left out. Made when the first unknown word is met.</summary>
    private readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> _shortened;

    private Lexicon(FrozenDictionary<string, Traits> words)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _shortened = new(() => Shortened(words.Where(word => IsSureGiven(word.Value) && word.Key.Length > 5).Select(word => word.Key)));
    }

    public static Lexicon Default { get; } = Read(_ => true);

    /// <summary>As if the lists of names lacked some: to see what a stranger's names meet.</summary>
    internal static Lexicon Without(Func<string, bool> isLeftOut) => Read(word => !isLeftOut(word));

    /// <summary>What the word, in lower case, may be. A genitive is known by its stem, a double name by its parts.</summary>
    public Traits Of(ReadOnlySpan<char> word)
    {
        var known = Whole(word);
        if (known != Traits.None) return known;
        if (word.Length > 3 && word[^1] == 's' && Whole(Stem(word)) is var stem && (stem & (Traits.AnyName | Traits.Place | Traits.NotName)) != Traits.None)
            return stem | Traits.Genitive;
        return word.IndexOf('-') is var hyphen and > 0 ? OfParts(word[..hyphen], word[(hyphen + 1)..]) : Traits.None;
    }

    /// <summary>Is an unknown word a given name with one letter too many, one too few, or two that changed places? "Jonhatan", "Krisstina", "Gnilla".</summary>
    public bool IsNearGiven(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > 20) return false;
        if (_shortened.Value.Contains(word)) return true;
        Span<char> other = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            word[..i].CopyTo(other);
            word[(i + 1)..].CopyTo(other[i..]);
            if (word.Length > 5 && IsSureGiven(Exactly(other[..^1]))) return true;
            if (i == 0 || i + 1 == word.Length) continue;
            word.CopyTo(other);
            (other[i], other[i + 1]) = (other[i + 1], other[i]);
            if (IsSureGiven(Exactly(other))) return true;
        }

        return false;
    }

    private static bool IsSureGiven(Traits traits) => (traits & (Traits.Given | Traits.Ambiguous | Traits.Place | Traits.Ordinary)) == Traits.Given;

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Shortened(IEnumerable<string> names) =>
        names.SelectMany(name => Enumerable.Range(1, name.Length - 1).Select(i => name.Remove(i, 1))).ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Only what the lists say of exactly this word.</summary>
    public Traits Exactly(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var traits) ? traits : Traits.None;

    private Traits Whole(ReadOnlySpan<char> word)
    {
        if (_words.TryGetValue(word, out var traits)) return traits;
        foreach (var ending in SurnameEndings)
            if (word.Length > ending.Length + (ending is "ström" or "qvist" or "kvist" or "sson" ? 1 : 2) && word.EndsWith(ending)) return IsRoutine(word, ending) ? Traits.None : Traits.SurnameEnding;
        if (word.Length > 4 && (word.StartsWith("o'") || word.StartsWith("d'") || word.StartsWith("mc"))) return Traits.SurnameEnding;
        return Traits.None;
    }

    /// <summary>"Rutinen", "terminen", "personen": ordinary words that end as surnames do.</summary>
    private static bool IsRoutine(ReadOnlySpan<char> word, string ending) =>
        ending is "inen" or "onen" ? SwedishWords.Default.Knows(word) : SwedishWords.Default.HasExactly(word);

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) =>
        word[^2] is '\'' or '’' or ':' ? word[..^2] : word[..^1];

    private Traits OfParts(ReadOnlySpan<char> first, ReadOnlySpan<char> rest)
    {
        var second = Of(rest);
        if (first is "al" or "el" or "bin" or "ben" or "abu") return (second & ~Traits.Ordinary) | Traits.Surname;
        var one = Whole(first);
        return (one & Traits.AnyName) != Traits.None && (second & Traits.AnyName) != Traits.None
            ? (one | second) & (Traits.AnyName | Traits.Genitive)
            : Traits.None;
    }

    private static Lexicon Read(Func<string, bool> isKept)
    {
        var words = new Dictionary<string, Traits>();
        foreach (var (list, traits) in Lists)
            foreach (var word in Lines(list).Where(word => (traits & Traits.AnyName) == Traits.None || isKept(word)))
                words[word] = words.GetValueOrDefault(word) | traits;
        return new Lexicon(words.ToFrozenDictionary());
    }

    private static IEnumerable<string> Lines(string list)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Privacy/{list}.txt")
            ?? throw new InvalidOperationException($"The list Privacy/{list}.txt is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
