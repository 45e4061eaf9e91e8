using Gava.Domain.Deadlines;

namespace Gava.Domain.Routines;

/// <summary>
/// The written procedure of one public body, as data: what it calls things, who answers, how long it takes. Immutable; a case
/// keeps the version that it began with. Read with <see cref="RoutineReader"/>, described in routines/routine.schema.json.
/// </summary>
public sealed record Routine
{
    /// <summary>In addresses and commands: a to z, digits, hyphens.</summary>
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    /// <summary>Whose routine it is.</summary>
    public required string Body { get; init; }

    /// <summary>The document that every citation refers to.</summary>
    public required string Document { get; init; }

    public Scope Scope { get; init; } = Scope.Everything;

    public required IReadOnlyList<Kind> Kinds { get; init; }

    /// <summary>Tracks other than the ordinary one: a lighter way for views.</summary>
    public IReadOnlyList<Track> Tracks { get; init; } = [];

    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>The legal regime that the routine's units work under (law.md SR-1.1); a case can be moved to another.</summary>
    public string Regime { get; init; } = LegalRegimes.General;

    public Receiving Receiving { get; init; } = new();

    public Registration Registration { get; init; } = new();

    public Anonymity Anonymity { get; init; } = new();

    public Acknowledgement? Acknowledgement { get; init; }

    /// <summary>The routine's own clocks, and those of its legal regime that it forgot.</summary>
    public required IReadOnlyList<ClockRule> Clocks { get; init; }

    public required Responsibility Responsibility { get; init; }

    public required HandOverRule HandOver { get; init; }

    public ReplyRule Reply { get; init; } = new();

    public required ClosingRule Closing { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public IReadOnlyList<CategoryTree> Categories { get; init; } = [];

    public Learning Learning { get; init; } = new();

    public IReadOnlyList<ReportCycle> Reports { get; init; } = [];

    public Publication Publication { get; init; } = new();

    public IReadOnlyList<Retention> Retention { get; init; } = [];

    /// <summary>Advice shown beside the work, by place and role (R-FLOW-14).</summary>
    public required IReadOnlyList<Guidance> Guidance { get; init; }

    /// <summary>Letters, mails and pages in the routine's own words.</summary>
    public IReadOnlyList<Template> Templates { get; init; } = [];

    /// <summary>The kind, or null when this routine does not know it.</summary>
    public Kind? Kind(string code) => Kinds.FirstOrDefault(k => k.Code == code) ?? (code == Routines.Kind.Accessibility.Code ? Routines.Kind.Accessibility : null);

    public Channel? Channel(string code) => Channels.FirstOrDefault(c => c.Code == code);

    public ClockRule? Clock(string name) => AllClocks.FirstOrDefault(c => c.Name == name);

    /// <summary>The routine's own, and the one that Gåva keeps for reports on accessibility where the routine answers them by none.</summary>
    public IEnumerable<ClockRule> AllClocks =>
        Clocks.Any(c => c.Name == ClockRule.Accessibility.Name || (c is { Form: null, Units: [] } && c.RunsFor(Routines.Kind.Accessibility.Code) && c.StoppedBy.Contains(Moment.Reply))) ? Clocks : Clocks.Append(ClockRule.Accessibility);

    /// <summary>The track that a kind goes: the ordinary one unless the kind names another.</summary>
    public Track TrackOf(string kind) => Tracks.FirstOrDefault(t => t.Code == Kind(kind)?.Track) ?? Track.Ordinary;

    public override string ToString() => $"{Name} {Version}";
}

/// <summary>Where in the source a rule stands, or that the source is silent and the rule is assumed.</summary>
/// <param name="Source">Numbers of sentences in the document, as docs/sources.md has them: "S0.4, S0.52".</param>
/// <param name="Assumed">What was assumed where the source is silent, in a Swedish sentence.</param>
public sealed record Citation(string? Source, string? Assumed);

/// <summary>What a routine is for, what it hands on, and what is outside it by law.</summary>
/// <param name="Covers">In words: which operations and matters.</param>
/// <param name="Elsewhere">Matters that are recognised and go another way (R-IN-10).</param>
public sealed record Scope(string? Covers, IReadOnlyList<Elsewhere> Elsewhere, Citation Citation)
{
    public static Scope Everything { get; } = new(null, [], new(null, "Allt som kommer in."));
}

/// <summary>Something that is not for this routine: who has it, how it is recognised, what the person is told.</summary>
/// <param name="Code">appeal, misconduct, faultReport, entitlement, or the routine's own.</param>
/// <param name="Signs">Words and beginnings of words in a text that point to it.</param>
/// <param name="To">Who has it instead.</param>
/// <param name="Tell">What the person is told.</param>
/// <param name="IsOutsideByLaw">True for what another procedure decides: appeal, misconduct, request for documents (law.md SR-1.4).</param>
/// <param name="SameDay">A stand must be taken on the day of arrival (SR-1.5).</param>
/// <param name="IsCopied">It goes to the other place too, but the complaint is handled here all the same (SR-5.13).</param>
public sealed record Elsewhere(string Code, string Label, IReadOnlyList<string> Signs, string To, string Tell, bool IsOutsideByLaw, bool SameDay, bool IsCopied, Citation Citation);

/// <summary>A way through the routine. The ordinary one has everything; a lighter one leaves out what it says.</summary>
/// <param name="IsLight">No measure is demanded, and no report.</param>
/// <param name="AnswerRequired">False where a thank-you is enough.</param>
public sealed record Track(string Code, string Label, bool IsLight, bool AnswerRequired, Citation Citation)
{
    public static Track Ordinary { get; } = new("ordinary", "Ordinarie väg", false, true, new(null, "Alla sorter går samma väg."));
}

/// <summary>A kind of item as this routine has it (R-IN-01).</summary>
/// <param name="Code">complaint, suggestion, praise, view, question, faultReport, or the routine's own.</param>
/// <param name="Definition">What the routine means by it: shown when choosing.</param>
/// <param name="IsComplaint">True when it is handled as a complaint: regret, duty to answer.</param>
public sealed record Kind(string Code, string Label, string Definition, bool IsComplaint, Citation Citation)
{
    /// <summary>What every public body must take in and answer, whatever its routine is silent about (lag 2018:1937 13 §; law.md SR-11.3).</summary>
    public static readonly Kind Accessibility = new("accessibility", "Brist i tillgänglighet", "Något på webbplatsen eller i en tjänst går inte att använda för alla. Det besvaras så snart som möjligt.", false,
        new(null, "Lagen om tillgänglighet till digital offentlig service (2018:1937) 13 § kräver det av alla."));

    /// <summary>The track's code; null is the ordinary one.</summary>
    public string? Track { get; init; }

    /// <summary>A text with one of these words is of this kind, whatever was chosen: shown as a proposal.</summary>
    public IReadOnlyList<string> ForcedBy { get; init; } = [];
}

/// <summary>What a channel demands of the one who receives.</summary>
public enum ChannelDemand
{
    /// <summary>What was written down is read back (R-IN-09).</summary>
    ReadBack,

    /// <summary>Ask whether the person wants it formalised; else it is only counted (S3).</summary>
    AskIfWanted,

    /// <summary>Ask to have it in writing too; the case stands all the same (S4).</summary>
    AskInWriting,

    /// <summary>Offer to write it down, or give the form (S3).</summary>
    OfferToWrite,
}

/// <summary>A way in (R-IN-02).</summary>
/// <param name="IsOral">What was said must be written down by whoever heard it, with when (FL 27 §).</param>
public sealed record Channel(string Code, string Label, bool IsOral)
{
    public IReadOnlyList<ChannelDemand> Demands { get; init; } = [];

    public Citation Citation { get; init; } = new(null, null);
}
