using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <summary>Something that a reply must or should hold (R-FLOW-07).</summary>
/// <param name="Code">thanks, regret, apology, eachPoint, measure, explanation, prevention, whereToTurn.</param>
/// <param name="OnlyComplaints">Regret is for complaints only.</param>
/// <param name="Singular">"Jag beklagar", not "Vi beklagar" (S1).</param>
/// <param name="WhenUnsolved">Only when what it is about could not be solved (S2).</param>
/// <param name="IsStatutory">The law demands it (PSL 3:8 b): the routine cannot switch it off.</param>
public sealed record ReplyContent(string Code, string Label, bool OnlyComplaints, bool Singular, bool WhenUnsolved, bool IsStatutory, Citation Citation);

/// <summary>How a reply comes about (R-FLOW-06, -07).</summary>
public sealed record ReplyRule
{
    /// <summary>Those concerned must be asked before it is written (S3).</summary>
    public bool ConsultationRequired { get; init; }

    /// <summary>How long a draft rests so that those concerned can sleep on it; null is not at all.</summary>
    public Length? Rest { get; init; }

    /// <summary>Who reads it before it goes; null is nobody.</summary>
    public Role? SecondReader { get; init; }

    /// <summary>A spoken reply is a reply.</summary>
    public bool SpokenAllowed { get; init; } = true;

    public IReadOnlyList<ReplyContent> Contents { get; init; } = [];

    /// <summary>Somebody who wants no reply is still owed an answer inside the organisation.</summary>
    public bool InternalAnswerOwed { get; init; }

    /// <summary>Whoever is answered is asked how it went (S0, S3; R-FLOW-13).</summary>
    public bool Survey { get; init; }

    public Citation Citation { get; init; } = new(null, null);

    /// <summary>What the reply to this kind should hold.</summary>
    public IEnumerable<ReplyContent> ContentsFor(Kind kind, bool isUnsolved) =>
        Contents.Where(c => (!c.OnlyComplaints || kind.IsComplaint) && (!c.WhenUnsolved || isUnsolved));
}

/// <summary>What must be done before a case is closed (R-FLOW-12).</summary>
/// <param name="AnswerRequired">Everybody who can be reached and has not declined has been answered.</param>
/// <param name="MeasureRequired">A measure is registered, or a reason why none is needed.</param>
public sealed record ClosingRule(bool AnswerRequired, bool MeasureRequired, Citation Citation)
{
    /// <summary>The complaints manager has been told how it was treated (S3).</summary>
    public bool ReportRequired { get; init; }

    /// <summary>Obligatory categories are set.</summary>
    public bool CategoryRequired { get; init; }

    /// <summary>What could not be solved closes only when the person was told where to turn (S2).</summary>
    public bool WhereToTurnRequired { get; init; }

    /// <summary>Who closes: null is whoever answers for it; the registrar where the diary is closed last (S2).</summary>
    public Role? By { get; init; }
}
