namespace Gava.Domain.Routines;

/// <summary>A template of the municipality's own. It goes before the routine's (R-FLOW-07).</summary>
public sealed class OwnTemplate
{
    private const int LongestText = 10_000;

    private OwnTemplate() { }

    /// <param name="id">Null makes one.</param>
    public OwnTemplate(string use, string? kind, string language, string? regime, string subject, string text, Guid? id = null)
    {
        Id = id ?? Id;
        Describe(use, kind, language, regime, subject, text);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>reply, feedback, delay …: one of <see cref="TemplateWords.Uses"/>.</summary>
    public string Use { get; private set; } = "";

    /// <summary>A kind's code; null is every kind.</summary>
    public string? Kind { get; private set; }

    public string Language { get; private set; } = "sv";

    /// <summary>A legal regime's code; null is every regime.</summary>
    public string? Regime { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void Describe(string use, string? kind, string language, string? regime, string subject, string text)
    {
        Use = TemplateWords.Uses.Contains(use) ? use : throw new RuleBroken("template-use", "Välj vad mallen är till för.", "use");
        Language = TemplateWords.Languages.Contains(language) ? language : throw new RuleBroken("template-language", "Välj ett språk.", "language");
        Kind = string.IsNullOrWhiteSpace(kind) ? null : kind.Trim();
        Regime = string.IsNullOrWhiteSpace(regime) ? null
            : LegalRegimes.Codes.Contains(regime) ? regime : throw new RuleBroken("regime-unknown", "Välj vilka lagar mallen gäller för.", "regime");
        Subject = Checked(subject, 200, "subject", "Skriv en rubrik med högst 200 tecken.");
        Text = Checked(text.ReplaceLineEndings("\n"), LongestText, "text", "Skriv mallens text. Den får ha högst 10 000 tecken.");
    }

    private static string Checked(string typed, int most, string field, string sentence)
    {
        var text = typed.Trim();
        if (text.Length == 0 || text.Length > most || text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) throw new RuleBroken($"template-{field}", sentence, field);
        var unknown = TemplateWords.UnknownIn(text);
        return unknown.Count == 0 ? text : throw new RuleBroken("placeholder-unknown",
            $"Mallen kan inte fylla i {string.Join(" eller ", unknown)}. Det som finns är {string.Join(", ", TemplateWords.Placeholders.Select(p => $"{{{p}}}"))}.", field);
    }
}
