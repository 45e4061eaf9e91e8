using System.Buffers;
using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>Names that people go by on social media.</summary>
internal static partial class Handles
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Naming =
        Cues.Of("heter hette kallar kallas användarnamn användarnamnet användaren profil profilen profilnamn konto kontot alias nick nickname nicket aliaset kanal kanalen sidan namnet");

    private static readonly SearchValues<char> Odd = SearchValues.Create("_.0123456789");

    /// <summary>"facebook.com/anna.svensson": the profile in an address, before web addresses are set aside.</summary>
    public static void FindInLinks(Passage passage, Claims claims)
    {
        if (!passage.Lower.Contains(".com/", StringComparison.Ordinal)) return;
        foreach (Match match in ProfileLink().Matches(passage.Lower))
            claims.Add(match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, PersonalDataType.Handle, "profil i en webbadress");
    }

    public static void Find(Passage passage, Claims claims)
    {
        foreach (var match in AtName().EnumerateMatches(passage.Text))
            claims.Add(match.Index, match.Index + match.Length, PersonalDataType.Handle, "står efter @");
        foreach (Match match in Profile().Matches(passage.Text))
            Claim(passage, claims, match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, "står efter ord om profil");
        foreach (Match match in OnPlatform().Matches(passage.Lower))
            ClaimBefore(passage, claims, match.Index);
        foreach (Match match in AfterPlatform().Matches(passage.Lower))
            Claim(passage, claims, match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, "namn på sociala medier");
        if (passage.Text.Contains('#', StringComparison.Ordinal))
            foreach (var match in Numbered().EnumerateMatches(passage.Text))
                claims.Add(match.Index, match.Index + match.Length, PersonalDataType.Handle, "namn med nummer");
        foreach (Match match in AfterLabel().Matches(passage.Lower))
            Claim(passage, claims, match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, "står efter användarnamn");
    }

    /// <summary>"heter johanfilmar på Instagram": the piece before, when it is told as a name or does not look like a word.</summary>
    private static void ClaimBefore(Passage passage, Claims claims, int end)
    {
        var start = end;
        while (start > 0 && end - start < 40 && !char.IsWhiteSpace(passage.Text[start - 1])) start--;
        while (start < end && passage.Text[start] is '"' or '”' or '\'' or '(') start++;
        while (end > start && passage.Text[end - 1] is '"' or '”' or '\'' or ')' or ',') end--;
        if (end - start < 3) return;
        var isOdd = passage.Text.AsSpan(start, end - start).ContainsAny(Odd);
        if (isOdd || passage.HasBefore(start, 3, Naming)) Claim(passage, claims, start, end, "namn på sociala medier");
    }

    private static void Claim(Passage passage, Claims claims, int start, int end, string why)
    {
        if (!Lexicon.Default.Exactly(passage.Lower.AsSpan(start, end - start)).HasFlag(Traits.Common))
            claims.Add(start, end, PersonalDataType.Handle, why);
    }

    [GeneratedRegex(@"(?<![\p{L}\d@.])@[\p{L}\d_][\p{L}\d_.]{0,38}[\p{L}\d_]")]
    private static partial Regex AtName();

    [GeneratedRegex(@"\b(?:(?:facebook|fb|instagram|tiktok|twitter|x|linkedin|youtube|snapchat|flashback)\.com)/(?:in/|add/|@)?([\p{L}\d][\p{L}\d._-]{2,60}[\p{L}\d])")]
    private static partial Regex ProfileLink();

    /// <summary>"profilen Arga Räven", "signaturen Trött_pendlare", "under namnet ”grillkungen”".</summary>
    [GeneratedRegex(@"\b(?:[Pp]rofilen|[Ss]ignaturen|[Pp]seudonymen|[Aa]liaset|[Nn]icket|(?:[Tt]ik[Tt]ok|[Ii]nsta|[Ii]nstagram|[Ss]nap|[Ff]acebook|[Dd]iscord)-?(?:kontot|profilen))(?: heter|:)? [""”“']?(@?[\p{L}\d_][\p{L}\d_.-]{1,38}[\p{L}\d_](?: \p{Lu}[\p{L}\d_]{1,30})?)")]
    private static partial Regex Profile();

    [GeneratedRegex(@" (?:på|i) (?:instagram|insta|ig|snapchat|snap|tiktok|twitter|facebook|fb|youtube|discord|flashback|twitch|reddit|whatsapp|telegram|signal|kick|bluesky|threads|mastodon|roblox|minecraft|fortnite|steam|jodel|linkedin|x)\b")]
    private static partial Regex OnPlatform();

    /// <summary>"på instagram som tant_agda", "på twitch under namnet grisen".</summary>
    [GeneratedRegex(@"\b(?:på|i) (?:instagram|insta|ig|snapchat|snap|tiktok|twitter|facebook|fb|messenger|youtube|discord|flashback|twitch|reddit|telegram|signal|roblox|minecraft|steam|jodel|linkedin)(?: heter jag| som| under namnet| under| med namnet| är jag|:) [""”“']?(@?[\p{L}\d_][\p{L}\d_.-]{1,38}[\p{L}\d_])")]
    private static partial Regex AfterPlatform();

    /// <summary>"agda#4412".</summary>
    [GeneratedRegex(@"(?<![\p{L}\d_.#/])[\p{L}_][\p{L}\d_.]{1,31}#\d{4}(?!\d)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?:användarnamn(?:et)?|användaren|användarnamn i [\p{L}-]{3,20}|\p{L}{3,20}namn(?:et)?(?=(?: är|:) ?[\p{L}\d.]{0,30}[_\d])|inloggad som|inloggningen|inlogg|profil|insta(?:gram)?|ig|snap(?:chat)?|tiktok|twitter|discord|youtube)(?: är| heter)?(?:: ?|,? (?=[\p{L}\d.]{0,30}[_\d]))([\p{L}\d][\p{L}\d_.-]{1,38}[\p{L}\d_])")]
    private static partial Regex AfterLabel();
}
