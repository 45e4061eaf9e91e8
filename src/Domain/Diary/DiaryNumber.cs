using System.Globalization;

namespace Gava.Domain.Diary;

/// <summary>
/// What a case is called in the diary of a board: the board's series, the year and a number that begins again each year,
/// "SN 2026-0001". Without holes, unique, never used again (R-REG-04).
/// </summary>
public readonly record struct DiaryNumber(string Series, int Year, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Series} {Year:0000}-{Number:0000}");

    /// <summary>Reads what somebody typed or said: "SN 2026-0001", "SN 2026-1".</summary>
    public static bool TryParse(string? text, out DiaryNumber number)
    {
        number = default;
        var parts = text?.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (parts.Length < 2 || parts[^1].Split('-', '–') is not [{ Length: 4 } year, { Length: > 0 and <= 9 } running]) return false;
        if (!Whole(year, out var itsYear) || !Whole(running, out var itsNumber) || itsNumber < 1) return false;
        number = new(string.Join(' ', parts[..^1]), itsYear, itsNumber);
        return true;
    }

    private static bool Whole(string digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
