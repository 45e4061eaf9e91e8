using System.Security.Cryptography;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.History;

/// <summary>Somebody opened what the vault has of a case.</summary>
/// <param name="Sequence">The journal line that tells of it.</param>
/// <param name="Why">The reason of work, in words; masked.</param>
/// <param name="IsInOrder">What a manager thought of it; null while nobody has said.</param>
public sealed record Reading(long Sequence, DateTime At, Guid By, CaseReference Reference, Guid UnitId, string? Why, bool IsEmergency, bool? IsInOrder, string? Note);

/// <summary>What is asked of the reading log. Days are Stockholm's, both included.</summary>
public sealed record ReadingQuestion(CaseReference? Case = null, Guid? By = null, DateOnly? From = null, DateOnly? To = null, int Skip = 0, int Take = 50);

/// <param name="HasMore">True when more follow after these.</param>
public sealed record Readings(IReadOnlyList<Reading> Items, bool HasMore);

/// <summary>
/// Who has read what, when and why (R-SEC-02; lag 2001:454 10 §). A manager reads about the places that they lead, the complaints manager
/// about all that they see, everybody about themselves and about the cases that they work with. It tells of openings of the
/// vault and nothing else, and is not for finding out who has talked to the press (law.md SR-3.12).
/// </summary>
public sealed class ReadingLog(Databases databases, WriteGate gate, OrganisationBook organisations, TimeProvider clock)
{
    /// <summary>How many openings of the month before each manager looks at.</summary>
    public const int SampleSize = 10;

    /// <summary>True for those who follow up how others read.</summary>
    public static bool Oversees(Viewer viewer) => viewer.Roles.Any(r => r.Role.IsLine()) || viewer.Is(Role.ComplaintsManager);

    /// <summary>The newest first. Without oversight one's own only.</summary>
    public async Task<Readings> FindAsync(Viewer viewer, ReadingQuestion question, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        var lines = await InScopeAsync(database, viewer, own: true, cancellation);
        if (question.Case is { } reference) lines = lines.Where(e => e.CaseId == reference.Number);
        if (question.By is { } person) lines = lines.Where(e => e.By == person);
        if (question.From is { } from) lines = lines.Where(e => e.At >= StockholmTime.StartOf(from));
        if (question.To is { } to) lines = lines.Where(e => e.At < StockholmTime.EndOf(to));
        var page = await ToldAsync(database, lines.OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Skip(question.Skip).Take(question.Take + 1), cancellation);
        return new([.. page.Take(question.Take)], page.Count > question.Take);
    }

    /// <summary>Everybody who has opened one case's details: for those who work with it, and to be told to the person when they ask.</summary>
    /// <exception cref="NotFound">The case does not exist, or not for this viewer.</exception>
    public async Task<IReadOnlyList<Reading>> OfCaseAsync(Viewer viewer, CaseReference reference, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        if (!await database.Cases.AnyAsync(c => c.Id == reference.Number, cancellation)) throw new NotFound();
        var lines = database.Journal.IgnoreQueryFilters().Where(e => e.CaseId == reference.Number && e.Kind == EventKind.VaultOpened);
        var all = await ToldAsync(database, lines.OrderByDescending(e => e.Sequence), cancellation);
        return all.Count > 0 && all[0].Reference != reference ? throw new NotFound() : all;
    }

    /// <summary>
    /// What a manager is to judge: every emergency, and last month's sample. Which ones are in the sample is decided by the journal's own hashes,
    /// so that nobody can choose them and everybody gets the same. One's own openings are for somebody else.
    /// </summary>
    public async Task<IReadOnlyList<Reading>> ToJudgeAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!Oversees(viewer)) return [];
        await using var database = databases.For(viewer);
        var lines = (await InScopeAsync(database, viewer, own: false, cancellation)).Where(e => e.By != viewer.Id);
        var (from, to) = LastMonth();
        var month = await lines.Where(e => e.At >= from && e.At < to).Select(e => new { e.Sequence, e.Hash }).ToListAsync(cancellation);
        var sample = month.OrderBy(e => Convert.ToHexString(SHA256.HashData([.. e.Hash, .. "sample"u8])), StringComparer.Ordinal).Take(SampleSize).Select(e => e.Sequence).ToList();
        var waiting = lines.Where(e => sample.Contains(e.Sequence) || (e.Subject != null && e.Subject.StartsWith("emergency")))
            .Where(e => !database.ReadingVerdicts.Any(v => v.Sequence == e.Sequence));
        return await ToldAsync(database, waiting.OrderBy(e => e.Sequence).Take(100), cancellation);
    }

    /// <summary>A manager has looked at an opening. The last word counts; both are in the journal.</summary>
    /// <exception cref="NotFound">No such opening, not in the viewer's places, or the viewer's own.</exception>
    /// <exception cref="RuleBroken">To be looked into, and not said why.</exception>
    public Task JudgeAsync(Viewer viewer, long sequence, bool isInOrder, string? note) => gate.WriteAsync(viewer, async database =>
    {
        if (!Oversees(viewer)) throw new NotFound();
        var lines = (await InScopeAsync(database, viewer, own: false, default)).Where(e => e.By != viewer.Id && e.Sequence == sequence);
        if (!await lines.AnyAsync()) throw new NotFound();
        var words = VaultDesk.MaskedReason(note);
        if (!isInOrder && words.Length == 0) throw new RuleBroken("verdict-note", "Skriv vad som ska utredas.", "note");
        var now = StockholmTime.Now(clock);
        var verdict = await database.ReadingVerdicts.FirstOrDefaultAsync(v => v.Sequence == sequence);
        if (verdict is null) database.ReadingVerdicts.Add(verdict = new ReadingVerdict { Sequence = sequence });
        (verdict.By, verdict.At, verdict.IsInOrder, verdict.Note) = (viewer.Id, now, isInOrder, words.Length == 0 ? null : words);
        database.Write(new Event(EventKind.ReadingJudged, new Change(viewer.Id, now, verdict.Note), subject: $"{sequence};{(isInOrder ? "inOrder" : "investigate")}"));
    });

    /// <summary>Openings in the cases of the places that one leads; for the complaints manager all that the gate lets through.</summary>
    private async Task<IQueryable<Event>> InScopeAsync(GavaDatabase database, Viewer viewer, bool own, CancellationToken cancellation)
    {
        // What one has opened oneself is one's own to see, also where the case is not: an emergency, or a case that has moved on.
        var all = database.Journal.IgnoreQueryFilters().Where(e => e.Kind == EventKind.VaultOpened);
        var lines = all.Where(e => database.Access.Any(a => a.CaseId == e.CaseId && viewer.Keys.Contains(a.Key)) && !database.Hidden.Any(h => h.CaseId == e.CaseId && h.PersonId == viewer.Id));
        if (viewer.Is(Role.ComplaintsManager)) return own ? all.Where(e => e.By == viewer.Id || lines.Any(l => l.Sequence == e.Sequence)) : lines;
        var organisation = await organisations.NowAsync(cancellation);
        var led = viewer.Roles.Where(r => r.Role.IsLine()).SelectMany(r => organisation.Below(r.UnitId)).Select(u => u.Id).Distinct().ToList();
        if (!own) return lines.Where(e => database.Cases.Any(c => c.Id == e.CaseId && led.Contains(c.UnitId)));
        if (led.Count == 0) return all.Where(e => e.By == viewer.Id);
        var inPlaces = lines.Where(e => database.Cases.Any(c => c.Id == e.CaseId && led.Contains(c.UnitId)));
        return all.Where(e => e.By == viewer.Id || inPlaces.Any(l => l.Sequence == e.Sequence));
    }

    private static async Task<List<Reading>> ToldAsync(GavaDatabase database, IQueryable<Event> lines, CancellationToken cancellation)
    {
        var rows = await (from line in lines
                          join @case in database.Cases.IgnoreQueryFilters() on line.CaseId equals @case.Id
                          join verdict in database.ReadingVerdicts on line.Sequence equals verdict.Sequence into verdicts
                          from verdict in verdicts.DefaultIfEmpty()
                          select new { line.Sequence, line.At, line.By, line.Why, line.Subject, @case.Id, @case.RegisteredAt, @case.UnitId, Verdict = verdict }).ToListAsync(cancellation);
        return rows.ConvertAll(r => new Reading(r.Sequence, r.At, r.By, new(StockholmTime.DateOf(r.RegisteredAt).Year, r.Id), r.UnitId, r.Why,
            r.Subject == VaultDesk.Emergency.Code, r.Verdict?.IsInOrder, r.Verdict?.Note));
    }

    private (DateTime From, DateTime To) LastMonth()
    {
        var today = StockholmTime.Today(clock);
        var first = new DateOnly(today.Year, today.Month, 1);
        return (StockholmTime.StartOf(first.AddMonths(-1)), StockholmTime.StartOf(first));
    }
}
