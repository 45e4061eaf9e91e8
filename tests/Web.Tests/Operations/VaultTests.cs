using System.Security.Cryptography;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-REG-03: what only some may read.</summary>
public sealed class VaultTests
{
    private const string Said = "Karin Holmlund kom inte. Ring 070-174 06 05.";
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Phone = "070-174 06 05" };

    [Fact]
    public async Task Whoever_has_work_in_the_case_opens_it_with_a_reason_and_the_opening_is_written_down()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");

        var opened = await floor.Get<VaultDesk>().OpenAsync(amal, reference, "contact", "Ringde Elsa Bergström på 070-174 06 05");

        Assert.Equal((Said, "Elsa Bergström"), (opened.Text, opened.Complainant.Name));
        await using var database = floor.Database();
        var line = await database.Journal.SingleAsync(e => e.Kind == EventKind.VaultOpened);
        Assert.Equal((amal.Id, reference.Number), (line.By, line.CaseId!.Value));
        Assert.StartsWith("Kontakta personen: ", line.Why);
        Assert.DoesNotContain("Elsa", line.Why);
        Assert.DoesNotContain("070", line.Why);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_opened()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        await floor.SqlAsync(Floor.IsSqlite
            ? "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END"
            : "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$; CREATE TRIGGER full_disk BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION full_disk()");

        var amal = await floor.ViewerAsync("amal");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => floor.Get<VaultDesk>().OpenAsync(amal, reference, "contact"));
    }

    [Theory]
    [InlineData("amal", "opens")]       // received it
    [InlineData("maria", "opens")]      // leads the unit
    [InlineData("birgitta", "opens")]   // leads the department
    [InlineData("gunnar", "opens")]     // leads the administration
    [InlineData("kerstin", "opens")]    // complaints manager
    [InlineData("rut", "opens")]        // registrar
    [InlineData("peter", "sees")]       // registration officer: the register, not the vault
    [InlineData("e-tjanst", "sees")]    // a service
    [InlineData("johan", "nothing")]    // another unit
    [InlineData("fatima", "nothing")]
    [InlineData("lena", "nothing")]     // another administration
    [InlineData("admin", "nothing")]    // runs the system, has no work in cases
    [InlineData("vera", "nothing")]     // her time as a stand-in is over
    public async Task The_vault_opens_for_those_with_work_in_the_case_only(string userName, string outcome)
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var viewer = await floor.ViewerAsync(userName);

        var happened = "opens";
        try
        {
            await floor.Get<VaultDesk>().OpenAsync(viewer, reference, "investigate");
        }
        catch (RuleBroken broken)
        {
            Assert.Equal("vault-not-yours", broken.Code);
            happened = "sees";
        }
        catch (NotFound)
        {
            happened = "nothing";
        }

        Assert.Equal(outcome, happened);
        Assert.Equal(outcome == "opens" ? 1 : 0, await floor.CountAsync("SELECT count(*) FROM journal WHERE kind = 'VaultOpened'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nyfiken")]
    public async Task Without_a_reason_from_the_list_it_stays_closed(string reason)
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");

        var broken = await Assert.ThrowsAsync<RuleBroken>(() => floor.Get<VaultDesk>().OpenAsync(amal, reference, reason));

        Assert.Equal("reason-missing", broken.Code);
    }

    [Theory]
    [InlineData("UPDATE vault_entry SET sealed = (SELECT o.sealed FROM vault_entry o WHERE o.case_id = 2 AND o.field = 'text') WHERE case_id = 1 AND field = 'text'", "Valvets fält text i ärende 1 går inte att öppna.")]
    [InlineData("UPDATE vault_entry SET sealed = (SELECT o.sealed FROM vault_entry o WHERE o.case_id = 1 AND o.field = 'complainant') WHERE case_id = 1 AND field = 'text'", "Valvets fält text i ärende 1 går inte att öppna.")]
    [InlineData("UPDATE vault_key SET wrapped = (SELECT o.wrapped FROM vault_key o WHERE o.case_id = 2) WHERE case_id = 1", "Valvets nyckel till ärende 1 går inte att öppna.")]
    public async Task A_sealed_field_that_was_moved_does_not_open_and_the_check_names_it(string sql, string named)
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        await floor.RegisterAsync(text: "Något annat hände.", complainant: new() { Name = "Nils Öberg" });
        await floor.SqlAsync(sql);

        var amal = await floor.ViewerAsync("amal");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => floor.Get<VaultDesk>().OpenAsync(amal, reference, "contact"));
        var check = await floor.RunAsync(["check"]);

        Assert.Equal((1, named), (check.ExitCode, check.StandardOutput));
    }

    [Fact]
    public async Task With_another_key_the_check_finds_everything_sealed_wanting()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync(text: Said, complainant: Elsa);
        var another = Convert.ToBase64String(new byte[32]);

        var right = await floor.RunAsync(["check"]);
        var wrong = await floor.RunAsync(["check"], settings: ("Gava__Vault__Key", another));

        Assert.Equal((0, "Allt är helt."), (right.ExitCode, right.StandardError));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Equal(["Installationens värde follow-up-secret går inte att öppna.", "Installationens värde caller-index går inte att öppna.", "Valvets nyckel till ärende 1 går inte att öppna."], wrong.StandardOutput.Split('\n'));
    }

    [Fact]
    public async Task When_a_case_has_lost_its_key_nothing_of_its_vault_can_be_read_and_the_others_can()
    {
        await using var floor = await Floor.StartAsync();
        var erased = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var kept = await floor.RegisterAsync(text: Said, complainant: Elsa);
        await floor.SqlAsync($"DELETE FROM vault_key WHERE case_id = {erased.Number}");
        var amal = await floor.ViewerAsync("amal");

        await Assert.ThrowsAnyAsync<Exception>(() => floor.Get<VaultDesk>().OpenAsync(amal, erased, "contact"));
        Assert.Equal(Said, (await floor.Get<VaultDesk>().OpenAsync(amal, kept, "contact")).Text);
    }

    [Fact]
    public async Task The_register_and_its_search_hold_nothing_that_the_vault_holds()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync(text: Said, complainant: Elsa);

        await using var database = floor.Database();
        var @case = await database.Cases.SingleAsync();
        var lines = await database.Journal.Where(e => e.CaseId == @case.Id).ToListAsync();

        foreach (var secret in new[] { "Karin", "Holmlund", "070-174", "Elsa", "Bergström" })
        {
            Assert.DoesNotContain(secret, @case.Text);
            Assert.DoesNotContain(lines, line => $"{line.Text} {line.Subject} {line.Why}".Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
