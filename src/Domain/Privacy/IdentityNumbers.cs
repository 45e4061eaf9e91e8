using System.Globalization;
using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>
/// Personal identity numbers and co-ordination numbers (day + 60), with the check digit of the Luhn algorithm
/// (folkbokföringslagen 1991:481, 18 and 18 a §§), and full birth dates where the text says that somebody was born.
/// </summary>
internal static partial class IdentityNumbers
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberCues =
        Cues.Of("personnummer personnumret personnr pnr persnr personnumer personummer samordningsnummer samordningsnr samordningsnumret reservnummer födelsenummer födelsenr idnummer pers");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OrganisationCues =
        Cues.Of("orgnr org organisationsnr organisationsnummer organisationsnumret org-nr orgnummer");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BirthCues =
        Cues.Of("född födda fött föddes födelsedatum födelsedag födelsedagen födelsetid födelsedata f fd personnummer personnr pnr fyller personbevis personbeviset passet legitimationen");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PersonWords =
        Cues.Of("barn barnet elev eleven patient patienten brukare brukaren sökande klient klienten son sonen dotter dottern pojke flicka kvinna man mamma pappa");

    public static void Find(Passage passage, Claims claims)
    {
        foreach (var token in passage.Tokens)
            if (token.Kind == TokenKind.Number && token.Length >= 6) FindWithLetters(passage, claims, token.Start);
        foreach (var mask in (ReadOnlySpan<string>)["xxxxxx", "******"])
            for (var at = passage.Lower.IndexOf(mask, StringComparison.Ordinal); at >= 0; at = passage.Lower.IndexOf(mask, at + 6, StringComparison.Ordinal))
                if (Masked().Match(passage.Lower, at) is { Success: true } match) claims.Add(match.Index, match.Index + match.Length, PersonalDataType.PersonNumber, "de fyra sista siffrorna");
        foreach (var match in Number().EnumerateMatches(passage.Text)) ClaimNumber(passage, claims, match.Index, match.Index + match.Length);
        foreach (var match in LooseNumber().EnumerateMatches(passage.Text)) ClaimLoose(passage, claims, match.Index, match.Index + match.Length);
        if (passage.Lower.Contains("sista", StringComparison.Ordinal) || passage.Lower.Contains("siffror", StringComparison.Ordinal))
            foreach (Match match in LastFour().Matches(passage.Lower)) claims.Add(match.Groups[1].Index, match.Groups[1].Index + 4, PersonalDataType.PersonNumber, "de fyra sista siffrorna");
        foreach (var cue in (ReadOnlySpan<string>)["född", "fött", "födelse"])
            for (var born = passage.Lower.IndexOf(cue, StringComparison.Ordinal); born >= 0; born = passage.Lower.IndexOf(cue, born + 4, StringComparison.Ordinal)) FindInWords(passage, claims, born);
        foreach (Match match in Part().Matches(passage.Lower))
            foreach (Capture part in match.Groups[1].Captures) claims.Add(part.Index, part.Index + part.Length, PersonalDataType.PersonNumber, "en del av ett personnummer");
        var birth = -1;
        foreach (var match in Date().EnumerateMatches(passage.Lower))
        {
            var end = match.Index + match.Length;
            if (ClaimDate(passage, claims, match.Index, end, birth)) birth = end;
        }

        // After the whole dates, which are surer.
        if (passage.Lower.Contains("född", StringComparison.Ordinal))
            foreach (Match match in BornWithoutYear().Matches(passage.Lower)) claims.Add(WithThe(passage, match.Groups[1].Index), match.Groups[1].Index + match.Groups[1].Length, PersonalDataType.PersonNumber, "födelsedag eller födelsemånad");
    }

    /// <summary>A birth date in words, soon after the word that tells of it.</summary>
    private static void FindInWords(Passage passage, Claims claims, int born)
    {
        var length = Math.Min(80, passage.Lower.Length - born);
        if (DateInOrdinals().Match(passage.Lower, born, length) is { Success: true } ordinals && ordinals.Index - born < 15) claims.Add(WithThe(passage, ordinals.Index), ordinals.Index + ordinals.Length, PersonalDataType.PersonNumber, "födelsedatum");
        if (DateInWords().Match(passage.Lower, born, length) is { Success: true } words && words.Index - born < 25) claims.Add(WithThe(passage, words.Index), words.Index + words.Length, PersonalDataType.PersonNumber, "födelsedatum");
    }

    private static void FindWithLetters(Passage passage, Claims claims, int start)
    {
        var first = start > 0 && char.IsAsciiLetterLower(passage.Lower[start - 1]) ? start - 1 : start;
        if (Reserve().Match(passage.Lower, first) is { Success: true } reserve) claims.Add(reserve.Index, reserve.Index + reserve.Length, PersonalDataType.PersonNumber, "har formen av ett reservnummer");
        else if (WithLetters().Match(passage.Lower, start) is { Success: true } match) claims.Add(match.Index, match.Index + match.Length, PersonalDataType.PersonNumber, "har formen av ett tillfälligt personnummer");
    }

    /// <summary>Does the check digit agree? The last nine digits before it count, the first of them doubled.</summary>
    public static bool HasRightCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var part = (digits[digits.Length - 10 + i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (part / 10) + (part % 10);
        }

        return sum % 10 == 0;
    }

    private static void ClaimNumber(Passage passage, Claims claims, int start, int end)
    {
        Span<char> buffer = stackalloc char[16];
        var digits = Digits.Of(passage.Text.AsSpan(start, end - start), buffer);
        if (digits.Length is not (10 or 12) || !IsBirthDay(digits[..^4])) return;
        var number = passage.Text.AsSpan(start, end - start);
        if (passage.HasBefore(start, 4, NumberCues))
            claims.Add(start, end, PersonalDataType.PersonNumber, "står efter 'personnummer'");
        else if (digits.Length == 10 && passage.HasBefore(start, 2, OrganisationCues))
            // An organisation's number has 20 or more where a person's has the month (lagen 1974:174 om identitetsbeteckning för juridiska personer, 1 §).
            claims.Add(start, end, PersonalDataType.PersonNumber, "organisationsnummer som är någons personnummer");
        else if (Accounts.IsToldBefore(passage, start))
            return;
        else if (HasRightCheckDigit(digits) && !LooksLikeMobile(number) && !Digits.IsOtherNumber(passage, start, end))
            claims.Add(start, end, PersonalDataType.PersonNumber, "födelsedatum med rätt kontrollsiffra");
        else if (digits.Length == 10 && number.Length == 10 && number[0] != '0' && passage.SpeaksOfIdentity && !Digits.IsOtherNumber(passage, start, end))
            claims.Add(start, end, PersonalDataType.PersonNumber, "tio siffror med ett datum, i en text om personnummer");
        else if ((HasItsForm(number, digits.Length) || InPairs().IsMatch(number) || IsBracketedAfterName(passage, start, end)) && !Digits.IsOtherNumber(passage, start, end))
            claims.Add(start, end, PersonalDataType.PersonNumber, "har formen av ett personnummer, även om kontrollsiffran är fel");
    }

    /// <summary>Somebody's slip of the pen still points at them: "850712-1234", "850712 - 1234", "850712 1234", "198507121234".</summary>
    private static bool HasItsForm(ReadOnlySpan<char> number, int digits) =>
        digits == 12 || number.Contains(' ') && SaidDash().IsMatch(number) || (number.Length is >= 11 and <= 13 && !number[..6].ContainsAnyExceptInRange('0', '9') && !number[^4..].ContainsAnyExceptInRange('0', '9')
            && number[6..^4].Trim() is "-" or "+" or "" or "." or "/" && !(number[6..^4].Trim().IsEmpty && number[0] == '0'));

    /// <summary>"Ewa Nowak (8107262380)".</summary>
    private static bool IsBracketedAfterName(Passage passage, int start, int end)
    {
        var token = passage.TokenAt(start) - 1;
        return passage.IsSign(token, '(') && end < passage.Text.Length && passage.Text[end] is ')' or ',' && token > 0 && passage[token - 1].Is(Traits.AnyName);
    }

    /// <summary>Told to be a personal identity number: taken at its word, whatever the date and check digit say.</summary>
    private static void ClaimLoose(Passage passage, Claims claims, int start, int end)
    {
        if (passage.HasBefore(start, 3, NumberCues)) claims.Add(start, end, PersonalDataType.PersonNumber, "står efter 'personnummer'");
    }

    private static bool ClaimDate(Passage passage, Claims claims, int start, int end, int birth)
    {
        if (UnknownEnd().Match(passage.Lower, end, Math.Min(6, passage.Lower.Length - end)) is { Success: true } unknown)
        {
            claims.Add(start, end + unknown.Length, PersonalDataType.PersonNumber, "födelsedatum");
            return true;
        }

        var hasFourDigitYear = Year().IsMatch(passage.Lower.AsSpan(start, end - start));
        if (passage.CueBefore(start, 5, BirthCues) is var cue and >= 0 && IsBirthCue(passage, cue, start))
            claims.Add(WithThe(passage, start), end, PersonalDataType.PersonNumber, "födelsedatum");
        else if (passage.Lower.AsSpan(end).StartsWith(" född", StringComparison.Ordinal))
            claims.Add(start, end, PersonalDataType.PersonNumber, "födelsedatum");
        else if (IsBesidePerson(passage, start, end, hasFourDigitYear))
            claims.Add(start, end, PersonalDataType.PersonNumber, "datum intill den som det gäller");
        else if (birth >= 0 && IsAnother(passage.Lower.AsSpan(birth, start - birth)))
            claims.Add(start, end, PersonalDataType.PersonNumber, "födelsedatum i rad med ett annat");
        else
            return false;
        return true;
    }

    private static int WithThe(Passage passage, int start) => start > 4 && passage.Lower.AsSpan(0, start).EndsWith(" den ") ? start - 4 : start;

    /// <summary>"födda 2014-06-11, 2016-09-30 och 2020-01-02", "650820 …, likaså 67-11-02".</summary>
    private static bool IsAnother(ReadOnlySpan<char> between) =>
        AndTheOther().IsMatch(between) || between.Trim() is "," or "och" or "&" or "/" or "samt" or "resp" or "resp." || (between.Length < 40 && (between.EndsWith("likaså ") || between.EndsWith("respektive ") || between.EndsWith("och den ")));

    /// <summary>A lone "f" counts only as the abbreviation "f." or "f:".</summary>
    private static bool IsBirthCue(Passage passage, int cue, int start) =>
        passage[cue].Length > 3 || passage[cue].Length > 1 && passage.HasBefore(start, 3, BirthCues) || passage.IsSign(cue + 1, '.') || passage.IsSign(cue + 1, ':') || passage.IsNumber(cue + 1);

    /// <summary>"Barn: Elif, 2019-11-02" and "Barnet (130824)".</summary>
    private static bool IsBesidePerson(Passage passage, int start, int end, bool hasFourDigitYear)
    {
        var token = passage.TokenAt(start) - 1;
        // "Gun Ahlmark, 420911, ramlade".
        var name = passage.IsSign(token, ',') ? token - 1 : token;
        if ((end - start is 6 or 8 && !passage.Text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9') || IsShortDate(passage.Text.AsSpan(start, end - start))) && passage.IsWord(name) && passage[name].IsCapitalised && !passage[name].Is(Traits.NotName | Traits.Place) && (passage[name].Is(Traits.AnyName) || passage.IsWord(name - 1) && passage[name - 1].Is(Traits.Given) && passage[name - 1].IsCapitalised) && (passage.Text[start + 2] == '-' || IsBirthDay(passage.Text.AsSpan(start, end - start))) && !Digits.IsOtherNumber(passage, start, end)) return true;
        var isBracketed = passage.IsSign(token, '(') && end < passage.Text.Length && passage.Text[end] is ')' or ',';
        if (!isBracketed && !(hasFourDigitYear && passage.IsSign(token, ','))) return false;
        return passage.HasBefore(start, isBracketed ? 2 : 3, PersonWords) || (isBracketed && token > 0 && passage[token - 1].Is(Traits.Given | Traits.Surname));
    }

    /// <summary>"52-11-04".</summary>
    private static bool IsShortDate(ReadOnlySpan<char> date) => date.Length == 8 && date[2] == '-' && date[5] == '-';

    /// <summary>The 30th of February too: a slip of the pen still points at somebody.</summary>
    private static bool IsBirthDay(ReadOnlySpan<char> date)
    {
        var month = int.Parse(date[^4..^2], CultureInfo.InvariantCulture);
        var day = int.Parse(date[^2..], CultureInfo.InvariantCulture);
        if (day > 60) day -= 60;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    /// <summary>"0707121234" reads as a mobile number before it reads as a child born in 2007.</summary>
    private static bool LooksLikeMobile(ReadOnlySpan<char> number) =>
        number.StartsWith("07") && (number.Length == 10 || number[3] is '-' or ' ' or '/' || number[4] is '-' or ' ' or '/');

    [GeneratedRegex(@"(?<!\d)(?<!\d[-:])(?:(?:1[89]|20) ?)?\d\d[ ./-]?(?:0[1-9]|1[0-2])[ ./-]?(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])(?: ?[-‐‑‒–—−+/.: \u00A0]? ?| (?:bindestreck|streck|minus|plus) )\d{2} ?\d{2}(?!\d)(?!-\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\d)\d{6}(?:\d{2})?(?: ?[-‐‑‒–—−+/. ] ?)?(?:\d{4}|[xX*]{4})?(?!\d)")]
    private static partial Regex LooseNumber();

    /// <summary>"född tolfte i tredje fyrtioett", "född 12:e 3:e -41".</summary>
    [GeneratedRegex(@"(?<![\p{L}\d/-])(?:\d{1,2}(?::?(?:e|a|de))?|" + Ordinal + @") (?:i )?(?:" + Ordinal + @"|\d{1,2}(?::?e|:?a|dje|de)) (?:år )?(?:(?:18|19|20)\d\d|-?\d\d|(?:nittonhundra|tjugohundra) ?[a-zåäö]{3,14}|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:ett|en|två|tre|fyra|fem|sex|sju|åtta|nio)?(?!\p{L}))(?![\d:])")]
    private static partial Regex DateInOrdinals();

    private const string Ordinal = "(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|trettonde|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|tjugonde|tjugoförsta|tjugoandra|tjugotredje|tjugofjärde|tjugofemte|tjugosjätte|tjugosjunde|tjugoåttonde|tjugonionde|trettionde|trettioförsta)";

    [GeneratedRegex(@"(?<![\p{L}\d/-])(?:(?:18|19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2} ?[-./] ?\d{1,2}(?: |-| -|/|\.|\. )(?:(?:18|19|20)\d\d|\d\d)|\d{1,2}(?::?(?:e|a|de))? ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}\.?,? (?:år )?(?:(?:18|19|20)\d\d|-?\d\d|nittonhundra ?[a-zåäö]{3,14}|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:ett|en|två|tre|fyra|fem|sex|sju|åtta|nio)?(?!\p{L}))|\d\d[ -](?:0[1-9]|1[0-2])[ -](?:0[1-9]|[12]\d|3[01])|(?:18|19|20)\d{6}|\d{6})(?![\d:])(?!-\d(?!\d?[xX*]))")]
    private static partial Regex Date();

    /// <summary>"född i augusti 1962", "föddes tolfte mars": less than a date, and still somebody's.</summary>
    [GeneratedRegex(@"\b(?:född|födda|föddes)(?: (?:den|i|nu|här))? ((?:\d{1,2}(?::?(?:e|a|de))?|" + Ordinal + @") " + Month + @"|\d{1,2}/\d{1,2}|" + Month + @"(?: år)? (?:(?:18|19|20)\d\d|-?\d\d))(?![\d/\p{L}-])")]
    private static partial Regex BornWithoutYear();

    private const string Month = "(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}";

    /// <summary>"nionde februari trettiosex".</summary>
    [GeneratedRegex(@"(?<![\p{L}\d/-])(?:1?\d|20|30|tjugo|trettio)?(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|trettonde|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|tjugonde|trettionde) (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6} (?:år )?(?:(?:18|19|20)\d\d|(?:nittonhundra|tjugohundra|tvåtusen) ?[a-zåäö]{3,14}|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:ett|en|två|tre|fyra|fem|sex|sju|åtta|nio)?(?!\p{L}))(?![\d:])")]
    private static partial Regex DateInWords();

    [GeneratedRegex(@"\G ?[-–]? ?(?:[x*?_#]{4}|n{4}|\d{1,2}[x*?_#]{2,3})(?![\p{L}\d*])")]
    private static partial Regex UnknownEnd();

    /// <summary>Reserve numbers of care and interim numbers of schools: a letter before the date, or in place of the first of the last four.</summary>
    [GeneratedRegex(@"\G(?<![\p{L}\d])(?:[a-z](?:19|20)?\d\d(?:0[1-9]|1[0-2])[0-3]\d[-–+]?\d{4}|(?:19|20)?\d\d(?:0[1-9]|1[0-2])[0-3]\d[-–+][tfpcnrsuwxjklm]\d{3})(?![\p{L}\d])")]
    private static partial Regex Reserve();

    /// <summary>"20110508-TF09": a school's or an authority's own number, with letters among the last four.</summary>
    [GeneratedRegex(@"\G(?<![\p{L}\d])(?:(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d)[-–+](?=[a-zåäö\d]{4}(?![\p{L}\d]))(?!\d{4})(?=[a-zåäö\d]*\d)(?!\d{1,2}x)[a-zåäö\d]{4})")]
    private static partial Regex WithLetters();

    /// <summary>"xxxxxx-2391" and "********-2391".</summary>
    [GeneratedRegex(@"\G(?<![\p{L}\d*])(?:[x*]{6}|[x*]{8})[-–+]?\d{4}(?!\d)")]
    private static partial Regex Masked();

    [GeneratedRegex(@"\b(?:(?:de |dom )?(?:fyra|4) sista|sista (?:fyra|4)|sista siffrorna?|slutsiffrorna?|kontrollsiffrorna?)(?: siffrorna?| i personnumret| i mitt personnummer)?(?: är|:)? (\d{4})(?!\d)")]
    private static partial Regex LastFour();

    /// <summary>"personnummer börjar på 100525 och slutar på 2392".</summary>
    [GeneratedRegex(@"\b(?:personnummer|personnumret|personnr|pnr|persnr)(?:[^\d.\n]{0,30}?\b(?:börjar|slutar|inleds)(?: på| med)?:? (\d{4,8})(?!\d)){1,2}")]
    private static partial Regex Part();

    /// <summary>"410812 streck 1234": said aloud.</summary>
    [GeneratedRegex(@"^\d{6}(?:\d\d)? (?:bindestreck|streck|minus|plus) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaidDash();

    /// <summary>"28 06 19-2380", "28.06.19-2380".</summary>
    [GeneratedRegex(@"^\d\d(?<sign>[ ./-])\d\d\k<sign>\d\d ?[-–+ ] ?\d{4}$")]
    private static partial Regex InPairs();

    /// <summary>"… och han 1949-02-03", ", Elsa 2017-04-01".</summary>
    [GeneratedRegex(@"^(?:,| och| samt| medan|, och)(?: \p{L}{2,15}){1,2}(?: är| föddes)? $")]
    private static partial Regex AndTheOther();

    [GeneratedRegex(@"(?:18|19|20)\d\d")]
    private static partial Regex Year();
}
