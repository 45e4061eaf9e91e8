using Gava.Domain.People;
using Gava.Domain.Routines;

namespace Gava.Web.Pages.Arenden;

/// <summary>The routine's advice at a place of work, to those whom it is for (R-FLOW-14).</summary>
internal static class Advice
{
    /// <param name="place">receiving, handingOver, answering, delay, closing.</param>
    public static IReadOnlyList<string> Of(Routine routine, string place, Viewer viewer) =>
        [.. routine.Guidance.Where(g => g.Place == place && (g.Roles.Count == 0 || g.Roles.Any(viewer.Is))).Select(g => g.Text)];
}
