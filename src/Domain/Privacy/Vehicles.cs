using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>Registration plates: three letters, two digits and a digit or letter (Transportstyrelsen; I, Q, V and å, ä, ö are not used in new ones).</summary>
internal static partial class Vehicles
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlateCues =
        Cues.Of("reg regnr regnummer registreringsnummer registreringsnr registreringsskylt bil bilen bilar fordon fordonet regskylt skylten skylt volvo saab moped skåpbil lastbil buss bussen släp släpet nummerplåt");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotPlates =
        Cues.Of("lgh box tel nr rum kap dnr sfs iso mhn fax mob art ref ocr org pnr ssk max min bus vid och hus den har tog kom fick kör bor var sek lag osl lss lvu pbl jan feb mar apr maj jun jul aug sep okt nov dec kst lan dhl rfs");

    public static void Find(Passage passage, Claims claims)
    {
        foreach (var match in Plate().EnumerateMatches(passage.Text))
            Claim(passage, claims, match.Index, match.Index + match.Length);
    }

    private static void Claim(Passage passage, Claims claims, int start, int end)
    {
        var letters = passage.Text.AsSpan(start, 3);
        if (NotPlates.Contains(passage.Lower.AsSpan(start, 3)) || Digits.IsOtherNumber(passage, start, end)) return;
        if (passage.HasBefore(start, 4, PlateCues))
            claims.Add(start, end, PersonalDataType.Vehicle, "står efter ord om bil");
        else if (!letters.ContainsAnyInRange('a', 'z') && !passage[passage.TokenAt(start)].Is(Traits.Ordinary))
            claims.Add(start, end, PersonalDataType.Vehicle, "har formen av ett registreringsnummer");
    }

    [GeneratedRegex(@"(?<![\p{L}\d-])[A-Za-z]{3}[ -]?\d\d[\dA-Za-z](?![\p{L}\d:]|[ ,]?\d)")]
    private static partial Regex Plate();
}
