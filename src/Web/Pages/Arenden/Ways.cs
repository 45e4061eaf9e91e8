using Gava.Domain.Cases;
using Gava.Web.Components;

namespace Gava.Web.Pages.Arenden;

/// <summary>The ways of telling somebody something, as choices.</summary>
internal static class Ways
{
    public static readonly IReadOnlyList<Choice> All =
        [.. new[] { Way.Phone, Way.Letter, Way.Email, Way.InPerson }.Select(w => new Choice(w.Code(), w.Swedish()))];

    public static Way Parse(string? code) => All.Any(w => w.Value == code) ? Enum.Parse<Way>(code!, ignoreCase: true) : Way.None;

    /// <summary>The way the person wanted, else the phone.</summary>
    public static string Wanted(Case @case) => (@case.ReplyWay == Way.None ? Way.Phone : @case.ReplyWay).Code();
}
