namespace Gava.Web.Components;

/// <summary>A link in the main navigation. The layout shows the list in <c>ViewData["Navigation"]</c> and nothing else.</summary>
public sealed record NavigationItem(string Href, string Label, bool Current);
