using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>A few choices, all in sight: radio buttons, or with <c>multiple</c> check boxes.</summary>
[HtmlTargetElement("gava-choices", Attributes = "for,legend,options")]
public sealed class ChoicesTagHelper : QuestionTagHelper
{
    public required string Legend { get; set; }

    public required IEnumerable<Choice> Options { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isOptional = HasFlag(context, output, "optional");
        var isMultiple = HasFlag(context, output, "multiple");
        var isInline = HasFlag(context, output, "inline");

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-fieldset");
        if (DescribedBy() is { } ids)
            output.Attributes.SetAttribute("aria-describedby", ids);
        if (!isMultiple)
            output.Attributes.SetAttribute("role", "radiogroup");
        if (!isMultiple && Error is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");

        output.Content.AppendHtml(LegendTag(isOptional));
        foreach (var part in HintAndError())
            output.Content.AppendHtml(part);
        output.Content.AppendHtml(Boxes(isMultiple, isInline));
    }

    private TagBuilder LegendTag(bool isOptional)
    {
        var tag = new TagBuilder("legend");
        tag.AddCssClass("ds-label");
        Title(tag, Legend, isOptional);
        return tag;
    }

    private TagBuilder Boxes(bool isMultiple, bool isInline)
    {
        var answers = Answers();
        var boxes = new TagBuilder("div");
        boxes.AddCssClass(isInline ? "choices choices-inline" : "choices");
        foreach (var (index, choice) in Options.Index())
        {
            // The first has the question's own id, so that the error summary's link lands on it.
            var id = index == 0 ? Id : Id + "_" + index.ToString(CultureInfo.InvariantCulture);
            var input = Box(isMultiple ? "checkbox" : "radio", id, FieldName, choice.Value, answers.Contains(choice.Value));
            input.AddCssClass("ds-input");
            if (isMultiple && Error is not null)
                input.Attributes["aria-invalid"] = "true";
            boxes.InnerHtml.AppendHtml(BoxWithLabel(input, id, choice.Label, choice.Hint));
        }

        return boxes;
    }

    internal static TagBuilder Box(string type, string id, string name, string value, bool isChecked)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        if (isChecked)
            input.Attributes["checked"] = "checked";
        return input;
    }

    internal static IHtmlContent BoxWithLabel(TagBuilder input, string id, string label, string? hint)
    {
        var field = new TagBuilder("div");
        field.AddCssClass("ds-field");
        var labelTag = new TagBuilder("label");
        labelTag.AddCssClass("ds-label");
        labelTag.Attributes["for"] = id;
        labelTag.InnerHtml.Append(label);
        field.InnerHtml.AppendHtml(input).AppendHtml(labelTag);
        if (hint is not null)
        {
            input.Attributes["aria-describedby"] = id + "-about";
            field.InnerHtml.AppendHtml(Paragraph(id + "-about", "hint", hint, "description"));
        }

        return field;
    }
}
