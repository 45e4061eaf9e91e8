using System.Collections.Frozen;

namespace Gava.Operations.Mail;

/// <summary>How an element stands among others, for somebody who reads.</summary>
internal enum TagKind
{
    Inline,
    Block,
    Paragraph,
    Quote,
    List,
    Item,
    Table,
    Row,
    Cell,
    Preformatted,
    LineBreak,
    Rule,
    Image,
    Void,
    /// <summary>Nobody reads what is in it.</summary>
    Unread,
}

internal sealed record HtmlTag(string Name, TagKind Kind)
{
    public static readonly FrozenDictionary<string, HtmlTag> All = Make();

    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> ByName = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The tag of that name; null for one that HTML does not know, which only stands about.</summary>
    public static HtmlTag? Find(ReadOnlySpan<char> name) => name.Length <= 12 && ByName.TryGetValue(name, out var tag) ? tag : null;

    public bool HasNoEnd => Kind is TagKind.LineBreak or TagKind.Rule or TagKind.Image or TagKind.Void;

    /// <summary>What an element that was left open is closed by.</summary>
    public bool IsInline => Kind is TagKind.Inline;

    private static FrozenDictionary<string, HtmlTag> Make() => new (TagKind Kind, string Names)[]
    {
        (TagKind.Inline, "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var button select"),
        (TagKind.Block, "div section article header footer main nav aside address center figure figcaption form fieldset legend details summary dl dt dd option optgroup caption body html hgroup dialog"),
        (TagKind.Paragraph, "p h1 h2 h3 h4 h5 h6"),
        (TagKind.Quote, "blockquote"),
        (TagKind.List, "ul ol dir menu"),
        (TagKind.Item, "li"),
        (TagKind.Table, "table thead tbody tfoot"),
        (TagKind.Row, "tr"),
        (TagKind.Cell, "td th"),
        (TagKind.Preformatted, "pre listing xmp textarea"),
        (TagKind.LineBreak, "br"),
        (TagKind.Rule, "hr"),
        (TagKind.Image, "img"),
        (TagKind.Void, "area base basefont bgsound col embed frame input link meta param source track wbr"),
        (TagKind.Unread, "script style title template noframes iframe object applet audio video canvas svg math datalist"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => new HtmlTag(name, row.Kind))).ToFrozenDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
}
