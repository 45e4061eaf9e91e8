using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>All that stands in the way, each linked to its question; takes the focus by itself, without script.</summary>
[HtmlTargetElement("gava-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    public string Heading { get; set; } = "Något behöver rättas";

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors().Distinct().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");

        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Heading);
        var list = new TagBuilder("ul");
        foreach (var (name, message) in errors)
            list.InnerHtml.AppendHtml(Line(name, message));
        output.Content.SetHtmlContent(heading).AppendHtml(list);
    }

    private IEnumerable<(string Name, string Message)> Errors() =>
        from entry in ViewContext.ViewData.ModelState
        from error in entry.Value?.Errors ?? []
        let message = QuestionTagHelper.MessageOf(error)
        where message.Length > 0
        select (entry.Key, message);

    private static TagBuilder Line(string name, string message)
    {
        var line = new TagBuilder("li");
        if (name.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + QuestionTagHelper.IdOf(name);
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
