using System.Text.RegularExpressions;

namespace Gava.Operations.Demo;

/// <summary>What people say to one sort of unit. Each line is written in the small notation that <see cref="Pen"/> reads.</summary>
internal sealed record Theme
{
    public required Cast[] Casts { get; init; }

    public required Line[] Complaints { get; init; }

    public required Line[] Details { get; init; }

    public required Line[] Consequences { get; init; }

    public required Line[] Wishes { get; init; }

    /// <summary>Whole complaints in the Swedish of somebody who is still learning it.</summary>
    public required Line[] Simple { get; init; }

    public required Line[] Suggestions { get; init; }

    public required Line[] Praise { get; init; }

    public required Line[] Views { get; init; }

    public required Line[] Questions { get; init; }

    public required Line[] Faults { get; init; }

    public required Line[] Measures { get; init; }

    /// <summary>True where somebody is cared for, and not a street or a building.</summary>
    public bool IsAboutPeople => Casts.Length > 1;

    /// <summary>True where an old person may well write about themselves.</summary>
    public bool SuitsTheOld { get; init; }
}

/// <summary>Of whom a text tells: the writer, or somebody close, who was born in the year or a few years after it.</summary>
internal sealed record Cast(string Noun, bool IsWoman, bool IsSelf, int Born)
{
    public static Cast Self { get; } = new("jag", IsWoman: false, IsSelf: true, Born: 1948);

    public static Cast Her(string noun, int born = 1978) => new(noun, IsWoman: true, IsSelf: false, born);

    public static Cast Him(string noun, int born = 1978) => new(noun, IsWoman: false, IsSelf: false, born);
}

/// <summary>
/// One line, and whom it suits. A line that opens with "=" is the writer's own story and one with "@" is somebody else's; so is
/// one where both the writer and the one it tells of appear.
/// </summary>
internal sealed partial record Line
{
    private readonly bool ownStory;
    private readonly bool othersStory;

    public Line(string text)
    {
        Text = text.TrimStart('=', '@');
        ownStory = text.StartsWith('=');
        othersStory = text.StartsWith('@') || (ThirdPerson().IsMatch(Text) && Writer().IsMatch(Text));
    }

    public string Text { get; }

    public bool Suits(Cast cast) => cast.IsSelf ? !othersStory : !ownStory;

    [GeneratedRegex(@"\{(hon|henne|min|mitt|mina|sin|sitt|sina|sig)\}", RegexOptions.IgnoreCase)]
    private static partial Regex ThirdPerson();

    [GeneratedRegex(@"\b(jag|mig|vi|oss)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Writer();
}
