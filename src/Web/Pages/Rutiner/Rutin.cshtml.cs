using System.Globalization;
using Gava.Domain.Deadlines;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rutiner;

/// <summary>
/// One routine as a person reads it: rules in sentences with their citations, one's own duties, and a drawn timeline of its
/// clocks for a complaint that arrives at a chosen moment.
/// </summary>
public sealed class RutinModel(RoutineBook book, RoutineDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mottaget { get; set; }

    public Routine Routine { get; private set; } = null!;

    public IReadOnlyList<RoutineEdition> Editions { get; private set; } = [];

    public RoutineTimeline Timeline { get; private set; } = null!;

    /// <summary>A citation of the document, to explain them by: "S3.19"; null when the routine numbers no sentences.</summary>
    public string? Example => RoutineInWords.Parts(Routine).SelectMany(p => p.Rules).SelectMany(r => (r.Citation.Source ?? "").Split(", "))
        .FirstOrDefault(source => source.StartsWith($"{Routine.Document}.", StringComparison.Ordinal));

    public IReadOnlyList<SpokenRule> OwnDuties { get; private set; } = [];

    public DateTime? ReadAt { get; private set; }

    public bool MayPublish => RoutineDesk.MayPublish(Viewer);

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        if (!ModelState.IsValid) Response.StatusCode = 400;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        await desk.ConfirmReadAsync(Viewer, Routine.Name, Routine.Version);
        Done = "Tack. Det är antecknat att du har läst dina uppgifter.";
        return LocalRedirect($"/rutiner/{Routine.Name}");
    }

    protected override async Task ShowAsync()
    {
        Routine = (Version is { } version ? await book.FindVersionAsync(Name, version) : await book.NewestAsync(Name)) ?? throw new NotFound();
        Editions = await desk.EditionsAsync(Name, HttpContext.RequestAborted);
        OwnDuties = RoutineInWords.DutiesOf(Routine, [.. Viewer.Roles.Select(r => r.Role)]);
        ReadAt = await desk.ReadAtAsync(Viewer, Routine.Name, Routine.Version, HttpContext.RequestAborted);
        Timeline = new RoutineTimeline(Routine, await book.CalendarAsync(Routine), Arrival());
    }

    private DateTime Arrival()
    {
        var now = new DateTime(Now.Ticks - (Now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
        if (string.IsNullOrWhiteSpace(Mottaget))
        {
            Mottaget = StockholmTime.ToLocal(now).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
            return now;
        }

        if (WrittenMoment.Parse(Mottaget) is { } moment) return moment;
        ModelState.AddModelError("Mottaget", "Skriv en dag och en tid, till exempel 2026-04-24T14:10.");
        return now;
    }
}
