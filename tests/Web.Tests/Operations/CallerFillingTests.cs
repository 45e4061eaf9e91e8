using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-FLOW-17: a case that was registered before the caller index is found too.</summary>
public sealed class CallerFillingTests
{
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Phone = "070-174 06 05" };

    [Fact]
    public async Task Older_cases_are_put_in_once_and_a_round_that_was_broken_off_goes_on()
    {
        await using var floor = await Floor.StartAsync();
        // More than one batch, and some with nothing to be found by.
        for (var i = 0; i < 210; i++) await floor.RegisterAsync(complainant: i % 50 == 7 ? new() { Address = "Storgatan 1" } : i % 50 == 8 ? new() : Elsa);
        var all = await TokensAsync(floor);
        await floor.SqlAsync("DELETE FROM caller_token");
        var amal = await floor.ViewerAsync("amal");
        Assert.Empty(await floor.Get<CallerDesk>().FindAsync(amal, "070-174 06 05", "calls"));

        using (var stopping = new CancellationTokenSource())
        {
            var filling = floor.Get<CallerFilling>().FillAsync(stopping.Token);
            while (!filling.IsCompleted && await floor.CountAsync("SELECT count(*) FROM caller_token") == 0) await Task.Delay(1, TestContext.Current.CancellationToken);
            await stopping.CancelAsync();
            await Record.ExceptionAsync(() => filling);
        }

        await floor.Get<CallerFilling>().FillAsync(TestContext.Current.CancellationToken);
        Assert.Equal(all, await TokensAsync(floor));
        Assert.Equal(0, await floor.Get<CallerFilling>().FillAsync(TestContext.Current.CancellationToken));
        Assert.Equal(20, (await floor.Get<CallerDesk>().FindAsync(amal, "+46 70 174 06 05", "calls")).Count);
    }

    // docs/decisions/0016: the key wraps the index's secret anew, and what was found is found still
    [Fact]
    public async Task Callers_are_found_while_and_after_the_key_is_changed_and_older_cases_are_put_in_under_either()
    {
        var newKey = Convert.ToBase64String([.. Enumerable.Range(101, 32).Select(i => (byte)i)]);
        await using var floor = await Floor.StartAsync();
        for (var i = 0; i < 3; i++) await floor.RegisterAsync(complainant: Elsa);
        var all = await TokensAsync(floor);
        await floor.SqlAsync("DELETE FROM caller_token WHERE case_id = 1");

        await using var both = Floor.On(floor.ConnectionString, floor.Clock, ("Gava:Vault:Key", newKey), ("Gava:Vault:OldKey", Floor.VaultKey));
        Assert.Equal(1, await both.Get<CallerFilling>().FillAsync(TestContext.Current.CancellationToken));
        await both.Get<VaultRotation>().RotateAsync(TestContext.Current.CancellationToken);
        Assert.Equal(all, await TokensAsync(floor));

        await floor.SqlAsync("DELETE FROM caller_token WHERE case_id = 2");
        await using var after = Floor.On(floor.ConnectionString, floor.Clock, ("Gava:Vault:Key", newKey));
        Assert.Equal(1, await after.Get<CallerFilling>().FillAsync(TestContext.Current.CancellationToken));
        Assert.Equal(all, await TokensAsync(floor));
        Assert.Equal(3, (await after.Get<CallerDesk>().FindAsync(await after.ViewerAsync("amal"), "elsa bergström", "calls")).Count);
    }

    // R-SEC-05: what was disposed of is not brought back
    [Fact]
    public async Task A_case_without_its_key_gets_no_marks_and_one_that_does_not_open_stops_no_other()
    {
        await using var floor = await Floor.StartAsync();
        for (var i = 0; i < 3; i++) await floor.RegisterAsync(complainant: Elsa);
        await floor.SqlAsync("DELETE FROM caller_token; DELETE FROM vault_key WHERE case_id = 1; UPDATE vault_key SET wrapped = (SELECT wrapped FROM vault_key WHERE case_id = 3) WHERE case_id = 2");

        Assert.Equal(1, await floor.Get<CallerFilling>().FillAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await floor.CountAsync("SELECT count(*) FROM caller_token WHERE case_id = 3"));
        Assert.Equal(2, await floor.CountAsync("SELECT count(*) FROM caller_token"));
    }

    private static async Task<List<string>> TokensAsync(Floor floor)
    {
        await using var database = floor.Database();
        return [.. (await database.CallerTokens.OrderBy(t => t.CaseId).ThenBy(t => t.Mark).ToListAsync()).Select(t => $"{t.CaseId} {t.Mark} {Convert.ToHexString(t.Token)}")];
    }
}
