using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>What every question on a form has: a label, perhaps a hint, perhaps an error, and the answer as it was typed.</summary>
public abstract class QuestionTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>The posted name where it is not the property's own, such as <c>text</c> in the public form.</summary>
    public string? Name { get; set; }

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    protected string FieldName => Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdOf(FieldName);

    protected string? Error => Entry?.Errors.Select(MessageOf).FirstOrDefault(message => message.Length > 0);

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.GetValueOrDefault(FieldName);

    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    internal static string MessageOf(ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : error.Exception is null ? "" : "Det här svaret går inte att läsa.";

    /// <summary>A flag is on when it is written (<c>optional</c>), or written with anything but false.</summary>
    protected static bool HasFlag(TagHelperContext context, TagHelperOutput output, string flag)
    {
        var isOn = context.AllAttributes.TryGetAttribute(flag, out var attribute)
            && !string.Equals(attribute.Value?.ToString(), "false", StringComparison.OrdinalIgnoreCase);
        output.Attributes.RemoveAll(flag);
        return isOn;
    }

    /// <summary>What was typed, right or wrong, before what the model holds.</summary>
    protected string? Answer(string? format = null) => Entry?.AttemptedValue ?? Write(For.Model, format);

    protected HashSet<string> Answers()
    {
        var answers = Entry?.RawValue switch
        {
            string[] typed => typed,
            string typed => [typed],
            _ => For.Model is IEnumerable several and not string ? several.Cast<object?>().Select(one => Write(one)) : [Write(For.Model)],
        };
        return answers.OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    protected TagBuilder LabelFor(string label, bool isOptional)
    {
        var tag = new TagBuilder("label");
        tag.AddCssClass("ds-label");
        tag.Attributes["for"] = Id;
        Title(tag, label, isOptional);
        return tag;
    }

    /// <summary>Where a page speaks another language, its ViewData has the word.</summary>
    protected void Title(TagBuilder tag, string label, bool isOptional)
    {
        tag.InnerHtml.Append(label);
        if (!isOptional) return;
        var word = new TagBuilder("span");
        word.AddCssClass("optional");
        word.InnerHtml.Append($"({ViewContext.ViewData["Optional"] as string ?? "frivilligt"})");
        tag.InnerHtml.Append(" ").AppendHtml(word);
    }

    protected IEnumerable<IHtmlContent> HintAndError()
    {
        if (Hint is not null)
            yield return Paragraph(Id + "-hint", "hint", Hint, "description");
        if (Error is not null)
            yield return Paragraph(Id + "-error", "ds-validation-message", Error, "validation");
    }

    protected string? DescribedBy()
    {
        var ids = new[] { Hint is null ? null : Id + "-hint", Error is null ? null : Id + "-error" }.OfType<string>();
        var joined = string.Join(' ', ids);
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>Name, id and the links to hint and error; and whatever else was written on the tag.</summary>
    protected void Identify(TagBuilder control, TagHelperOutput output)
    {
        control.AddCssClass("ds-input");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FieldName;
        if (DescribedBy() is { } ids)
            control.Attributes["aria-describedby"] = ids;
        if (Error is not null)
            control.Attributes["aria-invalid"] = "true";
        foreach (var attribute in output.Attributes)
            control.MergeAttribute(attribute.Name, attribute.Value?.ToString());
        output.Attributes.Clear();
    }

    protected static void BecomeField(TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-field");
    }

    internal static TagBuilder Paragraph(string id, string className, string text, string role)
    {
        var tag = new TagBuilder("p");
        tag.AddCssClass(className);
        tag.Attributes["id"] = id;
        tag.Attributes["data-field"] = role;
        tag.InnerHtml.Append(text);
        return tag;
    }

    private static string? Write(object? value, string? format = null) =>
        value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString();
}
