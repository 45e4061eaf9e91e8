using Gava.Operations.Demo;
using Gava.Operations.History;
using Gava.Operations.Learning;

namespace Gava.Web.Tests.Operations.Demo;

// R-LEARN-04: the demo shows an improvement that helped, and what is told outside of it
public sealed class SeededImprovementTests
{
    [Fact]
    public async Task The_follow_up_of_the_kitchens_improvement_shows_its_effect()
    {
        await using var floor = await Floor.StartAsync();
        await floor.Get<Seeder>().SeedDemoAsync();
        var desk = floor.Get<ImprovementDesk>();

        var view = await desk.OpenAsync(await floor.ViewerAsync("lotta"), 1);
        var followed = Assert.Single(view.Plan.FollowUps);
        Assert.Equal((3, "Mat och måltider"), (followed.Months, view.CategoryLabel));
        Assert.True(followed.Effect is { IsMoreThanChance: true, Before: >= 10 } effect && effect.After < effect.Before, followed.Effect.Swedish());
        Assert.Equal("koket-eken", Assert.Single(await desk.LessonsAsync()).Unit.Slug);
        Assert.Equal(Seeder.DemoCases + 12, await floor.CountAsync("SELECT COUNT(*) FROM cases"));
        Assert.Equal(0, await floor.CountAsync("SELECT COUNT(*) FROM outbox_mail"));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);

        await floor.Get<Seeder>().SeedDemoAsync();
        Assert.Equal(Seeder.DemoCases + 12, await floor.CountAsync("SELECT COUNT(*) FROM cases"));
    }
}
