using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
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

/// <summary>What was said between the person and the municipality, in the original.</summary>
public sealed record Said(EventKind Kind, DateTime At, bool IsByPerson, string Text, string? Who);

/// <summary>Somebody opened what the vault has of the person (R-SEC-02).</summary>
public sealed record ReadBy(DateTime At, string Place, string Why);

/// <summary>A promise that still holds.</summary>
/// <param name="IsAnswer">True when it is the answer that is promised; else word of some kind.</param>
/// <param name="Last">The last day on which it is kept.</param>
public sealed record Promise(string Label, bool IsAnswer, DateOnly Last);

/// <summary>A case as its own person sees it, by the secret code.</summary>
/// <param name="Handler">Who answers for it: name and title; null while nobody does.</param>
public sealed record CitizenView(
    Case Case, string Unit, string? Phone, string? Handler, string? Own, IReadOnlyList<Said> Talk, IReadOnlyList<Promise> Promises,
    IReadOnlyList<ReadBy> Readers, int Files, bool IsRated, bool IsAsked)
{
    public bool MayRate => Case.MayBeRated && !IsRated;
}

/// <summary>
/// The citizen's side of a case: leaving it and following it. Nobody signs in; whoever has the code is the person, and sees the
/// originals of what concerns them (R-IN-04, R-IN-05, R-FLOW-13, R-FLOW-17).
/// </summary>
public sealed partial class CitizenDesk(
    CaseDesk desk, Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, VaultDesk vault, VaultCipher cipher, FollowUpCodes codes, UploadCheck uploads, TimeProvider clock)
{
    /// <summary>Lines that the person is told of, by what they say to them.</summary>
    private static readonly EventKind[] Told =
        [EventKind.FeedbackGiven, EventKind.Asked, EventKind.DelayNotified, EventKind.Replied, EventKind.Messaged, EventKind.AnotherViewAsked, EventKind.Referred, EventKind.WhereToTurnTold];

    /// <summary>The places that somebody can choose among, the municipality's order.</summary>
    public async Task<IReadOnlyList<Unit>> PlacesAsync(CancellationToken cancellation = default) => [.. (await organisations.NowAsync(cancellation)).PlacesForCases()];

    /// <summary>Where a case goes whose sender cannot say where it belongs: the complaints manager's or the registrar's place, else the first.</summary>
    public async Task<Unit?> PlaceForTheUnsureAsync(CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var today = StockholmTime.Today(clock);
        var places = organisation.PlacesForCases().ToList();
        return places.Find(p => organisation.RolesAt(p.Id).Any(r => r.Role is Role.ComplaintsManager or Role.Registrar && r.HoldsOn(today))) ?? places.FirstOrDefault();
    }

    /// <summary>Masks, registers and gives the receipt. The same submission gives the same receipt.</summary>
    /// <exception cref="RuleBroken">Something typed cannot be taken; nothing is lost, since the page keeps it.</exception>
    /// <param name="byCode">True when the sender is given the code: at the form, and not by mail.</param>
    public async Task<Registered> RegisterAsync(NewCase news, bool byCode = true, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        var people = PeopleInCase.Of(organisation, news.UnitId, StockholmTime.Today(clock), news.Complainant.Name, news.Relation);
        var said = news.Text.Original;
        var text = said.Length > NewCase.LongestText ? new Words("", said) : people.Mask(said);
        return await desk.RegisterAtTheDoorAsync(news with { Text = text, People = people.All, FollowsByCode = byCode }, cancellation);
    }

    /// <summary>Opens the case that has the code. Null for every wrong one, however it is wrong.</summary>
    public async Task<CitizenView?> OpenAsync(string code, CancellationToken cancellation = default)
    {
        if (await FindAsync(code, cancellation) is not { } number) return null;
        await using var database = databases.ForSystem();
        var @case = await database.Cases.AsNoTracking().Include(c => c.Clocks).Include(c => c.Callbacks).FirstAsync(c => c.Id == number, cancellation);
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion, cancellation);
        @case.Follow(routine, await routines.CalendarAsync(routine, cancellation));
        var organisation = await organisations.NowAsync(cancellation);
        var journal = await database.Journal.AsNoTracking().Where(e => e.CaseId == number).OrderBy(e => e.Number).ToListAsync(cancellation);
        var opened = @case.VaultDisposedAt is null ? await vault.ReadAsync(database, number) : null;
        var unit = organisation.Unit(@case.UnitId);
        var handler = @case.ResponsibleId is { } id ? organisation.Person(id) : null;
        var rated = await database.SurveyAnswers.AnyAsync(a => a.CaseId == number, cancellation);
        var files = await database.Attachments.CountAsync(a => a.CaseId == number, cancellation);
        return new(
            @case, unit?.Name ?? "", organisation.Line(@case.UnitId).Select(u => u.Phone).FirstOrDefault(p => p is not null),
            handler is null ? null : string.IsNullOrEmpty(handler.Title) ? handler.Name : $"{handler.Name}, {handler.Title}", opened?.Text,
            [.. journal.Where(e => Told.Contains(e.Kind)).Select(e => SaidIn(e, opened, organisation))],
            // Whoever has the answer is promised no word any more, whatever else the routine still counts.
            [.. @case.Clocks.Where(c => c.Runs && c.PausedAt is null && @case.RepliedAt is null).OrderBy(c => c.UrgentAt).Select(c => PromiseOf(c, routine)).OfType<Promise>()],
            [.. journal.Where(e => e.Kind == EventKind.VaultOpened && e.By != Person.Citizen).Select(e => ReadIn(e, organisation, StockholmTime.Today(clock)))], files, rated,
            journal.Any(e => e.Kind == EventKind.AnotherViewAsked && e.At >= (@case.RepliedAt ?? DateTime.MinValue) && @case.IsOpen));
    }

    /// <summary>The person writes something, perhaps with files; a question of the handler's is answered by it.</summary>
    /// <exception cref="NotFound">No case has the code.</exception>
    /// <exception cref="RuleBroken">Nothing was written, or it cannot be read.</exception>
    public async Task WriteAsync(string code, Guid message, string text, IReadOnlyList<NewFile> files, CancellationToken cancellation = default)
    {
        var harmless = await uploads.MustBeHarmlessAsync(files, cancellation);
        await ActAsync(await FindAsync(code, cancellation), message, text, async (work, change) =>
        {
            work.Case.HearFromPerson(work.Masked(text), Way.Web, change);
            await CaseSaving.AddFilesAsync(work.Database, work.Case.Id, harmless, cipher);
            if (work.Case.ResponsibleId is { } id && work.Organisation.Person(id) is { } handler) work.MailStaff(MailText.Messaged, [handler]);
            else work.MailStaff(MailText.Messaged, work.Organisation.LeadersOf(work.Case.UnitId, StockholmTime.DateOf(change.At)));
        }, cancellation);
    }

    /// <summary>The person is not satisfied: somebody above the one who answered is asked to look at it.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public async Task AskForAnotherAsync(string code, Guid message, string text, CancellationToken cancellation = default) =>
        await ActAsync(await FindAsync(code, cancellation), message, text, (work, change) =>
        {
            work.Case.AskForAnother(work.Masked(text), change);
            var above = work.Organisation.LeadersAbove(work.Case.UnitId, StockholmTime.DateOf(change.At)).Where(p => p.Id != work.Case.ResponsibleId && !work.Case.IsHiddenFrom(p.Id)).Take(1);
            work.MailStaff(MailText.NotSatisfied, above);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>The person rates how it went, once.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public async Task RateAsync(string code, Guid message, SurveyAnswer answer, string? text, CancellationToken cancellation = default) =>
        await RateAsync(await FindAsync(code, cancellation), message, answer, text, cancellation);

    private Task RateAsync(long? number, Guid message, SurveyAnswer answer, string? text, CancellationToken cancellation) =>
        ActAsync(number, message, $"{answer} {text}", async (work, change) =>
        {
            if (await work.Database.SurveyAnswers.AnyAsync(a => a.CaseId == work.Case.Id)) return;
            work.Case.Rate(answer, work.Masked(text), change);
            work.Database.SurveyAnswers.Add(new Survey { CaseId = work.Case.Id, UnitId = work.Case.UnitId, At = change.At, Clearness = answer.Clearness, Simplicity = answer.Simplicity, Manner = answer.Manner });
        }, cancellation);

    private async Task ActAsync(long? found, Guid message, string content, Func<CaseWork, Change, Task> verb, CancellationToken cancellation)
    {
        if (found is not { } number) throw new NotFound();
        await using var database = databases.ForSystem();
        var registered = await database.Cases.Where(c => c.Id == number).Select(c => c.RegisteredAt).FirstAsync(cancellation);
        // Sent twice by a double click it is done once; other words under the same name are the person's next message.
        var request = new OneRequest(Named($"{number}:{message}:{content}"), Named($"{number}:{message}:{content}:content"));
        await desk.ChangeAsync(null, new CaseReference(StockholmTime.DateOf(registered).Year, number), new Seen(null, request), verb);
    }

    private async Task<long?> FindAsync(string code, CancellationToken cancellation)
    {
        var hash = FollowUpCodes.Hash(Short(code));
        await using var database = databases.ForSystem();
        return await database.Cases.Where(c => c.FollowUpCodeHash == hash).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Nobody's code is longer; the rest need not be read.</summary>
    private static string Short(string typed) => typed.Length > 200 ? typed[..200] : typed;

    private static Guid Named(string text) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static Said SaidIn(Event line, OpenedVault? opened, Organisation organisation)
    {
        // What was told before it had a text of its own stands as the line's subject.
        var text = opened?.Lines.GetValueOrDefault(line.Number) ?? line.Text ?? (line.Kind == EventKind.WhereToTurnTold ? line.Subject : null) ?? "";
        var isByPerson = line.Kind is EventKind.Messaged or EventKind.AnotherViewAsked;
        return new(line.Kind, line.HappenedAt is { } then && then < line.At && !isByPerson ? then : line.At, isByPerson, text, isByPerson ? null : organisation.NameOf(line.By));
    }

    private static Promise? PromiseOf(CaseClock clock, Routine routine) =>
        routine.Clock(clock.Name) is { } rule && rule.StoppedBy.Any(m => m == Moment.Reply || Moments.IsWordToTheComplainant(m)) ? new(rule.Label, !rule.StoppedBy.Any(Moments.IsWordToTheComplainant), clock.PromisedAt is { } promised ? StockholmTime.DateOf(promised.AddTicks(-1)) : clock.Due.Day) : null;

    /// <summary>The place and the reason: it is the office that read, not a private person (docs/decisions/0021-the-citizens-door.md).</summary>
    private static ReadBy ReadIn(Event line, Organisation organisation, DateOnly day)
    {
        var place = organisation.RolesOf(line.By).OrderBy(r => r.HoldsOn(day) ? 0 : 1).Select(r => organisation.Unit(r.UnitId)?.Name).FirstOrDefault();
        return new(line.At, place ?? "", line.Why ?? "");
    }
}
