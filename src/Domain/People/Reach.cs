namespace Gava.Domain.People;

/// <summary>How colleagues and places are reached, as somebody typed it. Nothing typed is null.</summary>
internal static class Reach
{
    public static string? Phone(string? typed) => Line(typed, 40) switch
    {
        null => null,
        { } phone when phone.Count(char.IsAsciiDigit) >= 5 && phone.All(c => char.IsAsciiDigit(c) || " +-()".Contains(c, StringComparison.Ordinal)) => phone,
        _ => throw new RuleBroken("phone", "Telefonnumret ser inte rätt ut. Skriv det med siffror, till exempel 08-555 100 00.", "phone"),
    };

    public static string? Email(string? typed) => Line(typed, 200) switch
    {
        null => null,
        { } email when email.Count(c => c == '@') == 1 && email[0] != '@' && email[^1] != '@' && !email.Any(char.IsWhiteSpace) => email,
        _ => throw new RuleBroken("email", "E-postadressen ser inte rätt ut. Skriv den som namn@exempel.se.", "email"),
    };

    /// <summary>Up to six lines.</summary>
    public static string? Address(string? typed)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0) return null;
        if (lines.Length > 6 || lines.Any(l => l.Length > 100 || l.Any(char.IsControl))) throw new RuleBroken("address", "Adressen får ha högst sex rader.", "address");
        return string.Join('\n', lines);
    }

    private static string? Line(string? typed, int most)
    {
        var text = (typed ?? "").Trim();
        return text.Length == 0 ? null : text.Length <= most ? text : text[..(most + 1)] + "\u0000";
    }
}
