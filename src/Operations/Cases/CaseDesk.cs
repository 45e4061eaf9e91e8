using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Forms;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <summary>A registered case and the code that its sender follows it by.</summary>
/// <param name="WasThere">True when the same submission had been registered before: nothing new was made.</param>
/// <param name="View">The case as it was just written; null when it was there.</param>
public sealed record Registered(CaseReference Reference, string FollowUpCode, bool WasThere, CaseView? View);

/// <summary>What somebody had before them when they acted.</summary>
/// <param name="Version">The case's latest journal line; null when a newer one does not matter.</param>
/// <param name="Request">Set when the same request may come again and must be carried out once.</param>
public readonly record struct Seen(int? Version, OneRequest? Request = null);

/// <summary>
/// Where work on cases is done: one method a verb, one transaction each. Whoever asks is a viewer, and what they may not see
/// is not found; a broken rule is a <see cref="RuleBroken"/> and changes nothing.
/// </summary>
public sealed partial class CaseDesk(
    Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, VaultCipher cipher,
    FollowUpCodes codes, CallerIndex callers, UploadCheck uploads, TimeProvider clock)
{
    /// <summary>The code of the broken rule when another request comes under a name that is taken.</summary>
    public const string OtherRequest = OneRequest.Other;

    /// <summary>
    /// Registers what arrived. The same submission registers once; sent again it gives the same reference and code.
    /// </summary>
    public async Task<Registered> RegisterAsync(NewCase news, Viewer viewer, OneRequest? request = null, CancellationToken cancellation = default)
    {
        Receiving.MustHaveRole(viewer);
        return await RegisterFromAsync(news, viewer, request, cancellation);
    }

    /// <summary>Registers what came in by the public door: nobody has received it, and it waits at its unit (R-IN-04).</summary>
    public Task<Registered> RegisterAtTheDoorAsync(NewCase news, CancellationToken cancellation = default) =>
        RegisterFromAsync(news with { ReceivedBy = Person.Citizen }, null, null, cancellation);

    private async Task<Registered> RegisterFromAsync(NewCase news, Viewer? viewer, OneRequest? request, CancellationToken cancellation)
    {
        var by = viewer?.Id ?? Person.Citizen;
        var organisation = await organisations.NowAsync(cancellation);
        var unit = organisation.PlacesForCases().FirstOrDefault(u => u.Id == news.UnitId)
            ?? throw new RuleBroken("unit-unknown", "Välj vilken enhet det gäller.", "unit");
        if (viewer is { Person.IsService: true } && !viewer.SeesThePlace(unit.Id)) throw new RuleBroken("unit-unknown", "Välj vilken enhet det gäller.", "unit");
        var receiver = news.ReceivedBy == Person.Citizen ? Person.AtTheDoor : organisation.Person(news.ReceivedBy)
            ?? throw new RuleBroken("receiver-unknown", "Välj vem som tog emot det.", "receivedBy");
        var routine = await routines.NewestAsync(organisation.RoutineAt(unit.Id)!, cancellation)
            ?? throw new RuleBroken("routine-unknown", "Enheten har ingen rutin att följa. Be administratören välja en.", "unit");
        if (viewer is not null) routine.Receiving.MustAllow(viewer);
        var calendar = await routines.CalendarAsync(routine, cancellation);
        var mayBeThere = news.SubmissionId is not null;
        var submission = news.SubmissionId ?? Guid.CreateVersion7();
        var code = await codes.OfAsync(submission);
        var marks = await callers.MarksOfAsync(news.Complainant);
        news = news with { SubmissionId = submission, Files = await uploads.MustBeHarmlessAsync(news.Files, cancellation) };

        return await gate.WriteAsync(viewer, async database =>
        {
            if (mayBeThere && await AlreadyAsync(database, submission, by) is { } there)
            {
                if (request is { } again) await again.MustBeSameAsync(database);
                return new Registered(there, code, true, null);
            }

            if (news.Form is { } number && !await database.PrintedForms.AnyAsync(f => f.Year == number.Year && f.Number == number.Number)) throw FormNumber.Unknown(number);
            if (request is { } first) OneRequest.Remember(database, first.Content, StockholmTime.Now(clock));
            var change = new Change(by, StockholmTime.Now(clock));
            var @case = Case.Register(database.NextCaseNumber(), news, routine, calendar, receiver, change, FollowUpCodes.Hash(code), organisation.SlugsAbove(unit.Id));
            // Where the routine names who sends the receipt, that one does (S3: the complaints manager; R-FLOW-01).
            var acknowledged = !string.IsNullOrWhiteSpace(news.Complainant.Email) && @case.SomebodyToTell && routine.Acknowledgement?.By is null;
            if (acknowledged) @case.AcknowledgeAtOnce(change);
            CaseSaving.Add(database, @case, news, cipher, marks, await organisations.WithinAsync(database));
            if (news.Form is { } form) database.Put(new FormUse { Year = form.Year, Number = form.Number, CaseId = @case.Id, At = change.At });
            if (acknowledged) database.Put(MailTo(@case, MailText.Received, change.At));
            AddTaskMails(database, organisation, @case, change);
            return new Registered(@case.Reference, code, false, new CaseView(@case, routine, calendar, @case.NewEvents));
        }, cancellation);
    }

    public Task HandOverAsync(Viewer viewer, CaseReference reference, Seen seen, string toUnit, Guid? toPerson, Way toldBy, bool cannotBeReached, string message,
        bool turnsThere = false) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            var organisation = work.Organisation;
            var unit = organisation.PlacesForCases().FirstOrDefault(u => u.Slug == toUnit)
                ?? throw new RuleBroken("unit-unknown", "Välj vem som ska ta över.", "to");
            var today = StockholmTime.Today(clock);
            var person = toPerson is { } id
                ? organisation.StaffOf(unit.Id, today).Append(NextOnLadder.OnTheWayToRegistrar(work.Case.Routine, organisation, unit.Id, today)).FirstOrDefault(p => p?.Id == id) ?? throw new RuleBroken("person-unknown", "Personen arbetar inte på den enheten.", "to")
                : null;
            // Nobody is told that the one whom it is about will handle it (R-SEC-03).
            var leaders = organisation.LeadersOf(unit.Id, today).Where(p => p.Id != work.Case.ConcernsPersonId).ToList();
            var handler = person ?? leaders.FirstOrDefault()
                ?? throw new RuleBroken("nobody-there", "Ingen kan ta emot på den enheten just nu. Välj en annan.", "to");
            if (work.Case.Routine.Responsibility.PassOnTo(viewer.Roles.Select(r => r.Role)) is { Count: > 0 } allowed
                && !organisation.RolesOf(handler.Id).Any(r => r.HoldsOn(today) && allowed.Contains(r.Role)))
            {
                throw new RuleBroken("pass-on-to", $"I den här rutinen lämnar du vidare till {string.Join(" eller ", allowed.Select(r => r.Swedish().ToLowerInvariant()))}. Välj en sådan.", "to");
            }

            var notice = toldBy != Way.None || turnsThere ? new HandOverNotice(toldBy, handler.Name, turnsThere) : cannotBeReached ? new HandOverNotice(Way.None, handler.Name) : null;
            work.Case.HandOver(unit, person, notice, work.Masked(message), viewer, change);
            work.Tell(toldBy, MailText.HandedOver);
            work.MailStaff(MailText.Offered, person is null ? leaders : [person]);
        });

    /// <summary>As <see cref="HandOverAsync"/>, to somebody by user name; null is the unit.</summary>
    public async Task HandOverByNameAsync(Viewer viewer, CaseReference reference, Seen seen, string toUnit, string? toPerson, Way toldBy, bool cannotBeReached, string message,
        bool turnsThere = false)
    {
        var person = string.IsNullOrEmpty(toPerson) ? null : (await organisations.NowAsync()).Person(toPerson)
            ?? throw new RuleBroken("person-unknown", "Personen arbetar inte på den enheten.", "person");
        await HandOverAsync(viewer, reference, seen, toUnit, person?.Id, toldBy, cannotBeReached, message, turnsThere);
    }

    public Task AcceptAsync(Viewer viewer, CaseReference reference, Seen seen = default) =>
        ChangeAsync(viewer, reference, seen, async (work, change) =>
        {
            work.Case.Accept(viewer, change);
            await FollowItsPlaceAsync(work, change);
        });

    /// <summary>Whoever has it now works by the routine of their place.</summary>
    private async Task FollowItsPlaceAsync(CaseWork work, Change change)
    {
        if (work.Organisation.RoutineAt(work.Case.UnitId) is not { } name || name == work.Case.RoutineName || await routines.NewestAsync(name) is not { } routine) return;
        work.Case.Adopt(routine, await routines.CalendarAsync(routine), change);
    }

    public Task DeclineAsync(Viewer viewer, CaseReference reference, Seen seen, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            var offeredBy = work.Case.Offer?.By;
            work.Case.Decline(work.Masked(why), viewer, change);
            work.GiveToCoordinator(change);
            if (offeredBy is { } by && by != viewer.Id && work.Organisation.Person(by) is { } person) work.MailStaff(MailText.Declined, [person]);
        });

    public Task TakeAsync(Viewer viewer, CaseReference reference, Seen seen = default) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.Take(viewer, change));

    public Task ChangeKindAsync(Viewer viewer, CaseReference reference, Seen seen, string kind, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.ChangeKind(kind, work.Masked(why), viewer, change));

    public Task ContactAsync(Viewer viewer, CaseReference reference, Seen seen, bool reached, Way way, string text, DateTime? happenedAt) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.Contact(reached, way, work.Masked(text), happenedAt, viewer, change));

    public Task PromiseCallbackAsync(Viewer viewer, CaseReference reference, Seen seen, DateTime dueAt, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.PromiseCallback(dueAt, work.Masked(text), viewer, change));

    public Task KeepCallbackAsync(Viewer viewer, CaseReference reference, Seen seen, int number, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.KeepCallback(number, work.Masked(text), viewer, change));

    public Task NoteAsync(Viewer viewer, CaseReference reference, Seen seen, string text) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.Note(work.Masked(text), change));

    public Task GiveFeedbackAsync(Viewer viewer, CaseReference reference, Seen seen, string text, string about, Way way, DateTime? happenedAt) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.GiveFeedback(work.Masked(text), about, way, happenedAt, viewer, change);
            work.Tell(way, MailText.Feedback);
        });

    public Task RegisterMeasureAsync(Viewer viewer, CaseReference reference, Seen seen, string text, bool prevents, DateTime? happenedAt) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.RegisterMeasure(work.Masked(text), prevents, happenedAt, viewer, change));

    public Task NotifyDelayAsync(Viewer viewer, CaseReference reference, Seen seen, string reason, Way way, DateOnly? newDay, DateTime? happenedAt = null) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.NotifyDelay(work.Masked(reason), way, newDay, viewer, change, happenedAt);
            work.Tell(way, MailText.Delayed);
        });

    public Task ReplyAsync(Viewer viewer, CaseReference reference, Seen seen, string text, Way way, DateTime? happenedAt = null, string? because = null,
        bool isUnsolved = false, string? whereToTurn = null) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            work.Case.Reply(work.Masked(text), way, viewer, change, happenedAt, string.IsNullOrWhiteSpace(because) ? null : work.Masked(because), isUnsolved, string.IsNullOrWhiteSpace(whereToTurn) ? null : work.Masked(whereToTurn));
            work.Tell(way, MailText.Replied);
        });

    public Task CloseAsync(Viewer viewer, CaseReference reference, Seen seen, string text, string noMeasureBecause) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.Close(work.Masked(text), work.Masked(noMeasureBecause), viewer, change));

    public Task ReopenAsync(Viewer viewer, CaseReference reference, Seen seen, string why) =>
        ChangeAsync(viewer, reference, seen, (work, change) => work.Case.Reopen(work.Masked(why), viewer, change));

    /// <summary>
    /// Loads the case as the viewer sees it, lets the verb work, and saves all of it together.
    /// </summary>
    /// <param name="seen">What the viewer had before them.</param>
    /// <exception cref="NotFound">The case does not exist, or not for this viewer.</exception>
    /// <exception cref="StaleWrite">Somebody changed it in between.</exception>
    private Task ChangeAsync(Viewer viewer, CaseReference reference, Seen seen, Action<CaseWork, Change> verb) =>
        ChangeAsync(viewer, reference, seen, (work, change) =>
        {
            verb(work, change);
            return Task.CompletedTask;
        });

    /// <summary>As above, for a verb that tells what the journal says.</summary>
    private Task ChangeWithJournalAsync(Viewer viewer, CaseReference reference, Seen seen, Action<CaseWork, Change, IReadOnlyList<Event>> verb) =>
        ChangeAsync(viewer, reference, seen, async (work, change) =>
            verb(work, change, await work.Database.Journal.AsNoTracking().Where(e => e.CaseId == work.Case.Id).OrderBy(e => e.Number).ToListAsync()));

    /// <param name="viewer">Who does it; null is the person themself, by the code.</param>
    internal async Task ChangeAsync(Viewer? viewer, CaseReference reference, Seen seen, Func<CaseWork, Change, Task> verb)
    {
        var organisation = await organisations.NowAsync();
        var closedDays = await organisations.ClosedDaysAsync();
        var (name, number) = await RoutineOfAsync(viewer, reference);
        var routine = await routines.VersionAsync(name, number);
        await gate.WriteAsync(viewer, async database =>
        {
            var @case = await LoadAsync(database, reference.Number) ?? throw new NotFound();
            if (seen.Request is { } request && !await request.IsFirstAsync(database, StockholmTime.Now(clock))) return;
            if (seen.Version is { } version && version != @case.LastEventNumber) throw new StaleWrite();
            @case.Follow(routine, routine.Calendar.With(closedDays), organisation.SlugsAbove(@case.UnitId));
            var change = new Change(viewer?.Id ?? Person.Citizen, StockholmTime.Now(clock));
            var (complainant, named) = await ToldAsync(database, @case.Id);
            var people = PeopleInCase.Of(organisation, @case.UnitId, StockholmTime.DateOf(change.At), complainant.Name, @case.Relation, named);
            // Whoever may not open the vault must not learn by writing a name whom the register's words stand for.
            var isTold = viewer is null || VaultDesk.MayOpen(viewer, @case);
            var work = new CaseWork(@case, database, organisation, complainant, people, change.At, isTold);
            await verb(work, change);
            await CaseSaving.UpdateAsync(database, @case, cipher, await organisations.WithinAsync(database), people);
        });
    }

    /// <summary>A case with all that a verb may change; null when there is none for this viewer.</summary>
    internal static Task<Case?> LoadAsync(GavaDatabase database, long number) =>
        database.Cases.Include(c => c.Clocks).Include(c => c.Callbacks).Include(c => c.Categories).FirstOrDefaultAsync(c => c.Id == number);

    private async Task<(string Name, int Version)> RoutineOfAsync(Viewer? viewer, CaseReference reference)
    {
        await using var database = viewer is null ? databases.ForSystem() : databases.For(viewer);
        var found = await database.Cases.Where(c => c.Id == reference.Number)
            .Select(c => new { c.RoutineName, c.RoutineVersion, c.RegisteredAt }).FirstOrDefaultAsync();
        if (found is null || StockholmTime.DateOf(found.RegisteredAt).Year != reference.Year) throw new NotFound();
        return (found.RoutineName, found.RoutineVersion);
    }

    /// <summary>
    /// Who the vault says that it is, and whom the texts name, so that names are masked in whatever is written about the case and
    /// a mail is not promised to somebody without address. Nobody reads it here.
    /// </summary>
    private async Task<(Complainant Complainant, IReadOnlyList<NamedPerson> Named)> ToldAsync(GavaDatabase database, long caseId)
    {
        var entries = await database.VaultEntries.AsNoTracking()
            .Where(e => e.CaseId == caseId && (e.Field == VaultFields.Complainant || e.Field == VaultFields.People)).ToListAsync();
        if (entries.Count == 0) return (new(), []);
        var dataKey = cipher.Unwrap(await database.VaultKeys.AsNoTracking().FirstAsync(k => k.CaseId == caseId));
        var complainant = entries.Find(e => e.Field == VaultFields.Complainant) is { } one ? VaultFields.ReadComplainant(VaultCipher.OpenField(dataKey, one)) : new();
        return (complainant, entries.Find(e => e.Field == VaultFields.People) is { } all ? VaultFields.ReadPeople(VaultCipher.OpenField(dataKey, all)) : []);
    }

    private static async Task<CaseReference?> AlreadyAsync(GavaDatabase database, Guid submission, Guid by)
    {
        var there = await database.Cases.IgnoreQueryFilters().Where(c => c.SubmissionId == submission)
            .Select(c => new { c.Id, c.RegisteredAt, c.RegisteredBy }).FirstOrDefaultAsync();
        if (there is null) return null;
        if (there.RegisteredBy != by) throw new RuleBroken("submission-taken", "Formuläret är redan skickat av någon annan. Öppna ett nytt.");
        return new CaseReference(StockholmTime.DateOf(there.RegisteredAt).Year, there.Id);
    }

    private static void AddTaskMails(GavaDatabase database, Organisation organisation, Case @case, Change change)
    {
        if (@case.ResponsibleId is not null) return;
        foreach (var leader in organisation.LeadersOf(@case.UnitId, StockholmTime.DateOf(change.At)).Where(p => p.Email is not null))
        {
            database.Put(MailTo(@case, MailText.Arrived, change.At, leader.Id));
        }
    }

    internal static OutboxMail MailTo(Case @case, MailText text, DateTime at, Guid? personId = null) =>
        new() { CaseId = @case.Id, Text = text.ToString(), PersonId = personId, CreatedAt = at, NextTryAt = at };
}

/// <summary>A case at work: what a verb needs beside the case itself.</summary>
internal sealed class CaseWork(Case @case, GavaDatabase database, Organisation organisation, Complainant complainant, NamedPeople people, DateTime now, bool isTold = true)
{
    public Case Case { get; } = @case;

    public Organisation Organisation { get; } = organisation;

    public GavaDatabase Database { get; } = database;

    /// <summary>Who the vault says that it is: for the program's own work, never to be shown.</summary>
    public Complainant Complainant { get; } = complainant;

    /// <summary>The one who complains is called something else than was thought.</summary>
    public void Rename(string? was, string now) => people.Rename(was, now, Case.Relation.Role());

    /// <summary>Words that turned out to be nobody's name are not hidden in what is written after this.</summary>
    public void Forget(IReadOnlyCollection<string> words) => people.Forget(words);

    /// <summary>The register's edition of what staff wrote: what the finder finds is masked, the original goes to the vault.</summary>
    public Words Masked(string? text)
    {
        var original = (text ?? "").Trim().ReplaceLineEndings("\n");
        // The case refuses what is longer; nobody waits for it to be searched first.
        if (original.Length > NewCase.LongestText) return new Words("", original);
        return new Words(Masked(original, people.Find(original)), original);
    }

    /// <summary>The text with these places hidden. Who is who is said only to somebody who may know it: to others everybody is "[namn]".</summary>
    public string Masked(string text, IReadOnlyList<Finding> places, Func<Finding, PersonRole?>? roleOf = null) =>
        isTold ? people.Mask(text, places, roleOf) : Masking.Apply(text, places);

    /// <summary>Queues the mail when that is how the complainant is told; says so when there is no address to tell it to.</summary>
    public void Tell(Way way, MailText text)
    {
        if (way == Way.Email && Complainant.Email is null) throw NoAddress("e-postadress");
        if (way == Way.Letter && Complainant.Address is null) throw NoAddress("postadress");
        // What is told by the code waits there; whoever left an address hears that it does.
        if (way == Way.Email || (way == Way.Web && Complainant.Email is not null)) Database.Outbox.Add(CaseDesk.MailTo(Case, text, now));
    }

    /// <summary>After so many refusals the coordinator has it; nothing happens where nobody is one.</summary>
    public void GiveToCoordinator(Change change)
    {
        var role = Case.Routine.HandOver.Coordinator ?? Role.Coordinator;
        if (!Case.GoesToCoordinator || Organisation.Holder(Case.UnitId, role, StockholmTime.DateOf(change.At)) is not { } found) return;
        Case.GiveToCoordinator(found.Place, found.Person, change);
        MailStaff(MailText.GivenTo, [found.Person]);
    }

    private static RuleBroken NoAddress(string what) =>
        new("cannot-be-reached", $"Personen har inte lämnat någon {what}. Välj ett annat sätt.", "way");

    public void MailStaff(MailText text, IEnumerable<Person> people)
    {
        // The one whom it is about hears nothing of it (R-SEC-03).
        foreach (var person in people.Where(p => p.Email is not null && !Case.IsHiddenFrom(p.Id))) Database.Outbox.Add(CaseDesk.MailTo(Case, text, now, person.Id));
    }
}

/// <summary>The texts that Gåva mails; the words are in Correspondence.</summary>
public enum MailText
{
    Received, HandedOver, Feedback, Delayed, Replied, Referred, Asked,
    Messaged, NotSatisfied, NotDelivered, Arrived, Offered, Declined, GivenTo, SupportAsked, Consulted, ConsultationAnswered, PartGiven, Reported, CopyToUnit, ToRegistrar, ToRead, Reminded, RemindedLate, Overdue, EmergencyOpened,

    // Of no single case: to staff only.
    Rising, TextAsked, TextOwed, ActionOwed,
}
