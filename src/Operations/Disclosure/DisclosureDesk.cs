using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Disclosure;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Disclosure;

/// <param name="Documents">How many the viewer sees of what was picked.</param>
/// <param name="DaysWaited">Working days from the day it came until today, or until it was decided.</param>
public sealed record DisclosureRow(DisclosureRequest Request, int Documents, int DaysWaited);

/// <summary>A document of a request, without its words.</summary>
/// <param name="IsGone">Its words have been disposed of.</param>
public sealed record PickedDocument(DisclosureDocument Document, CaseReference Reference, string Heading, bool IsGone);

/// <param name="Hidden">How many more are of cases that the viewer may not open.</param>
public sealed record DisclosureView(DisclosureRequest Request, IReadOnlyList<PickedDocument> Documents, int Hidden, int DaysWaited);

/// <summary>A document that a case has, as the register shows it.</summary>
/// <param name="Words">The register's edition; null for a file.</param>
public sealed record PickableDocument(string Part, string Heading, DateTime At, string? Words, string? Secrecy);

/// <summary>A document opened to be gone through.</summary>
/// <param name="Text">Its own words; null for a file.</param>
/// <param name="Findings">What Gåva proposes to mask.</param>
/// <param name="Ground">What the case is marked with, or what its law presumes; null when nothing says.</param>
public sealed record OpenedDocument(PickedDocument Picked, string? Text, IReadOnlyList<Finding> Findings, SecrecyGround? Ground);

/// <summary>What somebody has marked in a document.</summary>
/// <param name="Masks">Stretches; they may not overlap.</param>
/// <param name="Words">Words that are masked at every place, with their ground. What they overlap, they join.</param>
/// <param name="Ranges">From some words to others, with their ground.</param>
/// <param name="WithheldBy">The ground by which all of it is kept back; null when it is given out.</param>
/// <param name="InCodePoints">Stretches as other programs count them; beside <paramref name="Masks"/>.</param>
public sealed record DocumentReview(
    IReadOnlyCollection<DisclosureMask> Masks, IReadOnlyCollection<(string Words, string Ground)>? Words = null, IReadOnlyCollection<(string From, string To, string Ground)>? Ranges = null, string? WithheldBy = null,
    IReadOnlyCollection<(int Start, int Length, string Ground)>? InCodePoints = null);

/// <summary>
/// Requests for public documents (TF 2 kap.; OSL 6 kap.; law.md SR-2.13–2.15): registered without asking who, documents picked from cases that the viewer may open, each
/// mask with its ground, decided once, and a copy that can be made again byte for byte. Only ranges are kept here; the words stay in the case's vault
/// and go with it (docs/decisions/0020).
/// </summary>
public sealed class DisclosureDesk(Databases databases, WriteGate gate, VaultDesk vault, OrganisationBook organisations, PdfPaperWriter writer, TimeProvider clock)
{
    private const int MostShown = 200;
    private const int MostDocuments = 200;

    /// <summary>The desk's own thinking, which is no public document while it lasts (law.md SR-2.4), and openings, which the reading log tells of.</summary>
    private static readonly EventKind[] NotPublic = [EventKind.Drafted, EventKind.Consulted, EventKind.ConsultationAnswered, EventKind.DraftRead, EventKind.VaultOpened];

    private static readonly VaultReason Reason = VaultDesk.Reasons.First(r => r.Code == "disclosure");

    public static bool MayDisclose(Viewer viewer) => ExtractDesk.MayExtract(viewer);

    /// <summary>Those that wait first, the oldest first; then what has been decided, the latest first.</summary>
    /// <exception cref="NotFound">The viewer handles no requests.</exception>
    public async Task<IReadOnlyList<DisclosureRow>> ListAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        MustDisclose(viewer);
        var (calendar, today) = await CalendarAsync(cancellation);
        await using var database = databases.For(viewer);
        var requests = (await database.DisclosureRequests.OrderByDescending(r => r.DecidedAt == null).ThenByDescending(r => r.Id).Take(10 * MostShown).ToListAsync(cancellation)).Where(r => viewer.SeesThePlace(r.UnitId)).Take(MostShown).ToList();
        var numbers = requests.ConvertAll(r => r.Id);
        var counts = await database.DisclosureDocuments.Where(d => numbers.Contains(d.RequestId)).GroupBy(d => d.RequestId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. requests.Select(r => new DisclosureRow(r, counts.GetValueOrDefault(r.Id), r.WorkingDaysWaited(calendar, today)))
            .OrderBy(r => r.Request.DecidedAt is null ? 0 : 1).ThenBy(r => r.Request.DecidedAt is null ? r.Request.ReceivedAt.Ticks : -r.Request.DecidedAt.Value.Ticks)];
    }

    /// <returns>The request's number.</returns>
    public async Task<long> RegisterAsync(Viewer viewer, DateTime receivedAt, DisclosureChannel channel, string wanted)
    {
        MustDisclose(viewer);
        var organisation = await organisations.NowAsync();
        var place = organisation.Unit(viewer.Roles.First(r => r.Role is Role.Registrar or Role.ComplaintsManager).UnitId) ?? throw new NotFound();
        var words = Masked(wanted);
        return await gate.WriteAsync(viewer, async database =>
        {
            // One writer at a time, under the lock of the register's head: the next number is nobody else's.
            var id = (await database.DisclosureRequests.MaxAsync(r => (long?)r.Id) ?? 0) + 1;
            var change = new Change(viewer.Id, StockholmTime.Now(clock));
            database.Put(new DisclosureRequest(id, place.Id, place.Name, receivedAt, channel, words, change));
            database.Write(new Event(EventKind.DisclosureRegistered, change, subject: Code(id)));
            return id;
        });
    }

    /// <exception cref="NotFound">No such request, or not for this viewer.</exception>
    public async Task<DisclosureView> OpenAsync(Viewer viewer, long id, CancellationToken cancellation = default)
    {
        var (calendar, today) = await CalendarAsync(cancellation);
        await using var database = databases.For(viewer);
        var request = await FindAsync(database, viewer, id);
        var documents = await PickedAsync(database, viewer, id);
        var all = await database.DisclosureDocuments.IgnoreQueryFilters().CountAsync(d => d.RequestId == id, cancellation);
        return new(request, [.. documents.Select(d => d.Picked)], all - documents.Count, request.WorkingDaysWaited(calendar, today));
    }

    /// <summary>What can be picked of a case, as the register shows it: nothing is opened for this.</summary>
    /// <exception cref="RuleBroken">There is no such case among those that the viewer may open.</exception>
    public async Task<IReadOnlyList<PickableDocument>> PickableAsync(Viewer viewer, CaseReference reference, CancellationToken cancellation = default)
    {
        MustDisclose(viewer);
        await using var database = databases.For(viewer);
        return await PickableAsync(database, await TheirCaseAsync(database, viewer, reference));
    }

    /// <summary>Adds documents of a case; those that are there already stay as they are.</summary>
    public Task PickAsync(Viewer viewer, long id, CaseReference reference, IReadOnlyCollection<string> parts) => gate.WriteAsync(viewer, async database =>
    {
        (await FindAsync(database, viewer, id)).MustBeOpen();
        var @case = await TheirCaseAsync(database, viewer, reference);
        var pickable = (await PickableAsync(database, @case)).Select(p => p.Part).ToHashSet();
        if (parts.Count == 0 || !parts.All(pickable.Contains)) throw new RuleBroken("disclosure-part", "Välj minst en av ärendets handlingar.", "parts");
        var there = await database.DisclosureDocuments.IgnoreQueryFilters().Where(d => d.RequestId == id).Select(d => new { d.CaseId, d.Part, d.Number }).ToListAsync();
        var news = parts.Distinct().Where(p => !there.Any(d => d.CaseId == @case.Id && d.Part == p)).ToList();
        if (news.Count == 0) return;
        if (there.Count + news.Count > MostDocuments) throw new RuleBroken("disclosure-many", "En begäran har högst 200 handlingar. Registrera en till för resten.", "parts");
        var change = new Change(viewer.Id, StockholmTime.Now(clock));
        var number = there.Count == 0 ? 0 : there.Max(d => d.Number);
        foreach (var part in news) database.Put(new DisclosureDocument(id, ++number, @case.Id, part, change));
        @case.PickForDisclosure($"{Code(id)};{string.Join(',', news)}", change);
        foreach (var line in @case.NewEvents) database.Write(line);
    });

    /// <summary>Takes away what was picked by mistake. That it was there stays in the case's journal.</summary>
    public Task DropAsync(Viewer viewer, long id, int number) => gate.WriteAsync(viewer, async database =>
    {
        (await FindAsync(database, viewer, id)).MustBeOpen();
        var (picked, @case) = await OneAsync(database, viewer, id, number);
        database.DisclosureDocuments.Remove(picked.Document);
        @case.DropFromDisclosure($"{Code(id)};{picked.Document.Part}", new Change(viewer.Id, StockholmTime.Now(clock)));
        foreach (var line in @case.NewEvents) database.Write(line);
    });

    /// <summary>A document's own words, with what Gåva proposes to mask; opened and logged.</summary>
    public Task<OpenedDocument> OpenDocumentAsync(Viewer viewer, long id, int number) => gate.WriteAsync(viewer, async database =>
    {
        await FindAsync(database, viewer, id);
        var (picked, @case) = await OneAsync(database, viewer, id, number);
        MustBeThere(picked);
        var opened = await vault.ReadIfKeptAsync(database, @case.Id);
        vault.Log(database, viewer, @case, Reason, null, what: $"request {Code(id)}");
        var text = await TextOfAsync(database, @case, picked.Document, opened);
        var findings = text is null ? [] : PersonalDataFinder.Default.Find(text, opened?.Names);
        return new OpenedDocument(picked, text, findings, SecrecyGrounds.In(@case.SecrecyProvision) ?? SecrecyGrounds.In(LegalRegimes.On(@case.Regime, StockholmTime.Today(clock)).Provision));
    });

    /// <summary>Keeps what is masked in a document, and by which provisions; what was kept before is replaced.</summary>
    public Task ReviewAsync(Viewer viewer, long id, int number, DocumentReview review) => gate.WriteAsync(viewer, async database =>
    {
        (await FindAsync(database, viewer, id)).MustBeOpen();
        var (picked, @case) = await OneAsync(database, viewer, id, number);
        MustBeThere(picked);
        // The program looks for words that were given; nobody reads here.
        var text = await TextOfAsync(database, @case, picked.Document, await vault.ReadIfKeptAsync(database, @case.Id));
        picked.Document.Review(text, text is null ? review.Masks : string.IsNullOrEmpty(review.WithheldBy) ? MasksOf(text, review) : [], review.WithheldBy, new Change(viewer.Id, StockholmTime.Now(clock)));
    });

    /// <summary>Decides the request, once; each case that it touched has a line about it.</summary>
    public Task DecideAsync(Viewer viewer, long id, DisclosureOutcome? outcome, string reason) => gate.WriteAsync(viewer, async database =>
    {
        var request = await FindAsync(database, viewer, id);
        var documents = await AllAsync(database, viewer, id);
        if (outcome is not { } chosen) throw new RuleBroken("disclosure-outcome", "Välj vad som beslutas.", "outcome");
        if (chosen != DisclosureOutcome.Refused && documents.Any(d => d.Picked.IsGone)) throw Gone();
        var words = Masked(reason);
        var change = new Change(viewer.Id, StockholmTime.Now(clock), string.IsNullOrWhiteSpace(words.Register) ? null : words.Register);
        request.Decide(chosen, words, [.. documents.Select(d => d.Picked.Document)], change);
        database.Write(new Event(EventKind.DisclosureDecided, change, subject: $"{Code(id)};{chosen.Code()}"));
        foreach (var @case in documents.Select(d => d.Case).Distinct())
        {
            @case.DecideDisclosure($"{Code(id)};{chosen.Code()}", change);
            foreach (var line in @case.NewEvents) database.Write(line);
        }
    });

    /// <summary>The masked copy with the decision, as PDF; before the decision a draft. Each case's opening is logged.</summary>
    public async Task<byte[]> CopyAsync(Viewer viewer, long id)
    {
        var paper = await gate.WriteAsync(viewer, async database =>
        {
            var request = await FindAsync(database, viewer, id);
            var documents = await AllAsync(database, viewer, id);
            if (request.Outcome == DisclosureOutcome.Refused) return DisclosurePaper.Of(request, [], StockholmTime.Now(clock));
            if (documents.Any(d => d.Picked.IsGone)) throw Gone();
            List<(PickedDocument, DateTime, string?, string?)> texts = [];
            Dictionary<long, OpenedVault?> vaults = [];
            foreach (var (picked, @case) in documents)
            {
                if (!vaults.TryGetValue(@case.Id, out var opened)) vaults[@case.Id] = opened = await vault.ReadIfKeptAsync(database, @case.Id);
                var file = picked.Document.Attachment is { } attachment ? await database.Attachments.AsNoTracking().FirstAsync(a => a.CaseId == @case.Id && a.Number == attachment) : null;
                texts.Add((picked, await MadeAtAsync(database, @case, picked.Document), await TextOfAsync(database, @case, picked.Document, opened), file?.MediaType));
            }

            foreach (var @case in documents.Select(d => d.Case).Distinct()) vault.Log(database, viewer, @case, Reason, null, what: $"request {Code(id)}");
            return DisclosurePaper.Of(request, texts, StockholmTime.Now(clock));
        });
        return writer.Write(paper);
    }

    private static IReadOnlyList<DisclosureMask> MasksOf(string text, DocumentReview review)
    {
        var masks = DisclosureMasks.Checked(text, [.. review.Masks, .. (review.InCodePoints ?? []).Select(m => InUtf16(text, m.Start, m.Length, m.Ground))]).ToList();
        foreach (var (words, ground) in review.Words ?? [])
        {
            var places = DisclosureMasks.OfWords(text, words, SecrecyGrounds.Of(ground).Code).Take(DisclosureMasks.Most + 1).ToList();
            if (places.Count == 0) throw new RuleBroken("mask-words", "De orden står inte så i handlingen. Skriv av dem som de står.", "alsoMask");
            masks.AddRange(places);
        }

        foreach (var (from, to, ground) in review.Ranges ?? []) masks.Add(DisclosureMasks.Between(text, from, to, SecrecyGrounds.Of(ground).Code));
        return DisclosureMasks.Together(masks);
    }

    private static DisclosureMask InUtf16(string text, int start, int length, string ground)
    {
        var all = Masking.ToCodePoint(text, text.Length);
        // What is no place in the text goes on as that, to be refused.
        if (start < 0 || length <= 0 || start > all || length > all - start) return new(-1, 0, ground);
        var from = Masking.ToUtf16(text, start);
        return new(from, Masking.ToUtf16(text, start + length) - from, ground);
    }

    private static void MustDisclose(Viewer viewer)
    {
        if (!MayDisclose(viewer)) throw new NotFound();
    }

    private static async Task<DisclosureRequest> FindAsync(GavaDatabase database, Viewer viewer, long id)
    {
        MustDisclose(viewer);
        var request = await database.DisclosureRequests.FirstOrDefaultAsync(r => r.Id == id);
        return request is not null && viewer.SeesThePlace(request.UnitId) ? request : throw new NotFound();
    }

    /// <summary>One that does not exist and one that is not the viewer's to open are refused alike.</summary>
    private static async Task<Case> TheirCaseAsync(GavaDatabase database, Viewer viewer, CaseReference reference)
    {
        var @case = await database.Cases.FirstOrDefaultAsync(c => c.Id == reference.Number);
        return @case is not null && @case.Reference == reference && VaultDesk.MayOpen(viewer, @case) ? @case
            : throw new RuleBroken("disclosure-case-unknown", "Det finns inget ärende med det numret som du kan lämna ut ur.", "reference");
    }

    /// <summary>The documents of a request that are of cases which the viewer may open.</summary>
    private static async Task<IReadOnlyList<(PickedDocument Picked, Case Case)>> PickedAsync(GavaDatabase database, Viewer viewer, long id)
    {
        var documents = await database.DisclosureDocuments.Where(d => d.RequestId == id).OrderBy(d => d.Number).ToListAsync();
        var numbers = documents.Select(d => d.CaseId).Distinct().ToList();
        var cases = (await database.Cases.Where(c => numbers.Contains(c.Id)).ToListAsync()).Where(c => VaultDesk.MayOpen(viewer, c)).ToDictionary(c => c.Id);
        var lines = await database.Journal.AsNoTracking().Where(e => e.CaseId != null && numbers.Contains(e.CaseId.Value)).Select(e => new { e.CaseId, e.Number, e.Kind }).ToListAsync();
        return [.. documents.Where(d => cases.ContainsKey(d.CaseId)).Select(d => (new PickedDocument(d, cases[d.CaseId].Reference,
            d.Line is { } number ? DisclosurePaper.HeadingOf(lines.First(l => l.CaseId == d.CaseId && l.Number == number).Kind) : DisclosurePaper.HeadingOf(d), IsGone(d, cases[d.CaseId])), cases[d.CaseId]))];
    }

    /// <exception cref="RuleBroken">Some are of cases that the viewer may not open.</exception>
    private static async Task<IReadOnlyList<(PickedDocument Picked, Case Case)>> AllAsync(GavaDatabase database, Viewer viewer, long id)
    {
        var documents = await PickedAsync(database, viewer, id);
        return documents.Count == await database.DisclosureDocuments.IgnoreQueryFilters().CountAsync(d => d.RequestId == id) ? documents
            : throw new RuleBroken("disclosure-not-all", "Någon av handlingarna hör till ett ärende som du inte får öppna. Be den som valde den.");
    }

    private static async Task<(PickedDocument Picked, Case Case)> OneAsync(GavaDatabase database, Viewer viewer, long id, int number) =>
        (await PickedAsync(database, viewer, id)).FirstOrDefault(d => d.Picked.Document.Number == number) is { Picked: not null } one ? one : throw new NotFound();

    private static async Task<IReadOnlyList<PickableDocument>> PickableAsync(GavaDatabase database, Case @case)
    {
        var lines = await database.Journal.AsNoTracking().Where(e => e.CaseId == @case.Id && e.Text != null && !NotPublic.Contains(e.Kind)).OrderBy(e => e.Number).ToListAsync();
        var files = @case.AttachmentsDisposedAt is null ? await database.Attachments.AsNoTracking().Where(a => a.CaseId == @case.Id).OrderBy(a => a.Number).ToListAsync() : [];
        return
        [
            new(DisclosureDocument.TextPart, DisclosurePaper.FirstHeading, @case.ArrivedAt, @case.Text, @case.SecrecyProvision),
            .. lines.Select(l => new PickableDocument(string.Create(CultureInfo.InvariantCulture, $"line:{l.Number}"), DisclosurePaper.HeadingOf(l.Kind), l.At, l.Text, null)),
            .. files.Select(f => new PickableDocument(string.Create(CultureInfo.InvariantCulture, $"attachment:{f.Number}"), DisclosurePaper.FileHeading(f.Number), @case.ArrivedAt, null, f.SecrecyProvision)),
        ];
    }

    /// <summary>What was picked of a vault that has been emptied since. What is picked after that is the register's edition, which stays.</summary>
    private static bool IsGone(DisclosureDocument document, Case @case) =>
        (@case.VaultDisposedAt is { } disposed && document.PickedAt <= disposed) || (document.Attachment is not null && @case.AttachmentsDisposedAt is not null);

    private static void MustBeThere(PickedDocument picked)
    {
        if (picked.IsGone) throw Gone();
    }

    private static RuleBroken Gone() => new("disposed", "Uppgifterna är gallrade enligt beslut. Det avidentifierade finns kvar i ärendet.");

    private static async Task<string?> TextOfAsync(GavaDatabase database, Case @case, DisclosureDocument document, OpenedVault? opened)
    {
        if (document.Attachment is not null) return null;
        if (document.Line is not { } number) return opened is { Text.Length: > 0 } ? opened.Text : @case.Text;
        return opened?.Lines.GetValueOrDefault(number) ?? await database.Journal.Where(e => e.CaseId == @case.Id && e.Number == number).Select(e => e.Text).FirstOrDefaultAsync() ?? "";
    }

    private static async Task<DateTime> MadeAtAsync(GavaDatabase database, Case @case, DisclosureDocument document) => document.Line is not { } number ? @case.ArrivedAt
        : await database.Journal.Where(e => e.CaseId == @case.Id && e.Number == number).Select(e => e.At).FirstAsync();

    private async Task<(WorkingCalendar Calendar, DateOnly Today)> CalendarAsync(CancellationToken cancellation) =>
        (WorkingCalendar.Swedish.With(await organisations.ClosedDaysAsync(cancellation)), StockholmTime.Today(clock));

    private static string Code(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static Words Masked(string? text)
    {
        var original = (text ?? "").Trim().ReplaceLineEndings("\n");
        return original.Length > DisclosureRequest.LongestText ? new("", original) : new(Masking.Apply(original, PersonalDataFinder.Default.Find(original)), original);
    }
}
