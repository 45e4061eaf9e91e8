using System.Reflection;

namespace Gava.Domain.Privacy;

/// <summary>
/// The ordinary words of Swedish, so that an unknown word with a capital is told from a name. No list has every compound: a word that is
/// two or three others put together is a word too ("hemtjänst" + "gruppen", "skolskjuts" + "handläggning" with an s between).
/// Words are kept as numbers (two in a hundred thousand unknown words are taken for known), which costs one megabyte; read when the first unknown word is met.
/// </summary>
internal sealed class SwedishWords
{
    private const int Size = 1 << 18;
    private const int LongestWord = 40;

    private static readonly Lazy<SwedishWords> Read = new(() => new SwedishWords());

    private readonly uint[] _words = new uint[Size];
    private readonly uint[] _firstParts = new uint[Size >> 4];
    private readonly uint[] _others = new uint[Size >> 3];

    private SwedishWords()
    {
        string[] endings = [""];
        var table = _words;
        foreach (var line in Lines())
        {
            if (line[0] == '=')
            {
                table = line == "=>" ? _firstParts : line == "=!" ? _others : _words;
                endings = table == _words ? [.. line[2..].Split(' ').Select(ending => ending == "_" ? "" : ending)] : [""];
                continue;
            }

            foreach (var ending in endings) Put(table, line + ending);
        }
    }

    public static SwedishWords Default => Read.Value;

    /// <summary>Is it a word, in lower case, or words put together, or a place or a brand?</summary>
    public bool Knows(ReadOnlySpan<char> word) => word.Length is > 1 and <= LongestWord && (Knows(word, parts: 3) || Has(_others, word) || (word[^1] == 's' && Has(_others, word[..^1])));

    /// <summary>A word, or one with a letter too many, too few, exchanged or moved: "Snöröjnigen". A slip of the pen is no name.</summary>
    public bool KnowsNearly(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > 25) return false;
        Span<char> other = stackalloc char[word.Length + 1];
        for (var i = 0; i <= word.Length; i++)
        {
            word[..i].CopyTo(other);
            word[i..].CopyTo(other[(i + 1)..]);
            foreach (var letter in "aeirnstldokgmvpufbhäåöcjyx")
            {
                other[i] = letter;
                if (KnowsTwo(other)) return true;
            }

            if (i == word.Length) break;
            word.CopyTo(other);
            foreach (var letter in "aeirnstldokgmvpufbhäåöcjyx")
            {
                other[i] = letter;
                if (KnowsTwo(other[..word.Length])) return true;
            }

            word[(i + 1)..].CopyTo(other[i..]);
            if (KnowsTwo(other[..(word.Length - 1)])) return true;
            if (i + 1 == word.Length) continue;
            word.CopyTo(other);
            (other[i], other[i + 1]) = (other[i + 1], other[i]);
            if (KnowsTwo(other[..word.Length])) return true;
        }

        return false;
    }

    /// <summary>Is exactly this form a word, as "chans" is?</summary>
    public bool HasExactly(ReadOnlySpan<char> word) => Has(_words, word);

    private bool KnowsTwo(ReadOnlySpan<char> word) => Knows(word, parts: word.Length < 10 ? 1 : 2) || Has(_others, word);

    private bool Knows(ReadOnlySpan<char> word, int parts)
    {
        if (IsOne(word)) return true;
        if (parts == 1 || word.Length < 7) return false;
        for (var i = 2; i <= word.Length - 3; i++)
        {
            if (!IsFirst(word[..i]) || (i == 3 && word.Length - i == 3)) continue;
            if (Knows(word[i..], parts - 1)) return true;
        }

        return false;
    }

    /// <summary>The word, or its genitive.</summary>
    private bool IsOne(ReadOnlySpan<char> word) => word.Length > 1 && (Has(_words, word) || (word.Length > 3 && word[^1] == 's' && Has(_words, word[..^1])));

    /// <summary>May it stand first in a compound: a word, with or without s, or a stem that is nothing else ("gatu-")? "Fall" + "lucka" loses an l.</summary>
    private bool IsFirst(ReadOnlySpan<char> part) =>
        part.Length == 2 ? part is "el" or "is" or "by" or "bi" or "ny" or "tv" or "it" : Has(_firstParts, part) || IsOne(part) || (part.Length > 4 && (Has(_others, part) || (part[^1] == 's' && Has(_others, part[..^1]))));

    private static void Put(uint[] table, ReadOnlySpan<char> word)
    {
        var number = Number(word);
        var place = number & (uint)(table.Length - 1);
        while (table[place] != 0 && table[place] != number) place = (place + 1) & (uint)(table.Length - 1);
        table[place] = number;
    }

    private static bool Has(uint[] table, ReadOnlySpan<char> word)
    {
        var number = Number(word);
        var place = number & (uint)(table.Length - 1);
        for (; table[place] != 0; place = (place + 1) & (uint)(table.Length - 1))
            if (table[place] == number) return true;
        return false;
    }

    /// <summary>FNV-1a with its bits mixed; never 0, which is an empty place.</summary>
    private static uint Number(ReadOnlySpan<char> word)
    {
        var number = 2166136261u;
        foreach (var letter in word) number = (number ^ letter) * 16777619u;
        number = (number ^ (number >> 15)) * 2246822519u;
        return Math.Max(number ^ (number >> 13), 1);
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Privacy/swedish.txt")
            ?? throw new InvalidOperationException("The list Privacy/swedish.txt is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
