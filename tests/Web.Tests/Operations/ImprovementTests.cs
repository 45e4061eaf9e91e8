using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.Learning;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

// R-LEARN-04, R-LEARN-06: plans that are followed up, shared and told outside
public sealed class ImprovementTests
{
    private const string Unit = "koket-eken"; // follows nacka-kommun, which publishes items

    [Fact]
    public async Task A_plan_shows_whether_it_helped_after_three_months_and_after_six()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ImprovementDesk>();
        var lotta = await floor.ViewerAsync("lotta");
        var reference = await ComplainAsync(floor, 9);
        var id = await desk.StartAsync(lotta, Unit, "Varm mat", "Karin Holmlund och flera andra säger att maten är kall.", "mat", [reference]);
        await desk.PlanActionAsync(lotta, id, "Nya värmevagnar", "goran", Today(floor).AddDays(14));
        Assert.Null((await desk.OpenAsync(lotta, id)).Effect);
        Assert.Equal(0, await desk.WaitingAsync(await floor.ViewerAsync("goran")));

        floor.Clock.MoveTo("2026-05-06 09:00");
        Assert.Equal(1, await desk.WaitingAsync(await floor.ViewerAsync("goran")));
        await desk.FinishAsync(await floor.ViewerAsync("goran"), id, 1);
        Assert.Equal("too-early", (await Assert.ThrowsAsync<RuleBroken>(() => desk.FollowUpAsync(lotta, id, "Bättre."))).Code);
        floor.Clock.MoveTo("2026-07-01 09:00");
        await ComplainAsync(floor, 1);

        floor.Clock.MoveTo("2026-08-06 09:00");
        lotta = await floor.ViewerAsync("lotta");
        Assert.Equal(1, await desk.WaitingAsync(lotta));
        await desk.FollowUpAsync(lotta, id, "Vagnarna hjälper.");
        Assert.Equal("too-early", (await Assert.ThrowsAsync<RuleBroken>(() => desk.FollowUpAsync(lotta, id, "Igen."))).Code);

        var view = await desk.OpenAsync(lotta, id);
        var followed = Assert.Single(view.Plan.FollowUps);
        Assert.Equal((3, 9, 1, true), (followed.Months, followed.Effect.Before, followed.Effect.After, followed.Effect.IsMoreThanChance));
        Assert.DoesNotContain("Holmlund", view.Plan.Why, StringComparison.Ordinal);
        Assert.Equal([reference], view.Cases.Select(c => $"{c}"));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    [Fact] // actions with owner, due date, reminder; once each
    public async Task The_owner_of_an_action_is_reminded_three_days_before()
    {
        await using var floor = await Floor.StartAsync();
        var (desk, reminders) = (floor.Get<ImprovementDesk>(), floor.Get<LearningReminders>());
        var lotta = await floor.ViewerAsync("lotta");
        var id = await desk.StartAsync(lotta, Unit, "Varm mat", "Maten är kall.", null, []);
        await desk.PlanActionAsync(lotta, id, "Nya värmevagnar", "goran", Today(floor).AddDays(5));
        await desk.PlanActionAsync(lotta, id, "Fråga matråden", "goran", Today(floor).AddDays(40));

        Assert.Equal(0, await reminders.RemindAsync());
        floor.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await reminders.RemindAsync());
        Assert.Equal(0, await reminders.RemindAsync());
        Assert.Equal(["goran"], await floor.TextsAsync("SELECT p.user_name FROM outbox_mail m JOIN person p ON p.id = m.person_id WHERE m.text = 'ActionOwed'"));
        await desk.FinishAsync(lotta, id, 2);
        floor.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(0, await reminders.RemindAsync());
    }

    [Fact]
    public async Task A_plan_is_read_where_it_belongs_until_it_is_shared()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ImprovementDesk>();
        var (lotta, goran, sofia, eva) = (await floor.ViewerAsync("lotta"), await floor.ViewerAsync("goran"), await floor.ViewerAsync("sofia"), await floor.ViewerAsync("eva"));
        var id = await desk.StartAsync(lotta, Unit, "Varm mat", "Maten är kall.", null, []);

        foreach (var one in new[] { lotta, goran, eva }) Assert.Single(await desk.AllAsync(one));
        Assert.Empty(await desk.AllAsync(sofia));
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(sofia, id));
        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => desk.ShareAsync(goran, id, true))).Code);

        await desk.ShareAsync(lotta, id, true);
        await desk.AdoptAsync(sofia, id, "hemtjanst-norr");
        await desk.AdoptAsync(sofia, id, "hemtjanst-norr");

        Assert.Single((await desk.OpenAsync(sofia, id)).Plan.Adoptions);
        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => desk.AdoptAsync(sofia, id, "hemtjanst-soder"))).Code);
        Assert.Equal("own-plan", (await Assert.ThrowsAsync<RuleBroken>(() => desk.AdoptAsync(lotta, id, Unit))).Code);
    }

    [Fact]
    public async Task What_is_told_outside_is_chosen_by_whom_the_routine_names_and_can_be_taken_back()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ImprovementDesk>();
        var (lotta, maria) = (await floor.ViewerAsync("lotta"), await floor.ViewerAsync("maria"));
        var id = await desk.StartAsync(lotta, Unit, "Varm mat", "Maten är kall.", null, []);
        var other = await desk.StartAsync(maria, "socialpsykiatri", "Komma i tid", "Vi kommer för sent.", null, []);

        await desk.PublishAsync(lotta, id, "Maten är kall, säger Karin Holmlund.", "Vi har köpt värmevagnar.");
        Assert.Equal("not-published-here", (await Assert.ThrowsAsync<RuleBroken>(() => desk.PublishAsync(maria, other, "Sent.", "Schema."))).Code);

        var lesson = Assert.Single(await desk.LessonsAsync());
        Assert.Equal(("Maten är kall, säger [namn].", "Vi har köpt värmevagnar."), (lesson.Heard, lesson.Did));
        Assert.Single(await desk.LessonsAsync("aldreomsorg"));
        Assert.Empty(await desk.LessonsAsync("socialpsykiatri"));
        await desk.WithdrawAsync(lotta, id);
        Assert.Empty(await desk.LessonsAsync());
        await using var database = floor.Get<Databases>().ForSystem();
        Assert.Equal(1, await database.Journal.CountAsync(l => l.Kind == EventKind.LessonPublished));
        Assert.Equal(1, await database.Journal.CountAsync(l => l.Kind == EventKind.LessonWithdrawn));
    }

    [Fact]
    public async Task A_meeting_goes_through_what_came_since_the_last_one()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ImprovementDesk>();
        var lotta = await floor.ViewerAsync("lotta");
        await ComplainAsync(floor, 2);
        Assert.Equal(2, (await desk.MeetingAsync(lotta, Unit)).Cases.Count);

        await desk.NoteMeetingAsync(lotta, Unit, Today(floor), "Vi ringer 070-174 06 05 och provar nya vagnar.");
        floor.Clock.MoveTo("2026-05-20 09:00");

        var next = await desk.MeetingAsync(await floor.ViewerAsync("lotta"), Unit);
        Assert.DoesNotContain(next.Cases, c => StockholmTime.DateOf(c.ArrivedAt) > next.Since);
        Assert.Equal("Vi ringer [telefon] och provar nya vagnar.", Assert.Single(next.Earlier).Text);
        await Assert.ThrowsAsync<NotFound>(() => desk.MeetingAsync(lotta, "hemtjanst-norr"));
        Assert.Equal("in-the-future", (await Assert.ThrowsAsync<RuleBroken>(() => desk.NoteMeetingAsync(lotta, Unit, new(2027, 1, 1), "Sen."))).Code);
    }

    [Theory]
    [InlineData("", "Maten är kall.", "", "", "title-length")]
    [InlineData("Varm mat", "", "", "", "why-length")]
    [InlineData("Varm mat", "Kall.", "finns-inte", "", "category-unknown")]
    [InlineData("Varm mat", "Kall.", "", "2026-999999", "case-unknown")]
    [InlineData("Varm mat", "Kall.\u0001", "", "", "text-unreadable")]
    public async Task What_is_missing_or_unknown_is_said(string title, string why, string category, string cases, string code)
    {
        await using var floor = await Floor.StartAsync();

        var broken = await Assert.ThrowsAsync<RuleBroken>(async () => await floor.Get<ImprovementDesk>().StartAsync(await floor.ViewerAsync("lotta"), Unit, title, why, category, cases.Length == 0 ? [] : [cases]));

        Assert.Equal(code, broken.Code);
    }

    private static DateOnly Today(Floor floor) => StockholmTime.Today(floor.Clock);

    /// <summary>So many complaints about the kitchen's food, each with its category. The first one's reference.</summary>
    private static async Task<string> ComplainAsync(Floor floor, int times)
    {
        var lotta = await floor.ViewerAsync("lotta");
        var first = "";
        for (var i = 0; i < times; i++)
        {
            var registered = await floor.Desk.RegisterAsync(await floor.NewsAsync("lotta", Unit, "Maten var kall i dag igen."), lotta);
            await floor.Desk.CategoriseAsync(lotta, registered.Reference, new(null), "amne", ["mat"]);
            if (i == 0) first = $"{registered.Reference}";
        }

        return first;
    }
}
