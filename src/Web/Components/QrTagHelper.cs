using System.Globalization;
using System.Text;
using Gava.Operations.Documents;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gava.Web.Components;

/// <summary>A QR code as a picture of its own, without script or style: <c>&lt;gava-qr text="https://…" /&gt;</c>. Dark on white in dark mode too, since scanners want that.</summary>
[HtmlTargetElement("gava-qr", Attributes = "text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTagHelper : TagHelper
{
    /// <summary>What the code holds.</summary>
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var code = QrMatrix.Of(Text);
        var size = (code.Size + 2 * QrMatrix.Quiet).ToString(CultureInfo.InvariantCulture);
        var path = new StringBuilder();
        foreach (var (row, column, count) in code.Runs())
            path.Append(CultureInfo.InvariantCulture, $"M{column + QrMatrix.Quiet} {row + QrMatrix.Quiet}h{count}v1h-{count}z");
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"QR: {Text}");
        output.Attributes.SetAttribute("viewBox", $"0 0 {size} {size}");
        output.Content.AppendHtml($"<path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path fill=\"#000\" d=\"{path}\"/>");
    }
}
