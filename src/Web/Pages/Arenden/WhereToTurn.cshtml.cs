using Gava.Operations.Cases;
using Gava.Operations.People;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The person has been told where to turn (R-FLOW-08).</summary>
public sealed class WhereToTurnModel(CaseReading reading, CaseDesk desk, RecipientDesk recipients) : VerbPage(reading)
{
    /// <summary>The municipality's own list, with what to tell of each.</summary>
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    [BindProperty]
    public Answers Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.TellWhereToTurnAsync(Viewer, Reference, Seen, InWords());
        return BackToCase("Det är antecknat att du har berättat.");
    }

    protected override string FieldOf(Domain.RuleBroken broken) => broken.Field == "whereToTurn" ? "Input.Text" : base.FieldOf(broken);

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Bodies = [.. (await recipients.AllAsync(HttpContext.RequestAborted)).Select(r => new Choice(r.Name, r.Name, r.InWords))];
    }

    private string InWords() => string.Join(", ", Input.Bodies.Append(Input.Text?.Trim()).Where(one => !string.IsNullOrEmpty(one)));

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public List<string> Bodies { get; set; } = [];
        public string? Text { get; set; }
    }
}
