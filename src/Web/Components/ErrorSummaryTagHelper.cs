using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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
        var errors = Errors().Distinct().OrderBy(error => Place(error.Name), StringComparer.Ordinal).ToList();
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

    /// <summary>ModelState keeps its keys in an order of its own; people read in the order in which the model declares its questions.</summary>
    private string Place(string name)
    {
        var place = "";
        var metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var property = part.Split('[')[0];
            var index = metadata.Properties.ToList().FindIndex(one => Answers(one, property));
            if (index < 0)
                return place + "~";
            place += index.ToString("D4", CultureInfo.InvariantCulture);
            metadata = metadata.Properties[index];
        }

        return place;
    }

    private static bool Answers(ModelMetadata property, string name) =>
        string.Equals(property.BinderModelName ?? property.PropertyName, name, StringComparison.OrdinalIgnoreCase);

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
