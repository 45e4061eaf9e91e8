using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Learning;

namespace Gava.Operations.Demo;

/// <content>One improvement that helped: cold food at Köket Eken, until the new wagons came (R-LEARN-04).</content>
public sealed partial class Seeder
{
    private const string Kitchen = "koket-eken";
    private const string Food = "mat";

    // Before the change and after it, in days before now.
    private const int Turned = 100;
    private static readonly int[] Complained = [185, 178, 169, 162, 154, 147, 139, 131, 124, 115, 107, 60];

    private static readonly string[] ColdFood =
    [
        "Maten är kall när den kommer fram. Det har hänt flera gånger.", "Potatisen var iskall i dag igen.", "Mamma äter inte maten när den är ljummen. Kan den inte komma varm?",
        "Soppan var kall och såsen hade stelnat.", "Lunchen står för länge innan den delas ut.", "Det är tredje gången den här veckan som maten är kall.",
    ];

    /// <summary>A complaint of the story: where, what was said, under which category.</summary>
    private sealed record Story(string Unit, string Said, string Category);

    private static IEnumerable<(DateTime At, Story Story)> StoryOf(DateTime now) => Complained.Select((days, i) => (now.AddDays(-days), new Story(Kitchen, ColdFood[i % ColdFood.Length], Food)));

    /// <summary>The plan that the kitchen's manager made of it, its follow-up after three months, and what is told outside.</summary>
    private async Task ImproveAsync()
    {
        var organisation = await organisations.NowAsync();
        var now = StockholmTime.Now(clock);
        if (organisation.Unit(Kitchen) is not { } unit || organisation.Person("lotta") is not { } manager || organisation.Person("goran") is not { } cook) return;
        var viewer = organisation.ViewerOf(manager.Id, StockholmTime.DateOf(now));
        var (begun, turned) = (new Change(manager.Id, now.AddDays(-Turned - 21)), new Change(manager.Id, now.AddDays(-Turned)));
        var id = await gate.WriteAsync(null, database =>
        {
            var plan = ImprovementPlan.Start(1, unit, "Varm mat hela vägen", "Många säger att maten är kall när den kommer fram.", Food, [], begun);
            plan.Plan("Köpa vagnar som håller värmen", manager, StockholmTime.DateOf(turned.At), viewer, begun);
            plan.Plan("Mäta matens värme när den lämnas", cook, StockholmTime.DateOf(turned.At), viewer, begun);
            foreach (var action in plan.Actions) plan.Finish(action.Number, viewer, turned);
            database.ImprovementPlans.Add(plan);
            database.Write(new Event(EventKind.PlanStarted, begun, subject: $"{plan.Id};{unit.Slug}"));
            return Task.FromResult(plan.Id);
        });
        await improvements.FollowUpAsync(viewer, id, "Vagnarna håller maten varm, och vi ser det i klagomålen. Vi fortsätter att mäta.");
        await improvements.ShareAsync(viewer, id, true);
        await improvements.PublishAsync(viewer, id, "Maten är kall när den kommer fram.", "Vi har köpt vagnar som håller värmen, och mäter maten när den lämnas.");
    }
}
