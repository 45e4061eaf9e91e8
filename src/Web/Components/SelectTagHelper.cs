using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>One choice from a long list. Choices that name a group stand under it.</summary>
[HtmlTargetElement("gava-select", Attributes = "for,label,options")]
public sealed class SelectTagHelper : QuestionTagHelper
{
    public required string Label { get; set; }

    public required IEnumerable<Choice> Options { get; set; }

    /// <summary>The text of a first, empty choice, such as "Välj enhet".</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isOptional = HasFlag(context, output, "optional");
        var control = new TagBuilder("select");
        Identify(control, output);
        if (Empty is not null)
            control.InnerHtml.AppendHtml(Option(new Choice("", Empty), isSelected: false));
        var answers = Answers();
        foreach (var group in Options.GroupBy(choice => choice.Group, StringComparer.Ordinal))
            AppendGroup(control, group, answers);

        BecomeField(output);
        output.Content.AppendHtml(LabelFor(Label, isOptional));
        foreach (var part in HintAndError())
            output.Content.AppendHtml(part);
        output.Content.AppendHtml(control);
    }

    private static void AppendGroup(TagBuilder control, IGrouping<string?, Choice> group, HashSet<string> answers)
    {
        var parent = control;
        if (group.Key is not null)
        {
            parent = new TagBuilder("optgroup");
            parent.Attributes["label"] = group.Key;
            control.InnerHtml.AppendHtml(parent);
        }

        foreach (var choice in group)
            parent.InnerHtml.AppendHtml(Option(choice, answers.Contains(choice.Value)));
    }

    private static TagBuilder Option(Choice choice, bool isSelected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = choice.Value;
        if (isSelected)
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(choice.Label);
        return option;
    }
}
