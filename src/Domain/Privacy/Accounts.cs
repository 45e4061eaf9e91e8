using System.Globalization;
using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>Bank accounts, bankgiro, plusgiro and IBAN (ISO 13616, remainder 1 modulo 97).</summary>
internal static partial class Accounts
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AccountCues =
        Cues.Of("konto kontot kontonr kontonummer kontonumret bankkonto bankkontot clearing clearingnr clearingnummer lönekonto sparkonto clnr personkonto kto ktonr bankkontonummer bankkontonr insättning utbetalning utbetalningen sparbanken swedbank handelsbanken nordea seb länsförsäkringar sätt sätta sätter insätt betalas överför överföra skandiabanken avanza icabanken autogiro");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ClearingCues = Cues.Of("clearing clearingnr clearingnummer clearingnumret clnr");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GiroCues =
        Cues.Of("bankgiro bankgirot bankgironummer bankgironr bg plusgiro plusgirot plusgironummer plusgironr pg postgiro postgirot");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CardCues =
        Cues.Of("kort kortet kortnummer kortnr kortnumret bankkort bankkortet betalkort betalkortet kreditkort kreditkortet visa visakort mastercard");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = Cues.Of("mitt vårt mina är till rätt nya");

    /// <summary>A personal account has the owner's personal identity number; told to be an account, it is one.</summary>
    public static bool IsToldBefore(Passage passage, int place) => passage.HasBefore(place, 1, AccountCues) || IsAfterClearing(passage, passage.TokenAt(place));

    /// <summary>"Nordeakonto 3300 521104…": the four digits of the clearing number first.</summary>
    private static bool IsAfterClearing(Passage passage, int token) =>
        passage.IsNumber(token - 1) && passage[token - 1].Length == 4 && (passage.HasBefore(passage[token - 1].Start, 3, AccountCues) || IsAccountWord(passage, token - 2) || IsAccountWord(passage, token - 3));

    private static bool IsAccountWord(Passage passage, int i) => passage.IsWord(i) && (passage.Word(i).EndsWith("konto") || passage.Word(i).EndsWith("kontot") || passage.Word(i).EndsWith("kontonummer"));

    public static void Find(Passage passage, Claims claims)
    {
        foreach (var match in Iban().EnumerateMatches(passage.Text)) ClaimIban(passage.Text, claims, match.Index, match.Index + match.Length);
        foreach (var match in Card().EnumerateMatches(passage.Text))
            if (passage.HasBefore(match.Index, 5, CardCues) || HasRightCheckDigit(passage.Text.AsSpan(match.Index, match.Length)))
                claims.Add(match.Index, match.Index + match.Length, PersonalDataType.Account, "har formen av ett kortnummer");
        foreach (var match in Number().EnumerateMatches(passage.Text)) ClaimNumber(passage, claims, match.Index, match.Index + match.Length);
        ClaimGiroAgain(passage, claims);
        if (passage.Lower.Contains("slut", StringComparison.Ordinal) || passage.Lower.Contains("sista", StringComparison.Ordinal))
            foreach (Match match in LastDigits().Matches(passage.Lower)) claims.Add(match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, PersonalDataType.Account, "slutet av ett kort eller konto");
    }

    /// <summary>"bankkort, slutsiffror 4417", "kontot som slutar på 221".</summary>
    [GeneratedRegex(@"(?:kort|konto)(?:et|t|nummer|numret)?\b[^.!?\n\d]{0,30}\b(?:slutsiffror(?:na)?|slutar(?: med| på)?|sista(?: fyra)?(?: siffrorna)?|sista fyra)(?: är|:)? (\d{3,4})(?!\d)")]
    private static partial Regex LastDigits();

    /// <summary>"Bg 900-1234 är ert. Mitt är 5402-9681."</summary>
    private static void ClaimGiroAgain(Passage passage, Claims claims)
    {
        if (!claims.Findings.Any(finding => finding.Type == PersonalDataType.Account)) return;
        foreach (var match in Giro().EnumerateMatches(passage.Text))
            if (passage.HasBefore(match.Index, 2, Telling)) claims.Add(match.Index, match.Index + match.Length, PersonalDataType.Account, "har formen av ett bankgiro");
    }

    /// <summary>The Luhn algorithm, as on payment cards (ISO/IEC 7812-1).</summary>
    private static bool HasRightCheckDigit(ReadOnlySpan<char> card)
    {
        var (sum, place) = (0, 0);
        for (var i = card.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(card[i])) continue;
            var part = (card[i] - '0') * (place++ % 2 == 0 ? 1 : 2);
            sum += (part / 10) + (part % 10);
        }

        return sum % 10 == 0;
    }

    private static void ClaimIban(string text, Claims claims, int start, int end)
    {
        for (; end - start >= 15; end--)
        {
            if (text[end - 1] == ' ' || !LeavesOne(text.AsSpan(start, end - start))) continue;
            claims.Add(start, end, PersonalDataType.Account, "IBAN med rätt kontrollsiffror");
            return;
        }
    }

    private static bool LeavesOne(ReadOnlySpan<char> iban)
    {
        var rest = 0;
        foreach (var sign in iban[4..]) rest = Take(rest, sign);
        foreach (var sign in iban[..4]) rest = Take(rest, sign);
        return rest == 1;
    }

    private static int Take(int rest, char sign)
    {
        if (char.IsAsciiDigit(sign)) return ((rest * 10) + sign - '0') % 97;
        return char.IsAsciiLetter(sign) ? ((rest * 100) + char.ToUpper(sign, CultureInfo.InvariantCulture) - 'A' + 10) % 97 : rest;
    }

    private static void ClaimNumber(Passage passage, Claims claims, int start, int end)
    {
        Span<char> buffer = stackalloc char[24];
        var digits = Digits.Of(passage.Text.AsSpan(start, end - start), buffer);
        if (digits.Length == 5 && digits[0] == '8' && passage.HasBefore(start, 1, ClearingCues))
            claims.Add(start, end, PersonalDataType.Account, "står efter 'clearing'");
        else if (digits.Length is >= 2 and <= 8 && passage.HasBefore(start, 2, GiroCues))
            claims.Add(start, end, PersonalDataType.Account, "står efter bankgiro eller plusgiro");
        else if (digits.Length is >= 9 and <= 17 && digits[0] != '0' && (passage.HasBefore(start, 5, AccountCues) || passage.TokenAt(start) is var token && (IsAccountWord(passage, token - 1) || IsAccountWord(passage, token - 2))))
            claims.Add(start, end, PersonalDataType.Account, "står efter ord om konto");
        else if (digits.Length is >= 11 and <= 15 && digits[0] == '8' && ClearingWithCheckDigit().IsMatch(passage.Text.AsSpan(start, end - start)))
            claims.Add(start, end, PersonalDataType.Account, "har formen av ett clearingnummer och ett kontonummer");
    }

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z]{2}\d{2}(?: ?[A-Za-z\d]{4}){2,7}(?: ?[A-Za-z\d]{1,3})?(?![\p{L}\d])")]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\p{L}\d-])[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?![\d-])")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![\d-])[1-9]\d{2,3}-\d{4}(?![\d-])")]
    private static partial Regex Giro();

    /// <summary>Swedbank's clearing numbers of five digits, "8327-9".</summary>
    [GeneratedRegex(@"^8\d{3}-\d[ ,]")]
    private static partial Regex ClearingWithCheckDigit();

    [GeneratedRegex(@"(?<![\p{L}\d])\d(?:[-–, .]{0,2}\d){1,16}(?!\d)")]
    private static partial Regex Number();
}
