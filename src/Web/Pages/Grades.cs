using System.Globalization;
using Gava.Domain.Cases;
using Gava.Web.Text;

namespace Gava.Web.Pages;

/// <summary>The three questions about how it went, and what is answered so far (R-FLOW-13).</summary>
public sealed record Grades(Tongue Tongue, string? Clearness, string? Simplicity, string? Manner, string? Words)
{
    /// <summary>What was answered; a grade that cannot be read is none.</summary>
    public SurveyAnswer Answer => new(Read(Clearness), Read(Simplicity), Read(Manner));

    /// <summary>Where the first question stands that has no answer.</summary>
    public string FirstMissing => $"{(Read(Clearness) == 0 ? "clearness" : Read(Simplicity) == 0 ? "simplicity" : "manner")}-1";

    private static int Read(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) ? grade : 0;
}
