using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>Words that are ready to be used in a case, filled in.</summary>
/// <param name="Language">What the words are in: sv, sv-latt, en, fi, ar, so.</param>
public sealed record FilledTemplate(string Subject, string Text, string Language = "sv");

/// <summary>Letter and mail texts for a case: the municipality's own, else the routine's (R-FLOW-01, R-FLOW-07).</summary>
public static class CaseTemplate
{
    private const string Swedish = "sv";

    /// <summary>In the case's language, else in Swedish; of the case's kind and law, else for all. Null when there is none.</summary>
    /// <param name="use">acknowledgement, handOver, feedback, delay, reply, closing.</param>
    public static FilledTemplate? For(string use, Case @case, Organisation organisation, DateOnly today, IReadOnlyList<OwnTemplate>? own = null)
    {
        if (Find(use, @case, own ?? []) is not { } found) return null;
        var due = @case.Clocks.Where(c => c.Runs).MinBy(c => c.UrgentAt)?.Due.Day ?? today;
        return new(Fill(found.Subject), Fill(found.Text), found.Language);

        string Fill(string text) => TemplateWords.Fill(text, @case.Reference.ToString(), organisation.Unit(@case.UnitId)?.Name ?? "", HandlerOf(use, @case, organisation, today),
            DueExplanation.LongDay(due), @case.Routine.Kind(@case.Kind)?.Label.ToLowerInvariant() ?? @case.Kind);
    }

    /// <summary>
    /// As above for a mail, which anybody may come to read: a text that would name the unit or the kind tells what it is about
    /// and is left out (law.md SR-9.10).
    /// </summary>
    public static FilledTemplate? ForMail(string use, Case @case, Organisation organisation, DateOnly today, IReadOnlyList<OwnTemplate>? own = null) =>
        Find(use, @case, own ?? []) is { } found && Tells(found.Subject + found.Text) ? null : For(use, @case, organisation, today, own);

    /// <summary>Who answers for it; when it is being handed over, the one who is to.</summary>
    private static string HandlerOf(string use, Case @case, Organisation organisation, DateOnly today) => use == "handOver" && @case.Offer is { } offer
        ? organisation.NameOf(offer.PersonId ?? organisation.LeadersOf(offer.UnitId, today).FirstOrDefault(p => p.Id != @case.ConcernsPersonId)?.Id)
        : organisation.NameOf(@case.ResponsibleId);

    private static bool Tells(string text) => text.Contains("{unit}", StringComparison.Ordinal) || text.Contains("{kind}", StringComparison.Ordinal);

    private static (string Subject, string Text, string Language)? Find(string use, Case @case, IReadOnlyList<OwnTemplate> own)
    {
        foreach (var language in new[] { @case.Language, Swedish }.Distinct())
        {
            if (OwnFor(use, language, @case, own) is { } mine) return (mine.Subject, mine.Text, language);
            if (RoutinesFor(use, language, @case) is { } theirs) return (theirs.Subject, theirs.Text, language);
        }

        return null;
    }

    /// <summary>What says most about the case goes first: its kind and its law, then its kind, then its law.</summary>
    private static OwnTemplate? OwnFor(string use, string language, Case @case, IReadOnlyList<OwnTemplate> own) => own
        .Where(t => t.Use == use && t.Language == language && (t.Kind is null || t.Kind == @case.Kind) && (t.Regime is null || t.Regime == @case.Regime))
        .OrderByDescending(t => (t.Kind is null ? 0 : 2) + (t.Regime is null ? 0 : 1)).ThenByDescending(t => t.Id).FirstOrDefault();

    private static Template? RoutinesFor(string use, string language, Case @case)
    {
        var fitting = @case.Routine.Templates.Where(t => t.Use == use && t.Language == language).ToList();
        return fitting.FirstOrDefault(t => t.Kind == @case.Kind) ?? fitting.FirstOrDefault(t => t.Kind is null);
    }
}
