using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>Registration plates: three letters, two digits and a digit or letter (Transportstyrelsen; I, Q, V and å, ä, ö are not used in new ones).</summary>
internal static partial class Vehicles
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlateCues =
        Cues.Of("reg regnr regnummer registreringsnummer registreringsnr registreringsskylt bil bilen bilar fordon fordonet regskylt skylten skylt volvo saab moped skåpbil lastbil buss bussen släp släpet släpvagn släpvagnen husbil husbilen husvagn husvagnen lastbilen skåpbilen motorcykel motorcykeln mc mopeden snöskoter skoter skotern traktor traktorn taxi taxin plåt plåten plåtar");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotPlates =
        Cues.Of("lgh box tel nr rum kap dnr sfs iso mhn fax mob art ref ocr org pnr ssk max min bus vid och hus den har tog kom fick kör bor var sek lag osl lss lvu pbl jan feb mar apr maj jun jul aug sep okt nov dec kst lan dhl rfs");

    public static void Find(Passage passage, Claims claims)
    {
        foreach (Match match in Foreign().Matches(passage.Text))
            claims.Add(match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, PersonalDataType.Vehicle, "står efter ord om registreringsnummer");
        if (!passage.IsShouted)
            foreach (Match match in Chosen().Matches(passage.Text))
                claims.Add(match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, PersonalDataType.Vehicle, "egen skylt på en bil");
        var before = -1;
        foreach (var token in passage.Tokens)
        {
            if (token.Kind != TokenKind.Number || token.Length is not (2 or 3) || token.Start < 3) continue;
            var start = token.Start - (passage.Text[token.Start - 1] is ' ' or '-' ? 4 : 3);
            if (start < 0 || Plate().Match(passage.Text, start) is not { Success: true } match) continue;
            var isBesideAnother = before >= 0 && match.Index - before <= 6;
            if (Claim(passage, claims, match.Index, match.Index + match.Length, isBesideAnother)) before = match.Index + match.Length;
        }
    }

    private static bool Claim(Passage passage, Claims claims, int start, int end, bool isBesideAnother)
    {
        var letters = passage.Text.AsSpan(start, 3);
        if ((NotPlates.Contains(passage.Lower.AsSpan(start, 3)) && !passage.HasBefore(start, 1, PlateCues)) || Digits.IsOtherNumber(passage, start, end)) return false;
        if (passage.HasBefore(start, 4, PlateCues))
            claims.Add(start, end, PersonalDataType.Vehicle, "står efter ord om bil");
        else if (!letters.ContainsAnyInRange('a', 'z') && !passage[passage.TokenAt(start)].Is(Traits.Ordinary))
            claims.Add(start, end, PersonalDataType.Vehicle, "har formen av ett registreringsnummer");
        else if (isBesideAnother)
            claims.Add(start, end, PersonalDataType.Vehicle, "står bredvid ett registreringsnummer");
        else
            return false;
        return true;
    }

    /// <summary>"norsk plåt EL 12345", "tyskt regnr B-KL 4471".</summary>
    [GeneratedRegex(@"\b(?:plåt(?:en|ar)?|skylt(?:ar|en)?|reg\.? ?(?:nr|nummer)|regnr|registreringsnummer|registrerad|nummerplåt)\b\.?:? ?([A-Z]{1,3}(?:[- ][A-Z]{1,2})?[- ]?\d{3,5}(?: ?[A-Z]{1,3})?)(?![\p{L}\d])")]
    private static partial Regex Foreign();

    /// <summary>"min bil GURKAN", "regnr KALLE": a plate of one's own choice, two to seven signs; four or more after a mere "bil", as makers have fewer.</summary>
    [GeneratedRegex(@"\b(?:(?:[Bb]il|[Bb]ilen|[Mm]opeden|[Hh]usbilen) (?!VOLVO|TOYOTA|TESLA|SKODA|ŠKODA|NISSAN|HONDA|MAZDA|SUZUKI|PARKERA|FÅR|INTE)(?=[A-ZÅÄÖ\d]{4})|(?:[Rr]eg\.? ?(?:nr|nummer)|[Rr]egistreringsnummer|[Ss]kylten|[Rr]egskylt(?:en)?|[Nn]ummerplåt(?:en)?)(?: är|:|\.)? ?[""”]?)([A-ZÅÄÖ][A-ZÅÄÖ\d]{1,6})(?![\p{L}\d-]|[ -]\d)")]
    private static partial Regex Chosen();

    [GeneratedRegex(@"\G(?<![\p{L}\d-])[A-Za-z]{3}[ -]?\d\d[\dA-Za-z](?![\p{L}\d:]|[ ,]?\d)")]
    private static partial Regex Plate();
}
