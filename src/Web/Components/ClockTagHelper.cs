using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>A deadline and how it stands, in words, shape and colour. With <c>compact</c> on one line, for lists.</summary>
[HtmlTargetElement("gava-clock", Attributes = "state,label,due")]
public sealed class ClockTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["calm"] = "I god tid",
        ["soon"] = "Snart dags",
        ["late"] = "Försenad",
        ["met"] = "Klar i tid",
        ["met-late"] = "Klar, men sent",
        ["late-noticed"] = "Sen, med besked",
        ["paused"] = "Står still",
    };

    /// <summary>calm, soon, late, met, met-late, late-noticed or paused.</summary>
    public required string State { get; set; }

    public required string Label { get; set; }

    /// <summary>The due day as it is read: "måndag 4 maj".</summary>
    public required string Due { get; set; }

    /// <summary>Other words than the state's own, such as "2 dagar kvar". A page's null comes here as empty.</summary>
    public string? Text { get; set; }

    /// <summary>How the day was counted.</summary>
    public string? Why { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Words.TryGetValue(State, out var word))
            throw new InvalidOperationException($"A clock has no state '{State}'.");

        var isCompact = context.AllAttributes.ContainsName("compact");
        output.Attributes.RemoveAll("compact");
        output.TagName = isCompact ? "span" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", isCompact ? "clock clock-compact" : "clock");
        output.Attributes.SetAttribute("data-state", State);

        output.Content.AppendHtml(Span("clock-label", Label)).Append(" ");
        output.Content.AppendHtml(Span("clock-due", Due)).Append(" ");
        output.Content.AppendHtml(Span("clock-state", string.IsNullOrEmpty(Text) ? word : Text));
        if (!string.IsNullOrEmpty(Why) && !isCompact)
            output.Content.AppendHtml(Explanation(Why));
    }

    private TagBuilder Explanation(string why)
    {
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append("Varför detta datum?").AppendHtml(Span("ds-sr-only", " " + Label));
        var text = new TagBuilder("p");
        text.InnerHtml.Append(why);
        var details = new TagBuilder("details");
        details.AddCssClass("why");
        details.InnerHtml.AppendHtml(summary).AppendHtml(text);
        return details;
    }

    private static TagBuilder Span(string className, string text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(className);
        span.InnerHtml.Append(text);
        return span;
    }
}
