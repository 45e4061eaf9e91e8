using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Disclosure;
using Gava.Operations.History;
using Gava.Operations.Vault;
using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>GDPR article 16, docs/decisions/0025: what was wrong about the person is put right, and stays beside what is right.</summary>
public sealed class CorrectingTests
{
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Phone = "070-174 06 05", Email = "elsa@exempel.example" };

    [Fact]
    public async Task What_is_right_takes_the_place_of_what_was_wrong_in_the_vault_the_caller_index_and_the_masking()
    {
        await using var floor = await Floor.StartAsync();
        // The name was heard wrong; what the text says was right, and odd enough to slip through.
        var reference = await floor.RegisterAsync(text: "Xerxa väntade hela dagen.", complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");
        var (vault, callers) = (floor.Get<VaultDesk>(), floor.Get<CallerDesk>());

        await floor.Desk.CorrectDetailsAsync(amal, reference, new(null), new(Name: "Xerxa Bergvall", Phone: "070-174 06 99", Address: "Storgatan 1\n123 45 Almvik"));

        var opened = await vault.OpenAsync(amal, reference, "contact");
        Assert.Equal(("Xerxa Bergvall", "070-174 06 99", "elsa@exempel.example", "Storgatan 1\n123 45 Almvik"), (opened.Complainant.Name, opened.Complainant.Phone, opened.Complainant.Email, opened.Complainant.Address));
        var view = await floor.Get<CaseReading>().OpenAsync(amal, reference);
        var line = Assert.Single(view.Journal, e => e.Kind == EventKind.DetailsCorrected);
        Assert.Equal(("name,phone,address", null, null), (line.Subject, line.Text, line.Why));
        Assert.Equal("Rättade personens uppgifter: namn, telefon, adress", Swedish.Title(line, await floor.OrganisationAsync(), view.Routine));
        Assert.Equal(Elsa, opened.Before[line.Number]);

        // Found by what is right only.
        foreach (var right in new[] { "Xerxa Bergvall", "070 174 06 99", "elsa@exempel.example" }) Assert.Single(await callers.FindAsync(amal, right, "calls"));
        foreach (var wrong in new[] { "Elsa Bergström", "070-174 06 05" }) Assert.Empty(await callers.FindAsync(amal, wrong, "calls"));

        // Both names are the same person's in what is written from now on.
        await floor.Desk.NoteAsync(amal, reference, new(null), "Xerxa Bergvall ringde. Elsa Bergström är hon inte.");
        view = await floor.Get<CaseReading>().OpenAsync(amal, reference);
        Assert.Equal("[personen] ringde. [personen] är hon inte.", view.Journal[^1].Text);
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    // R-REG-02: a name that stood in the open since it is a word like any other
    [Fact]
    public async Task A_name_that_is_put_right_is_hidden_where_the_register_already_has_it()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.NoteAsync(amal, reference, new(null), "Jag sökte granen idag.");
        Assert.Contains("granen", (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Journal[^1].Text, StringComparison.Ordinal);

        await floor.Desk.CorrectDetailsAsync(amal, reference, new(null), new(Name: "Granen"));

        var journal = (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Journal;
        Assert.DoesNotContain(journal, e => e.Text?.Contains("granen", StringComparison.OrdinalIgnoreCase) == true);
        Assert.Contains(journal, e => e.Text == "Jag sökte [personen] idag.");
        Assert.Equal([EventKind.DetailsCorrected, EventKind.Masked], journal.TakeLast(2).Select(e => e.Kind));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Only_those_who_handle_it_and_may_open_its_vault_put_it_right_and_only_what_can_be_right()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(complainant: Elsa);
        Assert.Equal("details-same", await RefusedAsync("amal", new(Name: "Elsa Bergström", Phone: " 070-174 06 05 ")));
        Assert.Equal("phone", await RefusedAsync("amal", new(Phone: "ring mig")));
        Assert.Equal("email", await RefusedAsync("amal", new(Email: "elsa")));
        foreach (var who in new[] { "rut", "kerstin" }) Assert.Equal("not-yours", await RefusedAsync(who, new(Name: "Någon Annan")));
        await Assert.ThrowsAsync<NotFound>(async () => await floor.Desk.CorrectDetailsAsync(await floor.ViewerAsync("johan"), reference, new(null), new(Name: "Någon Annan")));
        await using (var database = floor.Database()) Assert.False(await database.Journal.AnyAsync(e => e.Kind == EventKind.DetailsCorrected));

        // Protected: from then on two, and the one who heard of it is the second.
        await floor.Desk.CorrectDetailsAsync(await floor.ViewerAsync("maria"), reference, new(null), new(Protected: true));
        await floor.Desk.CorrectDetailsAsync(await floor.ViewerAsync("amal"), reference, new(null), new(Phone: "070-174 06 98"));
        await floor.Desk.CorrectDetailsAsync(await floor.ViewerAsync("maria"), reference, new(null), new(Phone: "070-174 06 97"));
        Assert.Equal("vault-not-yours", await RefusedAsync("gunnar", new(Phone: "070-174 06 96")));
        Assert.Equal("vault-not-yours", (await Assert.ThrowsAsync<RuleBroken>(async () => await floor.Get<VaultDesk>().OpenAsync(await floor.ViewerAsync("gunnar"), reference, "contact"))).Code);
        var opened = await floor.Get<VaultDesk>().OpenAsync(await floor.ViewerAsync("maria"), reference, "contact");
        Assert.Equal([Elsa.Phone, Elsa.Phone, "070-174 06 98"], opened.Before.OrderBy(b => b.Key).Select(b => b.Value.Phone));

        async Task<string> RefusedAsync(string who, Corrections put) =>
            (await Assert.ThrowsAsync<RuleBroken>(async () => await floor.Desk.CorrectDetailsAsync(await floor.ViewerAsync(who), reference, new(null), put))).Code;
    }

    [Fact]
    public async Task Somebody_who_could_not_be_reached_can_be_told_and_answered_from_then_on_and_the_other_way_round()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(complainant: new());
        var amal = await floor.ViewerAsync("amal");
        var before = (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Case;
        Assert.Equal((false, Way.None), (before.CanBeReached, before.ReplyWay));

        await floor.Desk.CorrectDetailsAsync(amal, reference, new(null), new(Email: "elsa@exempel.example"));
        var after = (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Case;
        Assert.Equal((true, Way.Email), (after.CanBeReached, after.ReplyWay));
        Assert.True(after.Clocks.Count > before.Clocks.Count);
        await floor.Desk.GiveFeedbackAsync(amal, reference, new(null), "Vi har börjat.", "investigation", Way.Email, null);

        await floor.Desk.CorrectDetailsAsync(amal, reference, new(null), new(Email: "", Phone: "070-174 06 05"));
        after = (await floor.Get<CaseReading>().OpenAsync(amal, reference)).Case;
        Assert.Equal((true, Way.Phone), (after.CanBeReached, after.ReplyWay));
        Assert.Equal("cannot-be-reached", (await Assert.ThrowsAsync<RuleBroken>(() => floor.Desk.GiveFeedbackAsync(amal, reference, new(null), "Vi har börjat.", "investigation", Way.Email, null))).Code);
    }

    [Fact]
    public async Task What_was_put_right_is_in_the_persons_extract_and_goes_with_the_vault()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.ReplyAsync(amal, reference, new(null), "Tack. Jag beklagar.", Way.Phone);
        await floor.Desk.CloseAsync(amal, reference, new(null), "Klart.", "Ett missförstånd.");
        await floor.Desk.CorrectDetailsAsync(amal, reference, new(null), new(Phone: "070-174 06 99"));

        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(await floor.Get<ExtractDesk>().MakeAsync(await floor.ViewerAsync("rut"), [reference], "idCard", Swedish.Title)));
        using var json = new StreamReader(package.GetEntry("registerutdrag.json")!.Open());
        var told = await json.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("070-174 06 99", told, StringComparison.Ordinal);
        Assert.Contains("070-174 06 05", told, StringComparison.Ordinal);

        await floor.SqlAsync($"DELETE FROM vault_entry WHERE case_id = {reference.Number}; DELETE FROM vault_key WHERE case_id = {reference.Number}");
        Assert.Equal("disposed", (await Assert.ThrowsAsync<RuleBroken>(() => floor.Desk.CorrectDetailsAsync(amal, reference, new(null), new(Phone: "070-174 06 98")))).Code);
    }

    [Fact]
    public async Task The_page_opens_the_details_first_which_is_logged_and_keeps_what_is_typed_when_it_is_refused()
    {
        await using var work = Work.On(await TestApp.StartAsync());
        var reference = await work.CaseOfAmal();
        var amal = await work.As("amal");
        var closed = await amal.GetAsync($"/arenden/{reference}/ratta-uppgifter");
        Assert.DoesNotContain("Elsa", closed.Source, StringComparison.Ordinal);

        var form = await closed.SubmitAsync(("open", "true"));
        Assert.Equal(("Elsa Exempel", "070-174 06 05"), (form.Value("Input.Name"), form.Value("Input.Phone")));
        Assert.Contains("Rätta uppgifter", (await amal.GetAsync($"/arenden/{reference}/lasningar")).Text, StringComparison.Ordinal);
        // The line that tells of the opening is a newer one than what the first page showed.
        var refused = await form.SubmitAsync(("Input.Email", "inte en adress"));
        Assert.Equal((400, "inte en adress", "Elsa Exempel"), (refused.Status, refused.Value("Input.Email"), refused.Value("Input.Name")));
        var done = await refused.SubmitAsync(("Input.Email", "elsa.e@exempel.example"), ("Input.Name", "Elsa Exempelsson"));
        Assert.Equal(200, done.Status);
        Assert.Contains("Uppgifterna är rättade.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Rättade personens uppgifter: namn, e-post", done.Text, StringComparison.Ordinal);
        var vault = await (await amal.GetAsync($"/arenden/{reference}/uppgifter")).SubmitAsync(("Input.Reason", "contact"));
        Assert.Contains("Elsa Exempelsson", vault.Text, StringComparison.Ordinal);
        Assert.Contains("Så stod det till", vault.Text, StringComparison.Ordinal);
    }
}
