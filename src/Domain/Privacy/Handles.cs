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
        for (var at = Next(passage.Lower, ProfileWords, 0); at >= 0; at = Next(passage.Lower, ProfileWords, at + 4))
            if (Profile().Match(passage.Text, WordStart(passage.Lower, at)) is { Success: true } match)
                Claim(passage, claims, match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, "står efter ord om profil");
        // First what stands before, in the whole text, then what stands after.
        for (var at = Next(passage.Lower, Platforms, 0); at >= 0; at = Next(passage.Lower, Platforms, at + 1))
            if (BeforePlatform(passage.Lower, at) is var before and > 0 && OnPlatform().IsMatch(passage.Lower, before)) ClaimBefore(passage, claims, before);
        for (var at = Next(passage.Lower, Platforms, 0); at >= 0; at = Next(passage.Lower, Platforms, at + 1))
            if (BeforePlatform(passage.Lower, at) is var before and >= 0 && AfterPlatform().Match(passage.Lower, before + (passage.Lower[before] == ' ' ? 1 : 0)) is { Success: true } match)
                Claim(passage, claims, match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, "namn på sociala medier");
        for (var sign = passage.Text.IndexOf('#'); sign >= 0; sign = passage.Text.IndexOf('#', sign + 1))
            if (sign > 1 && Numbered().Match(passage.Text, NumberedStart(passage.Text, sign)) is { Success: true } match)
                claims.Add(match.Index, match.Index + match.Length, PersonalDataType.Handle, "namn med nummer");
        for (var at = Next(passage.Lower, Labels, 0); at >= 0; at = Next(passage.Lower, Labels, at + 1))
            if ((at == 0 || !char.IsLetterOrDigit(passage.Lower[at - 1]) || passage.Lower[at] == 'n') && AfterLabel().Match(passage.Lower, at) is { Success: true } match)
                Claim(passage, claims, match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, "står efter användarnamn");
    }

    private static readonly SearchValues<string> ProfileWords = SearchValues.Create(["profilen", "signaturen", "pseudonymen", "aliaset", "nicket", "kontot"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Platforms = SearchValues.Create(
        [
            "instagram", "insta", " på ig", " i ig", "snap", "tiktok", "twitter", "facebook", " på fb", " i fb", "messenger", "youtube", "discord", "flashback", "twitch", "reddit", "whatsapp", "telegram", "signal", "kick", "bluesky", "threads", "mastodon", "roblox", "minecraft", "fortnite", "steam", "jodel", "linkedin", " på x", " i x",
        ], StringComparison.Ordinal);

    private static readonly SearchValues<string> Labels = SearchValues.Create(["användar", "namn", "inlogg", "profil", "insta", "ig:", "ig ", "snap", "tiktok", "twitter", "discord", "youtube", "gamertag", "nick", "psn", "roblox", "steam", "skärmnamn", "login", "fb:", "facebook:", "messenger:", "telegram", "blogg", "signatur"], StringComparison.Ordinal);

    private static int Next(string text, SearchValues<string> words, int from)
    {
        if (from >= text.Length) return -1;
        var at = text.AsSpan(from).IndexOfAny(words);
        return at < 0 ? -1 : from + at;
    }

    private static int NumberedStart(string text, int sign)
    {
        var start = sign;
        while (start > 0 && sign - start < 33 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.')) start--;
        return start;
    }

    private static int WordStart(string text, int end)
    {
        var at = end;
        while (at > 0 && end - at < 24 && (char.IsLetter(text[at - 1]) || text[at - 1] == '-')) at--;
        return at;
    }

    /// <summary>Where " på " or " i " before the platform begins, or -1.</summary>
    private static int BeforePlatform(string text, int at)
    {
        if (text[at] == ' ') return at;
        var start = at >= 3 && text[at - 1] == ' ' ? text.AsSpan(0, at - 1).EndsWith("på") ? at - 3 : text[at - 2] == 'i' ? at - 2 : -1 : -1;
        if (start < 0 || start > 0 && char.IsLetterOrDigit(text[start - 1])) return -1;
        return start > 0 && text[start - 1] == ' ' ? start - 1 : start;
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
    [GeneratedRegex(@"\G(?:[Pp]rofilen|[Ss]ignaturen|[Pp]seudonymen|[Aa]liaset|[Nn]icket|(?:[Tt]ik[Tt]ok|[Ii]nsta|[Ii]nstagram|[Ss]nap|[Ff]acebook|[Dd]iscord)-?(?:kontot|profilen))(?: heter|:)? [""”“']?(@?[\p{L}\d_][\p{L}\d_.-]{1,38}[\p{L}\d_](?: \p{Lu}[\p{L}\d_]{1,30})?)")]
    private static partial Regex Profile();

    [GeneratedRegex(@"\G (?:på|i) (?:instagram|insta|ig|snapchat|snap|tiktok|twitter|facebook|fb|youtube|discord|flashback|twitch|reddit|whatsapp|telegram|signal|kick|bluesky|threads|mastodon|roblox|minecraft|fortnite|steam|jodel|linkedin|x)\b")]
    private static partial Regex OnPlatform();

    /// <summary>"på instagram som tant_agda", "på twitch under namnet grisen".</summary>
    [GeneratedRegex(@"\G(?:på|i) (?:instagram|insta|ig|snapchat|snap|tiktok|twitter|facebook|fb|messenger|youtube|discord|flashback|twitch|reddit|telegram|signal|roblox|minecraft|steam|jodel|linkedin)(?: heter jag| som| under namnet| under| med namnet| är jag|:) [""”“']?(@?[\p{L}\d_][\p{L}\d_.-]{1,38}[\p{L}\d_])")]
    private static partial Regex AfterPlatform();

    /// <summary>"agda#4412".</summary>
    [GeneratedRegex(@"\G(?<![\p{L}\d_.#/])[\p{L}_][\p{L}\d_.]{1,31}#\d{4}(?!\d)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\G(?:användarnamn(?:et)?|användaren|användarnamn i [\p{L}-]{3,20}|(?<=\p{L}{3})namn(?:et)?(?=(?: är|:) ?[\p{L}\d.]{0,30}[_\d])|inloggad som|inloggningen|inlogg|gamertag(?:en)?|nick(?:name)?(?:t)?|psn|roblox|steam|skärmnamn|login|fb|facebook|messenger|telegram|blogg(?:en)?|signatur|profil|insta(?:gram)?|ig|snap(?:chat)?|tiktok|twitter|discord|youtube)(?: är| heter)?(?:: ?|,? (?=[\p{L}\d.]{0,30}[_\d]))([\p{L}\d][\p{L}\d_.-]{1,38}[\p{L}\d_])")]
    private static partial Regex AfterLabel();
}
