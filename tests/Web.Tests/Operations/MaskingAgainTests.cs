using System.Text;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.Vault;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-REG-02, R-SEC-02: what slipped through can be hidden afterwards, everywhere, and the journal still proves itself.</summary>
public sealed class MaskingAgainTests
{
    private const string Slipped = "kvicksilvret";

    [Fact]
    public async Task A_name_that_slipped_through_is_hidden_in_text_journal_search_and_files_and_the_vault_keeps_it()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: $"Hon som alla kallar {Slipped} kom inte.");
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.NoteAsync(amal, reference, new(null), $"Det var {Slipped} igen, sa Lisa Ek.");
        await floor.Desk.NoteAsync(amal, reference, new(null), "Inget att dölja här.");
        await floor.Desk.TellWhereToTurnAsync(amal, reference, new(null), $"Ring {Slipped}.");
        Assert.Equal(1, (await SearchAsync(floor, amal)));

        await floor.Desk.MaskAsync(amal, reference, new(null), [Slipped], _ => PersonRole.Staff);

        var view = await floor.Get<CaseReading>().OpenAsync(amal, reference);
        Assert.Equal("Hon som alla kallar [medarbetare] kom inte.", view.Case.Text);
        Assert.Contains("Det var [medarbetare] igen, sa [namn].", view.Journal.Select(e => e.Text));
        Assert.Contains("Ring [medarbetare].", view.Journal.Select(e => e.Text));
        var line = view.Journal.Single(e => e.Kind == EventKind.Masked);
        Assert.Equal(amal.Id, line.By);
        Assert.Equal(2, Chain.Vouched(line.Subject).Count());
        Assert.Equal(0, await SearchAsync(floor, amal));
        var opened = await floor.Get<VaultDesk>().OpenAsync(amal, reference, "contact");
        Assert.Contains($"Det var {Slipped} igen, sa Lisa Ek.", opened.Lines.Values);
        Assert.Contains(opened.People, p => p.Label == "medarbetare" && p.Names.Contains(Slipped));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
        if (Floor.IsSqlite) Assert.False(await IsInFilesAsync(floor));
        else Assert.Equal(0, await floor.CountAsync($"SELECT count(*) FROM journal WHERE text ILIKE '%{Slipped}%'"));
    }

    [Fact]
    public async Task Only_the_words_that_a_line_vouches_for_pass_the_check()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync();
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.NoteAsync(amal, reference, new(null), $"Det var {Slipped}.");
        await floor.Desk.MaskAsync(amal, reference, new(null), [Slipped]);
        // Twice in the same line: the later word counts.
        await floor.Desk.MaskAsync(amal, reference, new(null), ["Det var"]);
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);

        await floor.SqlAsync("UPDATE journal SET text = 'Det var någon annan.' WHERE kind = 'Noted'");

        Assert.Contains("har ändrats", (await floor.Get<JournalCheck>().VerifyAsync()).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hides_nothing_says_so_and_nobody_else_may_hide()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Hon heter ingenting.");
        var amal = await floor.ViewerAsync("amal");

        Assert.Equal("masking-nothing", (await Assert.ThrowsAsync<RuleBroken>(() => floor.Desk.MaskAsync(amal, reference, new(null), ["finns inte"]))).Code);
        Assert.Equal("masking-nothing", (await Assert.ThrowsAsync<RuleBroken>(() => floor.Desk.MaskAsync(amal, reference, new(null), []))).Code);
        await Assert.ThrowsAsync<NotFound>(async () => await floor.Desk.MaskAsync(await floor.ViewerAsync("johan"), reference, new(null), ["heter"]));
        await Assert.ThrowsAsync<StaleWrite>(() => floor.Desk.MaskAsync(amal, reference, new(1), ["heter"]));
        await floor.Desk.MaskAsync(await floor.ViewerAsync("kerstin"), reference, new(null), ["heter"]);
        Assert.Equal("Hon [namn] ingenting.", (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Case.Text);
    }

    [Fact]
    public async Task Two_texts_about_a_case_call_the_same_person_the_same()
    {
        await using var floor = await Floor.StartAsync();
        var amal = await floor.ViewerAsync("amal");
        var news = await floor.NewsAsync(text: "Lisa Ek och Omar Haddad kom inte.", complainant: new() { Name = "Elsa Bergström" });
        var people = PeopleInCase.Of(await floor.OrganisationAsync(), news.UnitId, StockholmTime.Today(floor.Clock), "Elsa Bergström", Relation.Self);
        var reference = (await floor.Desk.RegisterAsync(news with { Text = people.Mask(news.Text.Original), People = people.All }, amal)).Reference;

        await floor.Desk.NoteAsync(amal, reference, new(null), "Omar Haddad ringde Elsa Bergström, och Karin Holmlund hörde på.");
        await floor.Desk.NoteAsync(amal, reference, new(null), "Karin Holmlund ringde Lisa Ek.");

        var texts = (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Journal.Select(e => e.Text).ToList();
        Assert.Contains("[namn 2] ringde [personen], och [namn 3] hörde på.", texts);
        Assert.Contains("[namn 3] ringde [namn 1].", texts);
        Assert.Equal(4, (await floor.Get<VaultDesk>().OpenAsync(amal, reference, "contact")).People.Count);
    }

    // R-SEC-03: a name that is tried out in a note does not tell whom the register's words stand for
    [Fact]
    public async Task Whoever_may_not_open_the_vault_learns_nobody_by_writing_names()
    {
        await using var floor = await Floor.StartAsync();
        var (amal, johan) = (await floor.ViewerAsync("amal"), await floor.ViewerAsync("johan"));
        var news = await floor.NewsAsync(text: "Lisa Ek och Omar Haddad kom inte.", complainant: new() { Name = "Elsa Bergström" });
        var people = PeopleInCase.Of(await floor.OrganisationAsync(), news.UnitId, StockholmTime.Today(floor.Clock), "Elsa Bergström", Relation.Self);
        var reference = (await floor.Desk.RegisterAsync(news with { Text = people.Mask(news.Text.Original), People = people.All }, amal)).Reference;
        await floor.Desk.ConsultAsync(amal, reference, new(null), "johan", "Vad hände?");
        const string Guess = "Var det Elsa Bergström, Omar Haddad eller Karin Holmlund?";

        await floor.Desk.NoteAsync(johan, reference, new(null), Guess);
        await floor.Desk.NoteAsync(amal, reference, new(null), Guess);

        var notes = (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Journal.Where(e => e.Kind == EventKind.Noted).Select(e => e.Text);
        Assert.Equal(["Var det [namn], [namn] eller [namn]?", "Var det [personen], [namn 2] eller [namn 3]?"], notes);
    }

    // R-REG-02: a place that was taken for somebody
    [Fact]
    public async Task What_was_hidden_by_mistake_is_shown_again_in_text_journal_and_search_and_can_be_hidden_once_more()
    {
        await using var floor = await Floor.StartAsync();
        var (reference, amal) = (await floor.RegisterAsync(text: $"Vägen vid {Slipped} är trasig, säger Lisa Ek."), await floor.ViewerAsync("amal"));
        await floor.Desk.NoteAsync(amal, reference, new(null), $"Jag åkte till {Slipped}.");
        await floor.Desk.MaskAsync(amal, reference, new(null), [Slipped]);

        await floor.Desk.UnmaskAsync(amal, reference, new(null), [Slipped.ToUpperInvariant()], $"{Slipped} är en plats.");

        var view = await floor.Get<CaseReading>().OpenAsync(amal, reference);
        Assert.StartsWith($"Vägen vid {Slipped} är trasig, säger [", view.Case.Text, StringComparison.Ordinal);
        Assert.Contains($"Jag åkte till {Slipped}.", view.Journal.Select(e => e.Text));
        var line = view.Journal[^1];
        Assert.Equal((EventKind.Unmasked, amal.Id, "… är en plats."), (line.Kind, line.By, line.Text));
        Assert.Single(Chain.Vouched(line.Subject));
        Assert.Equal(1, await SearchAsync(floor, amal));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
        // Nobody is called so any more, and what is written after this shows it.
        Assert.DoesNotContain((await floor.Get<VaultDesk>().OpenAsync(amal, reference, "contact")).People, p => p.Names.Contains(Slipped));
        await floor.Desk.NoteAsync(amal, reference, new(null), $"Grävt klart vid {Slipped}.");
        Assert.Contains($"Grävt klart vid {Slipped}.", (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Journal.Select(e => e.Text));

        await floor.Desk.MaskAsync(amal, reference, new(null), [Slipped]);

        Assert.Equal(0, await SearchAsync(floor, amal));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Nothing_is_shown_again_without_a_reason_or_to_somebody_who_may_not_see_it_or_of_the_person()
    {
        await using var floor = await Floor.StartAsync();
        var (amal, johan) = (await floor.ViewerAsync("amal"), await floor.ViewerAsync("johan"));
        var news = await floor.NewsAsync(text: $"Elsa Bergström bor vid {Slipped}.", complainant: new() { Name = "Elsa Bergström" });
        var people = PeopleInCase.Of(await floor.OrganisationAsync(), news.UnitId, StockholmTime.Today(floor.Clock), "Elsa Bergström", Relation.Self);
        var reference = (await floor.Desk.RegisterAsync(news with { Text = people.Mask(news.Text.Original), People = people.All }, amal)).Reference;
        await floor.Desk.MaskAsync(amal, reference, new(null), [Slipped]);
        await floor.Desk.ConsultAsync(amal, reference, new(null), "johan", "Vad hände?");

        Assert.Equal("why-missing", await RefusedAsync(amal, Slipped, " "));
        Assert.Equal("unmasking-nothing", await RefusedAsync(amal, "finns inte", "En plats."));
        Assert.Equal("unmasking-personal", await RefusedAsync(amal, "Elsa Bergström", "En plats."));
        Assert.Equal("unmasking-personal", await RefusedAsync(amal, "bergströms", "En plats."));
        Assert.Equal("vault-not-yours", await RefusedAsync(johan, Slipped, "En plats."));
        await Assert.ThrowsAsync<StaleWrite>(() => floor.Desk.UnmaskAsync(amal, reference, new(1), [Slipped], "En plats."));
        Assert.DoesNotContain(Slipped, (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Case.Text, StringComparison.Ordinal);
        await floor.SqlAsync($"DELETE FROM vault_entry WHERE case_id = {reference.Number}; DELETE FROM vault_key WHERE case_id = {reference.Number}");
        Assert.Equal("disposed", await RefusedAsync(amal, Slipped, "En plats."));

        async Task<string> RefusedAsync(Gava.Domain.People.Viewer viewer, string word, string why) =>
            (await Assert.ThrowsAsync<RuleBroken>(() => floor.Desk.UnmaskAsync(viewer, reference, new(null), [word], why))).Code;
    }

    [Fact]
    public async Task The_page_opens_what_is_hidden_first_which_is_logged_and_keeps_the_choice_when_it_is_refused()
    {
        await using var work = Work.On(await TestApp.StartAsync());
        var reference = await work.CaseOfAmal();
        var amal = await work.As("amal");
        await work.Do("amal", reference, "mask", new { words = new[] { "Ingen" } });
        var closed = await amal.GetAsync($"/arenden/{reference}/dolj");
        Assert.Null(closed.Document.QuerySelector("[name=word]"));

        var form = await closed.SubmitToAsync("form:has([name=open])", ("open", "true"));
        Assert.Contains("Ingen", form.Document.QuerySelectorAll("[name=word]").Select(w => w.GetAttribute("value")));
        Assert.Contains("Rätta uppgifter", (await amal.GetAsync($"/arenden/{reference}/lasningar")).Text, StringComparison.Ordinal);
        var refused = await form.SubmitToAsync("form:has([name=show])", ("word", "Ingen"));
        Assert.Equal(400, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector("[name=word][value=Ingen][checked]"));
        var done = await refused.SubmitToAsync("form:has([name=show])", ("word", "Ingen"), ("Input.Why", "Det är ett vanligt ord."));

        Assert.Equal(200, done.Status);
        Assert.Contains("Det syns igen.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Visade något som inte behövde vara dolt", done.Text, StringComparison.Ordinal);
        Assert.Contains("Ingen kom", done.Text, StringComparison.Ordinal);
    }

    private static async Task<int> SearchAsync(Floor floor, Gava.Domain.People.Viewer viewer) =>
        await floor.Get<CaseSearch>().CountAsync(viewer, new CaseQuestion { Words = Slipped });

    private static async Task<bool> IsInFilesAsync(Floor floor)
    {
        var file = DatabaseAddress.Parse(floor.ConnectionString).File!;
        foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            if (Encoding.Latin1.GetString(bytes).Contains(Slipped, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
