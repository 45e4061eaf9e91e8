using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-SEC-02, R-SEC-04, R-REG-03: who has read what, how it is followed up, and the ways to the vault beside the ordinary one.</summary>
public sealed class ReadingLogTests
{
    private const string Danger = "Samtalet bröts och han sa att han inte orkar mer.";
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Phone = "070-174 06 05", Email = "elsa.bergstrom@exempel.example" };

    [Fact]
    public async Task An_opening_is_told_to_the_reader_the_manager_and_the_complaints_manager_and_to_nobody_else()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        await floor.Get<VaultDesk>().OpenAsync(await floor.ViewerAsync("amal"), reference, "contact", "Elsa Bergström ville veta mer");

        foreach (var (userName, sees) in new[] { ("amal", true), ("maria", true), ("birgitta", true), ("kerstin", true), ("johan", false), ("lena", false), ("rut", false), ("peter", false), ("admin", false), ("vera", false) })
        {
            var found = await floor.Get<ReadingLog>().FindAsync(await floor.ViewerAsync(userName), new());
            Assert.True(sees == (found.Items.Count == 1), userName);
            if (!sees) continue;
            Assert.Equal((reference, (await floor.ViewerAsync("amal")).Id), (found.Items[0].Reference, found.Items[0].By));
            Assert.StartsWith("Kontakta personen: ", found.Items[0].Why, StringComparison.Ordinal);
            Assert.DoesNotContain("Elsa", found.Items[0].Why, StringComparison.Ordinal);
        }

        var log = floor.Get<ReadingLog>();
        Assert.Single(await log.OfCaseAsync(await floor.ViewerAsync("rut"), reference));
        await Assert.ThrowsAsync<NotFound>(async () => await log.OfCaseAsync(await floor.ViewerAsync("johan"), reference));
        var maria = await floor.ViewerAsync("maria");
        Assert.Empty((await log.FindAsync(maria, new(By: maria.Id))).Items);
        Assert.Single((await log.FindAsync(maria, new(Case: reference, From: new(2026, 4, 24), To: new(2026, 4, 24)))).Items);
        Assert.Empty((await log.FindAsync(maria, new(To: new(2026, 4, 23)))).Items);
        Assert.Empty((await log.FindAsync(maria, new(Case: new(2026, 999_999)))).Items);
    }

    [Fact]
    public async Task Each_month_has_a_sample_that_nobody_chooses_and_the_manager_judges_it()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        var (amal, maria, log) = (await floor.ViewerAsync("amal"), await floor.ViewerAsync("maria"), floor.Get<ReadingLog>());
        for (var i = 0; i < 15; i++) await floor.Get<VaultDesk>().OpenAsync(amal, reference, "investigate");
        await floor.Get<VaultDesk>().OpenAsync(maria, reference, "investigate");
        Assert.Empty(await log.ToJudgeAsync(maria));

        floor.Clock.MoveTo("2026-05-04 09:00");
        maria = await floor.ViewerAsync("maria");
        var sample = await log.ToJudgeAsync(maria);
        Assert.Equal(ReadingLog.SampleSize, sample.Count);
        Assert.DoesNotContain(sample, r => r.By == maria.Id);
        Assert.Equal(sample.Select(r => r.Sequence), (await log.ToJudgeAsync(maria)).Select(r => r.Sequence));
        Assert.Empty(await log.ToJudgeAsync(await floor.ViewerAsync("amal")));

        await log.JudgeAsync(maria, sample[0].Sequence, isInOrder: true, null);
        Assert.Equal("verdict-note", (await Assert.ThrowsAsync<RuleBroken>(() => log.JudgeAsync(maria, sample[1].Sequence, isInOrder: false, " "))).Code);
        await log.JudgeAsync(maria, sample[1].Sequence, isInOrder: false, "Varför ringde ingen Elsa på 070-174 06 05?");
        Assert.Equal(sample.Count - 2, (await log.ToJudgeAsync(maria)).Count);
        var told = (await log.FindAsync(maria, new())).Items;
        Assert.True(told.Single(r => r.Sequence == sample[0].Sequence).IsInOrder);
        Assert.DoesNotContain("070", told.Single(r => r.Sequence == sample[1].Sequence).Note, StringComparison.Ordinal);
        await using var database = floor.Database();
        Assert.Equal(2, await database.Journal.CountAsync(e => e.Kind == EventKind.ReadingJudged));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);

        foreach (var who in new[] { "amal", "johan", "rut" }) await Assert.ThrowsAsync<NotFound>(async () => await log.JudgeAsync(await floor.ViewerAsync(who), sample[2].Sequence, true, null));
        var own = (await database.Journal.Where(e => e.Kind == EventKind.VaultOpened && e.By == maria.Id).SingleAsync()).Sequence;
        await Assert.ThrowsAsync<NotFound>(() => log.JudgeAsync(maria, own, true, null));
        await Assert.ThrowsAsync<NotFound>(() => log.JudgeAsync(maria, 1, true, null));
    }

    [Fact]
    public async Task Breaking_the_glass_takes_words_is_logged_mailed_and_to_be_judged()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        var (johan, desk) = (await floor.ViewerAsync("johan"), floor.Get<EmergencyDesk>());

        Assert.Equal("emergency-why", (await Assert.ThrowsAsync<RuleBroken>(() => desk.OpenAsync(johan, reference, "Nödläge"))).Code);
        Assert.Equal("emergency-not-needed", (await Assert.ThrowsAsync<RuleBroken>(async () => await desk.OpenAsync(await floor.ViewerAsync("amal"), reference, Danger))).Code);
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(johan, new(2026, 999_999), Danger));
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(johan, new(2025, reference.Number), Danger));
        foreach (var who in new[] { "vera", "admin", "e-tjanst" }) await Assert.ThrowsAsync<NotFound>(async () => await desk.OpenAsync(await floor.ViewerAsync(who), reference, Danger));
        await using var before = floor.Database();
        Assert.False(await before.Journal.AnyAsync(e => e.Kind == EventKind.VaultOpened));

        var seen = await desk.OpenAsync(johan, reference, $"{Danger} Han heter Elsa Bergström.");
        Assert.Equal(("Elsa Bergström", "Ingen kom."), (seen.Opened.Complainant.Name, seen.Opened.Text));

        var maria = await floor.ViewerAsync("maria");
        var judged = Assert.Single(await floor.Get<ReadingLog>().ToJudgeAsync(maria));
        Assert.True(judged.IsEmergency);
        Assert.DoesNotContain("Bergström", judged.Why, StringComparison.Ordinal);
        await using var database = floor.Database();
        Assert.Equal([maria.Id], await database.Outbox.Where(m => m.Text == nameof(MailText.EmergencyOpened)).Select(m => m.PersonId!.Value).ToListAsync());
        // It opened the glass once, and no door: the case is still not his.
        await Assert.ThrowsAsync<NotFound>(() => floor.Get<CaseReading>().OpenAsync(johan, reference));
    }

    // R-SEC-03: neither opens it, nor hears that somebody did
    [Fact]
    public async Task The_manager_whom_it_is_about_can_break_no_glass_and_hears_of_none()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        await floor.Desk.MoveBySubjectAsync(await floor.ViewerAsync("amal"), reference, default, SubjectOf.OwnPerson, "", "maria", "Det gäller chefen.");
        var (maria, desk) = (await floor.ViewerAsync("maria"), floor.Get<EmergencyDesk>());

        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(maria, reference, Danger));
        await desk.OpenAsync(await floor.ViewerAsync("johan"), reference, Danger);

        await using var database = floor.Database();
        Assert.DoesNotContain(maria.Id, await database.Outbox.Where(m => m.Text == nameof(MailText.EmergencyOpened)).Select(m => m.PersonId!.Value).ToListAsync());
        Assert.Single(await database.Outbox.Where(m => m.Text == nameof(MailText.EmergencyOpened)).ToListAsync());
    }

    [Fact]
    public async Task Protected_identity_is_for_whoever_answers_and_one_named_person()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa with { Protected = true });
        var vault = floor.Get<VaultDesk>();
        await OpensAsync("amal");
        await floor.Desk.NameReaderAsync(await floor.ViewerAsync("maria"), reference, new(null), "maria");
        await OpensAsync("amal", "maria");
        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(async () => await floor.Desk.NameReaderAsync(await floor.ViewerAsync("amal"), reference, new(null), "amal"))).Code);
        await floor.Desk.NameReaderAsync(await floor.ViewerAsync("maria"), reference, new(null), "");
        await OpensAsync("amal");
        Assert.Equal("emergency-protected", (await Assert.ThrowsAsync<RuleBroken>(async () => await floor.Get<EmergencyDesk>().OpenAsync(await floor.ViewerAsync("johan"), reference, Danger))).Code);

        // The phone finds it for the two only, and tells the others nothing.
        Assert.Single(await floor.Get<CallerDesk>().FindAsync(await floor.ViewerAsync("amal"), "+46 70 174 06 05", "calls"));
        Assert.Empty(await floor.Get<CallerDesk>().FindAsync(await floor.ViewerAsync("maria"), "+46 70 174 06 05", "calls"));

        async Task OpensAsync(params string[] names)
        {
            foreach (var userName in new[] { "amal", "maria", "birgitta", "gunnar", "kerstin", "rut" })
            {
                var viewer = await floor.ViewerAsync(userName);
                if (names.Contains(userName)) Assert.Equal("Elsa Bergström", (await vault.OpenAsync(viewer, reference, "contact")).Complainant.Name);
                else Assert.Equal("vault-not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => vault.OpenAsync(viewer, reference, "contact"))).Code);
            }
        }
    }

    [Theory]
    [InlineData("070-174 06 05")]
    [InlineData("0701740605")]
    [InlineData("+46 (0)70 174 06 05")]
    [InlineData("0046701740605")]
    [InlineData("ELSA.bergstrom@exempel.example ")]
    [InlineData("elsa  bergström")]
    [InlineData("Elsa Bergstro\u0308m")]
    public async Task Somebody_on_the_phone_is_found_by_exact_marks_among_the_cases_that_one_sees(string said)
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        var desk = floor.Get<CallerDesk>();

        var found = Assert.Single(await desk.FindAsync(await floor.ViewerAsync("amal"), said, "calls"));
        Assert.Equal((reference, true), (found.Reference, found.ByVault));
        Assert.Empty(await desk.FindAsync(await floor.ViewerAsync("johan"), said, "calls"));

        await using var database = floor.Database();
        Assert.Equal(2, await database.Journal.CountAsync(e => e.Kind == EventKind.CallerSought));
        var opening = await database.Journal.SingleAsync(e => e.Kind == EventKind.VaultOpened);
        Assert.StartsWith("caller;", opening.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(await database.Journal.ToListAsync(), e => $"{e.Text} {e.Subject} {e.Why}".Contains("174", StringComparison.Ordinal) || $"{e.Text} {e.Subject} {e.Why}".Contains("elsa", StringComparison.OrdinalIgnoreCase));
    }

    // R-SEC-03: the officer concerned who is asked what happened cannot try out who complained
    [Fact]
    public async Task Whoever_sees_the_case_and_may_not_open_it_finds_nobody_by_guessing()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        await floor.Desk.ConsultAsync(await floor.ViewerAsync("amal"), reference, new(null), "johan", "Vad hände?");
        var desk = floor.Get<CallerDesk>();
        foreach (var who in new[] { "johan", "peter" })
        {
            Assert.Single(await desk.FindAsync(await floor.ViewerAsync(who), $"{reference}", "calls"));
            foreach (var said in new[] { "Elsa Bergström", "070-174 06 05", "elsa.bergstrom@exempel.example" }) Assert.Empty(await desk.FindAsync(await floor.ViewerAsync(who), said, "calls"));
        }
    }

    [Theory]
    [InlineData("070-174 06")]
    [InlineData("Elsa")]
    [InlineData("Bergström")]
    [InlineData("elsa@exempel.example")]
    [InlineData("%")]
    [InlineData("070-174 06 0_")]
    [InlineData("' OR 1=1 --")]
    public async Task Nothing_but_the_whole_finds_anybody(string said)
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync(text: "Ingen kom.", complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");
        if (said.Length < 3) Assert.Equal("caller-said", (await Assert.ThrowsAsync<RuleBroken>(() => floor.Get<CallerDesk>().FindAsync(amal, said, "calls"))).Code);
        else Assert.Empty(await floor.Get<CallerDesk>().FindAsync(amal, said, "calls"));
    }

    [Fact]
    public async Task By_reference_or_code_the_case_is_found_without_the_vault()
    {
        await using var floor = await Floor.StartAsync();
        var registered = await floor.Desk.RegisterAsync(await floor.NewsAsync(complainant: Elsa), await floor.ViewerAsync("amal"));
        var (amal, desk) = (await floor.ViewerAsync("amal"), floor.Get<CallerDesk>());

        Assert.False(Assert.Single(await desk.FindAsync(amal, $"{registered.Reference}", "calls")).ByVault);
        Assert.False(Assert.Single(await desk.FindAsync(amal, registered.FollowUpCode.ToLowerInvariant().Replace('-', ' '), "calls")).ByVault);
        Assert.Equal("reason-missing", (await Assert.ThrowsAsync<RuleBroken>(() => desk.FindAsync(amal, "070-174 06 05", "nyfiken"))).Code);
        await Assert.ThrowsAsync<NotFound>(async () => await desk.FindAsync(await floor.ViewerAsync("e-tjanst"), "070-174 06 05", "calls"));
        await using var database = floor.Database();
        Assert.False(await database.Journal.AnyAsync(e => e.Kind == EventKind.VaultOpened));
    }
}
