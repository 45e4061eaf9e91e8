using System.Text.RegularExpressions;

namespace Gava.Domain.Privacy;

/// <summary>E-mail addresses, also with å in them and also with the at sign in words. Web addresses are set aside.</summary>
internal static partial class Emails
{
    private const int LongestLocal = 64;

    public static void Find(Passage passage, Claims claims)
    {
        var text = passage.Text;
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
            Claim(text, claims, at, at + 1, mustHaveDot: true, "har formen av en e-postadress");
        if (text.Contains('@', StringComparison.Ordinal))
            foreach (var at in SpacedAt().EnumerateMatches(passage.Lower))
                Claim(text, claims, at.Index, at.Index + at.Length, mustHaveDot: true, "e-postadress med mellanslag");
        foreach (var at in AtInWords().EnumerateMatches(passage.Lower))
        {
            // "62 dB(A) kl": a lone a needs a domain with a dot.
            var isLone = passage.Lower.AsSpan(at.Index, at.Length).TrimEnd() is "(a)" or "[a]";
            Claim(text, claims, at.Index > 0 && text[at.Index - 1] == ' ' ? at.Index - 1 : at.Index, at.Index + at.Length, isLone, "e-postadress med snabel-a i ord");
        }

        foreach (var at in (ReadOnlySpan<string>)[" at ", " ät ", " snabel a ", " alfakrull "]) FindInWords(passage.Lower, claims, at);
        foreach (var link in Link().EnumerateMatches(passage.Lower))
            if (claims.IsFree(link.Index, link.Index + link.Length)) claims.SetAside(link.Index, link.Index + link.Length);
    }

    /// <summary>Only around the word that may stand for the sign: most texts have none.</summary>
    private static void FindInWords(string lower, Claims claims, string at)
    {
        for (var place = lower.IndexOf(at, StringComparison.Ordinal); place >= 0;)
        {
            var start = Math.Max(0, place - 160);
            while (start > 0 && start < place && !char.IsWhiteSpace(lower[start - 1])) start++;
            // Those that follow close are read in the same stretch, so that nothing is read twice.
            var (end, next) = (place + 200, lower.IndexOf(at, place + 1, StringComparison.Ordinal));
            for (; next >= 0 && next < end; next = lower.IndexOf(at, next + 1, StringComparison.Ordinal)) end = next + 200;
            foreach (Match match in InWords().Matches(lower[start..Math.Min(lower.Length, end)]))
                claims.Add(start + match.Index, start + match.Index + match.Length, PersonalDataType.Email, "e-postadress i ord");
            place = next;
        }
    }

    private static void Claim(string text, Claims claims, int at, int after, bool mustHaveDot, string why)
    {
        var start = at;
        while (start > 0 && at - start < LongestLocal && IsLocal(text[start - 1])) start--;
        if (!mustHaveDot) start = BeforeWords(text, BeforePoints(text, start));
        while (start < at && !char.IsLetterOrDigit(text[start])) start++;
        var domain = Domain().Match(text, after, Math.Min(text.Length - after, 200));
        if (start == at || !domain.Success) return;
        if (mustHaveDot && !domain.ValueSpan.Contains('.')) return;
        claims.Add(start, domain.Index + domain.Length, PersonalDataType.Email, why);
    }

    /// <summary>"jonte punkt berg snabel-a …": the words before "punkt" too.</summary>
    private static int BeforePoints(string text, int start)
    {
        for (var parts = 0; parts < 3 && start > 6; parts++)
        {
            var point = text.AsSpan(0, start);
            if (!point.EndsWith(" punkt ", StringComparison.OrdinalIgnoreCase)) break;
            start -= 7;
            while (start > 0 && IsLocal(text[start - 1])) start--;
        }

        return start;
    }

    /// <summary>"mejla mig på tyst mus 58 snabela …": dictated with spaces, back to the word that tells that an address comes.</summary>
    private static int BeforeWords(string text, int start)
    {
        var told = Told().Match(text, Math.Max(0, start - 60), Math.Min(start, 60));
        return told.Success ? told.Groups[1].Index : start;
    }

    private static bool IsLocal(char sign) => char.IsLetterOrDigit(sign) || sign is '.' or '_' or '-' or '+' or '%';

    [GeneratedRegex(@"\G[\p{L}\d](?:[\p{L}\d-]{0,62})(?:(?:\.|\s?\(?(?:punkt|dot)\)?\s?)[\p{L}\d][\p{L}\d-]{0,62}){0,4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"(?:\((?:at|a|@|snabel-?a)\)|\[(?:at|a|@)\]|\{at\}|snabel-?a\b) ?")]
    private static partial Regex AtInWords();

    /// <summary>"hannasmamma @example.com": a known ending after, else it is somebody's profile.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\d]) ?@ ?(?=[\p{L}\d.-]{1,80}\.(?:com|se|nu|org|net|eu|no|fi|dk|de|io|info|me|name|edu|gov|example)\b)")]
    private static partial Regex SpacedAt();

    /// <summary>"maja dot lind at example dot com", "maja.lind at example.com".</summary>
    [GeneratedRegex(@"(?<![\p{L}\d._-])[\p{L}\d][\p{L}\d._-]{0,40}(?: (?:dot|punkt) [\p{L}\d_-]{1,40}){0,3} (?:at|ät|snabel a|alfakrull) [\p{L}\d-]{1,40}(?:(?: (?:dot|punkt) |\.)[\p{L}\d-]{1,40}){0,2}(?: (?:dot|punkt) |\.)(?:com|se|nu|org|net|eu|no|fi|dk|de|io|info|me)\b")]
    private static partial Regex InWords();

    [GeneratedRegex(@"\b(?:e-?post|mejl|mail|mejlen|mailen|mejla|maila|mejladress|mailadress|adress|adressen|e-postadress|svara|svar|skriv|nås|nå)(?: (?:till|mig|är|på|gärna|oss))*:? ((?:[\p{L}\d_.-]{1,20} ){1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>""]{1,2000}")]
    private static partial Regex Link();
}
