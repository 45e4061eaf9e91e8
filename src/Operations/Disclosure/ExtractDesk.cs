using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Disclosure;

/// <summary>A case that may be the person's: the register's part, for the clerk to tick.</summary>
/// <param name="Relation">For whom they spoke: a case about somebody else holds that one's data too.</param>
public sealed record ExtractCandidate(CaseReference Reference, string Kind, Guid UnitId, CaseStatus Status, DateTime ArrivedAt, Relation Relation, bool IsProtected, bool IsDisposed);

/// <summary>How the clerk saw that it was the right person.</summary>
public sealed record IdentityCheck(string Code, string Label);

/// <summary>
/// Registerutdrag (GDPR article 15; R-SEC-05): everything about one person, for that person, of the cases that the clerk may open. Each
/// opening is in the case's journal before anything is handed out, and nothing of the package is kept (docs/decisions/0020).
/// </summary>
public sealed class ExtractDesk(
    Databases databases, WriteGate gate, VaultDesk vault, CallerDesk callers, OrganisationBook organisations, RoutineBook routines, PdfPaperWriter writer, TimeProvider clock)
{
    private const int MostSaid = 10;
    private const int MostCases = 50;
    private const int MostFound = 200;
    private const long LargestAttachments = 200L * 1024 * 1024;

    public static readonly IReadOnlyList<IdentityCheck> Identities =
    [
        new("idCard", "Legitimation visad"),
        new("eId", "E-legitimation"),
        new("known", "Känd av den som lämnar ut"),
        new("callback", "Uppringd på ett nummer som vi hade"),
        new("registeredAddress", "Skickas till folkbokföringsadressen"),
        new("representative", "Ombud, vårdnadshavare eller god man som har visat det"),
    ];

    /// <summary>What was said to the person, or by the person after the first time: told in the original.</summary>
    private static readonly EventKind[] SaidBetweenUs =
        [EventKind.Replied, EventKind.FeedbackGiven, EventKind.DelayNotified, EventKind.Asked, EventKind.Messaged, EventKind.AnotherViewAsked, EventKind.SurveyAnswered, EventKind.HandedOver, EventKind.Referred, EventKind.PersonReferred, EventKind.WhereToTurnTold];

    public static bool MayExtract(Viewer viewer) => !viewer.Person.IsService && (viewer.Is(Role.Registrar) || viewer.Is(Role.ComplaintsManager));

    /// <summary>Who gives a member of staff what Gåva keeps about them as its user: no case is opened for it.</summary>
    public static bool MayExtractStaff(Viewer viewer) => !viewer.Person.IsService && (viewer.Is(Role.SystemAdministrator) || viewer.Is(Role.ComplaintsManager));

    /// <summary>
    /// Cases by what the person says: whole phone numbers, addresses, names, references. Only those that the viewer sees and whose vault they may
    /// open. That they looked is in the journal, as at every search for a caller's case.
    /// </summary>
    /// <exception cref="NotFound">The viewer makes no extracts.</exception>
    /// <exception cref="RuleBroken">Nothing to look for, or too much.</exception>
    public async Task<IReadOnlyList<ExtractCandidate>> FindAsync(Viewer viewer, IReadOnlyList<string> said)
    {
        if (!MayExtract(viewer)) throw new NotFound();
        List<string> all = [.. said.Select(s => s.Trim()).Where(s => s.Length > 0).Distinct()];
        if (all.Count is 0 or > MostSaid) throw new RuleBroken("extract-said", "Skriv minst en och högst tio rader: hela telefonnummer, e-postadresser, namn eller ärendenummer.", "said");
        List<CaseReference> found = [];
        foreach (var one in all) found.AddRange((await callers.FindAsync(viewer, one, "disclosure", MostFound)).Select(c => c.Reference));
        return await ListAsync(viewer, found);
    }

    /// <summary>Of these, the cases that the viewer may hand out; of the others nothing is told.</summary>
    public async Task<IReadOnlyList<ExtractCandidate>> ListAsync(Viewer viewer, IReadOnlyCollection<CaseReference> references, CancellationToken cancellation = default)
    {
        if (!MayExtract(viewer)) throw new NotFound();
        var numbers = references.Select(r => r.Number).Distinct().Take(10 * MostFound).ToList();
        await using var database = databases.For(viewer);
        var cases = await database.Cases.Where(c => numbers.Contains(c.Id)).OrderBy(c => c.ArrivedAt).ThenBy(c => c.Id).ToListAsync(cancellation);
        return [.. cases.Where(c => references.Contains(c.Reference) && VaultDesk.MayOpen(viewer, c))
            .Select(c => new ExtractCandidate(c.Reference, c.Kind, c.UnitId, c.Status, c.ArrivedAt, c.Relation, c.IsProtected, c.VaultDisposedAt is not null))];
    }

    /// <summary>The package: a PDF to read, the same as JSON, and the attachments. Every case's opening is durable before it is made.</summary>
    /// <param name="heading">What a journal line is called where the viewer reads it.</param>
    /// <exception cref="RuleBroken">No case, one that cannot be had, no identity, or more than fits a package.</exception>
    public async Task<byte[]> MakeAsync(Viewer viewer, IReadOnlyCollection<CaseReference> references, string identity, Func<Event, Organisation, Routine, string> heading)
    {
        if (!MayExtract(viewer)) throw new NotFound();
        if (references.Count is 0 or > MostCases) throw new RuleBroken("extract-cases", "Kryssa i vilka ärenden som är personens, högst 50 i taget.", "cases");
        var check = Identities.FirstOrDefault(i => i.Code == identity) ?? throw new RuleBroken("identity-missing", "Välj hur du såg att det är rätt person.", "identity");
        var organisation = await organisations.NowAsync();
        List<byte[]?> files = [];
        var now = StockholmTime.Now(clock);
        var cases = await gate.WriteAsync(viewer, async database =>
        {
            files.Clear();
            List<ExtractedCase> told = [];
            foreach (var @case in await TheirsAsync(database, viewer, references))
            {
                vault.Log(database, viewer, @case, VaultDesk.Extract, check.Label);
                var opened = await vault.ReadFilesAsync(database, @case.Id);
                files.AddRange(opened.Select(f => f.Content));
                told.Add(await ToldAsync(database, @case, opened, organisation, heading));
            }

            return told;
        });
        var extract = new SubjectAccessExtract(StockholmTime.WithOffset(now), Authority(organisation), check.Label, cases, ExtractTexts.OfSubject);
        var names = cases.SelectMany(c => c.Attachments).Select(a => a.File);
        return Package.Of(now,
        [
            ("registerutdrag.pdf", writer.Write(ExtractPaper.Of(extract, now))), ("registerutdrag.json", Package.AsJson(extract)),
            .. names.Zip(files).Where(f => f is { First: not null, Second: not null }).Select(f => (f.First!, f.Second!)),
        ]);
    }

    /// <summary>The same about a member of staff as user of Gåva: account, roles, and how many lines they have written, never which.</summary>
    /// <exception cref="RuleBroken">Nobody is called so.</exception>
    public async Task<byte[]> MakeOfStaffAsync(Viewer viewer, string userName)
    {
        if (!MayExtractStaff(viewer)) throw new NotFound();
        var organisation = await organisations.NowAsync();
        if (organisation.Person(userName.Trim()) is not { IsService: false } person) throw new RuleBroken("person-unknown", "Det finns ingen medarbetare med det användarnamnet.", "person");
        var now = StockholmTime.Now(clock);
        // Counted over everything: the figures tell of no case.
        var extract = await gate.WriteAsync(null, async database =>
        {
            database.Write(new Event(EventKind.StaffExtracted, new Change(viewer.Id, now), subject: person.UserName));
            var lines = await database.Journal.Where(e => e.By == person.Id).GroupBy(e => e.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
            var signIns = await database.SignIns.AsNoTracking().Where(s => s.PersonId == person.Id).OrderBy(s => s.Provider).Select(s => s.Provider).ToListAsync();
            var keys = await database.ApiKeys.AsNoTracking().Where(k => k.PersonId == person.Id).OrderBy(k => k.CreatedAt).ToListAsync();
            var read = await database.DutiesRead.AsNoTracking().Where(d => d.PersonId == person.Id).OrderBy(d => d.At).ToListAsync();
            return new StaffExtract(StockholmTime.WithOffset(now), Authority(organisation), person.UserName, person.Name, person.Title, person.Email, person.Phone, person.IsActive, signIns,
                keys.ConvertAll(k => new ExtractedKey(StockholmTime.WithOffset(k.CreatedAt), k.RevokedAt is { } at ? StockholmTime.WithOffset(at) : null)),
                [.. organisation.RolesOf(person.Id).OrderBy(r => r.From ?? DateOnly.MinValue).ThenBy(r => r.Role).Select(r => new ExtractedRole(r.Role.Swedish(), organisation.Unit(r.UnitId)?.Name ?? "", r.From, r.Until))],
                [.. lines.Select(l => new ExtractedCount(l.Key.Code(), l.Count)).OrderBy(l => l.Kind, StringComparer.Ordinal)],
                await database.Cases.CountAsync(c => c.ReceivedBy == person.Id), await database.Cases.CountAsync(c => c.ResponsibleId == person.Id && c.Status != CaseStatus.Closed),
                read.ConvertAll(d => new ExtractedDuties(d.Routine, d.Version, StockholmTime.WithOffset(d.At))), ExtractTexts.OfStaff);
        });
        return Package.Of(now, [("registerutdrag.pdf", writer.Write(ExtractPaper.Of(extract, now))), ("registerutdrag.json", Package.AsJson(extract))]);
    }

    /// <summary>One that does not exist and one that is not the viewer's to open are refused alike.</summary>
    private static async Task<IReadOnlyList<Case>> TheirsAsync(GavaDatabase database, Viewer viewer, IReadOnlyCollection<CaseReference> references)
    {
        var wanted = references.ToHashSet();
        var numbers = wanted.Select(r => r.Number).ToList();
        var cases = (await database.Cases.Where(c => numbers.Contains(c.Id)).OrderBy(c => c.ArrivedAt).ThenBy(c => c.Id).ToListAsync())
            .Where(c => wanted.Contains(c.Reference) && VaultDesk.MayOpen(viewer, c)).ToList();
        if (cases.Count < wanted.Count) throw new RuleBroken("extract-case-unknown", "Ett av ärendena finns inte bland dem som du kan lämna ut. Sök igen.", "cases");
        var size = await database.Attachments.Where(a => numbers.Contains(a.CaseId)).SumAsync(a => a.Size);
        return size <= LargestAttachments ? cases : throw new RuleBroken("extract-too-large", "Bilagorna är för stora för ett paket. Gör ett paket för några av ärendena i taget.", "cases");
    }

    private async Task<ExtractedCase> ToldAsync(GavaDatabase database, Case @case, IReadOnlyList<OpenedFile> files, Organisation organisation, Func<Event, Organisation, Routine, string> heading)
    {
        var opened = await vault.ReadIfKeptAsync(database, @case.Id);
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion);
        var journal = await database.Journal.AsNoTracking().Where(e => e.CaseId == @case.Id).OrderBy(e => e.Number).ToListAsync();
        var diary = await database.DiaryEntries.AsNoTracking().Where(e => e.CaseId == @case.Id).OrderBy(e => e.RegisteredAt).ToListAsync();
        var mails = await database.Outbox.AsNoTracking().Where(m => m.CaseId == @case.Id && m.PersonId == null && m.SentAt != null).OrderBy(m => m.SentAt).ToListAsync();
        var person = opened?.Complainant;
        var survey = await database.SurveyAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.CaseId == @case.Id);
        return new(
            $"{@case.Reference}", routine.Kind(@case.Kind)?.Label ?? @case.Kind, routine.Channel(@case.Channel)?.Label ?? @case.Channel, organisation.Unit(@case.UnitId)?.Name ?? "",
            StockholmTime.WithOffset(@case.ArrivedAt), StockholmTime.WithOffset(@case.RegisteredAt), @case.Status.Swedish(), @case.ResponsibleId is { } id ? organisation.NameOf(id) : null, @case.Relation.Swedish(),
            person is null or { IsEmpty: true } ? null : ContactOf(person), [.. (opened?.Before ?? new Dictionary<int, Complainant>()).OrderByDescending(b => b.Key).Select(b => ContactOf(b.Value))],
            opened is { Text.Length: > 0 } ? opened.Text : null, @case.Text, [.. DecisionsOf(@case, routine), .. survey is null ? [] : new[] { new ExtractedDecision("Personens betyg: tydligt, enkelt, väl bemött (1 till 5)", $"{survey.Clearness}, {survey.Simplicity}, {survey.Manner}") }],
            [.. journal.Where(e => SaidBetweenUs.Contains(e.Kind)).Select(e => (Line: e, Text: opened?.Lines.GetValueOrDefault(e.Number) ?? e.Text))
                .Where(e => !string.IsNullOrEmpty(e.Text)).Select(e => new ExtractedWords(StockholmTime.WithOffset(e.Line.At), heading(e.Line, organisation, routine), e.Text!))],
            [.. journal.Where(e => e.Kind != EventKind.VaultOpened).Select(e => new ExtractedLine(StockholmTime.WithOffset(e.At), heading(e, organisation, routine), organisation.NameOf(e.By), e.Text, e.Why))],
            [.. journal.Where(e => e.Kind == EventKind.VaultOpened).Select(e => new ExtractedReading(StockholmTime.WithOffset(e.At), organisation.Person(e.By) is { Title.Length: > 0 } by ? by.Title : "Medarbetare", e.Why))],
            diary.ConvertAll(e => new ExtractedDiaryRow(new DiaryNumber(e.Series, e.Year, e.Number).ToString(), e.ArrivedOn, e.PublicParty, e.PublicSubject)),
            mails.ConvertAll(m => new ExtractedMail(StockholmTime.WithOffset(m.SentAt!.Value), m.Text)),
            [.. files.Select(f => new ExtractedFile(f.Number, f.Name, f.MediaType, f.Content is null ? null : $"bilagor/{@case.Reference}-{f.Number}{FileKinds.EndingOf(f.MediaType)}", f.Scan is FileScan.Infected or FileScan.Waiting ? true : null))],
            [.. KeptFor(@case, await routines.NewestAsync(@case.RoutineName) ?? routine)]);
    }

    private static ExtractedContact ContactOf(Complainant person) => new(person.Name, person.Phone, person.Email, person.Address, person.Protected);

    private static IEnumerable<ExtractedDecision> DecisionsOf(Case @case, Routine routine)
    {
        foreach (var tree in @case.Categories.GroupBy(c => c.Tree))
        {
            var known = routine.Categories.FirstOrDefault(t => t.Code == tree.Key);
            yield return new(known?.Label ?? tree.Key, string.Join(", ", tree.Select(c => known?.LabelOf(c.Code) ?? c.Code)));
        }

        if (@case.RepliedAt is { } replied) yield return new("Svar", Day(replied));
        if (@case.Measures > 0) yield return new("Åtgärder", @case.Measures.ToString(CultureInfo.InvariantCulture));
        if (@case.ClosedAt is { } closed) yield return new("Avslutat", Day(closed));
        if (@case.SecrecyProvision is { } provision) yield return new("Sekretessmarkering", provision);
    }

    private static IEnumerable<string> KeptFor(Case @case, Routine routine)
    {
        if (@case.VaultDisposedAt is { } disposed) yield return $"Personuppgifterna gallrades {Day(disposed)}, enligt beslut. Det avidentifierade ärendet finns kvar.";
        else if (@case.AttachmentsDisposedAt is { } files) yield return $"Bilagorna gallrades {Day(files)}, enligt beslut.";
        foreach (var rule in routine.Retention) yield return RoutineInWords.Kept(rule);
        if (routine.Retention.Count == 0) yield return "Rutinen säger inget om gallring. Uppgifterna bevaras tills nämnden beslutar något annat.";
    }

    private static string Authority(Organisation organisation) => organisation.Units.FirstOrDefault(u => u.ParentId is null)?.Name ?? "Kommunen";

    private static string Day(DateTime utc) => DueExplanation.LongDay(StockholmTime.DateOf(utc));
}
