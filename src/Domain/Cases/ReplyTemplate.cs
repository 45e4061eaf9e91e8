using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>The words to begin a reply with: the municipality's own, else the routine's (R-FLOW-07).</summary>
public static class ReplyTemplate
{
    /// <summary>The template of the case's kind, else the one for all, filled in; null when there is none.</summary>
    public static string? For(Case @case, Organisation organisation, DateOnly today, IReadOnlyList<OwnTemplate>? own = null)
    {
        if ((OwnFor(@case, own ?? []) ?? RoutinesFor(@case)) is not { } text) return null;
        var due = @case.Clocks.Where(c => c.Runs).MinBy(c => c.UrgentAt)?.Due.Day ?? today;
        return TemplateWords.Fill(text, @case.Reference.ToString(), organisation.Unit(@case.UnitId)?.Name ?? "", organisation.NameOf(@case.ResponsibleId),
            DueExplanation.LongDay(due), @case.Routine.Kind(@case.Kind)?.Label.ToLowerInvariant() ?? @case.Kind);
    }

    /// <summary>What says most about the case goes first: its kind and its law, then its kind, then its law.</summary>
    private static string? OwnFor(Case @case, IReadOnlyList<OwnTemplate> own) => own
        .Where(t => t.Use == "reply" && t.Language == "sv" && (t.Kind is null || t.Kind == @case.Kind) && (t.Regime is null || t.Regime == @case.Regime))
        .OrderByDescending(t => (t.Kind is null ? 0 : 2) + (t.Regime is null ? 0 : 1)).ThenByDescending(t => t.Id).FirstOrDefault()?.Text;

    private static string? RoutinesFor(Case @case)
    {
        var replies = @case.Routine.Templates.Where(t => t.Use == "reply" && t.Language == "sv").ToList();
        return (replies.FirstOrDefault(t => t.Kind == @case.Kind) ?? replies.FirstOrDefault(t => t.Kind is null))?.Text;
    }
}
