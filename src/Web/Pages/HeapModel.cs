using Gava.Operations.Cases;

namespace Gava.Web.Pages;

/// <summary>A heap of a desk as a page shows it.</summary>
/// <param name="Total">0 hides the number.</param>
/// <param name="More">Where the whole heap is; null when nowhere.</param>
public sealed record HeapModel(string Heading, string? Advice, int Total, CaseListModel List, string? More)
{
    /// <summary>"12", or "500+" when it was counted no further.</summary>
    public string TotalText => Total >= Desks.MostCounted ? $"{Desks.MostCounted}+" : $"{Total}";
}
