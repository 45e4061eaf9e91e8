using System.Globalization;

namespace Gava.Domain.Forms;

/// <summary>
/// The number of a printed form: B-2026-0001-9. The last digit is a check (H. M. Damm, 2004): every single wrong digit and every two
/// neighbours that have changed places are noticed. It says nothing of who fills the form in.
/// </summary>
public readonly record struct FormNumber(int Year, int Number) : IComparable<FormNumber>
{
    /// <summary>A number as it is written, for sentences that say what would be right.</summary>
    public const string Example = "B-2026-0001-9";

    /// <summary>The most forms that a year has numbers for.</summary>
    public const int Most = 9_999_999;

    private const string Address = "blankett=";

    // The quasigroup of order 10 that Damm's dissertation gives.
    private static readonly byte[][] Steps =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9], [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1], [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5], [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    public int Check => CheckOf(Digits);

    private string Digits => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}{Number:D4}");

    /// <summary>Reads a number as people and scanners write it: small letters, without hyphens, O for 0, or the whole address of the code.</summary>
    /// <exception cref="RuleBroken">It is no such number, or a digit in it is wrong; the sentence tells which.</exception>
    public static FormNumber Parse(string? text)
    {
        var typed = Typed(text);
        if (typed.Length is < 10 or > 13 || typed[0] != 'B' || typed.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            throw new RuleBroken("form-number", $"Numret ser ut som {Example}. Det står längst ner på blanketten.", "form");
        }

        var digits = typed[1..^1];
        if (CheckOf(digits) != typed[^1] - '0' || int.Parse(digits[4..], CultureInfo.InvariantCulture) == 0)
        {
            throw new RuleBroken("form-number-check", $"Numret stämmer inte: en siffra är fel, eller två har bytt plats. Läs det en gång till på blanketten. Det ser ut som {Example}.", "form");
        }

        return new(int.Parse(digits[..4], CultureInfo.InvariantCulture), int.Parse(digits[4..], CultureInfo.InvariantCulture));
    }

    /// <summary>The sentence for a number that is well written, and that no printed form has.</summary>
    public static RuleBroken Unknown(FormNumber number) =>
        new("form-unknown", $"Ingen blankett med numret {number} är utskriven. Läs numret en gång till, eller registrera utan det.", "form");

    public static bool TryParse(string? text, out FormNumber number)
    {
        try
        {
            number = Parse(text);
            return true;
        }
        catch (RuleBroken)
        {
            number = default;
            return false;
        }
    }

    public int CompareTo(FormNumber other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(FormNumber left, FormNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(FormNumber left, FormNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(FormNumber left, FormNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FormNumber left, FormNumber right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"B-{Year:D4}-{Number:D4}-{Check}");

    private static string Typed(string? text)
    {
        var whole = text ?? "";
        // A hand-held scanner types the address that the code holds.
        var at = whole.IndexOf(Address, StringComparison.OrdinalIgnoreCase);
        if (at >= 0) whole = whole[(at + Address.Length)..].Split('&', '#')[0];
        if (whole.Length > 40) return "";
        var kept = string.Concat(whole.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '‐' or '.')));
        return kept.Length == 0 ? "" : kept[0] + kept[1..].Replace('O', '0').Replace('I', '1').Replace('L', '1');
    }

    private static int CheckOf(string digits) => digits.Aggregate(0, (at, digit) => Steps[at][digit - '0']);
}
