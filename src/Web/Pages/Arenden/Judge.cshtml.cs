using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>What a complaint came to, point by point: cause, outcome, remedy.</summary>
public sealed class JudgeModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The point that is being judged; null is the first that nobody has judged, 0 is none.</summary>
    [BindProperty(SupportsGet = true, Name = "punkt")]
    public int? Number { get; set; }

    /// <summary>As they are read. Where nobody has divided the complaint, the whole of it.</summary>
    public IReadOnlyList<PointView> Points { get; private set; } = [];

    public static IReadOnlyList<Choice> Outcomes { get; } = [.. Enum.GetValues<PointOutcome>().Select(o => new Choice(o.Code(), o.Swedish()))];

    protected override bool MayAct() => base.MayAct() && Case.IsOpen && View.Routine.Kind(Case.Kind)?.IsComplaint == true;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Points = PointView.Of(View) is { Count: > 0 } points ? points : [new(1, null, null, null, null)];
        Number ??= Points.FirstOrDefault(p => p.Outcome is null)?.Number;
        if (Input.Do == "judge" || Points.FirstOrDefault(p => p.Number == Number) is not { } point) return;
        (Input.Outcome, Input.Cause, Input.Remedy) = (point.Outcome?.Code(), point.Cause, point.Remedy);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        switch (Input.Do)
        {
            case "add":
                await desk.AddPointAsync(Viewer, Reference, Seen, Input.Text ?? "");
                Done = "Punkten är tillagd.";
                break;
            case "remove":
                await desk.RemovePointAsync(Viewer, Reference, Seen, Number ?? 0);
                Done = "Punkten är borttagen.";
                break;
            case "judge":
                await desk.JudgePointAsync(Viewer, Reference, Seen, Number ?? 0, Chosen ?? throw new RuleBroken("outcome-missing", "Välj vad ni kom fram till.", "outcome"), Input.Cause, Input.Remedy);
                Done = "Bedömningen är sparad.";
                break;
            default:
                throw new RuleBroken("choice-unknown", "Välj vad du vill göra.");
        }

        return Redirect($"/arenden/{Reference}/bedom");
    }

    private PointOutcome? Chosen => Enum.GetValues<PointOutcome>().Select(o => (PointOutcome?)o).FirstOrDefault(o => o!.Value.Code() == Input.Outcome);

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Do { get; set; }
        public string? Text { get; set; }
        public string? Outcome { get; set; }
        public string? Cause { get; set; }
        public string? Remedy { get; set; }
    }
}
