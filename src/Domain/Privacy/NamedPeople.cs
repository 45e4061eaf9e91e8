namespace Gava.Domain.Privacy;

/// <summary>What somebody who is named in a text is to the case: as much as the register may say.</summary>
public enum PersonRole
{
    Somebody,
    Complainant,
    User,
    Relative,
    Child,
    Neighbour,
    Staff,
}

/// <summary>The Swedish words of <see cref="PersonRole"/>, as they stand in the register.</summary>
public static class PersonRoles
{
    private static readonly string[] Labels = ["namn", "personen", "brukaren", "anhörig", "barn", "granne", "medarbetare"];

    public static string Label(this PersonRole role) => Labels[(int)role];
}

/// <summary>Somebody who is named in a case, and what the register says instead, such as "medarbetare 2". Kept in the vault.</summary>
public sealed record NamedPerson(string Label, IReadOnlyList<string> Names);

/// <summary>The findings of a text that are the same person, or the same number.</summary>
/// <param name="Role">What the text says that the person is; null for what is no person.</param>
public sealed record FoundGroup(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Spellings, PersonRole? Role)
{
    public Finding First => Findings[0];

    /// <summary>The fullest way in which it is written.</summary>
    public string Text => Spellings[0];
}

/// <summary>
/// Who is named in a case. The same person is called the same in every text about it, so that a reader can tell two
/// people apart and still knows nobody's name (R-REG-02).
/// </summary>
public sealed class NamedPeople
{
    private readonly List<NamedPerson> people = [];
    private readonly IReadOnlyCollection<string> staff;

    /// <param name="known">Those whom the case has named before.</param>
    /// <param name="complainant">The name of the one who complains, if it is told.</param>
    /// <param name="role">What the one who complains is.</param>
    /// <param name="staff">The names of those who work where it happened.</param>
    public NamedPeople(IEnumerable<NamedPerson>? known = null, string? complainant = null, PersonRole role = PersonRole.Complainant, IReadOnlyCollection<string>? staff = null)
    {
        people.AddRange(known ?? []);
        this.staff = staff ?? [];
        if (!string.IsNullOrWhiteSpace(complainant) && !people.Exists(p => p.Names.Contains(complainant))) people.Add(new(Free(role.Label()), [complainant]));
    }

    /// <summary>Everybody, in the order in which they were met.</summary>
    public IReadOnlyList<NamedPerson> All => people;

    /// <summary>True when a text has named somebody new, or somebody in a new way.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Every name that the case or its unit holds already: the finder finds them in every form.</summary>
    public IReadOnlyCollection<string> Names => [.. people.SelectMany(p => p.Names).Concat(staff).Distinct()];

    /// <summary>Somebody is called something else than was thought: both names are theirs, and what the register calls them stays.</summary>
    /// <param name="was">The name so far; null when none was known.</param>
    /// <param name="role">What they are, where nobody is known by the old name.</param>
    public void Rename(string? was, string now, PersonRole role)
    {
        var there = people.FindIndex(p => was is not null && p.Names.Contains(was));
        if (there >= 0) people[there] = people[there] with { Names = [now, .. people[there].Names.Where(n => n != now)] };
        else if (!people.Exists(p => p.Names.Contains(now))) people.Add(new(Free(role.Label()), [now]));
        HasNews = true;
    }

    /// <summary>Words that are nobody's name after all: nobody is called so any more.</summary>
    public void Forget(IReadOnlyCollection<string> words)
    {
        for (var i = people.Count - 1; i >= 0; i--)
        {
            List<string> left = [.. people[i].Names.Where(n => !words.Contains(n, StringComparer.OrdinalIgnoreCase))];
            if (left.Count == people[i].Names.Count) continue;
            HasNews = true;
            if (left.Count == 0) people.RemoveAt(i);
            else people[i] = people[i] with { Names = left };
        }
    }

    /// <summary>What the finder finds in the text, with all that is known of who may be named.</summary>
    public IReadOnlyList<Finding> Find(string text) => PersonalDataFinder.Default.Find(text, Names);

    /// <summary>The register's edition of the text and the original, with everything masked that is found.</summary>
    public Words Mask(string text) => new(Mask(text, Find(text)), text);

    /// <summary>The text with a placeholder for each finding.</summary>
    /// <param name="roleOf">What the one who masks says that somebody is, by the group's first finding; null is what the text says.</param>
    public string Mask(string text, IReadOnlyList<Finding> findings, Func<Finding, PersonRole?>? roleOf = null)
    {
        Dictionary<Finding, string> called = [];
        var groups = Groups(text, findings).Where(g => g.Role is not null).Select(g => (Group: g, Role: roleOf?.Invoke(g.First) ?? g.Role!.Value, There: Find(g))).ToList();
        var newcomers = groups.Where(g => g.There is null).GroupBy(g => g.Role).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (group, role, there) in groups)
        {
            var person = there is null ? Add(group, role, newcomers[role] > 1) : Learn(there, group);
            foreach (var finding in group.Findings) called[finding] = $"[{person.Label}]";
        }

        return Masking.Apply(text, findings, finding => called.GetValueOrDefault(finding) ?? finding.Type.Placeholder());
    }

    /// <summary>The findings of a text, those of one person together, in the order of the text.</summary>
    public IReadOnlyList<FoundGroup> Groups(string text, IReadOnlyList<Finding> findings)
    {
        List<List<Finding>> together = [];
        Dictionary<string, List<Finding>> same = new(StringComparer.OrdinalIgnoreCase);
        var persons = findings.Where(f => f.Type == PersonalDataType.Person).Select(f => (Finding: f, Words: WordsOf(Text(text, f)))).ToList();
        // Full names first: "Anna" further up is the Anna Ek who is named further down.
        foreach (var (finding, words) in persons.OrderByDescending(p => p.Words.Count > 1).ThenBy(p => p.Finding.Start))
        {
            Gather(together, same, finding, words.Count == 1 ? words : [string.Join(' ', words)], also: words);
        }

        foreach (var finding in findings.Where(f => f.Type != PersonalDataType.Person)) Gather(together, same, finding, [$"{finding.Type} {Text(text, finding)}"], []);
        return [.. together.Select(found => GroupOf(text, found)).OrderBy(g => g.First.Start)];
    }

    private static void Gather(List<List<Finding>> together, Dictionary<string, List<Finding>> same, Finding finding, IReadOnlyList<string> words, IReadOnlyList<string> also)
    {
        if (words.Select(w => same.GetValueOrDefault(w)).FirstOrDefault(g => g is not null) is not { } group) together.Add(group = []);
        group.Add(finding);
        foreach (var word in words.Concat(also)) same.TryAdd(word, group);
    }

    private FoundGroup GroupOf(string text, List<Finding> found)
    {
        var ordered = found.OrderBy(f => f.Start).ToList();
        var spellings = ordered.Select(f => Text(text, f)).Distinct(StringComparer.Ordinal).OrderByDescending(s => WordsOf(s).Count).ThenBy(s => s.Length).ToList();
        return new(ordered, spellings, ordered[0].Type == PersonalDataType.Person ? RoleOf(text, ordered, spellings) : null);
    }

    private PersonRole RoleOf(string text, List<Finding> found, List<string> spellings)
    {
        if (spellings.Exists(s => staff.Any(name => IsSame(name, s)))) return PersonRole.Staff;
        return found.Select(f => SaidBefore(text, f)).FirstOrDefault(role => role != PersonRole.Somebody);
    }

    /// <summary>"min mamma Anna", "handläggaren Per", "grannen Ulla".</summary>
    private static PersonRole SaidBefore(string text, Finding finding)
    {
        var end = finding.Start;
        while (end > 0 && text[end - 1] == ' ') end--;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        var word = text[start..end].ToLowerInvariant();
        if (word.Length is 0 or > 40) return PersonRole.Somebody;
        if (word is "fru" or "herr" or "herrn" or "fröken" or "frk") return PersonRole.Somebody;
        if (word.StartsWith("grann", StringComparison.Ordinal)) return PersonRole.Neighbour;
        if (word is "son" or "sonen" or "dotter" or "dottern" or "barn" or "barnet" or "elev" or "eleven") return PersonRole.Child;
        if (word is "brukaren" or "brukare" or "boende" or "kunden" or "patienten") return PersonRole.User;
        var traits = Lexicon.Default.Of(word);
        return (traits & Traits.Kin) != Traits.None ? PersonRole.Relative : (traits & Traits.Role) != Traits.None ? PersonRole.Staff : PersonRole.Somebody;
    }

    private NamedPerson? Find(FoundGroup group) => people.Find(p => p.Names.Any(known => group.Spellings.Any(s => IsSame(known, s))));

    private NamedPerson Add(FoundGroup group, PersonRole role, bool isOneOfSeveral)
    {
        var label = role.Label();
        var person = new NamedPerson(isOneOfSeveral && !people.Exists(p => IsCalled(p, label)) ? $"{label} 1" : Free(label), group.Spellings);
        people.Add(person);
        HasNews = true;
        return person;
    }

    private NamedPerson Learn(NamedPerson there, FoundGroup group)
    {
        var news = group.Spellings.Where(s => !there.Names.Contains(s)).ToList();
        if (news.Count == 0) return there;
        var wiser = there with { Names = [.. there.Names, .. news] };
        people[people.IndexOf(there)] = wiser;
        HasNews = true;
        return wiser;
    }

    /// <summary>"medarbetare", then "medarbetare 2", "medarbetare 3" …</summary>
    private string Free(string label)
    {
        var taken = people.Count(p => IsCalled(p, label));
        return taken == 0 ? label : $"{label} {taken + 1}";
    }

    private static bool IsCalled(NamedPerson person, string label) =>
        person.Label == label || (person.Label.StartsWith(label, StringComparison.Ordinal) && person.Label.AsSpan(label.Length).TrimStart(' ').ContainsAnyInRange('0', '9'));

    /// <summary>Is the one with fewer words a part of the other?</summary>
    private static bool IsSame(string one, string other)
    {
        var (few, many) = (WordsOf(one), WordsOf(other));
        if (few.Count > many.Count) (few, many) = (many, few);
        return few.Count > 0 && few.All(word => many.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The words of a name, without the s of a genitive.</summary>
    private static List<string> WordsOf(string name)
    {
        var words = name.Split([' ', ',', '.', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 0 && words[^1] is { Length: > 3 } last && last[^1] is 's' or 'S' && (Lexicon.Default.Of(last.ToLowerInvariant()) & Traits.Genitive) != Traits.None)
        {
            words[^1] = last.TrimEnd('s', 'S').TrimEnd('\'', '’', ':');
        }

        return words;
    }

    private static string Text(string text, Finding finding) => text.Substring(finding.Start, finding.Length);
}
