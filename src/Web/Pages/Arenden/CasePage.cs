using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A page about one case: it loads it through the gate, and knows which version was on the screen.</summary>
public abstract class CasePage(CaseReading reading) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "reference")]
    public string ReferenceText { get; set; } = "";

    /// <summary>The journal's length when the page was shown: a change in between is told, and nothing typed is lost.</summary>
    [BindProperty(Name = "version")]
    public int? Version { get; set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>Why something that was asked for on the case's page could not be had.</summary>
    [TempData]
    public string? Trouble { get; set; }

    public CaseView View { get; private set; } = null!;

    public Case Case => View.Case;

    public CaseReference Reference => CaseReference.TryParse(ReferenceText, out var reference) ? reference : throw new NotFound();

    /// <summary>The routine's advice for a place of work: answering, delay, handingOver, closing.</summary>
    public IReadOnlyList<string> AdviceOn(string place) => Advice.Of(View.Routine, place, Viewer);

    /// <summary>Who answers for the case from the hand-over until somebody has accepted it, as the routine has it (R-REG-01).</summary>
    public string WhoAnswersMeanwhile => View.Routine.Responsibility.MovesAtHandOver ? "Den som du lämnar till ansvarar från och med nu."
        : Case.ResponsibleId == Viewer.Id ? "Du ansvarar för ärendet tills någon har tagit emot det."
        : Case.ResponsibleId is { } id ? $"Tills någon har tagit emot det ansvarar {Organisation.NameOf(id)}."
        : "Ingen ansvarar för ärendet förrän någon har tagit emot det.";

    protected Seen Seen => new(Version);

    protected override async Task ShowAsync()
    {
        View = await reading.OpenAsync(Viewer, Reference, HttpContext.RequestAborted);
        Version = Case.LastEventNumber;
    }

    /// <summary>What came with the case.</summary>
    protected Task<IReadOnlyList<Attachment>> FilesAsync() => reading.FilesAsync(Viewer, Case, HttpContext.RequestAborted);

    /// <summary>The verb is done: back to the case, which says so.</summary>
    protected IActionResult BackToCase(string done)
    {
        Done = done;
        return Redirect($"/arenden/{Reference}");
    }

    /// <summary>A file that cannot be had: back to the case, which says why.</summary>
    protected async Task<IActionResult> FileAsync(Func<Task<FileResult>> open)
    {
        try
        {
            return await open();
        }
        catch (RuleBroken broken)
        {
            Trouble = broken.Message;
            return Redirect($"/arenden/{Reference}");
        }
    }

    public string State(CaseClock clock) => Swedish.State(clock.StateAt(Now));

    public string LabelOf(CaseClock clock) => View.Routine.Clock(clock.Name)?.Label ?? clock.Name;

    public string Why(CaseClock clock) => View.Routine.Clock(clock.Name) is { } rule
        ? string.Join(' ', DueExplanation.Sentences(clock.StartedAt, rule.Length, View.Calendar, rule.Counting)) + " " + Source(rule.Citation)
        : "";

    public string StopsBy(CaseClock clock) => View.Routine.Clock(clock.Name) is { } rule
        ? string.Join(" eller ", rule.StoppedBy.Select(Domain.Routines.Moments.Swedish)) : "";

    private static string Source(Domain.Routines.Citation citation) => citation.Source is { } source ? $"Källa: {source}" : $"Antaget: {citation.Assumed}";
}

/// <summary>A page for one verb: shows the form first, and only to those who may act.</summary>
public abstract class VerbPage(CaseReading reading) : CasePage(reading)
{
    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return MayAct() ? Page() : NotFound();
    }

    /// <summary>Whether the viewer has this verb at all; the rest is the domain's to say.</summary>
    protected virtual bool MayAct() => Case.MayBeHandledBy(Viewer);

    /// <summary>A wall-clock time typed on the page, as UTC.</summary>
    protected static DateTime? Utc(DateTime? local) => local is { } typed ? StockholmTime.ToUtc(typed) : null;
}
