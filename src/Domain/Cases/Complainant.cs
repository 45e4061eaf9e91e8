using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <summary>
/// The one who complains, suggests or praises. Lives in the vault only (R-REG-03). The register knows the relation, the way
/// of reply and whether the person can be reached.
/// </summary>
public sealed record Complainant
{
    /// <summary>At most this many characters in a name.</summary>
    public const int LongestName = 200;

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>Postal address, lines separated by line breaks.</summary>
    public string? Address { get; init; }

    /// <summary>Skyddade personuppgifter (OSL 21:3, R-SEC-04).</summary>
    public bool Protected { get; init; }

    public bool CanBeReached => Has(Email) || Has(Phone) || Has(Address);

    public bool IsEmpty => !CanBeReached && !Has(Name);

    /// <summary>Trimmed and checked. Throws <see cref="RuleBroken"/> with the field's name.</summary>
    public Complainant Checked()
    {
        var email = Trimmed(Email, 254, "email", "E-postadressen är för lång. Den får ha högst 254 tecken.");
        if (email is not null && !LooksLikeEmail(email))
        {
            throw new RuleBroken("email", "E-postadressen ser inte rätt ut. Skriv den som namn@exempel.se.", "email");
        }

        var phone = Trimmed(Phone, 40, "phone", "Telefonnumret är för långt. Det får ha högst 40 tecken.");
        if (phone is not null && (phone.Count(char.IsDigit) is < 5 or > 15 || phone.Any(c => !char.IsDigit(c) && c is not (' ' or '+' or '-' or '(' or ')' or '.' or '/'))))
        {
            throw new RuleBroken("phone", "Telefonnumret ser inte rätt ut. Skriv det med siffror, till exempel 070-123 45 67.", "phone");
        }

        return this with
        {
            Name = Trimmed(Name, LongestName, "name", "Namnet är för långt. Det får ha högst 200 tecken."),
            Email = email,
            Phone = phone,
            Address = Trimmed(Address, 500, "address", "Adressen är för lång. Den får ha högst 500 tecken."),
        };
    }

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);

    private static string? Trimmed(string? value, int most, string field, string sentence)
    {
        var text = value?.Trim().ReplaceLineEndings("\n");
        if (string.IsNullOrEmpty(text)) return null;
        if (text.Length > most) throw new RuleBroken(field, sentence, field);
        if (text.Any(c => char.IsControl(c) && c != '\n'))
        {
            throw new RuleBroken(field, "Här finns tecken som inte går att läsa. Skriv om raden.", field);
        }

        return text;
    }

    private static bool LooksLikeEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && text[^1] != '.'
            && !text.Any(c => char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"')
            && System.Net.Mail.MailAddress.TryCreate(text, out _);
    }
}

/// <summary>For whom somebody speaks (R-IN-06; SOSFS 2011:9 5 kap. 3 §).</summary>
public enum Relation { Self, Relative, Guardian, LegalRepresentative, Agent, Employee, Organisation, Other }

/// <summary>What the one who complains is called in the register's words.</summary>
public static class Relations
{
    public static PersonRole Role(this Relation relation) => relation switch
    {
        Relation.Relative => PersonRole.Relative,
        Relation.Employee => PersonRole.Staff,
        _ => PersonRole.Complainant,
    };
}

/// <summary>How the person wants to hear from us, or was told.</summary>
public enum Way { None, Phone, Email, Letter, InPerson, Web }

/// <summary>Swedish words and API codes for the small lists of a case.</summary>
public static class CaseWords
{
    public static string Swedish(this Relation relation) => relation switch
    {
        Relation.Self => "För egen del",
        Relation.Relative => "Anhörig eller närstående",
        Relation.Guardian => "Vårdnadshavare",
        Relation.LegalRepresentative => "God man eller förvaltare",
        Relation.Agent => "Ombud",
        Relation.Employee => "Medarbetare",
        Relation.Organisation => "Förening eller myndighet",
        Relation.Other => "Annan",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    public static string Swedish(this Way way) => way switch
    {
        Way.None => "Vill inte ha svar",
        Way.Phone => "Telefon",
        Way.Email => "E-post",
        Way.Letter => "Brev",
        Way.InPerson => "Möte",
        Way.Web => "På webben, med koden",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>"per telefon", for sentences.</summary>
    public static string Per(this Way way) => way switch
    {
        Way.Phone => "per telefon",
        Way.Email => "med e-post",
        Way.Letter => "med brev",
        Way.InPerson => "vid ett möte",
        Way.Web => "på webben, med koden",
        _ => "inte alls",
    };

    public static string Code<T>(this T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
