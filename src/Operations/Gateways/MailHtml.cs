using System.Net;
using System.Text;

namespace Gava.Operations.Gateways;

/// <summary>A mail's words as simple HTML: paragraphs, links to what stands there as an address, the language and its direction. No picture, style, script or tracking.</summary>
public static class MailHtml
{
    public static string Of(string subject, string body, string language)
    {
        var html = new StringBuilder();
        var tag = Tag(language);
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(tag).Append("\" dir=\"").Append(tag == "ar" ? "rtl" : "ltr").Append("\">\n<head><meta charset=\"utf-8\"><title>").Append(Escaped(subject)).Append("</title></head>\n<body>\n");
        foreach (var paragraph in body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").AppendJoin("<br>\n", paragraph.Split('\n').Select(Line)).Append("</p>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>As HTML and headers name it: easy Swedish is Swedish.</summary>
    public static string Tag(string language) => language.Split('-')[0];

    /// <summary>A line that is nothing but an address can be followed; what the link says is where it goes.</summary>
    private static string Line(string line)
    {
        var text = Escaped(line.TrimEnd());
        return Uri.TryCreate(line.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !line.Trim().Contains(' ', StringComparison.Ordinal) ? $"<a href=\"{text.Trim()}\">{text.Trim()}</a>" : text;
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
