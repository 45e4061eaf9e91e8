using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>A question answered in writing: one line, or several with <c>type="textarea"</c>.</summary>
[HtmlTargetElement("gava-field", Attributes = "for,label")]
public sealed class FieldTagHelper : QuestionTagHelper
{
    public required string Label { get; set; }

    /// <summary>text, email, tel, password, search, number, url or textarea.</summary>
    public string Type { get; set; } = "text";

    public int Rows { get; set; } = 6;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isOptional = HasFlag(context, output, "optional");
        var control = Type == "textarea" ? TextArea() : Line();
        Identify(control, output);

        BecomeField(output);
        output.Content.AppendHtml(LabelFor(Label, isOptional));
        foreach (var part in HintAndError())
            output.Content.AppendHtml(part);
        output.Content.AppendHtml(control);
    }

    private TagBuilder TextArea()
    {
        var area = new TagBuilder("textarea");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.InnerHtml.AppendHtml("\n").Append(Answer() ?? "");   // HTML drops the first line break of a textarea
        return area;
    }

    private TagBuilder Line()
    {
        var line = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        line.Attributes["type"] = Type;
        if (Type != "password" && Answer() is { } answer)
            line.Attributes["value"] = answer;
        return line;
    }
}
