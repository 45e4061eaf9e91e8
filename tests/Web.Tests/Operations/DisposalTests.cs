using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-SEC-05: what is erased, by whose decision, and what stays.</summary>
public sealed class DisposalTests
{
    private const string Routine = "nacka-socialpsykiatri";
    private const string Said = "Karin Holmlund kom inte. Ring 070-174 06 05.";
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Phone = "070-174 06 05" };

    [Fact]
    public async Task Without_a_decision_nothing_is_erased_by_anybody()
    {
        await using var floor = await Floor.StartAsync();
        await ClosedAsync(floor);
        floor.Clock.MoveTo("2036-05-04 09:00");
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<DisposalDesk>());

        var plan = Assert.Single(await desk.PlansAsync(rut), p => p.Routine == Routine && p.Part == DisposablePart.Vault);
        Assert.Null(plan.Decision);
        Assert.Equal(1, plan.Ripe);
        Assert.Equal("disposal-undecided", (await Assert.ThrowsAsync<RuleBroken>(() => desk.CarryOutAsync(rut, Routine, "vault"))).Code);
        await using var database = floor.Database();
        Assert.Equal(1, await database.VaultKeys.CountAsync());
    }

    [Fact]
    public async Task By_decision_the_vault_goes_and_the_case_its_figures_and_its_journal_stay()
    {
        await using var floor = await Floor.StartAsync();
        var gone = await ClosedAsync(floor);
        var held = await ClosedAsync(floor);
        var open = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<DisposalDesk>());
        await floor.Desk.HoldAsync(rut, held, new(null), "Elsa Bergström har begärt ut ärendet.");
        await DecideAsync(floor);
        Assert.Equal(0, await desk.CarryOutAsync(rut, Routine, "vault"));

        floor.Clock.MoveTo("2036-05-04 09:00");
        rut = await floor.ViewerAsync("rut");
        var plan = (await desk.PlansAsync(rut)).Single(p => p.Routine == Routine && p.Part == DisposablePart.Vault);
        Assert.Equal(("SN § 12/2027", 1, 1), (plan.Decision, plan.Ripe, plan.Held));
        foreach (var who in new[] { "amal", "maria", "gunnar", "kerstin", "admin" }) await Assert.ThrowsAsync<NotFound>(async () => await desk.CarryOutAsync(await floor.ViewerAsync(who), Routine, "vault"));
        await Assert.ThrowsAsync<NotFound>(() => desk.CarryOutAsync(rut, Routine, "register"));
        Assert.Equal(1, await desk.CarryOutAsync(rut, Routine, "vault"));
        Assert.Equal(0, await desk.CarryOutAsync(rut, Routine, "vault"));

        var amal = await floor.ViewerAsync("amal");
        Assert.Equal("disposed", (await Assert.ThrowsAsync<RuleBroken>(() => floor.Get<VaultDesk>().OpenAsync(amal, gone, "contact"))).Code);
        foreach (var kept in new[] { held, open }) Assert.Equal(Said, (await floor.Get<VaultDesk>().OpenAsync(amal, kept, "contact")).Text);
        Assert.DoesNotContain(gone, (await floor.Get<CallerDesk>().FindAsync(amal, "070-174 06 05", "calls")).Select(c => c.Reference));
        await using (var database = floor.Database())
        {
            foreach (var number in new[] { gone.Number })
            {
                Assert.False(await database.VaultKeys.AnyAsync(k => k.CaseId == number) || await database.VaultEntries.AnyAsync(e => e.CaseId == number) || await database.CallerTokens.AnyAsync(t => t.CaseId == number));
            }

            Assert.Equal(3, await database.Cases.CountAsync());
            var line = await database.Journal.SingleAsync(e => e.Kind == EventKind.Disposed);
            Assert.Equal(("vault", "SN § 12/2027", gone.Number), (line.Subject, line.Why, line.CaseId!.Value));
        }

        var told = Assert.Single(await desk.ProtocolAsync(rut));
        Assert.Equal((gone, "vault", "SN § 12/2027", rut.Id), (told.Reference, told.Part, told.Decision, told.By));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
        Assert.Equal((0, "Allt är helt."), ((await floor.RunAsync(["check"])) is var check ? check.ExitCode : -1, check.StandardError));

        // It can be opened again and written in: what is masked then is sealed under a new key.
        await floor.Desk.ReopenAsync(amal, gone, new(null), "Elsa Bergström ringde igen.");
        Assert.Contains("Elsa Bergström ringde igen.", (await floor.Get<VaultDesk>().OpenAsync(amal, gone, "contact")).Lines.Values);
    }

    [Fact]
    public async Task What_is_erased_leaves_nothing_in_the_files_of_the_database()
    {
        await using var floor = await Floor.StartAsync();
        var gone = await ClosedAsync(floor);
        await ClosedAsync(floor);
        await DecideAsync(floor);
        byte[] key;
        byte[] text;
        await using (var database = floor.Database())
        {
            key = (await database.VaultKeys.FirstAsync(k => k.CaseId == gone.Number)).Wrapped;
            text = (await database.VaultEntries.FirstAsync(e => e.CaseId == gone.Number && e.Field == VaultFields.Text)).Sealed;
        }

        if (Floor.IsSqlite) Assert.Contains(true, await FoundAsync());
        floor.Clock.MoveTo("2036-05-04 09:00");
        Assert.Equal(2, await floor.Get<DisposalDesk>().CarryOutAsync(await floor.ViewerAsync("rut"), Routine, "vault"));

        if (Floor.IsSqlite)
        {
            Assert.DoesNotContain(true, await FoundAsync());
            return;
        }

        // PostgreSQL gives the dead rows back when it has vacuumed; its statistics tell a moment later.
        for (var tries = 0; tries < 50 && await VacuumsAsync() == 0; tries++) await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.True(await VacuumsAsync() > 0);

        Task<long> VacuumsAsync() => floor.CountAsync("SELECT vacuum_count FROM pg_stat_user_tables WHERE relname = 'vault_key'");

        async Task<bool[]> FoundAsync()
        {
            var file = DatabaseAddress.Parse(floor.ConnectionString).File!;
            List<byte> all = [];
            foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
            {
                await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[stream.Length];
                await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
                all.AddRange(bytes);
            }

            var raw = all.ToArray();
            return [raw.AsSpan().IndexOf(key.AsSpan(12, 24)) >= 0, raw.AsSpan().IndexOf(text.AsSpan(12, 24)) >= 0];
        }
    }

    private static async Task<CaseReference> ClosedAsync(Floor floor)
    {
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.ReplyAsync(amal, reference, new(null), "Tack. Jag beklagar.", Way.Phone, null, null, false, null);
        await floor.Desk.CloseAsync(amal, reference, new(null), "Klart.", "Ett missförstånd.");
        return reference;
    }

    private static async Task DecideAsync(Floor floor)
    {
        var routines = floor.Get<RoutineDesk>();
        var source = await routines.SourceAsync(Routine, 1);
        var decided = source.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("\"part\": \"vault\",", "\"part\": \"vault\", \"decision\": \"SN § 12/2027\",", StringComparison.Ordinal);
        var published = await routines.PublishAsync(null, decided);
        Assert.Empty(published.Faults);
    }
}
