using System.Globalization;
using Gava.Domain.Learning;
using Gava.Operations.Documents;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>What is typed about a signal.</summary>
public sealed class SignalWork
{
    public Guid Signal { get; set; }
    public string? Answer { get; set; }
}

/// <summary>How things stand at a place: what comes in, what is late, what rises (R-LEARN-05).</summary>
public sealed class LagetModel(SignalDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Enhet { get; set; }

    /// <summary>The signal that is being answered.</summary>
    [BindProperty(SupportsGet = true, Name = "signal")]
    public Guid? Answering { get; set; }

    [BindProperty]
    public SignalWork Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public StateView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Units => [.. Organisation.Tree().Where(u => Viewer.SeesThePlace(u.Id)).Select(u => new Choice(u.Slug, u.Name))];

    /// <summary>The months of every diagram, with its limits.</summary>
    public PageTables Saved { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return Saved.File(Request, Organisation, Now) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        Answering = Input.Signal;
        await desk.SettleAsync(Viewer, Input.Signal, Input.Answer ?? "");
        Done = "Tack. Det står nu vad ni har sett.";
        return Redirect(Enhet is { Length: > 0 } ? $"/laget?enhet={Uri.EscapeDataString(Enhet)}" : "/laget");
    }

    protected override async Task ShowAsync()
    {
        View = await desk.OpenAsync(Viewer, Enhet, HttpContext.RequestAborted);
        Enhet = View.Unit.Slug;
        Saved = PageTables.Of(Request, [new PageTable("manader", "Månad för månad",
            [new("Diagram", Width: 40), new("Månad", Width: 12), new("Klagomål", ColumnKind.Whole), new("Medel", ColumnKind.Tenth), new("Undre gräns", ColumnKind.Tenth), new("Övre gräns", ColumnKind.Tenth), new("Signal", Width: 60)],
            [.. View.Charts.SelectMany(named => named.Counts.Select((count, at) => (object?[])[named.Name, named.First.AddMonths(at).ToString("yyyy-MM", CultureInfo.InvariantCulture), count,
                named.Chart?.Mean, named.Chart?.Lower, named.Chart?.Upper, named.Chart?.Points[at].Rule is { } rule ? ControlChart.Swedish(rule) : null]))])]);
    }
}
