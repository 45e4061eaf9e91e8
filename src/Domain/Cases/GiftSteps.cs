using Gava.Domain.History;

namespace Gava.Domain.Cases;

/// <summary>A step of the gift principle.</summary>
/// <param name="IsDone">True when the journal shows it. False says nothing: what was said on the phone is in no journal.</param>
public sealed record GiftStep(string Label, string Advice, bool IsDone);

/// <summary>The eight steps of the gift principle (S1 Gåvoprincipen; R-FLOW-05), ticked by the journal where it can tell.</summary>
public static class GiftSteps
{
    private static readonly (string Label, string Advice, EventKind[] Shown, string? Subject)[] Steps =
    [
        ("Tacka", "Tacka för att vi fick reda på felet.", [], null),
        ("Förklara varför du tackar", "Säg varför det är viktigt att vi får veta.", [], null),
        ("Beklaga", "Säg ”jag beklagar”, inte ”vi beklagar”.", [], null),
        ("Lova att ta hand om problemet", "Åtgärda det själv, eller se till att någon annan gör det.", [], null),
        ("Fråga efter det du behöver veta", "Hur kan vi göra dig nöjd?", [EventKind.Asked], null),
        ("Gör vad du har lovat", "Rätta till felet så snart det går.", [EventKind.MeasureRegistered, EventKind.Solved], null),
        ("Följ upp och återkoppla", "Hör efter om personen är nöjd.", [EventKind.FeedbackGiven, EventKind.Replied, EventKind.Solved], null),
        ("Se till att det inte händer igen", "Vad ska ändras, och vem ska veta det?", [EventKind.MeasureRegistered], "prevents"),
    ];

    public static IReadOnlyList<GiftStep> Of(IReadOnlyList<Event> journal) =>
        [.. Steps.Select(step => new GiftStep(step.Label, step.Advice, journal.Any(line => step.Shown.Contains(line.Kind) && (step.Subject is null || line.Subject == step.Subject))))];
}
