using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>A report in a list.</summary>
/// <param name="IsMine">The viewer may work on it.</param>
public sealed record CompiledRow(CompiledReport Report, Unit Unit, bool IsMine);

/// <summary>A case to choose as an example.</summary>
public sealed record ExampleChoice(CaseReference Reference, string Text);

/// <summary>A report as it is worked on, or read once it is signed.</summary>
/// <param name="Content">What it shows: live figures until it is signed, then what was signed.</param>
/// <param name="HasOpen">There is an edition with small groups hidden.</param>
/// <param name="IsOpen">This is that edition.</param>
/// <param name="Bodies">Those that the routine wants it to go to.</param>
/// <param name="ToAsk">Units whose texts can be asked for.</param>
public sealed record CompiledView(CompiledReport Report, Unit Unit, ReportContent Content, bool MayCompile, bool HasOpen, bool IsOpen, IReadOnlyList<string> Bodies, IReadOnlyList<Unit> ToAsk)
{
    /// <summary>What a unit whose leader reads this is asked for; else none.</summary>
    public IReadOnlyList<Unit> AskedOfViewer { get; init; } = [];

    /// <summary>The references of its examples, by their case's number, for those who may open them.</summary>
    public IReadOnlyDictionary<long, CaseReference> References { get; init; } = new Dictionary<long, CaseReference>();
}

/// <summary>
/// Compiles reports (R-LEARN-02, -03): analysis, texts from the units, examples; signs them, after which neither they nor their files change; notes to whom they went
/// and what was decided. What is written here is for many to read: whatever the finder finds in it is masked before it is kept.
/// </summary>
public sealed class CompilingDesk(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, RecurringDesk recurring, ReportDesk reports, ReportFiles files,
    CaseSearch search, TimeProvider clock)
{
    private const int MostToChoose = 200;

    /// <summary>Those that the viewer works on or may read, the newest first.</summary>
    public async Task<IReadOnlyList<CompiledRow>> AllAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.ForSystem();
        var all = await database.CompiledReports.AsNoTracking().OrderByDescending(r => r.Id).ToListAsync(cancellation);
        return [.. all.Where(r => MayRead(r, viewer) || AskedOf(r, viewer, organisation).Any())
            .Select(r => new CompiledRow(r, organisation.Unit(r.UnitId)!, CompiledReport.MayBeCompiledBy(viewer, r.UnitId)))];
    }

    /// <summary>How many units' texts the viewer has yet to write.</summary>
    public async Task<int> WaitingAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!viewer.Roles.Any(r => r.Role.IsLine())) return 0;
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.ForSystem();
        var open = await database.CompiledReports.AsNoTracking().Where(r => r.SignedAt == null).ToListAsync(cancellation);
        return open.Sum(r => r.Texts.Count(t => t.Text is null && Answers(viewer, organisation, t.UnitId)));
    }

    /// <summary>The report as the viewer may see it.</summary>
    /// <param name="asOpen">The edition with small groups hidden, for somebody who may see both.</param>
    /// <param name="textOf">The slug of the unit whose text is being written: whoever only writes it sees that unit's figures.</param>
    /// <exception cref="NotFound">No such report, or not for this viewer.</exception>
    public async Task<CompiledView> OpenAsync(Viewer viewer, long id, bool asOpen = false, string? textOf = null, CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.ForSystem();
        var report = await database.CompiledReports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) ?? throw new NotFound();
        var asked = AskedOf(report, viewer, organisation).ToList();
        if (!MayRead(report, viewer) && asked.Count == 0) throw new NotFound();
        var unit = organisation.Unit(report.UnitId)!;
        var mayCompile = CompiledReport.MayBeCompiledBy(viewer, unit.Id);
        var isOpen = report.IsSigned && (asOpen || !viewer.SeesThePlace(unit.Id)) && ReportDesk.IsToldOutside(report.Span);
        var content = report.IsSigned ? await SignedAsync(database, report, isOpen, cancellation) : await LiveAsync(viewer, report, MayRead(report, viewer) ? unit : asked.Find(u => u.Slug == textOf) ?? asked[0], cancellation);
        return new(report, unit, content, mayCompile, ReportDesk.IsToldOutside(report.Span), isOpen, mayCompile ? await BodiesAsync(organisation, unit, report.Span.Period.Kind, cancellation) : [],
            mayCompile && !report.IsSigned ? Below(organisation, unit) : [])
        {
            AskedOfViewer = asked,
            References = mayCompile ? await ReferencesAsync(viewer, report, cancellation) : new Dictionary<long, CaseReference>(),
        };
    }

    /// <summary>
    /// Cases of the period that the viewer may open, to choose examples among: the newest first, at most 200. A case that somebody may not see is none: an example
    /// is for everybody to read (R-SEC-03).
    /// </summary>
    public async Task<IReadOnlyList<ExampleChoice>> ChoicesAsync(Viewer viewer, CompiledView view, CancellationToken cancellation = default)
    {
        var found = await search.FindAsync(viewer, new CaseQuestion
        {
            UnitSlug = view.Unit.Slug,
            ReceivedFrom = view.Report.Span.From,
            ReceivedTo = view.Report.Span.To,
            Order = CaseOrder.Received,
            Take = MostToChoose,
        }, cancellation);
        await using var database = databases.ForSystem();
        var hidden = (await database.Hidden.Select(h => h.CaseId).ToListAsync(cancellation)).ToHashSet();
        return [.. found.Rows.Where(r => !hidden.Contains(r.Id) && view.Report.Examples.All(e => e.CaseId != r.Id)).Select(r => new ExampleChoice(r.Reference, r.Text))];
    }

    /// <summary>Begins one; where somebody has begun already, that one goes on.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="RuleBroken">There is no such period or place, or the viewer does not compile there.</exception>
    public async Task<long> StartAsync(Viewer viewer, string period, string unit, bool isAccumulated)
    {
        var known = ReportDesk.PeriodOf(period);
        var place = (await organisations.NowAsync()).Unit(unit) ?? throw new RuleBroken("unit-unknown", "Det finns ingen enhet med det adressnamnet.", "unit");
        var span = Span.Of(known, isAccumulated);
        return await gate.WriteAsync(viewer, async database =>
        {
            var begun = await database.CompiledReports.AsNoTracking().FirstOrDefaultAsync(r => r.UnitId == place.Id && r.Period == span.Period.Name && r.IsAccumulated == span.IsAccumulated && r.SignedAt == null);
            var change = Now(viewer);
            var report = CompiledReport.Start(begun?.Id ?? ((await database.CompiledReports.MaxAsync(r => (long?)r.Id) ?? 0) + 1), place, span, viewer, change);
            if (begun is not null) return begun.Id;
            database.CompiledReports.Add(report);
            database.Write(new Event(EventKind.ReportStarted, change, subject: $"{report.Id};{report.Period};{place.Slug}"));
            return report.Id;
        });
    }

    /// <param name="seen">The mark of the analysis that the writer had before them; null for whatever it is now.</param>
    /// <exception cref="StaleWrite">Somebody else has written in it since.</exception>
    public Task WriteAsync(Viewer viewer, long id, string analysis, string? seen = null) => ChangeAsync(viewer, id, "analysis", (report, _, _) =>
    {
        Administration.MustBeSeen(seen, MarkOf(report));
        report.Write(Masking.Found(analysis, CompiledReport.LongestAnalysis), viewer);
    });

    /// <summary>Tells one wording of the analysis from another.</summary>
    public static string MarkOf(CompiledReport report) => Administration.MarkOf(report.Analysis);

    /// <summary>Asks units for their texts; those who lead them get a mail.</summary>
    /// <param name="units">Slugs.</param>
    public Task AskAsync(Viewer viewer, long id, IReadOnlyCollection<string> units, DateOnly dueOn) => ChangeAsync(viewer, id, "asked", (database, report, organisation, change) =>
    {
        var asked = Below(organisation, organisation.Unit(report.UnitId)!).Where(u => units.Contains(u.Slug)).ToList();
        report.Ask(asked, dueOn, viewer, StockholmTime.DateOf(change.At));
        LearningReminders.Mail(database, MailText.TextAsked, asked.SelectMany(u => LearningReminders.LeadersAt(organisation, u.Id, change.At)), change.At);
    });

    public Task TellAsync(Viewer viewer, long id, string unit, string text) => ChangeAsync(viewer, id, $"text {unit}", (report, organisation, change) =>
        report.Tell(organisation.Unit(unit) ?? throw new RuleBroken("unit-unknown", "Välj vilken enhet det gäller.", "unit"), Masking.Found(text, CompiledReport.LongestText), viewer, change));

    /// <param name="reference">2026-000123.</param>
    /// <param name="text">In the compiler's words; null or empty is the register's own.</param>
    public async Task ShowAsync(Viewer viewer, long id, string reference, string? text)
    {
        if (!CaseReference.TryParse(reference, out var asked)) throw ImprovementDesk.CaseUnknown(reference, "reference");
        await using var seen = databases.For(viewer);
        var @case = await seen.Cases.AsNoTracking().Where(c => c.Id == asked.Number).Select(c => new { c.Id, c.Text }).FirstOrDefaultAsync() ?? throw ImprovementDesk.CaseUnknown(reference, "reference");
        var told = string.IsNullOrWhiteSpace(text) ? Short(@case.Text) : text;
        await using var system = databases.ForSystem();
        if (await system.Hidden.AnyAsync(h => h.CaseId == @case.Id)) throw new RuleBroken("case-hidden", "Ärendet gäller en medarbetare, och alla får läsa ett exempel. Välj ett annat.", "reference");
        await ChangeAsync(viewer, id, $"example {asked}", (report, _, _) => report.Show(@case.Id, Masking.Found(told, CompiledReport.LongestText), viewer));
    }

    public Task HideAsync(Viewer viewer, long id, int number) => ChangeAsync(viewer, id, $"example {number.ToString(CultureInfo.InvariantCulture)} away", (report, _, _) => report.Hide(number, viewer));

    /// <summary>Works out the figures a last time, makes the files, and keeps them.</summary>
    /// <exception cref="RuleBroken">The period has not ended, or there is no analysis.</exception>
    public async Task SignAsync(Viewer viewer, long id)
    {
        var organisation = await organisations.NowAsync();
        CompiledReport report;
        await using (var database = databases.ForSystem())
        {
            report = await database.CompiledReports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id) ?? throw new NotFound();
        }

        if (!MayRead(report, viewer)) throw new NotFound();
        var change = Now(viewer);
        if (report.NotReady(StockholmTime.DateOf(change.At)) is { } why) throw new RuleBroken("not-ready", why);
        var (whole, open) = await reports.ForSigningAsync(organisation.Unit(report.UnitId)!, report.Span);
        var writing = new ReportWriting(report.Analysis, [.. report.Texts.Select(t => new UnitText(organisation.Unit(t.UnitId)!.Name, t.Text))], [.. report.Examples.Select(e => e.Text)], viewer.Person.Name, change.At);
        var kept = await FilesAsync(id, whole, open, writing);
        await gate.WriteAsync(viewer, async database =>
        {
            var now = await database.CompiledReports.FirstAsync(r => r.Id == id);
            // What was written while the files were made is not in them.
            if (now.Version != report.Version) throw new StaleWrite();
            now.Sign(SealOf(kept), viewer, change);
            database.ReportFiles.AddRange(kept);
            database.Write(new Event(EventKind.ReportSigned, change, subject: $"{id};{now.Seal}"));
        });
    }

    /// <summary>It was handed over. The routine's wish for such a report is fulfilled with the first one.</summary>
    public async Task DeliverAsync(Viewer viewer, long id, string to, bool isOpen, DateOnly on)
    {
        await ChangeAsync(viewer, id, "delivered", (report, _, change) =>
        {
            if (isOpen && !ReportDesk.IsToldOutside(report.Span)) throw new RuleBroken("period-not-open", "För den här perioden finns ingen upplaga där små grupper är dolda. Gör en för tertialet eller året.", "isOpen");
            report.Deliver(Masking.Found(to, CompiledReport.LongestText), isOpen, on, viewer, StockholmTime.DateOf(change.At));
        }, EventKind.ReportDelivered);
        await using var database = databases.ForSystem();
        var report = await database.CompiledReports.AsNoTracking().FirstAsync(r => r.Id == id);
        foreach (var owed in (await recurring.ForAsync(viewer)).Where(s => s is { DoneAt: null, Work.IsReport: true } && s.Work.Place.Id == report.UnitId && s.Work.Period == report.Period))
        {
            await recurring.DoneAsync(viewer, owed.Work.Routine, owed.Work.Code, owed.Work.Place.Slug, owed.Work.Period);
        }
    }

    public Task DecideAsync(Viewer viewer, long id, int number, DateOnly on, string decision) => ChangeAsync(viewer, id, $"decided {number.ToString(CultureInfo.InvariantCulture)}", (report, _, change) =>
        report.Decide(number, on, Masking.Found(decision, CompiledReport.LongestText), viewer, StockholmTime.DateOf(change.At)));

    /// <summary>A file of a signed report, as it was signed.</summary>
    /// <exception cref="NotFound">No such report or form, or not for this viewer.</exception>
    /// <exception cref="RuleBroken">The files are not those that were signed.</exception>
    public async Task<ReportFile> FileAsync(Viewer viewer, long id, string format, bool isOpen, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var report = await database.CompiledReports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) ?? throw new NotFound();
        if (!report.IsSigned || !MayRead(report, viewer)) throw new NotFound();
        isOpen |= !viewer.SeesThePlace(report.UnitId);
        var kept = await KeptAsync(database, report, cancellation);
        var file = kept.FirstOrDefault(f => f.IsOpen == isOpen && f.Format == format) ?? throw new NotFound();
        var slug = (await organisations.NowAsync(cancellation)).Unit(report.UnitId)!.Slug;
        return new(file.Content, ReportFiles.TypeOf(format), ReportFiles.NameOf(report.Span, slug, isOpen, format));
    }

    private async Task<ReportContent> LiveAsync(Viewer viewer, CompiledReport report, Unit place, CancellationToken cancellation) =>
        new(await reports.ReadAsync(viewer, report.Period, place.Slug, report.IsAccumulated, cancellation: cancellation), StockholmTime.Today(clock));

    private async Task<ReportContent> SignedAsync(GavaDatabase database, CompiledReport report, bool isOpen, CancellationToken cancellation)
    {
        var json = (await KeptAsync(database, report, cancellation)).First(f => f.IsOpen == isOpen && f.Format == "json").Content;
        var frozen = FrozenReport.Parse(json);
        return new(frozen.View(), StockholmTime.DateOf(frozen.Writing.SignedAt), frozen.Writing);
    }

    private static async Task<List<KeptReportFile>> KeptAsync(GavaDatabase database, CompiledReport report, CancellationToken cancellation)
    {
        var kept = await database.ReportFiles.AsNoTracking().Where(f => f.ReportId == report.Id).ToListAsync(cancellation);
        return SealOf(kept) == report.Seal ? kept : throw new RuleBroken("seal-broken", "Rapportens filer stämmer inte med dem som signerades. Någon har ändrat dem utanför Gåva. Hämta dem ur en säkerhetskopia.");
    }

    private async Task<List<KeptReportFile>> FilesAsync(long id, ReportView whole, ReportView? open, ReportWriting writing)
    {
        List<KeptReportFile> kept = [];
        foreach (var view in new[] { whole, open }.OfType<ReportView>())
        {
            foreach (var (format, file) in await files.WriteAllAsync(FrozenReport.Of(view, writing))) kept.Add(new() { ReportId = id, IsOpen = view.IsOpen, Format = format, Content = file.Content });
        }

        return kept;
    }

    /// <summary>SHA-256 over the name and SHA-256 of each file, in order.</summary>
    private static string SealOf(IEnumerable<KeptReportFile> kept)
    {
        var list = string.Join('\n', kept.Select(f => $"{(f.IsOpen ? "open" : "whole")}.{f.Format} {Convert.ToHexStringLower(SHA256.HashData(f.Content))}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
    }

    private Task ChangeAsync(Viewer viewer, long id, string what, Action<CompiledReport, Organisation, Change> work, EventKind kind = EventKind.ReportChanged) =>
        ChangeAsync(viewer, id, what, (_, report, organisation, change) => work(report, organisation, change), kind);

    private async Task ChangeAsync(Viewer viewer, long id, string what, Action<GavaDatabase, CompiledReport, Organisation, Change> work, EventKind kind = EventKind.ReportChanged)
    {
        var organisation = await organisations.NowAsync();
        await gate.WriteAsync(viewer, async database =>
        {
            var report = await database.CompiledReports.FirstOrDefaultAsync(r => r.Id == id) ?? throw new NotFound();
            if (!MayRead(report, viewer) && !AskedOf(report, viewer, organisation).Any()) throw new NotFound();
            var change = Now(viewer);
            work(database, report, organisation, change);
            database.Write(new Event(kind, change, subject: $"{id};{what}"));
        });
    }

    /// <summary>Until it is signed, those who compile; then whoever works in the municipality: the open edition outside the circle, where there is one.</summary>
    private static bool MayRead(CompiledReport report, Viewer viewer) => report.IsSigned
        ? viewer.SeesThePlace(report.UnitId) || (viewer.Roles.Count > 0 && ReportDesk.IsToldOutside(report.Span))
        : CompiledReport.MayBeCompiledBy(viewer, report.UnitId);

    private static IEnumerable<Unit> AskedOf(CompiledReport report, Viewer viewer, Organisation organisation) =>
        report.IsSigned ? [] : report.Texts.Where(t => Answers(viewer, organisation, t.UnitId)).Select(t => organisation.Unit(t.UnitId)).OfType<Unit>();

    /// <summary>Whoever leads the unit itself; whoever leads only above it is asked for none of it.</summary>
    private static bool Answers(Viewer viewer, Organisation organisation, Guid unitId) =>
        organisation.Unit(unitId) is not null && viewer.Roles.Any(r => r.UnitId == unitId && r.Role.IsLine());

    private static List<Unit> Below(Organisation organisation, Unit unit)
    {
        var withCases = organisation.PlacesWithCases().Select(u => u.Id).ToHashSet();
        return [.. organisation.Below(unit.Id).Where(u => u.Id != unit.Id && withCases.Contains(u.Id))];
    }

    /// <summary>Those that the routines of the place want a report of such a period to go to.</summary>
    private async Task<IReadOnlyList<string>> BodiesAsync(Organisation organisation, Unit unit, ReportPeriod kind, CancellationToken cancellation)
    {
        var names = organisation.Below(unit.Id).Prepend(unit).Select(u => organisation.RoutineAt(u.Id)).ToHashSet();
        return [.. (await routines.AllAsync(cancellation)).Where(r => names.Contains(r.Name)).SelectMany(r => r.Reports.Where(c => c.Period == kind)).SelectMany(c => c.To).Distinct()];
    }

    private async Task<IReadOnlyDictionary<long, CaseReference>> ReferencesAsync(Viewer viewer, CompiledReport report, CancellationToken cancellation)
    {
        var numbers = report.Examples.Select(e => e.CaseId).ToList();
        await using var seen = databases.For(viewer);
        return (await seen.Cases.Where(c => numbers.Contains(c.Id)).Select(c => new { c.Id, c.RegisteredAt }).ToListAsync(cancellation))
            .ToDictionary(c => c.Id, c => new CaseReference(StockholmTime.DateOf(c.RegisteredAt).Year, c.Id));
    }

    private Change Now(Viewer viewer) => new(viewer.Id, StockholmTime.Now(clock));

    private static string Short(string text) => text.Length <= CompiledReport.LongestText ? text : $"{text[..(CompiledReport.LongestText - 1)]}…";
}
