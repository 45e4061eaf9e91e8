using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;

namespace Gava.Domain.Learning;

/// <summary>Something that is to be done, by whom and when.</summary>
/// <param name="Number">1, 2, 3 … in the plan.</param>
/// <param name="DoneAt">Null until it is done.</param>
/// <param name="RemindedOn">When its owner was reminded; once.</param>
public sealed record PlannedAction(int Number, string What, Guid OwnerId, DateOnly DueOn, DateTime? DoneAt = null, DateOnly? RemindedOn = null)
{
    public bool IsLate(DateOnly today) => DoneAt is null && DueOn < today;
}

/// <summary>Somebody looked at whether it helped.</summary>
/// <param name="Months">3 or 6 after the change.</param>
public sealed record FollowUp(int Months, Effect Effect, string Conclusion, Guid By, DateTime At);

/// <summary>Another unit does the same (R-LEARN-06).</summary>
public sealed record Adoption(Guid UnitId, Guid By, DateTime At);

/// <summary>
/// What a unit changes because of what people told it: why, what is done, by whom and when, and whether it helped (R-LEARN-04). Its words are the
/// register's: nobody can be known by them, and what the finder finds is masked before they come here.
/// </summary>
public sealed class ImprovementPlan
{
    /// <summary>How long after the change it is followed up.</summary>
    public static readonly IReadOnlyList<int> Months = [3, 6];

    /// <summary>So many days before its last day somebody is reminded.</summary>
    public const int DaysOfNotice = 3;

    public const int LongestText = 4000;
    public const int LongestTitle = 120;

    private ImprovementPlan() { }

    /// <param name="category">The code of the category that the similar complaints have; null is every complaint of the unit.</param>
    /// <param name="cases">The numbers of the cases that it comes from.</param>
    /// <exception cref="RuleBroken">Words are missing or too long.</exception>
    public static ImprovementPlan Start(long id, Unit unit, string title, string why, string? category, IReadOnlyList<long> cases, Change change) => new()
    {
        Id = id,
        UnitId = unit.Id,
        Title = Checked(title, LongestTitle, "title", "Skriv vad ni vill förbättra, med högst 120 tecken."),
        Why = Checked(why, LongestText, "why", "Skriv vad ni har fått veta, med högst 4 000 tecken."),
        Category = category,
        Cases = cases,
        StartedAt = change.At,
        StartedBy = change.By,
    };

    public long Id { get; private set; }

    public Guid UnitId { get; private set; }

    public string Title { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string? Category { get; private set; }

    public IReadOnlyList<long> Cases { get; private set; } = [];

    public DateTime StartedAt { get; private set; }

    public Guid StartedBy { get; private set; }

    public IReadOnlyList<PlannedAction> Actions { get; private set; } = [];

    public IReadOnlyList<FollowUp> FollowUps { get; private set; } = [];

    public IReadOnlyList<Adoption> Adoptions { get; private set; } = [];

    /// <summary>Since when every unit can read it.</summary>
    public DateTime? SharedAt { get; private set; }

    /// <summary>Since when anybody can read <see cref="Heard"/> and <see cref="Did"/>.</summary>
    public DateTime? PublishedAt { get; private set; }

    public Guid? PublishedBy { get; private set; }

    /// <summary>"Ni tyckte": what people said, in public.</summary>
    public string? Heard { get; private set; }

    /// <summary>"Vi gjorde": what was done, in public.</summary>
    public string? Did { get; private set; }

    /// <summary>Counts the changes; what a stale write is told by.</summary>
    public int Version { get; private set; }

    /// <summary>The day on which the last of its actions was done: what comes before and after is counted from there. Null while something remains.</summary>
    public DateOnly? ChangedOn => Actions.Count > 0 && Actions.All(a => a.DoneAt is not null) ? StockholmTime.DateOf(Actions.Max(a => a.DoneAt!.Value)) : null;

    /// <summary>The follow-up that is owed on that day, in months; null is none.</summary>
    public int? OwedFollowUp(DateOnly today) => ChangedOn is { } day ? Months.Where(m => day.AddMonths(m) <= today && FollowUps.All(f => f.Months != m)).Select(m => (int?)m).FirstOrDefault() : null;

    /// <summary>Who may change it: whoever leads the unit, and the complaints manager.</summary>
    public bool MayBeChangedBy(Viewer viewer) => MayStart(viewer, UnitId);

    public static bool MayStart(Viewer viewer, Guid unitId) => viewer.Leads(unitId) || (viewer.Is(Role.ComplaintsManager) && viewer.SeesThePlace(unitId));

    /// <summary>True for somebody who leads a place, or is its complaints manager.</summary>
    public static bool MayStartSomewhere(Viewer viewer, Organisation organisation) => organisation.Units.Any(u => MayStart(viewer, u.Id));

    /// <summary>Those who work at the unit, above it or below it; everybody once it is shared.</summary>
    public bool MayBeReadBy(Viewer viewer, Organisation organisation) => viewer is { Person.IsService: false, Roles.Count: > 0 } && (SharedAt is not null || viewer.SeesThePlace(UnitId)
        || viewer.Roles.Any(r => r.Role.Registers() && (organisation.Line(UnitId).Any(u => u.Id == r.UnitId) || organisation.Line(r.UnitId).Any(u => u.Id == UnitId))));

    /// <exception cref="RuleBroken">Words are missing, or the day has passed.</exception>
    public void Plan(string what, Person owner, DateOnly dueOn, Viewer viewer, Change change)
    {
        MustBeChangedBy(viewer);
        var said = Checked(what, 500, "what", "Skriv vad som ska göras, med högst 500 tecken.");
        if (dueOn < StockholmTime.DateOf(change.At)) throw new RuleBroken("due-past", "Välj en dag som inte har varit.", "dueOn");
        if (dueOn > StockholmTime.DateOf(change.At).AddYears(3)) throw new RuleBroken("due-far", "Välj en dag inom tre år.", "dueOn");
        if (owner.IsService || !owner.IsActive) throw new RuleBroken("person-unknown", "Välj en medarbetare som kan göra det.", "owner");
        Actions = [.. Actions, new(Actions.Count + 1, said, owner.Id, dueOn)];
        Version++;
    }

    /// <summary>It is done. Whoever owns it may say so. Done twice is done once.</summary>
    public void Finish(int number, Viewer viewer, Change change)
    {
        var action = Actions.FirstOrDefault(a => a.Number == number) ?? throw new RuleBroken("action-unknown", "Planen har ingen sådan åtgärd.", "number");
        if (viewer.Id != action.OwnerId) MustBeChangedBy(viewer);
        if (action.DoneAt is not null) return;
        Actions = [.. Actions.Select(a => a.Number == number ? a with { DoneAt = change.At } : a)];
        Version++;
    }

    /// <summary>Whom to remind on that day of what they have to do here: each once an action, and each once a day. Marks it.</summary>
    public IReadOnlyList<Guid> Remind(DateOnly today)
    {
        var owed = Actions.Where(a => a is { DoneAt: null, RemindedOn: null } && a.DueOn <= today.AddDays(DaysOfNotice)).ToList();
        if (owed.Count == 0) return [];
        Actions = [.. Actions.Select(a => owed.Contains(a) ? a with { RemindedOn = today } : a)];
        Version++;
        return [.. owed.Select(a => a.OwnerId).Distinct()];
    }

    /// <summary>Notes whether it helped.</summary>
    /// <exception cref="RuleBroken">It is too early, or words are missing.</exception>
    public void FollowThrough(Effect effect, string conclusion, Viewer viewer, Change change)
    {
        MustBeChangedBy(viewer);
        if (OwedFollowUp(StockholmTime.DateOf(change.At)) is not { } months) throw new RuleBroken("too-early", "Det är för tidigt. Följ upp tre och sex månader efter att åtgärderna är gjorda.");
        FollowUps = [.. FollowUps, new(months, effect, Checked(conclusion, LongestText, "conclusion", "Skriv vad ni kom fram till, med högst 4 000 tecken."), viewer.Id, change.At)];
        Version++;
    }

    /// <summary>Lets every unit read it, or takes that back.</summary>
    public void Share(bool isShared, Viewer viewer, Change change)
    {
        MustBeChangedBy(viewer);
        SharedAt = isShared ? SharedAt ?? change.At : null;
        Version++;
    }

    /// <summary>Another unit does the same. Once a unit.</summary>
    public void Adopt(Unit unit, Viewer viewer, Change change)
    {
        if (SharedAt is null) throw new RuleBroken("not-shared", "Planen är inte delad med andra enheter.");
        if (!MayStart(viewer, unit.Id)) throw new RuleBroken("not-yours", "Det är chefen för enheten som bestämmer det.", "unit");
        if (unit.Id == UnitId) throw new RuleBroken("own-plan", "Det är enhetens egen plan.", "unit");
        if (Adoptions.Any(a => a.UnitId == unit.Id)) return;
        Adoptions = [.. Adoptions, new(unit.Id, viewer.Id, change.At)];
        Version++;
    }

    /// <summary>"You said, we did": the desk has asked the routine who may (R-LEARN-06).</summary>
    public void Publish(string heard, string did, Change change)
    {
        var (said, done) = (Checked(heard, 1000, "heard", "Skriv vad människor tyckte, med högst 1 000 tecken."), Checked(did, 1000, "did", "Skriv vad ni gjorde, med högst 1 000 tecken."));
        (Heard, Did, PublishedAt, PublishedBy) = (said, done, PublishedAt ?? change.At, change.By);
        Version++;
    }

    /// <summary>It is shown to nobody outside any more.</summary>
    public void Withdraw()
    {
        (Heard, Did, PublishedAt, PublishedBy) = (null, null, null, null);
        Version++;
    }

    private void MustBeChangedBy(Viewer viewer)
    {
        if (!MayBeChangedBy(viewer)) throw new RuleBroken("not-yours", "Det är chefen för enheten, eller klagomålshanteraren, som ändrar planen.");
    }

    internal static string Checked(string? typed, int longest, string field, string sentence)
    {
        var text = (typed ?? "").Trim().ReplaceLineEndings("\n");
        if (text.Length == 0 || text.Length > longest) throw new RuleBroken($"{field}-length", sentence, field);
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) throw new RuleBroken("text-unreadable", "Texten innehåller tecken som inte går att läsa. Ta bort dem och försök igen.", field);
        return text;
    }
}

/// <summary>A workplace meeting (APT) that went through what people had said, and what was said there (S3; R-LEARN-04).</summary>
public sealed class WorkplaceMeeting
{
    private WorkplaceMeeting() { }

    /// <exception cref="RuleBroken">Words are missing, or the day lies ahead.</exception>
    public WorkplaceMeeting(Guid unitId, DateOnly day, string text, Viewer viewer, Change change)
    {
        if (!ImprovementPlan.MayStart(viewer, unitId)) throw new RuleBroken("not-yours", "Det är chefen för enheten, eller klagomålshanteraren, som antecknar från mötet.");
        if (day > StockholmTime.DateOf(change.At)) throw new RuleBroken("in-the-future", "Mötet ligger i framtiden. Skriv när det var.", "day");
        (UnitId, Day, NotedAt, NotedBy) = (unitId, day, change.At, change.By);
        Text = ImprovementPlan.Checked(text, ImprovementPlan.LongestText, "text", "Skriv vad ni kom fram till, med högst 4 000 tecken.");
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid UnitId { get; private set; }

    public DateOnly Day { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime NotedAt { get; private set; }

    public Guid NotedBy { get; private set; }
}
