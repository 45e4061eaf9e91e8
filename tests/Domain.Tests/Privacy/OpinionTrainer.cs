using System.Globalization;
using System.Text;
using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>
/// Trains the second opinion (docs/decisions/0034): logistic regression, once over rows of letters of names and words, once over the signs of words in texts.
/// The same texts and lists give the same weights: no clock, and chance from a seed.
/// </summary>
internal static class OpinionTrainer
{
    public const float Threshold = 1;

    private const int Rounds = 12;

    /// <summary>The sets that the shipped weights come from, with r1; those kept aside are not among them.</summary>
    private const string Sets = "abcdkmnpqx";

    /// <summary>The shipped file, made anew.</summary>
    public static string File()
    {
        var sounds = Sounds();
        var trained = Train(sounds, Annotated.All().Where(text => Sets.Contains(text.Id[0], StringComparison.Ordinal) || MaskingFiguresTests.IsIn("r1", text.Id)), Threshold);
        return AsFile(sounds, trained.Signs, Threshold);
    }

    /// <summary>How names and words sound: from the lists alone, no text.</summary>
    public static Dictionary<string, float> Sounds(Func<string, bool>? isLeftOut = null)
    {
        var ambiguous = Lines("ambiguous").Concat(Lines("common")).ToHashSet(StringComparer.Ordinal);
        var names = Lines("given").Concat(Lines("surnames")).Where(name => !ambiguous.Contains(name) && name.Length > 2 && isLeftOut?.Invoke(name) != true);
        List<(string[] Signs, bool IsName)> examples = [.. names.Select(name => (Rows(name), true)), .. Words().Where(word => word.Length > 2).Where((_, i) => i % 3 == 0).Select(word => (Rows(word), false))];
        return Weigh(examples, least: 25, pull: 0.0004f, rounds: 8).Where(weight => Math.Abs(weight.Value) >= 0.25f).ToDictionary();
    }

    /// <summary>Weights of signs, from annotated texts.</summary>
    public static SecondOpinion Train(Dictionary<string, float> sounds, IEnumerable<Annotated> texts, float threshold)
    {
        var sounding = new SecondOpinion(sounds, [], 0);
        var rules = new PersonalDataFinder(Lexicon.Default, null);
        List<(string[] Signs, bool IsName)> examples = [];
        foreach (var text in texts.Concat(OpinionTemplates.Texts())) AddExamples(rules, sounding, text, examples);
        return new SecondOpinion(sounds, Weigh(examples, least: 3, pull: 0.0002f, rounds: Rounds), threshold);
    }

    private static string AsFile(Dictionary<string, float> sounds, IReadOnlyDictionary<string, float> signs, float threshold)
    {
        var file = new StringBuilder("# Weights of the second opinion (docs/decisions/0034), on each line a weight and its sign. OpinionTrainer in the tests makes this file (docs/masking.md tells how); it is not edited by hand.\n");
        file.Append(CultureInfo.InvariantCulture, $"={threshold:F2}\n");
        foreach (var (sign, weight) in signs.OrderBy(sign => sign.Key, StringComparer.Ordinal)) file.Append(CultureInfo.InvariantCulture, $"{weight:F2} {sign}\n");
        file.Append("=ljud\n");
        foreach (var (row, weight) in sounds.OrderBy(row => row.Key, StringComparer.Ordinal)) file.Append(CultureInfo.InvariantCulture, $"{weight:F2} {row}\n");
        return file.ToString();
    }

    private static void AddExamples(PersonalDataFinder rules, SecondOpinion sounds, Annotated text, List<(string[] Signs, bool IsName)> examples)
    {
        // Only where no sign moves: offsets in code points are then places in the plain text too.
        if (!string.Equals(PlainText.Of(text.Text).Text, text.Text, StringComparison.Ordinal) || text.Text.Any(char.IsSurrogate)) return;
        var (passage, _, names) = rules.Read(text.Text, null);
        List<string> signs = [];
        for (var i = 0; i < passage.Count; i++)
        {
            var token = passage[i];
            if (!NameSigns.IsOpen(passage, i) || text.Spans.Any(span => span.Type != "PERSON" && span.Start < token.End && token.Start < span.End)) continue;
            var isName = text.Spans.Any(span => span.Type == "PERSON" && span.Start <= token.Start && token.End <= span.End + 1);
            NameSigns.Of(passage, i, names, withoutLists: false, sounds, signs);
            examples.Add(([.. signs], isName));
            if (!token.Is(Traits.AnyName) || token.Is(Traits.Near)) continue;
            NameSigns.Of(passage, i, names, withoutLists: true, sounds, signs);
            examples.Add(([.. signs], isName));
        }
    }

    /// <summary>Logistic regression by stochastic gradient descent with a step of its own for each sign (AdaGrad), pulled towards nought.</summary>
    private static Dictionary<string, float> Weigh(List<(string[] Signs, bool IsName)> examples, int least, float pull, int rounds)
    {
        Dictionary<string, int> places = [];
        foreach (var sign in examples.SelectMany(example => example.Signs).GroupBy(sign => sign).Where(group => group.Count() >= least).Select(group => group.Key).Order(StringComparer.Ordinal)) places[sign] = places.Count;
        var rows = examples.Select(example => (Signs: example.Signs.Where(places.ContainsKey).Select(sign => places[sign]).Distinct().ToArray(), example.IsName)).ToArray();
        var weights = new double[places.Count];
        var steps = new double[places.Count];
        var chance = new Random(34);
        for (var round = 0; round < rounds; round++)
        {
            chance.Shuffle(rows);
            foreach (var (signs, isName) in rows)
            {
                var sum = 0.0;
                foreach (var sign in signs) sum += weights[sign];
                var error = (isName ? 1 : 0) - (1 / (1 + Math.Exp(-sum)));
                foreach (var sign in signs) Step(sign, error);
            }
        }

        return places.ToDictionary(place => place.Key, place => (float)Math.Round(weights[place.Value], 2)).Where(weight => Math.Abs(weight.Value) >= 0.1f).ToDictionary();

        void Step(int place, double error)
        {
            var slope = error - (pull * weights[place]);
            steps[place] += slope * slope;
            weights[place] += 0.3 * slope / Math.Sqrt(steps[place] + 1e-6);
        }
    }

    private static string[] Rows(string word)
    {
        var framed = $"^{word}$";
        return [.. Enumerable.Range(0, framed.Length).SelectMany(start => Enumerable.Range(2, 3).Where(length => start + length <= framed.Length).Select(length => framed.Substring(start, length))).Distinct()];
    }

    private static IEnumerable<string> Words()
    {
        string[] endings = [""];
        var isOrdinary = true;
        foreach (var line in Lines("swedish"))
        {
            if (line[0] == '=')
            {
                isOrdinary = line is not ("=>" or "=!");
                endings = isOrdinary ? [.. line[2..].Split(' ').Select(ending => ending == "_" ? "" : ending)] : [""];
                continue;
            }

            if (isOrdinary)
                foreach (var ending in endings.Take(2)) yield return line + ending;
        }
    }

    public static IEnumerable<string> Lines(string list)
    {
        using var stream = typeof(PersonalDataFinder).Assembly.GetManifestResourceStream($"Privacy/{list}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
