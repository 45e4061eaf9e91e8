using System.Text.Json;
using Gava.Domain.Cases;
using Gava.Domain.Diary;
using Gava.Domain.Disclosure;
using Gava.Domain.History;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gava.Operations.Database;

/// <summary>
/// The database as one viewer sees it. Cases, journal and vault pass one gate here, in query filters: no page, list, count,
/// search or API can see more (R-SEC-01). The filters read the keys of this instance.
/// </summary>
public sealed class GavaDatabase : DbContext
{
    /// <param name="viewer">Null is the system itself: migration, jobs and checks.</param>
    public GavaDatabase(DbContextOptions<GavaDatabase> options, Viewer? viewer = null) : base(options)
    {
        SeesAll = viewer is null;
        Keys = viewer is null ? [] : [.. viewer.Keys];
        Who = viewer?.Id ?? Guid.Empty;
    }

    /// <summary>True for the system itself only.</summary>
    public bool SeesAll { get; }

    /// <summary>The keys that the viewer carries.</summary>
    public Guid[] Keys { get; }

    /// <summary>The viewer's own id: a case can be hidden from one who carries its key.</summary>
    public Guid Who { get; }

    /// <summary>Set inside the write gate: the numbers that this transaction may take.</summary>
    public RegisterHead? Head { get; set; }

    /// <summary>Journal lines that the gate will seal and save when the work is done.</summary>
    internal List<Event> Fresh { get; } = [];

    /// <summary>New rows that the gate writes before anything else of this work, in this order.</summary>
    internal List<object> NewRows { get; } = [];

    /// <summary>Adds a row that nobody will change in this work, inside the write gate. What refers to it comes after it.</summary>
    internal void Put(object row) => NewRows.Add(row);

    /// <summary>Writes a line to the journal, inside the write gate.</summary>
    public void Write(Event line) => Fresh.Add(line);

    /// <summary>The next running number of a case, inside the write gate. A rolled-back registration leaves no hole.</summary>
    public long NextCaseNumber() => ++Head!.LastCase;

    /// <summary>
    /// The next number of a board's series in a year, inside the write gate (R-REG-04). It is counted in the database itself, in
    /// the savepoint of this work, so that what is rolled back leaves no hole and another process goes on from it.
    /// </summary>
    public async Task<DiaryNumber> NextDiaryNumberAsync(string series, int year)
    {
        if (Head is null) throw new InvalidOperationException("Numbers are given inside the write gate.");
        var row = await DiarySeries.FindAsync(series, year);
        if (row is null) DiarySeries.Add(row = new DiarySeries { Series = series, Year = year });
        return new(series, year, ++row.LastNumber);
    }

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseClock> Clocks => Set<CaseClock>();

    public DbSet<Event> Journal => Set<Event>();

    public DbSet<CaseAccess> Access => Set<CaseAccess>();

    public DbSet<CaseHidden> Hidden => Set<CaseHidden>();

    public DbSet<CaseCategory> Categories => Set<CaseCategory>();

    public DbSet<CountedView> CountedViews => Set<CountedView>();

    public DbSet<DutiesRead> DutiesRead => Set<DutiesRead>();

    public DbSet<DiarySeries> DiarySeries => Set<DiarySeries>();

    public DbSet<DiaryEntry> DiaryEntries => Set<DiaryEntry>();

    public DbSet<DutyDone> DutiesDone => Set<DutyDone>();

    public DbSet<JobLease> JobLeases => Set<JobLease>();

    public DbSet<VaultKey> VaultKeys => Set<VaultKey>();

    public DbSet<VaultEntry> VaultEntries => Set<VaultEntry>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<CallerToken> CallerTokens => Set<CallerToken>();

    public DbSet<Survey> SurveyAnswers => Set<Survey>();

    public DbSet<SurveyLink> SurveyLinks => Set<SurveyLink>();

    public DbSet<PrintedForm> PrintedForms => Set<PrintedForm>();

    public DbSet<FormUse> FormUses => Set<FormUse>();

    public DbSet<ReadingVerdict> ReadingVerdicts => Set<ReadingVerdict>();

    public DbSet<DisclosureRequest> DisclosureRequests => Set<DisclosureRequest>();

    public DbSet<DisclosureDocument> DisclosureDocuments => Set<DisclosureDocument>();

    public DbSet<ImprovementPlan> ImprovementPlans => Set<ImprovementPlan>();

    public DbSet<WorkplaceMeeting> WorkplaceMeetings => Set<WorkplaceMeeting>();

    public DbSet<CompiledReport> CompiledReports => Set<CompiledReport>();

    public DbSet<RiseSignal> RiseSignals => Set<RiseSignal>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<KeptReportFile> ReportFiles => Set<KeptReportFile>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<RoleAtPlace> Roles => Set<RoleAtPlace>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<SessionStamp> SessionStamps => Set<SessionStamp>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ClosedDay> ClosedDays => Set<ClosedDay>();

    public DbSet<Recipient> Recipients => Set<Recipient>();

    public DbSet<OwnTemplate> OwnTemplates => Set<OwnTemplate>();

    public DbSet<RoutineVersion> RoutineVersions => Set<RoutineVersion>();

    public DbSet<InstallationValue> InstallationValues => Set<InstallationValue>();

    public DbSet<DoneRequest> DoneRequests => Set<DoneRequest>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<StoredMap> RegisterMaps => Set<StoredMap>();

    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    public DbSet<RegisterHead> Heads => Set<RegisterHead>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DiaryNumber>().HaveConversion<DiaryNumberConverter>();
        if (Database.IsSqlite()) configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Unit>().Property(u => u.Users).HasConversion(new JsonListConverter<UserCount>(), JsonListConverter<UserCount>.Comparer);
        model.Entity<Person>();
        model.Entity<RoleAtPlace>();
        model.Entity<SignIn>().HasKey(s => new { s.Provider, s.Subject });
        model.Entity<SessionStamp>().HasKey(s => s.PersonId);
        model.Entity<ApiKey>();
        model.Entity<ClosedDay>().HasKey(d => d.Day);
        model.Entity<Recipient>();
        model.Entity<OwnTemplate>();
        model.Entity<RoutineVersion>().HasKey(r => new { r.Name, r.Version });
        model.Entity<InstallationValue>().HasKey(v => v.Name);
        model.Entity<RegisterHead>().Property(h => h.Id).ValueGeneratedNever();
        model.Entity<OutboxMail>();
        model.Entity<DoneRequest>();
        MapCase(model.Entity<Case>());
        MapClock(model.Entity<CaseClock>());
        model.Entity<Callback>(callback =>
        {
            callback.ToTable("case_callback");
            callback.HasKey(c => new { c.CaseId, c.Number });
        });
        MapJournal(model.Entity<Event>());
        model.Entity<CaseAccess>().HasKey(a => new { a.CaseId, a.Key });
        model.Entity<CaseHidden>().HasKey(h => new { h.CaseId, h.PersonId });
        model.Entity<CaseCategory>().HasKey(c => new { c.CaseId, c.Tree, c.Code });
        model.Entity<CaseCategory>().HasQueryFilter(c => SeesAll || (Access.Any(a => a.CaseId == c.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == c.CaseId && h.PersonId == Who)));
        model.Entity<CountedView>();
        model.Entity<DutiesRead>().HasKey(d => new { d.PersonId, d.Routine, d.Version });

        model.Entity<DiarySeries>().HasKey(s => new { s.Series, s.Year });
        model.Entity<DiaryEntry>().HasKey(e => new { e.Series, e.Year, e.Number });
        model.Entity<Survey>().HasKey(a => a.CaseId);
        model.Entity<SurveyLink>().HasKey(l => l.Hash);
        model.Entity<PrintedForm>().HasKey(f => new { f.Year, f.Number });
        model.Entity<FormUse>().HasKey(u => new { u.Year, u.Number, u.CaseId });
        model.Entity<FormUse>().HasOne<PrintedForm>().WithMany().HasForeignKey(u => new { u.Year, u.Number }).OnDelete(DeleteBehavior.ClientNoAction);
        model.Entity<FormUse>().HasQueryFilter(u => SeesAll || (Access.Any(a => a.CaseId == u.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == u.CaseId && h.PersonId == Who)));
        model.Entity<ReadingVerdict>().HasKey(v => v.Sequence);
        model.Entity<JobLease>().HasKey(l => l.Name);
        model.Entity<DutyDone>().HasKey(d => new { d.Routine, d.Code, d.UnitId, d.Period, d.PersonId });
        model.Entity<ImportedRow>().HasKey(r => new { r.Register, r.Mark });
        model.Entity<StoredMap>().HasKey(m => m.Name);
        model.Entity<ImportDraft>();
        MapVault(model);
        MapDisclosure(model);
        MapImprovements(model.Entity<ImprovementPlan>());
        MapReports(model.Entity<CompiledReport>());
        model.Entity<RiseSignal>();
        MapThemes(model.Entity<Theme>());
        model.Entity<KeptReportFile>().HasKey(f => new { f.ReportId, f.IsOpen, f.Format });
        model.Entity<WorkplaceMeeting>();
        Relate(model);
        NameInSnakeCase(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if (property.IsPrimaryKey()) property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    private void MapCase(EntityTypeBuilder<Case> @case)
    {
        @case.ToTable("cases");
        @case.Ignore(c => c.Reference).Ignore(c => c.Offer).Ignore(c => c.NextClock).Ignore(c => c.Routine)
            .Ignore(c => c.NewEvents).Ignore(c => c.Secrets).Ignore(c => c.GoesToCoordinator).Ignore(c => c.WaitsForForwarding).Ignore(c => c.LeftDiaries);
        foreach (var field in new[] { "offeredUnitId", "offeredPersonId", "offeredBy", "offeredFromUnitId" }) @case.Property<Guid?>(field);
        @case.Property<DateTime?>("offeredAt");
        @case.Property<bool>("offeredUpwards");
        @case.Property(c => c.LastEventNumber).IsConcurrencyToken();
        @case.HasMany(c => c.Clocks).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.ClientNoAction);
        @case.HasMany(c => c.Callbacks).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.ClientNoAction);
        @case.HasMany(c => c.Categories).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.ClientCascade);
        @case.Navigation(c => c.Categories).HasField("categories").UsePropertyAccessMode(PropertyAccessMode.Field);
        @case.Property(c => c.Consultations).HasConversion(new JsonListConverter<Consultation>(), JsonListConverter<Consultation>.Comparer);
        @case.Property(c => c.Points).HasConversion(new JsonListConverter<CasePoint>(), JsonListConverter<CasePoint>.Comparer);
        @case.Property(c => c.Parts).HasConversion(new JsonListConverter<CasePart>(), JsonListConverter<CasePart>.Comparer);
        @case.Navigation(c => c.Clocks).HasField("clocks").UsePropertyAccessMode(PropertyAccessMode.Field);
        @case.Navigation(c => c.Callbacks).HasField("callbacks").UsePropertyAccessMode(PropertyAccessMode.Field);
        @case.HasQueryFilter(c => SeesAll || (Access.Any(a => a.CaseId == c.Id && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == c.Id && h.PersonId == Who)));
    }

    private void MapClock(EntityTypeBuilder<CaseClock> clock)
    {
        clock.HasKey(c => new { c.CaseId, c.Name });
        clock.Ignore(c => c.Due).Ignore(c => c.UrgentAt);
        clock.HasQueryFilter(c => SeesAll || (Access.Any(a => a.CaseId == c.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == c.CaseId && h.PersonId == Who)));
    }

    private void MapJournal(EntityTypeBuilder<Event> line)
    {
        line.ToTable("journal");
        line.HasKey(e => e.Sequence);
        line.HasQueryFilter(e => SeesAll || (e.CaseId != null && (Access.Any(a => a.CaseId == e.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == e.CaseId && h.PersonId == Who))));
    }

    private void MapVault(ModelBuilder model)
    {
        model.Entity<VaultKey>().HasKey(k => k.CaseId);
        model.Entity<VaultKey>().HasQueryFilter(k => SeesAll || (Access.Any(a => a.CaseId == k.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == k.CaseId && h.PersonId == Who)));
        model.Entity<VaultEntry>().HasKey(e => new { e.CaseId, e.Field });
        model.Entity<VaultEntry>().HasQueryFilter(e => SeesAll || (Access.Any(a => a.CaseId == e.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == e.CaseId && h.PersonId == Who)));
        model.Entity<CallerToken>().HasKey(t => new { t.CaseId, t.Mark });
        model.Entity<CallerToken>().HasQueryFilter(t => SeesAll || (Access.Any(a => a.CaseId == t.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == t.CaseId && h.PersonId == Who)));
        model.Entity<Attachment>().HasKey(a => new { a.CaseId, a.Number });
        model.Entity<Attachment>().HasQueryFilter(f => SeesAll || (Access.Any(a => a.CaseId == f.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == f.CaseId && h.PersonId == Who)));
    }

    // Outside the gate of cases: who reads a plan is the plan's own rule, and it tells of nobody.
    private static void MapImprovements(EntityTypeBuilder<ImprovementPlan> plan)
    {
        plan.Ignore(p => p.ChangedOn);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.Property(p => p.Cases).HasConversion(new JsonListConverter<long>(), JsonListConverter<long>.Comparer);
        plan.Property(p => p.Actions).HasConversion(new JsonListConverter<PlannedAction>(), JsonListConverter<PlannedAction>.Comparer);
        plan.Property(p => p.FollowUps).HasConversion(new JsonListConverter<FollowUp>(), JsonListConverter<FollowUp>.Comparer);
        plan.Property(p => p.Adoptions).HasConversion(new JsonListConverter<Adoption>(), JsonListConverter<Adoption>.Comparer);
    }

    private static void MapThemes(EntityTypeBuilder<Theme> theme)
    {
        theme.Ignore(t => t.IsLookedInto);
        theme.Property(t => t.Version).IsConcurrencyToken();
        theme.Property(t => t.Cases).HasConversion(new JsonListConverter<long>(), JsonListConverter<long>.Comparer);
    }

    private static void MapReports(EntityTypeBuilder<CompiledReport> report)
    {
        report.Ignore(r => r.Span).Ignore(r => r.IsSigned);
        report.Property(r => r.Version).IsConcurrencyToken();
        report.Property(r => r.Texts).HasConversion(new JsonListConverter<AskedText>(), JsonListConverter<AskedText>.Comparer);
        report.Property(r => r.Examples).HasConversion(new JsonListConverter<ReportExample>(), JsonListConverter<ReportExample>.Comparer);
        report.Property(r => r.Deliveries).HasConversion(new JsonListConverter<ReportDelivery>(), JsonListConverter<ReportDelivery>.Comparer);
    }

    private void MapDisclosure(ModelBuilder model)
    {
        model.Entity<DisclosureRequest>();
        model.Entity<DisclosureDocument>().HasKey(d => new { d.RequestId, d.Number });
        model.Entity<DisclosureDocument>().Ignore(d => d.IsWhole).Ignore(d => d.Line).Ignore(d => d.Attachment);
        model.Entity<DisclosureDocument>().Property(d => d.Masks).HasConversion(new JsonListConverter<DisclosureMask>(), JsonListConverter<DisclosureMask>.Comparer);
        model.Entity<DisclosureDocument>().HasQueryFilter(d => SeesAll || (Access.Any(a => a.CaseId == d.CaseId && Keys.Contains(a.Key)) && !Hidden.Any(h => h.CaseId == d.CaseId && h.PersonId == Who)));
    }

    /// <summary>What must stand in the database before what: rows are written in this order. Nothing is ever deleted by way of these.</summary>
    private static void Relate(ModelBuilder model)
    {
        To<Unit, Unit>(u => u.ParentId);
        To<RoleAtPlace, Person>(r => r.PersonId);
        To<RoleAtPlace, Person>(r => r.StandsInFor);
        To<RoleAtPlace, Unit>(r => r.UnitId);
        To<SignIn, Person>(s => s.PersonId);
        To<SessionStamp, Person>(s => s.PersonId);
        To<ApiKey, Person>(k => k.PersonId);
        To<Case, Unit>(c => c.UnitId);
        To<Case, Person>(c => c.ResponsibleId);
        To<CaseAccess, Case>(a => a.CaseId);
        To<CaseHidden, Case>(h => h.CaseId);
        To<CaseHidden, Person>(h => h.PersonId);
        To<DutiesRead, Person>(d => d.PersonId);
        To<DutyDone, Person>(d => d.PersonId);
        To<Survey, Case>(a => a.CaseId);
        To<Survey, Unit>(a => a.UnitId);
        To<SurveyLink, Case>(l => l.CaseId);
        To<DutyDone, Unit>(d => d.UnitId);
        To<CountedView, Unit>(v => v.UnitId);
        To<DiaryEntry, Case>(e => e.CaseId);
        To<VaultKey, Case>(k => k.CaseId);
        To<VaultEntry, Case>(e => e.CaseId);
        To<Attachment, Case>(a => a.CaseId);
        To<CallerToken, Case>(t => t.CaseId);
        To<PrintedForm, Unit>(f => f.UnitId);
        To<PrintedForm, Person>(f => f.PrintedBy);
        To<FormUse, Case>(u => u.CaseId);
        To<ReadingVerdict, Person>(v => v.By);
        To<DisclosureRequest, Unit>(r => r.UnitId);
        To<DisclosureRequest, Person>(r => r.RegisteredBy);
        To<DisclosureRequest, Person>(r => r.DecidedBy);
        To<DisclosureDocument, DisclosureRequest>(d => d.RequestId);
        To<DisclosureDocument, Case>(d => d.CaseId);
        To<DisclosureDocument, Person>(d => d.PickedBy);
        To<ImprovementPlan, Unit>(p => p.UnitId);
        To<ImprovementPlan, Person>(p => p.StartedBy);
        To<ImprovementPlan, Person>(p => p.PublishedBy);
        To<WorkplaceMeeting, Unit>(m => m.UnitId);
        To<CompiledReport, Unit>(r => r.UnitId);
        To<CompiledReport, Person>(r => r.StartedBy);
        To<CompiledReport, Person>(r => r.SignedBy);
        To<RiseSignal, Unit>(s => s.UnitId);
        To<RiseSignal, Person>(s => s.AnsweredBy);
        To<Theme, Unit>(t => t.UnitId);
        To<Theme, Person>(t => t.StartedBy);
        To<Theme, Person>(t => t.InvestigatorId);
        To<Theme, Person>(t => t.FoundBy);
        To<KeptReportFile, CompiledReport>(f => f.ReportId);
        To<WorkplaceMeeting, Person>(m => m.NotedBy);
        To<ImportedRow, Case>(r => r.CaseId);
        To<ImportDraft, Person>(d => d.By);
        To<OutboxMail, Case>(m => m.CaseId);
        To<OutboxMail, Person>(m => m.PersonId);

        void To<TFrom, TTo>(System.Linq.Expressions.Expression<Func<TFrom, object?>> key) where TFrom : class where TTo : class =>
            model.Entity<TFrom>().HasOne<TTo>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.ClientNoAction);
    }

    /// <summary>Table and column names are the class's and property's own, in snake_case.</summary>
    private static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.ClrType == typeof(StoredMap)) entity.SetTableName("register_map");
            else if (entity.ClrType != typeof(Case) && entity.ClrType != typeof(Event) && entity.ClrType != typeof(Callback))
            {
                entity.SetTableName(Snake(entity.ClrType.Name));
            }

            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
        }
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : $"{c}"));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    // Sixteen bytes, most significant first, so that keys sort by age as they do in PostgreSQL.
    private sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(v => v.ToByteArray(true), v => new Guid(v, true));

    private sealed class DiaryNumberConverter() : ValueConverter<DiaryNumber, string>(number => number.ToString(), text => Read(text))
    {
        private static DiaryNumber Read(string text) => DiaryNumber.TryParse(text, out var number) ? number : throw new FormatException("A diary number is like SN 2026-0001.");
    }

    // A short list that is read and written with its case, as JSON in one column.
    private sealed class JsonListConverter<T>() : ValueConverter<IReadOnlyList<T>, string>(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Web)!)
    {
        public static ValueComparer<IReadOnlyList<T>> Comparer { get; } = new((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list);
    }
}
