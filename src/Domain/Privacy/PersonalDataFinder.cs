namespace Gava.Domain.Privacy;

/// <summary>
/// Finds personal data in Swedish free text and says why it thinks so (R-REG-02). It proposes; a person decides.
/// Time grows in step with the text, whatever the text is.
/// </summary>
public sealed class PersonalDataFinder
{
    private readonly Lexicon _lexicon;

    private readonly SecondOpinion? _opinion;

    /// <param name="lexicon">The lists.</param>
    /// <param name="opinion">Weighs the words that the rules leave undecided; null for the rules alone.</param>
    internal PersonalDataFinder(Lexicon lexicon, SecondOpinion? opinion) => (_lexicon, _opinion) = (lexicon, opinion);

    /// <summary>With the lists that are shipped. Holds nothing of what it has read, so all threads may share it.</summary>
    public static PersonalDataFinder Default { get; } = new(Lexicon.Default, SecondOpinion.Default);

    /// <summary>The findings in the order of the text; they never overlap.</summary>
    /// <param name="text">What somebody wrote or said.</param>
    /// <param name="knownNames">Names that the case already holds: always found, in every form.</param>
    public IReadOnlyList<Finding> Find(string text, IReadOnlyCollection<string>? knownNames = null)
    {
        if (text.Length == 0) return [];
        var plain = PlainText.Of(text);
        var (_, claims, _) = Read(plain.Text, knownNames);
        return InOriginal(Joined(claims.Findings, plain.Text), plain);
    }

    /// <summary>Reads a plain text: its words, what is found in it, and which words are names.</summary>
    internal (Passage Passage, Claims Claims, bool[] Names) Read(string plain, IReadOnlyCollection<string>? knownNames)
    {
        var passage = new Passage(plain, _lexicon);
        var claims = new Claims(plain.Length);
        Handles.FindInLinks(passage, claims);
        Emails.Find(passage, claims);
        Handles.Find(passage, claims);
        IdentityNumbers.Find(passage, claims);
        Accounts.Find(passage, claims);
        CaseNumbers.Find(passage, claims);
        Phones.Find(passage, claims);
        SpokenNumbers.Find(passage, claims);
        Properties.Find(passage, claims);
        CaseNumbers.FindCompounds(passage, claims);
        Addresses.Find(passage, claims);
        Vehicles.Find(passage, claims);
        var names = Names.Find(passage, claims, knownNames is null ? [] : [.. knownNames.Select(name => PlainText.Of(name).Text)], _opinion);
        return (passage, claims, names);
    }

    /// <summary>Two plain characters may come from one, as in "ﬁ"; the earlier finding then takes it.</summary>
    private static List<Finding> InOriginal(List<Finding> findings, PlainText plain)
    {
        var done = 0;
        List<Finding> moved = new(findings.Count);
        foreach (var finding in findings)
        {
            var (start, end) = plain.InOriginal(finding.Start, finding.End);
            start = Math.Max(start, done);
            if (start >= end) continue;
            moved.Add(finding with { Start = start, Length = end - start });
            done = end;
        }

        return moved;
    }

    /// <summary>Given name and surname that were known apart are one name when only a space is between them.</summary>
    private static List<Finding> Joined(IReadOnlyList<Finding> findings, string text)
    {
        List<Finding> joined = new(findings.Count);
        foreach (var finding in findings)
        {
            if (joined.Count > 0 && joined[^1] is { Type: PersonalDataType.Person } before && finding.Type == PersonalDataType.Person
                && finding.Start == before.End + 1 && text[before.End] == ' ')
            {
                joined[^1] = before with { Length = finding.End - before.Start };
            }
            else
            {
                joined.Add(finding);
            }
        }

        return joined;
    }
}
