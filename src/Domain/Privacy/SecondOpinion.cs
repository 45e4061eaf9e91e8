using System.Globalization;
using System.Reflection;

namespace Gava.Domain.Privacy;

/// <summary>
/// A second opinion on words that the rules leave undecided: a sum of weights, one for each sign (<see cref="NameSigns"/>), that was trained on the development
/// texts (docs/decisions/0034). The weights stand in a text file that anybody can read, and the strongest signs are the reason that a person is told.
/// </summary>
internal sealed class SecondOpinion
{
    private static readonly Lazy<SecondOpinion> Shipped = new(Read);

    private readonly Dictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _signs;
    private readonly Dictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _sounds;

    /// <param name="sounds">Weights of rows of letters, with ^ before and $ after the word.</param>
    /// <param name="signs">Weights of signs.</param>
    /// <param name="threshold">The sum from which a word is somebody.</param>
    public SecondOpinion(Dictionary<string, float> sounds, Dictionary<string, float> signs, float threshold)
    {
        _sounds = sounds.GetAlternateLookup<ReadOnlySpan<char>>();
        _signs = signs.GetAlternateLookup<ReadOnlySpan<char>>();
        Threshold = threshold;
    }

    public static SecondOpinion Default => Shipped.Value;

    public float Threshold { get; private init; }

    /// <summary>The weights, by sign.</summary>
    public IReadOnlyDictionary<string, float> Signs => _signs.Dictionary;

    /// <summary>The same weights, and another sum from which a word is somebody.</summary>
    public SecondOpinion With(float threshold) => new(_sounds.Dictionary, _signs.Dictionary, threshold);

    /// <summary>How much the word, in lower case, sounds as names do: above nought as names, below as ordinary words.</summary>
    public float SoundOf(ReadOnlySpan<char> word)
    {
        if (word.Length > 38) return 0;
        Span<char> framed = stackalloc char[word.Length + 2];
        framed[0] = '^';
        word.CopyTo(framed[1..]);
        framed[^1] = '$';
        var sum = 0f;
        for (var start = 0; start < framed.Length; start++)
            for (var length = 2; length <= 4 && start + length <= framed.Length; length++)
                if (_sounds.TryGetValue(framed.Slice(start, length), out var weight)) sum += weight;
        return sum;
    }

    public float Sum(List<string> signs)
    {
        var sum = 0f;
        foreach (var sign in signs)
            if (_signs.TryGetValue(sign, out var weight)) sum += weight;
        return sum;
    }

    /// <summary>The two strongest signs, as a person would say them.</summary>
    public string Why(List<string> signs)
    {
        var strongest = signs.Where(sign => _signs.TryGetValue(sign, out var weight) && weight > 0).OrderByDescending(sign => _signs[sign]).ThenBy(sign => sign, StringComparer.Ordinal).Select(Said).Distinct().Take(2).ToList();
        return strongest.Count == 0 ? "liknar ett namn" : string.Join(" och ", strongest);
    }

    /// <summary>"stor efter en titel" is said "står efter en titel".</summary>
    private static string Said(string sign)
    {
        var rest = sign.Split(' ', 2) is [("stor" or "liten" or "först" or "versaler"), var after] ? after : sign;
        return rest switch
        {
            "stor" => "har stor bokstav mitt i en mening",
            "liten" or "först" or "versaler" => "liknar ett namn",
            "i rad" => "står i rad med ett namn",
            "okänt" or "nästan ord" => "finns inte bland svenska ord",
            "förnamn" or "förnamn och ord" or "nästan förnamn" => "är ett förnamn",
            "efternamn" or "efternamn och ord" => "är ett efternamn",
            "först på raden" or "sist på raden" or "sist i texten" => "står " + rest,
            _ when rest.StartsWith("låter ", StringComparison.Ordinal) => "låter som ett namn",
            _ when rest.StartsWith("ändelse ", StringComparison.Ordinal) => $"slutar på '{rest[8..]}'",
            _ when rest.StartsWith("näst efter ", StringComparison.Ordinal) => $"står strax efter '{rest[11..]}'",
            _ when sign.StartsWith("efter ", StringComparison.Ordinal) || sign.StartsWith("före ", StringComparison.Ordinal) => $"står {sign[..sign.IndexOf(' ', StringComparison.Ordinal)]} '{sign[(sign.IndexOf(' ', StringComparison.Ordinal) + 1)..]}'",
            _ when rest.StartsWith("efter ", StringComparison.Ordinal) || rest.StartsWith("före ", StringComparison.Ordinal) => "står " + rest,
            _ => "liknar ett namn",
        };
    }

    /// <summary>Names that the rules left: adds a finding for each word whose signs weigh enough.</summary>
    /// <param name="names">The words that the rules found; gets those that are found here.</param>
    /// <param name="settled">Words that the rules know to be something else: a street, a firm, a work.</param>
    /// <param name="found">Called with each word that is found.</param>
    public void Find(Passage passage, Claims claims, bool[] names, bool[] settled, Action<int> found)
    {
        List<string> signs = new(16);
        // Twice, since a name beside it is a sign too.
        if (FindOnce(passage, claims, names, settled, signs, found)) FindOnce(passage, claims, names, settled, signs, found);
    }

    private bool FindOnce(Passage passage, Claims claims, bool[] names, bool[] settled, List<string> signs, Action<int> found)
    {
        var hasFound = false;
        for (var i = 0; i < passage.Count; i++)
        {
            if (names[i] || settled[i] || !NameSigns.IsOpen(passage, i) || !claims.IsFree(passage[i].Start, passage[i].End)) continue;
            // "appen Zibblo".
            if (passage[i].Traits == Traits.None && passage.IsNextTo(i) && passage.IsWord(i - 1) && UnknownWords.IsThing(passage.Word(i - 1))) continue;
            // "'); DROP TABLE": a line of a program, which nobody is in.
            if (passage.IsSign(i - 1, ';') && passage.IsSign(i - 2, ')')) continue;
            NameSigns.Of(passage, i, names, withoutLists: false, this, signs);
            // "Liv och rörelse": an ordinary word that begins a sentence needs stronger signs.
            if (Sum(signs) < (passage[i].StartsSentence && SwedishWords.Default.HasExactly(passage.Word(i)) ? 2.5f * Threshold : Threshold)) continue;
            claims.Add(passage[i].Start, passage[i].End, PersonalDataType.Person, Why(signs));
            names[i] = true;
            found(i);
            hasFound = true;
        }

        return hasFound;
    }

    /// <summary>The file's form: '=' and the threshold, then weight and sign; '=ljud' heads the rows of letters.</summary>
    private static SecondOpinion Read()
    {
        Dictionary<string, float> sounds = [], signs = [];
        var (into, threshold) = (signs, float.MaxValue);
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Privacy/opinion.txt")
            ?? throw new InvalidOperationException("The weights Privacy/opinion.txt are not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line == "=ljud") into = sounds;
            else if (line[0] == '=') (into, threshold) = (signs, float.Parse(line.AsSpan(1), CultureInfo.InvariantCulture));
            else if (line.IndexOf(' ', StringComparison.Ordinal) is var space) into[line[(space + 1)..]] = float.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture);
        }

        return new SecondOpinion(sounds, signs, threshold);
    }
}
