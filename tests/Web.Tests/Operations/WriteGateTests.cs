using System.Collections.Concurrent;
using System.Data.Common;
using Gava.Domain;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gava.Web.Tests.Operations;

/// <summary>docs/decisions/0004: shared commits.</summary>
public sealed class WriteGateTests
{
    [Fact]
    public async Task Those_who_wait_together_share_one_commit()
    {
        await using var floor = await Floor.StartAsync();
        ConcurrentDictionary<DbTransaction, int> commits = new();
        var (gone, first) = await HoldAsync(floor.Gate);

        var waiting = Enumerable.Range(0, 20).Select(i => floor.Gate.WriteAsync(null, async database =>
        {
            commits.AddOrUpdate(database.Database.CurrentTransaction!.GetDbTransaction(), 1, (_, n) => n + 1);
            await CloseDayAsync(database, i);
        })).ToList();
        gone.SetResult();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal(20, Assert.Single(commits).Value);
        Assert.Equal(20, await floor.CountAsync("SELECT count(*) FROM closed_day"));
    }

    [Fact]
    public async Task The_fault_of_one_is_not_the_fault_of_the_others()
    {
        await using var floor = await Floor.StartAsync();
        var (gone, first) = await HoldAsync(floor.Gate);

        var good = Enumerable.Range(0, 5).Select(i => floor.Gate.WriteAsync(null, database => CloseDayAsync(database, i))).ToList();
        var broken = floor.Gate.WriteAsync(null, async database =>
        {
            await CloseDayAsync(database, 50);
            await database.SaveChangesAsync();
            throw new RuleBroken("broken", "Det går inte.");
        });
        var refusedByTheDatabase = floor.Gate.WriteAsync(null, database => CloseDayAsync(database, 0));
        var after = floor.Gate.WriteAsync(null, database => CloseDayAsync(database, 90));
        gone.SetResult();
        await Task.WhenAll([first, .. good, after]);

        Assert.Equal("broken", (await Assert.ThrowsAsync<RuleBroken>(() => broken)).Code);
        await Assert.ThrowsAsync<DbUpdateException>(() => refusedByTheDatabase);
        Assert.Equal(6, await floor.CountAsync("SELECT count(*) FROM closed_day"));
    }

    // R-REG-04: the running number has no holes
    [Fact]
    public async Task A_registration_that_is_rolled_back_leaves_no_hole()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        var (gone, first) = await HoldAsync(floor.Gate);

        var before = floor.RegisterAsync();
        var broken = floor.Gate.WriteAsync(null, database =>
        {
            database.NextCaseNumber();
            database.Write(new Event(EventKind.Noted, new Change(Person.System, floor.Clock.GetUtcNow().UtcDateTime)));
            throw new RuleBroken("broken", "Det går inte.");
        });
        var refused = floor.RegisterAsync(text: "Ett tecken som inte går att läsa: \u0001");
        var after = floor.RegisterAsync();
        gone.SetResult();
        await Task.WhenAll(first, before, after);

        await Assert.ThrowsAsync<RuleBroken>(() => broken);
        await Assert.ThrowsAsync<RuleBroken>(() => refused);
        Assert.Equal([2, 3], new[] { (await before).Number, (await after).Number }.Order());
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    [Fact]
    public async Task When_the_commit_fails_everybody_who_shared_it_is_told_and_the_next_write_goes_through()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync();
        if (!Floor.IsSqlite) await floor.SqlAsync("ALTER TABLE case_access ALTER CONSTRAINT case_access_case_id_fkey DEFERRABLE INITIALLY DEFERRED");
        var (gone, first) = await HoldAsync(floor.Gate);

        var innocent = floor.Gate.WriteAsync(null, database => CloseDayAsync(database, 1));
        var registered = floor.RegisterAsync();
        var guilty = floor.Gate.WriteAsync(null, async database =>
        {
            // The database looks at this only when it commits.
            if (Floor.IsSqlite) await database.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON");
            await database.Database.ExecuteSqlAsync($"UPDATE case_access SET case_id = 999 WHERE case_id = {reference.Number}");
        });
        gone.SetResult();

        foreach (var one in new[] { innocent, registered, guilty }) await Assert.ThrowsAnyAsync<DbException>(() => one);
        await first;
        Assert.Equal(0, await floor.CountAsync("SELECT count(*) FROM closed_day"));
        Assert.Equal(reference.Number + 1, (await floor.RegisterAsync()).Number);
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Sixty_who_register_at_once_get_sixty_numbers_in_a_row()
    {
        await using var floor = await Floor.StartAsync();

        var references = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => floor.RegisterAsync()));

        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long)n), references.Select(r => r.Number).Order());
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    /// <summary>Occupies the gate, so that those who come meanwhile wait for the next commit together.</summary>
    private static async Task<(TaskCompletionSource Gone, Task First)> HoldAsync(WriteGate gate)
    {
        TaskCompletionSource inside = new(TaskCreationOptions.RunContinuationsAsynchronously), gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = gate.WriteAsync(null, async _ =>
        {
            inside.SetResult();
            await gone.Task;
        });
        await inside.Task;
        return (gone, first);
    }

    private static Task CloseDayAsync(GavaDatabase database, int number)
    {
        database.ClosedDays.Add(new ClosedDay { Day = new DateOnly(2026, 1, 1).AddDays(number), Name = "Stängt" });
        return Task.CompletedTask;
    }
}
