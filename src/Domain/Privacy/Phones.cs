using System.Buffers;
using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>
/// Telephone numbers in Swedish and international spelling. Swedish numbers are 8–10 digits with the first 0, and mobile numbers are 10
/// (Post- och telestyrelsen's numbering plan for telephony).
/// </summary>
internal static partial class Phones
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PhoneCues =
        Cues.Of("tel telefon telefonen telefonnummer telefonnr telnr tfn tele mobil mobilen mobilnummer mobilnr mob ring ringa ringer ringde nås nå sms smsa växel växeln nummer numret nr direktnummer hemnummer fax");

    private static readonly SearchValues<char> Parting = SearchValues.Create("-–—‑/ ()");

    public static void Find(Passage passage, Claims claims)
    {
        foreach (var match in Candidate().EnumerateMatches(passage.Text))
            Claim(passage, claims, match.Index, match.Index + match.Length);
    }

    private static void Claim(Passage passage, Claims claims, int start, int end)
    {
        if (!claims.IsFree(start, end) || Digits.IsOtherNumber(passage, start, end)) return;
        for (var shorter = end; shorter > start + 4; shorter = GroupBefore(passage.Text, start, shorter))
        {
            if (WhyPhone(passage, start, shorter) is not { } why) continue;
            claims.Add(start, shorter, PersonalDataType.Phone, why);
            ClaimNext(passage, claims, shorter, end);
            return;
        }

        // "före kl 16 070 174 06 66": something else stands first.
        for (var next = start + 2; next + 7 < end && next <= start + 3; next++)
            if (passage.Text[next] is '0' or '+' && passage.Text[next - 1] is ' ' or '\u00A0' or ',' or '/')
            {
                Claim(passage, claims, next, end);
                return;
            }
    }

    /// <summary>"070-555 12 34 / 08-555 12 34": the number after the first one.</summary>
    private static void ClaimNext(Passage passage, Claims claims, int start, int end)
    {
        while (start < end && passage.Text[start] is not ('(' or '+') && !char.IsAsciiDigit(passage.Text[start])) start++;
        if (end - start > 5) Claim(passage, claims, start, end);
    }

    private static string? WhyPhone(Passage passage, int start, int end)
    {
        var number = passage.Text.AsSpan(start, end - start);
        Span<char> buffer = stackalloc char[32];
        var digits = Digits.Of(number, buffer);
        if (digits.IsEmpty || DateOrTime().IsMatch(number)) return null;
        if (number[0] == '+' || number.StartsWith("(+")) return digits.Length is >= 8 and <= 15 ? "internationellt telefonnummer" : null;
        if (digits.StartsWith("00") && digits[2] != '0') return digits.Length is >= 10 and <= 17 ? "internationellt telefonnummer" : null;
        if (digits.StartsWith("467") && digits.Length == 11) return "internationellt telefonnummer";
        if (digits[0] == '0' && digits[1] != '0') return WhySwedish(passage, start, digits, number);
        var isWhole = end == passage.Text.Length || !IsContinued(passage.Text, end);
        return isWhole && IsShortNumber(number, digits) && IsTold(passage, start) ? "står efter ord om telefon" : null;
    }

    private static string? WhySwedish(Passage passage, int start, ReadOnlySpan<char> digits, ReadOnlySpan<char> number)
    {
        if (digits.StartsWith("07")) return digits.Length == 10 ? "mobilnummer" : digits.Length is 9 or 11 && IsTold(passage, start) ? "mobilnummer" : null;
        if (digits.Length is < 8 or > 10) return digits.Length is 7 or 11 && IsTold(passage, start) ? "står efter ord om telefon" : null;
        return number.ContainsAny(Parting) || IsTold(passage, start) || digits.Length >= 9 ? "telefonnummer med riktnummer" : null;
    }

    /// <summary>A number without area code: five to eight digits in groups, or in one piece.</summary>
    private static bool IsShortNumber(ReadOnlySpan<char> number, ReadOnlySpan<char> digits) =>
        digits.Length is >= 5 and <= 9 && digits[0] != '0' && !number.ContainsAny('.', '/') && !number.Contains("--", StringComparison.Ordinal);

    /// <summary>Do more digits follow after a single sign? Then this is a part of a longer number.</summary>
    private static bool IsContinued(string text, int end) => end + 1 < text.Length && !char.IsLetter(text[end]) && char.IsAsciiDigit(text[end + 1]);

    private static bool IsTold(Passage passage, int start) => passage.HasBefore(start, 3, PhoneCues);

    private static int GroupBefore(string text, int start, int end)
    {
        while (end > start && char.IsAsciiDigit(text[end - 1])) end--;
        while (end > start && !char.IsAsciiDigit(text[end - 1])) end--;
        return end;
    }

    [GeneratedRegex(@"(?<![\d+])(?<!\d[:,.])(?:\(?\+ ?)?\(?\d(?:[- \u00A0‐‑‒–—−./()]{0,3}\d){4,27}(?!\d)")]
    private static partial Regex Candidate();

    [GeneratedRegex(@"^(?:(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d|\d{1,2}\.\d\d ?[-–] ?\d{1,2}\.\d\d|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d)(?!\d)")]
    private static partial Regex DateOrTime();
}
