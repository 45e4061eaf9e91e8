using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gava.Web.Components;

/// <summary>One thing to choose: what is posted, what is read, a hint, and the group that it stands under in a select.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null)
{
    public static IEnumerable<Choice> From(IEnumerable<SelectListItem> items) =>
        items.Select(item => new Choice(item.Value ?? item.Text, item.Text, Group: item.Group?.Name));
}
