using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>A category that a text may belong to, and what says so.</summary>
/// <param name="Why">In a Swedish sentence.</param>
public sealed record CategoryHint(string Tree, Category Category, string Why);

/// <summary>An earlier case of the same routine, as far as it tells how such things are categorised.</summary>
/// <param name="Codes">Tree and code, as they were set.</param>
public sealed record CategorisedText(string Text, IReadOnlyList<(string Tree, string Code)> Codes);

/// <summary>
/// Which category a text likely belongs to (R-LEARN-01): one whose name it says, else the one whose earlier cases use its words more than others do. A hint with its
/// reason, never a decision.
/// </summary>
public sealed class LikelyCategory
{
    /// <summary>From fewer than so many cases nothing is learnt of a category.</summary>
    private const int Fewest = 3;

    /// <summary>So many words must speak for it, each of them at least so much more often in it than elsewhere.</summary>
    private const int LeastWords = 2;
    private const double MoreOften = 2;

    /// <summary>So much must speak for it, in the logarithm of odds, and so much more than for the next.</summary>
    private const double LeastOdds = 2.5;
    private const double ClearlyMore = 1.0;

    private const int MostWords = 200;

    private static readonly HashSet<string> Rest = [.. SwedishStems.Of("annat övrigt övriga ospecificerat")];

    // "Ett bra bemötande", "Kort väntetid": quality indicators are named as they should be, and people complain that they are not.
    private static readonly HashSet<string> Praising = [.. SwedishStems.Of("bra god gott hög högt kort snabb snabbt trygg tydlig")];

    private readonly IReadOnlyList<CategoryTree> trees;
    private readonly List<(Dictionary<string, string> Words, IReadOnlyList<(string Tree, string Code)> Codes)> earlier;

    public LikelyCategory(IReadOnlyList<CategoryTree> trees, IEnumerable<CategorisedText> earlier) =>
        (this.trees, this.earlier) = (trees, [.. earlier.Select(e => (WordsOf(e.Text), e.Codes))]);

    /// <summary>For each tree one category at most.</summary>
    public IReadOnlyList<CategoryHint> Of(string text)
    {
        var words = WordsOf(text);
        return [.. trees.Select(tree => Named(tree, words) ?? FromHistory(tree, words)).OfType<CategoryHint>()];
    }

    /// <summary>A category whose name stands in the text; the longest name, when there are several.</summary>
    private static CategoryHint? Named(CategoryTree tree, Dictionary<string, string> words) =>
        tree.All.Select(c => (Category: c, Name: NameOf(c))).Where(c => c.Name.Count > 0 && c.Name.TrueForAll(words.ContainsKey)).OrderByDescending(c => c.Name.Count)
            .Select(c => new CategoryHint(tree.Code, c.Category, $"Texten säger {Quoted(c.Name.Select(stem => words[stem]))}.")).FirstOrDefault();

    private CategoryHint? FromHistory(CategoryTree tree, Dictionary<string, string> words)
    {
        var known = earlier.FindAll(e => e.Codes.Any(c => c.Tree == tree.Code));
        var scored = tree.All.Select(category => (Category: category, Speaks: Speaks(known, tree.Code, category.Code, words))).Where(c => c.Speaks.Count >= LeastWords)
            .Select(c => (c.Category, c.Speaks, Odds: c.Speaks.Sum(s => s.Odds))).OrderByDescending(c => c.Odds).Take(2).ToList();
        if (scored.Count == 0 || scored[0].Odds < LeastOdds || (scored.Count > 1 && scored[0].Odds - scored[1].Odds < ClearlyMore)) return null;
        var (best, speaks, _) = scored[0];
        return new(tree.Code, best, $"Tidigare ärenden om {best.Label.ToLowerInvariant()} har ofta orden {Quoted(speaks.OrderByDescending(s => s.Odds).Take(3).Select(s => words[s.Stem]))}.");
    }

    /// <summary>The words of the text that the category's earlier cases have more often than the others, and how much that says.</summary>
    private static List<(string Stem, double Odds)> Speaks(List<(Dictionary<string, string> Words, IReadOnlyList<(string Tree, string Code)> Codes)> known, string tree, string code, Dictionary<string, string> words)
    {
        var within = known.FindAll(k => k.Codes.Contains((tree, code)));
        if (within.Count < Fewest) return [];
        var others = known.Count - within.Count;
        List<(string, double)> speaks = [];
        foreach (var stem in words.Keys)
        {
            var (here, all) = (within.Count(k => k.Words.ContainsKey(stem)), known.Count(k => k.Words.ContainsKey(stem)));
            if (here < 2) continue;
            // Half a case more on each side, so that a word that is seen nowhere else does not weigh without end.
            var ratio = (here + 0.5) / (within.Count + 1) / ((all - here + 0.5) / (others + 1));
            if (ratio >= MoreOften) speaks.Add((stem, Math.Log(ratio)));
        }

        return speaks;
    }

    /// <summary>The telling words of a category's name, without those that praise it; none of what takes the rest.</summary>
    private static List<string> NameOf(Category category) =>
        SwedishStems.Of(category.Label).Where(stem => LikelySame.Tells(stem) && !Praising.Contains(stem)).ToList() is var name && name.Exists(Rest.Contains) ? [] : name;

    private static Dictionary<string, string> WordsOf(string text) => LikelySame.TellingOf(text, MostWords);

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"”{w}”"));
}
