using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Changes the kind, with a trace (R-IN-01).</summary>
public sealed class ChangeKindModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IEnumerable<Choice> Kinds => View.Routine.Kinds.Append(Domain.Routines.Kind.Accessibility).DistinctBy(k => k.Code).Select(k => new Choice(k.Code, k.Label, k.Definition));

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input = new Answers { Kind = Case.Kind };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ChangeKindAsync(Viewer, Reference, Seen, Input.Kind ?? "", Input.Why ?? "");
        return BackToCase("Sorten är ändrad.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Kind { get; set; }
        public string? Why { get; set; }
    }
}
