using System.Text;

namespace Gava.Operations.Mail;

/// <summary>Text that was broken into lines for the journey only (RFC 3676), with its paragraphs whole again.</summary>
internal static class FlowedText
{
    /// <param name="text">Lines end with a line feed.</param>
    /// <param name="removesBlanks">DelSp=yes: the blank that marks the break is no part of the text.</param>
    public static string Unfold(string text, bool removesBlanks)
    {
        var whole = new StringBuilder(text.Length);
        var (flowing, depth) = (false, -1);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var quotes = line.Length - line.TrimStart('>').Length;
            line = line[quotes..];
            if (line.StartsWith(' ')) line = line[1..];
            var isSignature = line.SequenceEqual("-- ");
            if (!flowing || quotes != depth || isSignature)
            {
                if (depth >= 0) whole.Append('\n');
                whole.Append('>', quotes).Append(quotes > 0 && line.Length > 0 ? " " : "");
            }

            flowing = line.EndsWith(' ') && !isSignature;
            whole.Append(flowing && removesBlanks ? line[..^1] : line);
            depth = quotes;
        }

        return whole.ToString();
    }
}
