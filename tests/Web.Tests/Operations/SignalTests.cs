using Gava.Domain;
using Gava.Operations.Database;
using Gava.Operations.Learning;

namespace Gava.Web.Tests.Operations;

// R-LEARN-05: a rise beyond chance is told to those whom it concerns, once, and stays until somebody has looked
public sealed class SignalTests
{
    [Fact]
    public async Task A_rise_is_told_once_to_the_manager_and_the_complaints_manager()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<SignalDesk>();
        floor.Clock.MoveTo("2026-04-01 09:00");
        Assert.Equal(0, await desk.LookAsync());
        for (var day = 2; day < 9; day++)
        {
            floor.Clock.MoveTo($"2026-04-{day:00} 10:00");
            await floor.RegisterAsync(text: "Ingen kom i morse.");
        }

        floor.Clock.MoveTo("2026-04-09 03:00");
        Assert.Equal(1, await desk.LookAsync());
        Assert.Equal(0, await desk.LookAsync()); // told already

        var (maria, kerstin, amal, johan) = (await floor.ViewerAsync("maria"), await floor.ViewerAsync("kerstin"), await floor.ViewerAsync("amal"), await floor.ViewerAsync("johan"));
        Assert.Equal((1, 1, 0, 0), (await desk.WaitingAsync(maria), await desk.WaitingAsync(kerstin), await desk.WaitingAsync(amal), await desk.WaitingAsync(johan)));
        var view = await desk.OpenAsync(maria, null);
        var signal = Assert.Single(view.Signals);
        Assert.Equal(("socialpsykiatri", 7, "7 klagomål på 28 dagar. Året innan var det 0 på lika lång tid."), (signal.Unit.Slug, signal.Signal.Count, signal.Signal.Swedish()));
        Assert.Equal((6, 7), (view.Week, view.Open)); // the first one is eight days old
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(amal, "socialpsykiatri"));
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(johan, "socialpsykiatri"));

        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => desk.SettleAsync(amal, signal.Signal.Id, "Jaha."))).Code);
        Assert.Equal("answer-length", (await Assert.ThrowsAsync<RuleBroken>(() => desk.SettleAsync(maria, signal.Signal.Id, " "))).Code);
        await desk.SettleAsync(maria, signal.Signal.Id, "Schemat hade ett hål. Ring Karin Holmlund på 070-174 06 05.");
        var settled = Assert.Single((await desk.OpenAsync(maria, null)).Signals).Signal;
        Assert.DoesNotContain("Holmlund", settled.Answer, StringComparison.Ordinal);
        Assert.Equal(0, await desk.WaitingAsync(maria));

        // Four weeks of rest, then it is told again if it goes on.
        Assert.Equal(0, await desk.LookAsync());
    }

    [Fact] // R-SEC-03: the one whom it is about could be the one who is told
    public async Task What_is_hidden_from_anybody_is_in_no_signal()
    {
        await using var floor = await Floor.StartAsync();
        for (var day = 2; day < 9; day++)
        {
            floor.Clock.MoveTo($"2026-04-{day:00} 10:00");
            var reference = await floor.RegisterAsync();
            await floor.SqlAsync($"INSERT INTO case_hidden (case_id, person_id) SELECT {reference.Number}, id FROM person WHERE user_name = 'maria'");
        }

        floor.Clock.MoveTo("2026-04-09 03:00");
        Assert.Equal(0, await floor.Get<SignalDesk>().LookAsync());
        Assert.Equal(0, (await floor.Get<SignalDesk>().OpenAsync(await floor.ViewerAsync("maria"), null)).Week);
    }
}
