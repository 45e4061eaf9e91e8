using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>One yes: a single check box that posts <c>true</c>.</summary>
[HtmlTargetElement("gava-check", Attributes = "for,label")]
public sealed class CheckTagHelper : QuestionTagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var box = ChoicesTagHelper.Box("checkbox", Id, FieldName, "true", Answers().Contains("true"));
        Identify(box, output);
        BecomeField(output);
        output.Content.AppendHtml(box).AppendHtml(LabelFor(Label, isOptional: false));
        foreach (var part in HintAndError())
            output.Content.AppendHtml(part);
    }
}
