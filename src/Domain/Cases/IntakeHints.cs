using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>Something that a text seems to say, for the one who receives it to take a stand on.</summary>
/// <param name="Sentence">What Gåva saw and what to do, in Swedish.</param>
/// <param name="Elsewhere">The matter that goes another way, when that is what it seems to be (R-IN-10).</param>
/// <param name="Kind">The kind that it seems to be (R-IN-11).</param>
public sealed record IntakeHint(string Sentence, Elsewhere? Elsewhere = null, Kind? Kind = null);

/// <summary>What a text that comes in seems to be, beside what was chosen. Proposals only; a person decides.</summary>
public static class IntakeHints
{
    // "Är det meningen att maten ska vara kall?" is a complaint in the clothes of a question (S0, S1).
    private static readonly string[] Dissatisfied =
    [
        "är det meningen", "ska det vara så", "ska det verkligen", "är det rimligt", "är det okej", "är det ok att", "hur kan det", "hur kan ni", "hur länge ska", "hur många gånger ska",
        "varför kommer ingen", "varför kommer ni", "varför får jag inte", "varför får man inte", "varför har ingen", "varför har jag inte", "varför svarar", "varför är det så", "varför ska jag behöva",
        "missnöj", "inte nöjd", "besvik", "klagar", "klagomål", "oaccept", "inte okej", "under all kritik", "dålig", "usel", "bedrövlig", "skandal", "slarv", "otrev", "oförsk", "kränk",
        "upprörd", "arg ", "frustrer", "orättvis", "ingen kom", "kom aldrig", "kommer aldrig", "kom inte", "för sent", "fungerar inte", "ingen svarar", "svarar inte", "ingen lyssnar",
        "fortfarande inte", "trött på",
    ];

    private static readonly string[] Content = ["inte klaga", "inget att klaga", "inte missnöjd", "inte besviken", "inte alls dålig", "inte dålig"];

    /// <param name="kind">The kind that was chosen.</param>
    public static IReadOnlyList<IntakeHint> Of(string text, string kind, Routine routine)
    {
        var line = Signs.OneLine(text) + " ";
        List<IntakeHint> hints = [.. routine.Scope.Elsewhere.Where(e => Signs.FirstIn(line, e.Signs) is not null).Select(Matter)];
        if (Forced(line, kind, routine) is { } forced) hints.Add(forced);
        else if (Wrapped(line, kind, routine) is { } complaint) hints.Add(new($"Det här låter som missnöje. Ska sorten vara {complaint.Label.ToLowerInvariant()}?", Kind: complaint));
        return hints;
    }

    private static IntakeHint Matter(Elsewhere matter)
    {
        var when = matter.SameDay ? " Ta ställning i dag." : "";
        var also = matter.IsCopied ? " Klagomålet hanteras här också." : "";
        return new($"Kan det här vara ”{matter.Label.ToLowerInvariant()}”? Då går det till {Lower(matter.To)}. {matter.Tell}{also}{when}", matter);
    }

    private static IntakeHint? Forced(string line, string kind, Routine routine)
    {
        if (routine.Kind(kind) is null) return null;
        var said = WithoutContent(line);
        foreach (var known in routine.Kinds.Where(k => k.Code != kind))
        {
            if (Signs.FirstIn(said, known.ForcedBy) is { } sign) return new($"Texten säger ”{sign}”. I den här rutinen är det {known.Label.ToLowerInvariant()}.", Kind: known);
        }

        return null;
    }

    /// <summary>"Jag kan inte klaga" holds the word and means the opposite.</summary>
    private static string WithoutContent(string line) => Content.Aggregate(line, (rest, content) => rest.Replace(content, "", StringComparison.OrdinalIgnoreCase));

    private static Kind? Wrapped(string line, string kind, Routine routine)
    {
        if (routine.Kind(kind) is not { IsComplaint: false }) return null;
        return Signs.FirstIn(WithoutContent(line), Dissatisfied) is null ? null : routine.Kinds.FirstOrDefault(k => k.IsComplaint);
    }

    // A role begins small inside a sentence; an abbreviation stays as it is.
    private static string Lower(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
