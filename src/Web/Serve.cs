using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gava.Operations.Backups;
using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.Database;
using Gava.Operations.Demo;
using Gava.Operations.Diary;
using Gava.Operations.Disclosure;
using Gava.Operations.Documents;
using Gava.Operations.Forms;
using Gava.Operations.Gateways;
using Gava.Operations.History;
using Gava.Operations.Intake;
using Gava.Operations.Jobs;
using Gava.Operations.Learning;
using Gava.Operations.People;
using Gava.Operations.Registers;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Gava.Web.Api;
using Gava.Web.Pages;
using Gava.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gava.Web;

/// <summary>Builds the server: settings, services, doors. One method per concern, in the order in which a request meets them.</summary>
public static class Serve
{
    private const int LargestRequest = 210 * 1024 * 1024;

    /// <summary>The settings as ASP.NET reads them: appsettings.json beside the program, environment, command line.</summary>
    public static WebApplicationBuilder NewBuilder(string[] args)
    {
        // Settings are read once: nobody waits for a file to change.
        string[] all = [.. args, "--hostBuilder:reloadConfigOnChange=false"];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = all, ContentRootPath = GavaSettings.Program, ApplicationName = typeof(Serve).Assembly.GetName().Name });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        // Addresses can hold the key of a survey's link: what names them stays out of the log, also where more of the framework is let in.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        // Bound values of a failed query could be somebody's words.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None);
        // Faults.cs writes down what may be written: the framework's own lines repeat messages and stacks.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Gava.Web.Security.ApiKeyHandler", LogLevel.Warning);
        return builder;
    }

    /// <summary>The whole server, ready to start once its database is.</summary>
    /// <exception cref="SettingsFault">A setting cannot work.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? change = null)
    {
        var app = Assemble(builder, change);
        HangDoors(app);
        return app;
    }

    /// <summary>The server without its doors: what it consists of can be asked for.</summary>
    /// <exception cref="SettingsFault">A setting cannot work.</exception>
    public static WebApplication Assemble(WebApplicationBuilder builder, Action<IServiceCollection>? change = null)
    {
        var settings = GavaSettings.Read(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(GavaSettings.DefaultUrl);
        if (File.Exists(Path.Combine(GavaSettings.Program, "gava.staticwebassets.runtime.json"))) builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        AddOperations(builder.Services, settings);
        AddWeb(builder.Services, settings);
        change?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>The floor below: the same for the server and for every command.</summary>
    public static void AddOperations(IServiceCollection services, GavaSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Mail);
        services.AddSingleton(settings.Inbox);
        services.AddSingleton(provider => new GraphMailbox(settings.Graph, provider.GetRequiredService<TimeProvider>())).AddSingleton<GraphFolder>();
        services.AddSingleton(settings.Scanner).AddSingleton<FileScanner>().AddSingleton<UploadCheck>().AddSingleton<FileRescan>();
        services.AddSingleton(new PublicAddress(settings.PublicUrl));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => VaultKeys.CipherOf(settings));
        services.AddSingleton(_ => PdfFonts.Load(GavaSettings.FontsFolder));
        services.AddSingleton<PdfLetterWriter>().AddSingleton<PdfPaperWriter>().AddSingleton<PdfSheetWriter>();
        services.AddSingleton(provider => new Databases(settings.Database, provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>()));
        services.AddSingleton<WriteGate>().AddSingleton<OrganisationBook>().AddSingleton<RoutineBook>().AddSingleton<RoutineDesk>().AddSingleton<RecurringDesk>().AddSingleton<TemplateDesk>();
        services.AddSingleton<InstallationSecrets>().AddSingleton<FollowUpCodes>().AddSingleton<CallerIndex>().AddSingleton<VaultDesk>().AddSingleton<VaultCheck>();
        services.AddSingleton<EmergencyDesk>().AddSingleton<CallerDesk>().AddSingleton<CallerFilling>().AddSingleton<DisposalDesk>().AddSingleton<ReadingLog>();
        services.AddSingleton<ExtractDesk>().AddSingleton<DisclosureDesk>();
        services.AddSingleton<BackupDesk>().AddSingleton<RestoreDesk>();
        services.AddSingleton<VaultRotation>().AddSingleton<WrappedFiles>(_ => cipher => SessionKeys.Rewrap(settings, cipher));
        services.AddSingleton<SignInDesk>().AddSingleton<Administration>().AddSingleton<OrganisationDesk>().AddSingleton<RecipientDesk>();
        services.AddSingleton<EndingDesk>().AddSingleton<ClosedDayDesk>().AddSingleton<PlacesMoved>(provider => provider.GetRequiredService<EndingDesk>().FollowMoveAsync);
        services.AddSingleton<CaseWaking>().AddSingleton<Leases>().AddSingleton<Tidying>();
        services.AddSingleton<CaseDesk>().AddSingleton<CaseSearch>().AddSingleton<Desks>().AddSingleton<SimilarCases>().AddSingleton<SameSender>().AddSingleton<CaseReading>().AddSingleton<CitizenDesk>().AddSingleton<MailIntake>().AddSingleton<MailFolder>().AddSingleton<LetterDesk>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<DiaryDesk>().AddSingleton<PublicDiary>().AddSingleton<DiaryExport>();
        services.AddSingleton<CaseCounting>().AddSingleton<Remembered>().AddSingleton<ReportDesk>().AddSingleton<OpenStatistics>().AddSingleton<ReportFiles>().AddSingleton<CompilingDesk>().AddSingleton<SignalDesk>().AddSingleton<ThemeDesk>().AddSingleton<CategoryDesk>().AddSingleton<LearningReminders>().AddSingleton<ImprovementDesk>();
        services.AddSingleton<RegisterImport>().AddSingleton<RegisterExport>().AddSingleton<RegisterLines>().AddSingleton<ImportDrafts>();
        services.AddSingleton<JournalCheck>().AddSingleton<IPost, SmtpPost>().AddSingleton<Outbox>();
        services.AddSingleton<DemoMunicipality>().AddSingleton<Seeder>();
    }

    private static void AddWeb(IServiceCollection services, GavaSettings settings)
    {
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/");
            foreach (var open in new[] { "/Index", "/LoggaIn", "/Stilguide", "/Fel", "/Lamna", "/Blankett", "/BlankettVisa", "/Folj", "/Betyg", "/Personuppgifter", "/Tillganglighet", "/NiTyckte", "/NiTyckteInbaddad", "/Statistik" }) pages.Conventions.AllowAnonymousToPage(open);
        }).AddMvcOptions(options =>
        {
            Text.ModelMessages.InSwedish(options.ModelBindingMessageProvider);
            options.Filters.Add<NoOtherMethods>();
        });
        services.AddWebEncoders(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => form.ValueCountLimit = 2000);
        services.AddSingleton<System.Diagnostics.DistributedContextPropagator>(new NoForeignTrace());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "gava-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(said =>
        {
            said.Cookie.Name = "gava-said";
            said.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "gava-session";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(9);
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/logga-in";
                cookie.AccessDeniedPath = "/logga-in";
                cookie.ReturnUrlParameter = "till";
                cookie.Events.OnValidatePrincipal = Viewers.StillHolds;
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddAuthorization();
        services.AddSessionKeys(settings);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var network in settings.Proxies) forwarded.KnownIPNetworks.Add(network);
        });
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.AddSingleton<Sheets.SheetMaker>().AddSingleton<SignInLimit>().AddSingleton<CitizenLimit>().AddSingleton<Metrics>().AddSingleton<Schedule>().AddSingleton<JobBook>().AddSingleton<Readiness>();
        services.AddHostedService(provider => provider.GetRequiredService<Schedule>());
        services.AddGavaOpenApi();
    }

    /// <summary>Every way in, in the order in which a request meets what stands before it.</summary>
    public static void HangDoors(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseGavaHeaders();
        app.Services.GetRequiredService<Metrics>().Measure(app);
        app.UseExceptionHandler(error => error.Run(Faults.AnswerAsync));
        app.UseStatusCodePages(Faults.AnswerStatusAsync);
        StreamedForm.Use(app, Path.Combine(app.Services.GetRequiredService<GavaSettings>().Data, "uploads"));
        app.UseRouting();
        NoOtherMethods.Refuse(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().ShortCircuit();
        app.MapRazorPages();
        app.MapGavaApi();
        app.MapLessonFeed();
        app.MapOpenStatistics();
        app.MapProbes();
    }
}
