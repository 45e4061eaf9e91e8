using System.Globalization;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Takes back a closed day, and says first what moves.</summary>
public sealed class OppnaDagModel(ClosedDayDesk desk) : ChangePage
{
    [FromRoute(Name = "day")]
    public string DayText { get; set; } = "";

    public ClosedDay Closed { get; private set; } = null!;

    public Moves Preview { get; private set; } = new(0, 0);

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        var moves = await desk.OpenAsync(Viewer, Closed.Day);
        return Back($"/organisation/lediga-dagar?ar={Closed.Day.Year}", $"{Text.Swedish.Day(Closed.Day, Today)} räknas som vanligt igen. {LedigaDagarModel.InWords(moves, "flyttades")}");
    }

    protected override async Task LoadAsync()
    {
        if (!DateOnly.TryParseExact(DayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw new NotFound();
        Closed = (await desk.InAsync(day.Year, HttpContext.RequestAborted)).FirstOrDefault(d => d.Day == day) ?? throw new NotFound();
        Preview = await desk.PreviewAsync(day, isClosed: false, HttpContext.RequestAborted);
    }
}
