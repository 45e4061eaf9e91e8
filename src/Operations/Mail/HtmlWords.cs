using System.Text;

namespace Gava.Operations.Mail;

/// <summary>A line that somebody reads.</summary>
/// <param name="Quotes">How deep it is quoted; 0 for the writer's own.</param>
/// <param name="BeginsHistory">A mail program has marked that what it answers or forwards begins here.</param>
internal readonly record struct TextLine(string Text, int Quotes = 0, bool BeginsHistory = false);

/// <summary>
/// What a reader sees of HTML, in lines: no scripts, styles or hidden elements; blocks and rows become lines, cells are parted by tabs, lists have their
/// marks. It walks the tags once and builds no tree, so that its time follows the length whatever is in them.
/// </summary>
internal sealed class HtmlWords
{
    private const int CloseSearch = 200;
    private const int InlineSearch = 40;
    private const int MostStyle = 2_000;

    /// <summary>Ids and classes by which Outlook, Yahoo, Proton and Zimbra mark what they answer.</summary>
    private static readonly string[] HistoryMarks =
        ["divrplyfwdmsg", "appendonsend", "yahoo_quoted", "protonmail_quote", "zwchr", "mail-editor-reference-message-container", "moz-forward-container", "outlookmessageheader", "ms-outlook-mobile-reference-message", "olk_src_body_section"];

    private readonly string html;
    private readonly List<TextLine> lines = [];
    private readonly StringBuilder line = new();
    private readonly List<Open> open = [];
    private readonly Dictionary<HtmlTag, int> openCounts = [];
    private int at;
    private bool blankBefore;
    private bool spaceBefore;
    private bool tabBefore;
    private bool historyHere;
    private string? mark;
    private int hidden;
    private int quotes;
    private int preformatted;
    private int lists;
    private readonly HashSet<HtmlTag> neverClosed = [];
    private bool noMoreEnds;
    private bool noMoreComments;

    private HtmlWords(string html) => this.html = html;

    private record struct Open(HtmlTag Tag, bool IsHidden, bool IsPreformatted, bool IsOrdered, bool HasNoMargin, int Number, string? UnknownName);

    public static List<TextLine> Read(string html)
    {
        var words = new HtmlWords(html);
        words.Walk();
        return words.lines;
    }

    public static string Text(IEnumerable<TextLine> lines) => string.Join('\n', lines.Select(l => l.Text)).Trim('\n');

    private void Walk()
    {
        while (at < html.Length)
        {
            var sign = html[at];
            if (sign == '<' && Tag()) continue;
            if (sign == '&') Reference();
            else Words();
        }

        EndLine(always: false);
    }

    /// <summary>All up to the next tag or reference.</summary>
    private void Words()
    {
        var begin = at++;
        at = html.AsSpan(at).IndexOfAny('<', '&') is >= 0 and var found ? at + found : html.Length;
        if (hidden > 0) return;
        foreach (var sign in html.AsSpan(begin, at - begin)) Write(sign);
    }

    private void Reference()
    {
        var meaning = new StringBuilder();
        at += HtmlEntities.Read(html.AsSpan(at, Math.Min(40, html.Length - at)), meaning);
        if (hidden > 0) return;
        for (var i = 0; i < meaning.Length; i++) Write(meaning[i]);
    }

    private void Write(char sign)
    {
        if (sign is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            if (preformatted == 0) spaceBefore = true;
            else if (sign == '\n') EndLine(always: true);
            else if (sign != '\r') Put(sign);
        }
        // Invisible: fills previews and allows line breaks.
        else if (sign is not ('\u200b' or '\ufeff' or '\u00ad' or '\u034f'))
        {
            Put(sign == '\u00a0' ? ' ' : sign);
        }
    }

    private void Put(char sign)
    {
        if (line.Length == 0 && mark is null)
        {
            if (blankBefore && lines.Count > 0 && lines[^1].Text.Length > 0) lines.Add(new TextLine("", Math.Min(quotes, lines[^1].Quotes)));
            blankBefore = false;
        }

        if (mark is not null)
        {
            if (blankBefore && lines.Count > 0 && lines[^1].Text.Length > 0) lines.Add(new TextLine("", quotes));
            blankBefore = false;
            line.Append(mark);
            mark = null;
        }
        else if (tabBefore && line.Length > 0)
        {
            line.Append('\t');
        }
        else if (spaceBefore && line.Length > 0 && line[^1] is not (' ' or '\t'))
        {
            line.Append(' ');
        }

        (tabBefore, spaceBefore) = (false, false);
        line.Append(sign);
    }

    /// <param name="always">Also an empty line is a line: somebody pressed return.</param>
    private void EndLine(bool always)
    {
        spaceBefore = false;
        if (line.Length == 0 && !always) return;
        if (line.Length == 0 && blankBefore && lines.Count > 0 && lines[^1].Text.Length > 0) blankBefore = false;
        var text = preformatted > 0 ? line.ToString() : line.ToString().TrimEnd(' ', '\t');
        lines.Add(new TextLine(text, quotes, historyHere));
        line.Clear();
        historyHere = false;
        tabBefore = false;
    }

    private void Break(bool withBlank)
    {
        EndLine(always: false);
        blankBefore |= withBlank && lines.Count > 0;
        tabBefore = false;
    }

    /// <summary>False when what looks like a tag is none.</summary>
    private bool Tag()
    {
        if (noMoreEnds || at + 1 >= html.Length) return false;
        var next = html[at + 1];
        if (next == '!' || next == '?') return Declaration();
        var closes = next == '/';
        var begin = at + (closes ? 2 : 1);
        if (begin >= html.Length || !char.IsAsciiLetter(html[begin])) return false;
        var end = begin;
        while (end < html.Length && html[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>' or '<')) end++;
        var name = html.AsSpan(begin, end - begin);
        var tag = HtmlTag.Find(name);
        var attributes = new Attributes();
        if (!ReadAttributes(end, ref attributes, out var after))
        {
            // Nothing after this can be a tag: it is one that was cut off, or words.
            noMoreEnds = true;
            if (tag is null || html.IndexOf('=', end) < 0) return false;
            at = html.Length;
            return true;
        }

        at = after;
        if (closes) Close(tag, name);
        else if (tag is not null) Begin(tag, attributes);
        else if (attributes.Hides) Push(new HtmlTag("", TagKind.Inline), attributes, name.ToString());
        return true;
    }

    private bool Declaration()
    {
        if (!noMoreComments && html.AsSpan(at).StartsWith("<!--"))
        {
            var close = html.IndexOf("-->", at + 2, StringComparison.Ordinal);
            noMoreComments = close < 0;
            if (close >= 0)
            {
                at = close + 3;
                return true;
            }
        }

        var end = html.IndexOf('>', at);
        noMoreEnds = end < 0;
        if (end >= 0) at = end + 1;
        return end >= 0;
    }

    private struct Attributes
    {
        public bool Hides;
        public bool KeepsLines;
        public bool HasNoMargin;
        public bool BeginsHistory;
        public string? Alt;
        public int Start;
    }

    /// <summary>False when the tag never ends.</summary>
    private bool ReadAttributes(int from, ref Attributes attributes, out int after)
    {
        var i = from;
        while (i < html.Length && html[i] != '>')
        {
            if (html[i] is ' ' or '\t' or '\n' or '\r' or '\f' or '/')
            {
                i++;
                continue;
            }

            var name = i++;
            while (i < html.Length && html[i] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>' or '=')) i++;
            var nameEnd = i;
            while (i < html.Length && html[i] is ' ' or '\t' or '\n' or '\r') i++;
            var value = default(Range);
            if (i < html.Length && html[i] == '=')
            {
                i++;
                while (i < html.Length && html[i] is ' ' or '\t' or '\n' or '\r') i++;
                value = ReadValue(ref i);
            }

            Note(html.AsSpan(name, nameEnd - name), html.AsSpan()[value], ref attributes);
        }

        after = Math.Min(i + 1, html.Length);
        if (i < html.Length) return true;
        // A quotation mark was never closed, or the mail was cut off: the tag ends where it could have.
        var end = html.IndexOf('>', from);
        after = end + 1;
        return end >= 0;
    }

    private Range ReadValue(ref int i)
    {
        var begin = i;
        if (i < html.Length && html[i] is '"' or '\'')
        {
            var close = html.IndexOf(html[i], i + 1);
            i = close < 0 ? html.Length : close + 1;
            return (begin + 1)..(close < 0 ? html.Length : close);
        }

        while (i < html.Length && html[i] is not (' ' or '\t' or '\n' or '\r' or '\f' or '>')) i++;
        return begin..i;
    }

    private static void Note(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ref Attributes attributes)
    {
        if (Is(name, "style")) NoteStyle(value, ref attributes);
        else if (Is(name, "hidden")) attributes.Hides = true;
        else if (Is(name, "alt") && value.Length <= 16) attributes.Alt = value.ToString();
        else if (Is(name, "start") && int.TryParse(value, out var start)) attributes.Start = start - 1;
        else if (Is(name, "class") || Is(name, "id"))
        {
            if (Is(name, "class") && value.Contains("MsoNormal", StringComparison.OrdinalIgnoreCase)) attributes.HasNoMargin = true;
            if (value.Length > 100) return;
            foreach (var historyMark in HistoryMarks) attributes.BeginsHistory |= value.Contains(historyMark, StringComparison.OrdinalIgnoreCase);
        }

        static bool Is(ReadOnlySpan<char> name, string what) => name.Equals(what, StringComparison.OrdinalIgnoreCase);
    }

    private static void NoteStyle(ReadOnlySpan<char> value, ref Attributes attributes)
    {
        Span<char> style = stackalloc char[Math.Min(value.Length, MostStyle) + 1];
        var length = 0;
        foreach (var sign in value[..Math.Min(value.Length, MostStyle)])
        {
            if (!char.IsWhiteSpace(sign)) style[length++] = char.ToLowerInvariant(sign);
        }

        style[length++] = ';';
        var all = (ReadOnlySpan<char>)style[..length];
        attributes.Hides |= all.Contains("display:none", StringComparison.Ordinal) || all.Contains("visibility:hidden", StringComparison.Ordinal) || all.Contains("mso-hide:all", StringComparison.Ordinal)
            || IsZero(all, "font-size:0") || IsZero(all, ";opacity:0") || (all.StartsWith("opacity:0", StringComparison.Ordinal) && IsZero(all, "opacity:0")) || (IsZero(all, "max-height:0") && all.Contains("overflow:hidden", StringComparison.Ordinal));
        attributes.KeepsLines = all.Contains("white-space:pre", StringComparison.Ordinal);
        attributes.HasNoMargin |= IsZero(all, "margin:0") || (IsZero(all, "margin-top:0") && IsZero(all, "margin-bottom:0"));
    }

    /// <summary>"0", "0px" and "0 auto", not "0.9em".</summary>
    private static bool IsZero(ReadOnlySpan<char> style, string what)
    {
        if (style.IndexOf(what) is not (>= 0 and var found)) return false;
        var rest = style[(found + what.Length)..];
        if (rest[0] == '.') rest = rest[1..].TrimStart('0');
        return rest.IsEmpty || !char.IsAsciiDigit(rest[0]);
    }

    private void Begin(HtmlTag tag, Attributes attributes)
    {
        if (attributes.BeginsHistory && hidden == 0)
        {
            Break(withBlank: false);
            historyHere = true;
            // A mark may stand on an element without words.
            if (tag.HasNoEnd || line.Length == 0) EndHistoryMark();
        }

        switch (tag.Kind)
        {
            case TagKind.LineBreak:
                if (hidden == 0) EndLine(always: true);
                return;
            case TagKind.Rule:
                if (hidden == 0) Break(withBlank: true);
                return;
            case TagKind.Image:
                if (hidden == 0 && !attributes.Hides && attributes.Alt is { } alt && !alt.Any(char.IsAsciiLetterOrDigit)) Picture(alt);
                return;
            case TagKind.Void:
                return;
            case TagKind.Unread:
                SkipUnread(tag);
                return;
        }

        CloseBefore(tag);
        if (hidden == 0 && !attributes.Hides) BreakBefore(tag, attributes);
        Push(tag, attributes, null);
        if (tag.Kind == TagKind.Item && hidden == 0) MarkItem();
    }

    private void EndHistoryMark()
    {
        lines.Add(new TextLine("", quotes, BeginsHistory: true));
        historyHere = false;
    }

    private void Picture(string alt)
    {
        var text = new StringBuilder();
        for (var i = 0; i < alt.Length;)
        {
            if (alt[i] == '&') i += HtmlEntities.Read(alt.AsSpan(i), text);
            else text.Append(alt[i++]);
        }

        for (var i = 0; i < text.Length; i++) Write(text[i]);
    }

    /// <summary>To the end tag of the same name, whatever stands between. Without one, only scripts and styles take the rest with them, as in a browser.</summary>
    private void SkipUnread(HtmlTag tag)
    {
        if (neverClosed.Contains(tag)) return;
        for (var i = at; html.AsSpan(i).IndexOf("</") is >= 0 and var found;)
        {
            i += found + 2;
            if (!html.AsSpan(i).StartsWith(tag.Name, StringComparison.OrdinalIgnoreCase)) continue;
            i += tag.Name.Length;
            if (i < html.Length && char.IsAsciiLetterOrDigit(html[i])) continue;
            at = html.IndexOf('>', i) is >= 0 and var end ? end + 1 : html.Length;
            return;
        }

        neverClosed.Add(tag);
        if (tag.Name is "script" or "style") at = html.Length;
    }

    /// <summary>End tags that HTML lets people leave out.</summary>
    private void CloseBefore(HtmlTag tag)
    {
        if (tag.IsInline) return;
        for (var (i, searched) = (open.Count - 1, 0); i >= 0 && searched < InlineSearch; i--, searched++)
        {
            var kind = open[i].Tag.Kind;
            if (kind == TagKind.Inline) continue;
            var isClosed = tag.Kind switch
            {
                TagKind.Item => kind is TagKind.Item or TagKind.Paragraph,
                TagKind.Cell => kind is TagKind.Cell or TagKind.Paragraph,
                TagKind.Row => kind is TagKind.Cell or TagKind.Row or TagKind.Paragraph,
                _ => kind is TagKind.Paragraph && open[i].Tag.Name == "p",
            };
            if (!isClosed) return;
            PopTo(i);
        }
    }

    private void BreakBefore(HtmlTag tag, Attributes attributes)
    {
        switch (tag.Kind)
        {
            case TagKind.Paragraph: Break(withBlank: !attributes.HasNoMargin); break;
            case TagKind.Quote: Break(withBlank: true); break;
            case TagKind.List: Break(withBlank: lists == 0); break;
            case TagKind.Preformatted: Break(withBlank: true); break;
            case TagKind.Block or TagKind.Item or TagKind.Table or TagKind.Row: Break(withBlank: false); break;
            case TagKind.Cell: tabBefore = line.Length > 0; break;
        }
    }

    private void MarkItem()
    {
        var list = open.Count - 2;
        while (list >= 0 && open.Count - list < InlineSearch && open[list].Tag.Kind != TagKind.List) list--;
        if (list < 0 || open[list].Tag.Kind != TagKind.List)
        {
            mark = "- ";
            return;
        }

        var number = open[list].Number + 1;
        open[list] = open[list] with { Number = number };
        mark = new string(' ', Math.Clamp(lists - 1, 0, 8) * 2) + (open[list].IsOrdered ? $"{number}. " : "- ");
    }

    private void Push(HtmlTag tag, Attributes attributes, string? unknownName)
    {
        var keeps = tag.Kind == TagKind.Preformatted || attributes.KeepsLines;
        open.Add(new Open(tag, attributes.Hides, keeps, tag.Name == "ol", attributes.HasNoMargin, attributes.Start, unknownName));
        openCounts[tag] = openCounts.GetValueOrDefault(tag) + 1;
        hidden += attributes.Hides ? 1 : 0;
        preformatted += keeps ? 1 : 0;
        quotes += tag.Kind == TagKind.Quote ? 1 : 0;
        lists += tag.Kind == TagKind.List ? 1 : 0;
        // The first line feed after <pre> is not part of it.
        if (tag.Kind == TagKind.Preformatted && at < html.Length && html[at] == '\n') at++;
    }

    private void Close(HtmlTag? tag, ReadOnlySpan<char> name)
    {
        if (tag?.Kind == TagKind.LineBreak && hidden == 0) EndLine(always: true);
        if (tag is null)
        {
            if (hidden > 0) CloseUnknown(name);
            return;
        }

        if (openCounts.GetValueOrDefault(tag) == 0) return;
        for (var (i, searched) = (open.Count - 1, 0); i >= 0 && searched < (tag.IsInline ? InlineSearch : CloseSearch); i--, searched++)
        {
            if (open[i].Tag == tag)
            {
                PopTo(i);
                return;
            }

            // A stray end tag does not leave the cell, quotation or hidden element that it stands in.
            var kind = open[i].Tag.Kind;
            if (tag.IsInline && kind is TagKind.Quote or TagKind.Cell or TagKind.Preformatted) return;
            if (kind is TagKind.Table or TagKind.Cell && tag.Kind is not (TagKind.Table or TagKind.Row or TagKind.Cell)) return;
        }
    }

    private void CloseUnknown(ReadOnlySpan<char> name)
    {
        for (var (i, searched) = (open.Count - 1, 0); i >= 0 && searched < InlineSearch; i--, searched++)
        {
            if (open[i].UnknownName is not { } unknown || !name.Equals(unknown, StringComparison.OrdinalIgnoreCase)) continue;
            PopTo(i);
            return;
        }
    }

    private void PopTo(int index)
    {
        while (open.Count > index)
        {
            var last = open[^1];
            open.RemoveAt(open.Count - 1);
            openCounts[last.Tag]--;
            if (hidden == 0) BreakAfter(last);
            hidden -= last.IsHidden ? 1 : 0;
            preformatted -= last.IsPreformatted ? 1 : 0;
            quotes -= last.Tag.Kind == TagKind.Quote ? 1 : 0;
            lists -= last.Tag.Kind == TagKind.List ? 1 : 0;
        }
    }

    private void BreakAfter(Open closed)
    {
        switch (closed.Tag.Kind)
        {
            case TagKind.Paragraph or TagKind.Quote or TagKind.Preformatted: Break(withBlank: !closed.HasNoMargin); break;
            case TagKind.List: Break(withBlank: lists == 1); break;
            case TagKind.Block or TagKind.Table or TagKind.Row: Break(withBlank: false); break;
            case TagKind.Item:
                Break(withBlank: false);
                mark = null;
                break;
        }
    }
}
