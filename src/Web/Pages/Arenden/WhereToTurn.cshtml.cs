using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The person has been told where to turn (R-FLOW-08).</summary>
public sealed class WhereToTurnModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.TellWhereToTurnAsync(Viewer, Reference, Seen, Input.Text ?? "");
        return BackToCase("Det är antecknat att du har berättat.");
    }

    protected override string FieldOf(Domain.RuleBroken broken) => broken.Field == "whereToTurn" ? "Input.Text" : base.FieldOf(broken);

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
    }
}
