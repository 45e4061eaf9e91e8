using System.Text;
using System.Text.RegularExpressions;
using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>A text in which the personal data stands as <c>{PERSON|Anna}</c>; the finder must mark just that, when the marks are away.</summary>
internal static partial class Marked
{
    public static TheoryData<string> Lines(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static string Plain(string marked) => Mark().Replace(marked, "$2");

    public static string AsFound(string marked, IReadOnlyCollection<string>? knownNames = null)
    {
        var text = Plain(marked);
        var result = new StringBuilder();
        var done = 0;
        foreach (var finding in PersonalDataFinder.Default.Find(text, knownNames))
        {
            result.Append(text, done, finding.Start - done).Append('{').Append(finding.Type.ApiName()).Append('|').Append(text, finding.Start, finding.Length).Append('}');
            done = finding.End;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    [GeneratedRegex(@"\{([A-Z_]+)\|([^}]*)\}")]
    private static partial Regex Mark();
}
