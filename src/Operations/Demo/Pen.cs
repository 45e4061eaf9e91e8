using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gava.Operations.Demo;

/// <summary>
/// Writes one text. In a line, "{a|b}" is a choice, "[a]" is there every other time and "{hon}" is a slot: the one it tells
/// of is called by name the first time and by pronoun after that, and a place or a person stays the same throughout.
/// </summary>
internal sealed class Pen(Random chance, Cast cast)
{
    private const int MostSentences = 8;
    private const int MostChoices = 16;

    private static readonly SearchValues<char> Signs = SearchValues.Create("{}[]|");
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?");

    private readonly StringBuilder text = new(1_024);
    private readonly HashSet<string> said = [];
    private readonly Dictionary<string, string> facts = [];
    private MadeUpPerson? writer;
    private MadeUpPerson? other;
    private bool isIntroduced;
    private bool namesTheOther;
    private int sentences;

    public Cast Cast => cast;

    public override string ToString() => text.ToString();

    /// <summary>The one it tells of is called by name and surname at the first mention.</summary>
    public void NameTheOther() => namesTheOther = !cast.IsSelf;

    /// <summary>Says one of the lines that suit, as far as the text does not grow too long. Never the same line twice.</summary>
    public bool Say(IReadOnlyList<Line> lines)
    {
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var line = lines[chance.Next(lines.Count)];
            if (!line.Suits(cast) || !said.Add(line.Text)) continue;
            return Say(line.Text);
        }

        return false;
    }

    public bool Say(string line)
    {
        var (length, wasIntroduced) = (text.Length, isIntroduced);
        if (length > 0) text.Append(' ');
        var start = text.Length;
        Write(line);
        var more = SentencesIn(text.ToString(start, text.Length - start));
        if (length > 0 && sentences + more > MostSentences)
        {
            (text.Length, isIntroduced) = (length, wasIntroduced);
            return false;
        }

        sentences += more;
        text[start] = char.ToUpperInvariant(text[start]);
        return true;
    }

    /// <summary>The last full stop becomes something stronger.</summary>
    public void RaiseVoice()
    {
        if (text.Length == 0 || text[^1] != '.') return;
        text.Length--;
        text.Append(chance.Next(4) == 0 ? "!!" : "!");
    }

    private static int SentencesIn(ReadOnlySpan<char> passage)
    {
        var count = 0;
        for (var i = passage.IndexOfAny(Stops); i >= 0;)
        {
            if (i + 1 == passage.Length || passage[i + 1] == ' ') count++;
            var next = passage[(i + 1)..].IndexOfAny(Stops);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return count;
    }

    private void Write(ReadOnlySpan<char> line)
    {
        for (var start = line.IndexOfAny('{', '['); start >= 0; start = line.IndexOfAny('{', '['))
        {
            text.Append(line[..start]);
            var end = EndOf(line, start);
            var inside = line[(start + 1)..end];
            if (line[start] == '{') Choose(inside);
            else if (chance.Next(2) == 0) Write(inside);
            line = line[(end + 1)..];
        }

        text.Append(line);
    }

    private static int EndOf(ReadOnlySpan<char> line, int start)
    {
        var depth = 0;
        for (var i = start; i >= 0; i = NextSign(line, i + 1))
        {
            depth += Depth(line[i]);
            if (depth == 0) return i;
        }

        throw new FormatException($"A bracket is not closed: {line}");
    }

    private void Choose(ReadOnlySpan<char> inside)
    {
        Span<int> bars = stackalloc int[MostChoices];
        var (count, depth) = (0, 0);
        for (var i = NextSign(inside, 0); i >= 0; i = NextSign(inside, i + 1))
        {
            depth += Depth(inside[i]);
            if (inside[i] == '|' && depth == 0) bars[count++] = i;
        }

        if (count == 0)
        {
            Fill(inside.ToString());
            return;
        }

        var chosen = chance.Next(count + 1);
        Write(inside[(chosen == 0 ? 0 : bars[chosen - 1] + 1)..(chosen == count ? inside.Length : bars[chosen])]);
    }

    private static int NextSign(ReadOnlySpan<char> line, int from) =>
        line[from..].IndexOfAny(Signs) is var next and >= 0 ? from + next : -1;

    private static int Depth(char c) => c switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };

    private void Fill(string slot)
    {
        var small = slot.ToLowerInvariant();
        var value = Pronoun(small) ?? Fact(small);
        if (char.IsUpper(slot[0])) value = char.ToUpperInvariant(value[0]) + value[1..];
        text.Append(value);
    }

    private string? Pronoun(string slot) => slot switch
    {
        "hon" => Named(self: "jag", pronoun: cast.IsWoman ? "hon" : "han", genitive: false),
        "henne" => Named(self: "mig", pronoun: cast.IsWoman ? "henne" : "honom", genitive: false),
        "min" or "mitt" or "mina" => Named(self: slot, pronoun: cast.IsWoman ? "hennes" : "hans", genitive: true),
        "sin" => cast.IsSelf ? "min" : slot,
        "sitt" => cast.IsSelf ? "mitt" : slot,
        "sina" => cast.IsSelf ? "mina" : slot,
        "sig" => cast.IsSelf ? "mig" : slot,
        _ => null,
    };

    private string Named(string self, string pronoun, bool genitive)
    {
        if (cast.IsSelf) return self;
        if (isIntroduced) return pronoun;
        isIntroduced = true;
        var name = namesTheOther ? $"{cast.Noun} {Other.Name}" : cast.Noun;
        return genitive && name[^1] is not ('s' or 'x' or 'z') ? $"{name}s" : name;
    }

    private MadeUpPerson Writer => writer ??= MadeUpPerson.Any(chance);

    private MadeUpPerson Other => other ??= MadeUpPerson.Any(chance, cast.IsWoman);

    private MadeUpPerson Told => cast.IsSelf ? Writer : Other;

    private string Fact(string slot) => slot switch
    {
        "dag" => MadeUpPlaces.Day(chance),
        "veckodag" => MadeUpPlaces.Weekday(chance),
        "länge" => MadeUpPlaces.Long(chance),
        "kl" => string.Create(CultureInfo.InvariantCulture, $"{chance.Next(9, 16):00}.{chance.Next(4) * 15:00}"),
        "telefon" => Once(slot, () => MadeUpPerson.Phone(chance)),
        "epost" => Once(slot, () => Writer.Email(chance)),
        "namn" => Writer.Name,
        "förnamn" => Writer.Given,
        "personal" => Once(slot, () => MadeUpPerson.Any(chance) is var p && chance.Next(2) == 0 ? p.Name : p.Given),
        "personnummer" => Once(slot, () => Told.PersonNumber(chance, cast.Born)),
        "husnr" => Once(slot, () => MadeUpPlaces.House(chance)),
        "gata" => Once(slot, () => MadeUpPlaces.Street(chance)),
        "tvärgata" => Once(slot, () => MadeUpPlaces.Street(chance, not: facts.GetValueOrDefault("gata"))),
        "plats" => Once(slot, () => MadeUpPlaces.Place(chance)),
        "lokal" => Once(slot, () => MadeUpPlaces.Building(chance)),
        "ålder" => Once(slot, () => chance.Next(76, 95).ToString(CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"There is no slot {slot}."),
    };

    private string Once(string slot, Func<string> make) => facts.TryGetValue(slot, out var known) ? known : facts[slot] = make();
}
