using Gava.Domain.Routines;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>What the routines want done again and again: the duty, its last day, and that it is done (routines.md).</summary>
public sealed class AterkommandeModel(RecurringDesk desk) : StaffPage
{
    public IReadOnlyList<RecurringState> States { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public string Lead => States.Count(s => s.DoneAt is null) switch
    {
        0 => "Inget väntar just nu.",
        1 => "En uppgift väntar.",
        var waiting => $"{waiting} uppgifter väntar.",
    };

    public string Source(Recurring work) => work.Citation.Source is { } source ? $"Källa: {source}" : "";

    public string Left(Recurring work) => (work.DueOn.DayNumber - Today.DayNumber) switch
    {
        < 0 => "Skulle ha varit klart",
        0 => "Sista dagen",
        1 => "En dag kvar",
        var days => $"{days} dagar kvar",
    };

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? routine, string? code, string? unit, string? period)
    {
        await desk.DoneAsync(Viewer, routine ?? "", code ?? "", unit ?? "", period ?? "");
        Done = "Tack. Det är antecknat.";
        return Redirect("/aterkommande");
    }

    protected override async Task ShowAsync() => States = await desk.ForAsync(Viewer, HttpContext.RequestAborted);
}
