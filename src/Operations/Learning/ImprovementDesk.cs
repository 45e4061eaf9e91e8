using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Learning;

/// <summary>A plan as it is read: how it shows so far, and what the viewer may do.</summary>
/// <param name="Effect">Before and after the change, of the follow-up that comes next; null while something remains to be done.</param>
/// <param name="Cases">Those of its cases that the viewer may open.</param>
public sealed record PlanView(ImprovementPlan Plan, Unit Unit, string? CategoryLabel, Effect? Effect, IReadOnlyList<CaseReference> Cases, bool MayChange, bool MayPublish);

/// <summary>What anybody may read: "you said, we did".</summary>
public sealed record Lesson(long Id, Unit Unit, string Heard, string Did, DateTime At);

/// <summary>What a meeting has before it: the cases since the last one, and what was said before.</summary>
public sealed record MeetingView(Unit Unit, DateOnly Since, IReadOnlyList<CaseRow> Cases, IReadOnlyList<WorkplaceMeeting> Earlier);

/// <summary>
/// Improvement plans, workplace meetings and what is told outside (R-LEARN-04, -06). What is written here is for many to read: whatever the finder
/// finds in it is masked before it is kept.
/// </summary>
public sealed class ImprovementDesk(Databases databases, WriteGate gate, CaseSearch search, OrganisationBook organisations, RoutineBook routines, TimeProvider clock)
{
    /// <summary>Where a unit has had no meeting yet, its cases of so many days are gone through.</summary>
    public const int DaysOfFirstMeeting = 90;

    private const int MostAtMeeting = 100;

    /// <summary>The plans that the viewer may read, those with something owed first.</summary>
    public async Task<IReadOnlyList<ImprovementPlan>> AllAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var today = StockholmTime.Today(clock);
        await using var database = databases.ForSystem();
        return [.. (await database.ImprovementPlans.ToListAsync(cancellation)).Where(p => p.MayBeReadBy(viewer, organisation))
            .OrderBy(p => p.Actions.Any(a => a.IsLate(today)) ? 0 : p.OwedFollowUp(today) is not null ? 1 : 2).ThenByDescending(p => p.StartedAt)];
    }

    /// <summary>How much the viewer has to do: own actions within a week, and follow-ups that are owed where they lead.</summary>
    public async Task<int> WaitingAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var today = StockholmTime.Today(clock);
        await using var database = databases.ForSystem();
        return (await database.ImprovementPlans.ToListAsync(cancellation))
            .Sum(p => p.Actions.Count(a => a.OwnerId == viewer.Id && a.DoneAt is null && a.DueOn <= today.AddDays(7)) + (p.OwedFollowUp(today) is not null && viewer.Leads(p.UnitId) ? 1 : 0));
    }

    /// <exception cref="NotFound">No such plan, or not for this viewer.</exception>
    public async Task<PlanView> OpenAsync(Viewer viewer, long id, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.ForSystem();
        var plan = await FindAsync(database, viewer, organisation, id);
        var unit = organisation.Unit(plan.UnitId) ?? throw new NotFound();
        await using var seen = databases.For(viewer);
        var cases = await seen.Cases.Where(c => plan.Cases.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new { c.Id, c.RegisteredAt }).ToListAsync(cancellation);
        var routine = await RoutineOfAsync(organisation, plan.UnitId, cancellation);
        return new(plan, unit, plan.Category is { } code ? Label(routine, code) : null, await EffectAsync(database, organisation, plan, cancellation),
            [.. cases.Select(c => new CaseReference(StockholmTime.DateOf(c.RegisteredAt).Year, c.Id))], plan.MayBeChangedBy(viewer), MayPublish(viewer, routine, plan.UnitId));
    }

    /// <returns>The plan's number.</returns>
    /// <exception cref="RuleBroken">The viewer does not lead the unit, the category or a case is unknown, words are missing.</exception>
    public async Task<long> StartAsync(Viewer viewer, string unit, string title, string why, string? category, IReadOnlyList<string> references)
    {
        var organisation = await organisations.NowAsync();
        var place = organisation.Unit(unit) ?? throw new RuleBroken("unit-unknown", "Välj vilken enhet det gäller.", "unit");
        if (!ImprovementPlan.MayStart(viewer, place.Id)) throw new RuleBroken("not-yours", "Det är chefen för enheten, eller klagomålshanteraren, som gör planen.", "unit");
        var routine = await RoutineOfAsync(organisation, place.Id, default);
        var code = string.IsNullOrEmpty(category) ? null : Label(routine, category) is not null ? category : throw new RuleBroken("category-unknown", "Enhetens rutin har ingen sådan kategori. Välj en i listan.", "category");
        var numbers = await NumbersAsync(viewer, references);
        return await gate.WriteAsync(viewer, async database =>
        {
            // One writer at a time, under the lock of the register's head: the next number is nobody else's.
            var id = (await database.ImprovementPlans.MaxAsync(p => (long?)p.Id) ?? 0) + 1;
            var change = new Change(viewer.Id, StockholmTime.Now(clock));
            database.ImprovementPlans.Add(ImprovementPlan.Start(id, place, Masking.Found(title, ImprovementPlan.LongestText), Masking.Found(why, ImprovementPlan.LongestText), code, numbers, change));
            database.Write(new Event(EventKind.PlanStarted, change, subject: $"{id};{place.Slug}"));
            return id;
        });
    }

    public Task PlanActionAsync(Viewer viewer, long id, string what, string owner, DateOnly dueOn) => ChangeAsync(viewer, id, "action", async (plan, change) =>
    {
        var person = (await organisations.NowAsync()).Person(owner) ?? throw new RuleBroken("person-unknown", "Välj en medarbetare som kan göra det.", "owner");
        plan.Plan(Masking.Found(what, ImprovementPlan.LongestText), person, dueOn, viewer, change);
    });

    public Task FinishAsync(Viewer viewer, long id, int number) => ChangeAsync(viewer, id, $"done {number.ToString(CultureInfo.InvariantCulture)}", (plan, change) =>
    {
        plan.Finish(number, viewer, change);
        return Task.CompletedTask;
    });

    public async Task FollowUpAsync(Viewer viewer, long id, string conclusion)
    {
        var effect = (await OpenAsync(viewer, id)).Effect ?? throw new RuleBroken("too-early", "Det är för tidigt. Följ upp tre och sex månader efter att åtgärderna är gjorda.");
        await ChangeAsync(viewer, id, "follow-up", (plan, change) =>
        {
            plan.FollowThrough(effect, Masking.Found(conclusion, ImprovementPlan.LongestText), viewer, change);
            return Task.CompletedTask;
        });
    }

    public Task ShareAsync(Viewer viewer, long id, bool isShared) => ChangeAsync(viewer, id, isShared ? "shared" : "unshared", (plan, change) =>
    {
        plan.Share(isShared, viewer, change);
        return Task.CompletedTask;
    });

    public Task AdoptAsync(Viewer viewer, long id, string unit) => ChangeAsync(viewer, id, $"adopted {unit}", async (plan, change) =>
        plan.Adopt((await organisations.NowAsync()).Unit(unit) ?? throw new RuleBroken("unit-unknown", "Välj vilken enhet det gäller.", "unit"), viewer, change));

    /// <summary>Shows it to anybody.</summary>
    /// <exception cref="RuleBroken">The routine publishes no items, or somebody else decides what is shown.</exception>
    public async Task PublishAsync(Viewer viewer, long id, string heard, string did)
    {
        await MustPublishAsync(viewer, id);
        await ChangeAsync(viewer, id, "", (plan, change) =>
        {
            plan.Publish(Masking.Found(heard, ImprovementPlan.LongestText), Masking.Found(did, ImprovementPlan.LongestText), change);
            return Task.CompletedTask;
        }, EventKind.LessonPublished);
    }

    public async Task WithdrawAsync(Viewer viewer, long id)
    {
        await MustPublishAsync(viewer, id);
        await ChangeAsync(viewer, id, "", (plan, _) =>
        {
            plan.Withdraw();
            return Task.CompletedTask;
        }, EventKind.LessonWithdrawn);
    }

    /// <summary>What anybody may read, the newest first; of a place with all below, or of all.</summary>
    public async Task<IReadOnlyList<Lesson>> LessonsAsync(string? unit = null, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var among = organisation.Unit(unit) is { } place ? organisation.Below(place.Id).Select(u => u.Id).ToHashSet() : null;
        await using var database = databases.ForSystem();
        var told = await database.ImprovementPlans.Where(p => p.PublishedAt != null).OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).ToListAsync(cancellation);
        return [.. told.Where(p => among?.Contains(p.UnitId) != false).Select(p => new Lesson(p.Id, organisation.Unit(p.UnitId)!, p.Heard!, p.Did!, p.PublishedAt!.Value))];
    }

    /// <summary>What the next workplace meeting has before it.</summary>
    /// <exception cref="NotFound">The viewer holds no meetings at such a unit.</exception>
    public async Task<MeetingView> MeetingAsync(Viewer viewer, string? unit, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var place = unit is { Length: > 0 } ? organisation.Unit(unit) : organisation.Tree().FirstOrDefault(u => ImprovementPlan.MayStart(viewer, u.Id));
        if (place is null || !ImprovementPlan.MayStart(viewer, place.Id)) throw new NotFound();
        await using var database = databases.ForSystem();
        var earlier = await database.WorkplaceMeetings.Where(m => m.UnitId == place.Id).OrderByDescending(m => m.Day).ThenByDescending(m => m.NotedAt).Take(20).ToListAsync(cancellation);
        var since = earlier.Count > 0 ? earlier[0].Day : StockholmTime.Today(clock).AddDays(-DaysOfFirstMeeting);
        var cases = await search.FindAsync(viewer, new CaseQuestion { UnitSlug = place.Slug, ReceivedFrom = since, Order = CaseOrder.Received, Take = MostAtMeeting }, cancellation);
        return new(place, since, cases.Rows, earlier);
    }

    public async Task NoteMeetingAsync(Viewer viewer, string unit, DateOnly day, string text)
    {
        var place = (await organisations.NowAsync()).Unit(unit) ?? throw new NotFound();
        await gate.WriteAsync(viewer, database =>
        {
            var change = new Change(viewer.Id, StockholmTime.Now(clock));
            database.WorkplaceMeetings.Add(new WorkplaceMeeting(place.Id, day, Masking.Found(text, ImprovementPlan.LongestText), viewer, change));
            database.Write(new Event(EventKind.MeetingNoted, change, subject: place.Slug));
            return Task.CompletedTask;
        });
    }

    /// <summary>The categories that a plan at the unit can be about.</summary>
    public async Task<IReadOnlyList<Category>> CategoriesAsync(Guid unitId, CancellationToken cancellation = default) =>
        [.. (await RoutineOfAsync(await organisations.NowAsync(cancellation), unitId, cancellation))?.Categories.SelectMany(t => t.All) ?? []];

    private async Task ChangeAsync(Viewer viewer, long id, string what, Func<ImprovementPlan, Change, Task> work, EventKind kind = EventKind.PlanChanged)
    {
        var organisation = await organisations.NowAsync();
        await gate.WriteAsync(viewer, async database =>
        {
            var plan = await FindAsync(database, viewer, organisation, id);
            var change = new Change(viewer.Id, StockholmTime.Now(clock));
            await work(plan, change);
            database.Write(new Event(kind, change, subject: what.Length == 0 ? $"{id}" : $"{id};{what}"));
        });
    }

    private static async Task<ImprovementPlan> FindAsync(GavaDatabase database, Viewer viewer, Organisation organisation, long id) =>
        await database.ImprovementPlans.FirstOrDefaultAsync(p => p.Id == id) is { } plan && plan.MayBeReadBy(viewer, organisation) ? plan : throw new NotFound();

    /// <summary>Similar complaints before the change and after it, as long on each side as has passed, at most as long as the next follow-up looks.</summary>
    private async Task<Effect?> EffectAsync(GavaDatabase database, Organisation organisation, ImprovementPlan plan, CancellationToken cancellation)
    {
        if (plan.ChangedOn is not { } turned) return null;
        var today = StockholmTime.Today(clock);
        var months = plan.OwedFollowUp(today) ?? ImprovementPlan.Months.FirstOrDefault(m => plan.FollowUps.All(f => f.Months != m), ImprovementPlan.Months[^1]);
        var until = turned.AddMonths(months) < today ? turned.AddMonths(months) : today;
        var since = turned.AddMonths(-months);
        var places = organisation.Below(plan.UnitId).Select(u => u.Id).ToList();
        var kinds = await routines.ComplaintKindsAsync(cancellation);
        var similar = database.Cases.Where(c => places.Contains(c.ConcernedUnitId) && kinds.Contains(c.Kind));
        if (plan.Category is { } chosen)
        {
            var now = await routines.CategoriesNowAsync(cancellation);
            var code = organisation.RoutineAt(plan.UnitId) is { } routine ? now.Of(routine, chosen) : chosen;
            // Each in its routine: beside it another may count the same code still.
            List<string> former = [.. now.Former(code).Select(f => $"{f.Routine}/{f.Code}")], gone = [.. now.TakenOverIn(code)];
            similar = similar.Where(c => c.Categories.Any(g => (g.Code == code && !gone.Contains(c.RoutineName)) || former.Contains(c.RoutineName + "/" + g.Code)));
        }

        var (from, turn, to) = (StockholmTime.StartOf(since), StockholmTime.StartOf(turned), StockholmTime.StartOf(until));
        return new(await similar.CountAsync(c => c.ArrivedAt >= from && c.ArrivedAt < turn, cancellation), turned.DayNumber - since.DayNumber,
            await similar.CountAsync(c => c.ArrivedAt >= turn && c.ArrivedAt < to, cancellation), until.DayNumber - turned.DayNumber);
    }

    private async Task<IReadOnlyList<long>> NumbersAsync(Viewer viewer, IReadOnlyList<string> references)
    {
        List<long> numbers = [];
        await using var database = databases.For(viewer);
        foreach (var text in references)
        {
            if (!CaseReference.TryParse(text, out var reference) || !await database.Cases.AnyAsync(c => c.Id == reference.Number)) throw CaseUnknown(text, "cases");
            numbers.Add(reference.Number);
        }

        return [.. numbers.Distinct()];
    }

    private async Task MustPublishAsync(Viewer viewer, long id)
    {
        var organisation = await organisations.NowAsync();
        await using var database = databases.ForSystem();
        var plan = await FindAsync(database, viewer, organisation, id);
        var routine = await RoutineOfAsync(organisation, plan.UnitId, default);
        if (routine?.Publication.Level != PublicationLevel.Items) throw new RuleBroken("not-published-here", "I den här rutinen visas bara siffror utåt, inga enskilda förbättringar.");
        if (!MayPublish(viewer, routine, plan.UnitId)) throw new RuleBroken("not-yours", $"Det är {routine.Publication.Moderator?.Definite() ?? "chefen för enheten"} som bestämmer vad som visas utåt.");
    }

    private static bool MayPublish(Viewer viewer, Routine? routine, Guid unitId) => routine?.Publication is { Level: PublicationLevel.Items } publication
        && (publication.Moderator is { } role && viewer.Is(role) ? viewer.SeesThePlace(unitId) : viewer.Leads(unitId));

    private async Task<Routine?> RoutineOfAsync(Organisation organisation, Guid unitId, CancellationToken cancellation) =>
        organisation.RoutineAt(unitId) is { } name ? await routines.NewestAsync(name, cancellation) : null;

    private static string? Label(Routine? routine, string code) => routine?.Categories.SelectMany(t => t.All).FirstOrDefault(c => c.Code == code || c.Formerly.Contains(code))?.Label;

    /// <summary>No case that the viewer sees has that number.</summary>
    internal static RuleBroken CaseUnknown(string reference, string field) => new("case-unknown", $"Det finns inget ärende {reference}. Skriv numret som 2026-000123.", field);
}
