using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Privacy;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Security;

/// <summary>Something that points at somebody, and the flow that it was put into.</summary>
/// <param name="Forms">It and what is left of it in other spellings: without spaces, with the country, the surname alone.</param>
internal sealed record PlantedValue(PersonalDataType Type, string Text, string Flow, IReadOnlyList<string> Forms);

/// <summary>
/// Made-up personal data of every type, each value only once, the same for the same seed. A leak test is about where words go and not
/// about what the finder finds: each value stands in a form that the finder finds whole, and one that it does not is drawn again.
/// How much it finds of real texts is <c>MaskingFiguresTests</c>.
/// </summary>
/// <param name="known">Everything that is there without any planting: names in it are not used.</param>
internal sealed class PlantedValues(int seed, string known)
{
    private const string PlateLetters = "ABCDEFGHJKLMNOPRSTUWXYZ";
    private static readonly string[] Trees = ["Plommon", "Körsbärs", "Kastanje", "Hagtorns", "Syren", "Lönn", "Rönn", "Oxel", "Idegrans", "Kaprifol", "Berberis", "Jasmin", "Pil", "Sälg", "Måbärs", "Päron"];
    private static readonly string[] Streets = ["vägen", "gatan", "gränden", "stigen"];

    private readonly Random random = new(seed);
    private readonly List<PlantedValue> all = [];
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> given = NamesOf("given");
    private readonly List<string> surnames = NamesOf("surnames");
    private readonly Queue<string> phones = new(FictitiousPhones());

    public IReadOnlyList<PlantedValue> All => all;

    /// <summary>A text with one value of each type.</summary>
    public string In(string flow)
    {
        var mark = all.Count;
        var text = string.Join(' ', Enum.GetValues<PersonalDataType>().Select(type => Found(type, flow).Sentence));
        var masked = Masking.Apply(text, PersonalDataFinder.Default.Find(text));
        if (all.Skip(mark).All(v => v.Forms.All(form => !masked.Contains(form, StringComparison.OrdinalIgnoreCase)))) return text;
        // One of them is not found beside the others.
        all.RemoveRange(mark, all.Count - mark);
        return In(flow);
    }

    /// <summary>Some words around one value, as somebody writes them.</summary>
    public string Within(PersonalDataType type, string flow) => Found(type, flow).Sentence;

    /// <summary>One value alone, as in a field of its own.</summary>
    public string One(PersonalDataType type, string flow) => Found(type, flow).Text;

    /// <summary>A word that points at somebody and that the finder does not find, so that a person must hide it.</summary>
    public string Missed(string flow)
    {
        var word = "";
        while (word.Length == 0 || !used.Add(word) || PersonalDataFinder.Default.Find($"Det stod {word} där.").Count > 0) word = $"{Plain(Name(surnames))[..6]}{random.Next(1000, 10000)}qz";
        all.Add(new(PersonalDataType.Handle, word, flow, [word]));
        return word;
    }

    private (string Sentence, string Text) Found(PersonalDataType type, string flow)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var (sentence, text, forms) = Draw(type);
            if (!used.Add(text) || known.Contains(text, StringComparison.OrdinalIgnoreCase)) continue;
            var at = sentence.IndexOf(text, StringComparison.Ordinal);
            if (!PersonalDataFinder.Default.Find(sentence).Any(f => f.Start <= at && f.End >= at + text.Length)) continue;
            all.Add(new(type, text, flow, [text, .. forms]));
            return (sentence, text);
        }

        throw new InvalidOperationException($"The finder finds no {type} of those that are drawn.");
    }

    private (string Sentence, string Text, string[] Forms) Draw(PersonalDataType type)
    {
        switch (type)
        {
            case PersonalDataType.Person:
                var (first, last) = (Name(given), Name(surnames));
                // The search keeps stems: a name would be there without its ending.
                return ($"Hon heter {first} {last}.", $"{first} {last}", [last, SwedishStems.Stem(last.ToLowerInvariant())]);
            case PersonalDataType.PersonNumber:
                // 980 to 999 are set aside for tests (Skatteverket).
                var (birth, serial) = ($"{random.Next(1925, 2004)}{random.Next(1, 13):D2}{random.Next(1, 29):D2}", $"{random.Next(980, 1000)}");
                var number = $"{birth}-{serial}{CheckDigit(birth[2..] + serial)}";
                return ($"Personnummer {number}.", number, [number.Replace("-", "", StringComparison.Ordinal), number[2..]]);
            case PersonalDataType.Phone:
                var phone = phones.Dequeue();
                var digits = string.Concat(phone.Where(char.IsAsciiDigit));
                return ($"Ring {phone}.", phone, [digits, "+46" + digits[1..], phone[(phone.IndexOf('-', StringComparison.Ordinal) + 1)..]]);
            case PersonalDataType.Email:
                var local = $"{Plain(Name(surnames))}.{random.Next(1000, 10000)}";
                return ($"Mejla {local}@exempel.example.", $"{local}@exempel.example", [local]);
            case PersonalDataType.Address:
                var street = $"{One(Trees)}{One(["bergs", "dals", "lunds", "hags", "ås"])}{One(Streets)} {random.Next(100, 1000)}";
                return ($"Hon bor på {street}.", street, []);
            case PersonalDataType.Vehicle:
                var (letters, end) = (string.Concat(Enumerable.Range(0, 3).Select(_ => PlateLetters[random.Next(PlateLetters.Length)])), $"{random.Next(100, 1000)}");
                return ($"Bilen har regnummer {letters} {end}.", $"{letters} {end}", [letters + end]);
            case PersonalDataType.Account:
                var account = string.Concat(Enumerable.Range(0, 20).Select(_ => (char)('0' + random.Next(10))));
                var iban = $"SE{Remainder(account):D2}{account}";
                var spaced = string.Join(' ', iban.Chunk(4).Select(four => new string(four)));
                return ($"Kontot är {spaced}.", spaced, [iban]);
            case PersonalDataType.Property:
                var property = $"{Name(surnames)}holm {random.Next(10, 100)}:{random.Next(100, 1000)}";
                return ($"Det gäller fastigheten {property}.", property, []);
            case PersonalDataType.Handle:
                var handle = $"{Plain(Name(surnames))}_{random.Next(1000, 10000)}";
                return ($"Hon kallar sig @{handle}.", "@" + handle, [handle]);
            case PersonalDataType.CaseNumber:
                var kept = $"{random.Next(100_000_000, 1_000_000_000)}";
                return ($"Kundnummer KDX-{kept}.", $"KDX-{kept}", [kept]);
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    /// <summary>One that is in nothing that Gåva says by itself.</summary>
    private string Name(List<string> among)
    {
        var name = One(among);
        return known.Contains(SwedishStems.Stem(name.ToLowerInvariant()), StringComparison.OrdinalIgnoreCase) ? Name(among) : name;
    }

    private T One<T>(IReadOnlyList<T> among) => among[random.Next(among.Count)];

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Select(c => c switch { 'å' or 'ä' => 'a', 'ö' => 'o', _ => c }));

    private static int CheckDigit(string nine)
    {
        var sum = nine.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(part => (part / 10) + (part % 10));
        return (10 - (sum % 10)) % 10;
    }

    /// <summary>The check digits of an IBAN (ISO 13616): with S as 28, E as 14.</summary>
    private static int Remainder(string account) => 98 - $"{account}281400".Aggregate(0, (rest, c) => ((rest * 10) + c - '0') % 97);

    /// <summary>Long enough not to be a part of other words.</summary>
    private static List<string> NamesOf(string list) =>
        [.. File.ReadLines(Path.Combine(Checkout.Folder, "src", "Domain", "Privacy", "Lists", $"{list}.txt"))
            .Where(name => name.Length is >= 8 and <= 16 && name.All(c => char.IsAsciiLetter(c) || c is 'å' or 'ä' or 'ö')
                && SwedishStems.Stem(name).Length >= 6)
            .Select(name => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name))];

    /// <summary>The numbers that PTS has set aside for books and films: nobody is called.</summary>
    private static IEnumerable<string> FictitiousPhones()
    {
        for (var i = 5; i < 100; i++) yield return $"070-174 06 {i:D2}";
        for (var i = 0; i < 100; i++) yield return $"08-465 004 {i:D2}";
        for (var i = 0; i < 100; i++) yield return $"031-390 06 {i:D2}";
        for (var i = 0; i < 100; i++) yield return $"040-628 04 {i:D2}";
        for (var i = 0; i < 100; i++) yield return $"0980-31 92 {i:D2}";
    }
}
