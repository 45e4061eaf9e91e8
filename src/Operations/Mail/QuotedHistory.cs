using System.Collections.Frozen;
using System.Globalization;

namespace Gava.Operations.Mail;

/// <summary>
/// Tells what somebody writes now from what they answer or forward. Quoted lines and the line that says who wrote them are history, and so is all from a mail
/// program's own mark on: "-----Ursprungligt meddelande-----", a block of Från/Skickat/Till/Ämne, "Den mån 2 mars 2026 kl 09:00 skrev …".
/// Own words between and below quoted lines are kept. Signatures are the writer's own.
/// </summary>
internal static class QuotedHistory
{
    private const int LongestAttribution = 600;
    private const int AttributionLines = 4;
    private const int HeaderBlockLines = 16;

    private enum Label
    {
        From,
        Sent,
        To,
        Subject,
    }

    private static readonly FrozenDictionary<string, Label> Labels = new (Label Label, string Names)[]
    {
        (Label.From, "från from fra von lähettäjä de van da od от من ka"),
        (Label.Sent, "skickat sent sendt gesendet lähetetty datum date dato päivämäärä päiväys envoyé enviado verzonden inviato data sänt skickades تاريخ التاريخ taariikhda"),
        (Label.To, "till to til an vastaanottaja kenelle à para aan a إلى cc kopia kopi kopio bcc svar-till reply-to ku"),
        (Label.Subject, "ämne subject emne betreff aihe objet asunto onderwerp oggetto ärende الموضوع mawduuca"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Label))).ToFrozenDictionary(r => r.name, r => r.Label);

    private static readonly FrozenDictionary<string, Label>.AlternateLookup<ReadOnlySpan<char>> LabelNames = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Between dashes.</summary>
    private static readonly string[] Titles =
    [
        "ursprungligt meddelande", "originalmeddelande", "ursprungligt brev", "ursprunglig avtalad tid", "vidarebefordrat meddelande", "vidarebefordrat brev", "vidaresänt meddelande", "vidarebefordrat av", "vidarebefordrat från",
        "original message", "original appointment", "forwarded message", "forwarded by", "forwarded from", "reply message", "original email",
        "opprinnelig melding", "original melding", "videresendt melding", "oprindelig meddelelse", "oprindelig besked", "videresendt meddelelse", "videresendt besked", "videresendt av", "videresendt af",
        "ursprüngliche nachricht", "originalnachricht", "original-nachricht", "weitergeleitete nachricht", "weitergeleitet von",
        "alkuperäinen viesti", "alkuperäinen sanoma", "välitetty viesti", "edelleenlähetetty viesti", "välittänyt", "message d'origine", "message original", "message transféré", "mensaje original", "mensaje reenviado",
        "oorspronkelijk bericht", "doorgestuurd bericht", "messaggio originale", "messaggio inoltrato", "wiadomość oryginalna", "الرسالة الأصلية", "رسالة معاد توجيهها",
    ];

    /// <summary>On a line of their own, with a block of headers or a quotation below.</summary>
    private static readonly string[] Openings =
    [
        "vidarebefordrat brev", "vidarebefordrat meddelande", "börja vidarebefordrat meddelande", "början på vidarebefordrat brev", "begin forwarded message", "forwarded message", "start på videresendt melding", "videresendt melding",
        "start på videresendt besked", "videresendt besked", "videresendt meddelelse", "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail", "välitetty viesti alkaa", "välitetty viesti", "début du message réexpédié", "inizio messaggio inoltrato",
    ];

    private static readonly FrozenSet<string> Verbs =
        new[] { "skrev", "skriver", "wrote", "writes", "schrieb", "schreibt", "kirjoitti", "écrit", "escribió", "scritto", "schreef", "geschreven", "napisał", "skreiv", "escreveu", "citerar", "quoting", "كتب", "qoray" }.ToFrozenSet();

    /// <summary>How a line that tells when and who begins.</summary>
    private static readonly FrozenSet<string> Beginnings = new[]
    {
        "den", "on", "am", "le", "el", "il", "op", "dnia", "em", "kl", "at", "i", "på", "citerar", "quoting", "d.",
        "mån", "måndag", "tis", "tisdag", "ons", "onsdag", "tors", "tor", "torsdag", "fre", "fredag", "lör", "lördag", "sön", "söndag", "mandag", "man", "tirsdag", "tir", "lørdag", "lør", "søndag", "søn",
        "monday", "mon", "tuesday", "tue", "wednesday", "wed", "thursday", "thu", "friday", "fri", "saturday", "sat", "sunday", "sun", "ma", "ti", "ke", "to", "pe", "la", "su", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
    }.ToFrozenSet();

    /// <summary>Who says of themselves or another that they wrote: people, not programs.</summary>
    private static readonly FrozenSet<string> Pronouns = new[] { "du", "ni", "jag", "vi", "han", "hon", "hen", "de", "man", "you", "i", "we", "he", "she", "they", "som", "och", "där", "sedan", "sen", "så" }.ToFrozenSet();

    /// <summary>The lines of plain text; what begins with &gt; is quoted.</summary>
    public static List<TextLine> LinesOf(string text)
    {
        var lines = new List<TextLine>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var start = line.TrimStart(" \t\u00a0");
            lines.Add(new TextLine(line.ToString(), start.StartsWith('>') && line.Length - start.Length < 4 ? 1 : 0));
        }

        return lines;
    }

    /// <summary>What stands above, between and below the history; empty when there is nothing else.</summary>
    public static string NewText(IReadOnlyList<TextLine> lines)
    {
        var attributions = FindAttributions(lines);
        var kept = new List<string>();
        var (ownWords, afterGap) = (false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Quotes > 0)
            {
                afterGap = Gap(kept);
                continue;
            }

            if (BeginsHistory(lines, i, ownWords)) break;
            if (attributions.TryGetValue(i, out var attribution))
            {
                if (!attribution.QuoteFollows && ownWords) break;
                if (attribution.QuoteFollows)
                {
                    afterGap = Gap(kept);
                    i = attribution.End;
                    continue;
                }
            }

            var isBlank = string.IsNullOrWhiteSpace(lines[i].Text);
            ownWords |= !isBlank;
            // What was left out has its one empty line already.
            if (isBlank && afterGap) continue;
            afterGap = false;
            kept.Add(lines[i].Text);
        }

        return Join(kept);
    }

    private static bool Gap(List<string> kept)
    {
        if (kept.Count > 0 && kept[^1].Length > 0) kept.Add("");
        return true;
    }

    private static string Join(List<string> kept)
    {
        // The rule that a program draws above the history is none of the writer's words.
        while (kept.Count > 0 && (string.IsNullOrWhiteSpace(kept[^1]) || IsRule(kept[^1]))) kept.RemoveAt(kept.Count - 1);
        var begin = 0;
        while (begin < kept.Count && string.IsNullOrWhiteSpace(kept[begin])) begin++;
        return string.Join('\n', kept.Skip(begin)).TrimEnd();
    }

    private static bool IsRule(string line)
    {
        var rule = line.AsSpan().Trim(" \t*>\u00a0");
        return rule.Length >= 5 && (!rule.ContainsAnyExcept('_') || !rule.ContainsAnyExcept('-', '–', '—') || !rule.ContainsAnyExcept('=', '–'));
    }

    private static bool BeginsHistory(IReadOnlyList<TextLine> lines, int at, bool ownWords)
    {
        if (lines[at].BeginsHistory) return true;
        var line = lines[at].Text;
        if (line.Length is 0 or > 300) return false;
        if (IsTitle(line)) return true;
        if (IsOpening(line) && SomethingFollows(lines, at)) return true;
        return IsHeaderBlock(lines, at, mustBeSure: !ownWords && !RuleAbove(lines, at));
    }

    private static bool IsTitle(string line)
    {
        var trimmed = line.AsSpan().Trim(" \t*>\u00a0");
        if (!trimmed.StartsWith("--") && !trimmed.StartsWith("__") && !trimmed.StartsWith("==") && !trimmed.StartsWith("––") && !trimmed.StartsWith("——")) return false;
        var words = trimmed.Trim("-_=–—* \t:").ToString().ToLower(CultureInfo.InvariantCulture);
        return words.Length > 0 && Array.Exists(Titles, t => words.StartsWith(t, StringComparison.Ordinal));
    }

    private static bool IsOpening(string line)
    {
        var trimmed = line.AsSpan().Trim(" \t*\u00a0");
        return trimmed.EndsWith(':') && Array.Exists(Openings, trimmed[..^1].TrimEnd().ToString().ToLower(CultureInfo.InvariantCulture).Equals);
    }

    private static bool SomethingFollows(IReadOnlyList<TextLine> lines, int at)
    {
        for (var i = at + 1; i < lines.Count && i <= at + 4; i++)
        {
            if (lines[i].Quotes > 0 || LabelOf(lines[i].Text) is not null) return true;
        }

        return false;
    }

    private static bool RuleAbove(IReadOnlyList<TextLine> lines, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (lines[i].BeginsHistory || IsRule(lines[i].Text)) return true;
            if (lines[i].Text.Length > 0) return false;
        }

        return false;
    }

    /// <summary>From, then when, and to whom or about what, in lines that follow each other; long lines may be wrapped.</summary>
    /// <param name="mustBeSure">A letter can begin with Från, Till and Datum of its own: then a program's block has an address or a time of day.</param>
    private static bool IsHeaderBlock(IReadOnlyList<TextLine> lines, int at, bool mustBeSure)
    {
        if (LabelOf(lines[at].Text) is not Label.From) return false;
        Span<bool> found = stackalloc bool[4];
        var (sure, others, blanks) = (false, 0, 0);
        for (var i = at; i < lines.Count && i < at + HeaderBlockLines; i++)
        {
            var line = lines[i].Text;
            if (string.IsNullOrWhiteSpace(line))
            {
                if (++blanks > 5) break;
                continue;
            }

            if (LabelOf(line) is not { } label)
            {
                if (++others > 4) break;
                continue;
            }

            found[(int)label] = true;
            sure |= label is Label.From or Label.To ? line.Contains('@', StringComparison.Ordinal) : label == Label.Sent && HasTime(line);
            if (found[(int)Label.Sent] && found.Count(true) >= 3) return sure || !mustBeSure;
        }

        return false;
    }

    private static Label? LabelOf(string line)
    {
        var trimmed = line.AsSpan().Trim(" \t*_\u00a0\u200e\u200f");
        var colon = trimmed[..Math.Min(trimmed.Length, 24)].IndexOf(':');
        if (colon <= 0) return null;
        Span<char> name = stackalloc char[24];
        var length = trimmed[..colon].Trim(" *_\u00a0").ToLowerInvariant(name);
        return LabelNames.TryGetValue(name[..length], out var label) ? label : null;
    }

    private readonly record struct Attribution(int End, bool QuoteFollows);

    /// <summary>Where each line that tells who wrote what follows begins: "Den … skrev … &lt;…&gt;:", on one line or wrapped over some.</summary>
    private static Dictionary<int, Attribution> FindAttributions(IReadOnlyList<TextLine> lines)
    {
        var found = new Dictionary<int, Attribution>();
        for (var end = 0; end < lines.Count; end++)
        {
            if (lines[end].Quotes > 0 || lines[end].Text.Length is 0 or > LongestAttribution) continue;
            if (!lines[end].Text.AsSpan().TrimEnd(" \t*_\u00a0\r\"").EndsWith(':')) continue;
            var quoteFollows = QuoteFollows(lines, end);
            var text = "";
            for (var start = end; start >= 0 && start > end - AttributionLines; start--)
            {
                if (lines[start].Quotes > 0 || string.IsNullOrWhiteSpace(lines[start].Text)) break;
                text = start == end ? lines[start].Text.Trim() : lines[start].Text.Trim() + " " + text;
                if (text.Length > LongestAttribution) break;
                // Spares the look at the words of most lines.
                if (!quoteFollows && !HasDigit(text)) continue;
                if (!IsAttribution(text, quoteFollows)) continue;
                found.TryAdd(start, new Attribution(end, quoteFollows));
                break;
            }
        }

        return found;
    }

    private static bool QuoteFollows(IReadOnlyList<TextLine> lines, int end)
    {
        for (var i = end + 1; i < lines.Count && i <= end + 3; i++)
        {
            if (lines[i].Quotes > 0) return true;
            if (!string.IsNullOrWhiteSpace(lines[i].Text)) return false;
        }

        return false;
    }

    /// <param name="quoteFollows">Without quoted lines below, a person might have written it, so it must have an address, or a year and a time of day.</param>
    private static bool IsAttribution(string text, bool quoteFollows)
    {
        var words = text.ToLower(CultureInfo.InvariantCulture).Split([' ', ',', '\t', '\u00a0', '*', '"', '(', ')', '[', ']', '\u202f'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return false;
        var verb = Array.FindIndex(words, w => Verbs.Contains(w.TrimEnd(':', '.')));
        var hasAddress = text.Contains('@', StringComparison.Ordinal);
        if (verb < 0) return quoteFollows && hasAddress && text.Contains('<', StringComparison.Ordinal) && HasTime(text);
        var beginsRight = Beginnings.Contains(words[0].TrimEnd('.')) || char.IsAsciiDigit(words[0][0]);
        // The verb alone on its line belongs to the line above.
        if (verb == 0 && words[0] is not ("citerar" or "quoting")) return false;
        if (!quoteFollows) return (hasAddress && (beginsRight || (verb <= 6 && HasDigit(text)))) || (beginsRight && HasYear(words) && HasTime(text));
        if (hasAddress || (HasDigit(text) && (beginsRight || HasTime(text)))) return true;
        return words[verb].EndsWith(':') && verb <= 5 && (words[verb] == "wrote:" ? !Pronouns.Contains(words[0]) : IsWholeName(text));
    }

    /// <summary>"Anna Svensson skrev:" is a program's; "Kommunen skrev:" and "Ni skrev:" a person's.</summary>
    private static bool IsWholeName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && words[..^1].All(w => char.IsUpper(w[0])) && !Pronouns.Contains(words[0].ToLowerInvariant());
    }

    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private static bool HasYear(string[] words) => Array.Exists(words, w => w.Split('-', '/', '.').Any(p => p.Length == 4 && int.TryParse(p, out var year) && year is > 1980 and < 2200));

    /// <summary>9:00, 09.00.</summary>
    private static bool HasTime(string text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is ':' or '.' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && (i + 3 == text.Length || !char.IsAsciiDigit(text[i + 3]))) return true;
        }

        return false;
    }
}
