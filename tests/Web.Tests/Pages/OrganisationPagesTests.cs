using Gava.Domain.History;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Pages;

/// <summary>R-ESC-01, R-REG-07, R-FLOW-08, R-IN-10: the organisation is kept in pages, and each change is in the journal.</summary>
public sealed class OrganisationPagesTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Everybody_reads_the_tree_and_finds_a_place_by_its_name()
    {
        var amal = await app.SignInAsync("amal");
        var tree = await amal.GetAsync("/organisation");
        Assert.Contains("Boendestöd Centrum", tree.Text, StringComparison.Ordinal);
        Assert.Contains("Maria Lindqvist", tree.Text, StringComparison.Ordinal);
        var found = await amal.GetAsync("/organisation?q=solsidan");
        Assert.Contains("Dagverksamheten Solsidan", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Boendestöd Centrum", found.Text, StringComparison.Ordinal);
        Assert.Contains("Ingen enhet heter så", (await amal.GetAsync("/organisation?q=finnsinte")).Text, StringComparison.Ordinal);
        Assert.NotNull(tree.Document.QuerySelector("nav a[href='/organisation']"));
    }

    [Fact] // R-REG-07
    public async Task A_place_tells_who_works_there_and_who_registers()
    {
        var page = await (await app.SignInAsync("maria")).GetAsync("/organisation/socialpsykiatri");
        Assert.Equal("Peter Hallgren", page.Document.QuerySelectorAll(".facts div").Single(d => d.QuerySelector("dt")!.TextContent == "Registreringsansvarig").QuerySelector("dd")!.TextContent);
        Assert.Contains("Enhetschef", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tidigare (1)", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href$='/avveckla']"));
        Assert.Equal(404, (await (await app.SignInAsync("maria")).GetAsync("/organisation/finns-inte")).Status);
    }

    [Fact]
    public async Task A_place_is_added_changed_moved_and_ended()
    {
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/aldreomsorg/ny");
        var refused = await form.SubmitAsync(("Input.Name", ""), ("Input.Phone", "ring oss"));
        Assert.Equal(400, refused.Status);
        Assert.Equal("ring oss", refused.Value("Input.Phone"));
        var added = await form.SubmitAsync(("Input.Name", "Hemtjänst Öster"), ("Input.Kind", "Unit"), ("Input.Address", "Östervägen 1\n123 00 Almvik"));
        Assert.Equal("/organisation/hemtjanst-oster", added.Path);
        Assert.Contains("Hemtjänst Öster är tillagd.", added.Text, StringComparison.Ordinal);

        var change = await admin.GetAsync("/organisation/hemtjanst-oster/andra");
        Assert.Contains("ett heltal från 1 till 1 000 000", (await change.SubmitAsync(("Input.Users", "en hel del"))).Text, StringComparison.Ordinal);
        var changed = await change.SubmitAsync(("Input.Name", "Hemtjänst Ö"), ("Input.Parent", "stadsdel"), ("Input.Users", "1 250"));
        Assert.Contains("1 250", changed.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("under Stadsdelsförvaltningen Kvarnby", changed.Text, StringComparison.Ordinal);
        var stale = await change.SubmitAsync(("Input.Name", "Hemtjänst Österut"));
        Assert.Equal(409, stale.Status);
        Assert.Equal("Hemtjänst Österut", stale.Value("Input.Name"));

        var ended = await (await admin.GetAsync("/organisation/hemtjanst-oster/avveckla")).SubmitAsync();
        Assert.Contains("Enheten är avvecklad.", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemtjänst Ö", (await admin.GetAsync("/arenden/nytt")).Text, StringComparison.Ordinal);
        Assert.Contains("Avvecklade enheter (1)", (await admin.GetAsync("/organisation")).Text, StringComparison.Ordinal);
        Assert.Equal([EventKind.UnitAdded, EventKind.UnitMoved, EventKind.UnitEnded], await LinesAsync("hemtjanst-oster"));
    }

    [Fact]
    public async Task A_place_with_cases_asks_where_they_go()
    {
        await RegisterAsync();
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/socialpsykiatri/avveckla");
        Assert.Contains("Ett öppet ärende flyttar.", form.Text, StringComparison.Ordinal);
        var refused = await form.SubmitAsync(("Input.To", ""));
        Assert.Equal(400, refused.Status);
        Assert.Contains("Det finns ett öppet ärende här. Välj vart det går.", refused.Text, StringComparison.Ordinal);
        var done = await form.SubmitAsync(("Input.To", "traffpunkten"));
        Assert.Contains("Ett ärende gick vidare.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_added_with_a_password_that_is_shown_once_and_works()
    {
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/ny-person?enhet=hemtjanst-norr");
        var refused = await form.SubmitAsync(("Input.Name", "Anna Berg"), ("Input.UserName", "amal"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("Användarnamnet används redan. Välj ett annat.", refused.Text, StringComparison.Ordinal);
        var added = await form.SubmitAsync(("Input.Name", "Anna Berg"), ("Input.UserName", "anna.berg"), ("Input.Title", "Undersköterska"));
        var password = added.Document.QuerySelector(".code")!.TextContent;
        Assert.Matches("^([a-z2-9]{4}-){3}[a-z2-9]{4}$", password);

        var anna = app.Anonymous();
        Assert.Equal("/start", (await (await anna.GetAsync("/logga-in")).SubmitAsync(("username", "anna.berg"), ("password", password))).Path);
        Assert.DoesNotContain(password, (await admin.GetAsync("/organisation/personer/anna.berg")).Source, StringComparison.Ordinal);

        var again = await (await admin.GetAsync("/organisation/personer/anna.berg/nytt-losenord")).SubmitAsync();
        Assert.NotEqual(password, again.Document.QuerySelector(".code")!.TextContent);
        // A session's end is heard of within a second.
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        Assert.Equal("/logga-in", (await anna.GetAsync("/start")).Path.Split('?')[0]);
        Assert.Equal([EventKind.PersonAdded, EventKind.RoleGiven, EventKind.PasswordSet], await LinesAsync("anna.berg"));
    }

    [Fact]
    public async Task A_stand_in_has_the_same_roles_and_a_last_day()
    {
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/personer/peter/vikarie");
        var refused = await form.SubmitAsync(("Input.StandsInFor", "maria"));
        Assert.Contains("Skriv sista dagen. En vikarie har alltid en.", refused.Text, StringComparison.Ordinal);
        var saved = await form.SubmitAsync(("Input.StandsInFor", "maria"), ("Input.Until", "2026-05-31"));
        Assert.Contains("Enhetschef, vikarie för Maria Lindqvist", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Vikarier Peter Hallgren", (await admin.GetAsync("/organisation/personer/maria")).Text, StringComparison.Ordinal);
        var reference = await RegisterAsync();
        Assert.Equal(200, (await (await app.SignInAsync("peter")).GetAsync($"/arenden/{reference}/svara")).Status);
    }

    [Fact]
    public async Task A_role_is_given_and_ended()
    {
        var admin = await app.SignInAsync("admin");
        var given = await (await admin.GetAsync("/organisation/personer/ali/ny-roll")).SubmitAsync(("Input.Unit", "hemtjanst-soder"), ("Input.Role", "RegistrationOfficer"), ("Input.From", "2026-05-01"));
        Assert.Contains("Hemtjänst Söder", given.Text, StringComparison.Ordinal);
        var twice = await (await admin.GetAsync("/organisation/personer/ali/ny-roll")).SubmitAsync(("Input.Unit", "hemtjanst-soder"), ("Input.Role", "RegistrationOfficer"));
        Assert.Equal(400, twice.Status);
        var end = given.Document.QuerySelectorAll("a[href*='/avsluta-roll/']").Select(a => a.GetAttribute("href")!).Last();
        var ended = await (await admin.GetAsync(end)).SubmitAsync(("Input.Until", "2026-06-30"));
        Assert.Contains("1 maj – ", ended.Text, StringComparison.Ordinal);
        Assert.Contains("30 juni", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_shows_what_hangs_on_them_and_asks_who_takes_it()
    {
        var reference = await RegisterAsync();
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/personer/amal/slutar");
        Assert.Contains($"{reference}, Boendestöd Centrum: ansvarar för det", form.Text, StringComparison.Ordinal);
        var refused = await form.SubmitAsync();
        Assert.Equal(400, refused.Status);
        Assert.Contains("Ett öppet ärende behöver någon annan. Välj vem som tar över.", refused.Text, StringComparison.Ordinal);
        var left = await form.SubmitAsync(("Input.To", "peter"));
        Assert.Contains("Amal Warsame har slutat. Ett ärende har någon annan nu.", left.Text, StringComparison.Ordinal);
        var @case = await (await app.SignInAsync("peter")).GetAsync($"/arenden/{reference}");
        Assert.Contains("Peter Hallgren tog över efter Amal Warsame", @case.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await (await admin.GetAsync("/organisation/personer/admin/slutar")).SubmitAsync()).Status);
    }

    [Fact]
    public async Task A_closed_day_says_what_moves_before_and_after()
    {
        var reference = await RegisterAsync();
        var maria = await app.SignInAsync("maria");
        Assert.Contains("måndag 4 maj", (await maria.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/lediga-dagar");
        Assert.Contains("första maj", form.Text, StringComparison.Ordinal);
        var looked = await form.SubmitAsync(("Input.Day", "2026-04-29"), ("Input.Name", "utbildningsdag"), ("do", "granska"));
        Assert.Contains("tider i ett ärende flyttas.", looked.Text, StringComparison.Ordinal);
        Assert.Contains("Kommunen har inga egna stängda dagar", looked.Text, StringComparison.Ordinal);
        var closed = await looked.SubmitAsync(("do", "stang"));
        Assert.Contains("tider i ett ärende flyttades.", closed.Text, StringComparison.Ordinal);
        Assert.Contains("tisdag 5 maj", (await maria.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        var opened = await (await admin.GetAsync("/organisation/lediga-dagar/2026-04-29")).SubmitAsync();
        Assert.Contains("räknas som vanligt igen.", opened.Text, StringComparison.Ordinal);
        Assert.Contains("måndag 4 maj", (await maria.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        var refused = await form.SubmitAsync(("Input.Day", "2026-05-01"), ("Input.Name", "ledig"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("Den dagen är redan ledig (första maj).", refused.Text, StringComparison.Ordinal);
    }

    [Fact] // R-FLOW-08, R-IN-10
    public async Task Where_to_turn_is_kept_by_the_municipality_and_offered_in_the_case()
    {
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/mottagare/ny");
        var refused = await form.SubmitAsync(("Input.Name", "Konsumentverket"), ("Input.WhatFor", "Råd om köp."), ("Input.Web", "inte en adress"));
        Assert.Equal(400, refused.Status);
        var added = await form.SubmitAsync(("Input.Name", "Konsumentverket"), ("Input.WhatFor", "Råd om köp."), ("Input.Web", "www.konsumentverket.se"));
        Assert.Contains("Konsumentverket är tillagd.", added.Text, StringComparison.Ordinal);

        var reference = await RegisterAsync();
        var amal = await app.SignInAsync("amal");
        Assert.NotNull((await amal.GetAsync($"/arenden/{reference}/lamna-vidare")).Document.QuerySelector("datalist option[value='Konsumentverket']"));
        var told = await (await amal.GetAsync($"/arenden/{reference}/hanvisa")).SubmitAsync(("Input.Bodies", "Konsumentverket"), ("Input.Text", "Hyresnämnden"));
        Assert.Contains("Konsumentverket, Hyresnämnden", told.Document.QuerySelectorAll(".said").Select(e => e.TextContent));

        var link = added.Document.QuerySelectorAll("a").First(a => a.TextContent == "Ändra Konsumentverket").GetAttribute("href")!;
        var changed = await (await admin.GetAsync(link)).SubmitAsync(("Input.Phone", "0771-42 33 00"));
        Assert.Contains("0771-42 33 00", changed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Konsumentverket", (await (await admin.GetAsync(link)).SubmitAsync(("do", "ta-bort"))).Document.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_the_municipality_goes_before_the_routines_own()
    {
        var admin = await app.SignInAsync("admin");
        var form = await admin.GetAsync("/organisation/mallar/ny");
        var refused = await form.SubmitAsync(("Input.Subject", "Svar"), ("Input.Text", "Hej {namn}!"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("Mallen kan inte fylla i {namn}. Det som finns är {reference}, {unit}, {handler}, {due}, {kind}.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Hej {namn}!", refused.Value("Input.Text"));
        var looked = await form.SubmitAsync(("Input.Subject", "Svar i {reference}"), ("Input.Text", "Almvik svarar i {reference}."), ("Input.Kind", "complaint"), ("do", "granska"));
        Assert.Contains("Almvik svarar i 2026-000123.", looked.Text, StringComparison.Ordinal);
        Assert.Contains("Mallen är sparad.", (await looked.SubmitAsync()).Text, StringComparison.Ordinal);

        var reference = await RegisterAsync();
        var draft = await (await app.SignInAsync("maria")).GetAsync($"/arenden/{reference}/forslag");
        Assert.Equal($"Almvik svarar i {reference}.", draft.Value("Input.Text"));
    }

    private async Task<List<EventKind>> LinesAsync(string about)
    {
        await using var database = app.Database();
        return await database.Journal.Where(e => e.CaseId == null && e.Subject!.StartsWith(about)).OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync();
    }

    private async Task<string> RegisterAsync()
    {
        var amal = await app.SignInAsync("amal");
        var page = await amal.GetAsync("/arenden/nytt");
        var done = await page.SubmitAsync(("Input.Text", "Ingen kom i morse."), ("Input.Kind", "complaint"), ("Input.Channel", "phone"), ("Input.Unit", "socialpsykiatri"),
            ("Input.ReceivedAt", "2026-04-24T14:00"), ("Input.Name", "Elsa Exempel"), ("Input.Phone", "070-174 06 05"), ("Input.Reply", "phone"));
        return done.Path.Split('/')[^1].Split('?')[0];
    }
}
