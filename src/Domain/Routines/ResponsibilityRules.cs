using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <summary>Who may receive and register, and who answers for it from the first minute (R-IN-03, R-REG-01).</summary>
public sealed record Receiving
{
    /// <summary>Roles that may register; empty is everybody who is employed.</summary>
    public IReadOnlyList<Role> Register { get; init; } = [];

    /// <summary>A contractor or private provider may receive too (law.md SR-13.2).</summary>
    public bool Providers { get; init; }

    public Citation Citation { get; init; } = new(null, "Alla anställda får ta emot och registrera.");

    /// <summary>Any employee may register where the routine names nobody; a neighbouring system always may.</summary>
    /// <exception cref="RuleBroken">The routine names others.</exception>
    public void MustAllow(Viewer viewer)
    {
        MustHaveRole(viewer);
        if (Register.Count == 0 || viewer.Person.IsService || viewer.Roles.Any(r => Register.Contains(r.Role))) return;
        throw new RuleBroken("others-register", $"I den här rutinen registrerar {string.Join(" eller ", Register.Select(r => r.Swedish().ToLowerInvariant()))}. Be någon av dem, så att det inte blir liggande.", "unit");
    }

    /// <exception cref="RuleBroken">The viewer has no role that registers today.</exception>
    public static void MustHaveRole(Viewer viewer)
    {
        if (!viewer.MayRegister) throw new RuleBroken("may-not-register", "Du har ingen roll som får registrera ärenden just nu.");
    }
}

/// <summary>What somebody may do with a complaint, as the routine gives it to a title (R-ESC-03).</summary>
public enum Duty { Receive, PassOn, Refer, Document, Investigate, Answer, Close, Categorise, Report }

/// <summary>What one title does. Titles that the routine does not name have the ordinary rights of their role.</summary>
/// <param name="PassOnTo">The roles that it passes on to; empty is anybody.</param>
public sealed record RoleDuties(Role Role, IReadOnlyList<Duty> Duties, IReadOnlyList<Role> PassOnTo, Citation Citation);

/// <summary>What a complaint is about, when that decides who handles it (R-ESC-02).</summary>
public enum SubjectOf
{
    /// <summary>The person who holds the role.</summary>
    OwnPerson,

    /// <summary>The organisation as a whole.</summary>
    Organisation,

    /// <summary>More than one unit.</summary>
    SeveralUnits,
}

/// <summary>One step by subject: what is about this goes from that role to that one.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Scope">"TSF", "Internservice": which organisation, where the routine tells them apart; empty for own person.</param>
/// <param name="From">The role whose person it is about, or at whose desk it lies.</param>
/// <param name="To">The role that handles it instead.</param>
public sealed record SubjectStep(SubjectOf About, string Scope, Role From, Role To, Citation Citation);

/// <summary>Who answers for a case.</summary>
/// <param name="MovesAtHandOver">True when responsibility moves with the hand-over itself (S4), false when with its acceptance.</param>
/// <param name="EmployeesMayAnswer">Any employee may put right, answer and close within the own duties (R-FLOW-15).</param>
public sealed record Responsibility(bool MovesAtHandOver, bool EmployeesMayAnswer, Citation Citation)
{
    /// <summary>Who does the work at the unit, by role; the first that is there is offered it.</summary>
    public IReadOnlyList<Role> AtUnit { get; init; } = [];

    public IReadOnlyList<RoleDuties> Roles { get; init; } = [];

    /// <summary>The ladder for inability: who cannot answer passes it to the next (R-ESC-05).</summary>
    public IReadOnlyList<Role> Inability { get; init; } = [];

    public Citation InabilityCitation { get; init; } = new(null, null);

    /// <summary>The ladder by subject (R-ESC-02); may end elsewhere than the other.</summary>
    public IReadOnlyList<SubjectStep> BySubject { get; init; } = [];

    /// <summary>The person whom it concerns loses sight of it (R-SEC-03).</summary>
    public bool SubjectLosesSight { get; init; } = true;

    /// <summary>How long after a breach the next manager gets it; null is never by itself (R-ESC-04).</summary>
    public Length? OverdueTo { get; init; }

    /// <summary>Who looks at it when the complainant asks for another's view; null is the next on the ladder.</summary>
    public Role? AnothersView { get; init; }

    /// <summary>Who gets what is about more than one unit; null leaves it where it is.</summary>
    public Role? SeveralUnits { get; init; }

    /// <summary>The roles that these titles may pass on to (R-ESC-03); empty is anybody.</summary>
    public IReadOnlyList<Role> PassOnTo(IEnumerable<Role> own)
    {
        var told = own.Select(role => Roles.FirstOrDefault(r => r.Role == role)).ToList();
        return told.Any(t => t is null || t.PassOnTo.Count == 0) ? [] : [.. told.SelectMany(t => t!.PassOnTo).Distinct()];
    }

    public bool Allows(Role role, Duty duty) => Roles.FirstOrDefault(r => r.Role == role) is not { } told || told.Duties.Contains(duty);
}

/// <param name="NoticeRequired">The complainant must have been told who will handle it before the hand-over completes (R-FLOW-03).</param>
public sealed record HandOverRule(bool NoticeRequired, Citation Citation)
{
    /// <summary>How long an offer may lie before it counts as refused; null is for ever.</summary>
    public Length? RefusedAfter { get; init; }

    /// <summary>After so many refusals the coordinator takes it (R-FLOW-02).</summary>
    public int? RefusalsBeforeCoordinator { get; init; }

    public Role? Coordinator { get; init; }

    /// <summary>The person is asked to turn elsewhere instead; only where the routine allows it, and documented (S4).</summary>
    public bool ReferringAllowed { get; init; }

    public IReadOnlyList<string> Tell { get; init; } = [];
}
