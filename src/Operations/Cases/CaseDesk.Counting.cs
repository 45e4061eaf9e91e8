using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <content>What is said in passing and not wanted as a case.</content>
public sealed partial class CaseDesk
{
    /// <summary>
    /// Counts what somebody said and did not want as a case: unit, kind, channel and day, and nothing more (S3; R-IN-09). Only
    /// where the routine says to ask. The same submission counts once.
    /// </summary>
    public async Task CountAsync(Viewer viewer, string unit, string kind, string channel, DateOnly day, Guid submission)
    {
        Receiving.MustHaveRole(viewer);
        var organisation = await organisations.NowAsync();
        var place = organisation.PlacesForCases().FirstOrDefault(u => u.Slug == unit) ?? throw new RuleBroken("unit-unknown", "Välj vilken enhet det gäller.", "unit");
        var routine = await routines.NewestAsync(organisation.RoutineAt(place.Id)!)
            ?? throw new RuleBroken("routine-unknown", "Enheten har ingen rutin att följa. Be administratören välja en.", "unit");
        routine.Receiving.MustAllow(viewer);
        if (routine.Kind(kind) is null) throw new RuleBroken("kind-unknown", "Välj vad det är.", "kind");
        if (routine.Channel(channel)?.Demands.Contains(ChannelDemand.AskIfWanted) != true)
        {
            throw new RuleBroken("count-not-allowed", "Det som kommer in på det sättet blir alltid ett ärende. Ta bort markeringen.", "countOnly");
        }

        if (day > StockholmTime.Today(clock)) throw new RuleBroken("arrived-in-future", "Ankomsten ligger i framtiden. Skriv när det kom in.", "receivedAt");
        await gate.WriteAsync(viewer, async database =>
        {
            if (await database.CountedViews.AnyAsync(v => v.Id == submission)) return;
            database.CountedViews.Add(new CountedView { Id = submission, UnitId = place.Id, Kind = kind, Channel = channel, Day = day });
        });
    }
}
