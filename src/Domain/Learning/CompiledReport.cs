using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;

namespace Gava.Domain.Learning;

/// <summary>What a unit is asked to tell of its period, and what it told (S1, S0: texts from each unit manager).</summary>
/// <param name="DueOn">The last day for it.</param>
/// <param name="Text">Null until somebody has written it.</param>
/// <param name="By">Who wrote it last.</param>
/// <param name="RemindedOn">When the unit's leader was reminded; once a last day.</param>
public sealed record AskedText(Guid UnitId, DateOnly DueOn, string? Text = null, Guid? By = null, DateTime? At = null, DateOnly? RemindedOn = null)
{
    public bool IsLate(DateOnly today) => Text is null && DueOn < today;
}

/// <summary>A case told as an example: in the register's words, so that nobody can be known (R-LEARN-02).</summary>
/// <param name="Number">1, 2, 3 … in the report.</param>
/// <param name="CaseId">Which case it is; never told outside.</param>
public sealed record ReportExample(int Number, long CaseId, string Text);

/// <summary>That the report was handed to a body, and what it decided (R-LEARN-03).</summary>
/// <param name="Number">1, 2, 3 … in the report.</param>
/// <param name="To">The body, in words.</param>
/// <param name="IsOpen">It got the edition in which small groups are hidden.</param>
/// <param name="ConsideredOn">The day on which it took it up; null until then.</param>
/// <param name="Decision">What it decided.</param>
public sealed record ReportDelivery(int Number, string To, bool IsOpen, DateOnly DeliveredOn, Guid By, DateOnly? ConsideredOn = null, string? Decision = null);

/// <summary>
/// A report that somebody compiles: the figures of a place and period with an analysis, texts from the units, and examples. Until it is signed the figures
/// are live; from then on nothing in it changes. What bodies decide about it is noted beside it (R-LEARN-02, -03). Its words are the register's: what the
/// finder finds is masked before they come here.
/// </summary>
public sealed class CompiledReport
{
    public const int LongestAnalysis = 20_000;
    public const int LongestText = 4000;
    public const int MostExamples = 20;

    private CompiledReport() { }

    /// <param name="unit">The place that it is about, with all below.</param>
    public static CompiledReport Start(long id, Unit unit, Span span, Viewer viewer, Change change)
    {
        if (!MayBeCompiledBy(viewer, unit.Id)) throw new RuleBroken("not-yours", "Det är klagomålshanteraren, eller chefen för enheten, som sammanställer.", "unit");
        return new() { Id = id, UnitId = unit.Id, Period = span.Period.Name, IsAccumulated = span.IsAccumulated, StartedAt = change.At, StartedBy = change.By };
    }

    public long Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>2026-T1 and so on.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Counted from January.</summary>
    public bool IsAccumulated { get; private set; }

    public DateTime StartedAt { get; private set; }

    public Guid StartedBy { get; private set; }

    /// <summary>What the figures mean, in the compiler's words; empty until written.</summary>
    public string Analysis { get; private set; } = "";

    public IReadOnlyList<AskedText> Texts { get; private set; } = [];

    public IReadOnlyList<ReportExample> Examples { get; private set; } = [];

    public DateTime? SignedAt { get; private set; }

    public Guid? SignedBy { get; private set; }

    /// <summary>SHA-256 over its files, in lower-case hexadecimals; stands in the journal too. Null until signed.</summary>
    public string? Seal { get; private set; }

    public IReadOnlyList<ReportDelivery> Deliveries { get; private set; } = [];

    /// <summary>Counts the changes; what a stale write is told by.</summary>
    public int Version { get; private set; }

    public Span Span => Span.Of(Routines.Period.Parse(Period)!.Value, IsAccumulated);

    public bool IsSigned => SignedAt is not null;

    /// <summary>Who may work on it: whoever leads the place, and its complaints manager.</summary>
    public static bool MayBeCompiledBy(Viewer viewer, Guid unitId) => !viewer.Person.IsService && (viewer.Leads(unitId) || (viewer.Is(Role.ComplaintsManager) && viewer.SeesThePlace(unitId)));

    /// <summary>True for somebody who is to write the unit's text.</summary>
    public bool IsAskedOf(Viewer viewer, Guid unitId) => !IsSigned && Texts.Any(t => t.UnitId == unitId) && !viewer.Person.IsService && viewer.Leads(unitId);

    /// <exception cref="RuleBroken">Too long, unreadable, or it is signed.</exception>
    public void Write(string analysis, Viewer viewer)
    {
        MustBeOpenFor(viewer);
        Analysis = string.IsNullOrWhiteSpace(analysis) ? "" : ImprovementPlan.Checked(analysis, LongestAnalysis, "analysis", "Skriv analysen med högst 20 000 tecken.");
        Version++;
    }

    /// <summary>Asks units for their texts. One that is asked already gets the new day and keeps its text.</summary>
    /// <exception cref="RuleBroken">The day has passed.</exception>
    public void Ask(IEnumerable<Unit> units, DateOnly dueOn, Viewer viewer, DateOnly today)
    {
        MustBeOpenFor(viewer);
        if (dueOn < today) throw new RuleBroken("due-past", "Välj en dag som inte har varit.", "dueOn");
        if (dueOn > today.AddYears(1)) throw new RuleBroken("due-far", "Välj en dag inom ett år.", "dueOn");
        var asked = units.ToList();
        if (asked.Count == 0) throw new RuleBroken("unit-unknown", "Välj minst en enhet.", "units");
        Texts = [.. Texts.Select(t => asked.Exists(u => u.Id == t.UnitId) ? t with { DueOn = dueOn, RemindedOn = null } : t), .. asked.Where(u => Texts.All(t => t.UnitId != u.Id)).Select(u => new AskedText(u.Id, dueOn))];
        Version++;
    }

    /// <summary>The units whose text is missing and soon due: to be reminded now, and marked so.</summary>
    public IReadOnlyList<Guid> Remind(DateOnly today)
    {
        if (IsSigned) return [];
        var owed = Texts.Where(t => t is { Text: null, RemindedOn: null } && t.DueOn <= today.AddDays(ImprovementPlan.DaysOfNotice)).ToList();
        if (owed.Count == 0) return [];
        Texts = [.. Texts.Select(t => owed.Contains(t) ? t with { RemindedOn = today } : t)];
        Version++;
        return [.. owed.Select(t => t.UnitId)];
    }

    /// <summary>A unit's text. Whoever leads it may write, and whoever compiles.</summary>
    public void Tell(Unit unit, string text, Viewer viewer, Change change)
    {
        if (!IsAskedOf(viewer, unit.Id)) MustBeOpenFor(viewer);
        if (Texts.All(t => t.UnitId != unit.Id)) throw new RuleBroken("unit-unknown", "Enheten är inte tillfrågad.", "unit");
        var said = ImprovementPlan.Checked(text, LongestText, "text", "Skriv enhetens text med högst 4 000 tecken.");
        Texts = [.. Texts.Select(t => t.UnitId == unit.Id ? t with { Text = said, By = viewer.Id, At = change.At } : t)];
        Version++;
    }

    /// <summary>Tells of a case, or tells of it anew.</summary>
    public void Show(long caseId, string text, Viewer viewer)
    {
        MustBeOpenFor(viewer);
        var said = ImprovementPlan.Checked(text, LongestText, "text", "Skriv exemplet med högst 4 000 tecken.");
        if (Examples.Any(e => e.CaseId == caseId))
        {
            Examples = [.. Examples.Select(e => e.CaseId == caseId ? e with { Text = said } : e)];
        }
        else
        {
            if (Examples.Count == MostExamples) throw new RuleBroken("examples-many", "Välj högst tjugo exempel.", "reference");
            Examples = [.. Examples, new(Examples.Select(e => e.Number).DefaultIfEmpty().Max() + 1, caseId, said)];
        }

        Version++;
    }

    /// <summary>Something that slipped through has been hidden in a case: in what a draft tells of it too. What is signed never changes.</summary>
    /// <param name="hidden">The text with it hidden.</param>
    public void Mask(long caseId, Func<string, string> hidden)
    {
        if (IsSigned || Examples.All(e => e.CaseId != caseId || hidden(e.Text) == e.Text)) return;
        Examples = [.. Examples.Select(e => e.CaseId == caseId ? e with { Text = hidden(e.Text) } : e)];
        Version++;
    }

    /// <summary>Takes an example away. One that is not there is none.</summary>
    public void Hide(int number, Viewer viewer)
    {
        MustBeOpenFor(viewer);
        Examples = [.. Examples.Where(e => e.Number != number)];
        Version++;
    }

    /// <summary>What keeps it from being signed on that day; null is nothing.</summary>
    public string? NotReady(DateOnly today) => this switch
    {
        { IsSigned: true } => "Den är redan signerad.",
        { Span.To: var last } when last >= today => "Perioden är inte slut. Vänta tills den är det, så att siffrorna blir hela.",
        { Analysis: "" } => "Skriv analysen först.",
        _ => null,
    };

    /// <summary>From here on nothing in it changes.</summary>
    /// <param name="seal">Over the files that were made of it.</param>
    public void Sign(string seal, Viewer viewer, Change change)
    {
        MustBeOpenFor(viewer);
        if (NotReady(StockholmTime.DateOf(change.At)) is { } why) throw new RuleBroken("not-ready", why);
        (Seal, SignedAt, SignedBy) = (seal, change.At, viewer.Id);
        Version++;
    }

    /// <summary>It is handed over to a body.</summary>
    /// <param name="isOpen">In the edition in which small groups are hidden.</param>
    public void Deliver(string to, bool isOpen, DateOnly on, Viewer viewer, DateOnly today)
    {
        MustBeSignedFor(viewer);
        var body = ImprovementPlan.Checked(to, 120, "to", "Skriv vem som får den, med högst 120 tecken.");
        if (on > today) throw new RuleBroken("in-the-future", "Dagen ligger i framtiden. Skriv när den lämnades.", "on");
        if (on < StockholmTime.DateOf(SignedAt!.Value)) throw new RuleBroken("before-signed", "Den kan inte ha lämnats innan den var signerad.", "on");
        Deliveries = [.. Deliveries, new(Deliveries.Count + 1, body, isOpen, on, viewer.Id)];
        Version++;
    }

    /// <summary>The body took it up, and decided (R-LEARN-03).</summary>
    public void Decide(int number, DateOnly on, string decision, Viewer viewer, DateOnly today)
    {
        MustBeSignedFor(viewer);
        var delivery = Deliveries.FirstOrDefault(d => d.Number == number) ?? throw new RuleBroken("delivery-unknown", "Välj vem som fick rapporten.", "number");
        var said = ImprovementPlan.Checked(decision, LongestText, "decision", "Skriv vad de beslutade, med högst 4 000 tecken.");
        if (on > today) throw new RuleBroken("in-the-future", "Dagen ligger i framtiden. Skriv när de tog upp den.", "on");
        if (on < delivery.DeliveredOn) throw new RuleBroken("before-delivered", "De kan inte ha tagit upp den innan de fick den.", "on");
        Deliveries = [.. Deliveries.Select(d => d.Number == number ? d with { ConsideredOn = on, Decision = said } : d)];
        Version++;
    }

    private void MustBeOpenFor(Viewer viewer)
    {
        if (IsSigned) throw new RuleBroken("signed", "Rapporten är signerad och kan inte ändras. Gör en ny sammanställning om något är fel.");
        MustBeCompiledBy(viewer);
    }

    private void MustBeSignedFor(Viewer viewer)
    {
        MustBeCompiledBy(viewer);
        if (!IsSigned) throw new RuleBroken("not-signed", "Signera rapporten först.");
    }

    private void MustBeCompiledBy(Viewer viewer)
    {
        if (!MayBeCompiledBy(viewer, UnitId)) throw new RuleBroken("not-yours", "Det är klagomålshanteraren, eller chefen för enheten, som sammanställer.");
    }
}
