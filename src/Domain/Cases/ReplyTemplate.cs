using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Cases;

/// <summary>The routine's own words to begin a reply with (R-FLOW-07).</summary>
public static class ReplyTemplate
{
    /// <summary>The template of the case's kind, else the one for all, filled in; null when the routine has none.</summary>
    public static string? For(Case @case, Organisation organisation, DateOnly today)
    {
        var replies = @case.Routine.Templates.Where(t => t.Use == "reply" && t.Language == "sv").ToList();
        var template = replies.FirstOrDefault(t => t.Kind == @case.Kind) ?? replies.FirstOrDefault(t => t.Kind is null);
        if (template is null) return null;
        var due = @case.Clocks.Where(c => c.Runs).MinBy(c => c.UrgentAt)?.Due.Day ?? today;
        return template.Text
            .Replace("{reference}", @case.Reference.ToString(), StringComparison.Ordinal)
            .Replace("{unit}", organisation.Unit(@case.UnitId)?.Name ?? "", StringComparison.Ordinal)
            .Replace("{handler}", organisation.NameOf(@case.ResponsibleId), StringComparison.Ordinal)
            .Replace("{due}", DueExplanation.LongDay(due), StringComparison.Ordinal)
            .Replace("{kind}", @case.Routine.Kind(@case.Kind)?.Label.ToLowerInvariant() ?? @case.Kind, StringComparison.Ordinal);
    }
}
