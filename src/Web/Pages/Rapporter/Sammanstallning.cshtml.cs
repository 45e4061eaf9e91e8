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

    /// <summary>The mark of the analysis that was there when the page was opened.</summary>
    public string? Seen { get; set; }
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

    /// <summary>What somebody else has written in the analysis meanwhile; else null.</summary>
    public string? WrittenMeanwhile => IsStale ? View.Report.Analysis : null;

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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        View = await desk.OpenAsync(Viewer, Id, Oppen, Input.Unit, HttpContext.RequestAborted);
        // Somebody wrote in the analysis and then sent another form: the script lets it come along, and it is saved first.
        if (Input.Do != "analysis" && Input.Analysis is not null)
        {
            await desk.WriteAsync(Viewer, Id, Input.Analysis, Input.Seen);
            Input.Seen = null;
        }

        Done = await WorkAsync();
        return Redirect($"/rapporter/sammanstallning/{Id}");
    }

    protected override async Task ShowAsync()
    {
        View = await desk.OpenAsync(Viewer, Id, Oppen, TextOf ?? Input.Unit, HttpContext.RequestAborted);
        if (View.MayCompile && !View.Report.IsSigned) Cases = [.. (await desk.ChoicesAsync(Viewer, View, HttpContext.RequestAborted)).Select(c => new Choice($"{c.Reference}", $"{c.Reference} {Line(c.Text)}"))];
        // Whoever only writes a unit's text needs not choose it first, and reads no other's.
        if (!View.MayCompile) TextOf = View.AskedOfViewer.Select(u => u.Slug).OrderBy(slug => slug != (TextOf ?? Input.Unit)).FirstOrDefault();
        Fill();
    }

    /// <summary>What the page's forms hold before anybody types, each but the one that was sent.</summary>
    private void Fill()
    {
        if (IsStale || Input.Seen is null) Input.Seen = CompilingDesk.MarkOf(View.Report);
        Input.Analysis ??= View.Report.Analysis;
        Input.Edition ??= View.HasOpen ? "open" : "whole";
        if (Input.Do != "tell") Input.Text = View.Report.Texts.FirstOrDefault(t => Organisation.Unit(t.UnitId)?.Slug == TextOf)?.Text;
        if (Input.Do != "change") Input.Example = View.Report.Examples.FirstOrDefault(e => e.Number == ExampleNumber)?.Text;
        if (Input.Do != "deliver") Input.On = Today;
        if (Input.Do != "decide") Input.ConsideredOn = Today;
    }

    protected override string StaleSentence => "Någon annan har skrivit i analysen sedan du öppnade sidan. Det du skrev finns kvar här. Läs det nya, och spara sedan igen.";

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
                await desk.WriteAsync(Viewer, Id, Input.Analysis ?? "", Input.Seen);
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
