using System.Globalization;

namespace Gava.Domain.Cases;

/// <summary>
/// What people call a case: the year it was registered and its running number, "2026-000123". Given at once (R-REG-01),
/// unique, never used again.
/// </summary>
public readonly record struct CaseReference(int Year, long Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:000000}");

    /// <summary>Reads what somebody typed or said; spaces around it and a missing row of noughts do not matter.</summary>
    public static bool TryParse(string? text, out CaseReference reference)
    {
        reference = default;
        var parts = text?.Trim().Split('-', '–') ?? [];
        if (parts.Length != 2 || parts[0].Trim().Length != 4 || parts[1].Trim().Length is 0 or > 12
            || !int.TryParse(parts[0], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var year)
            || !long.TryParse(parts[1], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            || number < 1)
        {
            return false;
        }

        reference = new(year, number);
        return true;
    }
}
