using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rutiner;

/// <summary>
/// Writes a routine, or the next version of one. First it is looked over: faults with line and cure, roles that nobody holds,
/// and the rules in sentences; then it is published. Nothing that was typed is lost.
/// </summary>
public sealed class AndraModel(RoutineBook book, RoutineDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "name")]
    public string? Name { get; set; }

    [BindProperty]
    public Answers Input { get; set; } = new();

    public Published? Checked { get; private set; }

    public Routine? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        Input.Source = Before is { } before ? await desk.SourceAsync(before.Name, before.Version) : "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? gor)
    {
        await ShowAsync();
        var source = (Input.Source ?? "").ReplaceLineEndings("\n");
        if (gor == "publicera")
        {
            var published = await desk.PublishAsync(Viewer, source);
            if (published.Routine is { } routine)
            {
                TempData["Done"] = $"Version {routine.Version} gäller nu för nya ärenden. De som pågår behåller sin.";
                return LocalRedirect($"/rutiner/{routine.Name}");
            }

            Checked = published;
        }
        else
        {
            Checked = await desk.CheckAsync(source);
        }

        if (Checked.Faults.Count > 0) Response.StatusCode = 400;
        return Page();
    }

    protected override async Task ShowAsync()
    {
        if (!RoutineDesk.MayPublish(Viewer)) throw new NotFound();
        if (Name is not null) Before = await book.NewestAsync(Name) ?? throw new NotFound();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        /// <summary>The routine as JSON.</summary>
        public string? Source { get; set; }
    }
}
