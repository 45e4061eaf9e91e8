using System.Text.RegularExpressions;

namespace Gava.Domain.Routines;

/// <summary>What templates are for, in which languages, and what can be filled in.</summary>
public static partial class TemplateWords
{
    public static readonly IReadOnlyList<string> Uses = ["acknowledgement", "handOver", "feedback", "delay", "reply", "closing", "form", "poster"];

    public static readonly IReadOnlyList<string> Languages = ["sv", "sv-latt", "en", "fi", "ar", "so"];

    public static readonly IReadOnlyList<string> Placeholders = ["reference", "unit", "handler", "due", "kind"];

    /// <summary>Holes that nothing can be filled into, as they stand: "{namn}".</summary>
    public static IReadOnlyList<string> UnknownIn(string text) =>
        [.. HolePattern().Matches(text).Select(m => m.Value).Where(hole => !Placeholders.Contains(hole[1..^1])).Distinct()];

    public static string Fill(string text, string reference, string unit, string handler, string due, string kind) => text
        .Replace("{reference}", reference, StringComparison.Ordinal)
        .Replace("{unit}", unit, StringComparison.Ordinal)
        .Replace("{handler}", handler, StringComparison.Ordinal)
        .Replace("{due}", due, StringComparison.Ordinal)
        .Replace("{kind}", kind, StringComparison.Ordinal);

    public static string UseInSwedish(string use) => use switch
    {
        "acknowledgement" => "Bekräftelse",
        "handOver" => "Ny person har ärendet",
        "feedback" => "Återkoppling",
        "delay" => "Försening",
        "reply" => "Svar",
        "closing" => "Avslut",
        "form" => "Blankett",
        "poster" => "Anslag",
        _ => use,
    };

    public static string LanguageInSwedish(string language) => language switch
    {
        "sv" => "Svenska",
        "sv-latt" => "Lätt svenska",
        "en" => "Engelska",
        "fi" => "Finska",
        "ar" => "Arabiska",
        "so" => "Somaliska",
        _ => language,
    };

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex HolePattern();
}
