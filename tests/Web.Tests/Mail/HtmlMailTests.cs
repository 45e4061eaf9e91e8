using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gava.Operations.Mail;

namespace Gava.Web.Tests.Mail;

/// <summary>R-IN-07: of HTML, what a reader sees. A browser's own parser (AngleSharp) says which words those are.</summary>
[Trait("Database", "None")]
public sealed class HtmlMailTests
{
    [Theory]
    [InlineData("<p>Hej</p><p>då</p>", "Hej\n\ndå")]
    [InlineData("<div>Hej<br></div><div>då</div>", "Hej\ndå")]
    [InlineData("<div>Hej</div><div><br></div><div>då</div>", "Hej\n\ndå")]
    [InlineData("a<br><br>b", "a\n\nb")]
    [InlineData("  a \n <b> b</b>c ", "a bc")]
    [InlineData("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc")]
    [InlineData("<ol><li><p>a</p></li><li><p>b</p></li></ol>", "1. a\n\n2. b")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "a\tb\nc\nd")]
    [InlineData("<p style='display:none'>x<p>b", "b")]
    [InlineData("<script>a</script>b<style>c</style><title>d</title>", "b")]
    [InlineData("&aring;&Auml;&#246;&#x1F600;&nbsp;&amp;lt;", "åÄö😀 &lt;")]
    [InlineData("1 < 2 & 3", "1 < 2 & 3")]
    [InlineData("<pre>a\n b</pre>", "a\n b")]
    [InlineData("<P CLASS=MsoNormal>a</P><P CLASS=MsoNormal>b</P>", "a\nb")]
    public void Html_becomes_lines(string html, string text) => Assert.Equal(text, Read(html).HtmlText);

    [Fact]
    public void Its_words_are_those_of_a_browser()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var html = Made(new Random(seed));
            var body = new HtmlParser().ParseDocument(html).Body!;
            var seen = new StringBuilder();
            Collect(body, seen);

            Assert.True(Signs(seen.ToString()) == Signs(Read(html).HtmlText!), $"seed {seed}: {html}\n{seen}\n{Read(html).HtmlText}");
        }
    }

    private static void Collect(INode node, StringBuilder seen)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) seen.Append(text.Data).Append(' ');
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "title" or "template") && element.GetAttribute("style")?.Contains("none", StringComparison.Ordinal) is not true) Collect(element, seen);
        }
    }

    private static string Signs(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Made(Random random)
    {
        var html = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--) Element(html, random, 0);
        return html.ToString();
    }

    private static void Element(StringBuilder html, Random random, int depth)
    {
        string[] blocks = ["div", "p", "blockquote", "h2", "section", "center", "pre", "address"];
        string[] inlines = ["b", "i", "span", "a", "font", "em", "o:p", "u"];
        string[] words = ["Hej", "kommunen", "r&auml;ksm&ouml;rg&aring;s", "&amp;", "a &lt; b", "&#8221;", "åäö", "\n", "x"];
        switch (random.Next(8))
        {
            case 0: html.Append("<!-- kommentar > --><br>"); break;
            case 1: html.Append("<style>p { x: \"</b>\" }</style>"); break;
            case 2: html.Append($"<div style=\"color:red; display : none\">dold <b>text</b></div>".Replace(" : ", ":", StringComparison.Ordinal)); break;
            case 3 when depth < 5: html.Append("<table><tr><td>"); Inner(blocks); html.Append("</td><td>två</td></tr></table>"); break;
            case 4 when depth < 5: Inner(blocks); break;
            case 5 when depth < 5: Inner(inlines); break;
            default: html.Append(words[random.Next(words.Length)]).Append(' '); break;
        }

        void Inner(string[] names)
        {
            var name = names[random.Next(names.Length)];
            html.Append('<').Append(name).Append(random.Next(3) == 0 ? " class=\"a>b\" title='x'>" : ">");
            for (var i = random.Next(4); i > 0; i--)
            {
                // A paragraph holds no blocks and words hold none either: what browsers make of that is another story.
                if (name is "p" or "h2" || names == inlines) html.Append(words[random.Next(words.Length)]).Append(' ');
                else Element(html, random, depth + 1);
            }

            html.Append("</").Append(name).Append('>');
        }
    }

    private static IncomingMail Read(string html) => IncomingMail.Read(Encoding.UTF8.GetBytes("Content-Type: text/html; charset=utf-8\n\n" + html));
}
