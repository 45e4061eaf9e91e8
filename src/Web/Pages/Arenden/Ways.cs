using Gava.Domain.Cases;
using Gava.Web.Components;

namespace Gava.Web.Pages.Arenden;

/// <summary>The ways of telling somebody something, as choices.</summary>
internal static class Ways
{
    public static readonly IReadOnlyList<Choice> All =
        [.. new[] { Way.Phone, Way.Letter, Way.Email, Way.InPerson, Way.Web }.Select(w => new Choice(w.Code(), w.Swedish()))];

    /// <summary>The ways that leave a writing.</summary>
    public static readonly IReadOnlyList<Choice> Written = [.. All.Where(w => w.Value == Way.Letter.Code() || w.Value == Way.Email.Code() || w.Value == Way.Web.Code())];

    public const string CannotBeReached = "cannotBeReached";

    public const string UnknownNotice = "Välj hur du har berättat, eller att personen inte går att nå.";

    /// <summary>How somebody was told who takes over, or that they cannot be told.</summary>
    public static readonly IReadOnlyList<Choice> Notices =
        [.. All.Select(w => w.Value == Way.Email.Code() ? w with { Label = "E-post, som Gåva skickar nu" } : w), new(CannotBeReached, "Personen går inte att nå")];

    /// <summary>True for a notice that is in the list, and for none: the domain says when one is needed.</summary>
    public static bool IsNotice(string? code) => string.IsNullOrEmpty(code) || Notices.Any(n => n.Value == code);

    public static Way Parse(string? code) => All.Any(w => w.Value == code) ? Enum.Parse<Way>(code!, ignoreCase: true) : Way.None;

    /// <summary>The way the person wanted, else the phone.</summary>
    public static string Wanted(Case @case) => (@case.ReplyWay == Way.None ? Way.Phone : @case.ReplyWay).Code();
}
