using Gava.Domain.Cases;
using Gava.Domain.History;

namespace Gava.Operations.Cases;

/// <summary>A point of a complaint as it is read: the number and outcome of the case, the words of the journal, where masking reaches them.</summary>
/// <param name="What">Null where the whole complaint is meant.</param>
/// <param name="Cause">Null where nothing is said of it.</param>
/// <param name="Remedy">Null where nothing is said of it.</param>
public sealed record PointView(int Number, string? What, PointOutcome? Outcome, string? Cause, string? Remedy)
{
    /// <summary>The points that stand, in order.</summary>
    public static IReadOnlyList<PointView> Of(CaseView view) => [.. view.Case.Points.Where(p => !p.IsGone)
        .Select(p => new PointView(p.Number, view.Said(EventKind.PointAdded, p.Number), p.Outcome, view.Said(EventKind.PointJudged, p.Number), view.Said(EventKind.PointRemedied, p.Number)))];
}
