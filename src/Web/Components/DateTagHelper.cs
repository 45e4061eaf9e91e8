using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>A day, or with <c>time</c> a day and a time, in the browser's own picker.</summary>
[HtmlTargetElement("gava-date", Attributes = "for,label")]
public sealed class DateTagHelper : QuestionTagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isOptional = HasFlag(context, output, "optional");
        var hasTime = HasFlag(context, output, "time");
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        control.Attributes["type"] = hasTime ? "datetime-local" : "date";
        if (Answer(hasTime ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd") is { } answer)
            control.Attributes["value"] = answer;
        Identify(control, output);

        BecomeField(output);
        output.Content.AppendHtml(LabelFor(Label, isOptional));
        foreach (var part in HintAndError())
            output.Content.AppendHtml(part);
        output.Content.AppendHtml(control);
    }
}
