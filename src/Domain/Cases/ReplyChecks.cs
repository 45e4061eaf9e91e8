using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>Something that the routine wants in a reply, and whether the text seems to hold it.</summary>
/// <param name="IsThere">Null where only a person can tell.</param>
public sealed record ReplyCheck(ReplyContent Content, bool? IsThere);

/// <summary>What a look through a reply found. It helps and never stops anybody.</summary>
public sealed record ReplyReview(IReadOnlyList<ReplyCheck> Contents, IReadOnlyList<string> Hints);

/// <summary>
/// Looks a reply through for what the routine wants in it (R-FLOW-07), and for blaming others (R-FLOW-14). It sees words, not
/// what they mean: the person who writes has the last word.
/// </summary>
public static class ReplyChecks
{
    private static readonly Dictionary<string, string[]> SignsOf = new()
    {
        ["thanks"] = ["tack ", "tack!", "tack.", "tack,", "tackar", "tacksam", "uppskattar"],
        ["regret"] = ["beklag", "ledsen", "ledsamt", "ledsna", "tråkigt", "sorgligt"],
        ["apology"] = ["förlåt", "ursäkt", "om ursäkt"],
        ["measure"] =
        [
            "åtgärd", "ändrat", "ändrar", "bytt ", "byter", "rättat", "rättar", "rätta till", "infört", "ser till att", "sett till att", "ordnat", "ordnar", "lagat", "lagar",
            "gått igenom", "går igenom", "talat med", "pratat med", "utbild", "ny rutin", "nya rutin", "nytt schema", "från och med",
        ],
        ["explanation"] = ["därför att", "eftersom", "beror på", "berodde på", "orsak", "anledning", "förklar"],
        ["prevention"] = ["inte hända igen", "inte händer igen", "inte ska hända", "inte upprepas", "förebygg", "undvika", "i fortsättningen", "i framtiden", "framöver"],
        ["whereToTurn"] = ["vända dig", "vänder du dig", "vända er", "vänder ni er", "kan kontakta", "patientnämnden", "ivo", "inspektionen", "ombudsman", "justitieombudsman", "överklaga"],
    };

    // "Tack vare" is no thanks.
    private static readonly string[] NoThanks = ["tack vare", "tack och lov"];

    private static readonly string[] Plural = ["vi beklagar", "beklagar vi", "vi är ledsna", "är vi ledsna"];

    private static readonly (string What, string[] Signs)[] Blame =
    [
        ("semestrar", ["semest", "sommarsemest", "julledig"]),
        ("vikarier", ["vikari", "timvikari", "sommarvikari"]),
        ("resurser", ["resursbrist", "brist på resurs", "inga resurs", "inte resurs", "saknar resurs", "för lite resurs", "personalbrist", "underbemann", "ont om personal", "brist på personal", "för lite personal"]),
        ("andra", ["andras fel", "andras ansvar", "någon annans", "det är andra som", "inte vårt fel", "inte mitt fel", "inte vårt ansvar", "min kollegas fel", "en annan enhets fel"]),
    ];

    public static ReplyReview Of(string text, ReplyRule rule, Kind kind, bool isUnsolved)
    {
        var line = Signs.OneLine(text) + " ";
        var contents = rule.ContentsFor(kind, isUnsolved).ToList();
        List<string> hints = [];
        if (contents.Any(c => c is { Code: "regret", Singular: true }) && Signs.FirstIn(line, Plural) is not null)
        {
            hints.Add("Skriv jag, inte vi: ”Jag beklagar …”.");
        }

        return new([.. contents.Select(c => new ReplyCheck(c, IsThere(c.Code, line)))], [.. hints, .. BlamingIn(text)]);
    }

    /// <summary>A sentence for each that the text seems to blame.</summary>
    public static IReadOnlyList<string> BlamingIn(string text)
    {
        var line = Signs.OneLine(text);
        return [.. Blame.Where(b => Signs.FirstIn(line, b.Signs) is not null).Select(b => $"Skyll inte på {b.What}. Det löser inte problemet för den som klagar.")];
    }

    private static bool? IsThere(string code, string line)
    {
        if (!SignsOf.TryGetValue(code, out var signs)) return null;
        if (code == "thanks") foreach (var none in NoThanks) line = line.Replace(none, "", StringComparison.OrdinalIgnoreCase);
        return Signs.FirstIn(line, signs) is not null;
    }
}
