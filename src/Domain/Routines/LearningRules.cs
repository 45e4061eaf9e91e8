using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <summary>A category or an indicator; its children are finer ones.</summary>
public sealed record Category(string Code, string Label, IReadOnlyList<Category> Children)
{
    /// <summary>Codes of earlier versions that this one has taken over: what was set to them is counted as this.</summary>
    public IReadOnlyList<string> Formerly { get; init; } = [];

    /// <summary>This one and all below.</summary>
    public IEnumerable<Category> All => [this, .. Children.SelectMany(c => c.All)];
}

/// <summary>A tree or dimension of categories: subject, cause, quality indicator (R-LEARN-01).</summary>
/// <param name="IsObligatory">Must be set before closing, where closing demands categories.</param>
/// <param name="SetBy">Who sets it; null is whoever handles the case.</param>
public sealed record CategoryTree(string Code, string Label, bool IsObligatory, Role? SetBy, IReadOnlyList<Category> Categories, Citation Citation)
{
    /// <summary>All of them, coarse and fine.</summary>
    public IEnumerable<Category> All => Categories.SelectMany(c => c.All);

    public Category? Find(string code) => All.FirstOrDefault(c => c.Code == code);

    /// <summary>What a code is called, also one of an earlier version that another has taken over; the code itself where nobody knows it.</summary>
    public string LabelOf(string code) => (Find(code) ?? All.FirstOrDefault(c => c.Formerly.Contains(code)))?.Label ?? code;
}

/// <summary>Where cases are talked of: which meeting, whose cases, what is kept out.</summary>
public sealed record Meeting(string Name, Role Who, string Cases, IReadOnlyList<string> KeptOut, bool PlanWhenNeeded, Citation Citation);

/// <summary>Something that comes back: yearly information to staff, each new manager, the check of forms (R-IN-08).</summary>
/// <param name="Every">year, halfYear, quarter, month, newEmployee, newManager.</param>
public sealed record RecurringDuty(string Code, string Label, string Every, Role Who, string Text, Citation Citation);

public sealed record Learning
{
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    public IReadOnlyList<RecurringDuty> Duties { get; init; } = [];

    /// <summary>After how many similar cases a plan is owed; null is when it is needed.</summary>
    public int? PlanAfter { get; init; }

    public Citation Citation { get; init; } = new(null, null);
}

public enum ReportPeriod { Month, Quarter, Tertial, ThreeTimesAYear, HalfYear, Year }

/// <summary>A report that comes again (R-LEARN-02, -03).</summary>
/// <param name="IsAccumulated">Counts from January.</param>
/// <param name="By">Who compiles.</param>
/// <param name="Within">After the period's last day.</param>
/// <param name="TextsFrom">Who is asked for texts; null is nobody.</param>
/// <param name="To">The bodies that it goes to, in words.</param>
/// <param name="Forms">page, pdf, docx, xlsx, csv.</param>
public sealed record ReportCycle(string Code, string Label, ReportPeriod Period, bool IsAccumulated, Role By, Length Within, Role? TextsFrom,
    IReadOnlyList<string> To, IReadOnlyList<string> Forms, Citation Citation);

public enum PublicationLevel { None, Statistics, Items }

/// <param name="Moderator">Who decides what may be shown.</param>
/// <param name="RemovalGrounds">Why something is taken away.</param>
public sealed record Publication(PublicationLevel Level, Role? Moderator, IReadOnlyList<string> RemovalGrounds, Citation Citation)
{
    public Publication() : this(PublicationLevel.None, null, [], new(null, "Ingenting publiceras.")) { }
}

/// <summary>How long a part is kept, from what, by which decision (law.md SR-10.1): without a decision nothing is erased.</summary>
/// <param name="Part">register, vault, attachments, mail, drafts, reports.</param>
/// <param name="Keep">Null is for ever.</param>
/// <param name="Decision">The board's decision; null is a proposal that does nothing yet.</param>
public sealed record Retention(string Part, Length? Keep, Moment From, string? Decision, Citation Citation);

/// <param name="Place">Where it is shown: receiving, handingOver, answering, delay, closing, meeting.</param>
public sealed record Guidance(string Place, string Text, Citation Citation)
{
    /// <summary>Shown to these roles; empty is everybody.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];
}

/// <summary>A letter, mail or page text in the routine's words. {reference}, {unit}, {handler}, {due} are filled in.</summary>
/// <param name="Use">acknowledgement, handOver, feedback, delay, reply, closing, form, poster.</param>
/// <param name="Kind">For one kind only; null is all.</param>
/// <param name="Language">sv, sv-latt, en, fi, ar, so.</param>
public sealed record Template(string Use, string? Kind, string Language, string Subject, string Text, Citation Citation);
