using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>What has happened, one <c>gava-event</c> each, newest or oldest first as the page has them.</summary>
[HtmlTargetElement("gava-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "timeline");
        output.Attributes.SetAttribute("role", "list");   // a list without bullets is no list to some screen readers
    }
}

/// <summary>One event: what in the title, when and who beneath, and in the tag's own content what more there is to say.</summary>
[HtmlTargetElement("gava-event", Attributes = "title,when")]
public sealed class EventTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>When, as it is read: "24 april 2026 kl. 14.10".</summary>
    public required string When { get; set; }

    /// <summary>When, for machines: "2026-04-24T14:10".</summary>
    public string? Datetime { get; set; }

    public string? Who { get; set; }

    /// <summary>Nothing, or contact (a word with the citizen), measure, handover, notice, answer.</summary>
    public string? Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Kind is not null)
            output.Attributes.SetAttribute("data-kind", Kind);

        output.Content.SetHtmlContent(Tag("p", "event-title", Title)).AppendHtml(Meta());
        if (!content.IsEmptyOrWhiteSpace)
        {
            var body = new TagBuilder("div");
            body.AddCssClass("event-body");
            body.InnerHtml.AppendHtml(content);
            output.Content.AppendHtml(body);
        }
    }

    private TagBuilder Meta()
    {
        var time = new TagBuilder("time");
        if (Datetime is not null)
            time.Attributes["datetime"] = Datetime;
        time.InnerHtml.Append(When);
        var meta = new TagBuilder("p");
        meta.AddCssClass("event-meta");
        meta.InnerHtml.AppendHtml(time);
        if (Who is not null)
            meta.InnerHtml.Append(" · " + Who);
        return meta;
    }

    private static TagBuilder Tag(string name, string className, string text)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(className);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
