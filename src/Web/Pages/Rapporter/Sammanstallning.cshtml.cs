using Gava.Domain;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rapporter;

/// <summary>What is typed on a report; which form it was, <see cref="Do"/> says.</summary>
public sealed class CompilingWork
{
    public string? Do { get; set; }
    public string? Analysis { get; set; }
    public List<string> Units { get; set; } = [];
    public DateOnly? DueOn { get; set; }
    public string? Unit { get; set; }
    public string? Text { get; set; }
    public string? Reference { get; set; }
    public string? Example { get; set; }
    public int? Number { get; set; }
    public string? To { get; set; }
    public string? Edition { get; set; }
    public DateOnly? On { get; set; }
    public DateOnly? ConsideredOn { get; set; }
    public string? Decision { get; set; }
}

/// <summary>One report that somebody compiles, signs and hands over (R-LEARN-02, -03).</summary>
public sealed class SammanstallningModel(CompilingDesk desk) : StaffPage
{
    private const int LongestChoice = 90;

    [BindProperty(SupportsGet = true, Name = "rapport")]
    public long Id { get; set; }

    /// <summary>The unit whose text is being written.</summary>
    [BindProperty(SupportsGet = true, Name = "text")]
    public string? TextOf { get; set; }

    /// <summary>The example that is being changed.</summary>
    [BindProperty(SupportsGet = true, Name = "exempel")]
    public int? ExampleNumber { get; set; }

    /// <summary>The delivery whose decision is being noted.</summary>
    [BindProperty(SupportsGet = true, Name = "beslut")]
    public int? DeliveryNumber { get; set; }

    /// <summary>As those outside the circle read it.</summary>
    [BindProperty(SupportsGet = true, Name = "oppen")]
    public bool Oppen { get; set; }

    [BindProperty]
    public CompilingWork Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public CompiledView View { get; private set; } = null!;

    /// <summary>Cases to choose among as examples.</summary>
    public IReadOnlyList<Choice> Cases { get; private set; } = [];

    public string? WhyNotReady => View.Report.NotReady(Today);

    /// <summary>Editions to hand over: the open one first, since most of those who get it may not see the cases.</summary>
    public static IReadOnlyList<Choice> Editions { get; } =
        [new("open", "Små grupper dolda", "För nämnder och alla som inte får se ärendena."), new("whole", "Alla siffror", "Bara för dem som får se enhetens ärenden.")];

    public async Task<IActionResult> OnGetAsync(string? format = null)
    {
        if (format is { Length: > 0 })
        {
            var file = await desk.FileAsync(Viewer, Id, format, Oppen, HttpContext.RequestAborted);
            return File(file.Content, file.ContentType, file.Name);
        }

        await ShowAsync();
        Input = new CompilingWork
        {
            Analysis = View.Report.Analysis,
            Unit = TextOf,
            Text = View.Report.Texts.FirstOrDefault(t => Organisation.Unit(t.UnitId)?.Slug == TextOf)?.Text,
            Example = View.Report.Examples.FirstOrDefault(e => e.Number == ExampleNumber)?.Text,
            Edition = View.HasOpen ? "open" : "whole",
            On = Today,
            ConsideredOn = Today,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        Done = await WorkAsync();
        return Redirect($"/rapporter/sammanstallning/{Id}");
    }

    protected override async Task ShowAsync()
    {
        View = await desk.OpenAsync(Viewer, Id, Oppen, HttpContext.RequestAborted);
        if (View.MayCompile && !View.Report.IsSigned) Cases = [.. (await desk.ChoicesAsync(Viewer, View, HttpContext.RequestAborted)).Select(c => new Choice($"{c.Reference}", $"{c.Reference} {Line(c.Text)}"))];
        if (View.AskedOfViewer.Count == 0 || View.MayCompile) return;
        // Whoever only writes the unit's text needs not choose it first.
        TextOf ??= View.AskedOfViewer[0].Slug;
    }

    private static string Line(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestChoice ? line : $"{line[..(LongestChoice - 1)]}…";
    }

    private async Task<string> WorkAsync()
    {
        switch (Input.Do)
        {
            case "analysis":
                await desk.WriteAsync(Viewer, Id, Input.Analysis ?? "");
                return "Analysen är sparad.";
            case "ask":
                await desk.AskAsync(Viewer, Id, Input.Units, Input.DueOn ?? throw new RuleBroken("due-missing", "Välj när texterna ska vara klara.", "dueOn"));
                return "Enheterna är tillfrågade. Det står på chefernas sida Att göra.";
            case "tell":
                await desk.TellAsync(Viewer, Id, Input.Unit ?? "", Input.Text ?? "");
                return "Tack! Texten är sparad.";
            case "show":
                await desk.ShowAsync(Viewer, Id, Input.Reference ?? "", Input.Example);
                return "Exemplet är med. Läs det en gång till: ingen ska gå att känna igen.";
            case "change":
                var example = View.Report.Examples.FirstOrDefault(e => e.Number == Input.Number);
                if (example is null || !View.References.TryGetValue(example.CaseId, out var reference)) throw new RuleBroken("example-unknown", "Det exemplet finns inte längre.");
                await desk.ShowAsync(Viewer, Id, $"{reference}", Input.Example);
                return "Exemplet är ändrat.";
            case "hide":
                await desk.HideAsync(Viewer, Id, Input.Number ?? 0);
                return "Exemplet är borta.";
            case "sign":
                await desk.SignAsync(Viewer, Id);
                return "Rapporten är signerad. Nu ändras inget i den.";
            case "deliver":
                await desk.DeliverAsync(Viewer, Id, Input.To ?? "", Input.Edition != "whole", Input.On ?? throw new RuleBroken("on-missing", "Välj dagen.", "on"));
                return "Det står nu vem som fick den.";
            case "decide":
                await desk.DecideAsync(Viewer, Id, Input.Number ?? 0, Input.ConsideredOn ?? throw new RuleBroken("on-missing", "Välj dagen.", "consideredOn"), Input.Decision ?? "");
                return "Beslutet är antecknat.";
            default:
                throw new RuleBroken("choice-unknown", "Välj vad du vill göra.");
        }
    }
}
