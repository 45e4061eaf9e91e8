using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Gives a part of the case to somebody (R-LEARN-08).</summary>
public sealed class AddPartModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IEnumerable<Choice> Receivers => Arenden.Receivers.Of(Organisation, Today, may: p => p.Id != Case.ConcernsPersonId);

    public async Task<IActionResult> OnPostAsync()
    {
        var to = (Input.To ?? "").Split('/');
        if (to is not ([{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }])) ModelState.AddModelError("Input.To", "Välj vem som ska ha delen.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.AddPartAsync(Viewer, Reference, Seen, to[0], to.Length > 1 ? to[1] : "", Input.Text ?? "");
        return BackToCase("Delen är given. Den som har den får veta det.");
    }

    protected override string FieldOf(Domain.RuleBroken broken) => broken.Field is "unit" or "person" ? "Input.To" : base.FieldOf(broken);

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? To { get; set; }
        public string? Text { get; set; }
    }
}
